"""Which ready routine is recommended, and the reasons given."""

import itertools

import pytest

from accounts.models import TrainingProfile
from catalogue.fitting import NOTHING_SAID, Circumstances
from catalogue.models import Equipment, Exercise, Limitation
from workouts.models import Template
from workouts.offers import offers_for
from workouts.recommending import Wishes, best_first

HOME = "dumbbell band mat bench-flat"
EVERYTHING = None


def said(equipment=EVERYTHING, mild="", strong=""):
    """Circumstances by slugs; equipment None is not stated."""

    def ids(model, slugs):
        return frozenset(model.objects.filter(slug__in=slugs.split()).values_list("pk", flat=True))

    return Circumstances(
        mild=ids(Limitation, mild),
        strong=ids(Limitation, strong),
        equipment=None if equipment is None else ids(Equipment, equipment),
    )


def whole_gym():
    return Circumstances(equipment=frozenset(Equipment.objects.values_list("pk", flat=True)))


def every_wish(**same):
    """One goal, a level, 1 to 7 days: all there are."""
    goals, levels = TrainingProfile.Goal.values, TrainingProfile.Level.values
    for goal, level, days in itertools.product(goals, levels, range(1, 8)):
        yield Wishes((goal,), level, days, 60, **same)


def best(wishes, circumstances=NOTHING_SAID):
    return best_first(wishes, offers_for(circumstances))[0]


SUITS = [
    ("width", "beginner", 2, "back-foundations-2x"),
    ("width thickness", "intermediate", 2, "wide-thick-2x"),
    ("width thickness", "intermediate", 4, "ppl-back-biceps"),
    ("thickness", "advanced", 2, "wide-thick-2x"),
    ("pull_up", "beginner", 3, "pull-up-builder"),
    ("pull_up", "intermediate", 3, "pull-up-builder"),
    ("pull_up", "advanced", 2, "weighted-pull-up-strength"),
    ("strength", "intermediate", 2, "deadlift-lower-back"),
    ("strength", "advanced", 2, "deadlift-lower-back"),
    ("strength", "beginner", 2, "back-foundations-2x"),  # the base first, and it says so
    ("back_care", "beginner", 2, "back-foundations-2x"),
    ("return", "beginner", 1, "return-once-week"),
    ("return", "advanced", 3, "return-once-week"),
    ("", "", None, "back-foundations-2x"),
]


def test_goal_level_and_days_decide(catalogue):
    offers = offers_for(whole_gym())
    for goals, level, days, slug in SUITS:
        wishes = Wishes(tuple(goals.split()), level, days, 60, has_stated_equipment=True)
        assert best_first(wishes, offers)[0].template.slug == slug, wishes


def test_at_home_nothing_is_needed_that_is_not_there(catalogue):
    for limits in ["", "lbp-acute shoulder-impingement"]:
        offers = offers_for(said(HOME, mild=limits))
        for wishes in every_wish(has_stated_equipment=True):
            match = best_first(wishes, offers)[0]
            assert match.template.slug == "home-dumbbell-back", wishes
            assert not match.offer.lacking


def test_a_gym_without_one_rare_bench_still_gets_the_deadlift_routine(catalogue):
    gym = " ".join(Equipment.objects.values_list("slug", flat=True))
    circumstances = said(gym.replace("reverse-hyper-bench", ""))
    match = best(Wishes(("strength",), "intermediate", 2, 60, True), circumstances)
    assert match.template.slug == "deadlift-lower-back"
    assert "It also needs what you do not have: reverse-hyper bench." in match.gaps


@pytest.mark.parametrize("equipment", [EVERYTHING, HOME, ""])
def test_every_combination_gets_an_answer_with_its_reasons(catalogue, equipment):
    offers, checked = offers_for(said(equipment)), 0
    for wishes in every_wish(has_stated_equipment=equipment is not None):
        match = best_first(wishes, offers)[0]
        assert match.reasons + match.gaps
        assert len(match.reasons) <= 4
        assert all(sentence.endswith(".") for sentence in match.reasons + match.gaps)
        gaps = " ".join(match.gaps)
        assert wishes.goals[0] in match.template.serves or "does not aim at" in gaps
        assert match.template.days_per_week <= wishes.days or f"you have {wishes.days}" in gaps
        if equipment is not None:
            pieces = match.template.equipment.exclude(slug__in=equipment.split())
            assert all(piece.name.lower() in gaps.lower() for piece in pieces)
        checked += 1
    assert checked == 6 * 3 * 7


