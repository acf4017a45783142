"""What a frame needs to be believed, one predicate a need; triggers.yaml names them."""

from __future__ import annotations

from collections.abc import Callable

from .clauses import RELATIVES, View
from .grammar import AIR_WEAPONS, DEAL_SIGNS, DETAINEES, HITTING, IRREGULARS
from .mentions import ForceMention
from .reading import Reading, content, noun_spans

_PRESENCE = frozenset("presence footprint deployment posture contingent occupation garrison numbers".split())
_PERSONS = frozenset(
    (
        "people civilians residents refugees families migrants students tourists displaced inhabitants villagers "
        "staff diplomats children women nationals players coach hostages"
    ).split()
)
_LABOUR = frozenset(
    (
        "workers union unions teachers drivers nurses pilots staff labour labor wage pay pickets employees "
        "railway goalkeeper striker goal league match season"
    ).split()
)
_PROJECTILES = frozenset(
    (
        "drone drones missile missiles rocket rockets jet jets aircraft helicopter uav uavs projectile "
        "projectiles shahed shaheds"
    ).split()
)
_TARGETS = frozenset(
    (
        "target targets position positions site sites base bases depot depots facility facilities militants "
        "fighters militia militias convoy convoys hideout hideouts headquarters warehouse warehouses launcher "
        "launchers camp camps cell cells leader leaders commander commanders drone drones missile missiles rocket "
        "rockets infrastructure airport airfield port village villages town towns city stronghold strongholds "
        "refinery refineries substations plant plants ammunition bridge positions"
    ).split()
)
_ALLIANCES = frozenset("nato coalition alliance csto aukus quad eu pact bloc treaty".split())


def _only_number(view: View, spans: list[tuple[int, int]]) -> bool:
    """ "sent 1,000 of its own": a number stands for the troops spoken of."""
    return any(q.noun == "them" and s <= q.number < e for q in view.quantities for s, e in spans)


def _is_mover(view: View, span: tuple[int, int], military_only: bool = True) -> bool:
    if view.has_class(*span, "movers"):
        return True
    return any(f.is_military or not military_only and not f.is_weak for f in view.forces_in(*span))


def _mover(r: Reading, _: str) -> bool:
    v = r.view
    if any(_is_mover(v, s) for s in noun_spans(r)):
        return True
    if r.trigger.kind == "noun":
        return (
            any(_strong(f) for s in noun_spans(r)[:3] for f in v.forces_in(*s))
            or _is_mover(v, (max(0, r.first - 2), r.first))
            or _near_troops(r)
        )
    if _is_mover(v, r.subject) and not r.passive:
        return True
    if any(p == "of" and _is_mover(v, (s, e)) for p, s, e in r.phrases[:2]):
        return True
    if (
        v.is_military
        and not r.passive
        and any(p.is_site for p in v.places_in(*r.object))
        and r.code in {"leave", "withdraw"}
    ):
        return True
    if (
        v.is_military
        and not r.passive
        and r.code in {"leave", "withdraw", "deploy"}
        and v.words_in(*r.subject) & {"they", "them"}
        and (not content(v, *r.object) or r.code != "leave")
    ):
        return True  # "a thousand of them had left", "they withdrew"
    # "the Americans left a smaller site", "twenty-five of them left Addu": people or a pronoun, and a place
    if (
        v.is_military
        and not r.passive
        and (
            v.words_in(*r.subject) & _THEM
            or any(f.noun == "people" for f in v.forces_in(*r.subject))
            or any(q.unit == "personnel" and r.subject[0] <= q.number < r.subject[1] for q in v.quantities)
        )
    ):
        if (
            v.places_in(*r.object)
            or v.has_class(*r.object, "sites")
            or any(
                p in {"from", "to", "in", "at", "near", "for", "into"} and v.places_in(s, e)
                for p, s, e in r.phrases[:2]
            )
        ):
            return True
    # "Russia withdrew from Kherson", "France will leave Niger": a state acts, a place follows
    if any(_strong(f) for f in v.forces_in(*r.subject)) and (
        v.places_in(*r.object)
        or any(p in {"from", "to", "in", "at", "near"} and v.places_in(s, e) for p, s, e in r.phrases[:2])
    ):
        return _near_troops(r) or r.code in {"withdraw", "deploy", "relocate"}
    return (
        _near_troops(r)
        and r.trigger.kind == "verb"
        and r.code in {"withdraw", "deploy", "station"}
        and v.key(r.subject[1] - 1) in {"they", "it", "which", "who"}
    )


