"""What is read from a file of the catalogue, and what is wrong with it."""

from dataclasses import dataclass, field

MOST_BYTES = 10 * 1024 * 1024
MOST_ENTRIES = 20_000
LINE, ROW = "Line", "Row"


@dataclass(frozen=True)
class Problem:
    """What may not stand, and where: the line of an entry in JSON, the row in CSV."""

    place: str
    words: str
    about: str = ""  # the exercise or word
    field: str = ""

    def __str__(self):
        name = f"{self.field}: " if self.field else ""
        return " ".join(filter(None, [self.place and f"{self.place}.", name + self.words]))


class FileRefused(ValueError):
    """Nothing can be read from it: `problem` says why."""

    def __init__(self, words, place=""):
        self.problem = Problem(place, words)
        super().__init__(str(self.problem))


@dataclass(frozen=True)
class Entry:
    """An exercise or a word as the file has it: only the fields it names."""

    place: str
    fields: dict


@dataclass(frozen=True)
class File:
    """Everything in a file, and what could not be read."""

    name: str
    exercises: list[Entry] = field(default_factory=list)
    words: dict[str, list[Entry]] = field(default_factory=dict)  # by section of the file
    problems: list[Problem] = field(default_factory=list)
