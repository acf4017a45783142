"""Bytes of a document to a page's text: HTML, PDF or plain text."""

from __future__ import annotations

import io
import re
from datetime import date

from charset_normalizer import from_bytes
from lxml import etree
from lxml import html as lxml_html

from .capture import Capture, Page, Unreadable
from .metadata import metadata
from .mojibake import repair


def page(capture: Capture) -> Page:
    """The page's text with what it says of itself.

    Raises:
        Unreadable: no text can be had; the message says why.
    """
    kind = (capture.media_type or "").lower()
    if "pdf" in kind or capture.body[:5] == b"%PDF-":
        return _repaired(_pdf(capture.body))
    if "html" in kind or "xml" in kind or re.match(rb"\s*<(?:!doctype|html|head|body)", capture.body[:200], re.I):
        return _repaired(_html(capture))
    if kind.startswith("text/") or not kind:
        return _repaired(Page(_decode(capture.body, capture.charset)))
    raise Unreadable(f"media_type: {kind} is neither HTML, PDF nor text")


def _repaired(made: Page) -> Page:
    text, is_repaired, has_mojibake = repair(made.text)
    title = repair(made.title)[0] if made.title else None
    return Page(text.replace("\r\n", "\n").replace("\r", "\n"), title, made.author, made.published_on, made.published_at, made.published_basis,
                made.canonical_url, made.site, is_repaired, has_mojibake)  # fmt: skip


def _decode(body: bytes, charset: str | None) -> str:
    if body.startswith(b"\xef\xbb\xbf"):
        return body.decode("utf-8-sig", errors="replace")
    for name in ("utf-8", charset):
        if name:
            try:
                return body.decode(name)
            except (UnicodeDecodeError, LookupError):
                continue
    best = from_bytes(body[:200_000]).best()
    return body.decode(best.encoding if best else "utf-8", errors="replace")


#: lxml stops without a word at about 255 levels of nesting or a text node of 10 MB (libxml2's XML_PARSE_HUGE off).
_LONGEST_NODE = 10_000_000


def _html(capture: Capture) -> Page:
    import trafilatura
    from trafilatura.settings import use_config

    if b"<" not in capture.body[:100_000]:
        raise Unreadable("not_html: the body holds no tag")
    tree = trafilatura.load_html(capture.body)
    if tree is None:
        raise Unreadable("parse_failed: no tree could be made of the bytes")
    about = metadata(tree, _latest(capture))
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "120")
    text = trafilatura.extract(
        tree, fast=True, favor_recall=True, include_comments=False, include_tables=True, include_formatting=False,
        output_format="txt", with_metadata=False, config=config, date_extraction_params={"max_date": _latest(capture).isoformat()},
    )  # fmt: skip
    if not text or not text.strip():
        raise Unreadable("no_text: the page holds no article text")
    if about.title and about.title not in text[:400]:
        text = about.title + "\n\n" + text
    return Page(text, about.title, about.author, about.published_on, about.published_at, "metadata" if about.published_on else "unknown", about.canonical_url, about.site)


def _latest(capture: Capture) -> date:
    return capture.retrieved_at.date()


def _pdf(body: bytes) -> Page:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted: the PDF needs a password")
        pages = [p.extract_text() or "" for p in reader.pages[:400]]
        title = (reader.metadata or {}).get("/Title") if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, etree.Error) as error:
        raise Unreadable(f"pdf_broken: {type(error).__name__}: {error}") from error
    text = "\n".join(_without_margins(pages))
    if not text.strip():
        raise Unreadable("no_text_layer: the PDF holds pictures only")
    return Page(_reflow(text), str(title) if title else None)


def _without_margins(pages: list[str]) -> list[str]:
    """Pages without running headers and footers: first or last lines that recur on most pages, numbers set aside."""
    lines = [[x for x in p.split("\n") if x.strip()] for p in pages]
    counts: dict[str, int] = {}
    for page_lines in lines:
        for x in {re.sub(r"\d+", "#", y.strip()) for y in page_lines[:2] + page_lines[-2:]}:
            counts[x] = counts.get(x, 0) + 1
    often = {x for x, n in counts.items() if n >= max(2, 0.6 * len(pages))}
    kept = []
    for page_lines in lines:
        last = len(page_lines) - 1
        kept.append("\n".join(x for k, x in enumerate(page_lines) if not ((k < 2 or k > last - 2) and re.sub(r"\d+", "#", x.strip()) in often)))
    return kept


def _reflow(text: str) -> str:
    """Lines of a PDF joined into paragraphs; hyphenated line ends mended."""
    text = re.sub(r"([a-z])-\n([a-z])", r"\1\2", text)
    made: list[str] = []
    width = max((len(x) for x in text.split("\n")), default=0)
    for line in text.split("\n"):
        short = made and (len(made[-1].rsplit("\n", 1)[-1]) < 0.6 * width and re.search(r"[.!?:”\"]\d*$|^[^.]{3,80}$", made[-1].strip()))
        if made and line.strip() and not short and not re.match(r"^\s*(?:[•\-*]|\d{1,3}[.)]?\s)", line):
            made[-1] = made[-1].rstrip() + " " + line.strip()
        else:
            made.append(line)
    return "\n\n".join(x.strip() for x in made if x.strip())
