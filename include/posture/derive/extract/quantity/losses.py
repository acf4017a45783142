"""A force's own dead and wounded: those that an attack's sentence counts, or the sentence after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..clauses import View
from ..draft import Draft
from ..families import FIGHTS
from ..forces.targets import forces_of, is_standing
from ..language.classes import nouns
from ..mentions import ForceMention
from .quantities import Quantity, as_count

#: Those whose contingents bear names of their own.
_MIXED = frozenset("UN EU NATO COALITION AU ATMIS AUSSOM SADC EAC ECOWAS KFOR MSS".split())


def own_losses(view: View, at: int, actors: Collection[str]) -> Quantity | None:
    """The dead of a force, else its wounded, nearest to the word at which the attack is told."""
    own = [q for q in _own(view) if ";" not in view.words_in(q.number, at) and not _are_others(view, q, actors)]

    def rank(q: Quantity) -> tuple[bool, bool, float]:
        return bool(_whose(view, q, actors)), q.unit != "killed", view.cost(q.number, at)

    return min(own, key=rank, default=None)


def _are_others(view: View, q: Quantity, actors: Collection[str]) -> bool:
    """ "Its post was attacked, and five men of X fell": men of an enemy without a state are counted."""
    codes = _whose(view, q, actors)
    return bool(codes) and not any(is_standing(f) for f in forces_of(view, view.tree.noun_head(q.number)))


def fallen(view: View, q: Quantity, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whose force was attacked: theirs whose dead are counted, "five Russian peacekeepers"."""
    return _whose(view, q, actors) or actors


def _whose(view: View, q: Quantity, actors: Collection[str]) -> tuple[str, ...]:
    """Whose men are counted, where they are not the actors'."""
    head = view.tree.noun_head(q.number)
    end = min((view.tree.span(c)[0] for c in view.tree.of(head, "conj")), default=len(view.toks))
    codes = tuple(dict.fromkeys(c for f in forces_of(view, head) for c in f.codes if f.first < end))
    return () if set(codes) & set(actors) or _MIXED & {*codes, *actors} else codes


def _own(view: View) -> list[Quantity]:
    not_own = nouns("irregular") | nouns("civil") - {"men", "man", "others"}
    counted = [q for q in view.quantities if q.unit in {"killed", "wounded"} and q.noun not in not_own]
    return [q for q in counted if not _are_of(view, q.number, not_own)]


def _are_of(view: View, number: int, kind: Collection[str]) -> bool:
    """ "14 of the attackers"."""
    return any(view.key(n) in kind for n in view.tree.under(view.tree.noun_head(number), {"of"}))


def told_after(view: View, drafts: Sequence[Draft], earlier: Sequence[Draft], since: int) -> Draft | None:
    """The attack that the sentence before told, where this one only counts its dead; it is given the count.

    Args:
        drafts: what this sentence gives by itself.
        earlier: the drafts before it, in order.
        since: where the sentence before begins.
    """
    own = _own(view)
    if not own or any(d.type_code in FIGHTS and not _is_bare(d) for d in drafts):
        return None
    attacks = [d for d in earlier[-6:] if d.start >= since and d.type_code in FIGHTS and d.status != "denied"]
    attacks = [d for d in attacks if d.start == attacks[-1].start]
    if (
        len({d.trigger_start for d in attacks}) != 1
        or attacks[0].type_code != "attack_on_force"
        or not _is_of(view, own, attacks[0].actors)
    ):
        return None
    q = min(own, key=lambda q: q.unit != "killed")
    had = attacks[0].quantity
    if had is None or had.unit == "wounded" and q.unit == "killed":
        attacks[0].quantity = as_count(q)
    return attacks[0]


def _is_bare(d: Draft) -> bool:
    return d.type_code == "attack_on_force" and d.rule == "casualty" and (d.main_place is None or d.is_place_inferred)


def _is_of(view: View, own: Sequence[Quantity], actors: Collection[str]) -> bool:
    """Nobody else's men are counted first."""
    first = view.tree.noun_head(own[0].number)
    behind = {k for c in view.tree.of(first, "conj") for k in range(*view.tree.span(c))}
    told = [f for f in view.spotted.forces if f.is_military and f.last not in behind and not _is_aside(view, f)]
    named = {c for f in told for c in f.codes}
    return not named or bool(named & set(actors)) or bool(_MIXED & set(actors))


def _is_aside(view: View, f: ForceMention) -> bool:
    """Who tells it ("according to the rebels") or did it ("by the rebels"): none of the dead."""
    tree, at = view.tree, f.last
    reporting = view.vocabulary.classes["reporting_verbs"]
    for above in tree.ancestors(at):
        label, key = tree.labels[at], tree.keys[above]
        if key in {"according", "by"} or label in {"nsubj", "agent"} and key in reporting:
            return True
        if tree.is_predicate(above):
            return False
        at = above
    return False
