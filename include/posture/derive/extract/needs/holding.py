"""Who has what: a unit that it leads, an airport that it runs, a place said to be its base or in its hands."""

from __future__ import annotations

from collections.abc import Callable

from ..geography.placed import LOCATIVE
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .locative import says_where
from .movers import MEASURES, kind
from .sitenouns import STRONG_SITES
from .standing import object_located


def _commands(r: Reading) -> bool:
    """A state or force, no person, leads a unit that is somewhere: "Spain leads a battlegroup at X"."""
    v, subject, thing = r.view, r.subject_head, r.object_head
    if r.passive or subject is None or thing is None or kind(v, subject) not in {"force", "state"}:
        return False
    units = v.vocabulary.classes["units"] | {"battlegroup", "contingent", "garrison", "detachment", "mission", "force"}
    is_unit = v.key(thing) in units or v.has_class(thing - 1, thing, "units")  # also "a battle group"
    return is_unit and object_located(r)


def _owned_site(r: Reading) -> bool:
    """ "its headquarters is in Larissa", "most US facilities are there": a force's own site is the subject."""
    v, span = r.view, r.subject
    words = v.words_in(*span)
    head = r.subject_head
    owner = set() if head is None else {v.key(c) for c in v.tree.of(head, "poss", "compound")}
    if v.is_military and owner & (v.vocabulary.classes["missions"] | v.vocabulary.classes["units"] | {"force"}):
        return v.has_class(*span, "sites")  # "the mission's main base lies beside the airport"
    if v.is_military and head is not None and v.has_class(head, head + 1, "sites"):
        if any(f.codes and f.last <= head for f in v.forces_in(*span)):
            return True  # "the main French camp stands on the edge of X"
    return v.has_class(*span, "sites") and (
        bool(words & {"its", "their", "whose"} and v.is_military)
        or any(f.codes for f in v.forces_in(*span))
        and bool(words & ({"military", "naval", "air", "army", "facilities", "headquarters"} | STRONG_SITES))
    )


def _in_hands_of(r: Reading) -> bool:
    """ "in the hands of the rebels", "under army control", "still in American hands"."""
    v = r.view
    before = v.words_in(r.first - 4, r.first)
    if r.trigger.kind == "noun" and v.is_military and _is_said(r) and v.key(r.first - 1) in _SIDES:
        return True  # "is in rebel hands", "is under government control"
    if before & {"formerly", "previously", "once"}:
        return False
    of = v.key(r.last + 1) == "of" and bool(v.forces_in(r.last + 1, r.last + 6))
    return (
        bool(before & {"in", "under"})
        and (
            of
            or any(f.last >= r.first - 3 and f.first < r.first for f in v.spotted.forces)
            or (r.trigger.lemma == "hand" or _is_said(r))
            and bool({v.key(c) for c in v.tree.of(r.last, "poss")} & {"their", "its"})
        )
        and v.is_military
    )


_SIDES = nouns("irregular") | words("side")


def _as_base(r: Reading) -> bool:
    """ "Uses the old factory as its base", "has X for a headquarters": what a force lives in or works from."""
    v, thing = r.view, r.object_head
    if r.passive or thing is None or r.subject_head is None or kind(v, r.subject_head) not in _USERS:
        return False
    if not v.places_in(*v.tree.span(thing)):
        return False
    bases = v.vocabulary.classes["sites"] | {"base", "headquarters", "quarters", "hideout", "launchpad", "home"}
    return any(p in {"as", "for"} and v.key(v.tree.top(s, e)) in bases for p, s, e in r.phrases)


def _serves_as_base(r: Reading) -> bool:
    """ "Djibouti serves as a base for American drones", "X and Y are used as depots by the rebels": where they are."""
    v, tree = r.view, r.view.tree
    head = r.subject_head
    if head is None or r.passive != (r.trigger.lemma == "use") or not v.places_in(*r.subject):
        return False
    bases = [n for n in tree.under(r.first, {"as"}) if v.key(n) in v.vocabulary.classes["sites"] | {"base", "bases"}]
    users = {n for k in (r.first, *bases) for n in tree.under(k, {"for", "by", "of"})}
    return bool(bases) and any(kind(v, n) == "force" or any(f.codes for f in v.forces_in(*tree.span(n))) for n in users)


_USERS = frozenset({"force", "soft", "state", "them"})


