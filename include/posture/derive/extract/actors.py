"""Whose posture it is, by the grammar of the clause: who moves, who acts, who is hit, who gives and who takes.

Each type of record asks for a role, and each role knows where it stands: in an active or a passive clause, at a noun
("the withdrawal of …", "US strikes on …"), and whose the thing is that a third party talks about ("expel French
troops"). Where the sentence does not say who, the text before does (`referents`).
"""

from __future__ import annotations

from .draft import Draft
from .grammar import set_of
from .mentions import ForceMention
from .reading import Reading
from .referents import Codes, Said, actor_weight, form_of
from .shortforms import Party
from .sides import inflected
from .strikers import Strikers
from .targets import forces_of, who
from .themes import themes

MOVING = frozenset({"deployment", "reinforcement", "relocation", "withdrawal", "detainee_transfer"})
_MISSIONS = frozenset({"mission_end", "mission_continuation", "mission_transition", "mission_start"})

#: Verbs by which one party speaks of, or acts on, another one's troops: their subject is not the owner.
_THIRD_PARTY = inflected(
    "expel order ask tell demand force urge invite allow oust evict want request call press pressure require permit "
    "accept welcome host house accommodate shelter reject oppose criticise criticize condemn protest "
    "estimate expect warn see find count spot track detect "
    "observe monitor show photograph put receive greet drive kick throw push chase compel oblige insist let "
    "ratify approve authorise authorize attack hit strike shell bomb target ambush kill wound"
)
#: Who does this speaks of others' troops as well as of his own.
_OF_OTHERS = inflected("write estimate believe think warn reckon suspect fear allege accuse claim see calculate assess")
#: What is left or entered, whoever owns it: "leave its territory".
_GROUND = set_of("territory soil country land region area town city village island homeland")
_HOSTING = frozenset({"host"})
#: Frames whose subject holds or uses a place, whoever owns it.
_USING = frozenset({"hold", "keep_place", "maintain"})
_FOREIGN = set_of("foreign alien outside")
_DEMANDED = set_of("demand demands call calls request deadline ultimatum")


