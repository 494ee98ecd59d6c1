"""Some people with a past, so that no page is without something to show."""

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import uuid6
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.context import acting_as, curating
from accounts.models import TrainingProfile
from backgym.seeding.people import give_life
from catalogue.curators import make_curator
from catalogue.illustrating import add_media
from catalogue.models import Equipment, Exercise, Limitation
from catalogue.translating import set_translation
from coaching.inviting import digest
from progress.models import LoggedSet, Measurement, Session
from progress.starting import next_day, start
from tests import factories
from tests.accounts.imaging import images
from workouts.building import open_draft
from workouts.following import followed_routine
from workouts.models import Prescription, Routine, RoutineVersion

PASSWORD = "rows before breakfast"
TOKEN = "an-invitation-that-waits"
DAYS = 120


@dataclass(frozen=True)
class World:
    """A member with a past and an open workout, their trainer, somebody new,
    who proposes things, and a curator."""

    member: object
    trainer: object
    newcomer: object
    proposer: object
    curator: object


def make_world():
    world = World(
        member=a_person("member@example.com", "Morgan Lee"),
        trainer=a_person("trainer@example.com", "Robin Hale", trainer=True),
        newcomer=a_person("newcomer@example.com", ""),
        proposer=a_person("proposer@example.com", "Pim Oduya"),
        curator=a_person("curator@example.com", "Cai Wood"),
    )
    make_curator(world.curator)
    illustrate("pull-up", images.jpeg((1600, 1200)), images.moving(), images.jpeg((600, 900)))
    make_past(world.member, "back-foundations-2x", "wide-thick-2x")
    factories.TrainerLinkFactory(trainer=world.trainer, client=world.member)
    factories.TrainerLinkFactory(
        trainer=world.trainer, client=factories.UserFactory(name="Sol Toth"),
        sees_training=False, may_plan=False,
    )  # fmt: skip
    factories.InvitationFactory(trainer=world.trainer, token_digest=digest(TOKEN))
    _state_limits(world.member)
    _make_own(world.member)
    _begin(world.member)
    _change_the_english()
    return world


def illustrate(slug, *contents):
    """Give an exercise of the catalogue these pictures."""
    exercise = Exercise.objects.public().get(slug=slug)
    with curating():
        return [
            add_media(exercise, BytesIO(content), alt="At the bar", author="Ada Wu", licence="cc0",
                      source="https://example.org/pictures/")
            for content in contents
        ]  # fmt: skip


def make_past(member, *slugs):
    """Months of training by ready routines, up to yesterday, and body weights."""
    yesterday = timezone.now().date() - timedelta(days=1)
    give_life(member, slugs or ["back-foundations-2x"], DAYS, yesterday, seed=1, weighs_in=0.3)


def a_person(email, name, **fields):
    """Somebody who can sign in with PASSWORD."""
    person = factories.UserFactory(email=email, name=name, password=PASSWORD, **fields)
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def follow_routine(member, *rows, name="Back once", day_name="Pull"):
    """A routine of one day in use from today, each row (the name of an exercise, its sets)."""
    now = timezone.now()
    routine = factories.RoutineFactory(member=member, name=name, followed_since=now.date())
    version = factories.VersionFactory(routine=routine)
    day = factories.DayFactory(version=version, name=day_name)
    for position, (name, sets) in enumerate(rows, 1):
        exercise = Exercise.objects.public().get(name=name)
        factories.PrescriptionFactory(day=day, position=position, exercise=exercise, sets=sets)
    with acting_as(member):
        RoutineVersion.objects.filter(pk=version.pk).update(released_at=now)


def train_next_day_ago(member, ago, load, reps):
    """All sets of the day that is next for `member`, done long ago; its prescriptions.

    Their routine is in its fourth week, where it asks for as many sets as it says.
    """
    then = timezone.now() - ago
    with acting_as(member):
        began = timezone.now().date() - timedelta(weeks=3)
        Routine.objects.of(member).update(followed_since=began)
        day = next_day(member, timezone.now().date()).day
        rows = list(day.prescriptions.filter(member=member).select_related("exercise"))
    session = factories.SessionFactory(
        member=member, name=day.name, trained_on=then.date(), started_at=then,
        finished_at=then + timedelta(hours=1),
    )  # fmt: skip
    for slot, row in enumerate(rows, 1):
        for number in range(1, row.sets + 1):
            factories.LoggedSetFactory(
                session=session, exercise=row.exercise, slot=slot, number=number,
                load=load, load_kg=load, reps=reps, rir=2,
            )  # fmt: skip
    return rows


def rows_of(member):
    """One row of each kind, for addresses that name one."""
    with acting_as(member):
        session = Session.objects.of(member).finished().newest_first().first()
        routine = followed_routine(member, timezone.now().date())
        draft = routine.versions.filter(member=member).drafts().first()
        rows = Prescription.objects.filter(member=member, day__version=draft)
        return SimpleNamespace(
            open=Session.objects.of(member).unfinished().get(),
            session=session,
            set=session.sets.filter(member=member).select_related("exercise").first(),
            weight=Measurement.objects.of(member).first(),
            routine=routine,
            own=Exercise.objects.owned_by(member).get(),
            row=rows.select_related("day").first(),
        )


def _state_limits(member):
    for slug in ("lbp-flexion", "shoulder-impingement"):
        limitation = Limitation.objects.get(slug=slug)
        factories.MemberLimitationFactory(member=member, limitation=limitation)
    for piece in Equipment.objects.all()[:8]:
        factories.MemberEquipmentFactory(member=member, equipment=piece)
    with acting_as(member):
        TrainingProfile.of_member(member, has_stated_limits=True, has_stated_equipment=True)


def _make_own(member):
    """An own exercise that is used, a favourite with a note, and one that is never suggested."""
    own = factories.ExerciseFactory(member=member, name="Garden row", slug="garden-row")
    deadlift = Exercise.objects.public().get(slug="deadlift")
    session = factories.SessionFactory(member=member, finished_at=factories.NOW)
    factories.LoggedSetFactory(session=session, exercise=own)
    factories.ExerciseMarkFactory(member=member, exercise=own)
    factories.ExerciseNoteFactory(member=member, exercise=own)
    factories.ExerciseMarkFactory(member=member, exercise=deadlift, never_at=factories.NOW)


def _change_the_english():
    """A translation is out of date, and another is missing."""
    exercises = Exercise.objects.public()
    with curating():
        exercises.filter(slug="pull-up").update(setup="Hang from the bar with straight arms.")
        set_translation(exercises.get(slug="deadlift"), "de", {"mistakes": []})


def _begin(member):
    """A draft, and a workout in the middle: one set logged, one skipped."""
    now = timezone.now()
    with acting_as(member):
        open_draft(followed_routine(member, now.date()))
        session, _ = start(member, uuid6.uuid7(), next_day(member, now.date()).day, now)
        done, skipped, *_ = LoggedSet.objects.of(member).filter(session=session).in_order()
        done.log({}, now)
        skipped.skip(now)
