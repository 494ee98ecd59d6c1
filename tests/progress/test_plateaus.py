"""Whether a lift still goes up, and what to try: on GET /progress/lifts/<slug>/."""

from datetime import timedelta

import pytest
import time_machine

from catalogue.models import Exercise
from progress.plateaus import signed
from tests.factories import (
    NOW,
    DeloadFactory,
    ExerciseFactory,
    MeasurementFactory,
    TrainerLinkFactory,
    TrainingProfileFactory,
)
from tests.progress.past import TODAY, train

DAY = timedelta(days=1)
UP = (100, 101, 102, 103, 104, 105, 106, 107)
LEVEL = (100, 101, 100, 99.5, 100, 100.5, 100, 100)
DOWN = UP[::-1]
ABOUT = (100, 112, 97, 110, 99, 108, 96, 111)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Row", slug="row", one_rep_max_allowed=True)


def done(member, lift, loads, every=4, until=TODAY, reps=1):
    """A set of each load, the last on `until`, one `every` so many days."""
    for back, load in enumerate(reversed(loads)):
        train(member, lift, until - back * every * DAY, (load, reps))


def page_of(client, slug="row"):
    page = client.get(f"/progress/lifts/{slug}/").text
    return page.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("loads", "name", "end"),
    [
        (UP, "Improving", "8 sessions: improving."),
        (DOWN, "Declining", "8 sessions: declining."),
        (LEVEL, "A plateau", "8 sessions: a plateau."),
        (ABOUT, "No clear direction", "8 sessions: inconclusive"),
        (UP[:5], "Too little data", "5 sessions: too little data. It takes 6"),
    ],
)
def test_each_outcome_is_told_with_its_uncertainty(as_user, alex, lift, loads, name, end):
    done(alex, lift, loads)
    page = page_of(as_user(alex))
    assert f'<h2 id="h-outcome">{name}</h2>' in page
    assert end in page
    assert ("<p>Between " in page) == (len(loads) > 5)


def test_the_numbers_and_the_rule_stand_behind_it(as_user, alex, lift):
    done(alex, lift, LEVEL)
    page = page_of(as_user(alex))
    assert "in the middle, from 23 Oct 2026 to 20 Nov 2026" in page
    assert "below 0.25 % a week" in page
    assert "Theil 1950, Sen 1968" in page


@pytest.mark.parametrize(
    ("level", "limit", "name"),
    [("beginner", "0.5", "A plateau"), ("", "0.25", "No clear direction"),
     ("advanced", "0.1", "No clear direction")],
)  # fmt: skip
def test_the_smallest_gain_that_counts_is_that_of_the_level(
    as_user, alex, tara, lift, level, limit, name
):
    TrainingProfileFactory(member=alex, level=level)
    done(alex, lift, (100, 101, 100, 100.5, 101, 100, 101, 100.4))
    for page in (
        page_of(as_user(alex)),
        as_user(tara).get(f"/coach/clients/{alex.pk}/progress/lifts/row/").text,
    ):
        page = page.replace("\N{NARROW NO-BREAK SPACE}", " ")
        assert f"below {limit} % a week" in page
        assert f'<h2 id="h-outcome">{name}</h2>' in page


def test_lighter_weeks_are_left_out(as_user, alex, lift):
    done(alex, lift, UP, until=TODAY - 8 * DAY)
    for back in (1, 3, 5):
        train(alex, lift, TODAY - back * DAY, (60, 1))
    DeloadFactory(member=alex, begins_on=TODAY - 6 * DAY)
    page = page_of(as_user(alex))
    assert "over 8 sessions: improving." in page
    assert "3 days of lighter weeks left out." in page


def test_days_without_a_body_weight_are_left_out(as_user, alex, catalogue):
    pull_up = Exercise.objects.get(slug="pull-up")
    done(alex, pull_up, (5, 6, 7, 8, 9, 10, 11), every=4)
    MeasurementFactory(member=alex, measured_on=TODAY - 21 * DAY, value=80)
    page = page_of(as_user(alex), "pull-up")
    assert "1 day without a known body weight left out." in page
    assert "over 6 sessions" not in page, "20 days are too short"
    assert "6 sessions: too little data" in page


