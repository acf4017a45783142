"""What an entry of a list states without a verb: "Camp Arena, Herat. Headquarters of the Italian brigade."."""

from __future__ import annotations

from .arguments import Filler
from .clauses import View
from .draft import Draft
from .memory import Memory

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_GONE = frozenset("out gone left empty closed former formerly withdrawn no none never not until".split())
_AT = frozenset("in at on near".split())


def standing(view: View, filler: Filler, memory: Memory) -> Draft | None:
    """The presence that an entry's sentence without a verb states: "The coalition's headquarters."."""
    head = memory.places.head
    if head is None or head.first < 0 or view.sentence.kind == "heading":
        return None
    own_line = memory.places.head_at == view.number
    if own_line and view.key(head.last + 1) != ":" or not own_line and not head.is_site:
        return None
    start, tree = head.last + 2 if own_line else 0, view.tree
    until = next((k for k in range(start, len(view.toks)) if view.key(k) in {";", "."}), len(view.toks))
    words = range(start, until)
    if not words or any(tree.tags[k] in _FINITE or tree.keys[k] in _GONE for k in words):
        return None
    noun, classes = tree.top(start, until), view.vocabulary.classes
    if tree.keys[noun] not in classes["sites"] | classes["movers"] | classes["units"] | {"headquarters"}:
        return None
    party = filler.holder(noun)
    if party is None or not party.codes or party.codes == (head.place.country_code,):
        return None
    own = [p for p in filler.named() if p.first >= start and p.prep in _AT]
    return Draft(
        "presence",
        party.codes,
        place=own[0] if own else head,
        status="in_effect",
        start=view.sentence.start,
        end=view.sentence.end,
        trigger_start=view.toks[noun].start,
        trigger_end=view.toks[noun].end,
        rule="entry",
        is_place_inferred=not own,
    )
