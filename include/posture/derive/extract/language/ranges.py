"""Ranges told like ways: "from 300 to 400 soldiers are there", where nothing becomes more or less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .grammar import MONTH_NAMES
from .inflection import inflected
from .text import Token
from .vocabulary import first_words

_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def is_range(toks: Sequence[Token], at: int) -> bool:
    """Whether "from" at a token and the numbers behind it tell within what a count lies, not what becomes of it."""
    if at + 4 >= len(toks) or toks[at].key != "from" or toks[at + 2].key != "to":
        return False
    low, high = toks[at + 1].key, toks[at + 3].key
    if not all(n.replace(",", "").isdecimal() and not _YEAR.fullmatch(n) for n in (low, high)):
        return False
    if {t.key for t in toks[at + 4 : at + 6]} & MONTH_NAMES:
        return False  # "from 11 to 14 April"
    return not any(t.key in _changing() for t in toks)


@lru_cache(maxsize=1)
def _changing() -> frozenset[str]:
    """Words of levels that change."""
    return first_words("level_change", "fewer") | inflected("change move shift alter")
