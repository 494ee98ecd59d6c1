"""Who gets what at every address: the access matrix of the whole site.

An address without a line here fails the first test. The matrix is tried by everybody three times:
as the site is, with the scopes switched off (the policies alone must hold), and with the policies
switched off (the scopes alone must hold).
"""

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.urls import get_resolver, reverse

from accounts.context import acting_as
from accounts.imaging.keeping import keep
from accounts.models import TrainerLink
from accounts.models.people import UserQuerySet
from accounts.scopes import OwnedQuerySet
from catalogue.curators import make_curator
from catalogue.models import Exercise, Proposal
from tests import factories
from tests.test_walls import no_policies  # noqa: F401 - a fixture
from workouts.models.plans import RoutineQuerySet

CANARY = "canary"  # in every text of alex's rows

# Anybody, signed in or not.
OPEN = {
    "front", "icon", "catalogue:exercises", "catalogue:open-data", "workouts:templates",
    "account_login", "account_signup", "account_logout", "account_email_verification_sent",
    "account_inactive", "account_reset_password", "account_confirm_password_reset_code",
    "account_complete_password_reset", "account_password_reset_completed",
}  # fmt: skip
OPEN_ROWS = {
    "catalogue:collection": lambda alex: ["essential-trio"],
    "catalogue:exercise": lambda alex: [factories.ExerciseFactory().slug],
    "catalogue:media-file": lambda alex: [stored_picture(), "320"],
    "workouts:template": lambda alex: [factories.TemplateFactory().slug],
    "coaching:invitation": lambda alex: ["no-such-token"],
    "workouts:shared": lambda alex: [shared(alex)],
}

# Curators' pages about everybody's exercises; to others they do not exist.
CURATORS = {
    **dict.fromkeys(
        "catalogue:import catalogue:confirm-import catalogue:export-json catalogue:export-csv"
        " catalogue:quality".split(), list,
    ),
    "catalogue:media": lambda: [factories.ExerciseFactory().slug],
    "catalogue:arrange-media": lambda: [factories.ExerciseFactory().slug],
    "catalogue:edit-media": lambda: picture(),
    "catalogue:move-media": lambda: picture(),
    "catalogue:remove-media": lambda: picture(),
    "catalogue:queue": list,
    "catalogue:review": lambda: proposed(),
    "catalogue:publish": lambda: proposed(),
    "catalogue:ask": lambda: proposed(),
    "catalogue:decline": lambda: proposed(),
    "catalogue:mark-duplicate": lambda: proposed(),
    "catalogue:changes": list,
    "catalogue:undo-change": lambda: changed(),
    "catalogue:history": lambda: [factories.ExerciseFactory().slug],
    "catalogue:revert": lambda: [factories.ExerciseFactory().slug],
    "catalogue:retire": lambda: [factories.ExerciseFactory().slug],
    "catalogue:duplicates": list,
    "catalogue:merge": lambda: pair(),
    "catalogue:keep-two": lambda: pair(),
    "catalogue:choose-pair": list,
    "catalogue:merges": list,
    "catalogue:undo-merge": lambda: [merged_pair().pk],
    "catalogue:translations": lambda: [],
    "catalogue:translate": lambda: ["de", "exercise", factories.ExerciseFactory().slug],
    "catalogue:confirm-translation": lambda: [*translated(), "name"],
}  # fmt: skip

# Everybody signed in has their own; the address names no row.
OWN = {
    "account:me", "account:settings", "account:goals", "account:weights", "account_change_password",
    "account_email", "account_reauthenticate", "catalogue:limits", "catalogue:equipment",
    "catalogue:mine", "catalogue:new-exercise",
    "start:goals", "start:limits", "start:equipment", "start:routine",
    "workouts:plan", "workouts:new", "progress:today", "progress:log", "progress:start",
    "progress:history", "progress:progress", "progress:lifts", "progress:volume",
    "progress:dismiss-sign", "progress:begin-deload", "progress:end-deload",
    "progress:volume-csv", "progress:body", "progress:body-csv", "progress:add-weight",
    "coaching:sharing", "catalogue:propose", "catalogue:proposals",
}  # fmt: skip

