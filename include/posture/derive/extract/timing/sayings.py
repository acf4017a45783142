"""The day on which a fact was said or bidden, or on which a picture shows it."""

from __future__ import annotations

from ..clauses import View
from ..language import cues
from ..language.grammar import BESIDE_EVENTS
from ..language.syntax import Tree
from ..language.tense import is_past
from ..language.verbgroup import mood
from .context import Time
from .governors import governor

_SHOWN = frozenset("shows show showed shown reveals reveal revealed captured".split())


def saying_of(view: View, at: int) -> Time | None:
    """The day on which a fact was said, where nothing dates the fact: "a report last week claimed that …"."""
    tree = view.tree
    own = tree.clause(at)
    above: list[int] = []
    for a in (own, *tree.ancestors(own)):
        if tree.keys[a] in _SHOWN or a != at and tree.is_verb(a) and is_speech(tree, a):
            above.append(a)
        if tree.labels[a] == "relcl" and not is_past(tree, a):
            break  # "told us on Friday that the base, where 500 are stationed, …": of now, not of the saying
    for k, t in view.timed:
        over = governor(tree, k)
        if t.is_resolved and t.end_on and _bearer(tree, over) in above:
            return t
    return None


def _bearer(tree: Tree, i: int) -> int:
    """The verb that a noun or participle serves: "said in an interview on Friday", "imagery taken on Friday shows"."""
    for _ in range(5):
        if tree.labels[i] not in {"pobj", "prep", "nsubj", "acl", "compound", "appos", "pcomp"} or tree.heads[i] == i:
            break
        if tree.keys[i] in BESIDE_EVENTS:
            break
        i = tree.heads[i]
    return i


def is_speech(tree: Tree, verb: int) -> bool:
    """A verb of saying or thinking; "maintains 19 bases" is none."""
    if cues.lemmas().get(tree.keys[verb], "") == "maintain" and tree.of(verb, "dobj"):
        return False
    return cues.lemmas().get(tree.keys[verb], "") in cues.speech()


def is_bidden(view: View, t: Time, at: int) -> bool:
    """ "Called for troops in May", "ordered the withdrawal on Monday": what lies ahead was bidden then."""
    tree = view.tree
    if tree.is_verb(at):
        m = mood(tree, at)
        is_told = tree.tags[at] == "VBD" or tree.tags[at] == "VBN" and (is_past(tree, at) or tree.labels[at] == "acl")
        is_bare = is_told and not (m.modal or m.is_infinitive or m.is_negative)
        return is_bare and cues.lemmas().get(tree.keys[at]) != "order"  # who is ordered off goes on that day
    above = tree.heads[at]
    k = next((k for k, other in view.timed if other is t), at)
    is_told = tree.is_verb(above) and tree.tags[above] != "VB" and is_past(tree, above)  # not "asked to approve the X"
    return k > at and tree.labels[at] in {"dobj", "nsubjpass"} and is_told
