"""Forms for plans that are typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from catalogue.models import Exercise
from workouts.building import MOST_ROWS
from workouts.text import Problem, read_line

LONGEST_LINE = 2000


class TextForm(forms.Form):
    """A whole plan; what is wrong with it is told by reading it."""

    text = forms.CharField(
        label="The plan as text",
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 24, "spellcheck": "false", "autocapitalize": "off",
                   "autocomplete": "off", "class": "form-control plan-text"}
        ),
    )  # fmt: skip


class LineForm(forms.Form):
    """One exercise as it is typed: Barbell row 4x6-8 @8 rest 120."""

    line = forms.CharField(
        label="Type an exercise",
        max_length=LONGEST_LINE,
        widget=forms.TextInput(
            attrs={"placeholder": "Barbell row 4x6-8 @8 rest 120", "autocomplete": "off",
                   "spellcheck": "false", "class": "form-control s"}
        ),
        error_messages={
            "required": "Type an exercise first.",
            "max_length": f"A line has at most {LONGEST_LINE:,} letters.",
        },
    )  # fmt: skip

    def __init__(self, *args, day=None, user=None, finder=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.day, self.user, self.finder = day, user, finder

    def clean_line(self):
        if len(self.day.rows) >= MOST_ROWS:
            raise ValidationError(f"{self.day.name} is full: a day has {MOST_ROWS} exercises.")
        found, self.is_typed = read_line(self.cleaned_data["line"], self.finder)
        if isinstance(found, Problem):
            place = f"Column {found.column}: " if found.column > 1 else ""
            raise ValidationError(f"{place}{found.words}")
        self.values = found
        theirs = Q(member__isnull=True) | Q(member=self.day.member_id)
        offered = Exercise.objects.visible_to(self.user).offered().filter(theirs)
        named = [found["exercise"], *found.get("alternatives", ())]
        there = offered.in_bulk(named)
        if len(there) < len(named):
            raise ValidationError("This exercise is not in the catalogue any more.")
        self.exercise, *self.others = [there[pk] for pk in named]
        return self.cleaned_data["line"]
