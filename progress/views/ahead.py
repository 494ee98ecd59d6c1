"""What if: a routine's targets weeks ahead."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from progress.forms.ahead import AheadForm
from progress.looking_ahead import day_ahead
from workouts.following import version_in_use
from workouts.models import Routine


@require_safe
def look_ahead(request, pk):
    routines = Routine.objects.visible_to(request.user).select_related("member")
    routine = get_object_or_404(routines, pk=pk)
    member, version = routine.member, version_in_use(routine)
    days = version.days.filter(member=member.pk) if version else []
    form = AheadForm(request.GET, days=list(days))
    lifts, day = [], form.chosen_day
    if day:
        asked = form.chosen_weeks, form.assumption, request.user.unit
        lifts = day_ahead(member, day, *asked, member.today(timezone.now()))
    context = {"routine": routine, "member": member, "form": form, "day": day, "lifts": lifts}
    status = 422 if form.errors else 200
    return render(request, "progress/ahead.html", context, status=status)
