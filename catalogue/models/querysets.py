"""The words exercises are asked for with."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, Value, When

from catalogue import search


class WordQuerySet(models.QuerySet):
    def public(self):
        """Everybody's: a vocabulary has no other rows."""
        return self.all()


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
        members = type(user).objects.open_to(user, "training").values("pk")
        return self.filter(Q(member__isnull=True) | Q(member__in=members))

    def matching(self, text):
        """Exercises that `text` may mean, the likeliest first."""
        return search.matching(self, text)

    def with_verdict(self, said):
        """Annotate `verdict` ("avoid", "caution" or "") and `lacks_equipment`.

        `said` is what a member said: fitting.Circumstances. No query of its own.
        """
        return self.annotate(verdict=self._verdict(said), lacks_equipment=self._lack(said))

    def fitting(self, said):
        """Exercises with_verdict that this member may do, and has the equipment for."""
        return self.with_verdict(said).exclude(verdict="avoid").exclude(lacks_equipment=True)

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
        """Annotate what a row in a list shows: `primary`, `secondary` (slugs), `pieces` (names)."""
        credits = self.model.muscles.through.objects.filter(exercise=OuterRef("pk"))
        pieces = self.model.equipment.through.objects.filter(exercise=OuterRef("pk"))
        slugs = credits.order_by("pk").values("muscle__slug")
        return self.annotate(
            primary=ArraySubquery(slugs.filter(role="primary")),
            secondary=ArraySubquery(slugs.filter(role="secondary")),
            pieces=ArraySubquery(pieces.order_by("pk").values("equipment__name")),
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

    def _lack(self, said):
        if said.equipment is None:
            return Value(False, output_field=BooleanField())
        needed = self.model.equipment.through.objects.filter(exercise=OuterRef("pk"))
        return Exists(needed.exclude(equipment__in=said.equipment))
