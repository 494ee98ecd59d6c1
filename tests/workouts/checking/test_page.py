"""The check in the builder: what it says, mends at once, and keeps silent about."""

from random import Random

import pytest
from django.urls import reverse

from accounts.context import acting_as
from accounts.models import TrainerLink
from catalogue.models import Exercise, Limitation
from tests.factories import (
    DayFactory,
    MemberEquipmentFactory,
    MemberLimitationFactory,
    PrescriptionFactory,
    RoutineFactory,
    TrainingProfileFactory,
    VersionFactory,
)
from tests.workouts.plans import days_of, now_of, post
from workouts.models import Prescription, Routine

BACK = ("lat-pulldown", "seated-cable-row", "kettlebell-deadlift")


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.fixture
def plan(catalogue, alex):
    """A draft of days with these exercises and the three that a back routine has."""

    def make(*slugs, days=1, base=BACK, **fields):
        version = VersionFactory(routine=RoutineFactory(member=alex))
        for number in range(days):
            day = DayFactory(version=version, position=number + 1, name=f"Day {number + 1}")
            for position, slug in enumerate([*base, *slugs], 1):
                own = fields if slug in slugs else {}
                exercise = Exercise.objects.get(slug=slug)
                PrescriptionFactory(day=day, position=position, exercise=exercise, **own)
        return version

    return make


def check_in(response):
    return response.context["check"]


def page_of(version, client):
    return client.get(reverse("workouts:edit", args=[version.routine_id]))


def rules(version, client):
    return [finding.rule for finding in check_in(page_of(version, client)).findings]


def finding_of(version, client, rule):
    found = check_in(page_of(version, client)).findings
    return next(finding for finding in found if finding.rule == rule)


def mend(version, client, rule, **more):
    return post(client, version, "mend", finding=finding_of(version, client, rule).key, **more)


def row_of(version, slug):
    return next(r for _, rows in days_of(version) for r in rows if r.exercise.slug == slug)


def test_all_is_well(plan, client):
    page = page_of(plan(), client)
    assert check_in(page).findings == []
    assert "All is well" in page.text


def test_an_empty_draft_has_nothing_to_check(plan, client):
    page = page_of(plan(base=()), client)
    assert "Add an exercise, and here stands" in page.text
    assert "All is well" not in page.text


def test_a_finding_has_its_sentence_numbers_reason_and_source(plan, client):
    page = page_of(plan("barbell-curl", rest_seconds=10), client).text
    for words in [
        "Short rest for Barbell curl.", "10 seconds, 45–120 suit", "ACSM 2009; Singer et al. 2024",
        "Rest 0:45", "<code>rest-outside-band</code>", "1\N{NO-BREAK SPACE}hint",
    ]:  # fmt: skip
        assert words in page


def test_warnings_come_first(plan, client):
    version = plan(
        "barbell-curl", "deadlift", base=BACK[:2], rest_seconds=10, reps_low=3, reps_high=5
    )
    found = [finding.weight for finding in check_in(page_of(version, client)).findings]
    assert found == sorted(found, reverse=True)
    assert set(found) == {"warning", "hint"}


@pytest.mark.parametrize("htmx", [True, False])
def test_one_click_sets_the_rest(plan, client, htmx):
    version = plan("barbell-curl", rest_seconds=10, days=2)
    response = mend(version, client, "rest-outside-band", htmx=htmx)
    assert response.status_code == (200 if htmx else 302)
    curls = [r for _, rows in days_of(version) for r in rows if r.exercise.slug == "barbell-curl"]
    assert [row.rest_seconds for row in curls] == [45, 45]
    assert rules(version, client) == []
    assert now_of(version).edits == 1


def test_a_short_rest_in_one_week_leaves_the_others(plan, client):
    version = plan("barbell-curl", rest_seconds=90, by_week={"3": {"rest_seconds": 20, "sets": 4}})
    mend(version, client, "rest-outside-band")
    row = row_of(version, "barbell-curl")
    assert (row.rest_seconds, row.by_week) == (90, {"3": {"sets": 4}})


def test_what_one_click_did_is_undone(plan, client):
    version = plan("barbell-curl", rest_seconds=10, days=2)
    mend(version, client, "rest-outside-band")
    post(client, version, "undo")
    assert row_of(version, "barbell-curl").rest_seconds == 10
    assert rules(version, client) == ["rest-outside-band"]


