"""When something was of which only the distance is told: "left on Monday, nine years after they came"."""

from __future__ import annotations

from datetime import date

from ..clauses import View
from ..language.syntax import Tree
from ..language.tense import is_past
from ..reading import Reading
from .context import Time
from .pointing_back import Told, distant
from .spans import SMALL, number_of, shift
from .when import nearest

_WAYS = frozenset({"after", "before"})
#: Days; a time of more is no day or week from which others could be counted.
_COARSE = 10
_UNITS = {f"{unit}{end}": unit for unit in ("hour", "day", "week", "month", "year", "decade") for end in ("", "s")}


def told_apart(r: Reading, own: Time | None, published: date | None) -> Time | None:
    """The time of a reading's fact, if it is told as so long before or behind that of the clause above; else `own`.

    Args:
        r: the reading.
        own: what was found for it so far.
        published: the day to count from where the clause above has no time.
    """
    view, tree = r.view, r.view.tree
    at = r.last if r.trigger.kind == "noun" or not tree.is_verb(r.first) else r.first
    mark = _border(tree, at)
    if mark is None:
        return own
    of = at if tree.labels[at] == "pobj" else tree.clause(at)
    first, last = tree.span(of)
    if own is not None and any(t is own and max(first, mark) < k < last for k, t in view.timed):
        return own  # "two days after the attack on 5 May"
    base = _above(view, mark, of, own, published)
    if base is None:
        return own
    unit, number = _UNITS[view.key(mark - 1)], view.key(mark - 2) if mark > 1 else ""
    is_number, is_back = number in SMALL or number.isdecimal(), view.key(mark) == "after"
    if is_number and unit in {"day", "week"} and (base.last - base.first).days > _COARSE:
        n = number_of(number) * (-1 if is_back else 1)  # "left in March, three days after …": some day
        start, end, precision = shift(base.first, n, unit), shift(base.last, n, unit), "range"
    else:
        start, end, precision = distant(base, unit, number if is_number else None, is_back)
    return Time(start, end, "resolved", precision, view.toks[mark - 1].start, view.toks[mark].end)


def _border(tree: Tree, at: int) -> int | None:
    """The "after" or "before" of the event at token `at`, behind a count of days, weeks or years."""
    if tree.labels[at] == "pobj":
        mark = tree.heads[at]
    else:
        clause = tree.clause(at)
        marks = [c for c in tree.of(clause, "mark", "prep", "advmod") if c < at and tree.keys[c] in _WAYS]
        if tree.labels[clause] != "advcl" or not marks:
            return None
        mark = marks[0]
    if mark < 1 or tree.keys[mark] not in _WAYS or tree.keys[mark - 1] not in _UNITS:
        return None
    return None if tree.labels[mark - 1] in {"pobj", "dobj", "nsubj", "nsubjpass"} else mark


def _above(view: View, mark: int, of: int, own: Time | None, published: date | None) -> Told | None:
    """From what the distance is counted: the time of the clause above, or the present."""
    tree = view.tree
    over = tree.heads[mark] if tree.labels[of] == "pobj" else tree.heads[of]
    main = tree.clause(over)
    t = nearest(view, main, main, False) or own
    first, last = (None, None) if t is None else (t.start_on, t.end_on)
    if t is None and published is not None and view.key(mark) == "after":
        return Told(published, published)
    if first is None or last is None:
        return None
    is_ahead = t is not None and t.floating == "year" and published is not None and first > published
    if is_ahead and is_past(tree, main):
        first, last = shift(first, -1, "year"), shift(last, -1, "year")
    return Told(first, last)
