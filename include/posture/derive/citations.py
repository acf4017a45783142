"""A footnote's text as the sources that it cites: publisher, title, date, pages, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .extract.times import times


@dataclass(frozen=True)
class Source:
    """One cited work; None where the note does not say. `publisher` is as written."""

    publisher: str | None
    title: str | None
    published_on: date | None
    pages: str | None
    url: str | None


_PAGES = re.compile(r",?\s*\bpp?\.\s*(\d[\d–, -]*)")
_URL = re.compile(r"https?://[^\s,;<>]+")
_PLACEHOLDER = re.compile(r",?\s*(?:<u>)?\burl\b(?:</u>)?", re.I)
_DAY = re.compile(
    r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d{2}\b"
)
_SPLIT = re.compile(r";\s+(?=[A-Z“\"'‘])")
_LEAD = re.compile(r"^\W*(?:see(?: also)?|cf\.?|source|quoted in|cited in|for [^,:]{3,60}, see)[:,]?\s+", re.I)
_IBID = re.compile(r"^\W*ibid\b", re.I)
#: A state named before one of its offices belongs to the office's name.
_OFFICE = re.compile(
    (
        r"\b(?:ministry|department|bureau|office|government|council|directorate|authority|agency"
        r"|commission|parliament|army|police|president)\b"
    ),
    re.I,
)


def sources(note: str, previous: tuple[Source, ...] = ()) -> tuple[Source, ...]:
    """The works that a note cites; for "ibid." those of the note before it. Empty for a note that only explains."""
    made: list[Source] = []
    for part in _SPLIT.split(note):
        if _IBID.match(part):
            made += previous
        elif source := _source(part):
            made.append(source)
    return tuple(made)


def _source(part: str) -> Source | None:
    url, pages = _URL.search(part), _PAGES.search(part)
    # The last date is the work's; a title may hold others.
    day = ([None, *_DAY.finditer(part)])[-1]
    bare = _PLACEHOLDER.sub("", _PAGES.sub("", _URL.sub("", part)))
    pieces = [p.strip(' .,"“”') for p in _LEAD.sub("", bare).split(", ")]
    publisher = pieces[0]
    if len(pieces) < 2 or not re.match(r"[\w“\"'‘]", publisher) or len(publisher) > 90 or ":" in publisher:
        return None
    publisher, rest = re.sub(r",? and (?:other|various|several) .*", "", publisher), pieces[1:]
    if (
        len(rest) > 1
        and len(publisher.split()) <= 3
        and rest[0][:1].isupper()
        and _OFFICE.search(rest[0])
        and len(rest[0].split()) <= 8
    ):
        publisher, rest = f"{publisher}, {rest[0]}", rest[1:]
    found = [t for t in times(day.group(), 0, len(day.group()), None) if t.start_on] if day else []
    title = ", ".join(p for p in rest if p and not (day and p == day.group())).strip(" ,")
    return Source(
        publisher,
        title or None,
        found[0].start_on if found else None,
        pages[1].strip(" ,") if pages else None,
        url.group() if url else None,
    )
