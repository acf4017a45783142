"""Whose men fell: "Kenya lost nine soldiers near X": those of the state that lost them."""

from __future__ import annotations

from ..forces.targets import forces_of, is_state
from ..language.classes import nouns, verbs
from ..reading import Reading


def loses_own(r: Reading, given: int | None, losers: tuple[int, ...]) -> bool:
    """A state, or its army, loses soldiers: they are its own, and who loses them kills nobody."""
    v = r.view
    if r.passive or given is None or v.key(r.first) not in verbs("lose") or not losers:
        return False
    men = v.vocabulary.classes["personnel"] | nouns("soldier") | {"men"}
    if v.key(given) not in men:
        return False
    return all(any(is_state(f) for f in forces_of(v, at)) for at in losers)
