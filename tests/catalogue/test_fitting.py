"""What fits whom: verdicts on limitations, mild and strong, and equipment."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.context import curating
from catalogue.fitting import (
    NOTHING_SAID,
    Circumstances,
    circumstances_of,
    effect_of,
    fit,
    state_equipment,
    state_limits,
)
from catalogue.library import Library, Wanted
from catalogue.models import Exercise, ExerciseLimitation, Limitation, MemberLimitation
from tests.factories import (
    EquipmentFactory,
    ExerciseFactory,
    LimitationFactory,
    MemberLimitationFactory,
)


@pytest.fixture
def back(db):
    return LimitationFactory(name="Back")


@pytest.fixture
def exercises(back):
    """An exercise for each verdict on `back`."""
    rows = {verdict: ExerciseFactory() for verdict in ["avoid", "caution", ""]}
    for verdict in ["avoid", "caution"]:
        with curating():
            ExerciseLimitation.objects.create(
                exercise=rows[verdict], limitation=back, verdict=verdict
            )
    return rows


def verdict_of(exercise, said):
    library = Library(AnonymousUser(), said)
    row = library.row(library.entry(exercise.pk))
    reasons = fit(said, rows_of(exercise), row.lacking)
    assert row.verdict == reasons.verdict, "the shelf and the domain disagree"
    return row.verdict


def rows_of(exercise):
    """Its verdicts as its page has them."""
    return Exercise.objects.called(exercise.slug).get().verdict_rows


def fitting(said):
    """Names of what fits."""
    wanted = Wanted(flags=frozenset(["fits_limits", "fits_equipment"]))
    return [entry.name for entry in Library(AnonymousUser(), said).find(wanted).entries()]


@pytest.mark.parametrize(
    ("severity", "listed", "means"),
    [
        ("mild", "avoid", "avoid"),
        ("mild", "caution", "caution"),
        ("mild", "", ""),
        ("strong", "avoid", "avoid"),
        ("strong", "caution", "avoid"),
        ("strong", "", ""),
    ],
)
def test_strong_turns_take_care_into_leave_out(exercises, back, severity, listed, means):
    said = Circumstances(**{severity: frozenset([back.pk])})
    assert verdict_of(exercises[listed], said) == means


def test_of_several_limitations_the_worst_verdict_counts(exercises, back):
    shoulder = LimitationFactory(name="Shoulder")
    for exercise, verdict in [(exercises["caution"], "avoid"), (exercises["avoid"], "caution")]:
        with curating():
            ExerciseLimitation.objects.create(
                exercise=exercise, limitation=shoulder, verdict=verdict
            )
    said = Circumstances(mild=frozenset([back.pk, shoulder.pk]))
    assert verdict_of(exercises["caution"], said) == "avoid"
    assert verdict_of(exercises["avoid"], said) == "avoid"


def test_somebody_elses_limitation_means_nothing(exercises):
    said = Circumstances(strong=frozenset([LimitationFactory().pk]))
    assert [verdict_of(exercise, said) for exercise in exercises.values()] == ["", "", ""]


def test_the_reasons_name_the_limitations(exercises, back):
    verdicts = rows_of(exercises["caution"])
    assert fit(Circumstances(mild=frozenset([back.pk])), verdicts).caution == ["Back"]
    assert fit(Circumstances(strong=frozenset([back.pk])), verdicts).avoid == ["Back"]


def test_equipment_counts_only_once_it_is_stated(db):
    bar, plate = EquipmentFactory(name="Bar"), EquipmentFactory(name="Plate")
    both, _ = ExerciseFactory(name="Both"), ExerciseFactory(name="None")
    with curating():
        both.equipment.set([bar, plate])
    assert fitting(NOTHING_SAID) == ["Both", "None"]
    assert fitting(Circumstances(equipment=frozenset())) == ["None"]
    assert fitting(Circumstances(equipment=frozenset([bar.pk]))) == ["None"]
    assert fitting(Circumstances(equipment=frozenset([bar.pk, plate.pk]))) == ["Both", "None"]
    library = Library(AnonymousUser(), Circumstances(equipment=frozenset([bar.pk])))
    assert library.row(library.entry(both.pk)).lacking == ["Plate"]


def test_the_tally_counts_each_exercise_once(exercises, back):
    with curating():
        exercises["avoid"].equipment.add(EquipmentFactory())
    with curating():
        exercises[""].equipment.add(EquipmentFactory())
    said = Circumstances(mild=frozenset([back.pk]), equipment=frozenset())
    assert effect_of(said) == {"total": 3, "avoid": 1, "lacking": 1, "fitting": 1}


def test_the_shipped_catalogue_has_its_counted_verdicts(catalogue):
    counted = {
        slug: (effect_of(Circumstances(mild=frozenset([pk])))["avoid"], _minded(pk))
        for slug, pk in Limitation.objects.values_list("slug", "pk")
    }
    assert counted["lbp-acute"] == (37, 21)
    assert counted["shoulder-impingement"] == (13, 47)
    assert counted["pregnancy-2-3"] == (26, 33)
    assert counted["vertigo"] == (0, 5)


def _minded(limitation):
    return ExerciseLimitation.objects.filter(limitation=limitation, verdict="caution").count()


def test_statements_are_kept_changed_and_taken_back(alex, back, acting):
    bar = EquipmentFactory()
    shoulder = LimitationFactory()
    with acting(alex):
        assert circumstances_of(alex) == NOTHING_SAID
        state_limits(alex, {back.pk: "mild", shoulder.pk: "strong"})
        state_equipment(alex, [bar])
        assert circumstances_of(alex) == Circumstances(
            frozenset([back.pk]), frozenset([shoulder.pk]), frozenset([bar.pk])
        )
        state_limits(alex, {back.pk: "strong"})
        state_equipment(alex, [])
        assert circumstances_of(alex) == Circumstances(
            strong=frozenset([back.pk]), equipment=frozenset()
        )
        state_equipment(alex, None)
        assert circumstances_of(alex).equipment is None


def test_reading_the_circumstances_takes_one_query(alex, acting, django_assert_num_queries):
    for _ in range(12):
        MemberLimitationFactory(member=alex)
    with acting(alex), django_assert_num_queries(1):
        assert len(circumstances_of(alex).mild) == 12


def test_a_trainer_knows_the_limits_they_may_see(alex, tara, sam, acting):
    MemberLimitationFactory(member=alex)
    for reader, knows in [(tara, True), (sam, False)]:
        with acting(reader):
            assert circumstances_of(alex, reader).has_limits == knows
    with acting(tara):
        assert not circumstances_of(tara).has_limits
    with acting(alex):
        assert MemberLimitation.objects.owned_by(alex).count() == 1
