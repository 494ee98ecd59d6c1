"""What a week of a plan gives each part of the back: hard sets against what we aim for."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain

from accounts.statements import Statement, among
from accounts.templatetags.quantities import hard_sets as shown
from accounts.templatetags.quantities import span
from catalogue.models import ExerciseMuscle
from catalogue.models.vocabulary import Region
from training.landmarks import REGION_BANDS, status
from training.volume import CreditedSet, drop_set_worth, is_hard_set, largest_credits, total_credits
from workouts.models import Prescription

SHOWN = (Region.UPPER, Region.MID, Region.LATS, Region.LOWER, Region.ARMS)
PASSIVE_HANGS = {"dead-hang"}  # hanging from a bar earns a back no set (our rule)
WORTH = {1.0: Decimal(1), 0.5: Decimal("0.5")}  # what a set is to a muscle: ExerciseMuscle.credit
Technique = Prescription.Technique


@dataclass(frozen=True)
class RegionWeek:
    """A region's hard sets in a week against its band, from `low` to `high`."""

    region: str
    sets: Decimal
    low: int
    high: int
    planned: Decimal | None = None

    @property
    def name(self):
        return Region(self.region).label

    @property
    def standing(self):
        """below, in or above."""
        if self.sets < self.low:
            return "below"
        return "in" if self.sets <= self.high else "above"

    @property
    def words(self):
        """Lower back: 2 hard sets a week, below 4–12."""
        word = {"below": "below", "in": "within", "above": "above"}[self.standing]
        noun = "hard set" if self.sets == 1 else "hard sets"
        return f"{self.name}: {shown(self.sets)} {noun} a week, {word} {span(self.low, self.high)}"


@dataclass(frozen=True)
class Balance:
    """A week of hard sets: by region, by volume group and by muscle (slugs)."""

    regions: list[RegionWeek]
    groups: dict[str, Decimal]
    muscles: dict[str, Decimal]

    @property
    def most(self):
        """The regions of the back with most sets, the busiest first."""
        return sorted((r for r in self.regions if r.sets), key=lambda r: -r.sets)

    @property
    def short(self):
        return [region for region in self.regions if region.standing == "below"]

    def group_status(self, group):
        """Where a volume group stands: see training.landmarks.status()."""
        return status(group, self.groups.get(group, Decimal(0)))


@dataclass(frozen=True)
class Muscles:
    """What sets give, {exercise id: {muscle slug: credit}}, and where each muscle counts."""

    credits: dict[int, dict[str, Decimal]]
    region: dict[str, str]
    group: dict[str, str]

    @cached_property
    def by_region(self):
        """The same credits by region of the back."""
        return {pk: largest_credits(own, self.region) for pk, own in self.credits.items()}

    @cached_property
    def by_group(self):
        return {pk: largest_credits(own, self.group) for pk, own in self.credits.items()}

    def learn(self, exercise, slug, credit, region, group):
        """Keep what a set of an exercise (id) is worth to a muscle, and where the muscle counts."""
        self.credits.setdefault(exercise, {})[slug] = WORTH[credit]
        self.region[slug] = region
        if group:
            self.group[slug] = group

    def primary(self, exercise):
        return [slug for slug, credit in self.credits.get(exercise, {}).items() if credit == 1]

    def secondary(self, exercise):
        return [slug for slug, credit in self.credits.get(exercise, {}).items() if credit < 1]


def muscles_of(exercises):
    """The muscles of these exercises (ids). One query."""
    muscles = Muscles({}, {}, {})
    for row in CREDITS(None, list(exercises)) if exercises else []:
        muscles.learn(*row)
    return muscles


def _credits(_, exercises):
    credits = ExerciseMuscle.objects.filter(among("exercise", exercises), credit__gt=0)
    return credits.order_by("pk").values_list(
        "exercise", "muscle__slug", "credit", "muscle__region", "muscle__volume_group"
    )


CREDITS = Statement(_credits, [-1])


def balance_of(days, muscles):
    """The balance of a week of these days. `muscles` is muscles_of() their exercises."""
    worths = {}
    for row in chain.from_iterable(day.rows for day in days):
        if worth := hard_sets(row):
            worths[row.exercise_id] = worths.get(row.exercise_id, 0) + worth
    regions = added_up(muscles.by_region, worths.items())
    return Balance(
        [region_week(region, regions.get(region, Decimal(0))) for region in SHOWN],
        added_up(muscles.by_group, worths.items()),
        added_up(muscles.credits, worths.items()),
    )


def added_up(credits, worths):
    """Sets by part: `credits` of exercises (ids), `worths` pairs of an exercise and its sets."""
    return total_credits(CreditedSet(credits.get(pk, {}), worth) for pk, worth in worths)


def region_week(region, sets, planned=None):
    """A region's week against our band: for plans, and for what was logged."""
    low, high = REGION_BANDS[region]
    return RegionWeek(str(region), sets, low, high, planned)


def hard_sets(row):
    """How many hard sets a prescription is worth, done as it is written."""
    hold = row.reps_high if row.unit == Prescription.Unit.SECONDS else None
    hard = is_hard_set(
        completed=True,
        warm_up=row.technique in (Technique.WARM_UP, Technique.CARDIO),
        rir=row.rir,
        hold_seconds=hold,
        passive_hang=row.exercise.slug in PASSIVE_HANGS and not row.exercise.is_own,
    )
    if not hard or row.unit == Prescription.Unit.MINUTES:
        return Decimal(0)
    details = row.technique_details
    if row.technique == Technique.LADDER:
        return Decimal(details.get("rounds", row.sets))
    if row.technique == Technique.DROP_SET:
        worth = drop_set_worth(details.get("drops", 1))
        dropped = 1 if details.get("last_set_only", True) else row.sets
        return row.sets - dropped + worth * dropped
    return Decimal(row.sets)
