"""What the builder shows of weeks, and of targets for each set."""

from training.weeks import whole_week
from workouts.forms import FillForm, RowWeekForm, TargetsForm, WholeWeekForm
from workouts.forms.targets import KINDS
from workouts.in_week import strip_of, week_in_words


def weeks_of(draft, place, week, opened):
    """The weeks to choose from, the form of the one on show, and what is open as weeks have it."""
    version = draft.version
    plan = version.week_plan
    context = {
        "weeks": [
            (number, bool(whole_week(plan, number).get("deload")), place.address(week=number))
            for number in range(1, version.weeks + 1)
        ],
        "week_words": week_in_words(plan, week),
        "week_form": WholeWeekForm(changes=whole_week(plan, week)),
    }
    if opened is None or hasattr(opened, "rows"):
        return context
    unit = version.routine.member.unit
    key = str(opened.pk)
    return context | {
        "week_strip": [
            (number, words, place.address(week=number, open=key))
            for number, words in strip_of(opened, plan, version.weeks)
        ],
        "row_week_form": RowWeekForm(changes=opened.by_week.get(str(week), {})),
        "set_kinds": KINDS,
        "targets_form": TargetsForm(targets=opened.set_targets, unit=unit),
        "fill_form": FillForm(initial={"technique": opened.technique}, auto_id="id_fill_%s"),
    }
