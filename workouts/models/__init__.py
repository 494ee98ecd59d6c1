from workouts.models.alternatives import MOST_OTHERS, Alternative, others_of_rows
from workouts.models.links import RoutineLink
from workouts.models.plans import Day, Routine, RoutineVersion
from workouts.models.prescriptions import Prescription
from workouts.models.steps import DraftStep
from workouts.models.templates import Template

__all__ = [
    "Alternative",
    "Day",
    "DraftStep",
    "MOST_OTHERS",
    "Prescription",
    "Routine",
    "RoutineLink",
    "RoutineVersion",
    "Template",
    "others_of_rows",
]
