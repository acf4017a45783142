"""Trees set right where the parser is known to err: a verb hidden behind its subject, a clause hung on the wrong noun.

Each mend looks at labels and tags alone, and gives back the tree that it got where nothing is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .apposed import (
    absolutes,
    behind_clauses,
    counts_behind,
    heavy_objects,
    listed_names,
    months_before,
    numbers_after_months,
    up_to,
    what_they_are,
)
from .classes import words
from .countedsubjects import counted_subjects
from .grammar import LONG_MONTHS, PLAN_NOUNS, RELATIVE, SUBJECT
from .interrupted import counted_between, floating
from .lonenumbers import lone_numbers
from .misnamed import misnamed, mistaken
from .particles import home_after_count, home_behind, particles_again
from .parts import all_but, left_of_those, parts_of_wholes, some_of_whom, status_of_forces
from .relatives import of_what_is_told
from .voices import voices

if TYPE_CHECKING:
    from .syntax import Tree


def mended(tree: Tree) -> Tree:
    """The tree with all mends, or itself."""
    heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
    _behind_places(tree, heads, labels)
    behind_clauses(tree, heads, labels)
    for verb, label in enumerate(tree.labels):
        if label in {"relcl", "acl"} and (above := _said_that(tree, verb)) is not None:
            heads[verb], labels[verb] = above, "ccomp"
            _marks(tree, verb, labels)
        elif label == "relcl" and _is_told(tree, verb):
            labels[verb] = "ccomp"
            _marks(tree, verb, labels)
        elif label == "acl" and _is_in_root(tree, tree.heads[verb]) and _is_past(tree, verb):
            _main_after_all(tree, verb, heads, labels)
            tags[verb] = "VBD" if labels[verb] == "ROOT" else tags[verb]
        elif label == "advcl" and tree.heads[verb] == tree.root and tree.of(verb, "acomp"):
            _two_subjects(tree, verb, heads, labels)
        elif label in {"acl", "relcl", "advcl"} and tree.tags[verb] == "VB":
            _for_to(tree, verb, heads, labels)
        elif label == "dobj" and (name := _renamed(tree, verb)) is not None:
            heads[verb], labels[verb] = name, "appos"
        elif label == "conj" and (first := _same_form(tree, verb)) is not None:
            heads[verb] = first
        elif label in {"conj", "ccomp"} and tree.heads[verb] == tree.root:
            _two_subjects(tree, verb, heads, labels)
    for at, label in enumerate(tree.labels):
        verb = tree.heads[at]
        if label == "neg" and tree.labels[verb] == "advcl" and any(at < m < verb for m in tree.of(verb, "mark")):
            heads[at], labels[at] = tree.heads[verb], "advmod"  # "Never since they went in have they …"
    absolutes(tree, heads, labels, tags)
    _after_dates(tree, heads, labels)
    counted_subjects(tree, heads, labels, tags)
    particles_again(tree, heads, labels)
    home_behind(tree, heads, labels, tags)
    home_after_count(tree, heads, labels, tags)
    parts_of_wholes(tree, heads, labels)
    left_of_those(tree, heads, labels, tags)
    some_of_whom(tree, heads, labels)
    mistaken(tree, heads, labels, tags)
    for mend in (
        _taken_objects,
        all_but,
        status_of_forces,
        floating,
        counted_between,
        counts_behind,
        listed_names,
        what_they_are,
        up_to,
        months_before,
        heavy_objects,
        numbers_after_months,
    ):
        mend(tree, heads, labels)
    voices(tree, heads, labels, tags)
    of_what_is_told(tree, heads, labels)
    misnamed(tree, heads, labels)
    lone_numbers(tree, heads, labels)
    return tree.changed(heads, labels, tags)


def _behind_places(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "A left X and B entered Y": the parser takes B for a second object of "left", though it stands right before a
    finite verb that lacks a subject; it is that verb's."""
    for verb, tag in enumerate(tree.tags):
        is_finite = tag in {"VBD", "VBZ", "VBP", "VBN"} or any(tree.tags[c] == "MD" for c in tree.of(verb, "aux"))
        if tree.labels[verb] != "conj" or not is_finite or tree.of(verb, *SUBJECT):
            continue
        edge = verb
        while edge and tree.labels[edge - 1] in {"aux", "auxpass", "advmod", "neg"} and tree.heads[edge - 1] == verb:
            edge -= 1
        noun = edge - 1
        if tag == "VBN" and edge == verb or noun < 2 or tree.tags[noun][:2] != "NN" or tree.labels[noun] != "conj":
            continue
        start = tree.span(noun)[0]
        if tree.keys[start - 1] == "and" and not tree.is_verb(tree.heads[noun]) and tree.heads[noun] > tree.heads[verb]:
            heads[noun] = verb
            labels[noun] = "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"


