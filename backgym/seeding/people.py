"""Making made-up people: an account that can sign in, a routine, and a life lived by it."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from accounts.context import acting_as
from accounts.models import TrainerLink, TrainingProfile
from backgym.seeding.lives import live, row_id
from backgym.seeding.writing import write
from workouts.copying import copy_template
from workouts.models import Prescription, Template

FIRST_NAMES = (
    "Ada Bo Cleo Dan Elif Femi Gus Hana Ines Jo Kofi Lena Milo Nia Otis Pia Quim Rosa Sol Tess"
    " Uma Vito Wren Xan Yara Zeno"
).split()
LAST_NAMES = (
    "Abara Berg Costa Dahl Evans Fonda Grant Haddad Ito Jansen Kaya Lund Moreau Novak Okoye Perez"
    " Quist Rossi Silva Toth"
).split()
TEMPLATES = ["back-foundations-2x", "wide-thick-2x", "home-dumbbell-back", "ppl-back-biceps"]


def make_person(email, name, seed, password=None, **fields):
    """A confirmed account; no sign-in without a password. `password` may be a ready hash."""
    user = get_user_model().objects.create(
        id=row_id(Random(f"{seed}:{email}:id"), datetime(2024, 1, 1, tzinfo=UTC)),  # noqa: S311
        email=email,
        name=name,
        password=password or make_password(None),
        **fields,
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def some_name(number, seed):
    random = Random(f"{seed}:name:{number}")  # noqa: S311 - made-up names
    return f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"


def give_life(member, slugs, days, last, seed, weighs_in=0.15):
    """Give `member` routines from the templates `slugs`, followed one after the other for `days`.

    Returns how many sets were logged.
    """
    first = last - timedelta(days=days - 1)
    each = days // len(slugs)
    with acting_as(member):
        TrainingProfile.objects.create(
            member=member,
            goals=["width"],
            level=TrainingProfile.Level.INTERMEDIATE,
            days_per_week=3,
            session_minutes=60,
        )
        plans = []
        for index, slug in enumerate(slugs):
            begins = first + timedelta(days=index * each)
            morning = datetime.combine(begins, time(9), UTC)
            copy = copy_template(Template.objects.get(slug=slug), member, now=morning)
            plans.append((begins, _days(copy.routine)))
        life = live(member, plans, last, seed, weighs_in)
        write(life)
    return len(life.sets)


def link(trainer, client, since, **fields):
    TrainerLink.objects.create(
        trainer=trainer,
        client=client,
        accepted_at=datetime.combine(since, time(9), UTC),
        **fields,
    )


def _days(routine):
    prescriptions = (
        Prescription.objects.filter(member=routine.member_id, day__version__routine=routine)
        .select_related("day", "exercise__pattern")
        .order_by("day__position", "position")
    )
    days = {}
    for prescription in prescriptions:
        days.setdefault(prescription.day, []).append(prescription)
    return list(days.items())
