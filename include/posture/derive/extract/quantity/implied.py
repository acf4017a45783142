"""Counts that tell a strength though no verb says that so many are there, and capacities, which tell none.

Those whom others join or fight are there; so are the men of a body whose size is told, whatever the body does; and
those with whom a force is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses import View
from ..geography.placed import is_placed
from ..language.classes import nouns, verbs, words
from ..language.grammar import SPEAKS
from ..mentions import PlaceMention
from ..needs.sitenouns import STRONG_SITES
from .changes import is_size
from .quantities import Quantity
from .stocks import Role

_LEAST = 20
#: One body of men that can be said to be somewhere: "a force of 500".
_BODIES = nouns("formation") | {"operation"}
#: What is done with a body that is not there yet, or no more.
_FUTURE = verbs("raise_force")
_HOUSES = verbs("house")
_FIGHTERS = words("implied.fighters")


def tells(view: View, r: Role, q: Quantity, moving: frozenset[int], is_left: bool = False) -> bool:
    """The counted are there, though the verb says something else of them. `is_left`: a part leaves where they are."""
    if is_left or is_of_part(view, r, q) and is_placed(view, r.nouns[:1]):
        return True
    if is_cut(view, r, q):
        return True
    if q.unit != "personnel" or r.verb is None:
        return False
    key = view.key(r.verb)
    if r.relation == "of" and key in SPEAKS and q.last == q.number:
        return True
    if r.relation == "passive" and key == "joined":
        return True  # "the 300 in X were joined by 90 more"
    if r.relation in {"passive", "object"} and key in _RELIEVED and is_placed(view, r.nouns):
        return True  # "the 60 Norwegians at X will be replaced by a German company"
    if r.relation == "against":
        return q.noun in _FIGHTERS and r.verb not in moving  # "50,000 troops are deployed against 2,000 fighters"
    if r.relation == "object" and key in {"join", "joined", "joins", "joining"}:
        return not _for_drills(view, r.verb)
    if r.relation == "with" and key == "left":
        return view.tree.is_passive(r.verb)  # "the mission is left with 1,240 soldiers"
    if _is_had(view, r, q) and not moving & {r.verb, *r.nouns, *view.tree.ancestors(r.verb)}:
        return True
    if moving & {r.verb, *view.tree.ancestors(r.verb)}:
        return False
    return _is_body(view, r, q) or is_known_body(view, r, q) or _has_with_it(view, r, q) or _stand(view, r)


def is_known_body(view: View, r: Role, q: Quantity) -> bool:
    """ "A spokesman for the 900-strong force", "its 450-strong battalion": how large a known body is, whatever is said
    of it; but "the rest of the 900-strong force", "a 900-strong force is to be raised"."""
    tree = view.tree
    if q.noun != "strong" or q.last == q.number or view.key(q.last) != "strong" or (q.low or q.high or 0) < _LEAST:
        return False
    body = r.nouns[0]
    is_known = tree.of(body, "poss") or _KNOWN & {tree.keys[c] for c in tree.of(body, "det")}
    is_force = tree.keys[body] in _BODIES | view.vocabulary.classes["missions"]
    led_by = _LEADERS | view.vocabulary.classes["speakers"]
    of_whole = all(tree.keys[n] in led_by for n in r.nouns[1:])
    return bool(is_known) and is_force and of_whole and view.key(r.verb or 0) not in _FUTURE


def _stand(view: View, r: Role) -> bool:
    """ "The 2,000 at the base took to bunkers", "its 1,700 men in Sinai come from six states": known to be where a
    phrase of their own says, unless they die or go from there."""
    tree, key = view.tree, view.key(r.verb or 0)
    is_known = tree.of(r.nouns[0], "poss") or _KNOWN & {tree.keys[c] for c in tree.of(r.nouns[0], "det")}
    if not is_known or r.relation != "subject" or len(r.nouns) > 1 or key[:3] in _PERISH:
        return False
    return key in view.vocabulary.classes["spending_verbs"] and is_placed(view, r.nouns)


_KNOWN = frozenset({"the", "those", "these"})
_LEADERS = frozenset("command commander chief head leader part vanguard core backbone bulk".split())
_RELIEVED = frozenset("replace replaces replaced replacing relieve relieves relieved relieving".split())
_PERISH = frozenset("die dyi per fal fel fle ret arr sur def des gra".split())


def _has_with_it(view: View, r: Role, q: Quantity) -> bool:
    """ "UNIFIL, with 10,000 soldiers from 40 states, has stepped up …": so many it has, whatever it does."""
    tree = view.tree
    if len(r.nouns) < 2 or not r.also or tree.keys[r.also[0]] != "with" or (q.low or q.high or 0) < _LEAST:
        return False
    body, prep = r.nouns[1], r.also[0]
    if not body < prep < q.first or tree.tags[body] not in {"NN", "NNP"}:
        return False
    if view.key(r.verb or 0) in view.vocabulary.classes["moving_verbs"]:
        return False
    named = any(f.codes and f.form in {"group", "unit"} and f.first <= body <= f.last for f in view.spotted.forces)
    is_mission = tree.keys[body] in _BODIES | view.vocabulary.classes["missions"]
    return (named or is_mission) and not view.words_in(prep + 1, q.first) - _LOOSELY


def is_of_part(view: View, r: Role, q: Quantity) -> bool:
    """ "Half of the 900 in X are to go": so many are there, whatever becomes of a part; but "all of the 900", "most of
    the 5,500 authorised soldiers"."""
    tree = view.tree
    if not r.also or tree.keys[r.also[0]] != "of" or len(r.nouns) < 2 or (q.low or q.high or 0) < _LEAST:
        return False
    of, part = r.also[0], r.nouns[1]
    if not part < of < q.first or q.first - of > _NEAR or part + 1 != of:
        return False
    if tree.tags[part] != "CD" and tree.keys[part] not in _PART:
        return False
    known = (
        tree.tags[of + 1] in {"PRP$", "POS"}
        or view.key(of + 1) in {"the", "those"}
        or "POS" in tree.tags[of : q.first]
        or is_placed(view, r.nouns[:1])  # "the first 450 of an estimated 50,000 Cubans in Angola"
    )
    told = tree.of(r.nouns[0], "acl", "relcl")
    return (
        known and not {tree.keys[k] for k in range(q.first, min(r.nouns[0] + 2, len(tree.keys)))} & _UNSENT and not told
    )


