"""The page where curators take in a file: shown first, then all of it or nothing."""

import json
import re
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.context import curating
from catalogue.curators import make_curator
from catalogue.exchange.exporting import export_csv, export_json
from catalogue.exchange.model import MOST_BYTES
from catalogue.models import Exercise, ExerciseState, Muscle
from catalogue.states import state_of, write
from tests.factories import NOW

PAGE, CONFIRM = "/curate/import/", "/curate/import/confirm/"


@pytest.fixture
def desk(as_user, ines, catalogue):
    return as_user(ines)


def choose(desk, data, name="spring.json"):
    return desk.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def confirm(desk, shown):
    return desk.post(CONFIRM, {"plan": pledged(shown)})


def pledged(shown):
    return re.search(r'name="plan" value="([^"]+)"', shown.text)[1]


def pull_up():
    return Exercise.objects.public().get(slug="pull-up")


def test_a_file_is_shown_then_taken_in(desk, ines, as_json, django_assert_max_num_queries):
    data = as_json({"slug": "pull-up", "brace": True, "cues": ["Pull."]})
    desk.get(PAGE)
    with django_assert_max_num_queries(24):
        shown = choose(desk, data)
    assert shown.status_code == 200
    assert "0 new exercises, 1 changed" in shown.text
    assert "167 exercises are not in the file and stay as they are" in shown.text
    assert not pull_up().brace
    assert confirm(desk, shown).url == PAGE
    assert (pull_up().brace, pull_up().cues) == (True, ["Pull."])
    newest = ExerciseState.objects.newest_first()[0]
    assert (newest.by, newest.reason) == (ines, "Import of spring.json")
    assert ExerciseState.objects.count() == 2


def test_new_exercises_may_name_each_other(desk, as_json):
    rows = [
        {"slug": "low", "name": "Low step", "progressions": ["high"]},
        {"slug": "high", "name": "High step", "difficulty": 2, "regressions": ["low"]},
    ]
    confirm(desk, choose(desk, as_json(*rows)))
    high = Exercise.objects.public().get(slug="high")
    assert [step.slug for step in high.regressions.all()] == ["low"]


def test_names_may_go_round(desk, as_json):
    rows = [{"slug": "pull-up", "name": "Chin-up"}, {"slug": "chin-up", "name": "Pull-up"}]
    assert confirm(desk, choose(desk, as_json(*rows))).status_code == 302
    assert pull_up().name == "Chin-up"


def test_new_words_come_with_the_exercises_that_need_them(desk, as_json):
    data = as_json(
        {"slug": "pinch", "name": "Pinch", "primary": ["pinky"]},
        muscles=[{"slug": "pinky", "name": "Little finger", "region": "arms"}],
    )
    shown = choose(desk, data)
    assert "Muscle, line" in shown.text
    confirm(desk, shown)
    assert Muscle.objects.get(slug="pinky").credits.get().exercise.slug == "pinch"


def test_a_name_in_another_language_is_told_in_words(desk, as_json):
    lats = Muscle.objects.get(slug="latissimus-dorsi")
    names = {"de": {"name": "Flügel", "of": lats.name}}
    shown = choose(desk, as_json(muscles=[{"slug": lats.slug, "names": names}]))
    assert "In other languages" in shown.text
    assert f"Deutsch: {lats.names['de']['name']}" in shown.text
    assert "Deutsch: Flügel" in shown.text
    confirm(desk, shown)
    lats.refresh_from_db()
    assert lats.names == names


def test_what_changed_meanwhile_is_shown_anew_and_nothing_done(desk, ines, as_json):
    shown = choose(desk, as_json({"slug": "pull-up", "cues": ["Pull."], "brace": True}))
    with curating():
        write({"cues": ["Meanwhile."]}, pull_up(), by=ines, at=NOW)
    answer = confirm(desk, shown)
    assert answer.status_code == 409
    assert "The catalogue is not as it was" in answer.text
    assert "Meanwhile" in answer.text
    assert not pull_up().brace
    assert confirm(desk, answer).status_code == 302
    assert pull_up().cues == ["Pull."]


