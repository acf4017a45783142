"""Where the counted are, by grammar.

A place is found by what its name hangs on: each step up the tree from the name and from the count to where they meet
has a cost, and names that hang on another count are that count's.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..arguments import Filler
from ..clauses import View
from ..language.classes import verbs, words
from ..mentions import PlaceMention
from ..quantity.quantities import Quantity
from ..quantity.stocks import Role
from ..quantity.wholes import is_part
from .discourse import country_of
from .hooks import hook
from .houses import is_house
from .inturn import in_turn
from .missionlands import land_of
from .nested import named_within
from .otherclauses import behind_and, is_compared, of_other_clause
from .placed import AREAS, LOCATIVE
from .saidofsite import is_kept, said_of
from .unsaid import WIDEST
from .venues import is_spoken_at

#: Steps up from a name.
_FROM_NAME = {
    "pobj": 0.05, "prep": 0.1, "compound": 0.0, "amod": 0.0, "nmod": 0.0, "poss": 0.1, "conj": 0.1, "appos": 0.2,
    "relcl": 0.8, "advcl": 0.6, "acl": 0.5, "ccomp": 0.9, "xcomp": 0.1, "pcomp": 0.3, "nsubj": 0.3, "nsubjpass": 0.3,
    "dobj": 0.25, "attr": 0.2, "agent": 0.2, "dep": 0.5, "parataxis": 1.0, "punct": 0.1, "det": 0.0, "npadvmod": 0.2,
    "csubj": 0.8,
}  # fmt: skip
#: Steps up from the count.
_FROM_COUNT = {
    "pobj": 0.1, "prep": 0.1, "compound": 0.0, "amod": 0.0, "nmod": 0.0, "nummod": 0.0, "quantmod": 0.0, "conj": 0.3,
    "appos": 0.2, "relcl": 0.6, "advcl": 0.6, "acl": 0.2, "ccomp": 0.9, "xcomp": 0.1, "pcomp": 0.3, "nsubj": 0.2,
    "nsubjpass": 0.2, "dobj": 0.2, "attr": 0.1, "agent": 0.3, "dep": 0.4, "parataxis": 1.0, "punct": 0.1,
}  # fmt: skip
_NOT_WHERE = frozenset("from to of against with by for between via through".split())
HOSTS = verbs("whereabouts.hosts") | {"home"}


def path_cost(
    view: View, name: int, r: Role, others: frozenset[int], is_place: bool = False
) -> tuple[float, int] | None:
    """Cost of the way from a name to the count, and where they meet; None where the name is another count's."""
    tree = view.tree
    way = [r.nouns[0], *tree.ancestors(r.nouns[0])]
    up: dict[int, float] = {}
    cost = 0.0
    for k, at in enumerate(way):
        if k:
            below = way[k - 1]
            label = tree.labels[below]
            step = _FROM_COUNT.get(label, 0.2)
            if label == "conj" and tree.is_verb(below):
                step = 0.5
            if is_place and label == "relcl" and _where(view, below) is not None:
                step = 0.0
            cost += step
        up[at] = cost
    at, cost = name, 0.0
    for _ in range(40):
        if at in others:
            return None
        if at in up:
            return cost + up[at], at
        label, head = tree.labels[at], tree.heads[at]
        if label[:5] == "nsubj" and tree.labels[head] == "relcl" and {head, tree.heads[head]}.isdisjoint(up):
            return None  # "a force which the states around X founded"
        step = _FROM_NAME.get(label, 0.2)
        if label in {"relcl", "acl"} and head in r.nouns[:2] and tree.keys[at] in _stays(view):
            step = 0.1
        elif label == "relcl" and head in r.nouns[:2]:
            step = 2.0  # "30 men, who backed up others in X": where they are is not said
        if label == "conj" and tree.is_verb(at):
            step = 0.6
        cost += step
        if head == at:
            return None
        at = head
    return None


def _stays(view: View) -> frozenset[str]:
    classes = view.vocabulary.classes
    return classes["being_verbs"] | classes["placing_verbs"] | classes["holding_verbs"]


def _where(view: View, verb: int) -> int | None:
    """ "the base where …", "in which …": the relative adverb of a clause."""
    below = view.tree.children[verb]
    which = [c for c in below if any(view.key(n) == "which" for n in view.tree.of(c, "pobj"))]
    return next((c for c in below if view.key(c) == "where" or c in which and view.tree.labels[c] == "prep"), None)


