"""The two sides of a fact: who does it and to whom, who gives and who takes, who takes part, by a clause's grammar."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.acts import conjuncts
from ..language.classes import nouns, verbs
from ..language.inflection import inflected
from ..mentions import ForceMention
from ..reading import Reading
from .pronouns import Party
from .referents import Codes
from .roles import Roles
from .takers import is_host_noun
from .targets import STANDING, forces_of, is_band

_TAKING = verbs("sides.taking")
_BEING = inflected("come be")
_INTO = frozenset({"under", "into", "of"})
_AGAINST = frozenset({"on", "against", "at", "targeting"})
#: Rules of acts that are aimed at somebody, not told by who fell.
_AIMED = frozenset({"attack", "fires"})


class Sides(Roles):
    """Finds the nouns on either side of a trigger, and whom they stand for."""

    def acting(self, r: Reading) -> Party | None:
        """Who does an act of arms: all that its roles name, else whom their short forms mean."""
        parties = [p for at in (r.act.agents if r.act else ()) for p in (self._party(at), *self._joined(at)) if p]
        named = [p for p in parties if p.is_named and p.kind != "office"] or [p for p in parties if p.is_named]
        if r.code in {"fight", "fighting"} or r.type_code == "exercise":
            named = [p for p in parties if p.codes]  # "marines clashed with X": whose they are, the text has told
        if not named:
            return parties[0] if parties else None
        codes = tuple(dict.fromkeys(c for p in named for c in p.codes))
        return Party(codes, named[0].kind, named[0].mention, len(codes) > 1 or named[0].is_plural)

    def _joined(self, at: int) -> Iterator[Party | None]:
        """ "Kenyan troops and soldiers from the Greek army": those whom "and" adds, by a name of their own."""
        tree = self.view.tree
        for other in conjuncts(tree, at):
            found = self._party(other)
            if found is None or not found.is_named:  # the phrase behind may hang on the first
                behind = [n for p in tree.of(at, "prep") if p == other + 1 for n in tree.of(p, "pobj")]
                found = next((p for n in behind if (p := self.who(n)) is not None and p.is_named), found)
            yield found

    def _party(self, at: int) -> Party | None:
        """Who a noun is; where its own name was not understood ("Greek F-16s"), whose adjective stands before it."""
        found = self.who(at) if not is_band(self.view, at) else None
        if found is None and not is_band(self.view, at):
            near = next((f for f in forces_of(self.view, at) if f.codes), None)
            return Party(near.codes, "force", near) if near is not None else None
        return found

    def _victim(self, r: Reading) -> Party | None:
        """Who is hit, and who is not: the attacker. Where a state's forces are only "they", it is their strike."""
        if r.code in _AIMED and r.trigger.kind == "verb" and (by := self._state_meant(r)) is not None:
            r.type_code = "strike"
            return by
        enemy = {c for p in self._attackers(r) for c in p.codes}
        if r.act is not None and any(self.view.key(a) in nouns("irregular") for a in r.act.agents):
            m = self.memory.forces  # "militants overran a post": nobody's but a state's, unless it is said
            enemy |= {c for s in m.said for c in s.codes if m.kind(c) == "non_state" and c not in STANDING}
        if r.act is not None:
            beside = [c for t in r.act.targets for c in conjuncts(self.view.tree, t)]
            foes = [c for c in beside if self.view.key(c) in nouns("irregular")]
            enemy |= {c for at in foes for f in forces_of(self.view, at) for c in f.codes}  # "six men and nine rebels"
            parties = [p for at in r.act.targets if (p := self.who(at, enemy)) is not None]
            parties = [p for p in parties if p.is_named or not self._is_band(p.codes)]
            parties.sort(key=lambda p: (not p.is_named, p.kind != "force"))
            if parties:
                return parties[0] if parties[0].is_named else self._owner_at(r.act.targets, enemy) or parties[0]
        for at in self._hit(r):
            if (party := self.who(at, enemy)) is not None:
                return party
        m = self.memory.forces  # a band of rebels would be named
        enemy |= {c for s in m.said for c in s.codes if m.kind(c) == "non_state" and c not in STANDING}
        if codes := m.pick("troops", self.view.number, enemy, self.before(r.first)):
            return Party(codes, "short")
        is_aimed = r.code in _AIMED and r.act is not None and r.trigger.kind == "verb"
        by = next(iter(self._attackers(r)), None) if is_aimed else None
        if by is not None and by.codes:
            r.type_code = "strike"  # "we targeted the barracks with rockets": whose they are nobody knows
        return by

    def _state_meant(self, r: Reading) -> Party | None:
        """ "British jets flew over X. They hit a barracks"."""
        for at in r.act.agents if r.act is not None else ():
            if self.view.tree.keys[at] in {"we", "it", "they"} and (party := self._party(at)) is not None:
                return (
                    party if party.codes and all(self.memory.forces.kind(c) == "state" for c in party.codes) else None
                )
        return None

    def _owner_at(self, targets: tuple[int, ...], without: set[str]) -> Party | None:
        """ "Fired rockets at Israel's air base at X": the state that has a base in its own country, unless others are
        named who may be its guests."""
        tree = self.view.tree
        if any(f.is_military and set(f.codes) - without for f in self.view.spotted.forces):
            return None
        for owner in (o for t in targets for o in tree.of(t, "poss")):
            for p in self.view.spotted.places:
                if p.form == "owner" and p.first <= owner <= p.last and p.place.country_code not in {None, *without}:
                    return Party((str(p.place.country_code),), "state")
        return None

    def _is_band(self, codes: Codes) -> bool:
        """Armed men of no state: who hits an unnamed post hits a state's, or a force's that holds ground."""
        return all(self.memory.forces.kind(c) == "non_state" and c not in STANDING for c in codes)

    def _hit(self, r: Reading) -> Iterator[int]:
        tree = self.view.tree
        if r.act is not None:
            yield from r.act.targets
            return
        if r.trigger.kind == "verb":
            patient = self._patient(r)
            if patient is None and not r.passive and tree.keys[r.first] in _BEING:
                patient = tree.subject(r.first)
            if patient is not None:
                yield patient
            yield from self._under(r.first, _AGAINST)
        else:
            yield from self._under(r.last, _AGAINST)
            above = tree.clause(r.last)
            if above != r.last and tree.labels[r.last] not in {"nsubj", "nsubjpass"}:
                subject = tree.subject(above)
                if tree.labels[r.last] == "pobj" and subject is not None:
                    yield subject  # "two soldiers were killed in an attack"
                yield from self._under(above, _AGAINST)

    def _attackers(self, r: Reading) -> list[Party]:
        tree = self.view.tree
        if r.act is not None:
            meant = [(at, p) for at in r.act.agents if (p := self._party(at)) is not None]
            return [p for at, p in meant if p.is_named or r.code in _AIMED and tree.keys[at] in {"we", "it", "they"}]
        if r.trigger.kind == "verb":
            found = [p for p in [self.doer(r)] if p is not None and p.is_named]
        else:
            found = [p for p in [self._of_noun(r)] if p is not None and p.is_named]
            doer = self._governor(r.last)
            if not found and doer is not None and (p := self.who(doer)) is not None and p.is_named:
                hit = {c for at in self._under(r.last, _AGAINST) if (q := self.who(at)) for c in q.codes}
                if not set(p.codes) & hit and tree.labels[r.last] == "dobj":
                    found = [p]
        return found

    def _giver(self, r: Reading) -> Party | None:
        """Who gives a base up."""
        if r.code == "flag_down":  # whose flag it is
            flag = self._patient(r) if r.passive or r.object_head is not None else r.subject_head
            near = [f for f in self.view.forces_in(*self.view.tree.span(flag)) if f.codes] if flag is not None else []
            if near:
                return Party(near[0].codes, "state", near[0])
        giver, _ = self._handing(r)
        return giver

    def _handing(self, r: Reading) -> tuple[Party | None, Party | None]:
        """Who gives and who takes."""
        tree = self.view.tree
        own = self.doer(r) if r.trigger.kind == "verb" else None
        giving = own.codes if own is not None and own.is_named else ()
        takers = (at for at in self._receivers(r) if not is_host_noun(self.view, at))
        to = next((p for at in takers if (p := self.who(at, giving))), None)
        if r.trigger.kind == "noun":
            by = self._of_noun(r) or ((d := self._governor(r.last)) is not None and self.who(d)) or None
            if tree.keys[r.last].startswith("takeover"):
                return self._left_out(by, r), by
            return self._not(by, to, r), to
        doer, patient = own, self._patient(r)
        if tree.keys[r.first] in _TAKING and "over" in self._words(r) | {"over"} and not to:
            owner = self._owner_of(patient)
            source = next((p for at in self._under(r.first, {"from"}) if (p := self.who(at))), None)
            giver = source or (owner if owner is not None and owner.is_named else None)
            return giver or self._left_out(doer, r), doer
        return self._not(doer or self._owner_of(patient), to, r), to

    def _words(self, r: Reading) -> set[str]:
        return self.view.words_in(r.first, r.last + 3)

    def _receivers(self, r: Reading) -> Iterator[int]:
        tree = self.view.tree
        at = r.first if r.trigger.kind == "verb" else r.last
        if r.code == "come_under":
            yield from self._under(at, _INTO)  # "passed into the hands of the army"
        yield from self._under(at, {"to"})
        yield from (c for c in tree.of(at, "dative") if tree.tags[c][:2] == "NN")
        if r.trigger.kind == "noun" and tree.clause(at) != at:
            yield from (n for n in self._under(tree.clause(at), {"to"}) if n != at)
        for prep in range(r.last + 1, len(tree.keys)):  # "command of the base in X to the army": wherever it hangs
            if tree.keys[prep] == "to" and tree.clause(prep) == tree.clause(at):
                yield from tree.of(prep, "pobj")

    def _not(self, giver: Party | None, taker: Party | None, r: Reading) -> Party | None:
        """The giver, unless it is the taker who was meant by a short form."""
        if giver is not None and not (taker is not None and set(giver.codes) <= set(taker.codes)):
            return giver
        return self._left_out(taker, r)

    def _left_out(self, taker: Party | None, r: Reading) -> Party | None:
        codes = self.memory.forces.pick(
            "troops", self.view.number, set(taker.codes) if taker else (), self.before(r.first)
        )
        return Party(codes, "short") if codes else None

    # ── against whom ──
    def _other_side(self, r: Reading) -> Codes:
        """Acted upon, dealt with, handed to; for attacks: who attacks. Only what the sentence names."""
        kind = r.type_code
        found: list[Party | None] = []
        if kind == "attack_on_force":
            found = [*self._attackers(r)]
        elif kind in {"strike", "ground_operation"} and r.act is not None:
            found = [self._target(a) for a in r.act.targets]
        elif kind in {"strike", "ground_operation"}:
            ats = [a for a in [self._patient(r) if r.trigger.kind == "verb" else None] if a is not None]
            at = r.first if r.trigger.kind == "verb" else r.last
            ats += self._under(at, _AGAINST | {"from"} if kind == "ground_operation" else _AGAINST)
            if r.trigger.kind == "noun":
                ats += self._under(r.last, {"of"})
                above = self.view.tree.clause(r.last)
                ats += self._under(above, {"against", "on"}) if above != r.last else []
            found = [self._target(a) for a in ats]
        elif kind == "exercise" and r.act is not None:
            found = [self._target(a) for a in r.act.targets]  # those who are taught
        elif kind == "base_handover":
            found = [self._handing(r)[1]]
        elif kind == "detainee_transfer":
            found = [self.who(at) for at in self._receivers(r)]
        elif r.code == "join":
            patient = self._patient(r)
            found = [self.who(patient)] if patient is not None else []
        return tuple(dict.fromkeys(c for p in found if p is not None and p.is_named for c in p.codes))

    def counterparties(self, r: Reading, actors: Codes, actor: ForceMention | None) -> Codes:
        """The other side of a fact, three at most."""
        return tuple(c for c in self._other_side(r) if c not in actors)[:3]
