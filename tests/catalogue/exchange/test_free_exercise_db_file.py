"""The whole public file, which stands beside the repository: every entry is accounted for."""

from pathlib import Path

from accounts.context import curating
from catalogue.checking import problems_of
from catalogue.exchange.free_exercise_db import propose_all, read_checkout
from catalogue.models import Exercise, Proposal
from catalogue.states import NEW, known_words
from tests.factories import NOW

FILE = Path(__file__).parents[4] / "shared" / "data" / "free-exercise-db.json"  # see conftest.py


def test_all_873_entries_are_ours_left_out_or_proposed(catalogue):
    entries = read_checkout(FILE)
    with curating():
        receipt = propose_all(entries, at=NOW)
        fates = {"exact": 126, "family": 60, "no_training": 11, "new": 676}
        assert receipt.entries == 873 == sum(fates.values())
        assert receipt.counts == fates
        assert (receipt.before, receipt.after) == (0, 676)
        assert (receipt.incomplete, receipt.alike) == (427, 1)
        again = propose_all(entries, at=NOW)
        assert again.counts == {"exact": 126, "family": 60, "no_training": 11, "known": 676}
        assert Proposal.objects.count() == 676
    assert Exercise.objects.public().count() == 168


def test_every_proposal_may_be_taken_up_but_for_the_care_it_asks_for(catalogue):
    with curating():
        propose_all(read_checkout(FILE), at=NOW)
        known, wrong = known_words(), {}
        for row in Proposal.objects.all():
            state = NEW | row.fields | {"slug": "some"}
            if found := problems_of(state, known):
                wrong[row.origin] = found
    assert {name for found in wrong.values() for name in found} <= {"limitations"}
    assert len(wrong) == 60
