"""Proposals of every kind, and a catalogue that changed, to look at."""

from django.utils import timezone

from accounts.context import curating
from catalogue.models import Exercise
from catalogue.states import state_of, write
from tests.factories import ProposalFactory

LONG = "I have taught this for years, and nobody ever felt it where the page says. " * 4


def propose_things(world):
    """An edit with a conflict, a new one, one that was asked about, a decided one, an import's."""
    row, now = Exercise.objects.public().get(slug="seal-row"), timezone.now()
    state = state_of(row)
    fields = {
        "cues": [*state["cues"][:-1], "Pause one second at the top."],
        "secondary": state["secondary"][:-1], "limitations": {"lbp-acute": "avoid"},
        "spine_load": "high", "pictogram": {}, "links": [
            {"kind": "video", "title": "Seal row", "url": "https://example.org/seal-row"}
        ],
    }  # fmt: skip
    edit = _make(world, exercise=row, fields=fields, note=LONG)
    with curating():
        notes = f"Mats for the head. {now:%f}"
        care = {"limitations": state["limitations"] | {"lbp-acute": "caution"}}
        moved = {"spine_load": "moderate", "note": notes}
        write(moved | care, row, by=world.curator, at=now)
        write({"cues": state["cues"][1:]}, row, by=world.curator, at=now, reason="Shorter")
    new = {"name": "Lat pull down", "pattern": "vertical-pull", "primary": ["latissimus-dorsi"]}
    asked = {"asked_at": now, "question": "Which bench do you use?"}
    done = {"verdict": "rejected", "decided_at": now, "words": "It loads the neck."}
    return [
        edit,
        _make(world, fields=new, note="Every gym has it."),
        _make(world, fields={"name": "Helms row"}, **asked),
        _make(world, exercise=Exercise.objects.public().get(slug="pull-up"), **done),
        _make(world, fields={"name": "Gone"}, base=state | {"name": "Gone"}),
    ]


def retire(slug, curator):
    exercise = Exercise.objects.public().get(slug=slug)
    with curating():
        write({"retired": True}, exercise, by=curator, at=timezone.now(), reason="A double")


def _make(world, **fields):
    """What is decided or asked was so by a curator, so the row is changed by one."""
    late = {name: fields.pop(name) for name in list(fields) if name in ("verdict", "decided_at")}
    proposal = ProposalFactory(member=world.proposer, created_at=timezone.now(), **fields)
    with curating():
        for name, value in late.items():
            setattr(proposal, name, value)
        proposal.save()
    return proposal
