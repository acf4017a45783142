"""Words of a fact that state none: a figure of speech, where people are from, what a noun is only told apart by, what
somebody asks the reason of.
"""

from __future__ import annotations

from ..families import FIGHTS, MOVES
from ..language.classes import verbs, words
from ..language.grammar import BE_FORMS
from ..language.inflection import inflected
from ..language.verbgroup import mood
from ..quantity.quantities import COUNTED
from ..reading import Reading
from .incidental import incidental

_COMES = frozenset("come comes came coming".split())
_FIGURES = words("unmeant.figures")
_GROUND = words("unmeant.ground")
_ASKING = frozenset(
    f + e
    for f in ("ask", "wonder", "question", "inquir", "enquir", "explain")
    for e in ("", "e", "s", "es", "ed", "ing")
)


def unmeant(r: Reading) -> str | None:
    """The reason why a reading states nothing; None if nothing speaks against it."""
    tree = r.view.tree
    if r.trigger.kind == "noun" and (_is_judged(r) or _is_thing(r)):
        return "refers_back"
    if r.code == "deal_noun" and _is_guarded(r):
        return "purpose"
    if (reason := incidental(r)) is not None or r.trigger.kind != "verb":
        return reason
    if r.object_head is not None and r.view.key(r.object_head) in _SELVES and r.trigger.lemma.split()[0] in _GIVING:
        return "figure_of_speech"  # "forty rebels gave themselves up"
    if r.trigger.lemma.startswith("put") and _USE & {tree.keys[n] for n in tree.under(r.first, {"into", "in"})}:
        return "figure_of_speech"  # "was put into service"
    if (
        tree.keys[r.first] in BE_FORMS
        and r.code == "leave"
        and [r.view.key(r.first + k) for k in (1, 2)] == ["home", "to"]
    ):
        return "figure_of_speech"  # "is home to 900 men": nobody goes there
    if r.trigger.lemma == "burn" and not r.passive and r.object_head is None:
        return "figure_of_speech"  # "the tanker is burning": what came of it
    if (
        _is_joined_up(r)
        or r.code == "remain"
        and any(tree.keys[c] in _OFF and not _is_at_sea(r, c) for c in tree.of(r.first, *_BESIDE))
    ):
        return "figure_of_speech"  # "were told to stay off the base"
    if r.type_code in MOVES and _is_wish(r):
        return "goal"
    if r.type_code in MOVES and _is_right(r):
        return "capability"
    if r.code == "restructure" and _is_state(r):
        return "presupposed"
    if any(tree.keys[at] in _IF and _is_proviso(r, at) for at in (r.first, tree.heads[r.first])):
        return "presupposed"
    if r.view.key(r.first) in _COMES and (_is_figure(r) or _is_nationality(r)):
        return "figure_of_speech"
    doing = [c for p in tree.of(r.first, "prep") if tree.keys[p] == "in" for c in tree.of(p, "pcomp")]
    if r.trigger.lemma == "join" and doing:
        return "part_of_other_frame"  # "joined Mali in bombing the camps"
    if r.trigger.lemma == "decline" and any(tree.tags[c] == "VB" for c in tree.of(r.first, "xcomp")):
        return "figure_of_speech"  # "declined to comment"
    if r.trigger.lemma == "run out" and r.view.key(r.last + 1) == "of":
        return "figure_of_speech"  # "the mission has run out of fuel"
    if _is_reason_asked(r):
        return "question"
    if _counts_presence(r):
        return "part_of_other_record"
    if _is_prevented(r):
        return "capability"
    if (r.type_code in FIGHTS or r.code == "host") and _is_capability(r):
        return "capability"
    return "presupposed" if _only_tells_apart(r) else None


_SELVES = frozenset("themselves himself herself itself ourselves myself".split())
_USE = words("unmeant.use")
_GIVING = frozenset("give hand turn deliver surrender".split())


_LETTING = inflected("let allow permit enable entitle empower")
_SIDES = words("unmeant.sides")


def _is_right(r: Reading) -> bool:
    """ "The pact lets either side send troops": what they may do, not what is done."""
    tree = r.view.tree
    above, who = tree.heads[r.first], tree.subject(r.first)
    if tree.labels[r.first] not in {"ccomp", "xcomp"} or tree.keys[above] not in _LETTING or who is None:
        return False
    return tree.keys[who] in _SIDES and not r.view.forces_in(*tree.span(who))


_SHORES = words("unmeant.shores")


def _is_at_sea(r: Reading, off: int) -> bool:
    """ "Will stay off the coast", "stayed off Aden": where ships are."""
    v, tree = r.view, r.view.tree
    below = tree.of(off, "pobj") if tree.keys[off] == "off" else []
    return any(
        tree.keys[n] in _SHORES or any(p.first <= n <= p.last and not p.is_site for p in v.spotted.places)
        for n in below
    )


