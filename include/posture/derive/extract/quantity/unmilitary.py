"""Counts of what is no force: civilians, craft of trade, years, a nation's people."""

from __future__ import annotations

from ..arguments import Filler
from ..clauses import View
from ..geography.placed import is_placed
from ..language.classes import nouns, verbs, words
from ..language.grammar import SOFT_COUNTS
from ..needs.movers import GUARDS
from .aside import is_custom, is_of_body
from .implied import serve_as_soldiers
from .quantities import Quantity
from .stocks import Role

#: So many of a nation are no soldiers.
_NATION = 250_000


def not_military(view: View, q: Quantity, filler: Filler, r: Role) -> str:
    """Why what is counted is no force; "" if it is one."""
    if q.unit != "personnel" and q.low is not None and 1900 <= q.low <= 2100 and q.qualifier == "exact":
        return "not_a_level"
    is_one = q.low == 1 == q.high and not (q.unit == "bases" and q.last == q.number)
    if is_one and q.noun != "them" and (q.unit == "personnel" or not _is_apart(view, r)):
        return "not_a_level"
    spotted = view.spotted
    if q.unit == "bases":
        return "" if any(f.codes for f in spotted.forces) or filler.memory.military else "not_military"
    if r.verb is not None and is_custom(view, r.verb) or {"fewer", "less"} & view.words_in(q.number + 1, q.last + 2):
        return "not_a_level"
    if _is_captive(view, q, r) or _is_shown(view, r):
        return "not_a_level"
    if is_of_body(view, q) or q.noun in _REGULARS and _served_once(view, q):
        return "not_military"
    if "short" in {view.key(q.first - 1), view.key(q.last + 1)}:
        return "not_a_level"  # "is short some 900 soldiers", "is 900 soldiers short"
    if q.unit != "personnel" and view.words_in(q.first - 3, q.last + 6) & _CIVIL_CRAFT:
        return "not_military"  # also "five of 12 fishing boats"
    if q.noun in {"strong", "them"}:
        if view.words_in(0, q.last) & _IN_CARE:
            return "not_military"  # "the number of homeless people is put at 3,000"
        known = any(f.codes or f.is_military for f in spotted.forces) or bool(filler.memory.military)
        return "" if known else "not_military"
    if _is_of_mission(view, q, filler):
        return ""
    own = any(f.codes and q.number < f.first <= q.last for f in spotted.forces)
    if own and q.noun in _ADVISERS and filler.memory.military:
        return ""  # "four Irish staff officers remain"
    people = any(f.noun == "people" and f.first <= q.last <= f.last for f in spotted.forces)
    if people and ((q.low or 0) >= _NATION or _are_no_soldiers(view, q, r)):
        return "not_military"  # "the 8.4 million Yemenis"
    military = people and view.is_military or q.noun in view.vocabulary.classes["movers"] | GUARDS
    military = military or q.unit == "units" and " " in q.noun  # "two brigade combat teams"
    military = (
        military or q.unit == "personnel" and bool(_ARMED & view.words_in(q.number + 1, q.last))
    )  # "850 military advisers"
    has_force = any(f.is_military or f.codes and not f.is_weak for f in spotted.forces)
    soft = q.noun in SOFT_COUNTS or q.noun in _CIVIL and r.relation == "object" and _is_unit(view, q, r)
    if q.unit == "personnel" and _is_unit(view, q, r):
        return ""
    if q.noun in _CIVIL and not any(f.is_military and f.first <= q.last and f.last >= q.first for f in spotted.forces):
        if serve_as_soldiers(view, q, r):
            return "" if has_force or filler.memory.military else "not_military"
        if r.relation not in {"object", "with", "of", "attribute"} or not has_force:
            return "not_military"
    placing = r.verb is not None and view.key(r.verb) in _MILITARY_VERBS
    if q.unit == "aircraft" and q.noun.rstrip("s") not in _CIVIL_TYPES and (has_force or filler.memory.military):
        return ""  # "four Typhoons"
    if q.noun in {"observers", "monitors"} and {"unarmed", "armed", "military"} & view.words_in(q.first, q.last):
        return ""
    if (
        soft
        and not any(f.is_military or f.form == "unit" for f in spotted.forces)
        and not any(p.is_site for p in spotted.places)
        and not (placing or q.noun in {"men", "man"} and filler.memory.military)
    ):
        return "not_military"
    return "" if (military or soft) and (has_force or filler.memory.military) else "not_military"


def _served_once(view: View, q: Quantity) -> bool:
    """ "Former soldiers"; but "former Soviet soldiers" are those of a state that is no more."""
    past = (k for k in range(q.number, q.last + 1) if view.key(k) in _PAST)
    return any(view.key(k + 1) not in _GONE_STATES for k in past)


