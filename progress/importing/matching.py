"""Which of our exercises an imported name means; one of the member's own where it means none."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models.functions import Coalesce
from django.utils.text import slugify

from catalogue.models import Exercise, ExerciseAlias

from .model import ImportedSet
from .names import slug_for

LoadType, Metric = Exercise.LoadType, Exercise.Metric
LONGEST_NAME, LONGEST_SLUG = 120, 80


@dataclass
class Matches:
    """Exercises by the name in the file; `made` are those that had to be made."""

    exercises: dict[str, Exercise] = field(default_factory=dict)
    made: list[Exercise] = field(default_factory=list)


def match(sets: Iterable[ImportedSet], member) -> Matches:
    """Exercises for every name among `sets`: ours of that meaning, the member's own of that name,
    ours of that name or alias, and otherwise a new one of the member's. Acting as the member."""
    by_name: dict[str, list[ImportedSet]] = {}
    for done in sets:
        by_name.setdefault(done.exercise_name, []).append(done)
    shelves, matches = _Shelves(member), Matches()
    for name, found in by_name.items():
        exercise = shelves.find(name)
        if exercise is None:
            exercise = _make(name, found, member, shelves.free_slug(name))
            shelves.add(exercise)
            matches.made.append(exercise)
        matches.exercises[name] = exercise
    return matches


class _Shelves:
    """Everything the member could mean, by slug, own name, and name or alias."""

    def __init__(self, member):
        ours = list(Exercise.objects.public().select_related("merged_into"))
        self.by_slug = {exercise.slug: exercise.merged_into or exercise for exercise in ours}
        self.own = {_key(e.name): e for e in Exercise.objects.owned_by(member)}
        self.slugs = {*self.by_slug, *(exercise.slug for exercise in self.own.values())}
        self.by_name = {_key(exercise.name): exercise.merged_into or exercise for exercise in ours}
        aliases = ExerciseAlias.objects.filter(exercise__member__isnull=True)
        now = Coalesce("exercise__merged_into__slug", "exercise__slug")
        pairs = [(_key(name), slug) for name, slug in aliases.values_list("name", now)]
        times = Counter(key for key, _ in set(pairs))
        self.by_alias = {key: self.by_slug[slug] for key, slug in pairs if times[key] == 1}

    def find(self, name):
        key = _key(_kept(name))
        shelves = (self.own, self.by_name, self.by_alias)
        ours = self.by_slug.get(slug_for(name))
        return ours or next((shelf[key] for shelf in shelves if key in shelf), None)

    def add(self, exercise):
        self.own[_key(exercise.name)] = exercise
        self.slugs.add(exercise.slug)

    def free_slug(self, name):
        stem = slugify(name)[: LONGEST_SLUG - 5].strip("-") or "exercise"
        slug, number = stem, 1
        while slug in self.slugs:
            number += 1
            slug = f"{stem}-{number}"
        return slug


def _make(name, sets, member, slug):
    """An own exercise, counted as its sets are; nobody knows its muscles yet."""
    metric, load_type = _counted(sets)
    return Exercise.objects.create(
        member=member, name=_kept(name), slug=slug, metric=metric, load_type=load_type
    )


def _counted(sets):
    loaded = any(done.load for done in sets)
    if any(done.reps for done in sets):
        return Metric.REPS, LoadType.EXTERNAL if loaded else LoadType.BODYWEIGHT
    if any(done.distance for done in sets):
        if loaded:
            return Metric.METRES, LoadType.DISTANCE_LOAD
        return Metric.TIME_DISTANCE, LoadType.CARDIO
    if any(done.seconds for done in sets):
        return Metric.SECONDS, LoadType.EXTERNAL if loaded else LoadType.DURATION
    return Metric.REPS, LoadType.EXTERNAL if loaded else LoadType.BODYWEIGHT


def _kept(name):
    return " ".join(name.split())[:LONGEST_NAME].strip()


def _key(name):
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
