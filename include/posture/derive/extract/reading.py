"""A trigger whose frame is tried: the ranges of its arguments in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clauses import View
from .facts.acts import Act
from .language.classes import words
from .language.vocabulary import Trigger


@dataclass
class Reading:
    """A trigger whose frame fits: the ranges of its arguments in the sentence."""

    view: View
    first: int
    last: int
    trigger: Trigger
    code: str
    type_code: str
    passive: bool = False
    reduced: bool = False
    #: A participle without a subject: "Handed over in May." below the base's name.
    elliptic: bool = False
    #: Ranges of parts that repeat the verb with a place of their own.
    gaps: tuple[tuple[int, int], ...] = ()
    subject: tuple[int, int] = (0, 0)
    object: tuple[int, int] = (0, 0)
    phrases: list[tuple[str, int, int]] = field(default_factory=list)
    fixed_status: str | None = None
    is_weak: bool = False
    #: The act in a clause that says how this one came about: "were killed when their post was shelled".
    through: Reading | None = None
    quantity_index: int | None = None
    #: Of an act of arms: who acts, what is hit, with what.
    act: Act | None = None
    status: str = ""
    #: No word says how far the act has come: it is only named.
    is_untold: bool = False
    #: Head nouns of subject and object, where the parser finds them.
    subject_head: int | None = None
    object_head: int | None = None
    #: Where the trigger stands of whose journey this is a further leg.
    leg: int | None = None
    #: How likely it states its fact, where its frame lacks a need; None where a rule believes it.
    chance: float | None = None
    #: Parties of a deal whom only the text before names.
    recalled: tuple[str, ...] = ()

    @property
    def patient(self) -> tuple[int, int]:
        """What is acted upon: a passive's subject, an active verb's object."""
        return self.subject if self.passive else self.object

    def is_in_gap(self, i: int) -> bool:
        """A token stands in a part that repeats the act elsewhere ("killed nine near A and four near B")."""
        return self.type_code == "attack_on_force" and any(a <= i < b for a, b in self.gaps)


def noun_spans(r: Reading) -> list[tuple[int, int]]:
    """For a noun trigger: its premodifiers and its "of"/"by" phrases. For a verb: its patient."""
    if r.trigger.kind == "verb":
        spans = [r.patient]
        if not r.passive and r.object[1] - r.object[0] == 0:
            spans += [(s, e) for p, s, e in r.phrases if p in {"of"}]
        return spans
    return [
        r.object,
        *[(s, e) for p, s, e in r.phrases if p in {"of", "by", "for", "between", "from", "in", "to", "on"}][:3],
    ]


def content(view: View, start: int, end: int) -> bool:
    """A noun stands in the range, not only particles of the verb."""
    return any(view.key(k) not in _EMPTY for k in range(start, end))


_EMPTY = frozenset("out up back over down off away also home , : there the following these".split())


_LAID_OUT = words("reading.laid_out")


def is_state(r: Reading) -> bool:
    """A participle of sending that says where troops are: "150 are left at the base", "soldiers posted in X"."""
    if r.trigger.kind == "verb" and r.code in {"deploy", "send"} and _is_left(r):
        return True
    if not r.passive or r.trigger.kind != "verb":
        return False
    if r.code == "leave" and "behind" in {r.view.key(c) for c in r.view.tree.of(r.first, "advmod", "prt", "prep")}:
        return True  # "have been left behind"
    _, group = r.view.group_before(r.first)
    if {"been", "being"} & set(group):  # "have been deployed there since May"
        since = any(t.lead == "since" and r.view.tree.clause(k) == r.first for k, t in r.view.timed)
        return since and r.code == "deploy" and "been" in group and _is_at(r)
    be = bool({"is", "are", "were", "was", "remain", "remained"} & set(group))
    if r.code != "restructure" and r.trigger.lemma.split()[0] in _LAID_OUT:
        return (be or r.reduced and r.code == "send") and r.status in _HOLDS and not _is_dated(r)
    if r.code == "leave":
        dated = bool(r.phrases) and any(r.phrases[0][1] <= at < r.phrases[0][2] for at, _ in r.view.timed)
        stays = bool(r.phrases) and r.phrases[0][0] in {"in", "at", "on", "with"}
        return r.trigger.words[0] == "left" and stays and not dated
    if r.code == "send":
        went = "to" in {p for p, _, _ in r.phrases} and not {"is", "are", "still", "already"} & set(group)
        stays = r.reduced or be and not went and r.status in _HOLDS
        return r.trigger.words[0] in {"posted", "assigned"} and stays
    if r.code == "deploy":
        after = [p for p, s, _ in r.phrases if s > r.last]
        goes = bool(after) and (after[0] in {"to", "into"} or after[0] == "from" and not {"in", "at"} & set(after))
        stays = r.reduced or be and r.status in _HOLDS
        then = {"was", "were"} & set(group) and (_is_first(r) or not r.reduced and _is_dated(r))
        return stays and not then and not (goes and not {"is", "are"} & set(group))
    return False


def _is_at(r: Reading) -> bool:
    """Where they are is said, not where to."""
    return bool({p for p, _, _ in r.phrases} & {"in", "at", "on"}) and not {p for p, _, _ in r.phrases} & {"to", "into"}


def _is_first(r: Reading) -> bool:
    """ "First", "the first of them": "were first deployed there in 2003"."""
    tree = r.view.tree
    words = [*tree.of(r.first, "advmod"), *([] if r.subject_head is None else [r.subject_head])]
    words += [] if r.subject_head is None else tree.of(r.subject_head, "amod", "advmod")
    return any(tree.keys[k] in {"first", "initially", "originally"} for k in words)


def _is_dated(r: Reading) -> bool:
    """ "was deployed in May": then it went; "since May" it is there."""
    tree = r.view.tree
    spans = [(s, e) for p, s, e in r.phrases if s > r.last and p in {"in", "on", "at"}]
    if any(s - 1 <= at < e for s, e in spans for at, _ in r.view.timed):
        return True
    loose = [tree.span(c) for c in tree.of(r.first, "npadvmod", "advmod") if tree.keys[c] not in _STILL]
    return any(s <= at < e for s, e in loose for at, t in r.view.timed if not t.word)  # "two years ago", "last week"


def _is_left(r: Reading) -> bool:
    """ "remain deployed along the border"."""
    tree = r.view.tree
    above = tree.keys[tree.heads[r.first]][:6]
    if above == "contin" and tree.labels[r.first] == "xcomp":
        return r.passive  # "continue to be deployed"
    return tree.labels[r.first] in {"acomp", "xcomp", "oprd", "ccomp"} and above in {
        "remain",
        "stay",
        "stayed",
        "stays",
        "stand",
    }


_HOLDS = frozenset({"completed", "ongoing", "in_effect"})
_STILL = frozenset("now currently today still tonight presently".split())
