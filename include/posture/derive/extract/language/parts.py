"""Trees of parts of a whole set right: "75 of 2,400 soldiers", "withdrew 850 of its troops"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import nouns

if TYPE_CHECKING:
    from .syntax import Tree


def parts_of_wholes(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "75 of 2,400 soldiers left": the parser makes one number of the two, or hangs "of" on the verb."""
    for of, key in enumerate(tree.keys):
        part = of - 1
        if key != "of" or part < 0 or tree.tags[part] != "CD":
            continue
        whole = tree.heads[of]
        if tree.labels[of] == "prep" and tree.is_verb(whole) and tree.labels[part] == "dobj":
            heads[of] = part
        elif tree.labels[of] == "quantmod" and tree.tags[whole] == "CD" and tree.labels[whole] == "nummod":
            noun = tree.heads[whole]
            heads[part], labels[part] = tree.heads[noun] if tree.heads[noun] != noun else part, tree.labels[noun]
            for k, above in enumerate(tree.heads):
                if above in {whole, noun} and k < part:
                    heads[k] = part
            heads[of], labels[of] = part, "prep"
            heads[noun], labels[noun] = of, "pobj"


#: What may stand between "of those," and the number of them.
_NEARLY = frozenset(", some about around nearly almost roughly only just another".split())


def left_of_those(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "Of the 900 soldiers in X, 300 left in May and 600 will leave": the parser hears 300 who were left, and hangs
    those of whom they are on their number."""
    if not tree.keys or tree.keys[0] != "of":
        return
    if tree.tags[tree.heads[0]] == "CD" and tree.labels[tree.heads[0]] in {"nsubj", "nsubjpass"}:
        heads[0] = tree.heads[tree.heads[0]]
    for verb in range(2, len(tree.keys)):
        part, label = verb - 1, tree.labels[verb]
        if label not in {"acl", "amod"} or tree.tags[verb] not in {"VBN", "VBD"} or tree.heads[verb] != part:
            continue
        if tree.tags[part] != "CD" or tree.keys[part - 1] not in _NEARLY:
            continue
        later = tree.heads[part]
        if later > verb and tree.labels[part] == "nsubj" and len(tree.of(later, "nsubj")) > 1:
            heads[verb] = verb if tree.heads[later] == later else tree.heads[later]
            labels[verb] = tree.labels[later]
            heads[later], labels[later] = verb, "conj"
            for k, above in enumerate(tree.heads):
                if above == later and k < part or above == part and k > verb:
                    heads[k] = verb
        elif tree.labels[part] in {"appos", "pobj"} and tree.root == 0:
            heads[verb], labels[verb] = verb, "ROOT"
            heads[0], labels[0] = verb, "prep"
            for k, above in enumerate(tree.heads):
                if above == 0 and k > verb:
                    heads[k] = verb
        else:
            continue
        heads[part], labels[part], tags[verb] = verb, "nsubj", "VBD"
        return


_SOME = frozenset("some most many all half none several dozens hundreds thousands".split())


def some_of_whom(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "2,400 soldiers, 800 of whom left": those 800 are the verb's subject, as the parser sees it "whom"."""
    for whom, key in enumerate(tree.keys):
        of, verb = whom - 1, tree.heads[whom]
        part = of - 1
        if key not in {"whom", "which"} or part < 1 or tree.keys[of] != "of":
            continue
        if tree.tags[part] != "CD" and tree.keys[part] not in _SOME:
            continue
        told = tree.heads[part]
        if tree.labels[part] in {"nsubj", "nsubjpass"} and tree.labels[told] == "relcl" and tree.heads[of] == part:
            heads[told], labels[told] = tree.clause(tree.heads[told]), "conj"
            continue
        if tree.labels[verb] != "pcomp" or tree.heads[verb] != of or tree.labels[part] not in {"appos", "dep", "conj"}:
            continue
        heads[verb], labels[verb] = tree.clause(tree.heads[part]), "conj"
        heads[part], labels[part] = verb, tree.labels[whom]
        heads[of], labels[of] = part, "prep"
        heads[whom], labels[whom] = of, "pobj"


def all_but(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Closed all but one of its bases", "all but two bases": the bases are what is closed; the rest is left out."""
    for whole in range(len(tree.keys) - 3):
        if tree.keys[whole : whole + 2] != ("all", "but"):
            continue
        first = whole + 2
        of = next((k for k in range(first + 1, min(first + 4, len(tree.keys))) if tree.keys[k] == "of"), None)
        if of is not None and tree.heads[of] in range(first, of):
            heads[of], labels[of] = whole, "prep"
            spared = range(whole + 1, of)
        elif tree.tags[first] == "CD" and tree.tags[tree.heads[first]][:2] == "NN" and tree.heads[first] > first:
            noun = tree.heads[first]
            if tree.heads[whole] != noun:
                heads[noun], labels[noun] = tree.heads[whole], tree.labels[whole]
                heads[whole], labels[whole] = noun, "predet"
            spared = range(whole + 1, first)
        else:
            continue
        for k in spared:
            heads[k], labels[k] = whole, "advmod"


def status_of_forces(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "The status of forces agreement with Peru": an agreement, not a status."""
    for at in range(len(tree.keys) - 3):
        deal = at + 3
        if tree.keys[at:deal] != ("status", "of", "forces") or tree.keys[deal] not in nouns("pact"):
            continue
        if deal in tree.ancestors(at):
            continue  # the parser knows
        heads[deal], labels[deal] = heads[at], labels[at]
        for c in tree.children[at]:
            heads[c] = deal
        for c in (at, at + 1, at + 2):
            heads[c], labels[c] = deal, "compound"
