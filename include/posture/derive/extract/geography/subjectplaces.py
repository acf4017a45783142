"""Names that no gazetteer knows, shown to be places by those who hold, take or enter them: "rebels control Kurnaya",
"Kurnaya has been held by the army since May", "Kurnaya fell to the rebels", "Kurnaya remains in the hands of …"."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import verbs, words
from ..language.inflection import inflected
from .hooks import head_of

#: Only ground has this done to it by a force.
_RULED = verbs("rule")
_RULED |= inflected("retake recapture liberate secure clear enter storm raid evacuate vacate reach overrun reoccupy")
#: What soldiers do to ground, and now and then to a man.
_TAKEN = inflected("hold take capture seize leave defend abandon")
_FALLING = inflected("fall")
_BEING = inflected("be remain stay become lie") | {"is", "are", "was", "were", "been"}
_SEATS = words("subjectplaces.seats")
_HANDS = frozenset("hands control".split())
#: After a name these tell that it is a person or a thing.
_WHO = frozenset("who whom whose aged".split())


def is_held_place(view: View, first: int, last: int) -> bool:
    """The name is what a force holds or takes, or what lies in somebody's hands."""
    tree = view.tree
    head = head_of(tree, first, last)
    top = tree.first_conjunct(head)
    if tree.tags[head][:3] != "NNP" or view.key(last + 1) in _WHO or view.key(last + 2) in _WHO:
        return False
    verb, label = tree.heads[top], tree.labels[top]
    if view.key(verb) in _TAKEN and label in {"dobj", "nsubjpass"} and _may_be_man(view, first, last, top):
        return False
    if label == "dobj" and view.key(verb) in _RULED | _TAKEN:
        return _is_of_force(view, tree.subject(verb))
    if label == "nsubjpass" and view.key(verb) in _RULED | _TAKEN:
        return _is_of_force(view, tree.agent(verb))
    if label not in {"nsubj", "nsubjpass"}:
        return False
    if view.key(verb) in _FALLING:
        return any(_is_of_force(view, n) for n in tree.under(verb, {"to"}))
    if view.key(verb) not in _BEING:
        return False
    if any(view.has_class(n, n + 1, "seats") and view.key(n) in _SEATS for n in tree.of(verb, "attr")):
        return True
    preps = [p for p in tree.of(verb, "prep") if view.key(p) in {"in", "under"}]
    return any(view.key(n) in _HANDS for p in preps for n in tree.of(p, "pobj"))


def _may_be_man(view: View, first: int, last: int, top: int) -> bool:
    """ "Hold Ingrid Betancourt": two plain names that stand alone; a village's has a hyphen, a particle or company."""
    words = [view.toks[k].text for k in range(first, last + 1)]
    plain = len(words) > 1 and all(w[0].isupper() and len(w) > 2 and w.isalpha() for w in words)
    return plain and not view.tree.of(top, "conj")


def _is_of_force(view: View, noun: int | None) -> bool:
    """Soldiers, fighters, a force by its name."""
    if noun is None:
        return False
    if view.key(noun) in {"they", "who", "which"}:
        return view.is_military
    heads = [noun, *view.tree.of(noun, "conj")]
    movers = view.vocabulary.classes["personnel"] | view.vocabulary.classes["units"]
    return any(view.key(h) in movers or any(f.is_military for f in view.forces_in(h, h + 1)) for h in heads)
