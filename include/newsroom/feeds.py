"""The listings: RSS 2.0, Atom and a Google news sitemap, and robots.txt. All as UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from .desk import Article
from .outlets import OUTLETS, Outlet
from .press import NOTICE

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def listing(outlet: Outlet, articles: Sequence[Article], base: str, changed: datetime) -> bytes:
    """The outlet's listing in its own format; `articles` are the outlet's, `changed` the newest time among them."""
    if outlet.format == "rss":
        return _xml(_rss(outlet, articles, base, changed))
    if outlet.format == "atom":
        return _xml(_atom(outlet, articles, base, changed))
    return _xml(_news_sitemap(outlet, articles, base))


def robots(base: str) -> bytes:
    """robots.txt: everything is open but the subscribers' pages and the search."""
    sitemaps = "".join(f"Sitemap: {base}{o.listing}\n" for o in OUTLETS.values() if o.format == "news_sitemap")
    text = f"# {NOTICE}\nUser-agent: *\nDisallow: /harbour-wire/subscribers/\nDisallow: /search\n\n{sitemaps}"
    return text.encode()


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _iso(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


def _rss(outlet: Outlet, articles: Sequence[Article], base: str, changed: datetime) -> ET.Element:
    root = ET.Element("rss", {"version": "2.0"})
    channel = _add(root, "channel")
    _add(channel, "title", outlet.name)
    _add(channel, "link", base + outlet.index)
    _add(channel, "description", f"{outlet.tagline} {NOTICE}")
    _add(channel, "language", "en")
    _add(channel, "lastBuildDate", format_datetime(changed, usegmt=True))
    for article in articles:
        item = _add(channel, "item")
        _add(item, "title", article.title)
        _add(item, "link", base + article.path)
        _add(item, "guid", f"{outlet.code}:{article.slug}", isPermaLink="false")
        _add(item, "description", article.summary)
        _add(item, "category", article.section)
        # Defence Brief's feed has no dates: there, only the page's visible text says when.
        if article.published is not None and outlet.code != "defence-brief":
            _add(item, "pubDate", format_datetime(article.published, usegmt=True))
    return root


def _atom(outlet: Outlet, articles: Sequence[Article], base: str, changed: datetime) -> ET.Element:
    root = ET.Element("feed", {"xmlns": _ATOM})
    _add(root, "title", outlet.name)
    _add(root, "subtitle", f"{outlet.tagline} {NOTICE}")
    _add(root, "id", f"tag:posture-ledger.example,2023:{outlet.code}")
    _add(root, "updated", _iso(changed))
    _add(root, "link", rel="alternate", type="text/html", href=base + outlet.index)
    _add(root, "link", rel="self", type="application/atom+xml", href=base + outlet.listing)
    for article in articles:
        entry = _add(root, "entry")
        _add(entry, "title", article.title)
        _add(entry, "id", f"tag:posture-ledger.example,2023:{outlet.code}:{article.slug}")
        # No type: feedparser takes only alternates of type text/html for the link, and the id in place of a PDF's.
        _add(entry, "link", rel="alternate", href=base + article.path)
        if article.published is not None:
            _add(entry, "published", _iso(article.published))
        _add(entry, "updated", _iso(article.changed or changed))
        _add(_add(entry, "author"), "name", article.byline or outlet.name)
        _add(entry, "summary", article.summary)
    return root


def _news_sitemap(outlet: Outlet, articles: Sequence[Article], base: str) -> ET.Element:
    root = ET.Element("urlset", {"xmlns": _SITEMAP, "xmlns:news": _NEWS})
    for article in articles:
        url = _add(root, "url")
        _add(url, "loc", base + article.path)
        if article.changed is not None:
            _add(url, "lastmod", _iso(article.changed))
        news = _add(url, "news:news")
        publication = _add(news, "news:publication")
        _add(publication, "news:name", outlet.name)
        _add(publication, "news:language", article.language)
        if article.published is not None:
            _add(news, "news:publication_date", _iso(article.published))
        _add(news, "news:title", article.title)
    return root
