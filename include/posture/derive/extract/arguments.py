"""Fill the slots of a reading: actors, counterparties, places, quantities, dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ...lexicon import Place
from .clauses import View
from .frames import Reading
from .grammar import AFTER_SAYING, BETWEEN_PLACES, GLUE_NOUNS
from .quantities import Quantity
from .spot import ForceMention, PlaceMention
from .times import Time

_MOVING = frozenset({"deployment", "reinforcement", "relocation", "withdrawal", "detainee_transfer"})
_TO = frozenset("to into onto toward towards for".split())
_AT = frozenset("in at on near across inside within throughout along around outside over off".split())
_RANK = {
    "theatre": 4,
    "country": 3,
    "area": 3,
    "region": 2,
    "admin1": 2,
    "sea": 2,
    "desert": 2,
    "territory": 2,
    "border_area": 2,
}
#: A force after one of these is acted upon or where it happens, seldom the one who acts.
_BESIDE = frozenset("against with targeting to into in near".split())
_AGAINST = frozenset("against on at targeting".split())


@dataclass
class Memory:
    """What the text said before: forces and places that short forms can mean."""

    force: tuple[str, ...] = ()
    military: tuple[str, ...] = ()
    mission: tuple[str, ...] = ()
    enemy: tuple[str, ...] = ()
    place: PlaceMention | None = None
    site: PlaceMention | None = None
    country: PlaceMention | None = None
    last: PlaceMention | None = None
    region: PlaceMention | None = None
    by_force: dict[tuple[str, ...], PlaceMention] = field(default_factory=dict)
    home: str = ""
    about: str = ""
    weights: dict[str, float] = field(default_factory=dict)
    theatre: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    year: int | None = None


def force_groups(view: View) -> list[tuple[list[ForceMention], tuple[str, ...]]]:
    """Forces joined by "and", "," are one group: ("US and Iraqi forces") → USA, IRQ."""
    groups: list[tuple[list[ForceMention], tuple[str, ...]]] = []
    for f in view.spotted.forces:
        if groups:
            prev = groups[-1][0][-1]
            between = [view.key(k) for k in range(prev.last + 1, f.first)]
            joined = (
                between
                and all(
                    w in {"and", ",", "&", "the", "or", "both", "other", "as", "well", "its", "including", "alongside"}
                    for w in between
                )
                and any(w in {"and", ",", "&", "alongside", "well"} for w in between)
            )
            if joined and "its" not in between and f.form not in {"own"} and len(between) <= 4:
                groups[-1][0].append(f)
                continue
        groups.append(([f], ()))
    return [(fs, tuple(dict.fromkeys(c for f in fs for c in f.codes if c))) for fs, _ in groups]


class Filler:
    """Fills slots from one sentence and what was said before it."""

    def __init__(self, view: View, memory: Memory) -> None:
        self.view, self.memory = view, memory
        self.groups = force_groups(view)

    # ── who ──
    def _codes(self, f: ForceMention) -> tuple[str, ...]:
        for fs, codes in self.groups:
            if f in fs and codes:
                if f.form in {"generic"} and not f.codes:
                    return codes
                return codes
        if f.codes:
            return f.codes
        return self._resolve(f)

    def _resolve(self, f: ForceMention) -> tuple[str, ...]:
        """A short form: "its troops" is the force before it in the sentence; "the troops" the last one named."""
        before = [g for g in self.view.spotted.forces if g.last < f.first and g.codes]
        if f.form == "own":
            strong = [g for g in before if not g.is_weak or g.form in {"name", "capital", "metonym"}]
            if strong:
                return self._codes_plain(strong[-1])
            return self.memory.force or self.memory.military
        words = self.view.words_in(f.first, f.last + 1)
        if words & {"government", "regime"} and self.memory.home:
            return (self.memory.home,)
        if f.noun in {"peacekeepers", "helmets", "peacekeeper"}:
            return self.memory.mission or ("UN",)
        if f.noun in {"militants", "rebels", "gunmen", "insurgents", "fighters", "militia", "militias", "jihadists"}:
            return self.memory.enemy
        if f.noun in {"mission", "coalition"}:
            return self.memory.mission or self.memory.military
        close = [g for g in before if g.is_military or not g.is_weak]
        if close and self.view.cost(close[-1].last, f.first) < 1.2:
            return self._codes_plain(close[-1])
        return self.memory.military or self.memory.force

    def _codes_plain(self, f: ForceMention) -> tuple[str, ...]:
        for fs, codes in self.groups:
            if f in fs:
                return codes
        return f.codes

    def actors(self, r: Reading) -> tuple[tuple[str, ...], ForceMention | None]:
        """Whose posture it is, and the mention that says so (None: said before)."""
        view, kind = self.view, r.type_code
        ranked: list[tuple[float, int, ForceMention]] = []
        for f in view.spotted.forces:
            if f.form == "proxy":
                continue
            if f.form == "generic" and not f.codes and self._named_agent(r, f):
                continue
            cost = view.cost(f.last, r.first) if f.last < r.first else view.cost(r.last, f.first)
            ranked.append((cost + self._bias(r, f), f.first, f))
        ranked.sort(key=lambda x: (x[0], x[1]))
        for cost, _, f in ranked:
            if cost > 4.6:
                break
            codes = self._codes(f)
            if codes:
                if kind == "attack_on_force" and f in self._attackers(r):
                    continue
                return self._joined(r, codes, f), f
        if (
            kind in {"mission_end", "mission_continuation", "mission_transition", "mission_start"}
            and self.memory.mission
        ):
            return self.memory.mission, None
        return self.memory.military or self.memory.force, None

    def _named_agent(self, r: Reading, f: ForceMention) -> bool:
        """ "Turkey sent troops": the short form in the object is the subject's own."""
        span = r.subject if not r.passive else (0, 0)
        return (
            not (span[0] <= f.first < span[1])
            and any(g.codes and not g.is_weak for g in self.view.forces_in(*span))
            and r.type_code not in {"attack_on_force"}
        )

    def _joined(self, r: Reading, codes: tuple[str, ...], actor: ForceMention) -> tuple[str, ...]:
        """Who acts together with the actor: "in coordination with", "alongside", for exercises and patrols "with"."""
        if r.type_code not in {"exercise", "patrol", "ground_operation", "strike", "agreement", "presence"}:
            return codes
        v = self.view
        made = list(codes)
        for f in v.spotted.forces:
            if f is actor or not f.codes or f.is_weak and r.type_code != "agreement":
                continue
            before = v.words_in(max(0, f.first - 4), f.first)
            together = (
                f.prep == "alongside"
                or f.prep == "with"
                and before
                & {"coordination", "together", "jointly", "along", "cooperation", "partnership", "conjunction"}
            )
            if (
                together
                or f.prep == "with"
                and r.type_code in {"exercise", "patrol", "agreement"}
                and v.cost(r.last, f.first) < 2.0
                and f.first > r.last
            ):
                made += [c for c in self._codes(f) if c not in made]
            elif r.type_code == "agreement" and f.prep == "between" and v.cost(r.last, f.first) < 2.0:
                made += [c for c in self._codes(f) if c not in made]
        return tuple(made)

    def _bias(self, r: Reading, f: ForceMention) -> float:
        """Lower is likelier to be the actor, by type, voice and position."""
        left = f.last < r.first
        bias = (1.4 if f.form != "demonym" else 2.2) if f.is_weak else 0.0
        if not f.is_military and f.form == "capital":
            bias += 0.3
        if f.prep in _BESIDE:
            bias += 0.4 if f.prep == "with" and r.type_code in {"exercise", "patrol", "agreement"} else 1.2
        if r.type_code == "attack_on_force":
            return bias + self._as_victim(r, f, left)
        if r.type_code in _MOVING | {"presence", "strength", "strength_change"}:
            return bias + self._as_mover(r, f, left)
        return bias + self._as_agent(r, f, left)

    def _as_victim(self, r: Reading, f: ForceMention, left: bool) -> float:
        in_subject = r.subject[0] <= f.last and f.first < r.subject[1] and left
        in_object = r.object[0] <= f.last and f.first < r.object[1]
        hit = (
            in_object
            and not r.passive
            or r.passive
            and in_subject
            or f.prep in {"on", "against", "at", "of"}
            and not left
        )
        return (0.0 if hit else 2.0) + (3.0 if f.prep == "by" else 0.0) - (1.2 if f.prep == "against" else 0.0)

    def _as_mover(self, r: Reading, f: ForceMention, left: bool) -> float:
        in_subject = r.subject[0] <= f.last and f.first < r.subject[1] and left
        in_object = r.object[0] <= f.last and f.first < r.object[1]
        if r.trigger.kind == "noun":
            return -0.8 if in_object or f.prep in {"of", "by"} and not left else 0.0 if left else 1.0
        if not r.passive and in_object and not f.is_military and f.form in {"name", "capital"}:
            return 4.0  # "leave Niger": where, not who
        if in_object and f.is_military and not r.passive:
            return -0.9 if f.codes else -0.1
        if in_subject:
            return -0.6
        if left:
            return 0.2
        return -0.2 if f.prep == "by" else 0.9

    def _as_agent(self, r: Reading, f: ForceMention, left: bool) -> float:
        in_subject = r.subject[0] <= f.last and f.first < r.subject[1] and left
        against = 2.0 if f.prep in _AGAINST and not left else 0.0
        if r.trigger.kind == "verb":
            if r.passive:
                return -1.0 if f.prep == "by" else 0.4 if left else 0.9 + against
            return -0.6 if in_subject else 0.1 if left else 1.3 + against
        if r.object[0] <= f.last and f.first < r.object[1]:
            return -0.8
        if not left and f.prep in {"by", "of", "between", "with", "from"}:
            return -0.7 if f.prep == "by" else -0.3
        return 0.0 if left else 1.8 + against

    def _attackers(self, r: Reading) -> list[ForceMention]:
        v = self.view
        if r.trigger.kind == "verb" and not r.passive:
            return v.forces_in(*r.subject)
        return [f for p, s, e in r.phrases if p == "by" for f in v.forces_in(s, e)]

    def counterparties(self, r: Reading, actors: tuple[str, ...], actor: ForceMention | None) -> tuple[str, ...]:
        """Acted upon, dealt with, handed to; for attacks: who attacks."""
        v, kind = self.view, r.type_code
        found: list[str] = []

        def take(fs: list[ForceMention]) -> None:
            for f in fs:
                if f is not actor:
                    found.extend(c for c in self._codes(f) if c not in actors and c not in found)

        if kind == "attack_on_force":
            take([f for f in self._attackers(r) if f is not actor])
            if not found and r.trigger.kind == "noun":
                take(v.forces_in(*r.object))
        elif kind in {"strike", "ground_operation"}:
            take(
                [
                    f
                    for f in v.spotted.forces
                    if f.first > r.last
                    and (f.prep in _AGAINST or r.object[0] <= f.first < r.object[1])
                    and v.cost(r.last, f.first) < 2.5
                ]
            )
            if r.passive:
                take(v.forces_in(*r.subject))
        elif kind in {"base_handover", "detainee_transfer"}:
            take(
                [f for f in v.spotted.forces if f.first > r.last and f.prep in {"to"} and v.cost(r.last, f.first) < 2.5]
            )
        elif kind in {"exercise", "patrol"}:
            pass
        elif kind == "agreement":
            take([f for f in v.spotted.forces if f.prep in {"with"} and v.cost(r.last, f.first) < 2.2])
        return tuple(found[:3])

    # ── where ──
    def places(self, r: Reading) -> dict[str, list[PlaceMention]]:
        """Slot → the coordinate places that fill it; a slot with several gives one record each."""
        v, kind = self.view, r.type_code
        made: dict[str, list[PlaceMention]] = {}
        best: dict[str, tuple[float, list[PlaceMention]]] = {}
        for group in place_groups(v):
            head = group[0]
            if (
                head.form == "bare"
                and (r.trigger.kind == "noun" or not (r.object[0] <= head.first < r.object[1]))
                and not (head.place.country_code and r.passive and r.subject[0] <= head.first < r.subject[1])
            ):
                continue
            if head.form == "owner" and kind not in {"agreement"} and not (r.object[0] <= head.first < r.object[1]):
                continue
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
            if head.prep == "of" and kind not in _MOVING:
                cost += 0.6
            if (
                head.prep == ""
                and not head.is_site
                and head.place.kind_code in {"country"}
                and not (r.object[0] <= head.first < r.object[1])
            ):
                cost += 1.0
            limit = 3.4
            if cost <= limit and (slot not in best or cost < best[slot][0]):
                best[slot] = (cost, group)
        made = {slot: group for slot, (_, group) in best.items()}
        if kind in _MOVING and "place" in made:
            main = "origin" if kind == "withdrawal" else "destination"
            where = made.pop("place")
            if main not in made:
                made[main] = where
        return made

    def _slot(self, r: Reading, p: PlaceMention, left: bool) -> str | None:
        kind, prep = r.type_code, p.prep
        if kind not in _MOVING:
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
        pairs = set(zip(words, words[1:], strict=False))
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
        """Where a deal between two states is about, if it does not say: the one whose land the text is about, else the second."""
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
        for t in v.times:
            at = next((i for i, tok in enumerate(v.toks) if tok.end > t.start), None)
            if at is None:
                continue
            cost = v.cost(at, r.first) if at < r.first else v.cost(r.last, at)
            if self._of_saying(at):
                cost += 2.5
            if cost < 4.0 and (best is None or cost < best[0]):
                best = (cost, t)
        return best[1] if best else None

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
    from ...lexicon import country_places

    found = country_places().get(code)
    return PlaceMention(0, -1, found, found.name) if found else None


