"""Counts that only stand beside a fact: who went along, civilians, "the two of them", troops all over the world.

Each is a number of people or craft that no reader takes for a level at a place.
"""

from __future__ import annotations

from ..clauses import View
from ..draft import Draft
from ..forces.referents import form_of
from ..geography.placed import by_turns, is_placed, located
from ..language.classes import verbs, words
from ..language.inflection import inflected
from ..language.verbgroup import in_question
from .implied import is_capacity
from .quantities import Quantity
from .stocks import Role

#: "Four jets, supported by two tankers, attacked …": who helps in an act.
_ACCOMPANY = verbs("accompany")
_LIVE = frozenset("live lives lived dwell inhabit reside fled flee".split())
_CIVIL = frozenset("civilian civilians".split())
_STAFF = words("aside.staff")
_CARRIED = frozenset("flown shipped airlifted ferried bussed trucked driven carried whisked".split())
_FEW = frozenset("two three four five".split())
_HANDFUL, _NINE, _PAIR, _TOWNSFOLK = 20, 10, 2, 50_000
#: "All over the world": nowhere in particular.
_WORLD = frozenset("world globe worldwide overseas abroad".split())
_EVERYWHERE = frozenset("over around across throughout in".split())


def _is_whole_of_part(view: View, q: Quantity, r: Role) -> bool:
    """ "Two of the four battalions stay in X": not all four do. "75 of the 900 in Y" says where the 900 are."""
    at = q.first - 1
    while at > 1 and view.key(at) in _OWNERS:
        at -= 1
    return at > 0 and view.key(at) == "of" and view.tree.tags[at - 1] == "CD" and not is_placed(view, r.nouns)


_OWNERS = frozenset("the its their his our some about these those all".split())


def aside(view: View, q: Quantity, r: Role, moving: frozenset[int], is_left: bool) -> str:
    """Why a count tells no level of its own; "" if nothing speaks against it. `is_left`: a part of it leaves where it
    is."""
    if is_asked(view, q, r):
        return "question"
    if _goes_along(view, r, moving):
        return "part_of_other_record"
    if (
        _is_over_time(view, r)
        or _is_rate(view, q)
        or r.verb is not None
        and by_turns(view, r.verb)
        or q.unit == "personnel"
        and _is_few(q)
    ):
        return "not_a_level"
    if _is_load(view, q, r):
        return "on_board"
    if q.unit == "units" and view.key(q.first - 1) == "in" and any(o.last < q.first for o in view.quantities):
        return "part_of_other_record"  # "3,000 soldiers in two battalions"
    if not is_left and _is_whole_of_part(view, q, r) or _is_part_between_dashes(view, q):
        return "part_of_other_record"
    if q.unit == "personnel" and view.words_in(q.number + 1, q.last) & words("not_serving"):
        return "not_a_level"  # "nine kidnapped sailors"
    if is_capacity(view, r) or any(p.first < q.number <= p.last for p in view.spotted.places):
        return "not_a_level"  # "can hold 3,000", "Air Base 188"
    if _is_civil(view, q) or _is_local(view, q):
        return "not_military"
    if q.unit == "personnel" and _is_jailed(view, q, r):
        return "not_a_level"
    if q.noun in {"strong", "them"} and r.relation == "subject" and r.verb is not None and _is_people(view, q, r.verb):
        return "not_military"  # "up to 300,000 live there"
    if q.unit == "personnel" and q.noun in {"strong", "them"} and (_is_pair(view, q) or _is_one(view, q, r)):
        return "not_a_level"
    if q.is_more and r.relation in {"of", "for"} and r.verb is not None:
        return "not_a_level"  # "has spoken of a dozen more"
    return "no_place_named" if _is_everywhere(view, q, r) else ""


def is_given(view: View, r: Role) -> bool:
    """ "The 300 soldiers in X", "its 900 men there": the noun alone says that they are, whatever the sentence does."""
    noun = r.nouns[0]
    words = {view.key(c) for c in view.tree.of(noun, "det", "poss")}
    return (bool(words & _GIVEN) or bool(view.tree.of(noun, "poss"))) and is_placed(view, [noun])


_GIVEN = frozenset("the these those its their his our".split())


def is_asked(view: View, q: Quantity, r: Role) -> bool:
    """ "Are there 900 men?", "would not say whether 900 are there", "if 900 men are there …": nobody says so.

    Those whom the noun alone says to be somewhere are there even where something else is asked of them.
    """
    tree = view.tree
    if view.toks[-1].text == "?":
        return True
    if is_given(view, r):
        return False
    return in_question(tree, q.number)


