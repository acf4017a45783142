"""Places of a sentence: known names, sites and regions that only the text names, unknown names after a preposition."""

from __future__ import annotations

from collections.abc import Collection

from ....lexicon import Place, country_places, names
from ..language.grammar import CIVIL_HEADS, LOCATIVES, REGION_HEADS
from ..language.phrases import COMPASS, DETERMINERS, LOCATIVE, ROLES
from ..language.text import Token, fold
from ..mentions import PlaceMention, Spotted
from .longnames import BUILDINGS, goes_on
from .openings import listed_from, opens_list
from .sites import PLURAL as _PLURAL
from .sites import SiteSpotter

POSSESSIVE = ("'s", "’s", "'", "’")
_SITE_WORDS = frozenset(("base airbase camp garrison outpost airfield airport barracks fort station facility").split())
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
        "commune division countryside gulf bay lake plateau corridor sea hills axis monastery heights gorge canal dam "
        "bridge "
        "mine quarter suburb canton oasis atoll canyon enclave fortress massif ridge archipelago estuary strip forest "
        "woods jungle wadi creek headland plain dunes plantation settlement hamlet pier wharf jetty quay "
        "territory reserve park front pocket salient triangle highlands hinterland steppe lowlands delta basin belt "
        "coast road highway hill heights farm quarry reservoir lagoon marshes fort citadel castle "
        "stronghold bastion cape hilltop spur"
    ).split()
)
#: "The villages of X and Y", "camps at X": names of several follow.
_GEO_MANY = frozenset(
    (
        "villages towns cities districts provinces regions islands valleys areas camps bases airbases airports "
        "airfields ports crossings sectors counties prefectures communes townships localities neighbourhoods "
        "neighborhoods shoals rivers deserts passes outskirts suburbs gulfs bays lakes plateaus hills gates dams "
        "bridges mines quarters cantons oases enclaves ridges forests settlements hamlets posts checkpoints positions "
        "strongholds barracks garrisons outposts farms centres centers stations municipalities governorates departments"
    ).split()
)
_TIME_NAMES = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec ramadan "
        "christmas easter parliament congress senate security assembly court nato eu un operation exercise "
        "resolution article chapter treaty year eve eid agreement day x twitter facebook telegram i ii mr mrs ms dr"
    ).split()
)


#: Of towns of this size a force's nationality is enough to believe that the name means them.
_LARGE = 100_000
_KINDS_ASKED = {
    "admin1": REGION_HEADS | {"regions", "provinces", "oblast", "governorates"},
    "city": frozenset("city town village municipality port settlement".split()),
}


