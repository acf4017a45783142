"""Verbs and phrases that the parser hides: a verb behind its object, what is told before who tells it, "to X" behind
the verb that announces the going.

Each mend takes a tree and gives it back as it was where nothing is wrong; labels and tags decide, as in `mending`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .classes import verbs, words
from .grammar import SUBJECT
from .hanging import SAID
from .swallowed import end_of

if TYPE_CHECKING:
    from .syntax import Tree


def _of_acts(tree: Tree) -> Tree:
    """ "Announced the dispatch of a company to X": "to" goes on from the noun of moving, not from the announcing."""
    heads = list(tree.heads)
    for noun, label in enumerate(tree.labels):
        verb = tree.heads[noun]
        if label not in {"dobj", "nsubjpass", "pobj"} or tree.keys[noun] not in _MOVES or tree.keys[verb] in _MOVING:
            continue
        end = end_of(tree, noun)
        if label != "nsubjpass" and (both := _parted_from(tree, noun)) is not None:
            for c in both:
                heads[c] = noun
            continue
        if label == "pobj" or not tree.of(noun, "prep") or end >= len(tree.keys) or label == "nsubjpass" and end > verb:
            continue
        if tree.heads[end] != verb or tree.labels[end] not in {"prep", "dative"} or tree.keys[end] not in _WAYS:
            continue
        if not any(tree.keys[n] in _HEARERS for n in tree.of(end, "pobj")):
            heads[end] = noun
    return tree.changed(heads)


def _hidden_verbs(tree: Tree) -> Tree:
    """ "The army's chief landed troops there": a past with a subject of its own is no adjective of what follows."""
    for verb, label in enumerate(tree.labels):
        noun = tree.heads[verb]
        if tree.tags[verb] == "JJ" and label == "ROOT" and tree.of(verb, "nsubj") and tree.keys[verb].endswith("ed"):
            if not tree.of(verb, "cop", "aux", "auxpass"):
                tags = list(tree.tags)
                tags[verb] = "VBD"
                return tree.changed(tree.heads, tree.labels, tags)
        if label != "amod" or tree.tags[verb] not in {"VBD", "VBN"} or not tree.of(verb, *SUBJECT) or noun < verb:
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        heads[verb], labels[verb], tags[verb] = (
            (verb if noun == tree.root else tree.heads[noun]),
            tree.labels[noun],
            "VBD",
        )
        heads[noun], labels[noun] = verb, "dobj"
        for c in tree.children[noun]:
            if labels[c] in {"punct", "advcl", "npadvmod"} or labels[c] == "prep" and tree.keys[c] != "of":
                heads[c] = verb
        return tree.changed(heads, labels, tags)
    return tree


def _that(tree: Tree) -> Tree:
    """ "Told the paper that Chad had sent troops": "that" opens what is told, and is nothing that is sent."""
    labels, tags = list(tree.labels), list(tree.tags)
    for verb, label in enumerate(tree.labels):
        own = tree.of(verb, *SUBJECT)
        if label != "ccomp" or not own or len(tree.of(verb, "dobj")) < 2:
            continue
        for c in tree.of(verb, "dobj"):
            if tree.keys[c] == "that" and c < own[0]:
                labels[c], tags[c] = "mark", "IN"
    return tree.changed(tree.heads, labels, tags)


def _main_verb(tree: Tree) -> Tree:
    """ "The Chadian military sent in troops.": where no verb is finite, the participle with an object is the verb."""
    noun, finite = tree.root, {"VBD", "VBZ", "VBP", "MD"}
    if tree.tags[noun][:2] != "NN" or tree.keys[-1] != "." or any(tag in finite for tag in tree.tags):
        return tree
    verb = next((v for v in tree.of(noun, "acl") if tree.tags[v] == "VBN" and tree.of(v, "dobj")), None)
    if verb is None or tree.span(noun)[1] != verb or tree.keys[verb] in _GIVEN:
        return tree
    return _told_by(tree, noun, verb)


def _left(tree: Tree) -> Tree:
    """ "The battalion that Ghana had in X as part of the UN force left in May.": the battalion did."""
    noun, clauses = tree.root, tree.of(tree.root, "relcl")
    if tree.tags[noun][:2] != "NN" or not clauses or tree.keys[-1] != ".":
        return tree
    lefts = [k for k in range(clauses[0], len(tree.keys)) if tree.keys[k] == "left" and tree.labels[k] == "acl"]
    verb = lefts[0] if len(lefts) == 1 else -1
    if verb < 0 or tree.of(verb, "agent", "dobj") or tree.keys[verb - 1] == ",":
        return tree
    return _told_by(tree, noun, verb)


def _told_by(tree: Tree, noun: int, verb: int) -> Tree:
    """The tree with a participle as its verb, and the noun that it hung on as the subject."""
    heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
    heads[verb], labels[verb], tags[verb], heads[noun], labels[noun] = verb, "ROOT", "VBD", verb, "nsubj"
    for c in tree.children[noun]:
        if c > verb:
            heads[c] = verb
    return tree.changed(heads, labels, tags)


def _after_weekday(tree: Tree) -> Tree:
    """ "On Monday 450 of them left": no date, but how many."""
    for day in range(1, len(tree.keys) - 2):
        number, verb = day + 1, tree.heads[day - 1]
        if tree.keys[day] not in _WEEK or tree.tags[number] != "CD" or tree.heads[number] != day:
            continue
        if tree.keys[number + 1] != "of" or not tree.is_verb(verb) or verb < number or tree.of(verb, *SUBJECT):
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        heads[number], labels[number] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
        for c in tree.children[day]:
            if c > number:
                heads[c] = number
        return tree.changed(heads, labels)
    return tree


_WEEK = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_GIVEN = words("hidden.given")


def _due_to(tree: Tree) -> Tree:
    """ "Are due to march into X": behind "due to" stands a verb, where its own phrase says where to."""
    for to, key in enumerate(tree.keys[:-2]):
        verb, due = to + 1, to - 1
        if key != "to" or tree.heads[verb] != to or tree.tags[verb] != "NN" or tree.keys[due] not in {"due", "set"}:
            continue
        if not any(tree.keys[p] in {"into", "to", "for", "from"} for p in tree.of(verb, "prep")) or tree.of(
            verb, "det"
        ):
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        heads[verb], labels[verb], tags[verb] = due, "xcomp", "VB"
        heads[to], labels[to], tags[to] = verb, "aux", "TO"
        return tree.changed(heads, labels, tags)
    return tree


def _having(tree: Tree) -> Tree:
    """ "Having flown troops to X, …": the participle is the verb, and no adjective of the troops."""
    for have, key in enumerate(tree.keys[:-2]):
        done, noun = have + 1, next(iter(tree.of(have, "dobj")), -1)
        if key != "having" or tree.labels[done] != "amod" or tree.heads[done] != noun or tree.tags[done] != "VBN":
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        for c in tree.children[have]:
            heads[c] = done
        heads[done], labels[done] = tree.heads[have] if tree.heads[have] != have else done, tree.labels[have]
        heads[have], labels[have], heads[noun] = done, "aux", done
        return tree.changed(heads, labels)
    return tree


def _told_first(tree: Tree) -> Tree:
    """ "300 soldiers left for X, the governor said": of two subjects of saying the first is the told verb's."""
    for said, key in enumerate(tree.keys):
        own = [c for c in tree.of(said, "nsubj") if c < said] if key in SAID else []
        if len(own) != 2 or tree.of(said, "ccomp"):
            continue
        verb = next((v for v in tree.of(own[0], "acl", "relcl") if tree.tags[v] in {"VBD", "VBN"}), None)
        if verb is None or tree.of(verb, *SUBJECT, "agent", "auxpass") or "," not in tree.keys[verb : own[1]]:
            continue
        if verb != tree.span(own[0])[1] and tree.tags[verb] == "VBN":
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        heads[verb], labels[verb], tags[verb] = said, "ccomp", "VBD"
        heads[own[0]], labels[own[0]] = verb, "nsubj"
        return tree.changed(heads, labels, tags)
    return tree


