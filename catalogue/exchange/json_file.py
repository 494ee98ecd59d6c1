"""A catalogue in JSON, entry by entry, each with the line it begins in."""

import json
import re
from bisect import bisect_right
from collections import Counter

from catalogue.exchange.model import LINE, MOST_ENTRIES, Entry, File, FileRefused, Problem

EXERCISES = "exercises"
SECTIONS = (EXERCISES, "muscles", "patterns", "equipment", "limitations")
ABOUT_ITSELF = ("licence",)
DEEPEST = 12
LONGEST_NUMBER = 15
UNFIT = re.compile("[\0\ud800-\udfff]")
SPACE = re.compile(r"[ \t\r\n]*")


def read_json(text, name):
    """The File in a text: an object with sections, or a plain list of exercises."""
    reader = _Reader(text)
    try:
        sections, problems = reader.everything()
    except json.JSONDecodeError as error:
        words = f"This is not JSON: {error.msg}, column {error.colno}."
        raise FileRefused(words, f"{LINE} {error.lineno}") from None
    except RecursionError:
        raise FileRefused("Lists within lists go too deep.", reader.place()) from None
    exercises = sections.pop(EXERCISES, [])
    if not (exercises or problems or any(sections.values())):
        raise FileRefused("There are no exercises in this file.")
    return File(name, exercises, sections, problems)


def read_value(text):
    """(the value, what is wrong with it) of one piece of JSON, such as a cell of a table."""
    faults = []
    try:
        value = _decoder(faults).decode(text)
    except (json.JSONDecodeError, RecursionError):
        return None, "This is not JSON."
    return value, next(iter(faults), "") or unfit(value)


class _Reader:
    """Goes through the outermost level itself, as only so the places of entries are known."""

    def __init__(self, text):
        self.text, self.at, self.faults = text, 0, []
        self.decoder = _decoder(self.faults)
        self.breaks = [found.start() for found in re.finditer("\n", text)]
        self.sections, self.problems = {}, []

    def everything(self):
        if self.peek() == "[":
            self.section(EXERCISES)
        else:
            self.items("{", "}", self.member)
        if self.peek():
            self.expected("nothing more")
        return self.sections, self.problems

    def member(self):
        place = self.place()
        key, _ = self.value()
        if not isinstance(key, str):
            self.expected("a name in double quotes")
        self.sign(":")
        if key in self.sections or key not in (*SECTIONS, *ABOUT_ITSELF):
            again = key in self.sections
            words = "is there twice" if again else "is not a part of such a file"
            self.problems.append(Problem(place, f"“{key[:60]}” {words}."))
            self.value()
        elif key in ABOUT_ITSELF:
            self.value()
        else:
            self.section(key)

    def section(self, key):
        entries = self.sections.setdefault(key, [])
        self.items("[", "]", lambda: self.entry(entries))

    def entry(self, entries):
        if len(entries) >= MOST_ENTRIES:
            raise FileRefused(f"There are more than {MOST_ENTRIES:,} entries.", self.place())
        place = self.place()
        value, faults = self.value()
        if not faults and (fault := unfit(value)):
            faults = [fault]
        if not faults and not isinstance(value, dict):
            faults = ["An exercise is an object with named fields."]
        self.problems += [Problem(place, fault, _about(value)) for fault in faults]
        if not faults:
            entries.append(Entry(place, value))

    def items(self, opening, closing, read_one):
        self.sign(opening)
        if self.peek() == closing:
            self.at += 1
            return
        read_one()
        while self.peek() == ",":
            self.at += 1
            read_one()
        self.sign(closing)

    def value(self):
        """(the value here, what is wrong inside it)."""
        self.peek()
        self.faults.clear()
        value, self.at = self.decoder.raw_decode(self.text, self.at)
        return value, list(self.faults)

    def peek(self):
        self.at = SPACE.match(self.text, self.at).end()
        return self.text[self.at : self.at + 1]

    def sign(self, wanted):
        if self.peek() != wanted:
            self.expected(f"“{wanted}”")
        self.at += 1

    def expected(self, what):
        raise json.JSONDecodeError(f"expecting {what}", self.text, self.at)

    def place(self):
        self.peek()
        return f"{LINE} {bisect_right(self.breaks, self.at) + 1}"


def _decoder(faults):
    """Python's own, strict where it is lax: what is wrong is put in `faults`, in words."""

    def fields(pairs):
        twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
        faults.extend(f"“{key[:60]}” is there twice." for key in twice)
        return dict(pairs)

    def constant(word):
        faults.append(f"{word} is not a number.")

    def number(kind):
        def read_number(digits):
            value = kind(digits) if len(digits) <= 2 * LONGEST_NUMBER else 10**LONGEST_NUMBER
            if abs(value) >= 10**LONGEST_NUMBER:
                faults.append(f"The number {digits[:20]}… is too large or too long.")
                return 0
            return value

        return read_number

    return json.JSONDecoder(
        object_pairs_hook=fields,
        parse_constant=constant,
        parse_int=number(int),
        parse_float=number(float),
    )


def unfit(value):
    """Why a value cannot be kept whatever its field: letters that are none, or too deep."""
    rest = [(value, 1)]
    while rest:
        one, depth = rest.pop()
        if depth > DEEPEST:
            return "Lists within lists go too deep."
        if isinstance(one, str) and UNFIT.search(one):
            return "There is a letter in it that cannot be shown."
        if isinstance(one, dict):
            rest += [(inner, depth + 1) for pair in one.items() for inner in pair]
        elif isinstance(one, list):
            rest += [(inner, depth + 1) for inner in one]
    return ""


def _about(value):
    slug = value.get("slug") if isinstance(value, dict) else None
    return slug[:80] if isinstance(slug, str) and not UNFIT.search(slug) else ""
