"""Bases that are opened, closed or handed over: the site is what the act is done to, and it is a military one."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.acts import phrase_heads
from ..facts.themes import ANAPHORS, themes
from ..forces.targets import antecedent, side_of
from ..geography.grounds import GROUNDS
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .movers import CIVIL
from .owners import rules
from .sitenouns import SENSORS, WORKS, is_its_closing, is_site, phrase, points_back

#: Who takes a base over, where no force is named: the state.
_TAKERS = words("taker")
_FLAG = words("bases.flag")
_STAYING = verbs("bases.staying")
_EMPTY = words("bases.empty")
_GROUND = words("bases.ground")
_INDEFINITE = frozenset("a an another no any new permanent second third additional more further other".split())


def _by_force(r: Reading) -> bool:
    """Who acts, or gets what is acted upon, is a force."""
    v = r.view
    spans = [r.subject, *[(s, e) for p, s, e in r.phrases if p in {"by", "to"}]]
    head = r.subject_head
    if r.trigger.kind == "verb" and not r.passive and head is not None and v.key(head) in {"we", "it", "they"}:
        meant = antecedent(v, head)  # "Oman said that it would set up a camp", "“We have set up a camp,” the army said"
        if v.is_military and (v.key(head) == "we" or meant is not None):
            return True
    if any(v.words_in(s, e) & {"guards", "sappers", "engineers", "gendarmes"} for s, e in spans):
        return v.is_military
    if r.trigger.kind == "verb" and rules(r, v.tree.agent(r.first) if r.passive else head):
        return True  # "Oman's government closed the camp"
    return any(f.is_military or f.codes and not f.is_weak for s in spans for f in v.forces_in(*s))


def _object_site(r: Reading) -> bool:
    v, by_force = r.view, _by_force(r)
    if r.trigger.kind == "noun" and v.tree.tags[r.last] == "NNS" and v.key(r.last) in _BUILT:
        return False  # "in old installations", "three buildings": things
    if r.trigger.kind == "verb" and not r.passive and r.subject_head and v.key(r.subject_head) in nouns("business"):
        return False  # "oil companies have shut their depots"
    if r.trigger.lemma == "work" and not v.tree.under(r.last, {"on"}) and v.tree.labels[r.last] not in _SUBJECTS:
        return False  # "does a part of the work at the base"
    if r.type_code != "base_handover" and not by_force and any(v.key(i) in _FOR_ALL for i in themes(r)):
        return False  # "the airport was closed for two weeks", "the port reopens"
    if (
        r.type_code == "base_handover"
        and v.told_before == "detainee_transfer"
        and all(points_back(v, i) for i in themes(r))
    ):
        return False  # "six more were handed over in May"
    if r.elliptic and (not themes(r) or r.trigger.kind == "noun"):
        return v.head is not None and v.head.place.kind_code != "country" or v.site_before
    if r.trigger.lemma == "clear" and not (r.passive or _has_base(r)):
        return False  # "to clear the forest of insurgents": an operation
    if r.trigger.lemma == "empty" and not r.passive and (r.object_head is None or not by_force):
        return False  # "the camp emptied", "the authorities emptied the camp of its inmates"
    if v.key(v.tree.heads[r.first]) in _STAYING and r.trigger.form in {"past", "pp"}:
        return False  # "stays shut", "had lain abandoned": no act
    if r.code == "hand_over" and r.trigger.kind == "verb" and not r.passive and r.object_head is None and _is_unit(r):
        return False  # "the brigade headquarters and two companies will return"
    if r.type_code == "base_handover" and by_force and any(v.key(i) in WORKS | {"airport", "port"} for i in themes(r)):
        return True  # "the pier was handed to the navy"
    if any(is_site(v, k, by_force) for i in themes(r) for k in (i, *v.tree.of(i, "appos"))):
        return True
    return r.trigger.kind == "noun" and is_its_closing(v, r.last)


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
#: What all may use, and a storm may close.
_FOR_ALL = frozenset("airport airports terminal terminals port ports crossing crossings".split())
_BUILT = frozenset({"installations", "buildings", "creations"})


def _is_unit(r: Reading) -> bool:
    v, movers = r.view, r.view.vocabulary.classes["personnel"] | r.view.vocabulary.classes["units"]
    return any(v.key(n) in movers or v.tree.tags[n] == "CD" for t in themes(r) for n in (t, *v.tree.of(t, "compound")))


def _has_base(r: Reading) -> bool:
    """What is cleared is called a base, and not of somebody."""
    v = r.view
    if any(p == "of" and side_of(v, at) == "group" for p, at in phrase_heads(v, r.first)):
        return False
    return any(v.key(i) in nouns("fixed") | {"camp", "camps", "site", "sites"} for i in themes(r))


_OF_SITES = frozenset("they these those which bases sites facilities installations posts camps list".split())


def _object_new_site(r: Reading) -> bool:
    """A base that is not there yet: "a base", "no new outpost", "bases"; an existing one is "the base"."""
    v, by_force = r.view, _by_force(r)
    if r.trigger.lemma == "include" and r.subject_head is not None and v.key(r.subject_head) in _OF_SITES | {"targets"}:
        return False  # "they include an air base at X": there they are
    above = v.tree.heads[r.first]
    if r.code == "gain_base" and above != r.first and v.key(above) in v.vocabulary.classes["moving_verbs"]:
        return False  # "sent troops to secure a base": to guard it
    for i in (n for t in themes(r) for n in (t, *(v.tree.under(t, {"for"}) if v.key(t) in _ROOM else ()))):
        if v.key(i) in ANAPHORS - {"one", "ones", "another"} or not is_site(v, i, by_force):
            continue
        if v.key(i) in {"one", "ones", "another"}:
            return True
        if phrase(v, i) & {"fewer", "less"} or v.key(v.tree.heads[v.tree.heads[i]]) in _ENDS:
            continue  # "announced the sale of 35 sites"
        determiners = {v.key(c) for c in v.tree.of(i, "det", "poss")}
        if r.code == "gain_base" and determiners & {"its", "their"} and _lies_ahead(r):
            return True  # "will get its barracks at X"
        if phrase(v, i) & _INDEFINITE or not determiners and v.tree.tags[i] == "NNS":
            return True
    return False


def _lies_ahead(r: Reading) -> bool:
    return bool({r.view.key(c) for c in r.view.tree.of(r.first, "aux")} & {"will", "to", "would", "shall", "'ll"})


def _will_be(r: Reading) -> bool:
    """ "There will be no base": not that there is none."""
    return _lies_ahead(r) or r.view.key(r.first - 1) in {"never", "to"}


_ROOM = words("bases.room")
_ENDS = words("bases.ends")


def _object_works(r: Reading) -> bool:
    """Runways, hangars, berths at a named place: works that make a place a base."""
    v = r.view
    if not r.passive and r.subject_head is not None and v.key(r.subject_head) in CIVIL:
        return False  # "people who were digging trenches round the town"
    return any(v.key(i) in WORKS for i in themes(r)) and bool(v.places_in(0, len(v.toks)))


def _object_sensor(r: Reading) -> bool:
    """A radar, masts: where they are put up a site comes to be."""
    v = r.view
    if r.trigger.kind == "verb" and v.tree.labels[r.first] == "acl" and r.passive:
        return False  # "the radar placed there"
    return any(v.key(i) in SENSORS for i in themes(r)) and bool(v.places_in(0, len(v.toks)) or _at_ground(r))


def _at_ground(r: Reading) -> bool:
    """ "at its main airport"."""
    v = r.view
    return any(v.key(n) in _GROUND for n in v.tree.under(r.first, {"at", "on", "in", "near"}))


def _empty_site(r: Reading) -> bool:
    """ "The post has stood empty since May": when it was given up is said."""
    v, subject = r.view, r.subject_head
    if subject is None or not is_site(v, subject, by_force=True):
        return False
    state = {v.key(c) for c in v.tree.of(r.first, "acomp", "oprd", "advmod", "advcl", "xcomp")}
    return bool(state & _EMPTY) and any(p == "since" for p, _, _ in r.phrases)


def _to_taker(r: Reading) -> bool:
    """ "to the army", "back to Chad": somebody gets it; a farmer or a town gets no base."""
    v = r.view
    if r.elliptic and not themes(r):
        return r.trigger.lemma in {"hand", "transfer", "return", "pass", "pass on", "revert", "restore"}
    if r.passive and r.trigger.lemma == "transfer" and not any(p in {"to", "from", "into"} for p, _, _ in r.phrases):
        return True  # "the base will be transferred in June"
    return any(
        p == "to" and (any(f.codes or f.is_military for f in v.forces_in(s, e)) or v.words_in(s, e) & _TAKERS)
        for p, s, e in r.phrases
    )


#: What of a province passes from one force to another.
_CHARGE = frozenset("control responsibility responsibilities authority charge security duties".split())


def _object_ground(r: Reading) -> bool:
    """ "Handed the province to the army", "control of X was passed to British troops": what a force held, or answered
    for, another force gets."""
    v, tree = r.view, r.view.tree
    if r.trigger.lemma == "give" and tree.labels[r.first] == "advcl" and tree.tags[r.first] == "VBG":
        return False  # "took the town, giving them control of the strait"
    patient = r.subject_head if r.passive else r.object_head
    own = [] if patient is None or r.trigger.kind == "noun" else [patient]
    named = [k for i in [*own, *themes(r)] for k in (i, *tree.of(i, "conj"))]
    spots = [p for p in v.spotted.places if tree.clause(p.first) == tree.clause(named[0])] if named else []
    kept = {"control"} if all(p.place.kind_code == "country" for p in spots) else _CHARGE  # no tasks of a state
    charge = bool(spots) and any(v.key(k) in kept for k in named)
    if not charge and not any(_is_ground(v, k) for k in named):
        return False
    at = [r.first if r.trigger.kind == "verb" else r.last, *named]
    at += [tree.clause(r.last)] if r.trigger.kind == "noun" else []
    takers = [n for k in at for n in (*tree.under(k, {"to"}), *tree.of(k, "dative"))]
    givers = [] if r.passive or r.subject_head is None or r.trigger.kind == "noun" else [r.subject_head]
    soldiers = [f for k in (*takers, *givers) for f in v.forces_in(*tree.span(k)) if f.is_military]
    states = [f for k in takers for f in v.forces_in(*tree.span(k)) if f.codes]
    return bool(takers) and bool(soldiers or charge and states)


def _is_ground(v: View, k: int) -> bool:
    """A place below a country by its name, a noun for such, or a word for one named before."""
    if v.key(k) == "it":
        before = [p for p in v.spotted.places if p.last < k and p.place.kind_code != "country"]
        return bool(before) and not any(
            v.tree.labels[i] == "dobj" and v.tree.tags[i] == "NN" and is_site(v, i) for i in range(k)
        )
    if any(v.key(c) in _AREAS for c in v.tree.of(k, "compound")):
        return True  # "Sector West"
    if any(p.first <= k <= p.last and p.place.kind_code != "country" for p in v.spotted.places):
        return True
    return v.key(k) in GROUNDS and v.key(k) not in {"country", "state", "nation", "sea"} or v.key(k) in _AREAS


_AREAS = words("bases.areas")


def _gets_site(r: Reading) -> bool:
    """ "The army will get the base": one that is there, and so was another's."""
    v, thing = r.view, r.object_head
    if r.passive or thing is None or r.trigger.kind != "verb":
        return False
    if r.last > r.first and v.key(r.last) == "of":
        named = v.places_in(*v.tree.span(thing)) or v.tree.tags[thing] == "NNP" and not v.forces_in(thing, thing + 1)
        return bool(named or is_site(v, thing, True)) and v.is_military
    known = {v.key(c) for i in (thing, *themes(r)) for c in v.tree.of(i, "det", "poss")} & {"the", "this", "these"}
    return bool(known) and any(is_site(v, i, True) for i in themes(r))


