"""Open classes of words that rules ask for by name: every form of the entries of `lexicon/classes/`.

Closed classes (prepositions, pronouns, auxiliaries, determiners) are grammar and stand in `grammar`.
"""

from __future__ import annotations

import re
from functools import cache

from .... import lexicon
from .inflection import forms, plural


def _plural(noun: str) -> str:
    """A noun in "s" is its own plural (barracks, troops), one in "ss" or "us" is not (pass, bus)."""
    return noun if re.search(r"(?<![su])s$", noun) else plural(noun)


@cache
def singulars(name: str) -> frozenset[str]:
    """A class of nouns as its file has them."""
    return frozenset(lexicon.classes()["nouns"][name])


@cache
def plurals(name: str) -> frozenset[str]:
    """The plurals alone."""
    return frozenset(map(_plural, singulars(name)))


@cache
def nouns(name: str) -> frozenset[str]:
    """Singulars and plurals of a class of nouns."""
    return singulars(name) | plurals(name)


@cache
def verbs(name: str) -> frozenset[str]:
    """Every form of a class of verbs."""
    return frozenset(f for lemma in lexicon.classes()["verbs"][name] for f in forms(lemma))


@cache
def words(name: str) -> frozenset[str]:
    """A class of words as they stand."""
    return frozenset(lexicon.classes()["words"][name])
