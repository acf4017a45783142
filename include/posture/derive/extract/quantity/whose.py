"""Whose those are that a number counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..arguments import Filler
from ..clauses import View
from ..families import BODIES
from ..forces.pronouns import Party
from ..geography.whereabouts import HOSTS
from ..language.classes import verbs
from ..language.inflection import inflected
from ..mentions import PlaceMention
from .changes import body_of
from .levels import LEVELS, NUMBERS
from .quantities import Quantity
from .stocks import Role
from .unplaced import is_inside


def party_of(view: View, filler: Filler, r: Role, q: Quantity, noun: int) -> Party | None:
    """Whose the counted are; who has them goes before whom they serve under ("X has 600 men in the UN force")."""
    if view.key(q.first - 1) == "(" and q.first > 1 and (state := filler.who(q.first - 2)) is not None:
        if state.mention is not None and state.mention.first < q.first <= state.mention.last + 2:
            if _is_mission(view, state) and (own := sender(view, filler, state, q)) is not None:
                return own  # "Irish troops serve in UNIFIL (462)"
            return replace(state, codes=state.mention.codes)  # "from India (192) and Ireland (1)"
    found = _under(view, filler, noun) or _of_whom(view, filler, q) or filler.holder(noun)
    if found is not None and found.is_named and _is_mission(view, found) and not is_inside(found.mention, q):
        found = sender(view, filler, found, q) or found
    named = {c for f in view.spotted.forces if q.number < f.first <= _counted_to(view, q) for c in f.codes}
    if found is not None and named and named < set(found.codes):
        found = replace(
            found, codes=tuple(c for c in found.codes if c in named)
        )  # "1,100 Italians and 1,000 Spaniards"
    is_open = found is not None and found.kind == "short" and found.mention is None and _is_state(filler, found)
    if is_open and (view.tree.tags[noun] == "CD" and view.key(noun).isalpha() or _only_says(view, r, noun)):
        troops = filler.memory.military  # "there are 300, the ministry says": those spoken of, whoever says so
        found = None if troops else found
    if r.verb is not None and r.relation == "object" and not (found is not None and is_inside(found.mention, q)):
        doer = view.tree.subject(r.verb)
        if doer is not None and view.key(doer) in LEVELS:
            return filler.holder(doer) or found  # "German strength in X will reach 4,800 soldiers"
        is_relative = view.tree.labels[r.verb] == "relcl" and doer == view.tree.heads[r.verb]
        if view.key(r.verb) in HOSTS and q.last == q.number:
            return None  # "and Y hosts 300": of those who were counted before
        subject = filler.meant(doer) if is_relative else filler.who(doer)
        if subject is not None and subject.kind in {"state", "force"} and view.key(r.verb) in _HAS | NUMBERS:
            return subject
        if subject is None and (mission := _served(view, filler, r.verb)) is not None:
            return mission
    if (found is None or not found.is_named and _is_state(filler, found)) and (own := _of_base(view, filler, r)):
        return own
    if (found is None or not found.is_named) and r.verb is not None and (leader := filler.under_command(r.verb)):
        return leader
    if (found is None or not found.is_named) and (whole := _made_up(view, filler, r)) is not None:
        return whole
    if r.also and view.key(r.also[0]) == "with" and (found is None or not is_inside(found.mention, q)):
        led = next((f for f in view.spotted.forces if f.last == r.also[0] - 1 and f.codes and f.form == "name"), None)
        return Party(led.codes, "state", led) if led is not None else found  # "led by Italy with 900 men and …"
    return found


def _made_up(view: View, filler: Filler, r: Role) -> Party | None:
    """ "Some 7,000 troops from 33 countries make up the new force, Eufor": the men of that force."""
    if r.verb is None or r.relation != "subject" or view.key(r.verb) not in _MAKING_UP:
        return None
    whole = view.tree.object(r.verb)
    party = filler.who(whole) if whole is not None else None
    return party if party is not None and party.is_named else None


_MAKING_UP = inflected("make compose constitute")


def _counted_to(view: View, q: Quantity) -> int:
    """Where those end whom a number counts: "3,400 Ugandans and Burundians", but "1,100 Italians and 1,000 Danes"."""
    end = q.last
    for f in view.spotted.forces:
        if f.first == end + 2 and f.noun == "people" and view.key(end + 1) in {"and", ",", "or"}:
            end = f.last
    return end


def _of_base(view: View, filler: Filler, r: Role) -> Party | None:
    """ "Some 300 soldiers are at the Turkish base in X": Turkey's, where nothing else says whose they are."""
    tree = view.tree
    hosts = [r.nouns[0]]
    if r.verb is not None and r.relation in {"subject", "passive"}:
        hosts += [r.verb, *tree.of(r.verb, "acomp", "xcomp", "oprd")]  # "remain stationed at"
    for base in (n for h in hosts for n in tree.under(h, {"at", "in", "on"}) if view.has_class(n, n + 1, "sites")):
        owner = next((f for f in view.spotted.forces if tree.heads[f.last] == base and f.is_weak and f.codes), None)
        if owner is not None and owner.form in {"name", "demonym"} and (party := filler.who(filler.head(owner))):
            return party
    return None


