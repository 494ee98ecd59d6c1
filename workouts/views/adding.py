"""From an exercise's page into the plan."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from catalogue.models import Exercise
from workouts.adding import add_to, plans_of
from workouts.building import Stale
from workouts.forms import DayChoiceForm, PlaceForm
from workouts.views.building import edit_url

ADDED = "{} added to {}. It counts once you use this plan."
CHANGED = "That plan was changed in the same moment, so nothing was added. Choose again."


@require_http_methods(["GET", "HEAD", "POST"])
def add_to_day(request, exercise):
    """The days of the reader's own routines; a POST adds it to one, in that routine's draft."""
    exercise, plans = _usable(request.user, exercise), plans_of(request.user)
    posted = request.POST if request.method == "POST" else None
    form = DayChoiceForm(posted, plans=plans, exercise=exercise)
    if form.is_valid():
        plan, day = form.cleaned_data["day"]
        try:
            day = add_to(plan, day, exercise)
        except Stale:
            messages.error(request, CHANGED)
            return redirect("workouts:add-to-day", exercise.pk)
        messages.success(request, ADDED.format(exercise.title, day.name))
        place = PlaceForm({}).moved(day=day.pk, week=day.first_week)
        return redirect(edit_url(plan.routine.pk, place))
    context = {"form": form, "exercise": exercise, "plans": plans}
    status = 422 if form.errors else 200
    return render(request, "workouts/add_to_day.html", context, status=status)


def _usable(user, pk):
    """An exercise on offer, of the catalogue or the reader's own; its survivor after a merge."""
    visible = Exercise.objects.visible_to(user, user).select_related("merged_into")
    exercise = get_object_or_404(visible, pk=pk)
    exercise = exercise.merged_into or exercise
    return get_object_or_404(visible.offered(), pk=exercise.pk)
