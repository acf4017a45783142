"""Title, author, date, canonical address and site of an HTML page: JSON-LD, OpenGraph, meta, then the visible date.

One pass over the parsed tree; trafilatura's own metadata pass costs half of its extraction again.
htmldate is asked only where the page's markup names no date, always bounded by the day of retrieval.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import htmldate
from lxml import html as lxml_html

from . import head

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "article:published",
    "publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "bt:pubdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "created",
    "datecreated",
    "article.created",
    "originalpublicationdate",
    "displaydate",
    "article:post_date",
    "published_at",
    "published_time_telegram",
)
_MODIFIED_NAMES = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dateupdated",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
)
_TITLE_NAMES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title", "headline")
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_PUBLISHED_CLASS = re.compile(r"publi|entry-date|posted|dateline|timestamp|post-date|article-date", re.I)
_UPDATED_CLASS = re.compile(r"updat|modif", re.I)
_EARLIEST = date(1994, 1, 1)


@dataclass(frozen=True)
class Metadata:
    """What the page says of itself; None where it says nothing. `basis`: metadata, or text for a date seen in it."""

    title: str | None = None
    author: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    basis: str = "unknown"
    modified_on: date | None = None
    modified_at: datetime | None = None
    canonical_url: str | None = None
    site: str | None = None


def metadata(tree: lxml_html.HtmlElement, latest: date, linked: Sequence[str] = ()) -> Metadata:
    """Read a page's metadata.

    Args:
        tree: the whole page.
        latest: the day of retrieval; no date after it is believed (but for a day, for the sake of time zones).
        linked: the page's JSON-LD scripts, where they are no longer in the tree.
    """
    meta: dict[str, str] = {}
    canonical = None
    heading: str | None = None
    times: list[Any] = []
    for node in tree.iter("meta", "link", "h1", "time", "title"):
        if node.tag == "meta":
            name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
            content = (node.get("content") or "").strip()
            if name and content:
                meta.setdefault(name, content)
        elif node.tag == "link":
            if canonical is None and (node.get("rel") or "").lower() == "canonical":
                canonical = (node.get("href") or "").strip() or None
        elif node.tag == "time":
            times.append(node)
        elif node.tag == "h1":
            heading = heading or _one_line(node.text_content())
        else:
            meta.setdefault("<title>", _one_line(node.text_content()) or "")
    items = list(_json_ld(linked)) or list(
        _json_ld(n.text or "" for n in tree.iter("script") if "ld+json" in (n.get("type") or ""))
    )
    article = next((i for i in items if _is_article(i)), {})
    page = next((i for i in items if i.get("@type") in {"WebPage", "ItemPage"}), {})
    site = _text((article.get("publisher") or {}).get("name")) if isinstance(article.get("publisher"), dict) else None
    site = site or meta.get("og:site_name")
    on, at = _when(
        [
            article.get("datePublished"),
            *(meta.get(n) for n in _DATE_NAMES),
            article.get("dateCreated"),
            *_marked(times),
            page.get("datePublished"),
        ],
        latest,
    )
    basis = "metadata"
    if on is None:
        on, basis = _visible(tree, times, latest), "text"
    changed_on, changed_at = _when(
        [article.get("dateModified"), *(meta.get(n) for n in _MODIFIED_NAMES), *_marked_changes(times)], latest
    )
    # Before the publication it is no change of what was published: a template's date, or the draft's.
    if changed_on and (on is None or changed_on < on):
        changed_on = changed_at = None
    author = _author(article) or next((meta[n] for n in _AUTHOR_NAMES if n in meta), None)
    return Metadata(
        _title(article, meta, heading, site),
        _one_line(author) if author and "://" not in author else None,
        on,
        at,
        basis if on else "unknown",
        changed_on,
        changed_at,
        canonical or meta.get("og:url"),
        site,
    )


def _one_line(text: str) -> str | None:
    return " ".join(html.unescape(text).split()) or None


def _text(value: object) -> str | None:
    return _one_line(value) if isinstance(value, str) else None


def _title(article: dict[str, Any], meta: dict[str, str], heading: str | None, site: str | None) -> str | None:
    named = [t for n in _TITLE_NAMES if n in meta and (t := _one_line(meta[n]))]
    whole = _without_site(meta.get("<title>") or "", site)
    for t in (_text(article.get("headline")), *(_without_site(t, site) for t in named)):
        if t:
            return t
    # The largest heading may be the site's name: the title bar tells.
    if heading and (not whole or _key(heading) in _key(meta.get("<title>") or "")):
        return heading
    return whole or heading


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


_SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s\|\s?")


def _without_site(title: str, site: str | None) -> str | None:
    """A title without the outlet's name behind (or before) a bar or dash."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1:
        if (
            site
            and _key(parts[-1]) == _key(site)
            or not site
            and "|" in title[len(parts[0]) :]
            and len(parts[-1].split()) <= 4
        ):
            cut = title.rindex(parts[-1])
            return _one_line(re.sub(r"[\s|»·•–—-]+$", "", title[:cut]))
        if site and _key(parts[0]) == _key(site):
            return _one_line(re.sub(r"^[\s|»·•–—-]+", "", title[len(parts[0]) :]))
    return _one_line(title)


