"""Statements answer as the querysets that they are made of, whoever asks first."""

import pytest

from accounts.context import acting_as
from accounts.models import TrainingProfile
from accounts.statements import Statement
from tests.factories import TrainingProfileFactory

MANY = 1234  # stands in for a number of days


def training(reader, days):
    """What those train for whose journal `reader` may read, from so many days a week."""
    rows = TrainingProfile.objects.visible_to(reader).filter(days_per_week__gte=days)
    return rows.order_by("pk").values_list("member", "goals", "days_per_week")


@pytest.fixture
def profiles(alex, tara, sam):
    return [TrainingProfileFactory(member=one, days_per_week=3) for one in (alex, tara, sam)]


def test_each_reader_is_answered_what_they_may_read(profiles, alex, tara, sam):
    statement = Statement(training, MANY)
    for reader, count in [(alex, 1), (tara, 2), (sam, 1), (alex, 1)]:
        with acting_as(reader):
            rows = statement(reader, 2)
            assert rows == list(training(reader, 2))
            assert len(rows) == count


def test_values_are_those_of_the_day_not_of_the_first_time(profiles, alex):
    statement = Statement(training, MANY)
    with acting_as(alex):
        assert [len(statement(alex, days)) for days in (2, 4, 3)] == [1, 0, 1]


def test_models_come_with_what_was_selected_with_them(profiles, alex, django_assert_num_queries):
    statement = Statement(
        lambda reader: TrainingProfile.objects.owned_by(reader).select_related("member")
    )
    with acting_as(alex), django_assert_num_queries(1):
        (profile,) = statement(alex)
        assert profile == profiles[0]
        assert profile.member.name == alex.name


def test_what_stands_in_for_a_value_is_not_left_out_of_the_query(profiles, alex):
    with acting_as(alex), pytest.raises(ValueError, match="left out"):
        Statement(training, -1)(alex, 3)  # no number of days is less, so Django does not ask


def test_it_is_put_together_once_for_members_and_once_for_trainers(profiles, alex, tara, sam):
    made = []
    statement = Statement(lambda reader, days: made.append(reader) or training(reader, days), MANY)
    for reader in (alex, tara, sam, alex):
        with acting_as(reader):
            statement(reader, 3)
    assert len(made) == 2
