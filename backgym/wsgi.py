"""The WSGI application, for any application server."""

import os

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backgym.settings")

application = get_wsgi_application()


def refuse_an_unsafe_database():
    """Stop where the database would not hold members apart; one that is away is another matter."""
    try:
        found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    except OperationalError:
        return
    serious = [str(message) for message in found if message.level >= checks.CRITICAL]
    if serious:
        raise ImproperlyConfigured("\n".join(serious))


def limit_patience():
    """No request waits long: a query, a lock or an idle transaction ends in seconds.

    Only serving has these limits; migrations, imports and the benchmark's seed take their time.
    """
    for settings in connections.settings.values():
        settings["OPTIONS"]["options"] = (
            "-c statement_timeout=5s -c lock_timeout=2s -c idle_in_transaction_session_timeout=10s"
        )
    connections.close_all()


refuse_an_unsafe_database()
limit_patience()
