"""The page a member opens first."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from progress.easing import planned_deload
from progress.forms.recovery import DismissForm
from progress.forms.sessions import StartForm
from progress.outlook import outlook_of, strip_of
from progress.resting import recovery_of
from progress.standing import standing_of
from progress.starting import week_of_member
from workouts.balance import muscles_of
from workouts.first_run import steps_left


@require_GET
def show_today(request):
    member = request.user
    week = week_of_member(member, member.today(timezone.now()))
    standing = standing_of(member, week.today)
    standing = standing.with_planned(planned_deload(week.version, week.today))
    outlook = week.next and outlook_of(member, week, standing)
    by_group = outlook.by_group if outlook else muscles_of(standing.exercises).by_group
    context = {
        "member": member,
        "steps_left": steps_left(standing.profile, has_routine=week.version is not None),
        "week": week,
        "outlook": outlook,
        "recovery": recovery_of(standing, by_group, week.today),
        "dismiss": DismissForm(),
        "start": StartForm(member=member),
        "strip": strip_of(week),
        "open_session": None,
    }
    return render(request, "progress/today.html", context)
