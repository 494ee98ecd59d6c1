"""Body weights: adding, changing, deleting and taking back. POST /body/weights/…"""

import re
import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
import uuid6
from django.core import signing

from progress.models import Measurement
from tests.factories import NOW, MeasurementFactory
from tests.progress.past import TODAY

ADD = "/body/weights/"
DAY = timedelta(days=1)
ONE = {"typed": "80", "unit": "kg", "measured_on": "2026-11-20"}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def weights(alex, acting):
    def look():
        with acting(alex):
            return list(Measurement.objects.of(alex).newest_first())

    return look


def add(client, **changes):
    return client.post(ADD, ONE | changes)


def text_of(response):
    return response.text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_weight_is_kept_as_typed_and_in_kilograms(alex, as_user, weights):
    answer = add(as_user(alex), typed="176,5", unit="lb")
    [weight] = weights()
    assert answer.url == "/body/"
    assert (weight.typed, weight.unit, weight.value) == (Decimal("176.5"), "lb", Decimal("80.06"))
    assert (weight.measured_on, weight.measured_at) == (TODAY, NOW)


def test_a_weight_of_another_day_stands_at_its_noon(alex, as_user, weights):
    alex.time_zone = "Europe/Berlin"
    alex.save()
    add(as_user(alex), measured_on="2026-11-02")
    assert weights()[0].measured_at == datetime(2026, 11, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"typed": ""}, "Type your weight."),
        ({"typed": "heavy"}, "Use digits, such as 12.5."),
        ({"typed": "19.9"}, "A body weight is between 20.0 kg and 400.0 kg. Is the unit right?"),
        ({"typed": "400.1"}, "between 20.0 kg and 400.0 kg"),
        ({"typed": "-80"}, "between 20.0 kg and 400.0 kg"),
        ({"typed": "43", "unit": "lb"}, "between 44.1 lb and 881.8 lb"),
        ({"typed": "999999999"}, "between 20 and 400 kg"),
        ({"typed": "80.123"}, "Two decimals are enough"),
        ({"typed": "8\x000"}, "Use digits"),
        ({"unit": "stone"}, "Choose kg or lb."),
        ({"measured_on": "2026-11-21"}, "This day has not come yet."),
        ({"measured_on": "3000-01-01"}, "This day has not come yet."),
        ({"measured_on": "1949-12-31"}, "Give a day from 1950 on."),
        ({"measured_on": "0000-01-01"}, "Give a day such as 2026-11-20."),
        ({"measured_on": "2026-02-30"}, "Give a day such as 2026-11-20."),
        ({"measured_on": ""}, "Give the day."),
    ],
)
def test_what_is_no_weight_is_refused_in_words_and_kept(alex, as_user, weights, changes, words):
    response = add(as_user(alex), **changes)
    page = text_of(response)
    assert response.status_code == 422
    assert words in page
    assert 'name="typed"' in page
    assert not weights()
    if changes.get("typed") == "heavy":
        assert 'value="heavy"' in page


def test_a_weight_sent_twice_is_kept_once(alex, as_user, weights):
    client = as_user(alex)
    pk = re.search('name="id" value="([^"]+)"', client.get("/body/").text)[1]
    answers = [client.post(ADD, ONE | {"id": pk}, follow=True) for _ in range(2)]
    assert [str(weight.pk) for weight in weights()] == [pk]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    assert all("80.0 kg saved." in text_of(answer) for answer in answers)


def test_another_weight_from_the_same_page_is_kept_too(alex, as_user, weights):
    client, pk = as_user(alex), str(uuid6.uuid7())
    add(client, id=pk)
    add(client, id=pk, typed="80.5")  # the browser's Back shows the page as it was
    assert [weight.typed for weight in weights()] == [Decimal("80.5"), Decimal("80")]


def test_a_refused_weight_keeps_the_id_of_its_page(alex, as_user):
    pk = str(uuid6.uuid7())
    assert f'name="id" value="{pk}"' in add(as_user(alex), id=pk, typed="heavy").text


def test_an_id_that_is_somebody_elses_is_not_taken_over(alex, sam, as_user, weights, acting):
    theirs = MeasurementFactory(member=sam, value=80, typed=80)
    add(as_user(alex), id=theirs.pk)
    [mine] = weights()
    assert mine.pk != theirs.pk
    with acting(sam):
        assert Measurement.objects.of(sam).get().pk == theirs.pk


@pytest.mark.parametrize(
    "pk", ["", "x", "a\0b", "8361f023-c4ab-4ee5-8a5a-d7282c3449f9", str(uuid.UUID(int=0))]
)
def test_what_no_page_of_ours_chose_gets_another_id(alex, as_user, weights, pk):
    add(as_user(alex), id=pk)
    [weight] = weights()
    assert weight.pk.version == 7


