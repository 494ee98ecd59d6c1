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
from workouts.forms.checking import CheckedForm, FindingForm, MuteForm
from workouts.forms.plans import CopyForm, NewRoutineForm, RoutineForm, WeeksForm
from workouts.forms.rules import LineageForm, RuleForm

__all__ = [
    "AddForm",
    "CopyForm",
    "CheckedForm",
    "DayChoiceForm",
    "DayForm",
    "ExchangeForm",
    "LineageForm",
    "FindingForm",
    "MoveForm",
    "MuteForm",
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
