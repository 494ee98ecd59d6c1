"""The session screen: its cards, the set that is next, what was trained so far, and the rest."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from accounts.statements import Statement
from catalogue.fitting import left_out
from catalogue.marking import setup_note
from catalogue.models import Exercise
from catalogue.models.titles import title_of
from progress.asking import body_weight_for, most_visits
from progress.cards import Card, Row
from progress.crediting import credits_of
from progress.easing import as_done_in, reach
from progress.laying_out import cards_of, recall
from progress.loading import said, tell_loading
from progress.models import LoggedSet, Session
from progress.planning_week import in_plan_week
from progress.preparing import prepare
from progress.recalling import recent_visits
from progress.records import records_of
from workouts.balance import SHOWN, RegionWeek, muscles_of
from workouts.models import Routine

FORGOTTEN_SECONDS = 600  # past the end of a rest; nobody is resting any more


@dataclass(frozen=True)
class Rest:
    """The rest after the set `after`, which was done `elapsed` seconds ago; `next` is the row."""

    after: LoggedSet
    seconds: int
    elapsed: int
    next: Row | None


@dataclass
class Screen:
    """`routine` is the one whose day this is, with who gave it; None without one."""

    session: Session
    routine: Routine | None
    cards: list[Card]
    current: Row | None
    rest: Rest | None
    minutes: int
    so_far: list[RegionWeek]
    worked: dict[str, Decimal]
    has_focus: bool = False  # of the current set, for its Log button

    @cached_property
    def address(self):
        return self.session.get_absolute_url()

    @cached_property
    def rows(self):
        return [row for card in self.cards for row in card.rows]

    @property
    def done(self):
        return sum(row.set.is_done for row in self.rows)

    @property
    def under_way(self):
        return [card for card in self.cards if card.is_under_way]

    @property
    def to_come(self):
        return [card for card in self.cards if not card.is_under_way]

    @property
    def part(self):
        """The exercise of the current set."""
        return self.current and self.current.part

    def card_of(self, slot):
        slots = ((card, part.slot) for card in self.cards for part in card.parts)
        return next((card for card, number in slots if number == slot), None)


def screen_of(session, member, now, wanted=None, slot=None):
    """The screen of a session; `wanted` is the id of a set to open instead of the next one.

    Only cards under way know their past; with `slot` only its card, if it has the open set.
    Five queries: the sets with the member's set-up notes and weights, their muscles, the last
    times, the records, the member's limits; after a swap, or where a rule reckons with the body,
    one more.
    """
    sets = in_plan_week(session, tell_loading(SETS(member, session.pk)))
    muscles = muscles_of({row.exercise_id for row in sets})
    cards = _cards(sets, muscles, member.unit)
    _name_planned(cards, sets)
    rows = [row for card in cards for row in card.rows]
    current = next((row for row in rows if row.set.pk == wanted), None) or next_row(cards)
    if current:
        current.is_current = True
    shown = _shown(cards, slot)
    _recall(session, member, sets, shown)
    _warn(member, shown)
    _ease(session, cards)
    return Screen(
        session=session,
        routine=_routine(session, shown),
        cards=cards,
        current=current,
        rest=rest_after(cards, current, now),
        minutes=max(0, round((now - session.started_at).total_seconds() / 60)),
        so_far=_so_far(sets, muscles),
        has_focus=bool(current) and current.set.pk == wanted,
        worked=credits_of(_done(sets), muscles, {slug: slug for slug in muscles.region}),
    )


def _sets(member, session):
    """Of one's own session, by its id."""
    stored = LoggedSet.objects.owned_by(member).filter(session=session)
    noted = stored.annotate(my_setup=setup_note(member, "exercise"), **said(member.pk))
    return noted.with_exercise("prescription").in_order()


SETS = Statement(_sets, UUID("018cc251-f400-7000-8000-53657373696f"))


def next_row(cards):
    """The set to do next: the one after the last done, else one of its card, else the first."""
    last = _last_done(cards)
    everywhere = [row for card in cards for row in card.rows]
    if last is None:
        return next((row for row in everywhere if row.set.is_open), None)
    card, row = last
    place = card.rows.index(row)
    for candidate in [*card.rows[place + 1 :], *card.rows, *everywhere]:
        if candidate.set.is_open:
            return candidate
    return None


