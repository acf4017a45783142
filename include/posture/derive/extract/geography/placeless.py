"""Facts of which the whole text gives no place: a patrol, a fight or a base that is nowhere is seldom one fact."""

from __future__ import annotations

from dataclasses import replace

from ..draft import Draft, Extraction

#: Of these the place is what makes them distinct (RECORDS.md §1: combat counts with a place).
_SOMEWHERE = frozenset({"patrol", "ground_operation", "base_opening"})
_REASON = "no_place_named"


def drop_placeless(out: Extraction) -> None:
    """Acts that must be somewhere, and are said to be nowhere, become rejections; so does what repeats them. A denial
    stands: what has not been is nowhere."""
    kept = [n for n, d in enumerate(out.drafts) if not _is_nowhere(d)]
    if len(kept) == len(out.drafts):
        return
    now = {n: at for at, n in enumerate(kept)}
    out.rejections = [
        x if x.of is None else replace(x, of=now[x.of]) if x.of in now else replace(x, of=None, reason=_REASON)
        for x in out.rejections
    ]
    out.rejections += [d.rejected(_REASON) for n, d in enumerate(out.drafts) if n not in now]
    out.drafts = [out.drafts[n] for n in kept]
    for d in out.drafts:
        d.denies = now.get(d.denies) if d.denies is not None else None


def _is_nowhere(d: Draft) -> bool:
    nowhere = d.place is None and d.origin is None and d.destination is None
    is_told = d.type_code in _SOMEWHERE and d.status != "denied"
    return nowhere and is_told and d.quantity is None and not _is_made(d)


def _is_made(d: Draft) -> bool:
    """ "The UN force has resumed its night patrols": a named force does it, in words that say so."""
    is_done = d.status in {"ongoing", "completed"} and not (d.is_untold or d.is_habit)
    return d.rule == "patrol" and is_done and not d.is_actor_open
