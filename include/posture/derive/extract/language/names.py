"""Find the lexicon's names in a text: longest first, whole words, in the case that the name demands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick_rs

from .text import fold
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the lexicon found in the text: offsets and number of the name."""

    start: int
    end: int
    name: int


@lru_cache(maxsize=16)
def _automaton(words: frozenset[str]) -> Any:
    return ahocorasick_rs.AhoCorasick(sorted(words))


def may_stand(folded: str, words: frozenset[str]) -> list[int]:
    """Where in a folded text one of the words may begin, in order: all places where it does, and some in longer words.

    A look at the whole text that spares cutting it into tokens.
    """
    found = _automaton(words).find_matches_as_indexes(folded, overlapping=True)
    return sorted({start for _, start, _ in found if not start or not folded[start - 1].isalpha()})


def scan(text: str, vocabulary: Vocabulary, folded: str | None = None) -> list[Hit]:
    """All names in a text: longest first, on word boundaries, in the case that the name demands. `folded`: the text,
    folded, where it is at hand."""
    folded = (fold(text) if folded is None else folded).replace("-", " ")
    hits: list[Hit] = []
    # Byte offsets are not needed: the automaton counts characters.
    for name, start, end in vocabulary.automaton.find_matches_as_indexes(folded, overlapping=True):
        if (start and folded[start - 1].isalnum()) or (end < len(folded) and folded[end].isalnum()):
            continue
        if text[end : end + 1] == "$":
            continue  # "US$ 5 million"
        if not (text[start].isupper() or text[start].isdecimal()) and not _may_be_lower(
            text[start:end], vocabulary.cased[name]
        ):
            continue
        if end - start <= 5 and not _cased(text[start:end], vocabulary.cased[name]):
            continue
        hits.append(Hit(start, end, name))
    hits.sort(key=lambda h: (h.start, -h.end))
    kept: list[Hit] = []
    reach = -1
    for h in hits:
        if h.start >= reach:
            kept.append(h)
        elif folded.startswith("the ", kept[-1].start) and h.start <= kept[-1].start + 4 and h.end > kept[-1].end:
            kept[-1] = h  # "the Gulf" in "the Gulf of Oman"
        reach = kept[-1].end
    return kept


def _may_be_lower(found: str, names: tuple[str, ...]) -> bool:
    return any(n[0].islower() and n == found for n in names) or found.startswith(
        ("al-", "at-", "as-", "ash-", "ad-", "ar-", "an-", "el-", "ez-", "az-")
    )


def _cased(found: str, names: tuple[str, ...]) -> bool:
    """Short names must stand as written: "US", not "us"; "Mali", not "MALI" is let pass."""
    return any(
        fold(n) != n.lower() or n == found or (not n.isupper() and found.istitle()) or found == n.upper() and len(n) > 3
        for n in names
    )
