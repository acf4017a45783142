"""With whom a force acts: "alongside", "together with", "jointly with"; in drills and deals "with" and "between"; the
state on whose land a deal is."""

from __future__ import annotations

from collections.abc import Iterator

from ....lexicon import country_places
from ..draft import Draft
from ..facts.themes import themes
from ..geography.discourse import country_of
from ..geography.hosts import HOSTING_GUESTS
from ..language.classes import nouns, words
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..reading import Reading
from .pronouns import Party
from .referents import Codes
from .sides import Sides

_WITH = frozenset({"with", "alongside"})
#: What is often done by two; of all else only words that say so make two of it.
_JOINT = frozenset({"exercise", "patrol", "ground_operation", "strike", "agreement", "presence"})
#: A number, a handover and prisoners are of one side.
_ONE_SIDED = frozenset({"strength", "strength_change", "base_handover", "detainee_transfer", "attack_on_force"})
_TOGETHER = words("partners.together")
#: Who does so is no party to the deal.
_BROKERING = inflected("broker mediate facilitate")
_JOINING = set_of("join joins joined joining follow follows followed following")
_BETWEEN = words("partners.between")


#: Who does this with a deal may be none of its sides.
_MEDIATING = frozenset({"announce", "unveil", "broker", "back", "give", "make"})


