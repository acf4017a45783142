"""What a feed or sitemap says, once read: entries with address, title and dates.

Everything in it was written by others. Each limit that is reached is said in the listing's notes.
"""

from __future__ import annotations

import html
import re
from contextlib import suppress
from datetime import date, datetime
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict

from . import dates

#: Most entries taken from one list; real feeds hold 10–100, a news sitemap at most 1,000.
MAX_ENTRIES = 2_000
#: Longest address taken; browsers and servers rarely go beyond.
MAX_URL = 2_048
MAX_TITLE = 500

_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<[^<>]{0,500}>")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class Entry(BaseModel):
    """One listed article. Days are the source's own, instants UTC and only where a zone was given."""

    model_config = ConfigDict(frozen=True)

    url: str
    title: str | None = None
    listed_on: date | None = None
    listed_at: datetime | None = None
    modified_on: date | None = None
    modified_at: datetime | None = None


class Listing(BaseModel):
    """What one feed or sitemap says. `sitemaps` are those that an index points to; `notes` are warnings."""

    model_config = ConfigDict(frozen=True)

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def plain(text: str | None, *, is_markup: bool = True) -> str | None:
    """A title as one line of plain text: no tags, entities, control or direction characters; None if empty."""
    if not text:
        return None
    text = sound(text)
    if is_markup:
        text = html.unescape(_TAG.sub(" ", text))
    return " ".join(_CONTROL.sub(" ", text).split())[:MAX_TITLE].strip() or None


def entry(url: str, base: str, title: str | None, listed: dates.When, modified: dates.When) -> Entry:
    """An entry with its address made absolute. An address that can't be joined stays as it was, and fails later."""
    # Spaces in addresses are a common slip, and unambiguous.
    url = sound(url).strip().replace(" ", "%20")
    with suppress(ValueError):
        url = urljoin(base, url)
    return Entry(
        url=url,
        title=title,
        listed_on=listed.on,
        listed_at=listed.at,
        modified_on=modified.on,
        modified_at=modified.at,
    )


def sound(text: str) -> str:
    """Text that can be written as UTF-8: halves of surrogate pairs, which feeds can smuggle in, are replaced."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
