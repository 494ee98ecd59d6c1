"""Body weight over time: GET /body/ and its file."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine

from progress.weighing import BodyWeights
from tests.factories import NOW, MeasurementFactory, TrainerLinkFactory, UserFactory
from tests.progress.past import TODAY

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


def text_of(response):
    return response.text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_form_offers_today_and_the_members_unit(as_user, db):
    member = UserFactory(unit="lb", time_zone="Pacific/Auckland")
    page = as_user(member).get("/body/").text
    assert 'value="2026-11-21"' in page  # it is Saturday in Auckland
    assert '<option value="lb" selected>' in page


def test_the_page_tells_the_trend_and_draws_it(alex, as_user):
    for back in range(12):
        MeasurementFactory(member=alex, measured_on=TODAY - back * DAY, value=80 - back)
    page = text_of(as_user(alex).get("/body/"))
    assert re.search("Trend <b class=.strong.>7[0-9].[0-9] kg</b>, up [0-9.]+ kg a week", page)
    assert 'data-draw="line">Trend</th>' in page
    assert '<data value="80.0">80.0 kg</data>' in page


def test_few_weights_have_no_pace(alex, as_user):
    MeasurementFactory(member=alex)
    assert "The pace shows after 8 days" in as_user(alex).get("/body/").text


def test_somebody_who_never_weighed_is_asked_for_the_first_weight(alex, tara, as_user):
    page = as_user(alex).get("/body/").text
    assert "No weight yet." in page
    assert "Look at all time" not in page
    assert 'name="typed"' in page
    page = as_user(tara).get(f"/coach/clients/{alex.pk}/body/").text
    assert f"<bdi>{alex}</bdi> has not added a weight." in page
    MeasurementFactory(member=alex, measured_on=TODAY - 200 * DAY)
    assert "No weight in 12 weeks." in as_user(alex).get("/body/").text


def test_the_first_weight_of_a_day_is_drawn(alex, as_user):
    MeasurementFactory(member=alex, value=80)
    MeasurementFactory(member=alex, value=81, measured_at=NOW + timedelta(hours=1))
    lines = as_user(alex).get("/body.csv").text.splitlines()
    assert lines == ["date,weight (kg),trend (kg)", "2026-11-20,80.0,80.0"]


def test_the_trend_knows_what_came_before_the_chart(alex, as_user):
    MeasurementFactory(member=alex, measured_on=date(2026, 8, 30), value=90)
    MeasurementFactory(member=alex, measured_on=date(2026, 8, 31), value=80)
    lines = as_user(alex).get("/body.csv").text.splitlines()
    assert lines[1:] == ["2026-08-31,80.0,89.0"]


def test_the_list_has_pages(alex, as_user):
    for back in range(11):
        MeasurementFactory(member=alex, measured_on=TODAY - back * DAY, value=70 + back)
    first, second = (text_of(as_user(alex).get(f"/body/?page={n}")) for n in (1, 2))
    assert "<b>79.0 kg</b>" in first
    assert "<b>80.0 kg</b>" not in first
    assert "<b>80.0 kg</b>" in second


def test_the_page_says_who_can_see_it(alex, as_user):
    page = as_user(alex).get("/body/").text
    assert "Only you and those you share it with can see this page." in page


def test_a_trainer_reads_it_without_a_form_where_it_is_shared(alex, tara, as_user):
    MeasurementFactory(member=alex, value="71.5")
    page = as_user(tara).get(f"/coach/clients/{alex.pk}/body/").text
    assert "71.5" in page
    assert 'name="typed"' not in page
    assert "/body/weights/" not in page
    assert "71.5" in as_user(tara).get(f"/coach/clients/{alex.pk}/body.csv").text


def test_training_alone_does_not_open_it(alex, sam, as_user):
    TrainerLinkFactory(trainer=sam, client=alex, sees_measurements=False)
    for end in ("/", ".csv"):
        assert as_user(sam).get(f"/coach/clients/{alex.pk}/body{end}").status_code == 404


def test_visitors_sign_in_first(client, db):
    assert client.get("/body/").url.startswith("/sign-in/")


def test_a_body_weight_is_good_for_thirty_days():
    known = BodyWeights([(TODAY - 30 * DAY, Decimal(80)), (TODAY + DAY, Decimal(90))])
    assert known.on(TODAY) == 80
    assert known.on(TODAY + DAY) == 90
    assert known.on(TODAY - 31 * DAY) is None
    assert known.on(TODAY + 32 * DAY) is None


def test_twelve_weights_cost_no_more_queries(alex, as_user, django_assert_max_num_queries):
    for back in range(12):
        MeasurementFactory(member=alex, measured_on=TODAY - back * DAY)
    client = as_user(alex)
    # savepoint, session, user, who acts, weights of the chart, of the list, open workout, savepoint
    with django_assert_max_num_queries(8):
        client.get("/body/")
