from progress.models.body import Measurement
from progress.models.sessions import Session
from progress.models.sets import LoggedSet

__all__ = ["LoggedSet", "Measurement", "Session"]
