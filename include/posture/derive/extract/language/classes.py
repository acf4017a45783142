"""Open classes of words that rules ask for by name: every form of the entries of `arms.yaml` and `classes.yaml`.

Closed classes (prepositions, pronouns, auxiliaries, determiners) are grammar and stand in `grammar`.
"""

from __future__ import annotations

from functools import cache

from .... import lexicon
from .inflection import forms, plural


@cache
def nouns(name: str) -> frozenset[str]:
    """Singulars and plurals of a class of nouns."""
    return frozenset(f for noun in lexicon.classes()["nouns"][name] for f in (noun, plural(noun)))


@cache
def singulars(name: str) -> frozenset[str]:
    """A class of nouns as its file has them."""
    return frozenset(lexicon.classes()["nouns"][name])


@cache
def plurals(name: str) -> frozenset[str]:
    """The plurals alone; a noun in "s" (barracks, headquarters) is its own."""
    return frozenset(noun if noun.endswith("s") else plural(noun) for noun in lexicon.classes()["nouns"][name])


@cache
def verbs(name: str) -> frozenset[str]:
    """Every form of a class of verbs."""
    return frozenset(f for lemma in lexicon.classes()["verbs"][name] for f in forms(lemma))


@cache
def words(name: str) -> frozenset[str]:
    """A class of words as they stand."""
    return frozenset(lexicon.classes()["words"][name])
