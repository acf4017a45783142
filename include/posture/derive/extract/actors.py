"""Whose posture it is, by the grammar of the clause: who moves, who acts, who is hit, who gives and who takes.

Each type of record asks for a role, and each role knows where it stands: in an active or a passive clause, at a noun
("the withdrawal of …", "US strikes on …"), and whose the thing is that a third party talks about ("expel French
troops"). Where the sentence does not say who, the text before does (`referents`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .draft import Draft
from .grammar import set_of
from .mentions import ForceMention
from .parties import Parties, Party
from .reading import Reading
from .referents import Codes, Said, actor_weight
from .vocabulary import forms

MOVING = frozenset({"deployment", "reinforcement", "relocation", "withdrawal", "detainee_transfer"})
_JOINT = frozenset({"exercise", "patrol", "ground_operation", "strike", "agreement", "presence"})
_MISSIONS = frozenset({"mission_end", "mission_continuation", "mission_transition", "mission_start"})


def _inflected(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in forms(lemma))


#: Verbs by which one party speaks of, or acts on, another one's troops: their subject is not the owner.
_THIRD_PARTY = _inflected(
    "expel order ask tell demand force urge invite allow oust evict want request call press pressure require permit "
    "accept welcome host house accommodate shelter reject oppose criticise criticize condemn protest report say "
    "estimate expect warn see find receive greet drive kick throw push chase compel oblige insist let "
    "ratify approve authorise authorize attack hit strike shell bomb target ambush kill wound"
)
_HOSTING = frozenset({"host"})
#: Handovers told from the taker's side.
_TAKING = _inflected("take assume reclaim regain retake acquire receive")
_DEMANDED = set_of("demand demands call calls request deadline ultimatum")
_WITH = frozenset({"with", "alongside"})
_AGAINST = frozenset({"on", "against", "at", "targeting"})


class Actors(Parties):
    """Fills the slots of actors and counterparties from one sentence and what was said before it."""

    # ── who it is about ──
    def actors(self, r: Reading) -> tuple[Codes, ForceMention | None]:
        """Whose posture it is, and the mention that says so (None: said before)."""
        party = self._by_role(r)
        if party is None or not party.codes:
            party = self._nearest(r) or self._remembered(r)
        if party is None or not party.codes:
            return (), None
        return self._together(r, party), party.mention

    def _by_role(self, r: Reading) -> Party | None:
        kind = r.type_code
        if kind == "attack_on_force":
            return self._victim(r)
        if kind == "base_handover":
            return self._giver(r)
        if kind in _MISSIONS and r.code != "intervene":
            return self._missionary(r)
        if kind in MOVING - {"detainee_transfer"} or kind in {"presence", "strength", "strength_change"}:
            return self._mover(r)
        if kind in {"restructuring", "base_closure"}:
            return self._owner_or_agent(r)
        return self._agent(r)

    def _doer(self, r: Reading) -> int | None:
        """The noun that does what a verb says."""
        tree = self.view.tree
        return tree.agent(r.first) if r.passive else tree.subject(r.first)

    def _patient(self, r: Reading) -> int | None:
        """The noun that a verb acts upon."""
        tree = self.view.tree
        return tree.subject(r.first) if r.passive else tree.object(r.first)

    def _mover(self, r: Reading) -> Party | None:
        """Who moves or is there: whom the object names; else who sends; else who goes."""
        if r.trigger.kind == "noun":
            return self.holder(r.last)
        patient = self._patient(r)
        if patient is not None and self._is_force_noun(patient):
            if r.code in _HOSTING or r.code in {"hold", "keep_place"} and not r.passive:
                return self.who(patient) if r.code in _HOSTING else self.who(self._doer(r))
            if r.passive:
                named = self.who(patient)
                if named is not None and named.is_named:
                    return named
                return self.who(self._doer(r)) or self.holder(patient)
            return self.holder(patient, r.first)
        return self.who(self._doer(r)) if r.code not in _HOSTING else None

    def _is_force_noun(self, at: int) -> bool:
        """Troops, their things or their presence; not a bare state or place ("leave Niger")."""
        f = self._mention_at.get(at)
        if f is not None:
            return f.is_military or f.noun == "people"
        key = self.view.tree.keys[at]
        v = self.view.vocabulary
        return key in v.classes["nouny"] or key in v.units or bool(self.view.tree.of(at, "prep", "poss", "amod"))

    def holder(self, at: int, verb: int | None = None) -> Party | None:
        """Whose troops a noun means: its own nationality, else that of what it is part of, else who has or sends them."""
        tree = self.view.tree
        found = self.who(at)
        if found is not None and found.is_named:
            return found
        spoken: Party | None = None
        without: set[str] = set()
        step = at
        for above in list(tree.ancestors(at))[:8]:
            label = tree.labels[step]
            if tree.is_predicate(above):
                subject = tree.subject(above)
                doer = tree.agent(above) or (subject if subject is not None and subject != step else None)
                party = self.who(doer) if doer is not None and doer != at else None
                third = tree.keys[above] in _THIRD_PARTY and above != verb or self._is_demanded(step)
                if party is not None and party.is_named:
                    if third:
                        spoken = spoken or party
                        without |= set(party.codes)
                    elif label != "ccomp" or tree.keys[above] not in self.view.vocabulary.classes["reporting_verbs"]:
                        return party
                    else:
                        spoken = spoken or party
                elif party is not None and found is None:
                    found = party
            elif tree.tags[above][:2] == "NN" and label in {"prep", "acl", "relcl"} or tree.labels[step] == "pobj":
                party = self.who(above) if tree.tags[above][:2] == "NN" else None
                if party is not None and party.is_named and party.kind != "office" and above != at:
                    return party
            step = above
        if without:
            foreign = self.memory.forces.pick("foreign", self.view.number, without, self.before(at))
            if foreign:
                return Party(foreign, "short", self._mention_at.get(at))
        return found or (spoken if not without else None)

    def _is_demanded(self, at: int) -> bool:
        return self.view.tree.keys[at] in _DEMANDED

    def _agent(self, r: Reading) -> Party | None:
        """Who acts: the subject, the noun after "by", whose name stands before the noun."""
        if r.trigger.kind == "verb":
            party = self.who(self._doer(r))
            if party is not None:
                return party
            return self._owner_of(self._patient(r)) if r.type_code.startswith("base_") else None
        named = self._of_noun(r)
        if named is not None and named.is_named:
            return named
        doer = self._governor(r.last)
        return (self.who(doer) if doer is not None else None) or named

    def _of_noun(self, r: Reading) -> Party | None:
        """Whose name a noun of action bears: "Israeli raids", "a raid by Israel", "manoeuvres of the fleet"."""
        tree = self.view.tree
        at = r.last
        owners = [c for i in range(r.first, r.last + 1) for c in tree.of(i, "poss", "amod", "compound", "nmod")]
        for c in [x for c in owners for x in (c, *tree.of(c, "conj"))]:
            if not r.first <= c <= r.last and (party := self._owner(c, frozenset(), frozenset({at}))):
                return party
        wanted = {"by", "between", "from"} | ({"of"} if r.type_code not in {"strike", "ground_operation"} else set())
        for prep in tree.of(at, "prep", "agent"):
            if tree.keys[prep] in wanted:
                for noun in tree.of(prep, "pobj"):
                    if party := self.who(noun):
                        return party
        return None

    def _governor(self, at: int) -> int | None:
        """Who does what a noun names: the subject of the verb that has it for an object ("the army carried out a raid")."""
        tree = self.view.tree
        step = tree.first_conjunct(at)
        for above in list(tree.ancestors(at))[:8]:
            if tree.is_predicate(above):
                if tree.labels[step] in {"nsubjpass", "nsubj", "agent"}:
                    return tree.agent(above) if tree.labels[step] == "nsubjpass" else None
                return tree.agent(above) or tree.subject(above)
            step = above
        return None

    def _owner_of(self, at: int | None) -> Party | None:
        """Whose a base or a mission is."""
        return None if at is None else self.who(at)

    def _owner_or_agent(self, r: Reading) -> Party | None:
        if r.trigger.kind == "verb":
            patient = self._patient(r)
            owner = self._owner_of(patient if patient is not None else self._doer(r))
            if owner is not None and owner.is_named and owner.kind == "force":
                return owner
            return self.who(self._doer(r)) or owner
        return self.holder(r.last)

    def _missionary(self, r: Reading) -> Party | None:
        """Whose mission it is: the one that is named, else who begins or ends it."""
        if r.trigger.kind == "noun":
            return self.holder(r.last)
        patient = self._patient(r)
        owner = self._owner_of(patient if patient is not None else self._doer(r))
        if owner is not None and owner.is_named:
            return owner
        doer = self.who(self._doer(r))
        if doer is not None and doer.kind in {"force", "state"}:
            return doer
        return owner or doer

    def _victim(self, r: Reading) -> Party | None:
        """Who is hit, and who is not: the attacker."""
        enemy = {c for p in self._attackers(r) for c in p.codes}
        for at in self._hit(r):
            if (party := self.who(at, enemy)) is not None:
                return party
        codes = self.memory.forces.pick("troops", self.view.number, enemy, self.before(r.first))
        return Party(codes, "short") if codes else None

    def _hit(self, r: Reading) -> Iterator[int]:
        tree = self.view.tree
        if r.trigger.kind == "verb":
            patient = self._patient(r)
            if patient is None and not r.passive and tree.keys[r.first] in _inflected("come be"):
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
        if r.trigger.kind == "verb":
            ats = [self._doer(r)]
            found = [p for at in ats if (p := self.who(at)) is not None and p.is_named]
        else:
            found = [p for p in [self._of_noun(r)] if p is not None and p.is_named]
            doer = self._governor(r.last)
            if not found and doer is not None and (p := self.who(doer)) is not None and p.is_named:
                hit = {c for at in self._under(r.last, _AGAINST) if (q := self.who(at)) for c in q.codes}
                if not set(p.codes) & hit and tree.labels[r.last] == "dobj":
                    found = [p]
        return found

    def _under(self, at: int, preps: Collection[str]) -> Iterator[int]:
        """Nouns in the prepositional phrases of a word."""
        tree = self.view.tree
        for prep in tree.of(at, "prep", "agent", "dative"):
            if tree.keys[prep] in preps:
                yield from tree.of(prep, "pobj")
        for c in tree.of(at, "dobj"):
            yield from self._under(c, preps)

    def _giver(self, r: Reading) -> Party | None:
        """Who gives a base up."""
        giver, _ = self._handing(r)
        return giver

    def _handing(self, r: Reading) -> tuple[Party | None, Party | None]:
        """Who gives and who takes."""
        tree = self.view.tree
        to = next((p for at in self._receivers(r) if (p := self.who(at))), None)
        if r.trigger.kind == "noun":
            by = self._of_noun(r) or ((d := self._governor(r.last)) is not None and self.who(d)) or None
            if tree.keys[r.last].startswith("takeover"):
                return self._left_out(by, r), by
            return self._not(by, to, r), to
        doer, patient = self.who(self._doer(r)), self._patient(r)
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
        yield from self._under(at, {"to"})
        yield from (c for c in tree.of(at, "dative") if tree.tags[c][:2] == "NN")
        if r.trigger.kind == "noun" and tree.clause(at) != at:
            yield from self._under(tree.clause(at), {"to"})

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

    # ── where the role is empty ──
    def _nearest(self, r: Reading) -> Party | None:
        """Where the grammar leads nowhere: the nearest force named, unless it is the other side."""
        best: tuple[float, Party] | None = None
        other = set(self._other_side(r))
        for f in self.view.spotted.forces:
            if not f.codes or f.form == "proxy" or f.is_weak or f.prep in {"against", "targeting", "to", "with", "near"}:
                continue
            if not f.is_military and f.first > r.last:
                continue
            party = self.who(self.head(f))
            if party is None or set(party.codes) & other:
                continue
            cost = self.view.cost(f.last, r.first) if f.last < r.first else self.view.cost(r.last, f.first) + 0.4
            if cost < 2.0 and (best is None or cost < best[0]):
                best = (cost, party)
        return best[1] if best else None

    def _remembered(self, r: Reading) -> Party | None:
        form = "mission" if r.type_code in _MISSIONS else "troops"
        without = self._other_side(r)
        m, now, here = self.memory.forces, self.view.number, self.before(len(self.view.toks))
        codes = m.pick(form, now, without, here) or m.pick("troops", now, without, here)
        if not codes and r.type_code == "agreement":
            codes = m.pick("it", now, without, here)
        return Party(codes, "short") if codes else None

    # ── with whom, against whom ──
    def _together(self, r: Reading, party: Party) -> Codes:
        """Who acts together with the actor: "alongside", "with" for exercises and deals, "between"."""
        made = list(party.codes)
        if r.type_code not in _JOINT or r.code == "join":
            return party.codes
        for other in self._partners(r):
            made += [c for c in other.codes if c not in made]
        if r.type_code == "agreement" and len(made) == 1:
            now, here = self.view.number, self.before(len(self.view.toks))
            partner = self.memory.forces.pick("it", now, set(made), here)
            made += [c for c in partner if c not in made]  # "an agreement with Kuwait": whose is known from before
        return tuple(made)

    def _partners(self, r: Reading) -> Iterator[Party]:
        tree = self.view.tree
        at = r.first if r.trigger.kind == "verb" else r.last
        spots = [at] + ([tree.clause(at)] if r.trigger.kind == "noun" and tree.clause(at) != at else [])
        mutual = r.type_code in {"exercise", "patrol", "agreement"}
        for spot in spots:
            for word, start, end in tree.phrases(spot):
                together = word == "alongside" or word == "with" and (
                    mutual or bool({"together", "jointly", "along", "coordination", "conjunction", "cooperation"}
                                   & self.view.words_in(start - 4, start))
                )  # fmt: skip
                if together or mutual and word in {"between", "among", "involving"}:
                    for f in self.view.forces_in(start, end):
                        other = self.who(self.head(f)) if f.codes or f.form == "generic" else None
                        if other is not None and (other.is_named or word == "alongside"):
                            yield other
        doer = tree.subject(tree.clause(at)) if mutual or r.trigger.kind == "verb" else None
        if doer is not None:
            for prep in tree.of(doer, "prep"):
                if tree.keys[prep] in _WITH | {"and"}:
                    for noun in tree.of(prep, "pobj"):
                        if (other := self.who(noun)) is not None and other.is_named:
                            yield other
        if r.type_code == "agreement" and r.trigger.kind == "noun":
            owner = self._of_noun(r)
            if owner is not None and owner.is_named:
                yield owner

    def _other_side(self, r: Reading) -> Codes:
        """Acted upon, dealt with, handed to; for attacks: who attacks. Only what the sentence names."""
        kind = r.type_code
        found: list[Party | None] = []
        if kind == "attack_on_force":
            found = [*self._attackers(r)]
        elif kind in {"strike", "ground_operation"}:
            ats = [a for a in [self._patient(r) if r.trigger.kind == "verb" else None] if a is not None]
            at = r.first if r.trigger.kind == "verb" else r.last
            ats += self._under(at, _AGAINST | {"from"} if kind == "ground_operation" else _AGAINST)
            if r.trigger.kind == "noun":
                ats += self._under(r.last, {"of"})
                above = self.view.tree.clause(r.last)
                ats += self._under(above, {"against", "on"}) if above != r.last else []
            found = [self._target(a) for a in ats]
        elif kind == "base_handover":
            found = [self._handing(r)[1]]
        elif kind == "detainee_transfer":
            found = [self.who(at) for at in self._receivers(r)]
        elif r.code == "join":
            patient = self._patient(r)
            found = [self.who(patient)] if patient is not None else []
        return tuple(dict.fromkeys(c for p in found if p is not None and p.is_named for c in p.codes))

    def _target(self, at: int) -> Party | None:
        """Whose a target is, whatever it is: "Houthi radars", "positions of the SDF"."""
        found = self.who(at)
        if found is not None:
            return found
        tree = self.view.tree
        owners = [c for c in tree.of(at, "amod", "compound", "nmod", "poss")]
        return next((p for c in owners if (p := self._owner(c, frozenset(), frozenset({at})))), None)

    def counterparties(self, r: Reading, actors: Codes, actor: ForceMention | None) -> Codes:
        """The other side of a fact, three at most."""
        return tuple(c for c in self._other_side(r) if c not in actors)[:3]

    # ── what the next sentences can mean ──
    def remember(self, drafts: list[Draft]) -> None:
        """Keep what this sentence named, and who was the actor of its records."""
        m = self.memory.forces
        m.said += [s for _, s in self._said]
        for actors in dict.fromkeys(d.actors for d in drafts if d.actors):
            m.said.append(Said(actors, self.view.number, actor_weight(), True, True))
        toks = self.view.toks
        for first, last, code in self.view.spotted.speakers:
            m.speaker = (code,)
            at = last + 1
            while at < len(toks) and toks[at].text[:1].isupper() and at not in self._mention_at:
                m.people[toks[at].key] = (code,)
                at += 1
        del m.said[:-60]
