"""The whole of everybody's catalogue as a file."""

import json

from catalogue.exchange.csv_file import write_csv
from catalogue.exchange.vocabulary import VOCABULARY, words_there_are
from catalogue.models import Edition, Exercise
from catalogue.shipped import shipped
from catalogue.states import states_of
from catalogue.texts import said

FOR_CURATORS = ("note",)


def export_json(*, is_open=False):
    """Words and exercises; without what curators write for each other where it `is_open`."""
    parts = {section: words_there_are(section) for section in VOCABULARY}
    exercises = [_open(state) for state in all_states()] if is_open else all_states()
    whole = {"licence": shipped("exercises")["licence"], **parts, "exercises": exercises}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _open(state):
    """A state without what curators write for each other, in any language."""
    whole = _without_notes(state)
    languages = {code: _without_notes(texts) for code, texts in state["translations"].items()}
    return whole | {"translations": said(languages)}


def _without_notes(texts):
    return {name: text for name, text in texts.items() if name not in FOR_CURATORS}


def export_csv():
    """Exercises only, a row each."""
    return write_csv(all_states())


def all_states():
    """The states of everybody's exercises in the order of their addresses. Seven queries."""
    return states_of(Exercise.objects.public().order_by("slug"))


def edition(request):
    """What changes whenever an export would: a browser that has this one is told so."""
    return f'"{Edition.objects.current() or 0}"'
