"""Something else to do in place of an exercise: for today, or always."""

from django.contrib import messages
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from catalogue.choosing import standing
from catalogue.library import Wanted, library_of
from progress.forms.adding import ExerciseSearchForm, SwapForm, usable_exercises
from progress.one_of import named_in_plan
from progress.swapping import exercises_of, offers_of, places_of, swap
from progress.views.writing import conflict, own_session
from workouts.building import Stale
from workouts.replanning import replan, undo_replan

SALT, DAY, MOST_FOUND = "swapped exercise", 24 * 3600, 8
GONE = "There is nothing left to swap there: it is logged, skipped or gone."
CHANGED_SINCE = "It was changed, logged or retired since, so the workout stays as it is."


@require_GET
def choose_swap(request, pk, slot):
    session = own_session(request, pk)
    places = places_of(session)
    place = places.get(slot)
    if session.finished_at or place is None or not place.open:
        messages.info(request, GONE)
        return redirect(session)
    library, form = library_of(request.user, request.user), ExerciseSearchForm(request.GET)
    there = exercises_of(places)
    named = named_in_plan(place, library, there)
    likely = library.substitutes(place.exercise.pk, there | {one.entry.pk for one in named})
    context = {
        "session": session,
        "place": place,
        "offers": offers_of(session, place, [*named, *likely], request.user),
        "form": form,
        "found": _found(library, form, there),
        "open_session": None,
    }
    return render(request, "progress/swap.html", context)


@require_POST
def swap_exercise(request, pk, slot):
    session, form = own_session(request, pk), SwapForm(request.POST, member=request.user)
    if session.finished_at:
        return conflict(request, session)
    places = places_of(session)
    place = places.pop(slot, None)
    if place is None or not place.open:
        messages.info(request, GONE)
    elif not form.is_valid():
        messages.info(request, "That exercise is not in the catalogue any more.")
    elif form.chosen.pk in exercises_of(places):
        messages.info(request, f"{form.chosen.title} is in this workout already.")
    elif place.exercise.pk not in (form.cleaned_data["instead_of"], form.chosen.pk):
        messages.info(request, f"It is {place.exercise.title} by now, so nothing was swapped.")
    else:
        _swap(request, session, place, form)
    return redirect(f"{session.get_absolute_url()}#ex-{slot}")


@require_POST
def undo_swap(request, pk, token):
    """As it was before: what was logged since stays. The token is signed by us, for a day."""
    session, token = own_session(request, pk), _read(token, pk)
    if session.finished_at:
        return conflict(request, session)
    place = places_of(session).get(token["slot"])
    old = usable_exercises(request.user).filter(pk=standing(token["old"])).first()
    if place and old and place.exercise and place.exercise.pk == standing(token["new"]):
        swap(session, place, old, request.user)
        messages.success(request, f"{old.title} is back.")
    elif token["old"] != token["new"]:
        messages.info(request, CHANGED_SINCE)
    if token["plan"] and not undo_replan(request.user, token["plan"], timezone.now()):
        messages.info(request, "Your plan has changed since, so it stays as it is now.")
    return redirect(f"{session.get_absolute_url()}#ex-{token['slot']}")


def _found(library, form, there):
    """Rows of what the typed words may mean, without what is in the workout already."""
    if not form.text:
        return []
    found = library.find(Wanted(form.text))[: MOST_FOUND + len(there)]
    return [row for row in found if row.entry.pk not in there][:MOST_FOUND]


def _swap(request, session, place, form):
    """Swap, and say so with an undo; the same form again changes nothing and says nothing."""
    old, new = place.exercise, form.chosen
    plan, words = None, []
    if old.pk != new.pk:
        words = [f"{new.title} instead of {old.title}.", swap(session, place, new, request.user)]
    if form.is_for_good:
        plan, said = _for_good(place.prescription, new)
        unchanged = "Your plan has it that day already, or no such place." if words else ""
        words.append(said or unchanged)
    if any(words):
        undo = {"slot": place.slot, "old": old.pk, "new": new.pk, "plan": plan and plan.undo}
        token = signing.dumps(undo | {"session": session.pk.hex}, salt=SALT)
        url = reverse("progress:undo-swap", args=[session.pk, token])
        messages.success(request, " ".join(filter(None, words)), extra_tags=url)


def _for_good(prescription, exercise):
    """Change the plan too: what was changed, and that in words."""
    if prescription is None:
        return None, "It is not from your plan, so that stays as it is."
    try:
        plan = replan(prescription, exercise, timezone.now())
    except Stale:
        return None, "Your plan was changed in the same moment, so that stays as it is."
    if plan is None:
        return None, ""
    if plan.made is None:
        return plan, "It is in your draft, which counts once you use it."
    return plan, f"Your plan has it from now on, in version {plan.made.number}."


def _read(token, pk):
    try:
        undo = signing.loads(token, salt=SALT, max_age=DAY)
    except signing.BadSignature:
        raise Http404 from None
    if undo["session"] != pk.hex:
        raise Http404
    return undo
