"""The first run: four steps, each saved at once, each skippable."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.forms import GoalsForm
from accounts.models import TrainingProfile
from catalogue.fitting import circumstances_of, effect_of
from catalogue.forms import EquipmentForm, LimitsForm
from workouts.first_run import STEPS
from workouts.forms import CopyForm
from workouts.offers import offers_for
from workouts.recommending import Wishes, best_first

OTHERS = 3


@require_http_methods(["GET", "HEAD", "POST"])
def ask_goals(request):
    form = GoalsForm(_posted(request), member=request.user)
    if form.is_valid():
        form.save()
        return redirect("start:limits")
    status = 422 if form.errors else 200
    return render(request, "start/goals.html", _step("goals", form=form), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_limits(request):
    return _ask(request, "limits", LimitsForm, then="equipment")


@require_http_methods(["GET", "HEAD", "POST"])
def ask_equipment(request):
    return _ask(request, "equipment", EquipmentForm, then="routine")


@require_GET
def offer_routine(request):
    profile = TrainingProfile.objects.owned_by(request.user).first()
    wishes = _wishes(profile)
    best, *others = best_first(wishes, offers_for(circumstances_of(request.user)))
    context = {"best": best, "others": others[:OTHERS], "wishes": wishes, "copy": CopyForm()}
    return render(request, "start/routine.html", _step("routine", **context))


def _ask(request, step, form_class, then):
    """A statement about body or gym. Each tick is saved by htmx, which says what it changes."""
    form = form_class(_posted(request), user=request.user)
    if form.is_valid():
        form.save(request.user)
        if not request.htmx:
            return redirect(f"start:{then}")
    part = "#effect" if request.htmx and request.method == "POST" else ""
    context = _step(step, form=form, effect=effect_of(form.said))
    status = 422 if form.errors else 200
    return render(request, f"start/{step}.html{part}", context, status=status)


def _wishes(profile):
    if profile is None:
        return Wishes()
    return Wishes(
        goals=tuple(profile.goals),
        level=profile.level,
        days=profile.days_per_week,
        minutes=profile.session_minutes,
        has_stated_equipment=profile.has_stated_equipment,
    )


def _step(step, **context):
    steps = list(STEPS)
    number = steps.index(step)
    return context | {
        "step": step,
        "number": number + 1,
        "steps": [(name, place < number) for place, name in enumerate(STEPS.values())],
        "current": STEPS[step],
        "back": f"start:{steps[number - 1]}" if number else "",
        "skip": f"start:{steps[number + 1]}" if number + 1 < len(steps) else "progress:today",
    }


def _posted(request):
    return request.POST if request.method == "POST" else None
