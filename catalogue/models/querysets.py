"""The words exercises are asked for with."""

from django.contrib.auth import get_user_model
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.query import ModelIterable

from catalogue import search


class WordQuerySet(models.QuerySet):
    def public(self):
        """Everybody's: a vocabulary has no other rows."""
        return self.all()


def add_parts(model, exercises):
    """Give each of these exercises its `primary`, `secondary` and `pieces`. One query."""
    known = {exercise.pk: exercise for exercise in exercises}
    for exercise in exercises:
        exercise.primary, exercise.secondary, exercise.pieces = [], [], []
    muscles = model.muscles.through.objects.filter(exercise__in=known, credit__gt=0)
    pieces = model.equipment.through.objects.filter(exercise__in=known)
    parts = muscles.values_list("exercise", "role", "pk", "muscle__slug").union(
        pieces.values_list("exercise", Value("pieces"), Value(0), "equipment__name"), all=True
    )
    for pk, kind, _, part in parts.order_by("pk", "muscle__slug"):
        getattr(known[pk], kind).append(part)


class RowIterable(ModelIterable):
    """Exercises with add_parts(): see ExerciseQuerySet.for_rows()."""

    def __iter__(self):
        exercises = list(super().__iter__())
        add_parts(self.queryset.model, exercises)
        return iter(exercises)


class ExerciseQuerySet(models.QuerySet):
    def public(self):
        """Everybody's catalogue."""
        return self.filter(member__isnull=True)

    def owned_by(self, user):
        """Exercises of `user`'s own."""
        return self.filter(member=user.pk)

    def visible_to(self, user):
        """The catalogue, the reader's own exercises, and those of clients they may see."""
        if not user.is_authenticated:
            return self.public()
        if not user.is_trainer:
            return self.filter(Q(member__isnull=True) | Q(member=user.pk))
        members = get_user_model().objects.open_to(user, "training").values("pk")
        return self.filter(Q(member__isnull=True) | Q(member__in=members))

    def matching(self, text):
        """Exercises that `text` may mean, the likeliest first."""
        return search.matching(self, text)

    def called(self, slug, member=None):
        """Exercises of this address: a member's own if one is named, else the catalogue's first."""
        named = self.filter(slug=slug, member=member) if member else self.filter(slug=slug)
        aliases = self.model.aliases.rel.related_model.objects.filter(exercise=OuterRef("pk"))
        return named.annotate(
            other_names=ArraySubquery(aliases.order_by("name").values("name"))
        ).order_by(F("member").asc(nulls_first=True))

    def with_verdict(self, said):
        """Annotate how exercises suit somebody who `said` (fitting.Circumstances) this:

        `verdict` ("avoid", "caution" or ""), `lacks_equipment`, and `lacking`, names of the pieces.
        """
        lacking = self._lacking(said)
        nothing = Value([], output_field=ArrayField(models.CharField()))
        return self.annotate(
            verdict=self._verdict(said),
            lacks_equipment=Value(False) if lacking is None else Exists(lacking),
            lacking=nothing if lacking is None else ArraySubquery(lacking),
        )

    def suitable(self):
        """Of exercises with_verdict, those not to avoid, with equipment that is there."""
        return self.exclude(verdict="avoid").exclude(lacks_equipment=True)

    def fitting(self, said):
        """Exercises with_verdict that somebody who `said` this may do and is equipped for."""
        return self.with_verdict(said).suitable()

    def tally(self):
        """Of exercises with_verdict: `total`, `avoid`, `lacking` (of the rest), `fitting`."""
        avoid, lacking = Q(verdict="avoid"), Q(lacks_equipment=True)
        counts = self.order_by().aggregate(
            total=Count("pk"),
            avoid=Count("pk", filter=avoid),
            lacking=Count("pk", filter=~avoid & lacking),
        )
        return counts | {"fitting": counts["total"] - counts["avoid"] - counts["lacking"]}

    def for_rows(self):
        """With what a row in a list shows: `primary`, `secondary` (slugs), `pieces` (names).

        One query more, which costs less than subqueries for each row.
        """
        rows = self._chain()
        rows._iterable_class = RowIterable
        return rows

    def ladder_of(self, exercise):
        """What leads up to an exercise and on from it, the hardest first; annotates `is_harder`."""
        step = self.model.regressions.through, self.model.progressions.through
        easier, harder = (
            through.objects.filter(from_exercise=exercise.pk).values("to_exercise")
            for through in step
        )
        return (
            self.filter(Q(pk__in=easier) | Q(pk__in=harder))
            .annotate(is_harder=ExpressionWrapper(Q(pk__in=harder), BooleanField()))
            .order_by("-is_harder", "-difficulty", "name")
        )

    def _verdict(self, said):
        listed = self.model.verdicts.rel.related_model.objects.filter(exercise=OuterRef("pk"))
        named = listed.filter(limitation__in=said.mild | said.strong)
        avoid = named.filter(Q(verdict="avoid") | Q(limitation__in=said.strong))
        return Case(
            When(Exists(avoid), then=Value("avoid")),
            When(Exists(named), then=Value("caution")),
            default=Value(""),
            output_field=models.CharField(),
        )

    def _lacking(self, said):
        """Names of an exercise's pieces that are not there; None before any were stated."""
        if said.equipment is None:
            return None
        needed = self.model.equipment.through.objects.filter(exercise=OuterRef("pk"))
        names = needed.order_by("equipment__name").values("equipment__name")
        return names.exclude(equipment__in=said.equipment)
