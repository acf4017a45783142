"""Who takes a base over where no force is named: "the local authorities", "the national army", "the Kenyan police"."""

from __future__ import annotations

from ....lexicon import country_places
from ..clauses import View
from ..draft import Draft
from ..geography.discourse import country_of
from ..language.classes import words
from ..reading import Reading

#: Words that make of the takers those of the land in which the base lies.
_OF_THE_LAND = words("of_the_land")
_STATES = words("state_taker")
_SOME = words("some_taker")


def is_host_noun(view: View, noun: int) -> bool:
    """ "The local authorities", "the country's army": of the land where they are, whosever it is."""
    beside = {view.key(c) for c in view.tree.of(noun, "amod", "compound", "nmod", "poss")}
    return view.key(noun) in _STATES | _SOME and bool(beside & _OF_THE_LAND)


def with_taker(draft: Draft, r: Reading) -> Draft:
    """The handover with the state on whose land the base lies as its taker, where the sentence names no other."""
    if draft.type_code != "base_handover" or draft.counterparties or draft.place is None:
        return draft
    host = country_of(draft.place)
    if host is None or host in draft.actors or host not in country_places():
        return draft
    v = r.view
    for noun in receivers(r):
        start, end = v.tree.span(noun)
        named = {c for f in v.forces_in(start, end) for c in f.codes}
        is_sure = v.key(noun) in _STATES or named or is_host_noun(v, noun)
        if v.key(noun) in _STATES | _SOME and is_sure and named <= {host}:
            draft.counterparties = (host,)
    return draft


def receivers(r: Reading) -> list[int]:
    """The nouns behind "to" at a handover, wherever the phrase hangs."""
    tree = r.view.tree
    at = r.first if r.trigger.kind == "verb" else r.last
    preps = [k for k in range(r.last + 1, len(tree.keys)) if tree.keys[k] == "to" and tree.clause(k) == tree.clause(at)]
    return [n for k in preps for n in tree.of(k, "pobj")]
