"""Find the names: forces and places in one sentence, and what each stands for there.

A state's name is a force ("Russia withdrew"), a place ("in Russia") or neither ("Russian officials
said"): the words around it decide. Only names of the lexicon and gazetteer, and sites that the text
itself calls a base or camp, are found; nothing is guessed from capital letters alone.
"""

from __future__ import annotations

from bisect import bisect_left

from ...lexicon import Force, Place, words
from .grammar import IRREGULARS_OF, SPONSORED
from .introduced import Introduced, introduced
from .mentions import ForceMention, Spotted
from .names import Hit, scan
from .phrases import DETERMINERS, LOCATIVE, OWN
from .places import POSSESSIVE, PlaceSpotter
from .text import Sentence, Token
from .vocabulary import Vocabulary

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


def _in_dateline(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "GOMA, March 14 (XYZ) -": the agency that sends the story, not a force."""
    if not 0 < first < 9 or last + 2 >= len(toks):
        return False
    return toks[first - 1].text == "(" and toks[last + 1].text == ")" and toks[last + 2].text in {"-", "–", "—"}


class Spotter(PlaceSpotter):
    """Turns the hits of one article into mentions, sentence by sentence."""

    def __init__(
        self, text: str, vocabulary: Vocabulary, countries: dict[str, float], hits: list[Hit] | None = None
    ) -> None:
        self.text, self.v, self.countries = text, vocabulary, countries
        self.hits = scan(text, vocabulary) if hits is None else hits
        self._starts = [h.start for h in self.hits]
        self.outlets = frozenset(words()["outlets"])
        #: "the coalition" is the one against ISIS where the text is about ISIS.
        self.has_is = any(f.code in {"ISIS", "COALITION"} for h in self.hits for f in vocabulary.forces[h.name])

        #: Ambiguous short names whose full name stands in the text too.
        clear = {
            f.name for h in self.hits for f in vocabulary.forces[h.name] if f.form == "group" and not f.is_ambiguous
        }
        self._spelt = {
            h.name for h in self.hits if any(f.form == "group" and f.name in clear for f in vocabulary.forces[h.name])
        }

        self.introduced = introduced(text, self._state_of, self._known)

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
        for h in self.hits[lo:]:
            if h.start >= sentence.end:
                break
            if any(h.start < x.end and h.end > x.start for x in own):
                continue
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
    def _own_name(self, found: Spotted, toks: tuple[Token, ...], x: Introduced) -> None:
        """A force that the text has introduced."""
        first, last = _cover(toks, x.start, x.end)
        if first is not None and last is not None:
            found.taken.update(range(first, last + 1))
            end, prep = self._noun_end(toks, last), self._prep(toks, first)
            form = "demonym" if self.v.kinds.get(x.code) == "state" else "group"
            found.forces.append(ForceMention(first, end, (x.code,), True, form, x.name, prep))

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
        if _in_dateline(toks, first, last):
            return
        if group and words in _BODIES and after in _CIVIL_BODIES:
            return
        if group and not (group.role == "ship_prefix" and not (after and toks[last + 1].text[:1].isupper())):
            if group.is_ambiguous and hit.name not in self._spelt and not self._military_near(toks, first, last):
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
            if end == last and group.form == "group" and (speaker := self._speaker(toks, last + 1)) is not None:
                found.speakers.append((first, speaker, group.code))  # "an SDF commander": who speaks for it
                is_body = True
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
        owns = nxt in POSSESSIVE
        if owns:
            at += 1
        noun = self._military_noun(toks, at)
        if noun is not None and not (form == "capital" and not owns):
            found.taken.update(range(first, noun + 1))
            if toks[noun].key in IRREGULARS_OF:
                found.forces.append(self._irregulars(toks, first, noun, code, prep))
                return
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
        is_location = prep in LOCATIVE or (prep == "on" and form == "name")
        if not is_location or (form in {"capital", "metonym"} and prep not in LOCATIVE):
            weak = prep in {"from", "of", "to", "for", "over", "through", "on", "between"} or owns
            found.forces.append(ForceMention(first, last, (code,), False, form, "", prep, is_weak=weak))
        if (
            form == "name"
            and prep not in {"with", "by", "for", "against", "between"}
            or form == "capital"
            and (prep in LOCATIVE or prep in {"from", "to"})
        ):
            self._as_place(found, toks, first, last, places, words, "owner" if owns else prep)
            if form == "name" and found.places and found.places[-1].first == first and not owns and prep == "":
                found.places[-1].form = "bare"

    def _irregulars(self, toks: tuple[Token, ...], first: int, noun: int, code: str, prep: str) -> ForceMention:
        """ "Syrian rebels": of that country, but not its own force."""
        name = {"IRQ": "PMF", "PSE": "PALESTINIAN MILITANTS"}.get(code)
        name = name or f"{toks[noun - 1].text} {toks[noun].text}".upper()
        return ForceMention(first, noun, (name,), True, "group", toks[noun].key, prep)

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

    # ── places ──

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
                    toks[first - 1].key in self.v.classes["modifiers"] | DETERMINERS | OWN
                    or toks[first - 1].key.isdecimal()
                )
                and toks[first - 1].key not in {"and"}
            ):
                first -= 1
            own = any(toks[k].key in OWN for k in range(first, i))
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


def _cover(toks: tuple[Token, ...], start: int, end: int) -> tuple[int | None, int | None]:
    """Token range that covers start:end, where the name's edges are not token edges ("U.S." + "'s")."""
    inside = [i for i, t in enumerate(toks) if t.start < end and t.end > start]
    return (inside[0], inside[-1]) if inside else (None, None)
