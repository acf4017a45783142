"""Find the names: forces and places in one sentence, and what each stands for there.

A state's name is a force ("Russia withdrew"), a place ("in Russia") or neither ("Russian officials
said"): the words around it decide. Only names of the lexicon and gazetteer, and sites that the text
itself calls a base or camp, are found; nothing is guessed from capital letters alone.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ...lexicon import Force, Place, words
from .grammar import (
    BEFORE_PLACE,
    CIVIL_HEADS,
    LOCATIVES,
    PART_NOUNS,
    PART_NOUNS_AND,
    REGION_HEADS,
    SPEAKER_MODIFIERS,
    SPONSORED,
)
from .text import Sentence, Token, fold
from .vocabulary import Vocabulary

_LOCATIVE = frozenset(
    ("in at near inside within across throughout outside around over toward towards into onto off along").split()
)
_ROLES = _LOCATIVE | frozenset(
    ("from to on of for between against with by through via between leaving via out").split()
)
_LED = frozenset(
    (
        "backed aligned allied controlled held occupied run made based supported linked trained funded born "
        "administered installed supplied speaking bound sponsored"
    ).split()
)
_PLACE_NOUNS = frozenset(
    (
        "territory territories soil border borders coast coastline town city village province region capital "
        "airspace waters side desert countryside frontier mainland island islands port airport north south east "
        "west territory's northeast northwest southeast southwest"
    ).split()
)
_POSSESSIVE = ("'s", "’s", "'", "’")
_OWN = frozenset("its their his her our your my".split())
_DETERMINERS = frozenset(
    (
        "the these those this that such all some many most other remaining more additional foreign extra both any no"
    ).split()
)
_SITE_WORDS = frozenset(("base airbase camp garrison outpost airfield airport barracks fort station facility").split())
_COMPASS = frozenset(
    (
        "northern southern eastern western central northeastern northwestern southeastern southwestern northeast "
        "northwest southeast southwest north-eastern north south east west upper lower coastal mainland rural"
    ).split()
)


@dataclass(slots=True)
class ForceMention:
    """A force in a sentence. `codes` is empty while it is a short form ("the troops") not yet resolved.

    `first`, `last`: token range, inclusive. `is_military`: names troops or a force, not merely a state.
    """

    first: int
    last: int
    codes: tuple[str, ...]
    is_military: bool
    form: str  # name, demonym, capital, metonym, group, unit, generic, own
    noun: str = ""
    prep: str = ""
    theatre: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    is_weak: bool = False


@dataclass(slots=True)
class PlaceMention:
    """A place in a sentence; `first`, `last`: token range of its name. `words`: its name as written."""

    first: int
    last: int
    place: Place
    words: str
    prep: str = ""
    is_site: bool = False
    form: str = "place"
    candidates: tuple[Place, ...] = ()
    container: PlaceMention | None = None


@dataclass(slots=True)
class Spotted:
    """What one sentence names."""

    forces: list[ForceMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    speakers: list[tuple[int, int, str]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the lexicon found in the text: offsets and number of the name."""

    start: int
    end: int
    name: int


def scan(text: str, vocabulary: Vocabulary) -> list[Hit]:
    """All names in a text: longest first, on word boundaries, in the case that the name demands."""
    folded = fold(text).replace("-", " ")
    hits: list[Hit] = []
    # Byte offsets are not needed: the automaton counts characters.
    for name, start, end in vocabulary.automaton.find_matches_as_indexes(folded, overlapping=True):
        if (start and folded[start - 1].isalnum()) or (end < len(folded) and folded[end].isalnum()):
            continue
        if not text[start].isupper() and not _may_be_lower(text[start:end], vocabulary.cased[name]):
            continue
        if end - start <= 5 and not _cased(text[start:end], vocabulary.cased[name]):
            continue
        hits.append(Hit(start, end, name))
    hits.sort(key=lambda h: (h.start, -h.end))
    kept: list[Hit] = []
    reach = -1
    for h in hits:
        if h.start >= reach:
            kept.append(h)
            reach = h.end
    return kept


