"""The exercise of an address, with all that its page shows."""

from accounts.statements import Statement
from catalogue.marking import setup_note
from catalogue.models import Exercise


def exercise_called(slug, reader, whose=None):
    """The exercise with what ExerciseQuerySet.called() and with_media() tell, and `my_setup`.

    One of `whose` own if a member is named; None where there is none for this reader. One query.
    """
    is_usual = reader.is_authenticated and whose is None
    found = CALLED(reader, slug) if is_usual else _called(reader, slug, whose)
    return next(iter(found), None)


def _called(reader, slug, whose=None):
    visible = Exercise.objects.visible_to(reader).select_related("pattern")
    visible = visible.annotate(my_setup=setup_note(reader))
    return visible.called(slug, whose).with_media()[:1]


CALLED = Statement(_called, "stands-in-for-a-slug")
