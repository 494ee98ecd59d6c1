"""A target for each set, as a small table that people type into."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from training.set_targets import problems_of, read
from training.units import parse_decimal, plain, shown_load, stored_kg
from training.week_targets import counted
from workouts.describing import span
from workouts.models import Prescription

COLUMNS = ("reps", "load", "rir", "rest", "kind")
KINDS = [
    ("working", "Working set"),
    ("warm_up", "Warm-up"),
    ("drop", "Drop"),
    ("amrap", "As many as possible"),
]
SHARES = {"": "share", "1rm": "one_rm", "tm": "training_max"}
SUFFIXES = {"one_rm": "% 1RM", "training_max": "% TM", "share": "%"}
RANGE = re.compile(r"(\d{1,5})(?:\s*(?:-|–|to)\s*(\d{1,5}))?")
LOAD = re.compile(r"(?P<number>[\d.,]{1,9})\s*(?P<unit>kg|lb|%)?\s*(?:of\s*)?(?P<of>1rm|tm)?")
LOADS_ARE = "a load is a weight, or per cent: 40, 90 %, 80 % 1RM, 75 % TM."
Technique = Prescription.Technique


class TargetsForm(forms.Form):
    """The table: each column's values come as a list, one for each set."""

    def __init__(self, data=None, *, targets=(), unit="kg"):
        super().__init__(data)
        self.unit = unit
        self.rows = self._typed(data) if data is not None else [self._shown(t) for t in targets]

    def clean(self):
        entries, wrong = [], []
        for number, row in enumerate(self.rows, 1):
            try:
                entries.append(self._entry(row))
            except ValidationError as problem:
                wrong.append(f"Set {number}: {problem.message}")
        if wrong := wrong or problems_of(entries):
            raise ValidationError(wrong)
        self._check_number(entries)
        return {"targets": entries}

    def _check_number(self, entries):
        if entries and not 1 <= counted(read(entries)) <= 20:
            raise ValidationError("Beside warm-ups and drops, an exercise has 1 to 20 sets.")

    def like(self, number):
        """What is typed of one set, for one more of it; of the last where there is no such."""
        there = self.rows[number : number + 1] or self.rows[-1:] or [{"reps": "8"}]
        return dict.fromkeys(COLUMNS, "") | there[0]

    def _typed(self, data):
        lists = {name: data.getlist(f"set_{name}")[:60] for name in COLUMNS}
        longest = max(map(len, lists.values()), default=0)
        return [
            {name: values[n].strip() if n < len(values) else "" for name, values in lists.items()}
            for n in range(longest)
        ]

    def _shown(self, entry):
        by, load = entry.get("load", ("rule", None))
        if by == "weight":
            told = f"{plain(shown_load(Decimal(str(load)), self.unit))} {self.unit}"
        else:
            told = "" if load is None else f"{plain(Decimal(str(load)))} {SUFFIXES[by]}"
        return {
            "reps": span(*entry["reps"]),
            "load": told,
            "rir": _told(entry.get("rir")),
            "rest": _told(entry.get("rest")),
            "kind": entry.get("kind", "working"),
        }

    def _entry(self, row):
        found = RANGE.fullmatch(row["reps"])
        if not found:
            raise ValidationError("repetitions are a number or a range, such as 8 or 6–8.")
        low, high = int(found[1]), int(found[2] or found[1])
        entry = {"reps": [low, high]}
        if row["kind"] not in ("", "working"):
            entry["kind"] = row["kind"]
        if row["load"]:
            entry["load"] = self._load(row["load"].lower())
        if row["rir"]:
            entry["rir"] = _number(row["rir"], "reps in reserve are a number, such as 2.")
        if row["rest"]:
            entry["rest"] = _number(row["rest"], "rest is in seconds, such as 90.")
        return entry

    def _load(self, text):
        found = LOAD.fullmatch(text)
        number = found and parse_decimal(found["number"], comma="," in found["number"])
        is_share = found and found["unit"] == "%"
        if number is None or (found["of"] and not is_share):
            raise ValidationError(LOADS_ARE)
        if is_share:
            return [SHARES[found["of"] or ""], _plain(number)]
        return ["weight", _plain(stored_kg(number, found["unit"] or self.unit))]


class FillForm(forms.Form):
    """Which technique fills the table."""

    technique = forms.ChoiceField(
        label="Fill sets as",
        choices=[(v, n) for v, n in Technique.choices if v != Technique.SUPERSET],
        error_messages={"invalid_choice": "Choose a technique from the list."},
    )


def _number(text, words):
    number = parse_decimal(text, comma="," in text)
    if number is None:
        raise ValidationError(words)
    return _plain(number)


def _plain(number):
    return int(number) if number == int(number) else float(number)


def _told(number):
    return "" if number is None else plain(Decimal(str(number)))
