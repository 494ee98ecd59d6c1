"""The page of a routine, week by week."""

from django.urls import reverse

from accounts.context import acting_as
from tests.progress.journals import MONDAY, followed

URL = "workouts:routine"


def page_of(as_user, alex, *days, **version):
    day = followed(alex, *days, since=MONDAY, **version)[0]
    with acting_as(alex):
        pk = day.version.routine_id
    return as_user(alex).get(reverse(URL, args=[pk]), {"week": 2}).text


def test_each_week_shows_its_sets_and_what_changes(as_user, alex):
    page = page_of(
        as_user,
        alex,
        {"rows": [{"sets": 4, "by_week": {"2": {"sets": 5, "load_add_kg": 2.5}}}]},
        {"name": "Rest", "is_rest": True, "rows": []},
        weeks=3,
        week_plan=[{"weeks": [3], "deload": True, "note": "Sleep more"}],
        exit_criteria="Ten pull-ups",
    )
    assert "5\u00a0×\u00a08–12 <em>5\u00a0sets, +2.5 kg</em>" in page
    assert "2\u00a0×\u00a08–12 <em>lighter</em>" in page
    assert "3<small>Deload</small>" in page
    assert "Sleep more" in page
    assert "Rest day" in page
    assert "<small>Now</small>" in page
    assert "Done when: Ten pull-ups" in page


def test_it_has_the_weeks_of_the_days_on_show(as_user, alex):
    page = page_of(
        as_user,
        alex,
        {"last_week": 2},
        {"first_week": 3},
        weeks=4,
        week_plan=[{"weeks": [2, 4], "deload": True}],
    )
    assert page.count("<small>Deload</small>") == 1


def test_weeks_that_are_alike_are_not_listed(as_user, alex):
    assert "Week by week" not in page_of(as_user, alex, {}, weeks=4)
