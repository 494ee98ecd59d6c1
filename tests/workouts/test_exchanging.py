"""One exercise of a draft in place of another: what it keeps, and what it says it could not."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.context import curating
from catalogue.models import Exercise
from tests.factories import (
    ExerciseFactory,
    LimitationFactory,
    MemberLimitationFactory,
    PrescriptionFactory,
    TrainingProfileFactory,
)
from tests.workouts.plans import SCHEME, days_of, draft_for, lift, names, now_of, post
from workouts.exchanging import carried
from workouts.models import Prescription


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=3)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def first_row(draft):
    return days_of(draft)[0][1][0]


def exchange(client, draft, exercise, row=None, **more):
    row = row or first_row(draft)
    return post(
        client, draft, "exchange-prescription", row.pk, exercise=exercise.pk, **more
    )  # fmt: skip


def undo_in(page):
    return re.search(r'action="([^"]+/removed/[^"]+)"', page)[1]


def test_a_row_keeps_its_scheme_its_place_and_its_lineage(draft, client):
    typed = SCHEME | {"sets": "5", "reps_low": "6", "rir": "1.5", "technique": "drop_set"}
    post(client, draft, "change-prescription", first_row(draft).pk, **typed)
    before = first_row(draft)
    response = exchange(client, draft, ExerciseFactory(name="Seal row"))
    after = first_row(draft)
    assert f"open={before.pk}" in response.url
    assert names(draft)[0] == ["Seal row", "Lift 12", "Lift 13"]
    fields = "pk lineage position sets reps_low reps_high unit rir technique progression".split()
    assert [getattr(after, f) for f in fields] == [getattr(before, f) for f in fields]


def test_a_superset_stays_one(draft, client):
    post(client, draft, "group-prescription", first_row(draft).pk)
    exchange(client, draft, ExerciseFactory(name="Seal row"))
    assert [row.superset for row in days_of(draft)[0][1]] == ["A", "A", ""]


def test_what_is_counted_otherwise_is_as_usual_and_says_so(draft, client):
    post(client, draft, "change-prescription", first_row(draft).pk, **SCHEME | {"sets": "4"})
    hold = ExerciseFactory(name="Hang", metric="seconds", default_rest_seconds=45)
    page = exchange(client, draft, hold, htmx=True).text
    row = first_row(draft)
    assert (row.sets, row.reps_low, row.reps_high, row.unit) == (4, 20, 40, "seconds")
    assert (row.rir, row.progression, row.rest_seconds) == (None, "time", 45)
    assert "It is counted in seconds, so it has 4\xa0×\xa020–40\xa0s as usual." in page


def test_help_gets_less_where_a_load_got_more(draft, client):
    exchange(client, draft, ExerciseFactory(name="Assisted", load_type="assisted"))
    assert first_row(draft).progression == "assist_down"
    exchange(client, draft, ExerciseFactory(name="Seal row"))
    assert first_row(draft).progression == "double"


@pytest.mark.parametrize("unit", Prescription.Unit.values)
@pytest.mark.parametrize("metric", Exercise.Metric.values)
def test_whatever_it_was_it_is_counted_as_the_new_one_is(unit, metric):
    row = Prescription(sets=7, unit=unit, rir=Decimal(2))
    scheme = carried(row, Exercise(metric=metric))
    usual = {"reps": "reps", "seconds": "seconds", "metres": "metres", "time_distance": "minutes"}
    assert scheme["unit"] == usual[metric]
    assert scheme["sets"] == (7 if unit == scheme["unit"] or "minutes" not in (
        unit, scheme["unit"]) else 1 if metric == "time_distance" else 3)  # fmt: skip


def test_undo_brings_the_row_back_as_it_was(draft, client):
    typed = SCHEME | {"sets": "5", "rir": "1.5", "technique": "drop_set", "note": "Slowly"}
    post(client, draft, "change-prescription", first_row(draft).pk, **typed)
    before = first_row(draft)
    page = exchange(client, draft, ExerciseFactory(metric="seconds"), htmx=True).text
    response = client.post(undo_in(page))
    after = first_row(draft)
    assert f"open={before.pk}" in response.url
    fields = [f.name for f in Prescription._meta.concrete_fields]
    assert [getattr(after, f) for f in fields] == [getattr(before, f) for f in fields]


def test_undo_goes_one_swap_back_at_a_time(draft, client):
    pages = [
        exchange(client, draft, ExerciseFactory(name=name), htmx=True).text
        for name in ("Seal row", "Machine row")
    ]
    client.post(undo_in(pages[0]))
    assert names(draft)[0][0] == "Machine row"
    for page in reversed(pages):
        client.post(undo_in(page))
    assert names(draft)[0][0] == "Lift 11"


def test_undo_overwrites_nothing_newer(draft, client):
    page = exchange(client, draft, ExerciseFactory(name="Seal row"), htmx=True).text
    post(client, draft, "change-prescription", first_row(draft).pk, **SCHEME | {"sets": "9"})
    answer = client.post(undo_in(page), follow=True).text
    assert "Seal row was changed or removed since, so it stays as it is." in answer
    assert (first_row(draft).exercise.name, first_row(draft).sets) == ("Seal row", 9)


def test_undo_puts_no_exercise_twice_into_a_day(draft, client):
    day, rows = days_of(draft)[0]
    page = exchange(client, draft, ExerciseFactory(name="Seal row"), htmx=True).text
    post(client, draft, "add-prescription", day=day.pk, exercise=rows[0].exercise_id)
    assert "Lift 11 is on Day 1 already." in client.post(undo_in(page), follow=True).text


@pytest.mark.parametrize("htmx", [True, False])
def test_what_the_day_has_already_is_no_answer(draft, client, htmx):
    exchange(client, draft, lift("Lift 12"), htmx=htmx)
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]
    assert now_of(draft).edits == 0


def test_somebody_elses_exercise_is_no_answer(draft, client, tara):
    response = exchange(client, draft, ExerciseFactory(member=tara), htmx=True)
    assert "Choose an exercise from the list." in response.text
    assert names(draft)[0][0] == "Lift 11"


# ---------------------------------------------------------------- what is offered


@pytest.fixture
def pulls(alex, catalogue):
    """A draft of one barbell row."""
    draft = draft_for(alex, rows=0)
    row = Exercise.objects.public().get(slug="barbell-row")
    PrescriptionFactory(day=days_of(draft)[0][0], exercise=row)
    return draft


def substitutes(client, draft):
    row = first_row(draft)
    return client.get(reverse("workouts:substitutes", args=[draft.routine_id, row.pk])).text


def offered(page):
    return re.findall(r'aria-label="Use ([^"]+)"', page)


def test_three_are_offered_each_with_its_reason(pulls, client):
    page = substitutes(client, pulls)
    assert len(offered(page)) == 3
    assert len(re.findall(r"<small >Same movement, [^<]*easier on the spine\.", page)) == 3
    assert page.count("Spine load ") == 3


def test_what_is_on_the_day_is_not_offered(pulls, client):
    name = offered(substitutes(client, pulls))[0]
    exercise = Exercise.objects.public().get(name=name)
    PrescriptionFactory(day=days_of(pulls)[0][0], position=2, exercise=exercise)
    page = substitutes(client, pulls)
    assert len(offered(page)) == 3
    assert name not in offered(page)


def test_what_limits_the_member_and_what_they_have_decide(pulls, client, alex):
    first = Exercise.objects.public().get(name=offered(substitutes(client, pulls))[0])
    limitation = MemberLimitationFactory(
        member=alex, severity="strong", limitation=LimitationFactory(name="Sore")
    ).limitation
    with curating():
        first.verdicts.create(limitation=limitation, verdict="caution")
    assert first.name not in offered(substitutes(client, pulls))
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    possible = Exercise.objects.public().filter(name__in=offered(substitutes(client, pulls)))
    assert not any(exercise.equipment.exists() for exercise in possible)


def test_where_none_fits_it_says_what_to_do(pulls, client, alex, tara, as_user):
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    with curating():
        Exercise.objects.exclude(slug="barbell-row").update(pattern=None)
    page = substitutes(client, pulls)
    assert "Nothing like it fits your equipment and limits." in page
    assert "ask your trainer" in page
    theirs = substitutes(as_user(tara), pulls)
    assert (
        "Nothing like it fits the equipment and limits that <bdi>Alex Test</bdi> shares" in theirs
    )


def test_a_trainer_is_offered_what_suits_the_client_as_far_as_they_may_know(
    pulls, as_user, alex, tara
):
    everything = offered(substitutes(as_user(tara), pulls))
    first = Exercise.objects.public().get(name=everything[0])
    limitation = MemberLimitationFactory(member=alex).limitation
    with curating():
        first.verdicts.create(limitation=limitation, verdict="avoid")
    assert everything[0] not in offered(substitutes(as_user(tara), pulls))
    tara.client_links.update(sees_recovery=False)
    assert everything[0] in offered(substitutes(as_user(tara), pulls))


def test_the_page_alone_swaps_without_a_script(pulls, client):
    page = substitutes(client, pulls)
    new = re.search(r'name="exercise" value="(\d+)"', page)[1]
    state = dict(re.findall(r'name="(version|edits|open|day|week)" value="([^"]*)"', page))
    url = reverse("workouts:exchange-prescription", args=[pulls.routine_id, first_row(pulls).pk])
    assert f'formaction="{url}"' in page
    assert client.post(url, state | {"exercise": new}).status_code == 302
    assert str(first_row(pulls).exercise_id) == new


def test_the_offers_cost_the_same_on_a_long_day(pulls, client, django_assert_max_num_queries):
    for position, exercise in enumerate(Exercise.objects.public()[:12], 2):
        PrescriptionFactory(day=days_of(pulls)[0][0], position=position, exercise=exercise)
    substitutes(client, pulls)
    row, routine = first_row(pulls), pulls.routine_id
    with django_assert_max_num_queries(11):
        client.get(reverse("workouts:substitutes", args=[routine, row.pk]))


def test_a_row_or_draft_that_is_gone_is_answered_in_time(draft, client):
    row = first_row(draft)
    url = reverse("workouts:substitutes", args=[draft.routine_id, row.pk])
    post(client, draft, "remove-prescription", row.pk)
    assert client.get(url).status_code == 404
    client.post(reverse("workouts:discard-draft", args=[draft.routine_id]))
    assert client.get(url).status_code == 404
