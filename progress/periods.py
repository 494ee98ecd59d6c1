"""How far back a chart looks, and the Monday it begins with."""

from datetime import timedelta

from django.db.models import TextChoices


def monday_of(day):
    return day - timedelta(days=day.weekday())


class Period(TextChoices):
    WEEKS = "12w", "12 weeks"
    YEAR = "1y", "1 year"
    ALL = "all", "All"

    def first_day(self, today):
        """The Monday it begins with, this week being its last; None for all there is."""
        if self == Period.ALL:
            return None
        weeks = 12 if self == Period.WEEKS else 52
        return monday_of(today) - timedelta(weeks=weeks - 1)
