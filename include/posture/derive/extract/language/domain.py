"""Is a text about armed forces at all, or about football, a labour strike, Scouts, a bank …?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .... import lexicon
from .names import Hit, may_stand
from .text import Sentence
from .vocabulary import Vocabulary

#: So many words of one walk of life, and this many times the armed forces named, make a text civil.
_LEAST = 5
_OUTWEIGHS = 2.0
#: So many different ones, this share of the text's words, and more than all words and names of armed forces, do so too:
#: a match of Army against Navy, a general before his judges, what a frigate costs. Measured: annotated articles with
#: posture hold up to 2 in a hundred (but for one on a sports meeting of soldiers), those of other walks of life mostly
#: 2.8 or more. Elections are left out: soldiers guard them.
_VARIED, _FULL = 6, 0.027
_TWO, _SHORT = 2, 150
#: Share of a text's words below which it speaks of armed forces by the way.
_DENSE = 0.022


_WORD = re.compile("[a-z][a-z'-]+")
#: "Service members" as one word.
_SERVICE = "servicemembers"


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


@dataclass(frozen=True, slots=True)
class Domain:
    """What a text is about. `civil`: the walk of life that it is of instead of armed forces ("sport", "court" …);
    "unarmed" if nothing in it names any; None if it may hold posture. `is_aside`: it speaks of them by the way."""

    civil: str | None
    is_aside: bool = False


def domain_of(folded: str, hits: list[Hit], vocabulary: Vocabulary) -> Domain:
    """Of armed forces, by the way of them, or of another walk of life. `folded`: the text, folded.

    Armed forces are counted by their names (units, groups, missions), their sites' names and their own nouns (soldiers,
    troops …). By the way: hardly two of a hundred words are theirs. Measured: annotated articles with three records or
    more hold 2.8 such words in a hundred or more; texts of other walks of life, and a newsroom's pages that tell
    nothing of forces, fewer than 1.9.
    """
    known: Counter[str] = Counter()
    for w, n in Counter(_WORD.findall(folded)).items():
        known[w.removesuffix("'s").rstrip("'")] += n
    length = known.total()
    names = {h.name: h for h in hits}
    often = Counter(h.name for h in hits)
    named = sum(n for name, n in often.items() if is_force(names[name], vocabulary))
    sites = sum(n for name, n in often.items() if any(p.site_code for p in vocabulary.places[name]))
    if "service " in folded:
        known.update(_SERVICE for _ in re.finditer(r"\bservice (?:wo)?m(?:embers?|an|en)\b", folded))
    own = sum(known[w] for w in known.keys() & _telling())
    shared = sum(known[w] for w in known.keys() & _also_civil())
    is_aside = length > _SHORT and named + sites + own + shared / 2 < _DENSE * length
    if not named and not sites:
        # Words that also have a civil sense are little evidence: two different ones are asked for, of a short text one.
        least = _TWO if length > _SHORT else 1
        either = _telling() | _also_civil()
        if is_aside and not own or not _armed() & known.keys() and len(either & known.keys()) < least:
            return Domain("unarmed", is_aside)
    civil = _domains()
    spoken = [w for w in known if w in civil]
    if not spoken:
        return Domain(None, is_aside)
    domains: Counter[str] = Counter()
    for w in spoken:
        domains[civil[w]] += known[w]
    domain, count = domains.most_common(1)[0]
    armed = named + sum(known[w] for w in known.keys() & _armed())
    outweighs = count >= _LEAST and count > _OUTWEIGHS * armed
    is_full = domain != "elections" and count >= _FULL * length
    is_full = is_full and sum(civil[w] == domain for w in spoken) >= _VARIED
    return Domain(domain if outweighs or is_full and count > named + sites + own else None, is_aside)


def asides(folded: str, sentences: Sequence[Sentence], hits: Sequence[Hit], vocabulary: Vocabulary) -> frozenset[int]:
    """Of a text that speaks of armed forces by the way, the sentences, by number, that do not: neither by their own
    nouns, nor by the name of a force or a site. No mention can come of them.

    Args:
        folded: the text, folded.
        sentences: of the text.
        hits: the names in it.
        vocabulary: the compiled lexicon.
    """
    named = [h.start for h in hits if is_force(h, vocabulary) or any(p.site_code for p in vocabulary.places[h.name])]
    words = may_stand(folded, _telling())
    return frozenset(
        n
        for n, s in enumerate(sentences)
        if not _is_between(named, s) and not (_is_between(words, s) and any(t.key in _telling() for t in s.tokens))
    )


def _is_between(starts: Sequence[int], sentence: Sentence) -> bool:
    at = bisect_left(starts, sentence.start)
    return at < len(starts) and starts[at] < sentence.end
