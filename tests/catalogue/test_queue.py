"""The queue of proposals: read field by field, published in parts, asked about, declined, once."""

import pytest
from django.contrib.admin.models import LogEntry

from accounts.context import acting_as, curating
from catalogue.curators import make_curator
from catalogue.models import Exercise, ExerciseState, Proposal
from catalogue.states import state_of, write
from tests.catalogue.proposals import typed
from tests.factories import (
    NOW,
    ExerciseFactory,
    LimitationFactory,
    MergeFactory,
    ProposalFactory,
    UserFactory,
)

QUEUE = "/curate/queue/"


@pytest.fixture
def row(db):
    row = ExerciseFactory(slug="row", name="Row", cues=["Pull the bar."])
    acute = LimitationFactory(slug="lbp-acute")  # a moderate spine load asks for it: floors.py
    with curating():
        row.verdicts.create(limitation=acute, verdict="caution")
    return row


@pytest.fixture
def change(row, alex):
    fields = {"cues": ["Pull the bar to the hip."], "setup": "Sit.", "spine_load": "moderate"}
    return ProposalFactory(member=alex, exercise=row, fields=fields, note="I teach it.")


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


def at(proposal, deed=""):
    return f"{QUEUE}{proposal.pk}/{deed}"


def publish(desk, proposal, page=None, **changes):
    page = page or desk.get(at(proposal))
    data = typed(page.context["form"], **changes)
    return desk.post(at(proposal, "publish/"), data, follow=True)


def now(proposal):
    with curating():
        return Proposal.objects.select_related("decided_by", "exercise").get(pk=proposal.pk)


def said(page):
    return " ".join(str(message) for message in page.context["messages"])


def test_a_proposal_is_shown_field_by_field_with_who_and_why(desk, change):
    page = desk.get(at(change))
    assert [one.change.field for one in page.context["review"].rows] == [
        "spine_load", "setup", "cues",
    ]  # fmt: skip
    for words in ["Alex Test", "I teach it.", "to the hip", "Accept cues", "Edit"]:
        assert words in page.text


def test_a_change_of_what_was_merged_meanwhile_is_refused_in_words(
    desk, change, row, as_user, alex, ines
):
    page = desk.get(at(change))
    MergeFactory(row, ExerciseFactory(name="Barbell row", slug="barbell-row"))
    answer = publish(desk, change, page)
    assert "Row was merged into Barbell row meanwhile, so nothing was done." in said(answer)
    assert now(change).decided_at is None
    for reader, address in [(ines, at(change)), (alex, change.get_absolute_url())]:
        text = as_user(reader).get(address).text
        assert 'merged into <a class="link" href="/exercises/barbell-row/">Barbell row</a>' in text
    assert as_user(alex).get("/exercises/row/suggest/").url == "/exercises/barbell-row/suggest/"


def test_a_proposer_without_a_name_keeps_their_address_to_themselves(desk, db):
    proposal = ProposalFactory(member=UserFactory(name="", email="shy@example.com"))
    page = desk.get(at(proposal)).text
    assert "shy@example.com" not in page
    assert "by <bdi>a member</bdi>" in page


def test_publishing_all_is_a_change_in_the_history(desk, change, row, ines):
    page = publish(desk, change)
    assert "Row is published." in said(page)
    row.refresh_from_db()
    assert (row.cues, row.setup) == (["Pull the bar to the hip."], "Sit.")
    assert row.spine_load == "moderate"
    last = ExerciseState.objects.order_by("pk").last()
    assert (last.by, last.reason) == (ines, "Proposed: I teach it.")
    decided = now(change)
    assert (decided.verdict, decided.decided_by) == ("accepted", ines)
    assert decided.accepted == ["cues", "setup", "spine_load"]


def test_the_message_takes_it_back(desk, change, row):
    undo = next(iter(publish(desk, change).context["messages"])).extra_tags
    desk.post(undo)
    row.refresh_from_db()
    assert (row.cues, row.setup) == (["Pull the bar."], "")


def test_fields_are_accepted_alone_and_edited_before(desk, change, row):
    publish(desk, change, accept=["cues"], cues="Pull the bar to the belt.")
    row.refresh_from_db()
    assert (row.cues, row.setup, row.spine_load) == (["Pull the bar to the belt."], "", "low")
    assert now(change).accepted == ["cues"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"accept": []}, "Tick what you publish"),
        ({"accept": ["name"]}, "Choose from the fields"),
        ({"cues": "x" * 201}, "at most 200"),
        ({"spine_load": "none"}, "Choose one from the list"),
        ({"seen": "x"}, "whole number"),
    ],
)
def test_what_may_not_be_published_is_refused_in_words(desk, change, row, changes, words):
    before = state_of(row)
    page = publish(desk, change, **changes)
    assert (page.status_code, words in page.text) == (422, True)
    assert (state_of(row), now(change).verdict) == (before, "")


