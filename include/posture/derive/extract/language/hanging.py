"""Clauses that the parser hangs on the wrong word: the one told of, the one before, the noun beside them.

Each mend takes a tree and gives it back as it was where nothing is wrong; labels and tags decide, as in `mending`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .classes import words
from .grammar import CALENDAR, SUBJECT, set_of
from .mending import GONE
from .swallowed import end_of, group_of

if TYPE_CHECKING:
    from .syntax import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
SAID = words("hanging.said")
_SPEAKING = words("hanging.speaking")


def _after_saying(tree: Tree) -> Tree:
    """ "Rebels took the fort, the army said, killing nine": the killing goes on from what is said."""
    heads = list(tree.heads)
    for verb, label in enumerate(tree.labels):
        said = tree.heads[verb]
        if label != "advcl" or tree.tags[verb] != "VBG" or not 0 < said < verb or tree.keys[said] not in SAID:
            continue
        told = [c for c in tree.of(said, "ccomp") if c < said]
        if not told or tree.keys[verb] in _SPEAKING or tree.of(verb, "mark", *SUBJECT):
            continue
        if tree.keys[verb - 1] == "," or tree.labels[verb - 1] == "advmod" and tree.keys[verb - 2] == ",":
            heads[verb] = told[-1]
    return tree.changed(heads)


#: Words for times that a parser may hang an agent on.
_TIMES = set_of("end year years month months week weeks weekend day days ago beginning start") | CALENDAR


def _agents_behind_times(tree: Tree) -> Tree:
    """ "Was renewed until the end of 2026 by X": the agent is the passive's, not the time's."""
    if "by" not in tree.keys or "auxpass" not in tree.labels:
        return tree
    heads, labels = list(tree.heads), list(tree.labels)
    for by, key in enumerate(tree.keys):
        over = tree.heads[by]
        if key != "by" or tree.labels[by] != "prep" or tree.keys[over] not in _TIMES or tree.is_verb(over):
            continue
        verb = tree.clause(over)
        named = any(tree.tags[n][:3] == "NNP" for n in tree.of(by, "pobj"))
        if named and verb < over and tree.of(verb, "auxpass") and not tree.of(verb, "agent"):
            heads[by], labels[by] = verb, "agent"
    return tree.changed(heads, labels)


def _as_clauses(tree: Tree) -> Tree:
    """ "… as Chad and Niger send troops": no phrase with "as", but a clause with a subject."""
    for prep, key in enumerate(tree.keys):
        if key != "as" or tree.labels[prep] != "prep":
            continue
        noun = next(iter(tree.of(prep, "pobj")), None)
        if noun is None or tree.tags[noun][:2] != "NN":
            continue
        end = tree.span(noun)[1]
        while end < len(tree.keys) and tree.labels[end] == "prep" and tree.heads[end] >= noun:
            end = end_of(tree, end)  # "as troops from Chad …"
        if end >= len(tree.keys):
            continue
        verb = tree.heads[end] if tree.labels[end] in {"aux", "auxpass"} else end
        is_finite = tree.tags[verb] in _FINITE or tree.tags[end] in {"MD", *_FINITE}
        if verb < end or not tree.is_verb(verb) or not is_finite or tree.of(verb, "mark", *SUBJECT):
            continue
        if tree.labels[verb] == "ROOT" or verb in tree.ancestors(prep):
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        heads[verb], labels[verb] = tree.heads[prep], "advcl"
        heads[noun], labels[noun] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
        heads[prep], labels[prep] = verb, "mark"
        return tree.changed(heads, labels)
    return tree


def _reduced(tree: Tree) -> Tree:
    """ "Troops arrayed against the rebels would be moved": of two verbs in a row the first only says which troops."""
    for verb in range(2, len(tree.keys)):
        if tree.labels[verb] != "ccomp" or not tree.is_verb(verb) or tree.of(verb, "mark", *SUBJECT):
            continue
        group = group_of(tree, verb)
        if tree.tags[verb] not in _FINITE and tree.tags[group] not in {"MD", *_FINITE}:
            continue
        said = tree.heads[verb]
        for first in tree.of(said, "ccomp"):
            own = tree.of(first, *SUBJECT)
            if not said < first < verb or tree.tags[first] not in {"VBN", "VBD"} or len(own) != 1:
                continue
            if tree.of(first, "aux", "auxpass", "dobj") or {"and", "but", "or", ";"} & set(tree.keys[first:group]):
                continue
            if own[0] > first or tree.tags[own[0]][:2] != "NN":
                continue
            heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
            heads[first], labels[first], tags[first] = own[0], "acl", "VBN"
            heads[own[0]], labels[own[0]] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
            return tree.changed(heads, labels, tags)
    return tree


def _second_clause(tree: Tree) -> Tree:
    """ "Jets circled the town and troops on Friday fanned out": who stands before the second verb is its subject."""
    for verb, tag in enumerate(tree.tags):
        if tag not in _FINITE or tree.labels[verb] not in {"conj", "dep", "advcl"} or tree.of(verb, "mark", *SUBJECT):
            continue
        edge = group_of(tree, verb)
        while edge and tree.labels[edge - 1] == "advmod" and tree.heads[edge - 1] == verb:
            edge -= 1
        if edge > 2 and tree.keys[edge - 1] in CALENDAR and tree.keys[edge - 2] == "on":
            edge -= 2
        noun = edge - 1
        if noun < 3 or tree.labels[noun] != "conj" or tree.tags[noun] not in {"NNS", "NNP", "NN"}:
            continue
        start, first = tree.span(noun)[0], tree.heads[verb]
        if tree.keys[start - 1] != "and" or not first < tree.heads[noun] < noun or first not in tree.ancestors(noun):
            continue
        if tree.labels[tree.heads[noun]] not in {"dobj", "pobj"}:
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        heads[noun], labels[noun] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
        labels[verb] = "conj"
        return tree.changed(heads, labels)
    return tree


def _first_of_two(tree: Tree) -> Tree:
    """ "The frigate deployed in May and has spent a year there": what "and" goes on from is a verb of the subject."""
    for first, label in enumerate(tree.labels):
        noun = tree.heads[first]
        if label != "acl" or tree.tags[first] not in {"VBN", "VBD"} or first != noun + 1:
            continue
        if tree.of(first, "aux", "auxpass", "agent", "dobj"):
            continue
        verb = next((v for v in tree.of(first, "conj") if tree.is_verb(v)), None)
        if verb is None and tree.labels[noun] == "nsubj" and tree.heads[noun] > first:
            verb = tree.heads[noun]
        if verb is None or verb < first:
            continue
        group = group_of(tree, verb)
        is_finite = tree.tags[verb] in _FINITE or tree.tags[group] in {"MD", *_FINITE}
        if not is_finite or tree.keys[group - 1] != "and":
            continue
        if tree.of(verb, "auxpass") and tree.keys[first] not in GONE:
            continue
        if tree.heads[verb] == first and tree.root != noun or tree.heads[group - 1] not in {first, noun, verb}:
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        tags[first] = "VBD"
        if tree.heads[verb] == first:
            heads[first], labels[first] = first, "ROOT"
            heads[noun], labels[noun] = first, "nsubj"
            for c in tree.children[noun]:
                if c > verb:
                    heads[c] = first
        else:
            heads[first], labels[first] = verb, "conj"
        return tree.changed(heads, labels, tags)
    return tree


def _infinitives(tree: Tree) -> Tree:
    """ "… asked the rebels to leave town, hand in arms and free the men": they are asked to do all three."""
    heads = list(tree.heads)
    for verb, label in enumerate(tree.labels):
        above = tree.heads[verb]
        if label != "conj" or tree.tags[verb] != "VB" or tree.tags[above] not in {"VBD", "VBZ"}:
            continue
        if tree.of(verb, "aux", *SUBJECT) or tree.of(above, "aux"):
            continue
        open_ = [c for c in tree.of(above, "xcomp", "ccomp") if above < c < verb and tree.tags[c] == "VB"]
        if open_ and any(tree.keys[c] == "to" for c in tree.of(open_[-1], "aux")):
            heads[verb] = open_[-1]
    return tree.changed(heads)


#: Where a participle of the noun stands instead, as parsers see it.
_ELSEWHERE = frozenset({"advcl", "conj", "dep"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_OBJECTS = frozenset({"pobj", "dobj", "attr", "conj"})
#: What may follow it: when, where, by whom; no object.
_AFTER = frozenset({"prep", "agent", "prt", "npadvmod"})


def reduced_behind(tree: Tree) -> Tree:
    """ "Sent soldiers in line with the pact initialled in 2003": what was initialled is the pact."""
    for verb in range(2, len(tree.keys)):
        if tree.labels[verb] not in _ELSEWHERE or tree.tags[verb] not in {"VBN", "VBD"}:
            continue
        noun, above = verb - 1, tree.heads[verb]
        if tree.tags[noun] not in _NOUNS or tree.labels[noun] not in _OBJECTS or tree.keys[verb] in GONE:
            continue
        if (
            tree.keys[verb][-2:] != "ed"
            and tree.tags[verb] != "VBN"
            or tree.of(verb, "aux", "auxpass", "mark", *SUBJECT)
        ):
            continue
        behind = [c for c in tree.children[verb] if c > verb]
        if not behind or tree.labels[behind[0]] not in _AFTER or tree.of(verb, "dobj", "ccomp", "xcomp", "acomp"):
            continue
        if above < verb and (tree.of(above, "cc") or noun <= above or not tree.is_verb(above)):
            continue
        before = [c for c in tree.children[verb] if c < verb]
        if above > verb and not any(k in before for k in tree.ancestors(noun)) or above < verb and before:
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        heads[verb], labels[verb], tags[verb] = noun, "acl", "VBN"
        for c in before:
            heads[c] = above
        return tree.changed(heads, labels, tags)
    return tree


_HURT = set_of("wounded injured hurt maimed missing captured")
_OTHERS = set_of("dozen score scores hundreds another others more several many dozens people civilians villagers women")


def _shared_tails(tree: Tree) -> Tree:
    """ "Two were killed and six wounded by shelling near X": by what, where and when is said of both."""
    heads = list(tree.heads)
    for second, key in enumerate(tree.keys):
        if key not in _HURT or tree.labels[second] not in {"conj", "acl"}:
            continue
        counted = tree.heads[second]
        first = tree.heads[counted] if tree.labels[second] == "acl" else counted
        if tree.keys[first] not in _KILLED or not first < second or tree.labels[second] == "acl" and counted < first:
            continue
        whom = tree.subject(second) if tree.labels[second] == "conj" else counted
        if whom is None or tree.tags[whom] != "CD" and tree.keys[whom] not in _OTHERS:
            continue
        if any(first < c < second for c in tree.of(first, *_AFTER, "advcl", "dobj")):
            continue  # "two were killed in A and six wounded in B"
        for c in tree.children[second]:
            if c > second and tree.labels[c] in {*_AFTER, "advcl"} and tree.keys[c] not in {"after", "following"}:
                heads[c] = first
    return tree.changed(heads)


def _two_of_what_is_said(tree: Tree) -> Tree:
    """ "The army says six soldiers and nine rebels were killed": it does not say the soldiers."""
    for noun, label in enumerate(tree.labels):
        said = tree.heads[noun]
        if label != "dobj" or tree.keys[said] not in SAID or not said < noun or noun + 2 >= len(tree.keys):
            continue
        for verb in tree.of(said, "ccomp"):
            second = tree.subject(verb)
            if second is None or not noun < second < verb or tree.of(verb, "mark"):
                continue
            joint = tree.span(second)[0] - 1
            if tree.keys[joint] != "and" or end_of(tree, noun) not in {joint, joint + 1}:
                continue
            heads, labels = list(tree.heads), list(tree.labels)
            heads[noun], labels[noun] = verb, tree.labels[second]
            heads[second], labels[second] = noun, "conj"
            heads[joint], labels[joint] = noun, "cc"
            return tree.changed(heads, labels)
    return tree


def _before_the_break(tree: Tree) -> Tree:
    """ "Spain has the largest unit, with 900; Italy leads": no phrase hangs on the clause behind the semicolon."""
    heads = list(tree.heads)
    for mark in (k for k, key in enumerate(tree.keys) if key == ";"):
        for at in range(1, mark):
            verb = tree.heads[at]
            if tree.labels[at] != "prep" or verb < mark or not any(c > mark for c in tree.of(verb, *SUBJECT)):
                continue
            before = [c for c in tree.of(verb, "ccomp", "parataxis", "dep") if c < at and tree.is_verb(c)]
            if before and tree.of(before[-1], *SUBJECT):
                heads[at] = before[-1]
    return tree.changed(heads)


_KILLED = set_of("killed died dead martyred slain")


#: In the order in which they are made.
MENDS: tuple[Callable[[Tree], Tree], ...] = (
    _after_saying, _agents_behind_times, _as_clauses, _reduced, _second_clause, _first_of_two, _infinitives,
    reduced_behind, _shared_tails, _two_of_what_is_said, _before_the_break,
)  # fmt: skip
