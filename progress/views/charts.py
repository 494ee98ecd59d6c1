"""Is it working? Lifts over time and weekly hard sets, the reader's own or a client's."""

from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.viewing import whose_journal
from catalogue.models import Exercise
from catalogue.moving import redirect_for_now
from progress.answering import answer
from progress.drawing import lift_chart, lift_rows, sets_chart, week_rows
from progress.estimating import lift_history
from progress.forms.charts import FormulaForm, LiftForm, PageForm, PeriodForm
from progress.lifts import READ, trained_lifts
from progress.models import LoggedSet, Measurement
from progress.plateaus import judged, outcome_of, said_of
from progress.remedies import remedies_of
from progress.standing import standing_of
from progress.views.spreadsheets import csv_answer
from progress.volume_weeks import group_rows, weeks_of
from progress.weighing import moves_body, weights_since


@require_GET
def show_progress(request, client=None):
    member = whose_journal(request, client)
    asked = PeriodForm(request.GET)
    weeks = _weeks(member, asked.chosen)
    form = LiftForm(request.GET, lifts_first(weeks.trained, _sees_weights(request.user, member)))
    lift = None
    if form.chosen_lift:
        lift = _history(request.user, member, form.chosen_lift, asked, form)
        lift = judged(lift, *said_of(member, request.user))
    verdict, reason = answer(lift, weeks)
    page = {"verdict": verdict, "reason": reason, "form": form}
    page |= _volume(request, member, asked, weeks)
    return render(request, "progress/progress.html", _page(request, member, asked, lift) | page)


@require_GET
def show_lifts(request, client=None):
    member = whose_journal(request, client)
    number = PageForm(request.GET).number
    sets = LoggedSet.objects.visible_to(request.user, member)
    lifts, more = trained_lifts(member, sets, number)
    page = {"member": member, "lifts": lifts, "number": number, "more": more}
    return render(request, "progress/lifts.html", page)


@require_GET
def show_lift(request, slug, client=None):
    member = whose_journal(request, client)
    asked, form = PeriodForm(request.GET), FormulaForm(request.GET)
    exercise = _exercise(request.user, member, slug)
    if exercise.merged_into_id:
        return _moved(request, exercise)
    lift = _history(request.user, member, exercise, asked, form)
    page = {"exercise": exercise, "form": form} | _prospects(request, member, lift)
    page |= _page(request, member, asked, page["lift"])
    return render(request, "progress/lift.html", page)


@require_GET
def export_lift(request, slug, client=None):
    member = whose_journal(request, client)
    asked, form = valid(PeriodForm(request.GET)), valid(FormulaForm(request.GET))
    exercise = _exercise(request.user, member, slug)
    if exercise.merged_into_id:
        return _moved(request, exercise)
    history = _history(request.user, member, exercise, asked, form)
    return csv_answer(slug, lift_rows(history, request.user.unit))


@require_GET
def show_volume(request, client=None):
    member = whose_journal(request, client)
    asked = PeriodForm(request.GET)
    weeks = _weeks(member, asked.chosen)
    page = _volume(request, member, asked, weeks) | {"groups": group_rows(weeks)}
    return render(request, "progress/volume.html", _page(request, member, asked) | page)


@require_GET
def export_volume(request, client=None):
    member = whose_journal(request, client)
    asked = valid(PeriodForm(request.GET))
    return csv_answer("hard-sets", week_rows(_weeks(member, asked.chosen)))


def lifts_first(trained, with_weights=True):
    """Lifts with an estimated 1RM before others, the most trained first.

    Where body weights are unseen, those that cannot be drawn without them come last.
    """

    def place(exercise):
        is_estimated = exercise.one_rep_max_allowed
        is_hidden = is_estimated and moves_body(exercise) and not with_weights
        return is_hidden, not is_estimated

    return sorted(trained, key=place)


def _page(request, member, asked, lift=None):
    """What every page with a chart shows."""
    drawn = lift_chart(lift, request.user.unit) if lift and lift.days else None
    return {"member": member, "asked": asked, "lift": lift, "chart": drawn}


def _prospects(request, member, lift):
    """The lift as it is judged, the outcome, and what its own member can try."""
    today, standing = member.today(timezone.now()), None
    if member.pk == request.user.pk:
        standing = standing_of(member, today)
        lift = judged(lift, standing.level, standing.deloads)
    else:
        lift = judged(lift, *said_of(member, request.user))
    outcome, remedies = outcome_of(lift, today), []
    if standing and outcome and outcome.is_stuck:
        remedies = remedies_of(outcome, standing, member)
    return {"lift": lift, "outcome": outcome, "remedies": remedies}


def _sees_weights(reader, member):
    return member.pk == reader.pk or member.is_opened_to(reader, "measurements")


def _volume(request, member, asked, weeks):
    """The weeks as they are drawn. Whether anything was ever done is asked where they are empty."""

    def trained_ever():
        return LoggedSet.objects.visible_to(request.user, member).done().exists()

    stack = sets_chart(weeks, asked.chosen)
    return {"weeks": weeks, "stack": stack, "trained_ever": trained_ever}


def _weeks(member, period):
    today = member.today(timezone.now())
    return weeks_of(member, period.first_day(today), today)


def _history(reader, member, exercise, asked, form):
    first, weights = asked.chosen.first_day(member.today(timezone.now())), None
    if moves_body(exercise):
        weights = weights_since(first, Measurement.objects.visible_to(reader, member))
    sets = LoggedSet.objects.visible_to(reader, member)
    return lift_history(sets, exercise, first, form.chosen_formula, weights)


def _exercise(reader, member, slug):
    """The exercise of this slug; the member's own goes before the catalogue's."""
    found = Exercise.objects.visible_to(reader, member).filter(slug=slug)
    exercise = found.only(*READ).order_by("member").first()
    if exercise is None:
        raise Http404
    return exercise


def _moved(request, exercise):
    """To the same page of what the exercise was merged into."""
    page = request.resolver_match
    there = page.kwargs | {"slug": exercise.merged_into.slug}
    query = {key: request.GET.getlist(key) for key in request.GET}
    return redirect_for_now(reverse(page.view_name, kwargs=there, query=query))


def valid(form):
    """A file with another content than asked for would mislead."""
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    return form