# Trainers have their own; to others the page does not exist.
TRAINERS = {"coaching:clients", "coaching:invite"}


def translated():
    row = factories.TranslationFactory(name="Übung")
    return ["de", "exercise", row.exercise.slug]


def picture():
    row = factories.ExerciseMediaFactory()
    return [row.exercise.slug, row.pk]


def pair():
    return [factories.ExerciseFactory().slug for _ in range(2)]


def merged_pair():
    return factories.MergeFactory(factories.ExerciseFactory(), factories.ExerciseFactory())


def stored_picture():
    return factories.ExerciseMediaFactory(key=keep("exercises", {"320": b"RIFF"})).key


def routine(alex):
    return [draft(alex).day.version.routine_id]


def draft(alex):
    made = factories.RoutineFactory(member=alex, name=CANARY)
    day = factories.DayFactory(version=factories.VersionFactory(routine=made), name=CANARY)
    return factories.PrescriptionFactory(day=day, note=CANARY)


def shared(alex):
    factories.RoutineLinkFactory(member=alex, token=CANARY)
    return CANARY


def routine_link(alex):
    row = factories.RoutineLinkFactory(member=alex, name=CANARY)
    return [row.routine_id, row.pk]


def copied(alex):
    """A copy of alex's own routine, which has changed since."""
    source = factories.RoutineFactory(member=alex, name=CANARY)
    with acting_as(alex):
        old, _ = (released(source, number) for number in (1, 2))
        copy = factories.RoutineFactory(member=alex, name=CANARY, copied_from=old.pk)
        return [released(copy, 1).routine_id]


def released(routine, number):
    made = factories.VersionFactory(routine=routine, number=number, released_at=None)
    day = factories.DayFactory(version=made, name=f"{CANARY} {number}")
    factories.PrescriptionFactory(day=day, note=CANARY)
    with acting_as(routine.member):
        type(made).objects.filter(pk=made.pk).update(released_at=factories.NOW)
    return made


def logged(alex, finished=None):
    session = factories.SessionFactory(member=alex, name=CANARY, note=CANARY, finished_at=finished)
    return factories.LoggedSetFactory(session=session, note=CANARY)


def session(alex):
    return [logged(alex).session_id]


def logged_set(alex):
    row = logged(alex)
    return [row.session_id, row.pk]


def past_session(alex):
    return [logged(alex, finished="2026-11-20T18:00Z").session_id]


def past_set(alex):
    row = logged(alex, finished="2026-11-20T18:00Z")
    return [row.session_id, row.pk]


def weight(alex):
    return [factories.MeasurementFactory(member=alex, note=CANARY).pk]


def proposal(alex):
    exercise = factories.ExerciseFactory()
    return [factories.ProposalFactory(member=alex, exercise=exercise, note=CANARY).pk]


def proposed():
    exercise = factories.ExerciseFactory()
    return [factories.ProposalFactory(exercise=exercise, note=CANARY).pk]


def changed():
    return [factories.ExerciseStateFactory().pk]


def link(alex):
    return [TrainerLink.objects.filter(client=alex).first().pk]


def lift(alex):
    exercise = factories.ExerciseFactory(member=alex, name=CANARY, slug=CANARY)
    factories.LoggedSetFactory(member=alex, exercise=exercise)
    return [exercise.slug]


def own_exercise(alex):
    exercise = factories.ExerciseFactory(member=alex, name=CANARY, slug=CANARY)
    factories.ExerciseNoteFactory(member=alex, exercise=exercise, text=CANARY)
    return exercise


def prescription(alex):
    row = draft(alex)
    return [row.day.version.routine_id, row.pk]


def day(alex):
    row = draft(alex)
    return [row.day.version.routine_id, row.day_id]


