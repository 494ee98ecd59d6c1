"""What fits a member: their limitations and equipment against an exercise's.

Rules of our own, never science: of several limitations the worst verdict counts, and a strong one
turns "take care" into "leave out". Nothing is left out for want of equipment before a member has
said what they have.
"""

from dataclasses import dataclass, field

from django.db.models import Value

from accounts.models import TrainingProfile
from catalogue.models import (
    MemberEquipment,
    MemberLimitation,
)
from catalogue.shelf import AVOID, CAUTION, public_shelf

MILD, STRONG = MemberLimitation.Severity.MILD, MemberLimitation.Severity.STRONG


@dataclass(frozen=True)
class Circumstances:
    """What a member said: ids of limitations and of equipment, None where not stated."""

    mild: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    equipment: frozenset[int] | None = None

    @property
    def has_limits(self):
        return bool(self.mild or self.strong)

    @property
    def is_stated(self):
        return self.has_limits or self.equipment is not None

    def severity_of(self, limitation):
        """How strongly a limitation (an id) was named: "" if it was not."""
        return STRONG if limitation in self.strong else MILD if limitation in self.mild else ""

    def verdict_on(self, limitation, verdict):
        """What an exercise's `verdict` on a limitation (an id) means here: "" if not named."""
        if limitation in self.strong:
            return AVOID
        return verdict if limitation in self.mild else ""


NOTHING_SAID = Circumstances()


def circumstances_of(member, reader=None):
    """What `member` said, as far as `reader` (by default themselves) may know. One query."""
    if not member.is_authenticated:
        return NOTHING_SAID
    reader = reader or member
    limits = MemberLimitation.objects.visible_to(reader, member)
    pieces = MemberEquipment.objects.visible_to(reader, member)
    profile = TrainingProfile.objects.visible_to(reader, member)
    stated = profile.filter(has_stated_equipment=True)
    rows = limits.values_list("severity", "limitation").union(
        pieces.values_list(Value("piece"), "equipment"),
        stated.values_list(Value("stated"), Value(0)),
        all=True,
    )
    said = {MILD: set(), STRONG: set(), "piece": set(), "stated": set()}
    for kind, pk in rows:
        said[kind].add(pk)
    return Circumstances(
        mild=frozenset(said[MILD]),
        strong=frozenset(said[STRONG]),
        equipment=frozenset(said["piece"]) if said["stated"] else None,
    )


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
    """How an exercise with these `verdicts` (with limitation) suits, `lacking` some equipment."""
    reasons = {AVOID: [], CAUTION: [], "": []}
    for row in verdicts:
        reasons[said.verdict_on(row.limitation_id, row.verdict)].append(row.limitation.name)
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
