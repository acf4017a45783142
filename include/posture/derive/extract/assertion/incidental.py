"""Acts that a noun phrase or a condition only brings along: whose commander somebody is, before what something was,
what a weapon could do, what would follow if."""

from __future__ import annotations

from ..facts.traces import fell_at
from ..families import FIGHTS, MOVES
from ..language.classes import verbs, words
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..reading import Reading
from .retold import has_number, is_of_ranked, is_on_patrol, is_prevented, is_ranked, is_toll
from .unreal import is_unreal, would

_IF = frozenset({"if", "unless"})
_BEARERS = words("incidental.bearers")
_BEFORE = set_of("before since until after during amid amidst despite following given")
_COURSE = words("incidental.course")
_REACHING = inflected("reach get arrive deploy move")


def incidental(r: Reading) -> str | None:
    """The reason why an act is only brought along, or None."""
    if _is_of_condition(r) or _is_regretted(r) or _is_since(r) or is_toll(r):
        return "presupposed"
    if r.trigger.kind == "verb" and r.type_code in FIGHTS and _is_resolve(r):
        return "goal"
    if r.type_code == "withdrawal" and _is_of_talks(r) or r.type_code in FIGHTS and _is_by_no_force(r):
        return "figure_of_speech"
    if r.type_code in FIGHTS and r.trigger.kind == "verb" and (_is_of_fighters(r) or _is_of_campaign(r)):
        return "presupposed"
    if r.type_code in MOVES and (_is_adjective(r) or _is_run(r)) or r.type_code in FIGHTS and _is_of_besieged(r):
        return "presupposed"
    if r.type_code in MOVES and _is_told_goal(r):
        return "goal"
    if r.code == "open_base" and r.trigger.kind == "verb" and _is_use_of_ground(r):
        return "goal"
    if r.trigger.kind == "verb" and r.code == "train" and (_is_purpose(r) or _is_skill(r)):
        return "purpose"
    if r.trigger.kind == "verb" and r.type_code in MOVES and is_of_ranked(r):
        return "refers_back"
    if r.trigger.kind == "verb":
        return "capability" if r.type_code in MOVES and _is_reach(r) else "goal" if _is_help(r) else None
    if r.trigger.kind == "noun" and is_on_patrol(r):
        return "presupposed"
    if is_prevented(r):
        return "goal"
    if r.trigger.kind == "noun" and r.type_code in FIGHTS and _is_likely(r):
        return "attack_ahead"
    if r.trigger.kind != "noun" or r.status == "denied":
        return None
    if is_ranked(r):
        return "refers_back"
    return "presupposed" if _is_borne(r) or _is_time_of(r) else None


def _is_of_condition(r: Reading) -> bool:
    """ "If we expect them to invade": what a condition supposes, however deep in it."""
    tree = r.view.tree
    at = tree.clause(r.first if r.trigger.kind == "verb" else r.last)
    if is_unreal(r, at):
        return True
    if r.type_code not in FIGHTS | {"detainee_transfer", "exercise", "patrol"}:
        return False
    for _ in range(5):
        if would(tree, at) and any({tree.keys[m] for m in tree.of(c, "mark")} & _IF for c in tree.of(at, "advcl")):
            return True  # "if war comes, the navy could bomb bases there"
        if tree.labels[at] == "advcl":
            return bool({tree.keys[m] for m in tree.of(at, "mark")} & _IF)
        if tree.labels[at] not in {"xcomp", "ccomp", "conj"} or not tree.is_verb(tree.heads[at]):
            return False
        at = tree.heads[at]
    return False


def _is_adjective(r: Reading) -> bool:
    """ "Rotating marines", "the departing soldiers", "guns shipped in from abroad": of which something else is said."""
    tree, at = r.view.tree, r.first
    if r.trigger.kind == "verb" and tree.labels[at] == "acl" and tree.tags[at] == "VBN":
        return tree.keys[tree.heads[at]] in _GOODS
    return r.trigger.kind == "verb" and tree.labels[at] == "amod" and tree.tags[at] == "VBG"


_GOODS = words("incidental.goods")


def _is_run(r: Reading) -> bool:
    """ "The office that handles the buildup", "sent to oversee the withdrawal"; not "oversaw the withdrawal from X"."""
    tree, noun = r.view.tree, r.last
    verb = tree.heads[noun]
    if r.trigger.kind != "noun" or tree.labels[noun] != "dobj" or tree.keys[verb] not in _RUNNING:
        return False
    if tree.tags[verb] == "VBD" and tree.labels[verb] != "relcl" and any(p.first > noun for p in r.view.spotted.places):
        return False
    return any(tree.keys[c] in {"the", "this", "its", "their"} for c in tree.of(noun, "det", "poss")) and not _tells(r)