@pytest.mark.parametrize("other", [-1, 0, 1])
def test_a_jump_is_asked_about_once(alex, as_user, weights, other):
    MeasurementFactory(member=alex, measured_on=TODAY - DAY + other * DAY, value=80)
    client, day = as_user(alex), str(TODAY - DAY)
    page = text_of(add(client, typed="85", measured_on=day))
    assert "That is +5 kg against 80.0 kg on" in page
    assert len(weights()) == 1
    asked = re.search('name="confirmed" value="([^"]+)"', page)[1]
    add(client, typed="85", measured_on=day, confirmed=asked)
    assert len(weights()) == 2


def test_another_weight_after_the_question_is_asked_about_again(alex, as_user, weights):
    MeasurementFactory(member=alex, measured_on=TODAY - DAY, value=80)
    client = as_user(alex)
    asked = re.search('name="confirmed" value="([^"]+)"', add(client, typed="85").text)[1]
    assert "If it is right" in add(client, typed="95", confirmed=asked).text
    assert len(weights()) == 1


@pytest.mark.parametrize(("typed", "days"), [("84", 1), ("76", 1), ("95", 2)])
def test_what_may_well_be_true_is_not_asked_about(alex, as_user, weights, typed, days):
    MeasurementFactory(member=alex, measured_on=TODAY - days * DAY, value=80)
    add(as_user(alex), typed=typed)
    assert len(weights()) == 2


def test_a_weight_is_changed(alex, as_user, weights):
    weight = MeasurementFactory(member=alex, value=80, typed=80)
    client = as_user(alex)
    assert 'value="80.00"' in client.get(f"{ADD}{weight.pk}/").text
    data = {"typed": "81.2", "unit": "kg", "measured_on": "2026-11-19"}
    assert client.post(f"{ADD}{weight.pk}/", data).url == "/body/"
    [changed] = weights()
    assert (changed.pk, changed.value) == (weight.pk, Decimal("81.2"))
    assert changed.measured_on == TODAY - DAY


def test_a_slip_is_put_right_without_a_question(alex, as_user, weights):
    weight = MeasurementFactory(member=alex, value=88, typed=88)
    data = {"typed": "80", "unit": "kg", "measured_on": "2026-11-20"}
    as_user(alex).post(f"{ADD}{weight.pk}/", data)
    assert weights()[0].value == 80


def test_a_refused_change_changes_nothing(alex, as_user, weights):
    weight = MeasurementFactory(member=alex, value=80, typed=80)
    data = {"typed": "800", "unit": "kg", "measured_on": "2026-11-19"}
    response = as_user(alex).post(f"{ADD}{weight.pk}/", data)
    assert response.status_code == 422
    assert 'value="800"' in response.text
    assert weights()[0].value == 80


def test_a_deleted_weight_can_be_taken_back_as_it_was(alex, as_user, weights):
    weight = MeasurementFactory(member=alex, value="80.06", typed="176.5", unit="lb", note="Ill")
    client = as_user(alex)
    page = client.post(f"{ADD}{weight.pk}/removal/", follow=True).text
    assert not weights()
    undo = re.search('action="(/body/weights/removed/[^"]+)"', page)[1]
    for _ in range(2):  # a second tap changes nothing
        client.post(undo)
    [back] = weights()
    assert (back.pk, back.unit, back.note) == (weight.pk, "lb", "Ill")
    assert (back.value, back.typed) == (Decimal("80.06"), Decimal("176.5"))
    assert (back.measured_on, back.measured_at) == (weight.measured_on, weight.measured_at)


def test_only_the_member_takes_it_back_and_only_for_a_day(alex, sam, as_user, weights):
    weight = MeasurementFactory(member=alex)
    client = as_user(alex)
    page = client.post(f"{ADD}{weight.pk}/removal/", follow=True).text
    undo = re.search('action="(/body/weights/removed/[^"]+)"', page)[1]
    assert as_user(sam).post(undo).status_code == 404
    assert client.post(f"{undo}x").status_code == 404
    assert client.post(f"/body/weights/removed/{signing.dumps({'id': 1})}/").status_code == 404
    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        assert as_user(alex).post(undo).status_code == 404
    assert not weights()


@pytest.mark.parametrize("person", ["tara", "sam"])
@pytest.mark.parametrize("path", ["", "removal/"])
def test_nobody_else_changes_it(alex, as_user, weights, person, path, request):
    weight = MeasurementFactory(member=alex, value=80)
    client = as_user(request.getfixturevalue(person))
    data = {"typed": "99", "unit": "kg", "measured_on": "2026-11-20"}
    assert client.post(f"{ADD}{weight.pk}/{path}", data).status_code == 404
    assert client.post(f"{ADD}{uuid.uuid4()}/{path}", data).status_code == 404
    assert weights()[0].value == 80


def test_getting_never_writes(alex, as_user, weights):
    weight = MeasurementFactory(member=alex)
    client = as_user(alex)
    for address in (ADD, f"{ADD}{weight.pk}/removal/", "/body/weights/removed/x/"):
        assert client.get(address).status_code == 405
    assert len(weights()) == 1