def left(view: View, groups: Sequence[list[PlaceMention]], r: Role, q: Quantity) -> list[PlaceMention]:
    """ "Will withdraw 5,000 of its 37,500 troops from X": the whole is where the part leaves; not where it has left."""
    if not is_of_part(view, r, q) or is_placed(view, r.nouns) or r.verb is None:
        return []
    if "had" in {view.key(c) for c in view.tree.of(r.verb, "aux")}:
        return []
    gone = (g for g in groups if g[0].prep in {"from", "out"} and g[0].form != "owner" and g[0].first > q.last)
    return next((g for g in gone if view.tree.clause(g[0].first) == r.verb), [])


#: Tokens between "of" and the number: "of the some 900", "of its roughly 900".
_NEAR = 4
_LOOSELY = frozenset(
    "some about around roughly nearly almost over under more less fewer than up to at least most its the".split()
)
_PART = frozenset(
    "most some half many majority third thirds two-thirds quarter three-quarters bulk none few part".split()
)
_UNSENT = words("implied.unsent")


def _is_had(view: View, r: Role, q: Quantity) -> bool:
    """ "Has had to stretch its 2,400 men over the gap": so many it has, whatever it does with them."""
    tree, classes = view.tree, view.vocabulary.classes
    owned = any(tree.keys[c] in {"its", "their"} and c < q.number for c in tree.of(r.nouns[0], "poss"))
    spent = classes["spending_verbs"] | classes["moving_verbs"]
    return owned and r.relation == "object" and len(r.nouns) == 1 and view.key(r.verb or 0) not in spent | _FUTURE


def _is_body(view: View, r: Role, q: Quantity) -> bool:
    """ "A force of 1,000 under German command": how large it is."""
    tree = view.tree
    if len(r.nouns) < 2 or not r.also or tree.keys[r.also[0]] != "of" or (q.low or q.high or 0) < _LEAST:
        return False
    body = r.nouns[1]
    if tree.keys[body] not in _BODIES or tree.tags[body] not in {"NN", "NNP"}:
        return False
    above = {tree.keys[a] for a in (*tree.ancestors(body), *([] if r.verb is None else [r.verb])) if tree.is_verb(a)}
    below = {tree.keys[c] for c in tree.of(body, "acl", "relcl")}
    return not (above | below) & _FUTURE


def is_cut(view: View, r: Role, q: Quantity) -> bool:
    """ "Will thin out its garrison of 70": how many there are before."""
    told = view.vocabulary.by_first.get(view.key(r.verb), ()) if r.verb is not None else ()
    codes = {view.vocabulary.frames[t.frame]["code"] for t in told if t.kind == "verb"}
    return bool(codes & {"reduce_presence", "increase_presence", "increase_troops"}) and is_size(view, q)


def _for_drills(view: View, verb: int) -> bool:
    """ "Joined 15,000 Estonians for the manoeuvre": they take part in it."""
    tree = view.tree
    drills = [p for p in tree.of(verb, "prep") if tree.keys[p] in {"for", "in", "during"}]
    return any(not view.places_in(*tree.span(n)) for p in drills for n in tree.of(p, "pobj"))


def is_capacity(view: View, r: Role) -> bool:
    """ "3,000 can be housed there", "can hold up to 10,000": for how many there is room."""
    if r.verb is None or view.key(r.verb) not in _HOUSES or r.relation not in {"object", "passive"}:
        return False
    return any(view.key(c) in {"can", "could"} for c in view.tree.of(r.verb, "aux"))


_STATIONS = frozenset("deployed stationed garrisoned quartered posted billeted barracked".split())
_WORKS = frozenset("work works worked serve serves served working serving".split())


def serve_as_soldiers(view: View, q: Quantity, r: Role) -> bool:
    """ "600 people are stationed at X", "some 140 people work in it", "4,500 people from the army": a force's own."""
    tree = view.tree
    if r.verb is not None and r.relation == "passive" and view.key(r.verb) in _STATIONS:
        return True
    inner = [n for p in tree.of(r.nouns[0], "prep") if p > q.number for n in tree.of(p, "pobj")]
    if any(tree.keys[n] in view.vocabulary.classes["movers"] and tree.tags[n] == "NN" for n in inner):
        return True
    works = r.verb is not None and r.relation == "subject" and view.key(r.verb) in _WORKS
    return works and (view.has_class(0, q.first, "sites") or any(_is_base(view, p) for p in view.spotted.places))


def _is_base(view: View, p: PlaceMention) -> bool:
    """A base by its name: "work at Kelley Barracks"."""
    return p.is_site and bool(view.words_in(p.first, p.last + 1) & STRONG_SITES)
