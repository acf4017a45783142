"""Troops that are not on their way yet: offered, pledged, authorised, asked for, foreseen or refused.

Nobody moves in such a clause; what it is about is a part of a force that would. Where it would go may be left unsaid.
"""

from __future__ import annotations

from collections.abc import Callable

from ..assertion.status import status_of
from ..families import UNDONE
from ..language.classes import nouns, verbs, words
from ..language.grammar import set_of
from ..language.verbgroup import mood
from ..reading import Reading
from .movers import ARMS, head_nouns, kind, place_at
from .nouns import is_deal

_MISSIONS = nouns("mission_word") | set_of("force forces peacekeeping brigade contingent effort")
#: Those who are already there, or at home: "wants its soldiers paid".
_KNOWN = set_of("the its their his her our these those this that whose my")
#: "wants the troops out": not that they come.
_AWAY = set_of("out home back away gone off")


def _troops(r: Reading) -> int | None:
    """The noun of a part of a force that the verb is about: soldiers, a battalion, 250 men; not arms that are given."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive else r.object_head
    if r.trigger.lemma == "ask ~ for" and not r.passive:  # "asked Chad for 300 men"
        head = next((tree.top(s, e) for p, s, e in r.phrases if p == "for"), None)
    if r.trigger.lemma in {"ask ~ for", "ask for"} and r.passive:  # "Chad was asked for 300 men"
        head = next(iter(tree.under(r.first, {"for"})), None if r.trigger.particles else head)
    if head is None and r.trigger.words[-1] == "for":
        head = _wanted_for(r)
    excluded = _STAYS if r.trigger.lemma in {"rule ~ out", "exclude"} else _COMINGS
    if head is not None and r.code == "refuse_troops" and v.key(head) in excluded:
        head = next(iter(tree.under(head, {"of"})), head)
    if head is None or is_deal(v, head) or place_at(v, head) or not (v.is_military or r.phrases):
        return None
    if tree.of(r.first, "oprd", "acomp") or {v.key(c) for c in tree.of(r.first, "advmod", "prt")} & _AWAY - set(
        r.trigger.particles
    ):
        return None
    for noun in head_nouns(v, head):
        counted = any(q.unit in {"personnel", "units"} and q.number <= noun <= q.last for q in v.quantities)
        wanted = {"force", "soft", "them", ""} if counted else {"force"}
        if v.key(noun) in v.vocabulary.classes["units"] or _has_goal(r) and v.vocabulary.units.get(v.key(noun)):
            wanted |= {"soft"}  # "a company", "ships for the mission"
        if kind(v, noun) in wanted and v.key(noun) not in ARMS and tree.tags[noun][:3] != "NNP":
            return noun
    return None


#: "Ruled out the return of foreign troops".
_COMINGS = set_of("return comeback reintroduction stationing")
_STAYS = _COMINGS | {"presence"}


def _wanted_for(r: Reading) -> int | None:
    """ "Asked for soldiers to help the police": parsers make a clause of it."""
    tree = r.view.tree
    below = [
        c for c in tree.of(r.first, "ccomp", "xcomp", "advcl") if tree.keys[c] in _SERVING and not tree.is_passive(c)
    ]
    return next((tree.subject(c) for c in below if any(tree.keys[m] == "for" for m in tree.of(c, "mark"))), None)


_SERVING = words("pledging.serving")


def _is_counted(r: Reading, noun: int) -> bool:
    return any(q.number <= noun <= q.last for q in r.view.quantities)


def _has_goal(r: Reading) -> bool:
    v = r.view
    return any(
        p in {"to", "for", "in"}
        and (place_at(v, at := v.tree.top(s, e)) or v.tree.tags[at][:3] == "NNP" or v.words_in(s, e) & _MISSIONS)
        for p, s, e in r.phrases
    )


def _offered(r: Reading) -> bool:
    """ "Has promised 700 men for the island", "have offered 250 men": soldiers or units, some of those one has."""
    noun = _troops(r)
    if noun is None:
        return False
    return _has_goal(r) or r.view.is_military and (_is_counted(r, noun) or not _is_definite(r, noun))


def _asked(r: Reading) -> bool:
    """ "Requests for a further 2,000", "its offer of two battalions": a noun that asks for troops or offers them."""
    v, tree = r.view, r.view.tree
    if not v.is_military or tree.labels[r.last] in {"compound", "nmod"}:
        return False
    if any(tree.tags[c] == "VB" and v.key(c) in v.vocabulary.classes["moving_verbs"] for c in tree.of(r.last, "acl")):
        return False  # "the demand for the troops to leave": that verb tells it
    about = [n for p, n in tree.prepositions(r.last) if p in {"for", "of"} and tree.heads[tree.heads[n]] == r.last]
    for noun in (x for n in about for x in head_nouns(v, n)):
        if {v.key(c) for c in tree.of(noun, "amod")} & _LESS:
            continue  # "plans for a smaller force"
        counted = any(q.unit in {"personnel", "units"} and q.number <= noun <= q.last for q in v.quantities)
        if counted or kind(v, noun) == "force" and v.key(noun) not in ARMS and not _is_definite(r, noun):
            return True
    return False


_LESS = set_of("smaller leaner reduced lighter fewer")


def _sought(r: Reading) -> bool:
    """ "Has requested two more battalions", "rules out ground troops": such as are not there."""
    noun = _troops(r)
    if noun is None or not r.view.is_military or _is_definite(r, noun):
        return False
    if r.fixed_status == "planned" and (_is_for_acts(r, noun) or _is_bought(r, noun)):
        return False
    if any(
        r.view.key(k) in _MADE for at in (r.first, noun) for k in r.view.tree.of(at, "ccomp", "xcomp", "acl", "relcl")
    ):
        return False  # "asks for a ship to be built"
    if r.trigger.lemma in _ASKING and not r.passive and mood(r.view.tree, r.first).is_negative:
        return False  # "is not asking for more": which does not say that none come
    return not (r.trigger.kind == "verb" and _is_told_of_past(r))


def _is_for_acts(r: Reading, noun: int) -> bool:
    """ "Authorised the forces there to carry out raids": what they may do is told, not that they come."""
    v, tree = r.view, r.view.tree
    does = [k for at in (r.first, noun) for k in tree.of(at, "xcomp", "ccomp", "acl", "advcl") if tree.tags[k] == "VB"]
    moves = v.vocabulary.classes["moving_verbs"] - {"carry"}
    return bool(does) and not any(v.key(k) in moves | {"be", "deploy", "join", "go", "serve", "help"} for k in does)


def _is_bought(r: Reading, noun: int) -> bool:
    """ "Voted for new jets", "foresees twelve submarines": what a force is to have, sent nowhere."""
    v = r.view
    return v.vocabulary.units.get(v.key(noun)) in {"ships", "aircraft", "vehicles"} and not any(
        p in {"to", "for", "in"} and place_at(v, v.tree.top(s, e)) for p, s, e in r.phrases
    )


_MADE = set_of("built bought purchased acquired leased modernised modernized")
_ASKING = set_of("request seek demand")
_ASKING |= {"ask for", "ask ~ for", "appeal for", "call for", "push for", "press for", "plead for", "lobby for"}


def _is_definite(r: Reading, noun: int) -> bool:
    v = r.view
    return any(v.key(c) in _KNOWN for c in v.tree.of(noun, "det", "poss"))


def _is_told_of_past(r: Reading) -> bool:
    """ "The evacuation needed 400 soldiers": they were there."""
    return r.trigger.lemma in {"need", "require"} and r.view.tree.tags[r.first] in {"VBD", "VBN"} and not r.passive


def is_undone(r: Reading) -> bool:
    """What the verb tells is planned, considered or denied."""
    return status_of(r.view, r.first, r.last, r.trigger, r.type_code) in UNDONE


def _contributes(r: Reading) -> bool:
    """ "Will contribute 180 soldiers to the battlegroup": they will go; who contributes them now has them there."""
    return _troops(r) is not None and is_undone(r) and not _is_served(r)


def _is_served(r: Reading) -> bool:
    """ "The 600 men who remain will provide a reserve": what troops provide is what they do, and nobody is sent."""
    v, head = r.view, r.subject_head
    return r.trigger.lemma == "provide" and head is not None and v.vocabulary.units.get(v.key(head)) == "personnel"


def _takes_part(r: Reading) -> bool:
    """ "Rules out taking part", "would not join the force": a state's troops come to a mission, or do not."""
    v = r.view
    head = r.subject_head
    if not v.is_military or r.passive or head is None or kind(v, head) not in {"state", "force"}:
        return False
    about = [v.tree.top(s, e) for p, s, e in r.phrases if p in {"in", "to", "for"}]
    about += [r.object_head] if r.object_head is not None and r.object_head > r.last else []
    hits = verbs("strike") | {"shooting", "bombing", "attacking", "downing"}
    if any(v.key(c) in hits for p in (*v.tree.of(r.first, "prep"), r.last) for c in v.tree.of(p, "pcomp")):
        return False  # "took part in shooting down drones": an act of its own
    if r.trigger.lemma == "join" and any(v.key(n) in _ALLIANCES for n in about):
        return False  # "could join the coalition": as a member
    about = [n for n in about if _is_mission(r, n) or not place_at(v, n)]  # "operations in X"
    if any(not _is_mission(r, n) for n in about):
        return False
    status = status_of(v, r.first, r.last, r.trigger, r.type_code)
    if not about and v.drill_before:
        r.type_code = "exercise"  # "the drill began in Gao; Niger declined to take part"
    return status in UNDONE if about else status == "denied" and r.trigger.lemma != "join"


_ALLIANCES = set_of("coalition alliance pact bloc nato csto organisation organization")


def _is_mission(r: Reading, noun: int) -> bool:
    v = r.view
    return v.key(noun) in _MISSIONS or any(f.form == "name" and f.theatre for f in v.forces_in(noun, noun + 1))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "offered": _offered,
    "asked": _asked,
    "sought": _sought,
    "contributes": _contributes,
    "takes_part": _takes_part,
    "bare": lambda r: not r.view.tree.of(r.first, "xcomp", "ccomp", "oprd"),
}
