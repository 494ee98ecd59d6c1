"""The page a member opens first."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.models import TrainingProfile
from progress.forms.sessions import StartForm
from progress.outlook import outlook_of, strip_of
from progress.starting import week_of_member
from workouts.first_run import steps_left

SAID = ("goals", "has_stated_limits", "has_stated_equipment")  # of a profile, to the first run


@require_GET
def show_today(request):
    member = request.user
    week = week_of_member(member, member.today(timezone.now()))
    outlook = week.next and outlook_of(member, week)
    profile = TrainingProfile.objects.owned_by(member).only(*SAID).first()
    context = {
        "member": member,
        "steps_left": steps_left(profile, has_routine=week.version is not None),
        "week": week,
        "outlook": outlook,
        "start": StartForm(member=member),
        "strip": strip_of(week),
        "open_session": None,
    }
    return render(request, "progress/today.html", context)