_BACKWARD = frozenset("the this that its their full complete phased partial total such".split())
_THEM = frozenset(
    (
        "they them others part some most all many rest remainder former latter newcomers thousand hundred dozen "
        "half these those last"
    ).split()
)


def _strong(f: ForceMention) -> bool:
    return not f.is_weak and (f.is_military or f.form in {"name", "capital", "metonym", "group", "unit", "demonym"})


def _near_troops(r: Reading) -> bool:
    return r.view.has_class(0, len(r.view.toks), "movers") or any(f.is_military for f in r.view.spotted.forces)


def _subject(r: Reading, arg: str) -> bool:
    v = r.view
    span = r.subject
    if r.trigger.kind == "noun":
        spans = [*noun_spans(r), span]
    else:
        spans = [(s, e) for p, s, e in r.phrases if p == "by"] if r.passive and arg == "force" else [span]
    if arg == "mover":
        if (
            v.is_military
            and r.trigger.kind == "verb"
            and r.trigger.lemma != "be"
            and (v.key(span[1] - 1) in {"they", "which", "who"} or v.words_in(*span) & {"them", "others", "newcomers"})
        ):
            return True
        return any(_is_mover(v, s) or any(f.noun == "people" and not f.is_weak for f in v.forces_in(*s)) for s in spans)
    if arg == "materiel":
        return any(v.has_class(*s, "materiel") for s in spans)
    if arg == "mission":
        return any(v.has_class(*s, "missions") for s in spans) or any(
            f.form == "group" and f.theatre for s in spans for f in v.forces_in(*s)
        )
    if arg == "force":
        if any((_strong(f) or f.is_military) and not _in_relative(v, s[0], f) for s in spans for f in v.forces_in(*s)):
            return True
        return (
            any(v.key(k) in {"it", "they", "which", "who"} for s in spans for k in range(*s))
            or r.trigger.kind == "verb"
            and not r.passive
            and span[1] - span[0] <= 1
        )
    return False


def _in_relative(view: View, start: int, f: ForceMention) -> bool:
    """ "the drone that killed US troops": the force stands in a clause about the subject, it is not the subject."""
    return any(view.key(k) in RELATIVES | {"that"} for k in range(start + 1, f.first))


