"""The land of a mission as the place of those who serve in it: "has 300 soldiers in MONUSCO"."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..language.grammar import set_of
from ..mentions import ForceMention, PlaceMention
from ..reading import Reading
from .discourse import theatre_mention
from .hooks import head_of

#: What a mission stands behind, where others serve in it.
_SERVING = set_of("in with to for under at within alongside as of")


def land_of(view: View, f: ForceMention) -> PlaceMention | None:
    """The one land of a mission that others serve in or support; None for those that act themselves."""
    if len(f.theatre) != 1:
        return None
    before = next((k for k in range(f.first - 1, max(-1, f.first - 4), -1) if view.key(k) not in {"the", "its"}), -1)
    is_object = view.tree.labels[f.last] in {"dobj", "attr", "conj", "appos", "oprd"}
    if not (view.key(before) in _SERVING or is_object) or (land := theatre_mention(f.theatre[0])) is None:
        return None
    return replace(land, first=f.first, last=f.last, prep="in", form="pointed", why="mission")


#: How a journey's verb or those who are sent lead to a mission, or away from it.
_ENDS = {"withdrawal": frozenset({"from", "out"})}
_TO = frozenset({"to", "into", "for"})


def end_at(r: Reading) -> PlaceMention | None:
    """ "Sent 50 men to UNIFIL", "withdrew its battalion from KFOR": the land of the mission."""
    tree, ends = r.view.tree, _ENDS.get(r.type_code, _TO)
    if r.type_code not in {"withdrawal", "deployment", "reinforcement"}:
        return None
    for f in r.view.spotted.forces:
        if len(f.theatre) != 1:
            continue
        at = head_of(tree, f.first, f.last)
        prep = tree.heads[at] if tree.labels[at] == "pobj" else -1
        while prep >= 0 and tree.keys[prep] == "of" and tree.keys[tree.heads[prep]] == "out":
            prep = tree.heads[prep]
        is_led = prep >= 0 and tree.keys[prep] in ends and tree.heads[prep] in {r.first, r.last, r.object_head}
        is_joined = tree.heads[at] == r.first and tree.labels[at] == "dobj" and r.trigger.lemma == "join"
        is_joined |= r.code == "receive" and not r.passive and at == r.subject_head
        if (is_led or is_joined) and (land := theatre_mention(f.theatre[0])) is not None:
            return replace(land, first=f.first, last=f.last, form="pointed", why="mission")
    return None
