"""Rules on when: the hours between hard sessions and heavy hinges, and the rest between sets."""

from accounts.templatetags.quantities import rest, span
from training.rests import rest_band
from workouts.checking.amounts import HARD_SESSION, name_of
from workouts.checking.findings import Finding
from workouts.checking.plan import HINGES
from workouts.describing import listed

HOURS, EASY_HOURS, HINGE_HOURS, EASY_RIR = 48, 24, 72, 4
HEAVY_HINGE_REPS, HEAVY_PERCENT = 8, 80
TRUNK = {"anti-extension", "anti-rotation", "anti-lateral-flexion", "trunk-flexion", "mobility"}
SKILLS = {"vertical-pull", "hang"}


def hours_between_sessions(week, trainee):
    """Hard sessions of a group too soon after one another; the last of a week and the first too."""
    sessions = {}
    for day in _placed(week):
        for group, sets in day.direct_sets.items():
            if sets >= HARD_SESSION:
                sessions.setdefault(group, []).append(day)
    for group, days in sessions.items():
        for one, other, hours in _gaps(days, week.cycle):
            least = EASY_HOURS if _is_easy(one, group) else HOURS
            if hours < least:
                yield Finding(
                    "hours-between-sessions", f"{group} {one.name} {other.name}",
                    f"{one.name} and {other.name} are both hard on the {name_of(group)}.",
                    f"{hours} hours between them, at least {least}", badness=least - hours,
                )  # fmt: skip


def hours_between_hinges(week, trainee):
    days = [day for day in _placed(week) if any(map(is_heavy_hinge, day.work))]
    for one, other, hours in _gaps(days, week.cycle):
        if hours < HINGE_HOURS:
            yield Finding(
                "hours-between-hinges", f"{one.name} {other.name}",
                f"{one.name} and {other.name} both have a heavy hinge."
                if one is not other else f"{one.name} has a heavy hinge, and comes again soon.",
                f"{hours} hours between them, at least {HINGE_HOURS}",
                badness=HINGE_HOURS - hours,
            )  # fmt: skip


def rest_outside_band(week, trainee):
    """Rows whose rest is outside what suits them; those with the same remedy are one finding."""
    found = {}
    for row in week.work:
        band = band_of(row, trainee)
        if band and not band[0] <= row.rest <= band[1]:
            nearest = band[0] if row.rest < band[0] else band[1]
            found.setdefault((row.rest < band[0], nearest, band), []).append(row)
    for (is_short, nearest, band), rows in found.items():
        rests = sorted({row.rest for row in rows})
        yield Finding(
            "rest-outside-band", f"{'below' if is_short else 'above'} {nearest}",
            f"{'Short' if is_short else 'Long'} rest for {some([r.lift.title for r in rows])}.",
            f"{span(rests[0], rests[-1]) if rests[1:] else rests[0]} seconds, "
            f"{span(*band)} suit",
            badness=len(rows), rows=tuple(row.pk for row in rows),
            offer=("rest", f"Rest {rest(nearest)}", nearest, is_short),
        )  # fmt: skip


def band_of(row, trainee):
    """From how many to how many seconds suit a row; None where nothing is said of it."""
    if row.is_paced or row.unit not in ("reps", "seconds"):
        return None
    return rest_band(
        row.reps,
        is_compound=row.lift.is_compound,
        is_hold=row.unit == "seconds",
        is_trunk=_steadies(row),
        is_skill="pull_up" in trainee.goals and row.lift.pattern in SKILLS,
    )


def is_heavy_hinge(row):
    if row.lift.pattern not in HINGES or not row.hard:
        return False
    if row.percent is not None:
        return row.percent >= HEAVY_PERCENT
    return row.is_loaded and row.unit == "reps" and row.reps[1] <= HEAVY_HINGE_REPS


def some(titles):
    """Two by name, of more the first and how many others there are."""
    names = list(dict.fromkeys(titles))
    return listed(names if len(names) < 3 else [names[0], f"{len(names) - 1} others"])


def _steadies(row):
    """Work that steadies the trunk; a bird dog is that too."""
    pattern = row.lift.pattern
    return pattern in TRUNK or (pattern == "spinal-extension" and not row.is_loaded)


def _placed(week):
    return sorted((day for day in week.days if day.at is not None), key=lambda day: day.at)


def _gaps(days, cycle):
    """(a day, the next, hours between) round the week or the cycle."""
    for one, other in zip(days, [*days[1:], *days[:1]], strict=True):
        between = (other.at - one.at) % cycle
        again = one is other or (not between and other is days[0])
        yield one, other, 24 * (cycle if again else between)


def _is_easy(day, group):
    """Whether a day leaves much in reserve for a group: on average of its sets, 4 or more."""
    rows = [row for row in day.work if group in row.lift.direct and row.hard]
    if any(row.rir is None for row in rows):
        return False
    return sum(row.rir * row.hard for row in rows) >= EASY_RIR * sum(row.hard for row in rows)
