"""What a member said about their body, their gym and single exercises."""

from django.db import models
from django.db.models import Case, Q, Value, When

from accounts.scopes import Owned, OwnedQuerySet, PrivateQuerySet
from catalogue.models.exercises import Exercise
from catalogue.models.vocabulary import Equipment, Limitation

NOTE_LENGTH = 200


class MemberLimitationQuerySet(OwnedQuerySet):
    kind = "recovery"


class MemberLimitation(Owned):
    """Something that limits a member. Strong turns "take care" into "leave out"."""

    class Severity(models.TextChoices):
        MILD = "mild", "Mild"
        STRONG = "strong", "Strong"

    limitation = models.ForeignKey(Limitation, models.PROTECT, related_name="+")
    severity = models.CharField(max_length=6, choices=Severity, default=Severity.MILD)

    objects = MemberLimitationQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "limitation"],
                name="one_entry_per_limitation",
                violation_error_message="You have named this already.",
            ),
        ]

    def __str__(self):
        return f"{self.limitation_id} ({self.severity})"


class MemberEquipment(Owned):
    """A piece of equipment a member can use."""

    equipment = models.ForeignKey(Equipment, models.PROTECT, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["member", "equipment"], name="one_entry_per_equipment"),
        ]

    def __str__(self):
        return str(self.equipment_id)


class ExerciseMarkQuerySet(OwnedQuerySet):
    def with_kind(self):
        """Annotate `kind`, an ExerciseMark.Kind."""
        never = When(never_at__isnull=False, then=Value(ExerciseMark.Kind.NEVER.value))
        other = Value(ExerciseMark.Kind.FAVOURITE.value)
        return self.annotate(kind=Case(never, default=other, output_field=models.CharField()))


class ExerciseMark(Owned):
    """An exercise is a favourite of a member's, or is never to be suggested to them."""

    class Kind(models.TextChoices):
        FAVOURITE = "favourite", "Favourite"
        NEVER = "never", "Never suggested"

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="marks")
    favourite_at = models.DateTimeField(null=True, blank=True)
    never_at = models.DateTimeField(null=True, blank=True)

    objects = ExerciseMarkQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["member", "exercise"], name="one_mark_per_exercise"),
            models.CheckConstraint(
                condition=Q(favourite_at__isnull=False, never_at__isnull=True)
                | Q(favourite_at__isnull=True, never_at__isnull=False),
                name="mark_is_favourite_or_never",
                violation_error_message="An exercise is a favourite or never suggested, not both.",
            ),
        ]

    def __str__(self):
        return f"{self.exercise_id} is {'never suggested' if self.never_at else 'a favourite'}"


class ExerciseNote(Owned):
    """How a member sets an exercise up: seat 4, pin 7, grip. For their eyes only."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="setup_notes")
    text = models.CharField("my set-up", max_length=NOTE_LENGTH)

    objects = PrivateQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "exercise"], name="one_setup_note_per_exercise"
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="setup_note_says_something",
                violation_error_message="An empty note is none.",
            ),
        ]

    def __str__(self):
        return f"Set-up of {self.exercise_id}"
