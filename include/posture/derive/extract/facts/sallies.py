"""Going there to fight is part of the fight: "jets took off from the coast and bombed the port", "helicopters hovered
over the town, firing on those below", "went into the town and drove the rebels out of it"."""

from __future__ import annotations

from ..families import FIGHTS, MOVES
from ..language.classes import nouns
from ..language.syntax import Tree
from ..reading import Reading

_GOING = MOVES | {"patrol"}
_THEY = frozenset("they it who which that".split())


def sallies(a: Reading, b: Reading) -> bool:
    """a tells how those got there who strike or storm in b."""
    if a.type_code not in _GOING or b.act is None or b.type_code not in FIGHTS or b.type_code == "attack_on_force":
        return False
    if a.trigger.kind != "verb" or b.trigger.kind != "verb" or not _goes_on(a.view.tree, a.first, b.first):
        return False
    return flies(a) or _stays_there(a, b)


def flies(r: Reading) -> bool:
    """What goes is an aircraft."""
    return r.subject_head is not None and r.view.key(r.subject_head) in nouns("aircraft") | {"fighters", "planes"}


def _stays_there(a: Reading, b: Reading) -> bool:
    """Men go somewhere, and nothing says that they fight elsewhere."""
    v = a.view
    if a.type_code != "deployment" or b.type_code != "ground_operation" or a.passive or b.first < a.first:
        return False
    ground = nouns("ground") | nouns("post")
    if b.act is None or any(v.key(t) in ground for t in b.act.targets):
        return False  # "entered X and took the airport"
    return not any(p.first > b.first and p.form in {"place", "bare"} for p in v.spotted.places)


def _goes_on(tree: Tree, going: int, fights: int) -> bool:
    """Both are of one subject: joined by "and", "to", a participle, or a clause about where they went."""
    above = tree.heads[fights]
    label = tree.labels[fights]
    own = tree.subject(fights) if tree.of(fights, "nsubj", "nsubjpass") else None
    if own is not None and tree.keys[own] not in _THEY:
        return False
    chain = {going, tree.first_conjunct(going)}
    if label == "conj":
        return above in chain or tree.first_conjunct(fights) in chain
    if label in {"advcl", "xcomp", "acl"}:
        return above in chain
    return (
        label == "relcl"
        and going in tree.ancestors(fights)
        and any(tree.keys[c] == "where" for c in tree.children[fights])
    )
