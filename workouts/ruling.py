"""The rule of one prescription in the builder: what can be set, what is recommended, who set it."""

from dataclasses import dataclass

from accounts.models import TrainerLink, TrainingProfile, User
from training.choosing_rules import recommended_rule
from workouts.models import Prescription

RULES = dict(Prescription.Progression.choices)


@dataclass(frozen=True)
class Recommendation:
    """A rule by name, what it suits, and whether it is the one there is."""

    rule: str
    suits: str
    is_chosen: bool

    @property
    def name(self):
        return RULES[self.rule]


def recommendation_for(row, reader, member):
    """The rule that suits a row and its member's goal and level. One query."""
    profiles = TrainingProfile.objects.visible_to(reader, member).of(member)
    goals, level = profiles.values_list("goals", "level").first() or ([], "")
    found = recommended_rule(
        goals,
        level,
        unit=row.unit,
        load_type=row.exercise.load_type,
        reps_high=row.reps_high,
    )
    return Recommendation(found.rule, found.suits, found.rule == row.progression)


def trainer_of(routine) -> User | None:
    """Who set the rules of a routine: the trainer who gave it; None where its member did."""
    given = routine.assigned_by
    return None if given is None or given.pk == routine.member_id else given


def may_set_rules(reader, routine):
    """Whether `reader` may change rules there: a trainer's win while they plan for the member."""
    trainer = trainer_of(routine)
    if trainer is None or reader.pk == trainer.pk:
        return True
    links = TrainerLink.objects.live().filter(trainer=trainer.pk, client=routine.member_id)
    return not links.filter(may_plan=True).exists()
