"""The languages the catalogue is written in, and which of them the reader of this request has.

Only exercises and their words are translated, so Django's own translation stays English: pages,
numbers and dates are as they always are. To add a language, add its line and catalogue/data/ its
file.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.utils.translation.trans_real import parse_accept_lang_header

SOURCE = "en"
LANGUAGES = {SOURCE: "English", "de": "Deutsch"}  # as their readers call them
TRANSLATED = tuple(language for language in LANGUAGES if language != SOURCE)


def choices():
    """A function, so that another language needs no migration."""
    return LANGUAGES.items()


class Reader:
    """Somebody who reads a translation; `titles` are the names the catalogue found for them."""

    __slots__ = ("language", "titles")

    def __init__(self, language):
        self.language, self.titles = language, None


_reader = ContextVar("reader", default=None)
current_reader = _reader.get  # None: reads the source, as commands and most people do


def language_read():
    reader = current_reader()
    return reader.language if reader else SOURCE


@contextmanager
def reading_in(language):
    """What is rendered inside names exercises in `language`, one of LANGUAGES."""
    token = _reader.set(Reader(language) if language in TRANSLATED else None)
    try:
        yield
    finally:
        _reader.reset(token)


@lru_cache(maxsize=256)
def language_asked_for(header):
    """The first language of an Accept-Language header that there is: de for "de-AT, en;q=0.5"."""
    for tag, quality in parse_accept_lang_header(header):
        language = tag.partition("-")[0]
        if quality and language in LANGUAGES:
            return language
    return SOURCE