# A row of alex's in the address. Those of READ the trainer sees too; the rest are alex's alone,
# apart from PLANNED, which a trainer who may plan changes as well.
ROWS = {
    "catalogue:mark": lambda alex: [own_exercise(alex).pk],
    "catalogue:note": lambda alex: [own_exercise(alex).pk],
    "catalogue:change-exercise": lambda alex: [own_exercise(alex).slug],
    "catalogue:remove-exercise": lambda alex: [own_exercise(alex).slug],
    "catalogue:retire-exercise": lambda alex: [own_exercise(alex).slug],
    "progress:session": session,
    "progress:note": session,
    "progress:finish": session,
    "progress:discard": session,
    "progress:create-set": session,
    "progress:log-set": logged_set,
    "progress:reopen-set": logged_set,
    "progress:skip-set": logged_set,
    "progress:delete-set": logged_set,
    "progress:choose-exercise": session,
    "progress:create-exercise": session,
    "progress:delete-exercise": lambda alex: [*session(alex), 1],
    "progress:aim": lambda alex: [*session(alex), 1],
    "progress:choose-swap": lambda alex: [*session(alex), 1],
    "progress:swap": lambda alex: [*session(alex), 1],
    "progress:undo-swap": lambda alex: [*session(alex), "no-such-token"],
    "progress:ahead": routine,
    "progress:past-session": past_session,
    "progress:save-outcome": past_session,
    "progress:edit-set": past_set,
    "progress:delete-session": past_session,
    "progress:lift": lift,
    "progress:lift-csv": lift,
    "progress:edit-weight": weight,
    "progress:remove-weight": weight,
    "catalogue:proposal": proposal,
    "catalogue:change-proposal": proposal,
    "catalogue:withdraw": proposal,
    "coaching:change-sharing": link,
    "coaching:end-sharing": link,
    "workouts:add-to-day": lambda alex: [own_exercise(alex).pk],
    "workouts:routine": routine,
    "workouts:rename": routine,
    "workouts:follow": routine,
    "workouts:archive": routine,
    "workouts:share": routine,
    "workouts:end-share": routine_link,
    "workouts:unarchive": routine,
    "workouts:versions": routine,
    "workouts:restore": lambda alex: [*routine(alex), 1],
    "workouts:draft": routine,
    "workouts:discard-draft": routine,
    "workouts:release": routine,
    "workouts:update": copied,
    "workouts:edit": routine,
    "workouts:text": routine,
    "workouts:add-typed": day,
    "workouts:change-weeks": routine,
    "workouts:arrange": routine,
    "workouts:put-back": prescription,
    "progress:sheets": routine,
    "progress:sheets-pdf": routine,
    "workouts:undo": routine,
    "workouts:redo": routine,
    "workouts:duplicate-day": day,
    "workouts:duplicate-prescription": prescription,
    "workouts:mend": routine,
    "workouts:mute": routine,
    "workouts:unmute": routine,
    "workouts:add-day": routine,
    "workouts:change-day": day,
    "workouts:remove-day": day,
    "workouts:add-prescription": routine,
    "workouts:change-prescription": prescription,
    "workouts:change-week": lambda alex: [*routine(alex), 1],
    "workouts:change-prescription-week": lambda alex: [*prescription(alex), 1],
    "workouts:change-sets": prescription,
    "workouts:add-target": prescription,
    "workouts:fill-sets": prescription,
    "workouts:clear-sets": prescription,
    "workouts:copy-target": lambda alex: [*prescription(alex), 1],
    "workouts:remove-target": lambda alex: [*prescription(alex), 1],
    "workouts:add-alternative": prescription,
    "workouts:remove-alternative": lambda alex: [*prescription(alex), own_exercise(alex).pk],
    "workouts:move-prescription": prescription,
    "workouts:change-rule": prescription,
    "workouts:group-prescription": prescription,
    "workouts:ungroup-prescription": prescription,
    "workouts:remove-prescription": prescription,
    "workouts:substitutes": prescription,
    "workouts:exchange-prescription": prescription,
    "coaching:withdraw-invitation": lambda alex: [factories.InvitationFactory().pk],
}
READ = {
    "progress:ahead", "progress:past-session", "progress:sheets", "progress:sheets-pdf",
    "workouts:routine", "workouts:versions",
}  # fmt: skip
CLIENT_PAGES = {
    "coaching:client": "",
    "coaching:assign": "training",
    "coaching:client-plan": "training",
    "coaching:client-history": "training",
    "coaching:client-progress": "training",
    "coaching:client-lifts": "training",
    "coaching:client-lift": "training",
    "coaching:client-lift-csv": "training",
    "coaching:client-volume": "training",
    "coaching:client-volume-csv": "training",
    "coaching:client-body": "measurements",
    "coaching:client-body-csv": "measurements",
}
# Tried in their own tests.
WITHOUT_A_ROW = {
    "catalogue:suggest", "workouts:copy-template", "workouts:take-shared", "progress:return-weight",
}  # fmt: skip


