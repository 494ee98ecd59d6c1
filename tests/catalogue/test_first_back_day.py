"""The collection for a first back day: what fits the level, limits and equipment, each once."""

import pytest

from catalogue.fitting import Circumstances
from catalogue.models import Equipment, Limitation
from tests.catalogue.test_collections import parts_of, slugs_in
from tests.factories import MemberEquipmentFactory, TrainingProfileFactory

FIRST_DAYS = {
    "": [
        "band-assisted-pull-up", "seated-cable-row", "kettlebell-deadlift", "lat-pulldown",
        "chest-supported-db-row",
    ],
    "intermediate": ["pull-up", "seated-cable-row", "deadlift", "lat-pulldown", "barbell-row"],
}  # fmt: skip
FIRST_DAYS |= {"beginner": FIRST_DAYS[""], "advanced": FIRST_DAYS["intermediate"]}


@pytest.mark.parametrize("level", FIRST_DAYS)
def test_a_first_day_is_of_the_readers_level(catalogue, level):
    (part,) = parts_of("first-back-day", Circumstances(level=level))
    assert slugs_in(part) == FIRST_DAYS[level]
    for pick in part.picks:
        assert bool(pick.why) == (pick.row.entry.slug not in FIRST_DAYS["intermediate"])


def test_a_first_day_never_has_one_exercise_twice_nor_one_that_hurts(catalogue):
    for limitation in Limitation.objects.public():
        (part,) = parts_of("first-back-day", Circumstances(strong=frozenset([limitation.pk])))
        assert len(set(slugs_in(part))) == len(part.picks)
        assert len(part.picks) + len(part.unsuited) == 5, limitation
        assert all(pick.row.verdict != "avoid" for pick in part.picks), limitation


def test_what_nothing_suits_is_said(catalogue, as_user, alex):
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    MemberEquipmentFactory(member=alex, equipment=Equipment.objects.get(slug="mat"))
    text = as_user(alex).get("/exercises/collections/first-back-day/").text
    assert "For the pulldown nothing suits your limits and your equipment." in text


def test_the_level_is_the_members_own(catalogue, as_user, alex, sam):
    TrainingProfileFactory(member=alex, level="advanced")
    url = "/exercises/collections/first-back-day/"
    assert "Conventional deadlift" in as_user(alex).get(url).text
    assert "which is for later" in as_user(sam).get(url).text
