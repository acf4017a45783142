"""What moves: is the noun that a verb moves, or that moves by itself, a part of an armed force?

A phrase is judged by its head noun, past words that only measure ("the last of", "a batch of"), and by each of the
nouns joined with it: troops, units, equipment, a force or a state by name, a pronoun that stands for such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..clauses import View
from ..forces.composed import parts
from ..geography.itself import itself
from ..language.classes import nouns, words
from ..language.grammar import set_of
from ..reading import Reading
from .forces import strong

#: Words that measure out a part of what follows "of"; alone they stand for troops already spoken of.
MEASURES = frozenset(
    (
        "last first second fourth fifth another rest remainder most some many all part parts half several few none "
        "others other batch batches "
        "group  groups number numbers thousand thousands hundred hundreds dozen dozens ten tens score scores "
        "handful couple  majority bulk third quarter two-thirds one two three four five six seven eight nine "
        "remnants lot total kind  lots element elements wave waves proportion portion share percentage percent cent "
        "fraction each both any latter former newcomers more sides load loads planeload planeloads boatload boatloads "
        "trainload trainloads "
        "truckload truckloads busload busloads shipload shiploads"
    ).split()
)
_MONEY = frozenset("$ € £ % percent million billion trillion dollars euros km miles per".split())
_PRONOUNS = frozenset(
    "nobody they them it these those theirs ours who whom which that we us anybody anyone none themselves "
    "itself".split()
)
#: People, things and bodies that are no force, though they may stand beside one.
CIVIL = (
    nouns("civilian")
    | nouns("goods")
    | set_of(
        "people persons staff body bodies coffin coffins remains corpse corpses casualties dead wounded injured "
        "embassy police delegation minister president envoy ambassador official officials prisoners prisoner detainees "
        "detainee captives inmates suspects"
    )
)
PEOPLE = CIVIL - frozenset(
    (
        "people persons body bodies embassy aid food grain wheat oil goods relief medicine fuel gas flour cargo "
        "minister president  envoy ambassador official officials staff police remains dead women men"
    ).split()
)
_AID = nouns("goods") - set_of("oil fuel gas cargo")
_CIVIL_USE = words("movers.civil_use")
#: Nouns that are a force's only where something else says so.
_SOFT = words("soft_mover")
#: Such as the lists of military nouns don't have.
GUARDS = nouns("armed_men")
#: "F-16s", "Su-35", "Il-76s", "MQ-9": aircraft, armour and missiles go by a letter and a number.
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}$")
#: "H145Ms", "A400M", "T90": the same without a hyphen; motorways ("M4") have a letter and a digit.
_JOINED = re.compile(r"(?:[A-Z]{1,3}\d{2,4}[A-Z]{0,2}|[A-Z]{2,4}\d{1,4}[A-Z]{0,2})s?$")


FIRED = words("movers.fired")
DRONES = frozenset("drone drones uav uavs".split())
#: Equipment that one state gives to another.
ARMS = (
    FIRED
    | DRONES
    | frozenset(
        (
            "tank tanks howitzer howitzers launcher launchers ammunition weapon weapons munitions interceptors rifles "
            "supplies equipment hardware vehicles materiel guns mortars radar radars system systems defences batteries"
        ).split()
    )
)


def head_nouns(view: View, head: int, depth: int = 0) -> Iterator[int]:
    """The head nouns of a phrase: its own, past a measure's "of", and those joined to it by "and"."""
    tree = view.tree
    if depth > 4:
        return
    inner = [n for n in tree.under(head, {"of"}) if n > head]
    measure = view.key(head) in MEASURES or tree.tags[head] in {"CD", "JJ", "JJS", "JJR", "DT"}
    if measure and inner:
        yield from head_nouns(view, inner[0], depth + 1)
    elif view.key(head) in nouns("road_body") | {"team", "teams", "cells"} and inner:
        yield inner[0]  # a convoy of refugees is none of troops
        yield head
    else:
        yield head
    for c in tree.of(head, "conj", "appos"):
        if not tree.is_verb(c) and not any(view.key(d) == "no" for d in tree.of(c, "det")):  # "drones but no soldiers"
            yield from head_nouns(view, c, depth + 1)


def _modifiers(view: View, noun: int) -> set[str]:
    tree = view.tree
    return {view.key(c) for c in tree.of(noun, "compound", "amod", "nmod", "poss") if c < noun}


