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
from workouts.forms.checking import FindingForm, MuteForm, RuleForm
from workouts.forms.plans import CopyForm, NewRoutineForm, RoutineForm, WeeksForm

__all__ = [
    "AddForm",
    "CopyForm",
    "DayChoiceForm",
    "DayForm",
    "ExchangeForm",
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
