"""My weights: what a member says they can load."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.context import acting_as
from accounts.kits import PRESETS
from accounts.models import WeightSet
from tests.factories import WeightSetFactory

D = Decimal
URL = "/me/weights/"


def said(member):
    with acting_as(member):
        row = WeightSet.objects.owned_by(member).first()
    return row and row.kit


def form(plates=(), **fields):
    rows = {"plates-TOTAL_FORMS": len(plates), "plates-INITIAL_FORMS": 0}
    for number, (weight, pairs) in enumerate(plates):
        rows |= {f"plates-{number}-weight": weight, f"plates-{number}-pairs": pairs}
    return {"unit": "kg"} | rows | fields


def test_weights_are_kept_and_shown_again(as_user, alex):
    client = as_user(alex)
    plates = [("20", "2"), ("2.5", "1"), ("10", "0"), ("", "")]
    sent = form(plates, bars="20, 15", ez_bar="7,5", dumbbells="2 to 10 by 2", stack_first="5",
                stack_step="5")  # fmt: skip
    assert client.post(URL, sent).status_code == 302
    kit = said(alex)
    assert (kit.bars, kit.ez_bar, kit.plates) == ((15, 20), D("7.5"), (20, 20, D("2.5")))
    assert (kit.dumbbells, kit.stack_first, kit.stack_last) == ((2, 4, 6, 8, 10), 5, None)
    page = client.get(URL).text
    assert 'value="15, 20"' in page
    assert 'value="2 to 10 by 2"' in page
    assert 'name="plates-1-weight" value="2.5"' in page


def test_saving_twice_keeps_one_row_with_the_last_word(as_user, alex):
    client = as_user(alex)
    for bars in ("20", "15"):
        client.post(URL, form(bars=bars))
    assert said(alex).bars == (15,)


def test_saying_nothing_takes_the_row_away(as_user, alex):
    WeightSetFactory(member=alex, bars=[20])
    as_user(alex).post(URL, form())
    assert said(alex) is None


@pytest.mark.parametrize("name", PRESETS)
def test_a_beginning_fills_the_form_and_saves_nothing(as_user, alex, name):
    client = as_user(alex)
    page = client.get(f"{URL}?start={name}")
    assert said(alex) is None
    bound = page.context["form"]
    sent = {field.html_name: field.value() or "" for field in bound}
    for row in bound.plates:
        sent |= {field.html_name: field.value() or "" for field in row}
    sent |= {field.html_name: field.value() for field in bound.plates.management_form}
    sent = {key: "" if value == () else value for key, value in sent.items()}
    for key in ("bars", "dumbbells", "kettlebells"):
        sent[key] = bound[key].field.prepare_value(bound[key].value())
    assert client.post(URL, sent).status_code == 302
    kit = PRESETS[name][1]
    kept = said(alex)
    if name == "nothing":
        assert kept is None
    else:
        assert kept == kit.__class__(**{**kit.__dict__, "bars": tuple(sorted(kit.bars))})


def test_an_unknown_beginning_is_none(as_user, alex):
    WeightSetFactory(member=alex, bars=[D("12.5")])
    page = as_user(alex).get(f"{URL}?start=../../etc")
    assert page.status_code == 200
    assert 'value="12.5"' in page.text


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"bars": "2,5"}, "could be one or two"),
        ({"bars": "long ones"}, "is no weight"),
        ({"bars": "0"}, "A weight is between 0.1 and 500"),
        ({"bars": "501"}, "A weight is between 0.1 and 500"),
        ({"bars": "1 to 11 by 1"}, "more than 10 weights"),
        ({"bars": "20.123"}, "two decimals at most"),
        ({"bars": "20\x00"}, "Null characters"),
        ({"dumbbells": "2 to 1000000 by 1"}, "is no weight"),
        ({"ez_bar": "-5"}, "A weight is between"),
        ({"ez_bar": "1.125"}, "two decimals at most"),
        ({"ez_bar": "1e5"}, "Use digits"),
        ({"ez_bar": "99999999"}, "A weight is between"),
        ({"stack_step": "5"}, "Give the first plate"),
        ({"stack_first": "5"}, "how much each further plate adds"),
        ({"stack_first": "50", "stack_step": "5", "stack_last": "10"}, "no lighter than the first"),
        ({"unit": "stone"}, "stone is not one of the available choices"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_kept(as_user, alex, sent, says):
    response = as_user(alex).post(URL, form(**{"kettlebells": "8, 16"} | sent))
    assert response.status_code == 422
    assert says in response.text
    assert 'value="8, 16"' in response.text
    assert said(alex) is None


@pytest.mark.parametrize(
    ("plate", "says"),
    [
        (("", "2"), "Say what these plates weigh"),
        (("20", ""), "Say how many pairs"),
        (("20", "-1"), "0 to 20 pairs"),
        (("20", "21"), "0 to 20 pairs"),
        (("20", "two"), "whole digits"),
        (("heavy", "2"), "Use digits"),
        (("501", "2"), "A weight is between"),
    ],
)
def test_a_plate_that_cannot_be_is_refused_in_its_row(as_user, alex, plate, says):
    response = as_user(alex).post(URL, form([("10", "2"), plate]))
    assert response.status_code == 422
    assert says in response.text
    assert "Look at the plates" in response.text
    assert 'name="plates-0-weight" value="10"' in response.text
    assert said(alex) is None


def test_more_plates_than_we_can_reckon_with_are_refused(as_user, alex):
    for plates in ([("20", "20")] * 4, [(f"{n}.01", "1") for n in range(1, 60)]):
        response = as_user(alex).post(URL, form(plates))
        assert response.status_code == 422
    without_rows = {"unit": "kg", "bars": "20"}
    assert as_user(alex).post(URL, without_rows).status_code == 422
    assert said(alex) is None


def test_the_database_holds_no_weight_of_nothing(alex):
    for wrong in ({"bars": [0]}, {"plates": [20, -1]}, {"ez_bar": 0}, {"stack_last": 50}):
        with pytest.raises(IntegrityError), transaction.atomic():
            WeightSetFactory(member=alex, **wrong)


def test_my_account_leads_there(as_user, alex):
    assert f'href="{URL}"' in as_user(alex).get("/me/").text
