"""Targets that can be loaded, the plates for them, and the way up to them."""

from decimal import Decimal

import pytest
import uuid6

from accounts.context import acting_as, curating
from catalogue.models import Equipment, Exercise
from progress.loading import implement_of
from tests.factories import (
    EquipmentFactory,
    ExerciseFactory,
    LoggedSetFactory,
    SessionFactory,
    WeightSetFactory,
)
from tests.progress.journals import did, followed, log, planned, sets_of, trained

D = Decimal
HOME = {"bars": [20], "plates": [20, 10, 5, 1], "dumbbells": [8, 10, 14]}


def lift_with(slug, **fields):
    piece = Equipment.objects.filter(slug=slug).first() or EquipmentFactory(slug=slug)
    exercise = ExerciseFactory(**fields)
    with acting_as(exercise.member) if exercise.member_id else curating():
        exercise.equipment.add(piece)
    return exercise


def text(response):
    return response.text.replace("\u00a0", " ")


def start(client, day):
    return text(client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": day.pk}, follow=True))


def to_do(member):
    return [row for row in sets_of(member) if row.is_open]


def test_the_target_is_a_load_that_can_be_made(as_user, alex):
    lift = lift_with("barbell")
    (day,) = followed(alex, {"rows": [{"exercise": lift}]})
    did(trained(alex, 2), lift, *[(60, 12)] * 3)
    WeightSetFactory(member=alex, **HOME)
    client = as_user(alex)
    assert "62 kg" in text(client.get("/today/"))
    page = start(client, day)
    assert "62.5 kg cannot be loaded here: 62 kg." in page
    assert {row.target_load_kg for row in to_do(alex)} == {62}
    assert "20 + 1 per side on a 20 kg bar" in page


def test_without_a_word_about_weights_nothing_changes(as_user, alex):
    lift = lift_with("barbell")
    (day,) = followed(alex, {"rows": [{"exercise": lift}]})
    did(trained(alex, 2), lift, *[(60, 12)] * 3)
    page = start(as_user(alex), day)
    assert "Why 62.5 kg?" in page
    assert "cannot be loaded" not in page
    assert "20 + 1.25 per side on a 20 kg bar" in page  # as in most gyms


def test_what_a_client_can_load_is_not_the_trainers(as_user, alex, tara):
    WeightSetFactory(member=alex, **HOME)
    lift = lift_with("barbell")
    (day,) = followed(tara, {"rows": [{"exercise": lift}]})
    did(trained(tara, 2), lift, *[(60, 12)] * 3)
    assert "Why 62.5 kg?" in start(as_user(tara), day)


def test_dumbbells_go_up_to_the_next_there_is(as_user, alex):
    lift = lift_with("dumbbell", member=alex, load_entry="per_hand")
    (day,) = followed(alex, {"rows": [{"exercise": lift}]})
    did(trained(alex, 2), lift, *[(10, 12)] * 3)
    WeightSetFactory(member=alex, **HOME)
    page = start(as_user(alex), day)
    assert "12.5 kg cannot be loaded here: 14 kg." in page
    assert "on a 20 kg bar" not in page


def test_at_the_heaviest_dumbbell_there_are_more_repetitions(as_user, alex):
    lift = lift_with("dumbbell")
    (day,) = followed(alex, {"rows": [{"exercise": lift}]})
    did(trained(alex, 2), lift, *[(14, 12)] * 3)
    WeightSetFactory(member=alex, **HOME)
    page = start(as_user(alex), day)
    assert "16.5 kg cannot be loaded here: 14 kg is the most there is" in page
    assert {row.target_reps for row in to_do(alex)} == {13}


def test_a_swap_aims_at_what_can_be_loaded(as_user, alex):
    plan, other = lift_with("barbell"), lift_with("dumbbell")
    (day,) = followed(alex, {"rows": [{"exercise": plan}]})
    did(trained(alex, 2), other, *[(10, 12)] * 3)
    WeightSetFactory(member=alex, **HOME)
    client = as_user(alex)
    start(client, day)
    session = to_do(alex)[0].session_id
    chosen = {"exercise": other.pk, "instead_of": plan.pk, "until": "today"}
    client.post(f"/log/{session}/exercises/1/swap/new/", chosen)
    assert {row.target_load_kg for row in to_do(alex)} == {14}


def test_the_plates_follow_what_is_done_next(as_user, alex):
    session = SessionFactory(member=alex)
    first, _ = planned(session, lift_with("ez-bar"), (28, 8), (38, 8))
    WeightSetFactory(member=alex, ez_bar=8, plates=[10, 5])
    client = as_user(alex)
    assert "10 per side on an 8 kg EZ bar" in text(client.get(f"/log/{session.pk}/"))
    assert "10 + 5 per side on an 8 kg EZ bar" in text(log(client, first))


def test_less_and_more_go_by_what_can_be_loaded(as_user, alex):
    session = SessionFactory(member=alex)
    planned(session, lift_with("dumbbell"), (10, 8))
    client = as_user(alex)
    assert "values=" not in text(client.get(f"/log/{session.pk}/"))
    WeightSetFactory(member=alex, **HOME)
    assert 'step="2.5" min="0" values="8 10 14"' in text(client.get(f"/log/{session.pk}/"))


def test_pound_plates_are_told_in_pounds(as_user, alex):
    alex.unit = "lb"
    alex.save()
    session = SessionFactory(member=alex)
    planned(session, lift_with("barbell"), (D("83.91"), 8))
    assert "45 + 25 per side on a 45 lb bar" in text(as_user(alex).get(f"/log/{session.pk}/"))


def test_the_plan_may_ask_for_a_ramp(as_user, alex):
    lift = lift_with("barbell")
    row = {"exercise": lift, "warm_up_ramp": True}
    (day,) = followed(alex, {"rows": [row, {"exercise": lift_with("barbell")}]})
    did(trained(alex, 2), lift, *[(100, 9)] * 3)
    client = as_user(alex)
    page = start(client, day)
    assert page.count("Warm up") == 1
    assert all(f"<li>{one}</li>" in page for one in ("20 kg × 8", "40 kg × 5", "80 kg × 1"))
    first = to_do(alex)[0]
    done = {"load": "100", "load_unit": "kg", "reps": "9"}
    page = client.post(f"/log/{first.session_id}/sets/{first.pk}/", done, follow=True)
    assert "Warm up" not in text(page)


def test_an_exercise_without_a_load_has_neither(as_user, alex):
    session = SessionFactory(member=alex)
    planned(session, lift_with("barbell", load_type="bodyweight"), (None, 8))
    page = text(as_user(alex).get(f"/log/{session.pk}/"))
    assert "per side" not in page
    assert "Warm up" not in page


@pytest.mark.parametrize(
    ("pieces", "fields", "implement"),
    [
        (["barbell", "rack"], {}, "barbell"),
        (["landmine", "barbell"], {}, None),
        (["smith-machine"], {}, None),
        (["cable"], {"load_entry": "per_hand"}, "stack"),
        (["machine-plate-loaded"], {}, "plates"),
        (["machine-plate-loaded"], {"load_entry": "per_side"}, "plates_a_side"),
        (["assist-machine"], {"load_type": "assisted"}, "assistance"),
        (["pull-up-bar", "band"], {"load_type": "assisted"}, None),
        (["barbell"], {"load_type": "bodyweight_plus"}, "belt"),
        (["barbell"], {"load_type": "bodyweight"}, None),
        (["dumbbell"], {"load_type": "distance_load"}, "dumbbell"),
        ([], {}, None),
    ],
)
def test_what_is_loaded_follows_from_the_equipment(pieces, fields, implement):
    assert implement_of(Exercise(**fields), pieces) == implement


def test_weights_cost_no_query(as_user, alex, django_assert_max_num_queries):
    days = followed(alex, {"rows": [{"exercise": lift_with("barbell")} for _ in range(12)]})
    session = SessionFactory(member=alex, day=days[0])
    for slot in range(1, 13):
        LoggedSetFactory(session=session, slot=slot, exercise=lift_with("dumbbell"))
    WeightSetFactory(member=alex, **HOME)
    client = as_user(alex)
    with django_assert_max_num_queries(10):
        client.get(f"/log/{session.pk}/")
