"""Places that no gazetteer knows: a name after a preposition of place, a region in words ("the southern border")."""

from __future__ import annotations

from ....lexicon import Place
from ..language.classes import nouns, words
from ..language.grammar import CIVIL_HEADS, LOCATIVES
from ..language.phrases import COMPASS, DETERMINERS, LOCATIVE, ROLES
from ..language.text import Token
from ..mentions import PlaceMention, Spotted
from .bearings import REGION_NOUNS
from .beside import AT_ONCE, ENDS_NAME, GEO_MANY, GEO_NOUNS, OVER_WATER, is_bound, is_left, is_moved
from .longnames import goes_on, hyphened, names_land, opens_short
from .openings import listed_from, says_place
from .people import is_of_people
from .places import ARMS, POSSESSIVE, PlaceSpotter
from .sites import PLURAL

_NOT_BEFORE_PLACE = words("unknown.not_before_place")
_QUARRELS = words("unknown.quarrels")
#: Names that are no places.
TIME_NAMES = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec ramadan "
        "christmas easter parliament congress senate security assembly court nato eu un operation exercise "
        "resolution article chapter treaty year eve eid agreement day x twitter facebook telegram i ii mr mrs ms dr"
    ).split()
)
#: American states as papers write them behind a town: "Tampa, Fla.".
_STATES = frozenset(
    (
        "ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa "
        "tenn "
        "tex vt va wash wis wyo"
    ).split()
)


