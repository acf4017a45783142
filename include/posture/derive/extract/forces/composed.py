"""What a force is made of: "a mission made up of soldiers from A and B", "a force drawn from A", "with troops from A".

It is theirs who are in it, as far as it has no name of its own; and those from A don't set out from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..language.classes import words
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..language.syntax import Tree

_BODIES = words("composed.bodies")
_CONSISTING = inflected("comprise include involve consist")
_MADE = set_of("made composed comprised formed drawn constituted consisting assembled gathered")
#: In a clause that tells more of a body these say what it is made of.
_OF = frozenset({"of", "from", "by"})


def parts(tree: Tree, at: int) -> Iterator[int]:
    """The nouns that tell of what a body is made.

    Args:
        tree: the sentence.
        at: the noun of the body.
    """
    if tree.keys[at] not in _BODIES:
        return
    for prep in tree.of(at, "prep"):
        if tree.keys[prep] == "with":
            yield from (n for n in tree.of(prep, "pobj") if tree.under(n, {"from"}))
    for told in tree.of(at, "acl", "relcl"):
        if tree.keys[told] in _MADE:
            yield from tree.under(told, _OF)
        elif tree.keys[told] in _CONSISTING:
            yield from (*tree.of(told, "dobj"), *tree.under(told, {"of"}))


def is_part(tree: Tree, at: int) -> bool:
    """ "A mission made up of soldiers from X": the word tells of what a body is made."""
    if tree.keys[at] in _MADE and tree.keys[tree.heads[at]] in _BODIES:
        return tree.labels[at] in {"acl", "relcl"}
    return any(at in set(parts(tree, a)) for a in list(tree.ancestors(at))[:4])


def commands(tree: Tree, at: int) -> Iterator[int]:
    """The command under which a noun's men serve, or under which they are sent: "5,000 troops under NATO command"."""
    yield from (n for n in tree.under(at, {"under"}) if tree.keys[n] == "command")
