"""Members, and what they said about their training."""

import zoneinfo

import uuid6
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from accounts import languages
from accounts.links import TrainerLink
from accounts.scopes import Owned, OwnedQuerySet


class UserQuerySet(models.QuerySet):
    def open_to(self, viewer, kind="training"):
        """Members whose journal of this kind `viewer` may read: their own, and their clients'."""
        if not viewer.is_trainer:
            return self.filter(pk=viewer.pk)
        clients = TrainerLink.objects.clients(viewer, kind)
        return self.filter(Q(pk=viewer.pk) | Q(pk__in=clients))

    def planned_by(self, trainer):
        """Clients to whom `trainer` may give routines."""
        links = TrainerLink.objects.live().filter(trainer=trainer.pk, may_plan=True)
        return self.filter(pk__in=links.values("client"))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Named, because migrations refer to it."""

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


def known_time_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError("Choose a time zone from the list.")


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account: a member, perhaps a trainer or a curator too."""

    class Unit(models.TextChoices):
        KG = "kg", "Kilograms"
        LB = "lb", "Pounds"

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField("name", max_length=80, blank=True)
    unit = models.CharField("loads in", max_length=2, choices=Unit, default=Unit.KG)
    language = models.CharField(
        "exercises in", max_length=8, blank=True, default="", db_default="",
        choices=languages.choices,
    )  # fmt: skip
    time_zone = models.CharField(max_length=64, default="UTC", validators=[known_time_zone])
    trainer_since = models.DateTimeField(null=True, blank=True)
    is_staff = models.BooleanField("may open the admin site", default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    objects = UserManager()
    opened_by = None  # the link by which a trainer reads this journal: see viewing.whose_journal

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_per_email",
                violation_error_message="An account with this e-mail address exists.",
            ),
        ]

    def __str__(self):
        return self.name or self.email

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self).split(" ", maxsplit=1)[0]

    @property
    def is_trainer(self):
        return self.trainer_since is not None

    @property
    def is_curator(self):
        return self.is_staff

    def is_opened_to(self, trainer, kind):
        """Whether this request has found that they let `trainer` see `kind`; False: not asked."""
        link = self.opened_by
        return bool(link and link.trainer_id == trainer.pk and getattr(link, f"sees_{kind}"))

    @property
    def zone(self):
        """The member's time zone; UTC where a newer time-zone database dropped its name."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo("UTC")

    def today(self, now):
        """The member's own date at the moment `now` (aware)."""
        return now.astimezone(self.zone).date()


class TrainingProfile(Owned):
    """What a member trains for, how often, how long and at which level."""

    class Goal(models.TextChoices):
        WIDTH = "width", "A wider back"
        THICKNESS = "thickness", "A thicker back"
        PULL_UP = "pull_up", "My first pull-up, or more of them"
        STRENGTH = "strength", "A stronger deadlift"
        BACK_CARE = "back_care", "Less back trouble"
        RETURN = "return", "A return after a break"

    class Level(models.TextChoices):
        BEGINNER = "beginner", "New, or less than six months"
        INTERMEDIATE = "intermediate", "I row or pull down with good form"
        ADVANCED = "advanced", "I pull my own weight for ten or more"

    goals = ArrayField(models.CharField(max_length=12, choices=Goal), default=list, blank=True)
    level = models.CharField(max_length=12, choices=Level, blank=True)
    days_per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    session_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    has_stated_limits = models.BooleanField(default=False)
    has_stated_equipment = models.BooleanField(default=False)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["member"], name="one_profile_per_member"),
            models.CheckConstraint(
                condition=Q(days_per_week__range=(1, 7)),
                name="profile_days_1_to_7",
                violation_error_message="A week has 1 to 7 training days.",
            ),
            models.CheckConstraint(
                condition=Q(session_minutes__range=(10, 240)),
                name="profile_minutes_10_to_240",
                violation_error_message="A workout takes 10 to 240 minutes.",
            ),
        ]

    def __str__(self):
        return f"Training profile {self.pk}"

    @property
    def goal_names(self):
        return [self.Goal(goal).label for goal in self.goals]

    @classmethod
    def of_member(cls, member, **answers):
        """The member's one profile, with these answers kept; also when two tabs ask at once."""
        return cls.objects.owned_by(member).update_or_create(member=member, defaults=answers)[0]
