"""Giving a client a routine: a copy of their own, with where it came from."""

from django.shortcuts import get_object_or_404

from workouts.copying import copy_routine, copy_template
from workouts.models import Routine, RoutineVersion, Template


def assign(choice, trainer, client, now, pk):
    """Copy what AssignForm chose, "routine:<id>" or "template:<slug>", to `client`, as `pk`."""
    kind, _, key = choice.partition(":")
    if kind == "template":
        template = get_object_or_404(Template.objects.public(), slug=key)
        return copy_template(template, client, now=now, by=trainer, pk=pk).routine
    routine = get_object_or_404(Routine.objects.owned_by(trainer).current(), pk=key)
    version = RoutineVersion.objects.owned_by(trainer).filter(routine=routine).released()
    latest = version.select_related("routine").latest("number")
    return copy_routine(latest, client, now=now, by=trainer, pk=pk).routine
