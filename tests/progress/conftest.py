"""Importing a log for Alex, and what is then in the journal."""

from io import StringIO

import pytest
from django.core.management import call_command

from progress.models import LoggedSet


@pytest.fixture
def bring(tmp_path, alex):
    """The receipt of importing this text for Alex."""

    def bring(text, *options, user="alex@example.com"):
        path, out = tmp_path / "log.csv", StringIO()
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        call_command("import_log", str(path), "--user", user, *options, stdout=out)
        return out.getvalue()

    return bring


@pytest.fixture
def journal(alex, acting):
    def look():
        with acting(alex):
            sets = LoggedSet.objects.of(alex).select_related("exercise", "session")
            return list(sets.order_by("session__started_at", "slot", "number"))

    return look
