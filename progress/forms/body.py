"""A body weight as it is typed."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django import forms
from django.utils.formats import date_format

from accounts.fields import NewIdField, QuantityField, in_kg
from accounts.inserting import insert_once
from accounts.templatetags.quantities import body_weight, change
from progress.models import Measurement
from training.trend import needs_confirming

LIGHTEST, HEAVIEST = 20, 400
FIRST_DAY = date(1950, 1, 1)
DAY = timedelta(days=1)


class WeightForm(forms.ModelForm):
    """A weight, its unit and its day. A jump is asked about: the same weight again confirms it."""

    typed = QuantityField(
        label="Weight",
        max_digits=7,
        error_messages={
            "required": "Type your weight.",
            "max_digits": "A body weight is between 20 and 400 kg.",
            "max_whole_digits": "A body weight is between 20 and 400 kg.",
            "max_decimal_places": "Two decimals are enough, such as 68.15.",
        },
    )
    id = NewIdField()
    confirmed = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    class Meta:
        model = Measurement
        fields = ["typed", "unit", "measured_on"]
        labels = {"unit": "Unit", "measured_on": "Day"}
        widgets = {
            "unit": forms.Select(attrs={"class": "form-select"}),
            "measured_on": forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"}
            ),
        }
        error_messages = {
            "unit": {"invalid_choice": "Choose kg or lb.", "required": "Choose kg or lb."},
            "measured_on": {
                "invalid": "Give a day such as 2026-11-20.",
                "required": "Give the day.",
            },
        }

    def __init__(self, data=None, *, user, now, instance=None):
        is_new = instance is None
        instance = instance or Measurement(member=user, unit=user.unit, measured_on=user.today(now))
        super().__init__(data, instance=instance)
        if not is_new:
            del self.fields["id"]
        self.user, self.now, self.today = user, now, user.today(now)
        self.fields["unit"].choices = Measurement.Unit.choices
        self.fields["measured_on"].widget.attrs |= {"max": self.today, "min": FIRST_DAY}

    def clean_measured_on(self):
        day = self.cleaned_data["measured_on"]
        if day > self.today:
            raise forms.ValidationError("This day has not come yet.")
        if day < FIRST_DAY:
            raise forms.ValidationError("Give a day from 1950 on.")
        return day

    def clean(self):
        given = super().clean()
        self.instance.pk = given.get("id", self.instance.pk)
        if not self.errors:
            self.kg = in_kg(given["typed"], given["unit"])
            if not LIGHTEST <= self.kg <= HEAVIEST:
                self.add_error("typed", self._range())
            elif before := self._jump():
                self._ask(before)
        return given

    def save(self, commit=True):
        self.instance.value = self.kg
        if self.instance._state.adding or "measured_on" in self.changed_data:
            self.instance.measured_at = self._moment()
        if not self.instance._state.adding:
            return super().save(commit)
        same = {name: self.cleaned_data[name] for name in self.Meta.fields}
        alike = Measurement.objects.owned_by(self.user).filter(**same)
        return insert_once(self.instance, alike)[0]

    def _moment(self):
        """Now for today; noon of another day."""
        day = self.cleaned_data["measured_on"]
        if day == self.today:
            return self.now
        return datetime.combine(day, time(12), self.user.zone).astimezone(UTC)

    def _range(self):
        low, high = (body_weight(Decimal(kg), self.cleaned_data["unit"]) for kg in (20, 400))
        return f"A body weight is between {low} and {high}. Is the unit right?"

    def _jump(self):
        """A weight of the day before, of the day or of the day after that is far from this one."""
        day = self.cleaned_data["measured_on"]
        near = Measurement.objects.owned_by(self.user).filter(
            site=Measurement.Site.BODY_MASS, measured_on__range=(day - DAY, day + DAY)
        )
        for other in near.exclude(pk=self.instance.pk).newest_first():
            pair = sorted([(other.measured_on, other.value), (day, self.kg)])
            if needs_confirming(*pair):
                return other
        return None

    def _ask(self, other):
        """Refuse once. What was asked about goes back with the form, so that it is asked once."""
        asked = f"{self.kg.normalize():f} {self.cleaned_data['measured_on']}"
        if self.cleaned_data.get("confirmed") == asked:
            return
        self.data = self.data.copy()
        self.data["confirmed"] = asked
        off = change(self.kg - other.value, self.cleaned_data["unit"])
        day = date_format(other.measured_on, "D j M")
        weight = body_weight(other.value, self.cleaned_data["unit"])
        asking = f"That is {off} against {weight} on {day}. If it is right, save it again."
        self.add_error("typed", asking)
