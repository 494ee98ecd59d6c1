"""Holds, carries, cardio, assistance, body weight and dumbbells on the session screen."""

from decimal import Decimal

import pytest

from accounts.context import acting_as
from tests.factories import ExerciseFactory, PrescriptionFactory, SessionFactory
from tests.progress.journals import log, now_of, planned, post, sets_of


@pytest.fixture
def screen(as_user, alex):
    """Plans one set of an exercise of this kind and shows its page: (client, row, page)."""

    def show(load=None, count=None, **exercise):
        session = SessionFactory(member=alex)
        (row,) = planned(session, ExerciseFactory(**exercise), (load, count))
        client = as_user(alex)
        return client, row, client.get(f"/log/{session.pk}/").text

    return show


def send(client, row, **data):
    return post(client, row.session, "log-set", row.pk, **data)


def test_a_hold_is_logged_in_seconds(screen):
    client, row, page = screen(count=30, load_type="duration", metric="seconds")
    assert "Seconds" in page
    assert 'name="load"' not in page
    assert "35\xa0s" in send(client, row, seconds="35").text
    assert (now_of(row).seconds, now_of(row).reps, now_of(row).load) == (35, None, None)


def test_a_carry_is_logged_in_metres_with_its_load(screen):
    client, row, page = screen(24, 40, load_type="distance_load", metric="metres")
    assert "Metres" in page
    assert "24\xa0kg ×\xa040\xa0m" in send(client, row, load="24", load_unit="kg", metres="40").text
    assert now_of(row).distance_m == 40


def test_cardio_is_logged_in_minutes_and_metres(screen):
    client, row, page = screen(count=10, load_type="cardio", metric="time_distance")
    assert "Minutes" in page
    assert "Metres" in page
    page = send(client, row, minutes="7,5", metres="1500").text
    assert "7.5\xa0min, 1500\xa0m" in page
    assert (now_of(row).seconds, now_of(row).distance_m) == (450, 1500)
    send(client, row, minutes="8")
    assert (now_of(row).seconds, now_of(row).distance_m) == (480, 1500)


def test_assistance_is_a_load_that_helps(screen):
    client, row, page = screen(15, 8, load_type="assisted")
    assert "Assistance in kg" in page
    assert "−15\xa0kg ×\xa08" in log(client, row, load="15").text
    assert now_of(row).load_kg == 15


def test_body_weight_needs_no_load(screen):
    client, row, page = screen(count=8, load_type="bodyweight_plus")
    assert "Added load in kg" in page
    assert "8\xa0reps" in log(client, row, load="").text
    assert "+10\xa0kg ×\xa08" in log(client, row, load="10").text


def test_a_band_has_no_load(screen):
    client, row, page = screen(count=15, load_type="band")
    assert 'name="load"' not in page
    log(client, row, reps="15", load="40")
    assert now_of(row).load is None


def test_dumbbells_say_each_hand(screen):
    _, _, page = screen(12, 10, load_entry="per_hand")
    assert "kg each hand" in page


def test_a_member_with_pounds_gets_pounds(screen, alex, as_user):
    alex.unit = "lb"
    alex.save()
    _, row, page = screen(Decimal("61.23"), 8)
    assert 'value="135"' in page
    assert 'name="load_unit" value="lb"' in page
    assert 'step="5"' in page
    log(as_user(alex), row, load="140", load_unit="lb")
    assert now_of(row).load_kg == Decimal("63.50")


def test_the_plan_decides_what_is_counted(as_user, alex):
    prescription = PrescriptionFactory(member=alex, unit="seconds")
    session = SessionFactory(member=alex)
    (row,) = planned(session, prescription.exercise, (10, 20), prescription=prescription)
    assert 'name="seconds"' in as_user(alex).get(f"/log/{session.pk}/").text
    send(as_user(alex), row, load="10", load_unit="kg", seconds="20")
    assert now_of(row).seconds == 20


@pytest.mark.parametrize(
    ("exercise", "typed", "words"),
    [
        ({"metric": "seconds", "load_type": "duration"}, {"seconds": "0"}, "at most a day"),
        ({"metric": "seconds", "load_type": "duration"}, {"seconds": "86401"}, "at most a day"),
        ({"metric": "time_distance", "load_type": "cardio"}, {"minutes": ""}, "Give the minutes"),
        (
            {"metric": "time_distance", "load_type": "cardio"},
            {"minutes": "5", "metres": "2000000"},
            "between 0 and 1,000 kilometres",
        ),
    ],
)
def test_nonsense_is_refused_in_words(screen, exercise, typed, words):
    client, row, _ = screen(**exercise)
    response = send(client, row, **typed)
    assert response.status_code == 422
    assert words in response.text


@pytest.mark.parametrize(
    ("typed", "focused"),
    [
        ({"reps": "0"}, 'id="id_reps"'),
        ({"load": "heavy", "reps": "0"}, 'id="id_load"'),
        ({"note": "x" * 4001}, 'id="id_note"'),
        ({"rir": "11"}, 'id="log-now"'),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_the_focus_goes_to_what_was_refused(screen, typed, focused, htmx):
    client, row, _ = screen()
    page = log(client, row, htmx=htmx, **typed).text
    assert page.count(" autofocus") == 1
    assert focused in page.partition(" autofocus")[0].rpartition("<")[2]


def test_a_superset_goes_round_by_round(as_user, alex):
    session = SessionFactory(member=alex)
    one = planned(session, ExerciseFactory(name="Pulldown"), slot=1, superset="A")
    two = planned(session, ExerciseFactory(name="Face pull"), slot=2, superset="A")
    client = as_user(alex)
    page = client.get(f"/log/{session.pk}/").text
    assert "Superset A, 2 rounds" in page
    assert 'aria-label="Log A1 set 1"' in page
    assert 'id="log-now" aria-label="Log A2 set 1"' in log(client, one[0]).text
    assert 'id="log-now" aria-label="Log A1 set 2"' in log(client, two[0]).text
    assert len(sets_of(alex)) == 4


def test_rest_runs_after_a_round_and_not_inside_it(as_user, alex):
    session = SessionFactory(member=alex)
    one = planned(session, ExerciseFactory(default_rest_seconds=60), slot=1, superset="A")
    two = planned(session, ExerciseFactory(default_rest_seconds=75), slot=2, superset="A")
    client = as_user(alex)
    assert "<rest-timer" not in log(client, one[0]).text
    page = log(client, two[0]).text
    assert 'seconds="75" elapsed="0"' in page
    assert f'after="{two[0].pk}"' in page
    assert "Then A1 set 2" in page


def test_rest_is_what_the_plan_says(as_user, alex):
    prescription = PrescriptionFactory(member=alex, rest_seconds=150)
    session = SessionFactory(member=alex)
    rows = planned(session, prescription.exercise, prescription=prescription)
    assert 'seconds="150"' in log(as_user(alex), rows[0]).text


def test_no_rest_before_a_drop(as_user, alex):
    session, exercise = SessionFactory(member=alex), ExerciseFactory()
    (row,) = planned(session, exercise, (50, 8))
    (drop,) = planned(session, exercise, (40, 8), kind="drop")
    with acting_as(alex):
        drop.number = 2
        drop.save()
    page = log(as_user(alex), row).text
    assert "<rest-timer" not in page
    assert 'aria-label="Log drop after set 1"' in page
