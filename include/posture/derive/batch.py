"""One archived batch to the rows of the lake. Every document and article ends in a named state."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from ..model import LAKE_TABLES
from . import furniture, normalise, provenance
from .capture import Capture, Page, Unreadable
from .extract.engine import extract
from .pages import page
from .segment import Segment, segments

Rows = dict[str, list[dict[str, Any]]]
#: Shorter texts are no articles.
_LEAST_LETTERS = 40


def derive_batch(captures: Iterable[Capture]) -> dict[str, pa.Table]:
    """Tables of LAKE_TABLES from a batch's captures, sorted by key: the same input gives the same bytes."""
    rows: Rows = {t.name: [] for t in LAKE_TABLES}
    for capture in captures:
        for name, more in derive_document(capture).items():
            rows[name] += more
    return {t.name: t.table(rows[t.name]) for t in LAKE_TABLES}


def derive_document(capture: Capture) -> Rows:
    """Rows of one document: its own, its articles' and what they state."""
    rows: Rows = {t.name: [] for t in LAKE_TABLES}
    if capture.outcome != "new":
        state = "refused" if capture.outcome == "refused" else "fetch_failed"
        rows["documents"].append(_document(capture, state, "collect", capture.reason, 0))
        return rows
    try:
        found = page(capture)
    except Unreadable as error:
        reason = str(error)
        state = "no_text" if reason.startswith(("no_text", "not_html")) else "unreadable"
        rows["documents"].append(_document(capture, state, "clean", reason, 0))
        return rows
    parts = [s for s in segments(found.text, found.title or capture.listed_title) if len(s.text) >= _LEAST_LETTERS]
    if not parts:
        rows["documents"].append(_document(capture, "no_text", "segment", "no_text: less than 40 letters", 0))
        return rows
    for position, part in enumerate(parts):
        for name, more in _article(capture, found, part, position).items():
            rows[name] += more
    rows["documents"].append(_document(capture, "derived", "extract", None, len(parts)))
    return rows


def _document(c: Capture, state: str, stage: str, reason: str | None, articles: int) -> dict[str, Any]:
    return {
        "document_id": c.capture_id, "batch_code": c.batch_code, "source_code": c.source_code, "url": c.url, "requested_url": c.requested_url,
        "retrieved_at": c.retrieved_at, "media_type": c.media_type, "content_sha256": c.content_sha256, "byte_count": c.byte_count,
        "warc_path": c.warc_path, "warc_offset": c.warc_offset, "external_id": c.external_id, "state_code": state, "stage": stage,
        "reason": reason, "article_count": articles,
    }  # fmt: skip


def _article(c: Capture, found: Page, part: Segment, position: int) -> Rows:
    text, _ = furniture.strip(part.text)
    origin = provenance.origin(part.text, c.outlet or found.site)
    published_on, published_at, basis = _published(c, found, part, position)
    language = provenance.language(text)
    row: dict[str, Any] = {
        "article_id": normalise.digest(c.capture_id, position), "document_id": c.capture_id, "external_id": c.external_id,
        "batch_code": c.batch_code, "source_code": c.source_code, "position": position, "outlet": c.outlet or found.site, "origin": origin,
        "url": found.canonical_url or c.url or c.requested_url, "title": part.title, "author": found.author if position == 0 else None,
        "published_on": published_on, "published_at": published_at, "published_basis": basis, "retrieved_at": c.retrieved_at,
        "language_code": language, "text": text, "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "signature": provenance.signature(text), "is_repaired": found.is_repaired, "has_mojibake": found.has_mojibake,
    }  # fmt: skip
    made: Rows = {"records": [], "mentions": [], "rejections": []}
    state, reason = "has_records", None
    if language not in {"en", None}:
        state, reason = "unsupported_language", f"language: {language}"
    else:
        made = normalise.rows(extract(text, published_on, row["outlet"]), text, row)
        if not made["records"]:
            state, reason = "no_posture", "no_mention" if not made["mentions"] else "all_rejected"
    row |= {
        "state_code": state, "reason": reason, "mention_count": len(made["mentions"]), "record_count": len(made["records"]),
        "rejection_count": len(made["rejections"]),
    }  # fmt: skip
    return {"articles": [row], **made}


def _published(c: Capture, found: Page, part: Segment, position: int) -> tuple[Any, Any, str]:
    """Day, instant and what said so: the manifest, the page's metadata, the feed, the text; never a guess."""
    if position > 0:
        return (part.dated_on, None, "text") if part.dated_on else (None, None, "unknown")
    if c.listed_on and c.source_code == "inbox":
        return c.listed_on, c.listed_at, "manifest"
    if found.published_on:
        return found.published_on, found.published_at, found.published_basis
    if c.listed_on:
        return c.listed_on, c.listed_at, "feed"
    if part.dated_on and part.dated_on <= c.retrieved_at.date():
        return part.dated_on, None, "text"
    return None, None, "unknown"
