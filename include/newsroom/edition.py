"""The whole site as data: path → page. The same articles and base URL give the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from . import feeds, pdf, press
from .desk import Article, load
from .outlets import OUTLETS

_HTML = "text/html; charset=utf-8"
_LISTINGS = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "news_sitemap": "application/xml; charset=utf-8",
}
_PHOTO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">'
    b'<rect width="640" height="360" fill="#8a8f98"/></svg>\n'
)


@dataclass(frozen=True)
class Page:
    """One answer of the site."""

    body: bytes
    media_type: str
    changed: datetime

    @property
    def etag(self) -> str:
        """Strong validator, in quotes as it stands in the header."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'


def build(base: str, articles: Sequence[Article] | None = None) -> dict[str, Page]:
    """Every page of the site by its path. `base` is the site's URL without a trailing slash.

    Raises:
        NewsroomError: an article file is wrong.
    """
    articles = load() if articles is None else articles
    newest = _newest(articles)
    pages = {
        "/": Page(press.root_page(base), _HTML, newest),
        "/robots.txt": Page(feeds.robots(base), "text/plain; charset=utf-8", newest),
        "/static/photo.svg": Page(_PHOTO, "image/svg+xml", newest),
    }
    for outlet in OUTLETS.values():
        own = [a for a in articles if a.outlet == outlet]
        changed = _newest(own)
        pages[outlet.index] = Page(press.front_page(outlet, own, base), _HTML, changed)
        pages[outlet.listing] = Page(feeds.listing(outlet, own, base, changed), _LISTINGS[outlet.format], changed)
    for article in articles:
        # A page without a date must not betray one in its headers either: it gets the newest of the site.
        changed = article.changed or newest
        if "pdf" in article.features:
            pages[article.path] = Page(pdf.report(article), "application/pdf", changed)
        else:
            pages[article.path] = Page(press.article_page(article, articles, base), _HTML, changed)
    return pages


def _newest(articles: Iterable[Article]) -> datetime:
    return max((a.changed for a in articles if a.changed), default=datetime(2025, 1, 1, tzinfo=UTC))
