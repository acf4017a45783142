"""Entries of a live blog or digest, and further articles of a page, found by its markup: JSON-LD or repeated elements.

A split is made on evidence that an ordinary article with sub-headings lacks: a declared list of updates; elements
of one parent that each hold a time of their own and a text; several `<article>`s with a headline and paragraphs each.
Teasers (a linked headline with a short text), comments and what stands in navigation are none of these.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from . import clocks, dates
from .capture import Entry
from .element import text_of
from .metadata import written_by

#: Letters in paragraphs: of an update, of an article, and above which a linked headline stands over more than a teaser.
_LEAST_UPDATE = 60
_LEAST_ARTICLE = 300
_TEASER = 700
_MOST_ENTRIES = 1_000
#: Bounds that no page of news comes near, and that keep the work linear in a page's length, however deep it is nested.
_MOST_PARAGRAPHS = 300
_MOST_TIMES = 5_000
_MOST_ABOVE = 30
#: Digests and live blogs are of days, timelines within an article of years.
_WINDOW = timedelta(days=31)
_BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote pre tr figcaption dd dt".split())
_CONTAINERS = frozenset("div section article li".split())
_HEADINGS = ("h1", "h2", "h3", "h4")
_SKIPPED = frozenset("nav aside footer form button script style time header".split())
_OUTSIDE = frozenset("nav aside footer form".split())
_STRANGE = re.compile(
    r"comment|repl(?:y|ies)|respond|disqus|teaser|related|recommend|promo|sidebar|widget|card|most-read|newsletter|carousel"
    r"|trending|more-stor|read-?next|menu",
    re.I,
)
_STRANGE_LIST = re.compile(r"comment|related|sidebar|recommend", re.I)
_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def find(
    tree: lxml_html.HtmlElement,
    items: Iterable[Mapping[str, Any]],
    latest: date,
    title: str | None,
    *,
    on: date | None = None,
    has_microdata: bool = True,
    has_clocks: bool = True,
) -> list[Entry]:
    """A page's entries in the order of the page, the page's own article excepted; [] for an ordinary page.

    Elements that became entries are taken out of the tree, so that what is left is the page's own text.

    Args:
        tree: the whole page.
        items: its JSON-LD objects.
        latest: the day of retrieval.
        title: the page's headline.
        on: the day of the page, which entries have that only tell a clock time.
        has_clocks: whether its text may hold several clock times.
        has_microdata: whether any element may call itself an update.
    """
    declared = _declared(tree, items, latest)
    if declared:
        return declared
    for elements in itertools.chain(_microdata(tree) if has_microdata else (), _timed(tree, latest), _articles(tree)):
        kept = [e for e in elements if title is None or _heading_key(e) != _key(title)]
        if len(elements) < 2 or not kept:
            continue
        return _taken(kept[:_MOST_ENTRIES], latest)
    for told in clocks.groups(tree) if has_clocks else ():
        kept = [e for e in told if e.tag in _CONTAINERS and _letters(e) >= _LEAST_UPDATE and not _is_strange(e)]
        if clocks.is_run(told[e] for e in kept) and not any(map(_is_teaser, kept)):
            is_dated = clocks.is_one_day(told[e] for e in kept)
            return [
                replace(e, text=_without_clock(e.text), published_on=e.published_on or (on if is_dated else None))
                for e in _taken(kept[:_MOST_ENTRIES], latest)
            ]
    return []


def _taken(elements: list[Any], latest: date) -> list[Entry]:
    made = [_entry(e, latest) for e in elements]
    for e in elements:
        e.drop_tree()
    return [e for e in made if e.text]


def _without_clock(text: str) -> str:
    return "\n".join(x for x in text.split("\n") if clocks.minutes(x) is None)


def remainder(text: str, entries: Iterable[Entry]) -> str:
    """The lines of a page's text that stand in none of its entries."""
    taken = {_key(line) for e in entries for line in (*e.text.split("\n"), e.title or "")}
    return "\n".join(line for line in text.split("\n") if not _key(line) or _key(line) not in taken).strip()


# ── declared in JSON-LD ─────────────────────────────────────────────────────────────────────────


