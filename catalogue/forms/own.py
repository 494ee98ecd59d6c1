"""An exercise of a member's own, with what curators say of everybody's."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from accounts.fields import PlainSelect, QuantityField, in_kg
from catalogue.checking import BIDI
from catalogue.forms.lines import LinesField
from catalogue.forms.steps import StepsForm
from catalogue.models import Equipment, Exercise, ExerciseLimitation, ExerciseMuscle, Pattern
from catalogue.models.vocabulary import BACK_REGIONS
from catalogue.owning import NO_PARTS, asked_about, free_slug, region_of, write_parts
from catalogue.states import LEVELS
from training.units import plain, shown_load

REPS = {"validators": [MinValueValidator(1), MaxValueValidator(1000)]}
USUAL_METRIC = {
    Exercise.LoadType.DURATION: Exercise.Metric.SECONDS,
    Exercise.LoadType.DISTANCE_LOAD: Exercise.Metric.METRES,
    Exercise.LoadType.CARDIO: Exercise.Metric.TIME_DISTANCE,
}
FOLDS = {  # heading: fields
    "How to do it": "setup cues mistakes brace note",
    "Sets, reps and rest":
        "metric default_reps_low default_reps_high default_rest_seconds step",
    "Load and sides": "load_entry laterality mechanic bodyweight_factor one_rep_max_allowed",
    "How hard it is": "difficulty spine_load region",
    "Easier and harder": "easier harder",
    "Other names": "aliases",
}  # fmt: skip


@dataclass(frozen=True)
class Fold:
    """Some fields under a heading: shown at once where one is wrong."""

    heading: str
    fields: list
    said: int = 0  # how many of them say something

    @property
    def is_open(self):
        return any(field.errors for field in self.fields)


class OwnFields(forms.ModelForm):
    """The fields of an exercise's own row."""

    aliases = LinesField(
        label="Other names", required=False, longest=120, most=20, help_text="One a line."
    )
    cues = LinesField(label="Cues", required=False, most=20, help_text="One a line.")
    mistakes = LinesField(label="Mistakes", required=False, most=20, help_text="One a line.")
    default_reps_low = forms.IntegerField(label="Usually from", **REPS)
    default_reps_high = forms.IntegerField(label="Up to", **REPS)
    default_rest_seconds = forms.IntegerField(label="Rest, in seconds", min_value=0, max_value=3600)
    bodyweight_factor = QuantityField(
        label="Share of body weight that is moved", required=False, decimal_places=3,
        min_value=0, max_value=2, help_text="0 to 2. Leave it empty if you do not know.",
    )  # fmt: skip
    metric = forms.ChoiceField(
        label="Counted in", required=False, widget=PlainSelect,
        choices=[("", "As usual for its load"), *Exercise.Metric.choices],
    )  # fmt: skip
    region = forms.ChoiceField(
        label="Region of the back", required=False, widget=PlainSelect,
        choices=[("", "That of its main muscles"), *((r.value, r.label) for r in BACK_REGIONS)],
    )  # fmt: skip
    step = QuantityField()
    pattern = forms.ModelChoiceField(
        Pattern.objects.public(), label="Movement", required=False, empty_label="None of these",
        error_messages={"invalid_choice": "Choose a movement from the list."},
    )  # fmt: skip
    equipment = forms.ModelMultipleChoiceField(
        Equipment.objects.public(), required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages=dict.fromkeys(
            ["invalid_choice", "invalid_pk_value"], "Choose equipment from the list."
        ),
    )  # fmt: skip

    class Meta:
        model = Exercise
        fields = (
            "name pattern load_type load_entry laterality mechanic metric bodyweight_factor"
            " one_rep_max_allowed region difficulty spine_load default_reps_low default_reps_high"
            " default_rest_seconds setup cues mistakes brace note"
        ).split()
        labels = {
            "load_type": "Load", "load_entry": "The weight is written for", "mechanic": "Kind",
            "laterality": "Sides", "setup": "How to set it up", "note": "Anything else",
        }  # fmt: skip
        widgets = {
            "difficulty": PlainSelect(choices=[(number, f"{number} of 5") for number in LEVELS]),
            "setup": forms.Textarea(attrs={"rows": 2}),
            "note": forms.Textarea(attrs={"rows": 2}),
        } | dict.fromkeys(
            "load_type load_entry laterality mechanic spine_load".split(), PlainSelect
        )
        help_texts = {"difficulty": "1 and 2 are for beginners, 5 for experts."}

    def validate_constraints(self):
        """Said beside the fields; the database has the last word."""

    def clean_default_reps_high(self):
        low, high = (self.cleaned_data.get(f"default_reps_{end}") for end in ("low", "high"))
        if low and high < low:
            raise forms.ValidationError("A range runs from the smaller number up to the greater.")
        return high

    def clean_metric(self):
        usual = USUAL_METRIC.get(self.cleaned_data.get("load_type"), Exercise.Metric.REPS)
        return self.cleaned_data["metric"] or usual

    def clean_aliases(self):
        return list({name.lower(): name for name in self.cleaned_data["aliases"]}.values())


