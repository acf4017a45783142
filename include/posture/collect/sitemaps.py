"""News sitemaps and indexes of sitemaps, read by expat through defusedxml.

Elements are dropped as soon as they are read, so memory depends on what is kept, not on what comes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ..errors import FetchError
from . import dates
from .bodies import gunzip
from .listing import MAX_ENTRIES, MAX_URL, Listing, entry, plain

#: By the sitemap standard: 50,000 addresses and 50 MB.
MAX_URLS = 50_000
MAX_BYTES = 50 * 1024 * 1024
#: Sitemaps read of one index in one run, the latest changed first.
MAX_SITEMAPS = 20
#: A news sitemap nests four deep.
_MAX_DEPTH = 12
_MAX_FIELDS = 200


def read(body: bytes, url: str) -> Listing:
    """The entries of a news sitemap, or the sitemaps of an index; gzipped ones are unpacked.

    Raises:
        FetchError: `feed_unreadable`, `feed_too_large` or `feed_entities`.
    """
    if body.startswith(b"\x1f\x8b"):
        body = gunzip([body], MAX_BYTES)
    if len(body) > MAX_BYTES:
        raise FetchError(
            f"the sitemap is larger than {MAX_BYTES} bytes", reason="feed_too_large", stage="feeds", where=url
        )
    try:
        root, items, beyond = _items(body)
    except DefusedXmlException as error:
        raise FetchError(
            "the sitemap declares a document type or entities, as attacks do",
            reason="feed_entities",
            stage="feeds",
            where=url,
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        # LookupError: an encoding that Python does not know.
        raise FetchError(
            "the sitemap is not well-formed XML", reason="feed_unreadable", stage="feeds", where=url
        ) from error
    if root == "sitemapindex":
        return _index(items, url)
    if root != "urlset":
        raise FetchError(
            f"what came is no sitemap but <{root[:40]}>", reason="feed_unreadable", stage="feeds", where=url
        )
    return _urlset(items, beyond, url)


def _items(body: bytes) -> tuple[str, list[dict[str, str]], int]:
    """Root element; for each child of it its text fields by local name; and how many more there are."""
    items: list[dict[str, str]] = []
    open_elements: list[Any] = []
    fields: dict[str, str] = {}
    root = ""
    beyond = 0
    for event, element in _events(body):
        if event == "start":
            open_elements.append(element)
            if len(open_elements) > _MAX_DEPTH:
                raise ValueError("nested too deep")
            root = root or _local(element)
            continue
        open_elements.pop()
        depth = len(open_elements)
        if depth >= 2 and (text := (element.text or "").strip()) and len(fields) < _MAX_FIELDS:
            fields.setdefault(_local(element), text[: MAX_URL + 1])
        if depth == 1:
            if len(items) < MAX_URLS:
                items.append(fields)
            else:
                beyond += 1
            fields = {}
        if open_elements:
            open_elements[-1].remove(element)
    return root, items, beyond


def _events(body: bytes) -> Iterator[tuple[str, Any]]:
    yield from iterparse(io.BytesIO(body), events=("start", "end"), forbid_dtd=True)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _index(items: list[dict[str, str]], url: str) -> Listing:
    host = _host(url)
    located = [(item["loc"], dates.read(item.get("lastmod"))) for item in items if item.get("loc")]
    # An index may speak for its own host only.
    own = [(loc, when) for loc, when in located if _host(loc) == host]
    own.sort(key=lambda pair: (pair[1].on or dates.EARLIEST, pair[1].at.timestamp() if pair[1].at else 0), reverse=True)
    notes = []
    if foreign := len(located) - len(own):
        notes.append(f"{foreign} sitemaps on other hosts were left out")
    if len(own) > MAX_SITEMAPS:
        notes.append(f"{len(own) - MAX_SITEMAPS} older sitemaps of the index were left out")
    return Listing(sitemaps=tuple(dict.fromkeys(loc for loc, _ in own[:MAX_SITEMAPS])), notes=tuple(notes))


def _urlset(items: list[dict[str, str]], beyond: int, url: str) -> Listing:
    notes = []
    entries = []
    unusable = unreadable = 0
    for item in items:
        loc = item.get("loc", "")
        if not loc or len(loc) > MAX_URL:
            unusable += 1
            continue
        modified = dates.read(item.get("lastmod"))
        listed = dates.read(item.get("publication_date"))
        if listed.on is None:
            unreadable += bool(item.get("publication_date"))
            listed = modified
        entries.append(entry(loc, url, plain(item.get("title"), is_markup=False), listed, modified))
    dropped = beyond
    if len(entries) > MAX_ENTRIES:
        dropped += len(entries) - MAX_ENTRIES
        entries.sort(key=lambda one: one.listed_on or dates.EARLIEST, reverse=True)
        entries = entries[:MAX_ENTRIES]
    if not items:
        notes.append("the sitemap lists nothing")
    if dropped:
        notes.append(f"{dropped} older entries of the sitemap were left out")
    if unusable:
        notes.append(f"{unusable} entries without a usable address were left out")
    if unreadable:
        notes.append(f"{unreadable} entries have a date that could not be read")
    return Listing(entries=tuple(entries), notes=tuple(notes))
