"""Dates as feeds, sitemaps and manifests write them.

A day is kept as the source wrote it, in its own zone; an instant only where the zone was given, for
a clock time without a zone could be any of 26 hours. Nothing here knows what day it is today.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

#: Older than the web: a default value, not a date.
EARLIEST = date(1990, 1, 1)

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}.*)?", re.ASCII)
# Python 3.11 reads fractions of exactly 3 or 6 digits; sitemaps write others.
_FRACTION = re.compile(r"(:\d{2})[.,](\d+)", re.ASCII)


class When(NamedTuple):
    """A day, and the instant (UTC) if time and zone were given. Both None: nothing readable was said."""

    on: date | None = None
    at: datetime | None = None


UNDATED = When()


def read(text: str | None) -> When:
    """The date of an ISO 8601 or RFC 822 text. Unreadable, impossible or placeholder dates give `UNDATED`."""
    text = (text or "").strip()[:100]
    if not text:
        return UNDATED
    try:
        if _ISO.fullmatch(text):
            when = _iso(text)
        else:
            moment = parsedate_to_datetime(text)
            when = When(moment.date(), moment if moment.tzinfo else None)
        return _bounded(when)
    except (ValueError, OverflowError, TypeError, IndexError):
        return UNDATED


def _iso(text: str) -> When:
    if len(text) == 10:
        return When(date.fromisoformat(text))
    text = _FRACTION.sub(lambda found: f"{found[1]}.{found[2][:6]:0<6}", text)
    # `2025-10-02T08:00:00 +03:00` and a lower-case `z` are seen in the wild.
    moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)", "", text).upper())
    return When(moment.date(), moment if moment.tzinfo else None)


def _bounded(when: When) -> When:
    if when.on is None or when.on < EARLIEST:
        return UNDATED
    return When(when.on, when.at.astimezone(UTC) if when.at else None)
