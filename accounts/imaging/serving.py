"""Answers whose body is a picture of ours."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from accounts.imaging.keeping import path_of

# Browsers dress a picture that is opened by itself in styles of their own.
NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
FOREVER = "public, max-age=31536000, immutable"  # an address never gets other bytes


def answer(place, key, name, cache):
    """The picture as `cache` allows; Http404 where its file has gone. The right is checked before.

    A browser shows it as a picture and as nothing else, also when somebody opens it by itself.
    """
    try:
        file = default_storage.open(path_of(place, key, name))
    except FileNotFoundError:
        raise Http404 from None
    headers = {
        "Cache-Control": cache,
        "Content-Security-Policy": NOTHING_ELSE,
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return FileResponse(file, content_type="image/webp", filename="picture.webp", headers=headers)
