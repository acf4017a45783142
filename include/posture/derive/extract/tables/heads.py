"""What the words over a column say that it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .... import lexicon

#: In this order: what the first pattern to be found in the words says.
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"\b(?:{'|'.join(expressions)})\b", re.I)) for role, expressions in lexicon.columns().items()
)
_YEAR = re.compile(
    r"(?:(?:as of |in |end of |end-|mid-|early |late |by )?(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d|(?:19|"
    r"20)\d\d[-/]\d\d)\*?$",
    re.I,
)
_NUMBERED = re.compile(r"(?:no\.?|nos\.?|number|#)(?: of\b.*)?$", re.I)
_LONGEST = 7
#: What else stands over columns, beside the words above.
_FILLERS = frozenset(
    "of the in on at to by for and or a an its their current old new previous former moved main present approx "
    "approximate approximately est "
    "estimated "
    "max maximum minimum average peak deployed stationed based troop military name names code air naval army "
    "navy number "
    "force forces foreign host home contributing sending maximum planned level country nation us uk un eu nato "
    "what now "
    "m no nr count date deployment deployments government territory today's abroad overseas principal area "
    r"major".split()
)
_WORDS = re.compile(r"[a-z]+")


def role_of(words: str) -> str:
    """What a column below these words holds; "" if they don't say."""
    words = words.strip(" *:#|").strip()
    if _YEAR.match(words):
        return "year"
    if _NUMBERED.match(words):
        return "count" if " of " in words or len(words) > 3 else "skip"
    return next((role for role, pattern in _ROLES if pattern.search(words)), "")


def _is_word(word: str) -> bool:
    return word in _FILLERS or any(pattern.fullmatch(word) for _, pattern in _PLAIN)


_PLAIN = tuple((role, re.compile(pattern.pattern, re.I)) for role, pattern in _ROLES)


def _names_column(cell: str) -> bool:
    """ "Number of troops", not "Camp Dwyer"."""
    return bool(role_of(cell)) and (bool(_YEAR.match(cell)) or all(map(_is_word, _WORDS.findall(cell.lower()))))


def is_head(cells: Sequence[str]) -> bool:
    """Whether the words name columns: most of them are such words, none is a text or a number."""
    full = [c.strip() for c in cells if c.strip()]
    if not full or any(len(c.split()) > _LONGEST or c.endswith((".", ";")) for c in full):
        return False
    known = [role_of(c) if _names_column(c) else "" for c in full]
    numbers = [c for c, role in zip(full, known, strict=True) if c[0].isdecimal() and role != "year"]
    named = [role for role in known if role and role != "year"]
    return not numbers and bool(named) and 2 * sum(map(bool, known)) > len(full)


def stands_over(cells: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a first row names columns in words of its own ("Who says so | When | Soldiers"): short words without a
    number, one of them a usual one, over a column of figures."""
    full = [c.strip() for c in cells if c.strip()]
    if len(body) < 2 or any(len(c.split()) > 4 or c.endswith((".", ";")) or _DIGIT.search(c) for c in full):
        return False
    columns = ([r[k].strip() for r in body if k < len(r) and r[k].strip()] for k in range(len(cells)))
    over = [sum(bool(_DIGIT.search(c)) for c in column) >= 2 * len(column) / 3 and column for column in columns]
    return any(map(_names_column, full)) and any(over)


_DIGIT = re.compile(r"\d")