def url_names(patterns, prefix=""):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from url_names(pattern.url_patterns, space)
        elif pattern.name:
            yield prefix + pattern.name


def client_arguments(name, alex):
    return [alex.pk, *lift(alex)] if "lift" in name and "lifts" not in name else [alex.pk]


def test_every_url_is_accounted_for():
    names = {n for n in url_names(get_resolver().url_patterns) if not n.startswith("admin:")}
    lines = (
        OPEN
        | OPEN_ROWS.keys()
        | CURATORS.keys()
        | OWN
        | TRAINERS
        | ROWS.keys()
        | CLIENT_PAGES.keys()
    )
    assert names == lines | WITHOUT_A_ROW
    assert ROWS.keys() > READ


@pytest.mark.parametrize("name", sorted(OPEN))
def test_open_pages_ask_nobody_to_sign_in(name, catalogue):
    response = Client().get(reverse(name))
    assert "/sign-in/?next=" not in response.headers.get("Location", "")


@pytest.mark.parametrize("name", sorted(OPEN_ROWS))
def test_open_rows_are_open(name, alex):
    response = Client().get(reverse(name, args=OPEN_ROWS[name](alex)))
    assert response.status_code in {200, 404}
    assert (response.status_code == 404) == (name == "coaching:invitation")


@pytest.mark.parametrize("name", sorted(OWN | TRAINERS))
def test_without_an_account_one_signs_in_first(name, catalogue):
    client = Client()
    for response in [client.get(reverse(name)), client.post(reverse(name))]:
        assert response.status_code == 405 or response.url.startswith("/sign-in/")


@pytest.mark.parametrize("name", sorted(OWN))
def test_everybody_has_their_own(name, as_user, sam, catalogue):
    sam.set_password("a long enough one")
    sam.save()
    response = as_user(sam).get(reverse(name))
    assert response.status_code in {200, 302, 405}
    assert "/sign-in/?next=" not in response.headers.get("Location", "")


@pytest.mark.parametrize("name", sorted(TRAINERS))
def test_coaching_is_for_trainers(name, as_user, alex, sam):
    assert as_user(alex).get(reverse(name)).status_code == 404
    assert as_user(sam).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", sorted(CURATORS))
def test_curation_is_for_curators(name, as_user, alex, tara):
    url = reverse(name, args=CURATORS[name]())
    for response in [Client().get(url), Client().post(url)]:
        assert response.status_code == 405 or response.url.startswith("/sign-in/")
    staff = factories.UserFactory(is_staff=True)
    for person in [alex, tara, staff]:
        finds_nothing(as_user(person), url)
    curator = factories.UserFactory()
    make_curator(curator)
    assert as_user(curator).get(url).status_code in {200, 405}
    assert as_user(curator).post(url).status_code in {302, 405, 422}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_rows_need_an_account(name, alex, tara):
    url = reverse(name, args=ROWS[name](alex))
    for response in [Client().get(url), Client().post(url)]:
        assert response.status_code == 405 or response.url.startswith("/sign-in/")


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_stranger_finds_nothing(name, as_user, alex, tara, sam):
    finds_nothing(as_user(sam), reverse(name, args=ROWS[name](alex)))


