"""A member's routines: versions of days of prescriptions.

A released version, its days and its prescriptions never change: a trigger refuses. Editing copies
the released version to a draft; a prescription's `lineage` says which of the copies are the same.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.urls import reverse

from accounts.scopes import Owned, OwnedQuerySet, reference
from workouts.models.templates import Template


class PlannedQuerySet(OwnedQuerySet):
    def planned_by(self, user):
        """Rows `user` may change: their own, and those of clients who let them plan."""
        if not user.is_trainer:
            return self.owned_by(user)
        clients = get_user_model().objects.planned_by(user)
        return self.filter(Q(member=user.pk) | Q(member__in=clients.values("pk")))


class RoutineQuerySet(PlannedQuerySet):
    def current(self):
        """Routines that are not archived."""
        return self.filter(archived_at__isnull=True)

    def archived(self):
        return self.filter(archived_at__isnull=False)

    def with_origin(self, *more):
        """With the names of where a routine came from, and no other column but `more`."""
        own = [field.name for field in self.model._meta.concrete_fields]
        names = "template__name", "assigned_by__name", "assigned_by__email"
        return self.select_related("template", "assigned_by").only(*own, *names, *more)


class Routine(Owned):
    """A plan a member follows, with where it came from."""

    name = models.CharField(max_length=120)
    template = models.ForeignKey(
        Template, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False,
        related_name="+",
    )  # fmt: skip
    copied_from = models.UUIDField(
        "version of somebody else's that this is a copy of", null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    followed_since = models.DateField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    muted = models.JSONField(
        default=dict, blank=True, editable=False,
        help_text="Rules of the routine check that say nothing here: {name: reason}.",
    )  # fmt: skip

    objects = RoutineQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [*Owned.Meta.constraints]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("workouts:routine", args=[self.pk])


class VersionQuerySet(PlannedQuerySet):
    def released(self):
        return self.filter(released_at__isnull=False)

    def drafts(self):
        return self.filter(released_at__isnull=True)

    def newest(self):
        """Of each routine the version in use and the draft."""
        is_draft = ExpressionWrapper(Q(released_at__isnull=True), models.BooleanField())
        kinds = self.annotate(of_draft=is_draft).order_by("routine_id", "of_draft", "-number")
        return kinds.distinct("routine_id", "of_draft").defer("removed")


class RoutineVersion(Owned):
    """One state of a routine. Without `released_at` it is the draft, of which there is one."""

    routine = reference(Routine, related_name="versions")
    number = models.PositiveSmallIntegerField()
    weeks = models.PositiveSmallIntegerField(default=8)
    week_plan = models.JSONField(
        default=list, blank=True, editable=False,
        help_text="What whole weeks change: see training/weeks.py.",
    )  # fmt: skip
    rolling = models.BooleanField(
        "days follow one another", default=False,
        help_text="Its days come in their order, rest days too, whatever the weekday.",
    )  # fmt: skip
    exit_criteria = models.CharField("done when", max_length=300, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(
        default=0, help_text="Counts changes of a draft, so that two tabs never overwrite silently."
    )
    merged_from = models.UUIDField(
        "version of the source of its routine that was merged into it",
        null=True, blank=True, editable=False,
    )  # fmt: skip
    removed = models.JSONField(
        default=list, blank=True, editable=False,
        help_text="What was taken out of a draft and can be put back, the newest first.",
    )  # fmt: skip

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "routine", "number"], name="version_number_unique"
            ),
            models.UniqueConstraint(
                fields=["member", "routine"],
                condition=Q(released_at__isnull=True),
                name="one_draft_per_routine",
                violation_error_message="This routine has a draft already.",
            ),
            models.CheckConstraint(
                condition=Q(weeks__range=(1, 52)),
                name="version_weeks_1_to_52",
                violation_error_message="A routine runs for 1 to 52 weeks.",
            ),
        ]

    def __str__(self):
        return f"{self.routine_id} version {self.number}"

    @property
    def is_draft(self):
        return self.released_at is None


class Day(Owned):
    """A training day of a version, in some weeks or all of them."""

    class Weekday(models.IntegerChoices):
        MONDAY = 1, "Monday"
        TUESDAY = 2, "Tuesday"
        WEDNESDAY = 3, "Wednesday"
        THURSDAY = 4, "Thursday"
        FRIDAY = 5, "Friday"
        SATURDAY = 6, "Saturday"
        SUNDAY = 7, "Sunday"

    version = reference(RoutineVersion, related_name="days")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    weekday = models.PositiveSmallIntegerField(choices=Weekday, null=True, blank=True)
    is_rest = models.BooleanField("rest day", default=False)
    first_week = models.PositiveSmallIntegerField(default=1)
    last_week = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(weekday__range=(1, 7)), name="day_weekday_monday_to_sunday"
            ),
            models.CheckConstraint(
                condition=Q(first_week__gte=1)
                & (Q(last_week__isnull=True) | Q(last_week__gte=F("first_week"))),
                name="day_weeks_in_order",
                violation_error_message="The last week cannot come before the first.",
            ),
        ]
        indexes = [models.Index(fields=["member", "version"], name="day_of_version")]

    def __str__(self):
        return self.name
