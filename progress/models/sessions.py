"""Sessions: one visit to the gym each."""

from datetime import timedelta

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.scopes import Owned, OwnedQuerySet, reference
from workouts.models import Day

NOTE_LENGTH = 4000


class SessionQuerySet(OwnedQuerySet):
    def unfinished(self):
        return self.filter(finished_at__isnull=True)

    def finished(self):
        return self.filter(finished_at__isnull=False)

    def in_week(self, monday):
        return self.filter(trained_on__range=(monday, monday + timedelta(days=6)))

    def before(self, session):
        """Those that newest_first() puts after `session`."""
        day, start = session.trained_on, session.started_at
        earlier = Q(trained_on__lt=day) | Q(started_at__lt=start)
        earlier |= Q(started_at=start, id__lt=session.pk)
        return self.filter(earlier, trained_on__lte=day)

    def newest_first(self):
        return self.order_by("-trained_on", "-started_at", "-id")

    def with_volume(self):
        """Annotate `volume_kg` (None without a load), by the set's index."""
        volume = self._done().with_volume().values("session").annotate(total=Sum("volume_kg"))
        return self.annotate(volume_kg=Subquery(volume.values("total")))

    def with_totals(self):
        """With volume_kg and `sets_done`."""
        done = self._done().values("session").annotate(n=Count("pk"))
        return self.with_volume().annotate(sets_done=Coalesce(Subquery(done.values("n")), 0))

    def _done(self):
        """The done sets of a session in the outer query."""
        sets = self.model.sets.rel.related_model.objects
        return sets.filter(member=OuterRef("member"), session=OuterRef("pk")).done().order_by()


class Session(Owned):
    """One visit to the gym. `trained_on` is the member's own date there and then."""

    day = reference(Day, models.SET_NULL, null=True, blank=True, related_name="sessions")
    name = models.CharField(max_length=120)
    trained_on = models.DateField()
    time_zone = models.CharField(max_length=64, default="UTC")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, validators=[MaxLengthValidator(NOTE_LENGTH)])
    rating = models.PositiveSmallIntegerField("how it went", null=True, blank=True)
    source = models.CharField(max_length=20, blank=True, editable=False)
    source_key = models.CharField(max_length=200, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()
    newest_deload = None  # the member's newest lighter week, where a view asked: see own_session

    class Meta:
        ordering = ["-trained_on", "-started_at"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "id", "trained_on"], name="session_member_id_date"
            ),
            models.UniqueConstraint(
                fields=["member", "source", "source_key"],
                condition=~Q(source=""),
                name="imported_session_once",
                violation_error_message="This workout has been imported already.",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="session_ends_after_start",
                violation_error_message="A workout ends after it starts.",
            ),
            models.CheckConstraint(
                condition=Q(rating__range=(1, 5)),
                name="session_rating_1_to_5",
                violation_error_message="Rate the workout from 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(trained_on__range=("1950-01-01", "2199-12-31")),
                name="session_date_plausible",
                violation_error_message="Give a date between 1950 and 2199.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["member", "-trained_on", "-started_at", "-id"], name="session_newest_first"
            ),
            models.Index(
                fields=["member"],
                condition=Q(finished_at__isnull=True),
                name="session_unfinished",
            ),
            models.Index(
                fields=["member", "day"],
                condition=Q(day__isnull=False),
                name="session_of_day",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.trained_on}"

    def get_absolute_url(self):
        name = "progress:session" if self.finished_at is None else "progress:past-session"
        return reverse(name, args=[self.pk])

    @property
    def lighter_week(self):
        """The newest lighter week; None in a workout begun on its day before it was accepted."""
        newest = self.newest_deload
        was_first = newest and self.is_within(newest) and self.started_at < newest.accepted_at
        return None if was_first else newest

    @property
    def is_lighter(self):
        return bool(self.lighter_week) and self.is_within(self.lighter_week)

    def is_within(self, deload):
        return deload.covers(self.trained_on)

    @property
    def minutes(self):
        if self.finished_at is None:
            return None
        return round((self.finished_at - self.started_at).total_seconds() / 60)
