"""What rules would ask for weeks ahead."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.aims import Asked, Past
from training.rule_settings import SETTINGS, known_settings
from training.simulating import ASSUMPTIONS, MOST_WEEKS, weeks_ahead
from training.steps import Step
from training.targets import DoneSet, Plan

D = Decimal
KG = Step(D("2.5"))
PLAN = Plan(3, 8, 12, KG)


def ahead(rule, weeks, assumption, done=None, **fields):
    known = known_settings(rule, {})
    ask = Asked(fields.pop("plan", PLAN), rule, settings=known, **fields)
    visit = [DoneSet(D(60), 8)] * 3 if done is None else done
    return weeks_ahead(ask, Past([visit], [visit]), weeks, assumption)


def loads(found):
    return [aims.sets[0].load_kg for aims in found]


def test_at_the_top_every_week_adds_a_step():
    assert loads(ahead("double", 4, "top")) == [60, D("62.5"), 65, D("67.5")]


def test_at_the_bottom_nothing_is_added():
    assert set(loads(ahead("double", 8, "bottom"))) == {60}


def test_misses_slow_it_down():
    top, misses = ahead("linear", 9, "top"), ahead("linear", 9, "misses")
    assert loads(misses)[-1] < loads(top)[-1]
    assert loads(misses)[3] == loads(misses)[2]


def test_a_wave_goes_round():
    found = ahead("wave", 9, "top", [DoneSet(D(140), 1)] * 3, plan=Plan(3, 1, 5, KG))
    assert [aims.why.split(" of ")[0] for aims in found[:5]] == [
        "Week 1", "Week 2", "Week 3", "Week 4", "Week 1",
    ]  # fmt: skip
    assert found[4].sets[0].load_kg >= found[0].sets[0].load_kg


def test_without_a_past_there_is_nothing_to_go_by():
    assert ahead("double", 4, "top", []) == ahead("double", 0, "top") == []


@pytest.mark.parametrize("rule", sorted(SETTINGS.keys() - {"none", "assist_down"}))
@settings(max_examples=15)
@given(weeks=st.integers(1, 40), assumption=st.sampled_from(ASSUMPTIONS))
def test_every_rule_has_an_answer_for_every_week(rule, weeks, assumption):
    found = ahead(rule, weeks, assumption, rest_seconds=90)
    assert len(found) == min(weeks, MOST_WEEKS)
    assert all(aim.count >= 1 for aims in found for aim in aims.sets)
