"""Ships and aircraft that come into a state's airspace or waters, or cross a line drawn at sea: they patrol there, and
nobody is deployed."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.acts import phrase_heads, roles
from ..forces.targets import forces_of
from ..language.classes import nouns, words
from ..mentions import ForceMention
from ..reading import Reading
from .movers import head_nouns

_INTO = frozenset("into over across within through inside".split())
_ALWAYS = frozenset("airspace adiz".split())
#: What else is such a space where one of these stands before it.
_CALLED = {
    "zone": frozenset("identification contiguous".split()),
    "line": frozenset("median".split()),
    "waters": frozenset("territorial".split()),
    "sea": frozenset("territorial".split()),
}
_SOME = nouns("warship") | nouns("combat_aircraft") | nouns("aircraft")
_CIVIL = words("intrusions.civil")


def is_into_space(r: Reading) -> bool:
    """What is entered, crossed or violated is an airspace, territorial waters or such a line."""
    v, tree = r.view, r.view.tree
    into = [at for p, at in phrase_heads(v, r.first) if p in _INTO and at > r.last]
    thing = tree.subject(r.first) if r.passive else r.object_head
    return any(_is_space(v, at) for at in (*into, *(() if thing is None else (thing,))))


def intrudes(r: Reading) -> bool:
    """A warship or military aircraft is the subject, and such a space what it enters; that it did so, not that it kept
    out ("struck the camp without entering their airspace")."""
    v, tree = r.view, r.view.tree
    if not is_into_space(r) or tree.of(r.first, "neg") or v.key(tree.heads[r.first]) == "without":
        return False
    doer = tree.agent(r.first) if r.passive else r.subject_head
    heads = () if doer is None or v.key(doer) == "none" else tuple(head_nouns(v, doer))
    words = frozenset(w for at in heads for w in v.words_in(tree.span(at)[0], at + 1))
    roles(r)
    return not words & _CIVIL and (bool(words & _SOME) or are_craft(v, heads))


def _is_space(view: View, noun: int) -> bool:
    key = view.key(noun)
    return key in _ALWAYS or bool(_CALLED.get(key, frozenset()) & view.words_in(view.tree.span(noun)[0], noun))


def are_craft(view: View, heads: tuple[int, ...]) -> bool:
    """Whether ships, aircraft or vehicles of a force are among them."""
    return any(f.codes and _is_craft(view, f) for h in heads for f in forces_of(view, h))


def _is_craft(view: View, f: ForceMention) -> bool:
    return f.noun in view.vocabulary.classes["materiel"] or f.form == "unit" and f.is_military


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"intrudes": intrudes}
