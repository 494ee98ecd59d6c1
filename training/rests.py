"""How long to rest between sets: bands by repetitions, kind of exercise and goal, in seconds.

Our rule, shaped by ACSM 2009 (3 to 5 minutes for maxima of 1 to 6 repetitions) and Singer et al.
2024 (size: a small benefit of rests above 60 s, none clear above 90 s). Bands are generous: of all
that apply the lowest and the highest end count.
"""

from training.doses import HOLD_REST, SKILL, Span

STRENGTH_REST: Span = (120, 300)
SIZE_REST: Span = (60, 180)
ISOLATION_REST: Span = (45, 120)
ENDURANCE_REST: Span = (30, 90)
_STRENGTH_TO, _SIZE_FROM, _SIZE_BELOW, _ENDURANCE_FROM = 5, 6, 15, 15


def rest_band(
    reps: Span,
    *,
    is_compound: bool,
    is_hold: bool = False,
    is_trunk: bool = False,
    is_skill: bool = False,
) -> Span:
    """From how many to how many seconds suit a set of `reps`.

    A hold counts seconds in place of repetitions; `is_trunk` is work that steadies the trunk,
    `is_skill` a pull of the body that is practised for its own sake.
    """
    bands = [HOLD_REST] if is_hold or is_trunk else []
    bands += [SKILL.rest] if is_skill else []
    bands += [] if is_hold else _by_reps(*reps, is_compound)
    return min(low for low, _ in bands), max(high for _, high in bands)


def _by_reps(low: int, high: int, is_compound: bool) -> list[Span]:
    bands = []
    if low <= _STRENGTH_TO:
        bands.append(STRENGTH_REST if is_compound else ISOLATION_REST)
    if low < _SIZE_BELOW and high >= _SIZE_FROM:
        bands.append(SIZE_REST if is_compound else ISOLATION_REST)
    if high >= _ENDURANCE_FROM:
        bands.append(ENDURANCE_REST)
    return bands
