"""A trainer's clients at a glance."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Max, Q
from django.urls import reverse

from accounts.models import TrainerLink, User
from progress.models import Session
from workouts.models import Routine

WEEKS = 4


@dataclass(frozen=True)
class Row:
    """One client: `weeks` are sessions done in each of the last four weeks, the newest last."""

    link: TrainerLink
    client: User
    routine: str
    last_trained_on: date | None
    weeks: tuple[int, ...]

    @cached_property
    def address(self):
        return reverse("coaching:client", args=[self.client.pk])

    @property
    def sessions(self):
        return sum(self.weeks)

    @property
    def sees(self):
        """What the client shares, in words."""
        kinds = {
            "sees_training": "workouts",
            "sees_measurements": "body weight",
            "sees_recovery": "limitations",
        }
        shared = [word for name, word in kinds.items() if getattr(self.link, name)]
        return ", ".join(shared).capitalize() or "Nothing"


def roster(trainer, today):
    """Rows for all live clients in three queries, those longest away first."""
    links = list(
        TrainerLink.objects.visible_to(trainer)
        .live()
        .filter(trainer=trainer)
        .select_related("client")
        .only(
            "sees_training", "sees_measurements", "sees_recovery", "client__name", "client__email"
        )
    )
    clients = [link.client_id for link in links if link.sees_training]
    training = _sessions(trainer, clients, today)
    names = _routines(trainer, clients)
    rows = [
        Row(
            link,
            link.client,
            names.get(link.client_id, ""),
            training.get(link.client_id, {}).get("last"),
            tuple(training.get(link.client_id, {}).get(f"week{n}", 0) for n in range(WEEKS)),
        )
        for link in links
    ]
    return sorted(rows, key=lambda row: (row.last_trained_on or date.min, str(row.client)))


def _sessions(trainer, clients, today):
    first = today - timedelta(days=7 * WEEKS - 1)
    weeks = {
        f"week{n}": Count(
            "pk",
            filter=Q(
                trained_on__range=(
                    first + timedelta(days=7 * n),
                    first + timedelta(days=7 * n + 6),
                )
            ),
        )
        for n in range(WEEKS)
    }
    rows = (
        Session.objects.visible_to(trainer)
        .filter(member__in=clients, trained_on__gt=today - timedelta(days=90))
        .finished()
        .values("member")
        .annotate(last=Max("trained_on"), **weeks)
        .order_by()
    )
    return {row["member"]: row for row in rows}


def _routines(trainer, clients):
    """The routine each client follows: the one they took up last."""
    rows = (
        Routine.objects.visible_to(trainer)
        .filter(member__in=clients, followed_since__isnull=False)
        .current()
        .order_by("member", "-followed_since", "-created_at")
        .distinct("member")
        .values_list("member", "name")
    )
    return dict(rows)
