"""Where the counted are whose place their clause does not name; a state's whole army is at home."""

from __future__ import annotations

from ..arguments import Filler
from ..clauses import View
from ..draft import Draft
from ..geography.discourse import theatre_mention
from ..geography.whereabouts import served
from ..memory import Memory
from ..mentions import ForceMention, PlaceMention
from .quantities import Quantity
from .stocks import Role
from .wholes import part_groups


def unsaid(
    view: View,
    filler: Filler,
    memory: Memory,
    draft: Draft,
    mention: ForceMention | None,
    q: Quantity,
    r: Role,
    others: frozenset[int],
) -> list[PlaceMention]:
    """Where the counted are whose place the clause does not name: filled in, or the place of most of them."""
    if mention is not None and mention.theatre:
        draft.place = theatre_mention(max(mention.theatre, key=lambda c: memory.weights.get(c, 0.0)))
        return []
    if (land := served(view, filler.grouped, r, others)) is not None:
        draft.place, draft.is_place_inferred = land, True
        return []
    if (at_home := home(view, filler, draft, q, r)) is not None:
        draft.place, draft.is_place_inferred = at_home, True
        return []
    inferred = (
        _left_behind(view, filler, q, r)
        or _site_meant(view, filler, mention, q)
        or _told_of_them(view, memory, draft, q)
        or filler.implied(draft.actors, "strength")
    )
    draft.place, draft.is_place_inferred = inferred, inferred is not None
    draft.place_reason = None if inferred else "no_place_named"
    some = [] if inferred else part_groups(view, filler.grouped, q.last)
    return some[0] if some else []  # "have 2,100 men, most of them in X"


def _left_behind(view: View, filler: Filler, q: Quantity, r: Role) -> PlaceMention | None:
    """ "Withdrew from X, leaving 80 engineers behind": where the others have left."""
    tree = view.tree
    if r.verb is None or r.relation != "object" or view.key(r.verb)[:3] not in {"lea", "lef"}:
        return None
    gone = tree.clause(tree.heads[r.verb])
    if tree.labels[r.verb] not in {"advcl", "conj", "xcomp"} or gone == r.verb:
        return None
    of_those = [g[0] for g in filler.grouped if g[0].last < r.verb and tree.clause(g[0].first) == gone]
    whence = [p for p in of_those if p.prep in {"from", "of", "out"} and p.form != "owner"]
    return whence[-1] if whence else None


def _told_of_them(view: View, memory: Memory, draft: Draft, q: Quantity) -> PlaceMention | None:
    """ "They number 700", "there are 90 of them": where the sentence before said that they are."""
    clause = view.tree.clause(q.number)
    theirs = [view.key(q.last + 1), view.key(q.last + 2)] == ["of", "them"] or view.key(q.last) == "them"
    subject = view.tree.subject(clause) if view.tree.is_verb(clause) else None
    told = memory.last_told if q.last == q.number and not view.spotted.places else None
    if told is not None and told.actors == draft.actors and subject is not None and (place := told.where(view)):
        if subject == q.number or view.key(subject) in {"there", "it"}:
            return place
    if memory.places.age > 0 or not (theirs or subject is not None and view.key(subject) in {"they", "these"}):
        return None
    return next((memory.places.by_force[a] for a in draft.actors if a in memory.places.by_force), None)


def _site_meant(view: View, filler: Filler, mention: ForceMention | None, q: Quantity) -> PlaceMention | None:
    """The site that "it has 500 American soldiers" speaks of."""
    meant = is_inside(mention, q) and view.words_in(0, q.first) & {"it", "its", "which"}
    return filler.memory.places.of_kind("base") if meant else None


def is_inside(mention: ForceMention | None, q: Quantity) -> bool:
    """The count itself names whose they are: "13,500 American troops"."""
    return mention is not None and bool(mention.codes) and q.first <= mention.last and mention.first <= q.last + 1


#: Names of a whole army.
_ARMIES = frozenset({"army", "military", "manpower", "navy"})
#: "Armed forces", "Defence Force".
_OF_ALL = frozenset({"armed", "defence", "defense"})
#: An army has at least so many; so many of a state's troops are nowhere but at home.
_ARMY, _ALL = 1_000, 250_000


def home(view: View, filler: Filler, draft: Draft, q: Quantity, r: Role) -> PlaceMention | None:
    """The country of "its army numbers 40,000", "Iran has 580,000 soldiers", where they name no place."""
    number = q.low or q.high or 0
    if len(draft.actors) != 1 or view.vocabulary.kinds.get(draft.actors[0], "state") != "state" or number < _ARMY:
        return None
    subject = None if r.verb is None else view.tree.subject(r.verb)
    heads = [n for n in (subject, *r.nouns) if n is not None]
    owned = [n for n in heads if _is_army(view, n) or number >= _ALL and n == subject]
    parties = [p for n in owned if (p := filler.who(n)) is not None and p.is_named]
    return theatre_mention(draft.actors[0]) if any(p.codes == draft.actors for p in parties) else None


def _is_army(view: View, noun: int) -> bool:
    """ "Its army", "the armed forces"; not "the British Army of the Rhine", "the army in the north"."""
    if any(view.key(p) in {"of", "in", "at"} for p in view.tree.of(noun, "prep")):
        return False
    is_branch = view.key(noun) in {"force", "forces"} and view.key(noun - 1) in _OF_ALL
    return view.key(noun) in _ARMIES or is_branch
