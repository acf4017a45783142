"""Roles that the parser names wrongly where the words around leave no doubt: a subject taken for part of the verb's own
name, the end of a year taken for who does it, "their offensive" for an adjective, the frigate in a ship's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import verbs
from .grammar import COMPASS_POINTS, SUBJECT

if TYPE_CHECKING:
    from .syntax import Tree

_FINITE = frozenset({"VBZ", "VBD", "VBP"})
#: What nobody acts by: "by the end of the year", "by May", "by then".
_TIMES = frozenset(
    (
        "end start beginning middle close january february march april may june july august september october november "
        "december spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday year month "
        "week day night morning evening noon midnight dawn dusk then now today tomorrow tonight deadline date time"
    ).split()
)


def misnamed(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """Name them anew."""
    for at, label in enumerate(tree.labels):
        above = tree.heads[at]
        if label in {"compound", "nmod"} and at < above and tree.tags[above] in _FINITE and tree.tags[at][:2] == "NN":
            if not tree.of(above, *SUBJECT) and at + 1 == above and labels[above] in {"ROOT", "conj", "ccomp"}:
                labels[at] = "nsubj"  # "Oman decommissions the base", in a headline
        elif label == "agent" and any(tree.keys[n] in _TIMES or tree.keys[n].isdecimal() for n in tree.of(at, "pobj")):
            labels[at] = "prep"
        elif label == "advcl" and tree.tags[at] == "VBN" and (thing := _told_of(tree, at)) is not None:
            heads[at], labels[at] = thing, "acl"


def _told_of(tree: Tree, verb: int) -> int | None:
    """ "They saw the camp at Gao, set up by Oman in May": the object before the comma."""
    above = tree.heads[verb]
    thing = tree.object(above) if tree.is_verb(above) else None
    if thing is None or not above < thing < verb or tree.of(verb, "aux", "auxpass", "mark", *SUBJECT):
        return None
    edge = min((c for c in tree.children[verb] if c < verb), default=verb)
    by = [p for p in tree.of(verb, "agent") if not any(tree.keys[n] in _TIMES for n in tree.of(p, "pobj"))]
    return thing if by and edge == verb and tree.keys[verb - 1] == "," else None


def mistaken(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """Sets all of them right."""
    named_ships(tree, heads, labels)
    listed_subjects(tree, heads, labels)
    offensives(tree, heads, labels, tags)
    hidden_pasts(tree, heads, labels, tags)
    _named_objects(tree, labels)
    _quoted_speakers(tree, heads, labels)


def _named_objects(tree: Tree, labels: list[str]) -> None:
    """ "Jets bombed Aleppo": the name right behind a verb that hits is what is hit, not when."""
    for at in range(1, len(labels)):
        verb = at - 1
        hits = labels[at] == "npadvmod" and tree.heads[at] == verb and tree.tags[at] == "NNP"
        if hits and tree.keys[verb] in _HITTING and not tree.of(verb, "dobj", "auxpass"):
            labels[at] = "dobj"


_HITTING = verbs("misnamed.hitting")


def _quoted_speakers(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "We have left Gao," Mali's minister, Mr X, told reporters: who stands behind the quotation speaks; the parser
    takes him for what the last word of it is called."""
    for verb, tag in enumerate(tree.tags):
        if tag not in {"VBD", "VBZ"} or labels[verb] != "ROOT" or tree.of(verb, *SUBJECT):
            continue
        closing = [k for k in range(1, verb) if tree.keys[k] in _CLOSING]
        if not closing or tree.keys[closing[-1] - 1] not in {",", "."}:
            continue
        start = closing[-1] + 1
        for noun in range(start, verb):
            outside = heads[noun] < start and tree.tags[noun][:2] == "NN" and tree.span(noun)[0] >= start
            if outside and labels[noun] in {"appos", "conj", "dep", "npadvmod", "pobj"}:
                heads[noun], labels[noun] = verb, "nsubj"
                break


