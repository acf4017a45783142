"""One archived batch to the rows of the lake. Every document and article ends in a named state."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

import pyarrow as pa

from ..model import LAKE_TABLES
from . import citations, corrections, footnotes, furniture, normalise, provenance
from .capture import CAPTION, Capture, Page, Unreadable
from .extract.engine import extract
from .pages import page
from .segment import Segment, of_entries, segments

Rows = dict[str, list[dict[str, Any]]]
#: Shorter texts are no articles.
_LEAST_LETTERS = 40
#: Reasons that say "there is nothing to read" and not "it can't be read".
_EMPTY = ("no_text", "not_html")


def derive_batch(captures: Iterable[Capture], rules: Mapping[str, Sequence[str]] | None = None) -> dict[str, pa.Table]:
    """Tables of LAKE_TABLES from a batch's captures, sorted by key: the same input gives the same bytes.

    Args:
        captures: of one batch.
        rules: source code → patterns of lines that are furniture with that source.
    """
    return tables(derive_document(c, (rules or {}).get(c.source_code, ())) for c in captures)


def tables(documents: Iterable[Rows]) -> dict[str, pa.Table]:
    """Rows of many documents as Arrow tables."""
    rows: Rows = {t.name: [] for t in LAKE_TABLES}
    for document in documents:
        for name, more in document.items():
            rows[name] += more
    return {t.name: t.table(rows[t.name]) for t in LAKE_TABLES}


def derive_document(capture: Capture, rules: Sequence[str] = ()) -> Rows:
    """Rows of one document: its own, its articles' and what they state. `rules`: as in `furniture.strip`."""
    if capture.outcome != "new":
        return undone(capture, "refused" if capture.outcome == "refused" else "fetch_failed", "collect", capture.reason)
    try:
        found = page(capture)
    except Unreadable as error:
        return undone(capture, "no_text" if str(error).startswith(_EMPTY) else "unreadable", "clean", str(error))
    parts = articles(found, capture.listed_title, rules)
    if not parts:
        return undone(capture, "no_text", "segment", f"no_text: less than {_LEAST_LETTERS} letters")
    rows: Rows = {t.name: [] for t in LAKE_TABLES}
    for position, part in enumerate(parts):
        for name, more in _article(capture, found, part, position).items():
            rows[name] += more
    rows["documents"].append(_document(capture, "derived", "extract", found.unread and str(found.unread), len(parts)))
    return rows


def articles(
    found: Page, listed_title: str | None = None, rules: Sequence[str] = ()
) -> list[tuple[Segment, str, dict[str, int]]]:
    """A page's articles: each as cut out, its text under its headline and without furniture, and what rules took.

    Args:
        found: the page.
        listed_title: the headline that its listing names.
        rules: as in `furniture.strip`.
    """
    own = segments(found.marked.replace(CAPTION, ""), found.title or listed_title)
    made: list[tuple[Segment, str, dict[str, int]]] = []
    for part in (*own, *of_entries(found.entries)):
        if len(part.text) >= _LEAST_LETTERS:
            text, removed = furniture.strip(part.text, rules)
            headline = part.title if part.entry else None if made else found.title
            made.append((part, _with_headline(text, headline, found.heading), removed))
    return made


def undone(capture: Capture, state: str, stage: str, reason: str | None) -> Rows:
    """Rows of a document that gave no article: its state, the stage that said so, and why."""
    rows: Rows = {t.name: [] for t in LAKE_TABLES}
    rows["documents"].append(_document(capture, state, stage, reason, 0))
    return rows


def _document(c: Capture, state: str, stage: str, reason: str | None, articles: int) -> dict[str, Any]:
    return {
        "document_id": c.capture_id,
        "batch_code": c.batch_code,
        "source_code": c.source_code,
        "url": c.url,
        "requested_url": c.requested_url,
        "retrieved_at": c.retrieved_at,
        "media_type": c.media_type,
        "content_sha256": c.content_sha256,
        "byte_count": c.byte_count,
        "warc_path": c.warc_path,
        "warc_offset": c.warc_offset,
        "external_id": c.external_id,
        "state_code": state,
        "stage": stage,
        "reason": reason,
        "article_count": articles,
    }


