"""The least that is valid of everything. Rows of a member are made acting as that member.

Each takes the fields a test is about and makes up the rest: SessionFactory(member=alex).
"""

import itertools
from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from accounts.context import acting_as, curating
from accounts.models import TrainerLink, TrainingProfile, WeightSet
from catalogue.merging import merge
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseMark,
    ExerciseMedia,
    ExerciseNote,
    ExerciseState,
    Limitation,
    MemberEquipment,
    MemberLimitation,
    Proposal,
)
from catalogue.states import state_of
from catalogue.translating import set_translation
from coaching.models import Invitation
from progress.models import Deload, Dismissal, LoggedSet, Measurement, Session
from workouts.models import (
    Alternative,
    Day,
    DraftStep,
    Prescription,
    Routine,
    RoutineLink,
    RoutineVersion,
    Template,
)
from workouts.sharing import digest

_numbers = itertools.count(1)
NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def UserFactory(trainer=False, password=None, **fields):
    fields = {"email": f"member{next(_numbers)}@example.com", "name": "Member"} | fields
    if trainer:
        fields.setdefault("trainer_since", NOW)
    return get_user_model().objects.create_user(password=password, **fields)


def TrainerLinkFactory(**fields):
    fields = {"sees_measurements": True, "sees_recovery": True, "accepted_at": NOW} | fields
    if "trainer" not in fields:
        fields["trainer"] = UserFactory(trainer=True)
    if "client" not in fields:
        fields["client"] = UserFactory()
    return TrainerLink.objects.create(**fields)


def ExerciseFactory(**fields):
    number = next(_numbers)
    fields = {"name": f"Exercise {number}", "slug": f"exercise-{number}"} | fields
    if fields.get("member"):
        with acting_as(fields["member"]):
            return Exercise.objects.create(**fields)
    with curating():
        return Exercise.objects.create(**fields)


def ExerciseMediaFactory(**fields):
    """A row without files; those are made by catalogue.illustrating.add_media."""
    fields = {
        "alt": "Bar at the hips",
        "author": "Ada",
        "licence": "cc0",
        "key": f"{next(_numbers):040x}",
        "width": 640,
        "height": 480,
        "widths": [320, 640],
    } | fields
    if "exercise" not in fields:
        fields["exercise"] = ExerciseFactory()
    with curating():
        return ExerciseMedia.objects.create(**fields)


def MergeFactory(loser, survivor, **fields):
    fields = {"by": None, "at": NOW} | fields
    with curating():
        return merge(loser, survivor, **fields)


def TranslationFactory(**fields):
    """Of an exercise of everybody's, made from its English as it is."""
    fields = {"language": "de"} | fields
    exercise = fields.pop("exercise", None) or ExerciseFactory()
    language = fields.pop("language")
    with curating():
        set_translation(exercise, language, fields)
    return exercise.translations.get(language=language)


def EquipmentFactory(**fields):
    number = next(_numbers)
    return Equipment.objects.create(
        **{"name": f"Equipment {number}", "slug": f"equipment-{number}"} | fields
    )


def LimitationFactory(**fields):
    number = next(_numbers)
    return Limitation.objects.create(
        **{"name": f"Limitation {number}", "slug": f"limitation-{number}"} | fields
    )


def TemplateFactory(**fields):
    number = next(_numbers)
    fields = {
        "name": f"Template {number}",
        "slug": f"template-{number}",
        "goal": "general",
        "level": "beginner",
        "weeks": 8,
        "days_per_week": 2,
        "minutes": 45,
        "audience": "everybody",
        "plan": {"days": [], "week_plan": [], "swaps": {}},
    } | fields
    return Template.objects.create(**fields)


def RoutineFactory(**fields):
    return _owned(Routine, {"name": f"Routine {next(_numbers)}"} | fields)


def RoutineLinkFactory(**fields):
    """It works for a week from now. `token` may be given; see workouts/sharing.py."""
    routine = fields.pop("routine", None) or RoutineFactory(member=_member(fields))
    now = timezone.now()
    fields = {
        "routine": routine,
        "member": routine.member,
        "name": routine.name,
        "token_digest": digest(fields.pop("token", f"token {next(_numbers)}")),
        "plan": {"days": []},
        "created_at": now,
        "expires_at": now + timedelta(days=7),
    } | fields
    return _owned(RoutineLink, fields)


def VersionFactory(**fields):
    routine = fields.pop("routine", None) or RoutineFactory(member=_member(fields))
    return _owned(
        RoutineVersion, {"routine": routine, "member": routine.member, "number": 1} | fields
    )


def DraftStepFactory(**fields):
    version = fields.pop("version", None) or VersionFactory(member=_member(fields))
    fields = {"version": version, "member": version.member, "number": 1, "before": {}} | fields
    return _owned(DraftStep, fields)


