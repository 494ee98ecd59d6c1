"""Made-up people: the same for the same seed, believable, and never on a real site by accident."""

from datetime import date

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db.models import Max, Min

from accounts.models import TrainerLink
from backgym.seeding.crowd import make_member
from backgym.seeding.demo import PASSWORD, make_demo
from backgym.seeding.lives import live
from backgym.seeding.people import make_person
from catalogue.models import Pattern
from progress.models import LoggedSet, Measurement, Session
from tests.factories import DayFactory, ExerciseFactory, PrescriptionFactory
from workouts.models import Prescription, Routine

LAST = date(2026, 11, 20)


@pytest.fixture
def people(catalogue):
    return get_user_model().objects


def rows_of(member, acting):
    with acting(member):
        return [
            list(model.objects.of(member).order_by("pk").values_list())
            for model in (Session, Measurement)
        ] + [list(LoggedSet.objects.of(member).order_by("pk").values_list("pk", "reps", "load"))]


def test_seeding_is_refused_where_debug_is_off(db):
    with pytest.raises(CommandError, match="--yes"):
        call_command("seed", members=1)
    assert not get_user_model().objects.exists()


@pytest.mark.parametrize("wrong", [{"members": -1}, {"members": 1, "months": 0}])
def test_impossible_sizes_are_refused_in_words(db, wrong):
    with pytest.raises(CommandError, match="Give --members"):
        call_command("seed", yes=True, **wrong)


def test_the_same_seed_again_is_refused_in_words(people):
    make_member(1, days=7, seed=4, last=LAST)
    with pytest.raises(CommandError, match="there already"):
        call_command("seed", members=1, months=1, seed=4, yes=True)


def test_the_same_seed_lives_the_same_life(people, acting):
    member = make_person("same@example.com", "Same", seed=1)
    prescription = _planned(member, acting)
    plans = [(date(2026, 9, 1), [(prescription.day, [prescription])])]
    first, again = live(member, plans, LAST, 7), live(member, plans, LAST, 7)
    assert first.sets
    assert first.sessions == again.sessions
    assert first.sets == again.sets
    assert first.measurements == again.measurements
    assert live(member, plans, LAST, 8).sets != first.sets


def test_a_member_of_the_crowd_trains_and_gets_stronger(people, acting):
    sets = make_member(3, days=180, seed=1, last=LAST)
    member = people.get()
    with acting(member):
        assert LoggedSet.objects.done().count() == sets > 300
        span = Session.objects.aggregate(Min("trained_on"), Max("trained_on"))
        loads = LoggedSet.objects.filter(load_kg__gt=20).order_by()
        spans = loads.values("exercise").annotate(least=Min("load_kg"), most=Max("load_kg"))
        assert any(row["most"] > row["least"] for row in spans)
    assert span["trained_on__max"] <= LAST


def test_every_fifth_member_types_pounds(people, acting):
    make_member(5, days=30, seed=1, last=LAST)
    with acting(people.get()):
        row = LoggedSet.objects.filter(load__gt=0).first()
        assert row.load_unit == "lb"
        assert abs(row.load * 45359237 / 100000000 - row.load_kg) < 1


def test_the_demo_people_are_as_promised(people, acting):
    make_demo(LAST, seed=1)
    trainer, member = (
        people.get(email="trainer@example.com"),
        people.get(email="member@example.com"),
    )
    assert TrainerLink.objects.live().filter(trainer=trainer).count() == 12
    assert authenticate(username="member@example.com", password=PASSWORD) == member
    assert people.get(email="curator@example.com").has_perm("catalogue.change_exercise")
    with acting(member):
        span = Session.objects.of(member).aggregate(Min("trained_on"), Max("trained_on"))
        assert (span["trained_on__max"] - span["trained_on__min"]).days > 500
        assert Routine.objects.of(member).count() == 2
        assert Measurement.objects.of(member).count() > 150
    with acting(trainer):
        assert Session.objects.visible_to(trainer).of(member).exists()


def test_demo_people_never_join_others(people, alex, capsys):
    call_command("seed", demo=True, yes=True)
    assert "There are people already" in capsys.readouterr().out
    assert people.count() == 1


def _planned(member, acting):
    exercise = ExerciseFactory(pattern=Pattern.objects.get(slug="horizontal-pull"))
    row = PrescriptionFactory(day=DayFactory(member=member, weekday=2), exercise=exercise)
    with acting(member):
        return Prescription.objects.select_related("day", "exercise__pattern").get(pk=row.pk)
