"""Inviting a client, and what the client answers."""

import re
from datetime import timedelta

import pytest
import time_machine
import uuid6
from django.core import mail
from django.test import Client

from accounts.models import TrainerLink
from coaching.models import Invitation, InvitationQuerySet
from tests.factories import NOW, InvitationFactory
from tests.workouts.plans import id_in

GRANTS = {"sees_training": "on", "may_plan": "on"}


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def send(client, email="new@example.com"):
    return client.post("/coach/clients/invite/", {"email": email}, follow=True)


def mailed_link():
    return re.search(r"http://testserver(/invite/\S+)", mail.outbox[-1].body)[1]


def test_a_trainer_invites_by_mail(as_user, sam):
    response = send(as_user(sam))
    assert "Invitation sent to new@example.com" in response.text
    assert mail.outbox[0].to == ["new@example.com"]
    assert "Sam Test" in mail.outbox[0].subject


def test_an_invitation_sent_twice_is_one_mail(as_user, sam):
    client = as_user(sam)
    asked = {"id": id_in(client.get("/coach/clients/invite/").text), "email": "new@example.com"}
    answers = [client.post("/coach/clients/invite/", asked, follow=True) for _ in range(2)]
    assert all("Invitation sent to new@example.com" in answer.text for answer in answers)
    assert [message.to for message in mail.outbox] == [["new@example.com"]]
    assert str(Invitation.objects.get().pk) == asked["id"]


def test_the_last_invitation_of_a_day_may_be_sent_twice_too(as_user, sam):
    for _ in range(19):
        InvitationFactory(trainer=sam)
    asked = {"id": uuid6.uuid7(), "email": "new@example.com"}
    for _ in range(2):
        response = as_user(sam).post("/coach/clients/invite/", asked, follow=True)
    assert "Invitation sent to new@example.com" in response.text
    assert len(mail.outbox) == 1


def test_a_withdrawn_invitation_can_be_sent_again_from_the_same_page(as_user, sam):
    asked = {"id": uuid6.uuid7(), "email": "new@example.com"}
    as_user(sam).post("/coach/clients/invite/", asked)
    as_user(sam).post(f"/coach/clients/invitations/{asked['id']}/withdrawal/")
    as_user(sam).post("/coach/clients/invite/", asked)
    assert len(mail.outbox) == 2
    assert Invitation.objects.open(NOW).count() == 1


def test_an_invitation_under_a_taken_id_is_another(as_user, sam, tara):
    taken = [
        InvitationFactory(trainer=tara, email="new@example.com"),
        InvitationFactory(trainer=sam, email="other@example.com"),
    ]
    for row in taken:
        asked = {"id": row.pk, "email": "new@example.com"}
        as_user(sam).post("/coach/clients/invite/", asked)
        row.refresh_from_db()
    assert len(mail.outbox) == 2
    assert [row.trainer for row in taken] == [tara, sam]
    assert taken[1].email == "other@example.com"
    assert Invitation.objects.filter(trainer=sam, email="new@example.com").count() == 2


def test_the_token_is_in_the_mail_alone(as_user, sam):
    send(as_user(sam))
    token = mailed_link().split("/")[2]
    assert token not in str(Invitation.objects.values())


def test_a_stranger_reads_who_asks_before_having_an_account(as_user, sam):
    send(as_user(sam))
    response = Client().get(mailed_link())
    assert "<bdi>Sam Test</bdi> would like to be your trainer" in response.text
    assert "Create an account" in response.text


def test_the_client_chooses_what_is_seen(as_user, sam, alex):
    send(as_user(sam))
    as_user(alex).post(mailed_link(), GRANTS | {"sees_measurements": "on"})
    link = TrainerLink.objects.get(trainer=sam, client=alex)
    assert (link.sees_training, link.sees_measurements, link.sees_recovery) == (True, True, False)


def test_an_invitation_works_once(as_user, sam, alex, tara):
    send(as_user(sam))
    link = mailed_link()
    as_user(alex).post(link, GRANTS)
    response = as_user(tara).post(link, GRANTS)
    assert response.status_code == 404
    assert "no longer works" in response.text
    assert TrainerLink.objects.filter(trainer=sam).count() == 1


