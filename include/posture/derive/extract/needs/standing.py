"""Who is where: a force with a place, a presence that has an owner, a level that is said in numbers."""

from __future__ import annotations

from collections.abc import Callable

from ..changes import changed
from ..reading import Reading, noun_spans
from .forces import in_relative, military_site, strong


def _level(r: Reading) -> bool:
    """A number of personnel, ships … says how the level changes."""
    parts = changed(r.view, r)
    if parts:
        r.quantity_index = r.view.quantities.index(parts[0][1])
    return bool(parts)


def _complement(r: Reading) -> bool:
    v = r.view
    spans = [r.object, *[(s, e) for p, s, e in r.phrases[:2] if p in {"of", "by"}]]
    forces = [f for s in [*spans, r.subject] for f in v.forces_in(*s)]
    if v.is_military and any(f.codes and f.last == r.first - 1 for f in v.spotted.forces):
        return True
    if (
        v.is_military
        and any(f.codes and not f.is_weak for f in forces)
        and v.words_in(max(0, r.first - 2), r.first)
        & {"considerable", "permanent", "its", "their", "military", "large", "strong", "continued", "the", "a"}
        and v.key(r.first) in {"presence", "garrison", "foothold"}
    ):
        return True
    return any(f.codes or f.form == "own" or f.is_military for f in forces) and (
        any(
            v.words_in(*s) & {"military", "troop", "troops", "army", "naval", "armed", "force", "forces"} for s in spans
        )
        or any(f.is_military or f.form in {"group"} for f in forces)
    )


def subject_force(r: Reading) -> bool:
    """A force, a state that acts, or a pronoun for one is the subject."""
    v, span = r.view, r.subject
    if r.trigger.kind == "noun":
        spans = [*noun_spans(r), span]
    else:
        spans = [(s, e) for p, s, e in r.phrases if p == "by"] if r.passive else [span]
    if any((strong(f) or f.is_military) and not in_relative(v, s[0], f) for s in spans for f in v.forces_in(*s)):
        return True
    return (
        any(v.key(k) in {"it", "they", "which", "who"} for s in spans for k in range(*s))
        or r.trigger.kind == "verb"
        and not r.passive
        and span[1] - span[0] <= 1
    )


def _object_place(r: Reading) -> bool:
    return any(p.form in {"place", "bare"} for s in noun_spans(r) for p in r.view.places_in(*s))


def _place_or_site(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    if any(p.first > r.last and p.form == "place" and v.cost(r.last, p.first) < 1.0 for p in v.spotted.places):
        return True
    words = set().union(*(v.words_in(*s) for s in spans))
    return (
        _object_place(r)
        or any(v.has_class(*s, "sites") for s in spans)
        and military_site(r, spans)
        or bool(words & {"areas", "territory", "swathes", "towns", "villages", "hills", "heights", "summit", "area"})
    )


def _site_or_presence(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    words = set().union(*(v.words_in(*s) for s in spans))
    return (
        bool(words & {"presence", "footprint", "garrison", "foothold"})
        or any(v.has_class(*s, "sites") for s in spans)
        and military_site(r, spans)
    )


def _near_place(r: Reading) -> bool:
    v = r.view
    return any(p.form != "owner" and v.cost(r.first, p.first) < 2.6 for p in v.spotted.places)


def _adjacent_place(r: Reading) -> bool:
    """ "are in Syria", "were at the base": a locative phrase right after the verb."""
    v = r.view
    j = r.last + 1
    while v.key(j) in {"still", "now", "already", "also", "currently", "not", "all", "both", "only", "there"}:
        j += 1
    if v.key(j) not in {"in", "at", "on", "near", "inside", "across", "there"}:
        return False
    end = v.tree.span(j + 1)[1] if j + 1 < len(v.toks) else j + 1
    return (
        bool(v.places_in(j + 1, end + 1))
        or v.is_military
        and (
            v.key(j) == "there"
            or bool(
                v.words_in(j + 1, j + 4)
                & {"country", "region", "base", "province", "town", "city", "area", "camp", "island"}
                and v.key(j + 1) in {"the", "that", "this"}
            )
        )
    )


def _uncounted(r: Reading) -> bool:
    return not any(
        q.unit == "personnel" and r.view.cost(r.last, q.number) < 1.5 and q.number > r.last for q in r.view.quantities
    )


def _place_after(r: Reading) -> bool:
    v = r.view
    return any(
        p in {"in", "at", "on", "near", "across", "inside", "along"} and (v.places_in(s, e) or v.key(s) == "the")
        for p, s, e in r.phrases[:3]
    )


def _existential(r: Reading) -> bool:
    return "there" in r.view.words_in(r.first - 3, r.first)


def _in_hands_of(r: Reading) -> bool:
    """ "in the hands of the rebels", "under army control", "still in American hands"."""
    v = r.view
    before = v.words_in(r.first - 4, r.first)
    of = v.key(r.last + 1) == "of" and bool(v.forces_in(r.last + 1, r.last + 6))
    return (
        bool(before & {"in", "under"})
        and (of or any(f.last >= r.first - 3 and f.first < r.first for f in v.spotted.forces))
        and v.is_military
    )


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "level": _level,
    "complement:force": _complement,
    "subject:force": subject_force,
    "object:place": _object_place,
    "object:place_or_site": _place_or_site,
    "object:presence_or_site": _site_or_presence,
    "object:site_or_presence": _site_or_presence,
    "place": _near_place,
    "adjacent_place": _adjacent_place,
    "uncounted": _uncounted,
    "place_after": _place_after,
    "place_or_there": lambda r: _place_after(r) or "country" in r.view.words_in(r.last, len(r.view.toks)),
    "existential": _existential,
    "in_hands_of": _in_hands_of,
    "participle": lambda r: r.trigger.form in {"past", "pp"},
}
