"""The sample files through the command into the database: their sums come back exactly."""

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.models import Count, F, Sum

from progress.models import LoggedSet, Session

SAMPLES = Path(__file__).parents[4] / "shared" / "data"  # see conftest.py


def bring(alex, name, unit):
    out = StringIO()
    path = str(SAMPLES / name)
    call_command("import_log", path, "--user", alex.email, "--unit", unit, stdout=out)
    return out.getvalue()


def sums(member, unit):
    sets = LoggedSet.objects.of(member)
    return (
        Session.objects.of(member).count(),
        sets.count(),
        sets.filter(load_unit=unit).aggregate(sum=Sum(F("load") * F("reps")))["sum"],
    )


@pytest.mark.parametrize("unit", ["kg", "lb"])
def test_the_strong_file_is_stored_whole_once(alex, acting, catalogue, unit):
    receipts = [bring(alex, "strong_classic.csv", unit) for _ in range(2)]
    with acting(alex):
        assert sums(alex, unit) == (86, 1903, Decimal("394186.0"))
        exercises = LoggedSet.objects.of(alex).values("exercise").distinct().count()
    assert exercises == 21  # two names of theirs are our overhead press
    assert "86 workouts, 1,903 sets, weight × repetitions 394,186 " + unit in receipts[0]
    assert "New: 86 workouts, 1,903 sets." in receipts[0]
    assert "New: 0 workouts, 0 sets." in receipts[1]
    assert all("The sums are equal." in receipt for receipt in receipts)


def test_the_hevy_file_is_stored_whole_once(alex, acting, catalogue):
    receipts = [bring(alex, "hevy_kg.csv", "kg") for _ in range(2)]
    with acting(alex):
        assert sums(alex, "kg") == (15, 333, Decimal("134467.75"))
        kinds = LoggedSet.objects.of(alex).values_list("kind").annotate(n=Count("pk")).order_by()
        found = dict(kinds)
        seconds = LoggedSet.objects.of(alex).aggregate(sum=Sum("seconds"))["sum"]
        assert LoggedSet.objects.of(alex).exclude(superset="").count() == 17
    assert (found["warm_up"], found["failure"], found["drop"]) == (105, 67, 3)
    assert found["working"] + found.get("timed", 0) == 158
    assert seconds == 3010
    assert "New: 0 workouts, 0 sets." in receipts[1]
