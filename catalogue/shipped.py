"""What BackGym brings along: files of exercises, of poses, and of each language's words."""

import json
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def shipped(name):
    """What a file holds: "exercises", "poses", or the code of a language."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@cache
def drawn_names(language):
    """{muscle of the drawing: its name}."""
    return shipped(language)["drawn"]