_BESIDE = ("prep", "advmod", "prt")
_OFF = frozenset({"off", "away", "out", "clear"})


def _is_joined_up(r: Reading) -> bool:
    """ "Volunteers who joined the army", "joined al-Qaeda": recruits, of whom nobody says where they go."""
    v, at = r.view, r.object_head
    if r.code != "enter" or not r.trigger.lemma.startswith("join") or at is None:
        return False
    if any(f.is_military for f in v.forces_in(*r.subject)):
        return False  # "its special forces joined Afghan troops"
    theirs = {c for f in v.forces_in(at, at + 1) if not f.theatre for c in f.codes}
    ours = {c for f in v.forces_in(*r.subject) for c in f.codes}
    return bool(theirs) and not theirs & _ALLIED and not ours - theirs and not v.places_in(*v.tree.span(r.first))


_ALLIED = frozenset({"UN", "NATO", "EU", "AU", "ECOWAS", "COALITION", "SADC", "CSTO", "OSCE", "MNJTF"})


def _is_wish(r: Reading) -> bool:
    """ "A fifth of the soldiers want to go home": what men wish; what a state wants is a demand."""
    tree, v = r.view.tree, r.view
    above = tree.heads[r.first]
    who = tree.subject(above)
    if tree.labels[r.first] != "xcomp" or tree.keys[above] not in _WISHING or who is None:
        return False
    men = [who, *tree.under(who, {"of"})]
    return any(v.vocabulary.units.get(tree.keys[n]) == "personnel" for n in men)


_WISHING = words("unmeant.wishing")


def _is_state(r: Reading) -> bool:
    """ "The rebels are split into factions", "the force is divided into battalions": how they are."""
    tree, verb = r.view.tree, r.first
    if not r.passive or tree.of(verb, "aux") or tree.keys[verb] not in {"split", "divided", "organised", "organized"}:
        return False
    return bool({tree.keys[c] for c in tree.of(verb, "auxpass")} & {"is", "are"})


def _is_judged(r: Reading) -> bool:
    """ "The exercise is not directed against anybody", "did not aim its deployments at anybody": it takes place all the
    same, and is told elsewhere."""
    tree = r.view.tree
    verb = tree.heads[r.last]
    if r.status != "denied" or tree.labels[r.last] not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    said = {tree.keys[c] for c in (verb, *tree.of(verb, "acomp"))}
    return bool(said & _AIMED) and mood(tree, verb).is_negative


_AIMED = words("unmeant.aimed")


def _is_thing(r: Reading) -> bool:
    """ "Drove into the headquarters building": a house."""
    tree = r.view.tree
    at = r.last
    return tree.keys[at] == "building" and bool(tree.of(at, "compound")) and not tree.under(at, {"of"})


def _is_guarded(r: Reading) -> bool:
    """ "Set up to maintain the ceasefire between A and B": what a mission is for; the truce is told elsewhere."""
    tree, noun = r.view.tree, r.last
    verb = tree.heads[noun]
    if tree.labels[noun] != "dobj" or tree.keys[verb] not in _GUARDING:
        return False
    known = any(tree.keys[c] in {"the", "this", "that", "its", "their"} for c in tree.of(noun, "det", "poss"))
    return known and (tree.tags[verb] in {"VB", "VBG"} and tree.labels[verb] != "ROOT")


_GUARDING = verbs("unmeant.guarding")


_IF = frozenset({"provided", "providing"})


def _is_proviso(r: Reading, at: int) -> bool:
    """ "Stays neutral, provided no column crosses the border": if."""
    tree = r.view.tree
    nxt = tree.keys[at + 1] if at + 1 < len(tree.keys) else ""
    alone = not tree.of(at, "nsubj", "nsubjpass", "aux", "auxpass")
    return alone and tree.keys[at - 1] == "," and (nxt == "that" or any(tree.is_verb(c) for c in tree.children[at]))


def _says_more(r: Reading, noun: int) -> bool:
    """ "The 115 soldiers who are due back from X in May": how many, whence and when is told of no other clause."""
    tree, view = r.view.tree, r.view
    counted = any(q.number <= noun <= q.last for q in view.quantities)
    placed = any(tree.clause(p.first) == r.first for p in view.spotted.places)
    return counted and placed and any(tree.clause(at) == r.first for at, _ in view.timed)


