"""A made-up member's journal as rows: sessions, sets and weigh-ins, the same for the same seed."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from random import Random

from backgym.seeding.strength import Course, Lift
from training.units import from_kg, round_to_step, stored_kg

KG = "kg"


@dataclass
class Life:
    """The rows of one member, in the order of the columns that writing.py names."""

    sessions: list = field(default_factory=list)
    sets: list = field(default_factory=list)
    measurements: list = field(default_factory=list)


def live(member, plans, last, seed, weighs_in=0.3):
    """The journal of `member` up to `last`, following `plans` one after the other.

    plans: [(first date, [(day, [prescription, ...]), ...]), ...]; a day has its weekday.
    weighs_in: how likely a weigh-in is on any day, 0 to 1.
    """
    random = Random(f"{seed}:{member.email}")  # noqa: S311 - made-up data, not secrets
    course, life, lifts = Course(random), Life(), {}
    mass = random.uniform(58, 96)
    first = plans[0][0]
    for offset in range((last - first).days + 1):
        today = first + timedelta(days=offset)
        week = offset // 7
        plan = [days for begins, days in plans if begins <= today][-1]
        if random.random() < weighs_in:
            life.measurements.append(_weigh_in(member, today, mass, week, random))
        for day, prescriptions in plan:
            if day.weekday == today.isoweekday() and _trains(course, week, random):
                _train(life, member, (day, prescriptions), today, week, lifts, course)
    return life


def _trains(course, week, random):
    return not course.is_away(week) and random.random() < course.steadiness


def _weigh_in(member, today, mass, week, random):
    at = datetime.combine(today, time(7, random.randrange(60)), UTC)
    kg = mass + 0.03 * week + random.gauss(0, 0.5)
    kg, typed, unit = _typed(kg, member.unit, step=0.1)
    return (row_id(random, at), member.pk, "body_mass", today, at, kg, typed, unit, "")


def _train(life, member, planned, today, week, lifts, course):
    day, prescriptions = planned
    random = course.random
    began = datetime.combine(today, time(random.choice((6, 12, 17, 18)), random.randrange(60)), UTC)
    clock = began + timedelta(minutes=4)
    session = row_id(random, began)
    for slot, prescription in enumerate(prescriptions, 1):
        lift = lifts.get(prescription.exercise_id)
        if lift is None:
            lift = lifts[prescription.exercise_id] = Lift(prescription.exercise, course)
        for number, done in enumerate(lift.sets(prescription, week), 1):
            clock += timedelta(seconds=40 + prescription.rest_seconds)
            life.sets.append(
                _set(member, (session, today), prescription, (slot, number), done, clock, random)
            )
    life.sessions.append(
        (session, member.pk, day.pk, day.name, today, member.time_zone, began, clock, "",
         random.choice((None, 3, 4, 4, 5)), "", "")
    )  # fmt: skip


def _set(member, session, prescription, place, done, clock, random):
    reps, load, seconds, metres, rir, planned = done
    kg, typed, unit = _typed(load, member.unit)
    target, *_ = _typed(planned, member.unit)
    target_reps = prescription.reps_low if reps else None
    kind = "timed" if seconds else "warm_up" if prescription.technique == "warmup" else "working"
    return (
        row_id(random, clock), member.pk, *session, prescription.exercise_id, prescription.pk,
        *place, prescription.superset, kind, target, target_reps, reps, kg, typed, unit,
        rir, seconds, metres, prescription.rest_seconds, "", clock,
    )  # fmt: skip


def _typed(kg, unit, step=2.5):
    """A load as kept, and as its member types it: pounds in steps of their own."""
    if kg is None:
        return None, None, unit
    typed = Decimal(str(round(kg, 2)))
    if unit != KG:
        typed = round_to_step(from_kg(typed, unit), Decimal(str(step)))
    elif step < 1:
        typed = round_to_step(typed, Decimal(str(step)))
    return stored_kg(typed, unit), typed, unit


def row_id(random, at):
    """A UUIDv7 of this moment, the same whenever the same seed is lived again."""
    bits = int(at.timestamp() * 1000) << 80 | random.getrandbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    return uuid.UUID(int=bits & ~(0x3 << 62) | 0x2 << 62)
