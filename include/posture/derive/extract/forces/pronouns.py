"""What "it", "they", "we" and "he" mean: by grammar first, then by what was said."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..clauses import View
from ..language.classes import nouns, verbs, words
from ..language.grammar import set_of
from ..language.inflection import plural
from ..memory import Memory
from ..mentions import ForceMention
from .referents import Codes, Said

#: Pronoun → how it looks back.
PRONOUNS = {
    "it": "it", "its": "it", "itself": "it", "they": "they", "their": "they", "them": "they", "theirs": "they",
    "both": "they", "he": "person", "his": "person", "him": "person", "she": "person", "her": "person",
    "i": "person", "my": "person", "we": "we", "our": "we", "us": "we", "ours": "we",
}  # fmt: skip
#: Who speaks as one of the troops.
_RANKS = words("rank") | set_of(
    "soldier officer spc pilot marine sailor peacekeeper battalion brigade regiment fighter rebel militant gunner "
    "trooper"
)
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Party:
    """Who a phrase stands for. `kind`: force (troops, a group), state, office (who speaks for it), short (resolved)."""

    codes: Codes
    kind: str
    mention: ForceMention | None = None
    is_plural: bool = False

    @property
    def is_named(self) -> bool:
        """The sentence itself says who."""
        return self.kind != "short"


#: Before "troops": men of some mission, whichever it is.
_UNDER_FLAG = frozenset({"peacekeeping", "peacekeeper", "stabilisation", "stabilization"})
_PAIRED = words("pronouns.paired")
_BOTH = set_of("both two neither either each")
#: Those of them that are states', not an armed group's.
_OF_STATES = set_of("countries nations states governments neighbours neighbors navies capitals presidents")
#: The share of the text's names at which a state that was only a place can be one of "the two countries".
_PARTNER = 0.2


class Pronouns(ABC):
    """Resolves the pronouns of one sentence."""

    view: View
    memory: Memory

    @cached_property
    def _mention_at(self) -> dict[int, ForceMention]:
        return {i: f for f in reversed(self.view.spotted.forces) for i in range(f.first, f.last + 1)}

    @abstractmethod
    def _who(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """The party of a noun, by its own name or owner (`parties`)."""

    @abstractmethod
    def before(self, at: int) -> list[Said]:
        """What the sentence itself has named before a word."""

    def _troops(self, at: int, without: frozenset[str]) -> Codes:
        """Troops in place of a mission that was never named: of "the mission in X" not those of X."""
        under = set(self.view.tree.under(at, {"in"}))
        hosts = {p.place.country_code or "" for p in self.view.spotted.places if under & {*range(p.first, p.last + 1)}}
        return self.memory.forces.pick("troops", self.view.number, {*without, *hosts}, self.before(at))

    def _pronoun(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """A pronoun: the subject of a clause above its own, or of the one before, that agrees with it; else from
        the sentences before."""
        tree = self.view.tree
        form = PRONOUNS[tree.keys[at]]
        if form == "we":
            return self._speaker(at, without, seen)
        reports = self.memory.forces.cast.reports
        if tree.keys[at] in {"i", "my"} and reports and reports not in without:
            return Party((reports,), "short")
        acts_on = tree.heads[at] if form == "it" and tree.labels[at] == "dobj" else self._demands(at)
        doer = tree.subject(acts_on) if acts_on is not None else None
        acts = self._who(doer, without, seen | {at}) if doer is not None else None
        if acts is None or not acts.is_named:
            doer = None
        else:
            without |= set(acts.codes)  # "X accuses it": another than X
        for subject in self._antecedents(at):
            if form == "it" and self._is_person(subject) or subject == doer:
                continue
            party = self._who(subject, without, seen)
            if party is None and form in {"it", "they"}:
                party = self._spoken_for(subject, without, seen)
            if party is None:
                if form == "they" and tree.tags[subject] in PLURAL_TAGS:
                    return None  # "residents said they had left"
                continue
            if not party.is_named and party.codes == (tree.keys[subject].upper(),):
                continue  # "rebels" of whom no more is known
            if _agree(form, party, tree.tags[subject]):
                return Party(party.codes, "force" if party.is_named else "short", party.mention, form == "they")
        m = self.memory.forces
        if form == "person" and m.speaker and self.view.number - m.spoke_at <= 3 and not set(m.speaker) & without:
            return Party(m.speaker, "short")
        codes = m.pick(form, self.view.number, without, () if form == "person" else self.before(at))
        return Party(codes, "short", None, form == "they") if codes else None

    def _demands(self, at: int) -> int | None:
        """ "Baghdad has demanded its withdrawal", "insists on their departure": the verb, whose subject it is not that
        is to go."""
        tree = self.view.tree
        move = tree.heads[at]
        if tree.labels[at] != "poss" or tree.keys[move] not in nouns("own_move"):
            return None
        over = tree.heads[tree.heads[move]] if tree.labels[move] == "pobj" else tree.heads[move]
        return (
            over if tree.keys[over] in verbs("pronouns.demanding") and tree.labels[move] in {"dobj", "pobj"} else None
        )

    def _is_person(self, at: int) -> bool:
        """A name of somebody who speaks for a force or a state."""
        named = self.view.tree.tags[at][:3] == "NNP" and at not in self._mention_at
        return named and self.view.tree.keys[at] in self.memory.forces.people

    def _antecedents(self, at: int) -> Iterator[int]:
        """Subjects that a pronoun can point back to, the nearest clause first."""
        tree = self.view.tree
        clause = tree.clause(at)
        inside_subject = False
        for a in [at, *tree.ancestors(at)]:
            if tree.labels[a] in {"nsubj", "nsubjpass"}:
                inside_subject = True
            if a == clause:
                break
        if not inside_subject and (own := tree.subject(clause)) is not None and own != at:
            yield own
        for spliced in tree.of(clause, "ccomp", "parataxis"):
            counted = tree.object(spliced) if spliced < at else None
            if counted is not None and counted < at and tree.tags[counted] in PLURAL_TAGS:
                yield counted  # "the state has 900 troops in X, they also hold Y"
        for a in tree.ancestors(clause):
            if not tree.is_predicate(a):
                continue
            own = tree.subject(a)
            after = tree.labels[clause] == "advcl" or tree.labels[clause] == "ccomp" and (own or 0) > clause
            if own is not None and own != at and (own < at or after):
                yield own

    def _speaker(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """ "we": who speaks in this sentence, else the last one who spoke, else the state at home."""
        tree = self.view.tree
        m = self.memory.forces
        for a in tree.ancestors(at):
            if tree.is_predicate(a) and tree.keys[a] in self.view.vocabulary.classes["reporting_verbs"]:
                s = tree.subject(a)
                if s is not None and tree.keys[s] in {"i", "we"}:
                    break  # "what I can say is that we have 90 men there"
                party = self._spoken_for(s, without, seen) if s is not None and s != at else None
                if party is not None:
                    return Party(party.codes, "short", None, True)
                if m.cast.own and m.cast.own not in without:
                    return Party((m.cast.own,), "short", None, True)
                rank = s is not None and bool(self.view.words_in(*tree.span(s)) & _RANKS)
                codes = m.pick("troops" if rank else "office", self.view.number, without)
                return Party(codes, "short", None, True) if codes else None
        voice = () if set(m.voice) & without else m.voice
        codes = voice or m.speaker or m.pick("we", self.view.number, without)
        return Party(codes, "short", None, True) if codes else None

    def _unknown_yet(self, form: str, at: int) -> frozenset[str]:
        """ "Soldiers seized the airport": of none of the missions to which the text only comes later."""
        tree = self.view.tree
        if (
            form not in {"troops", "soldiers"}
            or tree.of(at, "det", "poss", "nummod")
            or tree.keys[at - 1] in _UNDER_FLAG
        ):
            return frozenset()
        forces = self.memory.forces
        return frozenset(forces.cast.missions) - {c for x in forces.said for c in x.codes}

    def _spoken_for(self, speaker: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """ "A spokesman for the Kenyan army", "a source in the UN mission", "NATO Secretary General X": for whom he
        speaks."""
        tree = self.view.tree
        start, end = tree.span(speaker)
        titled = next((c for a, _, c in self.view.spotted.speakers if start <= a < end and c not in without), None)
        if titled is not None or (named := self._who(speaker, without, seen)) is not None:
            return Party((titled,), "office") if titled else named
        for by in tree.of(speaker, "prep"):
            for n in tree.of(by, "pobj") if tree.keys[by] in {"for", "in", "within", "at", "with"} else ():
                party = self._who(n, without, seen)
                if party is not None and (tree.keys[by] == "for" or party.is_named and party.kind == "force"):
                    return party
        return None

    def _of_both(self, at: int, kind: str, without: frozenset[str]) -> Party | None:
        """ "Both armies", "the two of them", "soldiers from both countries"."""
        tree = self.view.tree
        marks = {*tree.children[at], tree.heads[tree.heads[at]] if tree.labels[at] == "pobj" else at}
        if {tree.keys[c] for c in marks} & _BOTH and (pair := self._pair(tree.keys[at], without)):
            return pair
        whence = tree.under(at, {"from", "of"}) if kind == "force" else []
        both = (n for n in whence if {tree.keys[c] for c in tree.children[n]} & {"both", "two"})
        return next((pair for n in both if (pair := self._pair(tree.keys[n], without))), None)

    def _pair(self, key: str, without: frozenset[str]) -> Party | None:
        """ "both countries", "the two sides": the two spoken of most of late."""
        if not {key, plural(key)} & _PAIRED:
            return None
        m, now = self.memory.forces, self.view.number
        here = self.before(len(self.view.toks))
        states = "states" if {key, plural(key)} & _OF_STATES else "sides"
        first = m.pick(states, now, without, here)
        if len(first) == 2:
            return Party(first, "short", None, True)
        second = m.pick(states, now, {*without, *first}, here) if first else ()
        if first and not second and states == "states":
            second = self._other_state({*without, *first})
        return Party((first[0], second[0]), "short", None, True) if second else None

    def _other_state(self, without: set[str]) -> tuple[str, ...]:
        """ "The president of X arrived in Y. The two countries …": the state that was named as a place."""
        weights = {c: w for c, w in self.memory.forces.weights.items() if c not in without and w >= _PARTNER}
        return (max(weights, key=lambda c: (weights[c], c)),) if weights else ()

    def _host(self) -> str:
        """ "Local forces": those of the land that the sentence names, or the text is about."""
        lands = {p.place.country_code or "" for p in self.view.spotted.places if p.form == "place"}
        return lands.pop() if len(lands) == 1 else self.memory.places.about


def _agree(form: str, party: Party, tag: str) -> bool:
    if form == "they":
        return party.is_plural or tag in PLURAL_TAGS
    if form == "it":
        one = party.mention is not None and party.mention.form == "group" and len(party.codes) == 1
        return not party.is_plural or party.kind in {"state"} or tag in {"NN", "NNP"} or one
    return True
