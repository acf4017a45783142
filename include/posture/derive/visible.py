"""The date that a reader sees: every short text and time element that holds a day, weighed by where and how it stands.

A wrong day is worse than none. So a day counts only where its own words (“Published …”), its element's name, or its
place below the headline say that it is the article's; days in navigation, lists of other articles and quoted posts are
nobody's. In a number like 4/8/2025 the page's language and host say which is the month.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lxml import html as lxml_html

from . import head, printed

#: Longer texts are sentences, and a day in them is that of an event.
_LONGEST = 140
#: Texts with digits that are looked at; a page of tables has tens of thousands.
_MOST = 1_500
_LEAST_SCORE = 3
_DIGIT = re.compile(r"\d")
_HOLDERS = (
    "h1 time p span div li td dd em i b strong small a font h2 h3 h4 h5 h6 label section header abbr ul address"
).split()
_OUTSIDE_TAGS = frozenset("nav aside footer form select button script style noscript table".split())
_OUTSIDE = re.compile(
    r"related|recommend|comment|teaser|rss|sidebar|most[-_ ]?(?:read|popular)|trending|tweet|twitter-|embed"
    # A builder of pages calls every element of an article a widget of its own.
    r"|(?<!elementor-)widget|promo|carousel|crumb|footer|menu|copyright|archive-list|latest|more-from|also"
    r"|(?:^|[-_ ])nav(?:[-_ ]|$)|caption",
    re.I,
)
_DATED_NAME = re.compile(
    r"publi|post(?:ed)?[-_ ]?(?:on|date|meta|info)|date|time|byline|stamp|meta|created|author|info", re.I
)
#: Who wrote it may stand in one line with the day.
_BY = re.compile(
    r"\b(?:by|von|par|por|di|text|текст|author|автор)\b:? *[^|·•–—/\d]{3,60}?(?= - |[|·•–—/\d]|$)|@\w+", re.I
)
_PUBLISHED_NAME = re.compile(r"publi|entry-date|posted|post-date|article-?date|article__date|date-?published", re.I)
_UPDATED_NAME = re.compile(r"updat|modif|edited", re.I)
_PUBLISHED = re.compile(
    r"\b(?:first |originally )?(?:publish(?:ed)?|posted|written|original|date|issued|created|released|veröffentlicht"
    r"|publi[éeè]"
    r"|publiziert|erschienen|publicad[oa]|publicat|publicerad|publisert|udgivet|opublikowan\w+|zveřejněno"
    r"|pubblicato|gepubliceerd|yayın\w*)\b|опубликован|نشر",
    re.I,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|last (?:change|edit)\w*|edited|revised|aktualisiert|actualizado|mis à jour|aggiornato"
    r"|güncelle\w*|accessed|retrieved)\b|обновлен",
    re.I,
)
#: Text that may stand beside a date in its line: clocks, zones, weekdays, labels, a byline.
_BESIDE = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?|\b\d{4}\b(?= ?(?:gmt|utc))|\b(?:[ap]\.?m\.?|gmt|utc|hrs?|[a-z]{2,4}t|ist|hkt|at"
    r"|on|by|um|uhr|à|a|il|le|the|in|local time|min read|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\bnews\b|[^\w]",
    re.I,
)
_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$|\.)"),
    re.compile(r"[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_-]|\d{6,}|$|\.)"),
    re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d{1,2})(?=/|$)", re.I),
)


@dataclass(frozen=True)
class _Seen:
    """A day on the page: how strongly it is the publication's, and whether it is that of a change."""

    on: date
    score: int
    place: int
    is_change: bool


def of_address(url: str | None) -> date | None:
    """The day that an address holds ("/2025/08/04/"), or None; a month alone says no day."""
    path = printed.split(url)[1]
    for pattern in _IN_ADDRESS:
        for m in pattern.finditer(path):
            month = int(m[2]) if m[2].isdigit() else printed.months("en")[m[2].lower()]
            if found := printed.day(int(m[1]), month, int(m[3])):
                return found
    return None


def day(tree: lxml_html.HtmlElement, earliest: date, latest: date, url: str | None = None) -> date | None:
    """The day on which a reader would say that the page was published; None where nothing shows it.

    Args:
        tree: the whole page.
        earliest: days before it are none of the web's.
        latest: days after it have not come.
        url: the page's address, whose day weighs more than what is seen, and whose host tells the order of numbers.
    """
    address = of_address(url)
    seen = [s for s in _candidates(tree, printed.is_month_first(tree, url), latest) if earliest <= s.on <= latest]
    published = [s for s in seen if s.score >= _LEAST_SCORE and not s.is_change]
    if address and earliest <= address <= latest:
        near = [s for s in published if abs((s.on - address).days) <= 1]
        return max(near, key=lambda s: (s.score, -s.place)).on if near else address
    if published:
        return max(published, key=lambda s: (s.score, -s.place)).on
    changed = [s for s in seen if s.score >= _LEAST_SCORE]
    # Only a change is dated: the earliest change told is nearest to the publication.
    return min(s.on for s in changed) if changed else None


def is_outside(node: Any) -> bool:
    """Whether an element stands in navigation, a list of other articles, a comment or a quoted post."""
    above = [node, *itertools.islice(node.iterancestors(), 6)]
    inside = itertools.takewhile(lambda a: next(a.iter("h1"), None) is None, above)
    return any(a.tag in _OUTSIDE_TAGS or _OUTSIDE.search(f"{a.get('class') or ''} {a.get('id') or ''}") for a in inside)


