"""Sets, repetitions and rest for the reader's goals, on the page of an exercise."""

from catalogue.models import Exercise
from tests.factories import TrainingProfileFactory


def page(browser, slug):
    return browser.get(f"/exercises/{slug}/")


def doses(response):
    return [(names, dose.sets, dose.reps, dose.rest) for names, dose in response.context["doses"]]


def test_two_goals_have_a_line_each(catalogue, as_user, alex):
    TrainingProfileFactory(member=alex, goals=["width", "strength"])
    response = page(as_user(alex), "deadlift")
    assert doses(response) == [
        (["A wider back"], (3, 4), (6, 15), (60, 150)),
        (["A stronger deadlift"], (3, 5), (1, 6), (150, 300)),
    ]
    for words in ["A stronger deadlift", "3–5", "1–6", "2:30–5:00", "Our rule."]:
        assert words in response.text


def test_goals_that_ask_for_the_same_share_a_line(catalogue, as_user, alex):
    TrainingProfileFactory(member=alex, goals=["width", "thickness"])
    response = page(as_user(alex), "barbell-row")
    assert doses(response) == [(["A wider back", "A thicker back"], (3, 4), (6, 12), (60, 150))]
    assert "A wider back; A thicker back" in response.text


def test_pull_ups_have_a_dose_of_their_own(catalogue, as_user, alex):
    TrainingProfileFactory(member=alex, goals=["pull_up"], level="beginner")
    response = page(as_user(alex), "pull-up")
    assert doses(response)[0][1:] == ((5, 9), (1, 5), (60, 150))
    assert "at least three while you are new" in response.text


def test_holds_count_seconds_and_know_no_reserve(catalogue, as_user, alex):
    TrainingProfileFactory(member=alex, goals=["width"])
    text = page(as_user(alex), "superman-hold").text
    assert "0:30–1:00" in text
    assert "Repetitions in reserve" not in text.partition('id="own-past"')[0]


def test_without_a_goal_it_is_as_usual(catalogue, as_user, alex):
    text = page(as_user(alex), "romanian-deadlift").text
    assert "As usual: 3 × 6–10, rest 2:30." in text
    assert 'href="/me/goals/"' in text


def test_cardio_has_no_sets_whatever_the_goal(catalogue, as_user, alex):
    TrainingProfileFactory(member=alex, goals=["width"])
    response = page(as_user(alex), "rowing-erg")
    assert response.context["doses"] == []
    assert "Cardio goes by time or distance" in response.text


def test_goals_are_told_to_nobody_else(catalogue, as_user, client, alex, tara):
    TrainingProfileFactory(member=alex, goals=["strength"])
    assert "A stronger deadlift" not in page(as_user(tara), "deadlift").text
    assert "For your goal" not in page(client, "deadlift").text


def test_hinges_and_unsupported_rows_ask_for_a_brace(catalogue):
    reminded = Exercise.objects.filter(brace=True)
    hinges = Exercise.objects.filter(pattern__slug="hip-hinge", load_type="external")
    assert hinges.filter(brace=False).count() == 0
    for slug in ["barbell-row", "pendlay-row", "one-arm-db-row", "seated-cable-row", "t-bar-row"]:
        assert reminded.filter(slug=slug).exists(), slug
