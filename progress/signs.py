"""Signs that rest is due, told in words from the work of the last weeks. No query here.

Session RPE, readiness, pain and heart rate are not stored, so the rules that need them are not
asked. The effort of R-PERF is that of the lift's own sets: 10 less the repetitions in reserve.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from accounts.templatetags.look import dated
from accounts.templatetags.quantities import hard_sets
from catalogue.models.titles import title_of
from progress.charting import listed
from progress.models import Dismissal
from progress.periods import monday_of
from progress.volume_weeks import worth_of
from training.recovery import (
    LASTS,
    Flag,
    HardDay,
    back_from_break,
    much_more,
    no_rest_day,
    too_soon,
    weaker_for_more,
)
from training.trend import MOST_SESSIONS, strength_trend
from training.volume import CreditedSet, total_credits

WEEKS_OF_MEAN, MOST_PARTS = 4, 3
ADVICE = {
    "R-48": "A group that had hard sets wants about 48 hours.",
    "R-VOL": "Growth comes with the weeks; a jump is hard to recover from.",
    "R-PERF": "Sleep, food and a lighter week help more than another hard one.",
    "R-REST": "At least one day a week without training.",
    "R-BREAK": "Your next loads start lower and build up again.",
}


@dataclass(frozen=True)
class Sign:
    """A flag as it is read: what it is called, its numbers, and what to think of."""

    flag: Flag

    @property
    def code(self):
        return self.flag.code

    @property
    def name(self):
        return Dismissal.Sign(self.flag.code).label

    @property
    def text(self):
        told, more = self.flag.parts[:MOST_PARTS], len(self.flag.parts) - MOST_PARTS
        rest = [f"And {more} more."] if more > 0 else []
        return " ".join((*told, *rest, ADVICE[self.flag.code]))


def flags_of(standing, by_group, today):
    """All flags that hold: `by_group` is {exercise id: {volume group: credit}}."""
    found = (
        _volume(standing, by_group, today),
        _weaker(standing, today),
        _too_soon(standing.work, by_group),
        _no_rest_day(standing.days, today),
        _break(standing.last_on, today),
    )
    return [flag for flag in found if flag and flag.holds(today)]


def group_weeks(standing, by_group):
    """{Monday: {volume group: fractional hard sets}}."""
    sets = defaultdict(list)
    for work in standing.work:
        worth = worth_of(work.every - work.drops, work.drops)
        credits = by_group.get(work.exercise, {})
        sets[monday_of(work.trained_on)].append(CreditedSet(credits, worth))
    return {monday: total_credits(done) for monday, done in sets.items()}


def usual_week(standing, weeks, today):
    """{volume group: mean sets of the last four whole weeks}, lighter ones left out; or None.

    None before four such weeks have passed since the first one known.
    """
    monday, usual = monday_of(today), []
    while len(usual) < WEEKS_OF_MEAN:
        monday -= timedelta(weeks=1)
        if monday < min(weeks, default=monday + LASTS):
            return None
        if not any(standing.deload_on(monday + timedelta(days=n)) for n in range(7)):
            usual.append(weeks.get(monday, {}))
    groups = {group for week in usual for group in week}
    return {g: sum(week.get(g, Decimal(0)) for week in usual) / len(usual) for g in groups}


def _volume(standing, by_group, today):
    weeks = group_weeks(standing, by_group)
    usual = usual_week(standing, weeks, today)
    parts = []
    for group, sets in sorted(weeks.get(monday_of(today), {}).items()):
        mean = None if usual is None else usual.get(group, Decimal(0))
        if much_more(sets, mean):
            than = "" if mean is None else f", usually {hard_sets(mean)}"
            parts.append(f"{_name(group)}: {hard_sets(sets)} hard sets this week{than}.")
    return Flag("R-VOL", today, tuple(parts)) if parts else None


def _weaker(standing, today):
    parts, last = [], None
    for lift in _lifts(standing):
        days = sorted(lift)[-MOST_SESSIONS:]
        if today - days[-1] >= LASTS:
            continue
        trend = strength_trend([(day, lift[day].one_kg) for day in days], standing.level)
        efforts = [(day, 10 - lift[day].rir) for day in days if lift[day].rir is not None]
        if weaker_for_more(trend, efforts):
            title = title_of("exercise", lift[days[-1]].exercise, lift[days[-1]].name)
            percent = f"{abs(trend.percent_a_week):.1f}\N{NARROW NO-BREAK SPACE}%"
            parts.append(f"{title}: down about {percent} a week, with less in reserve.")
            last = max(last or days[-1], days[-1])
    return Flag("R-PERF", last, tuple(parts)) if parts else None


def _lifts(standing):
    """{day: the Work with the best estimate} of each lift, days of lighter weeks left out."""
    lifts = defaultdict(dict)
    for work in standing.work:
        if work.one_kg is None or standing.deload_on(work.trained_on):
            continue
        best = lifts[work.exercise].get(work.trained_on)
        if best is None or work.one_kg > best.one_kg:
            lifts[work.exercise][work.trained_on] = work
    return lifts.values()


def _too_soon(work, by_group):
    """Of the latest session only that came too soon, whatever groups it was for."""
    found = []
    for group, days in _hard_days(work, by_group).items():
        if soon := too_soon([day for day, _ in days]):
            (later, hours), on = soon, dict(days)[soon[0]]
            text = (
                f"{_name(group)}: {later.sets} hard sets {round(hours)} hours after as hard a day."
            )
            found.append((on, text))
    last = max((on for on, _ in found), default=None)
    parts = tuple(text for on, text in sorted(found) if on == last)
    return Flag("R-48", last, parts) if parts else None


def _hard_days(work, by_group):
    """{volume group: pairs of a HardDay and its date}, of direct sets."""
    sessions = defaultdict(list)
    for done in work:
        for group, credit in by_group.get(done.exercise, {}).items():
            if credit == 1 and done.every:
                sessions[group, done.session].append(done)
    days = defaultdict(list)
    for (group, _), done in sessions.items():
        rirs = [(row.rir, row.every) for row in done if row.rir is not None]
        sets = sum(every for _, every in rirs)
        mean = sum(rir * every for rir, every in rirs) / sets if sets else None
        day = HardDay(min(row.began_at for row in done), sum(row.every for row in done), mean)
        days[group].append((day, done[0].trained_on))
    return days


def _no_rest_day(days, today):
    text = "You trained on each of the last seven days."
    return Flag("R-REST", today, (text,)) if no_rest_day(days, today) else None


def _break(last_on, today):
    if not back_from_break(last_on, today):
        return None
    days = (today - last_on).days
    return Flag("R-BREAK", today, (f"Your last workout was {days} days ago, on {dated(last_on)}.",))


def _name(group):
    return group.replace("_", " ").capitalize()


def in_words(signs):
    """Many more sets than usual, and no day of rest."""
    first, *rest = [sign.name for sign in signs]
    return listed([first, *(name[0].lower() + name[1:] for name in rest)])