def kind(view: View, noun: int) -> str:
    """How a noun can move: "force" (troops, units, equipment, named ones), "soft" (a ship, a
    team: a force's, if the text is of forces), "state", "them" (a pronoun, a number, the people of a nation), "civil"
    or "" (nothing that concerns us)."""
    key, tree = view.key(noun), view.tree
    covering = view.forces_in(noun, noun + 1)
    named = [f for f in covering if f.codes]
    classes = view.vocabulary.classes
    if tree.tags[noun] == "CD" and {view.key(k) for k in (noun - 2, noun - 1, noun, noun + 1)} & _MONEY:
        return ""
    if key in {"police", "policemen", "engineers"} and "military" in _modifiers(view, noun):
        return "force"
    if key in {"company", "companies", "squadron", "group", "team", "teams"} and _modifiers(view, noun) & _BRANCHES:
        return "force"
    if key == "body" and _modifiers(view, noun) & _PARTIES:
        return "force" if view.is_military else ""
    if _modifiers(view, noun) & _OUT_OF_ACTION:
        return "civil" if key in view.vocabulary.classes["personnel"] | GUARDS else ""
    if key in _ONE_MAN and _modifiers(view, noun) | view.words_in(noun - 2, noun) == {"the"}:
        return "civil"  # "the soldier came home and opened a bakery"
    if key in _BODIES and _modifiers(view, noun) & _CIVIL_WORK:
        return "civil"
    if key in CIVIL and not any(f.is_military for f in named):
        return "civil"
    if key in {"monitors", "observers", "mission"} and view.words_in(*tree.span(noun)) & {"osce", "eumm", "eu"}:
        return "civil"
    if any(f.noun == "people" for f in named):
        return "civil" if "ethnic" in _modifiers(view, noun) else "them"
    if key in _CARRIERS and carries(view, noun) or any(parts(tree, noun)):
        return "force"  # "a mission made up of soldiers from X and Y"
    if (key in _CARRIERS or designation(view, noun)) and _of_civilians(view, noun):
        return "civil"
    if key in {"party", "parties"} and _modifiers(view, noun) & _PARTIES:
        return "force" if view.is_military else ""
    if key == "command" and any(view.key(p) == "of" for p in tree.of(noun, "prep")):
        return ""  # "command of the brigade"
    if key in classes["movers"] or any(f.is_military for f in covering) or _ends_class(view, noun):
        use = _modifiers(view, noun)
        if use & _CIVIL_USE and key in _SOFT and not use & classes["military_context"]:
            return "civil"
        if key in _SOFT and not named and not use & classes["military_context"] and not _of_force(view, noun):
            return "soft" if view.is_military else ""
        return "force"
    if any(strong(f) for f in named):
        return "state"
    if key in _SOFT and _modifiers(view, noun) & {"military", "army", "naval"}:
        return "force"
    if key in GUARDS or _named_craft(view, noun):
        return "force"
    craft = view.vocabulary.units.get(key) in {"aircraft", "ships"}
    if (key in _SOFT or craft) and view.is_military:
        return "force" if craft and key not in _SOFT and view.toks[noun].text[:1].isupper() else "soft"
    if key in _PRONOUNS or key in MEASURES or tree.tags[noun] == "CD" or key == "own" and tree.of(noun, "poss"):
        return "them"
    if any(
        q.unit in {"personnel", "units", "aircraft", "ships", "vehicles"} and q.number <= noun <= q.last
        for q in view.quantities
    ):
        return "force" if key not in MEASURES else "them"
    return ""


_ONE_MAN = frozenset("soldier trooper sailor airman paratrooper peacekeeper serviceman conscript rifleman".split())
_BODIES = words("movers.bodies")
_CIVIL_WORK = words("movers.civil_work")
_OUT_OF_ACTION = words("movers.out_of_action")
_BRANCHES = words("movers.branches")
#: What troops and tanks travel on.
_CARRIERS = nouns("conveyance") | nouns("road_body")
_PARTIES = words("movers.parties")


def carries(view: View, noun: int) -> bool:
    """ "trains carrying tanks", "two ferries with soldiers on board"."""
    tree = view.tree
    load = [n for v in tree.of(noun, "acl") if tree.tags[v] == "VBG" for n in tree.of(v, "dobj")]
    load += tree.under(noun, {"with"})
    movers = view.vocabulary.classes["movers"] - {"crew", "crews", "supplies", "missiles", "missile", "weapons"}
    return any(view.key(n) in movers or designation(view, n) for n in load)


def _of_civilians(view: View, noun: int) -> bool:
    """ "lorries with refugees", "a C-17 with ten tons of blankets"."""
    tree = view.tree
    load = tree.under(noun, {"with", "of"})
    load += [n for v in tree.of(noun, "acl") if tree.tags[v] == "VBG" for n in tree.of(v, "dobj")]
    return any(view.key(n) in PEOPLE | _AID for n in [*load, *(i for n in load for i in tree.under(n, {"of"}))])


