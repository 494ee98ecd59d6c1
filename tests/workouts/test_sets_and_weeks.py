"""In the builder: loads, targets for each set, and what single weeks change."""

from decimal import Decimal

import pytest
from django.urls import reverse

from tests.factories import DayFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, now_of, post

SET = {"set_reps": "8", "set_load": "", "set_rir": "", "set_rest": "", "set_kind": "working"}


@pytest.fixture
def draft(alex):
    return draft_for(alex, rows=2)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def row_of(draft):
    return days_of(draft)[0][1][0]


def table(*rows):
    """What the table sends: the values of each column in the order of the sets."""
    rows = [SET | row for row in rows]
    return {name: [row[name] for row in rows] for name in SET}


def change(client, draft, name="change-prescription", *args, **data):
    return post(client, draft, name, row_of(draft).pk, *args, **data)


def test_how_it_is_done_is_kept(client, draft):
    given = {"tempo": "31x0", "sides": "each", "warm_up_ramp": "on", "load_by": "weight"}
    assert change(client, draft, **SCHEME | given | {"load": "62.5"}).status_code == 302
    row = row_of(draft)
    assert (row.tempo, row.sides, row.warm_up_ramp) == ("31X0", "each", True)
    assert (row.load_by, row.load_kg, row.load_percent) == ("weight", Decimal("62.5"), None)
    page = client.get(reverse("workouts:edit", args=[draft.routine_id]), {"open": row.pk}).text
    assert 'value="62.5"' in page
    assert "at 62.5\u00a0kg" in page
    assert "tempo 31X0" in page


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"tempo": "fast"}, "A tempo is four signs, such as 3110 or 31X0."),
        ({"load_by": "weight"}, "Say how heavy, or leave the load to the rule."),
        ({"load_by": "weight", "load": "2000"}, "A load is between 0 and 1,000 kg."),
        ({"load_by": "one_rm", "load": "200"}, "between 1 and 150 per cent"),
        ({"load_by": "magic", "load": "20"}, "is not one of the available choices"),
        ({"reps_low": "12", "reps_high": "8"}, "The range runs from the lower to the higher"),
        ({"sets": "0"}, "An exercise has between 1 and 20 sets."),
    ],
)
def test_what_cannot_be_is_refused_in_words(client, draft, given, words):
    response = change(client, draft, **SCHEME | given | {"note": "Kept as typed"})
    assert response.status_code == 422
    assert words in response.text
    assert "Kept as typed" in response.text
    assert row_of(draft).note == ""


def test_a_load_in_pounds_is_kept_in_kilograms(client, draft, alex):
    alex.unit = "lb"
    alex.save()
    change(client, draft, **SCHEME | {"load_by": "weight", "load": "100"})
    assert round(row_of(draft).load_kg, 1) == Decimal("45.4")


def test_sets_are_filled_as_a_technique(client, draft):
    assert change(client, draft, "fill-sets", technique="reverse_pyramid").status_code == 302
    row = row_of(draft)
    assert (row.technique, row.sets, row.reps_low, row.reps_high) == ("reverse_pyramid", 3, 8, 12)
    assert row.set_targets == [
        {"reps": [8, 8]},
        {"reps": [10, 10], "load": ["share", 92]},
        {"reps": [12, 12], "load": ["share", 84]},
    ]


def test_an_unknown_technique_changes_nothing(client, draft):
    change(client, draft, "fill-sets", technique="magic")
    assert row_of(draft).set_targets == []
    assert now_of(draft).edits == 0


def test_each_set_is_kept_as_typed(client, draft):
    sets = table(
        {"set_reps": "5", "set_load": "20", "set_kind": "warm_up"},
        {"set_reps": "6-8", "set_load": "80 % 1RM", "set_rir": "1.5", "set_rest": "180"},
        {"set_reps": "10", "set_load": "90%", "set_kind": "amrap"},
    )
    assert change(client, draft, "change-sets", **sets).status_code == 302
    row = row_of(draft)
    assert row.set_targets == [
        {"reps": [5, 5], "kind": "warm_up", "load": ["weight", 20]},
        {"reps": [6, 8], "load": ["one_rm", 80], "rir": 1.5, "rest": 180},
        {"reps": [10, 10], "kind": "amrap", "load": ["share", 90]},
    ]
    assert (row.sets, row.reps_low, row.reps_high) == (2, 6, 10)
    page = client.get(reverse("workouts:edit", args=[draft.routine_id]), {"open": row.pk}).text
    assert 'value="80 % 1RM"' in page
    assert 'value="6–8"' in page


def test_sets_are_added_copied_and_removed_with_what_is_typed(client, draft):
    two = table({"set_reps": "6"}, {"set_reps": "9"})
    counts = []
    for name, args in [("add-target", ()), ("copy-target", (1,)), ("remove-target", (1,))]:
        change(client, draft, name, *args, **two)
        counts.append([entry["reps"][0] for entry in row_of(draft).set_targets])
    assert counts == [[6, 9, 9], [6, 6, 9], [9]]


