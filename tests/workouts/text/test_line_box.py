"""One line that becomes a prescription, in the builder."""

import pytest

from tests.factories import ExerciseFactory
from tests.workouts.plans import days_of, draft_for, now_of, post


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=2)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def typed(client, draft, line, **more):
    day = days_of(draft)[0][0]
    return post(client, draft, "add-typed", day.pk, day=day.pk, line=line, **more)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_line_adds_a_prescription(client, draft, htmx):
    ExerciseFactory(name="Barbell row")
    response = typed(client, draft, "Barbell row 4x6-8 @8 rest 120 +2.5kg", htmx=htmx)
    assert response.status_code == (200 if htmx else 302)
    row = days_of(draft)[0][1][-1]
    assert row.exercise.name == "Barbell row"
    assert (row.sets, row.reps_low, row.reps_high, row.rir, row.rest_seconds) == (4, 6, 8, 2, 120)
    assert row.rule_settings == {"increment_kg": 2.5}
    assert (row.position, now_of(draft).edits) == (3, 1)
    if htmx:
        assert "Barbell row added to Day 1." in response.text


def test_a_name_alone_is_prescribed_as_usual(client, draft):
    ExerciseFactory(name="Row", default_reps_low=6, default_reps_high=10, default_rest_seconds=150)
    typed(client, draft, "rows")
    row = days_of(draft)[0][1][-1]
    assert (row.exercise.name, row.reps_low, row.reps_high, row.rest_seconds) == ("Row", 6, 10, 150)


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "Type an exercise first."),
        ("deadlfit 3x8", "did you mean Deadlift?"),
        ("Deadlift 0x8", "Column 10: An exercise has between 1 and 20 sets."),
        ("# Monday", "Type one exercise"),
        ("x" * 2001, "at most 2,000 letters"),
    ],
)
def test_a_line_that_cannot_be_read_is_kept_with_the_reason(client, draft, htmx, line, words):
    ExerciseFactory(name="Deadlift")
    response = typed(client, draft, line, htmx=htmx)
    assert response.status_code == 422
    assert words in response.text
    assert f'value="{line}"' in response.text or not line
    assert now_of(draft).edits == 0


def test_a_line_may_join_the_superset_before_it(client, draft):
    post(client, draft, "text", text="# Day 1\nA1) Lift 11 3x8\nA2) Lift 12 3x8\n")
    typed(client, draft, "A3) Lift 21 3x8")
    assert [row.superset for row in days_of(draft)[0][1]] == ["A", "A", "A"]


def test_a_full_day_takes_no_line(alex, client):
    draft = draft_for(alex, rows=20)
    response = typed(client, draft, "Lift 11 3x8")
    assert response.status_code == 422
    assert "Day 1 is full" in response.text


def test_a_superset_is_typed_line_after_line(client, draft):
    for name in ("Barbell row", "Face pull", "Plank"):
        ExerciseFactory(name=name)
    typed(client, draft, "A1) Barbell row 3x8")
    typed(client, draft, "A2) Face pull 3x12")
    typed(client, draft, "Plank 3x12")
    assert [row.superset for row in days_of(draft)[0][1]] == ["", "", "A", "A", ""]


def test_the_first_of_a_superset_waits_for_nothing_but_the_next_line(client, draft):
    for name in ("Barbell row", "Plank"):
        ExerciseFactory(name=name)
    typed(client, draft, "A1) Barbell row 3x8")
    typed(client, draft, "Plank 3x12")
    assert [row.superset for row in days_of(draft)[0][1]] == [""] * 4
