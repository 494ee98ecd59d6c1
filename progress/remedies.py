"""What to try when a lift stays where it is, in the order of our rule, each with its reason."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.urls import reverse

from accounts.templatetags.quantities import hard_sets, span
from catalogue.library import library_of
from progress.periods import monday_of
from progress.resting import recovery_of
from progress.signs import group_weeks, in_words
from training.landmarks import LANDMARKS
from training.recovery import LASTS
from workouts.balance import muscles_of
from workouts.describing import counted

ENOUGH_SETS, WEEKS_BACK, LAST_BESTS, SIBLINGS = 12, 4, 6, 3
FEW_REPS = 6  # up to here a set is for strength first


@dataclass(frozen=True)
class Remedy:
    """What to try and why; `links` are pairs of an address and its words.

    `is_lighter_week`: it can be begun with a click.
    """

    name: str
    why: str
    links: list[tuple[str, str]] = field(default_factory=list)
    is_lighter_week: bool = False


def remedies_of(outcome, standing, member):
    """What a member can try for a lift of theirs. Three queries, four with own exercises."""
    lift = outcome.lift
    by_group = muscles_of(standing.exercises | {lift.exercise.pk}).by_group
    recovery = recovery_of(standing, by_group, outcome.today)
    found = (
        _steadiness(outcome, standing),
        _lighter(recovery),
        _rep_range(lift),
        _more_sets(lift, standing, by_group, outcome.today),
        _sibling(lift, member),
    )
    return [remedy for remedy in found if remedy]


def _steadiness(outcome, standing):
    weeks = max(1, round((outcome.last - outcome.first).days / 7))
    times = counted(len(outcome.lift.counted), "time")
    why = f"You did it {times} in {counted(weeks, 'week')}."
    since = monday_of(outcome.today) - WEEKS_BACK * LASTS
    days = sum(since <= day < monday_of(outcome.today) for day in standing.days)
    meant = standing.profile and standing.profile.days_per_week
    if meant:
        planned = meant * WEEKS_BACK
        why += f" In the last four weeks you trained on {days} days; {planned} were meant."
    else:
        why += f" In the last four weeks you trained on {counted(days, 'day')}."
    why += " Short nights and missed days are the most common reason, and the cheapest to mend."
    return Remedy("Sleep and steadiness first", why, [(reverse("progress:history"), "See when")])


def _lighter(recovery):
    warned = [sign for sign in recovery.signs if sign.flag.severity == "warn"]
    if recovery.deload or not (warned or recovery.proposal):
        return None
    why = recovery.proposal or f"A sign of tiredness: {in_words(warned).lower()}."
    return Remedy("A lighter week", why, is_lighter_week=True)


def _rep_range(lift):
    reps = [best.count for best in lift.counted[-LAST_BESTS:]]
    low, high = min(reps), max(reps)
    is_low = sum(reps) <= FEW_REPS * len(reps)
    other = span(8, 12) if is_low else span(4, 6)
    done = counted(low, "repetition") if low == high else f"{span(low, high)} repetitions"
    why = f"Your best sets had {done} lately. Try {other} for some weeks: another stimulus."
    return Remedy(
        "Another range of repetitions", why, [(reverse("workouts:plan"), "Change the plan")]
    )


def _more_sets(lift, standing, by_group, today):
    """For the main group of the lift that has fewest sets, where that has fewer than 12."""
    direct = [g for g, credit in by_group.get(lift.exercise.pk, {}).items() if credit == 1]
    groups = [group for group in direct if group in LANDMARKS]
    weeks, monday = group_weeks(standing, by_group), monday_of(today)
    lately = [weeks.get(monday - n * LASTS, {}) for n in range(1, WEEKS_BACK + 1)]
    means = {g: sum((week.get(g, Decimal(0)) for week in lately), Decimal(0)) / 4 for g in groups}
    group = min(means, key=means.get, default=None)
    if group is None or means[group] >= ENOUGH_SETS:
        return None
    name = group.replace("_", " ").capitalize()
    why = f"{name}: {hard_sets(means[group])} hard sets a week lately, fewer than {ENOUGH_SETS}."
    return Remedy("One or two sets more a week", why, [(reverse("progress:volume"), "See sets")])


def _sibling(lift, member):
    library = library_of(member, member)
    entry = library.entry(lift.exercise.pk)
    if entry is None:
        return None
    steps = [row.entry for row in library.ladder(entry)[0] if not (row.verdict or row.lacking)]
    others = [one.entry for one in library.substitutes(entry.pk)]
    siblings = list(dict.fromkeys(others + steps))[:SIBLINGS]
    if not siblings:
        return None
    links = [(one.get_absolute_url(), one.title) for one in siblings]
    why = "The same muscles by a new movement, for six weeks or so, and then back."
    return Remedy("A sibling in its place", why, links)
