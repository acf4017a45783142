"""Who patrols, escorts, meets or shadows, on land, at sea and in the air."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..facts.acts import is_modifier, phrase_heads, roles, words_of
from ..forces.targets import ARMED, forces_of, side_of, who
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .drills import parties
from .intrusions import are_craft
from .supposed import is_sortie

_GOING = frozenset("is are was were been be have has had became become covers cover covered remain remains".split())
_ON_ITS_WAY = verbs("patrols.on_its_way")
#: What ships and aircraft do on their way along, through or past something.
_SAILING = frozenset("through past inside within along around near off over between across by in up down".split())
_TOGETHER = frozenset("together jointly formation".split())
_SKIES = frozenset("sky skies airspace air".split())
_AIRS = words("patrols.airs")


def _patrolling(r: Reading) -> bool:
    """A force patrols, escorts or flies over; a patrol that is attacked or a patrol boat is none."""
    v, tree = r.view, r.view.tree
    if is_modifier(r) or _is_agency(r) or _goes_along(r) or _is_shown(r):
        return False
    found = parties(r)
    if r.trigger.kind == "verb":
        return bool(found) and not _is_what_for(r) and not _is_of_guests(r)
    first = tree.first_conjunct(r.last)
    above = tree.clause(first)
    is_done = tree.labels[first] == "dobj" and v.key(above) in verbs("do")
    if v.key(r.last) == "escorts" and not is_done:
        return False  # "the carrier and its two escorts", "hit the frigate and her escorts": ships
    if tree.labels[r.last] in {"nsubj", "dobj", "nsubjpass"} and above != r.last:
        unit = tree.labels[r.last] == "nsubj" and v.key(r.last).startswith("escort")
        if tree.labels[r.last] == "nsubj" and any(p in {"under", "across", "upon"} for p, _ in phrase_heads(v, above)):
            return False  # "a patrol came under fire": men, not what they do
        going = v.key(above) in verbs("do") | _GOING and not unit
        moves = tree.labels[r.last] == "nsubj" and v.key(above) in _ON_ITS_WAY and not unit
        if moves and v.is_military and any(p.first > above for p in v.spotted.places):
            return True
        if not going and not (tree.labels[r.last] == "dobj" and any(p == "of" for p, _ in phrase_heads(v, r.last))):
            return False  # "a patrol lost its way": men, not what they do
    return bool(found) or v.is_military


def _is_shown(r: Reading) -> bool:
    """ "Flew over the parade": for those who watch."""
    tree = r.view.tree
    over = next((k for k in range(r.last + 1, len(tree.tags)) if tree.tags[k][:2] == "NN"), None)
    return over is not None and r.view.key(over) in _SHOWS


def _goes_along(r: Reading) -> bool:
    """ "Left under local escort", "lorries escorted by the police": what goes with a move, no patrol."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind == "noun":
        above = tree.heads[r.last]
        return tree.labels[r.last] == "pobj" and v.key(above) in _WITH and v.key(r.last) in {"escort", "escorts"}
    return r.passive and r.trigger.lemma == "escort" and tree.labels[r.first] in {"acl", "advcl", "nsubj", "dep"}


def _is_what_for(r: Reading) -> bool:
    """ "Sent frigates to patrol the gulf": what the move is for."""
    v, tree = r.view, r.view.tree
    if tree.labels[r.first] not in {"advcl", "xcomp"} or tree.tags[r.first] != "VB":
        return False
    return v.key(tree.heads[r.first]) in v.vocabulary.classes["moving_verbs"] | {"deployed", "deploying", "deploy"}


def _is_of_guests(r: Reading) -> bool:
    """ "Escorted the members of the council", "policemen escorted the lorries": no sea or road, and no soldiers."""
    v = r.view
    if r.trigger.lemma != "escort":
        return False
    is_police = bool(words_of(v, roles(r).agents) & {"police", "policemen"})
    return is_police or r.object_head is not None and v.key(r.object_head) in _GUESTS


_WITH = frozenset("under with in by without behind".split())
_GUESTS = words("patrols.guests")


def _is_agency(r: Reading) -> bool:
    """ "protection for the Border Patrol": the name of a service."""
    toks, at = r.view.toks, r.last
    small = r.view.sentence.kind == "heading" or at == 0 or r.trigger.kind == "verb"
    if small or r.view.key(at) != "patrol" or not toks[at].text[0].isupper():
        return False
    return toks[at - 1].text[0].isupper() or r.view.key(at + 1) in {"point", "points", "base", "boat", "squadron"}


