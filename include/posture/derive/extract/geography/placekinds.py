"""What a common noun can mean of the places that a text has named: "the base" a site, "the province" a province.

`fits` says how well a noun names a place: best where the text itself called the place so ("the village of X", "X, the
second-largest island", "Y airport"), well where its kind is right, hardly where it only might be.
"""

from __future__ import annotations

from .... import lexicon
from ..language.classes import plurals, singulars, words
from ..language.grammar import set_of
from ..language.phrases import COMPASS
from ..mentions import PlaceMention

#: Nouns that point back, by the kind of place that they mean.
ANY_SITE = singulars("site")
_OWN_WORD = words("own_word")
TOWNS = singulars("town")
REGIONS = singulars("province")
_STRETCHES = singulars("stretch")
ISLANDS = singulars("island") | {"islands"}
#: Written large behind a name these say what it is: "Gao Town".
KINDS = TOWNS | REGIONS | ISLANDS | set_of("township region area")
#: No state is one of these.
_ISLETS = set_of("atoll islet reef shoal")
COUNTRIES = set_of("country nation republic kingdom sultanate")
_WATERS = set_of("strait gulf sea ocean waterway channel bay lake waters")
_LANDSCAPE = set_of("peninsula valley strip corridor mountains desert forest plateau")
_BORDERS = set_of("border frontier boundary")
#: These often mean a part of the world that no sentence names.
VAGUE = frozenset({"region", "area"})
_PLACES = ("site", "town", "quarter", "province", "stretch", "island", "relief", "gateway")
#: These mean no place that was only named beside something else.
OF_NOTE = ANY_SITE | TOWNS | REGIONS - VAGUE
#: Nouns of several places: "the villages of X and Y", "camps at X".
MANY_PLACES = frozenset().union(*map(plurals, _PLACES))
PARTS_OF_SITE = words("placekinds.parts_of_site")
#: States that are islands: "the island" can mean them.
_ISLAND_STATES = set_of(
    "TWN CYP LKA MLT MDV ISL IRL JAM CUB BHR SGP MUS SYC COM MDG NRU PLW FSM MHL KIR TUV WSM TON FJI VUT SLB HTI "
    "DOM BRB GRD LCA VCT ATG DMA KNA TTO BHS STP CPV TLS BRN JPN PHL IDN PNG NZL GBR"
)
_OUTLYING = _ISLAND_STATES | {land for held in lexicon.words()["defended"].values() for land in held}
POINTERS = (
    ANY_SITE | _OWN_WORD | TOWNS | REGIONS | _STRETCHES | ISLANDS | COUNTRIES | _WATERS | _BORDERS | PARTS_OF_SITE
) | {"capital"}
ONE_IN_PLURAL = words("placekinds.one_in_plural")

#: Kinds of lands that have a war or a mandate of their own.
LANDS = frozenset({"territory", "region"})
#: Nouns that mean the land that a text is about, by its kind.
HEARTLANDS = {
    "region": LANDS | {"admin1"},
    "province": {"admin1"},
    "territory": LANDS,
    "enclave": LANDS,
    "exclave": LANDS,
}

_SAYS, _IS, _MIGHT = 3.0, 1.0, 0.35


def fits(p: PlaceMention, noun: str, called: frozenset[str] = frozenset()) -> float:
    """How well a noun names a place; 0 where it cannot mean it. `called`: nouns that the text gave to it."""
    kind = p.place.kind_code
    if kind == "country" and noun not in ISLANDS:
        return 0.0
    if noun in called or _says(p, noun):
        return _SAYS
    if noun in ANY_SITE:
        return _site(p, noun)
    if noun in PARTS_OF_SITE:
        return _IS if p.is_site or kind in {"airport", "air_base", "naval_base", "port"} else 0.0
    if noun == "airport":
        return _IS if kind == "airport" else _MIGHT if kind == "air_base" else 0.0
    if noun in {"port", "harbour", "harbor"}:
        return _IS if kind in {"port", "naval_base"} else _MIGHT / 2 if kind == "city" else 0.0
    if noun in TOWNS:
        if p.is_site and noun not in {"islands", "archipelago"}:  # a base that goes by its town's name is a town, too
            return 0.0 if ANY_SITE & set(p.words.lower().split()) else _MIGHT
        return _IS if kind in {"city", "town", "unresolved"} else 0.0
    if noun in ISLANDS:
        if kind == "island":
            return _IS
        if p.is_site and noun not in {
            "islands",
            "archipelago",
        }:  # a base that goes by the name of its island: "Diego Garcia"
            is_named_so = not ANY_SITE & set(p.words.lower().split())
            return _MIGHT if is_named_so and p.place.country_code in _OUTLYING else 0.0
        if noun in _ISLETS:
            return _MIGHT if kind == "unresolved" else 0.0
        is_state = p.place.country_code in _ISLAND_STATES and kind in {"country", "territory"}
        return _IS if is_state or kind == "territory" else 0.0
    if noun in REGIONS:
        compass = COMPASS & set(p.words.lower().replace("-", " ").split())
        return _IS if kind == "admin1" else _MIGHT if kind in {"region", "territory", "area"} and not compass else 0.0
    if noun == "enclave" and kind in {"city", "town"}:
        return _MIGHT / 2
    if noun == "region" and kind == "theatre":
        return _IS  # "the Middle East … across the region"
    if noun in _STRETCHES:
        return _IS if kind in {"region", "admin1", "territory", "desert", "area", "border_area"} else 0.0
    if noun in _LANDSCAPE:
        return _MIGHT if kind in {"region", "admin1", "territory", "desert"} else 0.0
    if noun in _WATERS:
        return _IS if kind in {"sea", "strait"} else 0.0
    return _IS if noun in _BORDERS and kind == "border_area" else 0.0


def _site(p: PlaceMention, noun: str) -> float:
    if not p.is_site:
        is_local = p.place.kind_code in {"city", "town", "unresolved", "site", "airport", "island"}
        return _MIGHT / 2 if is_local and noun != "place" else _MIGHT if is_local else 0.0
    is_field = noun in {"airbase", "airfield", "airstrip"}
    return _MIGHT if is_field and p.place.kind_code in {"naval_base", "port", "camp"} else _IS


def _says(p: PlaceMention, noun: str) -> bool:
    words = f"{p.words} {p.place.name}".lower().replace(",", " ").split()
    return noun in words
