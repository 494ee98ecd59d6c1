"""Which routine a member follows, which version of it is in use, and which week it is."""

from datetime import timedelta

from workouts.models import Routine, RoutineVersion


def followed_routine(member, today):
    """The routine followed latest, of those that are not archived; None without one."""
    return (
        Routine.objects.of(member)
        .current()
        .filter(followed_since__lte=today)
        .order_by("-followed_since", "-created_at")
        .first()
    )


def followed_of(routines, today):
    """The same, found among all the routines of a member that are not archived."""
    followed = [r for r in routines if r.followed_since and r.followed_since <= today]
    return max(followed, key=lambda r: (r.followed_since, r.created_at), default=None)


def is_followed(routine, today):
    """Whether it is the routine its member follows. One query, if it can be."""
    if routine.archived_at or not routine.followed_since or routine.followed_since > today:
        return False
    followed = Routine.objects.filter(
        member=routine.member_id, archived_at=None, followed_since__lte=today
    )
    newest = followed.order_by("-followed_since", "-created_at").values_list("pk", flat=True)
    return newest[:1].get() == routine.pk


def version_in_use(routine):
    """The newest released version; None while there is only a draft."""
    return routine.versions.filter(member=routine.member_id).released().first()


def add_versions(routines, member):
    """Give a member's routines `in_use`, the version in use or None, and `has_draft`. One query."""
    for routine in routines:
        routine.in_use, routine.has_draft = None, False
    known = {routine.pk: routine for routine in routines}
    for version in RoutineVersion.objects.filter(member=member.pk, routine__in=known).newest():
        if version.is_draft:
            known[version.routine_id].has_draft = True
        else:
            known[version.routine_id].in_use = version


def version_followed(member, today):
    """The version in use of the routine a member follows, with `routine`; None without one."""
    return (
        RoutineVersion.objects.of(member)
        .released()
        .filter(routine__archived_at__isnull=True, routine__followed_since__lte=today)
        .select_related("routine")
        .order_by("-routine__followed_since", "-routine__created_at", "-number")
        .first()
    )


def week_of(routine, version, today):
    """The week of the routine, from 1: weeks begin on Mondays, and the last one goes on."""
    if routine.followed_since is None or today < routine.followed_since:
        return 1
    passed = (_monday(today) - _monday(routine.followed_since)).days // 7
    return min(passed + 1, version.weeks)


def follow(routine, today):
    """Follow this routine from today on; the latest one that was started is the one that counts."""
    started_today = Routine.objects.filter(member=routine.member_id, followed_since=today)
    started_today.exclude(pk=routine.pk).update(followed_since=None)
    routine.followed_since = today
    routine.save(update_fields=["followed_since"])


def archive(routine, now):
    routine.archived_at = now
    routine.save(update_fields=["archived_at"])


def unarchive(routine):
    routine.archived_at = None
    routine.save(update_fields=["archived_at"])


def _monday(day):
    return day - timedelta(days=day.weekday())
