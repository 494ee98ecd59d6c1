"""Taking over into a copy what its source changed since: a three-way merge, put into a draft.

A version's `merged_from` says how much of the source it has, else the routine's `copied_from` does;
so an earlier version that is gone back to is offered again what it has not. Ready routines are no
source: their rows have no lineage.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, F, OuterRef, Value
from django.db.models.functions import Coalesce

from workouts import arranging
from workouts.building import Draft, Stale
from workouts.bundling import bundled, unbundled
from workouts.comparing import differences
from workouts.comparing_details import whole_changes
from workouts.contents import days_of_versions, version_fields, write_days
from workouts.copying import own_exercises, same_of
from workouts.models import RoutineVersion
from workouts.shape import days_from, plan_of, version_from
from workouts.three_way import three_way


@dataclass(frozen=True)
class News:
    """Of a copy's source: the version that the copy has, and the one in use now."""

    base: RoutineVersion
    source: RoutineVersion


@dataclass(frozen=True)
class Update:
    """A copy and its changed source. `days` are those of each version, by its id."""

    news: News
    mine: RoutineVersion
    draft: RoutineVersion | None
    days: dict
    same: dict  # exercises of somebody else's own: the member's of the same name
    given_up: tuple = ()

    @property
    def changes(self):
        """What the source changed, in words."""
        base, source = self.news.base, self.news.source
        before, after = self.days[base.pk], self.days[source.pk]
        words = differences(before, after, base.weeks, source.weeks)
        return words + whole_changes(base, source)

    @cached_property
    def merged(self):
        """The new plan, and its conflicts, whether given up or not."""
        news = self.news
        sides = [bundled(self._plan(of)) for of in (news.base, news.source, self.mine)]
        plan, conflicts = three_way(*sides, self.given_up)
        return unbundled(plan), conflicts

    @property
    def conflicts(self):
        return self.merged[1]

    @property
    def has_all(self):
        """Whether the copy is already as it would become."""
        return not self.conflicts and self.merged[0] == self._plan(self.mine)

    @property
    def titles(self):
        """The names of exercises by id."""
        rows = [row for days in self.days.values() for day in days for row in day.rows]
        known = {row.exercise_id: row.exercise.title for row in rows}
        return {self.same.get(pk, pk): title for pk, title in known.items()} | known

    @property
    def is_in_the_way(self):
        """Whether there is a draft that somebody has made something of."""
        draft = self.draft
        return draft is not None and bool(
            draft.edits
            or draft.merged_from != self.mine.merged_from
            or self._plan(draft) != self._plan(self.mine)
        )

    def _plan(self, version):
        plan = plan_of(version, self.days[version.pk])
        for day in plan["days"]:
            for row in day["prescriptions"]:
                row["exercise"] = self.same.get(row["exercise"], row["exercise"])
        return plan


def since(user, known):
    """The version `known`, an id, and those after it, as far as `user` may read them."""
    return (
        RoutineVersion.objects.visible_to(user)
        .released()
        .filter(
            member=F("routine__versions__member"),
            routine__versions=known,
            number__gte=F("routine__versions__number"),
        )
    )


def with_news(versions, user, routine):
    """Versions with `has_news`: whether the source of the routine has what they have not."""
    if routine.copied_from is None:
        return versions.annotate(has_news=Value(False))
    known = Coalesce("merged_from", Value(routine.copied_from, models.UUIDField()))
    versions = versions.annotate(known=known)
    newer = since(user, OuterRef("known")).exclude(pk=OuterRef("known"))
    return versions.annotate(has_news=Exists(newer))


def update_of(user, versions):
    """The Update of a routine: `versions` are the one in use and the draft, if there are such.

    None where there is nothing new, and for those who may not read the source.
    """
    mine, *draft = versions
    routine, news = mine.routine, _news_for(user, mine)
    if news is None:
        return None
    days = days_of_versions([news.base, news.source]) | days_of_versions(versions)
    used = (row.exercise for plan in days.values() for day in plan for row in day.rows)
    same = same_of(used, routine.member)
    return Update(news, mine, draft[0] if draft else None, days, same)


def _news_for(user, version):
    known = version.merged_from or version.routine.copied_from
    if known is None or version.is_draft:
        return None
    versions = list(since(user, known).select_related("routine").defer("removed"))
    return News(versions[-1], versions[0]) if versions[1:] else None


def take_over(update, given_up):
    """Put the merged plan into a new draft, the source winning the conflicts `given_up`.

    An untouched draft gives way. Raises Stale where there is another, or one comes in between.
    """
    if update.is_in_the_way:
        raise Stale
    plan, _ = replace(update, given_up=tuple(given_up)).merged
    try:
        with transaction.atomic():
            if update.draft:
                Draft(update.draft).claim(is_step=False)  # untouched to the last
                update.draft.delete()
            return _write(update, plan)
    except IntegrityError:  # another tab was quicker, and there is one draft only
        raise Stale from None


def _write(update, plan):
    mine, routine = update.mine, update.mine.routine
    days = days_from(plan)
    for day in days:
        day.rows = arranging.tidy(day.rows)
    whole = version_from(plan)
    whole.weeks = max([whole.weeks, *(day.first_week for day in days)])
    draft = RoutineVersion.objects.create(
        member_id=mine.member_id,
        routine=routine,
        number=mine.number + 1,
        merged_from=update.news.source.pk,
        **version_fields(whole),
    )
    write_days(draft, days, own_exercises(days, routine.member))
    return draft
