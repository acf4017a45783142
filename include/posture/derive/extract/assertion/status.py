"""How far a fact has come: in effect, completed, ongoing, planned, considered, denied (RECORDS.md §5).

A predicate's own auxiliaries speak first; then the status climbs the tree, past each word that governs it ("has begun
to", "a plan for", "denied that"): what governs can make a fact less certain, never more.
"""

from __future__ import annotations

from ..clauses import View
from ..facts.acts import noun_at
from ..language import cues
from ..language.inflection import inflected
from ..language.syntax import Tree
from ..language.verbgroup import is_nobody, mood
from ..language.vocabulary import Trigger
from .answers import is_answered_no
from .underprepositions import UnderPrepositions

#: What is begun so goes on: "broke ground on a base".
BEGINNING = ("break ground", "start work", "begin work", "start construction", "begin construction")
_DISOWNS = frozenset("denies denied deny disputes disputed rejects rejected".split())


def status_of(view: View, i: int, j: int, trigger: Trigger, type_code: str, headline: bool = False) -> str:
    """Status of the fact that the trigger at tokens i..j states."""
    return told_status(view, i, j, trigger, type_code, headline)[0]


def told_status(
    view: View, i: int, j: int, trigger: Trigger, type_code: str, headline: bool = False
) -> tuple[str, bool]:
    """Status of the fact that the trigger at tokens i..j states, and whether any word tells it: a noun alone ("the
    deployment irked Moscow") names an act without saying how far it has come."""
    climber = _Climber(view.tree, type_code, headline)
    tree = view.tree
    if trigger.kind == "verb" and tree.is_verb(i):
        at = tree.heads[i] if tree.labels[i] in {"aux", "auxpass"} else i
        found = climber.verb(at)
        if found not in {"denied", "considered"} and _is_disowned(tree, at):
            return "denied", True
        if found == "considered" and is_answered_no(tree, at):
            return "denied", True
        if cues.lemmas().get(tree.keys[at]) == "order" and found in {None, "completed", "ongoing"}:
            return "planned", True  # who is ordered somewhere has not gone yet
        return climber.final(found), True
    found = climber.noun(i if trigger.kind == "verb" else noun_at(view, j))
    if found == "considered" and is_answered_no(tree, i):
        return "denied", True
    return climber.final(found), found is not None


def _is_disowned(tree: Tree, at: int) -> bool:
    """ "It sent 300 tanks, which Minsk denies": the clause at the end takes back what stands before it."""
    return any(
        key in _DISOWNS
        and k > at
        and tree.labels[k] in {"relcl", "advcl", "ccomp"}
        and tree.of(k, "nsubj")
        and any(tree.keys[c] == "which" and tree.keys[c - 1] == "," for c in tree.of(k, "dobj"))
        and at in tree.ancestors(k)
        for k, key in enumerate(tree.keys)
    )


class _Climber(UnderPrepositions):
    """Climbs from a predicate, a noun or a number to what governs it."""

    def number(self, n: int) -> str:
        """Status of a strength whose number stands at n: that of the clause in which it is subject or object."""
        t = self.tree
        while t.heads[n] != n and (
            t.labels[n] in {"nummod", "quantmod", "compound", "amod", "det"}
            or t.labels[n] == "advmod"
            and t.tags[t.heads[n]] == "CD"  # "about 500"
            or t.labels[n] == "npadvmod"
            and t.keys[t.heads[n]] == "strong"
        ):
            n = t.heads[n]
        if is_nobody(t, n) or any(t.keys[c] == "not" and t.labels[c] == "neg" for c in t.of(n, "neg")):
            return "denied"
        at, is_phrase = t.first_conjunct(n), False
        while (t.labels[at] in {"pobj", "prep", "appos", "npadvmod"} or t.keys[at] in {"down", "home"}) and t.heads[
            at
        ] != at:
            is_phrase |= t.labels[at] == "prep"
            at = t.first_conjunct(t.heads[at])
        if t.labels[at] in {"nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative", "acomp"}:
            is_phrase &= t.labels[at] != "dobj"  # "has no force of 900", but not "a man of the 900 does not …"
            at = t.heads[at]
            if t.keys[at] in {"is", "are", "was", "were", "be"}:
                at = t.infinitive(at)  # "are to stay"
        if self._is_to(at):
            return "planned"
        if t.is_passive(at) and t.of(at, "xcomp") and t.labels[n] in {"nsubj", "nsubjpass", "pobj"}:
            cls = self._class(at, cues.lemmas().get(t.keys[at], ""), "obj")
            if cls in {"considered", "planned"} and not mood(t, at).is_negative:
                return cls  # "500 are expected to take part"
        if not t.is_verb(at):
            return "in_effect"
        m = mood(t, at)
        # "500 men had no tanks" does not deny the men
        negative = (
            m.is_negative
            and not is_phrase
            and not (
                t.labels[n] == "nsubj" and any(t.keys[d] == "no" for o in t.of(at, "dobj") for d in t.of(o, "det"))
            )
        )
        s = "denied" if negative else self._modal(at, m) or None
        found = self._up(at, s, self._is_finite(at))
        return found if found in {"denied", "considered", "planned"} else "in_effect"


_NO_DENIAL = frozenset("only just more less fewer even all quite far yet many".split())


_NOW = frozenset({"now", "currently", "presently", "today", "still"})


#: What a paper says of numbers.
_SPEAKING = inflected("speak talk mention envisage foresee list")


def _on_paper(tree: Tree, noun: int) -> str | None:
    """ "An earlier draft spoke of 30,000 soldiers", "one scenario talks of 600 men": as far as the paper is."""
    prep = tree.heads[noun] if tree.labels[noun] == "pobj" else noun
    verb = tree.heads[prep]
    subject = tree.subject(verb) if tree.keys[verb] in _SPEAKING else None
    found = None if subject is None else cues.nouns().get(tree.keys[subject])
    return found if found in {"considered", "planned"} else None


def status_at(view: View, first: int, last: int) -> str:
    """Status of a bare number at tokens first..last: "ought to be a thousand", "22,000 are to be called up"."""
    # "80 will stay, not around 100": the number is denied by the word before it, whatever the clause says.
    if view.key(first - 1) == "not" and view.key(first) not in _NO_DENIAL:
        return "denied"
    if view.key(first - 1) in _NOW and view.tree.labels[view.tree.noun_head(first)] == "appos":
        return "in_effect"  # "its contingent, currently 205 soldiers, will be cut"
    numeral = next((k for k in range(first, last + 1) if view.tree.tags[k] == "CD"), first)
    if (drawn_up := _on_paper(view.tree, view.tree.noun_head(numeral))) is not None:
        return drawn_up
    return _Climber(view.tree, "strength", False).number(numeral)
