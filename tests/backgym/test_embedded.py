"""The database server of our own: it starts, survives what kills it, and goes with its last user.

Each test has a folder of its own and ends only the processes it started.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from backgym.embedded import server

ROOT = Path(server.__file__).parents[2]
USER = """
import sys
from backgym import embedded
asked = True
while asked:
    print(embedded.ensure(sys.argv[1], "gym")["HOST"], flush=True)
    asked = sys.stdin.readline()
"""


class User:
    """A process that uses the server until it is told to go, and asks for it at each line."""

    def __init__(self, home):
        command = [sys.executable, "-W", "error", "-c", USER, str(home)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe, stderr=pipe
        )

    def host(self):
        """Wait for the server; what it says instead is the failure."""
        line = self.process.stdout.readline().strip()
        assert line, self.process.communicate()[1]
        return line

    def ask_again(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.host()

    def go(self):
        _, errors = self.process.communicate(timeout=30)
        assert (self.process.returncode, errors) == (0, "")

    def kill(self):
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def home(tmp_path):
    place = tmp_path / "pg"
    yield place
    if pid := server.postmaster(place):
        os.kill(pid, signal.SIGQUIT)
    shutil.rmtree(server.socket_folder(place), ignore_errors=True)


@pytest.fixture
def use(home):
    users = []

    def start(place=home):
        users.append(User(place))
        return users[-1]

    yield start
    for user in users:
        user.kill()


def connect(host, database="gym"):
    return psycopg.connect(host=host, port=server.PORT, user=server.ROLE, dbname=database)


def gone(home):
    return server.postmaster(home) is None


def kill_server(home):
    """A signal is only a request: on a busy machine the process may live on for a moment."""
    os.kill(server.postmaster(home), signal.SIGKILL)
    patience = time.monotonic() + 20
    while not gone(home) and time.monotonic() < patience:
        time.sleep(0.01)
    assert gone(home)


def test_our_role_owns_its_database_and_no_privilege_beyond(home, use):
    with connect(use().host()) as connection:
        role = connection.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb"
            " FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        assert role == ("backgym", False, False, False, True)
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE TABLE kept (word text)")


def test_the_server_is_durable_and_has_no_tcp_port(home, use):
    with connect(use().host()) as connection:
        for name, value in {
            "data_checksums": "on",
            "fsync": "on",
            "full_page_writes": "on",
            "synchronous_commit": "on",
            "listen_addresses": "",
            "TimeZone": "UTC",
        }.items():
            shown = connection.execute("SELECT current_setting(%s)", [name]).fetchone()[0]
            assert (name, shown) == (name, value)
    assert home.stat().st_mode & 0o77 == 0


def test_the_last_user_stops_the_server_and_the_rows_stay(home, use):
    first, second = use(), use()
    with connect(first.host()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    second.host()
    first.go()
    assert not gone(home)
    second.go()
    assert gone(home)
    with connect(use().host()) as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)


def test_a_killed_user_leaves_a_server_that_the_next_one_takes_over(home, use):
    killed = use()
    killed.host()
    killed.kill()
    assert not gone(home)
    following = use()
    following.host()
    following.go()
    assert gone(home)


def test_a_killed_server_comes_back_with_what_was_committed(home, use):
    killed = use()
    with connect(killed.host()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    kill_server(home)
    killed.kill()
    with connect(use().host()) as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)


def test_a_process_that_outlives_its_server_gets_it_back(home, use):
    user = use()
    user.host()
    kill_server(home)
    connect(user.ask_again()).close()
    user.go()
    assert gone(home)


def test_a_process_number_that_now_belongs_to_somebody_else_is_no_obstacle(home, use):
    first = use()
    first.host()
    first.go()
    with subprocess.Popen(["sleep", "60"]) as stranger:
        (home / "data" / "postmaster.pid").write_text(f"{stranger.pid}\n{home / 'data'}\n")
        (home / f".s.PGSQL.{server.PORT}.lock").write_text(f"{stranger.pid}\n")
        try:
            with connect(use().host()) as connection:
                assert connection.execute("SELECT 1").fetchone() == (1,)
            assert stranger.poll() is None
        finally:
            stranger.kill()


def test_a_cluster_made_half_way_is_made_again(home, use):
    killed = use()
    while not list(home.glob("data.new/*")):
        assert killed.process.poll() is None
        time.sleep(0.002)
    killed.kill()
    assert not (home / "data").exists()
    connect(use().host()).close()


def test_a_kill_before_the_database_is_made_is_made_good(home, use):
    host = use().host()
    where = {"host": host, "user": "postgres", "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as superuser:
        superuser.execute("DROP DATABASE gym")
    connect(use().host()).close()


def test_eight_at_once_share_one_server(home, use):
    begun = time.monotonic()
    users = [use() for _ in range(8)]
    assert {user.host() for user in users} == {str(home)}
    for user in users:
        user.go()
    assert gone(home)
    assert time.monotonic() - begun < 30


def test_a_long_path_gets_its_socket_elsewhere(tmp_path, use):
    home = tmp_path / ("long" * 25) / "pg"
    user = use(home)
    host = user.host()
    assert len(host) < 85
    assert not host.startswith(str(tmp_path))
    connect(host).close()
    user.go()
    assert gone(home)
    os.rmdir(host)


def test_a_cluster_of_another_major_version_is_refused_in_words(home, use):
    (home / "data").mkdir(parents=True)
    (home / "data" / "PG_VERSION").write_text("17\n")
    assert "is PostgreSQL 17, the installed server is 18" in use().process.communicate()[1]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_somebody_elses_database_is_refused_in_words(home, use):
    home.mkdir()
    os.chown(home, 1234, 1234)
    assert "belongs to another user" in use().process.communicate()[1]
