"""A plan's rows and days as they are shown."""

from django import template

from accounts.templatetags.quantities import hard_sets
from workouts import describing
from workouts.contents import exercises_in
from workouts.lasting import minutes_of

register = template.Library()

register.filter("scheme", describing.scheme)
register.filter("details", describing.details)
register.filter("others", describing.others)
register.filter("counted", describing.counted)
register.filter("rule_told", describing.rule_told)


@register.filter
def sets_in(day):
    return sum(row.sets for row in day.rows)


@register.filter
def facts(day):
    """Monday, 19 sets, about 47 min."""
    if day.is_rest:
        return f"{describing.WEEKDAYS[day.weekday]}, rest day" if day.weekday else "Rest day"
    if not day.rows:
        return (
            "Nothing in it yet" if not day.weekday else f"{describing.WEEKDAYS[day.weekday]}, empty"
        )
    when = [describing.WEEKDAYS[day.weekday]] if day.weekday else []
    length = f"about {minutes_of(day.rows)}{describing.NBSP}min"
    return ", ".join([*when, describing.counted(sets_in(day), "set"), length])


@register.filter
def short(day):
    """A day on a narrow tab: Mon, or its name."""
    return describing.WEEKDAYS[day.weekday][:3] if day.weekday else day.name


@register.simple_tag
def strip(balance):
    """Parts of a bar, one for each region with sets: (region, x, width), of 100."""
    parts = [week for week in balance.regions if week.sets]
    total, x, found = sum(week.sets for week in parts), 0.0, []
    for week in parts:
        width = 100 * float(week.sets / total)
        found.append((week.region, f"{x:.4g}", f"{max(width - 0.6, 0.4):.4g}"))
        x += width
    return found


@register.filter
def busiest(balance):
    """The three regions with most sets: Lats 19, mid back 17.5, arms 9."""
    first, *others = [f"{week.name} {hard_sets(week.sets)}" for week in balance.most[:3]] or [""]
    return ", ".join([first, *(words.lower() for words in others)])


@register.filter
def exercise_count(days):
    return describing.counted(len(exercises_in(days)), "exercise")


@register.filter
def weeks_of(phase):
    """Weeks 1–4."""
    first, last = phase
    return f"Week {first}" if first == last else f"Weeks {describing.span(first, last)}"


@register.filter
def dom(thing, part):
    """The id of a row's or a day's element: grip-0197…"""
    return f"{part}-{thing.pk}"


@register.filter
def item(mapping, key):
    return mapping.get(key) if mapping else None
