"""Two texts side by side, in pieces: what stays, what is taken away, what is added."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

KEPT, OUT, IN = "", "del", "ins"
KIN = 0.4  # of two lines, 0 to 1: from here on one is the other, changed


class Piece(NamedTuple):
    """Some words, and whether they are there before only ("del") or after only ("ins")."""

    text: str
    mark: str = KEPT


def words_apart(before, after):
    """The pieces of a sentence before and after."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    left, right = [], []
    for deed, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        marks = (KEPT, KEPT) if deed == "equal" else (OUT, IN)
        for side, words, mark in [(left, old[i:j], marks[0]), (right, new[k:m], marks[1])]:
            side += _bare("".join(words), mark) if words else []
    return left, right


def _bare(text, mark):
    """A changed piece without the spaces at its ends, which nobody sees change."""
    bare = text.strip()
    if not mark or not bare:
        return [Piece(text)]
    start, end = text.partition(bare)[::2]
    return [piece for piece in (Piece(start), Piece(bare, mark), Piece(end)) if piece.text]


def lines_apart(before, after):
    """The lines of a list of sentences before and after, each in pieces."""
    left, right = [], []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for deed, i, j, k, m in matcher.get_opcodes():
        old, new = before[i:j], after[k:m]
        if deed == "equal":
            left += [[Piece(line)] for line in old]
            right += [[Piece(line)] for line in new]
            continue
        pairs = [_pair(*two) for two in zip(old, new, strict=False)]
        both = min(len(old), len(new))
        left += [pair[0] for pair in pairs] + [[Piece(line, OUT)] for line in old[both:]]
        right += [pair[1] for pair in pairs] + [[Piece(line, IN)] for line in new[both:]]
    return left, right


def _pair(old, new):
    if SequenceMatcher(None, old, new, autojunk=False).ratio() >= KIN:
        return words_apart(old, new)
    return [Piece(old, OUT)], [Piece(new, IN)]


def lists_apart(before, after):
    """The items of a list in which the order does not count, in one line with commas."""
    left = [Piece(item, KEPT if item in after else OUT) for item in before]
    right = [Piece(item, KEPT if item in before else IN) for item in after]
    return [_enumerated(items) for items in (left, right)]


def _enumerated(items):
    """One line, or none."""
    line = [piece for item in items for piece in (Piece(", "), item)]
    return [line[1:]] if line else []