class PlaceSpotter(SiteSpotter):
    """Finds the places; `countries` is how often the article names each country, the prior for shared names; `placed`
    those in which it places something."""

    text: str
    countries: dict[str, float]
    placed: frozenset[str]
    outlets: frozenset[str]

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
            and _is_name(toks[first - 1])
            and first - 1 not in found.taken
            and toks[first - 1].key not in _SITE_WORDS | COMPASS | {"mount", "lake", "port"}
        ):
            return  # "Bashar al-Assad": a person
        behind = [t.key for t in toks[last + 1 : last + 3]]
        if behind in (["-", "class"], ["-", "type"]):
            return  # "an Ohio-class submarine"
        prep = self._prep(toks, first) if prep is None else prep
        nxt = toks[last + 1].key if last + 1 < len(toks) else ""
        best = self._choose(places, {toks[k].key for k in (first - 1, first - 2, last + 1) if 0 <= k < len(toks)})
        if best is None or _is_called_after(best.kind_code, toks, first, last):
            return
        if (
            best.site_code is None
            and best.kind_code in {"city", "admin1"}
            and best.population < 500_000
            and not self._looks_like_place(toks, first, last, prep, best)
        ):
            return
        start, name = first, words
        # "northeastern X", "the north of X", "X's northeast": a region in words
        if (
            best.site_code is None
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
        if (
            nxt in POSSESSIVE
            and last + 2 < len(toks)
            and (toks[last + 2].key in COMPASS or toks[last + 2].key in {"far"})
        ):
            stop = last + 2
            stop += stop + 1 < len(toks) and toks[stop + 1].key in _REGION_NOUNS | _ENDS
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
            and nxt.key not in _SITE_WORDS | {"province", "governorate", "airport", "international", "city"}
        ):
            return False
        in_country = self._is_likely(place)
        return (
            in_country
            if prep in ROLES
            or opens_list(toks, first)
            or (prev is not None and prev.key in {"and", ",", "or"} | AT_ONCE)
            or nxt is not None
            and nxt.key in _SITE_WORDS
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

    def _unknown_places(self, found: Spotted, toks: tuple[Token, ...], is_heading: bool) -> None:
        """ "near Anefis": a name after a preposition of place that no gazetteer knows is kept by its words."""
        if is_heading and sum(t.text[0].isupper() for t in toks) > 0.6 * len(toks):
            return  # Capitals In Headlines name nothing
        known = {k for p in found.places for k in range(p.first, p.last + 1)} | found.taken
        listed = listed_from(toks)
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
                    (_is_place_name(toks, last + 1) or not is_heading and goes_on(toks, last))
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
            if begin > 2 and toks[begin - 1].text.istitle() and toks[begin - 2].text.istitle():
                continue  # "Prepare To Deploy Orders": one name
            if begin == last and toks[begin].key in COMPASS and nxt in {"and", "or"}:
                continue  # "in West or Central Africa"
            if (
                before in {"to", "from"}
                and begin > 1
                and toks[begin - 2].key in _NOT_BEFORE_PLACE
                or self.text[toks[begin].start : toks[last].end] in self.outlets
            ):
                continue
            locative = (
                before in LOCATIVES
                or before == "for"
                and _is_left(toks, begin, 8)
                or before in {"the"}
                and (nxt in _GEO_NOUNS or _opens_list(toks, last) or begin > 1 and toks[begin - 2].key in _OVER_WATER)
                or before in {"of"}
                and begin > 1
                and toks[begin - 2].key in _GEO_NOUNS | _GEO_MANY | {"out"}
                or before in _GEO_NOUNS
                or begin in listed
                or before == ":"
                and any(t.key in _PLURAL for t in toks[: begin - 1])
                or before in AT_ONCE
                and (nxt in _ENDS_NAME or not nxt.isalpha())
                and toks[begin - 1].text.islower()
            )
            if (
                not (locative or joined)
                or before in {"from", "to", "over"}
                and nxt
                in (
                    {"said", "told", "'s", "’s"}
                    if _is_left(toks, begin) or _is_moved(toks, begin)
                    else {"said", "told", "and", "'s", "’s"}
                )
                or nxt in {"said", "told"}
            ):
                continue
            if before == "," and first == last and toks[first].key in _STATES and nxt in {".", ",", ""}:
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
                    prep or (prev.prep if joined and prev else "" if begin in listed or before in AT_ONCE else before),
                    kind == "site",
                )
            )
            known |= set(range(begin, stop + 1))

    def _regions_in_words(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        """ "the rebel-held northern districts", "the southern border": a region that no gazetteer can know."""
        known = {k for p in found.places for k in range(p.first, p.last + 1)}
        for i, t in enumerate(toks):
            if t.key not in _REGION_NOUNS or i in known or i < 2:
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


def _past_bracket(toks: tuple[Token, ...], at: int) -> int:
    """The last token of the bracket right behind a name, or the name's own."""
    if at + 1 < len(toks) and toks[at + 1].text == "(":
        return next((i for i in range(at + 2, min(at + 12, len(toks))) if toks[i].text == ")"), at)
    return at


def _opens_list(toks: tuple[Token, ...], last: int) -> bool:
    """ "the X and Y areas": names before the noun that they share."""
    at = last + 1
    while at + 1 < len(toks) and at - last < 8 and toks[at].key in {"and", ","} and _is_place_name(toks, at + 1):
        at += 2
    return last + 1 < at < len(toks) and toks[at].key in _GEO_MANY


def _is_place_name(toks: tuple[Token, ...], i: int) -> bool:
    t = toks[i]
    if t.key == "new" and i + 1 < len(toks) and toks[i + 1].key == "year":
        return False
    return (
        t.text[0].isupper()
        and len(t.text) > 2
        and any(c.islower() for c in t.text)
        and t.key not in _TIME_NAMES
        and t.key not in DETERMINERS
        and t.key not in {"i", "he", "she", "it", "they", "we", "mr", "mrs", "but", "and", "its", "their"}
    )


_LEAVING = frozenset(
    (
        "leave leaves left leaving depart departs departed departing withdraw withdraws withdrew withdrawn withdrawing "
        "retreat retreats retreated retreating pull pulls pulled pulling quit quits quitting head heads headed heading "
        "bound flee fled fleeing vacated evacuated moved move moves moving travel travels travelled traveled "
        "travelling "
        "traveling fly flies flew flown flying sail sails sailed sailing march marches marched marching drive drives "
        "drove driven driving send sends sent sending order orders ordered ordering bring brings brought bringing "
        "transfer transfers transferred transferring shift shifts shifted shifting redeploy redeploys redeployed "
        "redeploying relocate relocates relocated relocating deploy deploys deployed deploying dispatch dispatched "
        "despatched rush rushed rotate rotated rotating return returns returned returning advance advances advanced "
        "advancing cross crosses crossed crossing airlifted ferried shipped carried transported regrouped regrouping "
        "went go goes going gone come came comes coming steamed rolled promise promises promised "
        "pledge pledges pledged earmarked offered destined"
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
#: Before "the" and a name: a river, a range, a line.
_OVER_WATER = frozenset("along across cross crosses crossed crossing bridged bridging forded fording".split())
#: What follows a name that ends there.
_ENDS_NAME = frozenset(
    "in on at by for from to with after before early late last this yesterday today aboard and or under when as over "
    "during again without within".split()
)
#: Verbs of which a name right behind them is where: "left Orsha", "reached Kodana".
AT_ONCE = frozenset(
    (
        "left leave leaves leaving quit quits quitting reached reach reaches reaching entered enter enters entering "
        "vacated "
        "vacate vacates vacating abandoned abandon abandons abandoning evacuated evacuate evacuates evacuating exited "
        "exiting departed departing fled recaptured recapture recapturing retook retake retaken retaking "
        "reoccupied reoccupy reoccupying overran overrun overrunning captured capture capturing seized seize "
        "seizing stormed storm storming besieged besiege besieging encircled encircle encircling surrounded "
        "surrounding liberated liberate liberating conquered reconquered invaded invade invading occupied occupy "
        "occupying bombed bombing bomb shelled shelling shell bombarded bombarding bombard pounded pounding pound "
        "strafed strafing strafe rocketed raided raiding struck hit attacked attacking targeted targeting hammered "
        "pummelled patrolled patrol patrolling"
    ).split()
)


_MOVED = frozenset(
    (
        "sent send sends sending deployed deploy deploys deploying dispatched flown flew fly flies transferred "
        "redeployed redeploy relocated relocate shifted brought bring shipped drove driven marched advanced advance "
        "returned return arrived arrive rushed airlifted move moved moves moving travelled traveled sailed"
    ).split()
)
#: Between a name and the noun that makes it a site.
_KINDS = frozenset("military air naval support oil gas international".split())
#: "X's northern approaches".
_ENDS = frozenset("waters approaches end part half tip edge flank reaches third shore shores bank".split())
#: Ships are called after these.
_NAMESAKES = frozenset({"city", "town", "island", "air_base", "naval_base"})
_SHIPS = frozenset(
    (
        "cruiser destroyer frigate carrier submarine corvette warship battleship vessel ship ferry tanker yacht "
        "minesweeper minehunter cutter flagship trawler liner"
    ).split()
)
_NO_NOUNS = frozenset("was is has had were and or which who that on in at to from with after before as sailed".split())


#: Before a ship's name.
_PREFIXES = frozenset("mv ms mt ss uss hms ins hmas hmcs hmnzs brp rfa rss usns eml ors tcg pns fgs hnlms esps".split())


def _is_called_after(kind: str, toks: tuple[Token, ...], first: int, last: int) -> bool:
    """A ship, no place: "the Iwo Jima", "MV Norfolk"; after a word for ships a region, too: "the frigate Hessen"."""
    if any(toks[k].key in _PREFIXES and toks[k].text.isupper() for k in range(max(0, first - 2), first)):
        return True
    after_word = first > 0 and toks[first - 1].key in _SHIPS and kind not in {"country", "sea"}
    return after_word or kind in _NAMESAKES and _is_ship(toks, first, last)


def _is_ship(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "the Iwo Jima", "the destroyer Sheffield": towns and islands bear no article, ships do."""
    before = toks[first - 1].key if first else ""
    nxt = toks[last + 1].key if last + 1 < len(toks) else ""
    is_one = before == "the" and not toks[last].key.endswith("s") and toks[last].key not in _SITE_WORDS
    return before in _SHIPS or is_one and (not nxt.isalpha() or nxt in _NO_NOUNS)


def _is_moved(toks: tuple[Token, ...], at: int) -> bool:
    """ "sent from X to Y and Z": a verb of moving stands right before."""
    return any(t.key in _MOVED for t in toks[max(0, at - 14) : at])


def _is_left(toks: tuple[Token, ...], at: int, within: int = 4) -> bool:
    """ "withdrew from X and Y", "left W for X": a verb of leaving stands right before."""
    return any(t.key in _LEAVING for t in toks[max(0, at - within) : at])


_BOUND = frozenset(
    (
        "left leave leaves leaving depart departs departed departing head heads headed heading bound sail sails sailed "
        "sailing fly flew flown flies set embark embarked took takes taken start started"
    ).split()
)


def is_bound(toks: tuple[Token, ...], at: int) -> bool:
    """ "left the port for X", "bound for X": where they go, not for whose good."""
    return any(t.key in _BOUND for t in toks[max(0, at - 8) : at])


def _is_name(t: Token) -> bool:
    return t.text[0].isupper() and t.text.isalpha() and len(t.text) > 2 and t.key not in DETERMINERS


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