def _object(r: Reading, arg: str) -> bool:
    v = r.view
    spans = noun_spans(r)
    if (
        r.trigger.kind == "verb"
        and not r.passive
        and r.code in {"end_mission", "level_change", "open_base", "close_base"}
        and r.object[0] == r.object[1]
    ):
        spans.append(r.subject)  # "the mission ends", "the base closed"
    if arg == "mission" and r.trigger.kind == "verb" and not r.passive and r.object[1] == r.object[0]:
        spans.append(r.subject)
    words: set[str] = set()
    for s in spans:
        words |= v.words_in(*s)
    classes = {"site": "sites", "mission": "missions", "deal": "deals", "mover": "movers", "materiel": "materiel"}
    if arg == "site":
        if (
            words & {"it", "them"}
            and r.code == "hand_over"
            and any(p.is_site and p.last < r.first for p in v.spotted.places)
        ):
            return True  # "leave the base and hand it over"
        return (
            any(v.has_class(*s, "sites") for s in spans)
            and _military_site(r, spans)
            or any(p.is_site for s in spans for p in v.places_in(*s))
        )
    if arg == "mission":
        return any(v.has_class(*s, "missions") for s in spans) or any(
            f.form == "group" and f.theatre for s in spans for f in v.forces_in(*s)
        )
    if arg == "mover" and v.key(len(v.toks) - 1) == ":" and not content(v, *r.object):
        return True  # "will send there:", what is sent stands in the list that follows
    if arg == "mover":
        return any(_is_mover(v, s) for s in spans) or v.is_military and _only_number(v, spans)
    if arg == "detainee":
        return bool(words & DETAINEES)
    if arg == "reinforcements":
        return bool(words & {"reinforcements", "reinforcement", "additional", "more", "extra", "further"}) and any(
            _is_mover(v, s) for s in spans
        )
    if arg == "presence":
        return bool(words & {"presence", "occupation", "footprint", "deployment"})
    if arg in {"presence_or_site", "site_or_presence"}:
        return (
            bool(words & {"presence", "footprint", "garrison", "foothold"})
            or any(v.has_class(*s, "sites") for s in spans)
            and _military_site(r, spans)
        )
    if arg == "mover_or_presence":
        return bool(words & _PRESENCE) or any(_is_mover(v, s) for s in spans)
    if arg == "mover_or_site":
        return any(_is_mover(v, s) or v.has_class(*s, "sites") for s in spans)
    if arg == "place":
        return any(p.form in {"place", "bare"} for s in spans for p in v.places_in(*s))
    if arg == "place_or_site":
        if any(p.first > r.last and p.form == "place" and v.cost(r.last, p.first) < 1.0 for p in v.spotted.places):
            return True
        return (
            any(p.form in {"place", "bare"} for s in spans for p in v.places_in(*s))
            or any(v.has_class(*s, "sites") for s in spans)
            and _military_site(r, spans)
            or bool(
                words & {"areas", "territory", "swathes", "towns", "villages", "hills", "heights", "summit", "area"}
            )
        )
    if arg == "alliance":
        return bool(words & _ALLIANCES)
    if arg == "cooperation":
        return (
            "cooperation" in words
            or "co-operation" in words
            or bool(words & {"partnership", "ties"} and words & {"military", "defence", "defense", "security"})
        )
    if arg == "projectile":
        return bool(words & _PROJECTILES)
    if arg == "deal":
        near = r.passive and v.has_class(max(0, r.first - 12), r.first, "deals")
        return near or any(v.has_class(*s, "deals") for s in spans)
    if arg == "own_force":
        return (
            any(_own_force(r, f) for s in spans for f in v.forces_in(*s))
            or (any(v.has_class(*s, "sites") for s in spans) and _military_site(r, spans))
            or any(p.is_site for s in spans for p in v.places_in(*s))
        )
    if arg == "enemy":
        return bool(words & _TARGETS) or any(f.codes or f.is_military for s in spans for f in v.forces_in(*s))
    return any(v.has_class(*s, classes[arg]) for s in spans)


_CIVIL_SITES = frozenset(
    (
        "camp camps site sites post posts point points position positions facility facilities hub headquarters "
        "compound fort stronghold"
    ).split()
)


def _military_site(r: Reading, spans: list[tuple[int, int]]) -> bool:
    """ "camp", "site", "facility" alone may be civil: a force or a military word has to stand in the sentence."""
    words = set().union(*(r.view.words_in(*s) for s in spans))
    plain = words & r.view.vocabulary.classes["sites"]
    if plain - _CIVIL_SITES:
        return not words & {"customer", "data", "fan", "tax", "voter", "support-base", "client"}
    return (
        bool(words & {"military", "army", "naval", "air", "force", "un"})
        or any(f.is_military for f in r.view.spotted.forces)
        or r.view.is_military
        and bool(plain & {"post", "posts", "camp", "camps", "site", "sites", "position", "positions", "headquarters"})
    )


def _own_force(r: Reading, f: ForceMention) -> bool:
    """Killing or shelling it is an attack on a force, not a strike on an armed group: states' and UN troops."""
    if f.form in {"generic", "own"}:
        return f.noun not in IRREGULARS
    return f.is_military and (
        any(len(c) == 3 and c.isalpha() for c in f.codes)
        or bool({"UN", "NATO", "EU", "COALITION", "AU"} & set(f.codes))
    )


