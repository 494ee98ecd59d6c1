"""What a member keeps about single exercises: a favourite, never to be suggested, a set-up note."""

from django.db.models import OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from catalogue.models import ExerciseMark, ExerciseNote


def mark(member, exercise, kind, now):
    """Make an exercise a favourite of `member`'s, one never to be suggested, or ("") neither."""
    marks = ExerciseMark.objects.owned_by(member)
    if not kind:
        marks.filter(exercise=exercise).delete()
        return
    dates = {"favourite_at": None, "never_at": None} | {f"{kind}_at": now}
    marks.update_or_create(
        exercise=exercise, defaults=dates, create_defaults=dates | {"member": member}
    )


def note_setup(member, exercise, text):
    """Keep how `member` sets an exercise up; an empty text takes the note away."""
    notes = ExerciseNote.objects.owned_by(member)
    if text:
        notes.update_or_create(
            exercise=exercise,
            defaults={"text": text},
            create_defaults={"text": text, "member": member},
        )
    else:
        notes.filter(exercise=exercise).delete()


def setup_note(member, exercise="pk"):
    """Of each row of a query its member's own note on `exercise`, a path to it; part of its query.

    `member` is who reads: whoever else asks for the rows finds no note in them.
    """
    if not member.is_authenticated:
        return Value("", output_field=TextField())
    notes = ExerciseNote.objects.owned_by(member).filter(exercise=OuterRef(exercise))
    return Coalesce(Subquery(notes.values("text")[:1]), Value(""), output_field=TextField())
