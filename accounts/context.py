"""The second wall: what PostgreSQL's row-level policies are told about the current transaction.

Every policy compares a row's `member_id` with these transaction-local settings and nothing else:

    backgym.actor         who acts, and whose journal may be written
    backgym.training      members whose routines and workouts may be read
    backgym.measurements  members whose body measurements may be read
    backgym.recovery      members whose limitations may be read
    backgym.planning      members whose routines may be written

Where a transaction did not set them, touching a member's table is an error, never an empty answer.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

from accounts.links import TrainerLink

SETTINGS = ("actor", *TrainerLink.KINDS, "planning")

_told = ContextVar("backgym_told", default=None)


def open_rows(user):
    """Tell the current transaction that `user` acts: one query for a trainer's links, one to set."""
    _tell(_lists(user))


@contextmanager
def acting_as(user):
    """A transaction in which `user` acts. For commands, tasks and tests; requests have theirs."""
    before, nested = _told.get(), connection.in_atomic_block
    try:
        with transaction.atomic():
            open_rows(user)
            yield
    finally:
        _told.set(before)
        if nested and not connection.needs_rollback:
            _tell(before)  # settings outlive a savepoint: the outer transaction gets its own back


def _lists(user):
    own = [user.pk]
    lists = {"actor": user.pk, **dict.fromkeys(TrainerLink.KINDS, own), "planning": own}
    if not user.is_trainer:
        return lists
    links = list(TrainerLink.objects.live().filter(trainer=user.pk))
    for kind in TrainerLink.KINDS:
        lists[kind] = own + [link.client_id for link in links if getattr(link, f"sees_{kind}")]
    lists["planning"] = own + [link.client_id for link in links if link.may_plan]
    return lists


def _tell(lists):
    # SET LOCAL rather than set_config: a distributed PostgreSQL passes only the former on.
    lists = lists or dict.fromkeys(SETTINGS, "")
    values = [_literal(lists[name]) for name in SETTINGS]
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL backgym.{name} = %s" for name in SETTINGS), values)
    _told.set(lists)


def _literal(value):
    """PostgreSQL's text for one id or an array of ids; empty text where nobody is known."""
    return "{" + ",".join(map(str, value)) + "}" if isinstance(value, list) else str(value)
