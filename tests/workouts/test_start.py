"""The first run: /start/goals/, /start/limits/, /start/equipment/, /start/routine/."""

import re

import pytest

from accounts.models import TrainingProfile
from catalogue.models import Limitation, MemberEquipment, MemberLimitation
from tests.factories import MemberLimitationFactory, RoutineFactory, TrainingProfileFactory
from workouts.first_run import steps_left

GOALS = {
    "goals": ["width", "pull_up"],
    "level": "intermediate",
    "days_per_week": "2",
    "session_minutes": "50",
    "unit": "lb",
}
HTMX = {"HX-Request": "true"}


def chosen(page, name):
    """The values of this question that the page shows as chosen."""
    inputs = re.findall(rf'<input [^>]*name="{name}"[^>]* checked[^>]*>', page)
    return [re.search(r'value="([^"]*)"', tag)[1] for tag in inputs]


@pytest.fixture
def browser(as_user, alex):
    return as_user(alex)


def test_four_answered_steps_lead_to_a_routine(catalogue, browser, alex, acting):
    assert browser.post("/start/goals/", GOALS).url == "/start/limits/"
    assert browser.post("/start/limits/", {"lbp-acute": "mild"}).url == "/start/equipment/"
    assert browser.post("/start/equipment/", {"kind": "gym"}).url == "/start/routine/"
    page = browser.get("/start/routine/").text
    assert "This one fits you best" in page
    assert "Wide and thick back" in page
    assert "Barbell bent-over row becomes <b>Seal row</b>" in page
    alex.refresh_from_db()
    assert alex.unit == "lb"
    with acting(alex):
        profile = TrainingProfile.objects.get()
        assert (profile.goals, profile.level) == (["width", "pull_up"], "intermediate")
        assert MemberLimitation.objects.get().limitation.slug == "lbp-acute"
        assert MemberEquipment.objects.count() > 20


def test_each_step_can_be_skipped(catalogue, browser):
    for step, then in [("goals", "/start/limits/"), ("limits", "/start/equipment/")]:
        assert f'href="{then}"' in browser.get(f"/start/{step}/").text
    assert 'href="/start/routine/"' in browser.get("/start/equipment/").text
    page = browser.get("/start/routine/").text
    assert "A good place to start" in page
    assert 'href="/today/"' in page


def test_looking_at_the_steps_stores_nothing(catalogue, browser, alex, acting):
    for step in ["goals", "limits", "equipment", "routine"]:
        assert browser.get(f"/start/{step}/").status_code == 200
    with acting(alex):
        assert not TrainingProfile.objects.exists()


def test_answers_are_there_again_on_another_device(catalogue, browser, as_user, alex):
    browser.post("/start/goals/", GOALS)
    browser.post("/start/limits/", {"lbp-acute": "strong"})
    page = as_user(alex).get("/start/goals/").text
    assert chosen(page, "goals") == ["width", "pull_up"]
    assert 'value="50"' in page
    assert chosen(as_user(alex).get("/start/limits/").text, "lbp-acute") == ["strong"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"goals": []}, "Pick at least one goal"),
        ({"goals": ["width", "pull_up", "strength"]}, "Pick two goals at most"),
        ({"goals": ["fame"]}, "Select a valid choice"),
        ({"level": ""}, "Choose the line that is closest to you"),
        ({"days_per_week": "0"}, "A week has 1 to 7 training days"),
        ({"days_per_week": "9"}, "A week has 1 to 7 training days"),
        ({"days_per_week": ""}, "how many days a week"),
        ({"session_minutes": "5"}, "10 to 240 minutes"),
        ({"session_minutes": "1e9"}, "whole number of minutes"),
        ({"session_minutes": "9" * 10_000}, "minutes"),
        ({"session_minutes": "4\x005"}, "whole number of minutes"),
        ({"unit": "stone"}, "Select a valid choice"),
    ],
)
def test_bad_goals_are_refused_in_words_and_kept(browser, alex, acting, changes, words):
    page = browser.post("/start/goals/", GOALS | changes).text
    assert words in page
    assert " autofocus" in page  # the summary takes the focus
    if "level" not in changes:
        assert chosen(page, "level") == ["intermediate"]
    with acting(alex):
        assert not TrainingProfile.objects.exists()
    alex.refresh_from_db()
    assert alex.unit == "kg"


def test_a_limit_says_at_once_what_it_hides(catalogue, browser):
    part = browser.post("/start/limits/", {"lbp-acute": "strong"}, headers=HTMX).text
    assert "<html" not in part
    assert "are left out because of your limits" in part
    assert "of 168 stay" in part


def test_bad_statements_are_refused(catalogue, browser):
    for step, data in [
        ("limits", {"lbp-acute": "terrible"}),
        ("limits", {"lbp-acute": "mild\0"}),
        ("equipment", {"kind": "moon"}),
        ("equipment", {}),
        ("equipment", {"kind": "pieces", "pieces": ["jetpack"]}),
    ]:
        answer = browser.post(f"/start/{step}/", data)
        assert answer.status_code == 422, data
        assert "Nothing was saved" in answer.text
        assert "<html" in answer.text
        assert "<html" not in browser.post(f"/start/{step}/", data, headers=HTMX).text


def test_saying_nothing_hurts_is_an_answer(browser, alex, acting):
    browser.post("/start/limits/", {})
    with acting(alex):
        profile = TrainingProfile.objects.get()
        assert profile.has_stated_limits
        assert "limits" not in dict(steps_left(profile, has_routine=True))


def test_skipped_steps_wait(alex, acting, db):
    with acting(alex):
        assert [step for step, _ in steps_left(None, has_routine=False)] == [
            "goals", "limits", "equipment", "routine",
        ]  # fmt: skip
    profile = TrainingProfileFactory(member=alex, goals=["width"], has_stated_equipment=True)
    RoutineFactory(member=alex)
    with acting(alex):
        assert steps_left(profile, has_routine=True) == [("limits", "Limits")]


def test_nobody_answers_for_somebody_else(as_user, tara, alex, acting):
    """Tara looks after Alex; the first run is always one's own."""
    as_user(tara).post("/start/goals/", GOALS)
    with acting(alex):
        assert not TrainingProfile.objects.of(alex).exists()


@pytest.mark.parametrize("step", ["goals", "limits", "equipment", "routine"])
def test_a_visitor_signs_in_first(client, db, step):
    assert client.get(f"/start/{step}/").url == f"/sign-in/?next=/start/{step}/"


@pytest.mark.parametrize("step", ["goals", "limits", "equipment", "routine"])
def test_pages_stay_within_their_queries(
    catalogue, browser, alex, step, django_assert_max_num_queries
):
    TrainingProfileFactory(member=alex, goals=["width"], level="beginner")
    for limitation in Limitation.objects.all()[:12]:
        MemberLimitationFactory(member=alex, limitation=limitation)
    # session, user, row settings; limits, profile with equipment; the step's own: at most
    # profile and, for the routine, the five of offers_for()
    with django_assert_max_num_queries(12):
        browser.get(f"/start/{step}/")


def test_whom_a_routine_is_for_is_said_once(catalogue, browser):
    for page in ["/start/routine/", "/routines/back-foundations-2x/"]:
        text = browser.get(page).text
        assert "For new lifters who train without pain." in text
        assert "For: " not in text
