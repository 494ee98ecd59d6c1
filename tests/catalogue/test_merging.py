"""Two exercises made one, and two again: for members, ladders, addresses and routines."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from accounts.context import curating, merging
from catalogue.merging import RefusedMerge, merge, unmerge, why_not
from catalogue.models import Exercise, ExerciseState, Merge, MergeMove
from catalogue.shelf import public_shelf
from catalogue.states import RefusedState, state_of, write
from catalogue.translating import translations_of
from progress.models import LoggedSet
from tests.factories import (
    NOW,
    ExerciseFactory,
    ExerciseMediaFactory,
    LoggedSetFactory,
    PrescriptionFactory,
    TranslationFactory,
)
from workouts.models import Prescription

LATER = NOW + timedelta(days=2)


@pytest.fixture
def pull_down(db):
    return ExerciseFactory(name="Lat pull down", slug="lat-pull-down")


@pytest.fixture
def pulldown(db):
    return ExerciseFactory(name="Lat pulldown", slug="lat-pulldown")


@pytest.fixture
def merged(pull_down, pulldown, ines):
    def deed():
        with curating():
            return merge(pull_down, pulldown, by=ines, at=NOW)

    return deed


def undo(made, by, at=LATER):
    with curating():
        unmerge(made, by=by, at=at)


def exercises_of(member, acting, model=LoggedSet):
    with acting(member):
        return [row.exercise.slug for row in model.objects.order_by("pk")]


def test_sets_and_routines_of_everybody_move(merged, pull_down, pulldown, alex, sam, acting):
    for member in (alex, sam):
        LoggedSetFactory(member=member, exercise=pull_down)
        PrescriptionFactory(member=member, exercise=pull_down)
    LoggedSetFactory(member=alex, exercise=ExerciseFactory(slug="other"))
    made = merged()
    assert exercises_of(alex, acting) == ["lat-pulldown", "other"]
    for member in (alex, sam):
        assert exercises_of(member, acting, Prescription) == ["lat-pulldown"]
    assert made.counted == {"routines": 2, "sets": 2, "members": 2}


def test_a_released_version_follows(merged, pull_down, alex, acting):
    row = PrescriptionFactory(member=alex, exercise=pull_down)
    with acting(alex):
        row.day.version.released_at = NOW
        row.day.version.save()
    merged()
    assert exercises_of(alex, acting, Prescription) == ["lat-pulldown"]
    with pytest.raises(DatabaseError, match="never changes"), acting(alex):
        Prescription.objects.update(sets=9)


def test_undoing_gives_back_those_rows_alone(merged, pull_down, pulldown, alex, ines, acting):
    first = LoggedSetFactory(member=alex, exercise=pulldown)
    LoggedSetFactory(session=first.session, exercise=pull_down, number=2)
    made = merged()
    LoggedSetFactory(session=first.session, exercise=pulldown, number=3)
    undo(made, ines)
    assert exercises_of(alex, acting) == ["lat-pulldown", "lat-pull-down", "lat-pulldown"]
    pull_down.refresh_from_db()
    assert (pull_down.retired_at, pull_down.merged_into) == (None, None)
    made.refresh_from_db()
    assert (made.undone_at, made.undone_by) == (LATER, ines)


def test_a_row_that_names_the_old_exercise_is_the_survivors(merged, pull_down, alex, acting):
    merged()
    LoggedSetFactory(member=alex, exercise=pull_down)
    PrescriptionFactory(member=alex, exercise=pull_down)
    assert exercises_of(alex, acting) == ["lat-pulldown"]
    assert exercises_of(alex, acting, Prescription) == ["lat-pulldown"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("load_type", "assisted", "weight and body weight, less the assistance"),
        ("laterality", "unilateral", "both sides together and one side at a time"),
        ("metric", "seconds", "repetitions and seconds"),
        ("load_entry", "per_hand", "the whole load and each hand"),
    ],
)
def test_what_would_change_its_meaning_stays_two(
    field, value, words, merged, pulldown, pull_down, alex, acting
):
    LoggedSetFactory(member=alex, exercise=pull_down)
    with curating():
        Exercise.objects.filter(pk=pulldown.pk).update(**{field: value})
    with pytest.raises(RefusedMerge, match=f"change its meaning: .*{words}"):
        merged()
    assert exercises_of(alex, acting) == ["lat-pull-down"]
    assert not Merge.objects.exists()


def test_an_exercise_is_not_merged_with_itself(pulldown, alex):
    assert why_not(pulldown, pulldown) == ["An exercise cannot be merged with itself."]
    own = ExerciseFactory(member=alex)
    assert why_not(own, pulldown) == ["A member’s own exercise is never merged."]


def test_nothing_is_merged_into_what_is_retired_or_merged(merged, pull_down, pulldown, ines):
    third = ExerciseFactory(name="Third")
    merged()
    with curating(), pytest.raises(RefusedMerge, match="was merged into Lat pulldown already"):
        merge(third, pull_down, by=ines, at=NOW)
    with curating(), pytest.raises(RefusedMerge, match="was merged into Lat pulldown already"):
        merge(pull_down, third, by=ines, at=NOW)
    with curating():
        Exercise.objects.filter(pk=third.pk).update(retired_at=NOW)
    with curating(), pytest.raises(RefusedMerge, match="Third is retired"):
        merge(pulldown, third, by=ines, at=NOW)


def test_a_chain_ends_at_the_last_and_is_undone_in_order(
    merged, pull_down, pulldown, ines, alex, acting
):
    last = ExerciseFactory(slug="last", name="Last")
    LoggedSetFactory(member=alex, exercise=pull_down)
    first = merged()
    with curating():
        second = merge(pulldown, last, by=ines, at=NOW)
    pull_down.refresh_from_db()
    assert pull_down.merged_into == last
    assert exercises_of(alex, acting) == ["last"]
    with pytest.raises(RefusedMerge, match="merged into Last since"):
        undo(first, ines)
    undo(second, ines)
    pull_down.refresh_from_db()
    assert pull_down.merged_into == pulldown
    assert exercises_of(alex, acting) == ["lat-pulldown"]
    undo(first, ines)
    assert exercises_of(alex, acting) == ["lat-pull-down"]


def test_after_thirty_days_it_stays(merged, ines):
    made = merged()
    with pytest.raises(RefusedMerge, match="30 days"):
        undo(made, ines, at=NOW + timedelta(days=30, seconds=1))
    undo(made, ines, at=NOW + timedelta(days=30))
    with pytest.raises(RefusedMerge, match="undone already"):
        undo(made, ines)


def test_names_and_ids_are_kept(merged, pull_down, pulldown, ines):
    with curating():
        write({"aliases": ["Pull down", "LAT PULLDOWN"], "free_exercise_db": {"exact": ["a"]}},
              pull_down, by=ines, at=NOW)  # fmt: skip
        write({"aliases": ["pull DOWN"], "free_exercise_db": {"exact": ["a"], "family": ["b"]}},
              pulldown, by=ines, at=NOW)  # fmt: skip
    before = state_of(pulldown)
    made = merged()
    after = state_of(pulldown)
    assert sorted(after["aliases"]) == ["Lat pull down", "pull DOWN"]
    assert after["free_exercise_db"] == {"exact": ["a"], "family": ["b"]}
    assert public_shelf().ranked("lat pull down") == [pulldown.pk]
    undo(made, ines)
    assert state_of(pulldown) == before


def test_each_keeps_its_translations(merged, pull_down, pulldown, ines):
    TranslationFactory(exercise=pull_down, name="Latziehen")
    TranslationFactory(exercise=pulldown, name="Latzug", setup="Setz dich.")
    found = [translations_of(one) for one in (pull_down, pulldown)]
    made = merged()
    assert [translations_of(one) for one in (pull_down, pulldown)] == found
    with curating():
        unmerge(made, by=ines, at=LATER)
    assert [translations_of(one) for one in (pull_down, pulldown)] == found


def test_ladders_name_the_survivor(merged, pull_down, pulldown, ines):
    easy = ExerciseFactory(slug="easy", name="Easy")
    hard = ExerciseFactory(slug="hard", name="Hard", difficulty=5)
    with curating():
        write({"difficulty": 3, "regressions": ["easy"]}, pull_down, by=ines, at=NOW)
        write({"difficulty": 3, "progressions": ["lat-pull-down"]}, pulldown, by=ines, at=NOW)
        write({"progressions": ["lat-pull-down"]}, easy, by=ines, at=NOW)
        write({"regressions": ["lat-pull-down", "lat-pulldown"]}, hard, by=ines, at=NOW)
    before = [state_of(one) for one in (easy, hard, pulldown, pull_down)]
    made = merged()
    assert state_of(easy)["progressions"] == ["lat-pulldown"]
    assert state_of(hard)["regressions"] == ["lat-pulldown"]
    assert state_of(pulldown)["progressions"] == []
    undo(made, ines)
    assert [state_of(one) for one in (easy, hard, pulldown, pull_down)] == before


def test_a_step_that_would_lead_the_wrong_way_goes(merged, pull_down, pulldown, ines):
    easy = ExerciseFactory(slug="easy", name="Easy", difficulty=2)
    with curating():
        write({"difficulty": 3}, pull_down, by=ines, at=NOW)
        write({"progressions": ["lat-pull-down"]}, easy, by=ines, at=NOW)
    made = merged()
    assert state_of(easy)["progressions"] == []
    undo(made, ines)
    assert state_of(easy)["progressions"] == ["lat-pull-down"]


def test_pictures_of_both_are_the_survivors(merged, pull_down, pulldown, ines):
    for exercise in (pull_down, pulldown):
        ExerciseMediaFactory(exercise=exercise)
    made = merged()
    assert pulldown.media.count() == 2
    undo(made, ines)
    assert [exercise.media.count() for exercise in (pull_down, pulldown)] == [1, 1]


def test_both_keep_their_history(merged, pull_down, pulldown, ines):
    made = merged()
    reasons = {row.exercise_id: (row.reason, row.by) for row in ExerciseState.objects.all()}
    assert reasons[pull_down.pk] == ("Merged into Lat pulldown", ines)
    assert reasons[pulldown.pk] == ("Lat pull down was merged into Lat pulldown", ines)
    undo(made, ines)
    assert state_of(pull_down) == pull_down.states.first().state


def test_a_merged_exercise_is_changed_no_more(merged, pull_down, ines):
    merged()
    with curating(), pytest.raises(RefusedState, match="one with Lat pulldown now"):
        write({"retired": False}, pull_down, by=ines, at=NOW)


def test_too_many_names_are_refused_in_words(merged, pull_down, pulldown, ines):
    with curating():
        write({"aliases": [f"Name {n}" for n in range(30)]}, pulldown, by=ines, at=NOW)
    with pytest.raises(RefusedMerge, match="At most 30"):
        merged()
    assert not Merge.objects.exists()


def test_the_library_finds_the_survivor_by_the_old_name(merged, pulldown, alex):
    merged()
    found = public_shelf().ranked("lat pull down")
    assert found == [pulldown.pk]


# ---------------------------------------------------------------- the second wall


def test_a_merge_gives_the_exercise_and_changes_nothing_else(
    pull_down, pulldown, alex, ines, acting
):
    LoggedSetFactory(member=alex, exercise=pull_down)
    PrescriptionFactory(member=alex, exercise=pull_down)
    for model, change in [(LoggedSet, {"reps": 1}), (Prescription, {"sets": 1})]:
        for more in ({}, {"exercise": pulldown}):
            with (
                pytest.raises(DatabaseError, match="changes the exercise alone"),
                acting(ines),
                merging([pull_down.pk, pulldown.pk]),
            ):
                model.objects.update(**change, **more)


def test_a_merge_gives_to_the_named_exercises_alone(pull_down, pulldown, alex, ines, acting):
    other = LoggedSetFactory(member=alex)
    LoggedSetFactory(member=alex, exercise=pull_down)
    with acting(ines), merging([pull_down.pk, pulldown.pk]):
        assert not LoggedSet.objects.filter(pk=other.pk).update(exercise=pulldown)
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        acting(ines),
        merging([pull_down.pk, pulldown.pk]),
    ):
        LoggedSet.objects.update(exercise=other.exercise)
    with acting(ines):
        assert not LoggedSet.objects.update(exercise=pulldown)


def test_who_does_not_curate_merges_nothing(pull_down, pulldown, alex, acting):
    with acting(alex), pytest.raises(PermissionError):
        merge(pull_down, pulldown, by=alex, at=NOW)
    with acting(alex), pytest.raises(PermissionError), merging([pull_down.pk]):
        pass


def test_what_moved_is_for_curators_alone(merged, pull_down, alex, acting):
    LoggedSetFactory(member=alex, exercise=pull_down)
    merged()
    with curating():
        assert MergeMove.objects.get().table == "progress.LoggedSet"
    with acting(alex):
        assert not MergeMove.objects.exists()
        assert not Merge.objects.update(undone_at=NOW)
