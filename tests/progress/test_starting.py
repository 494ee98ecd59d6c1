"""Starting a workout: /log/ and POST /log/sessions/."""

from decimal import Decimal

import pytest
import uuid6
from django.test import RequestFactory
from django.urls import reverse

from accounts.context import acting_as
from backgym.context_processors import shell
from tests.factories import DayFactory, ExerciseFactory, SessionFactory, VersionFactory
from tests.progress.journals import NO_ROW, did, followed, sessions_of, sets_of, trained

URL = "/log/sessions/"


def start(client, day=None, pk=None):
    return client.post(URL, {"id": pk or uuid6.uuid7(), "day": day.pk if day else ""})


def test_a_day_of_the_routine_becomes_a_workout(as_user, alex):
    row, curl = ExerciseFactory(name="Seal row"), ExerciseFactory(name="Hammer curl")
    (day,) = followed(
        alex,
        {
            "name": "Thickness",
            "rows": [{"exercise": row, "superset": "A"}, {"exercise": curl, "sets": 2}],
        },
    )
    did(trained(alex, 1), row, (50, 12), (50, 12), (50, 12))
    response = start(as_user(alex), day)
    session = next(session for session in sessions_of(alex) if not session.finished_at)
    assert response.url == f"/log/{session.pk}/"
    assert (session.name, session.time_zone, session.day_id) == ("Thickness", "UTC", day.pk)
    made = [row for row in sets_of(alex) if row.session_id == session.pk]
    assert [(row.exercise.name, row.slot, row.number, row.superset) for row in made] == [
        ("Seal row", 1, 1, "A"),
        ("Seal row", 1, 2, "A"),
        ("Seal row", 1, 3, "A"),
        ("Hammer curl", 2, 1, ""),
        ("Hammer curl", 2, 2, ""),
    ]
    assert (made[0].target_load_kg, made[0].target_reps) == (Decimal("52.5"), 8)
    assert (made[3].target_load_kg, made[3].target_reps) == (None, 8)
    assert not any(row.is_done for row in made)


def test_drops_warm_ups_and_holds_are_set_out(as_user, alex):
    pull = ExerciseFactory()
    (day,) = followed(
        alex,
        {
            "rows": [
                {"technique": "warmup", "sets": 1},
                {
                    "exercise": pull,
                    "technique": "drop_set",
                    "sets": 2,
                    "technique_details": {"last_set_only": True, "drops": 1, "drop_pct": 20},
                },
                {"unit": "seconds", "sets": 1},
            ]
        },
    )
    did(trained(alex, 1), pull, (50, 12), (50, 12))
    start(as_user(alex), day)
    new = [row for row in sets_of(alex) if not row.is_done]
    kinds = [(row.slot, row.kind) for row in new]
    assert kinds == [(1, "warm_up"), (2, "working"), (2, "working"), (2, "drop"), (3, "timed")]
    assert [row.target_load_kg for row in new[1:4]] == [Decimal("52.5"), Decimal("52.5"), 40]


def test_an_empty_workout_has_no_sets(as_user, alex):
    client = as_user(alex)
    response = client.get(start(client).url)
    assert "Nothing in this workout yet" in response.text


def test_sending_twice_starts_once(as_user, alex):
    (day,) = followed(alex, {})
    client, pk = as_user(alex), uuid6.uuid7()
    assert start(client, day, pk).url == start(client, day, pk).url == f"/log/{pk}/"
    assert len(sessions_of(alex)) == 1
    assert len(sets_of(alex)) == 3


def test_an_open_workout_is_resumed_and_says_so(as_user, alex):
    (day,) = followed(alex, {})
    session = SessionFactory(member=alex, name="Width")
    client = as_user(alex)
    response = client.post(URL, {"id": uuid6.uuid7(), "day": day.pk}, follow=True)
    assert response.redirect_chain == [(f"/log/{session.pk}/", 302)]
    assert "“Width” is still open, so it goes on here." in response.text
    assert len(sessions_of(alex)) == 1


def test_a_finished_workouts_form_sent_again_leads_to_it(as_user, alex):
    session = trained(alex, 1)
    response = as_user(alex).post(URL, {"id": session.pk}, follow=True)
    assert response.redirect_chain[0][0] == f"/history/{session.pk}/"
    assert "This workout is finished" in response.text


def test_an_id_that_is_somebody_elses_is_not_taken_over(as_user, alex, sam):
    theirs = SessionFactory(member=sam)
    start(as_user(alex), pk=theirs.pk)
    (mine,) = sessions_of(alex)
    assert mine.pk != theirs.pk


@pytest.mark.parametrize("person", ["tara", "sam"])
def test_nobody_starts_somebody_elses_day(as_user, alex, person, request):
    (day,) = followed(alex, {})
    person = request.getfixturevalue(person)
    response = start(as_user(person), day)
    assert response.url == "/log/"
    assert not sessions_of(person)


def test_a_day_of_a_draft_cannot_be_started(as_user, alex):
    draft = DayFactory(version=VersionFactory(member=alex))
    assert start(as_user(alex), draft).url == "/log/"


@pytest.mark.parametrize("data", [{}, {"id": "nonsense"}, {"id": NO_ROW, "day": "\0"}])
def test_nonsense_starts_nothing(as_user, alex, data):
    response = as_user(alex).post(URL, data, follow=True)
    assert "no longer in your routine" in response.text
    assert not sessions_of(alex)


def test_the_log_page_offers_this_weeks_days(as_user, alex, django_assert_max_num_queries):
    followed(
        alex,
        *({"name": f"Day {n}", "rows": [{}] * 12} for n in range(1, 6)),
        {"name": "Later", "first_week": 8},
    )
    client = as_user(alex)
    with django_assert_max_num_queries(10):
        # the test's two savepoints; session, user, settings; routine, version, days, sessions
        page = client.get("/log/").text
    assert page.count('aria-label="Start Day') == 5
    assert "Later" not in page
    assert "Start an empty workout" in page


def test_without_a_routine_the_log_page_says_so(as_user, alex):
    page = as_user(alex).get("/log/").text
    assert "You follow no routine yet" in page
    assert "Start an empty workout" in page


def test_the_log_page_leads_back_to_an_open_workout(as_user, alex):
    session = SessionFactory(member=alex)
    assert f'href="/log/{session.pk}/"' in as_user(alex).get("/log/").text


def test_visitors_sign_in_first(client, db):
    for url in ("/today/", "/log/", "/history/"):
        assert client.get(url).url.startswith("/sign-in/")
    assert client.post(URL).url.startswith("/sign-in/")


def test_the_way_back_is_on_other_pages_and_costs_nothing_without_them(
    as_user, alex, django_assert_num_queries
):
    session = SessionFactory(member=alex, name="Width")
    page = as_user(alex).get(reverse("progress:history")).text
    assert f'href="/log/{session.pk}/"' in page
    assert "Workout still open" in page
    request = RequestFactory().get("/")
    request.user = alex
    with acting_as(alex):
        with django_assert_num_queries(0):
            lazy = shell(request)["open_session"]
        with django_assert_num_queries(1):
            assert lazy == session
            assert lazy.get_absolute_url() == f"/log/{session.pk}/"
