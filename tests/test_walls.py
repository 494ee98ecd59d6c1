"""The two walls round a member's rows: each alone keeps strangers out."""

import re
import uuid
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from accounts.context import SETTINGS, curating, reading_link
from accounts.models import TrainerLink
from accounts.scopes import Owned, OwnedQuerySet
from backgym.checks import role_obeys_policies, unwalled_tables
from catalogue.models import (
    Exercise,
    ExerciseAlias,
    ExerciseMark,
    ExerciseMedia,
    ExerciseNote,
    Proposal,
)
from catalogue.usage import member_tables
from progress.models import LoggedSet, Session
from tests import factories
from tests.factories import NOW
from workouts.models import Day, Prescription, Routine, RoutineLink, RoutineVersion
from workouts.sharing import digest

MEMBER_ROWS = [model for model in apps.get_models() if issubclass(model, Owned)]
PRIVATE = [model for model in MEMBER_ROWS if model.objects.all().kind == "actor"]
SHARED = [model for model in MEMBER_ROWS if model not in PRIVATE]


def make(model, member):
    return getattr(factories, f"{model.__name__.removeprefix('Routine')}Factory" if model.__name__
                   == "RoutineVersion" else f"{model.__name__}Factory")(member=member)  # fmt: skip


def test_the_application_role_obeys_policies(db):
    assert not list(role_obeys_policies(databases=["default"]))


def test_every_member_table_has_its_wall(db):
    assert not list(unwalled_tables(connection))


def test_a_table_without_a_wall_is_named(db):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE progress_session NO FORCE ROW LEVEL SECURITY")
        cursor.execute("DROP POLICY removing ON progress_loggedset")
        cursor.execute("CREATE TABLE unwalled (id uuid, member_id uuid NOT NULL)")
    named = dict(unwalled_tables(connection))
    assert {"progress_session", "progress_loggedset", "unwalled"} <= named.keys()


@pytest.mark.parametrize("model", MEMBER_ROWS)
def test_without_a_context_reading_is_an_error(model, db):
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.first()


@pytest.mark.parametrize("model", MEMBER_ROWS)
def test_policies_alone_hide_a_members_rows(model, alex, sam, acting):
    row = make(model, alex)
    with acting(alex):
        assert model.objects.filter(pk=row.pk).exists()
    with acting(sam):
        assert not model.objects.filter(pk=row.pk).exists()
        assert not model.objects.filter(pk=row.pk).update(member=sam)
        model.objects.filter(pk=row.pk).delete()
    with acting(alex):
        assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", MEMBER_ROWS)
def test_policies_alone_refuse_rows_in_anothers_name(model, alex, sam, acting):
    row = make(model, alex)
    row.pk, row._state.adding = uuid.uuid4(), True
    with pytest.raises(DatabaseError, match="row-level security|never changes"), acting(sam):
        row.save(force_insert=True)


@pytest.mark.parametrize("model", MEMBER_ROWS)
def test_scopes_alone_hide_a_members_rows(model, alex, sam, acting, no_policies):
    row = make(model, alex)
    with acting(sam):
        assert model.objects.filter(pk=row.pk).exists(), "the policies are still there"
        assert not model.objects.visible_to(sam).filter(pk=row.pk).exists()
        assert not model.objects.owned_by(sam).filter(pk=row.pk).exists()
        assert model.objects.visible_to(alex).filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", SHARED)
def test_a_trainer_sees_what_the_client_lets_them_see(model, alex, acting):
    kind = model.objects.all().kind
    trainer = factories.UserFactory(trainer=True)
    hidden = {f"sees_{other}": other != kind for other in ("training", "measurements", "recovery")}
    link = factories.TrainerLinkFactory(trainer=trainer, client=alex, **hidden, may_plan=False)
    row = make(model, alex)
    with acting(trainer):
        assert not model.objects.filter(pk=row.pk).exists()
        assert not model.objects.visible_to(trainer).filter(pk=row.pk).exists()
    type(link).objects.update(**{f"sees_{kind}": True})
    with acting(trainer):
        assert model.objects.visible_to(trainer).filter(pk=row.pk).exists()
        assert not model.objects.owned_by(trainer).filter(pk=row.pk).exists()
    type(link).objects.update(ended_at=factories.NOW)
    with acting(trainer):
        assert not model.objects.filter(pk=row.pk).exists()
        assert not model.objects.visible_to(trainer).filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", PRIVATE)
