"""What if: the targets of a routine's day, weeks ahead."""

import re

import pytest
from django.urls import reverse

from tests.factories import ExerciseFactory, RoutineFactory, VersionFactory
from tests.progress.journals import did, followed, trained


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Seal row")


@pytest.fixture
def day(alex, lift):
    day, _ = followed(
        alex,
        {"name": "Pull", "rows": [{"exercise": lift}]},
        {"name": "Hold", "rows": [{"exercise": ExerciseFactory(name="Plank")}]},
    )
    did(trained(alex, 3), lift, *[(50, 12)] * 3)
    return day


def page(client, followed_day, **asked):
    url = reverse("progress:ahead", args=[followed_day.version.routine_id])
    return client.get(url, asked)


def text(response):
    return response.text.replace("\u00a0", " ")


def test_at_the_top_each_week_is_heavier(as_user, alex, day):
    shown = text(page(as_user(alex), day, weeks="3"))
    for load in ("52.5 kg × 8, 8, 8", "55 kg × 8, 8, 8", "57.5 kg × 8, 8, 8"):
        assert load in shown
    assert "60 kg × 8" not in shown
    assert "<svg" in shown


def test_at_the_bottom_the_load_stays(as_user, alex, day):
    assert "55 kg × 8" not in text(page(as_user(alex), day, going="bottom"))


def test_another_day_can_be_looked_at(as_user, alex, day):
    client = as_user(alex)
    shown = page(client, day).text
    assert "Plank" not in shown
    other = re.search(r'<option value="([^"]+)">Hold', shown)[1]
    assert "Plank" in page(client, day, day=other).text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"weeks": "27"}, "Look 1 to 26 weeks ahead."),
        ({"weeks": "soon"}, "Look 1 to 26 weeks ahead."),
        ({"going": "up"}, "Choose how it goes."),
        ({"day": "x"}, "Choose a day of this routine."),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(as_user, alex, day, asked, words):
    response = page(as_user(alex), day, **asked)
    assert response.status_code == 422
    assert words in response.text
    assert "Seal row" in response.text


def test_a_draft_has_nothing_to_look_ahead_at(as_user, alex):
    routine = VersionFactory(routine=RoutineFactory(member=alex)).routine_id
    response = as_user(alex).get(reverse("progress:ahead", args=[routine]))
    assert "not in use yet" in response.text


def test_the_trainer_sees_it_and_a_stranger_does_not(as_user, tara, sam, day):
    assert "52.5" in page(as_user(tara), day).text
    assert page(as_user(sam), day).status_code == 404


def test_it_costs_at_most_twelve_queries(as_user, alex, django_assert_max_num_queries):
    rows = [{"exercise": ExerciseFactory()} for _ in range(8)]
    day, *_ = followed(alex, {"rows": rows}, {}, {})
    for ago in range(3, 40, 3):
        session = trained(alex, ago)
        for slot, row in enumerate(rows, 1):
            did(session, row["exercise"], (50, 12), (50, 12), (50, 12), slot=slot)
    client = as_user(alex)
    with django_assert_max_num_queries(12):
        page(client, day, weeks="26")
