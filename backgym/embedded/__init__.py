"""A PostgreSQL server of this project's own, for when no DATABASE_URL is given.

Everything is in one folder (its home): the cluster in `data/`, the server's log, lock files and,
where its path is short enough, the Unix socket. There is no TCP port. `trust` is safe because
only the home's owner can reach the socket.

`gate.lock` is held while somebody starts or stops the server; every process that uses it holds
`users.lock` shared, so the kernel lets go of it even after `kill -9`. Last one out stops it.
"""

import atexit
import fcntl
import os
import threading
from contextlib import contextmanager
from pathlib import Path

from backgym.embedded import server
from backgym.embedded.as_nobody import NOBODY
from backgym.embedded.programs import EmbeddedError

_in_use = {}  # (home, database) -> the users.lock that this process holds
_threads = threading.Lock()


def ensure(home, database=None):
    """Start the server if need be; return Django's HOST, PORT and USER for our role.

    Creates the role, and the database where it is named and missing. Safe from many processes
    and threads at once. From the second call on it only looks whether the server still lives.
    """
    home = Path(home).resolve()
    with _threads:
        if (home, database) not in _in_use or not server.postmaster(home):
            _claim(home, database)
    return {"HOST": str(server.socket_folder(home)), "PORT": server.PORT, "USER": server.ROLE}


def _claim(home, database):
    _make_home(home)
    known = next((lock for (place, _), lock in _in_use.items() if place == home), None)
    with _gate(home):
        lock = known or _join(home)
        try:
            with server.running(home) as connection:
                server.provision(connection, database)
        except BaseException:
            if not known:
                lock.close()
            raise
    _in_use[home, database] = lock
    if not known:
        atexit.register(_leave, home, lock, os.getpid())


def _make_home(home):
    home.mkdir(parents=True, exist_ok=True)
    ours = {0, NOBODY} if os.geteuid() == 0 else {os.geteuid()}
    if home.stat().st_uid not in ours:
        raise EmbeddedError(
            f"The database in {home} belongs to another user of this computer. "
            "Run BackGym as that user, or set DATABASE_URL."
        )
    home.chmod(0o700)


@contextmanager
def _gate(home):
    """Nobody else starts or stops the server in here."""
    with open(home / "gate.lock", "a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _join(home):
    users = open(home / "users.lock", "a")  # noqa: SIM115 (held until this process ends)
    fcntl.flock(users, fcntl.LOCK_SH)
    return users


def _leave(home, users, owner):
    """Stop the server, unless somebody else uses it."""
    if os.getpid() != owner:
        return  # a forked worker
    with users, _gate(home):
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        server.stop(home)
