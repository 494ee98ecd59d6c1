"""What the environment says: every setting that differs between machines is read here."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def flag(name):
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def words(name):
    return os.environ.get(name, "").replace(",", " ").split()


def required(name, why, length=1):
    """The variable's value; a start without it, or with one too short, is refused."""
    value = os.environ.get(name, "").strip()
    if len(value) < length:
        raise ImproperlyConfigured(f"Set {name}: {why}")
    return value


def local_secret_key(folder: Path):
    """A key of this checkout's own, made on the first start and kept out of version control."""
    path = folder / "secret-key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


def database(url, name):
    """Django's settings for `url` (postgresql://user:password@host:port/name?option=value)."""
    if not url:
        return {"ENGINE": "backgym.pgembedded", "NAME": name, "HOST": ""}
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
    }
