"""The whole check of a draft: every rule over every week, what mends it, what is muted."""

from dataclasses import dataclass, replace

from workouts.checking import amounts, composing, fitting, timing
from workouts.checking.essentials import missing_essentials
from workouts.checking.findings import (
    HINT,
    RULES,
    WARNING,
    Finding,
    Remedy,
    in_order,
    worst_of,
)
from workouts.checking.reading import plan_of

OF_A_WEEK = (
    fitting.limitations, fitting.equipment, fitting.beginner_effort, fitting.beginner_drop_sets,
    amounts.weekly_sets, amounts.sets_in_a_day, amounts.region_balance, amounts.push_pull,
    amounts.session_length, timing.hours_between_sessions, timing.hours_between_hinges,
    timing.rest_outside_band, composing.back_pulls_as_superset, composing.no_warm_up,
)  # fmt: skip
STANDS_FOR = {
    "vertical pull": "pull-up",
    "horizontal pull": "row",
    "hinge or spinal extension": "deadlift",
}
MOST_SUBSTITUTES = 3  # that are looked for at once, the rest is behind a link


@dataclass(frozen=True)
class Report:
    """The findings, and those of rules that are muted: [(rule, its title, why, findings)]."""

    findings: list[Finding]
    muted: list[tuple]
    is_empty: bool = False  # nothing to check yet

    @property
    def warnings(self):
        return sum(finding.weight == WARNING for finding in self.findings)

    @property
    def hints(self):
        return sum(finding.weight == HINT for finding in self.findings)

    def find(self, key):
        """The finding of this name, or None."""
        return next((finding for finding in self.findings if finding.key == key), None)


def check_of(version, days, muscles, library):
    """The Report on a version with its routine, for the member whose `library` it is."""
    plan = plan_of(version, days, muscles, library)
    found = findings_of(plan, library)
    muted = version.routine.muted
    heard = with_remedies([f for f in found if f.rule not in muted], days, library)
    unheard = [
        (rule, RULES[rule].title, reason, [f for f in found if f.rule == rule])
        for rule, reason in muted.items()
        if rule in RULES
    ]
    return Report(heard, unheard, not any(day.rows for day in days))


def findings_of(plan, library):
    """Every finding of every rule, the worst week of each, in order."""
    known, found = {}, list(composing.same_row(plan))
    for week in plan.weeks:
        here = _movements(week, plan.trainee, library, known)
        for rule in OF_A_WEEK:
            here.extend(rule(week, plan.trainee))
        if len(plan.weeks) > 1:
            here = [replace(finding, week=week.number) for finding in here]
        found += here
    return in_order(worst_of(found))


def _movements(week, trainee, library, known):
    """What a week lacks of movements: one finding where coverage and the trio lack the same.

    `known` keeps what weeks of the same exercises lack.
    """
    found = {finding.about: finding for finding in composing.coverage(week, trainee)}
    if not found and not week.is_for_back:
        return []
    exercises = frozenset(row.lift.pk for row in week.work)
    if exercises not in known:
        known[exercises] = {one.name: one for one in missing_essentials(week, library)}
    missing, here = dict(known[exercises]), []
    for name, finding in found.items():
        if one := missing.pop(STANDS_FOR[name], None):  # else what is safe stands in for it
            here.append(replace(finding, **_to_add(finding.sentence, one)))
    return here + (_of_trio(missing.values(), trainee) if week.is_for_back else [])


def _of_trio(missing, trainee):
    """What a week of a back routine lacks of the three, and has covered by something else."""
    return [
        Finding(
            "essential-trio", one.name, numbers="0 a week, usually 1",
            **_to_add(f"No {one.name}, nor another {one.movement}.", one),
        )
        for one in missing
        if not (trainee.is_for_pull_ups_alone and one.name == "deadlift")
    ]  # fmt: skip


def _to_add(sentence, one):
    if one.remedy is None:
        ask = "Nothing suits the limits and the equipment, so ask a trainer what to do for it."
        return {"sentence": f"{sentence} {ask}"}
    why = f" {one.why[:1].upper()}{one.why[1:]}." if one.why else ""
    return {"sentence": f"{sentence}{why}", "offer": ("find", one.remedy)}


def with_remedies(found, days, library):
    """The findings with what mends them. Substitutes are looked for on the days of their rows."""
    homes = {row.pk: day for day in days for row in day.rows}
    looked_for, mended = 0, []
    for finding in found:
        kind, *values = finding.offer or ("",)
        if kind == "instead":
            looked_for += 1
            wanted = library if looked_for <= MOST_SUBSTITUTES else None
            remedy = _instead(finding, values[0], homes, wanted)
        elif kind == "find":
            remedy = Remedy(f"Find {values[0].title}", "find", (values[0].title,))
        else:
            remedy = Remedy(values[0], kind, tuple(values[1:])) if kind else None
        mended.append(replace(finding, remedy=remedy))
    return mended


def _instead(finding, exercise, homes, library):
    """The best substitute that is on none of the days, or else where to look for one."""
    there = {row.exercise_id for pk in finding.rows for row in homes[pk].rows}
    others = library.substitutes(exercise, there) if library else []
    if not others:
        return Remedy("Look for another", "other")
    return Remedy(f"Use {others[0].entry.title}", "exchange", (others[0].entry.pk,))