def _declared(tree: lxml_html.HtmlElement, items: Iterable[Mapping[str, Any]], latest: date) -> list[Entry]:
    for item in items:
        updates = item.get("liveBlogUpdate") or _listed(item)
        if isinstance(updates, list):
            given = [u for u in updates if isinstance(u, dict)]
            named: dict[str, Any] = {}
            if any(not isinstance(u.get("articleBody"), str) for u in given):
                for node in tree.iter():
                    named.setdefault(node.get("id") or "", node)
            made = [e for u in given if (e := _update(named, u, latest))]
            if len(made) > 1:
                return made
    return []


def _listed(item: Mapping[str, Any]) -> list[Any] | None:
    """Articles of an ItemList that hold their text: a digest. A list of links or of things is none."""
    if item.get("@type") != "ItemList" or not isinstance(item.get("itemListElement"), list):
        return None
    inner = [x.get("item", x) if isinstance(x, dict) else x for x in item["itemListElement"]]
    return [x for x in inner if isinstance(x, dict) and "Article" in str(x.get("@type")) and x.get("articleBody")]


def _update(named: Mapping[str, Any], given: Mapping[str, Any], latest: date) -> Entry | None:
    url = next((v for k in ("url", "@id", "mainEntityOfPage") if isinstance(v := given.get(k), str)), None)
    title = given.get("headline") if isinstance(given.get("headline"), str) else None
    body = given.get("articleBody")
    text = plain(body) if isinstance(body, str) else ""
    if not text and url and "#" in url:
        found = named.get(url.rpartition("#")[2] or "#")
        text = "\n".join(_lines(found)) if found is not None else ""
    if len(text) < _LEAST_UPDATE:
        return None
    on, at = dates.first([given.get("datePublished"), given.get("dateCreated")], latest)
    return Entry(text, " ".join(title.split()) if title else None, written_by(given), on, at, url)


def plain(body: str) -> str:
    """The text of a JSON-LD `articleBody`, which may be HTML, with a line a paragraph."""
    body = html.unescape(body) if "&lt;" in body else body
    if re.search(r"<(?:p|br|div|li|a|b|i|strong|em)\b", body):
        try:
            return "\n".join(_lines(lxml_html.fragment_fromstring(body, create_parent="div")))
        except (etree.Error, ValueError):
            return body
    return "\n".join(" ".join(x.split()) for x in body.split("\n") if x.strip())


# ── repeated elements ───────────────────────────────────────────────────────────────────────────


def _microdata(tree: lxml_html.HtmlElement) -> Iterator[list[Any]]:
    yield [e for e in tree.xpath("//*[@itemprop='liveBlogUpdate']") if _letters(e) >= _LEAST_UPDATE]


def _timed(tree: lxml_html.HtmlElement, latest: date) -> Iterator[list[Any]]:
    """Groups of children of one parent, each with a time of its own and a text: first the largest."""
    groups: dict[Any, dict[Any, str]] = {}
    nodes = list(itertools.islice(tree.iter("time"), _MOST_TIMES + 1))
    for node in nodes if len(nodes) <= _MOST_TIMES else ():
        when = node.get("datetime") or ""
        child = node
        for _ in range(6):
            parent = child.getparent()
            if parent is None or not when:
                break
            groups.setdefault(parent, {}).setdefault(child, when)
            child = parent
    for _, found in sorted(groups.items(), key=lambda g: -len(g[1])):
        kept = {e: t for e, t in found.items() if not _is_strange(e) and _letters(e) >= _LEAST_UPDATE}
        if len(kept) >= 2 and (_is_live(kept, latest) or _is_digest(kept, latest)):
            yield list(kept)


def _is_live(found: Mapping[Any, str], latest: date) -> bool:
    """At least three updates, each with its clock, told forwards or backwards, of a few days."""
    told = [dates.first([t], latest) for t in found.values() if _CLOCK.match(t)]
    days = [on for on, _ in told if on]
    ordered = [t[:16] for t in found.values()]
    return (
        len(days) == len(found) >= 3
        and len(set(ordered)) > len(ordered) / 2
        and (ordered == sorted(ordered) or ordered == sorted(ordered, reverse=True))
        and max(days) - min(days) <= _WINDOW
        and not any(_is_teaser(e) for e in found)
    )


