"""A plan as the rules see it: weeks of days of rows, as plain data without a database."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from catalogue.models.vocabulary import BACK_REGIONS

HINGES = {"hip-hinge", "olympic-pull"}
ROWS = "horizontal-pull"
PULLS, PUSHES = {ROWS, "vertical-pull"}, {"horizontal-push", "vertical-push"}


@dataclass(eq=False)
class Lift:
    """An exercise: what a set of it gives, {group or region: credit}, and how it suits the member.

    `verdict` is "avoid", "caution" or "", `limits` the limitations that it comes from.
    """

    pk: int
    title: str
    pattern: str = ""
    region: str = ""
    load_type: str = "external"
    is_compound: bool = True
    groups: dict[str, float] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)
    verdict: str = ""
    limits: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    @cached_property
    def direct(self):
        """The groups for which it works the main muscle."""
        return [group for group, credit in self.groups.items() if credit == 1]


class Row(NamedTuple):
    """A prescription as one week asks for it. `hard` is its hard sets, `percent` of a maximum.

    `counts` is false for warm-ups and cardio, `is_paced` where the rest is another row's.
    """

    pk: object
    lift: Lift
    sets: int = 3
    reps: tuple[int, int] = (8, 12)
    unit: str = "reps"
    rir: float | None = None
    rest: int = 90
    technique: str = "straight"
    superset: str = ""
    percent: float | None = None
    is_loaded: bool = True
    has_ramp: bool = False
    drops: bool = False
    hard: float = 3.0
    counts: bool = True
    is_paced: bool = False


@dataclass
class Day:
    """A day of one week. `at` is its place in the week or the cycle, from 0, if it has one."""

    pk: object
    name: str
    rows: list[Row]
    at: int | None = None
    minutes: int = 0

    @cached_property
    def work(self):
        """Its rows but warm-ups and cardio."""
        return [row for row in self.rows if row.counts]

    @cached_property
    def direct_sets(self):
        """{group: hard sets for which it is the main muscle}."""
        found = {}
        for row in self.work:
            for group in row.lift.direct:
                found[group] = found.get(group, 0) + row.hard
        return found


@dataclass
class Week:
    """A week of the plan. `cycle` is after how many days it begins anew, `is_light` a lighter one,
    `sets_effort` one that says how many repetitions stay in reserve.

    Sets of a rolling plan are those of seven days of its cycle: see `share`.
    """

    number: int
    days: list[Day]
    cycle: int = 7
    is_light: bool = False
    sets_effort: bool = False

    @property
    def share(self):
        return 7 / self.cycle

    @cached_property
    def work(self):
        """All rows but warm-ups and cardio."""
        return [row for day in self.days for row in day.work]

    @cached_property
    def groups(self):
        """Hard sets of each volume group in seven days."""
        return self._credits("groups")

    @cached_property
    def regions(self):
        """Hard sets of each region in seven days."""
        return self._credits("regions")

    @cached_property
    def is_for_back(self):
        """Whether at least half of its sets are of exercises for the back."""
        back = sum(row.sets for row in self.work if row.lift.region in BACK_REGIONS)
        return back > 0 and 2 * back >= sum(row.sets for row in self.work)

    def sets_of(self, patterns):
        """Hard sets of these movements."""
        return sum(row.hard for row in self.work if row.lift.pattern in patterns)

    def _credits(self, kind):
        found = {}
        for row in self.work:
            for part, credit in getattr(row.lift, kind).items():
                found[part] = found.get(part, 0) + credit * row.hard
        return {part: sets * self.share for part, sets in found.items()}


@dataclass(frozen=True)
class Trainee:
    """What of the member decides: level, goals, minutes for a workout; empty where not said."""

    level: str = ""
    goals: tuple[str, ...] = ()
    minutes: int | None = None

    @property
    def is_beginner(self):
        return self.level == "beginner"

    @property
    def is_for_size(self):
        """Whether the back is to grow, or nothing else was said."""
        return not self.goals or bool({"width", "thickness"}.intersection(self.goals))

    @property
    def is_for_pull_ups_alone(self):
        return set(self.goals) == {"pull_up"}


@dataclass
class Plan:
    """All weeks, for one member. Weeks that are alike are the first of them."""

    calendar: list[Week] = field(default_factory=list)  # of every week; some are the same
    trainee: Trainee = Trainee()

    @cached_property
    def weeks(self):
        """Each week that is unlike those before it."""
        return list({id(week): week for week in self.calendar}.values())
