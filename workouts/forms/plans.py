"""Forms of a routine as a whole."""

from django import forms

from accounts.fields import NewIdField
from workouts.forms.within import WithinConstraints
from workouts.models import Routine, RoutineVersion, Template


class CopyForm(forms.Form):
    """Make a ready routine one's own."""

    id = NewIdField()


class NewRoutineForm(forms.ModelForm):
    """A routine of one's own, from nothing or from a ready one."""

    id = NewIdField()
    template = forms.ModelChoiceField(
        Template.objects.public(),
        label="Begin with",
        required=False,
        to_field_name="slug",
        empty_label="Nothing: I add the days myself",
        error_messages={"invalid_choice": "Choose a ready routine from the list, or nothing."},
    )

    class Meta:
        model = Routine
        fields = ["name"]

    field_order = ["template", "name"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields["name"].help_text = "A ready routine keeps its own name if you give none."

    def clean(self):
        given = super().clean()
        if not given.get("name") and not given.get("template") and not self.errors:
            self.add_error("name", "Give your routine a name.")
        return given


class RoutineForm(forms.ModelForm):
    class Meta:
        model = Routine
        fields = ["name"]
        error_messages = {"name": {"required": "Give your routine a name."}}


class WeeksForm(WithinConstraints, forms.ModelForm):
    class Meta:
        model = RoutineVersion
        fields = ["weeks", "rolling", "exit_criteria"]
        labels = {"rolling": "Days follow one another, whatever the weekday"}
        widgets = {"weeks": forms.TextInput(attrs={"inputmode": "numeric"})}

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.days = days

    def clean(self):
        given = super().clean()
        for day in self.days:
            if given.get("weeks") and day.first_week > given["weeks"]:
                self.add_error("weeks", f"{day.name} begins in week {day.first_week}.")
        return given
