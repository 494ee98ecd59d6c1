"""An imported log into a member's journal: once each workout, all of it or nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from string import ascii_uppercase
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Sum

from progress.models import LoggedSet, Session
from progress.models.sessions import NOTE_LENGTH
from training.units import round_to_step, stored_kg

from .matching import Matches, match
from .model import ImportedLog, ImportedSession, ImportedSet, LoadUnit, Problem
from .totals import Totals, totals

HEAVIEST_KG, FARTHEST_M, LONGEST_REST = 1500, 1_000_000, 32_767
LONGEST_NAME, LONGEST_KEY = 120, 200
HUNDREDTH = Decimal("0.01")
BATCH = 1000


class SumsDiffer(Exception):
    """What was read back is not what was in the file. Nothing may be kept."""


@dataclass(frozen=True)
class Stored:
    """What the journal holds of a file's workouts, read back from the database."""

    sessions: int
    sets: int
    volume: dict[LoadUnit, Decimal]  # Σ load × repetitions, each unit by itself


@dataclass(frozen=True)
class Receipt:
    """What an import did: the file's sums and the journal's, and what to know by line."""

    file: Totals
    stored: Stored
    new_sessions: int
    new_sets: int
    matches: Matches
    problems: tuple[Problem, ...]

    @property
    def known_sessions(self):
        return self.file.sessions - self.new_sessions

    @property
    def is_whole(self):
        """Whether the journal holds exactly what the file does."""
        file = (self.file.sessions, self.file.sets, self.file.volume)
        return (self.stored.sessions, self.stored.sets, self.stored.volume) == file


def store(log: ImportedLog, member, zone: ZoneInfo) -> Receipt:
    """Add the workouts of `log` that are not there yet. Acting as the member, in a transaction.

    Raises SumsDiffer where the new workouts do not come back from the database as they went in.
    """
    keys = [source_key(session) for session in log.sessions]
    known = _known(log, member, keys)
    problems = list(log.problems)
    new = [
        replace(session, sets=tuple(_storable(session.sets, problems)))
        for session, key in zip(log.sessions, keys, strict=True)
        if key not in known
    ]
    new = [session for session in new if session.sets]
    matches = match([done for session in new for done in session.sets], member)
    _write(log, new, member, zone, matches, problems)
    _check(log, new, member)
    return Receipt(
        totals(log),
        _read_back(log, member, keys),
        len(new),
        sum(len(session.sets) for session in new),
        matches,
        tuple(sorted(problems, key=lambda problem: problem.line_number)),
    )


def source_key(session: ImportedSession) -> str:
    """The workout's key, shortened where a long name makes it longer than we keep."""
    if len(session.key) <= LONGEST_KEY:
        return session.key
    digest = hashlib.sha256(session.key.encode()).hexdigest()
    return f"{session.key[: LONGEST_KEY - 65]} {digest}"


def _known(log, member, keys):
    there = Session.objects.of(member).filter(source=log.source, source_key__in=keys)
    return set(there.values_list("source_key", flat=True))


def _storable(sets: Iterable[ImportedSet], problems: list[Problem]) -> Iterable[ImportedSet]:
    """The sets as we can keep them; what is more than we can is left out or cut, and said."""
    for done in sets:
        if _load_kg(done) and _load_kg(done) > HEAVIEST_KG:
            problems.append(Problem(done.line_number, "The weight is more than 1,500 kg."))
            continue
        if done.distance_metres and done.distance_metres > FARTHEST_M:
            problems.append(Problem(done.line_number, "The distance is more than 1,000 km."))
            continue
        yield _cut(done, lambda words, line=done.line_number: problems.append(
            Problem(line, words, left_out=False)
        ))  # fmt: skip


def _cut(done, remark):
    if done.load is not None and done.load != (kept := round_to_step(done.load, HUNDREDTH)):
        remark(f"The weight {done.load} is kept as {kept}, to the hundredth.")
        done = replace(done, load=kept)
    if done.rest_seconds is not None and done.rest_seconds > LONGEST_REST:
        remark("The rest is longer than 9 hours and is not kept.")
        done = replace(done, rest_seconds=None)
    if len(done.note) > NOTE_LENGTH:
        remark("The note is longer than 4,000 characters; its end is not kept.")
    return done


