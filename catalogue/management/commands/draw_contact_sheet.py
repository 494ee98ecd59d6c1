"""manage.py draw_contact_sheet PATH: every pictogram on one page, to look at in a browser."""

import json
from html import escape
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from catalogue.drawing.errors import PoseError
from catalogue.drawing.pictogram import Pictogram

DATA = Path(settings.BASE_DIR) / "catalogue" / "data"
CSS = Path(settings.BASE_DIR) / "static" / "css"
LOOK = """
body { background: var(--gym-canvas); color: var(--gym-ink); margin: 0;
  font: 13px var(--gym-font); }
h2 { font-size: 13px; margin: 0 0 4px; } p { margin: 4px 0 0; color: var(--gym-ink-2); }
main { color: var(--gym-ink); display: grid;
  grid-template-columns: repeat(auto-fill, minmax(var(--card), 1fr)); }
article { padding: 8px; border: 1px solid var(--gym-line); background: var(--gym-surface); }
.row { display: flex; flex-wrap: wrap; gap: 6px; } .row > * { inline-size: var(--size); }
"""


class Command(BaseCommand):
    help = "Writes an HTML page of all pictograms, light and dark, small and large."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path)
        parser.add_argument("--only", default="", help="slugs or patterns, separated by commas")
        parser.add_argument("--sizes", default="96,320")
        parser.add_argument("--themes", default="light,dark")

    def handle(self, *, path, only, sizes, themes, **options):
        exercises = json.loads((DATA / "exercises.json").read_text(encoding="utf-8"))["exercises"]
        written = json.loads((DATA / "poses.json").read_text(encoding="utf-8"))
        wanted = set(filter(None, only.split(",")))
        chosen = [
            exercise
            for exercise in exercises
            if not wanted or wanted & {exercise["slug"], exercise["pattern"]}
        ]
        cards = [card(one, written[one["slug"]]) for one in chosen if one["slug"] in written]
        missing = [one["slug"] for one in chosen if one["slug"] not in written]
        path.write_text(page(cards, sizes.split(","), themes.split(",")), encoding="utf-8")
        self.stdout.write(f"{len(cards)} drawn on {path}; {len(missing)} have no description yet.")
        if missing:
            self.stdout.write(" ".join(missing))


def card(exercise, description):
    """One exercise's name, drawings and words; in place of the drawings, what is wrong."""
    try:
        pictogram = Pictogram(description)
        drawings = "".join(
            f"<div>{pictogram.svg(pose, exercise['primary'], exercise['secondary'])}</div>"
            for pose in range(len(pictogram.skeletons))
        )
        words = pictogram.alternative(exercise["name"])
    except PoseError as error:
        drawings, words = "", f"NOT DRAWN. {error}"
    return (
        f"<article><h2>{escape(exercise['slug'])}</h2>"
        f'<div class="row">{drawings}</div><p>{escape(words)}</p></article>'
    )


def page(cards, sizes, themes):
    tokens, look = (CSS / "tokens.css").read_text(), (CSS / "pictogram.css").read_text()
    sheets = "".join(
        f'<main class="sheet-{size}" data-bs-theme="{theme}">{"".join(cards)}</main>'
        for theme in themes
        for size in sizes
    )
    widths = "".join(
        f".sheet-{size} {{ --size: {size}px; --card: {2 * int(size) + 30}px; }}" for size in sizes
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictograms</title>'
        f"<style>{tokens}{look}{LOOK}{widths}</style><body>{sheets}</body></html>"
    )
