"""Whether a counted noun itself says where they are: "its 900 soldiers in X", "the 500 troops stationed there"."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses import View
from ..language.classes import plurals, verbs, words
from ..language.grammar import EACH
from ..quantity.quantities import Quantity

#: Prepositions that say where.
LOCATIVE = frozenset(
    (
        "in at on near inside within across throughout along around off aboard outside over under between beside "
        "there here alongside opposite round"
    ).split()
)
#: What troops do, or what was done with them, that leaves them somewhere.
STATIONED = words("stationed")


def is_placed(view: View, nouns: Sequence[int]) -> bool:
    """The noun itself says where they are: "its 900 soldiers in X", "the 500 troops stationed there"."""
    tree = view.tree
    for noun in [*nouns[:2], *_joined(view, nouns[0])]:
        for c in tree.children[noun]:
            if c < noun:
                continue
            label = tree.labels[c]
            if label == "prep" and tree.keys[c] in LOCATIVE and _names_place(view, c):
                return True
            if label in {"acl", "relcl", "amod", "advcl"} and (
                tree.keys[c] in STATIONED or {tree.keys[x] for x in tree.children[c]} & {"stationed", "based"}
            ):
                return True
            if label == "acl" and tree.keys[c] == "left" and tree.keys[c + 1] == "behind" and located(view, c):
                return True
            if label == "relcl" and tree.keys[c] in {"are", "were", "is", "was", "remain"}:
                return True
            if label == "relcl" and tree.keys[c] in _KEEPS and tree.object(c) in {None, noun} and located(view, c):
                return True  # "the 300 that it has in X"
            classes = view.vocabulary.classes
            stays = tree.keys[c] in classes["being_verbs"] | classes["placing_verbs"]
            if label in {"acl", "relcl"} and stays and tree.object(c) is None and located(view, c):
                return True  # "112 men who wait for orders in X"
            if label == "advmod" and tree.keys[c] in {"there", "here", "aboard", "abroad", "ashore"}:
                return True
            if label == "advmod" and any(_names_place(view, p) for p in tree.of(c, "prep") if tree.keys[p] in LOCATIVE):
                return True  # "now in X"
    return False


def _joined(view: View, noun: int) -> list[int]:
    """ "Nine tanks and two gunboats moored at X": what is said of the last one is said of all."""
    tree = view.tree
    return [
        c
        for c in tree.of(noun, "conj")
        if tree.tags[c][:2] == "NN" and tree.of(noun, "nummod") and tree.of(c, "nummod")
    ]


def _names_place(view: View, prep: int) -> bool:
    start = prep + 1
    end = max((view.tree.span(n)[1] for n in view.tree.of(prep, "pobj")), default=prep + 1)
    return (
        bool(view.places_in(start, end))
        or view.has_class(start, end, "sites")
        or bool(view.words_in(start, end) & AREAS)
    )


AREAS = words("placed.areas")

#: What is done to or with troops in order to train.
TRAINS = frozenset(f + e for f in ("train", "exercise", "drill") for e in ("", "s", "ed", "ing")) | {
    "drilling", "exercising", "exercised", "practise", "practised", "practising", "teach", "teaches", "taught",
    "teaching", "instruct", "instructs", "instructed", "instructing", "school", "schools", "schooled", "schooling",
    "coach", "coached", "coaching", "mentor", "mentored", "mentoring",
}  # fmt: skip


def located(view: View, verb: int) -> bool:
    """A phrase of the verb names a place."""
    return any(
        prep in LOCATIVE and (view.places_in(s, e) or view.words_in(s, e) & AREAS)
        for prep, s, e in view.tree.phrases(verb)
    )


def settled(view: View, verb: int) -> bool:
    """ "are crammed into barracks at X", "have holed up in the hills": an act that is done has left them somewhere."""
    tree = view.tree
    group = {tree.keys[c] for c in tree.of(verb, "aux", "auxpass")}
    held = group & {"are", "is", "remain", "have", "has", "'ve", "were", "was"} and tree.tags[verb] in {"VBN", "VBD"}
    if not held or tree.of(verb, "dobj") or tree.agent(verb) is not None:
        return False
    if group & {"have", "has", "'ve"} and "been" not in group and not tree.of(verb, "prt"):
        return False
    return any(
        prep in LOCATIVE | {"into", "amid", "among", "behind", "to"}
        and (view.places_in(s, e) or view.has_class(s, e, "sites") or view.words_in(s, e) & AREAS)
        for prep, s, e in tree.phrases(verb)
    ) and not (moves(view, verb) or tree.keys[verb] in view.vocabulary.classes["spending_verbs"] | TRAINS)


def by_turns(view: View, verb: int) -> bool:
    """ "15,000 pass through the port each month": so many come and go."""
    tree = view.tree
    spans = [tree.span(c) for c in tree.of(verb, "npadvmod")]
    often = {"annually", "yearly", "monthly", "weekly", "daily"} & {tree.keys[c] for c in tree.of(verb, "advmod")}
    return bool(often) or any(view.words_in(*s) & EACH for s in spans)


def moves(view: View, verb: int) -> bool:
    """The verb is one of going or being sent."""
    return view.key(verb) in view.vocabulary.classes["moving_verbs"]


def is_held(view: View, q: Quantity) -> bool:
    """ "runs around 40 bases in X", "the 180 posts that it mans": military sites that somebody has."""
    tree = view.tree
    if q.unit not in {"bases", "vehicles"}:
        return False
    noun = tree.noun_head(q.number)
    first = tree.first_conjunct(noun)
    if q.last == q.number and tree.labels[noun] in {"conj", "appos"}:  # "four bases in X, two in Y and one in Z"
        before = [o for o in view.quantities if o.last < q.first and o.last != o.number]
        alike = bool(before) and before[-1].unit == q.unit and is_held(view, before[-1])
        return alike and ":" not in view.words_in(before[-1].last, q.first)  # not its parts: "two: one in X …"
    if not _is_kept(view, q) or q.low == q.high == 1:
        return False
    if q.unit == "vehicles" and _stand(view, noun):
        return True
    verbs = tree.of(noun, "relcl") if q.unit == "bases" else []
    if "new" in view.words_in(q.number, q.last):
        return False  # set up, rather than had
    if tree.labels[first] in {"dobj", "attr"} and (first == noun or view.vocabulary.units.get(tree.keys[first])):
        verbs.append(tree.heads[first])
    return any(tree.keys[v] in _HOLDS or tree.of(v, "expl") for v in verbs)


def _stand(view: View, noun: int) -> bool:
    """ "Thirty tanks are stationed in X", "has 30 tanks in X": where they are is said."""
    verb, label = view.tree.heads[noun], view.tree.labels[noun]
    classes = view.vocabulary.classes
    if label in {"nsubj", "nsubjpass"}:
        group = classes["placing_verbs"] if label == "nsubjpass" else classes["being_verbs"]
        return view.key(verb) in group and located(view, verb)
    if label == "pobj":
        return view.key(view.tree.heads[verb]) == "home"  # "is home to 30 tanks"
    if label == "dobj" and (view.key(verb) in _HOSTS or view.key(verb) in _KEEPS and located(view, verb)):
        return True
    return label in {"dobj", "attr"} and is_placed(view, [noun])


_KEEPS = words("placed.keeps")
_HOSTS = frozenset("host hosts hosted house houses housed".split())


def _is_kept(view: View, q: Quantity) -> bool:
    """Guns or sites that none but an army has; other sites where a word says that they are one's."""
    key = view.key(q.last)
    if key == "vehicles" and view.words_in(q.number, q.last) & _ARMOURED:
        return True
    return key in _SITES | _ARMOUR or key in _PLAIN and bool(view.words_in(q.number, q.last) & {"military", "naval"})


_SITES = plurals("site")
_PLAIN = frozenset("installations facilities sites locations centres centers stations".split())
_ARMOUR = frozenset("tanks howitzers launchers carriers abrams leopards bradleys strykers".split())
_ARMOURED = frozenset("armoured armored fighting combat".split())
_HOLDS = verbs("placed.holds")
