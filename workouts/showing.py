"""Days as pages show them: rows with muscles and superset labels, days with their balance."""

from workouts.arranging import blocks, label_of
from workouts.balance import balance_of, muscles_of
from workouts.contents import exercises_in


def dressed(days, muscles=None):
    """Add to each row `label` (A1), `edge` and its exercise's muscles, to each day `balance`.

    Returns the muscles, for the balance of whole weeks. One query without `muscles`.
    """
    muscles = muscles or muscles_of(exercises_in(days))
    for day in days:
        day.balance = balance_of([day], muscles)
        for block in blocks(day.rows):
            for number, row in enumerate(block, 1):
                row.label = label_of(row, number)
                row.edge = _edge(row, block)
                row.exercise.primary = muscles.primary(row.exercise_id)
                row.exercise.secondary = muscles.secondary(row.exercise_id)
    return muscles


def _edge(row, block):
    """Where in its superset a row is: first, last, or empty."""
    if len(block) == 1:
        return ""
    return "first" if row is block[0] else "last" if row is block[-1] else ""