@pytest.mark.parametrize("name", sorted(ROWS))
def test_the_trainer_reads_and_writes_nothing(name, as_user, alex, tara):
    """Apart from routines, for which the client gave leave: see PLANNED and its own tests."""
    if name.startswith(("workouts:", "coaching:end")):
        return
    url = reverse(name, args=ROWS[name](alex))
    statuses = {as_user(tara).get(url).status_code, as_user(tara).post(url).status_code}
    if name in READ:
        assert statuses == {200, 405}
    else:
        assert statuses <= {404, 405}


@pytest.mark.parametrize("name", sorted(n for n in ROWS if n.startswith("workouts:")))
def test_a_trainer_without_leave_changes_no_routine(name, as_user, alex, tara):
    url = reverse(name, args=ROWS[name](alex))
    TrainerLink.objects.update(may_plan=False)
    got, posted = as_user(tara).get(url), as_user(tara).post(url)
    assert posted.status_code in {404, 405}
    assert got.status_code in ({200} if name in READ else {404, 405})


@pytest.mark.parametrize("name", sorted(ROWS))
def test_the_policies_alone_hold_at_every_address(name, as_user, alex, tara, sam, no_scopes):
    url = reverse(name, args=ROWS[name](alex))
    if name.startswith("coaching:"):  # links and invitations are known before any context
        return
    finds_nothing(as_user(sam), url)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_the_scopes_alone_hold_at_every_address(name, as_user, alex, tara, sam, request):
    url = reverse(name, args=ROWS[name](alex))
    request.getfixturevalue("no_policies")
    finds_nothing(as_user(sam), url)


@pytest.mark.parametrize("name", sorted(CLIENT_PAGES))
def test_a_clients_pages_open_by_what_they_share(name, as_user, alex, tara, sam):
    kind, url = CLIENT_PAGES[name], reverse(name, args=client_arguments(name, alex))
    assert as_user(tara).get(url).status_code in {200, 405}
    finds_nothing(as_user(sam), url)
    if kind:
        TrainerLink.objects.update(**{f"sees_{kind}": False}, may_plan=False)
        finds_nothing(as_user(tara), url)
    TrainerLink.objects.update(ended_at=factories.NOW)
    finds_nothing(as_user(tara), url)


@pytest.mark.parametrize(
    "name", sorted(CLIENT_PAGES.keys() - {"coaching:client", "coaching:assign"})
)
def test_the_policies_alone_keep_a_clients_pages_empty(name, as_user, alex, sam, no_scopes):
    url = reverse(name, args=client_arguments(name, alex))
    draft(alex), past_session(alex), weight(alex)
    assert CANARY not in as_user(sam).get(url).text.replace(url, "")


@pytest.mark.parametrize("name", sorted(ROWS))
def test_other_methods_do_nothing(name, as_user, alex, tara):
    client, url = as_user(alex), reverse(name, args=ROWS[name](alex))
    for ask in [client.put, client.patch, client.delete]:
        response = ask(url)
        assert response.status_code == 405 or name == "coaching:withdraw-invitation"
        assert "<h1" in response.text


def finds_nothing(client, url):
    for response in [client.get(url), client.post(url)]:
        assert response.status_code in {404, 405}, response.status_code
        assert CANARY not in response.text


@pytest.fixture
def no_scopes(monkeypatch):
    """The first wall taken away: every scope lets everything through."""

    def everything(self, *args, **kwargs):
        return self.all()

    for queryset, names in {
        OwnedQuerySet: ["owned_by", "visible_to"],
        RoutineQuerySet: ["planned_by"],
        UserQuerySet: ["open_to", "planned_by"],
        type(Exercise.objects.all()): ["owned_by", "planned_by", "visible_to"],
        type(Proposal.objects.all()): ["owned_by", "visible_to"],
    }.items():
        for name in names:
            monkeypatch.setattr(queryset, name, everything)
    assert issubclass(OwnedQuerySet, QuerySet)
    assert connection.vendor == "postgresql"