def test_one_click_adds_a_ramp(plan, client):
    version = plan("deadlift", base=BACK[:2], reps_low=3, reps_high=5, rest_seconds=180)
    mend(version, client, "no-warm-up")
    assert row_of(version, "deadlift").warm_up_ramp
    assert rules(version, client) == []


def test_one_click_takes_a_pull_out_of_a_superset(plan, client):
    version = plan("pull-up", "inverted-row", superset="A", technique="superset", sets=1)
    mend(version, client, "back-pulls-as-superset")
    assert [row_of(version, slug).superset for slug in ("pull-up", "inverted-row")] == ["", ""]
    assert rules(version, client) == []


def test_one_click_leaves_beginners_more_in_reserve(plan, alex, client):
    TrainingProfileFactory(member=alex, level="beginner")
    version = plan("barbell-curl", rir=1)
    mend(version, client, "beginner-effort")
    assert set(row_of(version, "barbell-curl").by_week) == {"1", "2", "3", "4"}
    assert row_of(version, "barbell-curl").rir == 1
    assert rules(version, client) == []


def test_one_click_makes_straight_sets_for_beginners(plan, alex, client):
    TrainingProfileFactory(member=alex, level="beginner")
    drops = [{"reps": [8, 12]}, {"reps": [8, 12], "kind": "drop"}]
    version = plan("barbell-curl", technique="drop_set", set_targets=drops)
    mend(version, client, "beginner-drop-sets")
    row = row_of(version, "barbell-curl")
    assert (row.technique, row.set_targets) == ("straight", drops[:1])
    assert rules(version, client) == []


def test_a_limitation_is_mended_by_a_substitute_that_can_be_undone(plan, alex, client):
    acute = Limitation.objects.get(slug="lbp-acute")
    MemberLimitationFactory(member=alex, limitation=acute, severity="mild")
    version = plan("deadlift", reps_low=8, reps_high=10)
    assert finding_of(version, client, "limitation-avoid").remedy.label == "Use Glute bridge"
    response = mend(version, client, "limitation-avoid", htmx=True)
    assert "limitation-avoid" not in rules(version, client)
    undo = response.text.partition('action="')[2]
    assert "Glute bridge instead of Conventional deadlift" in response.text
    kept = now_of(version).removed[0]["id"]
    assert kept in undo
    client.post(reverse("workouts:put-back", args=[version.routine_id, kept]))
    assert "limitation-avoid" in rules(version, client)


def test_care_is_a_hint(plan, alex, client):
    acute = Limitation.objects.get(slug="lbp-acute")
    MemberLimitationFactory(member=alex, limitation=acute, severity="mild")
    assert finding_of(plan(), client, "limitation-care").weight == "hint"


def test_equipment_that_is_not_there_is_mended_by_a_substitute(plan, alex, client):
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    there = Exercise.objects.get(slug="one-arm-db-row").equipment.all()
    for piece in {*there, *Exercise.objects.get(slug="kettlebell-deadlift").equipment.all()}:
        MemberEquipmentFactory(member=alex, equipment=piece)
    version = plan("barbell-row", base=BACK[2:])
    mend(version, client, "equipment-lacking")
    assert "barbell-row" not in {r.exercise.slug for _, rows in days_of(version) for r in rows}
    assert "equipment-lacking" not in rules(version, client)


def test_time_for_a_workout_is_the_members(plan, alex, client):
    TrainingProfileFactory(member=alex, session_minutes=10)
    assert rules(plan(), client) == ["session-length"]


def test_the_worst_week_is_named(plan, client):
    version = plan("barbell-curl", by_week={"3": {"rest_seconds": 20}, "5": {"sets": 20}})
    assert finding_of(version, client, "rest-outside-band").week == 3
    assert finding_of(version, client, "weekly-sets-very-high").week == 5
    assert "Week 3: 20 seconds" in page_of(version, client).text


def test_a_stale_page_mends_and_mutes_nothing(plan, client):
    version = plan("barbell-curl", rest_seconds=10)
    key = finding_of(version, client, "rest-outside-band").key
    assert post(client, version, "mend", edits=7, finding=key).status_code == 409
    silent = {"rule": "rest-outside-band", "reason": "So"}
    assert post(client, version, "mute", edits=7, **silent).status_code == 409
    assert rules(version, client) == ["rest-outside-band"]


@pytest.mark.parametrize("finding", ["", "rest-outside-band.nothing", "coverage.x\0", "x" * 600])
def test_what_is_not_there_is_declined_in_words(plan, client, finding):
    response = post(client, plan(), "mend", htmx=True, finding=finding)
    assert "not in the way any more" in response.text


