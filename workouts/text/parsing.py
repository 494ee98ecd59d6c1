"""One line of a plan as text, by the grammar."""

import re
from functools import cache
from pathlib import Path

from lark import Lark, UnexpectedCharacters, UnexpectedEOF, UnexpectedInput

from workouts.text.problems import Wrong

GRAMMAR = Path(__file__).with_name("grammar.lark")
SHOWN = 30  # letters of what could not be read
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[-–]\d+)?\s*$")
HINTS = (
    (re.compile(r'["“„]'), "These quotation marks are not closed."),
    (re.compile(r"\["), "Close the bracket: [3 @9, 8 80%]."),
    (re.compile(r"[\d.,–-]+(?:\s|$)"), "What is {word}? Say 60 kg, 80%, rest 90 or @8."),
    (re.compile(r"w(?:eek)?\s?\d", re.IGNORECASE), "Weeks come last: W2 +2.5 kg | W5 3x8."),
)


@cache
def parser():
    """Made once, at the first need: 0.1 s."""
    grammar = GRAMMAR.read_text(encoding="utf-8")
    return Lark(
        grammar, parser="lalr", start="start", g_regex_flags=re.IGNORECASE, propagate_positions=True
    )


def parsed(line):
    """The tree of a line, or Wrong."""
    try:
        return parser().parse(line)
    except UnexpectedEOF as unfinished:
        raise Wrong(len(line) + 1, "This line is not finished.") from unfinished
    except UnexpectedInput as unexpected:
        raise _wrong(line, unexpected) from unexpected


def _wrong(line, unexpected):
    at = unexpected.pos_in_stream if isinstance(unexpected, UnexpectedCharacters) else None
    token = getattr(unexpected, "token", None)
    if at is None:
        at = token.start_pos if token is not None and token.type != "$END" else None
    if (at is None or at >= len(line)) and (alone := NUMBER.search(line)):
        at = alone.start()
    if at is None or at >= len(line):
        return Wrong(len(line.rstrip()) + 1, "This line is not finished.")
    rest = line[max(line.rfind(mark, 0, at) for mark in " \t") + 1 :]
    shown = f"“{rest.split(maxsplit=1)[0][:SHOWN]}”"
    for pattern, words in HINTS:
        if pattern.match(rest):
            return Wrong(at + 1, words.format(word=shown))
    return Wrong(at + 1, f"{shown} is not understood here.")