def DayFactory(**fields):
    version = fields.pop("version", None) or VersionFactory(member=_member(fields))
    fields = {"version": version, "member": version.member, "position": 1, "name": "Day"} | fields
    return _owned(Day, fields)


def PrescriptionFactory(**fields):
    day = fields.pop("day", None) or DayFactory(member=_member(fields))
    fields = {"day": day, "member": day.member, "position": 1} | fields
    if "exercise" not in fields:
        fields["exercise"] = ExerciseFactory()
    return _owned(Prescription, fields)


def AlternativeFactory(**fields):
    prescription = fields.pop("prescription", None) or PrescriptionFactory(member=_member(fields))
    fields = {"prescription": prescription, "member": prescription.member, "position": 1} | fields
    return _on_exercise(Alternative, fields)


def SessionFactory(**fields):
    fields = {"name": "Workout", "trained_on": NOW.date(), "started_at": NOW} | fields
    return _owned(Session, fields)


def LoggedSetFactory(**fields):
    session = fields.pop("session", None) or SessionFactory(member=_member(fields))
    fields = {
        "session": session,
        "member": session.member,
        "trained_on": session.trained_on,
        "slot": 1,
        "number": 1,
        "reps": 8,
        "load_kg": 50,
        "load": fields.get("load_kg", 50),
        "done_at": session.started_at,
    } | fields
    if "exercise" not in fields:
        fields["exercise"] = ExerciseFactory()
    return _owned(LoggedSet, fields)


def MeasurementFactory(**fields):
    fields = {
        "measured_on": NOW.date(),
        "measured_at": NOW,
        "value": 80,
        "typed": fields.get("value", 80),
    } | fields
    return _owned(Measurement, fields)


def DeloadFactory(**fields):
    """A week from `begins_on`."""
    begins_on = fields.setdefault("begins_on", NOW.date())
    fields = {"until": begins_on + timedelta(days=7), "why": "Due.", "accepted_at": NOW} | fields
    return _owned(Deload, fields)


def DismissalFactory(**fields):
    fields = {"sign": "R-VOL", "reason": "fine", "dismissed_on": NOW.date()} | fields
    return _owned(Dismissal, fields)


def TrainingProfileFactory(**fields):
    return _owned(TrainingProfile, fields)


def WeightSetFactory(**fields):
    return _owned(WeightSet, fields)


def MemberLimitationFactory(**fields):
    if "limitation" not in fields:
        fields["limitation"] = LimitationFactory()
    return _owned(MemberLimitation, fields)


def MemberEquipmentFactory(**fields):
    if "equipment" not in fields:
        fields["equipment"] = EquipmentFactory()
    return _owned(MemberEquipment, fields)


def ExerciseMarkFactory(**fields):
    """A favourite, unless `never_at` says otherwise."""
    fields.setdefault("favourite_at", None if fields.get("never_at") else NOW)
    return _on_exercise(ExerciseMark, fields)


def ExerciseNoteFactory(**fields):
    return _on_exercise(ExerciseNote, {"text": "Seat 4, pin 7"} | fields)


def ProposalFactory(**fields):
    """Of a change to `exercise` if one is given, else of a new one; by nobody is an import's."""
    exercise = fields.get("exercise")
    with curating():
        base = state_of(exercise) if exercise else None
    name = f"Proposed {next(_numbers)}"
    proposed = {"setup": "Stand tall."} if exercise else {"name": name, "cues": ["Pull."]}
    fields = {"fields": proposed, "base": base, "created_at": NOW} | fields
    with acting_as(fields["member"]) if fields.get("member") else curating():
        return Proposal.objects.create(**fields)


def ExerciseStateFactory(**fields):
    """A change of an exercise, which has no other history."""
    exercise = fields.pop("exercise", None) or ExerciseFactory()
    fields = {"exercise": exercise, "state": state_of(exercise), "at": NOW} | fields
    with curating():
        return ExerciseState.objects.create(**fields)


def InvitationFactory(**fields):
    number = next(_numbers)
    fields = {
        "email": f"client{number}@example.com",
        "token_digest": f"{number:064d}",
        "expires_at": NOW.replace(year=2030),
    } | fields
    if "trainer" not in fields:
        fields["trainer"] = UserFactory(trainer=True)
    return Invitation.objects.create(**fields)


def _on_exercise(model, fields):
    if "exercise" not in fields:
        fields["exercise"] = ExerciseFactory()
    return _owned(model, fields)


def _member(fields):
    return fields.get("member") or UserFactory()


def _owned(model, fields):
    fields["member"] = _member(fields)
    with acting_as(fields["member"]):
        return model.objects.create(**fields)
