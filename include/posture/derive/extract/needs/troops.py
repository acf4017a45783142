"""Troops somewhere among the arguments of a word, asked by ranges: what stays, is hosted, strengthened or cut."""

from __future__ import annotations

from collections.abc import Callable

from ..language.classes import nouns
from ..language.grammar import set_of
from ..quantity.wholes import is_share
from ..reading import Reading, noun_spans
from .forces import PRESENCE, is_mover, near_troops, some_mover, strong
from .movers import CIVIL, head_nouns, kind, place_at
from .moves import themes
from .nouns import is_mission
from .spoken import means_troops, means_unit
from .standing import subjects
from .staying import stays_on

#: What stands for troops already spoken of.
_THEM = frozenset(
    (
        "they them others part some most all many rest remainder former latter newcomers thousand hundred dozen "
        "half these those last"
    ).split()
)


_NONE = frozenset("none some others many most few several they".split())


def _mover(r: Reading) -> bool:
    v = r.view
    if any(is_mover(v, s) for s in noun_spans(r)):
        return True
    if r.trigger.kind == "noun":
        return (
            any(strong(f) for s in noun_spans(r)[:3] for f in v.forces_in(*s))
            or is_mover(v, (max(0, r.first - 2), r.first))
            or near_troops(r)
        )
    if is_mover(v, r.subject) and not r.passive:
        return True
    if any(p == "of" and is_mover(v, (s, e)) for p, s, e in r.phrases[:2]):
        return True
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
    if any(strong(f) for f in v.forces_in(*r.subject)) and (
        v.places_in(*r.object)
        or any(p in {"from", "to", "in", "at", "near"} and v.places_in(s, e) for p, s, e in r.phrases[:2])
    ):
        return near_troops(r)
    if r.passive and v.is_military and r.subject_head is not None and v.key(r.subject_head) in _NONE:
        return True  # "none is stationed there"
    if any(kind(v, n) == "force" for t in themes(r) for n in head_nouns(v, t)):
        return True
    if r.passive and v.is_military and r.subject_head is not None and means_unit(v, r.subject_head):
        return True
    return near_troops(r) and r.code == "station" and v.key(r.subject[1] - 1) in {"they", "it", "which", "who"}


#: Soldiers where a text of soldiers counts out a few of them.
_SPECIALISTS = set_of("officers experts observers specialists engineers advisers advisors instructors trainers medics")


def subject_mover(r: Reading) -> bool:
    """Troops, units or equipment are the subject, or a pronoun that stands for them."""
    v, span = r.view, r.subject
    if (
        v.is_military
        and r.trigger.kind == "verb"
        and r.trigger.lemma != "be"
        and (v.key(span[1] - 1) in {"they", "which", "who"} or v.words_in(*span) & {"them", "others", "newcomers"})
    ):
        return True
    head = r.subject_head
    if v.is_military and r.trigger.kind == "verb" and head is not None and kind(v, head) in {"force", "soft"}:
        return True  # "French officers are still at the airport"
    if (
        v.is_military
        and r.trigger.kind == "verb"
        and head is not None
        and (means_unit(v, head) or means_troops(v, head))
    ):
        return True  # "it is still there", "they had been there since May"
    if v.is_military and not v.is_of_civilians and head is not None and is_share(v, head):
        return True  # "most of them are at X", "the rest are in Y"
    if stays_on(r):
        return True
    whose = list(subjects(r, head)) if r.trigger.kind == "verb" and head is not None else []
    men = {n for n in whose if v.is_military and v.key(n) in _SPECIALISTS and kind(v, n) == "soft"}
    if any(n in men or kind(v, n) == "force" for n in whose):
        return True  # "a handful of officers will stay"
    spans = [*noun_spans(r), span] if r.trigger.kind == "noun" else [span]
    return any(is_mover(v, s) or any(f.noun == "people" and not f.is_weak for f in v.forces_in(*s)) for s in spans)


def _complement(r: Reading) -> bool:
    spans = [r.object, *[(s, e) for p, s, e in r.phrases[:2] if p in {"of", "by"}]]
    return any(is_mover(r.view, s) for s in spans)


def _object_words(r: Reading) -> set[str]:
    return set().union(*(r.view.words_in(*s) for s in noun_spans(r)))


_DOINGS = frozenset("patrol patrols patrolling".split())
_AID = frozenset("support aid assistance help backing funding ties sales cooperation".split())