def test_the_reasons_read_as_sentences(catalogue):
    match = best(Wishes(("width", "strength"), "intermediate", 3, 45, True), whole_gym())
    assert match.template.slug == "deadlift-lower-back"
    assert match.reasons == [
        "A stronger deadlift: you deadlift on 2\N{NO-BREAK SPACE}days a week.",
        "Time: 2\N{NO-BREAK SPACE}days a week, 42 minutes at most.",
        "Level: made for yours.",
        "Equipment: you have everything it needs.",
    ]
    assert match.gaps == [
        "It does not aim at a wider back.",
        "The mid back gets 4.5 hard sets a week, below the 10\N{EN DASH}16 band."
        " Add more when you are ready.",
    ]


def test_a_band_is_named_where_the_sets_are_inside_it(catalogue):
    match = best(Wishes(("width",), "beginner", 2, 60))
    assert match.reasons[0] == (
        "A wider back: lats get 16 hard sets a week, inside the 10\N{EN DASH}16 band."
    )


def test_too_long_too_often_and_too_hard_are_said(catalogue):
    matches = best_first(Wishes(("width",), "beginner", 1, 20), offers_for(NOTHING_SAID))
    ppl = next(match for match in matches if match.template.slug == "ppl-back-biceps")
    assert "It asks for 4\N{NO-BREAK SPACE}days a week, you have 1." in ppl.gaps
    assert "Its longest day takes about 48 minutes." in ppl.gaps
    assert any(gap.startswith("It is made for more practised people") for gap in ppl.gaps)
    assert ppl in matches[-2:]


def test_swaps_for_a_limitation_are_named_and_counted(catalogue):
    circumstances = said(mild="lbp-acute")
    wide = _offer("wide-thick-2x", circumstances)
    assert [(swap.before, swap.after) for swap in wide.swaps] == [
        ("Barbell bent-over row", "Seal row"),
        ("Romanian deadlift", "Seated or lying leg curl"),
    ]
    assert wide.swaps[0].limitation == "Low-back pain now, any direction"
    assert wide.week["lower"].sets < _offer("wide-thick-2x", NOTHING_SAID).week["lower"].sets


def test_what_is_never_wanted_is_said_and_costs(catalogue):
    wishes = Wishes(("strength",), "intermediate", 2, 60)
    never = frozenset([Exercise.objects.public().get(slug="deadlift").pk])
    free = _match("deadlift-lower-back", wishes, NOTHING_SAID)
    unwanted = _match("deadlift-lower-back", wishes, Circumstances(never=never))
    assert "It has Conventional deadlift, which you never want suggested." in unwanted.gaps
    assert unwanted.points < free.points


def test_what_a_swap_needs_counts_as_needed(catalogue):
    pieces = set(
        Template.objects.get(slug="wide-thick-2x").equipment.values_list("slug", flat=True)
    )
    assert "blocks" not in pieces
    offer = _offer("wide-thick-2x", said(" ".join(pieces), mild="lbp-acute"))
    assert offer.lacking == ("blocks or mats",)


def test_what_a_limitation_leaves_out_unswapped_is_said_and_costs(catalogue):
    wishes = Wishes(("strength",), "intermediate", 2, 60)
    free, limited = best(wishes), _match("deadlift-lower-back", wishes, said(strong="lbp-acute"))
    assert free.template.slug == limited.template.slug
    assert limited.points < free.points - 30
    assert limited.gaps[0].startswith("Your limits leave out")


def test_offers_cost_the_same_however_many_limits(catalogue, django_assert_max_num_queries):
    everything = " ".join(Limitation.objects.values_list("slug", flat=True))
    circumstances = said(HOME, strong=everything)
    # templates with equipment, limits with verdicts, swaps with equipment, exercises, muscles
    with django_assert_max_num_queries(5):
        offers_for(circumstances)


def _offer(slug, circumstances):
    return next(offer for offer in offers_for(circumstances) if offer.template.slug == slug)


def _match(slug, wishes, circumstances):
    matches = best_first(wishes, offers_for(circumstances))
    return next(match for match in matches if match.template.slug == slug)
