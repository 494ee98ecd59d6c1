"""One lift over time: GET /progress/lifts/<slug>/ and its file."""

from datetime import timedelta

import pytest
import time_machine

from catalogue.models import Exercise
from progress.views.spreadsheets import csv_answer
from tests.factories import NOW, ExerciseFactory, MeasurementFactory, TrainerLinkFactory
from tests.progress.past import TODAY, train

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Row", slug="row", one_rep_max_allowed=True)


def test_the_chart_is_drawn_from_a_table_that_stands_alone(alex, as_user, lift):
    train(alex, lift, TODAY - DAY, (100, 5))
    train(alex, lift, TODAY, (105, 5))
    page = as_user(alex).get("/progress/lifts/row/").text
    assert '<line-chart class="chart" label="Row, estimated 1RM: 116.5' in page
    assert 'data-draw="dots">Estimated 1RM</th>' in page
    assert '<data value="122.5">122.5\N{NO-BREAK SPACE}kg</data>' in page
    assert '<data value="122.5">Best</data>' in page
    assert "Epley’s formula" in page
    assert "chart.js" in page


def test_the_formula_may_be_changed(alex, as_user, lift):
    train(alex, lift, TODAY, (100, 5))
    page = as_user(alex).get("/progress/lifts/row/?formula=brzycki").text
    assert "Brzycki’s formula" in page
    assert "Best of the time shown" in page


def test_the_file_names_its_units_and_formula(alex, as_user, lift):
    train(alex, lift, TODAY, (100, 5))
    answer = as_user(alex).get("/progress/lifts/row.csv?period=all")
    assert answer.text.splitlines() == [
        "date,load (kg),reps,best estimate (kg),is a best,formula",
        "2026-11-20,100,5,116.7,0,epley",
    ]
    assert answer["Content-Disposition"] == 'attachment; filename="row.csv"'


def test_text_a_spreadsheet_would_run_is_made_harmless():
    text = csv_answer("x", [["=1+1", "+1", "-1", "@a", "\t=1", "a=1", -1, None]]).text
    assert text == "'=1+1,'+1,'-1,'@a,'\t=1,a=1,-1,\r\n"


def test_a_lift_that_was_never_trained_says_so(alex, as_user, lift):
    assert "No set in this time." in as_user(alex).get("/progress/lifts/row/").text


def test_an_own_exercise_goes_before_ours_of_the_same_address(alex, as_user, lift):
    own = ExerciseFactory(member=alex, name="My row", slug="row")
    train(alex, own, TODAY, (40, 5))
    assert "My row" in as_user(alex).get("/progress/lifts/row/").text


def test_nobody_sees_anothers_own_exercise(alex, sam, tara, as_user):
    own = ExerciseFactory(member=alex, name="My row", slug="my-row")
    train(alex, own, TODAY, (40, 5))
    assert as_user(sam).get("/progress/lifts/my-row/").status_code == 404
    assert as_user(tara).get("/progress/lifts/my-row/").status_code == 404
    for end in ("/", ".csv"):
        address = f"/coach/clients/{alex.pk}/progress/lifts/my-row{end}"
        assert as_user(tara).get(address).status_code == 200
        assert as_user(sam).get(address).status_code == 404


def test_a_trainer_without_sight_of_body_weight_gets_no_estimate_from_it(
    alex, sam, as_user, catalogue
):
    TrainerLinkFactory(trainer=sam, client=alex, sees_measurements=False)
    MeasurementFactory(member=alex, measured_on=TODAY, value=80)
    train(alex, Exercise.objects.get(slug="pull-up"), TODAY, (20, 3))
    page = as_user(sam).get(f"/coach/clients/{alex.pk}/progress/lifts/pull-up/").text
    assert "1 day not counted." in page
    assert "110" not in page
    assert "Add body weights" not in page


def test_twelve_days_cost_no_more_queries(alex, as_user, lift, django_assert_max_num_queries):
    for back in range(12):
        train(alex, lift, TODAY - back * DAY, (100, 5))
    client = as_user(alex)
    # savepoint, session, user, who acts, exercise, sets, best before, where one stands, open
    # workout, savepoint
    with django_assert_max_num_queries(10):
        client.get("/progress/lifts/row/")
