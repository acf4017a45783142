"""Phrases that lead somewhere and are no plain "to X": "left for the mission in X", "instead of to X"."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses import View
from ..facts.themes import themes
from ..families import JOURNEYS
from ..language.classes import nouns, verbs, words
from ..language.grammar import COMPASS_POINTS
from ..language.syntax import Tree
from ..mentions import PlaceMention
from ..reading import Reading
from .hooks import Hook, hook

_IN = frozenset("in at on to with near off around above along outside behind beyond below inside beside by".split())
#: Words between "instead of" and a name: an article, what kind of place it is.
_SHORT = 5


_GOALS = frozenset({"for", "to", "into", "toward", "towards"})
#: "Left the base at X, which was handed to Y".
_HANDED = frozenset("handed returned transferred given passed sold ceded leased turned".split())
#: What moves beside the troops.
_STAFFS = frozenset({"headquarters", "hq", "command", "equipment", "families"})


def _is_bound_for(r: Reading, h: Hook) -> bool:
    """ "Left for the mission in X", "withdrew to their ships off X": X is where those go who leave."""
    tree, at = r.view.tree, h.governor
    if r.trigger.kind != "verb":
        return False
    first = tree.span(h.noun)[0] - 1
    if any(p in _GOALS and r.last < s and e == first and r.view.key(first) in _IN for p, s, e in r.phrases):
        return True
    if r.view.key(h.noun) in COMPASS_POINTS and any(p in _GOALS and r.last < s <= first < e for p, s, e in r.phrases):
        return True  # "withdrew to positions south of X"
    if h.prep not in _IN:
        return False
    for _ in range(4):
        if tree.is_verb(at):
            return tree.keys[at] in _JOINING and tree.heads[at] == r.first and tree.labels[at] in _AIMS
        head = tree.heads[at]
        if tree.labels[at] == "pobj" and tree.keys[head] in _GOALS:
            return tree.heads[head] == r.first and head > r.last
        at = head
    return False


#: "Left X to join others at Y", "to reinforce the garrison at Y".
_JOINING = frozenset({"join", "rejoin", "reinforce", "meet"})


def _are_brought_back(r: Reading, sent: int) -> bool:
    """ "Withdrew the men that it had sent to X": the clause is of those who leave, and comes behind the leaving."""
    return sent > r.last and r.view.tree.heads[sent] in themes(r)


def end_of_leaving(r: Reading, h: Hook) -> str | None:
    """ "Left for the mission in X", "a cut in the forces deployed to X": where those go who leave, or are."""
    tree = r.view.tree
    is_sent = tree.labels[h.governor] in {"acl", "relcl"} and tree.keys[h.governor] in words("sent")
    if h.prep in {"to", "into"} and is_sent and (tree.labels[h.governor] == "acl" or _are_brought_back(r, h.governor)):
        return "origin"
    return "destination" if _is_bound_for(r, h) else None


def is_back_on(view: View, first: int, last: int, prep: str) -> bool:
    """ "Fell back on X", "fell back from Y on X", not "pulled back from two posts on X"."""
    return view.key(first)[:4] in {"fall", "fell"} or any(
        view.key(k) == "back" and view.key(k + 1) == prep for k in range(first, last)
    )


def is_errand(r: Reading, verb: int) -> bool:
    """ "Sent a company to secure the bridge at X": the verb says what those who are sent shall do where they go."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or r.type_code not in _SENT or verb <= r.last:
        return False
    if tree.labels[verb] in {"xcomp", "ccomp"} and tree.keys[tree.heads[verb]] in {"help", "try"}:
        verb = tree.heads[verb]
    is_aim = tree.labels[verb] in _AIMS and any(tree.keys[c] == "to" for c in tree.of(verb, "aux"))
    return is_aim and r.first in {tree.heads[verb], tree.heads[tree.heads[verb]]}


_AIMS = frozenset({"advcl", "xcomp", "acl", "relcl"})
_SENT = frozenset({"deployment", "reinforcement"})


