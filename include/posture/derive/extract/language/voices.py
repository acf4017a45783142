"""Forms of verbs that the parser takes for others: a present for an infinitive (or its subject for part of a name), an
active for a passive, what is begun for an adjective.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .classes import verbs, words

if TYPE_CHECKING:
    from .syntax import Tree


def voices(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """Set forms and voices of verbs right."""
    presents(tree, heads, labels, tags)
    _gerunds(tree, heads, labels)
    _actives(tree, labels, tags)
    _passives(tree, labels)
    _cleared(tree, heads, labels)


def _actives(tree: Tree, labels: list[str], tags: list[str]) -> None:
    """ "Ukrainian forces, he said, captured the town": a passive's subject, but neither auxiliary nor agent."""
    for subject, label in enumerate(tree.labels):
        verb = tree.heads[subject]
        if label != "nsubjpass" or tree.tags[verb] not in {"VBN", "VBD"} or not tree.of(verb, "dobj"):
            continue
        if labels[verb] in {"ROOT", "conj", "ccomp"} and not tree.of(verb, "aux", "auxpass", "agent"):
            labels[subject], tags[verb] = "nsubj", "VBD"


def _gerunds(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Has begun trading fire": a form in "-ing" right behind such a verb is what is begun, no adjective."""
    for at, label in enumerate(tree.labels):
        noun = tree.heads[at]
        if label not in {"compound", "amod"} or tree.tags[at] != "VBG" or noun < at or tree.labels[noun] != "dobj":
            continue
        verb = tree.heads[noun]
        if verb == at - 1 and tree.keys[verb] in _BEGINNING:
            heads[at], labels[at] = verb, "xcomp"
            heads[noun] = at
        elif verb == at - 1 and tree.keys[verb] in _SEEN and tree.of(verb, "auxpass"):
            for behind in [c for c in tree.of(verb, "prep") if c > noun]:
                heads[behind] = at  # "has been observed moving troops into X"
            heads[at], labels[at] = verb, "xcomp"
            heads[noun] = at


_BEGINNING = verbs("voices.beginning")
#: As what somebody is seen doing, in the passive.
_SEEN = frozenset("seen observed spotted detected filmed photographed noticed caught reported recorded heard".split())


def _passives(tree: Tree, labels: list[str]) -> None:
    """ "Rebel base in the north destroyed from the air": a headline's participle, said of what it befalls."""
    for subject, label in enumerate(tree.labels):
        verb = tree.heads[subject]
        if label != "nsubj" or tree.tags[verb] != "VBN" or labels[verb] != "ROOT" or tree.keys[verb] not in _BEFALLS:
            continue
        if not tree.of(verb, "dobj", "aux", "auxpass", "prt", "ccomp", "dative"):
            labels[subject] = "nsubjpass"


_BEFALLS = words("voices.befalls")


def _cleared(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Cleared X of rebel fighters": X is what is cleared, and those behind "of" belong together."""
    for prep, key in enumerate(tree.keys):
        place, noun = tree.heads[prep], -1
        verb = tree.heads[tree.heads[place]]
        if key != "of" or tree.labels[prep] != "prep" or tree.labels[place] not in {"nmod", "compound"}:
            continue
        noun = tree.heads[place]
        if tree.keys[verb] not in _CLEARS or tree.labels[noun] != "dobj" or not verb < place < prep < noun:
            continue
        heads[place], labels[place], heads[prep] = verb, "dobj", verb
        for n in tree.of(prep, "pobj"):
            heads[n], labels[n] = noun, "compound"
        heads[noun], labels[noun] = prep, "pobj"


_CLEARS = verbs("clear")


_ASKING = verbs("voices.asking") | {"see", "make", "help", "let"}


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