def _may_be_lower(found: str, names: tuple[str, ...]) -> bool:
    return any(n[0].islower() and n == found for n in names) or found.startswith(
        ("al-", "at-", "as-", "ash-", "ad-", "ar-", "an-", "el-", "ez-", "az-")
    )


def _cased(found: str, names: tuple[str, ...]) -> bool:
    """Short names must stand as written: "US", not "us"; "Mali", not "MALI" is let pass."""
    return any(
        fold(n) != n.lower() or n == found or (not n.isupper() and found.istitle()) or found == n.upper() and len(n) > 3
        for n in names
    )


#: Organisations that do much besides having forces: bare, they are no troops.
_BODIES = frozenset(
    {"UN", "U.N.", "United Nations", "EU", "European Union", "E.U.", "NATO", "African Union", "AU", "ECOWAS"}
)
_CIVIL_BODIES = frozenset(
    (
        "security general secretary resolution monitoring experts agency report human charter official officials "
        "council panel envoy special commission parliament summit sanctions ambassador diplomat diplomats chief"
    ).split()
)
_BODY_WEAK = frozenset("in of to with from for on under between".split())


class Spotter:
    """Turns the hits of one article into mentions, sentence by sentence."""

    def __init__(self, text: str, vocabulary: Vocabulary, countries: dict[str, float]) -> None:
        self.text, self.v, self.countries = text, vocabulary, countries
        self.hits = scan(text, vocabulary)
        self._starts = [h.start for h in self.hits]
        self.outlets = frozenset(words()["outlets"])
        #: "the coalition" is the one against ISIS where the text is about ISIS.
        self.has_is = any(f.code in {"ISIS", "COALITION"} for h in self.hits for f in vocabulary.forces[h.name])

    def spot(self, sentence: Sentence) -> Spotted:
        """Forces and places that the sentence names, in order."""
        found = Spotted()
        toks = sentence.tokens
        starts = {t.start: i for i, t in enumerate(toks)}
        ends = {t.end: i for i, t in enumerate(toks)}
        lo = bisect_left(self._starts, sentence.start)
        for h in self.hits[lo:]:
            if h.start >= sentence.end:
                break
            first, last = starts.get(h.start), ends.get(h.end)
            if first is None or last is None:
                first, last = _cover(toks, h.start, h.end)
                if first is None or last is None:
                    continue
            self._read(found, toks, first, last, h)
        self._generic(found, toks)
        self._named_sites(found, toks)
        self._unknown_places(found, toks, sentence.kind == "heading")
        self._regions_in_words(found, toks)
        found.forces.sort(key=lambda f: f.first)
        found.places.sort(key=lambda p: p.first)
        return found

    # ── one name ──
    def _read(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int, hit: Hit) -> None:
        forces, places = self.v.forces[hit.name], self.v.places[hit.name]
        words = self.text[hit.start : hit.end]
        if (
            first
            and toks[first - 1].text == "-"
            and first > 1
            and toks[first].start == toks[first - 1].end
            and toks[first - 2].key not in {"ex", "pro", "anti", "us", "u.s", "non"}
            and not forces
        ):
            return
        group = next((f for f in forces if f.form in {"group", "unit"}), None)
        after = toks[last + 1].key if last + 1 < len(toks) else ""
        if group and words in _BODIES and after in _CIVIL_BODIES:
            return
        if group and not (group.role == "ship_prefix" and not (after and toks[last + 1].text[:1].isupper())):
            if group.is_ambiguous and not self._military_near(toks, first, last):
                return
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
            is_body = words in _BODIES and end == last
            found.forces.append(ForceMention(
                first, end, (group.code,), not is_body, "name" if is_body else group.form, words, prep,
                group.theatre if group.form == "group" else (), (group.name,) if group.form == "unit" else (),
                is_weak=is_body and prep in _BODY_WEAK,
            ))  # fmt: skip
            return
        if forces and group is None:
            self._state(found, toks, first, last, forces, places, words)
            return
        if places:
            self._place(found, toks, first, last, places, words)

    def _military_near(self, toks: tuple[Token, ...], first: int, last: int) -> bool:
        window = toks[max(0, first - 3) : first] + toks[last + 1 : last + 4]
        if any(t.key in self.v.classes["reporting_verbs"] or t.key in {"according", "told", "("} for t in window):
            return False
        return any(t.key in self.v.classes["movers"] or t.key in {"the", "by"} for t in window)

    def _prep(self, toks: tuple[Token, ...], first: int) -> str:
        """The preposition before a noun phrase, past determiners, adjectives and numbers."""
        i = first - 1
        for _ in range(6):
            if i < 0:
                return ""
            key = toks[i].key
            if key in _ROLES:
                if key == "of" and i and toks[i - 1].key == "out":
                    return "from"
                if key == "of" and i and toks[i - 1].key in _COMPASS | PART_NOUNS:
                    i -= 1
                    while i >= 0 and toks[i].key in _COMPASS | PART_NOUNS_AND:
                        i -= 1
                    return toks[i].key if i >= 0 and toks[i].key in _ROLES else "of"
                return key
            if not (
                key in _COMPASS
                or key in _DETERMINERS
                or key in _OWN
                or key in self.v.classes["modifiers"]
                or key in BEFORE_PLACE
                or key.isdigit()
                or toks[i].text[0].isupper()
                and i + 1 == first
                and key not in self.v.classes["titles"]
                and False
            ):
                return ""
            i -= 1
        return ""

    def _noun_end(self, toks: tuple[Token, ...], last: int) -> int:
        """Last token of "<name> <modifiers> <military noun>", else `last`."""
        return self._military_noun(toks, last + 1) or last

    def _military_noun(self, toks: tuple[Token, ...], i: int) -> int | None:
        """Index of the last token of a military noun at i, past modifiers."""
        for step in range(6):
            at = i + step
            if at >= len(toks):
                return None
            for parts in self.v.multi.get(toks[at].key, ()):
                if (
                    tuple(t.key for t in toks[at : at + len(parts)]) == parts
                    and " ".join(parts).replace(" - ", "-") in self.v.classes["movers"]
                ):
                    return self._extend(toks, at + len(parts) - 1)
            if toks[at].key in self.v.classes["movers"]:
                return self._extend(toks, at)
            if toks[at].key not in self.v.classes["modifiers"] and not toks[at].key.isdigit():
                return None
        return None

    def _extend(self, toks: tuple[Token, ...], at: int) -> int:
        """ "army units", "air force jets": the last of several military nouns is the head."""
        while at + 1 < len(toks) and toks[at + 1].key in self.v.classes["movers"]:
            at += 1
        return at

    # ── states ──
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
        prep = self._prep(toks, first) or self._shared_prep(found, toks, first)
        nxt = toks[last + 1].key if last + 1 < len(toks) else ""
        after = toks[last + 2].key if last + 2 < len(toks) else ""
        # "US-led", "Iran-backed": the adjective is not the state's own force
        if nxt == "-" and after in _LED | {"led"}:
            self._sponsored(found, toks, first, last, code, after, prep)
            return
        at = last + 1
        owns = nxt in _POSSESSIVE
        if owns:
            at += 1
        noun = self._military_noun(toks, at)
        if noun is not None and not (form == "capital" and not owns):
            found.taken.update(range(first, noun + 1))
            found.forces.append(ForceMention(first, noun, (code,), True, form, toks[noun].key, prep))
            if owns:
                self._as_place(found, toks, first, last, places, words, "owner")
            return
        speaker = self._speaker(toks, at)
        if speaker is not None:
            found.speakers.append((first, speaker, code))
            found.forces.append(ForceMention(first, last, (code,), False, form, "", prep, is_weak=True))
            if owns:
                self._as_place(found, toks, first, last, places, words, "owner")
            return
        if toks[min(at, len(toks) - 1)].key in _PLACE_NOUNS and at < len(toks) and form in {"demonym", "name"}:
            country = places[0] if places else None
            self._country(found, toks, first, at, code, country, prep, self.text[toks[first].start : toks[at].end])
            return
        found.taken.update(range(first, last + 1))
        if form == "demonym":
            is_people = (
                toks[last].key.endswith("s")
                and toks[last].key not in {"swiss"}
                or toks[max(first - 1, 0)].key == "the"
                and nxt in {"have", "has", "are", "were", "had", "will"}
            )
            found.forces.append(
                ForceMention(
                    first, last, (code,), False, form, "people" if is_people else "", prep, is_weak=not is_people
                )
            )
            return
        is_location = prep in _LOCATIVE or (prep == "on" and form == "name")
        if not is_location or (form in {"capital", "metonym"} and prep not in _LOCATIVE):
            weak = prep in {"from", "of", "to", "for", "over", "through", "on", "between"} or owns
            found.forces.append(ForceMention(first, last, (code,), False, form, "", prep, is_weak=weak))
        if (
            form == "name"
            and prep not in {"with", "by", "for", "against", "between"}
            or form == "capital"
            and (prep in _LOCATIVE or prep in {"from", "to"})
        ):
            self._as_place(found, toks, first, last, places, words, "owner" if owns else prep)
            if form == "name" and found.places and found.places[-1].first == first and not owns and prep == "":
                found.places[-1].form = "bare"

    def _shared_prep(self, found: Spotted, toks: tuple[Token, ...], first: int) -> str:
        """ "in Iraq and Syria": the second name stands under the first one's preposition."""
        if first < 2 or toks[first - 1].key not in {"and", "or", ","}:
            return ""
        before = first - 2 if toks[first - 2].key != "," else first - 3
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
                    found.forces.append(
                        ForceMention(
                            first,
                            self._noun_end(toks, at),
                            ("COALITION" if code == "USA" else code + "-LED COALITION",),
                            True,
                            "group",
                            "coalition",
                            prep,
                        )
                    )
                    return
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

    def _speaker(self, toks: tuple[Token, ...], i: int) -> int | None:
        for step in range(5):
            at = i + step
            if at >= len(toks):
                return None
            if toks[at].key in self.v.classes["speakers"]:
                return at
            if toks[at].key not in self.v.classes["modifiers"] and toks[at].key not in SPEAKER_MODIFIERS:
                return None
        return None

    # ── places ──
    def _as_place(
        self,
        found: Spotted,
        toks: tuple[Token, ...],
        first: int,
        last: int,
        places: tuple[Place, ...],
        words: str,
        prep: str,
    ) -> None:
        if places:
            self._place(found, toks, first, last, places, words, prep)

    def _country(
        self,
        found: Spotted,
        toks: tuple[Token, ...],
        first: int,
        last: int,
        code: str,
        country: Place | None,
        prep: str,
        words: str,
    ) -> None:
        from ...lexicon import country_places

        base = country or country_places().get(code)
        found.places.append(
            PlaceMention(
                first,
                last,
                Place(
                    words,
                    code,
                    "area",
                    base.latitude if base else None,
                    base.longitude if base else None,
                    "country",
                    aliases=(base.name,) if base else (),
                ),
                words,
                prep,
            )
        )

    def _place(
        self,
        found: Spotted,
        toks: tuple[Token, ...],
        first: int,
        last: int,
        places: tuple[Place, ...],
        words: str,
        prep: str | None = None,
    ) -> None:
        if (
            first
            and words.startswith(("al-", "Al-", "al ", "Assad"))
            and _is_name(toks[first - 1])
            and first - 1 not in found.taken
            and toks[first - 1].key not in _SITE_WORDS | _COMPASS | {"mount", "lake", "port"}
        ):
            return  # "Bashar al-Assad": a person
        prep = self._prep(toks, first) if prep is None else prep
        nxt = toks[last + 1].key if last + 1 < len(toks) else ""
        best = self._choose(places)
        if best is None:
            return
        if (
            best.site_code is None
            and best.kind_code == "city"
            and best.population < 500_000
            and not self._looks_like_place(toks, first, last, prep, best)
        ):
            return
        start, name = first, words
        # "northeastern Syria", "southern Hama countryside", "the north of Syria", "Syria's northeast": a region in words
        if (
            best.site_code is None
            and first
            and (
                toks[first - 1].key in _COMPASS
                or toks[first - 1].text == "-"
                and first > 1
                and toks[first - 2].key in _COMPASS
            )
        ):
            start = first - 1
            while start and (
                toks[start - 1].key in _COMPASS
                or toks[start - 1].text == "-"
                or toks[start - 1].key in {"far", "rural"}
            ):
                start -= 1
        elif (
            best.kind_code in {"country", "admin1", "region"}
            and first > 1
            and toks[first - 1].key == "of"
            and toks[first - 2].key in _COMPASS
        ):
            start = first - 2
            while start and (
                toks[start - 1].key in _COMPASS
                or toks[start - 1].key == "and"
                and start > 1
                and toks[start - 2].key in _COMPASS
            ):
                start -= 1
        stop = last
        if (
            nxt in _POSSESSIVE
            and last + 2 < len(toks)
            and (toks[last + 2].key in _COMPASS or toks[last + 2].key in {"far"})
        ):
            stop = last + 2
        elif nxt in REGION_HEADS:
            stop = last + 1
        if start != first or (stop != last and toks[stop].key in _COMPASS):
            name = self.text[toks[start].start : toks[stop].end]
            best = Place(
                name,
                best.country_code,
                "region",
                best.latitude,
                best.longitude,
                "region",
                aliases=_region_aliases(name, best),
            )
            prep = self._prep(toks, start) if prep != "owner" or stop != last else prep
        elif stop != last and best.kind_code in {"city", "town", "admin1", "region"} and best.site_code is None:
            name = self.text[toks[first].start : toks[stop].end]
            best = Place(
                best.name,
                best.country_code,
                best.kind_code,
                best.latitude,
                best.longitude,
                best.precision_code,
                None,
                (*best.aliases, words, name),
            )
        is_site = best.site_code is not None
        at = stop
        while (
            at + 1 < len(toks)
            and toks[at + 1].key
            in self.v.classes["sites"] | {"military", "air", "naval", "support", "oil", "gas", "international"}
            and best.kind_code != "country"
        ):
            at += 1
            is_site = True
        found.taken.update(range(start, at + 1))
        found.places.append(
            PlaceMention(start, at, best, name, prep, is_site, "owner" if prep == "owner" else "place", places)
        )

    def _looks_like_place(self, toks: tuple[Token, ...], first: int, last: int, prep: str, place: Place) -> bool:
        """A town of the world gazetteer needs a preposition, a comma and its country, or the article's country."""
        prev = toks[first - 1] if first else None
        if (
            prev is not None
            and prev.text[0].isupper()
            and prev.key not in _ROLES | _DETERMINERS | {"and", "near"}
            and not (first > 1 and prev.key in _COMPASS)
        ):
            return False  # "Ahmed Karim": part of a longer name
        nxt = toks[last + 1] if last + 1 < len(toks) else None
        if (
            nxt is not None
            and nxt.text[0].isupper()
            and nxt.text.isalpha()
            and nxt.key not in _SITE_WORDS | {"province", "governorate", "airport", "international", "city"}
        ):
            return False
        in_country = self.countries.get(place.country_code or "", 0.0) > 0
        return (
            in_country
            if prep in _ROLES
            or (prev is not None and prev.key in {"and", ",", "or"})
            or nxt is not None
            and nxt.key in _SITE_WORDS
            else False
        )

    def _choose(self, places: tuple[Place, ...]) -> Place | None:
        """Of places of one name: a site or region of the register, then the article's countries, then the largest."""

        def rank(p: Place) -> tuple[float, float]:
            return (
                self.countries.get(p.country_code or "", 0.0)
                + (0.5 if p.site_code or p.population == 500_000 or p.kind_code == "country" else 0.0),
                p.population,
            )

        return max(places, key=rank) if places else None

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
            if t.key == "coalition" and not self.has_is:
                i += 1
                continue
            while (
                first
                and first - 1 not in found.taken
                and (
                    toks[first - 1].key in self.v.classes["modifiers"] | _DETERMINERS | _OWN
                    or toks[first - 1].key.isdigit()
                )
                and toks[first - 1].key not in {"and"}
            ):
                first -= 1
            own = any(toks[k].key in _OWN for k in range(first, i))
            codes = ("COALITION",) if t.key == "coalition" else ()
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

    def _named_sites(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        """ "the Kossei base", "Camp Liberty", "Fort X": a site that the text names and no register knows."""
        known = {k for p in found.places for k in range(p.first, p.last + 1)}
        for i, t in enumerate(toks):
            if t.key in _SITE_WORDS and i and i - 1 not in known and i not in known:
                first = i
                while first and _is_name(toks[first - 1]) and first - 1 not in found.taken and first - 1 not in known:
                    first -= 1
                if first < i and toks[first].key not in _DETERMINERS and not _names_force(found, first):
                    self._unknown_site(found, toks, first, i)
            elif (
                t.text in {"Camp", "Fort", "Forward", "Base"}
                and i not in known
                and i + 1 < len(toks)
                and _is_name(toks[i + 1])
                and i + 1 not in known
                and t.text in {"Camp", "Fort"}
            ):
                last = i + 1
                while last + 1 < len(toks) and _is_name(toks[last + 1]) and toks[last + 1].start - toks[last].end <= 1:
                    last += 1
                self._unknown_site(found, toks, i, last)

    def _unknown_places(self, found: Spotted, toks: tuple[Token, ...], is_heading: bool) -> None:
        """ "near Anefis", "at Jirjisa": a name after a preposition of place that no gazetteer knows is kept by its words."""
        if is_heading and sum(t.text[0].isupper() for t in toks) > 0.6 * len(toks):
            return  # Capitals In Headlines name nothing
        known = {k for p in found.places for k in range(p.first, p.last + 1)} | found.taken
        i = 0
        while i < len(toks):
            first = i
            if i in known or not _is_place_name(toks, i) or first == 0:
                i += 1
                continue
            last = i
            while (
                last + 1 < len(toks)
                and last + 1 not in known
                and (
                    _is_place_name(toks, last + 1)
                    and toks[last + 1].start - toks[last].end <= 1
                    or toks[last + 1].text == "-"
                    and last + 2 < len(toks)
                    and toks[last + 2].text[0].isalpha()
                    and toks[last + 1].start == toks[last].end
                )
            ):
                last += 1
            i = last + 1
            begin = first
            if (
                first > 1
                and toks[first - 1].text == "-"
                and toks[first - 2].key in {"al", "el", "at", "as", "ash", "ar", "an", "ad", "az", "ez", "um"}
            ):
                begin = first - 2
            prep = self._prep(toks, begin)
            before = toks[begin - 1].key
            joined = (
                found.places
                and found.places[-1].last < begin
                and before in {"and", ",", "or"}
                and begin - found.places[-1].last <= 2
                and (
                    found.places[-1].place.precision_code == "unresolved"
                    or last + 1 < len(toks)
                    and toks[last + 1].key in {",", "and", "."}
                    and found.places[-1].place.kind_code != "country"
                )
            )
            nxt = toks[last + 1].key if last + 1 < len(toks) else ""
            if (
                before in {"to", "from"}
                and begin > 1
                and toks[begin - 2].key in _NOT_BEFORE_PLACE
                or self.text[toks[begin].start : toks[last].end] in self.outlets
            ):
                continue
            locative = (
                before in LOCATIVES
                or before in {"the"}
                and nxt in _GEO_NOUNS
                or before in {"of"}
                and begin > 1
                and toks[begin - 2].key in _GEO_NOUNS
                or before in _GEO_NOUNS
            )
            if (
                not (locative or joined)
                or before in {"from", "to", "over"}
                and nxt in {"said", "told", "and", "'s", "’s"}
                or nxt in {"said", "told"}
            ):
                continue
            if nxt in CIVIL_HEADS or any(
                toks[k].key in self.v.classes["speakers"] | self.v.classes["titles"] | _TIME_NAMES
                for k in range(begin, last + 1)
            ):
                continue
            stop = last + 1 if nxt in _GEO_NOUNS else last
            words = self.text[toks[begin].start : toks[last].end]
            full = self.text[toks[begin].start : toks[stop].end]
            kind = "site" if nxt in self.v.classes["sites"] else "unresolved"
            found.places.append(
                PlaceMention(
                    begin,
                    stop,
                    Place(
                        words,
                        None,
                        kind,
                        None,
                        None,
                        "unresolved",
                        "unregistered" if kind == "site" else None,
                        (full,) if full != words else (),
                    ),
                    words,
                    prep or (found.places[-1].prep if joined else before),
                    kind == "site",
                )
            )
            known |= set(range(begin, stop + 1))

    def _regions_in_words(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        """ "the northeastern Kurdish-controlled regions", "the southern border": a region that no gazetteer can know."""
        known = {k for p in found.places for k in range(p.first, p.last + 1)}
        for i, t in enumerate(toks):
            if t.key not in _REGION_NOUNS or i in known or i < 2:
                continue
            first = i
            while (
                first
                and i - first < 6
                and first - 1 not in known
                and toks[first - 1].key not in _ROLES | {"the", "and", ",", "its", "their", "this", "that", "a"}
                and toks[first - 1].text not in {".", ";", ":", "(", ")"}
            ):
                first -= 1
            if (
                first == i
                or not any(toks[k].key in _COMPASS for k in range(first, i))
                or toks[first - 1].key not in {"the", "its", "their"} | _LOCATIVE | {"from", "to"}
            ):
                continue
            words_ = self.text[toks[first].start : t.end]
            found.places.append(
                PlaceMention(
                    first, i, Place(words_, None, "region", None, None, "unresolved"), words_, self._prep(toks, first)
                )
            )

    def _unknown_site(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int) -> None:
        words = self.text[toks[first].start : toks[last].end]
        place = Place(words, None, "site", None, None, "unresolved", "unregistered")
        found.taken.update(range(first, last + 1))
        found.places.append(PlaceMention(first, last, place, words, self._prep(toks, first), True))


_REGION_NOUNS = frozenset(
    (
        "region regions border borders flank areas provinces coast countryside front frontier districts territories"
    ).split()
)
_NOT_BEFORE_PLACE = frozenset(
    (
        "according told spoke speaking said thanks due addressed known attributed belonging loyal allied opposed "
        "faithful quoted"
    ).split()
)
_GEO_NOUNS = frozenset(
    (
        "village town city district province region governorate oblast island islands atoll reef strait valley "
        "area camp base airbase airport airfield port crossing sector peninsula county prefecture commune "
        "township locality neighbourhood shoal river desert mountains mountain pass border outskirts suburb "
        "commune division countryside gulf bay lake plateau corridor sea hills axis"
    ).split()
)
_TIME_NAMES = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec ramadan "
        "christmas easter parliament congress senate security assembly court nato eu un operation exercise "
        "resolution article chapter treaty agreement day x twitter facebook telegram i ii mr mrs ms dr"
    ).split()
)


