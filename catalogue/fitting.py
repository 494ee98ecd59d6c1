"""What fits a member: their limitations and equipment against an exercise's.

Rules of our own, never science: of several limitations the worst verdict counts, and a strong one
turns "take care" into "leave out". Nothing is left out for want of equipment before a member has
said what they have.
"""

from dataclasses import dataclass, field

from django.db import connection
from django.db.models import BigIntegerField, Func, IntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from accounts.models import TrainingProfile
from accounts.statements import Statement
from catalogue.models import ExerciseMark, MemberEquipment, MemberLimitation
from catalogue.shelf import AVOID, CAUTION, public_shelf

MILD, STRONG = MemberLimitation.Severity.MILD, MemberLimitation.Severity.STRONG
IS_STATED = Cast(Cast("has_stated_equipment", IntegerField()), BigIntegerField())
GOALS = Func("goals", Value(" "), function="array_to_string", output_field=TextField())
MINUTES = Cast(Coalesce("session_minutes", 0), TextField())
TRAINS = Concat("level", Value(" "), MINUTES, Value(" "), GOALS, output_field=TextField())
FAVOURITE, NEVER = ExerciseMark.Kind.FAVOURITE, ExerciseMark.Kind.NEVER


@dataclass(frozen=True)
class Circumstances:
    """What a member said: ids of limitations, of equipment (None where not stated), of exercises.

    Exercises are their favourites, and those never to be suggested to them. `level`, `goals` and
    `minutes` for a workout are those of their TrainingProfile.
    """

    mild: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    equipment: frozenset[int] | None = None
    level: str = ""
    goals: tuple[str, ...] = ()
    minutes: int | None = None
    favourites: frozenset[int] = frozenset()
    never: frozenset[int] = frozenset()

    @property
    def has_limits(self):
        return bool(self.mild or self.strong)

    @property
    def is_stated(self):
        return self.has_limits or self.equipment is not None

    def mark_on(self, exercise):
        """What an exercise (an id) is marked as: "" if it is not."""
        return NEVER if exercise in self.never else FAVOURITE if exercise in self.favourites else ""

    def severity_of(self, limitation):
        """How strongly a limitation (an id) was named: "" if it was not."""
        return STRONG if limitation in self.strong else MILD if limitation in self.mild else ""

    def verdict_on(self, limitation, verdict):
        """What an exercise's `verdict` on a limitation (an id) means here: "" if not named."""
        if limitation in self.strong:
            return AVOID
        return verdict if limitation in self.mild else ""


# As circumstances_of() and verdict_on() have it for one's own, written out: the running workout
# asks at every tick, and Django would take six times as long to put it together.
LEFT_OUT = """
    SELECT exercise_id FROM catalogue_memberlimitation
    JOIN catalogue_exerciselimitation USING (limitation_id)
    WHERE member_id = %(member)s AND exercise_id = ANY (%(exercises)s)
        AND (severity = %(strong)s OR verdict = %(avoid)s)
"""
NOTHING_SAID = Circumstances()


def circumstances_of(member, reader=None):
    """What `member` said, as far as `reader` (by default themselves) may know. One query."""
    if not member.is_authenticated:
        return NOTHING_SAID
    reader = reader or member
    rows = OWN_WORDS(reader) if reader.pk == member.pk else _words_of(member, reader)
    said = {kind: set() for kind in (MILD, STRONG, "piece", "profile", FAVOURITE, NEVER)}
    trains = " 0 "
    for kind, number, text in rows:
        said[kind].add(number)
        trains = text or trains
    level, minutes, *goals = trains.split(" ")
    return Circumstances(
        mild=frozenset(said[MILD]),
        strong=frozenset(said[STRONG]),
        equipment=frozenset(said["piece"]) if 1 in said["profile"] else None,
        level=level,
        goals=tuple(filter(None, goals)),
        minutes=int(minutes) or None,
        favourites=frozenset(said[FAVOURITE]),
        never=frozenset(said[NEVER]),
    )


def _words_of(member, reader):
    """(kind, id, text) of everything `member` said."""
    limits = MemberLimitation.objects.visible_to(reader, member)
    pieces = MemberEquipment.objects.visible_to(reader, member)
    profile = TrainingProfile.objects.visible_to(reader, member)
    marks = ExerciseMark.objects.visible_to(reader, member).with_kind()
    return limits.values_list("severity", "limitation", Value("")).union(
        pieces.values_list(Value("piece"), "equipment", Value("")),
        profile.values_list(Value("profile"), IS_STATED, TRAINS),
        marks.values_list("kind", "exercise", Value("")),
        all=True,
    )


OWN_WORDS = Statement(lambda member: _words_of(member, member))


def left_out(member, exercises):
    """Which of these exercises (ids) what `member` said leaves out. One query, if there are any."""
    if not exercises:
        return set()
    asked = {"member": member.pk, "exercises": list(exercises), "strong": STRONG, "avoid": AVOID}
    with connection.cursor() as cursor:
        cursor.execute(LEFT_OUT, asked)
        return {pk for (pk,) in cursor.fetchall()}


@dataclass(frozen=True)
class Fit:
    """Whether one exercise fits, and why: limitations to avoid or mind it for, missing pieces."""

    avoid: list[str] = field(default_factory=list)
    caution: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    @property
    def verdict(self):
        return AVOID if self.avoid else CAUTION if self.caution else ""


def fit(said, verdicts, lacking=()):
    """How an exercise with these `verdicts` suits, `lacking` some equipment.

    A verdict has a `limitation` (its id), its `name` and the `verdict`.
    """
    reasons = {AVOID: [], CAUTION: [], "": []}
    for row in verdicts:
        reasons[said.verdict_on(row["limitation"], row["verdict"])].append(row["name"])
    return Fit(reasons[AVOID], reasons[CAUTION], list(lacking))


def effect_of(said):
    """Of everybody's exercises: `total`, `avoid`, `lacking` (of the rest), `fitting`. One query."""
    shelf = public_shelf()
    avoid = shelf.avoided(said)
    lacking = shelf.lacking(said) & ~avoid
    counts = {"total": shelf.everything, "avoid": avoid, "lacking": lacking}
    counts["fitting"] = shelf.everything & ~avoid & ~lacking
    return {name: places.bit_count() for name, places in counts.items()}


def state_limits(member, severities):
    """Make {limitation id: severity} all that limits `member`."""
    MemberLimitation.objects.owned_by(member).exclude(limitation__in=severities).delete()
    MemberLimitation.objects.bulk_create(
        [
            MemberLimitation(member=member, limitation_id=limitation, severity=severity)
            for limitation, severity in severities.items()
        ],
        update_conflicts=True,
        unique_fields=["member", "limitation"],
        update_fields=["severity"],
    )
    TrainingProfile.of_member(member, has_stated_limits=True)


def state_equipment(member, equipment):
    """Make these pieces all that `member` has; None takes the statement back."""
    pieces = [] if equipment is None else list(equipment)
    MemberEquipment.objects.owned_by(member).exclude(equipment__in=pieces).delete()
    MemberEquipment.objects.bulk_create(
        [MemberEquipment(member=member, equipment=piece) for piece in pieces],
        ignore_conflicts=True,
    )
    TrainingProfile.of_member(member, has_stated_equipment=equipment is not None)
