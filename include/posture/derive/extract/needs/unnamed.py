"""What is hit by nobody knows whom: a bridge, a town, "damage was done at" — told as an act in a text of war."""

from __future__ import annotations

from ..clauses import View
from ..facts.acts import Act, is_tool, phrase_heads
from ..forces.targets import ARMED, forces_of, leading, who
from ..language.classes import nouns, verbs, words
from ..language.grammar import AT_PLACES
from ..language.inflection import inflected
from ..reading import Reading

PLACING = AT_PLACES
STRIKES = frozenset({"strike", "strikes", "hit", "hits", "attack", "attacks", "barrage", "barrages"})
#: What breaks things without anybody's doing.
_MISHAPS = nouns("hardship") | nouns("mishap")


_COMING = verbs("unnamed.coming")


def is_told(r: Reading, act: Act) -> bool:
    """In a text of war something that is built, or a place, is hit by nobody knows whom: "the bridge at X was hit", "a
    strike on a bus killed nine", "two hits were counted"."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind == "verb":
        side = leading(v, act.targets)
        built = side in {"post", "place"} or any(v.words_in(*tree.span(t)) & nouns("built") for t in act.targets)
        return r.passive and built and not by_mishap(r) and bool(_is_at(r) or _is_named(v, act))
    if r.view.key(r.last) not in STRIKES or _in_negated(r) or any(p == "of" for p, _ in phrase_heads(v, r.last)):
        return False
    above = tree.keys[tree.heads[r.last]]
    if above in _HAPPENS and any(tree.keys[c] == "the" for c in tree.of(r.last, "det")) and not act.targets:
        return False  # "the attack happened in the north": told before
    if tree.labels[r.last] == "dobj" and above in verbs("own") | verbs("stance") and tree.tags[r.last] == "NN":
        if any(tree.keys[c] in {"the", "this", "that"} for c in tree.of(r.last, "det")):
            return False  # "confirmed the attack in the district": told before
    if tree.labels[r.last] == "nsubj" and tree.keys[tree.heads[r.last]] in _COMING:
        return any(p in PLACING for p, _ in phrase_heads(v, r.last))  # "the strikes followed a raid on the town"
    if tree.labels[r.last] == "nsubjpass" and tree.of(r.last, "nummod") and v.key(tree.heads[r.last]) in verbs("do"):
        return True  # "54 strikes were carried out in the region"
    return tree.labels[r.last] in {"nsubj", "dobj", "nsubjpass", "ROOT", "attr"} and bool(_is_at(r) or act.targets)


def struck_before(r: Reading, act: Act) -> tuple[int, ...] | None:
    """ "Jets bombed a camp near A, and a depot near B was hit, too": by whom the clause before says; else None."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or not r.passive or act.agents or tree.labels[r.first] != "conj" or not act.targets:
        return None
    first = tree.heads[r.first]
    hit, doer = tree.object(first), tree.subject(first)
    if not tree.is_verb(first) or tree.is_passive(first) or hit is None or doer is None:
        return None
    if v.key(first) not in _HITTING or who(v, (doer,)) not in ARMED:
        return None
    theirs = {c for t in act.targets for f in forces_of(v, t) for c in f.codes}
    ours = {c for f in forces_of(v, doer) for c in f.codes}
    return (doer,) if not theirs & ours else None


_HITTING = verbs("hit") | verbs("pound")


def goes_on_at(r: Reading, act: Act) -> bool:
    """ "Continued its attacks in the south", "has carried out 52 attacks there": where is all that is said of them."""
    v, tree = r.view, r.view.tree
    verb = tree.clause(tree.first_conjunct(r.last))
    if act.targets or not v.is_at_war or tree.labels[r.last] not in {"dobj", "nsubjpass"} or v.key(verb) not in _GOES:
        return False
    return bool(_is_at(r)) or any(v.key(c) == "there" for i in (r.last, verb) for c in tree.of(i, "advmod"))


def is_fought_off(r: Reading) -> bool:
    """ "Repelled Azerbaijani attacks near X": who is driven back came on foot."""
    tree = r.view.tree
    verb = tree.clause(tree.first_conjunct(r.last))
    if tree.labels[r.last] not in {"dobj", "nsubjpass"} or r.view.key(verb) not in _DRIVEN_BACK:
        return False
    by = tree.agent(verb) or tree.subject(verb)
    return by is None or "air" not in r.view.words_in(*tree.span(by))  # "air defences repelled attacks on the city"


