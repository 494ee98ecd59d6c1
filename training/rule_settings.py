"""What can be set of each rule of progression, within which limits, and what holds unless set.

Settings are kept as JSON: {name: number}. What is not there, or makes no sense, is the usual.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from training.counting_up import (
    HOLD_MORE,
    MINUTES_MORE,
    REST_LESS,
    SHORTEST_REST,
    TOTAL_MORE,
)
from training.units import plain


@dataclass(frozen=True)
class Setting:
    """A number that a rule understands: from `low` to `high`, in multiples of `step`.

    `usual` holds where nothing is set; None says that the rule finds it out by itself.
    """

    name: str
    label: str
    low: Decimal
    high: Decimal
    usual: Decimal | None
    step: Decimal = Decimal(1)
    help: str = ""
    is_load: bool = False

    @property
    def is_whole(self) -> bool:
        return self.step == self.step.to_integral_value()

    def problem(self, value: Decimal) -> str:
        """What is wrong with a value, in words; empty where nothing is."""
        if not self.low <= value <= self.high:
            unit = " kg" if self.is_load else ""
            return f"{self.label}: from {plain(self.low)} to {plain(self.high)}{unit}."
        if value % self.step:
            return f"{self.label}: in steps of {plain(self.step)}."
        return ""


def _setting(
    name: str, label: str, low: str, high: str, usual: str | None, step: str = "1", help: str = "",
    *, is_load: bool = False,
) -> Setting:  # fmt: skip
    known = None if usual is None else Decimal(usual)
    return Setting(name, label, Decimal(low), Decimal(high), known, Decimal(step), help, is_load)


_INCREMENT = _setting(
    "increment_kg", "Step of load", "0.25", "50", None, "0.01",
    "Empty: the exercise’s own.", is_load=True,
)  # fmt: skip
_TOPS = _setting("tops", "Times at the top", "1", "2", "1", help="How often in a row.")

SETTINGS: dict[str, tuple[Setting, ...]] = {
    "double": (_TOPS, _INCREMENT),
    "linear": (
        _setting("misses_to_reset", "Misses to a reset", "1", "5", "3", help="In a row."),
        _setting("reset_percent", "Reset by, %", "5", "30", "10"),
        _INCREMENT,
    ),
    "assist_down": (_TOPS, _INCREMENT),
    "reps_total": (
        _setting("add", "Reps more each time", "1", "20", str(TOTAL_MORE)),
        _setting("target", "Total to reach", "1", "500", None, help="Empty: no end."),
    ),
    "rest_shorten": (
        _setting("step", "Seconds less each time", "5", "60", str(REST_LESS), "5"),
        _setting("floor", "Shortest rest, seconds", "15", "300", str(SHORTEST_REST), "5"),
        _INCREMENT,
    ),
    "time": (
        _setting("add", "Seconds more each time", "1", "60", str(HOLD_MORE)),
        _setting("cap", "Longest, seconds", "5", "600", None, help="Empty: the upper number."),
    ),
    "duration_cardio": (
        _setting("add", "Minutes more each time", "1", "10", str(MINUTES_MORE)),
        _setting("cap", "Longest, minutes", "1", "300", None, help="Empty: the upper number."),
    ),
    "wave": (
        _setting(
            "training_max_kg", "Training max", "5", "600", None, "0.01",
            "Empty: nine tenths of your best estimate.", is_load=True,
        ),
        _setting(
            "rounding_kg", "Round loads to", "0.25", "10", None, "0.01",
            "Empty: the exercise’s own step.", is_load=True,
        ),
    ),
    "rpe_top_set": (
        _setting("target_rpe", "Effort of the top set, RPE", "6", "10", None, "0.5",
                 "Empty: from the reps in reserve."),
        _setting("drop_percent", "Back-off sets lighter by, %", "0", "40", None,
                 help="Empty: 8 after a top set."),
    ),
    "none": (),
}  # fmt: skip


def known_settings(rule: str, given: object) -> dict[str, Decimal]:
    """The settings of a rule as it uses them: those given, where they make sense, or the usual.

    One that is neither given nor usual is left out.
    """
    raw = given if isinstance(given, Mapping) else {}
    found = {}
    for setting in SETTINGS.get(rule, ()):
        value = _number(raw.get(setting.name))
        if value is None or setting.problem(value):
            value = setting.usual
        if value is not None:
            found[setting.name] = value
    return found


def problems(rule: str, given: Mapping[str, object]) -> dict[str, str]:
    """What is wrong with settings for a rule, in words: {name: sentence}; empty where nothing."""
    settings = {setting.name: setting for setting in SETTINGS.get(rule, ())}
    found = {}
    for name, raw in given.items():
        value = _number(raw)
        if name not in settings:
            found[name] = f"This rule has no setting called {name}."
        elif value is None:
            found[name] = f"{settings[name].label}: give a number."
        elif problem := settings[name].problem(value):
            found[name] = problem
    return found


def as_json(settings: Mapping[str, Decimal]) -> dict[str, int | float]:
    """Settings as they are kept: whole numbers as such."""
    return {
        name: int(value) if value == value.to_integral_value() else float(value)
        for name, value in settings.items()
    }


def _number(raw: object) -> Decimal | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str | Decimal):
        return None
    try:
        value = Decimal(str(raw))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
