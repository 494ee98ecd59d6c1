"""Copies of routines: from a ready one, and to another member."""

import pytest
from django.db import DatabaseError, IntegrityError

from accounts.context import curating
from catalogue.models import Exercise, Limitation, Muscle
from tests.factories import (
    NOW,
    ExerciseFactory,
    LimitationFactory,
    MemberLimitationFactory,
    PrescriptionFactory,
    RoutineFactory,
    TrainerLinkFactory,
    UserFactory,
)
from tests.workouts.plans import days_of, draft_for, names, released_for
from workouts.copying import copy_routine, copy_template
from workouts.models import Routine, RoutineVersion, Template


@pytest.fixture
def wide_thick(catalogue):
    return Template.objects.get(slug="wide-thick-2x")


def test_a_ready_routine_becomes_the_members_own(alex, acting, wide_thick):
    with acting(alex):
        made = copy_template(wide_thick, alex, now=NOW)
    assert made.routine.member == alex
    assert made.routine.template == wide_thick
    assert made.routine.assigned_by is None
    assert made.routine.followed_since == NOW.date()
    assert (made.version.number, made.version.weeks, made.version.released_at) == (1, 10, NOW)
    days = days_of(made.version)
    assert [(day.name, day.weekday) for day, _ in days] == [("Width", 1), ("Thickness", 4)]
    assert [len(rows) for _, rows in days] == [7, 7]
    last = days[0][1][-1]
    assert (last.exercise.slug, last.sets, last.reps_low, last.superset) == (
        "triceps-pushdown", 3, 10, "A",
    )  # fmt: skip


def test_all_ready_routines_can_be_copied(alex, acting, catalogue):
    templates = list(Template.objects.all())
    assert len(templates) == 8
    with acting(alex):
        for template in templates:
            rows = [row for day in template.plan["days"] for row in day["prescriptions"]]
            made = copy_template(template, alex, now=NOW)
            assert sum(map(len, names(made.version))) == len(rows)


def test_every_row_of_a_copy_has_a_lineage_of_its_own(alex, acting, wide_thick):
    with acting(alex):
        copies = [copy_template(wide_thick, alex, now=NOW) for _ in range(2)]
    lineages = [r.lineage for copy in copies for _, rows in days_of(copy.version) for r in rows]
    assert len(set(lineages)) == len(lineages) == 28


def test_only_the_newest_copy_of_a_day_is_followed(alex, acting, wide_thick):
    with acting(alex):
        first = copy_template(wide_thick, alex, now=NOW).routine
        second = copy_template(wide_thick, alex, now=NOW).routine
        assert list(Routine.objects.filter(followed_since=NOW.date())) == [second]
        first.refresh_from_db()
    assert first.followed_since is None


def test_exercises_are_swapped_for_the_members_limits(alex, acting, wide_thick):
    MemberLimitationFactory(member=alex, limitation=limitation("lbp-acute"))
    with acting(alex):
        made = copy_template(wide_thick, alex, now=NOW)
    swaps = {old.slug: new.slug for old, new in made.swaps}
    assert swaps == wide_thick.plan["swaps"]["lbp-acute"]
    slugs = {row.exercise.slug for _, rows in days_of(made.version) for row in rows}
    assert slugs >= set(swaps.values())
    assert not slugs & swaps.keys()


def test_a_swap_that_another_limit_leaves_out_is_not_made(alex, acting, wide_thick):
    new = wide_thick.plan["swaps"]["lbp-acute"]["barbell-row"]
    other = LimitationFactory()
    with curating():
        Exercise.objects.get(slug=new).verdicts.create(limitation=other, verdict="avoid")
    for named in (limitation("lbp-acute"), other):
        MemberLimitationFactory(member=alex, limitation=named)
    with acting(alex):
        made = copy_template(wide_thick, alex, now=NOW)
    assert "barbell-row" not in {old.slug for old, _ in made.swaps}


def test_a_trainer_swaps_only_for_limits_they_may_know(alex, acting, wide_thick):
    MemberLimitationFactory(member=alex, limitation=limitation("lbp-acute"))
    for sees, swaps in [(True, 2), (False, 0)]:
        trainer = UserFactory(trainer=True)
        TrainerLinkFactory(trainer=trainer, client=alex, sees_recovery=sees)
        with acting(trainer):
            made = copy_template(wide_thick, alex, now=NOW, by=trainer)
        assert (made.routine.assigned_by, len(made.swaps)) == (trainer, swaps)


def test_a_trainers_routine_is_copied_to_the_client(alex, tara, acting):
    version = released_for(tara, days=2, rows=3)
    with acting(tara):
        made = copy_routine(version, alex, by=tara, now=NOW)
    assert (made.routine.member, made.routine.assigned_by) == (alex, tara)
    assert made.routine.copied_from == version.pk
    assert made.version.released_at == NOW
    assert names(made.version) == names(version)
    assert lineages(made.version) == lineages(version)
    with acting(alex):
        assert Routine.objects.owned_by(alex).get() == made.routine