def _of_whom(view: View, filler: Filler, q: Quantity) -> Party | None:
    """ "French troops, 1,000 of whom are in X": theirs who stand before the comma."""
    if (view.key(q.last + 1), view.key(q.last + 2)) != ("of", "whom"):
        return None
    tree = view.tree
    at = next((k for k in range(q.first - 1, max(0, q.first - 4), -1) if view.key(k) == ","), 0) - 1
    while at > 0 and tree.labels[at] in {"conj", "pobj", "prep"} and tree.heads[at] < at:
        at = tree.heads[at]  # "monitors from A and B"
    return filler.meant(at) if at > 0 else None


def _is_state(filler: Filler, party: Party) -> bool:
    return all(filler.memory.forces.kind(c) == "state" for c in party.codes)


def _only_says(view: View, r: Role, noun: int) -> bool:
    """The clause of a count says nothing of whose they are; who is named above it only tells of them."""
    tree = view.tree
    verb = r.verb if r.verb is not None else tree.clause(noun)
    says = view.vocabulary.classes["reporting_verbs"]
    told = any(tree.labels[a] == "ccomp" and view.key(tree.heads[a]) in says for a in (verb, *tree.ancestors(verb)))
    subject = tree.subject(verb)
    return told and (subject in {None, noun} or view.key(subject or 0) == "they")


_HAS = verbs("whose.has")


def _served(view: View, filler: Filler, verb: int) -> Party | None:
    """ "Some 40 countries contribute 47,000 troops to the mission": the mission's."""
    if view.key(verb) not in _HAS:
        return None
    served = view.tree.under(verb, {"to"})
    return next((m for n in served if (m := filler.who(n)) is not None and _is_mission(view, m)), None)


def _under(view: View, filler: Filler, noun: int) -> Party | None:
    """ "12,000 soldiers who serve in the country under AMISOM": a mission's, where no nation is named."""
    tree = view.tree
    if any(f.codes for f in view.forces_in(*tree.span(noun))):
        return None
    if tree.labels[noun] == "pobj" and view.key(tree.heads[noun]) == "with":
        above = tree.heads[tree.heads[noun]]
        having = (
            tree.object(above) if tree.is_verb(above) else above
        )  # "X has the largest UN mission, with 17,000 troops"
        if having is not None and (f := filler.who(having)) is not None and f.is_named and _is_mission(view, f):
            return f
    for clause in tree.of(noun, "acl", "relcl"):
        for prep in tree.of(clause, "prep"):
            for at in tree.of(prep, "pobj") if view.key(prep) == "under" else ():
                if (f := filler.who(at)) is not None and f.kind != "short" and _is_mission(view, f):
                    return f
    return None


def sender(view: View, filler: Filler, mission: Party, q: Quantity) -> Party | None:
    """Whose soldiers serve in a mission: "Norway supports MONUSCO with 90", "Irish troops serve in UNIFIL (462)"."""
    tree = view.tree
    verb = next((a for a in (q.number, *tree.ancestors(q.number)) if tree.is_verb(a)), None)
    subject = None if verb is None else tree.subject(verb)
    if verb is None or subject is None or view.key(verb) not in _SERVES:
        return None
    own = filler.who(subject) or filler.holder(subject)
    is_inside_it = mission.mention is not None and mission.mention.first <= subject <= mission.mention.last
    is_state = own is not None and own.kind in {"state", "force"} and own.is_named and not _is_mission(view, own)
    return own if is_state and not is_inside_it else None


_SERVES = verbs("whose.serves")


def partner(view: View, roles: Mapping[int, Role], before: Iterable[int], q: Quantity) -> int | None:
    """ "27 aircraft and nine ships were detected": the count in a list with which this one stands."""
    own, first = roles[q.number], view.tree.first_conjunct
    if view.tree.labels[own.nouns[0]] != "conj":
        return None
    beside = [n for n in before if n < q.number and first(roles[n].nouns[0]) == first(own.nouns[0])]
    return beside[-1] if beside and roles[beside[-1]].verb == own.verb else None


def listed_with(
    view: View, roles: Mapping[int, Role], whose: Mapping[int, tuple[str, ...]], q: Quantity
) -> tuple[str, ...]:
    """Whose the count before is in a list, unless this one names somebody itself: "300 Germans and 200 Dutch"."""
    beside = partner(view, roles, whose, q)
    end = next((o.last for o in view.quantities if o.number == beside), q.last)
    is_own = any(f.codes and end < f.first <= q.last for f in view.spotted.forces)
    return () if beside is None or is_own else whose[beside]


def _is_mission(view: View, party: Party) -> bool:
    return is_of_mission(view, party.codes)


