"""Places that a text named before, for "the base", "the town", "there", and for facts that name no place at all.

RECORDS.md: "Where the sentence names none but the text leaves no doubt, the last place named for this force." So a
definite noun is the last place of its kind; a named mission plays in its theatre; else the place last stated counts
where it is this force's last one too. Where those differ there is doubt, and no place is given.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ... import lexicon
from ...lexicon import Place, country_places
from .clauses import View
from .mentions import PlaceMention
from .phrases import COMPASS

#: Nouns that point back, by the kind of place that they mean.
_ANY_SITE = frozenset(
    (
        "base camp airbase airfield outpost garrison site facility installation post compound position barracks "
        "checkpoint station fort airstrip headquarters complex fortress enclave"
    ).split()
)
_OWN_WORD = frozenset(
    (
        "airport port harbour harbor dam crossing bridge plant refinery embassy monastery hospital prison "
        "dockyard shipyard valley forest strip corridor peninsula mountain mountains hill hills desert river"
    ).split()
)
_TOWNS = frozenset("town city village settlement locality stronghold municipality hamlet".split())
_REGIONS = frozenset(
    (
        "province region governorate district state oblast prefecture county territory area zone department canton "
        "enclave exclave countryside"
    ).split()
)
_ISLANDS = frozenset("island islands archipelago atoll isle islet reef shoal".split())
_COUNTRIES = frozenset("country nation republic kingdom emirate sultanate".split())
_WATERS = frozenset("strait gulf sea ocean waterway channel bay lake waters".split())
#: These often mean a part of the world that no sentence names.
_VAGUE = frozenset({"region", "area"})
_BORDERS = frozenset("border frontier".split())
#: States that are islands: "the island" can mean them.
_ISLAND_STATES = frozenset(
    (
        "TWN CYP LKA MLT MDV ISL IRL JAM CUB BHR SGP MUS SYC COM MDG NRU PLW FSM MHL KIR TUV WSM TON FJI VUT SLB HTI "
        "DOM BRB GRD LCA VCT ATG DMA KNA TTO BHS STP CPV TLS BRN JPN PHL IDN PNG NZL GBR"
    ).split()
)
_POINTING = frozenset("the this that its their both these those".split())
_OTHER = frozenset("other another second new next third former nearest neighbouring neighboring nearby same".split())
_BROAD = frozenset(
    {"agreement", "mission_start", "mission_continuation", "mission_transition", "mission_end", "restructuring"}
)
#: Activities that an army also has at home.
_AT_HOME = frozenset({"attack_on_force", "ground_operation", "exercise", "patrol", "strike"})
#: States that station troops abroad more than they host others.
_SENDERS = ("USA", "RUS", "CHN", "FRA", "GBR", "IND", "TUR", "ARE", "IRN", "SAU", "JPN", "DEU", "ITA", "RWA")
_KEPT = 60
#: What was stated longer ago is not what a sentence without a place means.
_FRESH = 1


@dataclass
class PlaceMemory:
    """Places named so far, newest last, and those of each force."""

    seen: list[PlaceMention] = field(default_factory=list)
    last: PlaceMention | None = None
    by_force: dict[str, PlaceMention] = field(default_factory=dict)
    theatre: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    #: Sentences since a place was stated.
    age: int = 0
    about: str = ""
    #: The country that the title names where the text plays: a list below may name who is there.
    hosting: str = ""
    weights: dict[str, float] = field(default_factory=dict)
    #: The place under whose head ("Kidal: …") the text stands now.
    head: PlaceMention | None = None

    # ── what is kept ──
    def name(self, places: list[PlaceMention]) -> None:
        """Places that a sentence names where something is."""
        self.seen = [*self.seen, *places][-_KEPT:]
        self.age += 1

    def state(self, actors: tuple[str, ...], where: PlaceMention) -> None:
        """A record says where a force is."""
        self.last, self.age = where, 0
        for code in actors:
            self.by_force[code] = where

    # ── what it means ──
    def of_kind(self, noun: str) -> PlaceMention | None:
        """The last place that "the <noun>" can mean."""
        if noun in _COUNTRIES:
            return self.country()
        if noun == "capital":
            return _capital(self.about)
        for p in reversed(self.seen):
            if _is_kind(p, noun):
                return p
        if (
            noun in _ANY_SITE
            and self.last is not None
            and self.last.place.kind_code not in {"country", "theatre", "sea"}
        ):
            return self.last
        return None

    def country(self) -> PlaceMention | None:
        """ "the country": the one that the text is about, else the last one named."""
        if self.weights.get(self.about, 0.0) >= 0.35:
            return country_mention(self.about)
        for p in reversed(self.seen):
            if p.place.kind_code == "country":
                return p
        return country_mention(self.about) if self.about else None

    def there(self) -> PlaceMention | None:
        """ "there": the last place stated, unless others have been named since; else the last one named."""
        return self.last if self.last and (self.age <= 1 or not self.seen) else self.seen[-1] if self.seen else None

    def implied(self, actors: tuple[str, ...], kind: str, is_free: bool = True) -> PlaceMention | None:
        """Where a fact plays that names no place and points to none; None where the text leaves doubt.

        `is_free`: the sentence names no other place, of which something else is said."""
        if self.head is not None and not (
            self.head.place.kind_code == "country" and self.head.place.country_code in actors
        ):
            return self.head
        if (theatre := self.theatre_of(actors)) is not None:
            return theatre
        near = next((self.by_force[c] for c in actors if c in self.by_force), None)
        if is_free and near is not None and self.last is not None and self.age <= _FRESH and _is_one(near, self.last):
            if kind in _BROAD:
                code = country_of(near)
                return country_mention(code) if code else near
            return near
        if near is None and self.about and self.weights.get(self.about, 0.0) >= 0.5:
            if actors != (self.about,) or kind in _AT_HOME:
                return country_mention(self.about)
        return None

    def theatre_of(self, actors: tuple[str, ...]) -> PlaceMention | None:
        """Where the mission plays under which a force was last named."""
        where = self.theatre.get(actors, ())
        known = where if len(where) == 1 else [c for c in where if self.weights.get(c, 0.0)]
        return theatre_mention(max(known, key=lambda c: self.weights.get(c, 0.0))) if known else None

    def host(self, actors: tuple[str, ...]) -> PlaceMention | None:
        """Where a deal of two states plays, if it does not say: in the one that the text is about, else in the one that
        is not known for sending troops abroad."""
        states = [a for a in actors if len(a) == 3 and a in country_places()]
        if len(states) < 2:
            return None
        if self.about in states:
            return country_mention(self.about)
        return country_mention(max(states, key=lambda s: (s not in _SENDERS, states.index(s))))


def country_of(p: PlaceMention) -> str | None:
    """Country code of a place, or of what contains it."""
    return p.place.country_code or (p.container.place.country_code if p.container else None)


def country_mention(code: str) -> PlaceMention | None:
    """A country as an inferred place: no words of the sentence stand for it."""
    found = country_places().get(code)
    return PlaceMention(0, -1, found, found.name) if found else None


def theatre_mention(where: str) -> PlaceMention | None:
    """A mission's theatre: a country's code, or the name of a region or sea."""
    if where in country_places():
        return country_mention(where)
    found = lexicon.names().places.get(where)
    return PlaceMention(0, -1, found[0], found[0].name) if found else None


def _capital(code: str) -> PlaceMention | None:
    for name, forces in lexicon.names().forces.items():
        if any(f.form == "capital" and f.code == code for f in forces):
            place = next((p for p in lexicon.names().places.get(name, []) if p.country_code == code), None)
            if place is not None:
                return PlaceMention(0, -1, replace(place, aliases=(*place.aliases, "the capital")), place.name)
    return None


def _is_one(a: PlaceMention, b: PlaceMention) -> bool:
    return a.place.name == b.place.name or bool(
        a.place.site_code and a.place.site_code == b.place.site_code != "unregistered"
    )


def _says(p: PlaceMention, noun: str) -> bool:
    words = f"{p.words} {p.place.name}".lower().replace(",", " ").split()
    return noun in words and p.place.kind_code != "country"


def _is_kind(p: PlaceMention, noun: str) -> bool:
    kind = p.place.kind_code
    if _says(p, noun):
        return True
    if noun in _ANY_SITE:
        return p.is_site
    if noun == "airport":
        return kind in {"airport", "air_base"}
    if noun in {"port", "harbour", "harbor"}:
        return kind in {"port", "naval_base"}
    if noun in _TOWNS:
        if p.is_site:  # a base that goes by its town's name is a town, too
            return not _ANY_SITE & set(p.words.lower().split())
        return kind in {"city", "town", "unresolved"}
    if noun in _ISLANDS:
        return (
            kind == "island"
            or p.place.country_code in _ISLAND_STATES
            and kind in {"country", "territory"}
            or (noun == "island" and kind == "territory")
        )
    if noun in _REGIONS:
        return kind in {"region", "admin1", "territory", "desert", "area"}
    if noun in _WATERS:
        return kind in {"sea", "strait"}
    return noun in _BORDERS and kind == "border_area"


# ── words that point back ──
_POINTERS = (_ANY_SITE | _OWN_WORD | _TOWNS | _REGIONS | _ISLANDS | _COUNTRIES | _WATERS | _BORDERS | {"capital"}) - {
    "road",
    "highway",
}


def anaphors(view: View, memory: PlaceMemory) -> list[PlaceMention]:
    """Definite nouns and "there", each with the place that it means; what means nothing so far is left out."""
    named = {k for p in view.spotted.places for k in range(p.first, p.last + 1)}
    tree = view.tree
    made: list[PlaceMention] = []
    for i, token in enumerate(view.toks):
        if i in named or i in view.spotted.taken and token.key not in _POINTERS:
            continue
        found: PlaceMention | None = None
        if token.key == "there" and tree.tags[i] != "EX" and tree.labels[i] in {"advmod", "pcomp", "pobj", "npadvmod"}:
            found = memory.there()
            if found is not None:
                made.append(replace(found, first=i, last=i, prep="at", form="pointed"))
            continue
        if token.key not in _POINTERS or tree.tags[i] not in {"NN", "NNP"} or tree.labels[i] in {"compound", "amod"}:
            continue
        first = tree.span(i)[0]
        inside = view.words_in(first, i)
        if not inside & _POINTING or inside & _OTHER or _is_named(view, i, named):
            continue
        found = _before(view, i, token.key) or memory.of_kind(token.key)
        if token.key in _VAGUE and (found is None or found.place.kind_code in {"theatre", "sea"}):
            names = (found.place.name,) if found else ()
            place = Place(f"the {token.key}", None, "region", None, None, "unresolved", aliases=names)
            found = PlaceMention(0, -1, place, place.name)
        if found is None:
            continue
        sides = [k for k in range(first, i) if view.key(k) in COMPASS]
        if sides and token.key not in _COUNTRIES:
            continue  # "the northern province": another one than the last
        prep = view.key(first - 1) if tree.tags[first - 1] in {"IN", "TO"} and first else ""
        place = replace(found.place, aliases=(*found.place.aliases, f"the {token.key}"))
        made.append(replace(found, first=i, last=i, prep=prep, form="pointed", place=place))
    return made


def _before(view: View, at: int, noun: str) -> PlaceMention | None:
    """ "Chad's president said that troops would leave the country": what the sentence itself named before."""
    for p in reversed([p for p in view.spotted.places if p.last < at]):
        if (
            noun in _COUNTRIES
            and p.place.kind_code == "country"
            and p.form != "bare"
            or noun not in _COUNTRIES
            and _is_kind(p, noun)
        ):
            return p
    return None


def _is_named(view: View, noun: int, named: set[int]) -> bool:
    """ "the base at Gao", "the town of Kidal", "Camp Geille": the noun has a name of its own."""
    tree = view.tree
    if tree.tags[min(noun + 1, len(view.toks) - 1)] == "IN" and noun + 2 in named:
        return True
    for c in tree.children[noun]:
        if tree.tags[c].startswith("NNP") and tree.labels[c] in {"compound", "appos", "nmod"}:
            return True
        if tree.labels[c] == "prep":
            start, end = min(c, *tree.children[c], noun), max([c, *(tree.span(n)[1] for n in tree.children[c])])
            if any(k in named or tree.tags[k].startswith("NNP") for k in range(max(start, c), end)):
                return True
        if tree.labels[c] in {"poss", "appos"} and c in named:
            return True
    return False
