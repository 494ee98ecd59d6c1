"""What a rule would ask for in the weeks to come, if each visit went as assumed.

A picture of the rule, not a promise: nobody rises in a line. One visit a week is assumed.
"""

from typing import Literal, get_args

from training.aims import Aim, Aims, Asked, Past
from training.rules import next_aims, visits_needed
from training.targets import DoneSet

type Assumption = Literal["top", "bottom", "misses"]

ASSUMPTIONS: tuple[Assumption, ...] = get_args(Assumption.__value__)
MOST_WEEKS = 26
_MISSED_WEEK = 3
_BY_RANGE = {"double", "assist_down", "rest_shorten"}


def weeks_ahead(asked: Asked, past: Past, weeks: int, assumption: Assumption) -> list[Aims]:
    """The aims of so many weeks, the next one first; none where the rule has nothing to go by.

    `top`: every set reaches the top of its range, or its aim where it has one; `bottom`: the
    bottom, or one less than the aim; `misses`: as `top`, but one less than asked every third week.
    """
    here, anywhere = list(past.here), list(past.anywhere)
    most, found = visits_needed(asked.rule), list[Aims]()
    for week in range(1, min(weeks, MOST_WEEKS) + 1):
        aims = next_aims(asked, Past(here[-most:], anywhere[-most:], past.held))
        if aims is None:
            return found
        found.append(aims)
        done = [_done(asked, aim, week, assumption) for aim in aims.sets]
        here.append(done)
        anywhere.append(done)
    return found


def _done(asked: Asked, aim: Aim, week: int, assumption: Assumption) -> DoneSet:
    plan, count = asked.plan, aim.count or asked.plan.reps_low
    is_ranged = asked.rule in _BY_RANGE and asked.technique not in ("pyramid", "reverse_pyramid")
    misses = assumption == "misses" and week % _MISSED_WEEK == 0
    if misses:
        count = (plan.reps_low if is_ranged else count) - 1
    elif is_ranged:
        count = plan.reps_low if assumption == "bottom" else plan.reps_high
    elif assumption == "bottom":
        count -= 1
    return DoneSet(aim.load_kg, max(1, count), plan.rir, asked=aim.count)
