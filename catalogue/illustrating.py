"""Pictures of everybody's exercises: adding one, taking one away, putting them in order.

    add_media(exercise, file, alt="…", author="…", licence="cc0", source="", by=curator)

raises imaging.making.Refused or imaging.keeping.NotKept, in words; then nothing was saved.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Max

from accounts.imaging import keeping, making
from catalogue.models import ExerciseMedia

PLACE = "exercises"  # in storage
SIDES, MOVING_SIDES = (320, 640, 1280), (320, 640)
MOST = 12
FULL = f"An exercise has at most {MOST} pictures. Remove one first."


def add_media(exercise, file, *, alt, author, licence, source="", by=None):
    """The new last picture of `exercise`: a loop if it moves. Needs leave to curate."""
    if exercise.media.count() >= MOST:
        raise making.Refused(FULL)
    pictures = making.draw(file, sides=SIDES, moving_sides=MOVING_SIDES)
    last = exercise.media.aggregate(last=Max("position"))["last"]
    row = ExerciseMedia(
        exercise=exercise, alt=alt, author=author, licence=licence, source=source,
        position=0 if last is None else last + 1, uploaded_by=by,
        width=pictures.width, height=pictures.height,
        widths=pictures.widths(), moving_widths=pictures.widths("moving-"),
    )  # fmt: skip
    row.key = keeping.keep(PLACE, pictures.files)
    try:
        with transaction.atomic():
            row.save()
            _note(row, by, "Added")
    except BaseException:
        keeping.take_back(PLACE, row.key)
        raise
    return row


def change_media(row, by):
    """Save what was said anew about a picture."""
    row.save()
    _note(row, by, "Changed the words of")


def remove_media(row, by):
    keeping.remove(PLACE, row.key)
    _note(row, by, "Removed")
    row.delete()


def arrange_media(exercise, ids, by):
    """Put the pictures into the order of `ids`; those that are not named come last."""
    rows = list(exercise.media.in_order())
    places = {pk: place for place, pk in enumerate(ids)}
    rows.sort(key=lambda row: places.get(row.pk, len(ids)))
    for position, row in enumerate(rows):
        row.position = position
    ExerciseMedia.objects.bulk_update(rows, ["position"])
    _log(exercise, by, "Put the pictures into another order.")


def move_earlier(row, by):
    ids = list(row.exercise.media.in_order().values_list("pk", flat=True))
    place = ids.index(row.pk)
    ids.insert(max(0, place - 1), ids.pop(place))
    arrange_media(row.exercise, ids, by)


def media_of(exercise):
    """Its pictures as they were read with it: see ExerciseQuerySet.with_media."""
    return [ExerciseMedia(**shown) for shown in exercise.shown_media]


def forget_media(exercises):
    """Have the files go with exercises that are about to be deleted."""
    for key in ExerciseMedia.objects.filter(exercise__in=exercises).values_list("key", flat=True):
        keeping.remove(PLACE, key)


def sweep_media(now):
    """Remove the files that no picture has; how many pictures that were."""
    known = ExerciseMedia.objects.values_list("key", flat=True)
    strays = list(keeping.strays(PLACE, known, now))
    for key in strays:
        keeping.remove(PLACE, key)
    return len(strays)


def _note(row, by, did):
    _log(row.exercise, by, f"{did} a {row.kind.lower()}: {row.alt}")


def _log(exercise, by, words):
    if by:
        LogEntry.objects.log_actions(by.pk, [exercise], CHANGE, words)
