"""Where a place hangs in its sentence: its preposition, and the word that its phrase belongs to.

"Troops from Chad reached the town of Gao": `Gao` hangs as object on `reached`, past "the town of"; `Chad` hangs with
"from" on `troops`. `reach` then says how far a trigger is from that word: nothing for its own phrases, little for those
of its object, much for those of another clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..clauses import View
from ..facts.themes import themes
from ..families import FIGHTS, JOURNEYS
from ..language.classes import nouns
from ..language.phrases import COMPASS
from ..language.syntax import Tree
from ..mentions import PlaceMention
from ..reading import Reading
from .beside import LANDS
from .grounds import GROUNDS
from .placekinds import MANY_PLACES, POINTERS, TOWNS

#: "the outskirts of X", "a base north of X": the phrase is one with the name.
_PARTS = COMPASS | frozenset(
    (
        "part parts rest whole all most much town city village province region district areas area swathes outskirts "
        "coast coastline shore shores island islands territory state kingdom republic capital port suburb suburbs "
        "vicinity centre center heart interior middle tip edge side sides waters airspace soil mountains hills desert "
        "valley countryside quarter neighbourhood neighborhood governorate prefecture peninsula municipality commune "
        "localities locality settlement settlements villages towns cities provinces regions districts outside"
    ).split()
)
_PORTS = frozenset("airport airports harbour harbor station railway gates roads".split())
_WITH = frozenset("with by than as like".split())
_BESIDE = frozenset(
    "at in near on outside of around inside by along behind between beyond above below off opposite".split()
)
_GOALS = frozenset("to into onto toward towards until".split())
#: Labels between a word of a name and the head of its noun phrase.
_INNER = frozenset({"compound", "nmod", "amod", "det", "nummod", "punct", "quantmod", "advmod", "case", "dep"})


@dataclass(frozen=True)
class Hook:
    """`noun`: the head of the noun phrase; `prep`: the preposition above it, "" without one, "'s" for an owner;
    `governor`: the word that the phrase belongs to."""

    noun: int
    prep: str
    governor: int


def tie(tree: Tree, p: PlaceMention) -> Hook:
    """What a place hangs on directly: the village of "in the village of X"."""
    return _above(tree, head_of(tree, p.first, p.last))


def hook(tree: Tree, p: PlaceMention, sites: frozenset[str] = frozenset()) -> Hook:
    """How a place is tied into its sentence; what hangs on a site ("to the base at Gao") is tied as the site is."""
    found = _above(tree, head_of(tree, p.first, p.last))
    if _names_some(tree, found) and (whole := _of_which(tree, found.governor)) is not None:
        found = _above(tree, whole)  # "in four countries, including X"
    if found.prep == "of" and tree.keys[found.governor] == "direction":
        return Hook(found.noun, "to", _above(tree, found.governor).governor)  # "left in the direction of X"
    for _ in range(6):
        outer = tree.keys[found.governor]
        is_part = (
            found.prep == "of"
            and outer in _PARTS | _PORTS | sites
            or found.prep in _BESIDE
            and outer in sites | GROUNDS
        )
        if not is_part or found.governor == found.noun:
            break
        if outer in COMPASS and tree.labels[found.governor] == "advmod":
            host = tree.heads[found.governor]
            if tree.keys[host] not in sites | GROUNDS:  # "attacked a depot (from the air) north of X"
                return Hook(found.governor, "in", tree.clause(host) if tree.labels[host] == "pobj" else host)
            found = Hook(found.governor, "in", host)
            continue
        above = _above(tree, found.governor)
        if above.governor == above.noun or above.prep in _WITH:
            break
        found = above if above.prep else Hook(above.noun, "", above.governor)
    beyond = _above(tree, found.governor)
    if found.prep in _BESIDE and beyond.prep == "from" and not tree.is_verb(found.governor):
        return Hook(found.noun, "from", beyond.governor)  # "from the division in X"
    return found


def _names_some(tree: Tree, found: Hook) -> bool:
    """ "including X", "such as X"."""
    such = found.prep == "as" and any(tree.keys[k] == "such" for k in range(max(0, found.governor), found.noun))
    return such or found.prep == "including"


def _of_which(tree: Tree, governor: int) -> int | None:
    """The noun for several places of which "including" names some: "four camps, including X", "four camps were closed,
    including X"."""
    verb = tree.clause(governor)
    thing = tree.subject(verb) if tree.is_passive(verb) else tree.object(verb)
    return next((k for k in (governor, thing) if k is not None and tree.keys[k] in LANDS | MANY_PLACES), None)


