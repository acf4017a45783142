"""What a strike left behind, seen where it fell: "smoke rises above X after an Israeli raid", "rescuers search the
rubble in X following a Russian attack"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..clauses import View
from ..language.classes import words

if TYPE_CHECKING:
    from .acts import Act

_AFTER = frozenset({"after", "following", "from", "during", "amid"})
_TRACES = words("traces.traces")
_REGIONS = frozenset({"region", "admin1"})
_WIDE = frozenset({"country", "theatre", "sea", "territory"})


def fell_at(view: View, noun: int) -> tuple[int, ...]:
    """The name of the one place at which the traces of an act are told of; () for none."""
    tree = view.tree
    prep = tree.heads[noun]
    verb = tree.clause(tree.heads[prep])
    if tree.labels[noun] not in {"pobj", "pcomp"} or tree.keys[prep] not in _AFTER or not tree.is_verb(verb):
        return ()
    own = range(*tree.span(noun))
    if not any(t.key in _TRACES and k not in own for k, t in enumerate(view.toks)):
        return ()
    seen = [p for p in view.spotted.places if p.form == "place" and p.first not in own]
    seen = [p for p in seen if tree.clause(p.first) == verb and p.place.kind_code not in _WIDE]
    seen = [p for p in seen if p.place.kind_code not in _REGIONS] or seen
    return (seen[0].last,) if len({p.place.name for p in seen}) == 1 else ()


def with_traces(view: View, noun: int, act: Act) -> Act:
    """The roles of an act that names nothing that it hit, with the place of its traces for that."""
    at = fell_at(view, noun) if (act.agents or act.tools) and not act.targets else ()
    return replace(act, targets=at) if at else act