def _under_taker(r: Reading) -> bool:
    """ "came under the control of the army", "passed under Iraqi command"."""
    v = r.view
    return any(p in {"under", "into", "of"} and v.forces_in(s, e) for p, s, e in r.phrases)


def _into_hands(r: Reading) -> bool:
    """ "Passed into Mozambican hands"."""
    v = r.view
    return any(p == "into" and v.key(v.tree.top(s, e)) in _HANDS and v.forces_in(s, e) for p, s, e in r.phrases)


_HANDS = frozenset("hands control ownership possession custody use service".split())


def _giver(r: Reading) -> bool:
    """ "took over the base from the French", "took over the French base": who had it before is said."""
    v = r.view
    if r.trigger.lemma in _WINNING and any(
        p == "from" and v.words_in(s, e) & nouns("irregular") for p, s, e in r.phrases
    ):
        return False  # "recovered the outposts from the rebels": won, not handed
    if any(p == "from" and v.forces_in(s, e) for p, s, e in r.phrases):
        return True
    taker = {c for f in v.forces_in(*r.subject) for c in f.codes}
    return any(f.codes and not set(f.codes) & taker for i in themes(r) for f in v.forces_in(v.tree.span(i)[0], i))


_WINNING = frozenset({"take back", "take ~ back", "get ~ back", "reclaim", "regain", "recover"})


