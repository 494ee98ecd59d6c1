"""How a made-up lifter gets stronger: slowly, with plateaus, light weeks and bad days.

Numbers are chosen to look like a gym's log; nothing here is a claim about training.
"""

import math
from dataclasses import dataclass, field
from random import Random

from catalogue.models import Exercise

LoadType = Exercise.LoadType

# A steady novice's first loads in kilograms as read, by pattern: one implement, one in each hand.
STARTS = {
    "vertical-pull": (42.5, 14),
    "horizontal-pull": (40, 16),
    "shoulder-extension": (20, 14),
    "rear-delt": (12.5, 5),
    "scapular": (10, 3),
    "scapular-elevation": (50, 20),
    "hip-hinge": (70, 18),
    "spinal-extension": (10, 5),
    "squat": (60, 18),
    "horizontal-push": (45, 16),
    "vertical-push": (30, 12),
    "elbow-flexion": (20, 9),
    "elbow-extension": (20, 8),
    "shoulder-abduction": (8, 5),
    "carry": (24, 20),
}
OTHERWISE = (20, 8)


@dataclass
class Course:
    """A member's years: how gifted, how steady, when they stood still."""

    random: Random
    talent: float = field(init=False)
    steadiness: float = field(init=False)
    plateau: tuple[int, int] = field(init=False)

    def __post_init__(self):
        self.talent = self.random.uniform(0.7, 1.5)
        self.steadiness = self.random.uniform(0.78, 0.97)
        begins = self.random.randint(26, 44)
        self.plateau = (begins, begins + self.random.randint(8, 14))

    def gain(self, week):
        """Strength in `week` relative to week 0: fast at first, none during the plateau."""
        begins, ends = self.plateau
        lived = week - max(0, min(week, ends) - begins)
        return 1 + 0.45 * (1 - math.exp(-lived / 45))

    def is_light(self, week):
        """Every sixth week is a deload: fewer sets, less load."""
        return week % 6 == 5

    def is_away(self, week):
        """A holiday or a cold now and then."""
        return week % 23 == 17


class Lift:
    """One exercise in one member's hands."""

    def __init__(self, exercise, course):
        self.course = course
        self.random = course.random
        self.type = exercise.load_type
        whole, each = STARTS.get(exercise.pattern.slug, OTHERWISE)
        start = each if exercise.load_entry == "per_hand" else whole
        self.step = abs(float(exercise.default_increment_kg)) or 1.0
        self.start = max(self.step, start * course.talent * self.random.uniform(0.85, 1.1))
        self.load = self._rounded(self.start)
        self.misses = 0

    def sets(self, prescription, week):
        """What was done of `prescription` in `week`, a tuple a set.

        Each is (reps, load, seconds, metres, rir, load that was planned).
        """
        light = self.course.is_light(week)
        count = math.ceil(prescription.sets / 2) if light else prescription.sets
        if prescription.unit in {"seconds", "minutes"}:
            return [self._held(prescription, week) for _ in range(count)]
        if prescription.unit == "metres":
            metres = prescription.reps_high
            return [(None, self.load, None, metres, None, self.load) for _ in range(count)]
        return self._lifted(prescription, week, count, light)

    def _held(self, prescription, week):
        grown = prescription.reps_low * self.course.gain(week) * self.random.uniform(0.95, 1.2)
        held = min(prescription.reps_high, round(grown))
        seconds = held * (60 if prescription.unit == "minutes" else 1)
        return (None, None, seconds, None, None, None)

    def _lifted(self, prescription, week, count, light):
        low, high = prescription.reps_low, prescription.reps_high
        day = self.random.gauss(0, 0.6)
        load = planned = self._rounded(self.load * 0.9) if light else self.load
        done = []
        for index in range(count):
            if index and self.random.random() < 0.04:  # a bad day: one step less on the bar
                load = max(self.step, load - self.step)
            reps = self._reps(load, low, high, week, day - 0.5 * index)
            rir = max(0, min(4, round(float(prescription.rir or 2) + self.random.gauss(0, 0.5))))
            done.append((reps, self._shown(load), None, None, rir, self._shown(planned)))
        if not light:
            self._progress([reps for reps, *_ in done], low, high)
        return done

    def _reps(self, load, low, high, week, form):
        if self.type == LoadType.EXTERNAL:
            able = 30 * (self.start * 1.45 * self.course.gain(week) / load - 1) - 2
        else:
            able = low * self.course.gain(week) ** 2 * self.course.talent
        return max(1, min(high, round(able + form)))

    def _progress(self, reps, low, high):
        if min(reps) >= high:
            self.load, self.misses = self._rounded(self.load + self.step), 0
        elif min(reps) < low:
            self.misses += 1
            if self.misses == 2:
                self.load, self.misses = self._rounded(self.load * 0.925), 0

    def _shown(self, load):
        if self.type in {LoadType.BODYWEIGHT, LoadType.BAND}:
            return None
        if self.type == LoadType.BODYWEIGHT_PLUS:
            return 0.0 if self.load <= self.start * 1.05 else self._rounded(load - self.start)
        return load

    def _rounded(self, load):
        return max(self.step, round(load / self.step) * self.step)
