from progress.models.body import Measurement
from progress.models.recovery import Deload, Dismissal
from progress.models.sessions import Session
from progress.models.sets import LoggedSet

__all__ = ["Deload", "Dismissal", "LoggedSet", "Measurement", "Session"]