def _level(r: Reading, _: str) -> bool:
    """A number of personnel, ships … stands where the level of the change is said."""
    v = r.view
    if r.code == "fewer" and v.key(r.first + 1) == "than":
        return False  # a bound, not a change
    for k, q in enumerate(v.quantities):
        if (
            q.unit in {"personnel", "units", "ships", "aircraft", "bases", "vehicles"}
            and v.cost(q.number, r.first) < 2.0
        ):
            if r.code == "fewer" and (q.last + 1 < r.first - 1 or q.first > r.last):
                continue
            if r.trigger.kind == "verb" and r.code == "level_change":
                span = v.words_in(*r.object) | v.words_in(*r.subject)
                if not (
                    span
                    & (
                        v.vocabulary.classes["movers"]
                        | _PRESENCE
                        | {"number", "numbers", "level", "levels", "strength", "total", "size", "figure", "force"}
                    )
                ):
                    continue
            r.quantity_index = k
            return True
    return False


def _complement(r: Reading, arg: str) -> bool:
    v = r.view
    spans = [r.object, *[(s, e) for p, s, e in r.phrases[:2] if p in {"of", "by"}]]
    if arg == "mover":
        return any(_is_mover(v, s) for s in spans)
    forces = [f for s in [*spans, r.subject] for f in v.forces_in(*s)]
    if v.is_military and any(f.codes and f.last == r.first - 1 for f in v.spotted.forces):
        return True
    if (
        v.is_military
        and any(f.codes and not f.is_weak for f in forces)
        and v.words_in(max(0, r.first - 2), r.first)
        & {"considerable", "permanent", "its", "their", "military", "large", "strong", "continued", "the", "a"}
        and v.key(r.first) in {"presence", "garrison", "foothold"}
    ):
        return True
    return any(f.codes or f.form == "own" or f.is_military for f in forces) and (
        any(
            v.words_in(*s) & {"military", "troop", "troops", "army", "naval", "armed", "force", "forces"} for s in spans
        )
        or any(f.is_military or f.form in {"group"} for f in forces)
    )


def _near_place(r: Reading, _: str) -> bool:
    v = r.view
    return any(p.form != "owner" and v.cost(r.first, p.first) < 2.6 for p in v.spotted.places)


def _adjacent_place(r: Reading, _: str) -> bool:
    """ "are in Syria", "were at the base": a locative phrase right after the verb."""
    v = r.view
    j = r.last + 1
    while v.key(j) in {"still", "now", "already", "also", "currently", "not", "all", "both", "only", "there"}:
        j += 1
    if v.key(j) not in {"in", "at", "on", "near", "inside", "across", "there"}:
        return False
    end = v.tree.span(j + 1)[1] if j + 1 < len(v.toks) else j + 1
    return (
        bool(v.places_in(j + 1, end + 1))
        or v.is_military
        and (
            v.key(j) == "there"
            or bool(
                v.words_in(j + 1, j + 4)
                & {"country", "region", "base", "province", "town", "city", "area", "camp", "island"}
                and v.key(j + 1) in {"the", "that", "this"}
            )
        )
    )


def _on(r: Reading, arg: str) -> bool:
    v = r.view
    for p, s, e in r.phrases[:3]:
        if p in {"on", "against", "at", "near", "of"}:
            if (
                any(_own_force(r, f) for f in v.forces_in(s, e))
                or any(x.is_site for x in v.places_in(s, e))
                or v.has_class(s, e, "sites")
                and _military_site(r, [(s, e)])
            ):
                return True
    return False


def _between(r: Reading, _: str) -> bool:
    v = r.view
    for p, s, e in r.phrases[:3]:
        if p in {"between", "with"}:
            return sum(bool(f.codes) for f in v.forces_in(s, min(len(v.toks), e + 8))) >= (2 if p == "between" else 1)
    return False


def _target(r: Reading, _: str) -> bool:
    v = r.view
    words = v.words_in(*r.patient)
    if any(_own_force(r, f) and f.form not in {"generic"} for f in v.forces_in(*r.patient)) and not any(
        _state_actor(f) for f in v.forces_in(*r.subject)
    ):
        return False
    if v.key(r.first) in {"launched", "launch", "launches", "launching", "fired", "fires", "fire", "firing"}:
        return bool(words & (_PROJECTILES | {"strikes", "airstrikes", "shells", "salvo", "barrage", "rounds"}))
    if v.key(r.first) in HITTING:
        return (
            bool(words & _TARGETS)
            or any(f.codes for f in v.forces_in(*r.patient))
            or (
                bool(v.places_in(*r.patient))
                and (
                    bool(v.words_in(0, len(v.toks)) & AIR_WEAPONS)
                    or any(f.is_military for f in v.forces_in(*r.subject))
                )
            )
        )
    return False