def is_passed_over(view: View, p: PlaceMention) -> bool:
    """ "To A instead of to B", "rather than to B"."""
    for k in range(p.first - 1, max(p.first - 2 - _SHORT, 0), -1):
        before = (view.key(k - 1), view.key(k))
        if before in {("instead", "of"), ("rather", "than")}:
            return True
        if view.key(k) in {",", ";", ":"} or view.tree.is_verb(k):
            return False
    return False


def is_asked(tree: Tree, name: int) -> bool:
    """ "Sent them home, which it owed to a request from X": nobody leaves X."""
    prep = tree.heads[name]
    return tree.keys[prep] == "from" and tree.keys[tree.heads[prep]] in nouns("goals.asked")


def is_of_other_noun(r: Reading, h: Hook) -> bool:
    """ "Withdrew, easing the threat to X", "left A and moved the headquarters to X": of other things."""
    tree = r.view.tree
    if tree.is_verb(h.governor) and tree.labels[h.governor] == "conj" and tree.heads[h.governor] == r.first:
        things = [tree.keys[n] for n in tree.of(h.governor, "dobj")]
        return r.trigger.kind == "verb" and h.governor > r.last and any(t in _STAFFS for t in things)
    if h.prep == "to" and tree.is_verb(h.governor) and tree.labels[h.governor] == "relcl":
        return r.trigger.kind == "verb" and tree.keys[h.governor] in _HANDED and h.governor > r.last
    if h.prep == "from" and h.governor not in {r.first, r.last} and is_asked(tree, h.noun):
        return True
    if h.prep != "to" or tree.tags[h.governor] not in {"NN", "NNS"} or h.governor in {r.first, r.last}:
        return False
    clause = tree.clause(h.governor)
    within = (r.patient, r.subject, r.object)
    return (
        clause not in {r.first, tree.clause(r.last)}
        and tree.labels[clause] in {"advcl", "relcl", "acl", "ccomp", "conj"}
        and r.first in {*tree.ancestors(clause), tree.clause(r.last)}
        and not any(s <= h.governor < e for s, e in within)
        and tree.labels[h.governor] in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}
    )


def is_on_way(r: Reading, p: PlaceMention) -> bool:
    """What they cross, or go to no longer."""
    return is_passed_over(r.view, p) or is_crossed(r, p)


def is_crossed(r: Reading, p: PlaceMention) -> bool:
    """ "Crossed the river X into Y": what they cross on the way to where they go."""
    if r.trigger.kind != "verb" or r.trigger.lemma.split()[0] != "cross" or not 0 < p.first - r.last <= _CROSSED:
        return False
    if p.prep not in {"", "the", "over", "across"}:
        return False
    end = next((k for k in range(p.last + 1, p.last + 4) if r.view.key(k) in _ONWARD), None)
    return end is not None and any(end < o.first <= end + _FAR for o in r.view.spotted.places)


def way_on(r: Reading) -> int | None:
    """ "Passed X on their way to Y": the way on which they passed it, if it is said whither it leads."""
    tree = r.view.tree
    ons = [p for p in tree.of(r.first, "prep") if tree.keys[p] == "on" and p > r.last]
    ways = (n for p in ons for n in tree.of(p, "pobj") if tree.keys[n] == "way")
    return next((n for n in ways if any(tree.keys[p] == "to" for p in tree.of(n, "prep"))), None)


def is_passed_by(r: Reading) -> bool:
    """ "Passed X on their way to Y": X is not where they go."""
    return r.view.key(r.first) in verbs("pass_by") and way_on(r) is not None


_ONWARD = frozenset({"into", "onto", "to"})
#: Between the verb and what is crossed; between "into" and the name that it governs.
_CROSSED, _FAR = 4, 7


