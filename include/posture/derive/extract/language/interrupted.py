"""Verbs that an aside parts from their auxiliaries: "Kenya would not, the minister said, send troops".

The parser takes the auxiliary, or the verb of saying, for the sentence's own verb, and "not" for a word of nobody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import MODALS, SUBJECT

if TYPE_CHECKING:
    from .syntax import Tree

_HAVE = frozenset("has have had 've".split())
_BE = frozenset("is are was were am 're been".split())
#: So long an aside may be.
_ASIDE = 14
#: "Vary", "range", "fluctuate", "hover", "swing", "stand", "lie", "run": no objects.
_VARY = frozenset("vary vari rang fluc hove swin stan stoo lie lies lay run runs ran hung osci alte".split())
#: What may stand between the auxiliary and the aside, and between the aside and the verb.
_LIGHT = frozenset({"RB", "RBR"})


def uninterrupted(tree: Tree) -> Tree:
    """The tree with auxiliaries, "not" and subject at the verb that they belong to."""
    if "," not in tree.keys:
        return tree
    heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
    for at, key in enumerate(tree.keys):
        if key not in MODALS | _HAVE | _BE or not (found := _verb(tree, at)):
            continue
        first, last, verb = found
        if tree.labels[at] in {"aux", "auxpass"} and tree.heads[at] == verb:
            for k in tree.of(at, "neg"):
                heads[k] = verb
        elif heads == list(tree.heads):  # one of them in a sentence: what a second one hung on may have moved
            _join(tree, at, (first, last), verb, heads, labels, tags)
    return tree.changed(heads, labels, tags) if _is_tree(heads) else tree


def floating(tree: Tree, _heads: list[int], labels: list[str]) -> None:
    """ "Italy and Spain have each said": "each" is no second subject."""
    for at, label in enumerate(tree.labels):
        if tree.keys[at] in _FLOATING and label in SUBJECT and any(k < at for k in tree.of(tree.heads[at], *SUBJECT)):
            labels[at] = "advmod"


_FLOATING = frozenset({"each", "all", "both"})


def counted_between(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Will send between four and six jets": the parser hears where to send; the jets are what is sent."""
    for at, key in enumerate(tree.keys[:-4]):
        verb = tree.heads[at]
        if key != "between" or tree.labels[at] != "prep" or not tree.is_verb(verb) or tree.of(verb, "dobj", "auxpass"):
            continue
        if tree.keys[verb][:4] in _VARY:
            continue
        noun = next((n for n in tree.of(at, "pobj") if tree.tags[n] == "NNS" and n > at + 3), None)
        if noun is None or tree.tags[at + 1] != "CD" or tree.keys[at + 2] != "and" or tree.tags[at + 3] != "CD":
            continue
        heads[noun], labels[noun] = verb, "dobj"
        heads[at], labels[at] = at + 1, "advmod"


def _is_tree(heads: list[int]) -> bool:
    """Every word leads to the one root."""
    roots = [k for k, head in enumerate(heads) if k == head]
    reached, new = set(roots), set(roots)
    while new:
        new = {k for k, head in enumerate(heads) if head in new} - reached
        reached |= new
    return len(roots) == 1 and len(reached) == len(heads)


def _verb(tree: Tree, at: int) -> tuple[int, int, int] | None:
    """The commas around the aside behind an auxiliary, and the verb behind it that fits the auxiliary."""
    k = at + 1
    while k < len(tree.keys) and tree.tags[k] in _LIGHT:
        k += 1
    if k >= len(tree.keys) or tree.keys[k] != ",":
        return None
    end = next((c for c in range(k + 2, min(k + _ASIDE, len(tree.keys))) if tree.keys[c] == ","), None)
    if end is None:
        return None
    verb = end + 1
    while verb < len(tree.keys) and tree.tags[verb] in _LIGHT:
        verb += 1
    return (k, end, verb) if verb < len(tree.keys) and _fits(tree, at, verb) else None


def _fits(tree: Tree, at: int, verb: int) -> bool:
    tag, key = tree.tags[verb], tree.keys[at]
    if any(verb > c for c in tree.of(verb, *SUBJECT) if c > at):
        return False
    if key in MODALS:
        return tag in {"VB", "VBP"}
    if key in _HAVE:
        return tag in {"VBN", "VBD"}
    return tag in {"VBG", "VBN"}


def _join(
    tree: Tree, at: int, aside: tuple[int, int], verb: int, heads: list[int], labels: list[str], tags: list[str]
) -> None:
    """The verb takes the auxiliary's place, with what stands before; the aside hangs on it."""
    inner = range(aside[0], aside[1] + 1)
    own = {at, verb, *inner}
    outside = [
        k for k in (at, verb, *inner) if tree.heads[k] not in own and labels[k] not in {"aux", "auxpass", "punct"}
    ]
    above = next(iter(outside), verb)
    heads[verb], labels[verb] = (verb, "ROOT") if above == verb == tree.heads[verb] or not outside else (
        tree.heads[above], tree.labels[above])  # fmt: skip
    is_passive = tree.keys[at] in _BE and tree.tags[verb] == "VBN"
    tags[verb] = "VB" if tree.keys[at] in MODALS else "VBN" if tree.keys[at] in _HAVE else tags[verb]
    for k, head in enumerate(tree.heads):
        if k in own or head not in own:
            continue
        if k < at or k > verb or aside[0] > k > at or aside[1] < k < verb:
            heads[k] = verb
            if k < at and labels[k] in SUBJECT:
                labels[k] = "nsubjpass" if is_passive else "nsubj"
    heads[at], labels[at] = verb, "auxpass" if is_passive else "aux"
    for k in inner:
        if tree.heads[k] not in inner or tree.heads[k] == k:
            heads[k] = verb
            labels[k] = "parataxis" if tree.is_verb(k) else labels[k]
