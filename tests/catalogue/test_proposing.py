"""Members propose a new exercise or a change to one, and read what becomes of it."""

from datetime import timedelta

import pytest
import uuid6
from django.db import DatabaseError, transaction
from django.utils import timezone

from accounts.context import acting_as, curating
from catalogue.models import Exercise, Proposal
from catalogue.proposing import decline
from catalogue.states import differences, state_of, write
from tests.catalogue.proposals import typed
from tests.factories import NOW, ExerciseFactory, ProposalFactory

NEW_ONE, CHANGE = "/exercises/propose/", "/exercises/row/suggest/"


@pytest.fixture
def row(db):
    return ExerciseFactory(slug="row", name="Row", cues=["Pull."])


@pytest.fixture
def member(as_user, alex):
    return as_user(alex)


def send(client, address, **changes):
    page = client.get(address)
    data = typed(page.context["form"], **{"why": "I teach it."} | changes)
    data["seen"] = page.context.get("seen") or 0
    return client.post(address, data)


def only(alex):
    with acting_as(alex):
        return Proposal.objects.get()


def test_a_change_is_what_differs_and_no_more(member, alex, row):
    before = state_of(row)
    answer = send(member, CHANGE, cues="Pull to the hip.", setup="Sit.")
    proposal = only(alex)
    assert answer.url == f"/me/proposals/{proposal.pk}/"
    assert proposal.fields == {"cues": ["Pull to the hip."], "setup": "Sit."}
    assert (proposal.exercise, proposal.base, proposal.note) == (row, before, "I teach it.")
    assert differences(before, state_of(row)) == []


def test_a_new_exercise_needs_only_a_name(member, alex, db):
    send(member, NEW_ONE, name="  Helms   row ", why="")
    proposal = only(alex)
    assert (proposal.is_new, proposal.fields) == (True, {"name": "Helms row"})
    assert not Exercise.objects.exists()


def test_an_own_exercise_is_proposed_to_everybody(member, alex):
    own = ExerciseFactory(member=alex, slug="garden-row", name="Garden row", cues=["Pull."])
    assert f"{NEW_ONE}?like=garden-row" in member.get(own.get_absolute_url()).text
    send(member, f"{NEW_ONE}?like=garden-row")
    assert only(alex).fields == {"name": "Garden row", "cues": ["Pull."]}


def test_nobody_elses_exercise_is_copied_from(as_user, sam, alex):
    ExerciseFactory(member=alex, slug="garden-row", name="Garden row")
    assert "Garden row" not in as_user(sam).get(f"{NEW_ONE}?like=garden-row").text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "required"),
        ({"why": " "}, "Say why"),
        ({"cues": "x" * 201}, "at most 200"),
        ({}, "Nothing differs yet"),
    ],
)
def test_what_is_refused_is_said_and_nothing_typed_is_lost(member, alex, row, changes, words):
    answer = send(member, CHANGE, **{"setup": "Sit well."} | changes if changes else {})
    assert (answer.status_code, words in answer.text) == (422, True)
    assert "Sit well." in answer.text or not changes
    with acting_as(alex):
        assert not Proposal.objects.exists()


def test_a_form_sent_twice_is_one_proposal(member, alex, row):
    page = member.get(CHANGE)
    data = typed(page.context["form"], cues="New.", why="So.") | {"seen": 0}
    assert member.post(CHANGE, data).url == member.post(CHANGE, data).url
    assert only(alex)


def test_the_base_is_what_the_proposer_saw(member, alex, row, ines):
    page = member.get(CHANGE)
    with curating():
        write({"setup": "Stand."}, row, by=ines, at=NOW)
    data = typed(page.context["form"], cues="New.", why="So.") | {"seen": page.context["seen"]}
    member.post(CHANGE, data)
    proposal = only(alex)
    assert (proposal.fields, proposal.base["setup"]) == ({"cues": ["New."]}, "")


def test_twenty_an_hour_are_enough(member, alex, row):
    now = timezone.now()
    for _ in range(20):
        ProposalFactory(member=alex, created_at=now)
    answer = send(member, CHANGE, cues="One too many.")
    assert answer.status_code == 422
    assert "20 proposals within an hour" in answer.text
    assert "One too many." in answer.text
    with acting_as(alex):
        Proposal.objects.update(created_at=now - timedelta(hours=2))
    assert send(member, CHANGE, cues="One too many.").status_code == 302


