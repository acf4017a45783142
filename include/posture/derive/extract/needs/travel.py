"""Any verb of motion with a direction: troops that roll, march, steam or file somewhere, or are lifted or barged there.

The frames before these know the verbs that mean a movement by themselves. Here the direction makes it one: a phrase
that says whence or where to, and a force's noun as what moves.
"""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..language.classes import words
from ..language.grammar import TOWARDS
from ..reading import Reading
from .idioms import is_idiom
from .movers import DRONES, FIRED, MEASURES, carries, designation, head_nouns, kind, place_at
from .raiding import is_of_raid
from .spoken import speaks_of

_SOURCES = frozenset("from".split())
#: Adverbs that lead somewhere by themselves.
_LEADS = frozenset("home back ashore out away in".split())
_SALLY = words("travel.sally")


def leads(r: Reading, verb: int) -> frozenset[str]:
    """Whither and whence a verb's phrases and adverbs lead: "to", "from", or one of the adverbs."""
    v, tree = r.view, r.view.tree
    found = set()
    for prep, start, end in r.phrases:
        top = tree.top(start, end)
        if prep in TOWARDS | _SOURCES and (place_at(v, top) or v.key(top) in {"here", "there"}):
            found.add("to" if prep in TOWARDS else "from")
    for c in tree.of(verb, "advmod", "prt", "npadvmod"):
        if v.key(c) in _LEADS:
            found.add(v.key(c))
            for p in tree.of(c, "prep"):
                inner = [n for n in tree.of(p, "pobj") if place_at(v, n)]
                if inner and v.key(p) in {"to", "into", "in", "at", "on"}:
                    found.add("to")
    return frozenset(found)


def _moves(view: View, head: int) -> bool:
    """A force's noun; where the text is of troops, also a ship or a team, or what stands for troops spoken of."""
    made = [(n, kind(view, n)) for n in head_nouns(view, head)]
    if any(k == "civil" for _, k in made):
        return False
    return any(
        k == "force"
        or view.is_military
        and (k == "soft" or k == "them" and not view.is_of_civilians and _stands_for(view, n))
        for n, k in made
    )


def _stands_for(view: View, noun: int) -> bool:
    """ "They", "the last of them", "another 300": no bare "thousands", no people by their nation alone."""
    if speaks_of(view, noun) == "civil" or view.key(noun) in {"it", "that", "which", "thousands", "hundreds", "tens"}:
        return False
    return view.key(noun) in _STANDS or view.tree.tags[noun] in {"CD", "PRP"} or view.key(noun) in MEASURES


_STANDS = frozenset("they them others these those".split())


def _travels(r: Reading) -> bool:
    """ "Two battalions steamed to Basra", "the last units rolled out of the valley"."""
    if is_of_raid(r):
        return False
    v, tree = r.view, r.view.tree
    head = r.subject_head
    if head is None or r.passive or tree.of(r.first, "ccomp", "acomp", "oprd") or is_idiom(r):
        return False
    if any(p == "under" for p, _, _ in r.phrases) and r.trigger.lemma == "come":
        return False  # "came under fire on the road from X"
    if tree.of(r.first, "neg") and any(p == "beyond" for p, _, _ in r.phrases):
        return False  # "do not go beyond a radius of 20 km from the camp"
    if r.trigger.lemma == "pass" and any(p == "through" for p, _, _ in r.phrases):
        return False  # "five million men have passed through it on their way home"
    if r.object_head is not None and r.object_head > r.last and not place_at(v, r.object_head):
        return False  # but "made it to X"
    if any(v.key(c) in _SALLY for c in tree.of(r.first, "xcomp", "advcl")):
        return False
    found = leads(r, r.first)
    if all(v.key(n) in FIRED | DRONES for n in head_nouns(v, head)):
        return False
    if not found & {"to", "home", "ashore"} and (r.trigger.lemma == "come" or _is_craft(v, head)):
        return False  # "most come from the valley", "bombers flew from the island"
    return bool(found & {"to", "from", "home", "ashore"}) and _moves(v, head)


def _is_craft(view: View, head: int) -> bool:
    materiel, units = view.vocabulary.classes["materiel"], view.vocabulary.units
    return all(
        (view.key(n) in materiel or units.get(view.key(n)) == "aircraft" or designation(view, n))
        and not carries(view, n)
        for n in head_nouns(view, head)
    )


def _conveyed(r: Reading) -> bool:
    """ "The marines were lifted to the ridge", "brought 9,000 men into the country"."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive else r.object_head
    if head is None or not r.passive and (r.subject_head is None or place_at(v, head)):
        return False
    if v.key(head) in _UNCARRIED or v.key(r.first + 1) == "over" and r.trigger.lemma == "take":
        return False  # "400 soldiers took part, 100 of them from Russia", "takes over the force from Britain"
    if all(v.key(n) in FIRED | DRONES for n in head_nouns(v, head)):
        return False
    if tree.of(r.first, "xcomp", "oprd", "ccomp") or r.trigger.lemma in _ROUTS and _is_foe(r, head):
        return False
    found = leads(r, r.first) | (frozenset({"to"}) if _is_pointed(r) and kind(v, head) == "force" else frozenset())
    if not found & {"to", "home"} and r.trigger.lemma == "order" and v.vocabulary.units.get(v.key(head)) in _BOUGHT:
        return False  # "has ordered eight helicopters from Russia"
    if not found & {"to", "home", "ashore"} and (r.reduced or r.trigger.lemma in _ROUTS):
        return False  # "with men brought from the north" came; who is driven from a town is beaten
    if r.passive and r.trigger.lemma == "put" and not tree.of(r.first, "prt"):
        at = next((tree.top(s, e) for p, s, e in r.phrases if p in _PUT and s == r.last + 2), None)
        return at is not None and place_at(v, at) and kind(v, head) == "force"  # "forces had been put at the airport"
    return bool(found & {"to", "from", "home", "ashore"}) and _moves(v, head)


def _is_pointed(r: Reading) -> bool:
    """ "Built a post in X and brought 40 soldiers to it", "there": to what the sentence has named."""
    v, tree = r.view, r.view.tree
    if not any(p.last < r.first for p in v.spotted.places):
        return False
    to_it = any(p in TOWARDS and v.key(s) == "it" and e == s + 1 for p, s, e in r.phrases)
    return to_it or any(v.key(c) == "there" and c > r.last for c in tree.of(r.first, "advmod"))


_BOUGHT = frozenset({"ships", "aircraft", "vehicles"})
_PUT = frozenset("at around along outside near".split())
_UNCARRIED = frozenset("part command control charge responsibility lead leadership action orders".split())


def _is_foe(r: Reading, head: int) -> bool:
    """ "The army has pushed the rebels back into the hills": whom it drives is not its own."""
    v = r.view
    doer = v.tree.agent(r.first) if r.passive else r.subject_head
    ours, theirs = (
        {c for f in v.forces_in(*v.tree.span(at)) for c in f.codes} if at is not None else set() for at in (doer, head)
    )
    return bool(ours and theirs) and not ours & theirs


_ROUTS = words("travel.routs")


def _awaited(r: Reading) -> bool:
    """ "Is due in Gao on Monday", not "is due in May": a place is where they are expected."""
    v = r.view
    return any(
        place_at(v, v.tree.top(s, e)) for p, s, e in r.phrases if p in {"in", "at", "to", "into", "on", "off"}
    ) or (r.object_head is not None and place_at(v, r.object_head))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"travels": _travels, "conveyed": _conveyed, "awaited": _awaited}
