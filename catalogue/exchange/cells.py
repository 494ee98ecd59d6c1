"""Values in the cells of a table, so that each comes back as it was.

A list is joined with " | ". A backslash before a letter means the letter itself: a "|", a
backslash, or a space at the end of an item. What a spreadsheet would run as a formula begins with
an apostrophe that is taken away again.
"""

import re

# Signs that make spreadsheets compute, their wide forms, and what they skip at the beginning.
FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text):
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(cell):
    """The text of such a cell."""
    return cell[1:] if GUARDED.match(cell) else cell


def joined(items):
    """A list of texts as one text."""
    return " | ".join(map(_escaped, items))


def parted(text):
    """The list of texts that was joined; an empty list for an empty text."""
    if not text.strip():
        return []
    items, item = [], []  # an item is [(letter, whether it was escaped)]
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            item.append((next(letters, "\\"), True))
        elif letter == "|":
            items.append(item)
            item = []
        else:
            item.append((letter, False))
    return [_stripped(item) for item in [*items, item]]


def _escaped(item):
    letters = [f"\\{letter}" if letter in "\\|" else letter for letter in item]
    for end in {0, len(letters) - 1} if letters else ():
        if letters[end].isspace():
            letters[end] = f"\\{letters[end]}"
    return "".join(letters)


def _stripped(item):
    kept = [
        number for number, (letter, escaped) in enumerate(item) if escaped or not letter.isspace()
    ]
    return "".join(letter for letter, _ in item[kept[0] : kept[-1] + 1]) if kept else ""
