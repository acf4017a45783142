"""What the next sentences can mean by "the troops", "there" or "the deal": a sentence taken into memory."""

from __future__ import annotations

from .arguments import Filler
from .clauses import View
from .draft import Draft
from .facts import inventory
from .forces.missionsaid import spoken
from .geography.discourse import country_of
from .lasttold import last_counted, told_last
from .memory import Memory
from .mentions import PlaceMention
from .needs.dealsaid import parties_of_deal, speaks_of_deal
from .needs.sitenouns import STRONG_SITES
from .needs.spoken import themes_of

#: Acts that another site can follow: "the camp at B followed in June".
SEQUELS = frozenset({"base_opening", "base_closure", "base_handover", "withdrawal", "deployment"})
#: Rules of deals on sites, which more sites can follow.
ON_SITES = frozenset({"agree", "access", "seek_access", "lease"})


def remember(m: Memory, view: View, filler: Filler, drafts: list[Draft], *, is_parsed: bool) -> None:
    """Take what a sentence said into memory.

    Args:
        m: what the text said before; changed in place.
        view: the sentence.
        filler: who and where its short forms mean.
        drafts: the facts that it states.
        is_parsed: its grammar was read: it can have had a theme.
    """
    filler.remember(drafts)
    m.forces.voice = m.forces.voice or next((d.actors for d in drafts if _is_of_us(view, d)), ())
    m.counted = last_counted(view) or m.counted
    if codes := inventory.stock(view, filler, drafts):
        m.stock, m.stock_at = codes, view.number
    for f in view.spotted.forces:
        if f.theatre and f.codes:
            m.places.theatre[f.codes] = f.theatre
    set_out = _set_out(drafts)
    m.places.name([k for k in filler.known() if _outer(k[0], view.spotted.places).place.name not in set_out])
    for d in drafts:
        if d.rule in {"mainly", "count_list"}:
            continue  # where a part is: the whole's place is what later words mean
        where = d.main_place if d.type_code != "withdrawal" else d.origin or d.place
        if d.type_code == "deployment" and d.destination is None:
            where = d.place  # where they come from is not where they are
        if where is None or d.is_place_open:
            continue
        is_undone = d.type_code == "deployment" and d.status in {"planned", "considered", "denied"}
        if is_undone and country_of(where) not in {None, *d.actors}:
            m.places.goal = where
        if d.status != "denied":
            m.places.state(d.actors, where)
    if any(d.type_code.startswith("base_") for d in drafts) or any(p.is_site for p in view.spotted.places):
        m.site_at = view.number
    elif any(t.key in STRONG_SITES for t in view.toks):
        m.site_at = view.number  # "the air base at X": a site, though X is a town
    elif view.sentence.label and m.places.head is not None and m.places.head_at == view.number:
        m.site_at = view.number  # "Green Island - signals station."
    m.last_told = told_last(view, drafts, m.last_told)
    m.mission = spoken(view, drafts, m.mission)
    m.themes = themes_of(view) if is_parsed else frozenset()
    if "captives" in m.themes or any(d.type_code == "detainee_transfer" for d in drafts):
        m.captives_at = view.number
    acts = [d for d in drafts if d.type_code in SEQUELS or d.rule in ON_SITES]
    m.acts = acts or m.acts * (m.acts_at >= view.number - 1)
    m.acts_at = view.number if acts else m.acts_at
    m.drill_at = view.number if any(d.type_code == "exercise" for d in drafts) else m.drill_at
    m.deal = m.deal or any(d.type_code == "agreement" for d in drafts)
    m.deal_at = view.number if speaks_of_deal(view, drafts, is_parsed=is_parsed) else m.deal_at
    m.deal_codes = parties_of_deal(view, drafts, m.deal_codes) if m.deal_at == view.number else m.deal_codes
    m.told = drafts[-1].type_code if drafts else ""
    m.feuds.tell([d for d in drafts if d.status != "denied"], view.number)


def _set_out(drafts: list[Draft]) -> set[str]:
    """Names of places that forces set out from for another country: the text goes on where they go."""
    ends = [(d.origin, d.destination) for d in drafts if d.type_code in {"deployment", "reinforcement"}]
    return {
        start.place.name
        for start, goal in ends
        if start is not None and goal is not None and country_of(start) not in {None, country_of(goal)}
    }


def _outer(p: PlaceMention, named: list[PlaceMention]) -> PlaceMention:
    """The place that it only tells more of: "Fort Rock, Texas"."""
    return next((q for q in named if q.last == p.first - 2 and country_of(q) == country_of(p) and not p.prep), p)


def _is_of_us(view: View, d: Draft) -> bool:
    """ "We have 900 men there", told by no one but the text."""
    before = (t.key for t in view.toks if t.start < d.trigger_end and not t.text.isupper())
    return not d.attribution and len(d.actors) == 1 and not _FIRST.isdisjoint(before)


_FIRST = frozenset({"we", "our", "us"})