def _json_ld(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        try:
            loaded = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        stack, seen = [loaded], 0
        while stack and seen < 500:
            item = stack.pop(0)
            seen += 1
            if isinstance(item, list):
                stack += item
            elif isinstance(item, dict):
                stack += [v for v in (item.get("@graph"), item.get("mainEntity")) if isinstance(v, list | dict)]
                yield item


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(_ARTICLE_TYPES.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _author(article: dict[str, Any]) -> str | None:
    author = article.get("author")
    names = [a.get("name") if isinstance(a, dict) else a for a in (author if isinstance(author, list) else [author])]
    return ", ".join(dict.fromkeys(n for n in names if isinstance(n, str) and n and "://" not in n)) or None


# ── dates ───────────────────────────────────────────────────────────────────────────────────────


def _marked(times: Sequence[Any]) -> Iterator[str | None]:
    """Times that the markup calls the publication's; a page's only one, too."""
    for node in times:
        if (
            "pubdate" in node.attrib
            or (node.get("itemprop") or "").lower() == "datepublished"
            or _PUBLISHED_CLASS.search(node.get("class") or "")
        ):
            yield node.get("datetime") or node.get("content")
    days = {(n.get("datetime") or "")[:10] for n in times if n.get("datetime")}
    if len(days) == 1:
        yield next(n.get("datetime") for n in times if n.get("datetime"))


def _marked_changes(times: Sequence[Any]) -> Iterator[str | None]:
    for node in times:
        if (node.get("itemprop") or "").lower() == "datemodified" or _UPDATED_CLASS.search(node.get("class") or ""):
            yield node.get("datetime") or node.get("content")


def _when(values: list[Any], latest: date) -> tuple[date | None, datetime | None]:
    for given in values:
        value = given[0] if isinstance(given, list) and given else given
        if not isinstance(value, str) or not value.strip():
            continue
        found = _parsed(value.strip())
        if found is None:
            continue
        on, at = found
        if _EARLIEST <= on <= latest + timedelta(days=1):
            return on, at
    return None, None


def _parsed(text: str) -> tuple[date, datetime | None] | None:
    try:
        at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        try:
            at = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            iso = re.match(r"\d{4}-\d{2}-\d{2}", text)
            if iso and len(text) > 10:
                return _parsed(iso.group())
            seen = head.stamp(text)
            return (seen.on, None) if seen and seen.on else None
    if len(text) <= 10:
        return at.date(), None
    # A time without a zone says which day, not which instant.
    return at.date(), at.astimezone(UTC) if at.tzinfo else None


def _visible(tree: lxml_html.HtmlElement, times: Sequence[Any], latest: date) -> date | None:
    on, _ = _when([n.get("datetime") for n in times], latest)
    if on is not None:
        return on
    try:
        found = htmldate.find_date(tree, extensive_search=False, original_date=True, max_date=latest.isoformat())
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError, KeyError):
        return None  # htmldate's own slips on odd pages: no date is better than a wrong one
    return date.fromisoformat(found) if found else None