def place_groups(view: View) -> list[list[PlaceMention]]:
    """Places joined by "and", ",", "or" as one group; a container ("in Hasakeh" after a base) is hung on its place."""
    groups: list[list[PlaceMention]] = []
    for p in view.spotted.places:
        if _is_descriptor(view, p):
            continue
        if groups:
            prev = groups[-1][-1]
            between = [view.key(k) for k in range(prev.last + 1, p.first)]
            if p.first <= prev.last:
                continue
            if _contains(prev, p, between):
                prev.container = p
                continue
            loose = BETWEEN_PLACES
            numbered = any(w.isdigit() for w in between) and any(
                w in {"in", "at", "from", "to", "near", "on"} for w in between
            )
            if (
                (len(between) <= 6 or len(between) <= 8 and "and" in between)
                and between
                and not (numbered and not _dated(between))
                and all(w in loose or w.isdigit() for w in between)
                and any(w in {"and", ",", "or", "&", "well"} or w.isdigit() for w in between)
            ):
                if (
                    not p.prep
                    or p.prep == groups[-1][0].prep
                    or p.prep in {"in", "at", "and", "near"}
                    and groups[-1][0].prep in {"in", "at", "near", "", "from"}
                    and "from" not in between
                    and "to" not in between
                ):
                    groups[-1].append(p)
                    continue
        groups.append([p])
    return groups


