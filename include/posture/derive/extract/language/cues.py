"""Governing words by the word as it stands: what a verb, noun or adjective makes of the act below it (cues.yaml)."""

from __future__ import annotations

from functools import lru_cache

from .... import lexicon
from .inflection import forms, plural

_PAST = {
    "say": "said", "tell": "told", "know": "known knew", "think": "thought", "understand": "understood",
    "hear": "heard",
    "mean": "meant", "foresee": "foreseen foresaw", "forbid": "forbidden forbade", "show": "shown",
    "write": "written wrote",
    "speak": "spoken spoke", "choose": "chosen chose", "forgo": "forgone", "meet": "met", "swear": "sworn swore",
    "bind": "bound", "lead": "led", "get": "got gotten", "do": "done did", "undertake": "undertaken undertook",
    "oversee": "overseen oversaw", "beseech": "besought", "stand": "stood", "bid": "bade", "prefer": "preferred",
    "refer": "referred",
}  # fmt: skip
_DOUBLING = frozenset(
    "stop drop ban bar scrap plan wrap step ramp let get set put run prefer transfer cut axe commit permit".split()
)
_CONTRACTED = {"'s": "be", "’s": "be", "'re": "be", "'m": "be", "am": "be", "'ve": "have"}

Cues = dict[tuple[str, str], str]


def _inflected(lemma: str) -> set[str]:
    made = set(forms(lemma))
    if lemma in _DOUBLING and not lemma.endswith("e"):
        made |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return made | set(_PAST.get(lemma, "").split())


@lru_cache(maxsize=1)
def lemmas() -> dict[str, str]:
    """Inflected verb → lemma, of all governing verbs."""
    made: dict[str, str] = dict(_CONTRACTED)
    cues = lexicon.cues()
    for words in (*cues["verbs"].values(), cues["speech"]["all"]):
        for entry in words:
            lemma = entry.split()[0]
            for form in _inflected(lemma):
                made.setdefault(form, lemma)
    return made


@lru_cache(maxsize=1)
def verbs() -> Cues:
    """(lemma, narrowing word or "") → class."""
    return {
        (head, rest): name
        for name, words in lexicon.cues()["verbs"].items()
        for head, _, rest in (w.partition(" ") for w in words)
    }


@lru_cache(maxsize=1)
def speech() -> frozenset[str]:
    """Lemmas of verbs of saying and thinking."""
    return frozenset(lexicon.cues()["speech"]["all"])


@lru_cache(maxsize=1)
def nouns() -> dict[str, str]:
    """Governing noun, singular or plural → class."""
    return {f: name for name, words in lexicon.cues()["nouns"].items() for w in words for f in (w, plural(w))}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Adjective that may stand before its noun → class."""
    return {w: name for name, words in lexicon.cues()["adjectives"].items() for w in words}


@lru_cache(maxsize=1)
def predicates() -> dict[str, str]:
    """Adjective after "be" → class."""
    return adjectives() | {w: name for name, words in lexicon.cues()["predicates"].items() for w in words}


@lru_cache(maxsize=1)
def prepositional() -> dict[tuple[str, ...], str]:
    """Words after "be" from the preposition on → class."""
    return {tuple(w.split()): name for name, words in lexicon.cues()["prepositional"].items() for w in words}
