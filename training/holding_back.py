"""Holding back what a rule would ask: after poor form or pain, and on a bad day.

Our rules. Form is 1 to 5, pain 0 to 10; readiness is the mean of a morning's answers, 1 to 5.
What is not known holds nothing back. None of it changes the plan: the next visit decides anew.
"""

from dataclasses import replace
from decimal import Decimal

from training.aims import Aims, Held
from training.steps import Step
from training.targets import NextTarget

_POOR_FORM, _PAIN, _STRONG_PAIN = 2, 4, 7
_LOW_READINESS = Decimal("2.5")
_EASE_PAIN, _EASE_TODAY = Decimal("0.9"), Decimal("0.9")


def held_back(aim: NextTarget, last_kg: Decimal | None, step: Step, held: Held) -> NextTarget:
    """No more load than last time after form of 2 or less; a tenth less after pain of 4 or more.

    After pain of 7 or more it says that a swap or a rest is due.
    """
    if held.pain is not None and held.pain >= _PAIN:
        return _after_pain(aim, last_kg, step, held.pain)
    if held.form is None or held.form > _POOR_FORM or last_kg is None or aim.load_kg is None:
        return aim
    if aim.load_kg <= last_kg:
        return aim
    why = f"Form was rated {held.form} of 5 last time. The load stays at {step.text(last_kg)}."
    return replace(aim, why=why, load_kg=last_kg, tops=0, move_on=False)


def easier_today(aims: Aims, readiness: Decimal | float | None, step: Step) -> Aims:
    """A tenth less in every set, today only, where the morning's answers are below 2.5 of 5."""
    if readiness is None or Decimal(readiness) >= _LOW_READINESS:
        return aims
    sets = tuple(replace(aim, load_kg=_less(aim.load_kg, step)) for aim in aims.sets)
    if sets == aims.sets:
        return replace(aims, why=f"You are not at your best: fewer sets will do today. {aims.why}")
    return replace(aims, sets=sets, why=f"Not your best day: a tenth less, today only. {aims.why}")


def _less(load_kg: Decimal | None, step: Step) -> Decimal | None:
    return load_kg if load_kg is None else step.share(load_kg, _EASE_TODAY)


def _after_pain(aim: NextTarget, last_kg: Decimal | None, step: Step, pain: int) -> NextTarget:
    rest = " Swap it or let it rest." if pain >= _STRONG_PAIN else ""
    said = f"Pain was {pain} of 10 last time"
    if last_kg is None or last_kg <= 0 or aim.load_kg is None:
        return replace(aim, why=f"{said}: go easy, and stop if it comes back.{rest}", move_on=False)
    less_kg = min(aim.load_kg, step.share(last_kg, _EASE_PAIN))
    why = f"{said}, so {step.text(less_kg)} and no more.{rest}"
    return replace(aim, why=why, load_kg=less_kg, tops=0, move_on=False)
