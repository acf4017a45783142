"""Find the names: forces and places in one sentence, and what each stands for there.

Only names of the lexicon and gazetteer, and sites that the text
itself calls a base or camp, are found; nothing is guessed from capital letters alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from ....lexicon import Place, triggers, words
from ..forces.introduced import Introduced, introduced
from ..forces.shortnames import ShortNames
from ..forces.statenames import StateNames, is_of_continent, is_of_make
from ..forces.undertakings import recurring, undertakings
from ..language import classes
from ..language.framing import dateline
from ..language.names import Hit, scan
from ..language.phrases import DETERMINERS, OWN
from ..language.supposedly import supposed
from ..language.text import Sentence, Token
from ..language.vocabulary import Vocabulary
from ..mentions import ForceMention, Spotted
from .beside import is_where
from .listedtowns import read_listed_towns
from .people import is_in_name
from .places import POSSESSIVE

#: Organisations that do much besides having forces: bare, they are no troops.
_BODIES = frozenset(
    "UN|U.N.|United Nations|EU|European Union|E.U.|NATO|African Union|AU|ECOWAS|East African Community".split("|")
)
_CIVIL_BODIES = classes.words("spot.civil_bodies")
_SAUDIS = "SAUDI-LED COALITION"
#: Titles of him who speaks for the whole.
_CHIEFS = frozenset({"secretary", "chief"})
_BODY_WEAK = frozenset("in of to with from for on under between".split())


def _in_dateline(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "GOMA, March 14 (XYZ) -": the agency that sends the story, not a force."""
    if not 0 < first < 9 or last + 2 >= len(toks):
        return False
    return toks[first - 1].text == "(" and toks[last + 1].text == ")" and toks[last + 2].text in {"-", "–", "—"}


def _own_up(found: Spotted, first: int, whose: int) -> None:
    """ "Warplanes believed to be Russian": Russian warplanes."""
    said = next((f for f in found.forces if f.first == f.last == whose and f.codes), None)
    at = next((k for k, f in enumerate(found.forces) if f.last == first - 1 and not f.codes), None)
    if said is not None and at is not None:
        found.forces[at] = replace(found.forces[at], codes=said.codes, form="demonym")
        found.forces.remove(said)


@lru_cache(maxsize=1)
def _recurring() -> Callable[[str], list[str]]:
    """Exercises of the lexicon that recur."""
    frame = next(f for f in triggers() if f["code"] == "known_exercise")
    return recurring(frame["nouns"])