def _counts_presence(r: Reading) -> bool:
    """ "Maintains a presence of 900 soldiers": how many are there, not that a mission goes on."""
    if r.code != "continue_mission" or r.trigger.lemma.split()[0] not in {"maintain", "keep", "sustain", "retain"}:
        return False
    return any(r.object[0] <= q.number < r.object[1] and q.unit in COUNTED for q in r.view.quantities)


def _is_prevented(r: Reading) -> bool:
    """ "Shut the road so that they can't get in", "to stop them from leaving", "hills that no soldier could enter":
    what is made impossible, or a place told by it; nobody says that it does not happen."""
    tree, verb = r.view.tree, r.first
    head, label = tree.heads[verb], tree.labels[verb]
    if label == "pcomp" and tree.keys[head] == "from":
        above = tree.heads[head]
        return tree.keys[above] in _HINDERING and any(tree.keys[c] == "to" for c in tree.of(above, "aux"))
    if label == "advcl" and "so" in {tree.keys[c] for c in (*tree.of(verb, "mark"), *tree.of(verb, "advmod"))}:
        return mood(tree, verb).is_negative
    could = any(tree.keys[c] in {"could", "can"} for c in tree.of(verb, "aux"))
    subject = tree.subject(verb)
    return (
        label == "relcl"
        and could
        and subject is not None
        and any(tree.keys[c] == "no" for c in tree.of(subject, "det"))
    )


_HINDERING = frozenset({"prevent", "stop", "keep", "deter", "hinder", "block"})


def _is_capability(r: Reading) -> bool:
    """ "They can fire missiles that reach the coast", "will be enough to fight the rebels"."""
    tree, verb = r.view.tree, r.first
    if tree.labels[verb] in {"xcomp", "acl", "advcl"} and tree.tags[verb] == "VB":
        near = {tree.keys[k] for k in range(max(0, verb - 3), verb)}
        return bool(near & {"enough", "sufficient"})
    above = (
        tree.clause(tree.heads[verb]) if tree.labels[verb] == "relcl" and tree.tags[verb] in {"VBP", "VBZ"} else verb
    )
    return any("can" in {tree.keys[c] for c in tree.of(k, "aux")} for k in (verb, above))


def _is_figure(r: Reading) -> bool:
    tree = r.view.tree
    if tree.keys[r.first + 1 : r.first + 3] == ("down", "with"):
        return True  # "came down with fever"
    into = [p for p in tree.of(r.first, "prep") if tree.keys[p] in {"into", "to", "in"}]
    return any(tree.keys[n] in _FIGURES for p in into if p > r.last for n in tree.of(p, "pobj", "pcomp"))


def _is_nationality(r: Reading) -> bool:
    """ "Most of the soldiers come from Nepal": whose they are."""
    tree = r.view.tree
    habitual = tree.tags[r.first] in {"VBZ", "VBP"} and not tree.of(r.first, "aux")
    ways = {tree.keys[p] for p in tree.of(r.first, "prep")}
    return habitual and "from" in ways and not ways & {"to", "into", "on", "by"}


def _is_reason_asked(r: Reading) -> bool:
    """ "asked why the soldiers were there at all"."""
    tree = r.view.tree
    clause = tree.clause(r.first)
    asked = any(tree.keys[c] == "why" for c in tree.of(clause, "advmod"))
    return asked and tree.labels[clause] in {"ccomp", "advcl", "pcomp"} and tree.keys[tree.heads[clause]] in _ASKING


def _only_tells_apart(r: Reading) -> bool:
    """ "fighters who had left their posts came back", "the operation that began in May goes on": a relative clause
    without a comma says which ones are meant."""
    tree = r.view.tree
    if r.code == "policing" and tree.labels[r.first] == "acl" and tree.tags[r.first] == "VBG":
        return tree.keys[r.first - 1] != "," and tree.heads[r.first] < r.first  # "the troops guarding the border"
    if tree.labels[r.first] != "relcl" or r.type_code not in {"withdrawal", "mission_start"}:
        return False
    start = tree.span(r.first)[0]
    noun = tree.heads[r.first]
    led = any(tree.labels[c] == "prep" and c < r.first for c in tree.children[r.first])  # "by which date they had left"
    if led or start == 0 or start != noun + 1 or tree.keys[noun] in {"first", "last", "next"}:
        return False
    own = set(tree.keys[start : r.first])
    is_subject = tree.subject(r.first) == noun
    if r.type_code == "mission_start":
        return is_subject
    if _says_more(r, noun):
        return False
    v = r.view.vocabulary
    is_force = (
        "who" in own
        or tree.keys[noun] in v.classes["movers"] | v.classes["sites"] | _GROUND
        or tree.keys[noun] in v.units
    )
    return is_force and bool(own & {"that", "which", "who", "whom"})
