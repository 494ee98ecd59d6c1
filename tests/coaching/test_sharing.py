"""A client decides what their trainer sees, at once."""

import pytest

from accounts.models import TrainerLink
from tests.factories import SessionFactory


@pytest.fixture
def link(tara, alex):
    return TrainerLink.objects.get(trainer=tara, client=alex)


def test_the_page_says_who_sees_what(as_user, alex, link):
    response = as_user(alex).get("/me/sharing/")
    assert "Tara Test" in response.text
    assert response.text.count("checked") == 4


def test_an_unshared_journal_says_so(as_user, sam):
    assert "Nobody but you sees your journal" in as_user(sam).get("/me/sharing/").text


def test_a_withdrawn_grant_counts_from_the_next_request(as_user, alex, tara, link):
    session = SessionFactory(member=alex, finished_at="2026-11-20T18:00Z")
    trainer, path = as_user(tara), f"/history/{session.pk}/"
    assert trainer.get(path).status_code == 200
    as_user(alex).post(f"/me/sharing/{link.pk}/", {f"{link.pk}-sees_measurements": "on"})
    assert trainer.get(path).status_code == 404
    assert trainer.get(f"/coach/clients/{alex.pk}/history/").status_code == 404
    assert trainer.get(f"/coach/clients/{alex.pk}/body/").status_code == 200


def test_ending_the_link_takes_everything_away(as_user, alex, tara, link):
    session = SessionFactory(member=alex, finished_at="2026-11-20T18:00Z")
    as_user(alex).post(f"/me/sharing/{link.pk}/end/")
    trainer = as_user(tara)
    for path in [
        f"/history/{session.pk}/",
        f"/coach/clients/{alex.pk}/",
        f"/coach/clients/{alex.pk}/history/",
        f"/coach/clients/{alex.pk}/progress/",
        f"/coach/clients/{alex.pk}/plan/",
        f"/coach/clients/{alex.pk}/body/",
    ]:
        assert trainer.get(path).status_code == 404, path
    assert "Alex Test" not in trainer.get("/coach/clients/").text


def test_a_trainer_may_end_it_too(as_user, tara, link):
    as_user(tara).post(f"/me/sharing/{link.pk}/end/")
    assert not TrainerLink.objects.live().exists()


def test_a_trainer_never_widens_their_own_sight(as_user, tara, link):
    TrainerLink.objects.update(sees_recovery=False)
    response = as_user(tara).post(f"/me/sharing/{link.pk}/", {f"{link.pk}-sees_recovery": "on"})
    assert response.status_code == 404
    assert not TrainerLink.objects.get().sees_recovery


@pytest.mark.parametrize("deed", ["", "end/"])
def test_a_stranger_changes_nothing(as_user, sam, link, deed):
    assert as_user(sam).post(f"/me/sharing/{link.pk}/{deed}").status_code == 404
    assert TrainerLink.objects.live().exists()


def test_a_refused_choice_is_kept_beside_its_reason(as_user, alex, link):
    response = as_user(alex).post(f"/me/sharing/{link.pk}/", {f"{link.pk}-may_plan": "on"})
    assert "must be able to see the training" in response.text
    assert TrainerLink.objects.get().sees_training


def test_planning_without_sight_of_training_is_refused_in_words(as_user, alex, link):
    response = as_user(alex).post(f"/me/sharing/{link.pk}/", {f"{link.pk}-may_plan": "on"})
    assert response.status_code == 422
    assert "must be able to see the training" in response.text
    link.refresh_from_db()
    assert link.sees_training
