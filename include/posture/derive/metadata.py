"""Title, author, date, canonical address and site of an HTML page: JSON-LD, OpenGraph, meta, then the visible date.

One pass over the parsed tree; trafilatura's own metadata pass costs half of its extraction again.
The date that a reader sees is looked for only where the page's markup names none.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml import html as lxml_html

from . import dates
from .element import text_of

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog")
#: What is dated by itself though it stands on the page.
_PART_TYPES = re.compile(
    r"Comment|Object|Answer|Question|Product|Event|Offer|Person|^Review|AggregateRating|Episode|Clip"
)
#: In a script that is no JSON, for a comma too many.
_DATED = re.compile(r"\"(datePublished|dateModified)\"\s*:\s*\"([^\"]{8,40})\"")
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


@dataclass(frozen=True)
class Metadata:
    """What the page says of itself; None where it says nothing. `basis`: metadata, or text for a date seen in it.

    `heading` is the headline as printed, which may be worded otherwise than the title; `body` the article's text where
    JSON-LD has it, as HTML or plain.
    """

    title: str | None = None
    heading: str | None = None
    author: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    basis: str = "unknown"
    modified_on: date | None = None
    modified_at: datetime | None = None
    canonical_url: str | None = None
    site: str | None = None
    body: str | None = None


def metadata(tree: lxml_html.HtmlElement, latest: date, linked: Sequence[str] = (), url: str | None = None) -> Metadata:
    """Read a page's metadata.

    Args:
        tree: the whole page.
        latest: the day of retrieval; no date after it is believed (but for a day, for the sake of time zones).
        linked: the page's JSON-LD scripts, where they are no longer in the tree.
        url: the page's address, where it names none itself.
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
            heading = heading or _one_line(text_of(node))
        else:
            meta.setdefault("<title>", _one_line(text_of(node)) or "")
    items = list(json_ld(linked)) or list(
        json_ld(n.text or "" for n in tree.iter("script") if "ld+json" in (n.get("type") or ""))
    )
    article = next((i for i in items if _is_article(i)), {})
    page = next((i for i in items if i.get("datePublished") and not _PART_TYPES.search(str(i.get("@type")))), {})
    if not items:
        page = _broken(linked)
    site = _text((article.get("publisher") or {}).get("name")) if isinstance(article.get("publisher"), dict) else None
    site = site or meta.get("og:site_name")
    on, at, basis = dates.published(tree, meta, article, page, times, latest, canonical or meta.get("og:url") or url)
    changed_on, changed_at = dates.modified(meta, article, times, latest)
    # Before the publication it is no change of what was published: a template's date, or the draft's.
    if changed_on and (on is None or changed_on < on):
        changed_on = changed_at = None
    author = written_by(article) or next((meta[n] for n in _AUTHOR_NAMES if n in meta), None)
    return Metadata(
        _title(article, meta, heading, site),
        # A short one is as often the outlet's name or a section's.
        heading if heading and len(heading.split()) > 3 else None,
        _one_line(author) if author and "://" not in author else None,
        on,
        at,
        basis if on else "unknown",
        changed_on,
        changed_at,
        canonical or meta.get("og:url"),
        site,
        body if isinstance(body := article.get("articleBody"), str) else None,
    )


def _broken(scripts: Sequence[str]) -> dict[str, str]:
    """The first days in scripts that can't be parsed."""
    found: dict[str, str] = {}
    for script in scripts:
        for name, value in _DATED.findall(script):
            found.setdefault(name, value)
    return found


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


def json_ld(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD scripts, those of a graph one by one; a broken script has none."""
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


def written_by(article: Mapping[str, Any]) -> str | None:
    """The authors that a JSON-LD object names."""
    author = article.get("author")
    names = [a.get("name") if isinstance(a, dict) else a for a in (author if isinstance(author, list) else [author])]
    return ", ".join(dict.fromkeys(n for n in names if isinstance(n, str) and n and "://" not in n)) or None
