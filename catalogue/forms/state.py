"""An exercise as a form: takes a state (states.py), gives a state, and says what may not stand.

Each field of a state has a field here, or two. What the form leaves out stays as it was.
"""

from django import forms

from accounts.fields import PlainSelect, QuantityField
from catalogue.checking import CHOICES, LINES, NUMBERS, ROLES, TEXTS, problems_of
from catalogue.forms.lines import LadderField, LinesField, LinksField
from catalogue.models import ExerciseLimitation
from catalogue.models.vocabulary import Region
from catalogue.states import NEW, known_words
from catalogue.wording import LABELS

SPLIT = {"reps": ("reps_low", "reps_high"), "limitations": ("avoid", "caution")}
LEFT_OUT = {
    "slug",
    "free_exercise_db",
    "pictogram",
    "retired",
    "note",
    "translations",
}  # members are not asked
GROUPS = {  # heading: fields of a state
    "What it is": "name aliases pattern equipment",
    "Muscles": "primary secondary stabilisers region",
    "How to do it": "setup cues mistakes brace",
    "Usual amount": "metric reps rest_seconds increment_kg",
    "Load and sides":
        "load_type load_entry laterality mechanic bodyweight_factor one_rep_max_allowed",
    "How hard it is": "difficulty spine_load",
    "Whom it may not suit": "limitations",
    "Easier and harder": "regressions progressions",
    "Reading and videos": "links",
}  # fmt: skip
ASKED = tuple(" ".join(GROUPS.values()).split())
HINTS = {
    "aliases": "One a line.",
    "cues": "One a line. **Strong** words and *stress* may be marked.",
    "mistakes": "One a line, each with what to do instead.",
    "difficulty": "1 and 2 are for beginners, 5 for experts.",
    "links": "One a line: reading or video, title, address, with | between.",
    "regressions": "By name, one a line.",
    "progressions": "By name, one a line.",
    "bodyweight_factor": "0 to 2. Leave it empty if you do not know.",
    "slug": "Small letters, digits and hyphens. It never changes afterwards.",
}


class StateForm(forms.Form):
    """Some `fields` of a state, filled with those of `state`; `names` is a wording.Glossary.

    Once it is valid, `given` has the values of these fields, and `state` the whole.
    """

    def __init__(self, data=None, *, state, names, fields=ASKED):
        self.before, self.names, self.asked = NEW | state, names, fields
        super().__init__(data, initial=_initial(self.before, names))
        for name in fields:
            self.fields |= _fields(name, names)

    def clean(self):
        given = super().clean()
        if self.errors:
            return given
        self.given = {name: _value(name, given, self.names) for name in self.asked}
        self.state = self.whole()
        for name, why in problems_of(self.state, known_words()).items():
            self.add_error(self.at(name), f"{why}" if self.at(name) else f"{LABELS[name]}: {why}")
        return given

    def whole(self):
        return self.before | self.given

    def at(self, name):
        """The field that asks for a field of a state; None where the form does not ask for it."""
        first = SPLIT.get(name, (name,))[0]
        return first if first in self.fields else None

    def groups(self):
        """(heading, its fields) for the template."""
        for heading, names in GROUPS.items():
            fields = [field for name in names.split() for field in self.parts(name)]
            if fields:
                yield heading, fields

    def parts(self, name):
        """The bound fields that ask for one field of a state."""
        return [self[part] for part in SPLIT.get(name, (name,)) if part in self.fields]


def _fields(name, names):
    """{name: form field} of a field of a state."""
    label, hint = LABELS[name], HINTS.get(name, "")
    if name == "reps":
        whole = {"min_value": 1, "max_value": 1000}
        labels = {"reps_low": "Usually from", "reps_high": "Up to"}
        return {part: forms.IntegerField(label=label, **whole) for part, label in labels.items()}
    if name == "limitations":
        return {
            verdict.value: _several(f"Who should {words}", names.limitations)
            for verdict, words in [
                (ExerciseLimitation.Verdict.AVOID, "leave it out"),
                (ExerciseLimitation.Verdict.CAUTION, "take care"),
            ]
        }
    made = _FIELDS[name](name, names) if name in _FIELDS else forms.BooleanField(required=False)
    made.label, made.help_text = label, hint
    return {name: made}


def _text(name, names):
    required = name in ("name", "slug")
    widget = forms.TextInput if required else forms.Textarea(attrs={"rows": 2})
    return forms.CharField(required=required, max_length=TEXTS[name], widget=widget)


def _lines(name, names):
    longest, most = LINES[name]
    return LinesField(required=False, longest=longest, most=most)


def _several(label, words):
    return forms.MultipleChoiceField(
        label=label, required=False, choices=[*words.items()],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"invalid_choice": "Choose from the list."},
    )  # fmt: skip


def _one(choices):
    return forms.ChoiceField(
        choices=choices, required=choices[0][0] != "", widget=PlainSelect,
        error_messages={"invalid_choice": "Choose one from the list."},
    )  # fmt: skip


def _number(name, names):
    least, most, is_whole = NUMBERS[name]
    if is_whole:
        return forms.IntegerField(min_value=least, max_value=most)
    places = 3 if name == "bodyweight_factor" else 2
    return QuantityField(
        required=name == "increment_kg", min_value=least, max_value=most, decimal_places=places
    )


_FIELDS = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(LINES, _lines),
    "links": lambda name, names: LinksField(required=False),
    **dict.fromkeys(NUMBERS, _number),
    **dict.fromkeys(CHOICES, lambda name, names: _one(CHOICES[name].choices)),
    **dict.fromkeys(ROLES, lambda name, names: _several("", names.muscles)),
    **dict.fromkeys(("regressions", "progressions"), lambda name, names: LadderField(names)),
    "equipment": lambda name, names: _several("", names.equipment),
    "pattern": lambda name, names: _one([("", "None of these"), *names.patterns.items()]),
    "region": lambda name, names: _one([("", "None"), *Region.choices]),
}


def _initial(state, names):
    low, high = state["reps"]
    verdicts = {
        verdict: [slug for slug, given in state["limitations"].items() if given == verdict]
        for verdict in SPLIT["limitations"]
    }
    ladder = {
        name: [names.exercises.get(slug, slug) for slug in state[name]]
        for name in ("regressions", "progressions")
    }
    return state | verdicts | ladder | {"reps_low": low, "reps_high": high}


def _value(name, given, names):
    """What a state has for a field, from what the form's fields were given."""
    if name == "reps":
        return [given["reps_low"], given["reps_high"]]
    if name == "limitations":
        pairs = [(slug, verdict) for verdict in reversed(SPLIT[name]) for slug in given[verdict]]
        return dict(pairs)
    value = given[name]
    if name == "pattern":
        return value or None
    if name == "name":
        return " ".join(value.split())
    if name in ("increment_kg", "bodyweight_factor"):
        return None if value is None else float(value)
    return value
