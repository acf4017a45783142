"""Places where something is signed, agreed or proposed: it is to happen elsewhere.

"Under the accord signed in Geneva 5,000 men will leave", "in New York Mr Annan proposed that the force be doubled".
"""

from __future__ import annotations

from ..language.grammar import set_of
from ..language.syntax import Tree
from ..mentions import PlaceMention
from .capitals import capitals

#: What is done at a table; of a deal, where it was made.
MEETINGS = set_of(
    "sign signs signed signing meet met meeting meetings talks summit conference negotiated negotiations initialled "
    "initialed brokered"
)
#: So in the seat of a government or of an organisation; elsewhere people propose what concerns the place.
_PROPOSING = set_of(
    "agreed agrees agree reached propose proposed proposes suggest suggested suggests recommend recommended recommends "
    "urge urged urges demand demanded demands pledge pledged pledges promise promised promises vow vowed vows ratified "
    "concluded decided decides vote votes voted"
)
_SEATS = frozenset({"New York", "Geneva", "The Hague", "Istanbul", "Lagos", "Arusha", "Dayton", "Camp David"})


def is_of_deal(tree: Tree, p: PlaceMention, trigger: int) -> bool:
    """The place hangs on a meeting, or on who proposes there what is to be elsewhere; `trigger`: what is told."""
    prep = tree.heads[p.last]
    if tree.labels[p.last] != "pobj" or tree.heads[prep] == prep:
        return False
    above = tree.heads[prep]
    for _ in range(4):
        if tree.labels[above] == "pobj" and tree.keys[above] not in MEETINGS:
            above = tree.heads[above]  # "at the UN in New York"
        if tree.tags[above] in {"IN", "TO", "RP"}:
            above = tree.heads[above]  # "agreed on in Accra"
    if above == trigger or trigger in tree.of(above, "dobj", "nsubjpass"):
        return False
    if tree.keys[above] in MEETINGS:
        return True
    is_seat = p.place.name in capitals() or p.place.name in _SEATS
    return is_seat and tree.keys[above] in _PROPOSING
