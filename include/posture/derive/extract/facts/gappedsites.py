"""One verb, several sites: "opened a base in A in 2019 and another in B", "closed its camp in A, and those in B and C",
"X has a base in A and Y one in B"."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..mentions import PlaceMention
from ..reading import Reading
from .gapping import BORDERS, Part, opener_of
from .openings import others, stands_for


def is_of_site(r: Reading) -> bool:
    """A verb that says something of a site: it can be left out of what is said of the next one."""
    if r.trigger.kind != "verb" or r.view.tree.labels[r.first] == "relcl":
        return False
    return r.type_code.startswith("base_") or r.type_code == "presence"


def site_parts(r: Reading) -> list[Part]:
    """The segments behind the verb that name another site, by a word that stands for it, one for each place."""
    v = r.view
    cuts = [k for k in range(r.last + 1, len(v.toks)) if v.key(k) in BORDERS]
    made: list[Part] = []
    goes_on = False
    for a, b in zip(cuts, [*cuts[1:], len(v.toks)], strict=False):
        if any(a < k < b for k in v.verbs):
            break
        owner = opener_of(r, a, b)
        at = stands_for(v, owner[1] if owner is not None else a, b)
        if at is None and owner is not None and r.type_code == "presence" and _is_force(v, owner[1]):
            at = owner[1]  # "the Danes are stationed in A, Polish troops in B"
        places = v.places_in(a + 1 if at is None else at + 1, b)
        if at is None and owner is None and places and r.type_code == "presence" and others(v, a, places[0]):
            at = places[0].first - 2  # "keeps its jets at A and its helicopters at B"
        if at is not None and places and places[0].first - at <= 4:
            time = next((t for k, t in v.timed if a < k < b), None)
            codes = owner[0] if owner is not None else ()
            made.append(Part(a, b, None, None, time, codes, _located(places[0])))
            goes_on = True
        elif goes_on and places and places[0].first == a + 1 and _ends(v, places[0], b):
            made.append(replace(made[-1], at=a, end=b, place=_located(replace(places[0], prep="in"))))
        else:
            goes_on = goes_on and b - a <= 1
    return made


def _is_force(v: View, at: int) -> bool:
    """Men, or a force by its name, and right behind them where they are."""
    named = any(f.last == at and (f.is_military or f.noun == "people") for f in v.spotted.forces)
    return named and v.key(at + 1) in {"in", "at", "on", "near", "around"}


def _located(p: PlaceMention) -> PlaceMention:
    """A name that stands where a place is asked for is a place."""
    return replace(p, form="place") if p.form == "bare" else p


def _ends(v: View, p: PlaceMention, b: int) -> bool:
    """Nothing but the name, and perhaps its time, stands in the segment."""
    return all(not v.key(k).isalpha() or any(k >= at for at, _ in v.timed) for k in range(p.last + 1, b))
