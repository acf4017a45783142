"""The state that asks for troops, lets them in, has them on its soil or bids them go: where they come to or leave, if
nothing else says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ....lexicon import country_places
from ..clauses import View
from ..language.classes import verbs
from ..language.inflection import inflected
from ..mentions import PlaceMention
from ..reading import Reading
from .discourse import SENDERS, PlaceMemory, country_mention, country_of
from .placekinds import LANDS

_HOSTING = verbs("hosts.hosting")
#: What a state does with the ships and men of another that come for a drill.
HOSTING_GUESTS = verbs("hosts.of_guests")
_SOIL = frozenset({"soil", "territory"})


def host(r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
    """The state that is the subject of a host's verb, or on whose soil they will be; not the force's own."""
    view, tree = r.view, r.view.tree
    if r.type_code == "withdrawal":
        return _bidden(r, actors)
    is_on_soil = any(view.words_in(s, e) & _SOIL and view.words_in(s, e) & {"its", "their"} for _, s, e in r.phrases)
    for verb in (r.first, *tree.ancestors(r.first)):
        if not tree.is_verb(verb) or not (is_on_soil or tree.keys[verb] in _HOSTING):
            continue
        subject = tree.subject(verb)
        if subject is not None and (found := _state(view, subject, actors)) is not None:
            return replace(found, why="host")
    return None


def wisher(r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
    """ "Tajikistan has no wish for an American base": it would stand in the land of who wishes or allows it."""
    subject = r.subject_head if r.code in {"want_base", "plan_base"} and not r.passive else None
    found = None if subject is None else _state(r.view, subject, actors)
    return None if found is None else replace(found, why="host")


def promised(r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
    """ "Germany promised the Lithuanians a brigade", "offered Latvia a battalion": to whose country it would go."""
    if r.code not in {"promise", "offer"} or r.trigger.kind != "verb" or r.passive:
        return None
    takers = [n for n in r.view.tree.of(r.first, "dative") if n > r.last]
    codes = [c for n in takers for f in r.view.forces_in(n, n + 1) for c in f.codes if c not in actors]
    return country_mention(codes[0], "host") if len(codes) == 1 and codes[0] in country_places() else None


def of_exercise(r: Reading) -> PlaceMention | None:
    """ "Jordan will host a drill", "has hosted French troops for a drill": it is held in the host's land."""
    tree, noun = r.view.tree, _hosted(r)
    verb = tree.heads[tree.first_conjunct(noun)]
    hosting = inflected("host") if noun == r.last else HOSTING_GUESTS
    is_host = r.trigger.kind == "noun" and tree.labels[noun] == "dobj" and tree.keys[verb] in hosting
    above = next((v for v in (verb, *tree.ancestors(verb)) if is_host and tree.subject(v) is not None), None)
    subject = None if above is None else tree.subject(above)
    found = None if subject is None else _state(r.view, subject, ())
    return None if found is None else replace(found, why="host")


def _hosted(r: Reading) -> int:
    """The noun under the host's verb: the drill, or those who come for it."""
    tree, prep = r.view.tree, r.view.tree.heads[r.last]
    if tree.keys[prep] == "of" and tree.labels[tree.heads[prep]] == "pobj":
        prep = tree.heads[tree.heads[prep]]  # "for four days of drills"
    if tree.labels[r.last] != "pobj" or tree.keys[prep] not in {"for", "during"}:
        return r.last
    over = tree.heads[prep]
    return next((n for n in tree.of(over, "dobj")), r.last) if tree.is_verb(over) else over


def of_air_defence(r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
    """ "Oman's air defences shot down two drones": what guards a land's sky does so over that land."""
    subject = r.view.tree.agent(r.first) if r.passive else r.subject_head
    if r.code != "shot_down" or subject is None or len(actors) != 1 or actors[0] in _AFAR:
        return None
    is_own = r.view.key(subject) in {"defences", "defenses", "defence", "defense"}
    return country_mention(actors[0], "host") if is_own else None


#: Their batteries stand in many lands.
_AFAR = frozenset({"USA", "FRA", "GBR", "DEU", "RUS", "ISR"})


def _bidden(r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
    """ "Mali's junta told the French to leave", "the Iraqi parliament voted to expel foreigners": out of that state.
    One that has troops in many lands may speak of any of them, unless it saw them leave."""
    view, tree = r.view, r.view.tree
    for verb in tree.ancestors(r.first):
        if tree.keys[verb] in _SEEING and (subject := tree.subject(verb)) is not None:
            return replace(found, why="host") if (found := _state(view, subject, actors)) is not None else None
        if tree.is_verb(verb) and tree.keys[verb] in verbs("bid") and (subject := tree.subject(verb)) is not None:
            found = _state(view, subject, actors) or _nation(view, subject, actors)
            return None if found is None or found.place.country_code in SENDERS else replace(found, why="host")
    return None


#: "Lithuania saw the last of them leave".
_SEEING = inflected("see")


def _nation(view: View, subject: int, actors: tuple[str, ...]) -> PlaceMention | None:
    """The country whose adjective a subject bears: "the Malian junta"."""
    own = [f for f in view.forces_in(*view.tree.span(subject)) if f.form in {"demonym", "unit"}]
    codes = {c for f in own for c in f.codes}
    return country_mention(codes.pop()) if len(codes) == 1 and not codes & set(actors) else None


def _state(view: View, subject: int, actors: tuple[str, ...]) -> PlaceMention | None:
    """The country that a subject names, if only as an owner: "Mali", "Mali's parliament"."""
    start, end = view.tree.span(subject)
    return next(
        (
            p
            for p in view.spotted.places
            if start <= p.first <= subject < end
            and p.place.kind_code == "country"
            and p.form in {"bare", "owner"}
            and p.place.country_code not in actors
        ),
        None,
    )


def host_of_deal(memory: PlaceMemory, actors: tuple[str, ...]) -> PlaceMention | None:
    """Where a deal of two states plays, if it does not say: in the one that the text is about, else in the one that
    is not known for sending troops abroad."""
    states = [a for a in actors if len(a) == 3 and a in country_places()]
    if len(states) < 2:
        return None
    if memory.section is not None and memory.section.place.country_code in states:
        return country_mention(str(memory.section.place.country_code), "heading")
    if memory.about in states:
        return memory.whole(memory.about, "host", "agreement")
    share = memory.weights.get
    if share(memory.about, 0.0) > max(0.25, *(1.5 * share(s, 0.0) for s in states)):
        return memory.whole(memory.about, "theme", "agreement")  # what two outsiders agree on
    for s in states:
        if any(o != s and o in memory.by_force and country_of(memory.by_force[o]) == s for o in states):
            return memory.whole(s, "host", "agreement")  # where the other one's troops are
    hosts = [s for s in states if s not in SENDERS]
    if not hosts:
        return None
    here = Counter(country_of(t.mention) for t in memory.spoken())  # where the text plays, if it plays in one of them
    return memory.whole(max(hosts, key=lambda s: here[s]), "host", "agreement")


def widened(memory: PlaceMemory, found: PlaceMention, actors: tuple[str, ...]) -> PlaceMention:
    """The land of a town or site that the text named last, unless these forces were said to be there."""
    code, own = country_of(found), [memory.by_force[a].place.name for a in actors if a in memory.by_force]
    is_wide = found.why != "last" or found.place.kind_code in LANDS | _WIDE
    if code is None or code in actors or is_wide or found.place.name in own:
        return found
    return memory.whole(code, "theme") or found


_WIDE = frozenset({"country", "admin1", "island", "theatre", "area", "border_area"})
