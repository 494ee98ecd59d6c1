from accounts.links import TrainerLink
from accounts.models.kit import WeightSet
from accounts.models.people import TrainingProfile, User

__all__ = ["TrainerLink", "TrainingProfile", "User", "WeightSet"]