def test_all_sets_become_alike_again(client, draft):
    change(client, draft, "fill-sets", technique="pyramid")
    change(client, draft, "clear-sets")
    assert row_of(draft).set_targets == []
    change(client, draft, "change-sets", **table({"set_kind": "warm_up"}))
    assert row_of(draft).set_targets == []


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        (table({"set_reps": "many"}), "Set 1: repetitions are a number or a range"),
        (table({}, {"set_reps": "8-6"}), "Set 2: repetitions run from the lower"),
        (table({"set_load": "heavy"}), "Set 1: a load is a weight, or per cent"),
        (table({"set_load": "200 %"}), "Set 1: a load is in kilograms up to 1,000"),
        (table({"set_rir": "11"}), "Set 1: reps in reserve are between 0 and 10."),
        (table({"set_rest": "soon"}), "Set 1: rest is in seconds"),
        (table({"set_kind": "magic"}), "Set 1: it is a working set"),
        (table(*[{}] * 41), "at most 40 sets"),
        (table(*[{}] * 21), "1 to 20 sets"),
        (table({"set_kind": "warm_up"}), "1 to 20 sets"),
    ],
)
def test_sets_that_cannot_be_are_refused_in_words(client, draft, sets, words):
    response = change(client, draft, "change-sets", **sets)
    assert response.status_code == 422
    assert words in response.text
    assert sets["set_reps"][-1] in response.text
    assert row_of(draft).set_targets == []


def test_a_week_changes_one_exercise(client, draft):
    given = {"sets": "5", "load_add_kg": "2,5", "reps_low": "6", "rir": "0"}
    change(client, draft, "change-prescription-week", 2, **given)
    assert row_of(draft).by_week == {"2": {"sets": 5, "load_add_kg": 2.5, "rir": 0, "reps": [6, 6]}}
    url = reverse("workouts:edit", args=[draft.routine_id])
    page = client.get(url, {"open": row_of(draft).pk, "week": 2}).text
    assert "<b>W2</b> 5\u00a0sets, 6, +2.5 kg" in page
    assert 'name="load_add_kg" value="2.5"' in page
    change(client, draft, "change-prescription-week", 2)
    assert row_of(draft).by_week == {}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"sets": "0"}, "An exercise has between 1 and 20 sets."),
        ({"reps_low": "9", "reps_high": "8"}, "from the lower to the higher number"),
        ({"rir": "12"}, "Reps in reserve are between 0 and 10."),
        ({"load_add_kg": "500"}, "A load changes by at most 200 kg."),
        ({"load_factor": "300"}, "A load changes to between 10 and 200 % of itself."),
        ({"rest_seconds": "x"}, "Use whole numbers, such as 8."),
    ],
)
def test_a_week_that_cannot_be_is_refused_in_words(client, draft, given, words):
    response = change(client, draft, "change-prescription-week", 2, **given)
    assert response.status_code == 422
    assert words in response.text
    assert f'value="{next(iter(given.values()))}"' in response.text
    assert row_of(draft).by_week == {}


def test_a_week_changes_all_exercises(client, draft):
    post(client, draft, "change-week", 5, deload="on", note="Sleep more")
    post(client, draft, "change-week", 8, deload="on", note="Sleep more")
    post(client, draft, "change-week", 1, sets_factor="67", rir="4")
    assert now_of(draft).week_plan == [
        {"weeks": [1], "sets_factor": 0.67, "rir": 4},
        {"weeks": [5, 8], "deload": True, "note": "Sleep more"},
    ]
    page = client.get(reverse("workouts:edit", args=[draft.routine_id]), {"week": 5}).text
    assert "Deload week 5: half the sets, nine tenths of the load. Sleep more." in page
    assert 'aria-label="Week 8, deload"' in page
    post(client, draft, "change-week", 5)
    assert [entry["weeks"] for entry in now_of(draft).week_plan] == [[1], [8]]


@pytest.mark.parametrize("week", [0, 9, 60])
def test_there_is_no_week_beyond_the_last(client, draft, week):
    for name, args in [("change-week", ()), ("change-prescription-week", (row_of(draft).pk,))]:
        response = post(client, draft, name, *args, week, sets="4", htmx=True)
        assert "This routine has 8 weeks." in response.text
    assert now_of(draft).edits == 0


def test_a_programme_may_roll_and_end_by_a_sign(client, draft):
    given = {"weeks": "8", "rolling": "on", "exit_criteria": "Ten strict pull-ups"}
    post(client, draft, "change-weeks", **given)
    version = now_of(draft)
    assert (version.rolling, version.exit_criteria) == (True, "Ten strict pull-ups")


def test_a_day_may_be_one_of_rest(client, draft):
    day = days_of(draft)[0][0]
    given = {"name": "Rest", "weekday": "", "first_week": "1", "last_week": "", "is_rest": "on"}
    post(client, draft, "change-day", day.pk, **given)
    assert days_of(draft)[0][0].is_rest


def test_a_rest_day_needs_no_exercise_but_a_plan_needs_a_day_to_train(client, alex):
    draft = draft_for(alex, rows=1)
    DayFactory(version=draft, position=2, name="Rest", is_rest=True)
    url = reverse("workouts:release", args=[draft.routine_id])
    assert "Rest has no exercises" not in client.get(url).text
    only_rest = draft_for(alex, days=0)
    DayFactory(version=only_rest, name="Rest", is_rest=True)
    url = reverse("workouts:release", args=[only_rest.routine_id])
    assert "There are only rest days yet." in client.get(url).text
