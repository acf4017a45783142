"""Agreeing: who agree with whom, and that it is on forces or bases."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.themes import themes
from ..forces.targets import side_of
from ..language.classes import verbs, words
from ..language.inflection import inflected
from ..reading import Reading
from .nouns import below, is_deal
from .sitenouns import is_site

PLANS = words("agreeing.plans")
_SIDES = words("agreeing.sides")
_STOP = verbs("agreeing.stop") | {"to", "on"}
_FIRE = words("agreeing.fire")
ALLOWING = words("agreeing.allowing")


def is_of_forces(r: Reading) -> bool:
    """The sentence speaks of forces, sites or something else of theirs."""
    v = r.view
    words = v.words_in(0, len(v.toks))
    return (
        bool(words & v.vocabulary.classes["military_context"])
        or any(f.is_military for f in v.spotted.forces)
        or any(p.is_site for p in v.spotted.places)
    )


def parties(r: Reading, span: tuple[int, int]) -> int:
    """How many different states or groups stand in the range."""
    return len({c for f in r.view.forces_in(*span) for c in f.codes})


def is_joint(r: Reading) -> bool:
    """Two states or groups act together, or one with another."""
    v, subject = r.view, r.view.tree.subject(r.first)
    if subject is not None and (v.tree.of(subject, "conj") or v.key(subject) in _SIDES or parties(r, r.subject) > 1):
        return True
    return any(p == "with" and (parties(r, (s, e)) or v.words_in(s, e) & _SIDES) for p, s, e in r.phrases)


def _of_ones_own(view: View, verb: int) -> bool:
    """ "agreed to deploy its troops": what one side will do; "to base their jets in X" with whom is said elsewhere."""
    tree = view.tree
    return any(view.key(c) in {"its", "their"} for n in tree.of(verb, "dobj") for c in tree.of(n, "poss")) and (
        view.key(verb) in {"deploy", "station", "base", "keep"}
    )


def _agree_to(r: Reading) -> bool:
    """ "agreed with X to …", "A and B agreed on …", "agreed to let the United States have …": on forces or bases."""
    v, tree = r.view, r.view.tree
    if r.passive and r.trigger.lemma in {"announce", "decide"}:
        return False  # "the withdrawal was announced"
    if _as_agreed(r):
        return True
    if r.trigger.lemma == "announce" and any(v.key(n) in _STAGES for n in tree.of(r.first, "dobj")):
        return False  # "announced the beginning of the pullback"
    parts = [k for k in tree.of(r.first, "xcomp", "ccomp") if v.key(k) in verbs("part")]
    moved = [k for k in parts if v.key(k) not in _CLOSING]  # "agreed to disengage", not "to close the border"
    is_of_sides = r.trigger.lemma == "agree" and v.is_military and bool(moved) and is_joint(r)
    if not is_of_sides and not is_of_forces(r) and not v.words_in(r.last, len(v.toks)) & (_FIRE - {"operations"}):
        return False
    if r.passive:
        return any(v.key(i) in PLANS and v.is_military or is_site(v, i) for i in themes(r))
    about = below(v, r.first)
    if any(v.key(k) in _DEALING and is_deal(v, o) for k in tree.of(r.first, "xcomp") for o in tree.of(k, "dobj")):
        return False  # "decided to cancel the pact": that verb tells it
    if any(v.key(k) in _STOP and below(v, k) & _FIRE for k in tree.of(r.first, "xcomp", "ccomp", "prep")):
        is_band = r.subject_head is not None and side_of(v, r.subject_head) == "group"
        return is_joint(r) or is_band or parties(r, (0, len(v.toks))) >= 2  # rebels agree with those whom they fight
    lets = any(v.key(k) in ALLOWING and not _of_ones_own(v, k) for k in tree.of(r.first, "xcomp", "ccomp"))
    on_forces = (
        (lets or bool(parts))
        and v.is_military
        or bool(about & (v.vocabulary.classes["movers"] | v.vocabulary.classes["sites"] | {"withdraw", "withdrawal"}))
    )
    if not on_forces:
        return False
    if r.trigger.lemma != "agree":
        subject = tree.subject(r.first)  # "the two countries decided that the troops …"
        return subject is not None and bool(tree.of(subject, "conj")) and parties(r, r.subject) >= 2
    return is_joint(r) or (lets or _is_abroad(r, parts)) and parties(r, (0, len(v.toks))) >= 1


def _as_agreed(r: Reading) -> bool:
    """ "They left in May, as was agreed with the rebels", "as agreed between the two": what is told was agreed on."""
    v, tree = r.view, r.view.tree
    if r.trigger.lemma != "agree" or tree.labels[r.first] not in {"advcl", "acl"} or not v.is_military:
        return False
    if "as" not in {v.key(r.first - 1), *(v.key(k) for k in tree.of(r.first, "mark", "advmod"))}:
        return False
    partners = [(s, e) for p, s, e in r.phrases if p in {"with", "between", "by"}]
    return any(v.forces_in(s, e) or v.words_in(s, e) & _SIDES for s, e in partners)


_CLOSING = inflected("close quit leave")


def _is_abroad(r: Reading, parting: list[int]) -> bool:
    """ "Agreed to withdraw its soldiers from Niger": what a state gives up in another is agreed with that one."""
    v = r.view
    own = {c for f in v.forces_in(*r.subject) for c in f.codes}
    there = {p.place.country_code for p in v.spotted.places for k in parting if k in v.tree.ancestors(p.last)}
    from_there = any(v.key(n) in _LANDS for k in parting for n in v.tree.under(k, {"from"}))
    return len(own) == 1 and (from_there or bool(there - own - {"", None}))


_LANDS = frozenset("country kingdom republic island archipelago emirate sultanate".split())


_STAGES = frozenset("start beginning completion launch resumption onset".split())
#: What may be decided of a deal.
_DEALING = verbs("deal_with")


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"military": is_of_forces, "agree_to": _agree_to}
