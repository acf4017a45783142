"""Bytes of a document to a page's text: HTML, PDF or plain text."""

from __future__ import annotations

import re
from dataclasses import replace

from .capture import Capture, Page, Unreadable
from .decode import decode
from .mojibake import repair
from .wrapped import unwrap

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta)", re.I)
#: Bytes that no text holds: an archive, a picture, a film under a text's name.
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"\x00\x00\x00",
    b"7z\xbc\xaf",
    b"BZh",
    b"Rar!",
)


def page(capture: Capture) -> Page:
    """The page's text with what it says of itself. What the bytes are counts more than what the header says.

    Raises:
        Unreadable: no text can be had; the message says why.
    """
    kind, body = (capture.media_type or "").lower(), capture.body
    if not body[:4096].strip() and not body.strip():
        raise Unreadable("no_text: the body is empty")
    if body.startswith(_BINARY):
        raise Unreadable(f"media_type: the bytes are no text, though declared as {kind or 'nothing'}")
    if b"%PDF-" in body[:1024]:
        from . import pdf  # each kind brings libraries that the others don't wait for

        return _repaired(pdf.read(body))
    if "html" in kind or "xml" in kind or _HTML.match(body[:400]):
        from . import markup

        made = markup.read(decode(body, capture.charset), capture.retrieved_at.date(), capture.url)
        return _repaired(replace(made, marked=unwrap(made.marked)))  # <pre>, or <br> at the end of each line
    if "pdf" in kind:
        raise Unreadable("pdf_broken: the bytes do not begin as a PDF")
    if kind.startswith("text/") or not kind:
        return _repaired(Page(unwrap(decode(body, capture.charset))))
    raise Unreadable(f"media_type: {kind} is neither HTML, PDF nor text")


def _repaired(made: Page) -> Page:
    text, is_repaired, has_mojibake = repair(made.marked)
    title = repair(made.title)[0] if made.title else None
    heading = repair(made.heading)[0] if made.heading else None
    author = repair(made.author)[0] if made.author else None
    entries = tuple(
        replace(e, text=repair(e.text)[0], title=repair(e.title)[0] if e.title else None) for e in made.entries
    )
    return replace(
        made,
        entries=entries,
        marked=text,
        title=title,
        heading=heading,
        author=author,
        is_repaired=is_repaired,
        has_mojibake=has_mojibake,
    )