def _article(c: Capture, found: Page, made: tuple[Segment, str, dict[str, int]], position: int) -> Rows:
    part, headed, removed = made
    is_main = position == 0 and part.entry is None
    noted = footnotes.join(headed)
    text, body = noted.text, noted.text[: noted.body_end]
    outlet = c.outlet or found.site
    published_on, published_at, basis = _published(c, found, part, is_main=is_main)
    language = provenance.language(body)
    title = part.title or furniture.headline(part.text)
    corrects = corrections.correction(title, body)
    row: dict[str, Any] = {
        "article_id": normalise.digest(c.capture_id, position),
        "document_id": c.capture_id,
        "external_id": c.external_id,
        "batch_code": c.batch_code,
        "source_code": c.source_code,
        "position": position,
        "part_id": "main" if is_main else part.part_id,
        "outlet": outlet,
        "origin": provenance.origin(part.text, outlet, c.url, found.canonical_url),
        "url": _address(found.canonical_url or c.url or c.requested_url, part),
        "title": title,
        "author": (found.author if is_main else None) or part.author,
        "published_on": published_on,
        "published_at": published_at,
        "published_basis": basis,
        "modified_on": found.modified_on if is_main else None,
        "modified_at": found.modified_at if is_main else None,
        "retrieved_at": c.retrieved_at,
        "is_correction": corrects is not None,
        "correction_quote": corrects,
        "correction_urls": corrections.addresses(corrects, found.links, c.url or c.requested_url) if corrects else [],
        "language_code": language,
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "signature": provenance.signature(body),
        "is_repaired": found.is_repaired,
        "has_mojibake": found.has_mojibake,
        "removed_lines": [{"rule_code": rule, "line_count": count} for rule, count in sorted(removed.items())],
    }
    given: Rows = {"records": [], "mentions": [], "rejections": []}
    cited = citations.rows(noted, row["article_id"], c.capture_id)
    state, reason = "has_records", None
    if language not in {"en", None}:
        state, reason = "unsupported_language", f"language: {language}"
    else:
        # The notes follow the body, so that its offsets are the whole text's.
        given = normalise.rows(extract(body, published_on, outlet), body, row)
        _credit(given["records"], body, noted.citations)
        if not given["records"]:
            state, reason = "no_posture", "no_mention" if not given["mentions"] else "all_rejected"
    row |= {
        "state_code": state,
        "reason": reason,
        "mention_count": len(given["mentions"]),
        "record_count": len(given["records"]),
        "rejection_count": len(given["rejections"]),
    }
    return {"articles": [row], "citations": cited, **given}


def _address(page: str, part: Segment) -> str:
    """The page's address, or that of an entry in it."""
    try:
        return urljoin(page, part.entry.url) if part.entry and part.entry.url else page
    except ValueError:
        return page


def _with_headline(text: str, title: str | None, heading: str | None = None) -> str:
    """The text below its headline: a headline states facts too, and trafilatura leaves it out more often than not.

    The headline as printed, worded otherwise than the title, is one already.
    """
    top = _key(text[:600])
    return f"{title}\n\n{text}" if title and not any(_key(x) in top for x in (title, heading) if x) else text


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _credit(records: Iterable[dict[str, Any]], text: str, citations: Sequence[footnotes.Citation]) -> None:
    """Give statements in the report's own voice the publishers that their footnotes cite (RECORDS.md §3)."""
    if not citations:
        return
    for r in records:
        if r["attribution"]:
            continue
        start, end = r["evidence_start"], r["evidence_end"]
        name = next((r[s]["name"] for s in ("destination", "origin", "place") if r[s] and r[s]["name"]), None)
        at = text.find(name, start, end) if name else -1
        publishers = footnotes.attribution(citations, start, end, at + len(name) if name and at >= 0 else None)
        if publishers:
            r["attribution"] = list(publishers)
            r["origin_source"] = publishers[-1]


def _published(c: Capture, found: Page, part: Segment, *, is_main: bool) -> tuple[Any, Any, str]:
    """Day, instant and what said so: the manifest, the page's metadata, the feed, the text; never a guess."""
    latest = c.retrieved_at.date()
    printed = part.dated_on if part.dated_on and part.dated_on <= latest else None
    if part.entry and part.entry.published_on:
        return part.entry.published_on, part.entry.published_at, "metadata"
    if not is_main:
        return (printed, None, "text") if printed else (None, None, "unknown")
    if c.listed_on and c.source_code == "inbox":
        return c.listed_on, c.listed_at, "manifest"
    if found.published_on and found.published_basis == "metadata":
        return found.published_on, found.published_at, "metadata"
    if c.listed_on:
        return c.listed_on, c.listed_at, "feed"
    if printed or found.published_on:
        return printed or found.published_on, None, "text"
    return None, None, "unknown"
