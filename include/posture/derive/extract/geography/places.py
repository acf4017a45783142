"""Places of a sentence that the gazetteer or the register knows, and the parts of them: "northern X", "X airport"."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from ....lexicon import Place, country_places, names
from ..language.classes import nouns
from ..language.grammar import REGION_HEADS
from ..language.names import Hit
from ..language.phrases import COMPASS, DETERMINERS, ROLES
from ..language.text import Token, fold
from ..mentions import PlaceMention, Spotted
from .bearings import region_end
from .beside import AT_ONCE, SITE_WORDS
from .longnames import BUILDINGS, hyphened
from .namesakes import is_called_after
from .openings import opens_list, says_place
from .placekinds import REGIONS
from .sites import SiteSpotter, is_name

POSSESSIVE = ("'s", "’s", "'", "’")
_PROVINCES = REGIONS | {"region"}
#: Of towns of this size a force's nationality is enough to believe that the name means them.
_LARGE = 100_000
#: Behind the sea's name they tell where a town lies.
_SHORES = frozenset("port coastal resort seaside town city island islet atoll".split())
ARMS = nouns("places.arms")
_STATE_NOUNS = frozenset("country nation state republic neighbour neighbor ally".split())
_KINDS_ASKED = {
    "admin1": REGION_HEADS | {"regions", "provinces", "oblast", "governorates"},
    "city": frozenset("city town village municipality port settlement".split()),
}


_PEERS = frozenset("Prince Princess Duke Duchess Earl Count Countess Patriarch Archbishop Bishop Emir Sultan".split())
#: Between a name and the noun that makes it a site.
_KINDS = frozenset("military air naval support oil gas international".split())


class PlaceSpotter(SiteSpotter):
    """Finds the places; `countries` is how often the article names each country, the prior for shared names; `placed`
    those in which it places something."""

    text: str
    countries: dict[str, float]
    placed: frozenset[str]
    outlets: frozenset[str]
    #: The names of the lexicon found in the text.
    hits: list[Hit]

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
            and is_name(toks[first - 1])
            and first - 1 not in found.taken
            and toks[first - 1].key not in SITE_WORDS | COMPASS | {"mount", "lake", "port"}
        ):
            return  # "Bashar al-Assad": a person
        if first > 1 and toks[first - 1].key == "of" and toks[first - 2].text in _PEERS:
            return  # "the Prince of Wales"
        behind = [t.key for t in toks[last + 1 : last + 3]]
        if hyphened(toks, last) > last + 2 and places[0].site_code is None:
            return  # "Daraa al-Balad": more of a name than the town's
        if behind in (["-", "class"], ["-", "type"]):
            return  # "an Ohio-class submarine"
        prep = self._prep(toks, first) if prep is None else prep
        nxt = toks[last + 1].key if last + 1 < len(toks) else ""
        best = self._choose(places, {toks[k].key for k in (first - 1, first - 2, last + 1) if 0 <= k < len(toks)})
        if best is None or is_called_after(best.kind_code, toks, first, last):
            return
        if nxt in _STATE_NOUNS and best.kind_code not in {"country", "city", "admin1"} and best.site_code is None:
            return  # "the Baltic country", "the Horn of Africa state": one of those there
        if (
            nxt in _SHORES
            and best.kind_code in {"sea", "region"}
            and best.site_code is None
            and _names_shore(toks, last)
        ):
            found.taken.update(range(first, last + 1))
            return  # "the Red Sea port city of Mocha"
        if nxt in ARMS and first and toks[first - 1].key not in ROLES and (best.site_code or best.kind_code == "city"):
            return  # "a Bayraktar Akinci drone"
        if (
            best.site_code is None
            and best.kind_code in {"city", "admin1"}
            and best.population < 500_000
            and not self._looks_like_place(toks, first, last, prep, best)
        ):
            is_sole = len({p.country_code for p in places}) == 1
            if is_sole and self.countries.get(best.country_code or "", 0.0) > 0:
                found.doubted[first, last] = best
            return
        start, name = first, words
        # "northeastern X", "the north of X", "X's northeast": a region in words; "northern X province" is X
        is_whole = best.kind_code not in {"country", "theatre"} and (nxt in _PROVINCES or toks[last].key in _PROVINCES)
        if (
            best.site_code is None
            and not is_whole
            and first
            and (
                toks[first - 1].key in COMPASS
                or toks[first - 1].text == "-"
                and first > 1
                and toks[first - 2].key in COMPASS
            )
        ):
            start = first - 1
            while start and (
                toks[start - 1].key in COMPASS or toks[start - 1].text == "-" or toks[start - 1].key in {"far", "rural"}
            ):
                start -= 1
        elif (
            best.kind_code in {"country", "admin1", "region"}
            and first > 1
            and toks[first - 1].key == "of"
            and toks[first - 2].key in COMPASS
        ):
            start = first - 2
            while start and (
                toks[start - 1].key in COMPASS
                or toks[start - 1].key == "and"
                and start > 1
                and toks[start - 2].key in COMPASS
            ):
                start -= 1
        stop = last
        if nxt in POSSESSIVE and (region := region_end(toks, last + 2)) is not None:
            stop = region
        elif nxt in REGION_HEADS or nxt in BUILDINGS and toks[last + 1].text[0].isupper():
            stop = last + 1
        if start != first or (stop != last and nxt in POSSESSIVE):
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
            best.kind_code != "country" and at + 1 < len(toks) and toks[at + 1].key in self.v.classes["sites"] | _KINDS
        ):
            at += 1
        while at > stop and toks[at].key in _KINDS - self.v.classes["sites"]:
            at -= 1  # "Xinjiang Military District": no site
        is_site = is_site or at > stop
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
            and prev.key not in ROLES | DETERMINERS | {"and", "near"}
            and not (first > 1 and prev.key in COMPASS)
        ):
            return False  # "Ahmed Karim": part of a longer name
        nxt = toks[last + 1] if last + 1 < len(toks) else None
        if (
            nxt is not None
            and nxt.text[0].isupper()
            and nxt.text.isalpha()
            and nxt.key not in SITE_WORDS | {"province", "governorate", "airport", "international", "city"}
        ):
            return False
        if says_place(toks, first, last, is_known=True):
            return True
        in_country = self._is_likely(place)
        return (
            in_country
            if prep in ROLES
            or opens_list(toks, first)
            or (prev is not None and prev.key in {"and", ",", "or", "plus"} | AT_ONCE)
            or (first > 1 and (toks[first - 2].key, toks[first - 1].key) in _ALSO)
            or nxt is not None
            and nxt.key in SITE_WORDS
            else False
        )

    def _is_likely(self, place: Place) -> bool:
        """The text places something in its country; a large town's needs only be named."""
        code = place.country_code or ""
        return code in self.placed or self.countries.get(code, 0.0) > 0 and place.population >= _LARGE

    def _choose(self, places: tuple[Place, ...], beside: Collection[str] = ()) -> Place | None:
        """Of places of one name: a site or region of the register, then the article's countries, then the kind that the
        words beside the name ask for ("X province", "the town of X"), then the largest."""

        def rank(p: Place) -> tuple[float, bool, float]:
            asked = _KINDS_ASKED.get(p.kind_code, frozenset())
            return (
                self.countries.get(p.country_code or "", 0.0)
                + 0.3 * (p.country_code in self.placed)
                + (0.5 if p.site_code or p.population == 500_000 or p.kind_code == "country" else 0.0),
                not asked.isdisjoint(beside),
                p.population,
            )

        return max(places, key=rank) if places else None

    def known(self, words: str) -> Place | None:
        """The place of the gazetteer that a name means, if it lies in a country that the text names."""
        places = [p for p in names().places.get(words, ()) if self._is_likely(p)]
        return self._choose(tuple(places))


#: Before a further place of a list.
_ALSO = frozenset({("and", "then"), ("and", "also"), ("but", "also"), ("well", "as")})


def _names_shore(toks: tuple[Token, ...], at: int) -> bool:
    """ "coastal city of X", "port of Y": a name follows."""
    behind = toks[at + 1 : at + 5]
    return any(a.key == "of" and b.text[:1].isupper() for a, b in pairwise(behind))


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
