"""Presents that the parser tags as infinitives, or takes their subjects for parts of a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .syntax import Tree


#: What is asked for is said in the same form: "demanded that he keep out".
_ASKING = frozenset(
    (
        "demand demands demanded insist insists insisted ask asks asked require requires required propose proposes "
        "proposed recommend recommends recommended urge urges urged order orders ordered request requests requested "
        "suggest suggests suggested advise advises advised see make help let"
    ).split()
)


_MANY = frozenset({"they", "we", "both", "all"})


def presents(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "The factions keep bases at X and hold Y": a present with a subject in the plural, tagged as an infinitive."""
    for verb, tag in enumerate(tree.tags):
        if tag != "VB" or any(heads[c] == verb and labels[c] in {"aux", "auxpass"} for c in range(verb)):
            continue
        own = [c for c in range(verb) if heads[c] == verb and labels[c] == "nsubj"]
        above = heads[verb]
        said = labels[verb] == "ccomp" and tree.keys[above] not in _ASKING
        if own and (labels[verb] in {"ROOT", "conj", "relcl"} or said):
            is_many = tree.tags[own[-1]] in {"NNS", "NNPS", "NNP"} or tree.keys[own[-1]] in _MANY
            joined = any(heads[c] == own[-1] and labels[c] == "conj" and c < verb for c in range(len(heads)))
            tags[verb] = "VBP" if is_many or joined else tag
        elif not own and labels[verb] == "conj" and tags[above] in {"VBP", "VBZ"}:
            free = not any(heads[c] == above and labels[c] in {"aux", "auxpass"} for c in range(above))
            tags[verb] = "VBP" if free and labels[above] == "ROOT" else tag


def subjects_again(heads: list[int], labels: list[str], tags: list[str], keys: Sequence[str]) -> None:
    """ "Chadian army hands over its base": what stands before a finite verb that lacks a subject is no part of its name
    but its subject."""
    root = next((i for i, label in enumerate(labels) if label == "ROOT"), 0)
    own = [k for k, h in enumerate(heads) if h == root and k != root]
    noun = root - 1
    if tags[root] == "NNS" and keys[root] in {"hands", "turns"} and "over" in keys[root + 1 : root + 2]:
        tags[root] = "VBZ"
    if (
        noun < 0
        or tags[root] not in {"VBZ", "VBP"}
        or any(labels[k] in {"nsubj", "nsubjpass", "expl", "csubj"} for k in own)
    ):
        return
    if noun not in own or labels[noun] not in {"compound", "nmod"} or tags[noun][:2] != "NN":
        return
    labels[noun] = "nsubj"
    for k in own:
        if k < noun and labels[k] in {"compound", "nmod", "amod", "det", "poss", "nummod"}:
            heads[k] = noun
