"""Merging a changed source into a changed copy."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workouts.three_way import three_way


def row(lineage, **fields):
    return {"exercise": 1, "lineage": lineage} | fields


def day(name, *rows):
    return {"name": name, "prescriptions": list(rows)}


def plan(*days, **fields):
    return {"days": list(days)} | fields


BASE = plan(day("Pull", row("a", sets=3), row("b", sets=4)), day("Hinge", row("c")), weeks=8)


def changed(**changes):
    """BASE with values of rows changed by lineage: changed(a={"sets": 5}); None takes one out."""
    made = copy.deepcopy(BASE)
    for one in made["days"]:
        rows = [r | (changes.get(r["lineage"]) or {}) for r in one["prescriptions"]
                if changes.get(r["lineage"], 0) is not None]  # fmt: skip
        one["prescriptions"] = rows
    return made


def rows_of(merged):
    return {r["lineage"]: r for d in merged["days"] for r in d["prescriptions"]}


def test_changes_of_different_rows_are_both_taken_over():
    merged, conflicts = three_way(BASE, changed(a={"sets": 5}), changed(b={"rir": 2}))
    assert not conflicts
    assert (rows_of(merged)["a"]["sets"], rows_of(merged)["b"]["rir"]) == (5, 2)


def test_different_values_of_one_row_are_both_taken_over():
    merged, conflicts = three_way(BASE, changed(a={"sets": 5}), changed(a={"rir": 2}))
    assert not conflicts
    assert rows_of(merged)["a"] == row("a", sets=5, rir=2)


def test_the_copy_keeps_its_own_where_both_changed_the_same():
    merged, [conflict] = three_way(BASE, changed(a={"sets": 5}), changed(a={"sets": 2}))
    assert rows_of(merged)["a"]["sets"] == 2
    assert (conflict.field, conflict.mine, conflict.theirs, conflict.day) == ("sets", 2, 5, "Pull")


def test_a_conflict_may_be_given_up():
    theirs, mine = changed(a={"sets": 5}), changed(a={"sets": 2})
    [conflict] = three_way(BASE, theirs, mine)[1]
    merged, again = three_way(BASE, theirs, mine, [conflict.key])
    assert rows_of(merged)["a"]["sets"] == 5
    assert again == [conflict]


@pytest.mark.parametrize("source_first", [True, False])
def test_what_one_took_out_and_the_other_left_is_gone(source_first):
    sides = changed(b=None), BASE
    merged, conflicts = three_way(BASE, *(sides if source_first else sides[::-1]))
    assert "b" not in rows_of(merged)
    assert not conflicts


def test_what_the_source_took_out_and_the_copy_changed_is_a_conflict():
    theirs, mine = changed(b=None), changed(b={"sets": 9})
    merged, [conflict] = three_way(BASE, theirs, mine)
    assert rows_of(merged)["b"]["sets"] == 9
    assert conflict.theirs is None
    assert "b" not in rows_of(three_way(BASE, theirs, mine, [conflict.key])[0])


def test_a_row_the_source_added_comes_behind_the_one_before_it():
    theirs, mine = copy.deepcopy(BASE), copy.deepcopy(BASE)
    theirs["days"][0]["prescriptions"].insert(1, row("new"))
    mine["days"][0]["prescriptions"].append(row("own"))
    merged, conflicts = three_way(BASE, theirs, mine)
    assert [r["lineage"] for r in merged["days"][0]["prescriptions"]] == ["a", "new", "b", "own"]
    assert not conflicts


def test_a_renamed_day_is_the_same_day():
    theirs, mine = copy.deepcopy(BASE), changed(a={"sets": 1})
    theirs["days"][0]["name"] = "Pull heavy"
    merged, conflicts = three_way(BASE, theirs, mine)
    assert [d["name"] for d in merged["days"]] == ["Pull heavy", "Hinge"]
    assert rows_of(merged)["a"]["sets"] == 1
    assert not conflicts


def test_an_order_only_the_source_changed_is_taken_over():
    theirs = copy.deepcopy(BASE)
    theirs["days"].reverse()
    assert three_way(BASE, theirs, BASE)[0]["days"] == theirs["days"]


def test_days_may_be_added_by_both_and_taken_out():
    theirs, mine = copy.deepcopy(BASE), copy.deepcopy(BASE)
    theirs["days"].append(day("Arms", row("x")))
    mine["days"] = [mine["days"][0], day("Legs", row("y"))]
    merged, conflicts = three_way(BASE, theirs, mine)
    assert {d["name"] for d in merged["days"]} == {"Pull", "Arms", "Legs"}
    assert not conflicts


rows = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=5).flatmap(
    lambda names: st.tuples(*[
        st.fixed_dictionaries({"exercise": st.integers(1, 3), "lineage": st.just(name)},
                              optional={"sets": st.integers(1, 4), "rir": st.integers(0, 3)})
        for name in names
    ])
)  # fmt: skip
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
plans = st.lists(st.tuples(st.sampled_from(["Pull", "Hinge", "Arms", "Legs"]), rows), max_size=4,
                 unique_by=lambda pair: pair[0]).map(
    lambda days: plan(*[day(name, *found) for name, found in days], weeks=len(days))
)  # fmt: skip


@unhurried
@given(plans, plans)
def test_where_one_side_changed_nothing_the_other_is_what_there_is(base, other):
    assert three_way(base, base, other) == (other, [])
    assert three_way(base, other, base) == (other, [])


@unhurried
@given(plans, plans)
def test_two_who_changed_alike_agree(base, other):
    assert three_way(base, other, other) == (other, [])


@unhurried
@given(plans, plans, plans)
def test_a_merge_has_each_row_once_a_day_and_gives_up_to_the_source(base, theirs, mine):
    merged, conflicts = three_way(base, theirs, mine)
    for one in merged["days"]:
        lineages = [r["lineage"] for r in one["prescriptions"]]
        assert len(lineages) == len(set(lineages))
    keys = [conflict.key for conflict in conflicts]
    assert len(keys) == len(set(keys))
    again, same = three_way(base, theirs, mine, keys)
    assert same == conflicts
    assert (again == merged) == (not conflicts)
