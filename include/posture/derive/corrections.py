"""Corrections: what an article says of putting something right, and which earlier article it is about.

The words are read when an article is derived; which article they are about is known only among all of them, so the
links are made when a release is built. A notice that fits no earlier article stays a correction without a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

from .extract.timing.times import times
from .reprints import THRESHOLD

_KINDS = r"correction|corrected|corrigendum|erratum|retraction|retracted|clarification|refile|correcting"
_CORRECTS = re.compile(
    rf"^\W*(?:update \d+\W+)?(?:{_KINDS})s?\b\s*(?:[:(–—-]|$)|\((?:{_KINDS})\)\W*$"
    r"|\b(?:this|the|an) (?:article|story|report|headline|earlier version[^.\n]{0,40}) (?:has been|was|is)"
    r"(?: since)? (?:corrected|amended|retracted|updated to correct)\b"
    r"|\bcorrects? (?:an|the|its) (?:earlier|previous) (?:version|report|story|article)\b"
    r"|\b(?:an )?(?:earlier|previous) version of this (?:article|story|report|headline)\b.{0,40}\b(?:said|stated"
    r"|misstated|misidentified|incorrectly|wrongly|gave)\b",
    re.I | re.M,
)
_ADDRESS = re.compile(r"https?://[^\s,;<>()\"”]+")
#: A sentence with one of these is about a text, and a day in it is that text's.
_TEXT_OF = re.compile(r"\b(?:article|story|report(?:s|ed)?|dispatch|item|version|headline|said|wrote)\b", re.I)
_PREFIX = re.compile(rf"^\W*(?:update \d+\W+)?(?:{_KINDS}|rpt)s?\b\W*|\W*\((?:{_KINDS})\)\W*$", re.I)
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
#: A headline of fewer letters may stand in a text by chance.
_LEAST_KEY = 20
#: How long after the article a notice comes, where only likeness or a day links them.
_DAYS = 30
_SHARED_NAMES = 3
#: Letters of an article's text that say what it is about.
BEGINNING = 1500


def correction(title: str | None, text: str) -> str | None:
    """The line by which an article says that it puts right something published; None if it does not."""
    m = _CORRECTS.search(title or "")
    if m:
        return (title or "").strip()
    m = _CORRECTS.search(text) if may_correct(text) else None
    if m is None:
        return None
    start = text.rfind("\n", 0, m.start()) + 1
    end = text.find("\n", m.end())
    return text[start : end if end >= 0 else len(text)].strip()


#: A paragraph without any of these corrects nothing, and its links need not be looked at.
MAY_CORRECT = re.compile(
    r"\b(?:correct(?:s|ed|ing|ions?)\b|corrig|retract|clarif|refile|errat|amended"
    r"|(?:earlier|previous) (?:version|report))",
    re.I,
)


_STEMS = ("correct", "corrig", "retract", "clarif", "refile", "errat", "amended", "lier version", "previous version")


def may_correct(text: str) -> bool:
    """Whether a text could correct something: a quick look, for the patterns take ten times as long."""
    lower = text.lower()
    return any(stem in lower for stem in _STEMS)


def addresses(quote: str, linked: Iterable[tuple[str, str]], base: str | None) -> list[str]:
    """Web addresses that a correction's line names or links, each once.

    Args:
        quote: the line, as `correction` gave it.
        linked: (text of the paragraph, its link's target) pairs of the page, as `Page.links`.
        base: the page's address.
    """
    wanted = _key(quote)
    is_headline = bool(_PREFIX.match(quote))
    found = [m.group().rstrip(".") for m in _ADDRESS.finditer(quote)]
    for paragraph, target in linked:
        key = _key(paragraph)
        # Under a headline that says "correction" the text it is about is named further down.
        if wanted in key or (key and key in wanted) or (is_headline and _TEXT_OF.search(paragraph)):
            try:
                found.append(urljoin(base or "", target))
            except ValueError:
                continue
    return [u for u in dict.fromkeys(found) if u.startswith(("http://", "https://"))]


# ── which article ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Article:
    """What linking needs of an article. `text`: whole where it is a correction, else at least its beginning."""

    article_id: str
    source_code: str
    outlet: str | None
    requested_url: str
    url: str | None
    part_id: str
    title: str | None
    published_on: date | None
    retrieved_at: datetime
    text_sha256: str
    signature: Sequence[int]
    is_correction: bool
    correction_urls: Sequence[str]
    text: str

    @property
    def told(self) -> tuple[date, datetime, str]:
        """By this articles are in the order of their telling."""
        return self.published_on or self.retrieved_at.date(), self.retrieved_at, self.article_id


def corrections(articles: Iterable[Article]) -> list[dict[str, str]]:
    """Rows of `corrections`: each later version of a page, and each notice whose article can be told."""
    every = list(articles)
    found = {later.article_id: (earlier, "same_page") for later, earlier in _versions(every)}
    by_outlet: dict[str, list[Article]] = {}
    for a in every:
        by_outlet.setdefault(_house(a), []).append(a)
    for notice in every:
        if notice.is_correction and notice.article_id not in found:
            earlier = [
                a
                for a in by_outlet[_house(notice)]
                if a.told < notice.told and (a.requested_url, a.part_id) != (notice.requested_url, notice.part_id)
            ]
            if about := _about(notice, earlier):
                found[notice.article_id] = about
    return [
        {"article_id": later, "corrects_article_id": earlier.article_id, "basis_code": basis}
        for later, (earlier, basis) in sorted(found.items())
    ]


def _house(a: Article) -> str:
    """Outlets correct themselves."""
    return (a.outlet or a.source_code).casefold()


def _versions(articles: list[Article]) -> Iterator[tuple[Article, Article]]:
    """(later, earlier) of each page that was fetched again with another text."""
    pages: dict[tuple[str, str, str], list[Article]] = {}
    for a in articles:
        pages.setdefault((a.source_code, a.requested_url, a.part_id), []).append(a)
    for same in pages.values():
        ordered = sorted(same, key=lambda a: (a.retrieved_at, a.article_id))
        for earlier, later in pairwise(ordered):
            if earlier.text_sha256 != later.text_sha256:
                yield later, earlier


def _about(notice: Article, earlier: list[Article]) -> tuple[Article, str] | None:
    """The article that a notice is about and what says so; of several versions the last before it."""
    newest = sorted(earlier, key=lambda a: a.told, reverse=True)
    wanted = {_address(u) for u in notice.correction_urls} - {("", "")}
    text, own = _key(notice.text), _key(_PREFIX.sub("", notice.title or ""))
    near = [a for a in newest if notice.told[0] - a.told[0] <= timedelta(days=_DAYS)]
    for a in newest:
        if wanted & {_address(u) for u in (a.url, a.requested_url) if u}:
            return a, "named_url"
    for a in newest:
        key = _key(a.title or "")
        if len(key) >= _LEAST_KEY and key != own and key in text:
            return a, "named_title"
    for a in near:
        if len(own) >= _LEAST_KEY and _key(_PREFIX.sub("", a.title or "")) == own:
            return a, "same_title"
    like = max(near, key=lambda a: _likeness(a, notice), default=None)
    if like is not None and _likeness(like, notice) >= THRESHOLD:
        return like, "same_story"
    told = _of_named_day(notice, near)
    return (told, "named_day") if told else None


def _address(url: str) -> tuple[str, str]:
    """Host and path: one page, whatever follows the question mark; the query where the path says nothing.

    A pair of empty words for what is no article's address.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    page = parts.path.rstrip("/") or parts.query
    # A front page is no article.
    return (host, page) if page else ("", "")


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _likeness(a: Article, b: Article) -> float:
    return sum(x == y for x, y in zip(a.signature, b.signature, strict=False)) / max(1, len(a.signature))


def _of_named_day(notice: Article, near: list[Article]) -> Article | None:
    """The one article of a day that the notice names ("the story of Feb. 20") that is about the same names."""
    days = set()
    for m in re.finditer(r"[^\n]+", notice.text):
        for t in times(notice.text, m.start(), m.end(), notice.published_on):
            around = notice.text[max(m.start(), t.start - 80) : min(m.end(), t.end + 20)]
            if t.precision == "day" and t.start_on and _TEXT_OF.search(around):
                days.add(t.start_on)
    names = _names(notice)
    scored = sorted(
        ((len(names & _names(a)), a) for a in near if a.published_on in days), key=lambda s: s[0], reverse=True
    )
    clear = scored and scored[0][0] >= _SHARED_NAMES and (len(scored) < 2 or scored[0][0] >= scored[1][0] + 2)
    return scored[0][1] if clear else None


def _names(a: Article) -> set[str]:
    """Names in headline and lead, without those of the outlet, of days and of months."""
    found = set(_NAME.findall(f"{_PREFIX.sub('', a.title or '')}. {a.text[:BEGINNING]}"))
    # Words that begin a sentence are not told from names: they are shared by chance only, and three are asked for.
    return {n.lower() for n in found} - set((a.outlet or "").lower().split()) - _DAY_NAMES


_DAY_NAMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december this that they there these those when while which with from after before "
        "about under about nothing subscribers"
    ).split()
)
