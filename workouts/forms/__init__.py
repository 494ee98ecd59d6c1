from workouts.forms.building import (
    AddForm,
    DayForm,
    MoveForm,
    OrderForm,
    PlaceForm,
    SchemeForm,
    StateForm,
    WeekForm,
)
from workouts.forms.plans import CopyForm, NewRoutineForm, RoutineForm, WeeksForm

__all__ = [
    "AddForm",
    "CopyForm",
    "DayForm",
    "MoveForm",
    "NewRoutineForm",
    "OrderForm",
    "PlaceForm",
    "RoutineForm",
    "SchemeForm",
    "StateForm",
    "WeekForm",
    "WeeksForm",
]
