"""Run a command as an unprivileged user: PostgreSQL refuses to be root.

    python as_nobody.py namespace|setuid COMMAND [ARGUMENT ...]

A program of its own, not a `preexec_fn`, because it may be called from a process with threads.
"""

import os
import sys
from pathlib import Path

NOBODY = 65534


def enter_namespace():
    """Be `nobody` inside a user namespace; the files stay those of whoever calls."""
    uid, gid = os.geteuid(), os.getegid()
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} {gid} 1")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} {uid} 1")


def become_nobody():
    """Be `nobody` for good, where namespaces are forbidden; files must be in nobody's reach."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def main(how, *command):
    try:
        enter_namespace() if how == "namespace" else become_nobody()
        os.execv(command[0], command)  # noqa: S606 (no shell is the point)
    except (OSError, AttributeError) as error:
        sys.exit(f"{command[0]} cannot run as an unprivileged user: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
