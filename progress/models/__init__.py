from progress.models.body import Measurement
from progress.models.journal import LoggedSet, Session

__all__ = ["LoggedSet", "Measurement", "Session"]
