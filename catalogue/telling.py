"""What an exercise's page tells, in the reader's language; in English where that is missing."""

from typing import NamedTuple

from accounts.languages import current_reader
from catalogue.models import ExerciseTranslation
from catalogue.models.titles import title_of

TEXTS = ("setup", "cues", "mistakes")


class Told(NamedTuple):
    """A text or some, and their language; "" where it is that of the page."""

    words: str | list
    language: str = ""


def texts_of(exercise):
    """{field: Told}, and as `others` what else it is called. One query for a translation."""
    texts = {name: Told(getattr(exercise, name)) for name in TEXTS}
    reader = current_reader()
    if reader is None or exercise.is_own:
        return texts | {"others": _said(Told(exercise.other_names))}
    rows = ExerciseTranslation.objects.public().into(reader.language)
    row = rows.filter(exercise=exercise).first() or ExerciseTranslation()
    for name in TEXTS:
        if words := getattr(row, name):
            texts[name] = Told(words, reader.language)
    english = [exercise.name] if row.name and row.name != exercise.name else []
    others = Told(row.aliases, reader.language), Told([*english, *exercise.other_names])
    return texts | {"others": _said(*others)}


def _said(*texts):
    return [told for told in texts if told.words]


def name_parts(exercise):
    """Give the muscles and limitations of its page (`called`) the names the reader knows."""
    if current_reader() is None:
        return
    for kind, rows in [("muscle", exercise.credit_rows), ("limitation", exercise.verdict_rows)]:
        for row in rows:
            row["name"] = title_of(kind, row[kind], row["name"])
