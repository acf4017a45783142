"""Is a text about armed forces at all, or about football, a labour strike, Scouts, a bank …?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ... import lexicon
from .names import Hit
from .text import fold
from .vocabulary import Vocabulary

#: So many words of one walk of life, and this many times the armed forces named, make a text civil.
_LEAST = 5
_OUTWEIGHS = 2.0
_TWO, _SHORT = 2, 150


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    return {word: domain for domain, words in lexicon.words()["civil_domains"].items() for word in words}


@lru_cache(maxsize=1)
def _armed() -> frozenset[str]:
    return frozenset(lexicon.words()["armed"])


@lru_cache(maxsize=1)
def _perhaps_armed() -> frozenset[str]:
    return frozenset(lexicon.words()["perhaps_armed"])


def civil_domain(text: str, hits: list[Hit], vocabulary: Vocabulary) -> str | None:
    """The walk of life that a text is about instead of armed forces; None if it may hold posture.

    Armed forces are counted by their names (units, groups, missions) and their own nouns (soldiers, troops …); a text
    without any is "unarmed".
    """
    words = re.findall(r"[a-z][a-z'-]+", fold(text))
    named = sum(
        any(f.form in {"group", "unit"} and f.role != "agency" for f in vocabulary.forces[h.name]) for h in hits
    )
    # Words that also have a civil sense are little evidence: two different ones are asked for, of a short text one.
    least = _TWO if len(words) > _SHORT else 1
    sites = any(p.site_code for h in hits for p in vocabulary.places[h.name])
    if not named and not sites and _armed().isdisjoint(words) and len(_perhaps_armed().intersection(words)) < least:
        return "unarmed"
    domains = Counter(d for d in map(_domains().get, words) if d)
    if not domains:
        return None
    domain, count = domains.most_common(1)[0]
    armed = named + sum(w in _armed() for w in words)
    return domain if count >= _LEAST and count > _OUTWEIGHS * armed else None
