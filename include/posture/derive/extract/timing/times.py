"""Dates of facts: stated, relative, months, quarters, "by", "since", spans. Never a silent fallback.

`anchor` is the day of publication, or a dated anchor in the text; without it, relative words stay unresolved,
but for a day or month without a year, which takes the year that the text stated last.
"""

# ruff: noqa: E501 (a pattern is read as one line)

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from . import calendar_times, pointing_back, relative_times
from .context import Context, Read, Time
from .patterns import LETTERS, MONTH_NAMES, PATTERNS
from .spans import part_of

_READERS = calendar_times.READERS | relative_times.READERS
_LEAD = re.compile(
    r"\b(by (?:the )?(?:end of |middle of |start of |beginning of )?|until |till |since |from |between |before |after |as of |through |no later than |no earlier than |as early as |starting (?:in |on )?|beginning (?:in |on )?|up to |effective )(?:the )?(?:end of )?(?:about |around |at least )?$",
    re.I,
)
_DATELINE = re.compile(
    r"\s*(?:\([^()\n]{2,40}\)\s*(?:[—–:-]|(?=[A-Z]))|[—–]|-\s|,\s[A-Z][\w. ]{1,20}\s[—–-]\s|:\s(?=[A-Z]))"
)
_FILED_AT = re.compile(r"(?!(?:In|On|At|By|From|Near)\b)[A-Z][\w .'’/()-]{2,40},\s*")
#: Readings that may lack a year.
_YEARLESS = frozenset({"day_month", "month_day", "rel_month", "part_month_year"})
#: Words before a time at which something ends.
CLOSES = frozenset({"by", "until", "till", "before", "through", "no later than", "up to"})
_CLOSES = CLOSES | {"to"}
_OPENS = frozenset({"since", "from", "starting", "beginning", "as early as", "no earlier than", "effective"})


def times(text: str, start: int, end: int, anchor: date | None) -> list[Time]:
    """All times that text[start:end] names, in order, longest reading first; none overlaps another."""
    return _times(text, start, end, anchor, lambda first, last: _times(text, first, last, anchor, None))


def _times(
    text: str, start: int, end: int, anchor: date | None, reread: Callable[[int, int], list[Time]] | None
) -> list[Time]:
    small = text[start:end].lower()
    gates = {str(m.lastgroup) for m in LETTERS.finditer(small)}
    if not gates:
        return []
    if "w" in gates:
        gates.add("u")
    if "y" in gates:
        gates.add("d")
    if "m" in gates and MONTH_NAMES.search(text, start, end):
        gates.add("n")
    made: list[Time] = []
    context = Context(text, start, anchor, made, reread)
    taken = bytearray(end - start)
    open_ones: list[tuple[str, re.Match[str]]] = []
    for name, gate, words, pattern in PATTERNS:
        if not gates.issuperset(gate) or words and not any(w in small for w in words):
            continue
        for m in pattern.finditer(text, start, end):
            span = slice(m.start() - start, m.end() - start)
            if any(taken[span]):
                continue
            if name in _YEARLESS and not m.groupdict().get("year"):
                taken[span] = b"\1" * (m.end() - m.start())
                open_ones.append((name, m))
                continue
            read = _safe(name, m, context)
            if read:
                taken[span] = b"\1" * (m.end() - m.start())
                made.append(_with_lead(text, start, name, m, read))
    if gates & {"u", "m"}:
        back = pointing_back.matches(text, start, end, small)
        open_ones += [(n, m) for n, m in back if not any(taken[m.start() - start : m.end() - start])]
    _read_open(context, open_ones)
    made = [t for t in sorted(made, key=lambda t: t.start) if not _is_dateline(text, start, t)]
    return _joined(text, made)


def _read_open(c: Context, found: list[tuple[str, re.Match[str]]]) -> None:
    """What names no year or points back is read last, in order: each may mean the one before it."""
    for name, m in sorted(found, key=lambda f: f[1].start()):
        at = m.start()
        try:
            if name in _READERS:
                read = _READERS[name](m, c)
            else:
                read = pointing_back.read(name, m, partial(c.told, at), c.anchor, c.is_future(at))
        except (ValueError, OverflowError):
            continue  # 31 February: not a date
        if read is not None:
            c.made.append(_with_lead(c.text, c.start, name, m, read))


