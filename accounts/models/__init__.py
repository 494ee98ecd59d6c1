from accounts.links import TrainerLink
from accounts.models.people import TrainingProfile, User

__all__ = ["TrainerLink", "TrainingProfile", "User"]
