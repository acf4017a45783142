"""Verbs that the parser takes for adjectives or participles set right, before the tree is made."""

from __future__ import annotations

from collections.abc import Sequence

from .classes import nouns, words


def participles_again(heads: Sequence[int], labels: list[str], tags: list[str]) -> None:
    """ "are now concentrated at": what has a passive's subject or auxiliary is a participle, no adjective."""
    for i, label in enumerate(labels):
        if label in {"nsubjpass", "auxpass"} and tags[heads[i]] == "JJ":
            tags[heads[i]] = "VBN"


_GIVEN = words("finite.given")


def finite_again(heads: list[int], labels: list[str], tags: list[str], keys: Sequence[str]) -> None:
    """ "The coalition bombed Aden.": a participle with an object that hangs on the root noun is the verb, its noun the
    subject."""
    root = next((i for i, label in enumerate(labels) if label == "ROOT"), None)
    if root is None or tags[root][:2] != "NN":
        return
    below = [i for i, h in enumerate(heads) if labels[i] == "acl" and i > root and h >= root]
    held = {h for k, h in enumerate(heads) if labels[k] == "dobj"}
    # "A bomb planted by rebels killed four": the last of them, if only that has an object
    is_last = len(below) == 2 and held & set(below) == {below[-1]} and heads[below[0]] == root
    verb = below[-1] if is_last else next((i for i in below if heads[i] == root), None)
    if verb is None or tags[verb] not in {"VBN", "VBD"} or keys[verb] in _GIVEN:
        return
    own = {labels[k] for k, h in enumerate(heads) if h == verb and k != verb}
    if "dobj" not in own or own & {"agent", "auxpass", "nsubj", "nsubjpass"}:
        return
    heads[verb], labels[verb], tags[verb] = verb, "ROOT", "VBD"
    heads[root], labels[root] = verb, "nsubj"
    for k, h in enumerate(heads):
        if h == root and k > verb:
            heads[k] = verb


def pasts_again(heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "The TPLF fired rockets.": a past is no adjective; what it stands before is its object, the noun before it its
    subject."""
    root = next((i for i, label in enumerate(labels) if label == "ROOT"), 0)
    if tags[root][:2] != "NN" or any(t in {"VBZ", "VBP", "MD"} for t in tags):
        return
    verb = next((i for i in range(1, root) if tags[i] == "VBD" and labels[i] == "amod" and heads[i] == root), None)
    if verb is None or tags[verb - 1][:2] != "NN" or heads[verb - 1] not in {verb, root}:
        return
    noun = verb - 1
    for k, h in enumerate(heads):
        if h == root and k < noun:
            heads[k] = noun
        elif h == root and k > root and labels[k] in {"prep", "punct", "npadvmod", "advmod"}:
            heads[k] = verb
    heads[verb], labels[verb] = verb, "ROOT"
    heads[root], labels[root], heads[noun], labels[noun] = verb, "dobj", verb, "nsubj"


#: Headlines say so of arms: the word before is who, the noun behind whom.
_HITTING = frozenset({"target", "targets"})
_HITTERS = nouns("finite.hitters")


def presents_again(heads: list[int], labels: list[str], tags: list[str], keys: Sequence[str]) -> None:
    """ "Drones target base near Erbil": of arms, "target" is what they do, no part of the noun behind it.
    "Police patrol a street": a bare verb with a subject and no auxiliary is a present."""
    root = next((i for i, label in enumerate(labels) if label == "ROOT"), 0)
    if labels and tags[root] == "VB":
        own = {labels[k] for k, h in enumerate(heads) if h == root and k < root}
        tags[root] = "VBP" if "nsubj" in own and not own & {"aux", "auxpass", "mark"} else "VB"
    verb = next((i for i in range(1, root) if keys[i] in _HITTING and keys[i - 1] in _HITTERS), None)
    if verb is None or heads[verb] != root or tags[root][:2] != "NN" or labels[verb] not in {"compound", "nmod"}:
        return
    noun = verb - 1
    for k, h in enumerate(heads):
        if h in {root, verb} and k < noun:
            heads[k] = noun
        elif h == root and k > root and labels[k] in {"punct", "npadvmod", "advmod", "appos", "advcl"}:
            heads[k] = verb
    heads[verb], labels[verb], tags[verb] = verb, "ROOT", "VBP"
    heads[root], labels[root], heads[noun], labels[noun] = verb, "dobj", verb, "nsubj"