def rest_after(cards, current, now):
    """The rest that runs now; None before a drop, where none is planned, and when forgotten."""
    last = _last_done(cards)
    if last is None:
        return None
    card, row = last
    later = card.rows[card.rows.index(row) + 1 :]
    if later and later[0].is_drop and later[0].part is row.part and later[0].set.is_open:
        return None
    seconds, elapsed = _rest_of(card, row), int((now - row.set.done_at).total_seconds())
    if not seconds or elapsed > seconds + FORGOTTEN_SECONDS:
        return None
    return Rest(row.set, seconds, elapsed, current if current is not row else None)


def _rest_of(card, row):
    """After a row: its own, or in a superset that within the round or after it."""
    if not card.letter:
        return row.rest_seconds
    if any(other.set.is_open for other in _round_of(card, row)):
        plan = row.part.prescription
        return plan and plan.rest_between_seconds
    return card.rest_seconds


def _round_of(card, row):
    return next(rows for _, rows in card.rounds if row in rows)


def _last_done(cards):
    done = [(card, row) for card in cards for row in card.rows if row.set.is_done]
    return max(done, key=lambda pair: pair[1].set.done_at, default=None)


def _cards(sets, muscles, unit):
    for row in sets:
        row.exercise.primary = muscles.primary(row.exercise_id)
        row.exercise.secondary = muscles.secondary(row.exercise_id)
    return cards_of(sets, unit)


def _name_planned(cards, sets):
    """Say of what was swapped what it stands in for. One query, if that is in no set here."""
    swapped = [part for card in cards for part in card.parts if part.planned]
    if not swapped:
        return
    names = {row.exercise_id: row.exercise.name for row in sets}
    unknown = {part.planned for part in swapped} - names.keys()
    if unknown:
        names |= Exercise.objects.filter(pk__in=unknown).values_list("pk", "name")
    for part in swapped:
        part.instead_of = title_of("exercise", part.planned, names.get(part.planned, ""))


def _shown(cards, slot):
    """The cards that are shown with their sets."""
    for card in cards:
        if card.is_current and any(part.slot == slot for part in card.parts):
            return [card]
    return [card for card in cards if card.is_under_way]


def _recall(session, member, sets, cards):
    """Give these cards' exercises their past, and mark the sets that are records."""
    shown = [part for card in cards for part in card.parts]
    parts = [one for part in shown for one in (part, *part.earlier)]
    exercises = {part.exercise.pk: part.exercise for part in parts}
    plans = [part.prescription for part in parts if part.prescription]
    most = reach(session.newest_deload, session.trained_on, most_visits(plans))
    body_kg = body_weight_for(member, plans, session.trained_on)
    visits = recent_visits(member, exercises, session.pk, most) if exercises else {}
    for part in parts:
        recall(part, visits[part.exercise.pk], member.unit, session, body_kg)
        prepare(part, member.unit)
    records = records_of(session, [row for row in sets if row.exercise_id in exercises])
    best = {row.pk for record in records for row in record.sets}
    for row in (row for part in parts for row in part.rows):
        row.is_best = row.set.pk in best


def _ease(session, cards):
    """Show every prescription as this workout asks for it; what is due was derived by now."""
    for part in (part for card in cards for part in card.parts if part.prescription):
        part.prescription = as_done_in(session, part.prescription)


def _routine(session, cards):
    """Where the rules of a workout's day can be changed, if one of these cards has a rule."""
    if session.day_id is None or not any(part.suggestion for card in cards for part in card.parts):
        return None
    return session.day.version.routine


def _warn(member, cards):
    """Mark the exercises still to do that the member should rather leave out."""
    parts = [part for card in cards for part in card.parts if part.is_open]
    avoid = left_out(member, {part.exercise.pk for part in parts})
    for part in parts:
        part.is_left_out = part.exercise.pk in avoid


def _so_far(sets, muscles):
    """Hard sets of each region that is trained today: done, of planned."""
    planned = credits_of(sets, muscles, muscles.region)
    done = credits_of(_done(sets), muscles, muscles.region)
    return [
        RegionWeek(
            str(region), done.get(region, Decimal(0)), low=planned[region], high=planned[region]
        )
        for region in SHOWN
        if planned.get(region)
    ]


def _done(sets):
    return [row for row in sets if row.is_done]
