"""Words of levels: what a number of troops is said of, and the verbs that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language.classes import nouns, verbs, words
from ..language.inflection import inflected
from ..language.syntax import Tree
from ..language.vocabulary import Vocabulary, first_words

if TYPE_CHECKING:
    from ..clauses import View

#: What a level is said of besides troops themselves.
LEVELS = words("level")
#: Nouns of bodies of troops: "a brigade of 3,500", "an advance party of 20".
GROUPS = nouns("formation") | nouns("part_of_force")
#: Verbs whose object is how many their subject is.
NUMBERS = inflected(
    "number total exceed surpass reach approach equal top count comprise average outnumber"
) | frozenset("totalling totaling totalled totaled".split())
#: "Britain's share is 6,000": of the troops spoken of.
SHARES = frozenset(
    "share contribution commitment third quarter half most majority bulk rest remainder all fifth total".split()
)
#: Their object, a bare number, are troops spoken of; so are those whom one of the next words asks for.
GIVES = verbs("give_force")
ASKS = words("levels.asks")
SENDINGS = words("levels.sendings")
EXTREMES = words("levels.extremes")
CHANGES = words("levels.changes")
#: Verbs by which a state has troops somewhere.
HAS = verbs("have_force")
#: What happens at seven happens at an hour.
HAPPENS = verbs("happen")
GOES = words("levels.goes")
#: Units whose members go somewhere.
MOVING = frozenset({"personnel", "units", "aircraft", "ships", "vehicles"})
OF_THOSE = frozenset("first last remaining other another further final initial".split())
#: What becomes of men where they are: "the 300 based in X will be paid", "thanked the 900 who serve there".
UNMOVED = verbs("unmoved")
#: "around 500 should stay": the parser takes the adverb for a preposition.
ROUGHLY = frozenset("around about over under".split())
#: A level is said by a number behind these: "stays under 70", "hovers above 70".
BESIDE_A_NUMBER = ROUGHLY | {"below", "above"}
HOVERS = verbs("levels.hovers")
#: "300 remain present".
THERE = frozenset("present there here stationed deployed based active available ready behind in on encamped".split())
#: "The remaining 400", "another 500", "the other 300": what was counted before.
AGAIN = frozenset("remaining other more further additional same original last first only new".split())
ROUGHLY_SO = ROUGHLY | frozenset("more than some at least fewer less nearly almost roughly only just up to".split())
VICTIMS = words("victim")
LOADS = words("levels.loads")
MATERIEL = frozenset({"ships", "aircraft", "vehicles", "bases"})
STAYS = words("levels.stays")


def is_of_others(tree: Tree, v: Vocabulary, node: int, start: int, end: int) -> bool:
    """ "Two of the bridges", "seven of the eight states": a part of what is no force."""
    below = [n for p in tree.of(node, "prep") if p >= end for n in tree.of(p, "pobj")]
    if not below:
        return False
    key = tree.keys[below[0]]
    if key == "which":
        key = next((k for k in reversed(tree.keys[:start]) if k.isalpha()), "")
    is_common = tree.tags[below[0]] in {"NN", "NNS", "WDT"}
    return is_common and key not in v.classes["movers"] and key not in v.units


_WAYS = (("en", "route"), ("on", "the", "way"), ("on", "their", "way"), ("in", "transit"), ("to", "follow"))


def on_way(words: tuple[str, ...]) -> bool:
    """The words say of what they stand behind that it is coming."""
    return any(words[: len(way)] == way for way in _WAYS)


LEVEL_NOUNS = words("levels.level_nouns")
_CARRIES = frozenset("take takes took taking taken bring brings brought bringing".split())


def is_told_of(view: View, noun: int) -> bool:
    """A verb of changing levels says of the noun how large it is."""
    tree = view.tree
    above = tree.heads[tree.heads[noun]]
    if tree.labels[noun] == "pobj" and view.key(tree.heads[noun]) == "of":
        noun = above if view.key(above) in LEVEL_NOUNS | {"size", "scale"} else noun
    if tree.labels[noun] == "appos" and tree.of(noun, "amod"):
        return True  # "there are 30,000, the biggest deployment ever"
    verb = tree.heads[noun]
    numbered = {view.key(q.first) for q in view.quantities if verb < q.first} & BESIDE_A_NUMBER
    if view.key(verb) in HOVERS and tree.labels[noun] == "nsubj" and numbered:
        return True  # "the deployment stays under 70"
    if view.key(verb) not in first_words("level_change") or not tree.is_verb(verb):
        return False
    numbered = {view.key(p) for p in tree.of(verb, "prep")} & {"to", "from", "by"}
    if tree.labels[noun] == "nsubj":
        return not tree.of(verb, "dobj")
    return tree.labels[noun] in {"dobj", "nsubjpass"} and (bool(numbered) or view.key(verb) not in _CARRIES)
