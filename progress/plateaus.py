"""Whether a lift still goes up: the outcome in words with its uncertainty (F-11 of our rules)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Subquery

from accounts.models import TrainingProfile, User
from accounts.templatetags.quantities import MINUS
from progress.estimating import LiftHistory
from progress.models import Deload
from progress.standing import USUAL_LEVEL, deload_from, lighter_weeks
from training.trend import SMALLEST_GAIN, Level
from workouts.describing import counted

LATELY = timedelta(weeks=6)  # after which a trend says nothing of today
PERCENT = "\N{NARROW NO-BREAK SPACE}%"
NAMES = {
    "improving": "Improving",
    "declining": "Declining",
    "plateau": "A plateau",
    "inconclusive": "No clear direction",
    "insufficient_data": "Too little data",
}
ENDS = {
    "improving": "improving",
    "declining": "declining",
    "plateau": "a plateau",
    "inconclusive": "inconclusive, it may be going either way",
}


@dataclass(frozen=True)
class Outcome:
    """What the last sessions of a lift say, as of `today`."""

    lift: LiftHistory
    today: date

    @property
    def heading(self):
        return self.lift.strength.heading

    @property
    def name(self):
        return NAMES[self.heading]

    @property
    def sentence(self):
        """Between −0.1 and +0.2 % a week over 9 sessions: a plateau."""
        trend = self.lift.strength
        if trend.low is None:
            return f"{self._basis}: too little data. It takes 6 sessions over three weeks."
        low, high = signed(trend.low), signed(trend.high)
        return f"Between {low} and {high}{PERCENT} a week over {self._basis}: {ENDS[self.heading]}."

    @property
    def middle(self):
        return f"{signed(self.lift.strength.percent_a_week)}{PERCENT} a week"

    @property
    def limit(self):
        """The smallest gain worth the name at the member's level, per cent a week."""
        return f"{SMALLEST_GAIN[self.lift.level]:g}{PERCENT}"

    @property
    def first(self):
        return self.lift.counted[0].day

    @property
    def last(self):
        return self.lift.counted[-1].day

    @property
    def is_past(self):
        """Whether the last of it is too long ago to act on."""
        return self.today - self.last > LATELY

    @property
    def is_stuck(self):
        return self.heading in ("plateau", "declining") and not self.is_past

    @property
    def _basis(self):
        return counted(len(self.lift.counted), "session")


def outcome_of(lift, today):
    """The Outcome of a LiftHistory; None where it is not told from estimates, or is of nothing."""
    return Outcome(lift, today) if lift.is_estimate and lift.counted else None


def judged(lift, level, deloads):
    """A LiftHistory as it is judged: by the member's level, without their lighter weeks."""
    return replace(lift, level=level, deloads=tuple(deloads))


def said_of(member, reader):
    """(level, lighter weeks) of a member, as far as `reader` may know. One query."""
    levels = TrainingProfile.objects.visible_to(reader, member).values("level")
    weeks = lighter_weeks(Deload.objects.visible_to(reader, member))
    found = User.objects.filter(pk=member.pk).annotate(
        level=Subquery(levels), weeks=ArraySubquery(weeks)
    )
    level, weeks = found.values_list("level", "weeks").get()
    return _level(level), [deload_from(week) for week in weeks]


def _level(said) -> Level:
    return said or USUAL_LEVEL


def signed(percent):
    """+0.2, −1.3, 0: to a tenth, small ones to a hundredth."""
    places = 1 if abs(percent) >= 0.1 else 2
    text = f"{abs(percent):.{places}f}"
    if not float(text):
        return "0"
    return f"{'+' if percent > 0 else MINUS}{text}"
