"""What is wrong with a description, in words a curator understands."""

from collections.abc import Iterable
from difflib import get_close_matches


class PoseError(ValueError):
    """A description that cannot be drawn; the message says what to mend."""


def unknown(name: object, what: str, known: Iterable[str]) -> PoseError:
    """An error for a word that is not in the vocabulary, with the nearest one that is."""
    words = sorted(known)
    near = get_close_matches(str(name), words, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(words)}."
    return PoseError(f"“{name}” is no {what}. {hint}")