def test_a_lift_without_estimates_has_no_outcome(as_user, alex):
    curl = ExerciseFactory(slug="curl")
    done(alex, curl, UP)
    assert "h-outcome" not in page_of(as_user(alex), "curl")


def test_what_was_long_ago_is_dated_and_nothing_is_to_be_tried(as_user, alex, lift):
    done(alex, lift, LEVEL, until=TODAY - 43 * DAY)
    page = page_of(as_user(alex))
    assert "It was last trained on 8 Oct 2026." in page
    assert "What to try" not in page


@pytest.mark.parametrize(
    ("percent", "text"),
    [(0.24, "+0.2"), (-0.13, "\N{MINUS SIGN}0.1"), (0.04, "+0.04"), (0.0, "0"), (-0.001, "0"),
     (12, "+12.0")],
)  # fmt: skip
def test_percentages_are_as_fine_as_they_matter(percent, text):
    assert signed(percent) == text


# ---------------------------------------------------------------- what to try


@pytest.mark.parametrize(("loads", "is_stuck"), [(LEVEL, True), (DOWN, True), (UP, False)])
def test_only_what_is_stuck_has_remedies(as_user, alex, lift, loads, is_stuck):
    done(alex, lift, loads)
    assert ("What to try, in this order" in page_of(as_user(alex))) == is_stuck


def test_remedies_come_in_their_order_with_reasons(as_user, alex, catalogue):
    row = Exercise.objects.get(slug="barbell-row")
    TrainingProfileFactory(member=alex, days_per_week=3)
    for week in range(8):
        for day in (0, 2):
            on = TODAY - week * 7 * DAY - day * DAY
            train(alex, row, on, (80, 5), (80, 5), (80, 5))
    page = page_of(as_user(alex), "barbell-row")
    names = [
        "Sleep and steadiness first.", "A lighter week.", "Another range of repetitions.",
        "One or two sets more a week.", "A sibling in its place.",
    ]  # fmt: skip
    assert [page.index(f"<b>{name}</b>") for name in names] == sorted(
        page.index(f"<b>{name}</b>") for name in names
    )
    assert "In the last four weeks you trained on 8 days; 12 were meant." in page
    assert "Your best sets had 5 repetitions lately. Try 8–12" in page
    assert ": 6 hard sets a week lately, fewer than 12." in page
    assert 'action="/today/lighter-week/"' in page
    assert 'href="/exercises/' in page[page.index("A sibling in its place") :]


def test_nobody_is_sent_to_rest_without_a_sign(as_user, alex, lift):
    done(alex, lift, LEVEL)
    page = page_of(as_user(alex))
    assert "A lighter week" not in page
    assert "Sleep and steadiness" in page


def test_a_trainer_reads_the_outcome_and_does_not_act(as_user, alex, sam, lift):
    TrainerLinkFactory(trainer=sam, client=alex, sees_measurements=False, sees_recovery=False)
    done(alex, lift, LEVEL)
    page = as_user(sam).get(f"/coach/clients/{alex.pk}/progress/lifts/row/").text
    assert '<h2 id="h-outcome">A plateau</h2>' in page
    assert "What to try" not in page


def test_a_plateau_of_body_weight_costs_at_most_twelve_queries(
    as_user, alex, catalogue, django_assert_max_num_queries
):
    pull_up = Exercise.objects.get(slug="pull-up")
    MeasurementFactory(member=alex, measured_on=TODAY - 28 * DAY, value=80)
    done(alex, pull_up, [20] * 8)
    client = as_user(alex)
    assert "What to try" in page_of(client, "pull-up")
    with django_assert_max_num_queries(14):  # the test's two savepoints among them
        client.get("/progress/lifts/pull-up/")
