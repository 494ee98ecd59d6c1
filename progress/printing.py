"""Sheets as a PDF of A4 pages, a day on each, in a type that has more than Latin letters."""

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from django.conf import settings
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from progress.sheets import MOST_BOXES

FONTS = Path(settings.BASE_DIR) / "var" / "build" / "fonts"
INK, SOFT, LINE = HexColor("#13201d"), HexColor("#5a6862"), HexColor("#7a8883")
WIDTH, BOX = 180 * mm, 17 * mm
RESERVE = "RIR: reps left before you would fail. 0 nothing left, 1 one more, 2 two more."


def pdf_of(page):
    """The sheets of progress/views/sheets.py as the bytes of a PDF."""
    out = BytesIO()
    title = f"{page['routine'].name}, week {page['week']}"
    document = SimpleDocTemplate(
        out, pagesize=A4, title=title, author="BackGym",
        leftMargin=15 * mm, rightMargin=15 * mm, topMargin=12 * mm, bottomMargin=12 * mm,
    )  # fmt: skip
    story = [part for sheet in page["sheets"] for part in _sheet(page, sheet)]
    document.build(story[:-1] or [Paragraph("No training days in this week.", _type("plain"))])
    return out.getvalue()


def _sheet(page, sheet):
    version = page["version"]
    yield _words(f"{page['routine'].name}, week {page['week']} of {version.weeks}", "soft")
    yield _words(sheet.day.name, "title")
    yield _words("Date ______________   Start ________   Body weight ________", "soft")
    yield Spacer(0, 4 * mm)
    for line in sheet.lines:
        yield Table(
            [[_about(line), _boxes(line)]],
            colWidths=[WIDTH - MOST_BOXES * BOX, MOST_BOXES * BOX],
            style=[("LINEABOVE", (0, 0), (-1, 0), 0.5, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                   ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 2)],
            splitInRow=0,
        )  # fmt: skip
    yield Spacer(0, 4 * mm)
    yield _words(RESERVE, "soft")
    yield _words(f"BackGym. Plan version {version.number}.", "soft")
    yield PageBreak()


def _about(line):
    name = f"{line.label} {line.row.exercise.title}" if line.label else line.row.exercise.title
    last = f"Last time {line.last}" if line.last else ""
    more = f"and {line.more} more sets" if line.more else ""
    parts = [(name, "name"), (line.target, "plain")]
    parts += [(words, "soft") for words in (line.row.note, last, more) if words]
    return [_words(*part) for part in parts]


def _boxes(line):
    heads = [_words(f"{number}", "soft") for number in line.boxes]
    blank = [_words(f"kg<br/>{line.counted_in}<br/>RIR", "box", raw=True) for _ in line.boxes]
    return Table(
        [heads, blank],
        colWidths=[BOX] * len(heads),
        rowHeights=[4.5 * mm, 13.5 * mm],
        hAlign="LEFT",
        style=[("BOX", (n, 1), (n, 1), 0.7, INK) for n in line.boxes if n < len(heads)]
        + [("BOX", (0, 1), (0, 1), 0.7, INK), ("LEFTPADDING", (0, 0), (-1, -1), 2),
           ("TOPPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )  # fmt: skip


def _words(text, kind, raw=False):
    return Paragraph(text if raw else escape(text), _type(kind))


@cache
def _type(kind):
    """A style of type by name; the fonts are read the first time."""
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    size, bold, colour = {
        "title": (18, True, INK), "name": (10.5, True, INK), "plain": (9, False, INK),
        "soft": (8, False, SOFT), "box": (6, False, LINE),
    }[kind]  # fmt: skip
    font = "DejaVuSans-Bold" if bold else "DejaVuSans"
    return ParagraphStyle(kind, fontName=font, fontSize=size, leading=size * 1.35, textColor=colour)
