"""Dates of facts: stated, relative, months, quarters, "by", "since", spans. Never a silent fallback.

`anchor` is the day of publication, or a dated anchor in the text; without it, relative words stay unresolved.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
    | {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m}
    | {"sept": 9}
)
_DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)}
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_SMALL = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "several": 3,
    "few": 3,
    "couple": 2,
}
_N = r"(?P<n>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"


@dataclass(frozen=True, slots=True)
class Time:
    """When, as a closed interval; a bound that is not stated is None. Offsets are into the article's text.

    `lead`: by, until, since, from, before, after … as written before it. `basis`, `precision` as in the model.
    """

    start_on: date | None
    end_on: date | None
    basis: str
    precision: str
    start: int
    end: int
    lead: str = ""
    is_resolved: bool = True


_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, flags))
    for name, pattern, flags in (
        ("span_years", r"\b(?:from |between |in )?(?P<y1>(?:19|20)\d\d)\s?(?:-|–|—|to|and|until)\s?(?P<y2>(?:19|20)\d\d)\b", 0),
        ("span_months", rf"\b(?:from |between )?{_MONTH}(?:\s(?P<y1>(?:19|20)\d\d))? (?:and|to|until|through|–|-) (?P<month2>[A-Z][a-z]+) (?P<year>(?:19|20)\d\d)\b", 0),
        ("day_year", rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},?\s(?P<year>(?:19|20)\d\d)\b", 0),
        ("month_day_year", rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", 0),
        ("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b", 0),
        ("part_year", r"\b(?P<part>early|mid|late|beginning of|start of|end of|middle of|first half of|second half of|first quarter of|second quarter of|third quarter of|fourth quarter of|spring of|summer of|autumn of|winter of|fall of|spring|summer|autumn|fall|winter)[ -](?P<year>(?:19|20)\d\d)\b", re.I),
        ("part_month_year", rf"\b(?P<part>early|mid|late|beginning of|start of|end of|middle of|first half of|second half of)[ -]{_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?\b", re.I),
        ("month_year", rf"\b{_MONTH},? (?:of )?(?P<year>(?:19|20)\d\d)\b", 0),
        ("day_month", rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?: (?P<rel>this year|last year|next year))?", 0),
        ("month_day", rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?\d{{3}})(?:,? (?P<rel>this year|last year|next year))?", 0),
        ("rel_month", rf"\b(?P<rel>last|this|next|this past|in|by|since|until|from|during|of|before|after|through|late|early|mid|for)[ -]{_MONTH}\b", 0),
        ("quarter", r"\b(?P<q>first|second|third|fourth|last) quarter of (?:the|this|last|next) year\b", re.I),
        ("past_n", rf"\b(?:over|in|during|within|for) the (?:past|last|previous) {_N} (?P<unit>day|week|month|year)s?\b", re.I),
        ("n_ago", rf"\b(?:some |about |around |nearly |almost |more than |over )?{_N} (?P<unit>day|week|month|year)s? (?:ago|earlier)\b", re.I),
        ("in_n", rf"\b(?:in|within) (?:the (?:next|coming) )?(?:about |around )?{_N} (?P<unit>day|week|month|year)s?\b(?! (?:ago|since))", re.I),
        ("part_rel_year", r"\b(?P<part>early|mid|late|beginning of|start of|end of|middle of|by the end of|later|earlier)[ -](?:in )?(?P<rel>this|last|next|the|that) (?P<unit>year|month|week)\b", re.I),
        ("rel_unit", r"\b(?P<rel>last|this|next|this past|the past|the coming|the previous|recent|coming) (?P<unit>days|weeks|months|year|month|week|decade|summer|winter|spring|autumn|fall)\b", re.I),
        ("weekday", r"\b(?P<rel>last |next |this |on |since |by |until |from )?(?P<dow>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", 0),
        ("deictic", r"\b(?P<word>today|yesterday|tomorrow|tonight|overnight|this morning|this afternoon|this evening|last night|currently|at present|now)\b", re.I),
        ("year", r"\b(?:in|by|since|until|during|from|of|before|after|end|through|late|early|for|to|back to|as of|around|over|,) (?:the year )?(?P<year>(?:19|20)\d\d)\b(?![-–]\d|\s?(?:troops|soldiers|personnel|people|men|forces|%))", re.I),
    )
)  # fmt: skip
_LEAD = re.compile(
    r"\b(by (?:the )?(?:end of |middle of |start of |beginning of )?|until |till |since |from |before |after |as of |through |no later than |starting |beginning (?:in |on )?|up to )(?:the )?(?:end of )?(?:about |around )?$",
    re.I,
)


def times(text: str, start: int, end: int, anchor: date | None) -> list[Time]:
    """All times that text[start:end] names, in order, longest reading first; none overlaps another."""
    if not _ANY.search(text, start, end):
        return []
    made: list[Time] = []
    for name, pattern in _PATTERNS:
        for m in pattern.finditer(text, start, end):
            if any(t.start < m.end() and m.start() < t.end for t in made):
                continue
            if name in {"day_month", "month_day", "rel_month"} and m["month"] == "May" and not _is_may(text, m):
                continue
            read = _read(name, m, anchor, text)
            if read:
                made.append(_with_lead(text, start, m, read))
    return sorted(made, key=lambda t: t.start)


_ANY = re.compile(
    r"\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|day\b|\b(?:week|month|year|quarter|decade|summer|winter|spring|autumn)s?\b|\btoday\b|\bovernight\b|\bnow\b|\bcurrently\b|\btonight\b|\btomorrow\b|present|morning|evening|night", re.I)  # fmt: skip


def _is_may(text: str, m: re.Match[str]) -> bool:
    return not (m.lastgroup == "month" and m.group().strip() == "May")


def _month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _part(part: str, first: date, last: date) -> tuple[date, date]:
    """early / mid / late … of a span: its first, middle or last third; "start of", "end of" its first or last twelfth."""
    days = (last - first).days + 1
    third = days // 3
    p = part.lower()
    if p.startswith(("early", "first half", "beginning", "start")):
        if "half" in p:
            return first, first + timedelta(days // 2)
        return (
            (first, first + timedelta(30 if days > 300 else third))
            if p.startswith(("beginning", "start"))
            else (first, first + timedelta(third))
        )
    if p.startswith(("mid", "middle")):
        return first + timedelta(third), last - timedelta(third)
    if p.startswith(("late", "second half", "end", "by the end")):
        if p.startswith("end") or p.startswith("by"):
            return last - timedelta(30 if days > 300 else third), last
        return first + timedelta(days // 2 if "half" in p else 2 * third), last
    quarters = {"first quarter": 1, "second quarter": 4, "third quarter": 7, "fourth quarter": 10}
    for name, month in quarters.items():
        if p.startswith(name):
            return date(first.year, month, 1), _month_span(first.year, month + 2)[1]
    seasons = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 2)}
    for name, (a, b) in seasons.items():
        if p.startswith(name):
            return date(first.year, a, 1), _month_span(first.year, b)[1]
    return first, last


Read = tuple[date | None, date | None, str, str]  # start, end, basis, precision


def _read(name: str, m: re.Match[str], anchor: date | None, text: str) -> Read | None:
    try:
        return _READERS[name](m, anchor)
    except (ValueError, OverflowError):
        return None  # 31 February, year 0: not a date


def _ymd(m: re.Match[str], _: date | None) -> Read:
    d = date(int(m["year"]), _MONTHS[m["month"].rstrip(".").lower()], int(m["day"]))
    return d, d, "stated", "day"


def _no_year(month: int, day: int, anchor: date | None, rel: str | None) -> date | None:
    """The year nearest to the anchor: not more than about six months ahead, else the year before."""
    if anchor is None:
        return None
    year = anchor.year + {"last year": -1, "next year": 1}.get(rel or "", 0)
    made = date(year, month, min(day, calendar.monthrange(year, month)[1]))
    if not rel and (made - anchor).days > 183:
        made = made.replace(year=year - 1, day=min(day, calendar.monthrange(year - 1, month)[1]))
    if not rel and (anchor - made).days > 270:
        made = made.replace(year=year + 1, day=min(day, calendar.monthrange(year + 1, month)[1]))
    return made


def _day_month(m: re.Match[str], anchor: date | None) -> Read:
    d = _no_year(_MONTHS[m["month"].rstrip(".").lower()], int(m["day"]), anchor, m["rel"])
    date(2024, _MONTHS[m["month"].rstrip(".").lower()], int(m["day"]))  # raises where there is no such day
    return d, d, "stated" if d else "unknown", "day"


def _rel_month(m: re.Match[str], anchor: date | None) -> Read:
    month = _MONTHS[m["month"].rstrip(".").lower()]
    if anchor is None:
        return None, None, "unknown", "month"
    rel = m["rel"].lower()
    year = anchor.year
    if rel == "last":
        year -= month >= anchor.month
    elif rel == "next":
        year += month <= anchor.month
    elif rel in {"by", "until"}:
        year += month < anchor.month
    elif month > anchor.month + (6 if rel in {"from", "for", "after", "before"} else 0):
        year -= 1
    first, last = _month_span(year, month)
    return first, last, "resolved", "month"


def _shift(anchor: date, n: int, unit: str) -> date:
    if unit == "day":
        return anchor + timedelta(n)
    if unit == "week":
        return anchor + timedelta(7 * n)
    months = anchor.month - 1 + n * (12 if unit == "year" else 1)
    year, month = anchor.year + months // 12, months % 12 + 1
    return date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))


def _n(m: re.Match[str]) -> int:
    return _SMALL.get(m["n"].lower()) or int(m["n"])


def _past_n(m: re.Match[str], anchor: date | None) -> Read:
    return (
        (_shift(anchor, -_n(m), m["unit"].lower()), anchor, "resolved", "range")
        if anchor
        else (None, None, "unknown", "range")
    )


def _n_ago(m: re.Match[str], anchor: date | None) -> Read:
    if anchor is None:
        return None, None, "unknown", "range"
    unit = m["unit"].lower()
    d = _shift(anchor, -_n(m), unit)
    if unit == "year":
        return date(d.year, 1, 1), date(d.year, 12, 31), "resolved", "year"
    if unit == "month":
        return (*_month_span(d.year, d.month), "resolved", "month")
    return (d, d, "resolved", "day") if unit == "day" else (d - timedelta(3), d + timedelta(3), "resolved", "week")


def _in_n(m: re.Match[str], anchor: date | None) -> Read:
    return (
        (None, _shift(anchor, _n(m), m["unit"].lower()), "resolved", "range")
        if anchor
        else (None, None, "unknown", "range")
    )


def _rel_unit(m: re.Match[str], anchor: date | None) -> Read:
    if anchor is None:
        return None, None, "unknown", "range"
    rel, unit = m["rel"].lower(), m["unit"].lower()
    step = -1 if rel in {"last", "the previous"} else 1 if rel in {"next", "the coming", "coming"} else 0
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return (
            (monday, monday + timedelta(6) if step else anchor, "resolved", "week")
            if rel != "the past"
            else (anchor - timedelta(7), anchor, "resolved", "range")
        )
    if unit == "month":
        d = _shift(anchor.replace(day=1), step, "month")
        first, last = _month_span(d.year, d.month)
        return first, (last if step else min(last, anchor)), "resolved", "month"
    if unit == "year":
        return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31), "resolved", "year"
    if unit in {"days", "weeks", "months"}:
        n = {"days": 7, "weeks": 28, "months": 120}[unit]
        return (
            (anchor, anchor + timedelta(n), "resolved", "range")
            if step > 0
            else (anchor - timedelta(n), anchor, "resolved", "range")
        )
    if unit in {"summer", "winter", "spring", "autumn", "fall"}:
        span = _part(unit, date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31))
        return (*span, "resolved", "season")
    return None


def _weekday(m: re.Match[str], anchor: date | None) -> Read:
    if anchor is None:
        return None, None, "unknown", "day"
    rel = (m["rel"] or "").strip().lower()
    back = (anchor.weekday() - _DAYS[m["dow"].lower()]) % 7
    if rel in {"next", "by", "until"}:
        d = anchor + timedelta((7 - back) % 7 or 7)
    else:
        d = anchor - timedelta(back)
        if rel == "last" and back == 0:
            d -= timedelta(7)
    return d, d, "resolved", "day"


def _deictic(m: re.Match[str], anchor: date | None) -> Read:
    word = m["word"].lower()
    if anchor is None:
        return None, None, "unknown", "day"
    d = anchor + timedelta({"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0))
    return (anchor - timedelta(1), anchor, "resolved", "day") if word == "overnight" else (d, d, "resolved", "day")


def _part_rel(m: re.Match[str], anchor: date | None) -> Read:
    if anchor is None:
        return None, None, "unknown", "range"
    rel, unit, part = m["rel"].lower(), m["unit"].lower(), m["part"].lower()
    step = {"last": -1, "next": 1}.get(rel, 0)
    if unit == "year":
        first, last = date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)
    elif unit == "month":
        d = _shift(anchor.replace(day=1), step, "month")
        first, last = _month_span(d.year, d.month)
    else:
        first = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        last = first + timedelta(6)
    if part == "earlier":
        return first, anchor, "resolved", "range"
    if part == "later":
        return anchor, last, "resolved", "range"
    return (*_part(part, first, last), "resolved", unit)


def _part_month(m: re.Match[str], anchor: date | None) -> Read:
    month = _MONTHS[m["month"].rstrip(".").lower()]
    if m["year"]:
        return (*_part(m["part"], *_month_span(int(m["year"]), month)), "stated", "month")
    d = _no_year(month, 15, anchor, None)
    return (
        (*_part(m["part"], *_month_span(d.year, month)), "resolved", "month") if d else (None, None, "unknown", "month")
    )


_READERS = {
    "span_years": lambda m, a: (date(int(m["y1"]), 1, 1), date(int(m["y2"]), 12, 31), "stated", "range"),
    "span_months": lambda m, a: (
        _month_span(int(m["y1"] or m["year"]), _MONTHS[m["month"].rstrip(".").lower()])[0],
        _month_span(int(m["year"]), _MONTHS[m["month2"].lower()])[1], "stated", "range") if m["month2"].lower() in _MONTHS else None,
    "day_year": _ymd,
    "month_day_year": _ymd,
    "iso": lambda m, a: (date(int(m["year"]), int(m["m"]), int(m["day"])),) * 2 + ("stated", "day"),
    "part_year": lambda m, a: (*_part(m["part"], date(int(m["year"]), 1, 1), date(int(m["year"]), 12, 31)), "stated", "season"),
    "part_month_year": _part_month,
    "month_year": lambda m, a: (*_month_span(int(m["year"]), _MONTHS[m["month"].rstrip(".").lower()]), "stated", "month"),
    "day_month": _day_month,
    "month_day": _day_month,
    "rel_month": _rel_month,
    "quarter": lambda m, a: (*_part(m["q"].replace("last", "fourth") + " quarter", date(a.year, 1, 1), date(a.year, 12, 31)), "resolved", "quarter") if a else None,
    "past_n": _past_n,
    "n_ago": _n_ago,
    "in_n": _in_n,
    "part_rel_year": _part_rel,
    "rel_unit": _rel_unit,
    "weekday": _weekday,
    "deictic": _deictic,
    "year": lambda m, a: (date(int(m["year"]), 1, 1), date(int(m["year"]), 12, 31), "stated", "year"),
}  # fmt: skip


def _with_lead(text: str, start: int, m: re.Match[str], read: Read) -> Time:
    first, last, basis, precision = read
    begin = m.start()
    before = text[max(start, begin - 34) : begin]
    own = re.match(r"(by|until|since|from|before|after|as of|through|in|on|of)\b", m.group(), re.I)
    found = _LEAD.search(before)
    lead = (found.group(1) if found else own.group(1) if own else "").strip().lower()
    word = lead.split()[0] if lead else ""
    if "end of" in before[-14:].lower() and word in {"by", "until", ""} and last:
        first = last.replace(day=1) if precision in {"month", "year"} else first
    if "middle of" in before[-16:].lower() and precision == "year" and last:
        first, last = last.replace(month=4, day=1), last.replace(month=6, day=30)
    if word == "by" or (word in {"until", "till", "before", "through", "no", "up"}):
        first = None
    elif word in {"since", "from", "starting", "beginning", "after"} and lead != "from the":
        last = None if word in {"since", "starting", "beginning", "from"} else last
    return Time(first, last, basis, precision, begin, m.end(), lead, first is not None or last is not None)
