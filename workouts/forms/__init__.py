from workouts.forms.building import (
    AddForm,
    DayForm,
    MoveForm,
    OrderForm,
    PlaceForm,
    SchemeForm,
    StateForm,
)
from workouts.forms.plans import NewRoutineForm, RoutineForm, WeeksForm

__all__ = [
    "AddForm",
    "DayForm",
    "MoveForm",
    "NewRoutineForm",
    "OrderForm",
    "PlaceForm",
    "RoutineForm",
    "SchemeForm",
    "StateForm",
    "WeeksForm",
]