def _is_skill(r: Reading) -> bool:
    """ "Its troops are poorly trained": what they are like."""
    tree = r.view.tree
    how = {tree.keys[c] for c in tree.of(r.first, "advmod") if c < r.first}
    plain = not tree.of(r.first, "prep", "agent") or any(tree.labels[c] == "conj" for c in tree.children[r.first])
    return r.passive and bool(how & _SKILL) and plain


_SKILL = words("incidental.skill")


def _is_purpose(r: Reading) -> bool:
    """ "12,000 stay to train the army", "flown in to help train soldiers": what others are there for."""
    tree, at = r.view.tree, r.first
    while tree.labels[at] in {"xcomp", "ccomp"} and tree.keys[tree.heads[at]] in _HELPING:
        at = tree.heads[at]
    to = any(tree.keys[c] == "to" for c in tree.of(at, "aux"))
    if any(tree.keys[p] in {"with", "alongside"} for p in tree.of(r.first, "prep")):
        return False  # "in Jordan to train with its troops"
    return to and tree.labels[at] in {"advcl", "relcl", "acl"} and tree.tags[at] == "VB"


def _is_told_goal(r: Reading) -> bool:
    """ "The goal is to reduce the burden of the troops": nothing is told of how many, where to or when."""
    tree = r.view.tree
    above = tree.heads[r.first]
    if r.trigger.kind != "verb" or tree.labels[r.first] != "xcomp" or tree.keys[above] not in {"is", "was", "be"}:
        return False
    subject = tree.subject(above)
    return subject is not None and tree.keys[subject] in _GOALS and not (r.view.quantities or r.view.times)


def _is_by_no_force(r: Reading) -> bool:
    """ "A dispute that has crippled the country"."""
    head = r.subject_head
    if r.trigger.kind != "verb" or r.passive or head is None:
        return False
    at = r.view.tree.heads[r.first] if r.view.tree.labels[r.first] == "relcl" else head
    return bool({r.view.key(head), r.view.key(at)} & _CAUSES)


def _is_of_besieged(r: Reading) -> bool:
    """ "Supplies for the troops besieged in the city"."""
    tree, at = r.view.tree, r.first
    return r.trigger.kind == "verb" and tree.labels[at] in {"acl", "amod"} and tree.keys[at] in _ENCIRCLED


_ENCIRCLED = set_of("besieged encircled surrounded trapped")
_RUNNING = verbs("incidental.running")
_GOALS = set_of("goal aim purpose objective idea hope ambition")
_CAUSES = words("incidental.causes")


def _is_of_talks(r: Reading) -> bool:
    """ "Their withdrawal from the talks", "left the negotiations": nobody goes anywhere."""
    tree = r.view.tree
    at = r.first if r.trigger.kind == "verb" else r.last
    objects = tree.under(at, {"from", "of"})
    if r.trigger.kind == "verb":
        objects += tree.of(at, "dobj")
    return any(tree.keys[o] in _POLITICAL for o in objects)


_POLITICAL = words("incidental.political")


def _is_regretted(r: Reading) -> bool:
    """ "They should have left sooner", "should never have invaded": what is wished otherwise; "more died there than
    have died here": what is compared."""
    tree = r.view.tree
    if r.trigger.kind != "verb":
        return False
    own = {tree.keys[c] for c in tree.of(r.first, "aux")}
    if {"should", "have"} <= own:
        return True
    before = tree.keys[max(0, r.first - 3) : r.first]
    compared = tree.labels[r.first] in {"advcl", "ccomp", "relcl"} and "than" in before
    more = "more" in r.view.words_in(*r.subject)
    return (compared or more and "than" in tree.keys[r.first :]) and r.type_code in FIGHTS


def _is_since(r: Reading) -> bool:
    """ "Since the operation began", "since the deal was announced": from when on something is so."""
    tree = r.view.tree
    if (
        r.trigger.kind != "verb"
        or r.type_code not in {"mission_start", "agreement"}
        or r.code == "join"
        or r.view.times
    ):
        return False
    at = tree.clause(r.first)
    return tree.labels[at] == "advcl" and any(tree.keys[m] == "since" for m in tree.of(at, "mark"))


def _is_resolve(r: Reading) -> bool:
    """ "With the goal of eliminating them", "its determination to press ahead", "the right to strike back"."""
    tree, at = r.view.tree, r.first
    noun = tree.heads[at]
    if tree.labels[at] == "pcomp" and tree.keys[noun] == "of":
        return tree.keys[tree.heads[noun]] in _GOALS | _RESOLVES
    return tree.labels[at] == "acl" and tree.tags[at] == "VB" and tree.keys[noun] in _RESOLVES


_RESOLVES = words("incidental.resolves")


def _is_reach(r: Reading) -> bool:
    """ "The drones can easily reach the island", "can be moved there within a day"."""
    tree = r.view.tree
    can = any(tree.keys[c] == "can" for c in tree.of(r.first, "aux"))
    return can and tree.keys[r.first] in _REACHING and r.status != "denied"


