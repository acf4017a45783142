"""Times that point back to one told before: "the next day", "two weeks later", "that October", "by then".

What they point to is asked for by grain: "the next day" needs a day, "the following month" at least a month.
"""

# ruff: noqa: E501 (a pattern is read as one line)

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from .spans import DAYS, MONTHS, month_of, month_span, number_of, part_of, season_span, shift

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Told:
    """A span told before; `fits`: it is as fine as asked for. "In May … the next day" is some day of May."""

    first: date
    last: date
    fits: bool = True


#: Asks for the span told last, for a grain of "day", "month" or "year"; None if there is none.
Ask = Callable[[str], Told | None]
Read = tuple[date | None, date | None, str, str]  # start, end, basis, precision

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SEASON = "spring|summer|autumn|fall|winter"
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DAYTIME = "day|night|morning|afternoon|evening"
_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty)"
_UNIT = "hour|day|week|month|year|decade"
#: What may stand behind "before", "after": nothing that they govern.
_ENDS = r"(?=\s*(?:[,.;:)–—]|$|(?:and|but|when|in|at|by|to|from|on|with|as)\b))"

#: (name; words of which one has to be in the text for it, in small letters; pattern); the first that fits wins.
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "unit",
        ("same ", "next ", "following ", "previous ", "preceding ", "ensuing ", "subsequent ", "that "),
        re.compile(
            rf"\b(?:(?i:(?P<part>early|later|earlier|late|(?:at |by |towards? )?the end of|(?:for|over|during) the rest of|the course of)) )?"
            rf"(?P<rel>(?i:(?:the|that) (?:very )?(?:same|next|following|previous|preceding|ensuing|subsequent)|that very|that)) "
            rf"(?P<unit>(?i:{_DAYTIME}|weekend|week|month|year|decade|{_SEASON})|{_WEEKDAY}|{_MONTH})\b(?!['’]s (?:military|army|government))(?!-)"
            rf"(?! (?:of|that|which|in which|will|is|has)\b)"
        ),
    ),
    (
        "beside",
        ("before", "after", "earlier"),
        re.compile(
            rf"\bthe (?P<unit>{_DAYTIME}|weekend|week|month|year|{_SEASON}) (?P<way>before|after|earlier)\b(?! than){_ENDS}",
            re.I,
        ),
    ),
    (
        "distance",
        ("later", "afterward", "after that", "thereafter", "earlier", "previously", "before"),
        re.compile(
            rf"\b(?:only |just |barely |some |about |nearly |roughly )?(?:(?:{_N}|(?P<few>a few|several|some|many|a couple of)) (?:and a half )?)?"
            rf"(?P<unit>{_UNIT})s? (?P<half>and a half )?(?P<way>later(?! than| this| that| in the| on)|afterwards?|after that|thereafter|earlier(?! than)|previously|before{_ENDS})\b",
            re.I,
        ),
    ),
    (
        "run",
        ("followed", "before", "after"),
        re.compile(
            rf"\b(?:in|over|during|for|within) the (?:(?:next|following|ensuing|subsequent|first) )?(?:(?:{_N}|few|several|couple of) )?"
            rf"(?P<unit>{_UNIT})s? (?:(?:that|which) followed|(?P<way>before|beforehand|after|afterwards|thereafter){_ENDS})",
            re.I,
        ),
    ),
    (
        "run",
        ("following ", "ensuing ", "subsequent "),
        re.compile(
            rf"\b(?:in|over|during|for|within) (?:the )?(?:following|ensuing|subsequent) (?:(?:{_N}|few|several|couple of) )?(?P<unit>{_UNIT})s\b",
            re.I,
        ),
    ),
    ("within", ("within ",), re.compile(rf"\bwithin (?:(?:{_N}|a few|a matter of) )?(?P<unit>hour|day|week|month)s?\b(?! (?:of|from|after)\b)", re.I)),
    ("ordinal", tuple(f" the {digit}" for digit in range(10)), re.compile(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom) the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=\s*(?:[,.;)]|$|of (?:the|that) month|(?:and|when|the|an?|two|three|four|its|their|he|it|they|at|in|near|after|before|but)\b))")),
    ("since", ("since",), re.compile(r"\b(?:ever )?since(?=\s*(?:[,.;)]|$))", re.I)),
    ("then", (" then", " that date", " that time", " that day", " that point"), re.compile(r"\b(?P<lead>by|since|until|till|from|before|after) (?:then|that (?:date|time|day|point))\b", re.I)),
    ("time", (" time", " point", " stage", " moment"), re.compile(r"\bat (?:that|the|this same|the same) (?:time|point|stage|moment)\b(?! (?:of|when|that|with)\b)", re.I)),
)  # fmt: skip
#: Days that "hours", "days" … without a number reach.
_VAGUE = {"hour": 1, "day": 7, "week": 35, "month": 210, "year": 1460, "decade": 7300}
_BACK = frozenset("before beforehand earlier previously".split())