class Actors(Strikers):
    """Fills the slots of actors and counterparties from one sentence and what was said before it."""

    # ── who it is about ──
    def actors(self, r: Reading) -> tuple[Codes, ForceMention | None]:
        """Whose posture it is, and the mention that says so (None: said before)."""
        self._askers: set[str] = set()
        party = self._by_role(r)
        if party is not None and party.kind == "foreign":
            return party.codes, party.mention
        if self._is_of_nobodies(r):
            kind = self.memory.forces.kind
            of_group = party is not None and all(kind(c) == "non_state" for c in party.codes)
            if party is not None and party.codes and (party.is_named or of_group):
                return party.codes, party.mention
            return self._irregulars(r), None
        if party is None or not party.codes:
            party = self._nearest(r) or self._of_list(r) or self._remembered(r)
        if party is None or not party.codes:
            return (), None
        return self._together(r, party), party.mention

    def _is_of_nobodies(self, r: Reading) -> bool:
        """ "Gunmen raided the village": whoever they are, they are no state's."""
        if r.act is None or not r.act.agents or r.type_code not in {"strike", "ground_operation"}:
            return False
        return who(self.view, r.act.agents) == "group" and not any(
            f.codes for a in r.act.agents for f in forces_of(self.view, a)
        )

    def _irregulars(self, r: Reading) -> Codes:
        """The armed group that the text has spoken of, where it is one."""
        m = self.memory.forces
        said = {c for s in m.said for c in s.codes}
        states = {c for c in said if m.kind(c) != "non_state"}
        return m.pick("troops", self.view.number, states | set(self._other_side(r)))

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

    def _mover(self, r: Reading) -> Party | None:
        """Who moves or is there: whom the object names; else who sends; else who goes."""
        if r.code == "ask_noun" and (asked := self._governor(r.last)) is not None and (one := self.who(asked)):
            return one  # "rejected a request for two battalions": who was asked
        if r.trigger.kind == "noun":
            return self.holder(r.last)
        if r.code in {"relieve", "joined_by"}:
            return self.doer(r)
        patient = self._patient(r)
        if patient is not None and self._is_force_noun(patient):
            if r.code in _HOSTING:
                return self.who(patient)
            if r.code in _USING and not r.passive and (user := self.doer(r)) is not None:
                return user
            if r.passive:
                named = self.who(patient)
                if named is not None and named.is_named:
                    return named
                return self.doer(r) or self.holder(patient)
            return self.holder(patient, r.first)
        return self.doer(r) if r.code not in _HOSTING else None

    def _is_force_noun(self, at: int) -> bool:
        """Troops, their things or their presence; not a bare state or place ("leave Niger")."""
        f = self._mention_at.get(at)
        if f is not None:
            return f.is_military or f.noun == "people"
        key = self.view.tree.keys[at]
        v = self.view.vocabulary
        if any(self.view.tree.keys[k] in {"them", "us"} for p in self.view.tree.of(at, "prep")
               for k in self.view.tree.of(p, "pobj")):  # fmt: skip
            return True  # "several hundred of them"
        if (
            self.view.tree.tags[at][:3] == "NNP"
            or key in _GROUND
            or any(p.first <= at <= p.last for p in self.view.spotted.places)
        ):
            return False
        return key in v.classes["nouny"] or key in v.units or bool(self.view.tree.of(at, "poss"))

    def holder(self, at: int, verb: int | None = None) -> Party | None:
        """Whose troops a noun means: by its nationality, else by what it is part of, else by who has or sends them."""
        tree = self.view.tree
        found = self.who(at)
        if found is not None and (found.is_named or found.kind == "foreign"):
            return found
        spoken: Party | None = None
        own: Party | None = None
        without: set[str] = set()
        is_first = True
        is_foreign = self._is_foreign(at)
        step = at
        for above in list(tree.ancestors(at))[:8]:
            label = tree.labels[step]
            if tree.is_predicate(above):
                subject = tree.subject(above)
                thing = tree.object(above)
                if tree.tags[at] == "CD" and label == "prep" and thing is not None and thing != at:
                    counted = self.who(thing)  # "put the garrison at 1,800"
                    if counted is not None and counted.is_named:
                        return counted
                doer = tree.agent(above) or (subject if subject is not None and subject != step else None)
                party = self.of_clause(above, doer) if doer is not None and doer != at else None
                reports = tree.keys[above] in self.view.vocabulary.classes["reporting_verbs"]
                announces = tree.keys[above] not in _OF_OTHERS
                third = tree.keys[above] in _THIRD_PARTY and above != verb or self._is_demanded(step) or is_foreign
                if party is not None and party.is_named:
                    if third:
                        spoken = spoken or party
                        without |= set(party.codes)
                    elif label not in {"ccomp", "ROOT"} or not reports:
                        return party
                    else:
                        spoken = spoken or party
                        own = own or (party if announces and party.kind in {"office", "force", "state"} else None)
                elif party is not None and (found is None or is_first and not third and not reports):
                    return party
                elif party is not None and doer is not None and form_of(tree.keys[doer]) == "office" and not third:
                    return party  # "the minister announced the dispatch of two battalions"
                elif party is not None and doer is not None and reports and not third:
                    own = own or (party if form_of(tree.keys[doer]) in {"national", "ruling"} else None)
                is_first = False
            elif (
                tree.tags[above][:2] == "NN"
                and label in {"prep", "acl", "relcl", "appos"}
                or tree.labels[step] == "pobj"
            ):
                party = self.who(above) if tree.tags[above][:2] == "NN" else None
                if party is not None and label == "appos" and party.kind != "force":
                    party = None  # "Ivory Coast: a battalion"
                if party is not None and party.is_named and party.kind != "office" and above != at:
                    return party
            step = above
        self._askers = without
        if found is not None and set(found.codes) & without:
            found = None
        if without:
            foreign = self.memory.forces.pick("foreign", self.view.number, without, self.before(at))
            if foreign:
                return Party(foreign, "short", self._mention_at.get(at))
        if own is not None and not without and self._is_new(at):
            return own  # "its defence minister said that 20,000 soldiers were being called up"
        return found or (spoken if not without else None)

    def _is_foreign(self, at: int) -> bool:
        """ "Foreign troops": whoever speaks of them, they are another's."""
        tree = self.view.tree
        is_troops = tree.keys[at] in self.view.vocabulary.classes["movers"]
        return is_troops and any(tree.keys[c] in _FOREIGN for c in tree.of(at, "amod"))

    def _is_new(self, at: int) -> bool:
        """ "20,000 soldiers", "a battalion": of whom nothing has been said."""
        tree = self.view.tree
        known = {tree.keys[c] for c in tree.of(at, "det", "poss", "predet")} - {"a", "an", "some", "another"}
        counted = any(q.number <= at <= q.last for q in self.view.quantities)
        is_troops = tree.keys[at] in self.view.vocabulary.classes["movers"] and form_of(tree.keys[at]) != "group"
        return is_troops and not known and (counted or bool(tree.of(at, "det")))

    def _is_demanded(self, at: int) -> bool:
        return self.view.tree.keys[at] in _DEMANDED

    def _agent(self, r: Reading) -> Party | None:
        """Who acts: the subject, the noun after "by", whose name stands before the noun."""
        acting = self.acting(r) if r.act is not None else None
        if acting is not None and acting.is_named:
            return acting
        if (enemy := self.unnamed(r)) is not None:
            return enemy
        if r.trigger.kind == "verb":
            party = self.doer(r)
            if party is not None and (party.is_named or acting is None):
                return party
            return acting or (self._owner_of(self._patient(r)) if r.type_code.startswith("base_") else None)
        named = self._of_noun(r)
        if named is not None and named.is_named:
            return named
        if r.type_code.startswith("base_"):  # "plans for a Russian base"
            owner = next((p for t in themes(r) if (p := self._owner_of(t)) is not None and p.is_named), None)
            if owner is not None:
                return owner
        doer = self._governor(r.last)
        governing = self.who(doer) if doer is not None else None
        if acting is not None and not (governing is not None and governing.is_named and governing.kind == "force"):
            return acting
        return governing or named

    def _owner_or_agent(self, r: Reading) -> Party | None:
        if r.trigger.kind == "verb":
            patient = self._patient(r)
            owner = self._owner_of(patient if patient is not None else self._doer(r))
            if owner is not None and owner.is_named and owner.kind == "force":
                return owner
            return self.doer(r) or owner
        return self.holder(r.last)

    def _missionary(self, r: Reading) -> Party | None:
        """Whose mission it is: the one that is named, else who begins or ends it."""
        if r.trigger.kind == "noun":
            return self.holder(r.last)
        if r.code in {"relieve", "joined_by"}:
            return self.doer(r)
        patient = self._patient(r)
        owner = self._owner_of(patient if patient is not None else self._doer(r))
        if (owner is None or not owner.is_named or owner.kind == "state") and self._is_of_council(r):
            return Party(("UN",), "force")  # "the Security Council extended the mandate of the force in South Sudan"
        if owner is not None and owner.is_named:
            return owner
        doer = self.doer(r)
        return doer if doer is not None and doer.kind in {"force", "state"} else owner or doer

    # ── where the role is empty ──
    def _nearest(self, r: Reading) -> Party | None:
        """Where the grammar leads nowhere: the nearest force named, unless it is the other side."""
        best: tuple[float, Party] | None = None
        other = set(self._other_side(r))
        for f in self.view.spotted.forces:
            if (
                not f.codes
                or f.form == "proxy"
                or f.is_weak
                or f.prep in {"against", "targeting", "to", "with", "near"}
            ):
                continue
            if not f.is_military and f.first > r.last:
                continue
            party = self.who(self.head(f))
            if party is None or set(party.codes) & (other | self._askers):
                continue
            cost = self.view.cost(f.last, r.first) if f.last < r.first else self.view.cost(r.last, f.first) + 0.4
            if cost < 2.0 and (best is None or cost < best[0]):
                best = (cost, party)
        return best[1] if best else None

    def _of_list(self, r: Reading) -> Party | None:
        """ "Transferred on 19 March." in a list of one force's bases: whom the entry named so far, else whom the list's
        own heading names; not the state in which they are."""
        at = self.memory.places
        if not (r.elliptic or r.code == "flag_down") or at.head is None:
            return None
        host = at.head.place.country_code
        said = [s for s in self.memory.forces.said if host not in s.codes]
        own = [s for s in said if s.sentence >= at.head_at]
        lead = [s for s in said if s.sentence <= 2]
        found = own[-1:] or lead[:1]
        return Party(found[0].codes, "short") if found else None

    def _remembered(self, r: Reading) -> Party | None:
        form = "mission" if r.type_code in _MISSIONS else "troops"
        without = {*self._other_side(r), *self._askers}
        m, now, here = self.memory.forces, self.view.number, self.before(len(self.view.toks))
        codes = m.pick(form, now, without, here) or m.pick("troops", now, without, here)
        if not codes and r.type_code == "agreement":
            codes = m.pick("it", now, without, here)
        return Party(codes, "short") if codes else None

    # ── what the next sentences can mean ──
    def remember(self, drafts: list[Draft]) -> None:
        """Keep what this sentence named, and who was the actor of its records."""
        m = self.memory.forces
        if self.view.sentence.kind == "heading" and self.view.number:
            m.section(self.view.spotted.forces)
        m.said += [s for _, s in self._said]
        for actors, is_deal in dict.fromkeys((d.actors, d.type_code == "agreement") for d in drafts if d.actors):
            is_named = any(set(actors) & set(f.codes) for f in self.view.spotted.forces)
            weight = actor_weight() * (0.3 if is_deal else 1.0)
            m.said.append(Said(actors, self.view.number, weight, True, not is_deal, not is_named))
        for f in self.view.spotted.forces:
            if len(f.theatre) == 1 and m.kind(f.codes[0]) == "non_state":
                m.at_war[f.theatre[0]] += 1
        toks = self.view.toks
        for _, last, code in self.view.spotted.speakers:
            m.speaker, m.spoke_at = (code,), self.view.number
            at = last + 1
            while at < len(toks) and toks[at].text[:1].isupper() and at not in self._mention_at:
                m.people[toks[at].key] = (code,)
                at += 1
        del m.said[:-60]
