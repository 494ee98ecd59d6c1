"""A trainer's routine, a client's copy of it, and changes of either."""

import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from accounts.context import acting_as
from tests.factories import NOW
from tests.workouts.plans import released_for
from workouts.building import Draft, open_draft
from workouts.copying import copy_routine
from workouts.following import version_in_use
from workouts.models import Prescription, Routine
from workouts.releasing import release

NEWS = "The routine this was copied from has changed"


def copied(trainer, client, **shape):
    """The trainer's routine and the client's copy of it."""
    source = released_for(trainer, **shape)
    with acting_as(trainer):
        made = copy_routine(source, client, by=trainer, now=NOW)
        return Routine.objects.get(pk=source.routine_id), made.routine


def changed_copy(trainer, client, **shape):
    """A client's copy, followed from tomorrow, both sides of which changed, the same row too."""
    source = released_for(trainer, **shape)
    with acting_as(trainer):
        tomorrow = timezone.now().date() + timedelta(days=1)
        made = copy_routine(source, client, by=trainer, now=NOW, followed_since=tomorrow)
        source = Routine.objects.get(pk=source.routine_id)
    change(source, 0, sets=5, note="Pull the elbows to the hips.", rest_seconds=120)
    change(made.routine, 0, sets=2, note="Slowly")
    return made.routine


def change(routine, place=0, **values):
    """Give the row at this place of the first day these values, and put that to use."""
    with acting_as(routine.member):
        draft = Draft(open_draft(routine))
        row = draft.days[0].rows[place]
        draft.change(row, values)
        release(draft, NOW)


def take_out(routine, place=0):
    with acting_as(routine.member):
        draft = Draft(open_draft(routine))
        draft.claim()
        Prescription.objects.filter(pk=draft.days[0].rows[place].pk).delete()
        release(draft, NOW)


def rows(routine, *, of_draft=False):
    """The rows of the version in use, or of the draft, as they are now."""
    with acting_as(routine.member):
        versions = routine.versions.filter(member=routine.member_id)
        version = versions.drafts().get() if of_draft else version_in_use(routine)
        return [
            row
            for day in version.days.prefetch_related("prescriptions__exercise")
            for row in day.prescriptions.all()
        ]


def url(copy):
    return reverse("workouts:update", args=[copy.pk])


def newest(copy):
    versions = copy.versions.filter(member=copy.member_id).newest()
    return list(versions.select_related("routine__member"))


def sent(client, copy, **answers):
    """Send the page as it is, with other answers by what the question begins with."""
    page = client.get(url(copy)).text
    data = dict(re.findall(r'name="([^"]+)" value="([^"]+)"', page))
    data |= {name: "mine" for name, value in data.items() if value == "theirs"}
    for field, value in answers.items():
        data |= {name: value for name in data if name.endswith(field)}
    return lambda: client.post(url(copy), data)


def send(client, copy, **answers):
    return sent(client, copy, **answers)()
