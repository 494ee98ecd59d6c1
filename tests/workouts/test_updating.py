"""A copy takes over what its source changed since."""

import re

import pytest
from django.urls import reverse

from accounts.context import acting_as
from accounts.models import TrainerLink
from catalogue.models import Exercise
from tests.factories import ExerciseFactory, TrainerLinkFactory, UserFactory
from tests.test_walls import no_policies  # noqa: F401 - a fixture
from tests.workouts.copies import change, copied, rows, take_out
from workouts.arranging import group_with_next
from workouts.building import Draft, Stale, discard, draft_of, open_draft
from workouts.models import Routine
from workouts.releasing import release
from workouts.updating import take_over, update_of

NEWS = "The routine this was copied from has changed"


@pytest.fixture
def pair(tara, alex):
    return copied(tara, alex)


@pytest.fixture
def client(as_user, tara):
    return as_user(tara)


def url(copy):
    return reverse("workouts:update", args=[copy.pk])


def newest(copy):
    versions = copy.versions.filter(member=copy.member_id).newest()
    return list(versions.select_related("routine__member"))


def sent(client, copy, **answers):
    """Send the page as it is, with other answers by what the question begins with."""
    page = client.get(url(copy)).text
    data = dict(re.findall(r'name="([^"]+)" value="([^"]+)"', page))
    data |= {name: "mine" for name, value in data.items() if value == "theirs"}
    for field, value in answers.items():
        data |= {name: value for name in data if name.endswith(field)}
    return lambda: client.post(url(copy), data)


def send(client, copy, **answers):
    return sent(client, copy, **answers)()


