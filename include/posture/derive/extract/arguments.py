"""Fill the slots of a reading: actors, counterparties, places, quantities, dates."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from ...lexicon import Place, country_places
from .actors import MOVING, Actors
from .clauses import View
from .grammar import AFTER_SAYING, SPEAKERS
from .memory import Memory
from .mentions import PlaceMention
from .placegroups import expanded, place_groups
from .quantities import Quantity
from .reading import Reading
from .times import Time

_TO = frozenset("to into onto toward towards for".split())
_AT = frozenset("in at on near across inside within throughout along around outside over off".split())


class Filler(Actors):
    """Fills slots from one sentence and what was said before it."""

    def __init__(self, view: View, memory: Memory) -> None:
        self.view, self.memory = view, memory
        self.grouped = place_groups(view)

    # ── who ──

    # ── where ──
    def places(self, r: Reading) -> dict[str, list[PlaceMention]]:
        """Slot → the coordinate places that fill it; a slot with several gives one record each."""
        v, kind = self.view, r.type_code
        made: dict[str, list[PlaceMention]] = {}
        best: dict[str, tuple[float, list[PlaceMention]]] = {}
        for group in self.grouped:
            head = group[0]
            if (
                head.form == "bare"
                and (r.trigger.kind == "noun" or not (r.object[0] <= head.first < r.object[1]))
                and not (head.place.country_code and r.passive and r.subject[0] <= head.first < r.subject[1])
            ):
                continue
            if head.form == "owner" and kind not in {"agreement"} and not (r.object[0] <= head.first < r.object[1]):
                continue
            if head.prep == "of" and head.place.kind_code == "country" and not 0 < head.first - r.last <= 3:
                continue  # "forces of the UK": whose, not where
            left = head.last < r.first
            cost = v.cost(head.last, r.first) if left else v.cost(r.last, head.first)
            slot = self._slot(r, head, left)
            if slot is None:
                continue
            if left:
                cost += (
                    0.5 if r.passive or r.trigger.kind == "noun" or r.subject[0] <= head.first < r.subject[1] else 0.9
                )
            if head.form == "owner":
                cost += 0.8
            if head.prep == "of" and kind not in MOVING:
                cost += 0.6
            if (
                head.prep == ""
                and not head.is_site
                and head.place.kind_code in {"country"}
                and not (r.object[0] <= head.first < r.object[1])
            ):
                cost += 1.0
            if kind == "agreement" and not head.is_site and head.prep not in _AT:
                continue  # with whom, not where
            if head.prep in {"in", "at"} and (self._of_saying(head.first) or self._of_speaker(head.first)):
                continue
            limit = 1.6 if kind == "agreement" else 3.4
            if cost <= limit and (slot not in best or cost < best[slot][0]):
                best[slot] = (cost, group)
        made = {slot: expanded(v, self.grouped, group) for slot, (_, group) in best.items()}
        if kind in MOVING and "place" in made:
            main = "origin" if kind == "withdrawal" else "destination"
            where = made.pop("place")
            if main not in made:
                made[main] = where
        return made

    def _slot(self, r: Reading, p: PlaceMention, left: bool) -> str | None:
        kind, prep = r.type_code, p.prep
        if kind not in MOVING:
            if prep == "to" and kind == "base_handover":
                return None  # to whom, not where
            if prep == "from" and kind in {"strike"}:
                return None
            if prep in {"for", "between"} and kind in {"agreement"}:
                return None
            return "place"
        direct = r.object[0] <= p.first < r.object[1] and prep not in _TO
        if kind == "withdrawal":
            if prep in _TO and not left:
                return "destination"
            return "origin"
        if prep == "from":
            return "origin"
        if prep in _TO or prep in _AT or direct:
            if kind == "relocation" and prep in _AT and left:
                return "origin"
            return "destination"
        return "place"

    def fallback(self, actors: tuple[str, ...], kind: str) -> PlaceMention | None:
        """Where the sentence names no place: "the base" is the last site, "the town" the last town; else the country
        in which this force was last placed, a mission's theatre, or the country that the text is about."""
        words = [t.key for t in self.view.toks]
        pairs = set(pairwise(words))
        m = self.memory
        if m.site is not None and (
            kind in {"base_handover", "base_closure"}
            or any(
                ("the", w) in pairs or ("its", w) in pairs or ("that", w) in pairs or ("this", w) in pairs
                for w in _SITE_FORMS
            )
        ):
            return m.site
        if m.last is not None and (
            "there" in words
            and words[0] != "there"
            and not (
                {("there", "is"), ("there", "are"), ("there", "were"), ("there", "was"), ("there", "will")} & pairs
            )
            or any(("the", w) in pairs for w in _TOWN_FORMS)
        ):
            return m.last
        theatre = m.theatre.get(actors, ())
        if theatre:
            return country_mention(max(theatre, key=lambda c: m.weights.get(c, 0.0)))
        near = m.by_force.get(actors)
        if ("the", "region") in pairs or ("the", "area") in pairs:
            return m.region or PlaceMention(
                0,
                -1,
                Place("the region", None, "region", None, None, "unresolved"),
                "the region" if ("the", "region") in pairs else "the area",
            )
        if near is None and m.about and m.weights.get(m.about, 0.0) >= 0.5 and actors != (m.about,):
            return country_mention(m.about)
        for p in (near, m.country, m.place, m.last):
            code = (
                p.place.country_code or (p.container.place.country_code if p is not None and p.container else None)
                if p is not None
                else None
            )
            if code and not (
                actors == (code,) and kind not in {"attack_on_force", "ground_operation", "exercise", "patrol"}
            ):
                return country_mention(code)
        if m.about and actors != (m.about,):
            return country_mention(m.about)
        return near or m.place

    def host(self, actors: tuple[str, ...]) -> PlaceMention | None:
        """Where a deal of two states plays, if it does not say: the one that the text is about, else the second."""
        states = [a for a in actors if len(a) == 3]
        if len(states) < 2:
            return None
        return country_mention(self.memory.about if self.memory.about in states else states[-1])

    # ── how many ──
    def quantity(self, r: Reading, wanted: frozenset[str], taken: set[int]) -> Quantity | None:
        """The nearest count of a fitting unit in the clause."""
        v = self.view
        best: tuple[float, Quantity] | None = None
        for q in v.quantities:
            if q.unit not in wanted:
                continue
            left = q.last < r.first
            cost = v.cost(q.last, r.first) if left else v.cost(r.last, q.first)
            inside = any(
                s <= q.number < e for s, e in (r.object, r.subject if r.trigger.kind == "verb" else r.object)
            ) or any(p == "of" and s <= q.number < e for p, s, e in r.phrases[:2])
            cost += 0.0 if inside else 0.9
            if cost < 1.6 and (best is None or cost < best[0]):
                best = (cost, q)
        return best[1] if best else None

    # ── when ──
    def time(self, r: Reading) -> Time | None:
        """The nearest time expression, the clause's own first; the date of the saying is left alone."""
        v = self.view
        best: tuple[float, Time] | None = None
        for at, t in v.timed:
            cost = v.cost(at, r.first) if at < r.first else v.cost(r.last, at)
            if self._of_saying(at):
                cost += 2.5
            if cost < 4.0 and (best is None or cost < best[0]):
                best = (cost, t)
        return best[1] if best else None

    def _of_speaker(self, at: int) -> bool:
        """ "the assembly in Ankara", "a source in London": where they sit who speak or decide."""
        return self.view.key(at - 2) in SPEAKERS or self.view.key(at - 1) in SPEAKERS

    def _of_saying(self, at: int) -> bool:
        """ "said on Friday": the time stands at a verb of saying."""
        v = self.view
        for k in range(at - 1, max(-1, at - 5), -1):
            if v.key(k) in AFTER_SAYING:
                return True
            if v.toks[k].text in {",", ";"}:
                return False
        return False


_SITE_FORMS = (
    "base",
    "camp",
    "airbase",
    "airfield",
    "outpost",
    "garrison",
    "site",
    "facility",
    "airport",
    "installation",
    "post",
)
_TOWN_FORMS = ("town", "city", "village", "province", "prefecture", "governorate", "island", "district", "peninsula")


def country_mention(code: str) -> PlaceMention | None:
    """A country as an inferred place: no words of the sentence stand for it."""
    found = country_places().get(code)
    return PlaceMention(0, -1, found, found.name) if found else None


def dates_of(t: Time | None) -> tuple[date | None, date | None, str, str]:
    """Interval, basis, precision of a time expression."""
    if t is None:
        return None, None, "unknown", "unknown"
    return t.start_on, t.end_on, t.basis if t.is_resolved else "unknown", t.precision