# ── where ──
def whereabouts(
    view: View, filler: Filler, r: Role, q: Quantity, others: frozenset[int], actors: tuple[str, ...], named: bool
) -> list[PlaceMention]:
    """The place, or the joined places, at which the counted are; empty where the sentence names none."""
    if (found := _antecedent(view, filler, r)) is not None:
        return found
    if (near := _right_behind(view, filler, q) or said_of(view, filler.grouped, r)) is not None:
        return near
    if (fronted := _just_before(view, filler, q)) is not None:
        return fronted
    before = in_turn(view.tree, filler.grouped)
    if (own := before.get(q.number)) is not None:
        return own
    hosts = [g for g in filler.grouped if g[-1].form != "pointed" and _hosts(view, g[-1], r)]
    if hosts and r.relation == "object" and actors != (hosts[0][0].place.country_code,):
        return hosts[0]
    vague = _is_vague(view, r)
    lands = [
        (way[0], m)
        for f in view.spotted.forces
        if (m := land_of(view, f)) is not None and (way := path_cost(view, f.last, r, others)) is not None
    ]
    best: tuple[float, list[PlaceMention]] | None = None
    for group in filler.grouped:
        p = group[0]
        if group in before.values() or p.form == "owner" or q.first <= p.first <= q.last and not p.is_site:
            continue
        if is_part(view, p, q.last) or of_other_clause(view, p, q, r) or is_compared(view, p):
            continue
        way = path_cost(view, p.last, r, others, is_place=True)
        if way is None:
            continue
        cost, meet = way
        if p.prep == "outside" and p.place.kind_code in WIDEST:
            continue  # "its largest base outside France": not there
        bare = p.form == "bare" or not p.prep and p.place.kind_code == "country"
        if bare and not _is_host(view, p, r, actors, named):
            continue
        if p.prep in _NOT_WHERE and not (p.is_site and p.prep in {"of", "between"}) and not _says_where(view, p, r):
            continue
        if not _hosts(view, p, r) and (
            is_spoken_at(view, p, r.nouns[0])
            or filler._of_saying(p.first)
            or filler._of_speaker(p.first)
            or _of_source(view, p.last, meet)
        ):
            continue
        wide = p.last < q.first and named_within(view.tree, p, r.nouns[0], filler.grouped)
        cost += 1.0 if wide or _is_home(view, p, r) else 0.0
        lo, hi = (q.last, p.first) if q.last < p.first else (p.last, q.first)
        cost += 0.01 * (hi - lo) + (1.2 if any(view.key(k) == ";" for k in range(lo, hi)) else 0.0)
        code = country_of(p)
        if any(c < cost and country_of(m) != code for c, m in lands):
            continue  # "has 300 in UNIFIL and 90 in the UN mission in X"
        if cost < (0.9 if vague and p.first > r.nouns[0] else 2.4) and (best is None or cost < best[0]):
            best = (cost, group)
    return best[1] if best else []


def _is_home(view: View, p: PlaceMention, r: Role) -> bool:
    """ "Sappers from the depot in Y", "crews, based out of Y, are in X": where they come from."""
    tree = view.tree
    for a in tree.ancestors(p.last):
        if tree.keys[a] == "from" and tree.heads[a] in r.nouns or tree.keys[a : a + 2] == ("based", "out"):
            return True
        if a in r.nouns or tree.is_predicate(a):
            return False
    return False


def _right_behind(view: View, filler: Filler, q: Quantity) -> list[PlaceMention] | None:
    """ "250 at X and 1,100 in Y", "850 of them in Y": the place right behind a number that has no noun of its own."""
    at = q.last + 1
    if view.tree.tags[q.last] != "CD" and q.noun not in {"strong", "them"}:
        return None
    if view.key(at) == "of" and view.key(at + 1) in {"them", "whom", "which", "these"}:
        at += 2
    if view.key(q.first - 1) == "(":
        named = next((p for p in view.spotted.places if p.last == q.first - 2), None)
        return [named] if named is not None and q.noun == "strong" else None  # "in X (1,500) and Y (300)"
    prep = view.key(at)
    if prep not in {"in", "at", "on", "near"}:
        return None
    return next((g for g in filler.grouped if at < g[0].first <= at + 4 and g[0].prep == prep), None)


def served(view: View, grouped: Iterable[list[PlaceMention]], r: Role, others: frozenset[int]) -> PlaceMention | None:
    """The land of the mission in which the counted serve, the nearest by grammar; None where they serve in none.

    `others`: nouns of other counts, whose missions are theirs.
    """
    taken = {k for group in grouped for p in group for k in range(p.first, p.last + 1)}
    near: list[tuple[float, int, PlaceMention]] = []
    for f in view.spotted.forces:
        if taken & set(range(f.first, f.last + 1)) or (land := land_of(view, f)) is None:
            continue
        way = path_cost(view, f.last, r, others)
        if way is not None:
            near.append((way[0], abs(f.first - r.nouns[0]), land))
    return min(near, key=lambda n: n[:2])[2] if near else None


def _just_before(view: View, filler: Filler, q: Quantity) -> list[PlaceMention] | None:
    """ "The biggest contingents are in X, with 300 soldiers, and in Y, with 90": the place that each follows."""
    if view.key(q.first - 1) != "with" or view.key(q.first - 2) != "," or view.places_in(q.last + 1, q.last + 6):
        return None
    at = q.first - 3
    land = next((m for f in view.spotted.forces if f.last == at and (m := land_of(view, f)) is not None), None)
    named = next((g for g in filler.grouped if g[-1].last == at and g[0].prep in LOCATIVE - {"outside"}), None)
    return named or ([land] if land is not None else None)


