"""Reading and videos elsewhere: entered a line each, shown with the name of their host.

What may be a link is checked on entering and again before it is shown: a row may be older than the
rule (checking.why_no_link).
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from catalogue.checking import LINK_KINDS, MOST_LINKS, why_no_link


@dataclass(frozen=True)
class Link:
    kind: str
    title: str
    url: str

    @property
    def host(self):
        """example.org, without www."""
        return urlsplit(self.url).hostname.removeprefix("www.")

    @property
    def kind_name(self):
        return LINK_KINDS[self.kind]


def links_of(rows):
    """What may be shown of an exercise's stored links; anything odd is left out."""
    rows = rows if isinstance(rows, list) else []
    return [Link(**row) for row in rows if not why_no_link(row)]


def written(rows):
    """Links as a curator reads and changes them, a line each."""
    return "\n".join(f"{link.kind} | {link.title} | {link.url}" for link in links_of(rows))


def read_links(text):
    """The links of these lines, or a ValidationError that names the line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINKS:
        raise ValidationError(f"At most {MOST_LINKS} links: these are {len(lines)}.")
    return [_read(number, line) for number, line in enumerate(lines, 1)]


def _read(number, line):
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 3:
        raise ValidationError(f"Line {number}: write “kind | title | address”.")
    kind, *title, url = parts
    row = {"kind": kind.lower(), "title": " | ".join(title), "url": url}
    if why := why_no_link(row):
        raise ValidationError(f"Line {number}: {why}")
    return row
