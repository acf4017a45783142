"""Whom a transfer of prisoners moves: by their noun, or as people who were caught."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..forces.targets import who
from ..language.classes import nouns, words
from ..language.grammar import DETAINEES, PRISONERS
from ..reading import Reading, noun_spans
from .movers import ARMS, head_nouns, kind
from .moves import somewhere, themes
from .sitenouns import phrase
from .spoken import means_captives


def _detainees(r: Reading) -> bool:
    """Prisoners, by their noun or as men "who were captured"; whoever is freed was one."""
    v, tree = r.view, r.view.tree
    doer = tree.agent(r.first) if r.passive else r.subject_head
    if doer is not None and v.words_in(*tree.span(doer)) & _JAILERS:
        return False  # "the police moved 300 inmates to another jail"
    if _is_capture(r) or _is_feared(r) or _is_cargo(r) or r.trigger.lemma == "free" and v.key(r.last + 1) == "up":
        return False
    if any(v.words_in(*s) & DETAINEES for s in noun_spans(r)):
        return True
    if r.trigger.kind != "verb":
        return False
    freed = r.trigger.lemma in {"free", "set ~ free"} and r.object_head is not None
    moved = [n for t in ([r.object_head] if freed else themes(r)) if t is not None for n in head_nouns(v, t)]
    if any(v.key(c) in _CAUGHT and v.key(n) not in ARMS for n in moved for c in tree.of(n, "amod")):
        return True  # "sent the captured pilot home"
    if somewhere(r, has_adverbs=False) and any(means_captives(v, n) for n in moved):
        return True
    held = [n for n in moved if kind(v, n) == "force"]
    if any(_is_caught(v, n) for n in moved) and any(p in {"to", "from", "into"} for p, _, _ in r.phrases):
        return True
    if _is_to_jail(r, moved) or held and _is_to_go_between(r):
        return True
    if _is_by_captors(r):
        return False
    if r.trigger.lemma in {"free", "set ~ free"} and any(v.key(n) in v.vocabulary.classes["personnel"] for n in held):
        return True
    return any(v.key(c) in _CAUGHT for n in held for c in tree.of(n, "relcl", "acl"))


def _is_to_go_between(r: Reading) -> bool:
    """ "Handed four soldiers over to the Red Cross": whoever is handed to those had been held."""
    v = r.view
    given = any(p == "to" and v.words_in(s, e) & words("go_between") for p, s, e in r.phrases)
    return given and r.trigger.lemma.split()[0] in {"hand", "turn", "deliver", "release", "transfer"}


def _go(r: Reading) -> bool:
    """ "Thirty detainees arrived at the base from Kandahar", "six of them went to Yemen": where to or from is said."""
    v, head = r.view, r.subject_head
    if head is None or r.passive or not somewhere(r, has_adverbs=False):
        return False
    return any(v.key(n) in PRISONERS or _is_caught(v, n) or means_captives(v, n) for n in head_nouns(v, head))


def _is_caught(v: View, noun: int) -> bool:
    """ "Forty of those captured in the raid", "nine suspected pirates", "five Yemenis held at X", "two men who were
    accused of murder": people in the hands of those who move them."""
    people = nouns("irregular") | nouns("civil") | v.vocabulary.classes["personnel"] | _PEOPLE
    nationals = any(f.noun == "people" for f in v.forces_in(noun, noun + 1))
    if v.key(noun) not in people and not nationals and v.tree.tags[noun] != "CD":
        return False
    if any(v.key(c) in _SUSPECTED for c in v.tree.of(noun, "amod")):
        return v.key(noun) in nouns("irregular")
    for c in v.tree.of(noun, "acl", "relcl"):
        undergoes = v.tree.tags[c] in {"VBN", "VBD"} and (v.tree.is_passive(c) or v.tree.labels[c] == "acl")
        if v.key(c) in _CAUGHT | _SEIZED | _CHARGED | {"held"}:
            return undergoes
        if v.tree.labels[c] == "relcl" and _jailed(v, c):
            return True
    return False


def _jailed(v: View, verb: int) -> bool:
    """ "Who spent six years in the prison at X"."""
    return any(v.key(n) in _JAILS for n in v.tree.under(verb, {"in", "at"}))


def _is_to_jail(r: Reading, moved: list[int]) -> bool:
    """ "Nine men were taken to the detention centre at X"."""
    v = r.view
    if r.trigger.kind != "verb" or not any(
        v.key(n) in _PEOPLE | nouns("irregular") or kind(v, n) == "them" for n in moved
    ):
        return False
    ends = [v.tree.top(s, e) for p, s, e in r.phrases if p in {"to", "into"}]
    return any(v.key(n) in _JAILS or phrase(v, n) & {"detention", "prison"} for n in ends)


_PEOPLE = frozenset("those men people persons members foreigners nationals citizens".split())
_JAILS = frozenset("prison prisons jail jails cell cells dungeon".split())
_CHARGED = frozenset("accused suspected convicted charged wanted".split())
_SUSPECTED = frozenset("suspected alleged accused".split())
_SEIZED = frozenset("seized caught apprehended rounded".split())
_JAILERS = frozenset("police policemen warders wardens court courts prosecutors judge".split())


def _is_by_captors(r: Reading) -> bool:
    """ "The rebels set four soldiers free": those who held them let them go, and bring them nowhere."""
    v, doer = r.view, r.view.tree.agent(r.first) if r.passive else r.subject_head
    goes = any(p in {"to", "from"} and v.places_in(s, e) for p, s, e in r.phrases)
    return not goes and (doer is None or v.key(doer) in nouns("irregular") or who(v, (doer,)) == "group")


def _is_feared(r: Reading) -> bool:
    """ "The risk of thousands of detainees being released"."""
    v, tree = r.view, r.view.tree
    prepositions = [a for a in tree.ancestors(r.first) if tree.keys[a] == "of"]
    return any(v.key(tree.heads[p]) in nouns("threat") for p in prepositions)


def _is_cargo(r: Reading) -> bool:
    """ "The plane carrying the detainees came under fire": told before, or elsewhere."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or tree.labels[r.first] not in {"acl", "relcl"} or r.passive or r.object_head is None:
        return False
    return any(v.key(c) == "the" for c in tree.of(r.object_head, "det")) and not tree.of(r.object_head, "nummod")


_CAUGHT = frozenset("captured detained imprisoned jailed arrested interned captive".split())


def _is_capture(r: Reading) -> bool:
    """ "Took 145 men prisoner"."""
    v = r.view
    captive = any(
        v.key(k) in {"prisoner", "captive", "hostage"} for k in range(r.last + 1, min(r.last + 9, len(v.toks)))
    )
    return r.trigger.lemma == "take" and captive


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"object:detainee": _detainees, "subject:detainee": _go}