def _is_place_name(toks: tuple[Token, ...], i: int) -> bool:
    t = toks[i]
    return (
        t.text[0].isupper()
        and len(t.text) > 2
        and any(c.islower() for c in t.text)
        and t.key not in _TIME_NAMES
        and t.key not in _DETERMINERS
        and t.key not in {"i", "he", "she", "it", "they", "we", "mr", "mrs", "but", "and", "its", "their"}
    )


def _names_force(found: Spotted, first: int) -> bool:
    return any(f.first <= first <= f.last for f in found.forces)


def _is_name(t: Token) -> bool:
    return t.text[0].isupper() and t.text.isalpha() and len(t.text) > 2 and t.key not in _DETERMINERS


def _cover(toks: tuple[Token, ...], start: int, end: int) -> tuple[int | None, int | None]:
    """Token range that covers start:end, where the name's edges are not token edges ("U.S." + "'s")."""
    inside = [i for i, t in enumerate(toks) if t.start < end and t.end > start]
    return (inside[0], inside[-1]) if inside else (None, None)


def _region_aliases(name: str, base: Place) -> tuple[str, ...]:
    """ "north of Syria" is also "northern Syria" and "northern part": spellings that mean the same."""
    key = fold(name)
    made = []
    for short in ("northeast", "northwest", "southeast", "southwest", "north", "south", "east", "west"):
        if key.startswith(short) or key.startswith(short[:5] + "-" + short[5:]) or key.endswith(short):
            where = base.name
            made += [
                f"{short} {where}",
                f"{short}ern {where}",
                f"{short} of {where}",
                f"{short} of the country",
                f"the {short}",
                f"{where}'s {short}",
            ]
            if len(short) > 5:
                made += [f"{short[:5]}-{short[5:]} {where}", f"{short[:5]}-{short[5:]}ern {where}"]
            break
    return tuple(made)