def _mover_or_presence(r: Reading) -> bool:
    """Troops or a presence; "military support" and "aid to its forces" are none, nor is what they do ("patrols")."""
    head = r.subject_head if r.passive else r.object_head
    if head is not None and r.view.key(head) in _AID | _DOINGS:
        return False
    return bool(_object_words(r) & PRESENCE) or any(is_mover(r.view, s) for s in noun_spans(r))


def _own_troops(r: Reading) -> bool:
    """ "Intends to increase its troops", "boosted the garrison": how many, it does not say."""
    v = r.view
    head = r.subject_head if r.passive else r.object_head
    spans = [(head, head + 1)] if head is not None else []
    spans += [(s, e) for p, s, e in r.phrases if p in {"by", "to", "from"}]
    if head is None or any(q.number < e and s <= q.last for q in v.quantities for s, e in spans):
        return False
    whose = {v.key(c) for c in v.tree.of(head, "det", "poss")} & {"its", "their", "the", "our", "his"}
    named = any(f.codes and f.is_military for f in v.forces_in(*v.tree.span(head)))
    return v.key(head) in _BODIES and (bool(whose) or named) and v.is_military


_BODIES = nouns("body_of_men") - {"force"} | {"soldiers"}


def _object_or_site(r: Reading) -> bool:
    return any(is_mover(r.view, s) or r.view.has_class(*s, "sites") for s in noun_spans(r))


_OF_OTHERS = frozenset("local partner partnered allied friendly indigenous native proxy neighbouring".split())


def mover_or_site(r: Reading) -> bool:
    """Own troops or a site are what the verb acts upon, or what a noun is about; who strengthens local or allied forces
    trains and arms others."""
    tree, head = r.view.tree, r.object_head
    of_others = head is not None and any(tree.keys[c] in _OF_OTHERS for c in tree.of(head, "amod", "compound"))
    if of_others and not any(p == "with" for p, _, _ in r.phrases):
        return False
    return _object_or_site(r) or r.trigger.kind == "noun" and subject_mover(r)


def _not_person(r: Reading) -> bool:
    v = r.view
    span = (
        r.subject
        if not r.passive
        and r.object[0] == r.object[1]
        or r.trigger.words[0] in {"left", "leave", "leaves", "leaving", "enter", "entered"}
        else r.patient
    )
    words = v.words_in(*span)
    return not (words & CIVIL and not words & v.vocabulary.classes["movers"] - CIVIL) and not any(
        t.key in {"mr", "president", "minister", "he", "she"} for t in v.toks[r.subject[0] : r.subject[1]][-6:]
    )


def _ends_presence(r: Reading) -> bool:
    """ "Ended its occupation"; not "ended its mission in May, ending its deployment", which tells it twice."""
    tree = r.view.tree
    again = tree.labels[r.first] == "advcl" and tree.tags[r.first] == "VBG"
    above = tree.object(tree.heads[r.first]) if again else None
    if above is not None and is_mission(r.view, above):
        return False
    if r.trigger.lemma in {"finish", "complete"}:
        return _ends_part(r)  # "completed its deployment": it has arrived
    return bool(_object_words(r) & {"presence", "occupation", "footprint", "deployment"}) or _ends_part(r)


def _ends_part(r: Reading) -> bool:
    """ "Ended its participation", "its part in the mission", "will end their rotation at the base": not in talks."""
    v, tree, head = r.view, r.view.tree, r.object_head
    if r.trigger.kind != "verb" or r.passive or head is None or v.key(head) not in _PARTS or not v.is_military:
        return False
    if r.subject_head is None or not {kind(v, n) for n in head_nouns(v, r.subject_head)} & {"force", "state"}:
        return False
    of_own = any(v.key(c) in {"its", "their"} for c in tree.of(head, "poss"))
    told = tree.under(head, {"in", "to"})
    return of_own and all(place_at(v, n) or is_mover(v, tree.span(n)) or v.key(n) in _WORK for n in told)


_PARTS = frozenset("part participation contribution involvement rotation tour stint service".split())
_WORK = nouns("task") | frozenset(
    "mission operation operations airlift campaign war force evacuation occupation".split()
)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "mover": _mover,
    "subject:mover": subject_mover,
    "object:mover": some_mover,
    "complement:mover": _complement,
    "object:materiel": lambda r: any(r.view.has_class(*s, "materiel") for s in noun_spans(r)),
    "subject:materiel": lambda r: any(r.view.has_class(*s, "materiel") for s in [r.subject]),
    "object:mover_or_presence": _mover_or_presence,
    "object:presence": _ends_presence,
    "object:own_troops": _own_troops,
    "mover_or_site": mover_or_site,
    "object:mover_or_site": _object_or_site,
    "not_person": _not_person,
}
