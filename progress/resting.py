"""Whether to rest: the signs that hold, the lighter week that runs, and whether to propose one."""

from dataclasses import dataclass
from datetime import timedelta

from progress.models import Deload
from progress.signs import Sign, flags_of, in_words
from progress.standing import standing_of
from training.recovery import deload_due, loading_weeks, proposes_deload, signals
from workouts.balance import muscles_of

PROPOSAL = "deload"  # Dismissal.Sign


@dataclass(frozen=True)
class Recovery:
    """What Today says of rest. `proposal` is why a lighter week is due; empty where it is not."""

    signs: list[Sign]
    deload: Deload | None
    proposal: str

    @property
    def is_back(self):
        """Whether all there is to say is that there was a break."""
        return [sign.code for sign in self.signs] == ["R-BREAK"]


def recovery_of(standing, by_group, today):
    """The Recovery of a Standing, the lighter week of the plan among its own."""
    flags = [f for f in flags_of(standing, by_group, today) if f.code not in standing.dismissed]
    deload = standing.deload_on(today)
    proposal = ""
    if not (deload or PROPOSAL in standing.dismissed):
        proposal = _proposal(standing, flags, today)
    return Recovery([Sign(flag) for flag in flags], deload, proposal)


def why_lighter(member, today):
    """Why a member begins a lighter week today, for the record. Two queries."""
    standing = standing_of(member, today)
    by_group = muscles_of(standing.exercises).by_group
    return recovery_of(standing, by_group, today).proposal or "You asked for it."


def _proposal(standing, flags, today):
    """Two signs that warn, or enough weeks of loading; nothing after a break."""
    if any(flag.code == "R-BREAK" for flag in flags):
        return ""
    if proposes_deload(flags, today):
        told = in_words([Sign(flag) for flag in signals(flags, today)])
        return f"Two signs of tiredness in a week: {told[0].lower()}{told[1:]}."
    lighter = [
        deload.begins_on + timedelta(days=n)
        for deload in standing.deloads
        for n in range((deload.until - deload.begins_on).days)
    ]
    weeks = loading_weeks(standing.days, lighter, today)
    if deload_due(weeks, standing.level):
        return f"You have trained {weeks} weeks in a row without a lighter one."
    return ""
