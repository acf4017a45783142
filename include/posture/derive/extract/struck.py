"""Where an act of arms falls: the places that its targets are, stand at or are listed by.

"Hit the base at A and the depot near B" are two, "fired at three bases: A in X, B and C" are three: one record for each
most specific place that is hit.
"""

from __future__ import annotations

from collections.abc import Collection

from .acts import ANOTHER, conjuncts
from .clauses import View
from .hooks import hook
from .mentions import PlaceMention
from .reading import Reading
from .sitelists import lies_in

_AT = frozenset("in at on near across inside within throughout along around outside over off of by beside".split())
_AMONG = frozenset("including namely notably among".split())
_IN = frozenset("in near of outside on".split())
_ENDS = frozenset({";", ")", "."})


def struck(view: View, r: Reading, heads: Collection[int]) -> list[PlaceMention]:
    """The places of what is hit; [] leaves it to the rules for any fact.

    Args:
        view: the sentence.
        r: the act.
        heads: where the places begin that are no mere addition to another ("Makeen, South Waziristan").
    """
    if r.act is None:
        return []
    places = [p for p in view.spotted.places if p.form in {"place", "bare"} and p.first in heads]
    targets = list(dict.fromkeys(x for t in r.act.targets for x in (t, *conjuncts(view.tree, t))))
    for t in targets:
        if listed := _listed(view, t, places):
            return listed
    found: list[PlaceMention] = []
    for t in targets:
        found += [p for p in _of_target(view, t, places) if p not in found]
    found = [p for p in found if not any(lies_in(view, p, o) for o in found if o is not p)]
    return found if len(found) > 1 else []


def is_another(view: View, r: Reading) -> bool:
    """ "Most were intercepted", "another hit a bridge": of what was fired in the sentences before."""
    if r.act is None or not view.fired_before:
        return False
    heads = r.act.targets if r.code == "shot_down" else r.act.tools
    return bool(heads) and all(view.key(h) in ANOTHER for h in heads)


def _of_target(view: View, target: int, places: list[PlaceMention]) -> list[PlaceMention]:
    """A target that is a place; or the places at which it is: "the bases at A and B"."""
    tree = view.tree
    own = [p for p in places if p.first <= target <= p.last]
    if own:
        return own if own[0].place.kind_code != "country" else []
    hung = [p for p in places if (h := hook(tree, p)).governor == target and h.prep in _AT]
    return [p for p in hung if p.place.kind_code != "country" and not any(lies_in(view, p, o) for o in hung)]


def _listed(view: View, target: int, places: list[PlaceMention]) -> list[PlaceMention]:
    """Names that say which the targets are: an apposition, a list behind a colon, "among them A and B"."""
    tree = view.tree
    if tree.tags[target] not in {"NNS", "NNPS", "CD"}:
        return []
    mark = _mark(view, target)
    if mark is None:
        return []
    end = next((i for i in range(mark, len(view.toks)) if view.toks[i].text in _ENDS), len(view.toks))
    listed = [p for p in places if mark < p.first < end and p.place.kind_code != "country"]
    return [p for at, p in enumerate(listed) if not _is_container(view, p, listed[:at])]


def _is_container(view: View, p: PlaceMention, before: list[PlaceMention]) -> bool:
    """ "A in P": P only says where A lies."""
    if not before:
        return False
    between = [view.key(k) for k in range(before[-1].last + 1, p.first)]
    near = (
        between[:1]
        and between[-1 if between == [","] else int(between[0] == ",")] in _IN
        and not {"and", ","} & set(between[1:])
    )
    return bool(near) or lies_in(view, p, before[-1])


def _mark(view: View, target: int) -> int | None:
    """Where a list of the targets opens: a colon, "including", a comma right behind them and a name."""
    for i in range(target + 1, len(view.toks)):
        key = view.key(i)
        if view.toks[i].text in _ENDS:
            return None
        if key == ":" or key in _AMONG and (key != "among" or view.key(i + 1) in {"them", "which"}):
            return i
        if i == target + 1 and key == "," and view.toks[min(i + 1, len(view.toks) - 1)].text[:1].isupper():
            return i
    return None
