"""The WSGI application, for any application server."""

import os

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError

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


refuse_an_unsafe_database()