class UnknownSpotter(PlaceSpotter):
    """Finds places by the words beside their names."""

    def _unknown_places(self, found: Spotted, toks: tuple[Token, ...], is_heading: bool) -> None:
        """ "near Anefis": a name after a preposition of place that no gazetteer knows is kept by its words."""
        if is_heading and sum(t.text[0].isupper() for t in toks) > 0.6 * len(toks):
            return  # Capitals In Headlines name nothing
        known = {k for p in found.places for k in range(p.first, p.last + 1)} | found.taken
        listed = listed_from(toks)
        i = 0
        while i < len(toks):
            first = i
            if i in known or not _is_place_name(toks, i) or first == 0 and not says_place(toks, 0, _name_end(toks, 0)):
                i += 1
                continue
            last = i
            while (
                last + 1 < len(toks)
                and last + 1 not in known
                and (
                    (_is_place_name(toks, last + 1) or not is_heading and goes_on(toks, last))
                    and toks[last + 1].start - toks[last].end <= 1
                    or hyphened(toks, last)
                )
            ):
                last = hyphened(toks, last) or last + 1
            i = last + 1
            begin = first
            if (
                first > 1
                and toks[first - 1].text == "-"
                and toks[first - 2].key in {"al", "el", "at", "as", "ash", "ar", "an", "ad", "az", "ez", "um"}
            ):
                begin = first - 2
            prep = self._prep(toks, begin)
            before = toks[begin - 1].key if begin else ""
            prev = max((p for p in found.places if p.last < begin), key=lambda p: p.last, default=None)
            end = _past_bracket(toks, prev.last) if prev else 0
            joined = (
                prev is not None
                and before in {"and", ",", "or", ";"}
                and 0 < begin - end <= 2
                and (
                    prev.place.precision_code == "unresolved"
                    or last + 1 < len(toks)
                    and (
                        toks[last + 1].key in {",", "and", ".", "(", ";"}
                        or before != ","
                        and toks[last + 1].text.islower()
                    )
                    and prev.place.kind_code != "country"
                )
            )
            nxt = toks[last + 1].key if last + 1 < len(toks) else ""
            is_opening = begin == 0
            if begin > 2 and toks[begin - 1].text.istitle() and toks[begin - 2].text.istitle():
                continue  # "Prepare To Deploy Orders": one name
            if begin == last and toks[begin].key in COMPASS and nxt in {"and", "or"}:
                continue  # "in West or Central Africa"
            left = toks[begin - 2].key if begin > 1 else ""
            if (
                before in {"to", "from"}
                and left in _NOT_BEFORE_PLACE
                or before == "over"
                and left in _QUARRELS
                or self.text[toks[begin].start : toks[last].end] in self.outlets
            ):
                continue
            is_kind = nxt in GEO_NOUNS or toks[last].key in GEO_NOUNS and last > begin
            owned = prev is not None and prev.last == begin - 2 and before in POSSESSIVE and is_kind  # "X's Y County"
            owner = prev if owned else None
            locative = (
                is_opening
                or before in LOCATIVES
                or before in {"off", "inside", "beyond"}
                or before == "through"
                and is_left(toks, begin, 8)
                or before == "on"
                and begin > 1
                and toks[begin - 2].key in self.v.classes["sites"]
                or before == "for"
                and (is_left(toks, begin, 8) or is_bound(toks, begin))
                or before in {"the"}
                and (
                    names_land(toks, begin, last)
                    or nxt in GEO_NOUNS
                    or _opens_list(toks, last)
                    or begin > 1
                    and toks[begin - 2].key in OVER_WATER
                )
                or before in {"of"}
                and begin > 1
                and (toks[begin - 2].key in GEO_NOUNS | GEO_MANY | _OF_TOWNS or _is_bearing(toks, begin))
                or before in GEO_NOUNS
                or owner is not None
                or begin in listed
                or before == ":"
                and any(t.key in PLURAL for t in toks[: begin - 1])
                or before in AT_ONCE
                and (nxt in ENDS_NAME or not nxt.isalpha())
                and toks[begin - 1].text.islower()
            )
            if (
                not (locative or joined)
                or before in {"from", "to", "over"}
                and nxt
                in (
                    {"said", "told", "'s", "’s"}
                    if is_left(toks, begin) or is_moved(toks, begin) or _is_sky(toks, begin)
                    else {"said", "told", "and", "'s", "’s"}
                )
                or nxt in {"said", "told"}
            ):
                continue
            if before == "," and first == last and toks[first].key in _STATES and nxt in {".", ",", ""}:
                continue
            if begin == last and (toks[last].key in COMPASS or toks[last].key in self.v.units):
                continue  # "Mirages in X and Chinooks in Y", "in Northern Syrian villages"
            if nxt in ARMS or is_of_people(self.text, toks, begin, last) or _describes(toks, begin, last):
                continue
            if nxt in CIVIL_HEADS or any(
                toks[k].key in self.v.classes["speakers"] | self.v.classes["titles"] | TIME_NAMES
                for k in range(begin, last + 1)
            ):
                continue
            said = prep or (prev.prep if joined and prev else "" if begin in listed or before in AT_ONCE else before)
            known |= self._keep(found, toks, (begin, last), said, owner)

    def _keep(
        self, found: Spotted, toks: tuple[Token, ...], at: tuple[int, int], prep: str, owner: PlaceMention | None
    ) -> set[int]:
        """Take the name at these tokens for a place; the tokens that it takes up. `owner`: "X's Y County"."""
        first, last = at
        prep, code = (owner.prep, owner.place.country_code) if owner is not None else (prep, None)
        if _swallow(self.text, found, toks, first, last, prep):
            return set(range(first, last + 1))
        behind = toks[last + 1].key if last + 1 < len(toks) else ""
        stop = last + 1 if behind in GEO_NOUNS else last
        words_ = self.text[toks[first].start : toks[last].end]
        full = self.text[toks[first].start : toks[stop].end]
        is_site = behind in self.v.classes["sites"]
        kind, site = ("site", "unregistered") if is_site else ("unresolved", None)
        aliases = (full,) if full != words_ else ()
        place = found.doubted.get((first, last)) or Place(words_, code, kind, None, None, "unresolved", site, aliases)
        found.places.append(PlaceMention(first, stop, place, words_, prep, is_site))
        return set(range(first, stop + 1))

    def _regions_in_words(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        """ "the rebel-held northern districts", "the southern border": a region that no gazetteer can know."""
        known = {k for p in found.places for k in range(p.first, p.last + 1)}
        for i, t in enumerate(toks):
            if t.key not in REGION_NOUNS or i in known or i < 2:
                continue
            first = i
            while (
                first
                and i - first < 6
                and first - 1 not in known
                and toks[first - 1].key not in ROLES | {"the", "and", ",", "its", "their", "this", "that", "a"}
                and toks[first - 1].text not in {".", ";", ":", "(", ")"}
                and not toks[first - 1].key[0].isdecimal()
            ):
                first -= 1
            while first < i and toks[first].key in {"-", "km", "mile", "kilometre", "kilometer"}:
                first += 1
            if (
                first == i
                or not any(toks[k].key in COMPASS for k in range(first, i))
                or not (
                    toks[first - 1].key in {"the", "its", "their"} | LOCATIVE | {"from", "to"}
                    or toks[first - 1].key in {"-", "km", "mile", "kilometre", "kilometer"}
                )
            ):
                continue
            if toks[min(i + 1, len(toks) - 1)].key == "of" and {i + 2, i + 3} & known:
                continue  # "the southern region of X" is X
            words_ = self.text[toks[first].start : t.end]
            found.places.append(
                PlaceMention(
                    first, i, Place(words_, None, "region", None, None, "unresolved"), words_, self._prep(toks, first)
                )
            )


def _swallow(text: str, found: Spotted, toks: tuple[Token, ...], begin: int, last: int, prep: str) -> bool:
    """ "Old Harbin Airport", "Villa Angola": a name that goes on with a known one is one name with it."""
    inner = next((p for p in found.places if p.first == last + 1 and p.form in {"place", "bare"}), None)
    if inner is None or not toks[last + 1].text[0].isupper() or toks[last + 1].start - toks[last].end != 1:
        return False
    if inner.form == "bare" and begin <= 1:
        return False  # "In Zarkat Iran opened a base"
    words_ = text[toks[begin].start : toks[inner.last].end]
    kind = "site" if inner.is_site else "unresolved"
    code = inner.place.country_code if inner.place.kind_code != "country" else None
    place = Place(words_, code, kind, None, None, "unresolved", "unregistered" if inner.is_site else None)
    found.places[found.places.index(inner)] = PlaceMention(begin, inner.last, place, words_, prep, inner.is_site)
    found.forces[:] = [f for f in found.forces if not inner.first <= f.first <= inner.last]
    return True


#: Peoples and creeds, before a noun for a place.
_PEOPLES = words("people_name")
_SETTLEMENTS = words("unknown.settlements")


def _describes(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "the Kurdish city of X", "the Islamic city": the word says what kind of place."""
    noun, of = (toks[k].key if k < len(toks) else "" for k in (last + 1, last + 2))
    if first == last and toks[first].key in _PEOPLES and noun in GEO_NOUNS | GEO_MANY:
        return True
    return noun in _SETTLEMENTS and of == "of" and last + 3 < len(toks) and toks[last + 3].text[:1].isupper()


def _name_end(toks: tuple[Token, ...], first: int) -> int:
    """The last token of the name that begins at a token."""
    last = first
    while last + 1 < len(toks) and _is_place_name(toks, last + 1):
        last += 1
    return last


def _past_bracket(toks: tuple[Token, ...], at: int) -> int:
    """The last token of the bracket right behind a name, or the name's own."""
    if at + 1 < len(toks) and toks[at + 1].text == "(":
        return next((i for i in range(at + 2, min(at + 12, len(toks))) if toks[i].text == ")"), at)
    return at


def _is_sky(toks: tuple[Token, ...], at: int) -> bool:
    """ "Shot down drones over X and Y"."""
    return toks[at - 1].key == "over" and any(t.key in nouns("flying") | nouns("aircraft") for t in toks[:at])


_OF_TOWNS = words("unknown.of_towns")


def _is_bearing(toks: tuple[Token, ...], first: int) -> bool:
    """ "A raid north of X": not "the north of X", where the name may be a people's."""
    return (
        toks[first - 2].key in COMPASS and first > 2 and toks[first - 3].key != "the" and toks[first].text[0].isupper()
    )


def _opens_list(toks: tuple[Token, ...], last: int) -> bool:
    """ "the X and Y areas": names before the noun that they share."""
    at = last + 1
    while at + 1 < len(toks) and at - last < 8 and toks[at].key in {"and", ","} and _is_place_name(toks, at + 1):
        at += 2
    return last + 1 < at < len(toks) and toks[at].key in GEO_MANY


def _is_place_name(toks: tuple[Token, ...], i: int) -> bool:
    t = toks[i]
    if opens_short(toks, i):
        return _is_place_name(toks, i + 1)
    if t.key == "new" and i + 1 < len(toks) and toks[i + 1].key == "year":
        return False
    return (
        t.text[0].isupper()
        and len(t.text) > 2
        and any(c.islower() for c in t.text)
        and t.key not in TIME_NAMES
        and t.key not in DETERMINERS | ROLES
        and t.key not in {"i", "he", "she", "it", "they", "we", "mr", "mrs", "but", "and", "its", "their"}
    )
