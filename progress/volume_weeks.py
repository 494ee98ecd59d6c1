"""Hard sets of a member's weeks, Monday to Sunday, as fractions per region and volume group."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from catalogue.models import Exercise
from progress.hard_sets import Trained, hard_sets
from progress.periods import monday_of
from training.landmarks import LANDMARKS, Status, status
from training.volume import drop_set_worth
from workouts.balance import PASSIVE_HANGS, SHOWN, Muscles, added_up, region_week

WEEKS_OF_MEAN = 4


@dataclass(frozen=True)
class Week:
    """The hard sets of one week, as fractions; what has none is not in the mappings.

    `sets` are pairs of an exercise's id and its worth in sets, those of `weeks` weeks together:
    then this is their mean. Only what is asked for is added up.
    """

    monday: date
    sets: list[tuple[int, Decimal]]
    muscles_of: Muscles
    weeks: int = 1

    @cached_property
    def regions(self):
        return self._mean_of(self.muscles_of.by_region)

    @cached_property
    def groups(self):
        return self._mean_of(self.muscles_of.by_group)

    @cached_property
    def muscles(self):
        return self._mean_of(self.muscles_of.credits)

    def _mean_of(self, credits):
        totals = added_up(credits, self.sets)
        if self.weeks == 1:
            return totals
        return {part: sets / self.weeks for part, sets in totals.items()}

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
    trained: list[Trained]
    muscles_of: Muscles

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
        return [self._mean(weeks, month) for month, weeks in months.items()]

    def mean_lately(self):
        """The mean of `lately`, dated this week."""
        return self._mean(self.lately, self.now.monday)

    def _mean(self, weeks, monday):
        sets = [done for week in weeks for done in week.sets]
        return Week(monday, sets, self.muscles_of, len(weeks))


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


def weeks_of(member, first, today):
    """The weeks from `first` (a Monday; None for the first trained) to that of `today`. One query.

    `member` is somebody whose training the reader may see.
    """
    counts, muscles = hard_sets(member, first, today), Muscles({}, {}, {})
    done, totals = defaultdict(list), {}
    for exercise, weeks, credits in counts:
        worths = [(monday, worth_of(every - drops, drops)) for monday, every, drops in weeks]
        totals[exercise] = sum(worth for _, worth in worths)
        for monday, worth in worths:
            done[monday].append((exercise.pk, worth))
        if _earns_credit(exercise):
            for credit in credits:
                muscles.learn(exercise.pk, *credit)
    weeks = [
        Week(monday, done[monday], muscles)
        for monday in _mondays(first or min(done, default=monday_of(today)), today)
    ]
    busiest = sorted(totals, key=lambda exercise: (-totals[exercise], exercise.name))
    return Weeks(weeks, busiest, muscles)


def worth_of(straight, drops):
    """Hard sets that `straight` sets and `drops` are worth, the drops spread evenly over them."""
    if not drops:
        return Decimal(straight)
    if not straight:
        straight, drops = min(drops, 1), max(drops - 1, 0)
    each, left = divmod(drops, straight)
    return left * drop_set_worth(each + 1) + (straight - left) * drop_set_worth(each)


def group_rows(weeks):
    """A row for every group with landmarks, and for the others that were trained."""
    lately = weeks.mean_lately()
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


def _earns_credit(exercise):
    """Cardio is no set, and hanging from a bar earns a back none (our rules)."""
    hangs = exercise.slug in PASSIVE_HANGS and not exercise.is_own
    return exercise.load_type != Exercise.LoadType.CARDIO and not hangs


def _mondays(first, today):
    return [first + timedelta(weeks=n) for n in range((today - first).days // 7 + 1)]