def _dated(between: list[str]) -> bool:
    """Only a date stands between two places: "in Iraq in September 2014 and in Syria"."""
    return (
        "and" in between
        and any(w.isdigit() and len(w) == 4 and w[:2] in {"19", "20"} for w in between)
        and sum(w.isdigit() for w in between) <= 2
    )


def _is_descriptor(view: View, p: PlaceMention) -> bool:
    """ "near the borders with Jordan": says where another place lies."""
    words = [view.key(k) for k in range(max(0, p.first - 5), p.first)]
    if p.prep in {"with", "of", "between"} and any(w in {"border", "borders", "frontier", "boundary"} for w in words):
        return p.prep == "with" or "near" in words
    return bool(words) and words[-1] in {"and"} and any(w in {"borders"} for w in words)


def _rank(p: PlaceMention) -> int:
    return 0 if p.is_site else _RANK.get(p.place.kind_code, 1)


def _contains(inner: PlaceMention, outer: PlaceMention, between: list[str]) -> bool:
    if _rank(outer) <= _rank(inner) and not (_rank(inner) == 1 and outer.place.kind_code == "admin1"):
        return False
    glue = [w for w in between if w not in GLUE_NOUNS]
    if (
        inner.place.country_code
        and outer.place.country_code
        and inner.place.country_code != outer.place.country_code
        and not inner.is_site
    ):
        return False
    return (
        glue
        in ([","], ["in"], [",", "in"], ["near"], [",", "near"], ["("], ["on"], [",", "on"], [], ["outside"], ["'s"])
        and len(between) <= 5
    )


def dates_of(t: Time | None) -> tuple[date | None, date | None, str, str]:
    """Interval, basis, precision of a time expression."""
    if t is None:
        return None, None, "unknown", "unknown"
    return t.start_on, t.end_on, t.basis if t.is_resolved else "unknown", t.precision
