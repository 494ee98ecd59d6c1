"""What the checks look at is what whole states and translations say."""

from random import Random

from django.db.models import Value
from django.db.models.functions import Concat

from accounts.context import acting_as, curating
from backgym.seeding.exercises import make_look_alikes
from catalogue.inspecting import rows
from catalogue.models import Exercise, ExerciseAlias, ExerciseTranslation
from catalogue.shelf import public_shelf
from catalogue.states import states_of
from catalogue.translating import parts_of
from catalogue.usage import used_among
from tests.factories import NOW, LoggedSetFactory


@curating()
def change_at_random(exercises, chance):
    """Take texts, pictures and steps from some, and change the English or the German of others."""
    changes = [
        {"setup": " "}, {"cues": []}, {"mistakes": ["Other."]}, {"pictogram": None},
        {"pictogram": {}}, {"name": "Other {}"}, {"note": "Other."}, {"retired_at": NOW},
    ]  # fmt: skip
    pks = list(exercises.values_list("pk", flat=True))
    for pk in chance.sample(pks, 80):
        fields = chance.choice(changes)
        fields = fields | ({"name": f"Other {pk}"} if "name" in fields else {})
        exercises.filter(pk=pk).update(**fields)
        exercises.get(pk=pk).progressions.add(chance.choice(pks))
    translations = ExerciseTranslation.objects.order_by("pk")
    for pk in chance.sample(list(translations.values_list("pk", flat=True)), 60):
        gone = chance.choice([{"setup": ""}, {"cues": []}, {"aliases": []}, {"source": {}}])
        translations.filter(pk=pk).update(**gone)
    ExerciseAlias.objects.filter(pk__in=ExerciseAlias.objects.values("pk")[:20]).update(
        name=Concat("name", Value(" Ä"))
    )


def told(exercises):
    """What is missing and stale by the way of translating.py: {slug: (missing, stale)}."""
    return {
        row.slug: tuple(
            [part.name for part in parts_of(row, "de") if getattr(part, f"is_{what}")]
            for what in ("missing", "stale")
        )
        for row in exercises
    }


def test_the_facts_are_those_of_whole_states_and_translations(catalogue, ines):
    make_look_alikes(60, 1)
    change_at_random(Exercise.objects.public(), Random(1))
    whole = {state["slug"]: state for state in states_of(Exercise.objects.public())}
    translated = told(Exercise.objects.public())
    LoggedSetFactory(exercise=Exercise.objects.get(slug="pull-up"))
    with acting_as(ines):
        found = rows(public_shelf())
        used = used_among(row.entry.pk for row in found)
    assert {row.slug for row in found} == {
        slug for slug, one in whole.items() if not one["retired"]
    }
    for row in found:
        state, facts = whole[row.slug], row.facts
        assert row.care == {name: state[name] for name in row.care} | {
            "primary": tuple(state["primary"])
        }
        assert facts[:4] == tuple(
            bool(one.strip() if isinstance(one, str) else one)
            for one in (state["pictogram"], state["setup"], state["cues"], state["mistakes"])
        )
        for name, what in (("regressions", "easier"), ("progressions", "harder")):
            assert getattr(row.ladders, what).get(row.slug, set()) == set(state[name])
        untold = [dict(facts.untold(what)).get("de", ()) for what in ("missing", "stale")]
        assert tuple(map(list, untold)) == translated[row.slug]
        assert (row.entry.pk in used) == (row.slug == "pull-up")
    assert all(any(told[place] for told in translated.values()) for place in (0, 1))
