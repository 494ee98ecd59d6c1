"""Which ready routine suits a member, and why: points for what fits, sentences for the reasons.

The weights are our rule, not science. They say that a goal matters most, that too hard is worse
than too easy, and that a routine needing what a member lacks is no routine for them.
"""

from dataclasses import dataclass, field

from accounts.templatetags.quantities import hard_sets, span
from workouts.describing import counted, listed

LEVELS = ("beginner", "intermediate", "advanced")
USUAL_GOALS = ("width", "thickness")  # where a member named none
USUAL_LEVEL = "beginner"
MOST_REASONS = 4

GOALS = {
    "width": "A wider back",
    "thickness": "A thicker back",
    "pull_up": "Your first pull-up, or more",
    "strength": "A stronger deadlift",
    "back_care": "Less back trouble",
    "return": "A return after a break",
}
TRAINS = {"width": "lats", "thickness": "mid", "pull_up": "lats", "back_care": "lower"}
GETS = {"lats": "lats get", "mid": "the mid back gets", "lower": "the lower back gets"}


@dataclass(frozen=True)
class Wishes:
    """What a member said in the first run; empty or None where a step was skipped."""

    goals: tuple[str, ...] = ()
    level: str = ""
    days: int | None = None
    minutes: int | None = None
    has_stated_equipment: bool = False


@dataclass(frozen=True)
class Swap:
    """One exercise in place of another, for a limitation; or none, where that is there already."""

    limitation: str
    before: str
    after: str
    is_left_out: bool = False


@dataclass(frozen=True)
class Offer:
    """A template as it would be for one member."""

    template: object
    week: dict = field(default_factory=dict)  # region: its RegionWeek, swaps made
    muscles: dict = field(default_factory=dict)  # slug: hard sets in that week
    deadlift_days: int = 0
    leaves_gym_unused: bool = False
    lacking: tuple[str, ...] = ()
    swaps: tuple[Swap, ...] = ()
    left_out: tuple[str, ...] = ()  # exercises a limitation leaves out and no swap replaces
    unwanted: tuple[str, ...] = ()  # exercises that are never to be suggested to the member

    @property
    def primary(self):
        """The muscles that get most: two thirds of the busiest and above."""
        return self._muscles_from(2 / 3, 2)

    @property
    def secondary(self):
        return self._muscles_from(1 / 3, 2 / 3)

    def _muscles_from(self, low, high):
        most = float(max(self.muscles.values(), default=0))
        return [slug for slug, sets in self.muscles.items() if low <= float(sets) / most < high]


@dataclass(frozen=True)
class Match:
    """An offer with its points, why it fits, and what it does not do or have."""

    offer: Offer
    points: int
    reasons: list[str]
    gaps: list[str]

    @property
    def template(self):
        return self.offer.template

    @property
    def remark(self):
        """What tells it apart, in one sentence."""
        return next(iter(self.gaps + self.reasons), f"{self.template.audience}.")


def best_first(wishes, offers):
    """Every offer as a match, the one that fits best first."""
    matches = [
        Match(offer, _points(wishes, offer), _reasons(wishes, offer), _gaps(wishes, offer))
        for offer in offers
    ]
    return sorted(matches, key=lambda match: (-match.points, match.template.position))


def _points(wishes, offer):
    template = offer.template
    points = 40 * len(_served(wishes, template)) + _points_for_level(wishes, template)
    points += _points_for_time(wishes, template) + _points_for_equipment(wishes, offer)
    return points - 4 * len(offer.swaps) - 15 * len(offer.left_out + offer.unwanted)


def _points_for_level(wishes, template):
    """The same level is best; an easier one is slow, a harder one may hurt."""
    return {0: 20, -1: 8, -2: 0, 1: -25, 2: -60}[_steps_above(wishes, template)]


def _steps_above(wishes, template):
    """How many levels harder the template is than the member: below 0 where it is easier."""
    return LEVELS.index(template.level) - LEVELS.index(wishes.level or USUAL_LEVEL)


