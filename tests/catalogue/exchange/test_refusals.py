"""Files that may not be taken in: each slip with its place, and nothing half-done."""

import json
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.exchange.model import MOST_BYTES, FileRefused
from catalogue.exchange.planning import plan
from catalogue.exchange.reading import read
from catalogue.states import FIELDS

DEEP = b'[{"slug": "a", "links": ' + b"[" * 3000 + b"]" * 3000 + b"}]"
TOO_DEEP = b"[" * 200_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (b" \n ", "The file is empty."),
        (b'{"exercises": [\n {"slug": "a",}\n]}', "Line 2. This is not JSON: Illegal trailing"),
        (b'{"exercises": [\n {"slug": "a"}\n', "Line 3. This is not JSON: expecting “]”, column 1"),
        (b'{"exercises": []} 7', "Line 1. This is not JSON: expecting nothing more, column 19"),
        (b"[]", "There are no exercises in this file."),
        (b'{"exercises": {"slug": "a"}}', "Line 1. This is not JSON: expecting “[”"),
        (b"slug,name\n\xff\xfe,x", "Line 2. This is not UTF-8 text."),
        ("slug,name\npull-up,Zug".encode("utf-16"), "Line 1. This is not UTF-8 text."),
        (b"slug,name\npull\0up,x", "Line 2. There is a letter that no text holds"),
        (TOO_DEEP, "Lists within lists go too deep."),
        (b"name,cues\nPull-up,x", "name no column “slug”"),
        (b"slug,wings\npull-up,2", "Row 1. There is no column “wings”."),
        (b"slug,name,name\npull-up,2,3", "Row 1. “name” is twice."),
        (b"slug,name\n", "headings but no rows"),
        (b'slug,name\npull-up,"never closed', "Row 2. A quotation mark is never closed."),
        (b"slug,name\npull-up," + b"x" * 100_001, "Row 2. A cell is longer than 100,000"),
    ],
    ids=count(1),  # the data are far too long for a name
)
def test_what_is_no_such_file_is_refused_with_its_place(data, words):
    with pytest.raises(FileRefused) as refused:
        read(data, "file")
    assert words in str(refused.value)


def test_a_file_over_ten_megabytes_is_refused_unread():
    with pytest.raises(FileRefused, match="larger than 10 MB"):
        read(b"{" * (MOST_BYTES + 1), "large.json")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'[{"slug": "a", "slug": "b"}]', "“slug” is there twice"),
        (b'[{"slug": "a", "increment_kg": NaN}]', "NaN is not a number"),
        (b'[{"slug": "a", "increment_kg": -Infinity}]', "-Infinity is not a number"),
        (b'[{"slug": "a", "difficulty": ' + b"9" * 5000 + b"}]", "too large or too long"),
        (b'[{"slug": "a", "increment_kg": 1e400}]', "too large or too long"),
        (b'[{"slug": "a", "name": "\\ud800"}]', "cannot be shown"),
        (b'[{"slug": "a", "free_exercise_db": {"exact": ["\\u0000"]}}]', "cannot be shown"),
        (b'[7, "x"]', "An exercise is an object"),
        (DEEP, "too deep"),
        (b'{"exercises": [], "wings": [{}]}', "“wings” is not a part of such a file"),
        (b'{"exercises": [], "exercises": []}', "“exercises” is there twice"),
        (b"slug,name\npull-up,x,y", "This row has 3 of 2 columns"),
        (b"slug,difficulty\npull-up,hard", "“hard” is not a number"),
        (b"slug,difficulty\npull-up,1e9", "“1e9” is not a number"),
        (b"slug,brace\npull-up,perhaps", "true or false"),
        (b"slug,limitations\npull-up,lbp-acute", "Each limitation has a verdict"),
        (b"slug,links\npull-up,{[", "This is not JSON"),
    ],
    ids=count(1),
)
def test_an_entry_that_cannot_be_read_is_named_with_its_place(data, words):
    problem = read(data, "file").problems[0]
    assert words in problem.words
    assert problem.place.startswith(("Line ", "Row "))


