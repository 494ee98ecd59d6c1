"""A member's routines: the list, one routine, and which of them is followed."""

from operator import attrgetter

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.viewing import whose_journal
from workouts.balance import balance_of
from workouts.building import start_routine
from workouts.contents import days_of, in_week, phases_of
from workouts.copying import copy_template
from workouts.following import (
    add_versions,
    archive,
    follow,
    followed_of,
    is_followed,
    unarchive,
    version_in_use,
    week_of,
)
from workouts.forms import NewRoutineForm, RoutineForm, WeekForm
from workouts.models import Routine, RoutineVersion
from workouts.programme import programme_of
from workouts.showing import dressed
from workouts.updating import with_news
from workouts.views.library import copied_in_words

MOST_LISTED = 200
VERSIONS_SHOWN = 5


@require_safe
def plan(request, client=None):
    member = whose_journal(request, client)
    today = member.today(timezone.now())
    routines = Routine.objects.visible_to(request.user, member).with_origin()
    current, archived = _current_and_archived(routines)
    add_versions([*current, *archived], member)
    active = followed_of(current, today)
    version = active and active.in_use
    week = version and week_of(active, version, today)
    days = in_week(days_of(version), week) if version else []
    context = {
        "member": member,
        "today": today,
        "active": active,
        "version": version,
        "week": week,
        "days": days,
        "balance": balance_of(days, dressed(days)) if days else None,
        "others": [routine for routine in current if routine != active],
        "archived": archived,
    }
    return render(request, "workouts/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_routine(request):
    form = NewRoutineForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "workouts/new.html", {"form": form}, status=status)
    pk, name, template = (form.cleaned_data[field] for field in ("id", "name", "template"))
    if template is None:
        return redirect("workouts:edit", start_routine(request.user, name, pk).pk)
    made = copy_template(template, request.user, now=timezone.now(), name=name, pk=pk)
    messages.success(request, copied_in_words(made))
    return redirect(made.routine)


@require_safe
def show_routine(request, pk):
    routine = get_object_or_404(
        Routine.objects.visible_to(request.user)
        .select_related("member")
        .with_origin("member__name", "member__email", "member__time_zone"),
        pk=pk,
    )
    return render(request, "workouts/routine.html", routine_page(request, routine))


@require_http_methods(["GET", "HEAD", "POST"])
def rename_routine(request, pk):
    routine = changeable(request, pk)
    form = RoutineForm(request.POST if request.method == "POST" else None, instance=routine)
    if form.is_valid():
        form.save()
        messages.success(request, f"Called {routine.name} now.")
        return redirect(routine)
    status = 422 if form.errors else 200
    return render(request, "workouts/rename.html", {"form": form, "pk": pk}, status=status)


@require_POST
def follow_routine(request, pk):
    routine = changeable(request, pk)
    if routine.archived_at is None and version_in_use(routine):
        follow(routine, routine.member.today(timezone.now()))
        messages.success(request, f"{routine.name} is followed from today.")
    else:
        messages.error(request, "Only a routine that is in use and not archived can be followed.")
    return redirect(routine)


@require_POST
def archive_routine(request, pk):
    routine = changeable(request, pk)
    archive(routine, timezone.now())
    messages.success(request, f"{routine.name} is archived. What you logged stays as it is.")
    return redirect(routine)


@require_POST
def unarchive_routine(request, pk):
    routine = changeable(request, pk)
    unarchive(routine)
    messages.success(request, f"{routine.name} is back among the routines.")
    return redirect(routine)


def changeable(request, pk):
    """The routine of this id, if it is for this reader to change; otherwise 404."""
    routines = Routine.objects.planned_by(request.user).select_related("member")
    return get_object_or_404(routines, pk=pk)


def routine_page(request, routine):
    """What routine.html shows: a week of the version in use, and what may be done."""
    visible = RoutineVersion.objects.visible_to(request.user, routine.member)
    shown = with_news(visible.filter(routine=routine.pk), request.user, routine)
    versions = list(shown.defer("removed")[: VERSIONS_SHOWN + 1])
    version = next((v for v in versions if not v.is_draft), None)
    today = routine.member.today(timezone.now())
    every_day = days_of(version) if version else []
    weeks = phases_of(every_day, version.weeks) if version else []
    now = week_of(routine, version, today) if version else 1
    week = WeekForm(request.GET).cleaned_data.get("week") or now
    days = in_week(every_day, week)
    return {
        "routine": routine,
        "member": routine.member,
        "plan_url": _plan_url(request.user, routine.member),
        "versions": versions,
        "version": version,
        "draft": versions[0] if versions and versions[0].is_draft else None,
        "days": days,
        "programme": programme_of(version, days, weeks, week) if version else [],
        "week": week,
        "now": now,
        "phases": [(phase, phase[0] <= week <= phase[1]) for phase in weeks],
        "balance": balance_of(days, dressed(days)) if days else None,
        "may_change": _may_change(request.user, routine),
        "is_followed": is_followed(routine, today),
    }


def _current_and_archived(routines):
    """Two lists, the newest first. One query, which leaves out archived ones where it must."""
    shown = list(routines.order_by("-archived_at", "-created_at")[:MOST_LISTED])
    archived = [routine for routine in shown if routine.archived_at]
    archived.sort(key=attrgetter("created_at"), reverse=True)
    return [routine for routine in shown if not routine.archived_at], archived


def _may_change(user, routine):
    own = routine.member_id == user.pk
    return own or Routine.objects.planned_by(user).filter(pk=routine.pk).exists()


def _plan_url(reader, member):
    """The list of routines this one is in: the reader's own, or their client's."""
    if member.pk == reader.pk:
        return reverse("workouts:plan")
    return reverse("coaching:client-plan", args=[member.pk])