class Partners(Sides):
    """Finds who acts together with an actor."""

    #: Who speaks of another's troops in this sentence, or of others' deal, and so is not who moves or is bound.
    _askers: frozenset[str] = frozenset()

    def _together(self, r: Reading, party: Party) -> Codes:
        """All who act: the actor and its partners."""
        made = list(party.codes)
        if r.type_code in _ONE_SIDED or r.code == "join" or _is_unilateral(r):
            return party.codes
        if r.type_code == "agreement" and r.trigger.lemma in _MEDIATING and len(sides := self._between(r)) > 1:
            return sides
        if r.type_code in _JOINT or party.is_named and party.kind in {"force", "state"}:
            for other in self._partners(r):
                made += [c for c in other.codes if c not in made]
        if r.type_code == "agreement" and len(made) == 1:
            said = self.memory.deal_codes
            if set(made) < set(said) and self._is_of_before(r):
                r.recalled = tuple(c for c in said if c not in made)
                return (*made, *r.recalled)  # "the two presidents signed it"
            now, here = self.view.number, self.before(len(self.view.toks))
            partner = self.memory.forces.pick("it", now, {*made, *self._askers}, here)
            r.recalled = tuple(c for c in partner if c not in made)
            made += r.recalled  # "an agreement with Kuwait": whose is known from before
        return tuple(made)

    def _between(self, r: Reading) -> Codes:
        """ "Oman brokered a truce between the army and the rebels": whose deal it is, whoever helps or tells."""
        named = [self.who(n) for i in themes(r) for n in self._under(i, {"between"})]
        return tuple(dict.fromkeys(c for p in named if p is not None and p.is_named for c in p.codes))

    def brokered(self, r: Reading) -> Party | None:
        """ "A truce brokered by Oman": those whom it binds, by its own words or by what was told before."""
        if r.trigger.kind != "verb" or self.view.tree.keys[r.first] not in _BROKERING:
            return None
        broker = self.doer(r)
        self._askers = without = frozenset(broker.codes if broker is not None else ())
        bound = [c for p in self._partners(r) if p.is_named for c in p.codes if c not in without]
        bound = bound or [c for c in self.memory.deal_codes if c not in without]
        now, here = self.view.number, self.before(len(self.view.toks))
        bound = bound or list(self.memory.feuds.sides or self.memory.forces.pick("sides", now, without, here))
        return Party(tuple(dict.fromkeys(bound)), "short") if bound else None

    def _is_of_before(self, r: Reading) -> bool:
        """The deal has no party in its own words, and one was spoken of just before."""
        tree, deals = self.view.tree, themes(r) if r.trigger.kind == "verb" else [r.last]
        own = any(self.view.forces_in(*tree.span(i)) for i in deals)
        return not own and self.view.deal_since <= 2 and r.code != "deal_likewise"

    def _partners(self, r: Reading) -> Iterator[Party]:
        tree = self.view.tree
        at = r.first if r.trigger.kind == "verb" else r.last
        spots = [at] + ([tree.clause(at)] if r.trigger.kind == "noun" and tree.clause(at) != at else [])
        if r.type_code == "agreement" and r.trigger.kind == "verb":
            spots += themes(r)  # "the pact between A and B lapsed"
        mutual = r.type_code in {"exercise", "patrol", "agreement"}
        if r.code == "lease":
            yield from (
                p for n in self._under(at, {"to", "by", "from"}) if (p := self.who(n)) is not None and p.is_named
            )
        for spot in spots:
            for word, start, end in tree.phrases(spot):
                together = word == "alongside" or word == "with" and (mutual or self._is_together(start))
                if together and self.view.key(start - 2) in _BETWEEN and word == "with":
                    continue  # "drills on the border with X"
                over = {self.view.key(start - 2), self.view.key(tree.heads[start - 1])}
                if r.type_code != "agreement" and over & nouns("pact"):
                    continue  # "flew over X in breach of the pact with Y"
                if together or mutual and r.type_code != "patrol" and word in {"between", "among", "involving"}:
                    yield from self._named_in(r, word, start, end)
        above = tree.clause(at)
        if r.type_code == "exercise" and r.trigger.kind == "noun" and self.view.key(above) in HOSTING_GUESTS:
            guest = tree.object(above)  # "received a French frigate for drills"
            if guest not in {None, at} and (other := self.who(guest)) is not None and other.is_named:
                yield other
        led = self._is_led(r)
        leader = self.who(led) if led is not None else None
        if leader is not None and leader.is_named:
            yield leader
        doer = tree.subject(tree.clause(at)) if mutual or r.trigger.kind == "verb" else None
        for prep in tree.of(doer, "prep") if doer is not None else ():
            if tree.keys[prep] in _WITH | {"and"} and (r.type_code in _JOINT or self._is_together(prep + 1)):
                for noun in tree.of(prep, "pobj"):
                    if (other := self.who(noun)) is not None and other.is_named:
                        yield other
        if r.type_code == "agreement" and r.trigger.kind == "noun":
            owner = self._of_noun(r)
            if owner is not None and owner.is_named:
                yield owner

    def _is_led(self, r: Reading) -> int | None:
        """ "Chad joined Mali in bombing the camps": the noun of whom somebody joins or follows in an act."""
        tree = self.view.tree
        prep = tree.heads[r.first]
        verb = tree.heads[prep]
        if r.trigger.kind != "verb" or tree.labels[r.first] != "pcomp" or tree.keys[prep] != "in":
            return None
        return tree.object(verb) if tree.keys[verb] in _JOINING else None

    def _is_together(self, start: int) -> bool:
        """ "Together with", "side by side with", before a phrase."""
        return bool(_TOGETHER & self.view.words_in(max(0, start - 4), start))

    def _named_in(self, r: Reading, word: str, start: int, end: int) -> Iterator[Party]:
        """Those whom a phrase names; of what is no joint act by its nature, armed ones alone."""
        tree = self.view.tree
        for f in self.view.forces_in(start, end):
            if r.type_code not in _JOINT and not (
                f.is_military or f.form in {"name", "group", "capital"} and not f.is_weak
            ):
                continue
            if tree.clause(f.last) != tree.clause(start):
                continue  # "alongside the army in a town that rebels hold"
            if any(start <= a < end and tree.keys[a] in nouns("own_move") for a in tree.ancestors(f.last)):
                continue  # "the withdrawal of X, together with the deployment of Y"
            other = self.who(self.head(f)) if f.codes or f.form == "generic" else None
            if other is not None and (other.is_named or word == "alongside" and r.type_code in _JOINT):
                yield other


def _is_unilateral(r: Reading) -> bool:
    """ "Declared a unilateral truce": no other side has agreed to it."""
    v = r.view
    return r.type_code == "agreement" and any("unilateral" in v.words_in(v.tree.span(i)[0], i) for i in themes(r))


#: Deals that one makes with an alliance, and those that only one side tells of.
_OF_ONE = frozenset({"join", "refuse_deal"})


def with_host(draft: Draft, r: Reading) -> Draft:
    """The deal with the state on whose land it is as its second party, where the sentence names one party only.

    Whom only the text before names gives way to it: the host is told of here."""
    if draft.type_code != "agreement" or draft.rule in _OF_ONE or draft.main_place is None or _is_unilateral(r):
        return draft
    host = country_of(draft.main_place)
    named = tuple(a for a in draft.actors if a not in r.recalled)
    if host is None or host in draft.actors or host not in country_places() or len(named) != 1:
        return draft
    draft.actors = (*named, host)
    draft.counterparties = tuple(c for c in draft.counterparties if c != host)
    return draft
