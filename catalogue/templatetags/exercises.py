"""How an exercise is shown: its place on the muscle map, its usual dose."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from accounts.languages import current_reader
from accounts.templatetags.quantities import EN_DASH, rest, span
from catalogue.models import Exercise, ExerciseLimitation, ExerciseMuscle
from catalogue.models.titles import titles_read
from catalogue.models.vocabulary import BACK_REGIONS
from catalogue.muscles import map_names
from catalogue.prose import rendered

register = template.Library()

SETS = 3  # where nothing else is said
FRONT = frozenset(
    "abs biceps brachialis front-deltoid neck obliques pectorals serratus-anterior"
    " side-deltoid".split()
)
LEGS_FRONT = frozenset("adductors quads tibialis-anterior".split())
LEGS_BACK = frozenset("calves gluteus hamstrings".split())
HANDY = {  # there is always another of these, or they are more than one
    "Ab wheel", "Band", "Battle ropes", "Blocks or mats", "Box or step", "Dip belt", "Dumbbell",
    "Exercise ball", "Kettlebell", "Mat", "Medicine ball", "Rings", "Rope", "Suspension straps",
    "Towel",
}  # fmt: skip
UNITS = {Exercise.Metric.SECONDS: " s", Exercise.Metric.METRES: " m"}


@register.filter
def told(names, between=", "):
    """A name, or those of a list, marked as in the reader's language where that is not English."""
    reader = current_reader()
    if reader is None:
        return names if isinstance(names, str) else between.join(names)
    known, names = titles_read(reader).texts, [names] if isinstance(names, str) else names
    return format_html_join(between, "{}", ((_marked(name, reader, known),) for name in names))


def _marked(name, reader, known):
    spoken = format_html('<span lang="{}">{}</span>', reader.language, name)
    return spoken if name in known else name


@register.filter
def inside(names, between=", "):
    """The same inside an English sentence, where English names have no capitals."""
    return told(names, between) if current_reader() else told(names, between).lower()


@register.filter
def map_view(exercise):
    """The view of the map that shows what an exercise is for: its first main muscle."""
    names = map_names(exercise.primary)
    if exercise.region in BACK_REGIONS or not names:
        return "back"
    for view, muscles in [("front", FRONT), ("legs-front", LEGS_FRONT), ("legs-back", LEGS_BACK)]:
        if names[0] in muscles:
            return view
    return "back"


@register.filter
def reaches_legs(exercise):
    """Whether a map of the trunk would leave out muscles of an exercise."""
    names = map_names([*exercise.primary, *exercise.secondary])
    return bool((LEGS_FRONT | LEGS_BACK) & set(names))


@register.filter
def first_taken(pieces):
    """The piece that others in a gym may be using, as a sentence goes on; empty if none is big.

    Of English names only.
    """
    if current_reader():
        return ""
    return next((name.lower() for name in pieces if name not in HANDY), "")


@register.filter
def dose(exercise):
    """A usual amount: 3 × 8–12, 3 × 10–15 s; for cardio and single long holds only the kind."""
    low, high = exercise.default_reps_low, exercise.default_reps_high
    if exercise.metric == Exercise.Metric.TIME_DISTANCE:
        return "By time or distance"
    if exercise.metric != Exercise.Metric.REPS and low == high == 1:
        return f"{SETS} sets {counted(exercise, (low, high))}"
    return f"{SETS} × {counted(exercise, (low, high))}"


@register.filter
def counted(exercise, reps):
    """A range as an exercise counts: 8–12, 10–15 s; by time, where a range says nothing."""
    if exercise.metric != Exercise.Metric.REPS and reps == (1, 1):
        return f"by {'time' if exercise.metric == 'seconds' else 'distance'}"
    return f"{span(*reps)}{UNITS.get(exercise.metric, '')}"


@register.filter
def spanned(ends):
    """A range from its two ends: 3–4."""
    return span(*ends)


@register.filter
def rested(ends):
    """A range of rests: 1:00–2:30."""
    return EN_DASH.join(map(rest, ends))


@register.filter
def usual_rest(exercise):
    """The rest between sets, 2:00; empty where there is none."""
    return rest(exercise.default_rest_seconds) if exercise.default_rest_seconds else ""


@register.filter
def role_in_words(role):
    return ExerciseMuscle.Role(role).label


@register.filter
def verdict_in_words(verdict):
    return ExerciseLimitation.Verdict(verdict).label


@register.filter
def counted_as(credit):
    """What one hard set is worth to a muscle, in words."""
    return {1.0: "1 set", 0.5: "0.5 set"}.get(credit, "Not counted")


@register.simple_tag
def own_url(name, exercise):
    """The address of a page about a member's own exercise, such as catalogue:change-exercise."""
    return f"{reverse(name, args=[exercise.slug])}?of={exercise.member_id}"


@register.filter
def mark_of(said, exercise):
    """What the reader marked an exercise as: "favourite", "never" or nothing."""
    return said.mark_on(exercise.pk)


@register.filter
def named_as(said, limitation):
    """How strongly the reader named a limitation: mild, strong, or nothing."""
    return said.severity_of(limitation)


@register.filter
def prose(text):
    """A sentence with its **strong** and *stress*; all else as it was typed."""
    return mark_safe(rendered(text))  # noqa: S308 - cleaned by nh3
