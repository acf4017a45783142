"""Who struck, where a sentence names only what was hit or with what: the enemy, by what the text told before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..draft import Draft
from ..facts.acts import words_of
from ..geography.discourse import country_of
from ..geography.struck import is_another
from ..language.classes import nouns, words
from ..mentions import ForceMention, PlaceMention
from ..reading import Reading
from .partners import Partners
from .pronouns import Party
from .referents import Codes
from .targets import forces_of, is_state

_OWNERS = words("strikers.owners")

#: Groups of no state that have aircraft without pilots.
_FLYING = frozenset("HOUTHI HEZBOLLAH RSF HAMAS ISIS HTS PMF PALESTINIAN_ISLAMIC_JIHAD".split())


class Strikers(Partners):
    """Finds those whose arms a sentence leaves unnamed."""

    def unnamed(self, r: Reading) -> Party | None:
        """The striker whom nobody names; None where somebody acts, or nobody is known to be an enemy."""
        if r.code == "fighting" and r.act is not None and not r.act.agents:
            return Party(self.memory.feuds.sides, "short") if self.memory.feuds.sides else None
        if r.trigger.kind == "noun" and r.type_code == "ground_operation":
            return None
        if r.act is None or r.type_code not in {"strike", "ground_operation"} or self._names_doer(r):
            return None
        feuds, now = self.memory.feuds, self.view.number
        hit = set(self._other_side(r))
        where = self._place_near(r)
        country = (country_of(where) if where is not None else None) or self.memory.about
        if (teller := self._teller(r, {*hit, country})) is not None:
            return teller
        named = [f for f in self.view.spotted.forces if f.last < r.first and set(f.codes) - hit]
        if any(not self._speaks(f, r) or country not in f.codes for f in named):
            return None  # who is named before is for the grammar to judge; who only says that his own town was hit, not
        if r.code == "shot_down":
            # Whose drones they are, or whoever fired last: the other side brings them down.
            codes = feuds.foe(hit or set(feuds.last))
        elif is_another(self.view, r):
            codes = feuds.last
        else:
            codes = feuds.striker(hit, where.place.name if where is not None else "", country, now)
            if codes and codes[0] not in _FLYING and self._flies(r) and self._is_rebel(codes[0]):
                codes = tuple(c for c in feuds.foe(set(codes)) if not self._is_rebel(c)) or codes
        return Party(codes, "short") if codes else None

    def is_anybodys(self, r: Reading, drafts: Sequence[Draft]) -> bool:
        """ "A car bomb killed five", "rockets fell near the camp": neither who did it is said nor where, nor does the
        text know their enemy; whoever was spoken of last, wherever, would be a guess."""
        if r.type_code != "strike" or r.act is None or r.act.agents or not drafts:
            return False
        for d in drafts:
            if not d.is_actor_open or d.status == "denied" or not (d.place is None or d.is_place_inferred):
                return False
        return self.unnamed(r) is None

    def _teller(self, r: Reading, without: Collection[str | None]) -> Party | None:
        """ "Two strikes hit a depot abroad, the fleet's command said": a state's force tells of its own strikes."""
        tree = self.view.tree
        if r.type_code != "strike" or r.trigger.kind != "verb" or r.passive:
            return None
        for above in tree.ancestors(r.first):
            subject = tree.subject(above) if tree.is_predicate(above) else None
            if subject is None or self.view.key(above) not in self.view.vocabulary.classes["reporting_verbs"]:
                continue
            for f in forces_of(self.view, subject):
                if f.is_military and f.codes and is_state(f) and not set(f.codes) & set(without):
                    return Party(f.codes, "force", f)
        return None

    def _is_band_hit(self, r: Reading, codes: Codes) -> bool:
        """ "50 militants were killed in air strikes": by nobody who is named, least of all by militants."""
        if r.act is None or r.act.agents or r.type_code not in {"strike", "ground_operation"}:
            return False
        hit = {self.view.key(t) for t in r.act.targets}
        return bool(hit & nouns("irregular")) and self._is_band(codes)

    def _army_of(self, r: Reading) -> Codes:
        """The state's force that the text has spoken of."""
        m = self.memory.forces
        bands = {c for s in m.said for c in s.codes if m.kind(c) == "non_state"}
        return m.pick("troops", self.view.number, bands, self.before(r.first))

    def _is_rebel(self, code: str) -> bool:
        return self.memory.forces.kind(code) == "non_state"

    def _speaks(self, f: ForceMention, r: Reading) -> bool:
        """A force is the subject of the saying in which the act is told."""
        tree = self.view.tree
        verb = tree.clause(self.head(f))
        says = self.view.key(verb) in self.view.vocabulary.classes["reporting_verbs"]
        return says and verb in tree.ancestors(r.first) and verb != tree.clause(r.first)

    def _flies(self, r: Reading) -> bool:
        """Done from aircraft, which rebels seldom have."""
        words = words_of(self.view, r.act.tools) if r.act is not None else set[str]()
        words |= self.view.words_in(r.first, r.last + 1)
        return bool(words & nouns("aircraft"))

    def _names_doer(self, r: Reading) -> bool:
        """Somebody acts who is no weapon: then it is for the grammar to say who."""
        if r.act is None or any(self.view.key(a) not in nouns("guns") for a in r.act.agents):
            return True
        return bool(words_of(self.view, r.act.tools) & _OWNERS)

    def _place_near(self, r: Reading) -> PlaceMention | None:
        at = r.last if r.trigger.kind == "noun" else r.first
        places = [p for p in self.view.spotted.places if p.form in {"place", "bare"}]
        return min(places, key=lambda p: self.view.cost(p.first, at), default=None)
