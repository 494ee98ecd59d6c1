"""What a copy takes over goes into a draft, and no draft of anybody’s is lost."""

import re

import pytest

from accounts.context import acting_as
from tests.workouts.copies import NEWS, change, copied, newest, rows, send, sent, url
from workouts.building import Draft, Stale, discard, draft_of, open_draft
from workouts.updating import take_over, update_of


@pytest.fixture
def pair(tara, alex):
    return copied(tara, alex)


@pytest.fixture
def client(as_user, tara):
    return as_user(tara)


def test_a_draft_that_is_thrown_away_has_taken_nothing(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    send(client, copy)
    with acting_as(tara):
        discard(draft_of(copy))
    assert NEWS in client.get(copy.get_absolute_url()).text


def test_another_draft_is_in_the_way(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    post = sent(client, copy)
    with acting_as(tara):
        Draft(open_draft(copy)).add_day()
    assert "Go on with the draft" in client.get(url(copy)).text
    response = post()
    assert response.status_code == 409
    assert "There is a draft already" in response.text
    assert [row.sets for row in rows(copy, of_draft=True)] == [3, 3]


def test_a_draft_that_was_put_there_is_in_the_way_once(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    assert send(client, copy).status_code == 302
    assert send(client, copy).status_code == 409


def test_an_untouched_draft_gives_way(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    with acting_as(tara):
        before = open_draft(copy)
    assert send(client, copy).status_code == 302
    with acting_as(tara):
        draft = draft_of(copy)
    assert draft.pk != before.pk
    assert draft.merged_from
    assert rows(copy, of_draft=True)[0].sets == 5


def test_a_draft_that_is_touched_in_between_is_kept(pair, tara):
    source, copy = pair
    change(source, 0, sets=5)
    with acting_as(tara):
        open_draft(copy)
        update = update_of(tara, newest(copy))
        Draft(draft_of(copy)).add_day()
        with pytest.raises(Stale):
            take_over(update, [])
        assert draft_of(copy).days.count() == 2


def test_a_draft_that_goes_back_is_kept(pair, tara):
    source, copy = pair
    change(source, 0, sets=5)
    change(copy, 1, sets=4)
    with acting_as(tara):
        first = copy.versions.get(member=copy.member_id, number=1)
        draft = open_draft(copy, source=first)
        with pytest.raises(Stale):
            take_over(update_of(tara, newest(copy)), [])
        assert draft_of(copy) == draft


def test_a_draft_begun_in_between_is_kept(pair, tara):
    source, copy = pair
    change(source, 0, sets=5)
    with acting_as(tara):
        update = update_of(tara, newest(copy))
        draft = open_draft(copy)
        with pytest.raises(Stale):
            take_over(update, [])
        assert draft_of(copy) == draft


@pytest.mark.parametrize("which", [0, 1])
def test_a_page_that_is_out_of_date_takes_nothing_over(pair, client, which):
    source, copy = pair
    change(source, 0, sets=5)
    change(copy, 0, sets=2)
    post = sent(client, copy, work="theirs")
    change(pair[which], 0, note="Slowly")
    response = post()
    assert response.status_code == 409
    assert "Here is how it is now" in response.text
    assert re.search(r'\.work" value="theirs"[^>]* checked', response.text)
    with acting_as(copy.member):
        assert draft_of(copy) is None