def _state_actor(f: ForceMention) -> bool:
    return any(len(c) == 3 for c in f.codes) or bool({"COALITION", "NATO"} & set(f.codes))


def _military(r: Reading, _: str) -> bool:
    v = r.view
    words = v.words_in(0, len(v.toks))
    return (
        bool(words & v.vocabulary.classes["military_context"])
        or any(f.is_military for f in v.spotted.forces)
        or any(p.is_site for p in v.spotted.places)
    )


def _deal_made(r: Reading, _: str) -> bool:
    """A deal's noun alone: somebody made, seeks or drops it, or it has parties."""
    v = r.view
    left = v.words_in(max(0, r.first - 8), r.first)
    after = v.words_in(r.last + 1, r.last + 9)
    if (
        v.key(r.last + 1) in {"of", "between", "with"}
        and "under" not in left
        and (
            any(w.isdecimal() and len(w) == 4 for w in after)
            or sum(bool(f.codes) for f in v.forces_in(r.last + 1, r.last + 9)) >= 2
        )
    ):
        return True
    named = view_text(v, r.first)[:1].isupper() and r.first > 0 and v.toks[r.first - 1].text[0].isupper()
    if named and "under" not in left and sum(bool(f.codes) for f in v.spotted.forces) >= 1:
        return True
    return bool(left & DEAL_SIGNS) and "under" not in left and sum(bool(f.codes) for f in v.spotted.forces) >= 1


def _agree_to(r: Reading, _: str) -> bool:
    v = r.view
    j = r.last + 1
    window = v.words_in(j, j + 14)
    return (
        v.key(j) in {"to", "on", "with", "that", "in"}
        and sum(bool(f.codes) for f in v.spotted.forces) + len({p.place.country_code for p in v.spotted.places}) >= 2
        and bool(
            window
            & (
                v.vocabulary.classes["military_context"]
                | v.vocabulary.classes["movers"]
                | {"leave", "withdraw", "deploy", "host", "station", "hand"}
            )
        )
    )


def _not_person(r: Reading, _: str) -> bool:
    v = r.view
    span = (
        r.subject
        if not r.passive
        and r.object[0] == r.object[1]
        or r.trigger.words[0] in {"left", "leave", "leaves", "leaving", "enter", "entered"}
        else r.patient
    )
    words = v.words_in(*span)
    return not (words & _PERSONS and not words & v.vocabulary.classes["movers"] - _PERSONS) and not any(
        t.key in {"mr", "president", "minister", "he", "she"} for t in v.toks[r.subject[0] : r.subject[1]][-6:]
    )


def _not_labour(r: Reading, _: str) -> bool:
    return not r.view.words_in(0, len(r.view.toks)) & _LABOUR


def _force(r: Reading, _: str) -> bool:
    v = r.view
    if v.is_military and r.type_code in {"exercise", "patrol"} and v.is_military:
        return True
    return (
        any((f.codes or f.is_military) and not f.is_weak and v.cost(f.last, r.first) < 3.2 for f in v.spotted.forces)
        or any(f.codes and v.cost(f.last, r.first) < 1.0 for f in v.spotted.forces)
        or v.key(r.subject[1] - 1) in {"it", "they", "which", "who", "its"}
    )


def _train_with(r: Reading, _: str) -> bool:
    v = r.view
    words = v.words_in(*r.object)
    return (
        any(f.is_military for f in v.forces_in(*r.object))
        or bool(words & v.vocabulary.classes["personnel"])
        or any(p == "with" and v.forces_in(s, e) for p, s, e in r.phrases[:3])
    )