def _is_vague(view: View, r: Role) -> bool:
    """ "across the country", "there", "in the area": the count's own phrase says where, without a name."""
    tree = view.tree
    for noun in (r.nouns[0], r.verb):
        for c in tree.children[noun] if noun is not None else ():
            if tree.labels[c] == "advmod" and tree.keys[c] in {"there", "here"}:
                return True
            if tree.labels[c] == "prep" and tree.keys[c] in LOCATIVE:
                for n in tree.of(c, "pobj"):
                    if (
                        tree.keys[n] in AREAS | view.vocabulary.classes["sites"] | _GROUNDS
                        and not view.places_in(c, tree.span(n)[1])
                        and not tree.of(n, "prep")
                    ):
                        return True
    return False


_GROUNDS = frozenset("airport port harbour harbor aerodrome runway".split())


def _says_where(view: View, p: PlaceMention, r: Role) -> bool:
    """ "in the north of Mali", "close to the Strait", "posted to Dakar": the place of a phrase that says where; so do
    "the garrison of X has 400" and "the force that was sent to X numbers 900"."""
    tree = view.tree
    before = view.words_in(p.first - 4, p.first)
    subject = None if r.verb is None else tree.subject(r.verb)
    if subject is not None and p.prep == "of" and tree.keys[subject] in _STANDING:
        return is_kept(view, p, r) or tree.span(subject)[0] <= p.first < tree.span(subject)[1]
    if p.prep == "to" and (sent := tree.clause(p.last)) != r.verb and tree.labels[sent] in {"relcl", "acl"}:
        told = {*r.nouns[:2], subject, *(tree.under(subject) if subject is not None else ())}
        return tree.heads[sent] in told and tree.keys[sent] in words("sent")
    if p.prep == "of":
        compass = {"north", "south", "east", "west", "part", "outside", "centre", "center"}
        return (
            bool(before & compass) or is_kept(view, p, r) or p.first - r.nouns[0] < 9 and hook(tree, p).prep in LOCATIVE
        )  # "in the port of X"
    if p.prep == "from":
        return bool(before & _FLIES)  # "eighteen fighters fly from X"
    return p.prep == "to" and bool(before & _CLOSE)


_STANDING = words("whereabouts.standing")
_FLIES = verbs("whereabouts.flies") | {"patrol"}
_CLOSE = words("whereabouts.close")


def _is_host(view: View, p: PlaceMention, r: Role, actors: tuple[str, ...], named: bool) -> bool:
    """ "Kuwait hosts 13,500 Americans": the subject is where they are, and they are another's."""
    if r.verb is None:
        return p.form != "bare" and actors != (p.place.country_code,)
    subject = view.tree.subject(r.verb)
    if subject is None or actors == (p.place.country_code,):
        return False
    start, end = view.tree.span(subject)
    is_had = r.relation == "object" and named and view.key(r.verb) not in verbs("notice")
    return start <= p.first < end and (is_had or bool(view.words_in(r.verb, r.verb + 3) & HOSTS))


def _hosts(view: View, p: PlaceMention, r: Role) -> bool:
    """ "Said that Mali hosts 900 soldiers": the place is the verb's own subject, whoever says so."""
    subject = None if r.verb is None else view.tree.subject(r.verb)
    return subject is not None and p.first <= subject <= p.last and view.key(r.verb or 0) in HOSTS


def _of_source(view: View, at: int, meet: int) -> bool:
    """ "according to a diplomat in Pretoria": who speaks stands there, not the troops."""
    tree, speakers = view.tree, view.vocabulary.classes["speakers"] | view.vocabulary.classes["source_nouns"]
    for a in tree.ancestors(at):
        if a == meet:
            return False
        if tree.keys[a] == "according":
            return True
        if tree.tags[a][:2] == "NN" and tree.keys[a] in speakers and tree.labels[a] in {"pobj", "nsubj", "conj"}:
            bodies = {"mission", "force", "army", "navy", "military"} if tree.labels[a] == "pobj" else set()
            own = view.vocabulary.classes["movers"] | view.vocabulary.classes["sites"] | bodies
            return tree.keys[a] not in own and not is_house(view, a)
    return False


def _antecedent(view: View, filler: Filler, r: Role) -> list[PlaceMention] | None:
    """The place before "where" or "in which", with the name that it is said of: "X base, the largest in Y, where …"."""
    tree = view.tree
    if r.verb is None:
        return None
    for verb in (r.verb, *[a for a in tree.ancestors(r.verb) if tree.is_verb(a)][:1]):
        mark = _where(view, verb)
        if mark is None or mark > r.nouns[0]:
            continue
        before = [g for g in filler.grouped if g[-1].last < mark and not set(range(g[-1].last, mark)) & _finite(view)]
        chosen = next((g for g in reversed(before) if g[0].is_site), before[-1] if before else None)
        if chosen is None or tree.heads[chosen[0].last] == verb:
            return None
        return None if named_within(tree, chosen[0], r.verb, filler.grouped) else behind_and(tree, chosen)
    return None


def _finite(view: View) -> set[int]:
    return {k for k in view.verbs if view.tree.tags[k] in {"VBZ", "VBP", "VBD", "MD"}}
