"""Lists of weights as members write them: 5, 7.5, 10 to 30 by 2.5."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from training.units import plain

MOST_WEIGHTS = 120
_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,6})?"
_PART = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:to|[-\u2013])\s*(?P<high>{_NUMBER})\s*(?:by|in|/)\s*(?P<step>{_NUMBER}))?"
)
_BETWEEN = re.compile(r"(?:[\s,;]|and\b|kg\b|lbs?\b)*", re.IGNORECASE)
_TIGHT_COMMA = re.compile(r"[0-9]+,[0-9]+")
_SHORTEST_RUN = 3


class UnreadableWeights(ValueError):
    """A list that cannot be read, with the reason in words for the member."""


def read_weights(text: str) -> tuple[Decimal, ...]:
    """The weights of a list, lightest first, each once; raises UnreadableWeights.

    A comma between two digits is refused: 2,5 may be one weight or two.
    """
    if tight := _TIGHT_COMMA.search(text):
        apart = tight[0].replace(",", ", ")
        whole = tight[0].replace(",", ".")
        raise UnreadableWeights(f"\u201c{tight[0]}\u201d could be one or two: {whole}, or {apart}?")
    found: set[Decimal] = set()
    for part in _parts(text):
        found.update(_weights_of(part))
        if len(found) > MOST_WEIGHTS:
            raise UnreadableWeights(f"That is more than {MOST_WEIGHTS} weights.")
    return tuple(sorted(found))


def written(weights: Sequence[Decimal]) -> str:
    """The list as a member would write it, with runs of equal steps as a range."""
    parts, left = [], sorted(set(weights))
    while left:
        run = _run(left)
        if len(run) < _SHORTEST_RUN:
            run = left[:1]
            parts.append(plain(run[0]))
        else:
            step = run[1] - run[0]
            parts.append(f"{plain(run[0])} to {plain(run[-1])} by {plain(step)}")
        left = left[len(run) :]
    return ", ".join(parts)


def _parts(text: str) -> Iterator[re.Match[str]]:
    place = _end_of(_BETWEEN.match(text))
    while place < len(text):
        part = _PART.match(text, place)
        if part is None:
            odd = text[place:].split()[0][:20]
            raise UnreadableWeights(f"\u201c{odd}\u201d is no weight. Write 5, 7.5, 10 to 30 by 2.")
        yield part
        place = _end_of(_BETWEEN.match(text, part.end()))


def _end_of(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _weights_of(part: re.Match[str]) -> Iterator[Decimal]:
    low = Decimal(part["low"])
    if part["high"] is None:
        yield low
        return
    high, step = Decimal(part["high"]), Decimal(part["step"])
    if high < low or step <= 0:
        raise UnreadableWeights(
            f"\u201c{part[0]}\u201d leads nowhere: from light to heavy, please."
        )
    if (high - low) / step > MOST_WEIGHTS:
        raise UnreadableWeights(f"\u201c{part[0]}\u201d is more than {MOST_WEIGHTS} weights.")
    while low <= high:
        yield low
        low += step


def _run(weights: Sequence[Decimal]) -> list[Decimal]:
    """The longest beginning in which each is as much heavier than the one before."""
    run = list(weights[:2])
    for weight in weights[2:]:
        if weight - run[-1] != run[1] - run[0]:
            break
        run.append(weight)
    return run
