"""Finding exercises: exact names first, then beginnings, other names, and slips of the finger."""

import re
import unicodedata

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, Exists, IntegerField, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest

LIKENESS = 0.3  # of two sets of trigrams, 0 to 1; below it a slip and a different word look alike
LONGEST = 100  # letters of a search that are looked at


def fold(text):
    """The letters and digits of `text`, in lower case, accents and plural dropped."""
    plain = unicodedata.normalize("NFKD", text)
    return _singular(re.sub(r"[^a-z0-9]+", "", plain.encode("ascii", "ignore").decode().lower()))


def matching(exercises, text):
    """Those of `exercises` that `text` may mean, the likeliest first; all if it is blank.

    A muscle or a piece of equipment is found too, after everything of that name.
    """
    text = text[:LONGEST]
    wanted, words = fold(text), {_singular(word) for word in re.findall(r"\w+", text)}
    if not words:
        return exercises.none() if text.strip() else exercises
    if not wanted:  # letters other than a to z: own exercises may have such names
        return exercises.filter(_all(words, "name")).order_by("name")
    return (
        exercises.annotate(
            rank=_rank(exercises.model, wanted, words),
            likeness=_likeness(exercises.model, wanted),
        )
        .filter(Q(rank__lt=6) | Q(likeness__gte=LIKENESS))
        .order_by("rank", "-likeness", "name")
    )


def _rank(exercise, wanted, words):
    aliases = _aliases(exercise)
    muscles = exercise.muscles.through.objects.filter(exercise=OuterRef("pk"), credit__gt=0)
    pieces = exercise.equipment.through.objects.filter(exercise=OuterRef("pk"))
    return Case(
        When(folded=wanted, then=0),
        When(Exists(aliases.filter(folded=wanted)), then=1),
        When(folded__startswith=wanted, then=2),
        When(Exists(aliases.filter(folded__startswith=wanted)), then=3),
        When(
            Q(folded__contains=wanted)
            | _all(words, "name")
            | Exists(aliases.filter(_all(words, "name"))),
            then=4,
        ),
        When(
            Exists(muscles.filter(_all(words, "muscle__name")))
            | Exists(pieces.filter(_all(words, "equipment__name"))),
            then=5,
        ),
        default=6,
        output_field=IntegerField(),
    )


def _likeness(exercise, wanted):
    """How alike the name, or the likest of the other names, is: 0 to 1."""
    name = TrigramSimilarity("folded", wanted)
    likest = (
        _aliases(exercise)
        .values("exercise")
        .annotate(best=Max(TrigramSimilarity("folded", wanted)))
        .values("best")
    )
    return Greatest(name, Coalesce(Subquery(likest), Value(0.0)))


def _aliases(exercise):
    return exercise.aliases.rel.related_model.objects.filter(exercise=OuterRef("pk"))


def _all(words, field):
    return Q(*[Q(**{f"{field}__icontains": word}) for word in words])


def _singular(word):
    return word[:-1] if len(word) > 3 and word.lower().endswith("s") else word