_CLOSING = frozenset({'"', "”", "''", "’’", "»"})


def offensives(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "Stepped up their offensive southeast of X": the parser takes it for an adjective."""
    for at, key in enumerate(tree.keys[:-1]):
        where = at + 1
        if key == "offensive" and labels[at] in {"oprd", "acomp", "amod"} and labels[at - 1] == "dobj":
            if heads[at] in {at - 1, heads[at - 1]}:  # "started the ground offensive"
                heads[at], labels[at], tags[at] = heads[at - 1], "dobj", "NN"
                for c in (*tree.children[at - 1], at - 1):
                    heads[c] = at
                labels[at - 1] = "compound"
                continue
        if key == "offensive" and tags[at] == "JJ" and labels[at] in {"nsubj", "nsubjpass", "dobj", "pobj"}:
            tags[at] = "NN"  # "a ground offensive is on the table"
            if at and heads[at - 1] == at and tags[at - 1] == "NN":
                labels[at - 1] = "compound"
        if key not in {"offensive", "counteroffensive"} or heads[at] != where or tree.keys[where] not in COMPASS_POINTS:
            continue
        heads[at], labels[at], tags[at] = heads[where], labels[where], "NN"
        for c in tree.children[where]:
            if c < at:
                heads[c] = at
        heads[where], labels[where] = at, "npadvmod"


def hidden_pasts(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "While the envoys talked, NATO bombed rebel camps": a past with a subject of its own, taken for an adjective of
    its object, is the main verb."""
    for verb, label in enumerate(labels):
        if label != "amod" or tags[verb] not in {"VBN", "VBD"} or not tree.of(verb, "nsubj"):
            continue
        noun = heads[verb]
        above = heads[noun]
        if labels[noun] != "dobj" or not tree.of(above, "mark") or labels[above] != "ROOT":
            continue
        heads[verb], labels[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[above], labels[above], heads[noun] = verb, "advcl", verb
        for c in tree.children[above]:
            if c > verb and c != noun:
                heads[c] = verb


def listed_subjects(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "400 Danish sailors, 90 Norwegians and 12 Finns are taking part": the parser leaves the first out."""
    for noun, label in enumerate(labels):
        verb = heads[noun]
        if (
            label not in {"dep", "npadvmod", "dobj", "nsubj", "nsubjpass"}
            or tree.tags[noun][:2] != "NN"
            or verb <= noun
        ):
            continue
        end = tree.span(noun)[1]
        if end + 1 >= len(heads) or tree.keys[end] != ",":
            continue
        subject = next((s for s in tree.of(verb, *SUBJECT) if tree.span(s)[0] == end + 1), noun)
        if subject == noun or not tree.of(subject, "conj") or not tree.of(subject, "cc"):
            continue
        heads[subject], labels[noun], labels[subject] = noun, labels[subject], "conj"


def named_ships(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Greek frigate Hydra escorted": one name; the parser takes the frigate for a sentence of its own."""
    for name in range(1, len(heads)):
        kind, verb = name - 1, heads[name]
        if labels[name] != "nsubj" or tree.tags[name] != "NNP" or tree.tags[kind] != "NN" or labels[kind] != "ROOT":
            continue
        if heads[verb] != kind or labels[verb] != "ccomp":
            continue
        for i, h in enumerate(heads):
            if h == kind and i not in {kind, verb}:
                heads[i] = name if i < kind else verb
        heads[kind], labels[kind] = name, "compound"
        heads[verb], labels[verb] = verb, "ROOT"


def designated(mark: int, heads: list[int], labels: list[str]) -> None:
    """ "Four Dutch X-9 drones": what stands before a type's name belongs to the noun that the type describes."""
    noun = heads[mark]
    if labels[mark] not in {"nmod", "compound", "amod"} or noun <= mark:
        return
    for k in range(max(0, mark - 6), mark):
        if heads[k] == mark and labels[k] in {"nummod", "amod", "det", "poss", "compound"}:
            heads[k] = noun
