"""The order of rows and their supersets, without a database."""

import pytest

from workouts.arranging import blocks, group_with_next, label_of, move, tidy, ungroup
from workouts.models import Prescription


def rows(words):
    """Rows from "a b:A c:A": names, with letters of supersets."""
    made = []
    for word in words.split():
        name, _, letter = word.partition(":")
        made.append(Prescription(superset=letter, note=name))
    return made


def shown(found):
    return " ".join(f"{r.note}:{r.superset}" if r.superset else r.note for r in found)


def named(found, name):
    return next(row for row in found if row.note == name)


@pytest.mark.parametrize(
    ("before", "name", "step", "after"),
    [
        ("a b c", "b", -1, "b a c"),
        ("a b c", "b", 1, "a c b"),
        ("a b c", "a", -1, "a b c"),
        ("a b c", "c", 1, "a b c"),
        ("a b:A c:A d", "c", -1, "a c:A b:A d"),
        ("a b:A c:A d", "b", -1, "b:A c:A a d"),
        ("a b:A c:A d", "c", 1, "a d b:A c:A"),
        ("a b:A c:A d", "d", -1, "a d b:A c:A"),
        ("a:A b:A c:B d:B", "b", 1, "c:A d:A a:B b:B"),
    ],
)
def test_a_row_moves_within_its_superset_or_takes_it_along(before, name, step, after):
    found = rows(before)
    moved = move(found, named(found, name), step)
    assert shown(moved) == after
    assert [row.position for row in moved] == list(range(1, len(moved) + 1))


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("a b c", "a", "a:A b:A c"),
        ("a:A b:A c d", "c", "a:A b:A c:B d:B"),
        ("a:A b:A c", "b", "a:A b:A c:A"),
        ("a b:A c:A", "a", "a:A b:A c:A"),
        ("a:A b:A c:B d:B", "b", "a:A b:A c:A d:A"),
        ("a b c:A d:A", "a", "a:A b:A c:B d:B"),
        ("a b", "b", "a b"),
    ],
)
def test_a_superset_with_the_next(before, name, after):
    found = rows(before)
    assert shown(group_with_next(found, named(found, name))) == after


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("a:A b:A", "a", "a b"),
        ("a:A b:A c:A", "c", "a:A b:A c"),
        ("a:A b:A c:A d:A", "b", "a b c:A d:A"),
    ],
)
def test_out_of_a_superset(before, name, after):
    found = rows(before)
    assert shown(ungroup(found, named(found, name))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("a:A", "a"),
        ("a:A b c:A", "a b c"),
        ("a:A b:A c d:A e:A", "a:A b:A c d:B e:B"),
        ("a b:C c:C d:A e:A", "a b:A c:A d:B e:B"),
    ],
)
def test_a_superset_has_neighbours_and_the_next_letter(before, after):
    assert shown(tidy(rows(before))) == after


def test_who_leaves_a_superset_does_straight_sets():
    alone = rows("a:A")
    alone[0].technique = "superset"
    assert tidy(alone)[0].technique == "straight"


def test_rows_of_a_superset_are_numbered():
    found = rows("a b:A c:A")
    labels = [label_of(row, n) for block in blocks(found) for n, row in enumerate(block, 1)]
    assert labels == ["", "A1", "A2"]
