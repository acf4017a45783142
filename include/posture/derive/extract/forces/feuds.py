"""Who fights whom in a text: where a sentence names only what was hit, its striker is the enemy of those hit.

Every act that was told with both its sides, and every act at a place of known country, makes a pair. "The power station
at Zmiinyi was hit again" is then the doing of those who have been striking there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ..draft import Draft
from ..families import FIGHTS
from ..geography.discourse import country_mention, country_of
from ..mentions import ForceMention, PlaceMention
from .referents import Codes
from .targets import powers

#: Frames of what is fired, whoever is hit.
_FIRED = frozenset({"launch", "impact", "fires"})
#: Sentences after which the last striker is no longer meant.
_RECENT = 3


@dataclass
class Feuds:
    """Pairs of those who act and those who are acted upon; who struck last, and in which sentence."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    last: Codes = ()
    last_at: int = -9
    #: Name of a place → who struck there.
    at: dict[str, Codes] = field(default_factory=dict)
    #: Where the last sentence of that kind had them fall.
    places: list[PlaceMention] = field(default_factory=list)
    #: The last sentence in which something was fired.
    fired_at: int = -9

    @property
    def has_begun(self) -> bool:
        """An act of arms has been told."""
        return self.last_at >= 0

    @property
    def states(self) -> frozenset[str]:
        """Those who fight each other the most, where both are states or as good as states."""
        best = frozenset(max(self.pairs, key=lambda p: (self.pairs[p], p), default=()))
        return best if best <= powers() else frozenset()

    @property
    def sides(self) -> Codes:
        """Those who fight each other the most."""
        return max(self.pairs, key=lambda p: (self.pairs[p], p), default=())

    def rivals(self, named: Iterable[ForceMention], countries: Mapping[str, float]) -> None:
        """In a text of war that names the forces of two states and no armed group, these two are at war; so are two
        states of which alone the text speaks."""
        count = Counter(c for f in named for c in f.codes if f.form != "proxy")
        (a, _), (b, n), *more = [*count.most_common(3), ("", 0), ("", 0)][:3]
        if count.keys() <= powers() and n > 1 and all(2 * k < n for _, k in more):
            self.pairs[a, b] += 1
        elif count.keys() <= powers():
            first, second, *rest = [*sorted(countries, key=lambda c: (-countries[c], c))[:3], "", ""]
            if countries.get(second, 0.0) >= 0.25 and countries.get(rest[0] if rest else "", 0.0) < 0.12:
                self.pairs[first, second] += 1

    def tell(self, drafts: Collection[Draft], number: int) -> None:
        """What a sentence told."""
        fell = [d.main_place for d in drafts if d.type_code == "strike" and d.main_place is not None]
        self.places = fell or self.places
        for d in drafts:
            if d.type_code not in FIGHTS or not d.actors:
                continue
            doers, hit = d.actors, d.counterparties
            if d.rule == "fighting" and len(doers) == 2:
                self.pairs[doers] += 1
                continue
            if d.type_code == "attack_on_force":
                doers, hit = hit, doers
            where = d.main_place
            code = country_of(where) if where is not None else None
            for a in doers:
                for b in hit:
                    self.pairs[a, b] += 2
                if not hit and code and len(code) == 3 and code != a:
                    self.pairs[a, code] += 1
            if doers:
                self.last, self.last_at = doers, number
                if where is not None:
                    self.at[where.place.name] = doers
            elif d.type_code == "attack_on_force":
                self.last_at = number
            if d.type_code == "strike" or d.rule in _FIRED:
                self.fired_at = number

    def scene(self, is_whole: bool) -> PlaceMention | None:
        """Where what was fired last fell: the place, or the last of several; of the whole, their country."""
        if not is_whole:
            return self.places[-1] if self.places else None
        codes = {country_of(p) for p in self.places}
        if len(self.places) < 2:
            return self.places[0] if self.places else None
        code = codes.pop() if len(codes) == 1 else next((c for c in sorted(codes - {None}, key=str)), None)
        return country_mention(code) if code else None

    def foe(self, hit: Collection[str]) -> Codes:
        """Those who fight one of these the most; () where nobody is known to."""
        total: Counter[str] = Counter()
        for (a, b), n in self.pairs.items():
            if b in hit and a not in hit:
                total[a] += 2 * n
            elif a in hit and b not in hit:
                total[b] += n
        return (max(total, key=lambda c: (total[c], c)),) if total else ()

    def striker(self, hit: Collection[str], place: str, country: str | None, now: int) -> Codes:
        """Who did it, where nobody says: the enemy of those who are hit, else who struck there before, else the enemy
        of that country, else who struck last."""
        if found := self.foe(hit):
            return found
        if place in self.at and not set(self.at[place]) & set(hit):
            return self.at[place]
        if country and (found := self.foe({country})):
            recent = self.last if now - self.last_at <= _RECENT else ()
            return recent if recent and country not in recent else found
        recent = self.last if now - self.last_at <= _RECENT else ()
        return recent if not set(recent) & set(hit) else ()
