"""Inventories: the sites of a force, spoken of together and then named one by one.

"The army keeps four posts in the hills. They include an airstrip at X and Y Fort", "X and Y are the bases that remain",
"the brigade's garrison consists of two camps: one in X and one in Y".
"""

from __future__ import annotations

from ..clauses import View
from ..facts.themes import themes
from ..language.classes import plurals, words
from ..mentions import PlaceMention
from ..reading import Reading

#: What can be named one by one.
SITES = plurals("site") | {"locations", "strongpoints", "hills", "heights"}
AGAIN = frozenset("they these those them all both".split())
_KNOWN = frozenset("the these those both its their his".split())
_STAYING = words("inventories.staying")
_OF_PARTS = frozenset({"comprise", "consist of", "be made up of", "be split between", "be split into"})
_BREAKS = frozenset({",", ";", ":", "and"})
_LIGHT = frozenset("the a an one those that another its their two as well also both at in near on".split())
_AT = frozenset("at in near on outside of off by above beside over along".split())


def listed(r: Reading) -> list[PlaceMention]:
    """The places that the verb lists as sites of which was, or is, spoken together; [] where it lists none."""
    v, subject = r.view, r.subject_head
    if r.passive and r.trigger.lemma not in _OF_PARTS:
        return []
    if r.trigger.lemma in _OF_PARTS:
        made = _items(v, r.last + 1)
        return made if len(made) > 1 and v.words_in(r.last + 1, made[0].first) & SITES else []
    among = v.key(r.first - 2) == "among" and v.key(r.first - 1) in AGAIN
    if r.trigger.lemma == "be" and not among and are_what_remains(r):
        made = _items(v, r.subject[0])
        return made if len(made) > 1 and made[-1].last < r.first else []
    if not among and (subject is None or subject > r.first or not _is_known(v, subject)):
        return []
    made = _items(v, r.last + 1)
    is_many = among or r.trigger.lemma == "include" or len(made) > 1
    return made if is_many and made and made[0].first - r.last <= _NEAR else []


#: So many words at most stand between the verb and the first name: "an old airfield at X".
_NEAR = 7
#: So many between the sites counted and "among them".
_FAR = 10


def among(view: View, last: int) -> list[PlaceMention]:
    """The sites named behind those that are counted: "five bases in X, among them A and B", "two posts: one at A …"."""
    for k in range(last + 1, min(last + _FAR, len(view.toks) - 1)):
        if view.key(k) == "among" and view.key(k + 1) in AGAIN:
            return _items(view, k + 2)
        if view.key(k) in {"including", ":"}:
            return _items(view, k + 1)
        if view.tree.is_predicate(k) or view.key(k) in {";", "and"}:
            return []
    return []


def named_among(view: View, r: Reading) -> list[PlaceMention]:
    """ "Its sites, among them A and B, were handed over": those that are named, where the sites are not counted."""
    many = [i for i in themes(r) if view.key(i) in SITES and not view.tree.of(i, "nummod")]
    return next((found for i in many if len(found := among(view, i)) > 1), [])


def _is_known(view: View, subject: int) -> bool:
    """ "They", "the bases", "its three posts"."""
    if view.key(subject) in AGAIN:
        return True
    return view.key(subject) in SITES and bool({view.key(c) for c in view.tree.of(subject, "det", "poss")} & _KNOWN)


def are_what_remains(r: Reading) -> bool:
    """ "… are the bases that remain", "… are its last posts in the province"."""
    v, named = r.view, r.object_head
    if named is None or named < r.first or v.key(named) not in SITES or not v.is_military:
        return False
    return any(v.key(c) in _STAYING for c in v.tree.of(named, "relcl", "acl"))


def _items(view: View, start: int) -> list[PlaceMention]:
    """The items of a list, each by its own name or by the place at which its site lies."""
    places = [p for p in view.spotted.places if p.form == "place" and p.place.kind_code not in {"country", "theatre"}]
    inside = {k for p in places for k in range(p.first + 1, p.last + 1)}
    ends = [k for k in range(start, len(view.toks)) if view.key(k) in _BREAKS and k not in inside]
    made: list[PlaceMention] = []
    for at, stop in zip([start - 1, *ends], [*ends, len(view.toks)], strict=True):
        first = next((k for k in range(at + 1, stop) if view.key(k) not in _LIGHT), stop)
        p = next((p for p in places if first <= p.first < stop), None)
        if p is None:
            if view.key(stop) == ":" and not made:
                continue  # "three camps: one at X"
            if at == start - 1 or any(view.tree.is_predicate(k) for k in range(at + 1, stop)):
                break
            continue
        words = view.words_in(first, p.first)
        is_own = p.first == first or bool(view.key(p.first - 1) in _AT | {"the"} and _has_site(view, first, p.first))
        if words and not is_own:
            if made and not any(view.tree.is_predicate(k) for k in range(at + 1, stop)):
                continue  # "20 miles outside X": where the last one lies
            break
        of_last = (
            view.key(at) == ","
            and p.first == first
            and not p.is_site
            and (p.place.kind_code in _LANDS or made and made[-1].is_site)
        )
        if made and (of_last or view.key(at + 1) in {"both", "all"}):
            continue  # "a camp at X, Y province", "Fort X and Fort Y, both in Z"
        made.append(p)
    return made


_LANDS = frozenset({"region", "area", "theatre", "sea"})


def _has_site(view: View, start: int, end: int) -> bool:
    classes = view.vocabulary.classes
    return any(
        view.key(k)
        in classes["sites"]
        | {"one", "another", "those", "that", "airstrip", "range", "station", "port", "centre", "center"}
        for k in range(start - 1, end)
    )
