"""Who leads a mission from now on: "NATO took over command in 2003", "Turkey is to take over the force from Italy"."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.acts import phrase_heads
from ..forces.targets import forces_of, is_state
from ..language.classes import words
from ..reading import Reading
from .nouns import is_mission

_LEAD = frozenset({"command", "leadership", "lead"})


def _leads(r: Reading) -> bool:
    """A state or an alliance takes over a mission, or the command of the one that is spoken of."""
    v, tree = r.view, r.view.tree
    doer = tree.agent(r.first) if r.passive else r.subject_head
    taken = r.subject_head if r.passive else tree.object(r.first)
    if not v.is_military or doer is None or taken is None or doer == taken:
        return False
    if not any(is_state(f) for f in forces_of(v, doer)) or v.words_in(*v.tree.span(doer)) & words("leads.officers"):
        return False  # "General X of Turkey assumed command": who leads it, no matter for whom
    hung = [(p, n) for i in {r.first, r.last, taken} for p, n in phrase_heads(v, i)]
    from_whom = any(p == "from" and forces_of(v, n) for p, n in hung)
    if v.key(taken) in _LEAD:
        of = [n for p, n in hung if p in {"of", "over", "for"} and n > taken]
        return any(is_mission(v, n) for n in of) if of else from_whom or v.mission_before
    return from_whom and is_mission(v, taken) and not v.words_in(*tree.span(taken)) & {"policing", "patrol", "patrols"}


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"leads_now": _leads}
