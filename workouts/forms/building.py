"""Forms of the builder: where one is in it, and each change."""

import copy
import uuid
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from catalogue.choosing import ExerciseField
from catalogue.library import Wanted
from catalogue.models import Exercise
from catalogue.models.vocabulary import Region
from catalogue.names import LONGEST
from workouts.building import MOST_ROWS
from workouts.models import Day

FITS = ("fits_limits", "fits_equipment")
NOT_BACK = [Region.ARMS.value, Region.OTHER.value]


class WholeField(forms.IntegerField):
    """A whole number as people type it; the model's constraints say from where to where."""

    def __init__(self, missing, **kwargs):
        words = {"required": missing, "invalid": "Use whole numbers, such as 8."}
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(widget=widget, error_messages=words, **kwargs)


class WeekForm(forms.Form):
    """Which week of a routine is on show. What cannot be read is left out."""

    week = forms.IntegerField(required=False, min_value=1, max_value=52)

    def __init__(self, data):
        super().__init__(data)
        self.full_clean()


class PlaceForm(WeekForm):
    """Where the reader is in the builder, from a query string or along with a change.

    A place is never worth an error page.
    """

    field_order = ["day", "open", "week"]
    day = forms.UUIDField(required=False)
    open = forms.UUIDField(required=False)
    q = forms.CharField(
        label="Find an exercise",
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": f"Search for at most {LONGEST} letters."},
    )
    region = forms.ChoiceField(
        label="Region",
        required=False,
        choices=[("", "Any region"), *Region.choices[:4], ("other", "Arms, trunk and legs")],
    )
    fits = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[("", "What fits"), ("all", "All exercises")],
    )

    @property
    def given(self):
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def searched(self):
        return {
            name: value for name, value in self.given.items() if name in ("q", "region", "fits")
        }

    def moved(self, **changes):
        """The place with `changes`; None leaves one out."""
        there = copy.copy(self)
        there.cleaned_data = self.cleaned_data | changes
        return there

    def address(self, **changes):
        """The place, or the one with these `changes`, as a query string."""
        there = self.cleaned_data | changes
        given = {name: value for name, value in there.items() if value}
        return f"?{urlencode(given)}" if given else ""

    @property
    def wanted(self):
        """What is looked for, in the catalogue's words."""
        given = self.cleaned_data
        region = given.get("region")
        regions = NOT_BACK if region == "other" else [region]
        return Wanted(
            given.get("q") or "",
            {"region": regions} if region else {},
            frozenset() if given.get("fits") else frozenset(FITS),
        )


class StateForm(forms.Form):
    """Which state of which draft a page showed."""

    version = forms.UUIDField()
    edits = forms.IntegerField(min_value=0)

    def is_of(self, version):
        """Whether that is how the draft is now."""
        return self.is_valid() and self.cleaned_data == {
            "version": version.pk,
            "edits": version.edits,
        }


class DayForm(forms.ModelForm):
    first_week = WholeField("Give the first week.", label="From week", min_value=1)
    last_week = WholeField("", label="To week", min_value=1, required=False)

    class Meta:
        model = Day
        fields = ["name", "weekday", "is_rest", "first_week", "last_week"]
        error_messages = {"name": {"required": "Give the day a name."}}

    def __init__(self, *args, weeks, **kwargs):
        super().__init__(*args, **kwargs)
        self.weeks = weeks
        days = [("", "Any day"), *Day.Weekday.choices]
        self.fields["weekday"].choices = days
        self.fields["last_week"].help_text = "Empty: to the end."

    def clean(self):
        given = super().clean()
        first, last = given.get("first_week"), given.get("last_week")
        if first and first > self.weeks:
            self.add_error("first_week", f"This routine has {self.weeks} weeks.")
        if first and last and last < first:
            self.add_error("last_week", "The last week cannot come before the first.")
        elif last and last > self.weeks:
            self.add_error("last_week", f"This routine has {self.weeks} weeks.")
        return given

    def validate_constraints(self):
        """Done by clean()."""


class ExerciseForm(forms.Form):
    """An exercise for a day: the catalogue's, or one of the routine's member."""

    exercise = ExerciseField(
        Exercise.objects.public(),
        error_messages={
            "required": "Choose an exercise.",
            "invalid_choice": "Choose an exercise from the list.",
        },
    )

    def __init__(self, *args, user, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        theirs = Q(member__isnull=True) | Q(member=day.member_id)
        self.fields["exercise"].queryset = (
            Exercise.objects.visible_to(user).offered().filter(theirs)
        )


class ExchangeForm(ExerciseForm):
    """What a row becomes: nothing that its day has already."""

    def clean_exercise(self):
        exercise = self.cleaned_data["exercise"]
        if any(row.exercise_id == exercise.pk for row in self.day.rows):
            raise ValidationError(f"{exercise.title} is on {self.day.name} already.")
        return exercise


class AddForm(ExerciseForm):
    def clean(self):
        if len(self.day.rows) >= MOST_ROWS:
            raise ValidationError(f"{self.day.name} is full: a day has {MOST_ROWS} exercises.")
        return super().clean()


class MoveForm(forms.Form):
    """Where a row goes: up, down, or to the end of another day."""

    UP, DOWN = "up", "down"
    to = forms.ChoiceField(error_messages={"invalid_choice": "Choose where it goes."})

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.days = {str(day.pk): day for day in days}
        self.fields["to"].choices = [(key, key) for key in (self.UP, self.DOWN, *self.days)]

    def clean_to(self):
        to = self.cleaned_data["to"]
        if to in self.days and len(self.days[to].rows) >= MOST_ROWS:
            raise ValidationError(f"{self.days[to].name} is full.")
        return to

    @property
    def step(self):
        """-1 up, 1 down, None to another day."""
        return {self.UP: -1, self.DOWN: 1}.get(self.cleaned_data["to"])

    @property
    def day(self):
        return self.days.get(self.cleaned_data["to"])


class OrderForm(forms.Form):
    """The order after a drag: for each day's id the ids of its rows, as they stand."""

    def __init__(self, data, *, days):
        super().__init__(data)
        self.days = days

    def clean(self):
        known = {row.pk for day in self.days for row in day.rows}
        order, seen = {}, set()
        for day in self.days:
            rows = [_uuid(value) for value in self.data.getlist(str(day.pk))]
            if not known.issuperset(rows) or seen & set(rows) or len(rows) > MOST_ROWS:
                raise ValidationError("That order does not fit this plan.")
            seen.update(rows)
            order[day.pk] = rows
        return {"order": order}


def _uuid(value):
    try:
        return uuid.UUID(value)
    except ValueError:
        return None
