"""The mission last spoken of: whose it is and where, for "it", "its mandate" and "the mission" to point back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..clauses import View
from ..draft import Draft
from ..facts.themes import themes
from ..language.grammar import AT_PLACES, set_of
from ..mentions import PlaceMention
from ..needs.missions import successor
from ..needs.nouns import is_mission
from ..needs.sitenouns import CIVIL
from ..reading import Reading
from .referents import Codes

#: Nouns for a mission of which more is told further on.
_NOUNS = set_of("mission operation campaign taskforce")
#: What stands for it: "it ended in May", "its mandate runs out".
_POINTING = _NOUNS | set_of("force coalition mandate authorisation authorization missions operations")
_AT = AT_PLACES
#: Words that part a noun from what stands before it.
_BREAKS = set_of('of to and or by with from for in at on that which who , ; : ( ) " “ ”')
#: How far before the noun its owner's name stands, and behind it where it is.
_REACH, _BEHIND = 6, 5
#: Sentences for which "it" means the mission, and "the mission" still does.
_IT, _FADES = 1, 8


@dataclass(frozen=True, slots=True)
class MissionSaid:
    """A mission that a sentence has spoken of."""

    codes: Codes
    place: PlaceMention | None
    sentence: int


def spoken(view: View, drafts: Sequence[Draft], before: MissionSaid | None) -> MissionSaid | None:
    """The mission that a sentence speaks of, if any, else the one before it. Tokens alone decide: most sentences of
    which nothing is told have no tree."""
    told = next((d for d in drafts if d.type_code.startswith("mission_") and d.status != "denied"), None)
    if told is not None:
        return MissionSaid(told.actors, told.main_place, view.number)
    for i, t in enumerate(view.toks):
        if t.key not in _POINTING:
            continue
        start = next((k + 1 for k in range(i - 1, max(-1, i - _REACH), -1) if view.key(k) in _BREAKS), i - _REACH)
        words = view.words_in(max(0, start), i)
        owner = next((f for f in view.spotted.forces if max(0, start) <= f.first < i and f.codes), None)
        if t.key in _NOUNS and owner is not None and not words & CIVIL:
            return MissionSaid(owner.codes, _place_behind(view, i), view.number)
        if before is not None and words & {"the", "its", "their", "this"} and not words & CIVIL and i - start <= 1:
            return replace(before, sentence=view.number)
    return before


def _place_behind(view: View, noun: int) -> PlaceMention | None:
    """ "The mission in X", "its operation off the port of X"."""
    for p in view.spotted.places:
        between = [view.key(k) for k in range(noun + 1, p.first)]
        if 0 < len(between) <= _BEHIND and between[0] in _AT and not set(between[1:]) & (_BREAKS - {"of"}):
            return p
    return None


def is_pointing(view: View, i: int) -> bool:
    """ "It", "its mandate", "the mission": whose and where has been said before."""
    tree = view.tree
    if tree.keys[i] == "it":
        return not tree.of(tree.heads[i], "acomp", "ccomp", "csubj")
    marks = tree.of(i, "det", "poss")
    definite = any(tree.keys[c] in {"the", "this", "its", "their"} for c in marks)
    own = tree.of(i, "compound", "nmod", "amod", "prep", "appos")
    own += [] if tree.keys[i + 1 : i + 2] == (",",) else tree.of(i, "relcl", "acl")
    return tree.keys[i] in _POINTING and definite and not own


def pointed_at(r: Reading, said: MissionSaid | None) -> MissionSaid | None:
    """The mission that what a fact is about points back to."""
    v = r.view
    about = [*themes(r), r.subject_head] if r.code == "change_mission" else themes(r)
    if said is None or not any(i is not None and is_pointing(v, i) and _is_near(v, i, said) for i in about):
        return None
    return said


def meant_mission(r: Reading) -> int | None:
    """The noun of the mission that is meant, where it is not what the act is done to: of one that takes another's place
    the new one; in "the mission in X, whose mandate runs out" the one above X, on which the parser hangs the clause."""
    if r.code == "succeed_mission":
        return successor(r)[0]
    v, tree = r.view, r.view.tree
    at = tree.heads[r.first]
    if r.trigger.kind != "verb" or tree.labels[r.first] != "relcl" or is_mission(v, at):
        return None
    above = (a for a in tree.ancestors(at) if not tree.is_verb(a))
    return next((a for a in above if is_mission(v, a)), None)


def _is_near(view: View, i: int, said: MissionSaid) -> bool:
    return view.number - said.sentence <= (_IT if view.tree.keys[i] == "it" else _FADES)
