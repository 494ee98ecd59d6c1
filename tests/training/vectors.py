"""Worked examples of the formulas, in `vectors.json`; fractions are Decimals."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

_CASES = json.loads(
    Path(__file__).with_name("vectors.json").read_text(),
    parse_float=Decimal,
)


def vectors(name):
    """The cases of one formula, in order; a dictionary each, or the table itself."""
    return _CASES[name]


def close(expected, places):
    """Half a unit of the last printed place: vectors are rounded."""
    return pytest.approx(float(expected), abs=0.5 * 10**-places + 1e-9)
