"""Missions that are founded, go on, change or end: the mission is what the act is done to, and a military one."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.themes import members, themes
from ..language.classes import nouns, words
from ..language.grammar import set_of
from ..reading import Reading
from .nouns import is_mission
from .sitenouns import phrase

_STAYING = frozenset(
    "presence deployment deployments rotation rotations participation contribution tour intervention".split()
)
_INDEFINITE = frozenset("a an its their another new".split())


def _mission(r: Reading) -> bool:
    """A mission; a mere presence or deployment is another fact where it begins or ends."""
    tree = r.view.tree
    if r.trigger.kind == "verb" and tree.of(r.first, "xcomp") and not tree.of(r.first, "dobj") and not r.passive:
        return False  # "the mission, which began withdrawing"
    if tree.tags[r.first] == "VBG" and r.object_head is None and r.view.key(r.last + 1) in {"with", "by", "from"}:
        return False  # "is leaving its camps, starting with X"
    if r.trigger.lemma[:8] == "authoris" or r.trigger.lemma[:8] == "authoriz":
        if any(tree.tags[c] == "VB" for c in tree.of(r.first, "xcomp", "advcl", "ccomp")):
            return False  # "is not authorised to attack": what a mission may do
    if r.trigger.lemma.split()[0] in {"move", "shift"} and any(
        p == "from" and r.view.places_in(*s) for p, *s in r.phrases
    ):
        return False  # "UN troops moved from X to Y"
    if r.trigger.lemma == "form" and r.object_head is not None and tree.keys[r.object_head] in _PARTS:
        return False  # "forms a part of the mission"
    meant = [i for i in themes(r) if not (r.code == "start_mission" and _is_bare(r, i))]
    return any(is_mission(r.view, i) and r.view.key(i) not in _STAYING or _is_it(r, i) for i in meant)


def _is_bare(r: Reading, i: int) -> bool:
    """ "Launched an operation": fighting, as likely as a mission."""
    return r.view.key(i) == "operation" and not phrase(r.view, i) - {"a", "an", "operation"}


def _is_it(r: Reading, i: int) -> bool:
    """ "It was wound up last month": the mission of which the sentence before speaks."""
    v, tree = r.view, r.view.tree
    if v.key(i) != "it" or r.trigger.kind != "verb":
        return False
    here = any(tree.labels[k] in {"dobj", "nsubj", "nsubjpass"} and is_mission(v, k) for k in range(i))
    if not here and not v.mission_before or any(v.key(k) == "whenever" for k in tree.of(r.first, "advmod", "mark")):
        return False
    if tree.labels[i] not in {"nsubj", "nsubjpass", "dobj"} or tree.of(r.first, "acomp", "ccomp", "xcomp", "attr"):
        return False
    return r.passive or r.object_head in {None, i} or r.last > r.first


_PARTS = frozenset("part core backbone basis bulk nucleus pillar element component".split())


def _mission_or_stay(r: Reading) -> bool:
    return any(is_mission(r.view, i) or _is_prolonged(r, i) or _is_it(r, i) for i in themes(r))


def _is_prolonged(r: Reading, i: int) -> bool:
    """ "The council renewed it for a year", "parliament extended their stay": what a body of state makes last longer is
    the mission spoken of."""
    v, head = r.view, r.subject_head
    if v.key(i) in _STAYS and r.trigger.kind == "verb" and _is_of_force(v, i):
        return True  # "extended the stay of Russian troops at X"
    if v.key(i) not in {"it", "them", "stay", "tour"} or not v.is_military or r.trigger.kind != "verb":
        return False
    if v.key(i) in {"stay", "tour"} and not {v.key(c) for c in v.tree.of(i, "poss")} & {"its", "their"}:
        return False
    return not r.passive and head is not None and bool(v.words_in(*v.tree.span(head)) & _CHAMBERS)


_STAYS = frozenset("stay stays tour tours rotation rotations posting".split())


def _is_of_force(v: View, stay: int) -> bool:
    """ "Russia's stay at the base", "the stay of 300 soldiers"."""
    whose = [*v.tree.of(stay, "poss", "amod", "compound"), *v.tree.under(stay, {"of"})]
    named = [f for w in whose for f in v.forces_in(*v.tree.span(w))]
    return v.is_military and any(f.is_military or f.codes for f in named)


_CHAMBERS = words("missions.chambers")


def _meant(r: Reading) -> int | None:
    """The subject; of a relative clause what it is about."""
    tree, subject = r.view.tree, r.view.tree.subject(r.first)
    if subject is not None and tree.tags[subject] in {"WDT", "WP"} and tree.labels[r.first] == "relcl":
        return next((i for i in themes(r) if is_mission(r.view, i)), tree.heads[r.first])
    return subject


def _subject_mission(r: Reading) -> bool:
    subject = _meant(r)
    return subject is not None and (is_mission(r.view, subject) or _is_it(r, subject))


def _new_mission(r: Reading) -> bool:
    """What is announced or approved is a mission that was not there before."""
    v = r.view
    return any(
        is_mission(v, i)
        and v.key(i) not in _STAYING
        and ({v.key(c) for c in v.tree.of(i, "det", "poss", "amod")} & _INDEFINITE or v.toks[i].text[0].isupper())
        for i in themes(r)
        if r.passive
        or r.trigger.kind == "noun"
        or r.subject_head not in {i, v.tree.heads[i]}  # "the Union (AU) said that"
    )


def _sanctions(r: Reading) -> bool:
    """ "The Security Council authorised a regional force for X": a council or a bloc of states founds it."""
    v, by = r.view, r.view.tree.agent(r.first) if r.passive else r.subject_head
    if by is None or not {"security", "council"} <= v.words_in(*v.tree.span(by)) and not is_of_several(v, by):
        return False
    return _new_mission(r) and not any(phrase(v, i) & {"another", "additional", "more"} for i in themes(r))


def _mission_or_force(r: Reading) -> bool:
    """A mission changes, or a force its role: "the mission was refocused", "the troops will focus on training"."""
    v = r.view
    if any(is_mission(v, i) and v.key(i) not in _STAYING for i in themes(r)):
        return True
    if r.subject_head is not None and _is_it(r, r.subject_head):
        return True  # "it will focus on training"
    if (
        r.passive
        and not r.trigger.particles
        or r.last > r.first
        and any(v.places_in(*v.tree.span(n)) for n in v.tree.of(r.last, "pobj"))
    ):
        return False  # "the battalion was shifted to the coast"
    if r.trigger.kind == "verb":
        subject = v.tree.subject(r.first)
        acting = [f for i in members(v, [] if subject is None else [subject]) for f in v.forces_in(i, i + 1)]
        return (
            subject is not None
            and is_mission(v, subject)
            or any(f.is_military for f in acting)
            or bool(acting and r.trigger.particles)  # "France will shift its focus"
        )
    return any(v.key(i) in {"partnership", "partnerships", "role"} for i in v.tree.under(r.last, {"to", "of", "in"}))


_WORK = nouns("task") | set_of("work operations activities service deployment")


def _mission_work(r: Reading) -> bool:
    """ "The task force began its work", "the stabilisation force finished in May"."""
    v, subject = r.view, _meant(r)
    if subject is None or r.passive or not (is_mission(v, subject) or _is_it(r, subject)):
        return False
    if r.object_head is None:
        return r.trigger.lemma in {"finish", "cease"}
    if v.key(r.object_head) == "deployment" and r.trigger.lemma in {"complete", "finish", "conclude"}:
        return False  # "completed its deployment along the border": all are there now
    return v.key(r.object_head) in _WORK


_TASKS = nouns("task") | {"mission", "operation"}
_SAY = frozenset("authority command control leadership".split())


def _to_mission(r: Reading) -> bool:
    """ "One mission handed over to the next", "NATO passed its task to the European Union"."""
    v, subject = r.view, r.subject_head
    to = v.tree.under(r.first, {"to", "for"}) + [
        n for k in v.tree.of(r.first, "prt", "dobj", "advmod", "dative") for n in v.tree.under(k, {"to", "for"})
    ]
    handed = subject if r.passive else v.tree.object(r.first)
    if handed is None and subject is not None and v.key(subject) in _TASKS and not is_mission(v, subject):
        return takers_of(v, to) and v.is_military  # "its tasks have passed to the new force"
    takers = takers_of(v, to)
    if handed is not None and v.key(handed) in _TASKS | _SAY and takers and v.is_military:
        by_mission = not r.passive and subject is not None and is_mission(v, subject)
        return by_mission or v.key(handed) in _TASKS and (is_mission(v, handed) or bool(v.tree.of(handed, "poss")))
    way = handed is None or v.key(handed) in {"way", "over"}
    return way and subject is not None and is_mission(v, subject) and any(is_mission(v, n) for n in to)


def takers_of(view: View, nouns: list[int]) -> bool:
    """A mission or a force stands among the nouns."""
    return any(is_mission(view, n) or any(f.codes for f in view.forces_in(n, n + 1)) for n in nouns)


def _mission_becomes(r: Reading) -> bool:
    """ "The mission is to become a hybrid operation"."""
    v, made = r.view, r.object_head
    subject = r.subject_head
    if made is not None and phrase(v, made) & _ORDINALS:
        return False  # "became the fourth battlegroup to pass the test"
    return subject is not None and made is not None and is_mission(v, subject) and is_mission(v, made)


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only next".split())
_BODIES = frozenset("force contingent group team presence one".split())


def successor(r: Reading) -> tuple[int | None, int | None]:
    """The mission that comes and the one that goes: "a UN force replaced it", "replaced it with a smaller one"."""
    tree = r.view.tree
    new, old = r.subject_head, r.object_head
    if r.trigger.kind == "noun":
        old = next(iter(tree.under(r.last, {"of"})), None)
        spots = [r.last, *([] if old is None else [old]), tree.clause(r.last)]  # wherever the parser hangs "with"
        return next((n for at in spots for n in tree.under(at, {"with", "by"})), None), old
    if r.passive:
        new, old = tree.agent(r.first), next(iter(tree.of(r.first, "nsubjpass")), r.subject_head)
    elif old is None or tree.keys[old] in nouns("task") | _SAY and tree.keys[r.last] == "from":
        spots = [r.last, r.first, *([] if old is None else [old])]  # "took over responsibility from"
        old = next((n for at in spots for n in tree.under(at, {"from", "of"} if at == r.last else {"from"})), None)
    if r.trigger.lemma == "replace" and old is not None:
        given = [n for at in (r.first, old) for n in tree.under(at, {"with"})]
        new = next((n for n in given if is_mission(r.view, n) or r.view.key(n) in _BODIES), new)
    return new, old


def is_of_several(view: View, noun: int) -> bool:
    """NATO, the EU, the UN, a bloc of states: what one of them does abroad is a mission."""
    kinds = {view.vocabulary.kinds.get(c) for f in view.forces_in(noun, noun + 1) for c in f.codes}
    return bool(kinds & {"state_alliance", "un_mission"})


def _succeeds(r: Reading) -> bool:
    """A mission takes the place of another: "it was followed by a smaller force", "a UN mission replaced it"."""
    v, tree = r.view, r.view.tree
    new, old = successor(r)
    if new is not None and old is not None and r.trigger.kind == "noun":
        return is_mission(v, old) and (is_mission(v, new) or v.key(new) in _BODIES)
    if r.passive and new is not None and old is not None:
        if is_mission(v, old) and "civilian" in v.words_in(*tree.span(new)):
            r.type_code = "mission_end"
            return True
    if new is None:
        return False
    if old is not None and r.trigger.lemma.startswith("take over") and is_of_several(v, new) and is_of_several(v, old):
        return True  # "the African Union took over from the UN in Burundi"
    pointing = v.is_military and (r.passive or r.trigger.lemma != "replace")
    if old is None or v.key(old) in {"it", "which", "this", "place"}:
        is_old = pointing and (old is not None or r.trigger.lemma.startswith("take"))
        return is_old and (is_mission(v, new) or old is not None and v.key(new) in _BODIES and r.passive)
    newer = is_mission(v, new) or v.key(new) in _BODIES or v.is_military and v.key(new) in {"it", "which"}
    return newer and is_mission(v, old) and r.trigger.lemma != "follow" or r.passive and newer and is_mission(v, old)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "object:mission": _mission,
    "object:mission_or_stay": _mission_or_stay,
    "object:new_mission": _new_mission,
    "sanctioned_mission": _sanctions,
    "subject:mission": _subject_mission,
    "mission_or_force": _mission_or_force,
    "mission_work": _mission_work,
    "to_mission": _to_mission,
    "mission_becomes": _mission_becomes,
    "succeeds": _succeeds,
}