def test_accepting_twice_leads_to_what_is_shared(as_user, sam, alex):
    send(as_user(sam))
    link, client = mailed_link(), as_user(alex)
    client.post(link, GRANTS)
    TrainerLink.objects.update(may_plan=False)  # what alex chose since then stays
    for response in (client.post(link, GRANTS), client.get(link)):
        assert (response.status_code, response.url) == (302, "/me/sharing/")
    assert "Sam Test" in client.get("/me/sharing/").text
    assert not TrainerLink.objects.get(trainer=sam, client=alex).may_plan


def test_to_others_an_accepted_invitation_is_gone(client, as_user, sam, alex, tara):
    send(as_user(sam))
    as_user(alex).post(mailed_link(), GRANTS)
    Invitation.objects.update(accepted_by=None)  # as when alex has gone
    for visitor in (client, as_user(tara)):
        assert visitor.get(mailed_link()).status_code == 404
        assert visitor.post(mailed_link(), GRANTS).status_code == 404


def test_accepting_twice_at_once_works_as_once(as_user, sam, alex, monkeypatch):
    send(as_user(sam))
    as_user(alex).post(mailed_link(), GRANTS)
    accepted = Invitation.objects.select_related("trainer")
    monkeypatch.setattr("coaching.models.InvitationQuerySet.open", accepted_meanwhile())
    assert as_user(alex).post(mailed_link(), GRANTS).url == "/me/sharing/"
    assert accepted.count() == 1


def accepted_meanwhile():
    """open() that finds the invitation once, before the other request had accepted it."""
    real, looks = InvitationQuerySet.open, iter([True])
    return lambda rows, now: rows.all() if next(looks, False) else real(rows, now)


@pytest.mark.parametrize("late", [timedelta(days=14, seconds=1), timedelta(days=400)])
def test_an_invitation_ends_after_fourteen_days(as_user, sam, alex, late):
    send(as_user(sam))
    with time_machine.travel(NOW + late, tick=False):
        response = as_user(alex).post(mailed_link(), GRANTS)
    assert response.status_code == 404
    assert not TrainerLink.objects.filter(trainer=sam).exists()


def test_a_withdrawn_invitation_no_longer_works(as_user, sam, alex):
    send(as_user(sam))
    row = Invitation.objects.get()
    as_user(sam).post(f"/coach/clients/invitations/{row.pk}/withdrawal/")
    assert as_user(alex).get(mailed_link()).status_code == 404


def test_nobody_withdraws_anothers_invitation(as_user, sam, tara):
    row = InvitationFactory(trainer=tara)
    response = as_user(sam).post(f"/coach/clients/invitations/{row.pk}/withdrawal/")
    assert response.status_code == 404
    assert Invitation.objects.get().withdrawn_at is None


def test_nobody_accepts_their_own_invitation(as_user, sam):
    send(as_user(sam))
    response = as_user(sam).post(mailed_link(), GRANTS)
    assert response.status_code == 422
    assert "your own invitation" in response.text
    assert not TrainerLink.objects.exists()


def test_planning_without_sight_of_training_is_refused_in_words(as_user, sam, alex):
    send(as_user(sam))
    response = as_user(alex).post(mailed_link(), {"may_plan": "on"})
    assert response.status_code == 422
    assert "must be able to see the training" in response.text
    assert not TrainerLink.objects.filter(trainer=sam).exists()


def test_a_second_invitation_renews_what_is_seen(as_user, tara, alex):
    send(as_user(tara), alex.email)
    as_user(alex).post(mailed_link(), {"sees_training": "on"})
    link = TrainerLink.objects.live().get(trainer=tara, client=alex)
    assert (link.may_plan, link.sees_measurements) == (False, False)


def test_the_twenty_first_invitation_of_a_day_is_refused_in_words(as_user, sam):
    for _ in range(20):
        InvitationFactory(trainer=sam)
    response = send(as_user(sam))
    assert "Try again tomorrow" in response.text
    assert not mail.outbox


@pytest.mark.parametrize("email", ["", "nobody", "a\x00b@example.com", "x" * 300 + "@example.com"])
def test_an_address_that_is_none_is_refused_and_kept(as_user, sam, email):
    response = send(as_user(sam), email)
    assert response.status_code == 422
    assert "invalid-feedback" in response.text
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("path", ["/coach/clients/", "/coach/clients/invite/"])
def test_members_have_no_coaching_pages(as_user, alex, path):
    assert as_user(alex).get(path).status_code == 404
