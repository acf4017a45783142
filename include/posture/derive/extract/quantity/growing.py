"""Whose level a bare number is that a word of change puts: "enlarge the mission to 2,000", "a further cut, to 900".

What grows or shrinks is a body of troops by its noun or name; a share, a state or no noun at all means the troops that
were spoken of.
"""

from __future__ import annotations

from functools import lru_cache

from ..language.classes import nouns
from ..language.inflection import inflected
from ..language.syntax import Tree
from ..language.vocabulary import first_words, vocabulary
from . import levels

#: What a number is the size of, beside the nouns of troops themselves.
_BODIES = levels.GROUPS | nouns("body_of_men") | {"component", "base", "bases"}
#: Prepositions of a level that changes.
PUTS = frozenset("from to by below under above over".split())
_BE = inflected("be")
#: What a state is said to do with its troops, without an object.
_OF_STATES = inflected("reduce go come scale cut draw")


@lru_cache(maxsize=1)
def _missions() -> frozenset[str]:
    """Names of one word of forces that are no state's: UNIFIL, KFOR."""
    v = vocabulary()
    return frozenset(
        n for n, forces in zip(v.names, v.forces, strict=True) if " " not in n and any(f.theatre for f in forces)
    )


def is_body(tree: Tree, noun: int) -> bool:
    """A contingent, a mission by its name, a nation's men."""
    return tree.keys[noun] in _BODIES or tree.keys[noun] in _missions() or tree.tags[noun] == "NNPS"


def is_of_those(tree: Tree, noun: int) -> bool:
    """A share, or a change, or a state's troops, of which else nothing is said: of the troops spoken of."""
    return tree.keys[noun] in levels.SHARES or _is_untold(tree, noun) or _is_state(tree, noun)


def _is_untold(tree: Tree, noun: int) -> bool:
    """ "A second reduction, to 5,000": of whom the text before says."""
    if tree.keys[noun] not in levels.CHANGES:
        return False
    return all(tree.tags[n][:3] == "NNP" for n in tree.under(noun, {"of", "in", "to"}) if tree.tags[n] != "CD")


def _is_state(tree: Tree, noun: int) -> bool:
    """ "Poland will reduce to 1,400"."""
    return tree.tags[noun] == "NNP" and tree.labels[noun] == "nsubj" and tree.keys[tree.heads[noun]] in _OF_STATES


def changing(tree: Tree, prep: int) -> list[int]:
    """Nouns that a change whose number a preposition puts may be told of."""
    at = prep
    while not (tree.is_verb(at) or tree.keys[at] in levels.CHANGES):
        if tree.heads[at] == at or tree.labels[at] not in {"prep", "advmod", "conj", "pobj", "prt", "quantmod"}:
            return []
        at = tree.heads[at]
    if tree.keys[at] in levels.CHANGES and not tree.is_verb(at):
        return [at, *tree.under(at, {"of", "in", "to"})]
    told = tree.subject(at) if tree.is_passive(at) or tree.object(at) is None else tree.object(at)
    if told is None:
        return []
    if tree.keys[told] in levels.CHANGES:
        return [told, *tree.under(told, {"of", "in", "to"})]
    is_down = tree.keys[at] in _BE and {"down", "up", "back"} & {tree.keys[c] for c in tree.of(at, "advmod", "prt")}
    return [told] if is_down or tree.keys[at] in first_words("level_change") else []