def is_of_theme(r: Reading, p: PlaceMention) -> bool:
    """The place is what an act is done to, or stands at it: "handed over the keys to the camp in X"."""
    tree, things = r.view.tree, themes(r)
    if any(p.first <= t <= p.last for t in things):
        return True
    own = tie(tree, p)
    return own.prep in {"in", "at", "near"} and own.governor in things and own.governor < p.first


def head_of(tree: Tree, first: int, last: int) -> int:
    """The word of a range that depends on a word outside it."""
    if tree.tags[first] == "NN" and not first <= tree.heads[first] <= last:
        return first  # "the road from X to Y"
    for i in range(last, first - 1, -1):
        if not first <= tree.heads[i] <= last or tree.heads[i] == i:
            return i
    return last


def _above(tree: Tree, noun: int) -> Hook:
    while tree.labels[noun] in _INNER and tree.heads[noun] != noun and not tree.is_verb(tree.heads[noun]):
        noun = tree.heads[noun]
    first = noun
    while tree.labels[first] in {"conj", "appos"} and not tree.is_verb(tree.heads[first]):
        first = tree.heads[first]
    label, head = tree.labels[first], tree.heads[first]
    if label == "poss":
        return Hook(noun, "'s", head)
    if label in {"pobj", "pcomp"} or label == "dep" and tree.tags[head] in {"IN", "TO"}:
        return _preposition(tree, noun, head)
    if label == "prep":  # the parser took a name for a preposition
        return Hook(noun, "", head)
    return Hook(noun, "", head)


def _preposition(tree: Tree, noun: int, prep: int) -> Hook:
    word, governor = tree.keys[prep], tree.heads[prep]
    while tree.labels[prep] in {"prep", "conj", "pcomp", "cc", "agent", "dative"} and tree.tags[governor] in {
        "IN",
        "TO",
        "RP",
    }:
        if tree.labels[prep] != "conj" and governor != tree.heads[governor]:
            outer = tree.keys[governor]
            is_source = outer == "out" and word == "of" or outer == "from" and word not in _GOALS
            word = "from" if is_source else word
        prep, governor = governor, tree.heads[governor]
        if prep == governor:
            break
    return Hook(noun, word, governor)


def led_by(tree: Tree, verb: int, p: PlaceMention, places: Sequence[PlaceMention]) -> str | None:
    """ "X and two more villages, from which the rebels had withdrawn": the preposition, where p is the antecedent."""
    top = verb
    while tree.labels[top] in {"xcomp", "acomp"}:
        top = tree.heads[top]
    prep = tree.heads[top]
    if tree.labels[top] == "pcomp" and any(tree.keys[c] == "where" for c in tree.of(top, "advmod")):
        before = [q for q in places if q.last < prep and tree.keys[prep] == "from"]
        from_ = next((q for q in reversed(before) if q.place.kind_code != "country"), before[-1] if before else None)
        return "from" if from_ is not None and p.first == from_.first else None  # "to X in Y, from where they flew on"
    if tree.labels[verb] != "relcl":
        return None
    start, end = tree.span(tree.first_conjunct(tree.heads[verb]))
    near = [q for q in places if q.last < verb and start <= q.first < end]
    which = next((c for c in tree.of(verb, "prep") if any(tree.keys[n] == "which" for n in tree.of(c, "pobj"))), 0)
    beside = [
        q for q in places if which - 2 <= q.last < which and q.form == "place"
    ]  # "has men in X, to which it sends"
    if any(q.place.kind_code == "country" for q in beside) and any(q.place.kind_code != "country" for q in near):
        beside = []  # "Camp X in Kenya, from which"
    near = beside or near or [q for q in places if q.last < start][-1:]
    if all(p.first != q.first for q in near):
        return None
    for prep in tree.of(verb, "prep"):
        if any(tree.keys[n] == "which" for n in tree.of(prep, "pobj")) and tree.keys[prep] in _GOALS | {"from"}:
            return tree.keys[prep]
    return None


