"""Inviting a client, and what the client answers."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from accounts.models import TrainerLink
from coaching.models import Invitation
from tests.factories import NOW, InvitationFactory

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


def test_the_token_is_in_the_mail_alone(as_user, sam):
    send(as_user(sam))
    token = mailed_link().split("/")[2]
    assert token not in str(Invitation.objects.values())


def test_a_stranger_reads_who_asks_before_having_an_account(as_user, sam):
    send(as_user(sam))
    response = Client().get(mailed_link())
    assert "Sam Test would like to be your trainer" in response.text
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
    assert "your own invitation" in response.text
    assert not TrainerLink.objects.exists()


def test_planning_without_sight_of_training_is_refused_in_words(as_user, sam, alex):
    send(as_user(sam))
    response = as_user(alex).post(mailed_link(), {"may_plan": "on"})
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
    assert "invalid-feedback" in response.text
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("path", ["/coach/clients/", "/coach/clients/invite/"])
def test_members_have_no_coaching_pages(as_user, alex, path):
    assert as_user(alex).get(path).status_code == 404
