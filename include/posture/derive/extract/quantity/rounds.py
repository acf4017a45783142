"""How many were fired, shot down or hit: what a strike is counted by where nobody counts strikes.

"Fired 26 missiles at the port", "shot down seven drones", "hit 32 targets". Of several kinds the sum is told if each is
counted: "127 missiles and 109 drones".
"""

from __future__ import annotations

from ..clauses import View
from ..draft import Count
from ..facts.acts import SHOT, conjuncts
from ..language.classes import nouns, verbs
from ..reading import Reading
from .numerals import number
from .quantities import count_at

#: What is fired, not what fires it.
_FIRED = nouns("impact") | nouns("flying") | nouns("ordnance") | SHOT
#: What is hit and counted: things, no people.
_HIT = nouns("built") | nouns("post") | nouns("fixed") | nouns("afloat") | nouns("vehicle") | nouns("flying")
_HIT = (_HIT | nouns("craft") | nouns("hit_thing")) - frozenset("team teams unit units patrol patrols".split())
#: An act that is told by those whom it killed counts no strikes.
_BODIES = frozenset({"casualty"})


def rounds(r: Reading) -> Count | None:
    """What a strike is counted by, if it is not strikes."""
    if r.act is None or r.code in _BODIES:
        return None
    if r.view.words_in(r.first, len(r.view.toks)) & {"including", "among"}:
        return None  # "80 sites, including a building in X": all of them are not there
    if r.code == "shot_down":  # what flies goes by many names
        return _sum(r.view, _joined(r.view, r.act.targets))
    hit = tuple(t for t in r.act.targets if not _are_dead(r.view, t))
    tools, targets = _listed(r.view, r.act.tools, _FIRED), _listed(r.view, hit, _HIT)
    return _sum(r.view, tools) or _sum(r.view, targets)


def _are_dead(view: View, at: int) -> bool:
    """ "The airstrike killed three and wounded nine"."""
    return view.key(view.tree.heads[at]) in _KILLS


_KILLS = verbs("rounds.kills")


def _listed(view: View, heads: tuple[int, ...], known: frozenset[str]) -> list[int]:
    """The nouns and those joined to them, if the first is one of the known."""
    if not heads or not (view.key(heads[0]) in known or _is_counter(view, heads[0])):
        return []
    return _joined(view, heads)


def _joined(view: View, heads: tuple[int, ...]) -> list[int]:
    return list(dict.fromkeys(x for h in heads[:1] for x in (h, *conjuncts(view.tree, h))))


def _is_counter(view: View, at: int) -> bool:
    """ "Seventy of them", "most were": the number itself stands for what it counts."""
    return number(view.toks, at) is not None


def _sum(view: View, heads: list[int]) -> Count | None:
    counts = [_count(view, h) for h in heads]
    if len(counts) < 2:
        return counts[0] if counts else None
    if counts[0] is None or any(c is None or c.qualifier != "exact" for c in counts):
        return None
    total = sum(c.low or 0 for c in counts if c is not None)
    return Count(total, total, "exact", "strikes")


def _count(view: View, head: int) -> Count | None:
    """The number that stands at a noun: "26 missiles", "dozens of shells", "36 of the 50 drones"."""
    tree = view.tree
    prep = tree.heads[head]
    if tree.labels[head] == "pobj" and tree.keys[prep] == "of" and number(view.toks, tree.heads[prep]):
        return _at(view, tree.heads[prep])
    if number(view.toks, head):
        return _at(view, head)
    at = next((i for i in range(tree.span(head)[0], head) if tree.heads[i] == head and number(view.toks, i)), None)
    return _at(view, at) if at is not None else None


def _at(view: View, at: int) -> Count | None:
    found = count_at(view.toks, at, "strikes")
    return found[2] if found is not None and (found[2].low or found[2].high or 0) > 1 else None
