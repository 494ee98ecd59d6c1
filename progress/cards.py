"""The session screen's cards: one for each exercise or superset, with its sets as rows."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from catalogue.models import Exercise
from progress.amounts import (
    COUNTS,
    MAY_HAVE_LOAD,
    Amount,
    each_side,
)
from progress.models import LoggedSet
from progress.recalling import Visit
from progress.suggesting import Suggestion
from training.units import plain
from workouts.describing import counted, listed, particulars, scheme
from workouts.models import Prescription

Kind = LoggedSet.Kind
UNCOUNTED = {Kind.WARM_UP, Kind.DROP}


@dataclass(eq=False)
class Row:
    """One set: its `aim`; `amount` as done or as a tick logs it; `before`, the same last time.

    `tag` is its badge, `name` what it is called in a sentence.
    """

    set: LoggedSet
    part: "Part"
    tag: str
    name: str
    aim: Amount
    amount: Amount
    before: Amount | None = None
    is_best: bool = False
    is_current: bool = False

    @property
    def is_drop(self):
        return self.set.kind == Kind.DROP

    @property
    def state(self):
        """done, skipped or todo, and drop"""
        state = "done" if self.set.is_done else "skipped" if self.set.skipped_at else "todo"
        return f"{state} drop" if self.is_drop else state

    @property
    def mark(self):
        """How it looks in the bar of the whole workout: see log.css."""
        return "on" if self.set.is_done else "now" if self.is_current else ""

    @property
    def tag_kind(self):
        """How its badge looks: see set-row.css."""
        looks = {Kind.DROP: "d", Kind.WARM_UP: "w"}
        return looks.get(self.set.kind, "letter2" if self.part.label else "")

    @property
    def text(self):
        """The amount; with the exercise where that was swapped after this set."""
        text = str(self.amount) or "Not planned"
        return f"{text}, {self.part.exercise.title}" if self.part.is_earlier else text

    @property
    def label(self):
        """set 3, 52.5 kg × 8"""
        return f"{self.name}, {self.text}" if str(self.amount) else self.name

    @property
    def title(self):
        """Set 3 of 4, Warm-up 1"""
        of = "" if self.set.kind in UNCOUNTED else f" of {self.part.working}"
        return f"{self.name}{of}" if self.part.label else f"{self.name.capitalize()}{of}"

    @property
    def sent(self):
        """The fields a tick sends: what the member sees, so that it is what gets logged."""
        amount = self.amount
        fields = {COUNTS[self.part.measure]: amount.count, "seen": self.set.state}
        if self.part.has_load:
            fields |= {"load": amount.load, "load_unit": amount.unit}
        numbers = {name: plain(n) if isinstance(n, Decimal) else n for name, n in fields.items()}
        return [(name, number) for name, number in numbers.items() if number is not None]

    @property
    def rest_seconds(self):
        """After it: its own, where the plan has a target for each set."""
        plan, place = self.part.prescription, self.set.number - 1
        own = plan.set_targets if plan and not self.set.is_added else []
        entry = own[place] if place < len(own) else {}
        return entry.get("rest", self.part.rest_seconds)

    @property
    def before_brief(self):
        return self.before.brief(self.amount.unit) if self.before else ""


@dataclass(eq=False)
class Part:
    """One exercise of a session, with its rows, its plan and its past.

    Where it was swapped in the middle, `earlier` are the exercises before it, which share its
    slot: their sets are among its rows, each row with the part that it is of.
    """

    slot: int
    exercise: Exercise
    measure: str
    label: str  # A1 in a superset
    sets: list[LoggedSet]
    prescription: Prescription | None = None
    suggestion: Suggestion | None = None
    visits: list[Visit] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    earlier: list["Part"] = field(default_factory=list)
    is_earlier: bool = False
    is_left_out: bool = False  # by what limits the member
    planned: int | None = None  # the exercise that this one was swapped for, and its name
    instead_of: str = ""
    on_the_bar: str = ""  # how its bar is loaded next, and the way up to that: see preparing.py
    warm_ups: list[str] = field(default_factory=list)

    @property
    def own_rows(self):
        return [row for row in self.rows if row.part is self]

    @property
    def is_open(self):
        """Whether some of it is neither done nor skipped."""
        return any(row.is_open for row in self.sets)

    @property
    def has_load(self):
        return self.exercise.load_type in MAY_HAVE_LOAD

    @property
    def working(self):
        """How many sets count: all but warm-ups and drops."""
        return sum(row.kind not in UNCOUNTED for row in self.sets)

    @property
    def last_times(self):
        return self.visits[:3]

    @property
    def rest_seconds(self):
        if self.suggestion and self.suggestion.rest_seconds is not None:
            return self.suggestion.rest_seconds
        if self.prescription:
            return self.prescription.rest_seconds
        return self.exercise.default_rest_seconds

    @property
    def my_setup(self):
        """The member's note on how they set it up; the sets of a slot may be of several."""
        return next(row.my_setup for row in self.sets if row.exercise_id == self.exercise.pk)

    @property
    def each_side(self):
        return each_side(self.exercise)

    @property
    def is_added(self):
        return all(row.is_added for row in self.sets)

    @property
    def is_removable(self):
        return self.is_added and not any(row.is_done for row in self.sets)

    @property
    def target(self):
        """The load all planned working sets aim at: 52.5 kg; empty where it differs or is none."""
        aims = [row.aim for row in self.own_rows if row.set.kind not in UNCOUNTED]
        texts = {aim.load_text for aim in aims}
        return texts.pop() if len(texts) == 1 else ""

    @property
    def aim(self):
        """What the suggestion explains: the load, or else the first set's count."""
        return self.target or next((str(row.aim) for row in self.own_rows if str(row.aim)), "")

    @property
    def goal(self):
        """4 × 6–10 at 52.5 kg each hand, RIR 2."""
        if not self.prescription:
            return "Added today"
        at = f" at {self.target}" if self.target else ""
        hand = f" {self.each_side}" if self.target and self.each_side else ""
        side = " each side" if self.exercise.laterality == "unilateral" and not hand else ""
        instead = self.instead_of and f"instead of {self.instead_of}"
        rest = [*particulars(self.prescription), self.prescription.note, instead]
        return ", ".join([f"{scheme(self.prescription)}{side}{at}{hand}", *filter(None, rest)])