def _is_dateline(text: str, start: int, t: Time) -> bool:
    """ "NIAMEY, Aug. 5 (Agency) —", "Islamabad, Feb 3 (Agency): ": the day of filing, not of the fact."""
    head = text[start : t.start]
    is_place = head.rstrip(" ,/").isupper() or bool(_FILED_AT.fullmatch(head))
    return len(head) < 60 and t.precision == "day" and is_place and bool(_DATELINE.match(text, t.end))


def _joined(text: str, made: list[Time]) -> list[Time]:
    """ "from 2014 until May 2026" is one span; "on Wednesday, 1 October" is one day."""
    out: list[Time] = []
    for t in made:
        last = out[-1] if out else None
        between = text[last.end : t.start].strip(" ,(").lower() if last else "-"
        if last and between in {"", "to", "and", "until", "till", "the"} and t.start - last.end < 14:
            word = last.lead.split()[0] if last.lead else ""
            if (
                word in {"from", "between", "since"}
                and (t.lead in _CLOSES or between in {"to", "and", "until", "till"})
                and last.start_on
                and t.end_on
                and last.start_on <= t.end_on
            ):
                out[-1] = replace(last, end_on=t.end_on, end=t.end, precision="range")
                continue
            if (
                not between
                and last.precision == "day" == t.precision
                and last.end_on is not None
                and t.basis == "stated"
            ):
                out[-1] = replace(t, start=last.start, lead=last.lead)
                continue
        out.append(t)
    return out


def _safe(name: str, m: re.Match[str], c: Context) -> Read | None:
    try:
        return _READERS[name](m, c)
    except (ValueError, OverflowError):
        return None  # 31 February, year 0: not a date


def _with_lead(text: str, start: int, name: str, m: re.Match[str], read: Read) -> Time:
    """The time with its open bounds: "by" has no start, "since" no end."""
    first, last, basis, precision = read
    begin = m.start()
    own = re.match(
        r"(?:by|until|till|since|from|before|after|as of|through|in|on|of|as early as|no earlier than|between)\b",
        m.group(),
        re.I,
    )
    found = _LEAD.search(text[max(start, begin - 40) : begin])
    lead = (found.group(1) if found else own.group() if own else "").strip().lower()
    word = lead if lead in _CLOSES | _OPENS else lead.split()[0] if lead else ""
    if (
        found
        and last
        and precision in {"month", "year", "season"}
        and re.search(r"\b(?:end|middle) of (?:the )?$", text[max(start, begin - 16) : begin], re.I)
    ):
        part = "end" if "end of" in text[begin - 16 : begin].lower() else "mid"
        first, last = part_of(part, first or last.replace(day=1), last)
    if word in _CLOSES and word != "to":
        first = None
        is_whole = name in {"rel_month", "month_year", "year"} and not (found and "of " in found.group())
        if word == "before" and read[0] and is_whole:
            last = read[0] - timedelta(1)
    elif word in _OPENS and precision != "range":
        last = None
    return Time(
        first,
        last,
        basis,
        precision,
        begin,
        m.end(),
        lead,
        first is not None or last is not None,
        m.group().lower() if name == "deictic" else "",
        _floating(name, m),
    )


def _floating(name: str, m: re.Match[str]) -> str:
    """What a time leaves to the one who reads: the year of "in May", the week of "on Monday"."""
    groups = m.groupdict()
    if name == "weekday":
        return "" if (groups["rel"] or "").strip().lower() in {"last", "next", "this"} else "week"
    open_year = name in {"day_month", "month_day", "rel_month", "part_month_year", "span_days", "span_in_month"}
    named = groups.get("year") or groups.get("rel") or (groups.get("lead") or "").lower() in {"last", "this", "next"}
    return "year" if open_year and not named else ""


def dates_of(t: Time | None) -> tuple[date | None, date | None, str, str]:
    """Interval, basis, precision of a time expression."""
    if t is None:
        return None, None, "unknown", "unknown"
    return t.start_on, t.end_on, t.basis if t.is_resolved else "unknown", t.precision