@pytest.mark.parametrize("wall", ["both", "scopes"])
def test_what_is_private_is_shown_to_no_trainer(model, wall, alex, tara, acting, request):
    row = make(model, alex)
    if wall == "scopes":
        request.getfixturevalue("no_policies")
    with acting(tara):
        assert model.objects.filter(pk=row.pk).exists() == (wall == "scopes")
        assert not model.objects.visible_to(tara).filter(pk=row.pk).exists()
        assert not model.objects.visible_to(tara, alex).exists()
    with acting(alex):
        assert model.objects.visible_to(alex, alex).get() == row


@pytest.mark.parametrize("model", [ExerciseMark, ExerciseNote])
def test_a_mark_never_names_anothers_exercise(model, alex, tara, acting):
    exercise, row = factories.ExerciseFactory(member=alex), make(model, tara)
    with pytest.raises(IntegrityError, match="not an exercise of this member"), acting(tara):
        row.exercise = exercise
        row.save()


def test_a_set_never_hangs_on_anothers_session(alex, sam, acting):
    session = factories.SessionFactory(member=alex)
    with pytest.raises(IntegrityError), acting(sam):
        LoggedSet.objects.create(
            member=sam, session=session, trained_on=session.trained_on, slot=1, number=1,
            exercise=factories.ExerciseFactory(),
        )  # fmt: skip
        check_references_now()


def test_a_prescription_never_hangs_on_anothers_day(alex, sam, acting):
    day = factories.DayFactory(member=alex)
    with pytest.raises(IntegrityError), acting(sam):
        Prescription.objects.create(
            member=sam, day=day, position=1, exercise=factories.ExerciseFactory()
        )
        check_references_now()


def test_a_set_never_names_anothers_exercise(alex, sam, acting):
    exercise = factories.ExerciseFactory(member=alex)
    session = factories.SessionFactory(member=sam)
    with pytest.raises(IntegrityError, match="not an exercise of this member"), acting(sam):
        LoggedSet.objects.create(
            member=sam, session=session, trained_on=session.trained_on, slot=1, number=1,
            exercise=exercise,
        )  # fmt: skip


def test_a_sets_date_follows_its_sessions(alex, acting):
    row = factories.LoggedSetFactory(member=alex)
    with acting(alex):
        Session.objects.update(trained_on="2026-01-02")
        check_references_now()
        row.refresh_from_db()
    assert str(row.trained_on) == "2026-01-02"


def test_own_exercises_are_the_members_and_their_trainers(alex, sam, tara, acting):
    exercise = factories.ExerciseFactory(member=alex)
    shared = factories.ExerciseFactory()
    for person, sees in [(alex, True), (tara, True), (sam, False)]:
        with acting(person):
            assert Exercise.objects.filter(pk=exercise.pk).exists() == sees
            assert Exercise.objects.visible_to(person).filter(pk=exercise.pk).exists() == sees
            assert Exercise.objects.visible_to(person).filter(pk=shared.pk).exists()


@pytest.mark.parametrize("model", SHARED)
def test_who_may_read_may_not_write(model, alex, acting):
    """A trainer without leave to plan, and the policies alone."""
    trainer = factories.UserFactory(trainer=True)
    factories.TrainerLinkFactory(trainer=trainer, client=alex, may_plan=False)
    row = make(model, alex)
    with acting(trainer):
        assert model.objects.filter(pk=row.pk).exists()
        assert not model.objects.filter(pk=row.pk).update(member=alex)
        model.objects.filter(pk=row.pk)._raw_delete("default")
        assert model.objects.filter(pk=row.pk).exists()
    row.pk, row._state.adding = uuid.uuid4(), True
    with pytest.raises(DatabaseError, match="row-level security|never changes"), acting(trainer):
        row.save(force_insert=True)