def test_a_link_is_no_change(plan, client):
    version = plan(base=BACK[:2])
    response = mend(version, client, "coverage", htmx=True)
    assert "not in the way any more" in response.text
    assert now_of(version).edits == 0


def silence(version, client, **more):
    given = {"rule": "rest-outside-band", "reason": "My knee likes it"} | more
    return post(client, version, "mute", htmx=True, **given)


def test_a_rule_is_muted_with_a_reason_and_speaks_again(plan, client):
    version = plan("barbell-curl", rest_seconds=10)
    page = silence(version, client).text
    assert "Short rest" not in page
    assert "My knee likes it" in page
    assert "All is well, apart from what is muted" in page
    page = post(client, version, "unmute", htmx=True, rule="rest-outside-band").text
    assert "Short rest" in page
    assert "My knee likes it" not in page


def test_muted_in_one_routine_and_all_its_versions(plan, alex, client):
    version = plan("barbell-curl", rest_seconds=10)
    silence(version, client)
    other = plan("barbell-curl", rest_seconds=10)
    assert rules(other, client) == ["rest-outside-band"]
    client.post(
        reverse("workouts:release", args=[version.routine_id]),
        {"version": version.pk, "edits": 1},
    )
    client.post(reverse("workouts:draft", args=[version.routine_id]))
    page = page_of(version, client)
    assert check_in(page).findings == []
    assert page.context["version"].pk != version.pk
    with acting_as(alex):
        assert list(Routine.objects.get(pk=version.routine_id).muted) == ["rest-outside-band"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"reason": " "}, "Say why"),
        ({"reason": "x" * 201}, "at most 200"),
        ({"rule": "no-such-rule"}, "not in the way any more"),
        ({"reason": "a\0b"}, "Null characters"),
    ],
)
def test_what_cannot_be_muted_is_refused_in_words(plan, client, given, words):
    version = plan("barbell-curl", rest_seconds=10)
    assert words in silence(version, client, **given).text
    assert rules(version, client) == ["rest-outside-band"]


def test_a_trainer_who_plans_mends_and_mutes_too(plan, tara, as_user):
    version, trainer = plan("barbell-curl", rest_seconds=10), as_user(tara)
    silence(version, trainer)
    assert rules(version, trainer) == []
    post(trainer, version, "unmute", rule="rest-outside-band")
    mend(version, trainer, "rest-outside-band")
    assert rules(version, trainer) == []


def test_what_was_typed_as_a_reason_is_kept(plan, client):
    version = plan("barbell-curl", rest_seconds=10)
    assert "y" * 201 in silence(version, client, reason="y" * 201).text


@pytest.mark.parametrize("rule", ["rest-outside-band", "no-such-rule", ""])
def test_what_is_not_muted_cannot_speak_again(plan, client, rule):
    page = post(client, plan(), "unmute", htmx=True, rule=rule).text
    assert "That is not muted." in page


def test_an_unknown_muted_rule_does_no_harm(plan, alex, client):
    version = plan()
    with acting_as(alex):
        Routine.objects.filter(pk=version.routine_id).update(muted={"gone": "Long ago"})
    assert "All is well" in page_of(version, client).text


def test_a_trainer_sees_limitations_only_where_they_are_shared(plan, alex, tara, as_user):
    acute = Limitation.objects.get(slug="lbp-acute")
    MemberLimitationFactory(member=alex, limitation=acute, severity="strong")
    version, trainer = plan("deadlift"), as_user(tara)
    assert "limitation-avoid" in rules(version, trainer)
    with acting_as(alex):
        TrainerLink.objects.filter(client=alex).update(sees_recovery=False)
    assert "limitation-avoid" not in rules(version, trainer)


def test_the_order_of_the_rows_changes_nothing(plan, alex, client):
    slugs = ["barbell-curl", "deadlift", "pull-up", "barbell-bench-press", "inverted-row"]
    version = plan(*slugs, rest_seconds=10, sets=9)
    before = {(f.key, f.numbers) for f in check_in(page_of(version, client)).findings}
    assert len(before) > 3
    for seed in range(5):
        places = list(range(1, 9))
        Random(seed).shuffle(places)
        with acting_as(alex):
            for row, place in zip(days_of(version)[0][1], places, strict=True):
                Prescription.objects.filter(pk=row.pk).update(position=place)
        found = check_in(page_of(version, client)).findings
        assert {(finding.key, finding.numbers) for finding in found} == before
