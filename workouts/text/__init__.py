"""A plan as text and back without loss: docs/plan-text.md explains the language.

grammar.lark says what a line is; `parsing` reads one, `prescribing` makes a prescription of it,
`reading` a plan of all lines, with every problem and its place; `writing` is the way back.
`finding` finds exercises by what they are called, `matching` which rows stayed, `sheets` reads
what comes from a spreadsheet, `saving` puts a plan into a draft.
"""

from workouts.text.finding import Finder
from workouts.text.problems import Problem
from workouts.text.reading import read, read_line
from workouts.text.writing import written

__all__ = ["Finder", "Problem", "read", "read_line", "written"]
