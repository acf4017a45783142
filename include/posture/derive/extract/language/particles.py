"""Particles that the parser takes for prepositions: "flew in 220 more troops", "carried off the first 60 men"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import verbs, words

if TYPE_CHECKING:
    from .syntax import Tree

_PARTICLES = frozenset("in out off up over back away down".split())
_TRANSITIVE = verbs("particles.transitive")
#: "Hands over its base", "turned over the camp": what is given.
_HANDED = frozenset("hand hands handed handing turn turns turned turning".split())
_SET = words("particles.set")
_TAKEN = words("particles.taken")


def particles_again(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """The noun behind a particle is the verb's object."""
    for at, key in enumerate(tree.keys):
        verb = tree.heads[at]
        if key not in _PARTICLES or at != verb + 1 or tree.labels[at] not in {"prt", "prep"} or not tree.is_verb(verb):
            continue
        objects, inner = tree.of(verb, "dobj"), tree.of(at, "pobj")
        if key == "in" and tree.labels[at] == "prep" and _is_by_itself(tree, at, inner):
            labels[at] = "prt"
            for noun in inner:
                labels[noun], heads[noun] = "npadvmod", verb
            continue
        if tree.labels[at] == "prep" and not inner and any(o > at for o in objects):
            labels[at] = "prt"  # "flew in 220 more troops"
            continue
        if len(inner) != 1 or objects or tree.of(verb, "auxpass") or tree.keys[inner[0]] in _SET:
            continue
        many = tree.tags[inner[0]] in {"NNS", "NNPS"} and tree.keys[verb] in _TRANSITIVE
        handed = key == "over" and tree.keys[verb] in _HANDED and tree.of(inner[0], "poss", "det", "nummod")
        flown = key == "in" and tree.keys[verb] in {"fly", "flew", "flown", "flying", "flies"}
        if tree.labels[at] == "prt" or many or handed or flown and tree.keys[inner[0]] in _TAKEN:
            labels[at], labels[inner[0]], heads[inner[0]] = "prt", "dobj", verb


def _is_by_itself(tree: Tree, at: int, inner: list[int]) -> bool:
    """ "Were flown in last month", "ordered in on Monday": the time behind takes no "in"."""
    if inner:
        return tree.keys[at + 1] in _NO_IN and tree.keys[inner[0]] in _SPANS
    behind = tree.keys[at + 1] if at + 1 < len(tree.keys) else "."
    return not tree.children[at] and (behind in _TIMED or not behind[:1].isalnum())


#: "Last month", "this week" and such, of which nobody says "in".
_NO_IN = frozenset("last next this that every each".split())
_SPANS = frozenset(
    "week month year weekend night morning evening afternoon day summer winter spring autumn fall monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_TIMED = frozenset("on by at last next this yesterday today overnight from to for during after before in since".split())


def home_behind(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "The return home of 300 men": the parser takes the adverb for the noun that the return only modifies."""
    for at, label in enumerate(tree.labels):
        home = at + 1
        if label != "compound" or tree.heads[at] != home or tree.keys[home] != "home" or tree.tags[home] == "NNP":
            continue
        if _is_sent(tree, at):  # "sent its Kenyan marines home"
            heads[at], labels[at] = tree.heads[home], "dobj"
            for k, above in enumerate(tree.heads):
                heads[k] = at if above == home and k not in {at, home} and k < at else heads[k]
            labels[home], tags[home] = "advmod", "RB"
            continue
        if tree.keys[at] not in _WAYS_HOME or not any(tree.keys[p] in {"of", "for"} for p in tree.of(home, "prep")):
            continue
        verb = tree.heads[home]
        is_object = labels[home] == "advmod" and tree.is_verb(verb) and verb < at and not tree.of(verb, "dobj")
        labels[at], heads[at] = "dobj" if is_object else labels[home], at if verb == home else verb
        for k, above in enumerate(tree.heads):
            if above == home and k not in {at, home}:
                heads[k] = at
        heads[home], labels[home], tags[home] = at, "advmod", "RB"


def _is_sent(tree: Tree, at: int) -> bool:
    """Several are the true object of a verb of sending, and "home" is whither."""
    home, verb = at + 1, tree.heads[at + 1]
    return tree.tags[at] in {"NNS", "NNPS"} and tree.labels[home] == "dobj" and tree.keys[verb] in _SENDS and verb < at


_SENDS = verbs("particles.sends")
_WAYS_HOME = frozenset("return returns journey flight trip voyage way".split())


def home_after_count(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "Flew its remaining 300 home": the parser counts homes, where the number is of those who are taken there."""
    for home, key in enumerate(tree.keys):
        verb = tree.heads[home]
        if key != "home" or tree.labels[home] != "dobj" or tree.tags[home] != "NN" or verb >= home:
            continue
        many = home - 1
        if tree.tags[many] != "CD" or tree.heads[many] != home:
            continue
        for k, above in enumerate(tree.heads):
            if above == home and k < many:
                heads[k] = many
        heads[many], labels[many] = verb, "dobj"
        heads[home], labels[home], tags[home] = verb, "advmod", "RB"