def _is_use_of_ground(r: Reading) -> bool:
    """ "Land suitable for establishing bases"."""
    tree = r.view.tree
    if tree.labels[r.first] != "pcomp" or tree.keys[tree.heads[r.first]] != "for":
        return False
    return tree.tags[tree.heads[tree.heads[r.first]]][:2] in {"NN", "JJ"} and not r.view.places_in(*r.object)


def _is_help(r: Reading) -> bool:
    """ "The allies, who helped destroy the caliphate": the part that somebody had in a war."""
    tree = r.view.tree
    above = tree.heads[r.first]
    if r.type_code not in FIGHTS or tree.labels[r.first] not in {"xcomp", "ccomp"} or not tree.is_verb(above):
        return False
    helps = tree.keys[above] in _HELPING and tree.labels[above] in {"relcl", "acl", "advcl"}
    return helps and not any(q.unit for q in r.view.quantities)


_HELPING = inflected("help assist aid")


def _is_likely(r: Reading) -> bool:
    """ "An attack was more likely than ever": feared, not made."""
    tree = r.view.tree
    above = tree.heads[r.last]
    said = {tree.keys[c] for c in tree.of(above, "acomp")}
    return tree.labels[r.last] == "nsubj" and bool(said & {"likely", "unlikely", "possible", "imminent", "inevitable"})


def _is_of_fighters(r: Reading) -> bool:
    """ "Soldiers fighting rebels in the north have held a parade": a participle that says which ones."""
    tree, at = r.view.tree, r.first
    noun = tree.heads[at]
    if tree.labels[at] != "acl" or tree.tags[at] != "VBG" or tree.keys[at] not in {"fighting", "battling", "combating"}:
        return False
    return tree.labels[noun] in {"nsubj", "nsubjpass"} and tree.keys[at - 1] != "," and tree.is_verb(tree.heads[noun])


def _is_of_campaign(r: Reading) -> bool:
    """ "His campaign to seize the capital is under pressure"."""
    tree, at = r.view.tree, r.first
    noun = tree.heads[at]
    if tree.labels[at] != "acl" or tree.tags[at] != "VB" or tree.keys[noun] not in _CAMPAIGNS:
        return False
    return tree.labels[noun] in {"nsubj", "nsubjpass"} or tree.labels[noun] == "pobj" and not _tells(r)


_CAMPAIGNS = set_of("campaign battle war fight struggle bid drive quest")


def _is_borne(r: Reading) -> bool:
    """ "The commander of the deployment", "the consequences of the pullout"."""
    tree, noun = r.view.tree, r.last
    if r.type_code not in MOVES:
        return False
    if tree.labels[noun] == "compound":
        return tree.keys[tree.heads[noun]] in _BEARERS
    if tree.labels[noun] != "pobj" or tree.keys[tree.heads[noun]] not in {"of", "behind", "for"}:
        return False
    return tree.keys[tree.heads[tree.heads[noun]]] in _BEARERS and not _tells(r)


def _is_time_of(r: Reading) -> bool:
    """ "Before the launch of its offensive in June", "amid the army's onslaught": when something else is."""
    tree, noun = r.view.tree, r.last
    if r.type_code == "mission_start" and r.code == "start_mission" and tree.labels[noun] == "pobj":
        return tree.keys[tree.heads[noun]] in {"from", "since", "until", "before", "after"} and not _tells(r)
    if r.type_code not in FIGHTS or tree.labels[noun] != "pobj":
        return False
    prep = tree.heads[noun]
    if tree.keys[prep] == "of" and tree.keys[tree.heads[prep]] in _COURSE:
        prep = tree.heads[tree.heads[prep]]
    if tree.keys[prep] not in _BEFORE:
        return False
    told = any(tree.keys[p] not in {"of", "by", "in"} for p in tree.of(noun, "prep")) or tree.of(noun, "relcl", "acl")
    return not told and not _has_place(r) and not has_number(r) and not fell_at(r.view, noun)


def _tells(r: Reading) -> bool:
    """The noun brings a number or a day of its own."""
    view, (start, end) = r.view, r.view.tree.span(r.last)
    first, last = view.toks[start].start, view.toks[end - 1].end
    return any(first <= t.start < last for t in view.times) or has_number(r)


def _has_place(r: Reading) -> bool:
    """A place hangs on the noun that is not whose it is, nor the land against which it is ("the invasion of X")."""
    start, end = r.view.tree.span(r.last)
    behind = [p for p in r.view.places_in(r.last, end) if p.prep not in {"'s", "owner", "by"} and p.form == "place"]
    return any(p.prep not in {"of", "on", "against"} or p.place.kind_code != "country" for p in behind) or any(
        p.place.kind_code != "country" for p in r.view.places_in(start, r.last)
    )
