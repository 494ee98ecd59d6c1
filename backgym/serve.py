"""Bring the database up to date and serve, all in one process: `./run`, or

    PORT=8000 python -m backgym.serve

BACKGYM_BIND is the address to listen on (127.0.0.1). BEHIND_PROXY=1 says that only a proxy, which
sets X-Forwarded-For and X-Forwarded-Proto, can reach it.
"""

import errno
import io
import os
import signal
import socket
import sys

import django
import waitress
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from accounts.imaging.uploads import MOST_BYTES
from backgym import environment


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backgym.settings")
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit())  # so that the database is stopped, too
    try:
        with _bind(os.environ.get("BACKGYM_BIND", "127.0.0.1"), _port()) as door:
            django.setup()
            _bring_up_to_date()
            _serve(door)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(_busy())
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OperationalError as error:
        sys.exit(f"The database cannot be used: {str(error).strip().splitlines()[0]}")


def _port():
    try:
        return int(os.environ.get("PORT", "8000"))
    except ValueError:
        sys.exit("PORT must be a number, such as 8000.")


def _bind(host, port):
    """Take the port at once, so that a busy one is said before any work is done."""
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind((host, port))
    return door


def _busy():
    return (
        f"Port {_port()} is taken: perhaps BackGym runs already. "
        f"Stop the other program, or choose another port: PORT={_port() + 1} ./run"
    )


def _bring_up_to_date():
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)
    call_command("load_catalogue", verbosity=0)
    if settings.LOCAL and settings.DATABASES["default"]["ENGINE"] == "backgym.pgembedded":
        call_command("seed", demo=True, yes=True, stdout=io.StringIO())


def _serve(door):
    from django.db import connection

    from backgym.wsgi import application

    behind_proxy = environment.flag("BEHIND_PROXY")
    server = waitress.create_server(
        application,
        sockets=[door],
        threads=8,
        connection_limit=1000,
        channel_timeout=10,
        cleanup_interval=5,
        max_request_body_size=MOST_BYTES + 1024 * 1024,  # a file, and what is typed beside it
        ident=None,
        trusted_proxy="*" if behind_proxy else None,
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"} if behind_proxy else set(),
    )
    host, port = door.getsockname()[:2]
    lines = [f"BackGym is at http://{host}:{port}/ (Ctrl-C stops it)", *_demo_people()]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    connection.close()  # each serving thread has its own
    server.run()


def _demo_people():
    """Who can sign in on somebody's own machine, as long as they are there."""
    from django.conf import settings
    from django.contrib.auth import get_user_model

    from backgym.seeding.demo import PASSWORD, PEOPLE

    there = get_user_model().objects.filter(email__in=PEOPLE)
    if not settings.LOCAL or not there.exists():
        return []
    people = [f"  {email:22} {who}" for email, who in PEOPLE.items()]
    return [f"Demo people to sign in as, with the password {PASSWORD}", *people]


if __name__ == "__main__":
    main()
