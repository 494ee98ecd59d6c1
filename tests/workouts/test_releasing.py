"""Putting a draft to use, and the versions that were."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from tests.factories import NOW, LoggedSetFactory, PrescriptionFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, lift, names, now_of, post, released_for
from workouts.building import open_draft
from workouts.following import followed_routine, version_in_use
from workouts.models import RoutineVersion


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.fixture
def edited(alex, client, acting):
    """A draft beside a version in use, with one change: four sets of the first exercise."""
    version = released_for(alex, days=2, rows=2)
    with acting(alex):
        draft = open_draft(version.routine)
    row = days_of(draft)[0][1][0]
    post(client, draft, "change-prescription", row.pk, **SCHEME | {"sets": "4"})
    return draft


def use(client, version, edits=None):
    url = reverse("workouts:release", args=[version.routine_id])
    edits = now_of(version).edits if edits is None else edits
    return client.post(url, {"version": version.pk, "edits": edits})


def test_the_difference_is_said_before(client, edited):
    page = client.get(reverse("workouts:release", args=[edited.routine_id])).text
    assert "Lift 11: 3\xa0×\xa08–12 → 4\xa0×\xa08–12." in page
    assert now_of(edited).released_at is None


def test_a_draft_is_put_to_use(client, edited, alex, acting):
    assert use(client, edited).url == edited.routine.get_absolute_url()
    with acting(alex):
        assert version_in_use(edited.routine) == edited
    assert now_of(edited).released_at is not None
    assert "In use" in client.get(edited.routine.get_absolute_url()).text


def test_the_first_version_is_followed_at_once(client, alex, acting):
    draft = draft_for(alex)
    use(client, draft)
    with acting(alex):
        assert followed_routine(alex, now_of(draft).released_at.date()) == draft.routine


def test_a_later_version_leaves_what_is_followed(client, edited, alex, acting):
    use(client, edited)
    with acting(alex):
        edited.routine.refresh_from_db()
    assert edited.routine.followed_since is None


def test_what_changed_since_the_page_is_not_put_to_use(client, edited):
    seen = now_of(edited).edits
    post(client, edited, "add-day")
    response = use(client, edited, edits=seen)
    assert response.status_code == 422
    post(client, edited, "remove-day", days_of(edited)[2][0].pk)
    response = use(client, edited, edits=seen)
    assert response.status_code == 409
    assert "This plan changed in another tab." in response.text
    assert now_of(edited).released_at is None


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ({"days": 0}, "There is no day yet."),
        ({"days": 1, "rows": 0}, "Day 1 has no exercises yet."),
    ],
)
def test_an_empty_plan_is_refused_in_words(client, alex, shape, words):
    draft = draft_for(alex, **shape)
    response = use(client, draft)
    assert response.status_code == 422
    assert words in response.text
    assert now_of(draft).released_at is None


def test_a_superset_of_one_is_refused_in_words(client, alex):
    draft = draft_for(alex, rows=0)
    day = days_of(draft)[0][0]
    PrescriptionFactory(day=day, exercise=lift("Curl"), superset="B")
    assert "Curl on Day 1 is alone in superset B." in use(client, draft).text


def test_a_day_of_too_many_sets_is_refused_in_words(client, alex):
    draft = draft_for(alex, rows=0)
    day = days_of(draft)[0][0]
    for position in range(4):
        PrescriptionFactory(day=day, position=position, exercise=lift("Curl"), sets=20)
    assert "Day 1 has 80 sets." in use(client, draft).text


def test_a_version_in_use_never_changes(client, alex, acting):
    version = released_for(alex)
    day, rows = days_of(version)[0]
    for change in [
        lambda: rows[0].delete(),
        lambda: day.save(),
        lambda: RoutineVersion.objects.update(weeks=3),
    ]:
        with pytest.raises(IntegrityError, match="never changes"), acting(alex):
            change()
    assert post(client, version, "remove-prescription", rows[0].pk).status_code == 409
    assert names(version) == [["Lift 11", "Lift 12"]]


def test_logs_keep_pointing_at_the_version_they_were_done_with(client, edited, alex, acting):
    with acting(alex):
        first = RoutineVersion.objects.get(number=1)
    old = days_of(first)[0][1][0]
    logged = LoggedSetFactory(member=alex, prescription=old, exercise=old.exercise)
    use(client, edited)
    with acting(alex):
        logged.refresh_from_db()
        assert logged.prescription == old
        assert logged.prescription.day.version == first
    assert days_of(edited)[0][1][0].lineage == old.lineage


def test_versions_say_what_changed(client, edited):
    use(client, edited)
    page = client.get(reverse("workouts:versions", args=[edited.routine_id])).text
    assert "Lift 11: 3\xa0×\xa08–12 → 4\xa0×\xa08–12." in page
    assert "The first version." in page


def test_going_back_makes_a_draft(client, edited, alex, acting):
    use(client, edited)
    url = reverse("workouts:restore", args=[edited.routine_id, 1])
    assert client.post(url).url == reverse("workouts:edit", args=[edited.routine_id])
    with acting(alex):
        draft = RoutineVersion.objects.drafts().get()
        assert version_in_use(edited.routine) == edited
    assert draft.number == 3
    assert days_of(draft)[0][1][0].sets == 3
    assert days_of(draft)[0][1][0].lineage == days_of(edited)[0][1][0].lineage


def test_going_back_overwrites_no_draft(client, edited, alex, acting):
    url = reverse("workouts:restore", args=[edited.routine_id, 1])
    assert "There is a draft already." in client.post(url, follow=True).text
    assert days_of(edited)[0][1][0].sets == 4


@pytest.mark.parametrize("number", [0, 2, 99, 10**30])
def test_only_a_version_that_was_in_use_comes_back(client, edited, number):
    url = reverse("workouts:restore", args=[edited.routine_id, number])
    assert client.post(url).status_code == 404


def test_a_trainer_puts_a_clients_draft_to_use(as_user, edited, tara):
    use(as_user(tara), edited)
    assert now_of(edited).released_at is not None


def test_strangers_put_nothing_to_use(as_user, edited, sam):
    client = as_user(sam)
    assert use(client, edited).status_code == 404
    for name, args in [("versions", []), ("restore", [1]), ("release", [])]:
        url = reverse(f"workouts:{name}", args=[edited.routine_id, *args])
        assert client.get(url).status_code in (404, 405)
        assert client.post(url).status_code in (404, 405)


def test_cost_of_many_versions(client, alex, acting, django_assert_max_num_queries):
    version = released_for(alex, days=3, rows=4)
    for _ in range(12):
        with acting(alex):
            draft = open_draft(version.routine)
            RoutineVersion.objects.filter(pk=draft.pk).update(released_at=NOW)
    # session, user, who acts, open workout; routine, versions, days, rows, may plan; and the
    # test's savepoint, twice
    with django_assert_max_num_queries(11):
        client.get(reverse("workouts:versions", args=[version.routine_id]))
