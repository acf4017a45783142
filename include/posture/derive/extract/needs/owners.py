"""Is a force, or a state that has forces, the one who holds, keeps or runs something?"""

from __future__ import annotations

from ..language.classes import nouns
from ..quantity.wholes import is_share
from ..reading import Reading, noun_spans
from .forces import in_relative, strong
from .movers import kind


def subject_force(r: Reading) -> bool:
    """A force, a state that acts, or a pronoun for one is the subject."""
    v, span = r.view, r.subject
    if r.trigger.kind == "noun":
        spans = [*noun_spans(r), span]
    else:
        spans = [(s, e) for p, s, e in r.phrases if p == "by"] if r.passive else [span]
    if any((strong(f) or f.is_military) and not in_relative(v, s[0], f) for s in spans for f in v.forces_in(*s)):
        return True
    if r.trigger.kind == "verb" and r.passive and _by_whom(r):
        return True
    head = r.subject_head
    if r.trigger.kind == "verb" and rules(r, r.view.tree.agent(r.first) if r.passive else head):
        return True
    if r.trigger.kind == "verb" and not r.passive and v.is_military and head is not None and is_share(v, head):
        return True  # "the rest guard the dam"
    if r.trigger.kind == "verb" and not r.passive and head is not None and v.key(head) == "officers":
        if any(f.form == "demonym" and f.last + 1 == head for f in v.spotted.forces):
            return True  # "French officers have taken charge of the base"
    return (
        any(v.key(k) in {"it", "they", "which", "who"} for s in spans for k in range(*s))
        or r.trigger.kind == "verb"
        and not r.passive
        and span[1] - span[0] <= 1
    )


def rules(r: Reading, head: int | None) -> bool:
    """ "Kenya's government holds the town", "is held by the Syrian government": who rules a state has its army."""
    if head is None or r.view.key(head) not in _RULERS:
        return False
    return any(f.codes for f in r.view.forces_in(*r.view.tree.span(head)))


_RULERS = nouns("ruler") | {"state", "kingdom", "republic"}


def _by_whom(r: Reading) -> bool:
    """ "No French base will be kept", "the depot will be run by the new mission": whose it is, or who has it."""
    v, agent = r.view, r.view.tree.agent(r.first)
    if agent is not None:
        return v.is_military and (kind(v, agent) in {"force", "soft"} or v.has_class(agent, agent + 1, "missions"))
    if not v.has_class(*r.subject, "sites"):
        return False
    return any(f.codes and (f.is_military or f.form in {"demonym", "name", "group"}) for f in v.forces_in(*r.subject))
