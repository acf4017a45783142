"""Times told from the day of publication: "last week", "two years ago", "on Monday", "by the end of the year"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .context import Context, Read, unknown
from .spans import DAYS, month_span, number_of, part_of, season_span, shift, step_of

#: The verb of a sentence that tells of what is to come: its own day is past.
_SAYS = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|wrote|added|stated|declared|reporters|statement|warned)\b"
    r"[^,;]*$",
    re.I,
)


def _past_n(m: re.Match[str], c: Context) -> Read:
    few = 3 if m.groupdict().get("few") else 0
    return (
        (shift(c.anchor, -(few or number_of(m["n"])), m["unit"].lower()), c.anchor, "resolved", "range")
        if c.anchor
        else unknown("range")
    )


def _lasting(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("range")
    unit = m["unit"].lower()
    first = shift(c.anchor, -number_of(m["n"]), unit)
    return (first.replace(month=1, day=1) if unit in {"year", "decade"} else first), None, "resolved", "range"


def _n_ago(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("range")
    return _then(shift(c.anchor, -number_of(m["n"]), m["unit"].lower()), m["unit"].lower())


def _then(d: date, unit: str) -> Read:
    """The day, week, month or year about a day so many of these ago, or ahead ("in two months' time")."""
    if unit in {"year", "decade"}:
        return date(d.year, 1, 1), date(d.year, 12, 31), "resolved", "year"
    if unit == "month":
        return (*month_span(d.year, d.month), "resolved", "month")
    return (d, d, "resolved", "day") if unit == "day" else (d - timedelta(3), d + timedelta(3), "resolved", "week")


#: "Several days ago" is so many of them at most, and two at least.
_FEW_AGO = {"day": 7, "week": 6, "month": 9, "year": 8}


def _few_ago(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("range")
    unit = m["unit"].lower()
    return shift(c.anchor, -_FEW_AGO[unit], unit), shift(c.anchor, -2, unit), "resolved", "range"


#: "Its heaviest loss in a year", "the first such visit in two decades": how long there was none like it.
_RANKED = re.compile(
    r"\b(?:(?!west|east|guest|forest|arrest|protest|request|rest|test|interest)[a-z]{2,}est"
    r"|worst|(?:the|its|their) (?:first|only))"
    r"(?: (?!will|to|is|are|was|were|be|due|expected|leaves?|arrives?)[\w’'-]+){0,3} $",
    re.I,
)


def _in_n(m: re.Match[str], c: Context) -> Read | None:
    if m[0][:2].lower() == "in" and _RANKED.search(c.text[max(c.start, m.start() - 60) : m.start()]):
        return None
    if m[0].lower().endswith("time") and c.anchor:
        return _then(shift(c.anchor, number_of(m["n"]), m["unit"].lower()), m["unit"].lower())
    base = c.told(m.start(), "month") if c.anchor and not c.is_future(m.start()) else None
    if base and c.anchor and (c.anchor - base.last).days > 60:  # "Over the next three years it built …": of then
        return base.first, shift(base.last, number_of(m["n"]), m["unit"].lower()), "resolved", "range"
    return (
        (c.anchor, shift(c.anchor, number_of(m["n"]), m["unit"].lower()), "resolved", "range")
        if c.anchor
        else unknown("range")
    )


def _rel_unit(m: re.Match[str], c: Context) -> Read | None:
    anchor = c.anchor
    if anchor is None:
        return unknown("range")
    rel, unit = m["rel"].lower(), m["unit"].lower()
    step = step_of(rel)
    if unit in {"days", "weeks", "months", "years"}:
        n = {"days": 7, "weeks": 28, "months": 120, "years": 1095}[unit]
        return (
            (anchor, anchor + timedelta(n), "resolved", "range")
            if step > 0
            else (anchor - timedelta(n), anchor, "resolved", "range")
        )
    if rel in {"the past", "the last", "this past"} or unit == "decade":
        return shift(anchor, -1, unit if unit != "quarter" else "month"), anchor, "resolved", "range"
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6) if step or c.is_future(m.start()) else anchor, "resolved", "week"
    if unit == "month":
        d = shift(anchor.replace(day=1), step, "month")
        first, last = month_span(d.year, d.month)
        return first, last if step or c.is_future(m.start()) else min(last, anchor), "resolved", "month"
    if unit == "quarter":
        first = date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1)
        d = shift(first, 3 * step, "month")
        return d, month_span(d.year, d.month + 2)[1], "resolved", "quarter"
    return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31), "resolved", "year"


def _rel_season(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("season")
    rel, year = m["rel"].lower(), c.anchor.year
    if m["season"].lower() == "winter" and c.anchor.month < 9 and rel != "next" and not c.is_future(m.start()):
        year -= 1  # in March, "this winter" is the one that began in the year before
    first, last = season_span(year, m["season"])
    if rel == "next" or rel.endswith("the") and c.is_future(m.start()):
        year += (first if rel == "next" else last) <= c.anchor
    elif rel != "this" and (last >= c.anchor if rel == "last" else first > c.anchor):
        year -= 1
    return (*season_span(year, m["season"]), "resolved", "season")


def _weekend(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("range")
    saturday = c.anchor - timedelta((c.anchor.weekday() - 5) % 7)
    if m["rel"].lower() in {"next", "this"} and c.is_future(m.start()):
        saturday += timedelta(7)
    return saturday, min(saturday + timedelta(1), max(c.anchor, saturday)), "resolved", "range"


def _weekday(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("day")
    rel = (m["rel"] or "").strip().lower()
    back = (c.anchor.weekday() - DAYS[m["dow"].lower()]) % 7
    if (
        rel in {"next", "by", "until"}
        or rel in {"on", "from", "this"}
        and back
        and c.is_future(m.start())
        and not _SAYS.search(c.text, max(c.start, m.start() - 40), m.start())
    ):
        d = c.anchor + timedelta((7 - back) % 7 or 7)
    else:
        d = c.anchor - timedelta(back)
        if rel == "last" and back == 0:
            d -= timedelta(7)
    return d, d, "resolved", "day"


def _day_of_week(m: re.Match[str], c: Context) -> Read:
    """ "On Wednesday last week"."""
    if c.anchor is None:
        return unknown("day")
    monday = c.anchor - timedelta(c.anchor.weekday()) + timedelta(7 * step_of(m["rel"]))
    d = monday + timedelta(DAYS[m["dow"].lower()])
    return d, d, "resolved", "day"


def _deictic(m: re.Match[str], c: Context) -> Read:
    word = m["word"].lower()
    if c.anchor is None:
        return unknown("day")
    d = c.anchor + timedelta({"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0))
    return (c.anchor - timedelta(1), c.anchor, "resolved", "day") if word == "overnight" else (d, d, "resolved", "day")


def _part_rel(m: re.Match[str], c: Context) -> Read:
    rel, unit, part = m["rel"].lower(), m["unit"].lower(), (m["part"] or m["part3"]).lower()
    anchor = c.anchor
    if anchor is None:
        return unknown("range")
    step = step_of(rel)
    if unit == "year":
        first, last = date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)
    elif unit == "month":
        d = shift(anchor.replace(day=1), step, "month")
        first, last = month_span(d.year, d.month)
    else:
        first = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        last = first + timedelta(6)
    if part == "earlier":
        return first, min(last, anchor), "resolved", "range"
    if part == "later":
        return anchor, last, "resolved", "range"
    return (*part_of(part, first, last), "resolved", unit)


def _year_end(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("range")
    first, last = month_span(c.anchor.year, 12 if m["rel"].lower() == "year" else c.anchor.month)
    return first, last, "resolved", "month"


def _mid_unit(m: re.Match[str], c: Context) -> Read:
    """ "mid-month", "mid-year": of the month or year of the day from which the text speaks."""
    if c.anchor is None:
        return unknown("range")
    unit = m["unit"].lower()
    if unit == "week":
        monday = c.anchor - timedelta(c.anchor.weekday())
        return monday + timedelta(2), monday + timedelta(3), "resolved", "week"
    if unit in {"summer", "winter"}:
        span = season_span(c.anchor.year - (unit == "winter" and c.anchor.month < 6), unit)
    elif unit == "month":
        span = month_span(c.anchor.year, c.anchor.month)
    else:
        span = date(c.anchor.year, 1, 1), date(c.anchor.year, 12, 31)
    return (*part_of("mid", *span), "resolved", "range")


def _quarter(m: re.Match[str], c: Context) -> Read:
    if c.anchor is None:
        return unknown("quarter")
    year = c.anchor.year + step_of(m["rel"])
    return (*part_of(f"{m['q']} {m['size']}", date(year, 1, 1), date(year, 12, 31)), "resolved", "quarter")


#: The reader of each pattern.
READERS: dict[str, Callable[[re.Match[str], Context], Read | None]] = {
    "quarter": _quarter,
    "past_n": _past_n,
    "lasting": _lasting,
    "n_ago": _n_ago,
    "few_ago": _few_ago,
    "in_n": _in_n,
    "part_rel": _part_rel,
    "year_end": _year_end,
    "mid_unit": _mid_unit,
    "weekend": _weekend,
    "rel_unit": _rel_unit,
    "rel_season": _rel_season,
    "weekday": _weekday,
    "day_of_week": _day_of_week,
    "deictic": _deictic,
}
