"""A trainer's clients."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.models import TrainerLink
from coaching.assigning import assign
from coaching.forms import AssignForm
from coaching.permission import trainers_only
from coaching.roster import roster
from progress.models import Session
from workouts.models import Routine

SESSION = ("name", "trained_on", "started_at", "finished_at")  # what is shown of one


@trainers_only
@require_GET
def clients(request):
    rows = roster(request.user, request.user.today(timezone.now()))
    return render(request, "coaching/clients.html", {"rows": rows})


@trainers_only
@require_GET
def client(request, client):
    link = get_object_or_404(_links(request.user), client=client)
    return _page(request, link, AssignForm(trainer=request.user))


@trainers_only
@require_POST
def assign_routine(request, client):
    link = get_object_or_404(_links(request.user).filter(may_plan=True), client=client)
    form = AssignForm(request.POST, trainer=request.user)
    if not form.is_valid():
        return _page(request, link, form)
    choice, pk = form.cleaned_data["routine"], form.cleaned_data["id"]
    routine = assign(choice, request.user, link.client, timezone.now(), pk)
    messages.success(request, f"{link.client} now has “{routine.name}” as a copy of their own.")
    return redirect("coaching:client", client)


def _links(trainer):
    links = TrainerLink.objects.visible_to(trainer).live().filter(trainer=trainer)
    return links.select_related("client")


def _page(request, link, form):
    client, sessions, routines = link.client, [], []
    if link.sees_training:
        month = client.today(timezone.now()) - timedelta(days=30)
        sessions = Session.objects.visible_to(request.user, client).newest_first()
        sessions = sessions.filter(trained_on__gte=month).only(*SESSION)[:8]
        routines = Routine.objects.visible_to(request.user, client).current()
        routines = routines.order_by("-followed_since", "-created_at")
        routines = routines.only("name", "followed_since")[:6]
    context = {
        "link": link,
        "member": client,
        "sessions": sessions,
        "routines": routines,
        "form": form,
    }
    return render(request, "coaching/client.html", context, status=422 if form.errors else 200)