def _write(log, sessions, member, zone, matches, problems):
    rows, sets = [], []
    for session in sessions:
        row = _session_row(log, session, member, zone)
        if len(session.note) > NOTE_LENGTH:
            words = "The note is longer than 4,000 characters; its end is not kept."
            problems.append(Problem(session.sets[0].line_number, words, left_out=False))
        rows.append(row)
        sets.extend(_set_rows(session, row, matches))
    Session.objects.bulk_create(rows, batch_size=BATCH)
    LoggedSet.objects.bulk_create(sets, batch_size=BATCH)


def _session_row(log, session, member, zone):
    """Times are the wall clock of `zone`; one that a change of clocks skipped is the next real."""
    started_at = _moment(session.started_at, zone)
    ended_at = started_at + timedelta(seconds=session.duration_seconds or 0)
    if session.ended_at:
        ended_at = _moment(session.ended_at, zone)
    return Session(
        member=member,
        name=session.name[:LONGEST_NAME] or "Workout",
        trained_on=session.started_at.date(),
        time_zone=zone.key,
        started_at=started_at,
        finished_at=max(started_at, ended_at),
        note=session.note[:NOTE_LENGTH],
        source=log.source,
        source_key=source_key(session),
    )


def _set_rows(session, row, matches):
    letters, numbers = _letters(session.sets), defaultdict(lambda: count(1))
    for done in session.sets:
        yield LoggedSet(
            member=row.member,
            session=row,
            trained_on=row.trained_on,
            exercise=matches.exercises[done.exercise_name],
            slot=done.run + 1,
            number=next(numbers[done.run]),
            superset=letters.get(done.superset, ""),
            kind=_kind(done),
            reps=done.reps,
            load=done.load,
            load_unit=done.load_unit or LoggedSet.Unit.KG,
            load_kg=_load_kg(done),
            rir=None if done.rpe is None else 10 - done.rpe,
            seconds=done.seconds,
            distance_m=done.distance_metres,
            rest_seconds=done.rest_seconds,
            note=_note(done),
            done_at=row.started_at,
        )


def _letters(sets):
    """A letter for each superset, in order: A to Z, then AA."""
    found = dict.fromkeys(done.superset for done in sets if done.superset is not None)
    names = [*ascii_uppercase, *(a + b for a in ascii_uppercase for b in ascii_uppercase)]
    return dict(zip(found, names, strict=False))


def _kind(done):
    timed = done.kind == "working" and done.reps is None and done.seconds is not None
    return LoggedSet.Kind.TIMED if timed else LoggedSet.Kind(done.kind)


def _note(done):
    lines = [done.note[:NOTE_LENGTH]]
    if done.distance is not None and done.distance_unit is None:
        lines.append(f"Distance {done.distance.normalize():f}, unit unknown.")
    return "\n".join(filter(None, lines))


def _load_kg(done):
    return None if done.load is None else stored_kg(done.load, done.load_unit)


def _moment(wall_clock: datetime, zone: ZoneInfo) -> datetime:
    return wall_clock.replace(tzinfo=zone).astimezone(UTC)


def _check(log, sessions, member):
    sums = totals(replace(log, sessions=tuple(sessions)))
    kept = _read_back(log, member, [source_key(session) for session in sessions])
    if (kept.sessions, kept.sets, kept.volume) != (sums.sessions, sums.sets, sums.volume):
        raise SumsDiffer("The sums read back differ from the file's, so nothing was imported.")


def _read_back(log, member, keys):
    of_file = {"source": log.source, "source_key__in": keys}
    sessions = Session.objects.of(member).filter(**of_file)
    sets = LoggedSet.objects.of(member).filter(session__in=sessions.values("pk")).done()
    volume = sets.filter(load__isnull=False, reps__isnull=False).values_list("load_unit").annotate(
        lifted=Sum(F("load") * F("reps"))
    )  # fmt: skip
    numbers = sets.aggregate(sets=Count("pk"))
    return Stored(sessions.count(), numbers["sets"], dict(volume.order_by()))