def test_a_new_exercise_is_published_under_a_free_address(desk, alex, client):
    ExerciseFactory(slug="helms-row")
    new = ProposalFactory(member=alex, fields={"name": "Helms row", "cues": ["Pull."]})
    publish(desk, new)
    exercise = Exercise.objects.get(name="Helms row")
    assert (exercise.slug, exercise.member) == ("helms-row-2", None)
    assert now(new).exercise == exercise
    assert client.get("/exercises/helms-row-2/").status_code == 200


@pytest.mark.parametrize("name", ["New", "Collections", "Propose"])
def test_a_new_exercise_gets_no_address_of_another_page(desk, alex, name):
    sent = ProposalFactory(member=alex, exercise=None, base=None, fields={"name": name})
    assert "Another page" in publish(desk, sent, slug=name.lower()).text
    publish(desk, sent, slug="")
    assert Exercise.objects.public().get(name=name).slug == f"{name.lower()}-2"


def test_a_new_one_of_a_name_that_is_taken_is_refused(desk, alex, row):
    new = ProposalFactory(member=alex, fields={"name": "row"})
    page = publish(desk, new)
    assert "There is an exercise of this name already." in page.text
    assert now(new).verdict == ""


def test_a_field_that_was_changed_meanwhile_is_a_conflict_and_not_overwritten(
    desk, change, row, ines
):
    with curating():
        write({"cues": ["Row with care."]}, row, by=ines, at=NOW)
    page = desk.get(at(change))
    assert "Changed meanwhile." in page.text
    assert page.context["form"]["accept"].value() == ["spine_load", "setup"]
    publish(desk, change)
    row.refresh_from_db()
    assert (row.cues, row.setup) == (["Row with care."], "Sit.")


def test_what_is_changed_while_the_page_is_open_is_not_overwritten(desk, change, row, ines):
    page = desk.get(at(change))
    with curating():
        write({"cues": ["Row with care."]}, row, by=ines, at=NOW)
    answer = publish(desk, change, page=page)
    assert "Ines Test has changed this exercise meanwhile" in said(answer)
    row.refresh_from_db()
    assert (row.cues, row.setup, now(change).verdict) == (["Row with care."], "", "")


@pytest.mark.parametrize("deed", ["publish/", "question/", "refusal/", "duplicate/"])
def test_of_two_curators_the_second_is_told(desk, change, as_user, ines, row, deed):
    other = UserFactory(name="Cai Test")
    make_curator(other)
    page = as_user(other).get(at(change))
    desk.post(at(change, "refusal/"), {"words": "No."})
    data = typed(page.context["form"]) | {"words": "Why?", "same_as": "row"}
    answer = as_user(other).post(at(change, deed), data, follow=True)
    assert "Ines Test has declined this already, so nothing was done." in said(answer)
    assert (now(change).verdict, now(change).words) == ("rejected", "No.")


def test_an_exercise_that_is_gone_is_said_to_be(desk, change, row):
    page = desk.get(at(change))
    with curating():
        Proposal.objects.update(exercise=None)
    assert "removed or merged meanwhile" in desk.get(at(change)).text
    answer = publish(desk, change, page=page)
    assert "no longer in the catalogue, so nothing was done" in said(answer)
    desk.post(at(change, "refusal/"), {"words": "It was merged."})
    assert now(change).words == "It was merged."


def test_what_the_catalogue_says_already_is_said_and_not_asked_again(desk, change, row, ines):
    with curating():
        write({"setup": "Sit."}, row, by=ines, at=NOW)
    page = desk.get(at(change))
    assert "There already as proposed: set-up." in page.text
    assert "setup" not in page.context["form"].fields


@pytest.mark.parametrize("deed", ["question/", "refusal/"])
def test_asking_and_declining_need_words(desk, change, deed):
    page = desk.post(at(change, deed), {"words": " "})
    assert (page.status_code, "Write a few words" in page.text) == (422, True)
    assert now(change).is_waiting


def test_a_question_sends_it_back_to_the_proposer(desk, change):
    desk.post(at(change, "question/"), {"words": "Which bench?"})
    assert (now(change).question, now(change).is_waiting) == ("Which bench?", False)
    assert "Row" not in [p.name for p in desk.get(QUEUE).context["listed"]]
    assert [p.name for p in desk.get(f"{QUEUE}?show=asked").context["listed"]] == ["Row"]


def test_missing_fields_are_a_checklist_and_not_a_rejection(desk, alex):
    new = ProposalFactory(member=alex, fields={"name": "Helms row", "cues": ["Pull."]})
    page = desk.get(at(new))
    asked = page.context["asked"]["words"].value()
    assert asked.startswith("Please add: equipment, main muscles")
    assert "cues" not in asked


