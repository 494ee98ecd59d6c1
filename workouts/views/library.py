"""The ready routines, open to everybody, and making one's own copy."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from workouts.balance import balance_of, muscles_of
from workouts.contents import days_of_template, days_of_templates, exercises_in, in_week, phases_of
from workouts.copying import copy_template
from workouts.describing import listed
from workouts.forms import CopyForm
from workouts.models import Template
from workouts.showing import dressed


@login_not_required
@require_safe
def list_templates(request):
    templates = Template.objects.public()
    plans = days_of_templates(templates)
    muscles = muscles_of({pk for days in plans.values() for pk in exercises_in(days)})
    entries = [(t, balance_of(in_week(plans[t.slug], 1), muscles)) for t in templates]
    return render(request, "workouts/templates.html", {"entries": entries})


@login_not_required
@require_safe
def show_template(request, slug):
    template = get_object_or_404(Template.objects.public(), slug=slug)
    days = days_of_template(template)
    muscles = dressed(days)
    phases = [
        (phase, week, balance_of(week, muscles))
        for phase in phases_of(days, template.weeks)
        if (week := in_week(days, phase[0]))
    ]
    context = {"template": template, "days": days, "phases": phases, "copy": CopyForm()}
    return render(request, "workouts/template.html", context)


@require_POST
def make_own(request, slug):
    template = get_object_or_404(Template.objects.public(), slug=slug)
    form = CopyForm(request.POST)
    form.full_clean()  # any id will do
    pk = form.cleaned_data["id"]
    made = copy_template(template, request.user, now=timezone.now(), pk=pk)
    messages.success(request, copied_in_words(made))
    return redirect(made.routine)


def copied_in_words(made):
    """What was copied, and what was swapped for the member's limits."""
    words = f"{made.routine.name} is yours, and you follow it from today."
    if made.swaps:
        swaps = [f"{new.title} for {old.title}" for old, new in made.swaps]
        words += f" Swapped for your limits: {listed(swaps)}."
    if made.doubled:
        doubled = [f"{old.title}, where {new.title} is already" for old, new in made.doubled]
        words += f" Left out: {'; '.join(doubled)}."
    return words