SLIPS = [
    ({"slug": "pull-up", "primary": ["wings"]}, "primary", "There is no muscle “wings”."),
    ({"slug": "pull-up", "primary": {"latissimus-dorsi": 7}}, "primary", "This is a list."),
    ({"slug": "pull-up", "credit": 7}, "credit", "An exercise has no such field."),
    ({"slug": "pull-up", "difficulty": 1, "level": "expert"}, "level", "follows from"),
    ({"slug": "pull-up", "name": "Chin-up"}, "name", "“chin-up” has this name already."),
    ({"slug": "pull-up", "name": "Pull\u202e-up"}, "name", "direction of writing"),
    ({"slug": "pull-up", "spine_load": "high"}, "limitations", "For a high spine load"),
    ({"slug": "pull-up", "progressions": ["nowhere"]}, "progressions", "no exercise “nowhere”"),
    ({"slug": "pull-up", "translations": {"tlh": {}, "de": 7}}, "translations", "by field"),
    ({"slug": "new"}, "name", "This is needed."),
    ({"name": "No address"}, "slug", "This is needed"),
    ({"slug": 7}, "slug", "This is needed"),
    ({"slug": "Not One", "name": "x"}, "slug", "small letters"),
]


@pytest.mark.parametrize(("fields", "field", "words"), SLIPS)
def test_a_slip_is_named_with_its_line_and_field(curated, as_json, fields, field, words):
    problem = plan(read(as_json({"slug": "chin-up"}, fields), "x.json")).problems[0]
    assert problem.place == "Line 6"
    assert problem.field == field
    assert words in problem.words


def test_one_address_twice_is_a_slip_of_the_second(curated):
    data = b"slug,name\npull-up,A\nchin-up,B\npull-up,C\n"
    (problem,) = plan(read(data, "x.csv")).problems
    assert str(problem) == "Row 4. slug: “pull-up” is there twice."


def test_a_circle_among_new_exercises_is_refused(curated, as_json):
    steps = [("a", "b"), ("b", "c"), ("c", "a")]
    rows = [{"slug": one, "name": one, "progressions": [other]} for one, other in steps]
    (problem,) = plan(read(as_json(*rows), "x.json")).problems
    assert problem.words == "This ladder would run in a circle: a → b → c → a."


def test_a_circle_through_what_the_file_leaves_alone_is_refused(curated, as_json):
    one = {"slug": "a", "name": "A", "difficulty": 3}
    rows = [one | {"regressions": ["pull-up"], "progressions": ["pull-up"]}]
    (problem,) = plan(read(as_json(*rows), "x.json")).problems
    assert "circle" in problem.words


def test_words_of_the_vocabulary_are_checked_too(curated, as_json):
    muscles = [
        {"slug": "pinky", "name": "Pinky", "region": "moon"},
        {"slug": "ring", "name": "x" * 121},
        {"slug": "ring", "name": "Ring", "wings": 2},
        {"slug": "thumb", "name": 7},
    ]
    found = plan(read(as_json(muscles=muscles), "x.json")).problems
    assert [problem.field for problem in found] == ["region", "name", "slug", "name"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("Finger", "a name for each language"),
        ({"tlh": {"name": "x", "of": "y"}}, "no translation into “tlh”"),
        ({"de": "Finger"}, "For each language there is a “name”"),
        ({"de": {"name": "Finger"}}, "For each language there is a “name”"),
        ({"de": {"name": 7, "of": "y"}}, "This is text."),
        ({"de": {"name": "x" * 121, "of": "y"}}, "At most 120 letters: this has 121."),
    ],
)
def test_names_in_other_languages_are_checked(curated, as_json, names, words):
    muscles = [{"slug": "pinky", "name": "Pinky", "names": names}]
    (problem,) = plan(read(as_json(muscles=muscles), "x.json")).problems
    assert (problem.field, problem.about) == ("names", "pinky")
    assert words in problem.words


def test_what_has_a_slip_has_no_plan_to_carry_out(curated, as_json):
    data = as_json({"slug": "chin-up", "name": "Chinning"}, {"slug": "pull-up", "brace": 7})
    found = plan(read(data, "x.json"))
    assert not found.may_be_carried_out


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*FIELDS, "level", "odd"]), JSON, max_size=4))
def test_whatever_an_entry_holds_is_read_or_answered(fields):
    file = read(json.dumps([fields]).encode(), "x.json")
    assert len(file.exercises) + bool(file.problems) == 1


@given(st.binary(max_size=60))
def test_whatever_bytes_come_are_read_or_answered(data):
    with suppress(FileRefused):
        file = read(data, "x")
        assert file.exercises or file.problems
