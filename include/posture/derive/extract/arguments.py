"""Fill the slots of a reading: actors, counterparties, places, quantities, dates."""

from __future__ import annotations

from .clauses import BE, View
from .families import JOURNEYS
from .forces.actors import Actors
from .geography.houses import is_house
from .geography.whence import is_whole
from .geography.where import Where
from .language.classes import words
from .language.grammar import AFTER_SAYING, SPEAKERS
from .language.syntax import Tree
from .learnt.likeness import Likeness
from .memory import Memory
from .needs.moves import themes
from .quantity.changes import is_own_size
from .quantity.levels import LEVELS, NUMBERS
from .quantity.quantities import Quantity
from .reading import Reading
from .timing.context import Time
from .timing.when import time_of

#: Before those who are added: "reinforced with two battalions", "by 300 men".
_ADDING = frozenset({"with", "by"})
_RIDING = frozenset("aboard on board in by onto".split())
#: What these govern is how many the noun before them is.
_MEASURING = frozenset("comprising numbering totalling totaling consisting counting".split())


def _described(tree: Tree, verb: int) -> int | None:
    """The noun that a participle of measuring belongs to: the last one before it."""
    return next((i for i in range(verb - 1, max(-1, verb - 4), -1) if tree.tags[i][:2] == "NN"), None)


def _named_as(tree: Tree, verb: int) -> set[int]:
    """What is the same: "the first to go are 100 engineers", "4,000 men are among the troops that it has sent"."""
    subject = tree.subject(verb)
    among = tree.under(verb, {"among"})
    return {n for n in (subject, *tree.of(verb, "attr"), *among) if n is not None}


def _sized(tree: Tree, verb: int) -> int | None:
    """The noun whose strength a relative clause gives: "whose strength is 780", "which numbers 300"."""
    subject = tree.subject(verb) if tree.labels[verb] == "relcl" else None
    if subject is None or tree.of(verb, "prep") or any(tree.keys[c] in _FORMERLY for c in tree.of(verb, "advmod")):
        return None  # "which counted 2,370 in March" is a level of then
    owned = any(tree.keys[c] == "whose" for c in tree.of(subject, "poss")) and tree.keys[subject] in LEVELS
    return tree.heads[verb] if owned or tree.keys[verb] in NUMBERS and subject == tree.heads[verb] else None


_FORMERLY = frozenset("once formerly originally previously earlier".split())


def _not_moving(r: Reading) -> tuple[int, int]:
    """Those whom the movers find or replace: "join a force of 400", "500 Turks, who were replaced by Greeks"."""
    if r.code == "embark":
        return r.object  # "boarded two aircraft"
    if r.trigger.kind != "verb" or not (r.code == "relieve" or r.trigger.lemma == "join"):
        return 0, 0
    if not r.passive or r.subject_head is None:
        return r.object
    return r.view.tree.span(r.subject_head)