def _is_part_between_dashes(view: View, q: Quantity) -> bool:
    """ "9,000 men — 4,000 of the police and 5,000 of the army — will deploy": the whole has been counted."""
    if _is_part_behind_colon(view, q):
        return True
    opens = next((k for k in range(q.first - 1, max(q.first - 12, 0), -1) if view.key(k) in _DASHES), None)
    closes = next((k for k in range(q.last + 1, min(q.last + 14, len(view.toks))) if view.key(k) in _DASHES), None)
    if opens is None or closes is None or view.places_in(opens, closes):
        return False
    return any(o.last == opens - 1 and o.unit == q.unit and (o.low or 0) > (q.low or 0) for o in view.quantities)


def _is_part_behind_colon(view: View, q: Quantity) -> bool:
    """ "1,878 men are there: 249 from the navy, 1,599 from the army": the whole has been counted."""
    colon = next((k for k in range(q.first - 1, 0, -1) if view.key(k) == ":"), None)
    if colon is None or view.places_in(colon, len(view.toks)):
        return False
    wholes = [o for o in view.quantities if o.last < colon and o.unit == q.unit == "personnel"]
    listed = [o for o in view.quantities if o.first > colon and o.unit == q.unit]
    return bool(wholes) and len(listed) > 1 and all((o.low or 0) < (wholes[-1].low or 0) for o in listed)


_DASHES = frozenset({"–", "—", "--", "-"})


def _is_rate(view: View, q: Quantity) -> bool:
    """ "Some 15,000 troops pass through the base each month"."""
    for k in range(q.last + 1, min(q.last + 14, len(view.toks) - 1)):
        if view.key(k) in {",", ";", ":"}:
            return False
        if view.key(k) in {"each", "every", "per"} and view.key(k + 1) in {"day", "week", "month", "year"}:
            return True
    return False


def _is_over_time(view: View, r: Role) -> bool:
    """ "37,000 have served there in all": so many, one after the other; "were put on board", "has seen them off"."""
    tree, verb = view.tree, r.verb
    if verb is None or r.relation not in {"subject", "passive", "object"}:
        return False
    group = {tree.keys[c] for c in tree.of(verb, "aux")}
    if "gone" in {view.key(verb), view.key(tree.heads[verb])}:
        return True
    in_all = bool(view.words_in(verb, verb + 6) & {"all", "total", "altogether"})
    if view.key(verb) in _PASSING and any(tree.keys[p] == "through" for p in tree.of(verb, "prep")):
        return True  # "5.3 million have passed through it"
    if r.relation == "subject" and view.key(verb) == "served" and (in_all or group & {"have", "has", "'ve"}):
        return True
    if r.relation == "object" and view.key(verb)[:3] in {"see", "saw"} and tree.of(verb, "prt"):
        return True
    aboard = any(tree.keys[n] == "board" for n in tree.under(verb))
    return r.relation == "passive" and (
        view.key(verb) in _CARRIED
        or view.key(verb) == "put"
        and (aboard or bool({view.key(c) for c in tree.of(verb, "advmod", "prt")} & {"together", "up", "down"}))
    )


def _is_load(view: View, q: Quantity, r: Role) -> bool:
    """ "A helicopter carrying eight observers", "with a crew of 240", "four crew aboard": whom a craft has with it."""
    if q.unit != "personnel":
        return False
    tree, verb = view.tree, r.verb
    said = {view.key(k) for k in range(q.first - 4, q.last + 1)}
    if said & _CREWS or {"ship", "company"} <= said:
        return True  # "a ship's company of 200"
    if verb is not None and r.relation == "object" and view.key(verb) in _CARRYING:
        carrier = tree.heads[verb] if tree.labels[verb] in {"acl", "relcl"} else tree.subject(verb)
        return carrier is not None and view.vocabulary.units.get(view.key(carrier)) in {"aircraft", "ships", "vehicles"}
    return False


_PASSING = verbs("aside.passing")
_CREWS = frozenset({"crew", "crews"})
_CARRYING = inflected("carry bear transport")


def _goes_along(view: View, r: Role, moving: frozenset[int]) -> bool:
    """ "Supported by two tankers", of one who acts; "a garrison backed by 20 tanks" has them."""
    tree, verb = view.tree, r.verb
    if verb is None or r.relation != "by" or view.key(verb) not in _ACCOMPANY or is_placed(view, r.nouns):
        return False
    return any(a in moving for a in tree.ancestors(verb) if tree.is_verb(a))


def _is_civil(view: View, q: Quantity) -> bool:
    """ "1,500 civilian staff", "200 civilians": of a force, but no soldiers."""
    words = [view.key(k) for k in range(q.number + 1, q.last + 1)]
    if q.noun == "strong":
        return view.key(q.last + 1) in _CIVIL  # "a 12-strong civilian staff"
    return q.unit == "personnel" and bool(set(words) & _CIVIL) and words[-1] in _STAFF | _CIVIL and "and" not in words


