"""Next aims where the load follows from what was done, replayed over the visits."""

from collections.abc import Callable
from decimal import Decimal

from training import top_sets, waves
from training.aims import Aim, Aims, Asked, Past, Visits
from training.holding_back import held_back
from training.loadable import as_loadable
from training.one_rep_max import best_estimate
from training.progression import assist_down, double, linear
from training.schemes import by_scheme, scheme_loads
from training.steps import Step
from training.targets import NextTarget, Plan, lightest
from training.units import plain

_RULES: dict[str, Callable[..., NextTarget | None]] = {
    "double": double,
    "linear": linear,
    "assist_down": assist_down,
}
_USUAL_DROP, _USUAL_RPE = Decimal("0.08"), Decimal(8)
_LOWER_STEP_KG = Decimal(5)  # with steps that large the lower body is trained (F-08)


def by_load(asked: Asked, past: Past) -> Aims | None:
    """All sets alike: double and linear progression, and less assistance."""
    rule, last_kg = _RULES[asked.rule], lightest(past.here[-1])
    aim = as_loadable(lambda plan: _replayed(rule, plan, past.here), asked.plan, last_kg)
    if aim is None:
        return None
    if asked.rule != "assist_down":
        aim = held_back(aim, last_kg, asked.plan.step, past.held)
    return Aims(aim.why, (Aim(aim.load_kg, aim.reps),) * asked.plan.sets, move_on=aim.move_on)


def by_pyramid(asked: Asked, past: Past) -> Aims | None:
    """Sets by a scheme of counts and shares of the heaviest load."""
    aim, misses, step = None, 0, asked.plan.step
    for done in past.here:
        aim = by_scheme(asked.scheme, done, step, misses) or aim
        misses = aim.misses if aim else 0
    if aim is None or aim.load_kg is None:
        return None
    lifted = [work.load_kg for work in past.here[-1] if work.load_kg is not None]
    aim = held_back(aim, max(lifted, default=None), step, past.held)
    counts = (reps for reps, _ in asked.scheme)
    loads = scheme_loads(asked.scheme, aim.load_kg or Decimal(0), step)
    return Aims(aim.why, tuple(Aim(load, n) for load, n in zip(loads, counts, strict=True)))


def by_effort(asked: Asked, past: Past) -> Aims | None:
    """A top set by its effort, and what comes after it lighter by a fixed share.

    Back-off sets that are a row of their own follow the top set of any row of the exercise.
    """
    plan, body_kg, is_after = asked.plan, asked.body_kg, asked.technique == "backoff"
    if body_kg is None:
        return None
    reps = (top_sets.top_reps(past.anywhere[-1]) if is_after else None) or plan.reps_low
    visits = past.anywhere if is_after else past.here
    aim = top_sets.top_set(visits, reps, _rpe(asked), plan.step, body_kg)
    if aim is None or aim.load_kg is None:
        return None
    aim = held_back(aim, lightest(past.here[-1]), plan.step, past.held)
    drop, top_kg = _drop(asked), aim.load_kg or Decimal(0)
    less_kg = top_sets.back_off(top_kg, drop, plan.step, body_kg) if drop else top_kg
    lighter = Aim(less_kg, plan.reps_high if drop else plan.reps_low)
    first = lighter if is_after else Aim(top_kg, plan.reps_low)
    why = aim.why
    if drop and (is_after or plan.sets > 1):
        why += f" Back-off sets {plain(drop * 100)} % lighter: {plan.step.text(less_kg)}."
    return Aims(why, (first, *[lighter] * (plan.sets - 1)))


def by_wave(asked: Asked, past: Past) -> Aims | None:
    """Shares of a training max, in waves of four weeks, or one share in all weeks."""
    plan, share = asked.plan, asked.share_of_max
    if asked.body_kg != 0:
        return None
    start_kg, origin = _training_max(asked, past)
    lower = plan.step.size >= _LOWER_STEP_KG
    state = waves.next_wave(past.anywhere, plan.step, lower_body=lower, start_kg=start_kg)
    if state is None or state.training_max_kg <= 0:
        return None
    max_kg = f"a training max of {plan.step.text(state.training_max_kg)}"
    reason = state.moved or (origin if state.training_max_kg == start_kg else "")
    if share is not None:
        load_kg = plan.step.nearest(state.training_max_kg * share)
        why = f"{plain(share * 100)} % of {max_kg}: {plan.step.text(load_kg)}. {reason}"
        return Aims(why.strip(), (Aim(load_kg, plan.reps_low),) * plan.sets)
    shares = ", ".join(str(percent) for percent in waves.percentages(state.week))
    why = f"Week {state.week} of the wave: {shares} % of {max_kg}. {reason}"
    sets = waves.wave(state.training_max_kg, state.week, plan.step)
    return Aims(why.strip(), tuple(Aim(one.load_kg, one.reps) for one in sets))


def _replayed(
    rule: Callable[..., NextTarget | None], plan: Plan, visits: Visits
) -> NextTarget | None:
    aim: NextTarget | None = None
    for done in visits:
        state: dict[str, int] = {} if aim is None else {"misses": aim.misses}
        if aim is not None and aim.tops and aim.load_kg == lightest(done):
            state["tops"] = aim.tops
        aim = rule(plan, done, **state) or aim
    return aim


def _training_max(asked: Asked, past: Past) -> tuple[Decimal | None, str]:
    """The training max to begin with, and where it is from, in words."""
    if start_kg := asked.settings.get("training_max_kg"):
        return start_kg, "It begins with the training max you set."
    sets = ((s.load_kg, s.reps, s.rir) for done in past.anywhere for s in done if s.load_kg)
    best = best_estimate(sets)
    if best is None:
        return None, ""
    step = Step(asked.plan.step.size, asked.plan.step.unit)  # what is estimated need not be made
    text = step.text(step.nearest(Decimal(best)))
    return waves.training_max(Decimal(best)), f"That is 0.9 of your best estimate, {text}."


def _rpe(asked: Asked) -> Decimal:
    """The effort of the top set: as set, as the technique says, or from the reserve."""
    given = asked.settings.get("target_rpe") or asked.target_rpe
    if given is not None:
        return given
    return _USUAL_RPE if asked.plan.rir is None else 10 - Decimal(asked.plan.rir)


def _drop(asked: Asked) -> Decimal:
    if "drop_percent" in asked.settings:
        return asked.settings["drop_percent"] / 100
    if asked.drop is not None:
        return asked.drop
    return _USUAL_DROP if asked.technique in ("top_set", "backoff") else Decimal(0)