def _who_many(tree: Tree) -> Tree:
    """ "300 marines from Chad, who were moved": people are "who", and many."""
    heads = list(tree.heads)
    for verb, label in enumerate(tree.labels):
        name = tree.heads[verb]
        if label != "relcl" or tree.tags[name] != "NNP" or tree.labels[name] != "pobj":
            continue
        if not any(tree.keys[c] == "who" for c in tree.of(verb, *SUBJECT)):
            continue
        people = tree.heads[tree.heads[name]]
        if tree.tags[people] == "NNS" and tree.keys[tree.heads[name]] == "from":
            heads[verb] = people
    return tree.changed(heads)


def _parted_from(tree: Tree, noun: int) -> tuple[int, int] | None:
    """ "Announced the deployment to X of 300 men": where to stands between the noun and who goes. Both phrases."""
    near = (*tree.children[noun], *tree.children[tree.heads[noun]])
    to = next((c for c in near if c == noun + 1 and tree.keys[c] in {"to", "in", "at"}), 0)
    for n in tree.of(to, "pobj") if to else ():
        for of in tree.of(n, "prep"):
            people = tree.of(of, "pobj") if tree.keys[of] == "of" else []
            if any(tree.of(k, "nummod") or tree.tags[k] == "NNS" for k in people):
                return to, of
    return None


_WAYS = frozenset({"to", "into", "from"})
_MOVES = words("hidden.moves")
_MOVING = verbs("hidden.moving")
_HEARERS = words("hidden.hearers")


#: In the order in which they are made.
UNHIDING: tuple[Callable[[Tree], Tree], ...] = (
    _of_acts, _hidden_verbs, _that, _main_verb, _left, _after_weekday, _due_to, _having, _told_first, _who_many,
)  # fmt: skip
