"""A trainer's clients at a glance."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Q
from django.urls import reverse

from accounts.models import TrainerLink
from progress.models import Session
from workouts.models import Routine

WEEKS = 4
KINDS = ("training", "measurements", "recovery")
IN_WORDS = ("workouts", "body weight", "limitations")


class Row(NamedTuple):
    """One client: `weeks` are sessions done in each of the last four weeks, the newest last."""

    client: UUID
    name: str
    shares: tuple[bool, ...]  # each of KINDS
    routine: str = ""
    last_trained_on: date | None = None
    weeks: tuple[int, ...] = (0,) * WEEKS

    @property
    def address(self):
        return _address(self.client)

    @property
    def sessions(self):
        return sum(self.weeks)

    @property
    def shares_training(self):
        return self.shares[0]

    @property
    def sees(self):
        """What the client shares, in words."""
        return _in_words(self.shares)


def roster(trainer, today):
    """Rows for all live clients in three queries, those longest away first."""
    links = TrainerLink.objects.visible_to(trainer).live().filter(trainer=trainer)
    people = links.values_list(
        "client", "client__name", "client__email", *(f"sees_{kind}" for kind in KINDS)
    )
    training, names = _sessions(trainer, today), _routines(trainer)
    rows = []
    for client, name, email, *shares in people:
        last, *weeks = training.get(client) or (None, *Row._field_defaults["weeks"])
        routine = names.get(client, "")
        rows.append(Row(client, name or email, tuple(shares), routine, last, tuple(weeks)))
    return sorted(rows, key=lambda row: (row.last_trained_on or date.min, row.name))


def _sessions(trainer, today):
    """{member: (last trained on, sessions of each week)} of everybody whose training is open."""
    first = today - timedelta(days=7 * WEEKS - 1)
    mondays = [first + timedelta(weeks=n) for n in range(WEEKS)]
    weeks = [
        Count("pk", filter=Q(trained_on__range=(monday, monday + timedelta(days=6))))
        for monday in mondays
    ]
    rows = (
        Session.objects.visible_to(trainer)
        .filter(trained_on__gt=today - timedelta(days=90), finished_at__isnull=False)
        .values_list("member")
        .annotate(last=Max("trained_on"), **{f"week{n}": week for n, week in enumerate(weeks)})
        .order_by()
    )
    return {member: counts for member, *counts in rows}


def _routines(trainer):
    """{member: the routine they follow}: the one they took up last."""
    rows = (
        Routine.objects.visible_to(trainer)
        .filter(followed_since__isnull=False)
        .current()
        .order_by("member", "-followed_since", "-created_at")
        .distinct("member")
        .values_list("member", "name")
    )
    return dict(rows)


@lru_cache(maxsize=4096)
def _address(client):
    """Of one client's page; kept, as the roster asks for many of them."""
    return reverse("coaching:client", args=[client])


@lru_cache
def _in_words(shares):
    shared = [word for word, is_shared in zip(IN_WORDS, shares, strict=True) if is_shared]
    return ", ".join(shared).capitalize() or "Nothing"