def test_a_change_of_something_else_meanwhile_stays(desk, ines, as_json):
    shown = choose(desk, as_json({"slug": "pull-up", "brace": True}))
    with curating():
        write({"cues": ["Meanwhile."]}, pull_up(), by=ines, at=NOW)
    assert confirm(desk, shown).status_code == 302
    assert (pull_up().brace, pull_up().cues) == (True, ["Meanwhile."])


def test_confirmed_twice_is_done_once(desk, as_json):
    shown = choose(desk, as_json({"slug": "pull-up", "brace": True}))
    assert confirm(desk, shown).status_code == 302
    again = confirm(desk, shown)
    assert again.status_code == 409
    assert "is in the catalogue already" in again.text
    assert ExerciseState.objects.count() == 2


@pytest.mark.parametrize("plan", ["", "forged", "a:b:c"])
def test_a_plan_that_is_not_ours_is_refused(desk, plan):
    answer = desk.post(CONFIRM, {"plan": plan})
    assert answer.status_code == 422
    assert "This page is too old. Choose the file again." in answer.text


def test_a_plan_that_was_shown_to_somebody_else_is_refused(desk, as_user, as_json, alex):
    shown = choose(desk, as_json({"slug": "pull-up", "brace": True}))
    make_curator(alex)
    assert as_user(alex).post(CONFIRM, {"plan": pledged(shown)}).status_code == 422
    assert not pull_up().brace


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'[{"slug": "pull-up", "primary": ["wings"]}]', "There is no muscle “wings”."),
        (b'[{"slug": "pull-up",}]', "Line 1. This is not JSON"),
        (b"slug,difficulty\npull-up,7\n", "From 1 to 5."),
        (b"x" * (MOST_BYTES + 1), "The file is larger than 10 MB."),
        (b"", "The file is empty."),
    ],
    ids=count(1),
)
def test_what_may_not_stand_is_said_and_nothing_may_be_confirmed(desk, data, words):
    answer = choose(desk, data, "x")
    assert answer.status_code == 422
    assert words in answer.text
    assert 'name="plan"' not in answer.text


def test_without_a_file_one_is_asked_for(desk):
    answer = desk.post(PAGE)
    assert (answer.status_code, "Choose a file." in answer.text) == (422, True)


def test_markup_in_a_file_is_text(desk, as_json):
    script = "<script>alert(1)</script>"
    shown = choose(desk, as_json({"slug": "pull-up", "note": script, "name": "\u05d0<b>"}), script)
    assert "<script>alert" not in shown.text
    assert "&lt;script&gt;" in shown.text
    wrong = choose(desk, as_json({"slug": script, "name": script}), script)
    assert "<script>alert" not in wrong.text


def test_an_export_is_taken_in_as_no_change(desk):
    for address, name in [("/curate/export.json", "a.json"), ("/curate/export.csv", "a.csv")]:
        answer = desk.get(address)
        assert "attachment" in answer["Content-Disposition"]
        shown = choose(desk, answer.content, name)
        assert "is in the catalogue already" in shown.text


def test_the_open_data_say_everything_but_curators_notes(client, ines, catalogue):
    with curating():
        write({"note": "Ask the physio."}, pull_up(), by=ines, at=NOW)
        translations = {"de": {"name": "Klimmzug", "note": "Frag die Physio."}}
        write({"translations": translations}, pull_up(), by=ines, at=NOW)
        whole = json.loads(export_json())
        assert "Ask the physio." in export_csv()
    answer = client.get("/exercises/catalogue.json")
    given = json.loads(answer.text)
    assert "CC0" in given["licence"]
    assert "Ask the physio." not in answer.text
    assert "Frag die Physio." not in answer.text
    for exercise in whole["exercises"]:
        del exercise["note"]
        exercise["translations"].get("de", {}).pop("note", None)
    assert given == whole
    same = client.get("/exercises/catalogue.json", headers={"If-None-Match": answer["ETag"]})
    assert same.status_code == 304
    with curating():
        write({"brace": not state_of(pull_up())["brace"]}, pull_up(), by=ines, at=NOW)
    anew = client.get("/exercises/catalogue.json", headers={"If-None-Match": answer["ETag"]})
    assert anew.status_code == 200
