"""Starting: what is wrong with the settings or the database is said in one line, with status 1."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]

    def run(**environment):
        surroundings = os.environ | {"PORT": str(port)} | environment
        command = [sys.executable, "-m", "backgym.serve"]
        return subprocess.run(
            command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=60
        )

    return run


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        (
            {"DATABASE_URL": "postgresql://x:y@127.0.0.1:1/x"},
            "The database cannot be used: connection",
        ),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL must start with postgresql://"),
        ({"BACKGYM_LOCAL": "0", "SECRET_KEY": ""}, "Set SECRET_KEY: "),
    ],
)
def test_a_start_that_cannot_be_is_refused_in_one_line(start, environment, words):
    refused = start(**environment)
    assert refused.returncode == 1
    assert words in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
