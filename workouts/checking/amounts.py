"""Rules on how much: hard sets of groups and regions in a week or a day, pushes and pulls, time."""

from accounts.templatetags.quantities import NBSP
from catalogue.models.vocabulary import BACK_REGIONS, Region
from training.landmarks import LANDMARKS, better_split, status
from training.volume import is_lopsided, push_pull_ratio
from workouts.checking.findings import Finding
from workouts.checking.plan import PULLS, PUSHES

LEAST_SHARE, BUSY = 0.15, 6  # of the busiest region, which has at least so many sets
HARD_SESSION = 4
SPLIT = {"lats", "mid_back", "upper_traps", "rear_delts", "lower_back", "biceps", "forearms"}
SPARE_TIME = 1.15
LATE = {"lower"}  # regions that somebody who trains for pull-ups alone may leave out


def weekly_sets(week, trainee):
    """Groups above their upper landmark, and groups trained for themselves below the lowest."""
    direct = {group for row in week.work for group in row.lift.direct}
    for group, sets in week.groups.items():
        where, marks = status(group, sets), LANDMARKS.get(group)
        if where == "very high":
            yield Finding(
                "weekly-sets-very-high", group,
                f"{name_of(group).capitalize()}: very many hard sets a week. Check your recovery.",
                f"{number(sets)} a week, at most {marks.upper}", badness=sets,
            )  # fmt: skip
        elif where == "low" and group in direct and not week.is_light:
            yield Finding(
                "weekly-sets-low", group,
                f"{name_of(group).capitalize()}: few hard sets a week.",
                f"{number(sets)} a week, {marks.maintain} keep what is there", badness=-sets,
            )  # fmt: skip


def sets_in_a_day(week, trainee):
    """Days with more than 8 direct hard sets of a group, where no other day shares the work."""
    days = [(day, day.direct_sets) for day in week.days]
    for day, sets in days:
        for group in SPLIT.intersection(sets):
            others = max((o.get(group, 0) for d, o in days if d is not day), default=0)
            if better_split(sets[group]) and others < HARD_SESSION:
                yield Finding(
                    "sets-in-a-day", f"{day.name} {group}",
                    f"{day.name} has many hard sets for the {name_of(group)}; "
                    "two days suit them better.",
                    f"{number(sets[group])} in a day, up to 8", badness=sets[group],
                )  # fmt: skip


def region_balance(week, trainee):
    """Regions of the back that get next to nothing. Those that get nothing: see coverage()."""
    sets = {region: week.regions.get(region, 0) for region in BACK_REGIONS}
    busiest = max(sets, key=sets.get)
    if not week.is_for_back or sets[busiest] < BUSY:
        return
    for region in BACK_REGIONS:
        waived = trainee.is_for_pull_ups_alone and region in LATE
        if waived or sets[region] >= LEAST_SHARE * sets[busiest]:
            continue
        if sets[region] or region == Region.UPPER:
            yield Finding(
                "region-balance", str(region),
                f"{Region(region).label}: next to nothing beside "
                f"{Region(busiest).label.lower()}.",
                f"{number(sets[region])} hard sets to {number(sets[busiest])}, "
                f"at least {number(LEAST_SHARE * sets[busiest])}",
                badness=-sets[region] / sets[busiest],
            )  # fmt: skip


def push_pull(week, trainee):
    """Far more pushes than pulls; outside routines for the back, also far fewer."""
    push, pull = round(2 * week.sets_of(PUSHES)), round(2 * week.sets_of(PULLS))
    ratio = push_pull_ratio(push, pull)
    if ratio is None or not is_lopsided(ratio) or (ratio < 1 and week.is_for_back):
        return
    more = "more pushes than pulls" if ratio > 1 else "more pulls than pushes"
    limit = "at most 1.5" if ratio > 1 else "at least 0.33"
    sides = f"{number(push / 2)} to {number(pull / 2)} hard sets"
    yield Finding(
        "push-pull", "more" if ratio > 1 else "fewer", f"Far {more} in the week.",
        f"{sides}, {float(ratio):.2g} to one; {limit}", badness=float(abs(ratio - 1)),
    )  # fmt: skip


def session_length(week, trainee):
    for day in week.days:
        if trainee.minutes and day.minutes > SPARE_TIME * trainee.minutes:
            yield Finding(
                "session-length", day.name, f"{day.name} takes longer than there is time.",
                f"about {day.minutes}{NBSP}min, {trainee.minutes}{NBSP}min a workout",
                badness=day.minutes,
            )  # fmt: skip


def name_of(group):
    return group.replace("_", " ")


def number(sets):
    """12, 12.5."""
    return f"{round(sets, 1):g}"
