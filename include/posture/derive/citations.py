"""A footnote's text as the sources that it cites: publisher, title, date, pages, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from .extract.timing.times import times

if TYPE_CHECKING:
    from .footnotes import Noted


@dataclass(frozen=True)
class Source:
    """One cited work; None where the note does not say. `publisher` is as written.

    `precision`: of the date: day, month or year; of the last two `published_on` is the first day.
    """

    publisher: str | None
    title: str | None
    published_on: date | None
    precision: str | None
    pages: str | None
    url: str | None


_PAGES = re.compile(r",?\s*\bpp?\.\s*(\d[\d–, -]*)")
_URL = re.compile(r"https?://[^\s,;<>]+")
_PLACEHOLDER = re.compile(r",?\s*(?:<u>)?\burl\b(?:</u>)?", re.I)
_DAY = re.compile(
    r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d{2}\b"
)
_MONTH = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.? (?:19|20)\d{2}\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
#: What stands around a date that is the work's own, and not one of its title or of the day on which it was looked up.
_BEFORE_DATE = re.compile(r"(?:[,(]\s*|\b(?:published|dated|issued|posted|updated)(?: on)? )$", re.I)
_AFTER_DATE = re.compile(r"\s*(?:[,.;)]|$|https?:)")
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
    day = _dated(part)
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
    on, precision = _date(day)
    title = ", ".join(p for p in rest if p and not (day and p == day.group())).strip(" ,")
    return Source(
        publisher,
        title or None,
        on,
        precision,
        pages[1].strip(" ,") if pages else None,
        url.group() if url else None,
    )


def _dated(part: str) -> re.Match[str] | None:
    """The work's date as written: one that stands by itself, the last of the most exact kind."""
    for pattern in (_DAY, _MONTH, _YEAR):
        found = [
            m
            for m in pattern.finditer(part)
            if _BEFORE_DATE.search(part, 0, m.start()) and _AFTER_DATE.match(part, m.end())
        ]
        if found:
            return found[-1]
    return None


def _date(written: re.Match[str] | None) -> tuple[date | None, str | None]:
    if written is None:
        return None, None
    if written.re is _YEAR:
        return date(int(written.group()), 1, 1), "year"
    read = [t for t in times(written.group(), 0, len(written.group()), None) if t.start_on]
    if not read:
        return None, None
    return read[0].start_on, "day" if written.re is _DAY else "month"


def rows(noted: Noted, article_id: str, document_id: str) -> list[dict[str, Any]]:
    """Rows of `citations`: one for each note and work that it cites; a note that cites none has one all the same."""
    markers: dict[int, list[int]] = {}
    for c in noted.citations:
        markers.setdefault(c.number, []).append(c.start)
    unknown = Source(None, None, None, None, None, None)
    return [
        {
            "article_id": article_id,
            "document_id": document_id,
            "note_number": number,
            "work_number": n,
            "publisher": work.publisher,
            "title": work.title,
            "published_on": work.published_on,
            "date_precision_code": work.precision,
            "pages": work.pages,
            "url": work.url,
            "marker_offsets": sorted(set(markers.get(number, ()))),
            "note_quote": note,
        }
        for number, note in sorted(noted.notes.items())
        for n, work in enumerate(noted.works.get(number) or (unknown,), start=1)
    ]