def _sailing(r: Reading) -> bool:
    """A warship or military aircraft passes along or through a place."""
    v, tree = r.view, r.view.tree
    subject = tree.subject(r.first)
    if subject is None or who(v, (subject,)) not in ARMED:
        return False
    if not v.spotted.places and not any(v.key(at) in _AIRS for _, at in phrase_heads(v, r.first)):
        return False
    if _is_shown(r):
        return False
    words = v.words_in(*tree.span(subject))
    side = {subject, *tree.of(subject, "conj")}
    if _TOGETHER & set(r.trigger.words) and not words & _CIVIL and any(forces_of(v, n) for n in side) and v.is_military:
        return True  # "Japan and Australia sailed together", "the navies of the four"
    if words & _CIVIL or not (words & _WARSHIPS or are_craft(v, (subject,))):
        return False
    roles(r)
    return any(p in _SAILING for p, _ in phrase_heads(v, r.first)) or v.key(r.first) in verbs("pass")


def _passing(r: Reading) -> bool:
    """ "Conducted a routine transit of the strait", "the passage of two destroyers through it"."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    act = roles(r)
    ships = words_of(v, act.agents)
    if who(v, act.agents) not in ARMED or ships & _CIVIL or not (ships & _WARSHIPS or are_craft(v, act.agents)):
        return False
    at = [tree.span(n) for p, n in phrase_heads(v, r.last) if p in _SAILING | {"of"} and n not in act.agents]
    at += [tree.span(n) for p, n in phrase_heads(v, tree.clause(r.last)) if p in _SAILING and n > r.last]
    return any(v.places_in(*s) for s in [(tree.span(r.last)[0], r.last), *at])


_SHOWS = frozenset("parade crowd crowds ceremony stadium spectators graves coffin airshow".split())
_WARSHIPS = nouns("warship") | nouns("combat_aircraft")
_CIVIL = words("patrols.civil")


def _flown(r: Reading) -> bool:
    """Sorties: bombing where they have a target, else a patrol."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    act = roles(r)
    words = v.words_in(tree.span(r.last)[0], r.last)
    if v.key(r.last).startswith("sortie") and (words & _BOMBING or any(p in {"against", "on"} for p in _aims(r))):
        r.type_code = "strike"
        return who(v, act.agents) in ARMED and (bool(act.targets) or bool(v.spotted.places))
    above = tree.clause(tree.first_conjunct(r.last))
    if v.key(r.last) in {"mission", "missions"} and v.key(above) not in verbs("do") | _FLYING:
        return False  # "the surveillance mission in X has a new head"
    if any(v.key(c) in verbs("strike") for c in tree.of(above, "advcl", "xcomp")):
        return False  # "flew 35 sorties, hitting a bridge": the hit is what they did
    subject = tree.subject(above)
    craft = subject is not None and v.key(subject) in nouns("fires")
    return bool(parties(r)) and (bool(v.spotted.places) or v.is_military) or craft and v.is_military


_FLYING = verbs("patrols.flying")


def _aims(r: Reading) -> set[str]:
    tree = r.view.tree
    above = tree.clause(tree.first_conjunct(r.last))
    return {
        p
        for i in (r.last, above)
        for p, at in phrase_heads(r.view, i)
        if at > r.last and not r.view.key(at).isdecimal()
    }


_BOMBING = frozenset("bombing strike combat attack bomber ground-attack offensive".split())


def _policing(r: Reading) -> bool:
    """ "police the skies over the Baltic", "secures the airspace": by a force, of no city."""
    v, tree = r.view, r.view.tree
    found = tree.subject(r.first) if r.passive else r.object_head
    roles(r)
    if tree.labels[r.first] == "acl" and v.key(tree.heads[r.first]) in nouns("imagined"):
        return False  # "our ability to monitor the strait"
    watched = _AIRS if v.key(r.first) in verbs("watch") or r.last > r.first else _SKIES
    return found is not None and v.key(found) in watched and bool(parties(r))


def _met(r: Reading) -> bool:
    """Jets or ships meet, follow or escort another force's."""
    v, act = r.view, roles(r)
    if r.trigger.kind == "verb" and is_sortie(r, r.first):
        r.fixed_status = "completed"  # "scrambled jets to shadow them"
        sender = v.tree.subject(v.tree.heads[r.first])
        r.act = act = replace(act, agents=() if sender is None else (sender,))
    if not act.targets or not act.agents or _goes_along(r):
        return False
    craft = v.vocabulary.classes["materiel"]
    meets = bool(words_of(v, act.targets) & craft)
    if r.trigger.lemma not in {"track", "monitor", "trail"}:
        meets = meets or any(f.codes for t in act.targets for f in forces_of(v, t))
    return who(v, act.agents) == "state" and meets and side_of(v, act.targets[0]) not in {"flying", "civil"}


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "patrolling": _patrolling,
    "sailing": _sailing,
    "passing": _passing,
    "flown": _flown,
    "policing": _policing,
    "met": _met,
}