class Spotter(StateNames):
    """Turns the hits of one article into mentions, sentence by sentence."""

    def __init__(
        self,
        text: str,
        vocabulary: Vocabulary,
        countries: dict[str, float],
        hits: list[Hit] | None = None,
        placed: frozenset[str] = frozenset(),
    ) -> None:
        self.text, self.v, self.countries, self.placed = text, vocabulary, countries, placed
        self.hits = scan(text, vocabulary) if hits is None else hits
        self._starts = [h.start for h in self.hits]
        self.outlets = frozenset(words()["outlets"])
        self.sorts = {}
        named = {f.code for h in self.hits for f in vocabulary.forces[h.name]}
        #: "The coalition" is the one against ISIS where the text is about ISIS, Iraq or Syria; in Afghanistan it is
        #: NATO's, in Yemen the Saudis'.
        is_elsewhere = not countries.keys() & {"IRQ", "SYR"}
        of_saudis = countries.get("YEM", 0.0) > 0.1 and named & {"SAU", _SAUDIS} and "ISIS" not in named
        self.coalition = "NATO" if countries.get("AFG", 0.0) > 0.1 and is_elsewhere else ""
        share = max(countries.get("IRQ", 0.0), countries.get("SYR", 0.0))
        is_there = share > (0.2 if "USA" in named else 0.3)
        if not self.coalition and (named & {"ISIS", "COALITION"} or is_there) or of_saudis:
            self.coalition = _SAUDIS if of_saudis else "COALITION"
        self.short = ShortNames(self.hits, vocabulary, countries)
        self.introduced = introduced(text, self._state_of, self._known)
        self.undertakings = undertakings(text, self._is_party, self._is_place, _recurring())

    def _state_of(self, start: int, end: int) -> str:
        """The state that a name within these offsets of the text names."""
        for h in self.hits[bisect_left(self._starts, start) :]:
            if h.start >= end:
                break
            codes = {f.code for f in self.v.forces[h.name] if f.form in {"name", "demonym"}}
            if len(codes) == 1:
                return codes.pop()
        return ""

    def _known(self, start: int, end: int) -> str:
        """The id of the group or unit whose name ends where these offsets do and fills most of them."""
        for h in self.hits[bisect_left(self._starts, start) :]:
            if h.start >= end:
                break
            group = next((f for f in self.v.forces[h.name] if f.form in {"group", "unit"}), None)
            if group is not None and h.end == end and 2 * (h.end - h.start) >= end - start:
                return "" if group.is_ambiguous else group.code
        return ""

    def _is_party(self, start: int, end: int) -> bool:
        """A force or state has its name within these offsets, or begins there."""
        for h in self.hits[bisect_left(self._starts, start) :]:
            if h.start >= end:
                break
            if (
                self.v.forces[h.name]
                or h.start == start
                and any(p.kind_code == "country" for p in self.v.places[h.name])
            ):
                return True
        return False

    def _is_place(self, start: int, end: int) -> bool:
        """A place has its name at these offsets."""
        at = bisect_left(self._starts, start)
        return any(h.start == start and h.end == end and self.v.places[h.name] for h in self.hits[at : at + 3])

    def spot(self, sentence: Sentence) -> Spotted:
        """Forces and places that the sentence names, in order."""
        found = Spotted()
        toks = sentence.tokens
        starts = {t.start: i for i, t in enumerate(toks)}
        ends = {t.end: i for i, t in enumerate(toks)}
        lo = bisect_left(self._starts, sentence.start)
        own = [x for x in self.introduced if sentence.start <= x.start < sentence.end]
        for x in own:
            self._own_name(found, toks, x)
        undertaken = [u for u in self.undertakings if sentence.start <= u.start < sentence.end]
        for u in undertaken:
            first, last = _cover(toks, u.start, u.end)
            if first is not None and last is not None:
                found.named.append((first, last, u.kind))
                found.taken.update(range(first, last + 1))
        for h in self.hits[lo:]:
            if h.start >= sentence.end:
                break
            if any(h.start < x.end and h.end > x.start for x in own):
                continue
            if any(u.start <= h.start and h.end <= u.end for u in undertaken):
                continue
            first, last = starts.get(h.start), ends.get(h.end)
            if first is None or last is None:
                first, last = _cover(toks, h.start, h.end)
                if first is None or last is None:
                    continue
            self._read(found, toks, first, last, h)
        start = dateline(toks)
        found.forces = [f for f in found.forces if f.first >= start]  # where the story was filed, not who acts
        self._generic(found, toks)
        self._named_sites(found, toks)
        self._unknown_places(found, toks, sentence.kind == "heading")
        self._regions_in_words(found, toks)
        self._in_words(found, toks)
        read_listed_towns(found, toks, self.v)
        found.forces.sort(key=lambda f: f.first)
        found.places.sort(key=lambda p: p.first)
        for first, whose, _ in supposed(toks):
            _own_up(found, first, whose)
        return found

    # ── one name ──
    def _own_name(self, found: Spotted, toks: tuple[Token, ...], x: Introduced) -> None:
        """A force that the text has introduced."""
        first, last = _cover(toks, x.start, x.end)
        if first is not None and last is not None:
            found.taken.update(range(first, last + 1))
            end, prep = self._noun_end(toks, last), self._prep(toks, first)
            form = "demonym" if self.v.kinds.get(x.code) == "state" else "group"
            found.forces.append(ForceMention(first, end, (x.code,), True, form, x.name, prep))

    def _read(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int, hit: Hit) -> None:
        if first in found.taken:
            return  # "HMS Portland" is no town
        forces, places = self.v.forces[hit.name], self.v.places[hit.name]
        words = self.text[hit.start : hit.end]
        if not any(f.form in {"group", "unit"} for f in forces) and is_in_name(toks, first, last):
            return
        is_tied = first > 1 and toks[first - 1].text == "-" and toks[first].start == toks[first - 1].end
        if is_tied and toks[first - 2].key not in {"ex", "pro", "anti", "us", "u.s", "non"} and not forces:
            return
        group = self.short.likeliest(hit.name)
        after = toks[last + 1].key if last + 1 < len(toks) else ""
        if _in_dateline(toks, first, last) or is_of_make(toks, first, last):
            return
        if group and words in _BODIES and after in _CIVIL_BODIES:
            if after in _CHIEFS and not toks[last + 1].text.islower():
                found.speakers.append((first, last + 1, group.code))  # "NATO Secretary General X"
            return
        if group and group.role == "ship_prefix" and not words.isupper():
            return  # "Le Monde" is no Irish ship
        if group and not (group.role == "ship_prefix" and not (after and toks[last + 1].text[:1].isupper())):
            ashore = any(t.key in {"base", "airbase", "station"} for t in toks[max(0, first - 3) : first])
            is_ship = group.role == "ship_prefix" and not ashore and self.countries.get(group.code, 0.0) > 0
            is_clear = not group.is_ambiguous or hit.name in self.short.spelt or is_ship
            if not is_clear and (self.short.is_described(group, words) or not self._military_near(toks, first, last)):
                return
            if group.form == "group":
                self.short.spelt.add(hit.name)  # and so for the rest of the text
            if group.role == "ship_prefix":
                while last + 1 < len(toks) and (
                    toks[last + 1].text[:1].isupper()
                    or toks[last + 1].text == "."
                    and toks[last].text in {"S", "F"}
                    or toks[last + 1].key in {"de", "of"}
                    and last + 2 < len(toks)
                    and toks[last + 2].text[:1].isupper()
                ):
                    last += 1
            found.taken.update(range(first, last + 1))
            end, prep = self._noun_end(toks, last), self._prep(toks, first)
            found.taken.update(range(first, end + 1))
            is_body = words in _BODIES and end == last
            if end == last and group.form == "group" and (speaker := self._speaker(toks, last + 1)) is not None:
                found.speakers.append((first, speaker, group.code))  # "an SDF commander": who speaks for it
                is_body = True
            code = self.coalition or group.code if group.code == "COALITION" else group.code
            found.forces.append(ForceMention(
                first, end, (code,), not is_body, "name" if is_body else group.form, words, prep,
                group.theatre if group.form == "group" and code == group.code else (),
                (group.name,) if group.form == "unit" else (),
                is_weak=is_body and prep in _BODY_WEAK,
            ))  # fmt: skip
            return
        if words == "Georgia" and last + 1 < len(toks) and toks[last + 1].text in {"Guard", "National", "Army", "Air"}:
            return  # the American state's guard
        if first and is_of_continent(toks, first, last):
            found.taken.update(range(first - 1, last + 1))
            return
        if forces and group is None and not (forces[0].form == "metonym" and is_where(toks, first)):
            self._state(found, toks, first, last, forces, places, words)
            return
        if places:
            own = self._owner_in_name(found, toks, first, last, places[0])
            self._place(found, toks, own, last, places, words, self._prep(toks, first) if own > first else None)

    def _owner_in_name(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int, site: Place) -> int:
        """The token behind "Russian" of "the Russian base in Gyumri", "China's" of "China's base in Djibouti": in
        another's country a site's name begins with its owner, who is spotted as such."""
        at = first + 2 if first < last and toks[first + 1].key in POSSESSIVE else first + 1
        if site.site_code is None or at >= last or not self._site_noun(toks, at):
            return first
        name = self.text[toks[first].start : toks[first].end]
        states = {f.code for h in scan(name, self.v) for f in self.v.forces[h.name] if f.form in {"name", "demonym"}}
        if len(states) != 1 or states == {site.country_code}:
            return first
        prep = self._prep(toks, first)
        found.taken.update(range(first, at))
        found.forces.append(ForceMention(first, first, (states.pop(),), False, "demonym", "", prep, is_weak=True))
        return at

    # ── short forms and unnamed sites ──
    def _generic(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        movers = self.v.classes["movers"] | {"coalition"}
        i = 0
        while i < len(toks):
            t = toks[i]
            if i in found.taken or t.key not in movers:
                i += 1
                continue
            last = self._extend(toks, i)
            first = i
            if t.key == "coalition" and (not self.coalition or self.coalition == _SAUDIS and last == i):
                i += 1  # in Yemen its arms alone: "coalition jets"
                continue
            while (
                first
                and first - 1 not in found.taken
                and toks[first].key not in DETERMINERS | OWN  # "that their last soldiers": nothing before "their"
                and (
                    toks[first - 1].key in self.v.classes["modifiers"] | DETERMINERS | OWN
                    or toks[first - 1].key.isdecimal()
                )
                and toks[first - 1].key not in {"and"}
            ):
                first -= 1
            own = any(toks[k].key in OWN for k in range(first, i))
            codes = (self.coalition,) if t.key == "coalition" else ()
            found.forces.append(
                ForceMention(
                    first,
                    last,
                    codes,
                    True,
                    "group" if codes else "own" if own else "generic",
                    toks[last].key,
                    self._prep(toks, first),
                )
            )
            i = last + 1


def _cover(toks: tuple[Token, ...], start: int, end: int) -> tuple[int | None, int | None]:
    """Token range that covers start:end, where the name's edges are not token edges ("U.S." + "'s")."""
    inside = [i for i, t in enumerate(toks) if t.start < end and t.end > start]
    return (inside[0], inside[-1]) if inside else (None, None)
