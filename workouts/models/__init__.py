from workouts.models.plans import Day, Prescription, Routine, RoutineVersion
from workouts.models.templates import Template

__all__ = ["Day", "Prescription", "Routine", "RoutineVersion", "Template"]
