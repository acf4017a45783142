"""Days as they are printed: "3 March 2025", "3 de março de 2025", "2025年3月3日", 4/8/2025 in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from lxml import html as lxml_html

#: Languages whose months are tried on a page that does not say its own.
_COMMON = tuple("en es pt fr de it nl ru uk pl tr sv da cs ro id".split())
#: Longer texts are sentences.
_LONGEST = 140
_WORD = r"[^\W\d_]{3,12}"
FORMS = (
    ("dmy", re.compile(
        rf"(?<![\d:])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?[ \u00a0-]+(?:de |of )?(?P<m>{_WORD})\.?,?"
        r"[ \u00a0-]+(?:de )?(?P<y>(?:19|20)\d\d)\b"
    )),
    ("mdy", re.compile(rf"\b(?P<m>{_WORD})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)\b")),
    ("ymd", re.compile(
        r"(?<![\d/])(?P<y>(?:19|20)\d\d)(?:[-./](?P<m>\d{1,2})[-./]|年 ?(?P<m2>\d{1,2})月 ?)(?P<d>\d{1,2})(?![\d/])"
    )),
    ("num", re.compile(
        r"(?<![\d./:-])(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])"
    )),
)  # fmt: skip


def days(text: str, names: dict[str, int], month_first: bool | None, latest: date) -> Iterator[tuple[date, int, int]]:
    """Days in a text with where each begins and ends.

    Args:
        text: as printed.
        names: of months, as `months` gives them.
        month_first: whether 4/8 is April 8; None where that is not known.
        latest: of two readings the one after it is none.
    """
    for form, pattern in FORMS:
        for m in pattern.finditer(text):
            year = int(m["y"]) + (2000 if len(m["y"]) == 2 else 0)
            if form == "num":
                found = _of_numbers(int(m["a"]), int(m["b"]), year, month_first if m["s"] == "/" else False, latest)
            elif form == "ymd":
                found = day(year, int(m["m"] or m["m2"]), int(m["d"]))
            else:
                found = day(year, names.get(m["m"].lower(), 0), int(m["d"]))
            if found:
                yield found, m.start(), m.end()


def _of_numbers(a: int, b: int, year: int, month_first: bool | None, latest: date) -> date | None:
    """a/b/year: which is the month is told by what can be one, by the page's order, or by what has not come yet."""
    both = [d for d in (day(year, a, b), day(year, b, a)) if d]
    possible = both if len(both) < 2 else [d for d in both if d <= latest]
    if len(set(possible)) == 1:
        return possible[0]
    return None if month_first is None or not possible else possible[0 if month_first else 1]


def day(year: int, month: int, on: int) -> date | None:
    """A day, or None where the calendar has none."""
    try:
        return date(year, month, on)
    except ValueError:
        return None


def split(url: str | None) -> tuple[str, str]:
    """Host and path; empty for what is no address."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    return host, parts.path


#: Where the month comes first in numbers.
_MONTH_FIRST = re.compile(r"^(?:en[-_]us|en[-_]ph|en[-_]um)$", re.I)
_MONTH_FIRST_HOSTS = ("us", "gov", "mil", "edu", "ph")


def is_month_first(tree: lxml_html.HtmlElement, url: str | None) -> bool | None:
    """Whether 4/8 is April 8; None where neither language nor host nor another date of the page tells."""
    lang = tree.get("lang") or next(iter(tree.xpath("//meta[@property='og:locale']/@content")), "")
    host = split(url)[0].rsplit(".", 1)[-1].lower()
    if _MONTH_FIRST.match(lang) or host in _MONTH_FIRST_HOSTS:
        return True
    if (lang and not lang.lower().startswith("en")) or re.match(r"en[-_]\w\w$", lang) or len(host) == 2:
        return False
    told = {int(m[1]) > 12 for m in re.finditer(r"\b(\d\d?)/(\d\d?)/(?:20)?\d\d\b", " ".join(_loose(tree)))
            if (int(m[1]) > 12) != (int(m[2]) > 12)}  # fmt: skip
    return not told.pop() if len(told) == 1 else None


def _loose(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for n, text in enumerate(tree.itertext()):
        if n > 20_000:
            return
        if "/" in text and len(text) < _LONGEST:
            yield text


@cache
def months(lang: str) -> dict[str, int]:
    """Names of months in a language and in English, short and long, in lower case, without dots.

    A page that does not say its language ("") is read with those of the common ones, where they do not differ.
    """
    from babel import UnknownLocaleError
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    doubtful: set[str] = set()
    for locale in dict.fromkeys((lang, "en") if lang else _COMMON):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                try:
                    names = get_month_names(width, context, locale)
                except (UnknownLocaleError, ValueError):
                    continue
                for number, name in names.items():
                    key = name.lower().rstrip(".")
                    if found.setdefault(key, number) != number and not lang:
                        doubtful.add(key)
    return {name: number for name, number in found.items() if name not in doubtful} | {"sept": 9} | {"may": 5}