@pytest.mark.parametrize(
    ("link", "may"),
    [({"may_plan": True}, True), ({"may_plan": False}, False), ({"ended_at": NOW}, False)],
)
def test_leave_to_plan_opens_routines_and_no_more(link, may, alex, acting):
    trainer = factories.UserFactory(trainer=True)
    factories.TrainerLinkFactory(trainer=trainer, client=alex, **link)
    routine, session = factories.RoutineFactory(member=alex), factories.SessionFactory(member=alex)
    with acting(trainer):
        assert bool(Routine.objects.filter(pk=routine.pk).update(name="New")) == may
        assert Routine.objects.planned_by(trainer).filter(pk=routine.pk).exists() == may
        assert not Session.objects.filter(pk=session.pk).update(name="New")


@pytest.mark.parametrize("kind", TrainerLink.KINDS)
def test_scopes_alone_follow_the_grant(kind, alex, acting, no_policies):
    trainer = factories.UserFactory(trainer=True)
    others = {f"sees_{other}": other != kind for other in TrainerLink.KINDS}
    factories.TrainerLinkFactory(trainer=trainer, client=alex, **others, may_plan=False)
    models = [model for model in MEMBER_ROWS if model.objects.all().kind == kind]
    assert models
    for model in models:
        row = make(model, alex)
        with acting(trainer):
            assert not model.objects.visible_to(trainer).filter(pk=row.pk).exists()
            TrainerLink.objects.update(**{f"sees_{kind}": True})
            assert model.objects.visible_to(trainer).filter(pk=row.pk).exists()
            TrainerLink.objects.update(**{f"sees_{kind}": False})
    TrainerLink.objects.update(**{f"sees_{kind}": True}, ended_at=NOW)
    with acting(trainer):
        assert not model.objects.visible_to(trainer).filter(pk=row.pk).exists()


