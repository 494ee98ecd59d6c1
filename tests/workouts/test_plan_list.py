"""The list of routines: which are shown, and what is said of each."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.context import acting_as
from tests.factories import (
    NOW,
    ExerciseFactory,
    PrescriptionFactory,
    RoutineFactory,
    VersionFactory,
)
from tests.workouts.plans import draft_for, released_for
from workouts.models import Routine, RoutineVersion
from workouts.views import plans

PLAN = "/plan/"


def put_away(member, name, made):
    routine = RoutineFactory(member=member, name=name, archived_at=NOW)
    with acting_as(member):
        Routine.objects.filter(pk=routine.pk).update(created_at=made)


def test_archived_routines_come_last_and_newest_first(as_user, alex):
    put_away(alex, "Older", NOW - timedelta(days=9))
    put_away(alex, "Newer", NOW)
    draft_for(alex)
    page = as_user(alex).get(PLAN).text
    assert page.index("Back twice") < page.index("Newer") < page.index("Older")


def test_archived_routines_never_crowd_out_the_others(as_user, alex, monkeypatch):
    monkeypatch.setattr(plans, "MOST_LISTED", 2)
    draft_for(alex)
    for name in ("One", "Two", "Three"):
        put_away(alex, name, NOW + timedelta(days=9))
    assert "Back twice" in as_user(alex).get(PLAN).text


@pytest.mark.parametrize(("has_draft", "tags"), [(True, 1), (False, 0)])
def test_the_version_in_use_and_a_draft_are_said(as_user, alex, has_draft, tags):
    version = released_for(alex, number=2)
    VersionFactory(routine=version.routine, number=1, released_at=NOW)
    if has_draft:
        VersionFactory(routine=version.routine, number=3)
    page = as_user(alex).get(PLAN).text
    assert "Version 2" in page
    assert page.count('<span class="tag info">Draft</span>') == tags


def test_what_was_typed_is_never_markup(as_user, alex):
    own = ExerciseFactory(member=alex, name="<i>Row</i>", slug="i-row", region="lats")
    draft = draft_for(alex, rows=0)
    with acting_as(alex):
        day = draft.days.get()
    PrescriptionFactory(day=day, exercise=own, note="<i>slow</i>")
    client = as_user(alex)
    edit, routine = (reverse(f"workouts:{n}", args=[draft.routine_id]) for n in ("edit", "routine"))
    pages = [client.get(f"{edit}?q=row&fits=all").text]
    with acting_as(alex):
        RoutineVersion.objects.filter(pk=draft.pk).update(released_at=NOW)
    pages.append(client.get(routine).text)
    assert "&lt;i&gt;slow" in pages[1]
    for page in pages:
        assert "&lt;i&gt;Row" in page
        assert "<i>Row" not in page
        assert "<i>slow" not in page
