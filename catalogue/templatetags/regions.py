"""A week's hard sets per region as bars against their bands."""

from django import template

register = template.Library()

SCALE = 24  # sets at the right edge, unless a week has more
SLIVER = 1  # percent: none at all is still to be seen


@register.inclusion_tag("catalogue/_region_bars.html")
def region_bars(weeks):
    """Bars for regions with `region`, `name`, `sets`, `low`, `high`, `standing` and `planned`.

    `planned`, where it is not None, is drawn as an outline. Our RegionWeek is of this shape.
    """
    weeks = list(weeks)
    most = max([SCALE, *(max(week.sets, week.high, week.planned or 0) for week in weeks)])
    return {"bars": [(week, _geometry(week, float(most))) for week in weeks]}


def _geometry(week, most):
    """Where everything is drawn, in percent of the width."""

    def percent(sets):
        return f"{100 * float(sets) / most:.4g}%"

    return {
        "low": percent(week.low),
        "high": percent(week.high),
        "band": percent(week.high - week.low),
        "bar": percent(week.sets) if week.sets else f"{SLIVER}%",
        "planned": None if week.planned is None else percent(week.planned),
    }
