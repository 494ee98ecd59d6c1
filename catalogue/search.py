"""Finding exercises: exact names first, then beginnings, other names, and slips of the finger."""

import re
import unicodedata

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import (
    BigIntegerField,
    BooleanField,
    ExpressionWrapper,
    Func,
    IntegerField,
    Q,
    Value,
)
from django.db.models.functions import Greatest

LIKENESS = 0.3  # of two sets of trigrams, 0 to 1; below it a slip and a different word look alike
LONGEST = 100  # letters of a search that are looked at


def fold(text):
    """The letters and digits of `text`, in lower case, accents and plural dropped."""
    plain = unicodedata.normalize("NFKD", text)
    return _singular(re.sub(r"[^a-z0-9]+", "", plain.encode("ascii", "ignore").decode().lower()))


def matching(exercises, text):
    """Those of `exercises` that `text` may mean, the likeliest first; all if it is blank.

    A muscle or a piece of equipment is found too, after everything of that name. It is looked
    for at once, in one query, so that asking for the count and for a page is cheap.
    """
    text = text[:LONGEST]
    wanted, words = fold(text), {_singular(word) for word in re.findall(r"\w+", text)}
    if not words:
        return exercises.none() if text.strip() else exercises
    if not wanted:  # letters other than a to z: own exercises may have such names
        return exercises.filter(_all(words, "name")).order_by("name")
    found = Value(_ranked(exercises, wanted, words), output_field=ArrayField(BigIntegerField()))
    place = Func(found, "pk", function="array_position", output_field=IntegerField())
    return exercises.alias(place=place).filter(place__isnull=False).order_by("place")


def _ranked(exercises, wanted, words):
    """The ids of what is found, the likeliest first: the best of its name and other names counts.

    The database compares and reads each name once; ranking in SQL would do so several times.
    """
    names = exercises.order_by("name").values_list(
        "pk", "folded", "name", "aliases__folded", "aliases__name",
        _is_of(exercises.model, words), _likeness(wanted),
    )  # fmt: skip
    capitals, ranks, likenesses = [word.upper() for word in words], {}, {}
    for pk, folded, name, other_folded, other, is_of, likeness in names:
        rank = _rank(wanted, capitals, folded, name, other_folded or "", other or "")
        ranks[pk] = min(rank, 5 if is_of else 6, ranks.get(pk, 6))
        likenesses[pk] = max(likeness, likenesses.get(pk, 0))
    found = [pk for pk in ranks if ranks[pk] < 6 or likenesses[pk] >= LIKENESS]
    return sorted(found, key=lambda pk: (ranks[pk], -likenesses[pk]))


def _rank(wanted, words, folded, name, other_folded, other):
    """How well a name and one of the other names are meant: 0 best, 6 not at all.

    `words` are in capitals.
    """
    if folded == wanted:
        return 0
    if other_folded == wanted:
        return 1
    if folded.startswith(wanted):
        return 2
    if other_folded.startswith(wanted):
        return 3
    return 4 if wanted in folded or _has(words, name) or (other and _has(words, other)) else 6


def _has(words, name):
    name = name.upper()
    return all(word in name for word in words)


def _is_of(exercise, words):
    """Whether a muscle or a piece of equipment of an exercise is called that."""
    muscles = exercise.muscles.through.objects.filter(_all(words, "muscle__name"), credit__gt=0)
    pieces = exercise.equipment.through.objects.filter(_all(words, "equipment__name"))
    of = Q(pk__in=muscles.values("exercise")) | Q(pk__in=pieces.values("exercise"))
    return ExpressionWrapper(of, BooleanField())


def _likeness(wanted):
    """How alike the name, or the other name if there is one, is: 0 to 1."""
    name, other = (TrigramSimilarity(field, wanted) for field in ("folded", "aliases__folded"))
    return Greatest(name, other)


def _all(words, field):
    return Q(*[Q(**{f"{field}__icontains": word}) for word in words])


def _singular(word):
    return word[:-1] if len(word) > 3 and word.lower().endswith("s") else word
