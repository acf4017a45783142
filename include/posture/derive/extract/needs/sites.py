"""Bases that are opened, closed or handed over: the site has to be military."""

from __future__ import annotations

from collections.abc import Callable

from ..reading import Reading, noun_spans
from .forces import military_site


def _object_site(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    if (
        r.trigger.kind == "verb"
        and not r.passive
        and r.code in {"open_base", "close_base"}
        and r.object[0] == r.object[1]
    ):
        spans.append(r.subject)  # "the base closed"
    if (
        r.code == "hand_over"
        and any(v.words_in(*s) & {"it", "them"} for s in spans)
        and any(p.is_site and p.last < r.first for p in v.spotted.places)
    ):
        return True  # "leave the base and hand it over"
    return (
        any(v.has_class(*s, "sites") for s in spans)
        and military_site(r, spans)
        or any(p.is_site for s in spans for p in v.places_in(*s))
    )


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "object:site": _object_site,
}