def is_where(tree: Tree, trigger: int, p: PlaceMention) -> bool:
    """ "Kandahar, where two posts were hit": p is the antecedent of the trigger's clause."""
    verb = tree.clause(trigger)
    above = tree.heads[verb]
    if tree.labels[verb] in {"ccomp", "advcl", "attr", "acomp"} and tree.keys[above] in {"is", "was", "remains"}:
        led = any(tree.keys[c] == "where" for c in tree.of(verb, "advmod"))
        return led and (subject := tree.subject(above)) is not None and p.first <= subject <= p.last  # "X is where"
    while tree.labels[verb] in {"conj", "xcomp", "acomp"} and tree.heads[verb] != verb:
        verb = tree.heads[verb]  # "where it is about to begin an operation"
    if tree.labels[verb] != "relcl" or not any(tree.keys[c] == "where" for c in tree.of(verb, "advmod")):
        return False
    beside = tree.keys[p.last + 1 : p.last + 3] == (",", "where") and p.last < verb  # "one at X, where"
    said = _said_of(tree, tree.heads[verb])
    return p.first <= said <= p.last or said == tree.heads[verb] and beside and said < p.first


def _said_of(tree: Tree, noun: int) -> int:
    """ "X, a town in the east of Y, where …": the clause behind is said of X, wherever the parser hangs it."""
    for at in (noun, *tree.ancestors(noun)):
        if tree.labels[at] == "appos" and tree.keys[at] in TOWNS:
            return tree.heads[at]
        if tree.labels[at] not in {"pobj", "prep", "compound", "amod"}:
            break
    return noun


def is_inside(tree: Tree, h: Hook) -> bool:
    """ "Sent the army into X's prisons", "stationed in X's ports": X is where these are."""
    above = tree.heads[h.governor]
    is_ground = bool({tree.keys[h.governor], tree.keys[h.governor].removesuffix("s")} & (GROUNDS | POINTERS))
    return is_ground and tree.labels[h.governor] == "pobj" and tree.keys[above] in _BESIDE - {"on"} | _GOALS


def is_of_town(view: View, p: PlaceMention) -> bool:
    """ "Kidal's garrison was cut to 90": what a town, province or island has is there."""
    owned = view.tree.heads[p.last]
    is_own = view.tree.labels[p.last] == "poss" and p.place.kind_code not in {"country", "theatre"}
    return is_own and view.key(owned) in nouns("of_town")


# ── how far ──
#: Climbing from a trigger: out of a control verb costs little, out of a clause much.
_UP = {
    "xcomp": 0.2, "pcomp": 0.3, "acl": 0.2, "relcl": 0.3, "advcl": 1.1, "ccomp": 1.4, "conj": 0.9, "csubj": 0.5,
    "parataxis": 2.0, "dep": 1.2, "dobj": 0.2, "nsubj": 0.4, "nsubjpass": 0.2, "attr": 0.2, "pobj": 0.15, "prep": 0.1,
    "appos": 0.4, "poss": 0.3, "agent": 0.3, "compound": 0.1, "npadvmod": 0.3, "advmod": 0.3, "dative": 0.3,
}  # fmt: skip
#: Going down to a phrase: into an object nothing, into a clause that only describes much.
_DOWN = {
    "dobj": 0.1, "nsubjpass": 0.1, "nsubj": 0.3, "attr": 0.1, "prep": 0.1, "pobj": 0.1, "pcomp": 0.5, "conj": 0.2,
    "relcl": 1.0, "acl": 0.4, "advcl": 1.1, "ccomp": 1.5, "xcomp": 0.3, "appos": 0.4, "poss": 0.3, "agent": 0.7,
    "compound": 0.1, "dative": 0.2, "npadvmod": 0.2, "advmod": 0.1, "parataxis": 2.0, "prt": 0.0, "acomp": 0.1,
    "oprd": 0.1, "dep": 1.0,
}  # fmt: skip


