"""Many made-up members, by as many processes as there are cores."""

import multiprocessing
import os
from functools import partial

from django.contrib.auth import get_user_model
from django.db import connections, transaction

from backgym.seeding.people import TEMPLATES, give_life, make_person, some_name

DAYS_A_MONTH = 30.4375


def make_crowd(members, months, seed, last):
    """Make `members` members with `months` months each; return how many sets they logged."""
    days = max(1, round(months * DAYS_A_MONTH))
    job = partial(make_member, days=days, seed=seed, last=last)
    workers = min(os.cpu_count() or 1, members)
    if members < 20 or workers < 2:
        return sum(map(job, range(1, members + 1)))
    connections.close_all()  # a forked process must not share the parent's connection
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return sum(pool.imap_unordered(job, range(1, members + 1), chunksize=5))


@transaction.atomic
def make_member(number, days, seed, last):
    """The `number`-th member of seed `seed`, the same whoever else is made; nobody twice."""
    if get_user_model().objects.filter(email=address(number, seed)).exists():
        return 0
    member = make_person(
        address(number, seed),
        some_name(number, seed),
        seed,
        unit="lb" if number % 5 == 0 else "kg",
    )
    return give_life(member, [TEMPLATES[number % len(TEMPLATES)]], days, last, seed)


def address(number, seed):
    return f"member{number}.seed{seed}@example.com"