def _object_flag(r: Reading) -> bool:
    v = r.view
    named = v.head is not None or any(p.is_site or p.place.kind_code != "country" for p in v.spotted.places)
    return named and any(v.key(i) in _FLAG for i in themes(r))


def _into_site(r: Reading) -> bool:
    """ "turned the school into a base"."""
    return any(is_site(r.view, i, _by_force(r)) for i in r.view.tree.under(r.first, {"into", "to", "as"})) or any(
        is_site(r.view, i, _by_force(r)) for t in themes(r) for i in r.view.tree.under(t, {"into"})
    )


def _opens_to(r: Reading) -> bool:
    """ "Opened its bases to American jets", "lends the port to the Danish navy": others may use what is there."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or r.elliptic:
        return False
    things = [t for t in themes(r) if is_site(v, t, True) or v.key(t) in _GROUND | {"bases", "ports", "airspace"}]
    is_new = any({v.key(c) for c in tree.of(t, "det")} & {"a", "an"} or phrase(v, t) & {"new"} for t in things)
    guests = tree.under(r.first, {"to", "for"}) + [n for t in things for n in tree.under(t, {"to", "for"})]
    return (
        bool(things)
        and not is_new
        and any(f.codes or f.is_military for g in guests for f in v.forces_in(*tree.span(g)))
    )


def _handed(r: Reading) -> bool:
    """ "the transfer will come within days": what changes hands is the base just spoken of."""
    v = r.view
    return v.site_before and not themes(r) and any(v.key(c) == "the" for c in v.tree.of(r.last, "det"))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "object:site": _object_site,
    "object:new_site": _object_new_site,
    "will_be": _will_be,
    "object:works": _object_works,
    "object:flag": _object_flag,
    "object:sensor": _object_sensor,
    "empty_site": _empty_site,
    "into_site": _into_site,
    "object:ground": _object_ground,
    "gets_site": _gets_site,
    "to_taker": _to_taker,
    "under_taker": _under_taker,
    "into_hands": _into_hands,
    "giver": _giver,
    "handed": _handed,
    "opens_to": _opens_to,
}
