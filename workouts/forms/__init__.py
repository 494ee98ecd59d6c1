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
from workouts.forms.rules import LineageForm, RuleForm

__all__ = [
    "AddForm",
    "CopyForm",
    "DayChoiceForm",
    "DayForm",
    "ExchangeForm",
    "LineageForm",
    "MoveForm",
    "NewRoutineForm",
    "OrderForm",
    "PlaceForm",
    "RoutineForm",
    "RuleForm",
    "SchemeForm",
    "StateForm",
    "WeekForm",
    "WeeksForm",
]
