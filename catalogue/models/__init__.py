from catalogue.models.edition import Edition
from catalogue.models.exercises import (
    Exercise,
    ExerciseAlias,
    ExerciseLimitation,
    ExerciseMuscle,
)
from catalogue.models.media import ExerciseMedia
from catalogue.models.members import (
    ExerciseMark,
    ExerciseNote,
    MemberEquipment,
    MemberLimitation,
)
from catalogue.models.merges import Merge, MergeMove, NotTheSame
from catalogue.models.proposals import Proposal
from catalogue.models.states import ExerciseState
from catalogue.models.translations import ExerciseTranslation
from catalogue.models.vocabulary import Equipment, Limitation, Muscle, Pattern

__all__ = [
    "Edition",
    "Equipment",
    "Exercise",
    "ExerciseAlias",
    "ExerciseLimitation",
    "ExerciseMark",
    "ExerciseMedia",
    "ExerciseMuscle",
    "ExerciseNote",
    "ExerciseState",
    "ExerciseTranslation",
    "Limitation",
    "MemberEquipment",
    "MemberLimitation",
    "Merge",
    "MergeMove",
    "Muscle",
    "NotTheSame",
    "Pattern",
    "Proposal",
]
