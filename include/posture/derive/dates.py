"""When a page was published and last changed: from its markup, and where that says nothing from what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import html as lxml_html

from . import head, printed, visible

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
#: Names that outlets make up: "sn-post-date", "article_publication_date".
_NAMED = re.compile(
    r"(?:^|[-_.:])(?:(?:post|publi\w{0,8}|article|story|page|content|news)[-_.:]?(?:date|time|day)|pub-?date"
    r"|date-?(?:time-?)?publi\w{0,6})$",
    re.I,
)
_PUBLISHED_CLASS = re.compile(r"publi|entry-date|posted|dateline|timestamp|post-date|article-date", re.I)
_UPDATED_CLASS = re.compile(r"updat|modif", re.I)
_EARLIEST = date(1994, 1, 1)
#: A page with more of them is a list.
_MOST_TIMES = 200


def published(
    tree: lxml_html.HtmlElement,
    meta: Mapping[str, str],
    article: Mapping[str, Any],
    page: Mapping[str, Any],
    times: Sequence[Any],
    latest: date,
    url: str | None,
) -> tuple[date | None, datetime | None, str]:
    """Day, instant, and what says so: metadata, text for a date seen in the page, or unknown.

    Args:
        tree: the whole page.
        meta: its meta elements by lower-case name.
        article: the JSON-LD object of its article.
        page: that of the page.
        times: its time elements.
        latest: the day of retrieval.
        url: the page's address.
    """
    on, at = first(
        [
            article.get("datePublished"),
            *(meta.get(n) for n in _DATE_NAMES),
            article.get("dateCreated"),
            *_marked(times),
            page.get("datePublished"),
            *(value for name, value in meta.items() if _NAMED.search(name)),
        ],
        latest,
    )
    if on is not None:
        return on, at, "metadata"
    # A day of grace: an outlet east of UTC dates its page tomorrow.
    on = visible.day(tree, _EARLIEST, latest + timedelta(days=1), url)
    return on, None, "text" if on else "unknown"


def modified(
    meta: Mapping[str, str], article: Mapping[str, Any], times: Sequence[Any], latest: date
) -> tuple[date | None, datetime | None]:
    """Day and instant of the last change that the page tells of."""
    return first(
        [article.get("dateModified"), *(meta.get(n) for n in _MODIFIED_NAMES), *_marked_changes(times)], latest
    )


def _marked(times: Sequence[Any]) -> Iterator[str | None]:
    """Times that the markup calls the publication's; a page's only one, too."""
    own = [n for n in times[:_MOST_TIMES] if not visible.is_outside(n)]
    for node in own:
        name = node.get("class") or ""
        if (
            "pubdate" in node.attrib
            or (node.get("itemprop") or "").lower() == "datepublished"
            or (_PUBLISHED_CLASS.search(name) and not _UPDATED_CLASS.search(name))
        ):
            yield node.get("datetime") or node.get("content")
    days = {(n.get("datetime") or "")[:10] for n in own if n.get("datetime")}
    if len(days) == 1:
        yield next(n.get("datetime") for n in own if n.get("datetime"))


def _marked_changes(times: Sequence[Any]) -> Iterator[str | None]:
    for node in times:
        if (node.get("itemprop") or "").lower() == "datemodified" or _UPDATED_CLASS.search(node.get("class") or ""):
            yield node.get("datetime") or node.get("content")


def first(values: Sequence[Any], latest: date) -> tuple[date | None, datetime | None]:
    """Day and instant of the first value that is a date of the web's time and not after `latest`."""
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
            iso = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", text)
            plain = f"{iso[1]}-{int(iso[2]):02}-{int(iso[3]):02}" if iso else text
            if plain != text:
                return _parsed(plain)
            if re.fullmatch(r"1\d{9}(?:\d{3})?", text):
                at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text[:10]))
                return at.date(), at
            seen = head.stamp(text)
            if seen and seen.on:
                return seen.on, None
            found = {on for on, _, _ in printed.days(text[:80], printed.months(""), None, date.max)}
            return (found.pop(), None) if len(found) == 1 else None
    if len(text) <= 10:
        return at.date(), None
    # A time without a zone says which day, not which instant.
    return at.date(), at.astimezone(UTC) if at.tzinfo else None
