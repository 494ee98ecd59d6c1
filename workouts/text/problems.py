"""What cannot be read, with its place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A sentence, and where it is about: lines and columns count from 1."""

    line: int
    column: int
    words: str


class Wrong(Exception):
    """What is wrong at a column of a line."""

    def __init__(self, column, words):
        super().__init__(words)
        self.column, self.words = column, words