def _mission_or_force(r: Reading, _: str) -> bool:
    v = r.view
    spans = [r.object, r.subject, *[(s, e) for p, s, e in r.phrases[:2] if p in {"of", "from", "to"}]]
    if not any(v.has_class(*s, "missions") for s in spans) and not any(
        f.is_military and f.codes for f in v.forces_in(*r.subject)
    ):
        return False
    return (
        r.trigger.kind == "verb"
        or any(v.has_class(*s, "missions") for s in spans)
        or "security" in v.words_in(r.last, r.last + 6)
    )


def _no_state_agent(r: Reading, _: str) -> bool:
    """A state's own attack is a strike or an operation of its; what others do to a force is an attack on it."""
    agents = [f for f in r.view.forces_in(*r.object) if f.first < r.first]
    agents += [f for p, s, e in r.phrases if p == "by" for f in r.view.forces_in(s, e)]
    if r.trigger.kind == "verb" and not r.passive:
        agents = r.view.forces_in(*r.subject)
    return not any(_state_actor(f) for f in agents)


_AIR = frozenset(
    "air jets jet warplanes warplane aircraft bombers bomber aerial helicopter helicopters gunships drones".split()
)


def _uncounted(r: Reading, _: str) -> bool:
    return not any(
        q.unit == "personnel" and r.view.cost(r.last, q.number) < 1.5 and q.number > r.last for q in r.view.quantities
    )


def _place_after(r: Reading, _: str) -> bool:
    v = r.view
    return any(
        p in {"in", "at", "on", "near", "across", "inside", "along"} and (v.places_in(s, e) or v.key(s) == "the")
        for p, s, e in r.phrases[:3]
    )


def _existential(r: Reading, _: str) -> bool:
    return "there" in r.view.words_in(r.first - 3, r.first)


def _in_hands_of(r: Reading, _: str) -> bool:
    """ "in the hands of the rebels", "under army control", "still in American hands"."""
    v = r.view
    before = v.words_in(r.first - 4, r.first)
    of = v.key(r.last + 1) == "of" and bool(v.forces_in(r.last + 1, r.last + 6))
    return (
        bool(before & {"in", "under"})
        and (of or any(f.last >= r.first - 3 and f.first < r.first for f in v.spotted.forces))
        and v.is_military
    )


NEEDS: dict[str, Callable[[Reading, str], bool]] = {
    "no_state_agent": _no_state_agent,
    "participle": lambda r, _: r.trigger.form in {"past", "pp"},
    "air": lambda r, _: bool(r.view.words_in(0, len(r.view.toks)) & _AIR),
    "uncounted": _uncounted,
    "place_after": _place_after,
    "existential": _existential,
    "in_hands_of": _in_hands_of,
    "place_or_there": lambda r, _: _place_after(r, "") or "country" in r.view.words_in(r.last, len(r.view.toks)),
    "mover": _mover,
    "subject": _subject,
    "object": _object,
    "level": _level,
    "complement": _complement,
    "place": _near_place,
    "adjacent_place": _adjacent_place,
    "on": _on,
    "between": _between,
    "target": _target,
    "military": _military,
    "deal_made": _deal_made,
    "agree_to": _agree_to,
    "not_person": _not_person,
    "not_labour": _not_labour,
    "force": _force,
    "train_with": _train_with,
    "not_own": lambda r, _: (
        not any(_own_force(r, f) for f in r.view.forces_in(*r.patient))
        or any(_state_actor(f) and not _in_relative(r.view, r.subject[0], f) for f in r.view.forces_in(*r.subject))
    ),
    "mission_or_force": _mission_or_force,
    "to_place": lambda r, _: any(p in {"to", "from", "into"} and r.view.places_in(s, e) for p, s, e in r.phrases[:3]),
    "mover_or_site": lambda r, _: _object(r, "mover_or_site") or _subject(r, "mover") and r.trigger.kind == "noun",
}


def view_text(view: View, i: int) -> str:
    """The word at i as written."""
    return view.toks[i].text


def is_met(r: Reading, need: str) -> bool:
    """Whether a need of a frame is met; `object:site` asks for the need `object` with the argument `site`."""
    name, _, argument = need.partition(":")
    return NEEDS[name](r, argument)
