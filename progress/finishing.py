"""The end of a workout: planned against done, and when it really was over."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db.models import F, Max

from catalogue.models import Exercise
from catalogue.models.titles import title_of
from progress.amounts import as_done
from progress.models import LoggedSet
from progress.records import Record, records_of

READ = (  # of the sets of a session, to say how it went
    "slot", "number", "kind", "load", "load_unit", "load_kg", "reps", "seconds", "distance_m",
    "rir", "note", "done_at", "skipped_at", "one_rep_max_kg", "exercise__name",
    "exercise__load_type", "exercise__metric", "exercise__one_rep_max_allowed",
)  # fmt: skip
PLANNED = {
    "planned": F("prescription__exercise"),
    "planned_name": F("prescription__exercise__name"),
}
LEFT_OPEN = timedelta(hours=1)  # after the last set, it was forgotten rather than trained


@dataclass(frozen=True)
class Line:
    """One exercise of a session: its sets, of which `done` are logged.

    `instead_of` names the one that was planned in its place, if it was swapped.
    """

    exercise: Exercise
    sets: list[LoggedSet]
    instead_of: str = ""

    @property
    def done(self):
        return [row for row in self.sets if row.is_done]

    @property
    def is_complete(self):
        return len(self.done) == len(self.sets)

    @property
    def amounts(self):
        return [as_done(row) for row in self.done]


@dataclass(frozen=True)
class Outcome:
    lines: list[Line]
    records: list[Record]
    minutes: int

    @property
    def sets(self):
        return sum(len(line.sets) for line in self.lines)

    @property
    def done(self):
        return sum(len(line.done) for line in self.lines)

    @cached_property
    def best(self):
        """The sets that are records."""
        return {row for record in self.records for row in record.sets}


def outcome_of(session, now):
    """Planned against done, in the session's order. Two queries."""
    by_place = {}
    stored = session.sets.filter(member=session.member_id).annotate(**PLANNED)
    rows = list(stored.select_related("exercise").only(*READ).in_order())
    for row in rows:
        by_place.setdefault((row.slot, row.exercise_id), []).append(row)
    lines = [_line(found) for found in by_place.values()]
    done_at = [row.done_at for line in lines for row in line.done]
    end = session.finished_at or _end(session, max(done_at, default=None), now)
    minutes = round((end - session.started_at).total_seconds() / 60)
    return Outcome(lines, records_of(session, rows), minutes)


def _line(sets):
    """One exercise in one place; added sets of it follow no plan."""
    exercise = sets[0].exercise
    planned = next((row for row in sets if row.planned), None)
    is_other = planned is not None and planned.planned != exercise.pk
    if not is_other:
        return Line(exercise, sets)
    return Line(exercise, sets, title_of("exercise", planned.planned, planned.planned_name))


def finish(session, now):
    """Over now, or at the last set where that is more than an hour ago. Again changes nothing."""
    if session.finished_at:
        return
    done = session.sets.filter(member=session.member_id).done()
    session.finished_at = _end(session, done.aggregate(last=Max("done_at"))["last"], now)
    session.save(update_fields=["finished_at"])


def discard(session):
    """Take a session away in which nothing was done; returns whether it went."""
    if session.finished_at or session.sets.filter(member=session.member_id).done().exists():
        return False
    session.delete()
    return True


def _end(session, last, now):
    if last and now - last > LEFT_OPEN:
        return max(last, session.started_at)
    return max(now, session.started_at)