def reach(tree: Tree, trigger: int, governor: int, is_scene: bool = False) -> float:
    """What lies between a trigger and the word that a place hangs on; 0 for the same word, 1 for a clause border.

    Args:
        is_scene: the place opens the sentence, and may be said of all its clauses.
    """
    top = tree.common(trigger, governor)
    if top is None:
        return 9.0
    total = 0.0
    for start, costs, over_verbs in ((trigger, _UP, 0.9), (governor, _DOWN, 1.0)):
        at = start
        while at != top:
            label = tree.labels[at]
            total += (over_verbs if tree.is_verb(at) else 0.2) if label == "conj" else costs.get(label, 0.3)
            is_other = label == "advcl" or label == "conj" and tree.is_verb(at)
            total += _OWN_SUBJECT if is_other and not is_scene and _has_subject(tree, at) else 0.0
            at = tree.heads[at]
    return total


#: "withdrew when rebels were marching on Gao": a clause with a subject of its own is another fact.
_OWN_SUBJECT = 1.2


def opens(view: View, p: PlaceMention, governor: int, kind: str) -> bool:
    """ "In Panama, France has closed a barracks, and Japan is expanding its camp": where both are done. Who comes or
    goes, or strikes, does so where his own clause says."""
    tree = view.tree
    subject = tree.subject(governor) if tree.is_verb(governor) else None
    is_first = subject is not None and p.last < tree.span(subject)[0] and view.key(p.last + 1) == ","
    return is_first and p.prep in _SCENES and p.first <= _FIRST and kind not in _GOING


_SCENES = frozenset({"in", "on"})
#: So many words before the name: "Meanwhile, in the".
_FIRST = 4
_GOING = JOURNEYS - {"reinforcement"} | FIGHTS | {"agreement"}


def _has_subject(tree: Tree, verb: int) -> bool:
    return bool(tree.of(verb, "nsubj", "nsubjpass"))


def comes_from(view: View, p: PlaceMention) -> bool:
    """ "the 25th Division from Hawaii", "men from X, Y and Z", "the brigade, of Fort Rock, Texas": where they come
    from, or are at home, is not where the text is."""
    if not any(view.key(k) in {"from", "of"} for k in range(p.first)):
        return False  # no need of the grammar
    tree, classes = view.tree, view.vocabulary.classes
    name, town = tree.first_conjunct(p.last), _before_comma(view, p)
    if town is not None and tree.labels[name] == "appos" and tree.heads[name] == town.last:
        name, p = tree.first_conjunct(town.last), town  # "Fort Rock, Texas"
    at = tree.heads[name] if tree.labels[name] == "pobj" else -1
    is_from = at >= 0 and (tree.keys[at] == "from" or tree.keys[at] == "of" and p.place.kind_code == "garrison")
    host = tree.heads[at] if is_from else -1
    if host < 0 or tree.tags[host][:2] != "NN":
        return False
    is_unit = any(f.form == "unit" and f.first <= host <= f.last for f in view.spotted.forces)
    return is_unit or view.key(host) in classes["personnel"] | classes["units"]


def _before_comma(view: View, p: PlaceMention) -> PlaceMention | None:
    """The place that stands before it and a comma."""
    return next((q for q in view.spotted.places if q.last == p.first - 2 and view.key(q.last + 1) == ","), None)


def in_clause(r: Reading, p: PlaceMention) -> bool:
    """The place stands in the verb's own clause, not in one that is joined to it; a host lies in what is wider."""
    if r.code == "host" and p.place.kind_code in {"country", "theatre", "sea"}:
        return False  # "Okinawa hosts most of the soldiers in Japan"
    return r.trigger.kind != "verb" or r.view.tree.clause(p.first) == r.view.tree.clause(r.first)
