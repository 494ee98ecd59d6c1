"""Sharing a routine by link: its member's page, and what whoever has the link reads."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workouts.balance import balance_of
from workouts.contents import in_week, phases_of
from workouts.copying_shared import copy_shared
from workouts.following import version_in_use
from workouts.forms import CopyForm, ShareForm, WeekForm
from workouts.models import Routine, RoutineLink
from workouts.programme import programme_of
from workouts.shape import version_from
from workouts.sharing import days_shared, end_link, link_of, own_names, share
from workouts.showing import dressed

MOST_LISTED = 50


@require_http_methods(["GET", "HEAD", "POST"])
def share_routine(request, pk):
    """Its links, and a new one, whose address is in this one answer and nowhere else."""
    routine, now = _own(request, pk), timezone.now()
    version = version_in_use(routine)
    sent = request.POST if request.method == "POST" else None
    form = ShareForm(sent, version=version, live=_links(request, routine).live(now).count())
    status, address = 422 if form.errors else 200, ""
    if form.is_valid():
        address = _new_address(request, version, form.cleaned_data, now)
        form = ShareForm(version=version, live=0)
    links = _links(request, routine).defer("plan", "names")[:MOST_LISTED]
    shown = {"routine": routine, "version": version, "form": form, "address": address}
    context = shown | {"entries": [(link, _state(link, now)) for link in links]}
    return render(request, "workouts/share.html", context, status=status)


@require_POST
def end_sharing(request, pk, link):
    routine = _own(request, pk)
    end_link(get_object_or_404(_links(request, routine), pk=link), timezone.now())
    messages.success(request, "The link no longer works.")
    return redirect("workouts:share", routine.pk)


@login_not_required
@require_safe
def show_shared(request, token):
    link = _opened(token)
    response = render(request, "workouts/shared.html", _shared_page(request, link, token))
    response["Referrer-Policy"] = "no-referrer"  # other sites never see the address
    return _unlisted(response)


@require_http_methods(["GET", "HEAD", "POST"])
def take_shared(request, token):
    """A page of its own: browsers hide where a form comes from on one without a referrer."""
    link, form = _opened(token), CopyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():  # any id will do
        routine = copy_shared(link, request.user, now=timezone.now(), pk=form.cleaned_data["id"])
        messages.success(request, f"{routine.name} is yours. Follow it when you like.")
        return redirect(routine)
    context = {"link": link, "token": token, "form": form, "own_names": own_names(link)}
    return _unlisted(render(request, "workouts/take_shared.html", context))


def _own(request, pk):
    """The routine, for its member alone: a trainer who plans it does not give it away."""
    return get_object_or_404(Routine.objects.owned_by(request.user), pk=pk)


def _links(request, routine):
    return RoutineLink.objects.owned_by(request.user).filter(routine=routine.pk)


def _new_address(request, version, given, now):
    _link, token = share(version, given["days"], now, given["id"])
    if not token:
        messages.info(request, "This link was made already; its address was shown then.")
        return ""
    return request.build_absolute_uri(reverse("workouts:shared", args=[token]))


def _state(link, now):
    if link.revoked_at:
        return "ended"
    return "live" if link.expires_at > now else "expired"


def _opened(token):
    link = link_of(token, timezone.now())
    if link is None:
        raise Http404
    return link


def _shared_page(request, link, token):
    every_day, version = days_shared(link), version_from(link.plan)
    phases = phases_of(every_day, version.weeks)
    week = min(WeekForm(request.GET).cleaned_data.get("week") or 1, version.weeks)
    days = in_week(every_day, week)
    return {
        "link": link,
        "token": token,
        "version": version,
        "days": days,
        "week": week,
        "phases": [(phase, phase[0] <= week <= phase[1]) for phase in phases],
        "programme": programme_of(version, days, phases, week),
        "balance": balance_of(days, dressed(days)) if days else None,
    }


def _unlisted(response):
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response
