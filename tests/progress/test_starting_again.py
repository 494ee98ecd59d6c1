"""Whatever was logged, its day can be started again, and aims at what can be logged."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
import uuid6
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from accounts.context import acting_as
from progress.amounts import measure_of
from progress.finishing import finish
from progress.forms.sets import SetForm
from progress.models import LoggedSet
from progress.starting import start
from tests.factories import NOW, ExerciseFactory
from tests.progress.journals import did, followed, post, sessions_of, sets_of, trained
from workouts.models import Prescription

CARRY = {"load_type": "distance_load", "metric": "metres"}
CARDIO = {"load_type": "cardio", "metric": "time_distance"}
FREE = {"progression": "none", "sets": 1, "reps_low": 10, "reps_high": 10}


def begin(client, day):
    return client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": day.pk})


def finished(client, member, **typed):
    """Log every set of the open workout like this, and finish it."""
    (session,) = sessions_of(member)
    for row in sets_of(member):
        assert post(client, session, "log-set", row.pk, **typed).status_code == 200
    post(client, session, "finish", htmx=False)


def aims(member):
    new = [row for row in sets_of(member) if not row.is_done]
    return [(row.target_load_kg, row.target_reps) for row in new]


@pytest.mark.parametrize(
    ("exercise", "unit", "typed", "aim"),
    [
        (CARRY, "metres", {"load": "24", "metres": "1500"}, (24, 1500)),
        (CARRY, "metres", {"load": "24", "metres": "1000000"}, (24, 1_000_000)),
        (CARRY, "metres", {"load": "24", "metres": "0.5"}, (24, 1)),
        (CARDIO, "minutes", {"minutes": "1200"}, (None, 1200)),
        ({"load_type": "duration", "metric": "seconds"}, "seconds", {"seconds": "86400"},
         (None, 86400)),
    ],
)  # fmt: skip
def test_a_day_is_started_again_after_an_extreme_set(as_user, alex, exercise, unit, typed, aim):
    lift, client = ExerciseFactory(**exercise), as_user(alex)
    (day,) = followed(alex, {"rows": [{"exercise": lift, "unit": unit} | FREE]})
    with time_machine.travel(NOW, tick=False):
        begin(client, day)
        finished(client, alex, load_unit="kg", **typed)
        assert begin(client, day).status_code == 302
    assert aims(alex) == [aim]


@pytest.mark.parametrize("progression", ["double", "linear"])
@pytest.mark.parametrize(("unit", "load"), [("kg", "1500"), ("lb", "3306.5")])
def test_no_rule_asks_for_more_than_can_be_logged(as_user, alex, progression, unit, load):
    alex.unit = unit
    alex.save()
    lift, client = ExerciseFactory(), as_user(alex)
    (day,) = followed(alex, {"rows": [{"exercise": lift, "sets": 2, "progression": progression}]})
    with time_machine.travel(NOW, tick=False):
        begin(client, day)
        finished(client, alex, load=load, load_unit=unit, reps="12")
        page = client.get(begin(client, day).url).text
    assert {load_kg for load_kg, _ in aims(alex)} == {row.load_kg for row in sets_of(alex)[:1]}
    assert f'value="{load}"' in page
    assert "Every set reached" not in page


def test_a_count_of_something_else_is_no_aim(as_user, alex):
    """Brought from elsewhere: metres of an exercise that is planned in minutes."""
    bike = ExerciseFactory(**CARDIO)
    (day,) = followed(alex, {"rows": [{"exercise": bike, "unit": "minutes"} | FREE]})
    did(trained(alex, 1), bike, (None, None), distance_m=800)
    begin(as_user(alex), day)
    assert aims(alex) == [(None, None)]


AMOUNTS = st.one_of(
    st.sampled_from("0 0.01 1 999 1000 1001 1440 1500 3306.5 86400 999999.99 1000000".split()),
    st.integers(0, 1_000_000).map(str),
    st.decimals(0, 3500, places=2).map(str),
)  # fmt: skip
KINDS = st.fixed_dictionaries(
    {
        "load_type": st.sampled_from(
            "external bodyweight_plus assisted distance_load duration cardio band".split()
        ),
        "metric": st.sampled_from("reps seconds metres time_distance".split()),
    }
)
PLANS = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(Prescription.Unit.values),
        "progression": st.sampled_from(Prescription.Progression.values),
        "technique": st.sampled_from("straight drop_set warmup amrap".split()),
        "sets": st.integers(1, 3),
    }
)
TYPED = st.fixed_dictionaries(
    dict.fromkeys(("load", "reps", "seconds", "minutes", "metres"), AMOUNTS)
    | {"load_unit": st.sampled_from(["kg", "lb"]), "rir": st.sampled_from(["", "0", "4"])}
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@example(
    {"load_type": "external", "metric": "reps"},
    {"unit": "reps", "progression": "double", "technique": "straight", "sets": 2},
    {"load": "1500", "load_unit": "kg", "reps": "12", "rir": ""},
    "kg",
    1,
)
@example(
    CARRY,
    {"unit": "metres", "progression": "none", "technique": "carry", "sets": 1},
    {"load": "24", "load_unit": "kg", "metres": "1500"},
    "lb",
    1,
)
@given(KINDS, PLANS, TYPED, st.sampled_from(["kg", "lb"]), st.integers(0, 200))
def test_whatever_the_form_takes_can_be_started_again(alex, kind, plan, typed, unit, days):
    alex.unit = unit
    with transaction.atomic():
        (day,) = followed(alex, {"rows": [{"exercise": ExerciseFactory(**kind)} | plan]})
        with acting_as(alex):
            if _log_all(alex, day, typed):
                session, _ = start(alex, uuid6.uuid7(), day, NOW + timedelta(days=days))
                for row in LoggedSet.objects.of(alex).filter(session=session):
                    assert 0 <= (row.target_load_kg or 0) <= Decimal(1500)
        transaction.set_rollback(True)


def _log_all(member, day, typed):
    """A finished workout of the day with these amounts in each set, if the form takes them."""
    session, _ = start(member, uuid6.uuid7(), day, NOW)
    data = QueryDict(mutable=True)
    data.update(typed)
    for row in session.sets.filter(member=member).select_related("exercise", "prescription"):
        measure = measure_of(row.exercise, row.prescription)
        form = SetForm(data, exercise=row.exercise, measure=measure)
        if not form.is_valid():
            return False
        row.log(form.changes(row), NOW)
    finish(session, NOW)
    return True
