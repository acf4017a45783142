"""Is a text about armed forces at all, or about football, a labour strike, Scouts, a bank …?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ... import lexicon
from .names import Hit
from .text import Sentence, fold
from .vocabulary import Vocabulary

#: So many words of one walk of life, and this many times the armed forces named, make a text civil.
_LEAST = 5
_OUTWEIGHS = 2.0
_TWO, _SHORT = 2, 150
#: Share of a text's words below which it speaks of armed forces by the way.
_DENSE = 0.022


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    return {word: domain for domain, words in lexicon.words()["civil_domains"].items() for word in words}


@lru_cache(maxsize=1)
def _armed() -> frozenset[str]:
    return frozenset(lexicon.words()["armed"])


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words that make a sentence military wherever they stand."""
    return _armed() | frozenset(lexicon.words()["perhaps_armed"])


@lru_cache(maxsize=1)
def _also_civil() -> frozenset[str]:
    """Words that armed forces share with the civil world."""
    return frozenset(lexicon.words()["also_civil"])


def is_force(hit: Hit, vocabulary: Vocabulary) -> bool:
    """Whether an armed force has its name here: a group, a unit, a mission; not a state, which does much else."""
    return any(f.form in {"group", "unit"} and f.role != "agency" for f in vocabulary.forces[hit.name])


def is_aside(text: str, hits: list[Hit], vocabulary: Vocabulary) -> bool:
    """Whether a text speaks of armed forces by the way only: hardly two of a hundred words are theirs.

    Measured: annotated articles with three records or more hold 2.8 such words in a hundred or more; texts of other
    walks of life, and a newsroom's pages that tell nothing of forces, fewer than 1.9.
    """
    words = re.findall(r"[a-z][a-z'-]+", fold(text))
    if len(words) <= _SHORT:
        return False
    named = sum(is_force(h, vocabulary) + any(p.site_code for p in vocabulary.places[h.name]) for h in hits)
    told = sum(1.0 if w in _telling() else 0.5 if w in _also_civil() else 0.0 for w in words)
    return named + told < _DENSE * len(words)


def is_telling(sentence: Sentence, has_name: bool) -> bool:
    """Whether a sentence of such a text speaks of armed forces all the same: by their own nouns or a force's name."""
    return has_name or any(t.key in _telling() for t in sentence.tokens)


def civil_domain(text: str, hits: list[Hit], vocabulary: Vocabulary) -> str | None:
    """The walk of life that a text is about instead of armed forces; None if it may hold posture.

    Armed forces are counted by their names (units, groups, missions) and their own nouns (soldiers, troops …); a text
    without any is "unarmed".
    """
    words = re.findall(r"[a-z][a-z'-]+", fold(text))
    named = sum(is_force(h, vocabulary) for h in hits)
    # Words that also have a civil sense are little evidence: two different ones are asked for, of a short text one.
    least = _TWO if len(words) > _SHORT else 1
    sites = any(p.site_code for h in hits for p in vocabulary.places[h.name])
    if (
        not named
        and not sites
        and _armed().isdisjoint(words)
        and len((_telling() | _also_civil()).intersection(words)) < least
    ):
        return "unarmed"
    domains = Counter(d for d in map(_domains().get, words) if d)
    if not domains:
        return None
    domain, count = domains.most_common(1)[0]
    armed = named + sum(w in _armed() for w in words)
    return domain if count >= _LEAST and count > _OUTWEIGHS * armed else None
