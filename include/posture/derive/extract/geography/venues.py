"""Where a deal was made or something proposed is no place of what it provides for: "under the accord signed in Doha the
force leaves", "in New York Mr Annan proposed that the force be doubled"."""

from __future__ import annotations

from ..clauses import View
from ..language.grammar import set_of
from ..language.inflection import forms
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


_SIGNING = frozenset(
    form for verb in "sign initial conclude ink ratify negotiate broker clinch".split() for form in forms(verb)
) | {"initialed", "reached", "struck"}
_TOWNS = frozenset({"city", "town", "capital", "village"})
_DEALS = frozenset("text document paper deal deals agreements accords treaties pacts declaration statement".split())


def is_venue(view: View, p: PlaceMention) -> bool:
    """The town in which a deal was signed."""
    tree = view.tree
    if p.prep not in {"in", "at"} or p.is_site or p.place.kind_code not in _TOWNS or tree.labels[p.last] != "pobj":
        return False
    prep = tree.heads[p.last]
    if prep and view.has_class(prep - 1, prep, "sites"):
        return False  # "signed an agreement on the airfield at X": the parser hangs "at" on the verb
    verb = tree.heads[prep]
    if view.key(verb) not in _SIGNING or not tree.is_verb(verb):
        return False
    signed = [*tree.of(verb, "nsubjpass", "dobj")]
    signed += [tree.heads[verb]] if tree.labels[verb] in {"acl", "relcl"} else []
    words = view.vocabulary.classes["deals"] | _DEALS
    return any(view.key(n) in words for n in signed)
