"""Finding exercises by what a plan as text calls them."""

import pytest

from accounts.languages import reading_in
from catalogue.shelf import shelves_for
from tests.factories import ExerciseFactory
from tests.workouts.plans import days_of, draft_for
from workouts.text import Finder, read_line
from workouts.text.finding import Unknown
from workouts.text.writing import called


@pytest.fixture
def finder(catalogue, alex, acting):
    with acting(alex):
        yield Finder(shelves_for(alex, alex))


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_exercise_is_found_by_its_name_in_a_line(catalogue, alex, acting, language):
    with acting(alex), reading_in(language):
        finder = Finder(shelves_for(alex, alex))
        entries = finder.shelves[0].entries
        for entry in entries:
            found, _ = read_line(f"{called(entry.title)} 3x8 rest 60", finder)
            assert isinstance(found, dict), found
            assert found["exercise"] == entry.pk
    assert len(entries) > 100


@pytest.mark.parametrize(
    "name",
    ["seal row", "SEAL ROWS", "seal-row", " seal  row ", "Barbell row", "Conventional deadlift"],
)
def test_names_are_found_as_people_write_them(finder, name):
    assert finder.find(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deadlfit", "“deadlfit”: did you mean Conventional deadlift"),
        ("raise", "“raise” may be several exercises: "),
        ("qqqq", "“qqqq” is not known. Look for it in the library"),
        ("qqqq #17000000", "is not known"),
        ("w" * 300, f"“{'w' * 40}…” is not known"),
    ],
)
def test_who_is_not_known_is_told_who_may_be_meant(finder, name, words):
    with pytest.raises(Unknown) as why:
        finder.find(name)
    assert words in str(why.value)


def test_suggestions_end_after_some_unknown_names(finder):
    for number in range(40):
        with pytest.raises(Unknown):
            finder.find(f"nothing like it {number} qq")
    with pytest.raises(Unknown, match="“deadlfit” is not known"):
        finder.find("deadlfit")


def test_two_exercises_of_one_name_are_told_apart(alex, acting):
    draft = draft_for(alex, rows=1)
    own = ExerciseFactory(name="Lift 11", member=alex)
    with acting(alex):
        public = days_of(draft)[0][1][0]
        mine = type(public)(exercise=own)
        finder = Finder(shelves_for(alex, alex), [public, mine])
        assert finder.names[own.pk] == f"Lift 11 #{own.pk}"
        assert [finder.find(finder.names[pk]) for pk in (public.exercise_id, own.pk)] == [
            public.exercise_id,
            own.pk,
        ]
