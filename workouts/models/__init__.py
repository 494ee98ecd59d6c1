from workouts.models.plans import Day, Routine, RoutineVersion
from workouts.models.prescriptions import Prescription
from workouts.models.templates import Template

__all__ = ["Day", "Prescription", "Routine", "RoutineVersion", "Template"]
