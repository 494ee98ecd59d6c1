"""The words exercises are asked for with."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from accounts.links import TrainerLink

SHOWN = "id key alt author licence source width height widths moving_widths".split()  # of media


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

    def planned_by(self, user):
        """Exercises `user` may change: their own, and those of clients they may plan for."""
        if not user.is_trainer:
            return self.owned_by(user)
        links = TrainerLink.objects.live().filter(trainer=user.pk, may_plan=True)
        return self.filter(Q(member=user.pk) | Q(member__in=links.values("client")))

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

    def offered(self):
        """Those that may still be chosen: what is retired stays where it is used already."""
        return self.filter(retired_at__isnull=True)

    def called(self, slug, member=None):
        """Exercises of this address: a member's own if one is named, else the catalogue's first.

        With what their page shows beside them: `other_names`, `credit_rows` (muscle, name, region,
        role, credit) and `verdict_rows` (limitation, name, verdict), the heaviest first.
        """
        named = self.filter(slug=slug, member=member) if member else self.filter(slug=slug)
        credits = _of(self.model.credits).order_by("-credit", "pk")
        credits = credits.values(
            row=_fields("muscle", "role", "credit", "muscle__name", "muscle__region")
        )
        verdicts = _of(self.model.verdicts).order_by("verdict", "limitation__name")
        return named.annotate(
            other_names=ArraySubquery(_of(self.model.aliases).order_by("name").values("name")),
            credit_rows=ArraySubquery(credits),
            verdict_rows=ArraySubquery(
                verdicts.values(row=_fields("limitation", "verdict", "limitation__name"))
            ),
        ).order_by(F("member").asc(nulls_first=True))

    def with_media(self):
        """Each with `shown_media`, what its page shows of its pictures, in order."""
        shown = _of(self.model.media).in_order().values_list(_fields(*SHOWN))
        return self.annotate(shown_media=ArraySubquery(shown))

    def without_media(self):
        """Those that no photograph and no loop shows."""
        return self.filter(media__isnull=True)


def _of(relation):
    """The rows of an exercise behind a relation to it."""
    return relation.rel.related_model.objects.filter(exercise=OuterRef("pk"))


def _fields(*names):
    """{last part of a name: value}; a related row's `name` and `region` are its own."""
    return JSONObject(**{name.rpartition("__")[2]: name for name in names})
