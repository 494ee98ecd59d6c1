"""A proposal as a curator reads it: what it changes, what it clashes with, what may be like it."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Q

from catalogue.duplicates import likely, traits_of_state
from catalogue.history import newest_seen
from catalogue.models import Exercise, Proposal
from catalogue.previewing import kept_apart
from catalogue.proposing import WANTED, is_clear, missing, overtaken_fields
from catalogue.shelf import public_shelf
from catalogue.states import FIELDS, NEW, states_with
from catalogue.usage import usage_of
from catalogue.wording import LABELS, Change, change, changes, glossary

AROUND, SHOWN = 5, 40  # rows of the list before the one on show, and in all
CREDITED = {"primary", "secondary", "stabilisers"}
FILTERED = {"limitations", "spine_load", "equipment", "difficulty", "pattern", "region"}


@dataclass(frozen=True)
class Row:
    """A field that is proposed: how it differs from now, and from what the proposer saw.

    `meanwhile` is what others changed of it since, which accepting would take back.
    """

    change: Change
    meanwhile: Change | None = None


@dataclass
class Review:
    """All a page says of one proposal."""

    proposal: Proposal
    shelf: object = field(default_factory=public_shelf)

    @cached_property
    def names(self):
        return glossary(self.shelf)

    @cached_property
    def _read(self):
        """Of the exercise: its state now, its newest state's id, the ids of what it is not."""
        if self.proposal.is_new:
            return NEW, 0, []
        rows = Exercise.objects.public().filter(pk=self.proposal.exercise_id)
        found = states_with(rows, newest_seen(), kept_apart())
        return next(iter(found), (None, 0, []))

    @property
    def now(self):
        """The state of the exercise as it is; of nothing for a new one; None where it has gone."""
        return self._read[0]

    @property
    def base(self):
        """What the proposed values are laid over."""
        return self.proposal.base if self.now is None else self.now

    @property
    def proposed(self):
        return self.base | self.proposal.fields

    @property
    def seen(self):
        return self._read[1]

    @cached_property
    def rows(self):
        proposal = self.proposal
        if proposal.is_new:
            return [Row(self._begun(name)) for name in FIELDS if name in self._asked]
        clashes = overtaken_fields(proposal, self.now) if self.now else set()
        return [
            Row(one, self._meanwhile(one.field) if one.field in clashes else None)
            for one in changes(self.base, self.proposed, self.names)
        ]

    @property
    def _asked(self):
        """Fields of a new exercise that a curator reads, or fills in where nobody has."""
        return {*WANTED, "limitations", *self.proposal.fields} - {"slug"}

    def _begun(self, name):
        return change(name, NEW[name], self.proposed[name], NEW, self.proposed, self.names)

    def _meanwhile(self, name):
        old = self.proposal.base
        return change(name, (NEW | old)[name], self.now[name], NEW | old, self.now, self.names)

    @property
    def settled(self):
        """Labels of what is in the catalogue already as it was proposed."""
        left = {row.change.field for row in self.rows}
        return [LABELS[name] for name in self.proposal.fields if name not in left]

    @property
    def missing(self):
        return [LABELS[name].lower() for name in missing(self.proposal)]

    @property
    def duplicates(self):
        traits = traits_of_state(self.proposed, self.shelf.words)
        return likely(traits, self.shelf, apart={self.proposal.exercise_id, *self._read[2]})

    @cached_property
    def usage(self):
        exercise = self.proposal.exercise
        return exercise and usage_of([exercise.pk])[exercise.pk]

    @property
    def touches_filters(self):
        return any(row.change.field in FILTERED | CREDITED for row in self.rows)

    @property
    def touches_credits(self):
        return any(row.change.field in CREDITED for row in self.rows)

    @property
    def record(self):
        """(accepted, decided) of all that the proposer proposed before."""
        theirs = Proposal.objects.filter(member=self.proposal.member_id, member__isnull=False)
        decided = ~Q(verdict__in=["", Proposal.Verdict.WITHDRAWN])
        accepted = Q(verdict=Proposal.Verdict.ACCEPTED)
        counts = {"accepted": Count("pk", accepted), "decided": Count("pk", decided)}
        return theirs.aggregate(**counts)


class Queue:
    """The undecided proposals of a kind, the oldest first. `show` is all, new, edits or asked."""

    def __init__(self, proposals, show):
        oldest_first = proposals.undecided().order_by("created_at", "pk")
        is_new = {"is_new_one": Q(base__isnull=True)}
        rows = list(oldest_first.annotate(**is_new).values_list("pk", "is_new_one", "asked_at"))
        self.proposals, self.show = proposals, show
        self._ids = {
            "all": [pk for pk, _, asked in rows if not asked],
            "new": [pk for pk, is_new, asked in rows if is_new and not asked],
            "edits": [pk for pk, is_new, asked in rows if not is_new and not asked],
            "asked": [pk for pk, _, asked in rows if asked],
        }

    @property
    def counts(self):
        return {name: len(ids) for name, ids in self._ids.items()}

    @property
    def ids(self):
        return self._ids[self.show]

    def around(self, pk=None):
        """The proposals to list: those about the one of this id, the first ones without it."""
        start = max(self.ids.index(pk) - AROUND, 0) if pk in self.ids else 0
        wanted = self.proposals.filter(pk__in=self.ids[start : start + SHOWN])
        return list(wanted.select_related("member", "exercise"))

    def first_clear(self, listed):
        """The oldest that may be decided as it stands, or the oldest of all."""
        return next(filter(is_clear, listed), listed[0] if listed else None)

    def place(self, pk):
        """(its number, the id before it, the id after it); the number is None if it is not here."""
        if pk not in self.ids:
            return None, None, None
        at = self.ids.index(pk)
        before, after = self.ids[at - 1 : at] if at else [], self.ids[at + 1 : at + 2]
        return at + 1, next(iter(before), None), next(iter(after), None)