def _is_captive(view: View, q: Quantity, r: Role) -> bool:
    """ "45 peacekeepers were held for two weeks by rebels", "pirates hold nine ships": captives are no garrison."""
    if r.verb is None or view.key(r.verb) not in _HELD:
        return False
    tree = view.tree
    if r.relation == "passive":
        kept = {view.key(n) for p in tree.of(r.verb, "prep", "agent") for n in (p, *tree.of(p, "pobj"))}
        back = kept | {view.key(c) for c in tree.of(r.verb, "prt", "advmod", "acomp", "oprd")}
        return q.unit == "personnel" and not back & _READY
    subject = tree.subject(r.verb)
    return r.relation == "object" and subject is not None and view.key(subject) in _KIDNAPPERS


_HELD = frozenset({"hold", "holds", "held", "holding"})
_READY = frozenset("reserve readiness ready back alert standby waiting".split())
_KIDNAPPERS = frozenset("pirates hijackers kidnappers captors".split())


def _is_shown(view: View, r: Role) -> bool:
    """ "300 soldiers took part in the procession": they are shown, and stationed nowhere."""
    if r.verb is None or r.relation != "subject":
        return False
    inner = [n for p in view.tree.of(r.verb, "prep") for n in view.tree.of(p, "pobj")]
    part = [n for c in view.tree.of(r.verb, "dobj") for p in view.tree.of(c, "prep") for n in view.tree.of(p, "pobj")]
    return any(view.key(n) in _SHOWS for n in (*inner, *part))


_SHOWS = frozenset("procession parade parades ceremony ceremonies celebrations march-past flypast funeral".split())


def _are_no_soldiers(view: View, q: Quantity, r: Role) -> bool:
    """ "Held 26,000 Iraqis", "thirteen Saudis at the prison", "240,000 Sudanese in camps of the UNHCR", "7,000 Cypriots
    live on Cyprus": people in somebody's care or custody, or at home in a sentence of no arms."""
    said = view.words_in(0, len(view.toks))
    if r.relation in {"object", "passive"} and r.verb is not None and view.key(r.verb) in _KEEPING or said & _IN_CARE:
        return True
    codes = {c for f in view.spotted.forces if f.noun == "people" and f.first <= q.last <= f.last for c in f.codes}
    lands = {p.place.country_code for p in view.spotted.places}
    return bool(lands) and lands <= codes and not said & view.vocabulary.classes["military_context"]


_KEEPING = verbs("unmilitary.keeping")
_IN_CARE = frozenset(
    "refugee refugees unhcr displaced guantanamo guantánamo prison prisons jail jails consul consulate asylum homeless "
    "unemployed jobless ethnic migrants barricades tourists".split()
)


def _is_apart(view: View, r: Role) -> bool:
    """ "… at X, with one regiment in Y": a single unit or ship whose own phrase says where it is."""
    return is_placed(view, r.nouns) and (r.verb is None or r.relation not in {"subject", "passive", "object"})


def _is_of_mission(view: View, q: Quantity, filler: Filler) -> bool:
    """ "The mission's 30 observers", "its 80 monitors", "1,000 members of the mission": sent by one that was named."""
    inner = {view.key(n) for n in view.tree.under(q.last)}
    if q.noun in {"member", "members"}:
        missions = view.vocabulary.classes["missions"] | {"mission", "force", "contingent"}
        return bool(inner & missions) or "uniformed" in view.words_in(q.number, q.last)
    if q.noun not in _WATCHERS or view.words_in(q.first, q.last) & _OTHER_WATCHERS:
        return False
    owners = [f for f in view.spotted.forces if f.codes and 0 < q.first - f.last <= _BESIDE]
    return bool(owners) or filler.memory.mission is not None


_WATCHERS = frozenset({"observers", "monitors", "verifiers"})
_OTHER_WATCHERS = frozenset("election electoral poll civilian rights human independent".split())
#: An owner's name stands so near: "the African Union's 80 monitors".
_BESIDE = 2


def _is_unit(view: View, q: Quantity, r: Role) -> bool:
    """ "The command in X has 80 people": a force's body is the verb's subject."""
    subject = view.tree.subject(r.verb) if r.verb is not None else None
    if subject is None or r.verb is None or view.key(r.verb) not in view.vocabulary.classes["holding_verbs"]:
        return False
    start, end = view.tree.span(subject)
    capital = [view.key(k) for k in range(start, end) if view.tree.tags[k][:3] == "NNP" or k == subject]
    bodies = view.vocabulary.classes["units"] | {"command", "battalion", "force"}
    if q.noun in {"people", "persons", "members"}:
        bodies = bodies | {"mission"}
    return bool(set(capital) & bodies) or any(f.is_military for f in view.forces_in(subject, subject + 1))


#: "Former soldiers", "ex-fighters": they serve no more.
_PAST = frozenset("former ex retired demobilised demobilized".split())
_GONE_STATES = frozenset({"soviet", "yugoslav"})
_REGULARS = frozenset("soldiers officers servicemen troops personnel men marines".split())
_ARMED = words("unmilitary.armed")
_ADVISERS = frozenset(
    "officers advisers advisors instructors trainers observers monitors specialists engineers".split()
)
_CIVIL = nouns("unmilitary.civil")
_MILITARY_VERBS = verbs("unmilitary.military_verbs")
_CIVIL_TYPES = frozenset("aircraft plane airplane helicopter tanker drone galaxy jet".split())
_CIVIL_CRAFT = words("civil_craft")
