"""Roles that the parser names wrongly where the words around leave no doubt: a subject taken for part of the verb's own
name, the end of a year taken for who does it, a participle that tells of the object taken for the subject's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import SUBJECT
from .relatives import of_what_lies_there

if TYPE_CHECKING:
    from .syntax import Tree

_FINITE = frozenset({"VBZ", "VBD", "VBP"})
#: What nobody acts by: "by the end of the year", "by May", "by then".
_TIMES = frozenset(
    (
        "end start beginning middle close january february march april may june july august september october november "
        "december spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday year month "
        "week day night morning evening noon midnight dawn dusk then now today tomorrow tonight deadline date time"
    ).split()
)


def misnamed(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """Name them anew, and hang relative clauses where they belong."""
    of_what_lies_there(tree, heads)
    for at, label in enumerate(tree.labels):
        above = tree.heads[at]
        if label in {"compound", "nmod"} and at < above and tree.tags[above] in _FINITE and tree.tags[at][:2] == "NN":
            if not tree.of(above, *SUBJECT) and at + 1 == above and labels[above] in {"ROOT", "conj", "ccomp"}:
                labels[at] = "nsubj"  # "Oman decommissions the base", in a headline
        elif label == "agent" and any(tree.keys[n] in _TIMES or tree.keys[n].isdecimal() for n in tree.of(at, "pobj")):
            labels[at] = "prep"
        elif label == "advcl" and tree.tags[at] == "VBN" and (thing := _told_of(tree, at)) is not None:
            heads[at], labels[at] = thing, "acl"


def _told_of(tree: Tree, verb: int) -> int | None:
    """ "They saw the camp at Gao, set up by Oman in May": the object before the comma."""
    above = tree.heads[verb]
    thing = tree.object(above) if tree.is_verb(above) else None
    if thing is None or not above < thing < verb or tree.of(verb, "aux", "auxpass", "mark", *SUBJECT):
        return None
    edge = min((c for c in tree.children[verb] if c < verb), default=verb)
    by = [p for p in tree.of(verb, "agent") if not any(tree.keys[n] in _TIMES for n in tree.of(p, "pobj"))]
    return thing if by and edge == verb and tree.keys[verb - 1] == "," else None