def test_the_policies_say_what_they_should(db):
    """Reading by kind; journals are written by their member, routines by who may plan.

    Besides, rows that name an exercise are counted and merged by who curates: see
    tests/catalogue/test_usage.py and test_merging.py; and a link opens one: see below.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, cmd, coalesce(qual, with_check) FROM pg_policies"
            " WHERE policyname NOT IN ('being_counted', 'being_merged', 'being_shared')"
        )
        rows = cursor.fetchall()
    for model in MEMBER_ROWS:
        table = model._meta.db_table
        planned = table.startswith("workouts_") and model not in PRIVATE
        writing = "planning" if planned else "actor"
        for command, condition in [(row[1], row[2]) for row in rows if row[0] == table]:
            setting = model.objects.all().kind if command == "SELECT" else writing
            assert set(re.findall(r"backgym\.(\w+)", condition)) == {setting}, (table, command)
            assert "member_id" in condition
    assert {table for table, *_ in rows} >= {model._meta.db_table for model in MEMBER_ROWS}


def test_only_the_exercise_opens_rows_to_counting_and_merging(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies"
            " WHERE policyname IN ('being_counted', 'being_merged') OR coalesce(qual, '') || "
            "coalesce(with_check, '') ~ 'backgym.(counting|merging)'"
        )
        rows = cursor.fetchall()
    assert {(name, command) for _, name, command, *_ in rows} == {
        ("being_counted", "SELECT"), ("being_merged", "UPDATE")
    }  # fmt: skip
    for _table, name, _command, condition, check in rows:
        setting = {"being_counted": "counting", "being_merged": "merging"}[name]
        told = f"current_setting('backgym.{setting}'::text, true)"
        assert (
            condition.split()
            == (
                f"CASE WHEN (COALESCE({told}, ''::text) = ''::text) THEN false"
                f" ELSE (exercise_id = ANY ((NULLIF({told}, ''::text))::bigint[])) END"
            ).split()
        )
        assert check is None, "what may be taken is what may be given"
    tables = {table for table, *_ in rows}
    assert tables == {model._meta.db_table for model in member_tables()}


def test_a_token_opens_its_own_link_and_only_to_reading(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, policyname, cmd FROM pg_policies"
            " WHERE coalesce(qual, '') || coalesce(with_check, '') ~ 'backgym.link'"
        )
        assert cursor.fetchall() == [("workouts_routinelink", "being_shared", "SELECT")]


@pytest.mark.parametrize("why", ["wrong", "expired", "ended"])
def test_the_policies_alone_close_a_link(why, alex):
    yesterday = timezone.now() - timedelta(days=1)
    past = {"created_at": yesterday - timedelta(days=1), "expires_at": yesterday}
    fields = {"wrong": {}, "expired": past, "ended": {"revoked_at": timezone.now()}}[why]
    row = factories.RoutineLinkFactory(member=alex, token="right")
    with reading_link(digest("right")):
        assert RoutineLink.objects.get() == row
        assert not RoutineLink.objects.update(name="Spoilt")
        assert not RoutineLink.objects.filter(pk=row.pk)._raw_delete("default")
    shut = factories.RoutineLinkFactory(member=alex, token="other", **fields)
    with reading_link(digest("other" if why != "wrong" else "nothing")):
        assert not RoutineLink.objects.filter(pk=shut.pk).exists()
        assert not RoutineLink.objects.filter(pk=row.pk).exists()


def test_the_scope_alone_closes_a_link(alex, acting, no_policies):
    factories.RoutineLinkFactory(member=alex, token="right")
    now = timezone.now()
    with acting(alex):
        links = RoutineLink.objects
        assert links.opened_by(digest("right"), now).exists()
        assert not links.opened_by(digest("wrong"), now).exists()
        assert not links.opened_by(digest("right"), now + timedelta(days=8)).exists()
        links.update(revoked_at=now)
        assert not links.opened_by(digest("right"), now).exists()


def test_who_reads_a_link_reads_nothing_else_not_even_their_own(alex, acting):
    factories.RoutineLinkFactory(member=alex, token="right")
    with acting(alex):
        with reading_link(digest("right")):
            assert not Routine.objects.exists()
        assert Routine.objects.exists()
    with pytest.raises(ValueError, match="digest"), reading_link("' OR true --"):
        pass


@pytest.mark.parametrize("deed", ["rename", "claim", "delete", "add", "add alias"])
@pytest.mark.parametrize("person", ["alex", "tara", None])
def test_only_curators_write_the_catalogue(person, deed, alex, tara, acting, request):
    exercise = factories.ExerciseFactory(name="Everybody’s")
    rows = Exercise.objects.filter(pk=exercise.pk)
    with acting(request.getfixturevalue(person)) if person else transaction.atomic():
        if deed == "rename":
            assert not rows.update(name="Spoilt")
        elif deed == "claim":
            assert not rows.update(member=alex)
        elif deed == "delete":
            assert not rows._raw_delete("default")
        else:
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                if deed == "add":
                    Exercise.objects.create(name="New", slug="new")
                else:
                    exercise.aliases.create(name="Nonsense")


@pytest.mark.parametrize("person", ["alex", "tara", None])
def test_only_curators_write_pictures(person, alex, tara, acting, request):
    row = factories.ExerciseMediaFactory(alt="As it was")
    rows = ExerciseMedia.objects.filter(pk=row.pk)
    with acting(request.getfixturevalue(person)) if person else transaction.atomic():
        assert rows.get() == row, "everybody reads them"
        assert not rows.update(alt="Spoilt")
        assert not rows._raw_delete("default")
        row.pk, row.key = None, "other"
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)


def test_erasing_an_account_takes_its_name_off_the_pictures_it_added(alex, acting):
    row = factories.ExerciseMediaFactory(uploaded_by=alex, alt="As it was")
    rows = ExerciseMedia.objects.filter(pk=row.pk)
    with acting(alex), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL backgym.erasing = '{alex.pk}'")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            rows.update(alt="Spoilt")
        assert rows.update(uploaded_by=None)
        cursor.execute("SET LOCAL backgym.erasing = ''")
    assert rows.get().alt == "As it was"


@pytest.mark.parametrize("context", ["member", "curating"])
def test_an_own_exercise_has_no_pictures(context, alex, acting):
    own = factories.ExerciseFactory(member=alex)
    row = factories.ExerciseMediaFactory()
    row.pk, row.key, row.exercise = None, "other", own
    whose = acting(alex) if context == "member" else curating()
    with pytest.raises(DatabaseError, match="row-level security"), whose:
        row.save(force_insert=True)


@pytest.mark.parametrize("member", [None, "sam"])
def test_an_exercise_never_changes_its_member(member, alex, sam, acting):
    exercise = factories.ExerciseFactory(member=alex)
    other = sam if member else None
    with pytest.raises(DatabaseError, match="never changes|row-level"), acting(alex):
        Exercise.objects.filter(pk=exercise.pk).update(member=other)


def test_what_belongs_to_an_own_exercise_is_as_private(alex, sam, acting):
    exercise = factories.ExerciseFactory(member=alex)
    with acting(alex):
        exercise.aliases.create(name="Secret name")
        assert ExerciseAlias.objects.filter(name="Secret name").exists()
    with acting(sam):
        assert not ExerciseAlias.objects.filter(name="Secret name").exists()
        assert not ExerciseAlias.objects.filter(exercise=exercise).update(name="Spoilt")
    with transaction.atomic():
        assert not ExerciseAlias.objects.filter(name="Secret name").exists()


def test_a_prescription_never_names_anothers_exercise(alex, sam, acting):
    exercise, day = factories.ExerciseFactory(member=alex), factories.DayFactory(member=sam)
    with pytest.raises(IntegrityError, match="not an exercise of this member"), acting(sam):
        Prescription.objects.create(member=sam, day=day, position=1, exercise=exercise)


def change_released(deed, prescription, draft):
    """One of the ways a released version could still change."""
    day, version = prescription.day, prescription.day.version
    member = prescription.member
    if deed == "change version":
        version.weeks = 3
        version.save()
    elif deed == "delete version":
        RoutineVersion.objects.filter(pk=version.pk)._raw_delete("default")
    elif deed == "change day":
        Day.objects.filter(pk=day.pk).update(name="New")
    elif deed == "add day":
        Day.objects.create(member=member, version=version, position=2, name="New")
    elif deed == "delete day":
        day.delete()
    elif deed == "move-in day":
        Day.objects.filter(pk=draft.day_id).update(version=version)
    elif deed == "move-out day":
        Day.objects.filter(pk=day.pk).update(version=draft.day.version)
    elif deed == "change prescription":
        Prescription.objects.filter(pk=prescription.pk).update(sets=9)
    elif deed == "add prescription":
        Prescription.objects.create(
            member=member, day=day, position=2, exercise_id=prescription.exercise_id
        )
    elif deed == "delete prescription":
        Prescription.objects.filter(pk=prescription.pk)._raw_delete("default")
    elif deed == "move-in prescription":
        Prescription.objects.filter(pk=draft.pk).update(day=day)
    else:
        Prescription.objects.filter(pk=prescription.pk).update(day=draft.day)


@pytest.mark.parametrize(
    "deed",
    [
        f"{verb} {noun}"
        for noun in ["day", "prescription"]
        for verb in ["change", "add", "delete", "move-in", "move-out"]
    ]
    + ["change version", "delete version"],
)
def test_a_released_version_never_changes(deed, alex, acting):
    prescription = factories.PrescriptionFactory(member=alex)
    draft = factories.PrescriptionFactory(member=alex)
    with acting(alex):
        prescription.day.version.released_at = NOW
        prescription.day.version.save()
    with pytest.raises(IntegrityError, match="never changes"), acting(alex):
        change_released(deed, prescription, draft)


def test_erasing_a_member_takes_released_versions_too(alex, acting):
    prescription = factories.PrescriptionFactory(member=alex)
    version = prescription.day.version
    with acting(alex):
        version.released_at = NOW
        version.save()
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL backgym.erasing = '{alex.pk}'")
        version.routine.delete()
        assert not Prescription.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL backgym.erasing = ''")


def test_nothing_of_a_request_is_left_on_its_connection(alex, as_user):
    factories.SessionFactory(member=alex)
    as_user(alex).get("/me/")
    with pytest.raises(DatabaseError), transaction.atomic():
        Session.objects.count()


def test_the_context_ends_with_its_transaction(alex, acting):
    with acting(alex):
        pass
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('backgym.actor', true)")
        assert not cursor.fetchone()[0]


def test_every_setting_has_a_kind_or_a_purpose():
    kinds = {model.objects.all().kind for model in MEMBER_ROWS}
    assert kinds <= set(SETTINGS)
    assert OwnedQuerySet.kind in kinds


@pytest.fixture
def no_policies(db):
    """The second wall taken away, until the test's transaction is rolled back."""
    check_references_now()  # a table with checks pending cannot be altered
    with connection.cursor() as cursor:
        for model in [*MEMBER_ROWS, Exercise, Proposal]:
            table = model._meta.db_table
            cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            cursor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


def check_references_now():
    """References are checked at commit; a test's transaction never commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