class OwnExerciseForm(StepsForm, OwnFields):
    """All that is said of an exercise. What is left as it is, is a good default.

    `library` has what its member may name; `parts` are as owning.parts_of() tells them, and `unit`
    is the reader's. `like` is an exercise to begin with.
    """

    def __init__(self, data=None, *, instance, library, unit, parts=NO_PARTS, like=None, name=""):
        self.library, self.pk, self.unit = library, instance.pk or StepsForm.pk, unit
        self.kept_name = instance.name.lower()  # it may have had the catalogue's before
        self.muscles, self.limitations = asked_about()
        source = like or instance
        initial = model_to_dict(source, self._meta.fields) | self._told(parts)
        initial["step"] = plain(shown_load(Decimal(source.default_increment_kg), unit))
        initial["name"] = name or (f"{like.title} (mine)"[:120] if like else instance.name)
        super().__init__(data, instance=instance, initial=initial)
        for words in ("pattern", "equipment"):
            self.fields[words].label_from_instance = attrgetter("title")
        self.fields["step"].label = f"Smallest step of the load, in {unit}"
        self.fields |= {_key(muscle): _role(muscle) for muscle in self.muscles}
        self.fields |= {_key(limit): _verdict(limit) for limit in self.limitations}

    def _told(self, parts):
        names = {
            step: [row.entry.title for row in self.library.rows(parts[step])]
            for step in ("easier", "harder")
        }
        roles = {_key(word): parts["roles"].get(word.pk, "") for word in self.muscles}
        verdicts = {_key(word): parts["verdicts"].get(word.pk, "") for word in self.limitations}
        rest = {name: list(parts[name]) for name in ("aliases", "equipment")}
        return names | roles | verdicts | rest

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if not name or BIDI.search(name):
            raise forms.ValidationError("A name has letters, and no marks that turn its direction.")
        entry = self.library.named(name)
        if entry and entry.pk != self.pk and name.lower() != self.kept_name:
            where = "Among the own ones" if entry.member_id else "In the catalogue"
            raise forms.ValidationError(f"{where} there is “{entry.title}”: choose another name.")
        return name

    def clean_step(self):
        step = in_kg(self.cleaned_data["step"], self.unit)
        if not 0 < step <= 50:
            raise forms.ValidationError("The smallest step is more than 0 and at most 50 kg.")
        return step

    def muscle_groups(self):
        """(region, its fields) of all muscles, those of the back first."""
        for region, muscles in groupby(self.muscles, lambda muscle: muscle.get_region_display()):
            fields = [self[_key(muscle)] for muscle in muscles]
            yield Fold(region, fields, sum(bool(field.value()) for field in fields))

    def folds(self):
        for heading, names in FOLDS.items():
            yield Fold(heading, [self[name] for name in names.split()])
        limits = [self[_key(limit)] for limit in self.limitations]
        yield Fold("Whom it may not suit", limits, sum(bool(field.value()) for field in limits))

    def store(self, member):
        """The exercise as `member`'s own, stored; None where another has just taken its name."""
        exercise, given = self.instance, self.cleaned_data
        roles = {m: role for m in self.muscles if (role := given[_key(m)])}
        exercise.member_id = exercise.member_id or member.pk
        exercise.slug = exercise.slug or free_slug(given["name"], member)
        exercise.level = LEVELS[given["difficulty"]]
        exercise.region = given["region"] or region_of(roles)
        exercise.default_increment_kg = given["step"]
        try:
            with transaction.atomic():
                exercise.save()
        except IntegrityError:
            self.add_error("name", "You have an exercise of this name by now: choose another.")
            return None
        verdicts = {li: verdict for li in self.limitations if (verdict := given[_key(li)])}
        named = {name: given[name] for name in ("aliases", "equipment", "easier", "harder")}
        write_parts(exercise, roles=roles, verdicts=verdicts, **named)
        return exercise


def _key(word):
    """The name of the field that asks about a muscle or a limitation."""
    return f"{word._meta.model_name}-{word.slug}"


def _role(muscle):
    return _choice(muscle.title, [("", "Not at all"), *ExerciseMuscle.Role.choices])


def _verdict(limitation):
    return _choice(limitation.title, [("", "Fine"), *ExerciseLimitation.Verdict.choices])


def _choice(label, choices):
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=choices,
        widget=PlainSelect(attrs={"class": "form-select s"}),
        error_messages={"invalid_choice": "Choose one from the list."},
    )