def _flies_from(r: Reading) -> bool:
    """ "The drones fly from X": a present of custom says where they are based."""
    v, tree = r.view, r.view.tree
    head = r.subject_head
    if head is not None and r.object_head is not None and kind(v, head) in {"force", "state"}:
        head = r.object_head  # "the army flies drones from X"
    elif r.object_head is not None:
        return False
    if head is None or r.passive or v.sentence.kind == "heading":
        return False
    flown = [head, *(n for n in tree.under(head, {"of"}) if v.key(head) in MEASURES)]  # "the rest of the jets"
    craft = any(
        v.has_class(n, n + 1, "materiel") or v.vocabulary.units.get(v.key(n)) in {"aircraft", "ships"} for n in flown
    )
    aux = {v.key(c) for c in tree.of(r.first, "aux")}
    used = tree.tags[r.first] in {"VBZ", "VBP"} and not aux
    if r.trigger.lemma in {"fly", "operate"} and aux and aux <= {"is", "are"}:
        used = tree.tags[r.first] == "VBG"  # "are operating from X, too"; ships that are sailing from X leave it
    above = tree.heads[r.first]
    if aux == {"to"} and v.key(above) in {"continue", "continues"} and tree.labels[r.first] == "xcomp":
        used = True  # "continue to fly from X"
    lasting = any(t.lead in {"since", "for"} and tree.clause(k) == r.first for k, t in v.timed)
    own = any(kind(v, n) == "force" for n in flown)  # no grain ship
    used = (
        used or own and bool(aux) and aux <= {"have", "has", "had", "been"} and lasting
    )  # "have flown from X since 1986"
    ways = {p for p, _, _ in r.phrases}
    return craft and used and bool(says_whence(r)) and not ways & {"to", "into", "against", "towards"}


def says_whence(r: Reading) -> bool:
    """A phrase with "from" or "out of" names a place."""
    v = r.view
    whence = [(s, e) for p, s, e in r.phrases if p in {"from", "out"}]
    if any(v.places_in(s, e) or "there" in v.words_in(s, e) for s, e in whence):
        return True
    at = any(p in LOCATIVE and v.places_in(s, e) for p, s, e in r.phrases)
    return at and any(v.has_class(s, e, "sites") for s, e in whence)  # "from a base in X"


def _is_said(r: Reading) -> bool:
    """ "are under its full control", not "the areas under its control"."""
    tree = r.view.tree
    prep = tree.heads[r.last]
    return tree.labels[r.last] == "pobj" and r.view.key(tree.heads[prep]) in _ARE


_ARE = frozenset("be is are was were been being remain remains remained come comes came stay stays stayed".split())


def _asserted(r: Reading) -> bool:
    """A presence is said, not only spoken of: had, kept, confirmed, denied; it is, remains, exists."""
    v, tree, classes = r.view, r.view.tree, r.view.vocabulary.classes
    at = tree.first_conjunct(r.last)
    verb = tree.heads[at]
    if {tree.keys[c] for c in tree.of(r.last, "amod")} & _LASTING:
        return True  # "the continued presence"
    if verb == at:  # a heading or an entry of a list
        return r.view.sentence.kind != "heading" or any(p.prep in LOCATIVE for p in r.view.spotted.places)
    if not tree.is_verb(verb):
        return False
    key = tree.keys[verb]
    if any(tree.keys[o] == "part" for o in tree.of(verb, "dobj")):
        return False  # "the contingent took part in a drill"
    if key.startswith(("authoris", "authoriz", "approv", "allow", "permit", "requir")):
        return False  # it is to be, and the deed says so
    like = [c for c in tree.of(verb, "acomp") if tree.tags[c][:2] == "JJ" and tree.keys[c] not in _THERE]
    is_stay = v.key(r.last) in {"presence", "deployment"}
    if (
        tree.labels[at] == "nsubj"
        and like
        and not is_stay
        and not any(says_where(v, c) for k in (verb, *like) for c in tree.of(k, "prep"))
    ):
        return False  # "the contingents are not large"
    if (
        tree.labels[at] == "nsubj"
        and tree.of(verb, "attr")
        and not any(says_where(r.view, c) for c in tree.of(verb, "prep"))
    ):
        if {v.key(c) for c in tree.of(r.last, "det")} & {"a", "an", "any"}:
            return False  # "a presence of any kind is an occupation"
    if tree.labels[at] == "nsubjpass" and key in _TELLS:
        return True  # "their presence was confirmed"
    if tree.labels[at] in {"nsubj", "nsubjpass", "attr"}:
        return key in classes["being_verbs"] | classes["placing_verbs"] | _EXISTS
    return key in classes["holding_verbs"] | _TELLS


_THERE = frozenset("present active visible permanent there temporary".split())
_LASTING = frozenset("continued continuing permanent remaining persistent ongoing lasting".split())
_EXISTS = frozenset("exist exists existed continue continues continued persist persists persisted".split())
_TELLS = verbs("holding.tells")


def _of_entry(r: Reading) -> bool:
    """ "Fort Rock - still used by the navy", "Camp Arena: retained as headquarters": of the entry's own site."""
    return r.elliptic and r.view.head is not None and r.view.head.is_site and r.trigger.form in {"pp", "past"}


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "of_entry": _of_entry,
    "as_base": _as_base,
    "serves_as_base": _serves_as_base,
    "flies_from": _flies_from,
    "commands": _commands,
    "subject:own_site": _owned_site,
    "in_hands_of": _in_hands_of,
    "asserted": _asserted,
}
