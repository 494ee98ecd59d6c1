"""Bytes of unknown origin to a File: size and letters first, then JSON or CSV."""

from pathlib import PurePosixPath

from catalogue.exchange.csv_file import read_csv
from catalogue.exchange.json_file import read_json
from catalogue.exchange.model import LINE, MOST_BYTES, FileRefused

TOO_LARGE = "The file is larger than 10 MB."


def read(data, name):
    """The File in `data`; FileRefused where there is none."""
    text = _text(data)
    looks_like_json = text.lstrip()[:1] in ("{", "[") or name.lower().endswith(".json")
    return (read_json if looks_like_json else read_csv)(text, short(name))


def short(name):
    """A file's name without its folders, short enough for the history."""
    plain = "".join(letter for letter in PurePosixPath(name).name if letter.isprintable())
    return plain[-100:] or "a file"


def _text(data):
    if len(data) > MOST_BYTES:
        raise FileRefused(TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = "This is not UTF-8 text. Save the file as UTF-8, and try again."
        raise FileRefused(words, f"{LINE} {line}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        words = "There is a letter that no text holds, so this is not a text file."
        raise FileRefused(words, f"{LINE} {line}")
    if not text.strip():
        raise FileRefused("The file is empty.")
    return text
