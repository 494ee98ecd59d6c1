"""Translations as states have them, {language: {field: text}}: read, tidied and kept."""

from collections import defaultdict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from catalogue.models import ExerciseTranslation
from catalogue.models.translations import TRANSLATABLE


def translations_in_rows():
    """Of each exercise of a queryset its translations, as JSON, for `said_in`."""
    rows = ExerciseTranslation.objects.filter(exercise=OuterRef("pk")).order_by("language")
    fields = {name: F(name) for name in ("language", *TRANSLATABLE)}
    return ArraySubquery(rows.values(one=JSONObject(**fields)))


def said_in(rows):
    """The translations of one such exercise."""
    return said({row["language"]: {name: row[name] for name in TRANSLATABLE} for row in rows})


def said(translations):
    """Without what says nothing; what cannot be translations is left for the check."""
    if not isinstance(translations, dict):
        return translations
    kept = {language: _without_silence(texts) for language, texts in translations.items()}
    return {language: texts for language, texts in kept.items() if texts != {}}


def _without_silence(texts):
    if not isinstance(texts, dict):
        return texts
    return {name: text for name, text in texts.items() if text not in ("", [])}


def put_translations(pairs):
    """Make [(exercise, state)] have the translations of their states. Four queries at most.

    A text that is new is made from the English of its state; one that stays keeps what it was made
    from, so that it is stale where the English changed.
    """
    there = defaultdict(dict)
    for row in ExerciseTranslation.objects.filter(exercise__in=[one for one, _ in pairs]):
        there[row.exercise_id][row.language] = row
    new, changed = [], []
    for exercise, state in pairs:
        kept = there[exercise.pk]
        for language in kept.keys() | state["translations"].keys():
            row = kept.get(language) or ExerciseTranslation(exercise=exercise, language=language)
            if _take(row, state["translations"].get(language, {}), state):
                (changed if row.pk else new).append(row)
    ExerciseTranslation.objects.bulk_create(new)
    if changed:
        ExerciseTranslation.objects.bulk_update(changed, [*TRANSLATABLE, "source"])


def _take(row, texts, state):
    """Give a translation these texts; whether any is another than before."""
    was_taken = False
    for name in TRANSLATABLE:
        text = texts.get(name) or type(state[name])()
        if text != getattr(row, name):
            was_taken = True
            setattr(row, name, text)
            row.source = {field: of for field, of in row.source.items() if field != name}
            if text:
                row.source[name] = sorted(state[name]) if name == "aliases" else state[name]
    return was_taken
