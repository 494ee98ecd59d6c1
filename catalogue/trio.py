"""The three that a back routine is built on: deadlift, pull-up and row."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Essential:
    """One of the three a back routine is built on: any exercise of its `pattern` counts as it."""

    name: str
    pattern: str
    movement: str  # the pattern in words
    slugs: tuple[str, ...]  # the first that is on the shelf stands for it
    text: str


TRIO = (
    Essential(
        "deadlift", "hip-hinge", "hip hinge", ("deadlift",),
        "A hip hinge: it loads the lower back, the glutes and the hamstrings together.",
    ),
    Essential(
        "pull-up", "vertical-pull", "vertical pull", ("pull-up",),
        "A vertical pull: it is for the lats, the largest muscle of the back.",
    ),
    Essential(
        "row", "horizontal-pull", "horizontal pull",
        ("barbell-row", "seated-cable-row", "one-arm-db-row"),
        "A horizontal pull: it is for the middle of the back and the rear shoulders.",
    ),
)  # fmt: skip
