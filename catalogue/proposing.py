"""Proposals: made by members, read by curators, decided once. All that happens to one is logged."""

from datetime import timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils.text import slugify

from accounts.inserting import insert_once
from catalogue.checking import RESERVED
from catalogue.history import Overtaken, locked
from catalogue.models import Exercise, Proposal
from catalogue.states import NEW, differences, state_of, write

MOST, WINDOW = 20, timedelta(hours=1)  # proposals of one member
TOO_MANY = f"That is {MOST} proposals within an hour. Send the next ones a little later."
WANTED = ("equipment", "primary", "pattern", "setup", "cues", "mistakes")  # of a new exercise
DECIDED = {
    "accepted": "published this", "rejected": "declined this",
    "merged": "marked this as a duplicate", "withdrawn": "took this back",
}  # fmt: skip


def has_room(user, now):
    """Whether `user` may send one more just now."""
    return Proposal.objects.owned_by(user).filter(created_at__gt=now - WINDOW).count() < MOST


def propose(user, pk, exercise, base, state, *, note, at):
    """Store what `state` would have different from `base`, or a new exercise. Sent twice, once."""
    fields = {name: value for name, _, value in differences(base, state)}
    proposal = Proposal(
        pk=pk, member=user, exercise=exercise, base=base, fields=fields, note=note, created_at=at
    )
    return insert_once(proposal, Proposal.objects.owned_by(user))[0]


@transaction.atomic
def answer(proposal, state, *, note, at):
    """The proposer has changed it after a question; it waits for a curator again."""
    proposal = undecided(proposal)
    proposal.fields = {name: value for name, _, value in differences(proposal.base, state)}
    proposal.note, proposal.asked_at = note, None
    proposal.save()


@transaction.atomic
def withdraw(proposal, *, by, at):
    _decide(undecided(proposal), Proposal.Verdict.WITHDRAWN, "", by, at)


def missing(proposal):
    """Fields a new exercise should have and does not."""
    return [name for name in WANTED if not proposal.fields.get(name)] if proposal.is_new else []


def is_clear(proposal):
    """Whether it may be decided as it stands: nothing is missing, the exercise is there."""
    if proposal.is_new:
        return not missing(proposal)
    return proposal.exercise is not None and proposal.exercise.retired_at is None


def overtaken_fields(proposal, now):
    """Fields that were changed in the catalogue since it was proposed, and are not as proposed."""
    if proposal.is_new:
        return set()
    since = {name for name, *_ in differences(proposal.base, now)}
    return since & {name for name, *_ in differences(now, now | proposal.fields)}


def why_not(proposal):
    """Why it cannot be published, in words; empty where it can."""
    if proposal.decided_at:
        who = (proposal.decided_by and proposal.decided_by.name) or "Somebody"
        return f"{who} has {DECIDED[proposal.verdict]} already, so nothing was done."
    if proposal.exercise is None and not proposal.is_new:
        return "This exercise is no longer in the catalogue, so nothing was done."
    if proposal.exercise and proposal.exercise.merged_into_id and not proposal.is_new:
        survivor = proposal.exercise.merged_into
        return f"{proposal.exercise} was merged into {survivor} meanwhile, so nothing was done."
    return ""


def undecided(proposal):
    """The proposal, nobody else's to decide until we are done; Overtaken if it is decided."""
    rows = Proposal.objects.select_related("decided_by", "exercise").filter(pk=proposal.pk)
    row = rows.select_for_update(of=["self"]).first()  # none for its member, once it is decided
    if row is None or row.decided_at:
        raise Overtaken(why_not(row or rows.get()))
    return row


@transaction.atomic
def publish(proposal, values, *, seen, by, at):
    """Write these values of a proposal, as they were proposed or edited. Returns the exercise.

    `seen` is the newest state of the exercise that the curator had on the page. Raises Overtaken
    or RefusedState, and changes nothing.
    """
    proposal = undecided(proposal)
    if words := why_not(proposal):
        raise Overtaken(words)
    reason = f"Proposed: {proposal.note}"[:300] if proposal.note else "Proposed"
    if proposal.is_new:
        exercise = write(_new(values), by=by, at=at, reason=reason)
    else:
        exercise = locked(proposal.exercise, seen)
        exercise = write(values, exercise, by=by, at=at, reason=reason)
    proposal.exercise, proposal.accepted = exercise, sorted(values)
    _decide(proposal, Proposal.Verdict.ACCEPTED, "", by, at)
    return exercise


def _new(values):
    state = NEW | values
    return state | {"slug": state["slug"] or free_slug(state["name"])}


def free_slug(name):
    """An address for a new exercise of everybody's."""
    stem = slugify(name)[:70].strip("-") or "exercise"
    known = Exercise.objects.public().filter(slug__startswith=stem)
    taken = RESERVED | set(known.values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)


@transaction.atomic
def ask(proposal, words, *, by, at):
    """Send it back to the proposer with a question."""
    proposal = undecided(proposal)
    proposal.question, proposal.asked_at = words, at
    proposal.save()
    _log(proposal, by, f"Asked: {words}")


@transaction.atomic
def decline(proposal, words, *, by, at):
    _decide(undecided(proposal), Proposal.Verdict.REJECTED, words, by, at)


@transaction.atomic
def mark_duplicate(proposal, exercise, words, *, keeps_name, by, at):
    """Say that this exercise is meant; its name becomes another name of that one if it is kept."""
    proposal = undecided(proposal)
    exercise = Exercise.objects.public().select_for_update().get(pk=exercise.pk)
    name, aliases = proposal.name, state_of(exercise)["aliases"]
    known = {one.casefold() for one in [exercise.name, *aliases]}
    if keeps_name and name and name.casefold() not in known:
        reason = "A proposal of this name was a duplicate"
        write({"aliases": [*aliases, name]}, exercise, by=by, at=at, reason=reason)
    words = f"We have this as “{exercise.name}”. {words}".strip()
    if proposal.is_new:
        proposal.exercise = exercise
    _decide(proposal, Proposal.Verdict.MERGED, words[:1000], by, at)


def _decide(proposal, verdict, words, by, at):
    proposal.verdict, proposal.words = verdict, words
    proposal.decided_by, proposal.decided_at = by, at
    proposal.save()
    _log(proposal, by, f"{proposal.get_verdict_display()}: {words}" if words else verdict.label)


def _log(proposal, by, message):
    LogEntry.objects.log_actions(
        by.pk, [proposal], action_flag=CHANGE, change_message=message, single_object=True
    )