def matches(text: str, start: int, end: int, small: str) -> list[tuple[str, re.Match[str]]]:
    """What points back in text[start:end], none overlapping another that is listed before it. `small`: that stretch in
    small letters."""
    made: list[tuple[str, re.Match[str]]] = []
    for name, words, pattern in _PATTERNS:
        if not any(w in small for w in words):
            continue
        for m in pattern.finditer(text, start, end):
            if all(m.end() <= o.start() or o.end() <= m.start() for _, o in made):
                made.append((name, m))
    return made


def read(name: str, m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Read | None:
    """The span meant; None if it is no time after all. `is_ahead`: its clause speaks of what is to come."""
    coarse: list[Told] = []

    def ask(grain: str) -> Told | None:
        got = told(grain)
        if got is not None and not got.fits:
            coarse.append(got)
        return got

    found = _READERS[name](m, ask, anchor, is_ahead)
    if coarse and found is not None and name != "within":
        return coarse[0].first, coarse[0].last, "resolved", "month"
    if found is None:
        return None
    first, last, precision = found
    return first, last, "resolved", precision


Found = tuple[date | None, date | None, str] | None


def _unit(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    rel, unit = m["rel"].lower().split(), m["unit"]
    step = 1 if rel[-1] in {"next", "following", "ensuing", "subsequent"} else -1 if rel[-1][:3] == "pre" else 0
    plain = unit.lower()
    if rel == ["that"] and (plain in DAYS or plain == "may"):
        return None  # "said that Monday …", "that May …": a conjunction, as like as not
    grain = (
        "day" if plain in _DAYTIME or plain in DAYS else "month" if plain in {"week", "weekend", "month"} else "year"
    )
    base = told(grain)
    if base is None:
        if step == 0 or anchor is None:
            return (None, None, "range") if rel[-1] != "that" else None
        base = Told(anchor, anchor)
    span, precision = _step(base, plain, step)
    part = (m["part"] or "").lower()
    if part and span is not None:
        if part in {"later", "rest"} or "rest of" in part:
            span = (max(span[0], min(base.last, span[1])), span[1])
        elif part == "earlier":
            span = (span[0], span[1])
        elif "course" not in part:
            word = "end of" if "end of" in part else part
            span = part_of(word, *span)
    return (*span, precision)


def _step(base: Told, unit: str, step: int) -> tuple[Span, str]:
    """The day, week … that is `step` away from the span."""
    first, last = base.first, base.last
    if unit in _DAYTIME.split("|"):
        day = (last if step > 0 else first) + timedelta(step)
        return (day, day + timedelta(unit in {"night", "evening"})), "day"
    if unit in DAYS:
        day = (first if step <= 0 else last) + timedelta(1 if step > 0 else 0)
        if step < 0:
            day -= timedelta(1)
            day -= timedelta((day.weekday() - DAYS[unit]) % 7)
        elif step:
            day += timedelta((DAYS[unit] - day.weekday()) % 7)
        else:
            day += timedelta(DAYS[unit] - day.weekday())
        return (day, day), "day"
    if unit in {"week", "weekend"}:
        monday = (
            (last if step > 0 else first) - timedelta((last if step > 0 else first).weekday()) + timedelta(7 * step)
        )
        return (monday + timedelta(5 * (unit == "weekend")), monday + timedelta(6)), "week"
    if unit == "month":
        at = last if step > 0 else first
        return month_span(at.year, at.month + step), "month"
    if unit == "decade":
        year = first.year // 10 * 10 + 10 * step
        return (date(year, 1, 1), date(year + 9, 12, 31)), "range"
    if unit in MONTHS:
        month = month_of(unit)
        at = last if step > 0 else first
        year = at.year + (step > 0 and month <= at.month) - (step < 0 and month >= at.month)
        return month_span(year, month), "month"
    if unit in _SEASON.split("|"):
        at = last if step > 0 else first
        span = season_span(at.year, unit)
        if step > 0 and span[0] <= at:
            span = season_span(at.year + 1, unit)
        elif step < 0 and span[1] >= at or not step and unit == "winter" and at.month < 4:
            span = season_span(at.year - 1, unit)
        return span, "season"
    year = (last if step > 0 else first).year + step
    return (date(year, 1, 1), date(year, 12, 31)), "year"


def _beside(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    """ "the day before", "the year after"."""
    unit = m["unit"].lower()
    base = told("day" if unit in _DAYTIME else "month" if unit in {"week", "weekend", "month"} else "year")
    if base is None:
        return None, None, unit
    span, precision = _step(base, unit, 1 if m["way"].lower() == "after" else -1)
    return (*span, precision)


def _distance(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    """ "two days later", "a month earlier", "hours before": from what was told last, "earlier" also from the anchor."""
    unit = m["unit"].lower()
    back = m["way"].lower() in _BACK
    base = told("day" if unit in {"hour", "day", "week"} else "month" if unit == "month" else "year")
    if base is None and back and anchor is not None:
        base = Told(anchor, anchor)
    if base is None:
        return None, None, "range"
    return distant(base, unit, m["n"], back, is_half=bool(m["half"]))


def distant(base: Told, unit: str, number: str | None, back: bool, *, is_half: bool = False) -> tuple[date, date, str]:
    """The span that lies so many units before or behind another, and its precision; without a number, some of them."""
    if number is None:
        reach = timedelta(_VAGUE[unit])
        if unit == "hour":
            return (base.first, base.first, "day") if back else (base.last, base.last + reach, "day")
        return (base.first - reach, base.first, "range") if back else (base.last, base.last + reach, "range")
    n = -number_of(number) if back else number_of(number)
    at = base.first if back else base.last
    if unit == "hour":
        return min(at, at + timedelta(round(n / 24))), max(at, at + timedelta(round(n / 24))), "day"
    if is_half and unit in {"year", "month", "week"}:
        n, unit = {"year": (n * 12 + (6 if n > 0 else -6), "month"), "month": (n * 30 + (15 if n > 0 else -15), "day"), "week": (n * 7 + (3 if n > 0 else -3), "day")}[unit]  # fmt: skip
    d = shift(at, n, unit)
    if unit in {"year", "decade"}:
        return date(d.year, 1, 1), date(d.year, 12, 31), "year"
    if unit == "month":
        return (*month_span(d.year, d.month), "month")
    slack = timedelta(0 if unit == "day" or n == 1 else 2)
    return d - slack, d + slack, unit


def _run(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    """ "in the days that followed", "over the following two years"."""
    unit = m["unit"].lower()
    base = told("month" if unit in {"hour", "day", "week"} else "year")
    if base is None:
        return None, None, "range"
    n = m["n"]
    back = (m.groupdict().get("way") or "").lower() in _BACK
    if n is None:
        reach = timedelta(_VAGUE[unit])
        return (base.first - reach, base.first, "range") if back else (base.first, base.last + reach, "range")
    count = number_of(n)
    if back:
        return shift(base.first, -count, unit), base.first, "range"
    return base.first, shift(base.last, count, unit), "range"


def _within(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    """ "within 48 hours": of what was told, or from now."""
    unit, base = m["unit"].lower(), told("day")
    if is_ahead or base is None:
        if anchor is None:
            return None, None, "range"
        base = Told(anchor, anchor)
    days = _VAGUE[unit] if m["n"] is None else 0
    last = base.last + timedelta(days) if days else shift(base.last, number_of(m["n"]), unit)
    return base.first, last, "range"


def _then(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    base = told("year")
    return (base.first, base.last, "day" if base.first == base.last else "year") if base else (None, None, "range")


def _since(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    """ "has grown since"."""
    base = told("year")
    return (base.first, None, "range") if base else None


def _ordinal(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    """ "on the 29th": of the month told last, else of the last month that had it."""
    base, day = told("month"), int(m["day"])
    if base is not None:
        at = base.last
    elif anchor is not None:
        at = anchor if day <= anchor.day or is_ahead else anchor.replace(day=1) - timedelta(1)
    else:
        return None
    return at.replace(day=day), at.replace(day=day), "day"


def _time(m: re.Match[str], told: Ask, anchor: date | None, is_ahead: bool) -> Found:
    base = told("year")
    return (base.first, base.last, "range") if base else None


_READERS: dict[str, Callable[[re.Match[str], Ask, date | None, bool], Found]] = {
    "unit": _unit, "beside": _beside, "distance": _distance, "run": _run, "within": _within, "then": _then, "since": _since, "ordinal": _ordinal, "time": _time,
}  # fmt: skip
