"""The two walls round a member's rows: each alone keeps strangers out."""

import uuid

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from accounts.context import SETTINGS
from accounts.scopes import Owned, OwnedQuerySet
from backgym.checks import role_obeys_policies, unwalled_tables
from catalogue.models import Exercise
from progress.models import LoggedSet, Session
from tests import factories
from workouts.models import Day, Prescription

MEMBER_ROWS = [model for model in apps.get_models() if issubclass(model, Owned)]


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
    with pytest.raises(DatabaseError, match="row-level security"), acting(sam):
        row.save(force_insert=True)


@pytest.mark.parametrize("model", MEMBER_ROWS)
def test_scopes_alone_hide_a_members_rows(model, alex, sam, acting, no_policies):
    row = make(model, alex)
    with acting(sam):
        assert model.objects.filter(pk=row.pk).exists(), "the policies are still there"
        assert not model.objects.visible_to(sam).filter(pk=row.pk).exists()
        assert not model.objects.owned_by(sam).filter(pk=row.pk).exists()
        assert model.objects.visible_to(alex).filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", MEMBER_ROWS)
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


@pytest.mark.parametrize("change", ["version", "day", "prescription", "new day"])
def test_a_released_version_never_changes(change, alex, acting):
    prescription = factories.PrescriptionFactory(member=alex)
    day, version = prescription.day, prescription.day.version
    with acting(alex):
        version.released_at = factories.NOW
        version.save()
    with pytest.raises(IntegrityError, match="never changes"), acting(alex):
        if change == "version":
            version.weeks = 3
            version.save()
        elif change == "day":
            day.delete()
        elif change == "prescription":
            prescription.sets = 9
            prescription.save()
        else:
            Day.objects.create(member=alex, version=version, position=2, name="New")


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
    with connection.cursor() as cursor:
        for model in [*MEMBER_ROWS, Exercise]:
            table = model._meta.db_table
            cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            cursor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


def check_references_now():
    """References are checked at commit; a test's transaction never commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
