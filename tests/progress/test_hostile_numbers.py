"""Numbers no member means: each is refused in words, with what was typed, and nothing breaks."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.factories import ExerciseFactory, SessionFactory
from tests.progress.journals import log, now_of, planned, post

NO_NUMBERS = [
    "NaN", "sNaN", "-NaN", "NaN123", "Infinity", "-inf", "1e999999999", "1e-999999999", "-1e9",
    "1e3", "0x10", "1_0", "--1", "-0", "9" * 400, "0." + "0" * 400 + "1", "٣", "½", "\0", " ",
    "1,000", "1.000.000", "٫", "1;2", "<b>1</b>",
]  # fmt: skip
TEXTS = st.sampled_from(NO_NUMBERS) | st.text(max_size=12) | st.floats().map(str)
KINDS = [
    {},
    {"load_type": "duration", "metric": "seconds"},
    {"load_type": "distance_load", "metric": "metres"},
    {"load_type": "cardio", "metric": "time_distance"},
]


@pytest.fixture
def rows(alex):
    """A set to log of each kind of exercise."""
    session = SessionFactory(member=alex)
    return [
        planned(session, ExerciseFactory(**kind), (None, None), slot=slot)[0]
        for slot, kind in enumerate(KINDS, 1)
    ]


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("rir", ["NaN", "sNaN", "-NaN", "Infinity", "1e999999999", "11", "-1"])
def test_a_reserve_that_is_no_number_is_refused_in_words(as_user, alex, rows, rir, htmx):
    response = log(as_user(alex), rows[0], rir=rir, htmx=htmx)
    assert response.status_code == 422
    assert "Reps in reserve are between 0 and 10." in response.text
    assert len(response.content) < 200_000
    assert not now_of(rows[0]).is_done


@pytest.mark.parametrize(
    ("load", "unit", "words"),
    [
        ("3306.6", "lb", "A load is between 0 and 3,306.5 lb."),
        ("99999", "lb", "A load is between 0 and 3,306.5 lb."),
        ("99999", "kg", "A load is between 0 and 1,500 kg."),
        ("1,000", "kg", "Leave out the comma: 1000."),
        ("1,234,567.5", "kg", "Leave out the comma: 1234567.5."),
        ("1,00,0", "kg", "Use digits, such as 12.5."),
    ],
)
def test_a_load_is_refused_as_it_was_typed(as_user, alex, rows, load, unit, words):
    response = log(as_user(alex), rows[0], load=load, load_unit=unit)
    assert response.status_code == 422
    assert words in response.text


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(KINDS) - 1), st.fixed_dictionaries(
    dict.fromkeys(["load", "load_unit", "reps", "seconds", "minutes", "metres", "rir"], TEXTS)
))  # fmt: skip
def test_a_set_takes_no_hostile_number(as_user, alex, rows, place, typed):
    row, client = rows[place], as_user(alex)
    status = post(client, row.session, "log-set", row.pk, **{"load_unit": "kg"} | typed).status_code
    assert status in (200, 409, 422)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, TEXTS, TEXTS)
@example("sNaN", "kg", "2026-11-20")
def test_a_body_weight_takes_no_hostile_number(as_user, alex, typed, unit, day):
    data = {"typed": typed, "unit": unit, "measured_on": day, "confirmed": typed}
    assert as_user(alex).post("/body/weights/", data).status_code in (200, 302, 422)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_other_form_breaks_on_a_hostile_number(as_user, alex, rows, text):
    client, session = as_user(alex), rows[0].session
    for name in ("create-set", "create-exercise"):
        data = {"id": text, "slot": text, "exercise": text}
        assert post(client, session, name, **data).status_code in (302, 409)
    assert post(client, session, "finish", rating=text).status_code == 422
    for page in ("body", "lifts", "progress", "volume", "history"):
        data = dict.fromkeys(["page", "period", "formula", "exercise", "before"], text)
        assert client.get(reverse(f"progress:{page}"), data).status_code in (200, 400)
