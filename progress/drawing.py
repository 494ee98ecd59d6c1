"""What the charts show, in the member's unit: tables to draw lines from, columns, CSV rows."""

from decimal import Decimal

from accounts.templatetags.look import dated
from accounts.templatetags.quantities import NBSP, body_weight, estimate, hard_sets, load
from progress.amounts import SHORT, SIGNS, Amount, Unit
from progress.charting import Cell, Column, Head, LineChart, stack_chart
from progress.periods import Period
from training.landmarks import LANDMARKS, REGION_BANDS
from training.units import from_kg, plain, round_to_step, shown_load
from workouts.balance import SHOWN

HEADINGS = {
    "estimate": "Estimated 1RM",
    "load": "Heaviest set",
    "reps": "Most repetitions",
    "seconds": "Longest, seconds",
    "metres": "Farthest, metres",
}
IN_KG = {"estimate", "load"}
COUNTED = {"seconds": Unit.SECONDS, "metres": Unit.METRES}
TENTH = Decimal("0.1")
TOTAL_BAND = tuple(map(sum, zip(*REGION_BANDS.values(), strict=True)))


def set_text(history, best, unit):
    """A day's best set as it is said: 52.5 kg × 9."""
    load_kg = None if best.load_kg is None else shown_load(best.load_kg, unit)
    sign = SIGNS.get(history.exercise.load_type, "")
    return str(Amount(load_kg, unit, best.count, COUNTED.get(history.measure, Unit.REPS), sign))


def value_text(value, measure, unit):
    """A drawn value with its unit: 70.0 kg, 9 reps."""
    if measure == "estimate":
        return estimate(value, unit)
    if measure == "load":
        return load(value, unit)
    short = SHORT[COUNTED[measure]] if measure in COUNTED else "rep" if value == 1 else "reps"
    return f"{plain(Decimal(str(value)))}{NBSP}{short}"


def lift_chart(history, unit):
    """The best of each day as dots, bests as diamonds, and the trend; the newest row first."""
    heads = [
        Head(HEADINGS[history.measure], "dots"),
        Head("Best set"),
        Head("Personal best" if history.knows_past else "Best of the time shown", "best"),
        Head("Trend", "line"),
    ]
    rows = [(best.day, _lift_cells(history, best, unit)) for best in reversed(history.days)]
    return LineChart(lift_sentence(history, unit), heads, rows)


def lift_sentence(history, unit):
    """What a listener hears of the chart."""
    said = HEADINGS[history.measure].partition(",")[0].lower().replace("1rm", "1RM")
    first, last, top = history.days[0], history.days[-1], history.top
    values = [value_text(best.value, history.measure, unit) for best in (first, last, top)]
    return (
        f"{history.exercise.title}, {said}: {values[0]} on {dated(first.day)},"
        f" {values[1]} on {dated(last.day)}, at most {values[2]}."
    )


def lift_rows(history, unit):
    """CSV: a heading and a row for each day, oldest first, numbers in the member's unit."""
    measure = history.measure
    of = f" ({unit})" if measure in IN_KG else ""
    formula = history.formula if history.is_estimate else ""
    counted = COUNTED.get(measure, "reps")
    yield ["date", f"load ({unit})", str(counted), f"best {measure}{of}", "is a best", "formula"]
    for best in history.days:
        shown = None if best.load_kg is None else plain_number(shown_load(best.load_kg, unit))
        value = in_unit(best.value, measure, unit)
        yield [best.day, shown, plain_number(best.count), value, int(best.is_best), formula]


def sets_chart(weeks, period):
    """Hard sets of each week as a stack of regions; of each month on average for all time."""
    if period == Period.ALL:
        found = [(dated(week.monday, "M Y"), week) for week in weeks.months()]
        columns = [Column(label, week.regions) for label, week in found]
    else:
        columns = [Column(dated(week.monday, "j M"), week.regions) for week in weeks.weeks[:-1]]
        columns.append(Column("Now", weeks.now.regions, is_now=True))
    return stack_chart(_sets_sentence(weeks), columns, TOTAL_BAND)


def week_rows(weeks):
    """CSV: a heading and a row for each week, oldest first, of its regions and volume groups."""
    yield ["week from", *(f"{region.value} region" for region in SHOWN), *LANDMARKS]
    for week in weeks.weeks:
        by_region = [float(week.regions.get(region, 0)) for region in SHOWN]
        yield [week.monday, *by_region, *(float(week.groups.get(g, 0)) for g in LANDMARKS)]


def weight_chart(trend, unit):
    """Each day's weight as a dot and the trend as a line; the newest row first."""
    rows = [
        (day.day, [_weight_cell(day.weight_kg, unit), _weight_cell(day.trend_kg, unit)])
        for day in reversed(trend.days)
    ]
    first, last = trend.days[0], trend.days[-1]
    label = (
        f"Body weight: trend {body_weight(first.trend_kg, unit)} on"
        f" {dated(first.day)}, {body_weight(last.trend_kg, unit)} on"
        f" {dated(last.day)}."
    )
    return LineChart(label, [Head("Weight", "dots"), Head("Trend", "line")], rows)


def pace_text(rate, unit):
    """A change of body weight a week: up 0.1 kg a week, level; empty where it is not known."""
    if rate is None:
        return ""
    pace = _in_unit(rate, unit)
    direction = "up" if pace > 0 else "down"
    return f"{direction} {plain(abs(pace))}{NBSP}{unit} a week" if pace else "level"


def weight_rows(trend, unit):
    """CSV: a heading and a row for each day weighed, oldest first."""
    yield ["date", f"weight ({unit})", f"trend ({unit})"]
    for day in trend.days:
        yield [day.day, *(_in_unit(kg, unit) for kg in (day.weight_kg, day.trend_kg))]


def plain_number(number):
    """A number for a spreadsheet, without trailing zeros."""
    return None if number is None else f"{Decimal(number).normalize() + 0:f}"


def _lift_cells(history, best, unit):
    measure = history.measure
    value, trend = (in_unit(kept, measure, unit) for kept in (best.value, best.trend))
    text = value_text(best.value, measure, unit)
    done = set_text(history, best, unit)
    return [
        Cell(text, value),
        Cell(f"{done}, less sure" if best.is_unsure else done),
        Cell("Best", value) if best.is_best else Cell(""),
        Cell(value_text(round(best.trend, 1), measure, unit), trend),
    ]


def in_unit(value, measure, unit):
    """A value as charts draw it: kilograms in the member's unit, counts as they are."""
    if measure not in IN_KG:
        return round(Decimal(value), 1)
    return _in_unit(value, unit)


def _weight_cell(kg, unit):
    return Cell(body_weight(kg, unit), _in_unit(kg, unit))


def _in_unit(kg, unit):
    return round_to_step(from_kg(Decimal(kg), unit), TENTH)


def _sets_sentence(weeks):
    shown = [f"{dated(week.monday, 'j M')} {hard_sets(week.total)}" for week in weeks.lately]
    last = f" The last whole weeks: {', '.join(shown)}." if shown else ""
    low, high = TOTAL_BAND
    return (
        f"Hard sets a week by region, for {len(weeks.weeks)} weeks; target {low} to {high}.{last}"
    )
