"""What a sentence leaves behind for short forms to point back to: whom it named, and whose facts it told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from .clauses import View
from .draft import Draft
from .forces.referents import Said, actor_weight

#: How much of a mention's weight is left where what is said of it is denied; of an actor's, where it made a deal.
_UNREAL, _DEAL = 0.4, 0.3


def left_behind(view: View, named: Collection[Said], drafts: Sequence[Draft]) -> list[Said]:
    """The mentions of a sentence, then the actors of its records. Of whom it is denied that they came, the text goes
    on to speak no more: they weigh little."""
    real = {c for d in drafts if d.status != "denied" for c in d.actors}
    unreal = {c for d in drafts if d.status == "denied" for c in d.actors} - real
    made = [replace(x, weight=x.weight * _UNREAL) if set(x.codes) <= unreal else x for x in named]
    for actors, is_deal in dict.fromkeys((d.actors, d.type_code == "agreement") for d in drafts if d.actors):
        is_named = any(set(actors) & set(f.codes) for f in view.spotted.forces)
        weight = actor_weight() * (_DEAL if is_deal or set(actors) <= unreal else 1.0)
        made.append(Said(actors, view.number, weight, True, not is_deal, not is_named))
    return made
