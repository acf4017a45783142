"""Whose the sites are that a sentence names one by one, where another spoke of them together (`inventories`)."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses import View
from ..draft import Draft
from ..forces.holders import Holders
from ..forces.referents import Codes
from ..geography.inventories import AGAIN, SITES, are_what_remains, listed
from ..memory import Memory
from ..needs.sitenouns import is_site
from ..reading import Reading


def stock(view: View, who: Holders, drafts: Sequence[Draft]) -> Codes:
    """Whose sites the sentence speaks of together: "they" in the next one are they; () if it speaks of none."""
    many = [k for k in range(len(view.toks)) if view.key(k) in SITES and is_site(view, k, by_force=view.is_military)]
    here = [d for d in drafts if d.type_code in {"presence", "strength"} and d.status != "denied"]
    if codes := next((codes for k in many if (codes := _owner(who, k))), here[-1].actors if many and here else ()):
        return codes
    return who.memory.military if any(view.key(c) == "the" for k in many for c in view.tree.of(k, "det")) else ()


def model(r: Reading, who: Holders, memory: Memory, told: Sequence[Draft]) -> Draft | None:
    """Of what was told before, what is told of each of the listed: an act on sites, else that their force is there."""
    act = told[-1] if told else None
    if r.code == "follow_suit" and r.subject_head is not None and is_site(r.view, r.subject_head, by_force=True):
        return next((d for d in reversed(told) if d.type_code.startswith("base_")), act)  # "the camp at B is next"
    if r.code != "site_list" or not listed(r):
        return act
    remain = are_what_remains(r)
    on_sites = act is not None and (act.type_code.startswith("base_") or act.type_code == "agreement")
    if act is not None and on_sites and not remain and (r.trigger.lemma == "be" or act.quantity is not None):
        return act
    owned = r.object_head if remain else r.subject_head
    codes = _owner(who, owned) if owned is not None and r.view.key(owned) not in AGAIN else ()
    if not codes and r.view.number - memory.stock_at <= 1:
        codes = memory.stock
    if not codes and (remain or r.trigger.lemma not in {"be", "include", "lie"}):
        codes = memory.military
    return Draft("presence", codes, status="in_effect") if codes else act


def _owner(who: Holders, site: int) -> Codes:
    party = who.holder(site)
    return party.codes if party is not None and party.is_named and party.kind != "office" else ()