def _is_digest(found: Mapping[Any, str], latest: date) -> bool:
    """Each with a headline, a date and paragraphs of its own, of one month: articles, not the stages of a history."""
    days = [dates.first([t], latest)[0] for t in found.values()]
    return (
        all(days)
        and max(d for d in days if d) - min(d for d in days if d) <= _WINDOW
        and all(_heading_key(e) and _letters(e) >= _LEAST_ARTICLE and not _is_teaser(e) for e in found)
        and len({_heading_key(e) for e in found}) == len(found)
    )


def _articles(tree: lxml_html.HtmlElement) -> Iterator[list[Any]]:
    every = list(tree.iter("article"))
    found = [
        e
        for e in (every if len(every) > 1 else ())
        if next(e.iterancestors("article"), None) is None
        and not _is_strange(e)
        and next(e.iter(*_HEADINGS), None) is not None
        and _letters(e) >= _LEAST_ARTICLE
        and sum(len(text_of(p)) > 60 for p in e.iter("p")) >= 2
        and not _is_teaser(e)
    ]
    if len({_heading_key(e) for e in found}) == len(found):
        yield found


def _is_strange(element: Any) -> bool:
    """A comment, a teaser, a part of the navigation, by its own or an ancestor's name."""
    if _STRANGE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return True
    above = list(itertools.islice(element.iterancestors(), _MOST_ABOVE))
    if any(a.tag in _OUTSIDE for a in above):
        return True
    return any(_STRANGE_LIST.search(f"{a.get('class') or ''} {a.get('id') or ''}") for a in above[:4])


def _is_teaser(element: Any) -> bool:
    """A headline that links to another page, over a short text."""
    heading = next(element.iter(*_HEADINGS), None)
    if heading is None or _letters(element) >= _TEASER:
        return False
    links = [*heading.iter("a"), *(a for a in heading.iterancestors("a"))]
    return any((a.get("href") or "#")[0] != "#" for a in links)


def _letters(element: Any) -> int:
    """Letters in paragraphs that are no links, counted no further than any rule asks."""
    total = 0
    for p in itertools.islice(element.iter("p"), _MOST_PARAGRAPHS):
        linked = sum(len(text_of(a)) for a in p.iter("a"))
        total += max(0, len(" ".join(text_of(p).split())) - linked)
        if total >= _TEASER:
            break
    return total


def _heading_key(element: Any) -> str:
    heading = next(element.iter(*_HEADINGS), None)
    return _key(text_of(heading)) if heading is not None else ""


def _entry(element: Any, latest: date) -> Entry:
    heading = next(element.iter(*_HEADINGS), None)
    title = " ".join(text_of(heading).split()) if heading is not None else None
    on, at = dates.first([n.get("datetime") for n in element.iter("time")], latest)
    anchor = element.get("id") or next((a.get("id") for a in element.iter("a") if a.get("id")), None)
    author = next((text_of(n) for n in element.xpath(".//*[@itemprop='author' or @rel='author']")), None)
    lines = list(_lines(element))
    if title and lines and _key(lines[0]) != _key(title):
        lines = [title, *(x for x in lines if _key(x) != _key(title))]
    return Entry(
        "\n".join(lines), title or None, " ".join(author.split()) if author else None, on, at, anchor and f"#{anchor}"
    )


def _lines(element: Any) -> Iterator[str]:
    """Paragraphs, headings, items and rows in their order, one line each; a text without any as it stands."""
    seen = False
    for node in element.iter(*_BLOCKS):
        if node is element:
            continue
        inside = itertools.takewhile(lambda a: a is not element, node.iterancestors())
        if any(a.tag in _BLOCKS or a.tag in _SKIPPED for a in inside):
            continue
        cells = [" ".join(text_of(c).split()) for c in node] if node.tag == "tr" else []
        line = " | ".join(c for c in cells if c) or " ".join(text_of(node).split())
        if line:
            seen = True
            yield line
    if not seen:
        yield from (" ".join(x.split()) for x in text_of(element).split("\n") if x.strip())


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()
