"""Clock times that a live blog prints without a time element ("09:14", "2.40pm GMT"), and whether they run one way."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html as lxml_html

_CLOCK = re.compile(
    r"^\W{0,3}(?P<h>[01]?\d|2[0-4])\s?[:.h]\s?(?P<m>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:gmt|utc|bst|cest|cet|eest|eet|est|edt|[ap][sd]t|msk|ist|local time)(?:[+-]\d{1,2})?\)?)?\W{0,3}$"
    r"|^\W{0,3}(?P<hour>1[0-2]|[1-9])\s?(?P<half2>[ap]\.?m\.?)\W{0,3}$",
    re.I,
)
_HOLDERS = "span div p strong b small em i time h3 h4 h5 a td dt".split()
_LONGEST = 30
#: A page of a timetable has more of them.
_MOST = 500
#: How far above its clock an entry's element stands.
_MOST_ABOVE = 6


_LOOSE = re.compile(r"\d ?(?:[:.h] ?[0-5]\d(?!\d)|[apAP]\.?[mM])")


def may_run(text: str) -> bool:
    """Whether a page's text may hold three clock times: a quick look."""
    return len(list(itertools.islice(_LOOSE.finditer(text), 3))) == 3


def minutes(text: str) -> int | None:
    """Minutes since midnight of a text that is nothing but a clock time, or None."""
    m = _CLOCK.match(text) if len(text) <= _LONGEST else None
    if m is None:
        return None
    hour, minute, half = int(m["h"] or m["hour"]), int(m["m"] or 0), (m["half"] or m["half2"] or "")[:1].lower()
    if half and hour > 12:
        return None
    return (hour % 12 + 12 * (half == "p") if half else hour % 24) * 60 + minute


def groups(tree: lxml_html.HtmlElement) -> Iterator[dict[Any, int]]:
    """Children of one parent that hold a clock each, with its minutes: first the largest group."""
    found: dict[Any, dict[Any, int]] = {}
    clocks = [(n, at) for n in tree.iter(*_HOLDERS) if (own := n.text) and (at := minutes(own.strip())) is not None]
    for node, at in clocks if len(clocks) <= _MOST else ():
        for child in itertools.islice((node, *node.iterancestors()), _MOST_ABOVE):
            if (parent := child.getparent()) is None:
                break
            found.setdefault(parent, {}).setdefault(child, at)
    yield from sorted(found.values(), key=len, reverse=True)


def is_run(told: Iterable[int]) -> bool:
    """Three or more times of one day, told forwards or backwards; once past midnight at most."""
    times = list(told)
    if len(times) < 3 or len(set(times)) <= len(times) / 2:
        return False
    steps = [b - a for a, b in itertools.pairwise(times)]
    return sum(s > 0 for s in steps) <= 1 or sum(s < 0 for s in steps) <= 1


def is_one_day(told: Iterable[int]) -> bool:
    """Whether the times never pass midnight, so that the page's day is theirs."""
    times = list(told)
    return times in (sorted(times), sorted(times, reverse=True))