class Filler(Actors, Where):
    """Fills slots from one sentence and what was said before it."""

    def __init__(self, view: View, memory: Memory, likeness: Likeness | None = None) -> None:
        self.view, self.memory = view, memory
        self.likeness = likeness or Likeness(view)

    # ── how many ──
    def quantity(self, r: Reading, wanted: frozenset[str], taken: set[int]) -> Quantity | None:
        """The count of what moves; else the nearest count of a fitting unit in the clause."""
        v = self.view
        moving = r.type_code in JOURNEYS
        other = _not_moving(r)
        counts = [q for q in v.quantities if not (moving and is_whole(r, q)) and not other[0] <= q.number < other[1]]
        counts = [q for q in counts if not is_own_size(r, q)]
        tree = v.tree
        mine = tree.clause(r.first)  # "they leave today and there will be only ten left"
        counts = [q for q in counts if (there := tree.clause(q.number)) == mine or not tree.of(there, "expl")]
        if moving:  # "more men than the 700 who are there"
            counts = [q for q in counts if [v.key(q.first - 2), v.key(q.first - 1)] != ["than", "the"]]
        if r.code in {"increase_presence", "reinforce"} and r.trigger.kind == "verb" and not r.passive:
            counts = [q for q in counts if not r.subject[0] <= q.number < r.subject[1]]  # who builds, not what is added
        if r.code == "reinforce" and r.trigger.kind == "verb" and any(p in _ADDING for p, _, _ in r.phrases):
            end = r.first if r.passive else r.patient[1]
            counts = [q for q in counts if not r.patient[0] <= q.number < end]  # those who get more
        own = [q for q in counts if moving and q.unit in wanted and self._counts_theme(r, q)]
        if own:
            # "the remaining 75 are to follow": a bare number that moves, whatever the parser hangs on the verb
            own.sort(key=lambda q: not (q.number == r.subject_head and tree.tags[q.number] == "CD"))
            if (men := next((q for q in own if self._is_headcount(q, own[0])), None)) is not None:
                taken.add(own[0].number)  # "two battalions numbering 1,400 men" are told by their men
            return men or own[0]
        if moving and (ridden := [q for q in counts if q.unit == "vehicles" and self._is_convoy(q)]):
            return ridden[0]
        best: tuple[float, Quantity] | None = None
        parts = [q for q in counts if moving and v.key(q.first - 1) == "including"]
        for q in counts:
            if (
                q.unit not in wanted
                or r.code == "embark"
                and q.unit != "personnel"
                or q in parts
                or moving
                and self._is_ridden(q)
                and len(counts) > len(parts)
            ):
                continue  # of "40 vehicles, including 20 tanks" the whole; "aboard two planes" counts no men
            left = q.last < r.first
            cost = v.cost(q.last, r.first) if left else v.cost(r.last, q.first)
            inside = any(
                s <= q.number < e for s, e in (r.object, r.subject if r.trigger.kind == "verb" else r.object)
            ) or any(p == "of" and s <= q.number < e for p, s, e in r.phrases[:2])
            if r.code == "reinforce":  # "reinforced its garrison at X with a 300-strong battalion"
                inside = inside or any(p == "with" and s <= q.number < e for p, s, e in r.phrases)
            cost += 0.0 if inside else 0.9
            if cost < 1.6 and (best is None or cost < best[0]):
                best = (cost, q)
        if best is None and r.trigger.kind == "verb" and r.type_code.startswith("base_"):
            thing = r.subject_head if r.passive else r.object_head
            before = [q for q in counts if q.unit == "bases" and q.unit in wanted and q.last < r.first]
            if thing is not None and v.key(thing) in {"them", "they", "these", "which"} and before:
                return before[-1]  # "leaves nine camps and hands them over"
        return best[1] if best else None

    def _is_ridden(self, q: Quantity) -> bool:
        """ "Flown home aboard three planes": what they travel in."""
        tree = self.view.tree
        noun = tree.first_conjunct(tree.noun_head(q.last))
        by = tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] in _RIDING
        return by and q.unit in {"aircraft", "ships", "vehicles"}

    def _counts_theme(self, r: Reading, q: Quantity) -> bool:
        """ "a company of 120 men left", "the last French, 90 medics, left": the number is part of what moves."""
        tree, heads = self.view.tree, set(themes(r))
        if tree.labels[r.first] == "relcl" and q.unit == "personnel":
            whole = tree.noun_head(q.number)  # "700 members of the division who flew in"
            if any(tree.keys[tree.heads[h]] == "of" and tree.heads[tree.heads[h]] == whole for h in heads):
                return True
        at = q.number
        for _ in range(8):
            if at in heads:
                return True
            label = tree.labels[at]
            if tree.keys[at] in _MEASURING and at and (noun := _described(tree, at)) is not None:
                at = noun  # "a contingent, comprising 350 men"
                continue
            if tree.keys[at] in BE and heads & _named_as(tree, at):
                return True
            if (noun := _sized(tree, at)) is not None:
                at = noun  # "the brigade, whose strength was 780"
                continue
            if tree.labels[at] == "acl" and tree.keys[at] in words("carrying"):
                at = tree.heads[at]  # "three helicopters carrying 60 men"
                continue
            if tree.is_verb(at) or label == "prep" and tree.keys[at] not in {"of", "with", "between", "than", "to"}:
                return False
            if tree.heads[at] == at:
                return False
            at = tree.heads[at]
        return False

    def _is_headcount(self, q: Quantity, first: Quantity) -> bool:
        """ "Two battalions, some 1,400 soldiers", "two planes with 100 men": how many men the units are, or carry."""
        tree, at = self.view.tree, self.view.tree.noun_head(q.number)
        units = tree.noun_head(first.number)  # "a reserve of one battalion, some 800 men"
        if first.unit in {"aircraft", "ships"} and q.unit == "personnel" and q.noun not in words("crew"):
            above = tree.heads[at]
            is_load = tree.labels[at] == "pobj" and tree.keys[above] == "with"
            is_load |= tree.labels[at] == "dobj" and tree.keys[above] in words("carrying")
            return is_load and tree.heads[above] == units
        aside = tree.labels[at] == "appos" and tree.heads[at] in {units, *list(tree.ancestors(units))[:2]}
        measured = tree.labels[at] == "dobj" and tree.keys[tree.heads[at]] in _MEASURING
        aside = aside or measured and _described(tree, tree.heads[at]) == units  # "two battalions numbering 1,400 men"
        aside = aside or tree.first_conjunct(at) == units and "or" in tree.keys[first.last : q.first]
        return aside and first.unit == "units" and q.unit == "personnel"

    def _is_convoy(self, q: Quantity) -> bool:
        """ "Drove to the port in a convoy of 60 trucks"."""
        tree = self.view.tree
        of = tree.heads[tree.noun_head(q.number)]
        return tree.keys[of] == "of" and tree.keys[tree.heads[of]] in {"convoy", "convoys", "column", "columns"}

    # ── when ──
    def time(self, r: Reading) -> Time | None:
        """The time that belongs to the predicate; that of the saying is left alone."""
        return time_of(r)

    def _of_speaker(self, at: int) -> bool:
        """ "the assembly in Ankara", "a source in London": where they sit who speak or decide."""
        near = (k for k in (at - 2, at - 1) if self.view.key(k) in SPEAKERS)
        return any(not is_house(self.view, k) for k in near)

    def _of_saying(self, at: int) -> bool:
        """ "said on Friday": the time stands at a verb of saying."""
        v = self.view
        for k in range(at - 1, max(-1, at - 5), -1):
            if v.key(k) in AFTER_SAYING:
                return True
            if v.toks[k].text in {",", ";"}:
                return False
        return False
