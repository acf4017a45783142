"""Troops that will stay for some time yet: "is to remain until June", "decided to keep them there another year"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..assertion.status import status_of
from ..clauses import View
from ..facts.acts import phrase_heads
from ..families import UNDONE
from ..forces.targets import forces_of
from ..language.classes import words
from ..language.verbgroup import in_question
from ..reading import Reading
from .nouns import is_mission
from .spoken import means_troops, means_unit

_GEAR = frozenset("equipment gear hardware weapons arms ammunition supplies".split())
_STATES = frozenset("alert standby readiness duty leave place force command control".split())
_KEEPING = frozenset({"keep", "leave", "retain"})
#: After these "it" is the body of troops of which they told.
_TOLD = frozenset("deployment reinforcement relocation exercise mission_start mission_continuation".split())
_MORE = frozenset("another further more additional extra longer".split())
_UNTIL = frozenset("until till through beyond past".split())
_SPANS = words("staying_on.spans")


def _stays_on(r: Reading) -> bool:
    """A force stays longer, for a time that is told, or not at all; how many stay is a strength."""
    v, tree = r.view, r.view.tree
    keeps = r.trigger.lemma.split()[0] in _KEEPING
    if r.trigger.kind != "verb" or v.is_of_civilians or keeps and not r.passive and r.object_head is None:
        return False
    stayer = tree.subject(r.first) if r.passive or not keeps else r.object_head
    if stayer is None or not _is_force(r, stayer) or _is_counted(v, stayer):
        return False
    if tree.of(r.first, "acomp", "oprd") or v.key(stayer) in _GEAR or not _has_term(r):
        return False  # "will remain closed until June"
    if any(p in {"on", "in", "under"} and v.key(n) in _STATES for p, n in phrase_heads(v, r.first)):
        return False  # "will remain on alert"
    if tree.labels[r.first] == "conj" and not tree.of(r.first, "nsubj", "nsubjpass"):
        return False  # "arrived on Monday and will stay until Thursday": how long, once they are there
    if any("how" in v.words_in(*tree.span(c)) for c in tree.of(r.first, "advmod")):
        return False  # "has not said how long they will stay"
    if in_question(tree, r.first) or any(v.key(c) == "behind" for c in tree.children[r.first]) and keeps:
        return False  # "asked whether they might stay on", "will leave a token force behind"
    status = status_of(v, r.first, r.last, replace(r.trigger, kind="verb"), "presence")
    if status not in UNDONE | {"denied"}:
        return False
    r.fixed_status = status
    return True


def _is_force(r: Reading, n: int) -> bool:
    """Troops, by their name or by what stands for them; of a whole state, not where it stays a member."""
    v = r.view
    if means_troops(v, n) or v.key(n) == "it" and (means_unit(v, n) or v.mission_before or v.told_before in _TOLD):
        return True
    found = forces_of(v, n)
    return any(f.is_military for f in found) or is_mission(v, n) and v.is_military


def _is_counted(v: View, n: int) -> bool:
    start, end = v.tree.span(n)
    return any(start <= q.number < end for q in v.quantities)


def _has_term(r: Reading) -> bool:
    """ "Until June", "for another year", "longer than planned", "as long as they are needed", "stay on"."""
    v, tree = r.view, r.view.tree
    if r.trigger.lemma.split()[-1] == "on":
        return not tree.of(r.last, "pobj")  # not "will stay on the ground"
    if any(v.key(c) == "longer" for i in tree.of(r.first, "prep") for c in tree.children[i]):
        return True  # "for longer than intended"
    below = [i for i in tree.children[r.first] if i > r.last]
    if any(v.key(i) in _UNTIL for i in below):
        return True
    if any((v.key(k), v.key(k + 1), v.key(k + 2)) == ("as", "long", "as") for k in range(r.last + 1, r.last + 7)):
        return True
    if any(
        p == "for" and v.words_in(*tree.span(n)) & _SPANS and v.words_in(*tree.span(n)) & _MORE
        for p, n in phrase_heads(v, r.first)
    ):
        return True
    ends = [m for c in below for m in tree.of(c, "mark") if v.key(m) in {"until", "till"}]
    timed = any(tree.labels[i] in {"npadvmod", "dobj"} and v.words_in(*tree.span(i)) & {"another", "longer", "more"}
                and v.words_in(*tree.span(i)) & _SPANS for i in below)  # fmt: skip
    return (
        bool(ends) or timed or any(v.words_in(*tree.span(i)) & {"longer", "long"} for i in tree.of(r.first, "advmod"))
    )


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"stays_on": _stays_on}
