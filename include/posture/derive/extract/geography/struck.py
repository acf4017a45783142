"""Where an act of arms falls: the places that its targets are, stand at or are listed by.

"Hit the base at A and the depot near B" are two, "fired at three bases: A in X, B and C" are three: one record for each
most specific place that is hit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..clauses import View
from ..facts.acts import ANOTHER, conjuncts
from ..forces.feuds import Feuds
from ..language.classes import verbs
from ..language.grammar import AT_PLACES
from ..mentions import PlaceMention
from ..reading import Reading
from .capitals import capital_at
from .discourse import country_mention
from .hooks import tie
from .sitelists import lies_in

_AT = AT_PLACES | {"of", "by", "beside"}
_AMONG = frozenset("including namely notably among".split())
_IN = frozenset("in near of outside on".split())
_ENDS = frozenset({";", ")", "."})


#: What states have, each one of its own.
ARMIES = frozenset("armies militaries navies forces".split())


def struck(view: View, r: Reading, groups: Sequence[Sequence[int]]) -> list[PlaceMention]:
    """The places of what is hit; [] leaves it to the rules for any fact.

    Args:
        view: the sentence.
        r: the act.
        groups: where places begin that are listed together, without such as only add to another ("Makeen, South
            Waziristan").
    """
    if r.act is None:
        return []
    named = [p for p in view.spotted.places if p.form in {"place", "bare"}]
    places = [p for p in named if any(p.first in g for g in groups)]
    targets = list(dict.fromkeys(x for t in r.act.targets for x in (t, *conjuncts(view.tree, t))))
    if r.type_code == "exercise":  # "training for the armies of the Sahel, Niger and Chad": whose they are
        targets = [t for t in targets if view.key(t) not in ARMIES]
    for t in targets:
        if listed := _listed(view, t, named):
            return listed
    found: list[PlaceMention] = []
    sites: list[PlaceMention] = []  # "bombed X, Y and camps in the forest": that is no place of Y's
    for t in targets:
        hit = [p for p in _of_target(view, t, places, groups) if p not in found]
        found += hit
        sites += [p for p in hit if found[0] not in hit and not p.first <= t <= p.last]
    mates = {q for g in groups for p in found if p.first in g for q in g}
    found += [p for p in places if p.first in mates and p not in found]
    found = [p for p in found if p in sites or not any(lies_in(view, p, o) for o in found if o is not p)]
    return found or _of_tools(view, r, places) or _of_toll(view, r, places)


def lands_hit(view: View, r: Reading) -> list[PlaceMention]:
    """ "Flew from there against Iraq", "threatened Iran with air strikes": where no narrower place is named, the states
    against which it is."""
    made: list[PlaceMention] = []
    targets = r.act.targets if r.act is not None else ()
    for t in dict.fromkeys(c for hit in targets for c in (hit, *conjuncts(view.tree, hit))):
        head = view.tree.first_conjunct(t)
        above = view.key(view.tree.heads[head])
        codes = {c for f in view.forces_in(t, t + 1) if not f.is_military for c in f.codes}
        codes |= {
            str(p.place.country_code) for p in view.spotted.places if p.last == t and p.place.kind_code == "country"
        }
        land = country_mention(codes.pop()) if len(codes) == 1 else None
        if land is not None and (above == "against" or above in verbs("threaten")):
            made.append(replace(land, first=t, last=t))
    return made


def _of_tools(view: View, r: Reading, places: list[PlaceMention]) -> list[PlaceMention]:
    """ "In the north, two strikes near X destroyed a depot": where they were, if what they hit has no place."""
    if r.act is None or r.trigger.kind != "verb":
        return []
    hung = [p for p in places if (h := tie(view.tree, p)).governor in r.act.tools and h.prep in _AT]
    groups = [p for p in hung if p.place.kind_code != "country"]
    return [p for p in groups if not any(lies_in(view, p, o) for o in groups if o is not p)]


def _of_toll(view: View, r: Reading, places: list[PlaceMention]) -> list[PlaceMention]:
    """ "Four died in X when a drone hit a block of flats": where they fell, if the act itself has no place."""
    tree = view.tree
    verb = tree.clause(r.last)
    above = tree.heads[verb]
    if tree.labels[verb] != "advcl" or any(tree.clause(p.first) == verb for p in places):
        return []
    told = {above, *tree.of(above, "acomp")}
    if not {view.key(i) for i in told} & (verbs("die") | {"killed", "dead", "wounded", "injured", "hurt"}):
        return []
    return [p for p in places if (h := tie(tree, p)).governor in told and h.prep in _AT]


def is_another(view: View, r: Reading) -> bool:
    """ "Most were intercepted", "another hit a bridge": of what was fired in the sentences before."""
    if r.act is None or not view.fired_before:
        return False
    heads = r.act.targets if r.code == "shot_down" else r.act.tools
    return bool(heads) and all(view.key(h) in ANOTHER for h in heads)


def of_another(view: View, r: Reading, feuds: Feuds) -> PlaceMention | None:
    """Where those fell of which this is another one, in a sentence that names no place."""
    scene = feuds.scene(r.code == "shot_down") if is_another(view, r) and not view.spotted.places else None
    return replace(scene, form="pointed", why="last") if scene is not None else None


def of_answer(view: View, r: Reading) -> PlaceMention | None:
    """ "Fired at the base near X; the army answered with artillery": where those are whom it answers."""
    if r.code != "answers" or r.act is None or r.act.targets:
        return None
    named = [p for p in view.spotted.places if p.form == "place" and p.place.kind_code != "country"]
    if any(p.first > r.first and view.tree.clause(p.last) == r.first for p in named):
        return None
    before = [p for p in named if p.last < r.first]
    return replace(before[-1], form="pointed", why="sentence") if before else None


_CHANGES = frozenset({"seize", "falls", "loses_ground"})


def of_it(view: View, r: Reading, spot: Callable[[], PlaceMention | None]) -> PlaceMention | None:
    """ "It was retaken in May": the place named before in the sentence, or the one that the last ones were about."""
    if r.act is None or r.code not in _CHANGES or not any(view.key(t) == "it" for t in r.act.targets):
        return None
    if any(view.tree.clause(p.last) == r.first for p in view.spotted.places if p.first > r.first):
        return None
    named = [p for p in view.spotted.places if p.last < r.first and p.form == "place"]
    named = [p for p in named if p.place.kind_code not in {"country", "theatre"} and p.prep not in {"from", "to", "'s"}]
    meant = named[-1] if named else spot()
    return replace(meant, form="pointed", why="last") if meant is not None else None


def _of_target(
    view: View, target: int, places: list[PlaceMention], groups: Sequence[Sequence[int]]
) -> list[PlaceMention]:
    """A target that is a place; or the places at which it is: "the bases at A and B"."""
    tree = view.tree
    own = [p for p in places if p.first <= target <= p.last or tie(tree, p).noun == target]  # "the suburbs of X"
    if not own and tree.labels[target] == "appos":  # "A and B, two towns that were taken"
        named = {tree.heads[target], tree.first_conjunct(tree.heads[target])}
        named |= {c for n in named for c in conjuncts(tree, n)}
        own = [p for p in places if any(p.first <= n <= p.last for n in named)]
    if not own and (city := capital_at(view, target)) is not None:
        return [city]
    if own:
        return own if own[0].place.kind_code != "country" else []
    hung = [p for p in places if (h := tie(tree, p)).governor == target and h.prep in _AT]
    near = -1
    if not hung and view.key(target + 1) in _AT:
        near = next((p.first for p in places if p.first - target in {2, 3} and p.prep in _AT), -1)
        hung = [p for p in places if any(near in g and p.first in g for g in groups)]
    outer = [p for p in hung if p.first != near and any(lies_in(view, p, o) for o in hung)]
    return [p for p in hung if p.place.kind_code != "country" and p not in outer]


def _listed(view: View, target: int, places: list[PlaceMention]) -> list[PlaceMention]:
    """Names that say which the targets are: an apposition, a list behind a colon, "among them A and B"."""
    tree = view.tree
    if tree.tags[target] not in {"NNS", "NNPS", "CD"} or any(p.first <= target <= p.last for p in places):
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
