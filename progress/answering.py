"""Is it working? One sentence from the lift on show and the last weeks' hard sets."""

from datetime import timedelta

from django.utils.formats import date_format

from catalogue.models.vocabulary import BACK_REGIONS
from progress.charting import listed

LATELY = timedelta(weeks=6)  # after which a trend says nothing of today


def answer(lift, weeks):
    """(verdict, the rest of the sentence) from a LiftHistory (or None) and the Weeks."""
    verdict, about_lift = _of_lift(lift, weeks.now.monday)
    return verdict, f"{about_lift}; {_of_volume(weeks)}."


def _of_lift(lift, monday):
    if lift is None:
        return "Too early to say", "nothing was trained in this time"
    name, strength = lift.exercise.title, lift.strength
    if not lift.is_estimate:
        return "Hard to say", f"{name} has no estimated best to follow"
    if lift.last and lift.last.day < monday - LATELY:
        return "Paused", f"{name} was last trained on {date_format(lift.last.day, 'j F Y')}"
    if strength.percent_a_week is None:
        return "Too early to say", f"{name} has no trend before 6 workouts over three weeks"
    pace = f"{abs(strength.percent_a_week):.1f}\N{NARROW NO-BREAK SPACE}% a week"
    return {
        "improving": ("Yes", f"{name} is getting stronger, about {pace}"),
        "declining": ("Not at the moment", f"{name} is going down, about {pace}"),
        "plateau": ("Holding", f"{name} has stayed level"),
        "inconclusive": ("Hard to say", f"{name} goes up and down"),
    }[strength.heading]


def _of_volume(weeks):
    """How the regions of the back stand in the last whole weeks, or so far this week."""
    lately = weeks.lately
    week = weeks.mean_lately() if lately else weeks.now
    if not week.total:
        return "there are no hard sets in the last four weeks" if lately else "no hard set yet"
    regions = [region for region in week.by_region if region.region in BACK_REGIONS]
    enough = [r.name.lower() for r in regions if r.standing == "in"]
    short = [r.name.lower() for r in regions if r.standing == "below"]
    above = [r.name.lower() for r in regions if r.standing == "above"]
    said = [
        f"{_together(names)} {how}"
        for names, how in ((enough, "in range"), (above, "above the range"), (short, "short"))
        if names
    ]
    return f"{listed(said)}{'' if lately else ' so far this week'}"


def _together(names):
    """Mid back and lats are; the whole back is."""
    if len(names) == len(BACK_REGIONS):
        return "the whole back is"
    return f"{listed(names)} {'are' if len(names) > 1 or names == ['lats'] else 'is'}"