def _candidates(tree: lxml_html.HtmlElement, month_first: bool | None, latest: date) -> Iterator[_Seen]:
    months = printed.months((tree.get("lang") or "").replace("_", "-").split("-")[0].lower())
    texts = list(_texts(tree))
    headings = [n for n, (_, node) in enumerate(texts) if node.tag == "h1"]
    around = {a for n in headings for a in texts[n][1].iterancestors()}
    found = [
        (n, text, node, read)
        for n, (text, node) in enumerate(texts)
        for read in printed.days(text, months, month_first, latest)
    ]
    alike = Counter((node.tag, node.get("class")) for node in {node: None for _, _, node, _ in found})
    for n, text, node, read in found:
        nearest = min((n - h for h in headings), key=lambda d: (abs(d) > 3, d < 0, abs(d)), default=None)
        seen = _weighed(text, node, read, n, nearest, around)
        if seen:
            # Three of a kind are the items of a list, but for the one right below the headline.
            is_item = bool(node.get("class")) and alike[(node.tag, node.get("class"))] > 2
            is_item = is_item and (nearest is None or not 0 < nearest <= 2)
            yield replace(seen, score=seen.score - 4) if is_item else seen


def _texts(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, Any]]:
    """Short texts with a digit, and headlines, in the order of the page; a line cut into spans as one."""
    count = 0
    taken: set[Any] = set()
    for node in tree.iter(*_HOLDERS):
        if node.tag == "h1":
            yield "", node
            continue
        if node.tag == "time" and count < _MOST and (given := node.get("datetime")):
            count += 1
            yield given[:40], node
        own = " ".join(x for x in (node.text, *(c.tail for c in node)) if x)
        if count >= _MOST or len(own) > 400 or not _DIGIT.search(own) or node in taken:
            continue
        # Day, month and year may each be an element of its own.
        line, whole = node, " ".join(own.split())
        if len(whole) < 30 and not any(pattern.search(whole) for _, pattern in printed.FORMS):
            for up in (node, node.getparent()):
                if up is None or len(up) > 12:
                    break
                joined = " ".join(" ".join(up.itertext()).split())
                if len(joined) <= _LONGEST:
                    line, whole = up, joined
        if len(whole) <= _LONGEST:
            count += 1
            taken.update(line.iter())
            yield whole, line


def _weighed(
    text: str, node: Any, read: tuple[date, int, int], n: int, since: int | None, around: set[Any]
) -> _Seen | None:
    on, start, end = read
    # What holds the headline, too, is the article, whatever its name.
    above = [node, *itertools.takewhile(lambda a: a not in around, itertools.islice(node.iterancestors(), 12))]
    names = [f"{a.get('class') or ''} {a.get('id') or ''} {a.get('itemprop') or ''}" for a in above]
    if any(a.tag in _OUTSIDE_TAGS for a in above) or any(_OUTSIDE.search(x) for x in names[:6]):
        return None
    # A permalink's day is the article's own where its element says so.
    if any(a.tag == "a" for a in above[:3]) and not _PUBLISHED_NAME.search(names[0]):
        return None
    if any(a.tag == "blockquote" for a in above):
        return None
    before, after = text[:start], text[end:]
    label = _nearest_label(before) or _nearest_label(_previous(node))
    is_change = label == "updated" or (
        label is None and any(_UPDATED_NAME.search(x) for x in names[:2]) and not _PUBLISHED_NAME.search(names[0])
    )
    beside = len(_BESIDE.sub("", _BY.sub(" ", f"{before} | {after}")))
    score = 4 if label == "published" else 0
    score += 3 if any(_PUBLISHED_NAME.search(x) for x in names[:3]) else 0
    score += 2 if any(_DATED_NAME.search(x) for x in names[:3]) else 0
    score += 1 if node.tag == "time" else 0
    # A masthead shows today's day, far above the headline.
    if since is not None:
        score += 2 if 0 <= since <= 6 else 1 if -3 <= since <= 15 else -2 if since < 0 and label is None else 0
    stamp = head.stamp(text)
    score += 1 if beside <= 3 or (stamp is not None and stamp.on == on) else 0
    # Names are no words of a sentence.
    score += 1 if stamp is not None and stamp.is_signed and stamp.on == on else 0
    score -= 4 if beside > 45 else 2 if beside > 25 else 0
    return _Seen(on, score, n, is_change)


def _nearest_label(before: str) -> str | None:
    """The last label before a day: "Updated Nov. 19 / Original Nov. 18"."""
    found = [(m.start(), "published") for m in _PUBLISHED.finditer(before)]
    found += [(m.start(), "updated") for m in _UPDATED.finditer(before)]
    return max(found)[1] if found else None


def _previous(node: Any) -> str:
    """A label in an element of its own, or in the line before an element."""
    older, parent = node.getprevious(), node.getparent()
    beside = older.tail if older is not None else parent.text if parent is not None else None
    if beside and beside.strip(" ,;|·\n"):
        return str(beside[-30:])
    words = " ".join(older.itertext()).strip() if older is not None and len(older) < 4 else ""
    return words if len(words) <= 30 and not re.search(r"\d{4}", words) else ""
