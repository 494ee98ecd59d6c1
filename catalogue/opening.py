"""The exercise of an address, with all that its page shows. One query, see Statement."""

from accounts.statements import Statement
from catalogue.marking import setup_note
from catalogue.models import Exercise, Pattern

FIELDS = [field.attname for field in Exercise._meta.concrete_fields]
PATTERN = ("pattern__slug", "pattern__name")
BESIDE = ("my_setup", "other_names", "credit_rows", "verdict_rows", "shown_media")


def exercise_called(slug, reader, whose=None):
    """The exercise with what ExerciseQuerySet.called() and with_media() tell, and `my_setup`.

    One of `whose` own if a member is named; None where there is none for this reader.
    """
    is_usual = reader.is_authenticated and whose is None
    rows = CALLED(reader, slug) if is_usual else list(_called(reader, slug, whose))
    return _made(rows[0]) if rows else None


def _called(reader, slug, whose=None):
    visible = Exercise.objects.visible_to(reader).annotate(my_setup=setup_note(reader))
    rows = visible.called(slug, whose).with_media()
    return rows.values_list(*FIELDS, *PATTERN, *BESIDE)[:1]


CALLED = Statement(_called, "stands-in-for-a-slug")


def _made(row):
    own, (slug, name, *beside) = row[: len(FIELDS)], row[len(FIELDS) :]
    exercise = Exercise.from_db("default", FIELDS, own)
    if exercise.pattern_id:
        exercise.pattern = Pattern(exercise.pattern_id, slug, name)
    for told, value in zip(BESIDE, beside, strict=True):
        setattr(exercise, told, value)
    return exercise
