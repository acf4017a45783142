"""A state's name is a force ("Russia withdrew"), a place ("in Russia") or neither ("Russian officials said")."""

from __future__ import annotations

from bisect import bisect_left

from ....lexicon import Force, Place
from ..geography.beside import (
    among,
    describes,
    is_bound,
    is_fired_at,
    is_joined_adjective,
    is_of_town,
    is_scene,
    names_town,
)
from ..geography.openings import says_town
from ..geography.places import POSSESSIVE
from ..geography.unknown import TIME_NAMES, UnknownSpotter
from ..language.classes import words
from ..language.grammar import ENDS_COUNT, HAVE, SPONSORED, TAKING, set_of
from ..language.phrases import LOCATIVE, is_shared_out
from ..language.text import Token
from ..mentions import ForceMention, Spotted
from .bands import band

_LED = words("statenames.led")
_AIMED = words("statenames.aimed")
_MADE = words("statenames.made")
_PLACE_NOUNS = words("statenames.place_nouns")

_POINTS = frozenset("north south east west".split())
_TOWN_NOUNS = words("statenames.town_nouns")


def is_of_make(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "Drones of Turkish make", "a Fatah-1 missile": whence arms are, and what they are called; "the size of Chad"."""
    if last + 2 < len(toks) and toks[last + 1].text == "-" and toks[last + 2].text.isdecimal():
        return True
    if first > 1 and toks[first - 1].key == "of" and toks[first - 2].key == "size":
        return True
    return bool(first) and toks[first - 1].key == "of" and toks[min(last + 1, len(toks) - 1)].key in _MADE


def _is_people(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """A nation's people, not an adjective: "the Germans", "the last 30,000 Vietnamese have stayed", "by the French"."""
    key, nxt = toks[last].key, toks[last + 1].key if last + 1 < len(toks) else ""
    if key.endswith("s") and key not in {"swiss", "us"}:
        return True
    before, then = toks[max(first - 1, 0)].key, toks[last + 2] if last + 2 < len(toks) else None
    if first and before[0].isdecimal():
        listed = nxt == "and" and then is not None and then.key[:1].isdecimal()
        return nxt in {*ENDS_COUNT, "of", *_DOING, *_GOING} - {"and"} or not nxt[:1].isalpha() or listed
    if before != "the":
        return False
    if nxt in _DOING:
        return True
    ends = nxt in ENDS_COUNT | {"themselves", "too", "also"} | _GOING or not nxt[:1].isalnum() and nxt not in {"-", "'"}
    listed = nxt in {"and", ",", "or"} and then is not None and (then.text[:1].isupper() or then.key in _PLACE_NOUNS)
    return ends and not listed and key.endswith(_PLURALS)


#: Nationalities that have no plural of their own.
_PLURALS = ("ese", "ish", "ch", "swiss")
_GOING = words("statenames.going")
_DOING = frozenset("have has are were had will".split())


class StateNames(UnknownSpotter):
    """Reads the names, demonyms, capitals and metonyms of states."""

    #: Men who are called by their country ("CONGOLESE REBELS") → what they are called (REBELS).
    sorts: dict[str, str]

    def _state(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int,
               forces: tuple[Force, ...], places: tuple[Place, ...], words: str) -> None:  # fmt: skip
        force = forces[0]
        form = "name" if any(f.form == "name" for f in forces) else force.form
        if form != "demonym" and any(f.form == "demonym" for f in forces) and not any(f.form == "name" for f in forces):
            form = "demonym"
        code = force.code
        if len({f.code for f in forces}) > 1:  # Georgia, Congo, Guinea …: the article's countries decide
            best = max(forces, key=lambda f: self.countries.get(f.code, 0.0))
            code, form = best.code, best.form
        prep = (
            self._town(toks, first, form)
            or self._bound(toks, first)
            or among(toks, first)
            or self._prep(toks, first)
            or ("" if _has_its_own(toks, first, last) else self._shared_prep(found, toks, first, last))
        )
        nxt = toks[last + 1].key if last + 1 < len(toks) else ""
        after = toks[last + 2].key if last + 2 < len(toks) else ""
        # "US-led", "Iran-backed": the adjective is not the state's own force
        if nxt == "-" and after in _LED | {"led"}:
            self._sponsored(found, toks, first, last, code, after, prep)
            return
        form = "demonym" if form == "name" and self._is_adjective(toks, first, last, prep) else form
        owns = nxt in POSSESSIVE
        at = last + 2 if owns else last + 1
        if form != "capital" and self._irregulars(found, toks, first, last, at, code, prep):
            return
        noun = self._military_noun(toks, at)
        noun = None if noun is not None and form == "name" and _is_to_land(toks, last, noun, prep) else noun
        if noun is not None and not (form == "capital" and not owns) and not self._is_group(toks[at], toks[noun]):
            found.taken.update(range(first, noun + 1))
            found.forces.append(ForceMention(first, noun, (code,), True, form, toks[noun].key, prep))
            if owns:
                self._as_place(found, toks, first, last, places, words, "owner")
            return
        if form in {"name", "demonym"} and self._site_noun(toks, at):
            found.taken.update(range(first, last + 1))
            found.forces.append(ForceMention(first, last, (code,), False, form, "", prep, is_weak=True))
            return  # "the US base in X": whose, not where
        speaker = self._speaker(toks, at)
        if speaker is not None:
            found.speakers.append((first, speaker, code))
            found.forces.append(ForceMention(first, last, (code,), False, form, "", prep, is_weak=True))
            if owns:
                self._as_place(found, toks, first, last, places, words, "owner")
            return
        found.taken.update(range(first, last + 1))
        if toks[min(at, len(toks) - 1)].key in _PLACE_NOUNS and at < len(toks) and form in {"demonym", "name"}:
            if not _is_of_name(toks, at) and not _describes(toks, at):
                country = places[0] if places else None
                self._country(found, toks, first, at, code, country, prep, self.text[toks[first].start : toks[at].end])
            return
        if form == "demonym":
            people = "people" if _is_people(toks, first, last) else ""
            found.forces.append(ForceMention(first, last, (code,), False, form, people, prep, is_weak=not people))
            return
        is_location = prep in LOCATIVE or prep == "on" and form == "name" or is_shared_out(prep, toks, first)
        if not (is_location := is_location or self._is_reached(toks, first, last, form)):
            weak = prep in {"from", "of", "to", "for", "over", "through", "on", "between"} or owns
            found.forces.append(ForceMention(first, last, (code,), False, form, "", prep, is_weak=weak))
        if (
            form == "name"
            and (is_location or prep not in {"with", "by", "for", "against", "between"} or is_fired_at(toks, first))
            or form == "capital"
            and (is_location or prep in {"from", "to"})
        ):
            whose = owns and not (form == "capital" and is_of_town(toks, at))
            self._as_place(found, toks, first, last, places, words, "owner" if whose else prep)
            if form == "name" and found.places and found.places[-1].first == first and not owns and prep == "":
                found.places[-1].form = "bare"

    def _is_adjective(self, toks: tuple[Token, ...], first: int, last: int, prep: str) -> bool:
        """ "In a US air strike", "U.S. and Canadian marines": whose, not where."""
        return bool(prep) and describes(toks, first, last) or is_joined_adjective(toks, last, self.v.classes["movers"])

    def _is_group(self, first: Token, last: Token) -> bool:
        """ "Sudan's paramilitary Rapid Support Forces": what looks like a state's force bears a group's name."""
        since, until = (bisect_left(self.hits, at, key=lambda h: h.start) for at in (first.start, last.end))
        named = (f for h in self.hits[since:until] if h.end <= last.end for f in self.v.forces[h.name])
        return any(f.form == "group" for f in named)

    def _town(self, toks: tuple[Token, ...], first: int, form: str) -> str:
        """ "The capital, Lima", "on the outskirts of Riga": a town's name; the preposition of its phrase, or "in"."""
        start = _town_from(toks, first, _TOWN_NOUNS | self.v.classes["buildings"]) if form == "capital" else None
        if start is None:
            return ""
        prep = self._prep(toks, start)
        return prep if prep in {"from", "to"} else "in"

    def _bound(self, toks: tuple[Token, ...], first: int) -> str:
        """ "left the port for Kuwait": as good as "to"."""
        return "to" if first and is_bound(toks, first) else ""

    def _is_reached(self, toks: tuple[Token, ...], first: int, last: int, form: str) -> bool:
        """ "left Bamako", "advanced on Bamako", "Mali (Bamako)", "Bamako, where": the town, not its government."""
        before = toks[first - 1].key if first else ""
        if form != "capital":
            return False
        if _is_bracketed(toks, first, last) or is_scene(toks, last) or says_town(toks, first, last):
            return True
        if names_town(toks, first):
            return True
        verb = toks[first - 2].key if first > 1 else ""
        if before in {"back", "over"} and verb in _WON:
            return True
        return before in TAKING or before == "on" and verb in _AIMED

    def _irregulars(
        self, found: Spotted, toks: tuple[Token, ...], first: int, last: int, at: int, code: str, prep: str
    ) -> bool:
        """ "Syrian rebels": of that country, but not its own force."""
        called = band(toks, first, at - 1, self.v.classes["movers"], self.v.classes["modifiers"])
        if called is None:
            return False
        noun, sort = called
        name = {"IRQ": "PMF", "PSE": "PALESTINIAN MILITANTS"}.get(code) or f"{toks[last].text.upper()} {sort}"
        self.sorts[name] = sort
        found.taken.update(range(first, noun + 1))
        found.forces.append(ForceMention(first, noun, (name,), True, "group", toks[noun].key, prep))
        return True

    def _shared_prep(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int) -> str:
        """ "in Iraq and Syria": the second name stands under the first one's preposition; not so in "In Mali, France
        said"."""
        if first < 2 or toks[first - 1].key not in {"and", "or", ","}:
            return ""
        if first == 3 and toks[2].text == "," and last + 1 < len(toks) and toks[last + 1].text.isalpha():
            if toks[last + 1].key not in {"and", "or"} and toks[last + 1].text[:1].islower():
                return ""
        before = first - 2 if toks[first - 2].key != "," else first - 3
        if toks[before].text == ")":  # "in Armenia (Gyumri) and Tajikistan"
            before = next((k for k in range(before, 0, -1) if toks[k].text == "("), 1) - 1
        return next((p.prep for p in reversed(found.places) if p.last == before and p.form == "place"), "")

    def _sponsored(
        self, found: Spotted, toks: tuple[Token, ...], first: int, last: int, code: str, word: str, prep: str
    ) -> None:
        noun = self._military_noun(toks, last + 3)
        if word == "led":
            for step in range(4):
                at = last + 3 + step
                if at < len(toks) and toks[at].key in {"coalition", "alliance"}:
                    found.taken.update(range(first, at + 1))
                    name = "COALITION" if code == "USA" else code + "-LED COALITION"
                    end = self._noun_end(toks, at)
                    found.forces.append(ForceMention(first, end, (name,), True, "group", "coalition", prep))
                    return
            noun = noun if noun is not None else _led(toks, last + 3)
            if noun is not None:
                found.taken.update(range(first, noun + 1))
                found.forces.append(ForceMention(first, noun, (code,), True, "demonym", toks[noun].key, prep))
            return
        if noun is not None and word in SPONSORED:
            proxies = {"IRN": "IRAN-BACKED MILITIAS", "TUR": "SNA"}
            found.taken.update(range(first, noun + 1))
            found.forces.append(
                ForceMention(
                    first,
                    noun,
                    (proxies.get(code, ""),) if code in proxies else (),
                    True,
                    "group" if code in proxies else "proxy",
                    toks[noun].key,
                    prep,
                )
            )


def _is_to_land(toks: tuple[Token, ...], last: int, noun: int, prep: str) -> bool:
    """ "The Lebanon peacekeeping mission", "in Mali and special forces in Togo": others', in or beside the land."""
    sort = toks[last + 1].key
    if sort == "and" and prep in LOCATIVE and not toks[last].text.isupper():
        return True
    return last + 2 == noun and sort in _LED_KINDS and toks[noun].key in _LED_NOUNS and not toks[last].text.isupper()


#: What a state leads, and the words beside a country's name that may stand before it.
_LED_NOUNS = frozenset("force forces mission contingent battlegroup brigade".split())
_LED_KINDS = frozenset(
    "intervention peacekeeping stabilisation stabilization multinational assistance training".split()
)


def _led(toks: tuple[Token, ...], at: int) -> int | None:
    """ "The Nigerian-led Gambia intervention force": the noun of what is led in another country, by its name."""
    for k in range(at, min(at + 5, len(toks))):
        if toks[k].key in _LED_NOUNS:
            return k
        if not (toks[k].text[:1].isupper() or toks[k].key in _LED_KINDS):
            return None
    return None


_PARTS_OF_AMERICA = frozenset({"south", "north", "latin", "central"})


def is_of_continent(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "South American": no state's."""
    return first == last and toks[first].key.startswith("american") and toks[first - 1].key in _PARTS_OF_AMERICA


_WON = words("statenames.won")


def _describes(toks: tuple[Token, ...], noun: int) -> bool:
    """ "The Uzbek border town of Termez", "the Somali capital Mogadishu": the noun says only what kind of place."""
    nxt = toks[noun + 1] if noun + 1 < len(toks) else None
    if nxt is None or nxt.key in TIME_NAMES:
        return False
    is_half = toks[noun].key in _POINTS and nxt.text == "-"  # "Nigeria's north-eastern"
    return is_half or nxt.text[:1].isupper() or nxt.key in _PLACE_NOUNS | {"post", "crossing", "garrison"}


def _is_bracketed(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """A name alone in brackets."""
    return first > 0 and toks[first - 1].text == "(" and last + 1 < len(toks) and toks[last + 1].text == ")"


def _town_from(toks: tuple[Token, ...], first: int, nouns: frozenset[str]) -> int | None:
    """Where the phrase begins that makes a capital's name a town's: "the capital, Lima", "the port of Riga"."""
    at = first - 1
    if at > 0 and toks[at].text == "," and toks[at - 1].key == "capital":
        at -= 1
    if at >= 0 and toks[at].key == "capital" or at > 0 and toks[at].key == "of" and toks[at - 1].key in nouns:
        at = at - 1 if toks[at].key == "capital" else at - 2
        while at >= 0 and (toks[at].key in {"the", "its", "their"} or toks[at].text[:1].isupper()):
            at -= 1
        return at + 1
    return None


def _is_of_name(toks: tuple[Token, ...], noun: int) -> bool:
    """ "the Malian town of Gao": the noun only describes the name that follows."""
    return noun + 2 < len(toks) and toks[noun + 1].key == "of" and toks[noun + 2].text[0].isupper()


def _has_its_own(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "Togo, which has 30 men in Mali, and Benin, which has 12": a state that has men, and no land of a list."""
    before, behind = [t.key for t in toks[max(0, first - 2) : first]], [t.key for t in toks[last + 1 : last + 4]]
    return before == [",", "and"] and behind[:2] == [",", "which"] and bool(set(behind[2:]) & _HAVING)


_HAVING = HAVE | set_of("sent sends keeps kept contributes contributed provides provided")
