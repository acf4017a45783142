"""Whose land a deal is on takes part in it: "under the pact of 1998 some 350 Colombians are stationed in Indonesia"."""

from __future__ import annotations

from ....lexicon import country_places
from ..draft import Draft
from ..geography.discourse import country_of
from ..reading import Reading

#: Deals that one makes with an alliance, and those that only one side tells of.
_ONE_SIDED = frozenset({"join", "refuse_deal"})


def with_host(draft: Draft, r: Reading) -> Draft:
    """The deal with the state on whose land it is as its second party, where the sentence names one party only.

    Whom only the text before names gives way to it: the host is told of here."""
    if draft.type_code != "agreement" or draft.rule in _ONE_SIDED or draft.main_place is None:
        return draft
    host = country_of(draft.main_place)
    named = tuple(a for a in draft.actors if a not in r.recalled)
    if host is None or host in draft.actors or host not in country_places() or len(named) != 1:
        return draft
    draft.actors = (*named, host)
    draft.counterparties = tuple(c for c in draft.counterparties if c != host)
    return draft