def test_what_both_changed_apart_goes_into_a_draft(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    change(copy, 1, rest_seconds=150)
    page = client.get(copy.get_absolute_url()).text
    assert NEWS in page
    assert url(copy) in page
    assert "3\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}8–12 →" in client.get(url(copy)).text
    response = send(client, copy)
    assert response.url == reverse("workouts:edit", args=[copy.pk])
    assert [(r.sets, r.rest_seconds) for r in rows(copy, of_draft=True)] == [(5, 90), (3, 150)]
    assert [r.sets for r in rows(copy)] == [3, 3]


def test_a_conflict_is_shown_with_both_sides_and_decided(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    change(copy, 0, sets=2)
    page = client.get(url(copy)).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Lift 11 on Day 1: sets" in page
    assert "Keep: 2 × 8–12" in page
    assert "Take over: 5 × 8–12" in page
    for answer, sets in [("mine", 2), ("theirs", 5)]:
        assert send(client, copy, work=answer).status_code == 302
        assert rows(copy, of_draft=True)[0].sets == sets
        with acting_as(copy.member):
            discard(draft_of(copy))


def test_a_range_is_never_put_together_from_both_sides(pair, client):
    source, copy = pair
    change(source, 0, reps_low=12)
    change(copy, 0, reps_high=10)
    assert send(client, copy, work="mine").status_code == 302
    row = rows(copy, of_draft=True)[0]
    assert (row.reps_low, row.reps_high) == (8, 10)


def test_what_the_source_took_out_stays_where_the_copy_changed_it(pair, client):
    source, copy = pair
    take_out(source)
    change(copy, 0, note="Mine")
    page = client.get(url(copy)).text
    assert "Take over: not in the plan" in page
    send(client, copy)
    assert len(rows(copy, of_draft=True)) == 2


def test_no_choice_is_refused_in_words_and_the_others_are_kept(pair, client):
    source, copy = pair
    change(source, 0, sets=5, note="Theirs")
    change(copy, 0, sets=2, note="Mine")
    response = send(client, copy, work="both", note="theirs")
    assert response.status_code == 422
    assert "Choose which of the two it is to be." in response.text
    assert re.search(r'name="[^"]+\.note" value="theirs"[^>]* checked', response.text)
    with acting_as(copy.member):
        assert draft_of(copy) is None


def test_once_taken_over_it_is_no_news_any_more_until_the_next_change(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    send(client, copy)
    assert NEWS in client.get(copy.get_absolute_url()).text
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == copy.get_absolute_url()
    change(copy, 1, sets=7)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    change(source, 0, sets=6)
    page = client.get(url(copy)).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "5 × 8–12 → 6 × 8–12" in page
    assert "on both sides" not in page
    send(client, copy)
    assert [row.sets for row in rows(copy, of_draft=True)] == [6, 7]


def test_a_draft_that_is_thrown_away_has_taken_nothing(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    send(client, copy)
    with acting_as(tara):
        discard(draft_of(copy))
    assert NEWS in client.get(copy.get_absolute_url()).text


def test_a_version_from_before_is_offered_the_change_again(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    send(client, copy)
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    client.post(reverse("workouts:restore", args=[copy.pk, 1]))
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
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


def test_the_member_cannot_read_the_source_and_hears_nothing(pair, as_user, alex):
    source, copy = pair
    change(source, 0, note="For trainers’ eyes")
    client = as_user(alex)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    for response in [client.get(url(copy)), client.post(url(copy))]:
        assert response.url == copy.get_absolute_url()
    with acting_as(alex):
        assert draft_of(copy) is None


def test_the_scopes_alone_keep_the_source_from_them(pair, as_user, alex, request):
    source, copy = pair
    change(source, 0, note="For trainers’ eyes")
    request.getfixturevalue("no_policies")
    client = as_user(alex)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == copy.get_absolute_url()


def test_another_trainer_of_the_client_cannot_either(pair, as_user, alex):
    source, copy = pair
    change(source, 0, sets=5)
    other = UserFactory(trainer=True)
    TrainerLinkFactory(trainer=other, client=alex)
    client = as_user(other)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == client.post(url(copy)).url == copy.get_absolute_url()


def test_without_leave_to_plan_there_is_no_such_page(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    TrainerLink.objects.update(may_plan=False)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).status_code == client.post(url(copy)).status_code == 404


def test_a_stranger_finds_nothing(pair, as_user, sam):
    change(pair[0], 0, sets=5)
    assert as_user(sam).get(url(pair[1])).status_code == 404


def test_a_source_that_is_gone_is_no_source(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    with acting_as(tara):
        Routine.objects.filter(pk=copy.pk).update(copied_from=copy.pk)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == copy.get_absolute_url()


def test_a_draft_of_the_source_is_no_news(pair, client, tara):
    source, copy = pair
    with acting_as(tara):
        Draft(open_draft(source)).add_day()
    assert NEWS not in client.get(copy.get_absolute_url()).text


def test_a_members_copy_of_their_own_routine_is_their_own_affair(alex, as_user):
    source, copy = copied(alex, alex)
    change(source, 0, sets=5)
    client = as_user(alex)
    assert NEWS in client.get(copy.get_absolute_url()).text
    assert send(client, copy).status_code == 302
    assert rows(copy, of_draft=True)[0].sets == 5


def test_own_exercises_of_the_trainer_become_the_clients(pair, client, tara, alex):
    source, copy = pair
    own = ExerciseFactory(member=tara, name="Gate row", slug="gate-row")
    change(source, 0, exercise=own)
    page = client.get(url(copy)).text
    assert "Gate row in its place" in page
    with acting_as(alex):
        assert not Exercise.objects.owned_by(alex).exists()
    send(client, copy)
    row = rows(copy, of_draft=True)[0]
    assert (row.exercise.name, row.exercise.member) == ("Gate row", alex)


def test_the_clients_own_of_the_same_name_is_no_change(tara, alex, client):
    source, copy = copied(tara, alex)
    change(source, 0, exercise=ExerciseFactory(member=tara, name="Gate row", slug="gate-row"))
    send(client, copy)
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    change(source, 0, sets=5)
    change(copy, 0, note="Mine")
    assert "on both sides" not in client.get(url(copy)).text
    send(client, copy)
    row = rows(copy, of_draft=True)[0]
    assert (row.exercise.member, row.sets, row.note) == (alex, 5, "Mine")
    with acting_as(alex):
        assert Exercise.objects.owned_by(alex).count() == 1


@pytest.mark.parametrize("days", [1, 6])
def test_the_pages_cost_the_same_however_long_the_plan(
    tara, alex, client, django_assert_max_num_queries, days
):
    source, copy = copied(tara, alex, days=days, rows=4)
    change(source, 0, exercise=ExerciseFactory(member=tara, name="Gate row", slug="gate-row"))
    change(copy, 1, sets=2)
    with acting_as(tara):
        open_draft(copy)
    for page in (url(copy), copy.get_absolute_url()):
        client.get(page)
        with django_assert_max_num_queries(14):  # the test’s two savepoints among them
            assert client.get(page).status_code == 200


def test_a_superset_that_the_merge_leaves_alone_is_none(tara, alex, client):
    source, copy = copied(tara, alex, rows=3)
    with acting_as(tara):
        draft = Draft(open_draft(source))
        draft.reorder(draft.days[0], group_with_next, draft.days[0].rows[0])
        release(draft, copy.created_at)
    take_out(copy, 1)
    send(client, copy)
    letters = [row.superset for row in rows(copy, of_draft=True) if row.superset]
    assert all(letters.count(letter) > 1 for letter in letters)


def test_a_programme_lasts_until_its_last_day_begins(tara, alex, client):
    source, copy = copied(tara, alex, days=2)
    with acting_as(tara):
        draft = Draft(open_draft(source))
        draft.change(draft.days[1], {"first_week": 7})
        release(draft, copy.created_at)
    with acting_as(alex):
        draft = Draft(open_draft(copy))
        draft.claim(weeks=4)
        release(draft, copy.created_at)
    send(client, copy)
    with acting_as(alex):
        assert draft_of(copy).weeks == 7
