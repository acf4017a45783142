"""Sentences whose subject stands behind the verb: "Into the town moved two companies", "Gone are the engineers"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .classes import verbs
from .grammar import BE_FORMS, SUBJECT, set_of

if TYPE_CHECKING:
    from .syntax import Tree

_OF_PLACE = verbs("inversions.of_place")
_INTRANSITIVE = set_of("gone arrived returned departed left remained fallen come stayed")


def _place_first(tree: Tree) -> Tree:
    """Behind a phrase that opens the sentence and a verb of standing or moving comes the subject, no object."""
    if not tree.tags or tree.tags[0] != "IN" or tree.labels[0] != "prep":
        return tree
    verb = tree.heads[0]
    found = [c for c in tree.of(verb, "dobj") if c > verb]
    if tree.keys[verb] not in _OF_PLACE or not found or any(c < verb for c in tree.of(verb, *SUBJECT, "aux", "neg")):
        return tree
    labels = list(tree.labels)
    labels[found[0]] = "nsubj"
    return tree.changed(tree.heads, labels)


def _cleft(tree: Tree) -> Tree:
    """ "It was Kenya that sent the men": who sent them stands first for weight's sake alone."""
    be = tree.root
    it = [c for c in tree.of(be, "nsubj") if tree.keys[c] == "it"]
    named = [c for c in tree.of(be, "attr") if tree.tags[c][:2] == "NN" or tree.tags[c] == "CD"]
    if tree.keys[be] not in {"was", "is"} or not it or not named or tree.of(be, "neg"):
        return tree
    noun = named[0]
    for verb in range(noun + 1, len(tree.keys)):
        who = [c for c in tree.of(verb, "nsubj", "nsubjpass") if tree.keys[c] in {"that", "who", "which"}]
        if tree.labels[verb] == "relcl" and who and noun in tree.ancestors(verb):
            break
    else:
        return tree
    if tree.tags[noun] not in {"NNP", "NNPS"} and {tree.keys[c] for c in tree.of(noun, "det")} & {"a", "an"}:
        return tree  # "it was a raid that took an hour"
    heads, labels = list(tree.heads), list(tree.labels)
    heads[verb], labels[verb] = verb, "ROOT"
    heads[be], labels[be], labels[it[0]] = verb, "dep", "expl"
    heads[noun], labels[noun], labels[who[0]] = verb, tree.labels[who[0]], "mark"
    for c in tree.children[be]:
        if tree.labels[c] == "punct" and c > verb:
            heads[c] = verb
    return tree.changed(heads, labels)


def _participle_first(tree: Tree) -> Tree:
    """ "Stationed at the port are two frigates", "Joining the force will be 120 police"."""
    verb = next((k for k in range(min(3, len(tree.tags))) if tree.tags[k] != "RB"), 0)
    if not tree.tags or tree.tags[verb] not in {"VBN", "VBG"}:
        return tree
    if tree.labels[verb] == "csubj":
        be = tree.heads[verb]
    else:
        be = next((c for c in tree.of(verb, "aux", "auxpass") if c > verb), verb)
    noun = next((c for c in tree.of(be, "attr", "nsubj", "nsubjpass") if c > be), verb)
    if be <= verb or tree.keys[be] not in BE_FORMS or noun == verb or tree.is_verb(noun):
        return tree
    if tree.heads[be] not in {be, verb} or tree.span(noun)[0] != be + 1:
        return tree
    heads, labels = list(tree.heads), list(tree.labels)
    is_passive = tree.tags[verb] == "VBN" and tree.keys[verb] not in _INTRANSITIVE
    for c in tree.children[be]:
        heads[c] = verb
    heads[verb], labels[verb] = verb, "ROOT"
    heads[be], labels[be] = verb, "auxpass" if is_passive else "aux"
    heads[noun], labels[noun] = verb, "nsubjpass" if is_passive else "nsubj"
    return tree.changed(heads, labels)


def _backed_first(tree: Tree) -> Tree:
    """ "Backed by jets, militias pinned down the fighters": whose help they had is no sentence of its own."""
    backed = tree.root
    if backed > 1 or not tree.tags or tree.tags[backed] != "VBN" or tree.of(backed, *SUBJECT, "aux", "auxpass"):
        return tree
    for verb, label in enumerate(tree.labels):
        noun = tree.heads[verb]
        if label != "acl" or tree.tags[verb] not in {"VBN", "VBD"} or tree.labels[noun] != "appos" or noun > verb:
            continue
        if tree.keys[tree.span(noun)[0] - 1] != "," or not tree.of(verb, "dobj", "prt"):
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        heads[verb], labels[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[noun], labels[noun] = verb, "nsubj"
        heads[backed], labels[backed] = verb, "advcl"
        for c in tree.children[backed]:
            if c > verb:
                heads[c] = verb
        return tree.changed(heads, labels, tags)
    return tree


def _cleft_noun(tree: Tree) -> Tree:
    """ "It was Turkey that shelled the village": the clause tells of Turkey."""
    if not tree.keys or tree.keys[0] != "it" or tree.keys[tree.root] not in {"was", "is", "were"}:
        return tree
    noun = next(iter(tree.of(tree.root, "attr")), None)
    for verb in tree.of(tree.root, "ccomp"):
        own = tree.of(verb, "nsubj", "nsubjpass")
        if noun is not None and own and tree.keys[own[-1]] in {"that", "who", "which"} and own[-1] > noun:
            heads, labels = list(tree.heads), list(tree.labels)
            heads[verb], labels[verb] = noun, "relcl"
            return tree.changed(heads, labels)
    return tree


#: In the order in which they are made.
INVERSIONS: tuple[Callable[[Tree], Tree], ...] = (
    _cleft_noun, _cleft, _place_first, _participle_first, _backed_first
)  # fmt: skip
