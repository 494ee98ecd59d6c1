"""From a file somebody sent to pictures that are ours, in words where it cannot be.

    pictures = draw(file, sides=(320, 640))          # may take a second; Refused says why not
    pictures.files                                   # {"320": b"…", "640": b"…"}: WebP

Neither the file's name nor its declared type is looked at: what counts is what is in it. The limits
are those of ASVS 5.0, 5.2; the work is done by child.py.
"""

import json
import re
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from accounts.imaging.uploads import MEGABYTES, MOST_BYTES

CHILD = Path(__file__).with_name("child.py")
RULES = {
    "pixels": 60_000_000,
    "webp_pixels": 40_000_000,
    "longest": 16_000,  # pixels of the longer side
    "shortest": 32,  # pixels of the shorter side
    "ratio": 8,
    "frames": 150,
    "loop_seconds": 15,
    "memory": 900 * 2**20,  # address space; a 48-megapixel JPEG needs a quarter of it
}
STILL_SECONDS, MOVING_SECONDS = 5, 20  # of processor time
PATIENCE = 3  # how much longer it may take by the clock, on a busy machine
MOST_DRAWN = 32 * 2**20  # bytes of all that is handed back
_turns = threading.BoundedSemaphore(2)  # images at a time, so that memory has a limit

NAME = re.compile(r"(moving-)?[1-9][0-9]{0,4}")
WORDS = {
    "moves": "This picture moves. Send one that stands still: JPEG, PNG or WebP.",
    "stands still": "This GIF does not move. Send a photograph as JPEG, PNG or WebP.",
    "large": "This picture is too large: at most 60 megapixels (40 as WebP), 16,000 pixels a side.",
    "small": "This picture is too small: each side needs at least 32 pixels.",
    "narrow": "This picture is too long and narrow: one side is over 8 times the other.",
    "long": "This loop is too long: at most 15 seconds and 150 pictures. Cut it to one repetition.",
}
EMPTY = "This file is empty."
TOO_MANY_BYTES = f"This file is too large: at most {MEGABYTES} MB."
UNREADABLE = "This picture could not be read: the file is damaged. Save it anew, or send another."
WANTED = "Send a JPEG, PNG or WebP picture"
LOOPS_TOO = "or a short loop as animated WebP, GIF or PNG"
KNOWN = [  # by its first bytes, or some a little later
    (0, b"\xff\xd8\xff", None),
    (0, b"\x89PNG\r\n\x1a\n", None),
    (8, b"WEBP", None),
    (0, b"GIF8", None),
    (8, b"heic", "HEIC"), (8, b"heix", "HEIC"), (8, b"mif1", "HEIC"), (8, b"msf1", "HEIC"),
    (8, b"avif", "AVIF"), (8, b"avis", "AVIF"),
    (4, b"ftyp", "a video"), (0, b"\x1aE\xdf\xa3", "a video"), (8, b"AVI ", "a video"),
    (0, b"%PDF", "a PDF"), (0, b"II*\0", "a TIFF"), (0, b"MM\0*", "a TIFF"), (0, b"BM", "a BMP"),
]  # fmt: skip


class Refused(Exception):
    """Why a file gives no picture, in words for who sent it."""


@dataclass(frozen=True)
class Pictures:
    """What was drawn: `files` are named by their width, those that move "moving-<width>"."""

    width: int
    height: int
    files: dict[str, bytes]

    def widths(self, prefix=""):
        names = [name.removeprefix(prefix) for name in self.files if name.startswith(prefix)]
        return sorted(int(name) for name in names if name.isdecimal())


def draw(file, *, sides, moving_sides=()):
    """Pictures no longer than each of `sides`; of a loop, moving ones of `moving_sides` as well.

    Without `moving_sides`, what moves is refused.
    """
    rules = RULES | {"sides": sorted(sides), "moving_sides": sorted(moving_sides)}
    with tempfile.TemporaryFile() as source:
        _check_kind(_take(file, source), bool(moving_sides))
        rules["seconds"] = MOVING_SECONDS if moving_sides else STILL_SECONDS
        with _turns:
            drawn = _run(source, rules)
    return _read(drawn)


def _take(file, source):
    """Copies it, and stops where it is too large, whatever it said of its size; its first bytes."""
    file.seek(0)
    head, taken = b"", 0
    while piece := file.read(2**16):
        head, taken = head or piece[:512], taken + len(piece)
        if taken > MOST_BYTES:
            break
        source.write(piece)
    if taken > MOST_BYTES or (getattr(file, "size", None) or 0) > MOST_BYTES:
        raise Refused(TOO_MANY_BYTES)
    if not taken:
        raise Refused(EMPTY)
    source.seek(0)
    return head


def _check_kind(head, loops_too):
    for place, sign, name in KNOWN:
        if head[place : place + len(sign)] == sign:
            if name:
                raise Refused(f"This is {name}. {_wanted(loops_too)}")
            return
    if b"<svg" in head.lower():
        raise Refused(f"This is an SVG, a drawing made of code. {_wanted(loops_too)}")
    raise Refused(f"This is not a picture. {_wanted(loops_too)}")


def _wanted(loops_too):
    return f"{WANTED}, {LOOPS_TOO}." if loops_too else f"{WANTED}."


def _run(source, rules):
    """What the child writes; nothing if it was killed, for whatever reason."""
    child = subprocess.Popen(  # noqa: S603 - our own program, our own words
        [sys.executable, "-I", str(CHILD), json.dumps(rules)],
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={},
    )
    clock = threading.Timer(rules["seconds"] * PATIENCE, child.kill)
    clock.start()
    try:
        with child:
            drawn = child.stdout.read(MOST_DRAWN)
            child.kill()  # whatever it may still want to say
    finally:
        clock.cancel()
    return drawn


def _read(drawn):
    """The child's word is checked as well: what it opened may have taken it over."""
    head, _, rest = drawn.partition(b"\n")
    try:
        told = json.loads(head)
        broken = WORDS[told["refused"]] if "refused" in told else None
        pictures = (
            None if broken else Pictures(int(told["width"]), int(told["height"]), _cut(told, rest))
        )
    except (ValueError, KeyError, TypeError):
        raise Refused(UNREADABLE) from None
    if broken:
        raise Refused(broken)
    return pictures


def _cut(told, rest):
    files = {}
    for name, length in told["files"]:
        files[name], rest = rest[:length], rest[length:]
        if not NAME.fullmatch(name) or len(files[name]) != length:
            raise ValueError(name)
    return files