@dataclass(eq=False)
class Card:
    """One exercise, or those of a superset (`letter`), done in rounds."""

    parts: list[Part]
    letter: str = ""

    @property
    def slot(self):
        return self.parts[0].slot

    @cached_property
    def rows(self):
        """All rows in the order they are done: a superset's round by round."""
        if not self.letter:
            return self.parts[0].rows
        return [row for _, rows in self.rounds for row in rows]

    @cached_property
    def rounds(self):
        """Pairs of a round's number and its rows; a drop belongs to the round of its set."""
        placed = []
        for order, part in enumerate(self.parts):
            number = 0
            for row in part.rows:
                number += not row.is_drop
                placed.append((max(number, 1), order, row))
        placed.sort(key=lambda place: place[:2])
        return [
            (number, [row for *_, row in rows])
            for number, rows in groupby(placed, lambda place: place[0])
        ]

    @property
    def last_round(self):
        return self.rounds[-1][0]

    @cached_property
    def is_under_way(self):
        return any(not row.set.is_open or row.is_current for row in self.rows)

    @property
    def is_current(self):
        return any(row.is_current for row in self.rows)

    @property
    def target(self):
        """The part of the page that a change of this card replaces, by its DOM id.

        Where another card holds the open set, that set may close: then it is all cards.
        """
        return f"ex-{self.slot}" if self.is_current else "workout"

    @property
    def opens(self):
        """The id of the set that a link to this card opens: the first open one, or its first."""
        rows = self.rows
        return next((row for row in rows if row.set.is_open), rows[0]).set.pk

    @property
    def exercise(self):
        """The one whose picture stands for the card."""
        return self.parts[0].exercise

    @property
    def name(self):
        return listed([part.exercise.title for part in self.parts])

    @property
    def rest_seconds(self):
        """After a set, or in a superset after a round."""
        return max(part.rest_seconds for part in self.parts)

    @property
    def rest_between(self):
        """Within a round of a superset, the longest; 0 where one goes on at once."""
        plans = [part.prescription for part in self.parts]
        return max((plan.rest_between_seconds or 0 for plan in plans if plan), default=0)

    @property
    def progress(self):
        """2 of 4 sets"""
        done = sum(row.set.is_done for row in self.rows)
        sets = counted(len(self.rows), "set")
        return f"{done} of {sets}" if done else sets
