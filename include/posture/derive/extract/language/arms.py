"""Words of acts of arms, by class: every form of the verbs and nouns of `lexicon/arms.yaml`."""

from __future__ import annotations

from functools import cache

from .... import lexicon
from .inflection import forms, plural


@cache
def nouns(name: str) -> frozenset[str]:
    """Singulars and plurals of a class of nouns."""
    return frozenset(f for noun in lexicon.load("arms.yaml")["nouns"][name] for f in (noun, plural(noun)))


@cache
def verbs(name: str) -> frozenset[str]:
    """Every form of a class of verbs."""
    return frozenset(f for lemma in lexicon.load("arms.yaml")["verbs"][name] for f in forms(lemma))