def _of_force(view: View, noun: int) -> bool:
    """ "ships of the Baltic Fleet"."""
    tree = view.tree
    inner = tree.under(noun, {"of"})
    return any(f.is_military and (f.codes or view.key(n) not in _SOFT) for n in inner for f in view.forces_in(n, n + 1))


def _ends_class(view: View, noun: int) -> bool:
    """ "coast guard", "air defences", "coastal defence systems": the noun ends one of several words."""
    if view.key(noun) in _WEAPONS and (view.key(noun - 1) in _SYSTEMS or _is_make(view, noun - 1)):
        return True
    return any(
        view.has_class(at, noun + 1, "movers") for at in (noun - 1, noun - 2) if at >= 0 and view.tree.heads[at] == noun
    )


def _is_make(view: View, at: int) -> bool:
    """ "Its Typhon system", "two Nmesis launchers", "the S-400 system": the name of a weapon, not of a land."""
    if not (at > 0 and view.is_military and (view.toks[at].text[:1].isupper() or view.key(at - 1) == "-")):
        return False
    named = [*view.forces_in(at, at + 1), *(p for p in view.spotted.places if p.first <= at <= p.last)]
    return view.tree.tags[at][:3] in {"NNP", "CD", "NN"} and not named


_WEAPONS = frozenset("system systems launcher launchers".split())
_SYSTEMS = frozenset("defence defense missile rocket radar weapons".split())


def _named_craft(view: View, noun: int) -> bool:
    """ "the frigate Alsace", "F-16s", "Reaper drones": a name beside the noun of a ship or unit, or a designation."""
    tree = view.tree
    if tree.tags[noun][:3] not in {"NNP", "NN", "NNS", "CD", "POS"}:
        return False
    if any(
        view.key(c) in view.vocabulary.classes["movers"] for c in tree.of(noun, "compound", "amod", "nmod") if c < noun
    ):
        return view.toks[noun].text[:1].isupper()
    return designation(view, noun)


def designation(view: View, noun: int) -> bool:
    """ "F-16s", "C-130", "the T-72 and T-80 tanks": capitals, a hyphen, a number, somewhere in the phrase."""
    start = view.tree.span(noun)[0]
    toks, first = view.toks, noun
    while first and toks[first - 1].end == toks[first].start and noun - first < 4:
        first -= 1
    if _JOINED.match("".join(t.text for t in toks[first : noun + 1])):
        return True
    return any(
        _DESIGNATION.match(view.toks[at].text) and view.key(at + 1) == "-" and view.key(at + 2).isdecimal()
        for at in range(max(start, noun - 6), noun + 1)
    )


def place_at(view: View, noun: int) -> bool:
    """A place or a site is what the noun names, or a part of one."""
    if view.key(noun) in _SHARES:
        inner = view.tree.under(noun, {"of"})
        if any(place_at(view, n) for n in inner if n > noun):
            return True
    if view.key(noun) in {"locations", "places"}:  # "locations in Germany and Poland"
        return any(place_at(view, n) for n in view.tree.under(noun, {"in", "on", "across"}))
    return (
        any(p.first <= noun <= p.last for p in view.spotted.places)
        or view.key(noun) in view.vocabulary.classes["sites"]
        or view.key(noun) in _AREAS
        or view.key(noun) in {"there", "here"}
        or view.key(noun) in {"it", "them"}
        and itself(view, noun) is not None
        or (view.key(noun) == "place" and view.tree.labels[noun] == "dobj" and view.key(noun - 1) in {"the", "that"})
    )


def has_place(r: Reading, prepositions: frozenset[str]) -> bool:
    """Where it goes or comes from is said: a place, a site or "there" hangs on the verb or noun."""
    v = r.view
    return any(p in prepositions and place_at(v, v.tree.top(s, e)) for p, s, e in r.phrases[:4])


def of_antecedent(r: Reading) -> bool:
    """ "The town, where two battalions had been sent", "the base to which they moved": the place is what the clause
    is said of."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or tree.labels[r.first] != "relcl" or not place_at(v, tree.heads[r.first]):
        return False
    preps = [c for c in tree.of(r.first, "prep") if tree.keys[c] in _LEADING]
    which = any(tree.keys[n] == "which" for c in preps for n in tree.of(c, "pobj"))
    return which or any(tree.keys[c] == "where" for c in tree.of(r.first, "advmod"))


_LEADING = frozenset({"to", "into", "from"})
_SHARES = words("movers.shares")
_AREAS = words("area")
