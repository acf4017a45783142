"""Whose posture it is, by the grammar of the clause: who moves, who acts, who is hit, who gives and who takes.

Each type of record asks for a role, and each role knows where it stands: in an active or a passive clause, at a noun
("the withdrawal of …", "US strikes on …"), and whose the thing is that a third party talks about ("expel French
troops"). Where the sentence does not say who, the text before does (`referents`).
"""

from __future__ import annotations

from ..draft import Draft
from ..families import JOURNEYS
from ..language.classes import words
from ..lasttold import gone_on_with
from ..mentions import ForceMention
from ..reading import Reading
from .holders import Holders
from .leftbehind import left_behind
from .missionsaid import MissionSaid, meant_mission, pointed_at
from .pronouns import Party
from .referents import Codes
from .strangers import not_own, of_pact
from .targets import forces_of, is_band, unnamed, who

_MISSIONS = frozenset({"mission_end", "mission_continuation", "mission_transition", "mission_start"})

_GROUND = words("actors.ground")
_HOSTING = frozenset({"host"})
#: Frames whose subject holds or uses a place, whoever owns it.
_USING = frozenset({"hold", "keep_place", "maintain"})


class Actors(Holders):
    """Fills the slots of actors and counterparties from one sentence and what was said before it."""

    #: The mission that the fact in hand points back to.
    pointed: MissionSaid | None = None

    def actors(self, r: Reading) -> tuple[Codes, ForceMention | None]:
        """Whose posture it is, and the mention that says so (None: said before)."""
        self._askers = self._captives(r) | self._judges(r) | self._keepers(r)
        party = self._of_those(r) or self._strangers(r) or self._by_role(r)
        if party is not None and party.kind == "foreign":
            return party.codes, party.mention
        if self._is_of_nobodies(r):
            kind = self.memory.forces.kind
            of_group = party is not None and all(kind(c) == "non_state" for c in party.codes)
            if party is not None and party.codes and (party.is_named or of_group):
                return party.codes, party.mention
            return self._irregulars(r), None
        if party is None or not party.is_named:
            party = self.under_command(r.first) or party
        if party is None or not party.codes:
            party = self._nearest(r) or self._of_list(r) or self._remembered(r)
        if party is None or not party.codes:
            return (), None
        if self._is_band_hit(r, party.codes):
            return self._army_of(r), None
        return of_pact(r, not_own(r, self.memory, party, self._together(r, party))), party.mention

    def _captives(self, r: Reading) -> frozenset[str]:
        """ "20 Taliban prisoners were flown out": those who are held do not move themselves."""
        if r.type_code != "detainee_transfer" or r.trigger.kind != "verb":
            return frozenset()
        return frozenset(c for f in self.view.forces_in(*r.patient) for c in f.codes)

    def _of_those(self, r: Reading) -> Party | None:
        """A count or share of those told of before the sentence."""
        at = r.subject_head if (patient := self._patient(r)) is None else patient
        sender = self.doer(r) if patient is not None and not r.passive else None
        told = None if sender is not None and sender.is_named else self.memory.last_told
        codes = gone_on_with(self.view, r, at, told)
        return Party(codes, "short") if codes else self._remembered(r, r.first) if self._is_of_those(r) else None

    def _is_of_nobodies(self, r: Reading) -> bool:
        """ "Gunmen raided the village": whoever they are, they are no state's."""
        if r.act is None or not r.act.agents or r.type_code not in {"strike", "ground_operation"}:
            return False
        named = [f for a in r.act.agents if not is_band(self.view, a) for f in forces_of(self.view, a) if f.codes]
        return who(self.view, r.act.agents) == "group" and not named

    def _irregulars(self, r: Reading) -> Codes:
        """The armed group that the text has spoken of, where it is one; else gunmen of whom no more is known."""
        m = self.memory.forces
        said = {c for s in m.said for c in s.codes}
        states = {c for c in said if m.kind(c) != "non_state"}
        codes = m.pick("troops", self.view.number, states | set(self._other_side(r)))
        is_state = any(m.kind(c) != "non_state" for c in codes)
        return unnamed(self.view, r.act.agents) if is_state and r.act is not None else codes

    def _by_role(self, r: Reading) -> Party | None:
        kind = r.type_code
        if kind == "attack_on_force":
            return self.of_land(r, self._victim(r))
        if kind == "base_handover" or r.code == "flag_down":
            return self._giver(r)
        if kind in _MISSIONS and r.code != "intervene":
            return self._missionary(r)
        if kind in JOURNEYS - {"detainee_transfer"} or kind in {"presence", "strength", "strength_change"}:
            party = self._given(r) or self._mover(r)
            is_left = kind == "withdrawal" and r.trigger.kind == "verb" and party is not None and not party.is_named
            return self.speakers_own(r) or party if is_left else party
        if kind in {"restructuring", "base_closure"}:
            return self._owner_or_agent(r)
        return kind == "agreement" and self.brokered(r) or self._of_wish(r) or self._agent(r)

    def _mover(self, r: Reading) -> Party | None:
        """Who moves or is there: whom the object names; else who sends; else who goes."""
        if r.code == "ask_noun" and (asked := self._governor(r.last)) is not None and (one := self.who(asked)):
            return one  # "rejected a request for two battalions": who was asked
        if r.trigger.kind == "noun":
            return self._not_of_host(r, self._by(r.last) or self._come_from(r) or self.holder(r.last))
        if self._is_of_subject(r):
            return self.doer(r)
        patient = self._patient(r)
        if r.code == "want_out" and patient is None:  # "wants the garrison out"
            self._askers = frozenset(asker.codes if (asker := self.doer(r)) is not None else ())
            wanted = next((f for f in self.view.spotted.forces if f.first > r.first and f.is_military), None)
            return self.who(self.head(wanted), self._askers) if wanted is not None else None
        if patient is not None and self._is_force_noun(patient):
            if r.code in _HOSTING:
                return self.who(patient)
            if r.code in _USING and not r.passive and (user := self.doer(r)) is not None:
                return user
            if r.code == "have_troops" and not self.view.forces_in(self.view.tree.span(patient)[0], patient + 1):
                return self.doer(r) or self.holder(patient)  # "has groups of militants in X attacking the army"
            if r.passive:
                named = self.who(patient)
                if named is not None and named.is_named:
                    return named
                if self._is_carrier(self._doer(r)):
                    return self.holder(patient)
                return self.doer(r) or self.holder(patient)
            if r.view.tree.labels[r.first] == "relcl" and r.view.tree.heads[r.first] == patient:
                named = self.who(patient)  # "the forces that Britain has sent": whose they are stands in the clause
                if not (named is not None and named.is_named) and (sender := self.doer(r)) is not None:
                    return sender
            if (sender := self._sends_new(r, patient)) is not None:
                return sender
            return self.holder(patient, None if r.code == "want_out" else r.first)
        if r.code in _HOSTING:
            return None
        if r.code in {"level_change", "remove"} and (hit := self.who(patient)) is not None and hit.is_named:
            return hit  # "raids have cut the strength of the rebels to 900", "vowed to oust Burundi from Uvira"
        party, goes = self.doer(r), self._doer(r)
        if party is None or party.is_named or goes is None:
            return party
        if (sender := self.sent_by(goes)) is not None:
            return sender
        is_new = self._is_told(r.first) and self._is_new(goes)
        return self.holder(goes) or party if is_new else party  # "two corvettes are in port, the Danish navy said"

    def _sends_new(self, r: Reading, patient: int) -> Party | None:
        """ "Germany plans to station a whole brigade in Lithuania": of what is new the sentence says whose it is."""
        tree = self.view.tree
        new = any(tree.keys[c] in {"a", "an", "another"} for c in tree.of(patient, "det"))
        if r.passive or not new or any(f.codes for f in self.view.forces_in(tree.span(patient)[0], patient + 1)):
            return None
        sender = self.doer(r)
        return sender if sender is not None and sender.is_named and sender.kind in {"state", "force"} else None

    def _is_force_noun(self, at: int) -> bool:
        """Troops, their things or their presence; not a bare state or place ("leave Niger")."""
        f = self._mention_at.get(at)
        if f is not None:
            return f.is_military or f.noun == "people"
        tree, v = self.view.tree, self.view.vocabulary
        key = tree.keys[at]
        if any(tree.keys[k] in {"them", "us"} for k in tree.under(at)):
            return True  # "several hundred of them"
        is_owned = any(c in self._mention_at for c in tree.of(at, "amod", "poss"))  # "the Russian base in X"
        is_name = any(p.first <= at <= p.last for p in self.view.spotted.places) and not is_owned
        if tree.tags[at][:3] == "NNP" or key in _GROUND or is_name:
            return False
        return key in v.classes["nouny"] or key in v.units or bool(tree.of(at, "poss"))

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
            return acting or (self._site_owner(r) if r.type_code.startswith("base_") else None)
        named = self._of_noun(r)
        if named is not None and named.is_named:
            return named
        if r.type_code.startswith("base_"):  # "plans for a Russian base"
            owner = self._site_owner(r)
            if owner is not None and owner.is_named:
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
            is_force = owner is not None and owner.is_named and owner.kind == "force"
            return owner if is_force else self.doer(r) or owner
        if r.type_code == "base_closure" and (closer := self._by(r.last) or self._site_owner(r)) and closer.is_named:
            return closer
        return self._by(r.last) or self.holder(r.last)

    def _missionary(self, r: Reading) -> Party | None:
        """Whose mission it is: the one that is named, else who begins or ends it."""
        self.pointed = said = pointed_at(r, self.memory.mission)
        if (meant := meant_mission(r)) is not None and (owner := self.who(meant)) is not None and owner.is_named:
            return owner
        if r.trigger.kind == "noun":
            return self._of_mission_noun(r, said)
        if r.code in {"relieve", "joined_by"}:
            return self.doer(r)
        patient = self._patient(r)
        is_it = patient is None or self.view.key(patient) == "it" or r.passive and not self._doer(r)
        if said is not None and is_it and not self._is_of_council(r):
            return Party(said.codes, "short")  # "it was extended", "the mission ends in May", "X may extend it"
        if patient is not None and self.view.words_in(*self.view.tree.span(patient)) & {"its", "their"}:
            doer = self.doer(r)
            if doer is not None and doer.codes and doer.kind in {"force", "short"}:
                return doer  # "an Iraqi said the coalition will go on with its mission"
        owner = self._owner_of(patient if patient is not None else self._doer(r))
        at_scene = patient is not None and self._is_at_scene(patient)
        if (owner is None or not owner.is_named or owner.kind == "state" or at_scene) and self._is_of_council(r):
            return Party(("UN",), "force")  # "the Security Council extended the mandate of the force in South Sudan"
        doer = self.doer(r)
        if owner is not None and owner.is_named and not (doer is not None and at_scene):
            return owner
        return doer if doer is not None and doer.kind in {"force", "state", "office", "foreign"} else owner or doer

    def _is_at_scene(self, mission: int) -> bool:
        """ "Parliament extends the Mali mission", "the mandate of the Mali mission": the land is where it is."""
        tree = self.view.tree
        nouns = [mission, *tree.under(mission, {"of", "for"})]
        return any(self._is_scene(c) for n in nouns for c in tree.of(n, "compound", "nmod"))

    # ── where the role is empty ──
    def _nearest(self, r: Reading) -> Party | None:
        """Where the grammar leads nowhere: the nearest force named, unless it is the other side."""
        best: tuple[float, Party] | None = None
        other = set(self._other_side(r))
        at = r.subject_head if r.type_code in JOURNEYS else None
        is_count = at is not None and self.view.tree.tags[at] == "CD"  # "600 French left Niger, 900 will": not Niger's
        for f in self.view.spotted.forces:
            if (
                not f.codes
                or f.form == "proxy"
                or f.is_weak
                or is_count
                and not f.is_military
                or f.prep in {"against", "targeting", "to", "with", "near"}
                or self.view.key(f.first - 2) == "capital"
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
        if r.elliptic and self.memory.forces.entry:
            return Party(self.memory.forces.entry, "short")
        if not (r.elliptic or r.code == "flag_down") or at.head is None:
            return None
        host = at.head.place.country_code
        said = [s for s in self.memory.forces.said if host not in s.codes]
        own = [s for s in said if s.sentence >= at.head_at]
        lead = [s for s in said if s.sentence <= 2]
        found = own[-1:] or lead[:1]
        return Party(found[0].codes, "short") if found else None

    def _remembered(self, r: Reading, until: int | None = None) -> Party | None:
        """The force that was spoken of last; of the sentence itself only what stands before token `until`."""
        form = "mission" if r.type_code in _MISSIONS else "troops"
        without = {*self._other_side(r), *self._askers}
        m, now = self.memory.forces, self.view.number
        here = self.before(len(self.view.toks) if until is None else until)
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
        m.said += left_behind(self.view, [x for _, x in self._said], drafts, m.band)
        m.call(self.view.spotted.forces)
        toks = self.view.toks
        for _, last, code in self.view.spotted.speakers:
            m.speaker, m.spoke_at = (code,), self.view.number
            at = last + 1
            while at < len(toks) and toks[at].text[:1].isupper() and at not in self._mention_at:
                m.people[toks[at].key] = (code,)
                at += 1
        for i, t in enumerate(toks):
            if t.key in m.people and t.text[:1].isupper() and i not in self._mention_at:
                m.speaker, m.spoke_at = m.people[t.key], self.view.number
        del m.said[:-60]
