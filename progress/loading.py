"""What a member can load of each exercise: their weights, and what it is done with."""

from decimal import Decimal
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from accounts.kits import usual_gym
from accounts.models import WeightSet
from catalogue.models import Exercise
from progress.amounts import LoadType
from training.loadable import Implement, Kit, step_with
from training.on_the_bar import on_the_bar, ramp

IMPLEMENTS: dict[str, Implement] = {  # slugs of equipment; the first that is needed counts
    "trap-bar": "trap_bar",
    "ez-bar": "ez_bar",
    "dumbbell": "dumbbell",
    "kettlebell": "kettlebell",
    "cable": "stack",
    "machine-selectorised": "stack",
    "machine-plate-loaded": "plates",
    "barbell": "barbell",
}
OTHERWISE_LOADED = {"landmine", "smith-machine", "axle"}
LOADED = {LoadType.EXTERNAL, LoadType.DISTANCE_LOAD}


class Loading(NamedTuple):
    """The member's kit, None before they said what it is, and what an exercise is done with."""

    kit: Kit | None
    implement: Implement | None

    def step(self, usual):
        """The usual step among the loads that can be made."""
        if self.kit is None or self.implement is None:
            return usual
        return step_with(self.kit, self.implement, usual)

    def on_the_bar(self, load_kg, unit):
        """How a bar is loaded, in words; with the bars and plates of most gyms if none are known.

        Empty for what is no bar.
        """
        return on_the_bar(load_kg, self._bars(unit), self.implement) if self.implement else ""

    def ramp(self, work_kg, unit, step):
        """The warm-up sets before a working load."""
        return ramp(work_kg, self._bars(unit), self.implement, step)

    def _bars(self, unit):
        known = self.kit and self.kit.plates and self.kit.bars_of(self.implement)
        return self.kit if known else usual_gym(unit)


def said(member_id, exercise="exercise"):
    """Annotations that tell loading of a query's rows: `kit` and `pieces`; part of its query."""
    mine = WeightSet.objects.filter(member=member_id)
    pieces = Exercise.equipment.through.objects.filter(exercise=OuterRef(exercise))
    return {
        "kit": Subquery(mine.values(all=JSONObject(**{name: name for name in Kit.__match_args__}))),
        "pieces": ArraySubquery(pieces.values("equipment__slug")),
    }


def tell_loading(rows):
    """Give the exercise of each row, annotated by said(), its `loading`; return the rows."""
    for row in rows:
        _tell(row.exercise, row)
    return rows


def exercises_told(member_id, exercises):
    """{id: Exercise} of these ids, each with its `loading` for a member. One query."""
    found = Exercise.objects.annotate(**said(member_id, "pk")).in_bulk(exercises)
    for exercise in found.values():
        _tell(exercise, exercise)
    return found


def loading_of(exercise):
    """What it was told to be loaded with; nothing is known of others."""
    return getattr(exercise, "loading", Loading(None, None))


def implement_of(exercise, pieces):
    """What is loaded, by how the exercise is done and the slugs of its equipment, or None."""
    if exercise.load_type == LoadType.BODYWEIGHT_PLUS:
        return "belt"
    if exercise.load_type == LoadType.ASSISTED:
        return "assistance" if "assist-machine" in pieces else None
    if exercise.load_type not in LOADED or OTHERWISE_LOADED & set(pieces):
        return None
    implement = next((IMPLEMENTS[slug] for slug in IMPLEMENTS if slug in pieces), None)
    if implement == "plates" and exercise.load_entry == Exercise.LoadEntry.PER_SIDE:
        return "plates_a_side"
    return implement


def _tell(exercise, row):
    exercise.loading = Loading(_kit(row.kit), implement_of(exercise, row.pieces))


def _kit(said):
    return said and Kit(**{name: _weights(value) for name, value in said.items()})


def _weights(value):
    if isinstance(value, list):
        return tuple(map(_weights, value))
    return value if value is None or isinstance(value, str) else Decimal(str(value))
