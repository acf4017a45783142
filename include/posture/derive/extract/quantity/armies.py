"""A state's whole army is at home, whatever the place that the text is about."""

from __future__ import annotations

from ..arguments import Filler
from ..clauses import View
from ..draft import Draft
from ..geography.discourse import theatre_mention
from ..mentions import PlaceMention
from .quantities import Quantity
from .stocks import Role

#: Names of a whole army.
_ARMIES = frozenset({"army", "military", "manpower", "navy"})
#: An army has at least so many; so many of a state's troops are nowhere but at home.
_ARMY, _ALL = 1_000, 250_000


def home(view: View, filler: Filler, draft: Draft, q: Quantity, r: Role) -> PlaceMention | None:
    """The country of "its army numbers 40,000", "Iran has 580,000 soldiers", where they name no place."""
    number = q.low or q.high or 0
    if len(draft.actors) != 1 or view.vocabulary.kinds.get(draft.actors[0], "state") != "state" or number < _ARMY:
        return None
    subject = None if r.verb is None else view.tree.subject(r.verb)
    heads = [n for n in (subject, *r.nouns) if n is not None]
    owned = [n for n in heads if _is_army(view, n) or number >= _ALL and n == subject]
    parties = [p for n in owned if (p := filler.who(n)) is not None and p.is_named]
    return theatre_mention(draft.actors[0]) if any(p.codes == draft.actors for p in parties) else None


def _is_army(view: View, noun: int) -> bool:
    """ "Its army", "the armed forces"; not "the British Army of the Rhine", "the army in the north"."""
    if any(view.key(p) in {"of", "in", "at"} for p in view.tree.of(noun, "prep")):
        return False
    return view.key(noun) in _ARMIES or view.key(noun) == "forces" and view.key(noun - 1) == "armed"
