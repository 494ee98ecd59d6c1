from workouts.forms.adding import DayChoiceForm
from workouts.forms.building import (
    AddForm,
    DayForm,
    ExchangeForm,
    MoveForm,
    OrderForm,
    PlaceForm,
    StateForm,
    WeekForm,
)
from workouts.forms.checking import CheckedForm, FindingForm, MuteForm
from workouts.forms.others import OtherForm
from workouts.forms.plans import CopyForm, NewRoutineForm, RoutineForm, WeeksForm
from workouts.forms.rules import LineageForm, RuleForm
from workouts.forms.schemes import SchemeForm
from workouts.forms.sharing import ShareForm
from workouts.forms.targets import FillForm, TargetsForm
from workouts.forms.text import LineForm, TextForm
from workouts.forms.updating import UpdateForm
from workouts.forms.weeks import RowWeekForm, WholeWeekForm

__all__ = [
    "AddForm",
    "CopyForm",
    "CheckedForm",
    "DayChoiceForm",
    "DayForm",
    "ExchangeForm",
    "FillForm",
    "LineageForm",
    "FindingForm",
    "LineForm",
    "MoveForm",
    "MuteForm",
    "NewRoutineForm",
    "OrderForm",
    "OtherForm",
    "PlaceForm",
    "RoutineForm",
    "RowWeekForm",
    "RuleForm",
    "SchemeForm",
    "ShareForm",
    "StateForm",
    "TargetsForm",
    "TextForm",
    "UpdateForm",
    "WeekForm",
    "WeeksForm",
    "WholeWeekForm",
]