def _after_dates(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "On 10 May 2000 paratroopers stormed the camp": the parser hears a number of them, and no subject."""
    for prep, label in enumerate(tree.labels):
        verb = tree.heads[prep]
        if label != "prep" or verb < prep or tree.keys[prep] not in {"on", "in"} or tree.of(verb, *SUBJECT):
            continue
        noun = next((n for n in tree.of(prep, "pobj") if tree.tags[n][:2] == "NN" and n < verb), prep)
        dated = [k for k in range(prep + 1, noun) if tree.keys[k].isdecimal() or tree.keys[k] in _MONTHS]
        if not dated or dated != list(range(prep + 1, prep + 1 + len(dated))) or not _is_year(tree.keys[dated[-1]]):
            continue
        for k in dated:
            heads[k], labels[k] = dated[-1], "nummod"
        heads[dated[-1]], labels[dated[-1]] = prep, "pobj"
        heads[noun], labels[noun] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdecimal() and key[:2] in {"18", "19", "20"}


def _taken_objects(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "In the years that followed the contingent grew": what stands before a verb without a subject is its subject."""
    for noun, label in enumerate(tree.labels):
        clause = tree.heads[noun]
        if label != "dobj" or tree.labels[clause] != "relcl" or clause > noun:
            continue
        verb = max(k for k in range(noun, len(tree.tags)) if k == noun or noun in tree.ancestors(k)) + 1
        if verb == len(tree.tags):
            continue
        if tree.labels[verb] in {"aux", "auxpass"}:
            verb = tree.heads[verb]
        if tree.labels[verb] == "ROOT" and tree.tags[verb][:2] == "VB" and not tree.of(verb, *SUBJECT):
            heads[noun], labels[noun] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"


def _same_form(tree: Tree, verb: int) -> int | None:
    """ "In guarding the mine and training recruits": one form in "-ing" goes on from another, not from a noun."""
    noun = tree.heads[verb]
    if tree.tags[verb] != "VBG" or tree.tags[noun][:2] != "NN" or not tree.of(verb, "dobj"):
        return None
    above = next((k for k in tree.ancestors(noun) if tree.tags[k][:2] == "VB"), None)
    return (
        above if above is not None and tree.tags[above] == "VBG" and tree.keys[verb - 1] in {"and", "or", ","} else None
    )


def _two_subjects(tree: Tree, verb: int, heads: list[int], labels: list[str]) -> None:
    """ "Reports according to which troops had landed are false": the first subject is the second verb's."""
    first = tree.heads[verb]
    subjects = tree.of(first, *SUBJECT)
    if len(subjects) != 2 or tree.tags[verb] not in {"VBD", "VBZ", "VBP"} or tree.of(verb, *SUBJECT):
        return
    between = set(tree.keys[subjects[0] : subjects[1]])
    if between & {"which", "whom"} and not tree.of(first, "cc"):
        heads[verb], labels[verb] = verb, "ROOT"
        heads[first], labels[first] = subjects[0], "acl"
        heads[subjects[0]] = verb


def _for_to(tree: Tree, verb: int, heads: list[int], labels: list[str]) -> None:
    """ "No plans for troops to go back": the infinitive says what is planned, the noun after "for" who does it."""
    noun = tree.heads[verb]
    prep = tree.heads[noun]
    plan = tree.heads[prep]
    if tree.labels[verb] == "advcl":
        labels[verb] = "acl" if tree.keys[noun] in PLAN_NOUNS | {"plans"} and tree.is_noun(noun) else "advcl"
        return
    has_to = any(tree.keys[c] == "to" for c in tree.of(verb, "aux"))
    if (
        tree.labels[noun] == "pobj"
        and tree.keys[prep] == "for"
        and has_to
        and tree.keys[plan] in PLAN_NOUNS | {"plans"}
    ):
        heads[verb], heads[noun], heads[prep] = plan, verb, verb
        labels[verb], labels[noun], labels[prep] = "acl", "nsubj", "mark"


def _is_in_root(tree: Tree, noun: int) -> bool:
    """The root, or what its "of" names: "The last of the riflemen left.", "The column of 60 lorries set off."; or the
    last noun of its relative clause: "The company that manned the camp left."."""
    of = tree.heads[noun]
    if tree.labels[of] == "relcl" and tree.heads[of] == tree.root and tree.labels[noun] == "dobj":
        return True
    if tree.labels[noun] == "appos" and of == tree.root and tree.span(noun)[0] and "," in tree.keys[of:noun]:
        return True  # "Some 250 soldiers, most of them engineers, disembarked."
    return tree.root in {noun, tree.heads[of]} and (noun == tree.root or tree.keys[of] == "of")


def _is_past(tree: Tree, verb: int) -> bool:
    """A past; or what looks like a participle though nobody does it to anybody ("Some 300 left in May.")."""
    return tree.tags[verb] == "VBD" or (
        tree.tags[verb] == "VBN"
        and tree.keys[verb] in GONE
        and tree.keys[-1] == "."
        and not (tree.keys[verb] in _LEFT_BY and any(_stays(tree, c) for c in tree.children[verb][:1]))
    )


#: Of these what somebody else did may be told: "soldiers left at the fort".
_LEFT_BY = frozenset("left set followed entered crossed anchored docked landed moved".split())
GONE = words("mending.gone")


def _stays(tree: Tree, prep: int) -> bool:
    """ "Soldiers left at the fort", not "left in May"."""
    if tree.keys[prep] not in {"in", "at", "behind", "by", "with"}:
        return False
    return not any(tree.keys[n] in _MONTHS or tree.keys[n].isdecimal() for n in tree.of(prep, "pobj"))


_MONTHS = LONG_MONTHS | {"spring", "summer", "autumn"}


def _main_after_all(tree: Tree, verb: int, heads: list[int], labels: list[str]) -> None:
    """ "The five helicopters left on 29 July": a past without another verb is the sentence's own."""
    noun = tree.root
    if tree.tags[noun][:2] not in {"NN", "JJ", "CD", "DT", "RB"} or any(
        tree.tags[k] in {"VBD", "VBZ", "VBP", "MD"} and not _is_below(tree, k, verb) for k in range(len(heads))
    ):
        return
    heads[noun] = heads[verb] = verb
    labels[noun], labels[verb] = "nsubj", "ROOT"
    for c in tree.children[noun]:
        if c > verb:
            heads[c] = verb


def _is_below(tree: Tree, finite: int, verb: int) -> bool:
    """The verb itself, one that depends on it, or one of a relative clause before it."""
    above = (finite, *tree.ancestors(finite))
    return verb in above or finite < verb and any(tree.labels[k] == "relcl" for k in above)


def _renamed(tree: Tree, noun: int) -> int | None:
    """ "heading for the valley, the last refuge of the clan": what follows a name after a comma says what it is, and is
    no object. The name."""
    start = tree.span(noun)[0]
    if start < 2 or tree.keys[start - 1] != "," or tree.tags[start] not in {"DT", "PRP$"}:
        return None
    name = next((k for k in (start - 2,) if tree.labels[k] == "pobj" and tree.tags[k][:2] == "NN"), None)
    above = tree.heads[tree.heads[name]] if name is not None else None
    return name if above == tree.heads[noun] else None


def _marks(tree: Tree, verb: int, labels: list[str]) -> None:
    """ "That" opens what is told: it is no object of the verb in it."""
    for c in tree.of(verb, "dobj"):
        if tree.keys[c] == "that":
            labels[c] = "mark"


_TOLD = words("mending.told")


def _is_told(tree: Tree, verb: int) -> bool:
    """ "denied a rumour that the wing would fly out": the clause is the rumour, which is nothing that anybody flies."""
    own = tree.of(verb, "nsubj", "nsubjpass")
    return (
        tree.keys[tree.heads[verb]] in _TOLD
        and bool(own)
        and tree.keys[own[-1]] not in RELATIVE
        and (
            any(tree.keys[c] == "that" and c < own[-1] for c in tree.of(verb, "dobj", "mark", "advmod"))
            or tree.keys[tree.span(own[-1])[0] - 1] == "that"
        )
    )


def _has_own(tree: Tree, verb: int) -> bool:
    """ "that troops pulled out": the verb asks for no object, it has a particle."""
    return any(tree.keys[c] in {"out", "back", "off", "in", "down"} for c in tree.of(verb, "prep", "prt", "advmod"))


_SAYING = words("mending.saying")


def _said_that(tree: Tree, verb: int) -> int | None:
    """ "denied at the time that jets had fired", "told a briefing that X had fired": what is said, no clause about the
    time or the hearers. The verb of saying."""
    things = tree.of(verb, "dobj")
    that = [c for c in tree.children[verb] if tree.keys[c] == "that"]
    that = [
        c
        for c in that
        if tree.labels[c] in {"advmod", "mark"} or len(things) > 1 or tree.labels[c] == "dobj" and _has_own(tree, verb)
    ]
    if not that or not tree.of(verb, "nsubj", "nsubjpass"):
        return None
    noun = tree.heads[verb]
    above = tree.heads[noun] if tree.labels[noun] == "dobj" else tree.heads[tree.heads[noun]]
    is_free = not tree.of(above, "ccomp", *(["dobj"] if tree.labels[noun] == "pobj" else []))
    return above if tree.labels[noun] in {"dobj", "pobj"} and tree.keys[above] in _SAYING and is_free else None
