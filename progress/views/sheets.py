"""A week of a routine on paper: as a page to print, and as a PDF."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from progress.printing import pdf_of
from progress.sheets import sheets_of
from workouts.contents import days_of, in_week
from workouts.following import version_in_use, week_of
from workouts.forms import WeekForm
from workouts.models import Routine


@require_safe
def show_sheets(request, pk):
    return render(request, "progress/sheets.html", _page(request, pk))


@require_safe
def export_sheets(request, pk):
    page = _page(request, pk)
    answer = HttpResponse(pdf_of(page), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="week-{page["week"]}.pdf"'
    return answer


def _page(request, pk):
    """The sheets of a week: of the one asked for, else of the one it is."""
    routines = Routine.objects.visible_to(request.user).select_related("member")
    routine = get_object_or_404(routines, pk=pk)
    member, version = routine.member, version_in_use(routine)
    today = member.today(timezone.now())
    now = week_of(routine, version, today) if version else 1
    weeks = range(1, version.weeks + 1) if version else [1]
    week = min(WeekForm(request.GET).cleaned_data.get("week") or now, weeks[-1])
    days = in_week(days_of(version), week) if version else []
    return {
        "routine": routine,
        "member": member,
        "version": version,
        "week": week,
        "weeks": weeks,
        "sheets": sheets_of(member, days, version, week, today) if version else [],
    }
