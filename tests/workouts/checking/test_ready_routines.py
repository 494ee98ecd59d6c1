"""No ready routine has a finding for whom it is made: of its level, goals, equipment and time."""

import pytest

from accounts.context import acting_as
from catalogue.fitting import Circumstances
from catalogue.library import Library
from tests.factories import NOW
from workouts.checking.report import check_of
from workouts.contents import days_of
from workouts.copying import copy_template
from workouts.models import Template
from workouts.showing import dressed

SHIPPED = (
    "return-once-week back-foundations-2x wide-thick-2x pull-up-builder weighted-pull-up-strength"
    " deadlift-lower-back home-dumbbell-back ppl-back-biceps"
).split()


def report_on(template, member, **changes):
    said = {
        "equipment": frozenset(template.equipment.values_list("pk", flat=True)),
        "level": template.level,
        "goals": tuple(template.serves),
        "minutes": template.minutes,
    } | changes
    with acting_as(member):
        version = copy_template(template, member, now=NOW).version
        days = days_of(version)
        library = Library(member, Circumstances(**said), member)
        return check_of(version, days, dressed(days), library)


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_ready_routine_has_no_finding_for_its_audience(catalogue, alex, slug):
    report = report_on(Template.objects.get(slug=slug), alex)
    assert [(f.key, f.sentence, f.numbers, f.week) for f in report.findings] == []
    assert not report.is_empty


@pytest.mark.parametrize("goal", ["width", "thickness", "back_care"])
@pytest.mark.parametrize("slug", ["back-foundations-2x", "home-dumbbell-back"])
def test_nor_for_one_of_its_goals(catalogue, alex, slug, goal):
    report = report_on(Template.objects.get(slug=slug), alex, goals=(goal,))
    assert [finding.key for finding in report.findings] == []


def test_all_that_are_shipped_are_checked(catalogue):
    assert set(Template.objects.public().values_list("slug", flat=True)) == set(SHIPPED)


def test_for_somebody_else_there_are_findings(catalogue, alex):
    template = Template.objects.get(slug="ppl-back-biceps")
    report = report_on(template, alex, level="beginner", minutes=30, equipment=frozenset())
    assert {"beginner-effort", "beginner-drop-sets", "session-length", "equipment-lacking"} == {
        finding.rule for finding in report.findings
    }