def is_of_mission(view: View, codes: tuple[str, ...]) -> bool:
    """They are forces of several states."""
    kinds = view.vocabulary.kinds
    return all(kinds.get(c) in BODIES for c in codes)


def settle(party: Party | None, known: tuple[str, ...], spoken_of: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the sentence names goes before those who are known to be counted, and those before who was spoken of."""
    codes = party.codes if party is not None else spoken_of
    return codes if party is not None and party.is_named or not codes else known or codes


def not_of(places: Sequence[PlaceMention], actors: tuple[str, ...]) -> list[PlaceMention]:
    """Without the states whose troops they are: "300 in Kirkuk and France 180"."""
    return [p for p in places if p.place.kind_code != "country" or p.place.country_code not in actors]


def nation_of(view: View, q: Quantity) -> tuple[str, ...]:
    """ "4,500 soldiers, 1,900 of them British": whose the part is; () where the words say nothing of the kind."""
    if own := _listed_nation(view, q) or _come_from(view, q):
        return own
    if q.noun != "them" or view.key(q.last + 1) != "of" or not any(o.number < q.number for o in view.quantities):
        return ()
    after = next((f for f in view.spotted.forces if f.first == q.last + 3 and f.form == "demonym"), None)
    alone = after is not None and (view.key(after.last + 1) in {",", ".", ";", "and", ")"} or after.noun == "people")
    return after.codes if after is not None and alone else ()


def _come_from(view: View, q: Quantity) -> tuple[str, ...]:
    """ "650 soldiers from Kenya and 300 from Chad", "alongside 300 from Chad": the state right behind "from"."""
    if view.key(q.last + 1) != "from" or q.unit != "personnel" or view.key(q.first - 1) in {"its", "their"}:
        return ()  # "withdrew 900 of its 2,000 soldiers from X"
    at = q.last + 2 + (view.key(q.last + 2) == "the")
    before = any(o is not q and o.unit == q.unit and "from" in (view.key(o.last + 1), view.key(q.last + 1))
                 for o in view.quantities)  # fmt: skip
    name = next((f for f in view.spotted.forces if f.first == at and f.form == "name" and f.codes), None)
    place = next((p for p in view.spotted.places if p.first == at and p.place.kind_code == "country"), None)
    if name is not None:
        return name.codes if before or place is None else ()
    return (place.place.country_code,) if before and place is not None and place.place.country_code else ()


def _listed_nation(view: View, q: Quantity) -> tuple[str, ...]:
    """ "450 German, 100 Belgian and 250 Dutch troops": the nation right behind each number."""
    said = {o.number: codes for o in view.quantities if o.unit == q.unit and (codes := _nation(view, o))}
    return said.get(q.number, ()) if len(said) > 1 else ()


def _nation(view: View, q: Quantity) -> tuple[str, ...]:
    own = next((f for f in view.spotted.forces if f.codes and q.number < f.first <= q.last), None)
    if own is None or own.form not in {"demonym", "name"}:
        return ()
    is_next = all(view.tree.tags[k] in {"CD", "TO", "IN", "HYPH", ":"} for k in range(q.number + 1, own.first))
    return own.codes if is_next else ()


def by_nation(view: View, q: Quantity) -> list[tuple[Quantity, tuple[str, ...]]]:
    """The counts of a list in which q stands and each has a nation of its own, with those; empty for no such list."""
    made: list[tuple[Quantity, tuple[str, ...]]] = []
    for o in view.quantities:
        codes = _nation(view, o) if o.unit == q.unit else ()
        goes_on = bool(made) and all(view.key(k) in _JOINS for k in range(made[-1][0].last + 1, o.first))
        if made and (not goes_on or not codes) and q.number <= made[-1][0].number:
            break
        made = [*made, (o, codes)] if goes_on and codes else [(o, codes)] if codes else []
    return made if len(made) > 1 and any(o is q for o, _ in made) else []


_JOINS = frozenset({",", "and", "as", "well", "plus"})


def is_joined(view: View, q: Quantity) -> bool:
    """ "Togo lends 40 men to the 90-strong force", "40 will join the force of 90": a body of others, whom no name
    tells."""
    tree, body = view.tree, body_of(view, q)
    if body is None or view.key(body) not in _JOINED or any(f.codes for f in view.forces_in(*tree.span(body))):
        return False
    above = tree.heads[body]
    if tree.labels[body] == "dobj":
        return view.key(above)[:4] == "join"
    gives = {view.key(a)[:10] for a in (tree.heads[above], tree.clause(body))} & _GIVES
    return tree.labels[body] == "pobj" and view.key(above) == "to" and bool(gives)


_JOINED = frozenset("force mission contingent group battlegroup operation coalition brigade".split())
_GIVES = frozenset(
    "contribute contributi contributo give gives gave given giving lend lends lent lending provide provides provided "
    "providing supply supplies supplied supplying".split()
)
