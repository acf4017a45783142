"""Places that the frame itself names: ground that a force is said to have ("Gao is in the hands of the rebels", "holds
the road to Gao"), a host, where a mission is that ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..facts.themes import themes
from ..forces.targets import antecedent, forces_of
from ..language.classes import verbs, words
from ..language.framing import outside
from ..mentions import PlaceMention
from ..reading import Reading
from .capitals import capital_at
from .discourse import country_mention
from .hooks import hook

_HOLDING = frozenset({"hold", "keep_place", "in_hands", "run_ground"})
_WAYS = words("held.ways")


_AROUND = frozenset("around near outside in at on along above of".split())
_STRETCHES = words("held.stretches")


def held(r: Reading) -> list[PlaceMention]:
    """The place that is had, where the clause names it plainly."""
    if r.code not in _HOLDING:
        return []
    v, tree = r.view, r.view.tree
    if r.code == "in_hands":
        above = tree.heads[r.last]
        if tree.keys[above] == "in" and v.key(r.last) == "control":
            return []  # "is in control of X"
        head = tree.subject(tree.clause(r.last))
    else:
        head = r.subject_head if r.passive else r.object_head
    if head is None or head in outside(v.toks, v.sentence.label):
        return []
    if v.key(head) in _WAYS:  # "the road from A to B"
        far = tree.under(head, {"to", "between"})
        return [p for p in v.spotted.places if p.first <= next(iter(far), -1) <= p.last][:1]
    named = [p for p in v.spotted.places if p.first <= head <= p.last]
    if not named and r.code in {"hold", "run_ground"} and v.key(head) in _STRETCHES | v.vocabulary.classes["buildings"]:
        own = tree.under(head, _AROUND)
        if found := [p for p in v.spotted.places if any(p.first <= n <= p.last for n in own)]:
            return found[:1]  # "in the north they hold the villages around X"
    if named and r.code != "in_hands" or any(p.place.kind_code == "country" for p in named):
        return []  # the grammar of places will find it
    parts = tree.under(head, {"of"})
    city = next((c for n in (head, *parts) if (c := capital_at(v, n)) is not None), None)
    return named or ([city] if city is not None else [])


def hosted(r: Reading) -> dict[str, list[PlaceMention]]:
    """The host as place: "Estonia is to host a battalion", "Benin's government denied that it would host a base"."""
    head = r.subject_head
    if r.code not in {"host", "gets_force"} or r.passive or head is None:
        return {}
    found = [p for p in r.view.spotted.places if p.first <= head <= p.last][:1]
    if not found and (city := capital_at(r.view, head)) is not None:
        found = [city]  # "Bangui is home to a base"
    if not found and r.view.key(head) == "it" and (meant := antecedent(r.view, head)) is not None:
        hosts = [c for f in forces_of(r.view, meant) for c in f.codes if r.view.vocabulary.kinds.get(c) == "state"]
        state = country_mention(hosts[0]) if hosts else None
        found = [] if state is None else [replace(state, form="pointed", why="pointing")]
    return {"place": found} if found else {}


def of_mission(r: Reading, groups: Sequence[list[PlaceMention]]) -> list[PlaceMention]:
    """ "Ended its mission in X with a parade at Y", "the X mission goes on": where the mission is."""
    tree, heads = r.view.tree, set(themes(r))
    hung = [g for g in groups if g[0].prep in {"in", "on", "at", "to", "off"}]
    own = [g for g in hung if hook(tree, g[0], r.view.vocabulary.classes["sites"]).governor in heads]
    if own and r.trigger.kind == "verb":
        return own[0]
    before = [p for p in r.view.spotted.places if p.form in {"bare", "place"} and tree.heads[p.last] in heads]
    lands = [p for p in before if tree.labels[p.last] in _BEFORE_NOUN and p.place.country_code not in _SENDING]
    return [replace(p, form="place") for p in lands[:1] if not p.words.replace(".", "").isupper()]


_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
#: States whose name serves as adjective, too: "the New Zealand mission" is theirs.
_SENDING = frozenset({"USA", "GBR", "ARE", "NZL"})


def given_up(r: Reading) -> list[PlaceMention]:
    """ "The rebels, who had held X since May, withdrew": what those held who go."""
    tree, head = r.view.tree, r.subject_head
    if r.type_code != "withdrawal" or r.trigger.kind != "verb" or r.passive or head is None:
        return []
    for clause in tree.of(head, "relcl"):
        if tree.keys[clause] not in _HAD or clause > r.first:
            continue
        thing = tree.object(clause)
        nouns = {thing, *tree.under(thing, {"of"})} if thing is not None else set()
        if found := [p for p in r.view.spotted.places if nouns & set(range(p.first, p.last + 1))]:
            return found[:1]
    return []


_HAD = verbs("held.had")
