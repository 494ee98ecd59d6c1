"""Rules of the whole code base that no linter knows. Each has been seen to fail when broken."""

import ast
import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from accounts.scopes import Owned

APPS = ["training", "accounts", "catalogue", "workouts", "progress", "coaching", "backgym"]
SCOPES = {"visible_to", "owned_by", "planned_by", "open_to", "public", "open"}
WEB = {"views", "forms", "admin", "api"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
LINES = 300


def sources():
    for app in APPS:
        yield from (settings.BASE_DIR / app).rglob("*.py")


def web_modules():
    """Views, forms, admin and api, whether modules or packages."""
    for path in sources():
        inside = path.relative_to(settings.BASE_DIR).with_suffix("").parts[1:]
        if WEB & set(inside[:2]):
            yield path


def unscoped_managers(source):
    """Lines where `X.objects` is not followed at once by a scope."""
    tree = list(ast.walk(ast.parse(source)))
    nodes = [node for node in tree if isinstance(node, ast.Attribute)]
    scoped = {id(node.value) for node in nodes if node.attr in SCOPES}
    return [node.lineno for node in nodes if node.attr in MANAGERS and id(node) not in scoped] + [
        node.lineno for node in tree if isinstance(node, ast.Call) and names_a_model(node)
    ]


def names_a_model(call):
    """get_object_or_404(Session, ...) asks the whole table."""
    shortcut = isinstance(call.func, ast.Name) and call.func.id.endswith("_or_404")
    return (
        shortcut
        and call.args
        and isinstance(call.args[0], ast.Name)
        and (call.args[0].id[0].isupper())
    )


def test_an_unscoped_manager_is_found():
    assert unscoped_managers("a = 1\nSession.objects.filter(pk=1)") == [2]
    assert unscoped_managers("get_object_or_404(Session, pk=pk)") == [1]
    assert not unscoped_managers("Session.objects.visible_to(user).filter(pk=1)")
    assert not unscoped_managers("get_object_or_404(sessions, pk=pk)")


def test_views_reach_rows_only_through_scopes():
    modules = list(web_modules())
    assert len(modules) > 12, "the walk found too little to check"
    found = {
        str(path.relative_to(settings.BASE_DIR)): lines
        for path in modules
        if (lines := unscoped_managers(path.read_text()))
    }
    assert not found


def test_relations_point_down_the_layers():
    layer = {app: height for height, app in enumerate(APPS)}
    relations = [
        (model._meta.app_label, field.related_model._meta.app_label)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if not field.auto_created and getattr(field.related_model, "_meta", None)
    ]
    ours = [(a, b) for a, b in relations if a in layer and b in layer]
    assert len(ours) > 20
    assert all(layer[b] <= layer[a] for a, b in ours)


def test_references_between_members_rows_are_checked_with_the_member(db):
    """A plain foreign key between two member tables could point at somebody else's row."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype = 'f'"
        )
        constraints = cursor.fetchall()
    references = [
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if issubclass(model, Owned)
        and field.is_relation
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, Owned)
    ]
    assert len(references) >= 6
    for table, column in references:
        assert any(
            relation == table and f"FOREIGN KEY (member_id, {column}" in definition
            for relation, definition in constraints
        ), f"{table}.{column} needs a reference (member_id, {column})"


def test_migrations_are_in_step_with_the_models(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_modules_keep_their_shape():
    """Over 300 lines a module becomes a package split by noun."""
    long = {
        str(path.relative_to(settings.BASE_DIR)): lines
        for path in sources()
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > LINES
    }
    assert not long


def test_no_shelf_for_odds_and_ends():
    names = {path.stem for path in sources()}
    assert not names & {"utils", "helpers", "common", "core", "services", "selectors", "base_views"}


def test_nothing_escapes_the_templates_unescaped():
    """|safe and autoescape off are refused; mark_safe is for constants, each noted with S308."""
    found = [
        str(path)
        for path in Path(settings.BASE_DIR / "templates").rglob("*.html")
        if "|safe" in path.read_text() or "autoescape off" in path.read_text()
    ]
    assert not found


def test_templates_carry_no_inline_style_or_script():
    paths = list(Path(settings.BASE_DIR / "templates").rglob("*.html"))
    assert len(paths) > 10
    for path in paths:
        text = path.read_text()
        assert not re.search(r"\sstyle=|<style|\son\w+=|hx-on|<script(?![^>]*\ssrc=)", text), path