def is_of_time(r: Reading, p: PlaceMention) -> bool:
    """ "Sent troops in the months after the invasion of X", "fought their way in after refuelling in X": when, not
    where."""
    tree, at = r.view.tree, p.last
    trigger = r.first if r.trigger.kind == "verb" else r.last
    is_move = r.type_code in JOURNEYS
    while at != trigger and tree.heads[at] != at:
        at = tree.heads[at]
        if is_move and tree.keys[at] in {"aftermath", "wake"} and tree.labels[at] == "pobj":
            return at > trigger
        is_acting = is_move or tree.labels[at] == "prep" and any(tree.tags[c] == "VBG" for c in tree.of(at, "pcomp"))
        if any(tree.keys[c] in _SPELLS for c in tree.of(at, "pobj")):
            return False  # "after a month in the Red Sea": they come from there
        if is_acting and tree.keys[at] in _WHEN and tree.labels[at] in {"prep", "mark"}:
            return at > trigger and trigger in {*tree.ancestors(at), tree.clause(at)}
        if tree.is_verb(at) and not (tree.tags[at] == "VBG" and tree.labels[at] == "pcomp"):
            return False
    return False


_SPELLS = frozenset("day days week weeks month months year years decade decades stay tour stint spell".split())
_WHEN = frozenset("after before since until till during following amid".split())


def is_left_for(r: Reading, p: PlaceMention, groups: Sequence[list[PlaceMention]]) -> bool:
    """ "Moved the battalion at X to a camp near Y": where those are whom somebody moves elsewhere."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or r.passive or r.object_head is None or not r.object_head < p.first:
        return False
    at = tree.heads[p.last] if tree.labels[p.last] == "pobj" else -1
    if at != r.object_head + 1 or tree.heads[at] not in {r.first, r.object_head}:
        return False
    for group in groups:
        goal, h = group[0], hook(tree, group[0], r.view.vocabulary.classes["sites"])
        led = tree.heads[h.governor] if tree.labels[h.governor] == "pobj" else -1  # "to a new prison at X"
        ends = h.prep, tree.keys[led] if led >= 0 and tree.heads[led] == r.first else ""
        is_led = bool(ends[1]) or h.governor in {r.first, p.last}
        if goal.first > p.last and is_led and {*ends} & (_GOALS - {"for"}):
            return p.place.kind_code != "country" or goal.place.country_code != p.place.country_code
    return False


def is_moved(r: Reading, noun: int) -> bool:
    """The noun is what a verb moves, or what a noun of movement is of: "the transfer of 300 men from A to B"."""
    spans = [r.patient, *((s, e) for p, s, e in r.phrases if p == "of" and r.trigger.kind == "noun")]
    return any(s <= noun < e for s, e in spans)


def is_leg(r: Reading, p: PlaceMention) -> bool:
    """ "From X to Y": where those who are moved set out."""
    places = r.view.spotted.places
    return r.view.key(p.last + 1) == "to" and any(0 < o.first - p.last <= 4 for o in places)


def comes_as_they(r: Reading) -> bool:
    """ "They came in May": no place of this sentence."""
    return r.code == "come_barely" and r.subject_head is not None and r.view.key(r.subject_head) in {"they", "these"}


def is_antecedent(r: Reading, p: PlaceMention) -> bool:
    """ "The islands, which it gave up", "Crater, which they had retaken": the place is the verb's object."""
    tree = r.view.tree
    if r.reduced and r.type_code.startswith("base_"):
        return p.first <= tree.heads[r.first] <= p.last  # "with Camp X handed to the army"
    if r.trigger.kind != "verb" or tree.labels[r.first] != "relcl" or p.last >= r.first:
        return False
    taken = tree.subject(r.first) if r.passive and r.type_code not in JOURNEYS else tree.object(r.first)
    if taken is not None and tree.labels[taken] == "attr" and (named := tree.subject(tree.heads[taken])) is not None:
        taken = named  # "X is a town that rebels have held since May"
    if taken is not None and tree.labels[taken] == "attr" and (named := tree.subject(tree.heads[taken])) is not None:
        taken = named  # "X is a town that rebels have held since May"
    if taken is not None and tree.labels[taken] == "appos":
        taken = tree.first_conjunct(tree.heads[taken])  # "took X, a town that rebels had held"
    return taken is not None and p.first <= taken <= (p.container or p).last