def test_what_a_new_one_lacks_is_added_by_the_curator(desk, catalogue):
    fields = {"name": "Good girl", "difficulty": 1, "primary": ["hamstrings"]}
    proposal = ProposalFactory(member=None, origin="some-set:1", base=None, fields=fields)
    page = desk.get(at(proposal))
    assert "There already as proposed" not in page.text
    assert "hamstring-strain" in publish(desk, proposal, page).text
    assert not now(proposal).decided_at
    publish(
        desk, proposal, page,
        cues="Bend at the hips.", pattern="hip-hinge", caution=["hamstring-strain"],
    )  # fmt: skip
    made = Exercise.objects.public().get(name="Good girl")
    assert (made.cues, made.pattern.slug) == (["Bend at the hips."], "hip-hinge")
    assert [str(row) for row in made.verdicts.all()] == ["Recent hamstring strain: take care"]
    accepted = "cues difficulty limitations name pattern primary".split()
    assert now(proposal).accepted == accepted


@pytest.mark.parametrize("keeps", [True, False])
def test_a_duplicate_names_the_one_there_is(desk, alex, catalogue, keeps):
    new = ProposalFactory(member=alex, fields={"name": "Lat pull down", "cues": ["Pull."]})
    page = desk.get(at(new))
    first = page.context["review"].duplicates[0]
    assert (first.entry.slug, first.percent) == ("lat-pulldown", 95)
    assert "95 % alike" in page.text
    sent = {"same_as": "lat-pulldown"} | ({"keeps_name": "on"} if keeps else {})
    desk.post(at(new, "duplicate/"), sent)
    assert (now(new).verdict, now(new).exercise.slug) == ("merged", "lat-pulldown")
    assert "We have this as “Lat pulldown”." in now(new).words
    aliases = state_of(Exercise.objects.get(slug="lat-pulldown"))["aliases"]
    assert ("Lat pull down" in aliases) == keeps


def test_a_change_shows_what_may_be_the_same_and_asks_once(desk, change, row):
    ExerciseFactory(slug="the-row", name="Rów")
    page = desk.get(at(change))
    assert [one.entry.slug for one in page.context["review"].duplicates] == ["the-row"]
    assert "/curate/merge/the-row/row/" in page.text
    answer = desk.post("/curate/merge/the-row/row/apart/", {"review": change.pk})
    assert answer.url == at(change)
    assert "Possible duplicates" not in desk.get(at(change)).text


def test_nobodys_own_exercise_is_named_as_the_one_there_is(desk, alex):
    own = ExerciseFactory(member=alex, slug="garden-row")
    new = ProposalFactory(member=alex)
    answer = desk.post(at(new, "duplicate/"), {"same_as": own.slug}, follow=True)
    assert "Choose an exercise of the catalogue" in said(answer)
    assert now(new).verdict == ""


def test_the_list_counts_its_kinds_oldest_first(desk, change, alex):
    older = ProposalFactory(member=alex, created_at=NOW.replace(year=2025))
    page = desk.get(QUEUE)
    assert page.context["queue"].counts == {"all": 2, "new": 1, "edits": 1, "asked": 0}
    assert [one.pk for one in page.context["listed"]] == [older.pk, change.pk]
    assert [one.pk for one in desk.get(f"{QUEUE}?show=edits").context["listed"]] == [change.pk]
    assert desk.get(f"{QUEUE}?show=nonsense").status_code == 200


def test_it_opens_at_the_oldest_that_can_be_decided(desk, change, alex):
    ProposalFactory(member=alex, created_at=NOW.replace(year=2025))  # much is missing
    assert desk.get(QUEUE).context["proposal"] == change


def test_all_that_is_decided_is_logged(desk, change, alex, ines):
    new = ProposalFactory(member=alex)
    desk.post(at(new, "question/"), {"words": "Which bench?"})
    desk.post(at(new, "refusal/"), {"words": "No answer."})
    publish(desk, change)
    log = LogEntry.objects.filter(user=ines).order_by("pk").values_list("change_message", flat=True)
    assert list(log) == ["Asked: Which bench?", "Declined: No answer.", "Published"]


def test_an_imports_proposal_shows_its_origin_and_has_nobody_to_ask(desk, db):
    imported = ProposalFactory(origin="free-exercise-db", licence="Unlicense")
    page = desk.get(at(imported))
    assert "From free-exercise-db, licence Unlicense." in page.text
    assert at(imported, "question/") not in page.text


def test_a_curator_who_proposes_is_a_member_as_others_are(desk, ines, row):
    mine = ProposalFactory(member=ines, exercise=row)
    publish(desk, mine)
    with acting_as(ines):
        assert Proposal.objects.owned_by(ines).get().verdict == "accepted"


def test_a_long_queue_costs_no_more(desk, change, alex, django_assert_max_num_queries):
    for _ in range(45):
        ProposalFactory(member=alex)
    desk.get(at(change))
    with django_assert_max_num_queries(14):  # the test's two savepoints among them
        page = desk.get(at(change))
    assert len(page.context["listed"]) == 40
    with django_assert_max_num_queries(14):
        desk.get(QUEUE)


def test_the_rail_tells_curators_how_many_wait(desk, change, as_user, alex):
    assert '<span class="count on">1' in desk.get("/exercises/").text
    assert "Curation" not in as_user(alex).get("/exercises/").text