_DRIVEN_BACK = inflected("repel repulse beat fend rebuff")
_GOES = verbs("unnamed.goes")


def is_sniped(r: Reading, act: Act) -> bool:
    """ "The convoy was hit by small-arms fire": of a force, for its enemies have no aircraft."""
    v = r.view
    words = {k for t in (*act.tools, r.last) for k in v.words_in(*v.tree.span(t))}
    if act.agents or not v.is_military or not words & _SMALL:
        return False
    return any(v.key(t) in nouns("post") and not any(f.codes for f in forces_of(v, t)) for t in act.targets)


_SMALL = frozenset("small-arms small arms rifle sniper gunfire rocket-propelled rpg".split())


def comes_under(r: Reading) -> bool:
    """ "Came under fire from the other side": told of those who are fired at."""
    tree = r.view.tree
    under = tree.labels[r.last] == "pobj" and tree.keys[tree.heads[r.last]] == "under"
    return under and tree.keys[tree.clause(r.last)] in verbs("under")


def by_strikes(v: View, act: Act) -> bool:
    """ "Three air strikes destroyed two vehicles and a mortar position": nobody says whose; no force's own base and
    none of its soldiers."""
    if act.agents or not act.tools or not all(v.key(t) in SORTIES for t in act.tools):
        return False
    if not v.is_military or not act.targets:
        return False
    forces = [f for t in act.targets for f in forces_of(v, t)]
    if any(f.codes for f in forces) or any(f.noun in _MEN for f in forces):
        return False
    return not any(v.key(t) in _MEN | _BASES or v.words_in(*v.tree.span(t)) & _ARMY for t in act.targets)


_HAPPENS = frozenset("happened happen happens occurred occurs occur unfolded".split())
SORTIES = frozenset("strike strikes airstrike airstrikes sortie sorties air-strike air-strikes".split())
_ARMY = frozenset("army military government navy".split())
_MEN = nouns("soldier") | {"patrol", "patrols", "convoy", "contingent"}
_BASES = nouns("strong_site") | {"headquarters"}


def _in_negated(r: Reading) -> bool:
    return any(r.view.key(c) == "no" for c in r.view.tree.of(r.last, "det"))


def _is_named(v: View, act: Act) -> bool:
    return any(v.places_in(*v.tree.span(t)) for t in act.targets)


def _is_at(r: Reading) -> bool:
    """A place hangs on the act, its verb or its target."""
    v, tree = r.view, r.view.tree
    hosts = {r.last, tree.clause(r.last), *(r.act.targets if r.act else ())}
    return any(v.places_in(*tree.span(at)) for h in hosts for p, at in phrase_heads(v, h) if p in PLACING | {"to"})


def by_mishap(r: Reading) -> bool:
    """ "Was damaged in a storm"."""
    v = r.view
    return any(v.words_in(*v.tree.span(at)) & _MISHAPS for _, at in phrase_heads(v, r.first))


def damage(r: Reading) -> bool:
    """ "Limited damage was done at A and B": something was hit there."""
    v, tree = r.view, r.view.tree
    done = tree.subject(r.first) if r.passive else tree.object(r.first)
    if done is None or v.key(done) not in {"damage", "losses", "destruction"} or not v.is_at_war or by_mishap(r):
        return False
    hit = tuple(at for p, at in phrase_heads(v, r.first) if p in PLACING | {"to"} and at > done)
    doer = tree.subject(r.first)
    if not r.passive and r.trigger.lemma in {"suffer", "sustain", "report"}:
        hit = (*hit, *((doer,) if doer is not None and r.trigger.lemma != "report" else ()))
        doer = None
    r.act = Act(() if doer is None or r.passive else (doer,), hit, (), frozenset())
    named = any(v.places_in(*tree.span(t)) for t in hit)
    return named and (not r.act.agents or who(v, r.act.agents) in ARMED or is_tool(v, r.act.agents[0]))


def is_planted(r: Reading) -> bool:
    """ "A suicide bombing", "a car bomb": it lay there or was driven there, and hit nobody's force: no strike."""
    v = r.view
    if r.trigger.kind != "noun" or r.type_code != "strike" or not v.key(r.last).startswith(_BURSTS):
        return False
    return bool(v.words_in(v.tree.span(r.last)[0], r.last) & _PLANTED)


_BURSTS = ("bomb", "blast", "explosion")
_PLANTED = words("unnamed.planted")
