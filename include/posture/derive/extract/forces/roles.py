"""The nouns in the roles of a trigger: who does it, what it acts upon, whose name it bears; whom they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..facts.themes import themes
from ..families import MOVES
from ..language.classes import verbs
from ..language.grammar import SUBJECT
from ..needs.sitenouns import is_site
from ..reading import Reading
from .parties import Parties
from .pronouns import Party

#: Who does so speaks of what another has done.
JUDGING = verbs("judge")
#: Frames of bases that somebody wants, allows or rules out; whose they would be is another question.
_WISHES = frozenset({"want_base", "plan_base", "comes_to_be", "no_base", "will_stand"})


class Roles(Parties):
    """Finds the nouns around a trigger by the grammar of its clause."""

    def _doer(self, r: Reading) -> int | None:
        """The noun that does what a verb says."""
        tree = self.view.tree
        if r.trigger.lemma in {"ask ~ for", "ask for"} and r.passive and tree.under(r.first, {"for"}):
            return tree.subject(r.first)  # "Chad was asked for 300 soldiers"
        if r.trigger.lemma == "ask ~ for" and not r.passive and r.type_code in MOVES:
            return tree.object(r.first)  # "Mali has asked Chad for 300 soldiers"
        return tree.agent(r.first) if r.passive else tree.subject(r.first)

    def _is_of_council(self, r: Reading) -> bool:
        doer = self._doer(r)
        return doer is not None and {"security", "council"} <= self.view.words_in(*self.view.tree.span(doer))

    def _is_of_subject(self, r: Reading) -> bool:
        """Who moves is the subject, though the object is a force: "will join the mission", "relieved the battalion"."""
        if r.code == "vacate":
            return r.passive and self._doer(r) is not None
        return r.code in {"relieve", "joined_by"} or r.trigger.lemma == "join" and not r.passive

    def doer(self, r: Reading) -> Party | None:
        """Who does what a verb says."""
        return self.of_clause(r.first, self._doer(r))

    def of_clause(self, verb: int, at: int | None) -> Party | None:
        """Who a noun of a clause is; before a relative clause, the antecedent alone."""
        tree = self.view.tree
        if at is not None and tree.labels[verb] == "relcl" and tree.heads[verb] == at:
            return self._antecedent(at, frozenset(), frozenset())
        return self.who(at)

    def _patient(self, r: Reading) -> int | None:
        """The noun that a verb acts upon; of "is home to" the one after the preposition."""
        tree = self.view.tree
        if r.code == "host" and r.last > r.first and r.object_head is not None:
            return r.object_head
        return tree.subject(r.first) if r.passive else tree.object(r.first)

    def _owner_of(self, at: int | None) -> Party | None:
        """Whose a base or a mission is."""
        if at is None:
            return None
        return self.who(at) or (self._target(at) if is_site(self.view, at, by_force=True) else None)

    def _of_noun(self, r: Reading) -> Party | None:
        """Whose name a noun of action bears; of a drill, who takes part in it if he whose it is is one of them."""
        owner = self._in_phrase(r)
        if r.type_code != "exercise" or owner is None or (at := self._governor(r.last)) is None:
            return owner
        party = self.who(at)
        return party if party is not None and set(owner.codes) < set(party.codes) else owner

    def _in_phrase(self, r: Reading) -> Party | None:
        """ "Israeli raids", "a raid by Israel", "manoeuvres of the fleet"."""
        tree = self.view.tree
        at = r.last
        owners = [c for i in range(r.first, r.last + 1) for c in tree.of(i, "poss", "amod", "compound", "nmod")]
        for c in [x for owner in owners for x in (owner, *tree.of(owner, "conj"))]:
            if not r.first <= c <= r.last and (party := self._owner(c, frozenset(), frozenset({at}))):
                return party
        if (by := self._by(at)) is not None:
            return by
        wanted = {"by", "between", "from"} | ({"of"} if r.type_code not in {"strike", "ground_operation"} else set())
        for prep in tree.of(at, "prep", "agent"):
            if tree.keys[prep] in wanted:
                for noun in tree.of(prep, "pobj"):
                    if party := self.who(noun):
                        return party
        return None

    def _by(self, at: int) -> Party | None:
        """ "The handover of the base in X to the army by Kenya": who does what a noun names, wherever in its phrase."""
        tree = self.view.tree
        for prep in range(at + 1, len(tree.keys)):
            if tree.keys[prep] != "by" or tree.labels[prep] not in {"prep", "agent"}:
                continue
            above = list(tree.ancestors(prep))
            if at not in above or any(tree.is_predicate(a) for a in above[: above.index(at)]):
                continue  # "the closure of the base run by Kenya"
            if party := next((p for n in tree.of(prep, "pobj") if (p := self.who(n)) and p.is_named), None):
                return party
        return None

    def _governor(self, at: int) -> int | None:
        """Who does what a noun names: the subject of the verb that governs it ("the army carried out a raid"), unless
        that is one of judging ("condemned the raid")."""
        tree = self.view.tree
        step = tree.first_conjunct(at)
        for above in list(tree.ancestors(at))[:8]:
            if tree.is_predicate(above):
                if tree.keys[above] in JUDGING and tree.labels[step] not in SUBJECT:
                    return None
                if tree.labels[step] in {"nsubjpass", "nsubj", "agent"}:
                    return tree.agent(above) if tree.labels[step] == "nsubjpass" else None
                return tree.agent(above) or tree.subject(above)
            step = above
        return None

    def _judges(self, r: Reading) -> frozenset[str]:
        """ "Egypt condemned the capture of the town": who only speaks of what a noun names."""
        tree = self.view.tree
        above = next((a for a in tree.ancestors(r.last) if tree.is_predicate(a)), None)
        if r.trigger.kind != "noun" or above is None or tree.keys[above] not in JUDGING:
            return frozenset()
        judge = tree.agent(above) if tree.is_passive(above) else tree.subject(above)
        party = self.who(judge) if judge is not None and judge not in {r.last, *tree.ancestors(r.last)} else None
        return frozenset(party.codes if party is not None else ())

    def _under(self, at: int, preps: Collection[str]) -> Iterator[int]:
        """Nouns in the prepositional phrases of a word."""
        tree = self.view.tree
        for prep in tree.of(at, "prep", "agent", "dative"):
            if tree.keys[prep] in preps:
                yield from tree.of(prep, "pobj")
        for c in tree.of(at, "dobj", "advmod", "prt"):
            yield from self._under(c, preps)  # "gave the base back to the army"

    def _target(self, at: int) -> Party | None:
        """Whose a target is, whatever it is: "Houthi radars", "positions of the SDF"."""
        found = self.who(at)
        if found is not None:
            return found
        tree = self.view.tree
        owners = tree.of(at, "amod", "compound", "nmod", "poss")
        return next((p for c in owners if (p := self._owner(c, frozenset(), frozenset({at})))), None)

    def _of_wish(self, r: Reading) -> Party | None:
        """ "Riga wants a British base", "there will be no Russian base": whose it would be, whoever wants or rules it
        out."""
        if r.code not in _WISHES:
            return None
        offered = self.view.tree.of(r.first, "dative") if r.trigger.lemma == "offer" else []  # "offered Oman a base"
        owners = [self._site_owner(r), *(self.who(k) for k in offered)]
        return next((p for p in owners if p is not None and p.is_named), None)

    def _site_owner(self, r: Reading) -> Party | None:
        """Whose the site is that is acted upon: the first that is named, else one that is meant."""
        owners = [p for t in themes(r) if (p := self._owner_of(t)) is not None]
        return next((p for p in owners if p.is_named), next(iter(owners), None))
