"""Old addresses of exercises that were merged into another."""

from django.shortcuts import redirect
from django.utils.cache import patch_cache_control


def redirect_for_now(to):
    """Permanently, but asked for again each time: a merge may be undone."""
    response = redirect(to, permanent=True)
    patch_cache_control(response, no_cache=True)
    return response
