"""Carrying out a plan: all of it in one transaction, and exactly what was shown."""

from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from catalogue.exchange.model import Entry, File, FileRefused
from catalogue.exchange.planning import plan
from catalogue.exchange.vocabulary import put_words
from catalogue.models import Exercise, Pattern
from catalogue.parts import put_parts
from catalogue.states import PLAIN, differences, fill, record_all, states_of

SALT = "catalogue.exchange"
A_DAY = 24 * 3600
MOST_LETTERS = 900_000  # of a plan that a page carries; beside it there is little in a request
COLUMNS = [
    *(name for name in PLAIN if name != "slug"), "pattern", "level", "bodyweight_factor",
    "default_reps_low", "default_reps_high", "default_rest_seconds", "default_increment_kg",
    "retired_at",
]  # fmt: skip
BATCH = 200


class Otherwise(Exception):
    """The catalogue is not as it was when the plan was shown: `plan` is what would be done now."""

    def __init__(self, plan):
        self.plan = plan
        super().__init__("The catalogue has changed meanwhile.")


def pledge(plan, by):
    """The plan as a text that the page carries, signed: the server keeps no file."""
    file = plan.rest
    said = {
        "by": str(by.pk),
        "digest": plan.digest,
        "name": file.name,
        "exercises": [[one.place, one.fields] for one in file.exercises],
        "words": {
            section: [[one.place, one.fields] for one in entries]
            for section, entries in file.words.items()
        },
    }
    return signing.dumps(said, salt=SALT, compress=True)


def redeem(text, by, *, at):
    """Carry out what `pledge` promised; the Plan that was.

    Raises FileRefused where the text is not ours, not theirs or of yesterday, and Otherwise where
    the plan would no longer do what was shown.
    """
    try:
        said = signing.loads(text, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        said = {}
    if said.get("by") != str(by.pk):
        raise FileRefused("This page is too old. Choose the file again.")
    file = File(
        said["name"],
        [Entry(*one) for one in said["exercises"]],
        {section: [Entry(*one) for one in entries] for section, entries in said["words"].items()},
    )
    with transaction.atomic():
        current = plan_locked(file)
        if current.digest != said["digest"] or current.problems:
            raise Otherwise(current)
        carry_out(current, by=by, at=at)
    return current


def plan_locked(file):
    """The plan of a file, while nobody else may change an exercise."""
    list(Exercise.objects.public().select_for_update().order_by("pk").values_list("pk"))
    return plan(file)


@transaction.atomic
def carry_out(plan, *, by, at):
    """Write all that a plan changes, with its history; FileRefused where that is impossible."""
    try:
        with transaction.atomic():
            put_words(plan.words)
            pairs = _write(plan.changes, at)
    except IntegrityError:
        words = "Somebody else is changing the same exercises. Try again in a moment."
        raise FileRefused(words) from None
    changes = [(row, change.before) for (row, _), change in zip(pairs, plan.changes, strict=True)]
    record_all(changes, by=by, at=at, reason=f"Import of {plan.file.name}")
    _check(pairs)


def _write(changes, at):
    """Rows first and ladders last, as new exercises may name each other."""
    rows = Exercise.objects.public().filter(slug__in=[change.slug for change in changes])
    there = {row.slug: row for row in rows}
    patterns = {row.slug: row for row in Pattern.objects.public()}
    pairs = [(there.get(change.slug) or Exercise(), change.after) for change in changes]
    _free_names(changes, there)
    for exercise, state in pairs:
        fill(exercise, state, patterns.get(state["pattern"]), at)
    Exercise.objects.bulk_create([row for row, _ in pairs if row.pk is None], batch_size=BATCH)
    Exercise.objects.bulk_update(there.values(), COLUMNS, batch_size=BATCH)
    put_parts(pairs)
    return pairs


def _free_names(changes, there):
    """Names may go round among exercises, and no two rows have one, not even in between."""
    renamed = [
        there[change.slug].pk
        for change in changes
        if change.before and change.before["name"] != change.name
    ]
    if renamed:
        stopgap = Concat(Value("~"), Cast("pk", CharField()), Value("~"))
        Exercise.objects.filter(pk__in=renamed).update(name=stopgap)


def _check(pairs):
    """Read it all back: nothing is kept that is not what was shown."""
    wanted = {state["slug"]: state for _, state in pairs}
    kept = states_of(Exercise.objects.filter(pk__in=[exercise.pk for exercise, _ in pairs]))
    if wrong := [s["slug"] for s in kept if differences(s, wanted[s["slug"]])]:
        raise RuntimeError(f"Not kept as it was shown: {', '.join(wrong[:5])}")
