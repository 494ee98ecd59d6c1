"""Hard sets of a member's weeks, Monday to Sunday, as fractions per region and volume group."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from django.db.models import Count, Q
from django.db.models.functions import TruncWeek

from catalogue.models import Exercise
from progress.models import LoggedSet
from progress.starting import monday_of
from training.landmarks import LANDMARKS, Status, status
from training.volume import CreditedSet, drop_set_worth, fractional_sets
from workouts.balance import PASSIVE_HANGS, SHOWN, muscles_of, region_week

EASIEST_RIR, SHORTEST_HOLD = 4, 5  # training.volume.is_hard_set
WEEKS_OF_MEAN = 4


@dataclass(frozen=True)
class Week:
    """The hard sets of one week, as fractions; what has none is not in the mappings."""

    monday: date
    regions: dict[str, Decimal]
    groups: dict[str, Decimal]
    muscles: dict[str, Decimal]

    @property
    def shown(self):
        """The hard sets of all regions we show."""
        return [self.regions.get(region, Decimal(0)) for region in SHOWN]

    @cached_property
    def by_region(self):
        """All regions we show, against their bands."""
        return [region_week(*week) for week in zip(SHOWN, self.shown, strict=True)]

    @property
    def total(self):
        return sum(self.shown, Decimal(0))


@dataclass(frozen=True)
class Weeks:
    """Neighbouring weeks up to the present one, oldest first, and what was trained in them.

    `trained` has the exercises, those with most hard sets first.
    """

    weeks: list[Week]
    trained: list[Exercise]

    @property
    def now(self):
        return self.weeks[-1]

    @property
    def newest_first(self):
        return self.weeks[::-1]

    @property
    def lately(self):
        """The last four whole weeks, or fewer for somebody who began later."""
        begun = next((n for n, week in enumerate(self.weeks) if week.regions), len(self.weeks))
        return self.weeks[begun:-1][-WEEKS_OF_MEAN:]

    def months(self):
        """Mean weeks of each month; a week belongs to that of its Thursday, this one to none."""
        months = defaultdict(list)
        for week in self.weeks[:-1] or self.weeks:
            months[(week.monday + timedelta(days=3)).replace(day=1)].append(week)
        return [mean_week(weeks, month) for month, weeks in months.items()]


@dataclass(frozen=True)
class GroupRow:
    """A volume group: this week, last week, the mean of the last whole weeks, and its band."""

    group: str
    now: Decimal
    last: Decimal
    mean: Decimal
    standing: Status | None

    @property
    def name(self):
        return self.group.replace("_", " ").capitalize()

    @property
    def band(self):
        return LANDMARKS.get(self.group)


def weeks_of(sets, exercises, first, today):
    """The weeks from `first` (a Monday; None for the first trained) to that of `today`.

    `sets` and `exercises` are what the reader may see of one member. Three queries: one along the
    index set_of_week, one for the exercises, one for their muscles.
    """
    counts = list(_hard_sets(sets, first, today))
    known = {
        row.pk: row for row in exercises.filter(pk__in={count["exercise"] for count in counts})
    }
    muscles = muscles_of([row.pk for row in known.values() if _earns_credit(row)])
    done, totals = defaultdict(list), defaultdict(Decimal)
    for count in counts:
        worth = worth_of(count["straight"], count["drops"])
        totals[count["exercise"]] += worth
        done[count["week"]].append((count["exercise"], worth))
    credits = [
        _credits(muscles, muscles.region),
        _credits(muscles, muscles.group),
        muscles.credits,
    ]
    weeks = [
        Week(monday, *(_added_up(done[monday], of_one) for of_one in credits))
        for monday in _mondays(first or min(done, default=monday_of(today)), today)
    ]
    busiest = sorted(known.values(), key=lambda row: (-totals[row.pk], row.name))
    return Weeks(weeks, busiest)


def _credits(muscles, part_of):
    """What one set of each exercise gives each part of the body."""
    return {
        exercise: fractional_sets([CreditedSet(credits)], part_of)
        for exercise, credits in muscles.credits.items()
    }


def _added_up(done, credits):
    """The sets of each part from exercises with their worth in sets."""
    totals = defaultdict(Decimal)
    for exercise, worth in done:
        for part, credit in credits.get(exercise, {}).items():
            totals[part] += credit * worth
    return totals


def worth_of(straight, drops):
    """Hard sets that `straight` sets and `drops` are worth, the drops spread evenly over them."""
    if not drops:
        return Decimal(straight)
    if not straight:
        straight, drops = min(drops, 1), max(drops - 1, 0)
    each, left = divmod(drops, straight)
    return left * drop_set_worth(each + 1) + (straight - left) * drop_set_worth(each)


def mean_week(weeks, monday):
    """The mean of `weeks` as one, dated `monday`."""
    return Week(monday, *(_mean(weeks, mapping) for mapping in ("regions", "groups", "muscles")))


def group_rows(weeks):
    """A row for every group with landmarks, and for the others that were trained."""
    lately = mean_week(weeks.lately, weeks.now.monday)
    last = weeks.weeks[-2] if len(weeks.weeks) > 1 else lately
    others = {**weeks.now.groups, **last.groups, **lately.groups}.keys() - LANDMARKS.keys()
    zero = Decimal(0)
    return [
        GroupRow(
            group,
            weeks.now.groups.get(group, zero),
            last.groups.get(group, zero),
            lately.groups.get(group, zero),
            status(group, lately.groups.get(group, zero)),
        )
        for group in [*LANDMARKS, *sorted(others)]
    ]


def _hard_sets(sets, first, today):
    """Counts of hard sets (training.volume.is_hard_set) by week and exercise."""
    since = {"trained_on__gte": first} if first else {}
    drop = Q(kind=LoggedSet.Kind.DROP)
    return (
        sets.done()
        .working()
        .filter(Q(rir__isnull=True) | Q(rir__lte=EASIEST_RIR), trained_on__lte=today, **since)
        .exclude(kind=LoggedSet.Kind.TIMED, seconds__lt=SHORTEST_HOLD)
        .annotate(week=TruncWeek("trained_on"))
        .values("week", "exercise")
        .annotate(drops=Count("kind", filter=drop), straight=Count("kind", filter=~drop))
        .order_by()
    )


def _earns_credit(exercise):
    """Cardio is no set, and hanging from a bar earns a back none (our rules)."""
    hangs = exercise.slug in PASSIVE_HANGS and not exercise.is_own
    return exercise.load_type != Exercise.LoadType.CARDIO and not hangs


def _mondays(first, today):
    return [first + timedelta(weeks=n) for n in range((today - first).days // 7 + 1)]


def _mean(weeks, mapping):
    totals = defaultdict(Decimal)
    for week in weeks:
        for part, sets in getattr(week, mapping).items():
            totals[part] += sets
    return {part: sets / len(weeks) for part, sets in totals.items()}