def _points_for_time(wishes, template):
    points = 0
    if wishes.days:
        spare = wishes.days - template.days_per_week
        points += 15 if spare == 0 else -3 * spare if spare > 0 else 20 * spare
    if wishes.minutes:
        spare = wishes.minutes - template.minutes
        points += 5 if spare >= 0 else max(spare, -30)
    return points


def _points_for_equipment(wishes, offer):
    """One missing piece can be worked round, many cannot."""
    if offer.lacking:
        return 15 - 30 * len(offer.lacking)
    points = -25 if offer.leaves_gym_unused else 0
    return points + (10 if wishes.has_stated_equipment else 0)


def _served(wishes, template):
    return [goal for goal in wishes.goals or USUAL_GOALS if goal in template.serves]


def _reasons(wishes, offer):
    reasons = [_goal(goal, offer) for goal in _served(wishes, offer.template) if wishes.goals]
    reasons += [_days(wishes, offer.template), _level(wishes, offer.template)]
    if wishes.has_stated_equipment and not offer.lacking:
        reasons.append("Equipment: you have everything it needs.")
    return [reason for reason in reasons if reason][:MOST_REASONS]


def _goal(goal, offer):
    label = GOALS[goal]
    if goal == "strength":
        return f"{label}: you deadlift on {counted(offer.deadlift_days, 'day')} a week."
    if goal == "return":
        days = counted(offer.template.days_per_week, "day")
        return f"{label}: {days} a week, light at first."
    week = offer.week[TRAINS[goal]]
    inside = f", inside the {_band(week)} band" if week.standing == "in" else ""
    return f"{label}: {_gets(week)} a week{inside}."


def _gets(week):
    """Lats get 18 hard sets."""
    return f"{GETS[week.region]} {hard_sets(week.sets)} hard {'set' if week.sets == 1 else 'sets'}"


def _band(week):
    return span(week.low, week.high)


def _days(wishes, template):
    needed = counted(template.days_per_week, "day")
    if wishes.days is None or wishes.days < template.days_per_week:
        return ""
    if wishes.minutes is not None and wishes.minutes < template.minutes:
        return f"Time: {needed} a week."
    return f"Time: {needed} a week, {template.minutes} minutes at most."


def _level(wishes, template):
    if not wishes.level:
        return ""
    above = _steps_above(wishes, template)
    if above > 0:
        return ""
    return f"Level: {'made for yours' if above == 0 else 'a little easier than you need'}."


def _gaps(wishes, offer):
    """What the member should know before they start: the most important first."""
    template = offer.template
    gaps = []
    if offer.left_out:
        gaps.append(f"Your limits leave out {_some(offer.left_out)}. Change that before you start.")
    if offer.unwanted:
        gaps.append(f"It has {_some(offer.unwanted)}, which you never want suggested.")
    if offer.lacking:
        gaps.append(f"It also needs what you do not have: {listed(offer.lacking)}.")
    if wishes.level and _steps_above(wishes, template) > 0:
        audience = template.audience[:1].lower() + template.audience[1:]
        gaps.append(f"It is made for more practised people: {audience}.")
    if wishes.days and wishes.days < template.days_per_week:
        days = counted(template.days_per_week, "day")
        gaps.append(f"It asks for {days} a week, you have {wishes.days}.")
    if wishes.minutes and wishes.minutes < template.minutes:
        gaps.append(f"Its longest day takes about {template.minutes} minutes.")
    missed = [GOALS[goal].lower() for goal in wishes.goals if goal not in template.serves]
    if missed:
        gaps.append(f"It does not aim at {listed(missed)}.")
    return [*gaps, *_short_of(offer)]


def _some(exercises):
    """Two or three by name, of more two and how many there are."""
    if len(exercises) <= 3:
        return listed(exercises)
    return f"{len(exercises)} of its exercises, such as {listed(exercises[:2])}"


def _short_of(offer):
    """The part of the back that gets furthest below its band, if one does."""
    short = [offer.week[region] for region in GETS if offer.week[region].standing == "below"]
    if not short:
        return []
    week = min(short, key=lambda week: week.sets / week.low)
    gets = _gets(week)
    return [
        f"{gets[0].upper()}{gets[1:]} a week, below the {_band(week)} band."
        " Add more when you are ready."
    ]
