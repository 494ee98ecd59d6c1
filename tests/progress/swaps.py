"""Swaps as the pages of a workout send them."""

import re

from tests.progress.journals import post, sessions_of, sets_of


def begin(alex, client, day):
    pk = "01890000-0000-7000-8000-00000000aaaa"
    client.post("/log/sessions/", {"id": pk, "day": day.pk})
    return next(session for session in sessions_of(alex) if str(session.pk) == pk)


def tick(client, session, row, **data):
    """Log a set as its page does."""
    data = {"load": "50", "load_unit": "kg", "reps": "8"} | data
    return post(client, session, "log-set", row.pk, **data)


def swap(client, session, old, new, until="today", slot=1):
    data = {"exercise": new.pk, "instead_of": old.pk, "until": until}
    return post(client, session, "swap", slot, htmx=False, **data)


def log_first(client, alex, session):
    first = sets_of(alex)[0]
    tick(client, session, first)
    return first


def page_of(client, session):
    return client.get(f"/log/{session.pk}/").text


def undo_in(page):
    return re.search(r'action="([^"]+/swaps/[^"]+)"', page)[1]


def names(alex, slot=1):
    return [set_.exercise.name for set_ in sets_of(alex) if set_.slot == slot]
