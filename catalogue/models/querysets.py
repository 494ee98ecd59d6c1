"""The words exercises are asked for with."""

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
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

from accounts.links import TrainerLink
from catalogue import search


class WordQuerySet(models.QuerySet):
    def public(self):
        """Everybody's: a vocabulary has no other rows."""
        return self.all()


PARTS = """
    SELECT exercise_id, role, works.id AS place, slug AS part
    FROM catalogue_exercisemuscle AS works JOIN catalogue_muscle AS muscle ON muscle.id = muscle_id
    WHERE exercise_id = ANY (%(ids)s) AND credit > 0
    UNION ALL
    SELECT exercise_id, 'pieces', 0, name
    FROM catalogue_exercise_equipment JOIN catalogue_equipment AS piece ON piece.id = equipment_id
    WHERE exercise_id = ANY (%(ids)s)
    ORDER BY place, part
"""  # written out: Django takes longer to put it together than PostgreSQL to answer it


def add_parts(exercises):
    """Give each of these exercises its `primary`, `secondary` and `pieces`. One query."""
    known = {exercise.pk: exercise for exercise in exercises}
    for exercise in exercises:
        exercise.primary, exercise.secondary, exercise.pieces = [], [], []
    with connection.cursor() as cursor:
        cursor.execute(PARTS, {"ids": list(known)})
        for pk, kind, _, part in cursor:
            getattr(known[pk], kind).append(part)


class RowIterable(ModelIterable):
    """Exercises with add_parts(): see ExerciseQuerySet.for_rows()."""

    def __iter__(self):
        exercises = list(super().__iter__())
        add_parts(exercises)
        return iter(exercises)


class ExerciseQuerySet(models.QuerySet):
    def public(self):
        """Everybody's catalogue."""
        return self.filter(member__isnull=True)

    def owned_by(self, user):
        """Exercises of `user`'s own."""
        return self.filter(member=user.pk)

    def visible_to(self, user, member=None):
        """The catalogue, the reader's own exercises, and those of clients they may see.

        Where a `member` is named, of own exercises only theirs.
        """
        if not user.is_authenticated:
            return self.public()
        theirs = Q(member=user.pk if member is None else member.pk)
        if member is not None and member.pk != user.pk:
            if not member.is_opened_to(user, "training"):
                theirs &= Q(member__in=TrainerLink.objects.clients(user, "training"))
        elif member is None and user.is_trainer:
            theirs |= Q(member__in=TrainerLink.objects.clients(user, "training"))
        return self.filter(Q(member__isnull=True) | theirs)

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
        if not said.has_limits:
            return Value("")
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
