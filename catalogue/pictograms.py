"""An exercise's pictogram: checked when it is entered, drawn once and kept."""

import json
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe

from catalogue.drawing.errors import PoseError
from catalogue.drawing.pictogram import Pictogram


def check_pictogram(description):
    """Refuse a description that cannot be drawn, in the words of the renderer."""
    try:
        Pictogram(description)
    except PoseError as error:
        raise ValidationError(str(error)) from error


def written(description):
    """The description as people read and change it: a piece of gear and a pose on each line."""
    lines = []
    for key, value in description.items():
        if isinstance(value, list):
            inner = ",\n".join(f"    {_json(part)}" for part in value)
            lines.append(f"  {_json(key)}: [\n{inner}\n  ]")
        else:
            lines.append(f"  {_json(key)}: {_json(value)}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _json(value):
    return json.dumps(value, ensure_ascii=False)


def drawings_of(exercise, entry):
    """The Drawings of an exercise, tinted with the muscles of its entry; None without any."""
    if not exercise.pictogram:
        return None
    muscles = entry.primary, entry.secondary
    return _drawn(exercise.title, json.dumps(exercise.pictogram, sort_keys=True), *muscles)


class Drawings:
    """What a page shows: (heading, SVG) of each pose, and the words for who cannot see them."""

    def __init__(self, name, description, primary=(), secondary=()):
        pictogram = Pictogram(description)
        captions = pictogram.description.captions
        headings = ["Hold"] if len(captions) == 1 else ["Start", "End"]
        self.poses = [
            (heading, mark_safe(pictogram.svg(number, primary, secondary)))  # noqa: S308 - numbers only
            for number, heading in enumerate(headings)
        ]
        self.alternative = pictogram.alternative(name)

    @property
    def is_hold(self):
        return len(self.poses) == 1


@lru_cache(maxsize=512)
def _drawn(name, description, primary, secondary):
    return Drawings(name, json.loads(description), primary, secondary)
