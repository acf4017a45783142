"""Title, author, date, canonical address and site of an HTML page: JSON-LD, OpenGraph, meta, then the visible date.

One pass over the parsed tree; trafilatura's own metadata pass costs half of its extraction again.
htmldate is asked only where the page's markup names no date, always bounded by the day of retrieval.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import htmldate
from lxml import html as lxml_html

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|WebPage$")
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
)  # fmt: skip


@dataclass(frozen=True)
class Metadata:
    """What the page says of itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    canonical_url: str | None = None
    site: str | None = None


def metadata(tree: lxml_html.HtmlElement, latest: date) -> Metadata:
    """Read a page's metadata; `latest` is the day of retrieval, no date after it is believed."""
    meta = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if name and node.get("content"):
            meta.setdefault(name, node.get("content").strip())
    linked = next((d for d in _json_ld(tree)), {})
    canonical = next((n.get("href") for n in tree.iter("link") if (n.get("rel") or "").lower() == "canonical"), None) or meta.get("og:url")
    heading = next((h.text_content().strip() for h in tree.iter("h1") if h.text_content().strip()), None)
    title = _text(linked.get("headline")) or meta.get("og:title") or heading or next((t.text_content().strip() for t in tree.iter("title")), None)
    on, at = _when([linked.get("datePublished"), *(meta.get(n) for n in _DATE_NAMES), *_times(tree)], latest)
    if on is None:
        on = _visible(tree, latest)
    return Metadata(title, _author(linked) or meta.get("author") or meta.get("article:author"), on, at, canonical, _text((linked.get("publisher") or {}).get("name") if isinstance(linked.get("publisher"), dict) else None) or meta.get("og:site_name"))


def _json_ld(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or ""):
            continue
        try:
            loaded = json.loads(node.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        stack = [loaded]
        while stack:
            item = stack.pop(0)
            if isinstance(item, list):
                stack += item
            elif isinstance(item, dict):
                stack += [v for v in (item.get("@graph"),) if v]
                kinds = item.get("@type")
                if any(_ARTICLE_TYPES.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
                    yield item


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _author(linked: dict[str, Any]) -> str | None:
    author = linked.get("author")
    names = [a.get("name") if isinstance(a, dict) else a for a in (author if isinstance(author, list) else [author])]
    return ", ".join(n for n in names if isinstance(n, str) and n) or None


def _times(tree: lxml_html.HtmlElement) -> Iterator[str | None]:
    for node in tree.iter("time"):
        yield node.get("datetime")


def _when(values: list[Any], latest: date) -> tuple[date | None, datetime | None]:
    for value in values:
        if not isinstance(value, str):
            continue
        text = value.strip().replace("Z", "+00:00")
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            continue
        if len(text) <= 10:
            if at.date() <= latest:
                return at.date(), None
            continue
        aware = at if at.tzinfo else at.replace(tzinfo=UTC)
        if aware.date() <= latest:
            return at.date(), aware.astimezone(UTC)
    return None, None


def _visible(tree: lxml_html.HtmlElement, latest: date) -> date | None:
    try:
        found = htmldate.find_date(tree, extensive_search=False, original_date=True, max_date=latest.isoformat())
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None  # htmldate's own slips on odd pages: no date is better than a wrong one
    return date.fromisoformat(found) if found else None