def _is_local(view: View, q: Quantity) -> bool:
    """ "30 local staff", "200 UN volunteers": who work for a mission."""
    hired = view.words_in(q.number, q.last) & {"local", "international", "national", "locally"}
    named = any("UN" in f.codes for f in view.forces_in(q.number, q.last))
    return bool(hired) and q.noun in _STAFF or q.noun in {"volunteer", "volunteers"} and named


def _is_jailed(view: View, q: Quantity, r: Role) -> bool:
    """ "The prisons hold 5,000 jihadists", "2,000 fighters are held in camps": prisoners, wherever they are."""
    if r.verb is None or view.key(r.verb) not in _JAILS:
        return False
    words = view.words_in(0, len(view.toks))
    return bool(words & _PRISONS) or form_of(q.noun) == "group" and bool(words & {"camp", "camps", "facilities"})


_JAILS = verbs("jail")
_PRISONS = frozenset("prison prisons jail jails detention prisoner prisoners cells internment".split())


def _is_few(q: Quantity) -> bool:
    """ "Seven of them", "two": a few men of whom no noun says that they are soldiers."""
    few = q.low if q.low is not None else q.high or 0
    return few <= _PAIR or few < _NINE and q.noun in {"strong", "them"}


def _is_people(view: View, q: Quantity, verb: int) -> bool:
    """ "Up to 300,000 live there": a town's people."""
    return view.key(verb) in _LIVE and (q.low if q.low is not None else q.high or 0) >= _TOWNSFOLK


def _is_pair(view: View, q: Quantity) -> bool:
    """ "A joint operation of the two": who was named, not how many."""
    return view.key(q.number) in _FEW and view.key(q.number - 1) == "the"


def is_custom(view: View, verb: int) -> bool:
    """ "A battalion usually has 600 men": how large such are, not how large one is."""
    tree = view.tree
    above = [verb, *[a for a in tree.ancestors(verb) if tree.is_verb(a)][:1]]
    said = {tree.keys[c] for a in above for c in tree.of(a, "advmod")}
    subject = tree.subject(verb)
    vague = subject is not None and any(tree.keys[c] in {"a", "an", "each", "every"} for c in tree.of(subject, "det"))
    bare = subject is not None and tree.tags[subject] == "NNS" and not tree.of(subject, "det", "poss", "nummod")
    vague = (
        vague or bare and view.vocabulary.units.get(view.key(subject or 0)) == "units"
    )  # "brigades typically have …"
    return vague and bool(said & _USUALLY or {tree.keys[a] for a in above} & _RANGING)


_USUALLY = frozenset("typically usually normally generally ordinarily commonly customarily often".split())
_RANGING = frozenset("range ranges ranging vary varies".split())


_BODIES = words("aside.bodies")


def is_of_body(view: View, q: Quantity) -> bool:
    """ "All fifteen members of the Security Council": of what is no force."""
    if q.noun not in {"member", "members"}:
        return False
    tree = view.tree
    inner = tree.under(q.last)
    return any(view.key(n) in _BODIES for n in inner)


def _is_one(view: View, q: Quantity, r: Role) -> bool:
    """ "One of them was known as …": a man; where he is said to be, he is counted."""
    return q.low == 1 == q.high and not (r.verb is not None and located(view, r.verb))


def is_handful(q: Quantity) -> bool:
    """So few that they are no level of anything but a place."""
    return (q.low if q.low is not None else q.high or 0) <= _HANDFUL


def is_each(view: View, q: Quantity) -> bool:
    """ "In A and B it keeps 3,800 soldiers each"."""
    return bool({view.key(q.first - 1), view.key(q.last + 1), view.key(q.last + 2)} & {"each", "apiece"})


def counted_each(one: Draft, of: Draft) -> Draft:
    """The same number at another place."""
    one.type_code, one.quantity, one.rule = of.type_code, of.quantity, of.rule
    return one


def _is_everywhere(view: View, q: Quantity, r: Role) -> bool:
    """ "200,000 are deployed overseas", "hundreds of bases around the world", with no place besides."""
    tree = view.tree
    verbs = [] if r.verb is None else [r.verb, *tree.of(r.verb, "acomp", "oprd", "xcomp")]
    for at in (*r.nouns[:1], *verbs):
        for c in tree.children[at]:
            if c < q.last:
                continue
            if tree.labels[c] == "advmod" and view.key(c) in _WORLD:
                return True
            inner = [n for p in (c, *tree.of(c, "prep")) for n in tree.of(p, "pobj")]
            if tree.labels[c] == "prep" and view.key(c) in _EVERYWHERE and any(view.key(n) in _WORLD for n in inner):
                return True
            if tree.labels[c] == "acl" and any(view.key(n) in _WORLD for n in range(c, tree.span(c)[1])):
                return True
    return False
