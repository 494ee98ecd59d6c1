from workouts.models.links import RoutineLink
from workouts.models.plans import Day, Routine, RoutineVersion
from workouts.models.prescriptions import Prescription
from workouts.models.steps import DraftStep
from workouts.models.templates import Template

__all__ = [
    "Day",
    "DraftStep",
    "Prescription",
    "Routine",
    "RoutineLink",
    "RoutineVersion",
    "Template",
]