def test_own_exercises_become_the_same_of_the_clients_own(alex, tara, acting):
    own = ExerciseFactory(member=tara, name="Tara’s row", slug="taras-row", default_reps_low=5)
    known = ExerciseFactory(member=tara, name="Known pull", slug="known-pull")
    clients = ExerciseFactory(member=alex, name="known PULL", slug="other")
    version = draft_for(tara, rows=0)
    day = days_of(version)[0][0]
    with acting(tara):
        own.credits.create(muscle=muscle(), role="primary")
    for position, exercise in enumerate([own, known, own], 1):
        PrescriptionFactory(day=day, position=position, exercise=exercise)
    with acting(tara):
        made = copy_routine(version, alex, by=tara, now=NOW)
    first, second, third = [row.exercise for _, rows in days_of(made.version) for row in rows]
    assert first == third
    assert second == clients
    assert (first.member, first.name, first.default_reps_low) == (alex, own.name, 5)
    with acting(alex):
        assert first.credits.get().role == "primary"
        assert Exercise.objects.owned_by(alex).count() == 2


def test_a_client_sees_a_trainers_own_exercise_where_it_is_used(alex, tara, acting, as_user):
    """As one of their own, with all that belongs to it; the trainer's stays the trainer's."""
    shared = ExerciseFactory(name="Easy row")
    own = ExerciseFactory(member=tara, name="Gate row", slug="gate-row", cues=["Pull the gate."])
    with acting(tara):
        own.aliases.create(name="Fence row")
        own.regressions.set([shared, ExerciseFactory(member=tara)])
        own.credits.create(muscle=muscle(), role="primary")
    version = draft_for(tara, rows=0)
    PrescriptionFactory(day=days_of(version)[0][0], exercise=own)
    browser = as_user(alex)
    assert browser.get(own.get_absolute_url()).status_code == 404
    with acting(tara):
        made = copy_routine(version, alex, by=tara, now=NOW)
    copy = days_of(made.version)[0][1][0].exercise
    page = browser.get(copy.get_absolute_url()).text
    for words in ["Gate row", "Pull the gate.", "Fence row", "Easy row", "Yours"]:
        assert words in page, words
    assert "Gate row" in browser.get("/exercises/", {"q": "fence"}).text
    with acting(alex):
        assert copy.regressions.get() == shared


def test_a_copied_exercises_address_is_free_among_the_clients_own(alex, tara, acting):
    own = ExerciseFactory(member=tara, name="Row", slug="row")
    ExerciseFactory(member=alex, name="Another row", slug="row")
    version = draft_for(tara, rows=0)
    PrescriptionFactory(day=days_of(version)[0][0], exercise=own)
    with acting(tara):
        made = copy_routine(version, alex, by=tara, now=NOW)
    assert [row.exercise.slug for _, rows in days_of(made.version) for row in rows] == ["row-2"]


@pytest.mark.parametrize("may_plan", [True, False])
def test_only_a_trainer_who_may_plan_writes_a_clients_plan(alex, acting, may_plan):
    trainer = UserFactory(trainer=True)
    TrainerLinkFactory(trainer=trainer, client=alex, may_plan=may_plan)
    version = released_for(trainer)
    if may_plan:
        with acting(trainer):
            assert copy_routine(version, alex, by=trainer, now=NOW).routine.member == alex
    else:
        with pytest.raises(DatabaseError, match="row-level security"), acting(trainer):
            copy_routine(version, alex, by=trainer, now=NOW)


def test_a_copy_that_fails_leaves_nothing(alex, tara, acting, monkeypatch):
    version = released_for(tara)
    monkeypatch.setattr("workouts.copying.follow", broken)
    with acting(tara):
        with pytest.raises(IntegrityError):
            copy_routine(version, alex, by=tara, now=NOW)
        assert not Routine.objects.filter(member=alex).exists()
        assert not RoutineVersion.objects.filter(member=alex).exists()


def test_a_routine_may_be_followed_from_a_later_day(alex, tara, acting):
    current = RoutineFactory(member=alex, followed_since=NOW.date())
    version = released_for(tara)
    later = NOW.date().replace(day=30)
    with acting(tara):
        made = copy_routine(version, alex, by=tara, now=NOW, followed_since=later)
        current.refresh_from_db()
    assert (made.routine.followed_since, current.followed_since) == (later, NOW.date())


def lineages(version):
    return [row.lineage for _, rows in days_of(version) for row in rows]


def limitation(slug):

    return Limitation.objects.get(slug=slug)


def muscle():

    return Muscle.objects.create(slug="lats", name="Lats", region="lats", volume_group="lats")


def broken(*args):
    raise IntegrityError
