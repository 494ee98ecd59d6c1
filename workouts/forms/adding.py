"""Which day an exercise is added to."""

from django import forms
from django.core.exceptions import ValidationError

from workouts.building import MOST_ROWS


class DayChoiceForm(forms.Form):
    """One of the days of these plans (adding.Plan) that has room, and not the exercise already."""

    day = forms.UUIDField(
        error_messages={"required": "Choose a day.", "invalid": "Choose a day from the list."}
    )

    def __init__(self, data=None, *, plans, exercise):
        super().__init__(data)
        self.exercise = exercise
        self.places = {day.pk: (plan, day) for plan in plans for day in plan.days}

    def clean_day(self):
        plan, day = self.places.get(self.cleaned_data["day"], (None, None))
        if day is None:
            raise ValidationError("That day is gone, or its plan has changed. Choose again.")
        if any(row.exercise_id == self.exercise.pk for row in day.rows):
            raise ValidationError(f"{self.exercise.title} is on {day.name} already.")
        if len(day.rows) >= MOST_ROWS:
            raise ValidationError(f"{day.name} is full: a day has {MOST_ROWS} exercises.")
        return plan, day
