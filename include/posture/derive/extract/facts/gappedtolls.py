"""The dead of several places under one verb: "killed nine soldiers near A and four more near B"."""

from __future__ import annotations

from ..draft import Count
from ..geography.hooks import tie
from ..mentions import PlaceMention
from ..quantity.quantities import count_at
from ..reading import Reading

_AT = frozenset("in at near on outside around along".split())
_MORE = frozenset("more others another other soldiers".split())


def tolls(r: Reading) -> list[tuple[int, int, Count, PlaceMention]]:
    """Where such a count begins and ends, the count, and its place."""
    v, tree = r.view, r.view.tree
    if r.code != "casualty" or r.trigger.kind != "verb":
        return []
    patient = tree.subject(r.first) if r.passive else tree.object(r.first)
    made = []
    for k, tag in enumerate(tree.tags):
        if tag != "CD" or k <= r.last or tree.labels[k] not in {"conj", "nummod"}:
            continue
        head = k if tree.labels[k] == "conj" else tree.heads[k]
        if v.key(head) not in _MORE and head != k or tree.labels[head] != "conj" or not _goes_on(r, head, patient):
            continue
        read = count_at(v.toks, k, "killed")
        place = next((p for p in v.spotted.places if p.first > k and p.prep in _AT and _is_at(r, p, k, head)), None)
        if read is not None and place is not None:
            made.append((k - 1, place.last + 1, read[2], place))
    return made


def _goes_on(r: Reading, head: int, patient: int | None) -> bool:
    return r.view.tree.heads[head] in {r.first, patient}


def _is_at(r: Reading, p: PlaceMention, k: int, head: int) -> bool:
    return tie(r.view.tree, p).governor in {k, head, head + 1} or p.first - k <= 3
