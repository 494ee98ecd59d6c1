from workouts.forms.adding import DayChoiceForm
from workouts.forms.building import (
    AddForm,
    DayForm,
    ExchangeForm,
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
    "DayChoiceForm",
    "DayForm",
    "ExchangeForm",
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
