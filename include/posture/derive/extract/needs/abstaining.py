"""Forces that keep out of a fight: "will take no part in the fighting", "will not accompany patrols into battle"."""

from __future__ import annotations

from collections.abc import Callable

from ..assertion.status import status_of
from ..facts.acts import Act, phrase_heads
from ..forces.targets import forces_of
from ..language.classes import nouns, words
from ..reading import Reading
from .mishaps import marks
from .spoken import means_troops

#: In what a force that takes no part does not fight.
_FIGHTS = words("abstaining.fights")
_OPERATIONS = frozenset("operation operations mission missions raid raids".split())
_AFIELD = frozenset("battle combat action field".split())
_AIR = nouns("fires") | {"strike", "strikes", "bombing", "bombardment", "attack", "attacks"}
_SIDE = frozenset({"side", "sides", "alongside"})
_ACTS = frozenset({"ground_operation", "strike", "attack_on_force"})


def _keeps_out(r: Reading) -> bool:
    """A force that is named, or of which the text tells, and that fights nobody: as its spokesmen say."""
    v, tree = r.view, r.view.tree
    at = r.first
    while tree.subject(at) is None and tree.labels[at] in {"xcomp", "advcl", "conj"} and tree.tags[at] == "VB":
        at = tree.heads[at]  # "are not going to fight", "are not there to fight"
    doer = tree.subject(at)
    if r.trigger.kind != "verb" or doer is None or not v.is_military or not _is_force(r, doer):
        return False
    if v.words_in(0, len(v.toks)) & {"police", "policemen", "exercise", "exercises", "drills"}:
        return False
    if any(
        v.key(m) in {"if", "unless", "until"}
        for i in {r.first, at}
        for c in tree.of(i, "advcl")
        for m in marks(tree, c)
    ):
        return False  # "will not fight alone if they are attacked"
    if any(v.key(c) == "but" for c in tree.of(r.first, "cc")):
        return False  # "were sent not to fight but to help"
    told = status_of(v, r.first, r.last, r.trigger, r.type_code)
    if told != "denied" and (at == r.first or status_of(v, at, at, r.trigger, r.type_code) != "denied"):
        return False
    about = [n for i in {r.first, r.last, at} for p, n in phrase_heads(v, i) if p in {"in", "into", "on", "to", "for"}]
    about += [] if r.object_head is None or r.object_head in about else [r.object_head]
    if not _is_of_arms(r, doer, about):
        return False
    if any(v.key(n) in _AIR for n in about) or _is_from_above(r, doer, about):
        r.type_code = "strike"
    r.act, r.fixed_status = Act((doer,), (), (), frozenset()), "denied"
    return True


def _is_from_above(r: Reading, doer: int, about: list[int]) -> bool:
    """ "Its aircraft were not involved"; of a state, "the military action" after strikes that were told."""
    v = r.view
    if v.words_in(*v.tree.span(doer)) & nouns("aircraft"):
        return True
    is_of_men = means_troops(v, doer) or any(f.is_military for f in forces_of(v, doer))
    return v.told_before == "strike" and not is_of_men and any(v.key(n) in {"action", "actions"} for n in about)


def _is_force(r: Reading, doer: int) -> bool:
    v = r.view
    return means_troops(v, doer) or any(f.codes or f.is_military for f in forces_of(v, doer))


def _is_of_arms(r: Reading, doer: int, about: list[int]) -> bool:
    """What they do not do is to fight."""
    v, lemma = r.view, r.trigger.lemma
    is_own = means_troops(v, doer) or any(f.is_military for f in forces_of(v, doer))
    said = {v.key(n) for n in about}
    if lemma == "fight" and v.key(r.last + 1) in {"at", "by", "alongside"} and v.words_in(r.last, r.last + 5) & _SIDE:
        return False  # "fight at the side of": beside whom, and where, nobody says
    if lemma == "fight":
        return is_own and (r.object_head is None or v.key(r.object_head) in {"war", "battle", "anybody", "anyone"})
    if lemma == "accompany":
        return is_own and bool(said & (_AFIELD | _FIGHTS | _OPERATIONS))
    if said & _FIGHTS:
        return True
    if said & _OPERATIONS:
        return is_own and lemma not in {"join", "enter"}
    if lemma in {"join", "enter", "engage"} or said - {"part", "role", "way"}:
        return False
    return v.told_before in _ACTS and (is_own or lemma == "intervene")  # "none of its soldiers took part"


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"keeps_out": _keeps_out}
