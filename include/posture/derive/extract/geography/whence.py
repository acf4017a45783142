"""Where those who move were before: what their own noun says ("the last soldiers in Chad crossed into Cameroon", "the
tanks that guarded Lubango"), and whether their going gives that place up."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses import View
from ..families import JOURNEYS
from ..forces.shipnames import PREFIXES
from ..language.classes import verbs, words
from ..language.grammar import AT_PLACES
from ..mentions import PlaceMention
from ..needs.movers import head_nouns
from ..needs.moves import themes
from ..quantity.quantities import Quantity
from ..reading import Reading
from .goals import is_leg, is_moved
from .hooks import Hook, hook

_AT = AT_PLACES
#: Behind these nobody is left.
_LAST = frozenset("last final remaining rest remainder".split())
_ARRIVING = words("whence.arriving")
#: Behind these "from" says where: "cleared the rebels from the town".
_CLEARING = verbs("whence.clearing")
_OUT_OF = frozenset("rout arrest search pursue operation besiege loses_ground falls falls_bare".split())


def is_whence(r: Reading, p: PlaceMention) -> bool:
    """ "Shelled from the hill", "invaded from Chad", "took the islands from Spain": whence a blow comes, who loses."""
    if r.type_code != "ground_operation":
        return r.type_code == "strike"
    clears = {r.view.key(r.first), *r.trigger.lemma.split()} & _CLEARING
    return p.place.kind_code == "country" and not clears and r.code not in _OUT_OF


def own_place(r: Reading, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place at which the noun of those who move has them, by a phrase or a clause of its own."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb":
        return None
    stays = v.vocabulary.classes["being_verbs"] | v.vocabulary.classes["placing_verbs"] | _KEPT
    back = bool({v.key(r.first), *(v.key(c) for c in tree.of(r.first, "advmod", "prt"))} & _BACK)
    heads = {n for t in themes(r) for n in (t, *head_nouns(v, t))}
    clauses = {c for h in heads for c in tree.of(h, "relcl", "acl") if v.key(c) in stays and c != r.first}
    sent = {c for h in heads for c in tree.of(h, "relcl", "acl") if back and v.key(c) in _SENT and c != r.first}
    for p in places:
        if p.form in {"bare", "owner"} or p.prep == "from":
            continue
        tie = hook(tree, p, v.vocabulary.classes["sites"])
        is_before = r.passive or p.first < r.first or v.key(p.last + 1) == "to"
        if tie.governor in heads and tie.prep in _AT and is_before:
            return p  # "moved part of the troops in X to Y"
        if tie.governor in clauses and (tie.prep in _AT or not tie.prep and not _is_aside(v, tie.governor)):
            return p
        if tie.governor in sent and tie.prep in {"to", "into"}:
            return p
    return _given_up(r, places)


def _given_up(r: Reading, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """ "Closed two posts near X and moved to Y", "handed over the base at X and flew to Y": what they did away with
    before they went."""
    tree = r.view.tree
    if (
        tree.labels[r.first] != "conj"
        or tree.of(r.first, "nsubj", "nsubjpass")
        or r.type_code not in _FROM | {"deployment"}
    ):
        return None
    left = tree.heads[r.first]
    if r.passive or r.object_head is not None or tree.keys[left] not in _YIELDED or tree.object(left) is None:
        return None
    at = (p for p in places if left < p.first and p.last < r.first and tree.clause(p.last) == left)
    return next((p for p in at if p.form not in {"bare", "owner"} and p.prep in {*_AT, ""}), None)


def _is_aside(v: View, clause: int) -> bool:
    """ "The army, which holds X, took Y": it keeps X; "the men holding X were sent to Y" do not."""
    start = v.tree.span(clause)[0]
    return start > 0 and v.key(start - 1) == ","


_YIELDED = verbs("whence.yielded")
#: So are prisoners somewhere.
_KEPT = frozenset("held detained imprisoned jailed interned kept locked".split())
_BACK = frozenset("return returns returned returning back home".split())
#: Who was sent and comes back was there.
_SENT = words("sent")


def share(r: Reading) -> str:
    """Which of those spoken of move: "others", "last", "most"; "" where all of them do."""
    v, tree = r.view, r.view.tree
    follows_to = any(v.key(c) == "to" for c in tree.of(r.first, "aux")) and describes(r)
    if r.trigger.kind != "verb" or follows_to:
        return ""  # "the first to go are 100 medics": who they are is said
    for t in themes(r):
        for n in (t, *tree.of(t, "amod")):
            if v.key(n) in _SHARES:
                return "last" if v.key(n) in _LAST else v.key(n)
    heads = {n for t in themes(r) for n in (t, *tree.of(t, "nummod"))}
    more = any(v.key(c) in _MORE for n in heads for c in tree.of(n, "amod"))
    return "also" if more or any(v.key(c) == "also" for c in tree.of(r.first, "advmod")) else ""


def describes(r: Reading) -> bool:
    """ "The first to go", "the first of 5,000 due to leave": it says of a noun who they are."""
    tree, at = r.view.tree, r.first
    if tree.labels[at] == "xcomp" and not tree.is_verb(tree.heads[at]):
        at = tree.heads[at]
        return tree.labels[at] in {"relcl", "acl", "amod", "prep"}
    return tree.labels[at] in {"relcl", "acl"}


#: These are told beside others.
_MORE = frozenset("further additional extra".split())
_SHARES = _LAST | frozenset("others other first most some half many several another second third".split())


def is_whole(r: Reading, q: Quantity) -> bool:
    """ "most of the 1,950 soldiers", "the rest of 860": the number is the whole's, and only a part moves; with the
    last of 860 all have moved."""
    tree = r.view.tree
    at = tree.noun_head(q.number)
    for _ in range(4):
        head = tree.heads[at]
        if tree.labels[at] == "pobj" and tree.keys[head] == "of":
            of = tree.heads[head]
            is_part = tree.keys[of] in _PARTIAL or tree.keys[of] in _FIRST and not describes(r)
            return is_part and of < q.first and q.first - of <= 3
        if tree.labels[at] not in {"compound", "nummod", "amod", "nmod"} or head == at:
            return False
        at = head
    return False


_PARTIAL = frozenset("most part parts half majority some many third quarter rest remainder bulk few none".split())
_FIRST = frozenset("first second third latest next".split())


def named(r: Reading) -> frozenset[str]:
    """By which numbers and names those are called that move (the 49th, HMS Ocean): another one moves by itself."""
    v, tree = r.view, r.view.tree
    moved = r.object_head if r.object_head is not None and not r.passive else r.subject_head
    made = {"headquarters"} if moved is not None and v.key(moved) in _STAFFS else set()
    for n in {n for t in themes(r) for n in head_nouns(v, t)}:
        start, end = tree.span(n)
        end = next((k for k in range(n + 1, end) if tree.is_verb(k) or v.key(k) in {",", ";"}), end)
        for k in range(start, end - 1):
            if v.key(k + 1) in _ORDINAL and tree.tags[k] == "CD" or v.key(k) in PREFIXES and v.toks[k].text.isupper():
                made.add(v.key(k) if v.key(k + 1) in _ORDINAL else v.key(k + 1))
    return frozenset(made)


_ORDINAL = frozenset("st nd rd th".split())
_STAFFS = frozenset({"headquarters", "hq", "headquarter"})


def is_last(r: Reading) -> bool:
    """ "The last of them", "the remaining tanks": with these the force is gone."""
    v, tree = r.view, r.view.tree
    for t in themes(r):
        for n in (t, *head_nouns(v, t)):
            if v.key(n) in _LAST or any(v.key(c) in _LAST for c in tree.of(n, "amod")):
                return True
    return False


def gives_up(r: Reading) -> bool:
    """The last of a force go somewhere else: it leaves where it was."""
    return r.trigger.kind == "verb" and r.trigger.lemma.split()[0] not in _ARRIVING and is_last(r)


#: Types of which "from" behind what moves is the origin.
_FROM = frozenset({"withdrawal", "relocation", "detainee_transfer"})


def sets_out(r: Reading, p: PlaceMention, h: Hook) -> bool:
    """ "The transfer of soldiers from X", "soldiers from Fort Rock were flown in", "US Marines from Bahrain have come":
    where they were; "soldiers from Ghana came" only says whose they are."""
    if r.type_code in _FROM or r.code == "rout" or is_leg(r, p):
        return is_moved(r, h.governor) or _sets_itself(r, p, h)
    if r.type_code not in {"deployment", "reinforcement"} or r.trigger.kind != "verb":
        return False
    start, end = r.patient if r.passive or r.patient[0] != r.patient[1] else r.subject
    others = (f for f in r.view.forces_in(h.governor - 4, p.first) if f.codes and p.place.country_code not in f.codes)
    return start <= h.governor < end and (p.place.kind_code not in {"country", "theatre"} or any(True for _ in others))


def _sets_itself(r: Reading, p: PlaceMention, h: Hook) -> bool:
    """ "200 soldiers from Fort Rock are moving to X": nobody moves them; a country only says whose they are."""
    alone = r.trigger.kind == "verb" and not r.passive and r.patient[0] == r.patient[1]
    return alone and r.subject[0] <= h.governor < r.subject[1] and p.place.kind_code not in {"country", "theatre"}


_LIES = words("whence.lies")


def serves(view: View, at: int) -> bool:
    """ "A base that has supported missions in X": where its work is, and not the base."""
    tree = view.tree
    verb = tree.clause(at)
    is_site = tree.labels[verb] == "relcl" and tree.keys[tree.heads[verb]] in view.vocabulary.classes["sites"]
    return is_site and (has := tree.object(verb)) is not None and verb < has < at


def is_of_another(r: Reading, governor: int, at: int) -> bool:
    """ "The accord that they signed in X": what is told there describes something else than what moves or where to;
    "X's contingent", "X's deployment": whose.

    Args:
        governor: the word that the place hangs on.
        at: where the place stands.
    """
    tree = r.view.tree
    verb = tree.clause(governor)
    if r.type_code in _STATIONED and any(p.form == "owner" and p.first == at for p in r.view.spotted.places):
        return governor in {r.first, r.last} or tree.keys[governor] in r.view.vocabulary.classes["movers"]
    if r.type_code not in JOURNEYS:
        return False
    if tree.labels[r.first] == "relcl" and r.first < verb < at and verb in tree.ancestors(r.first):
        return tree.keys[verb] in r.view.vocabulary.classes["moving_verbs"]  # "the jets flown in last year left for X"
    if tree.labels[verb] not in {"relcl", "acl"} or verb == r.first or verb in set(tree.ancestors(r.first)):
        return False
    told = tree.heads[verb]
    classes = r.view.vocabulary.classes
    if serves(r.view, at):
        return told != r.last
    lies = classes["being_verbs"] | classes["placing_verbs"] | classes["holding_verbs"] | _LIES
    if (
        tree.labels[verb] == "relcl"
        and tree.keys[verb] not in lies | classes["moving_verbs"]
        and r.trigger.kind == "noun"
    ):
        return told != r.last  # "the expulsion from a base that has supported missions in X"
    spans = [r.subject, r.object, *[(s, e) for _, s, e in r.phrases]]
    return told != r.last and not any(s <= told < e for s, e in spans)


#: Of these the owner of the force is who, seldom where.
_STATIONED = frozenset({"presence", "strength", "deployment", "reinforcement"})