def test_the_proposer_reads_what_became_of_it(member, alex, row, ines):
    proposal = ProposalFactory(member=alex, exercise=row)
    assert "has not decided yet" in member.get(f"/me/proposals/{proposal.pk}/").text
    with curating():
        Proposal.objects.update(
            verdict="rejected", decided_at=NOW, decided_by=ines, words="It bends the back."
        )
    page = member.get(f"/me/proposals/{proposal.pk}/")
    assert "It bends the back." in page.text
    assert "Ines" not in page.text
    assert "Declined" in member.get("/me/proposals/").text


def test_a_question_is_answered_by_changing_the_proposal(member, alex, row):
    proposal = ProposalFactory(member=alex, exercise=row)
    with curating():
        Proposal.objects.update(asked_at=NOW, question="Which bench?")
    assert "A curator asks you" in member.get("/me/").text
    assert "Which bench?" in member.get(f"/me/proposals/{proposal.pk}/").text
    send(member, f"/me/proposals/{proposal.pk}/change/", setup="A flat bench.")
    proposal = only(alex)
    assert (proposal.fields, proposal.is_waiting) == ({"setup": "A flat bench."}, True)


def test_a_proposal_is_taken_back_once_and_only_while_it_waits(member, alex, ines):
    proposal = ProposalFactory(member=alex)
    address = f"/me/proposals/{proposal.pk}/withdrawal/"
    assert "Taken back" in member.post(address, follow=True).text
    assert only(alex).verdict == "withdrawn"
    assert "already" in member.post(address, follow=True).text
    assert member.get(f"/me/proposals/{proposal.pk}/change/").status_code == 404


def test_a_curator_without_a_name_keeps_their_address_to_themselves(member, alex, ines):
    ines.name = ""
    ines.save()
    proposal = ProposalFactory(member=alex)
    with curating():
        decline(proposal, "It bends the back.", by=ines, at=NOW)
    page = member.post(f"/me/proposals/{proposal.pk}/withdrawal/", follow=True).text
    assert "Somebody has declined this already" in page
    assert ines.email not in page


def test_retired_and_removed_exercises_say_so(member, alex, row, ines):
    proposal = ProposalFactory(member=alex, exercise=row)
    with curating():
        write({"retired": True}, row, by=ines, at=NOW)
    assert "has been retired" in member.get(f"/me/proposals/{proposal.pk}/").text
    with curating():
        Proposal.objects.update(exercise=None)
    page = member.get(f"/me/proposals/{proposal.pk}/")
    assert "no longer in the catalogue" in page.text


def test_only_their_member_and_curators_read_proposals(alex, sam, tara, ines, acting):
    proposal = ProposalFactory(member=alex)
    of_import = ProposalFactory()
    for person, seen in [(alex, {proposal.pk}), (sam, set()), (tara, set())]:
        with acting(person):
            assert set(Proposal.objects.values_list("pk", flat=True)) == seen
            assert set(Proposal.objects.visible_to(person).values_list("pk", flat=True)) == seen
    with acting(ines):
        assert Proposal.objects.visible_to(ines).count() == 2
        assert Proposal.objects.owned_by(ines).count() == 0
        assert Proposal.objects.filter(pk=of_import.pk).exists()


def test_the_policies_alone_keep_proposals_as_they_are(alex, sam, acting):
    proposal = ProposalFactory(member=alex)
    with acting(sam):
        assert not Proposal.objects.filter(pk=proposal.pk).update(note="Spoilt")
    for spoilt in [{"member": alex}, {"member": None}]:
        with pytest.raises(DatabaseError, match="row-level security"), acting(sam):
            Proposal.objects.create(pk=uuid6.uuid7(), fields={}, created_at=NOW, **spoilt)
    with acting(alex):
        for change in [{"verdict": "accepted", "decided_at": NOW}, {"member": sam}]:
            with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                Proposal.objects.filter(pk=proposal.pk).update(**change)
        assert not Proposal.objects.filter(pk=proposal.pk)._raw_delete("default")


def test_curators_remove_no_proposal(alex):
    ProposalFactory(member=alex)
    with curating():
        assert not Proposal.objects.filter(verdict="")._raw_delete("default")


def test_the_pages_of_a_proposer_cost_little(member, alex, row, django_assert_max_num_queries):
    proposal = ProposalFactory(member=alex, exercise=row)
    for address in [CHANGE, "/me/proposals/", f"/me/proposals/{proposal.pk}/", NEW_ONE]:
        member.get(address)
        with django_assert_max_num_queries(12):
            member.get(address)


def test_a_change_is_suggested_by_who_has_an_account(client, row, as_user, sam):
    assert client.get(CHANGE).url.startswith("/sign-in/")
    assert client.post(CHANGE).url.startswith("/sign-in/")
    assert as_user(sam).get("/exercises/no-such-row/suggest/").status_code == 404
