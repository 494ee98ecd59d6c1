"""The second wall: what PostgreSQL's row-level policies are told about the current transaction.

Every policy compares a row's `member_id` with these transaction-local settings and nothing else:

    backgym.actor         who acts, and whose journal may be written
    backgym.training      members whose routines and workouts may be read
    backgym.measurements  members whose body measurements may be read
    backgym.recovery      members whose limitations may be read
    backgym.planning      members whose routines may be written
    backgym.curating      "on" where everybody's catalogue may be written
    backgym.counting      exercises of which every member's rows may be counted
    backgym.merging       exercises of which every member's rows may be given to one another
    backgym.link          the digest of a link by which one shared routine may be read

Where a transaction did not set them, touching a member's table is an error, never an empty answer.
"""

import re
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

from accounts.links import TrainerLink

CATALOGUE = ("curating", "counting", "merging")
SETTINGS = ("actor", *TrainerLink.KINDS, "planning", *CATALOGUE, "link")
NOBODY = UUID(int=0)
DIGEST = re.compile("[0-9a-f]{64}")


@contextmanager
def acting_as(user):
    """A transaction in which `user` acts: a request's, a command's, a task's or a test's.

    It asks for a trainer's links, in one query, and tells the policies, in another.
    """
    with _told(lambda: _lists(user)):
        yield


@contextmanager
def curating():
    """A transaction that may write everybody's catalogue, and see no member's rows."""
    with _told(lambda: dict.fromkeys(SETTINGS, "") | {"curating": "on"}):
        yield


@contextmanager
def counting(exercises):
    """For a few queries of who curates: the rows of all members that name these exercises, by id.

    No other row of any member, the curator's own included, and nothing of theirs may be changed.
    """
    lists = _among("counting", exercises)
    with _told(lambda: lists, savepoint=False):  # it only reads
        yield


@contextmanager
def merging(exercises):
    """As counting(), and those rows may be given from one of these exercises to another.

    It waits for nobody longer than a moment: then it is an OperationalError, and before PostgreSQL
    looks for deadlocks, so that it is never a member's request that has to give way.
    """
    lists = _among("counting", exercises) | {"merging": list(exercises)}
    with _told(lambda: lists), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '800ms'")
        yield
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")


@contextmanager
def reading_link(digest):
    """For the one query of a shared page: the link of this digest (sha-256), while it works.

    Nobody acts in it: no other row of any member, the reader's own included, and no writing.
    """
    if not DIGEST.fullmatch(digest):
        raise ValueError("Not the digest of a link.")
    lists = _nobodys() | {"link": digest}
    with _told(lambda: lists, savepoint=False):  # it only reads
        yield


def _among(deed, exercises):
    if _hear()["curating"] != "on":
        raise PermissionError("Only who curates counts what members do.")
    return _nobodys() | {"curating": "on", deed: list(exercises)}


def _nobodys():
    lists = dict.fromkeys(SETTINGS, "") | {"actor": NOBODY, "planning": []}
    return lists | dict.fromkeys(TrainerLink.KINDS, [])


@contextmanager
def _told(lists, savepoint=True):
    nested = connection.in_atomic_block
    before = _hear() if nested else None
    try:
        with transaction.atomic(savepoint=savepoint):
            _tell(lists())
            yield
    finally:
        # Settings outlive a savepoint: an outer transaction, such as a test's, gets its own back.
        if nested and not connection.needs_rollback:
            connection.connection.execute(_sentence(before))


def _lists(user):
    own = [user.pk]
    lists = {"actor": user.pk, **dict.fromkeys(TrainerLink.KINDS, own), "planning": own}
    lists |= dict.fromkeys((*CATALOGUE, "link"), "") | {"curating": "on" if user.is_curator else ""}
    if not user.is_trainer:
        return lists
    grants = {"planning": "may_plan"} | {kind: f"sees_{kind}" for kind in TrainerLink.KINDS}
    links = TrainerLink.objects.live().filter(trainer=user.pk).values("client", *grants.values())
    for name, grant in grants.items():
        lists[name] = own + [link["client"] for link in links if link[grant]]
    return lists


def _tell(lists):
    values = {name: _literal(lists[name]) for name in SETTINGS}
    with connection.cursor() as cursor:
        cursor.execute(_sentence(values))


def _hear():
    """What the transaction was told before. Past Django's cursor, where tests count queries."""
    names = ", ".join(f"current_setting('backgym.{name}', true)" for name in SETTINGS)
    heard = connection.connection.execute(f"SELECT {names}").fetchone()
    return {name: value or "" for name, value in zip(SETTINGS, heard, strict=True)}


def _sentence(values):
    # SET LOCAL rather than set_config: a distributed PostgreSQL passes only the former on. It
    # takes no parameters; the values are ids and digests of ours and "on".
    return "; ".join(f"SET LOCAL backgym.{name} = '{values[name]}'" for name in SETTINGS)


def _literal(value):
    """PostgreSQL's text for one id or an array of ids; empty text where nobody is known."""
    return "{" + ",".join(map(str, value)) + "}" if isinstance(value, list) else str(value)
