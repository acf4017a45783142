"""Places that a text named before, for "the base", "the town", "there", and for facts that name no place at all.

RECORDS.md: "Where the sentence names none but the text leaves no doubt, the last place named for this force." So a
definite noun is the last place of its kind; a named mission plays in its theatre; else the place last stated counts
where it is this force's last one too. Where those differ there is doubt, and no place is given.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .... import lexicon
from ....lexicon import Place
from ..mentions import PlaceMention
from .capitals import capital, capitals
from .items import WHERE, Item
from .nested import holds
from .placekinds import ANY_SITE, COUNTRIES, HEARTLANDS, LANDS, OF_NOTE, fits
from .theatre import PLAIN, SETTING, Known, Told, playing

_BROAD = frozenset("agreement mission_start mission_continuation mission_transition mission_end restructuring".split())
#: Activities that an army also has at home.
_AT_HOME = frozenset({"attack_on_force", "ground_operation", "exercise", "patrol", "strike"})
#: What happens at one spot: that it was in the country says too little.
ON_THE_SPOT = frozenset("attack_on_force ground_operation patrol base_opening base_closure base_handover".split())
#: What is fought at one spot: the theatre of a mission says too little of it.
_FOUGHT = frozenset({"ground_operation"})
#: States that station troops abroad more than they host others.
SENDERS = ("USA", "RUS", "CHN", "FRA", "GBR", "IND", "TUR", "ARE", "IRN", "SAU", "JPN", "DEU", "ITA", "RWA")
_KEPT = 60
#: What is left of a mention's weight a sentence later.
_FADE = 0.8
#: What is left of the weight of a place that its sentence names in passing.
_BESIDE = 0.5
#: Capitals are seldom called so.
_SMALL = frozenset({"town", "village", "hamlet", "settlement"})
#: What was stated longer ago is not what a sentence without a place means.
_FRESH = 1
#: So much must be left of a capital's mention for it to be "the capital".
_SPOKEN = 0.4
#: Share of a country in a text's names from which the text is about it.
_THEME = 0.3
#: The same for "the country": less is enough for one that sends no troops abroad.
_PLAINLY, _HOSTS = 0.35, 0.25


@dataclass
class PlaceMemory:
    """Places named so far, newest last, and those of each force."""

    seen: list[Known] = field(default_factory=list)
    last: PlaceMention | None = None
    by_force: dict[str, PlaceMention] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    theatre: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    #: Name of a place → the last sentence that stated a fact there.
    stated: dict[str, int] = field(default_factory=dict)
    #: Number of the sentence that is read; sentences since a place was stated.
    at: int = 0
    age: int = 0
    #: Where troops would go of whom it is weighed, planned or denied that they go somewhere.
    goal: PlaceMention | None = None
    about: str = ""
    #: The land within it that is meant, where the text speaks of that rather than of the whole.
    heart: Place | None = None
    #: The country that the title names where the text plays: a list below may name who is there.
    hosting: str = ""
    weights: dict[str, float] = field(default_factory=dict)
    leaders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: The place under whose head ("Kidal: …") the text stands now, and the country of the section.
    head: PlaceMention | None = None
    section: PlaceMention | None = None
    section_at: int = -1
    #: Number of the sentence that names the head.
    head_at: int = -1
    #: How many entries with a head the text has so far.
    entries: int = 0
    #: The item of a digest.
    item: Item = field(default_factory=Item)
    #: Where the dateline says that the text was written.
    dateline: PlaceMention | None = None

    # ── what is kept ──
    def name(self, places: list[tuple[PlaceMention, frozenset[str], bool, float]]) -> None:
        """Places that a sentence names where something is, what it calls them, and how much it is about them."""
        self.seen = [*self.seen, *(Known(p, self.at, called, theme, how) for p, called, theme, how in places)][-_KEPT:]
        self.at += 1
        self.age += 1

    def state(self, actors: tuple[str, ...], where: PlaceMention) -> None:
        """A record says where a force is."""
        self.last, self.age = where, 0
        self.told = [*self.told, Told(where, self.at - 1, frozenset(actors))][-_KEPT:]
        self.stated[where.place.name] = self.at
        if where.form == "ground":
            self.seen.append(Known(where, self.at - 1))  # "the zone", after "a buffer zone"
        for code in actors:
            self.by_force[code] = where

    # ── what it means ──
    def of_kind(self, noun: str, but: tuple[str, ...] = ()) -> PlaceMention | None:
        """The place that "the <noun>" means: how well it is so called, how lately and how plainly it was spoken of.
        `but`: countries that are not meant."""
        if noun in COUNTRIES:
            return self.country(but)
        if noun == "capital":
            return self._capital()
        if self.heart is not None and noun in HEARTLANDS and self.heart.kind_code in HEARTLANDS[noun]:
            return PlaceMention(0, -1, self.heart, self.heart.name)
        if self.head is not None and fits(self.head, noun):
            return self.head
        total: dict[str, float] = {}
        newest: dict[str, PlaceMention] = {}
        for k in self.seen:
            if (fit := fits(k.mention, noun, k.called)) and not (noun in OF_NOTE and self._in_passing(k, noun)):
                name = k.mention.place.name
                fit *= _BESIDE if noun in _SMALL and name in capitals() and not k.called else 1.0
                total[name] = max(total.get(name, 0.0), fit * self._weight(k))
                newest[name] = k.mention
        best = max(total, key=lambda n: total[n], default="")
        return newest[best] if best else self.head if noun in ANY_SITE else None

    def _in_passing(self, k: Known, noun: str) -> bool:
        """The place was only named beside something else, or it is a capital where people met."""
        is_seat = noun in ANY_SITE and k.standing == PLAIN and k.mention.place.name in capitals()
        is_told = k.mention.is_site or k.called or k.mention.place.name in self.stated
        return not is_told and (k.standing < PLAIN or is_seat)

    def _capital(self) -> PlaceMention | None:
        """ "The capital": that of the country that the text is about, unless the one spoken of is another's."""
        own = capital(self.about)
        spoken = [k for k in self.seen if k.mention.form == "place" and k.mention.place.name in capitals()]
        if not spoken or own is not None and any(k.mention.place.name == own.place.name for k in spoken):
            return own
        last = spoken[-1]
        return last.mention if self._weight(last) >= _SPOKEN or own is None else own

    def _weight(self, k: Known) -> float:
        """What is left of a mention: it fades; a place where a fact was stated stays longer, one that was only named
        beside something else counts less."""
        if k.mention.place.name not in self.stated:
            return _FADE ** (self.at - k.sentence) * (1.0 if k.standing >= PLAIN else _BESIDE)
        return _FADE ** (self.at - max(k.sentence, self.stated[k.mention.place.name])) * 1.5

    def opened(self) -> PlaceMention | None:
        """What the sentence before opened with ("In Niger, …")."""
        found = (k.mention for k in self.seen if k.sentence == self.at - 1 and k.standing >= SETTING)
        return next((p for p in found if p.place.name not in capitals()), None)

    def country(self, but: tuple[str, ...] = (), least: float = 0.0) -> PlaceMention | None:
        """ "the country": the one of which the sentence before told, else the one that the text is about, else the last
        one named. `but`: it is none of these. `least`: how much of what is named must then be there."""
        if self.section is not None and self.section.place.kind_code == "country":
            return self.section
        last = self.opened()
        if last is not None and (code := country_of(last)) is not None and code not in but:
            return country_mention(code)
        if self.theme and self.theme not in but:
            return country_mention(self.theme)
        total = dict(self.weights)
        for k in self.seen:
            if code := k.mention.place.country_code:
                share = 0.7 if k.mention.form == "bare" else min(k.standing, PLAIN)
                total[code] = total.get(code, 0.0) + _FADE ** (self.at - k.sentence) * share
        total = {c: w for c, w in total.items() if c not in but} or total
        best = max(total, key=lambda c: total[c], default="")
        return country_mention(best) if best and total[best] >= least * sum(total.values()) else None

    @property
    def theme(self) -> str:
        """The country that the text is about, if it names it often enough to be plain; else ""."""
        most = max((w for c, w in self.weights.items() if c not in SENDERS), default=0.0)
        share = self.weights.get(self.about, 0.0)
        is_host = self.about not in SENDERS and share >= max(_HOSTS, most)
        return self.about if is_host or share >= _PLAINLY else ""

    def is_abroad(self, code: str) -> bool:
        """The last that was told of a force is where it was in another land than its own."""
        return code in self.by_force and country_of(self.by_force[code]) not in {None, code}

    def there(self) -> PlaceMention | None:
        """ "there": the last place stated, unless others have been named since; else the last one named. Where a
        section has only begun, the place of its heading."""
        if self.head is not None and not (self.item.code and self.head.place.kind_code == "country"):
            return self.head
        named = [k for k in self.seen if k.mention.form != "bare"]
        if self.item.code:
            return self.item.told(self.seen) or country_mention(self.item.code)
        mentions = [(k.sentence, k.mention) for k in named]
        named = [k for k in named if not any(n == k.sentence and holds(k.mention, m) for n, m in mentions)]
        if self.section is not None and not any(k.sentence > self.section_at for k in named):
            return self.section
        since = [k for k in named if k.sentence >= self.at - self.age and k.mention.prep in WHERE]
        since = [k for k in since if k.standing >= PLAIN] or since
        if self.last is not None and (self.age <= 1 and not since or not self.seen):
            return self.last
        local = [k for k in since if k.mention.place.kind_code not in {"country", "theatre", "sea"}]
        if local:
            return local[-1].mention
        plain = [k for k in named if k.standing >= PLAIN] or named
        return plain[-1].mention if plain else None

    def here(self) -> PlaceMention | None:
        """ "here": the place of the entry or section, else that of the dateline, else the one that most is told of."""
        return self.head or self.section or self.dateline or self.spot(6)

    def spot(self, within: int = 1, *, is_topic: bool = False) -> PlaceMention | None:
        """The town, site or stretch of land that the last sentences were about. `is_topic`: only such as they said
        something of, or stated a fact at."""
        if self.head is not None:
            return self.head
        total: dict[str, float] = {}
        newest: dict[str, PlaceMention] = {}
        for k in self.seen:
            is_local = k.mention.place.kind_code not in {"country", "theatre", "sea", "border_area"}
            if is_topic and not k.is_theme and k.mention.place.name not in self.stated:
                continue
            if is_local and self.at - max(k.sentence, self.stated.get(k.mention.place.name, -9)) <= within:
                name = k.mention.place.name
                total[name] = total.get(name, 0.0) + self._weight(k) * (1.5 if k.mention.is_site else 1.0)
                newest[name] = k.mention
        return newest[max(total, key=lambda n: total[n])] if total else None

    def implied(
        self, actors: tuple[str, ...], kind: str, missions: tuple[tuple[str, ...], ...] = (), is_free: bool = True
    ) -> PlaceMention | None:
        """Where a fact plays that names no place and points to none; None where the text leaves doubt.

        `missions`: the theatres of the missions that the sentence names. `is_free`: the sentence names no other place,
        of which something else is said."""
        head = self.head
        if head is not None and not (head.place.kind_code == "country" and head.place.country_code in actors):
            return replace(head, form="pointed", why="heading")
        theatre = self.theatre_of(actors) or self._mission(missions)
        if theatre is not None:
            return None if kind in _FOUGHT else replace(theatre, why="mission")
        near = next((self.by_force[c] for c in actors if c in self.by_force), None)
        headed = self.section
        if headed is not None and headed.place.kind_code == "country" and headed.place.country_code not in actors:
            if near is None or self.age > _FRESH or country_of(near) != headed.place.country_code:
                return replace(headed, why="heading")
        last = self.opened()
        is_other = last and near and country_of(last) not in {None, country_of(near), *actors}
        if last is not None and is_other and is_free:
            if kind not in _BROAD and (kind not in ON_THE_SPOT or last.place.kind_code != "country"):
                return replace(last, why="last")  # the text has gone on to another country
        may_be_home = actors != (self.about,) or kind in _AT_HOME
        prior = {self.about: self.weights.get(self.about, 0.0)} if self.about and may_be_home else {}
        found = playing(self.spoken(), self.at, actors, prior)
        if found is None:
            return None
        if found.spot is not None and kind not in _BROAD and is_free:
            return replace(found.spot, why="last")
        if kind in ON_THE_SPOT or found.code in actors and kind not in _BROAD:
            return None  # somewhere in the country, and the text knows where
        return self.whole(found.code, "theme", kind)

    def whole(self, code: str, why: str, kind: str = "") -> PlaceMention | None:
        """A country, or the land in it that the text is about."""
        is_deal = kind == "agreement" and self.heart is not None and self.heart.kind_code not in LANDS
        land = self.heart if code == self.about and not is_deal else None  # a state's deals are not a province's
        found = PlaceMention(0, -1, land, land.name) if land is not None else country_mention(code)
        return replace(found, why=why) if found is not None else None

    def spoken(self) -> list[Told]:
        """Where forces were said to be, and what else was named as a place."""
        most = PLAIN if self.told else SETTING
        named = [Told(k.mention, k.sentence, weight=min(k.standing, most)) for k in self.seen if k.standing]
        if self.dateline is not None and not self.told and self.dateline.place.name not in capitals():
            named.append(Told(self.dateline, 0))  # a capital's bureau writes of the whole country
        return [*self.told, *named]

    def intended(self, actors: tuple[str, ...], kind: str, is_free: bool = True) -> PlaceMention | None:
        """Where a force would go that is not there: where the text plays, not where the force was last.

        The text that weighs whether troops are sent is about the country that they would be sent to."""
        found = self.implied(actors, kind, (), is_free)
        near = next((self.by_force[c] for c in actors if c in self.by_force), None)
        if found is not None and found.why != "theme" or near is not None and country_of(near) != self.about:
            return found  # a force that the text has seen elsewhere
        code = country_of(self.goal) if self.goal is not None else None
        if code is not None and code not in actors:
            return self.whole(code, "theme")
        is_theme = self.about and self.about not in actors and self.weights.get(self.about, 0.0) >= _THEME
        return self.whole(self.about, "theme") if is_theme else found

    def _mission(self, missions: tuple[tuple[str, ...], ...]) -> PlaceMention | None:
        """Where the one mission plays that the sentence names, if the text speaks of that part of the world."""
        if len(missions) != 1 or not any(self.weights.get(c, 1.0 if len(c) != 3 else 0.0) for c in missions[0]):
            return None
        return self._theatre(missions[0])

    def _theatre(self, where: tuple[str, ...]) -> PlaceMention | None:
        known = where if len(where) == 1 else [c for c in where if self.weights.get(c, 0.0)]
        code = max(known, key=lambda c: self.weights.get(c, 0.0), default="")
        is_land = self.heart is not None and self.heart.kind_code in LANDS and code == self.about
        return self.whole(code, "mission") if is_land else theatre_mention(code) if code else None

    def theatre_of(self, actors: tuple[str, ...]) -> PlaceMention | None:
        """Where the mission plays under which a force was last named."""
        return self._theatre(self.theatre.get(actors, ()))


def country_of(p: PlaceMention) -> str | None:
    """Country code of a place, or of what contains it."""
    return p.place.country_code or (p.container.place.country_code if p.container else None)


def country_mention(code: str, why: str = "") -> PlaceMention | None:
    """A country or territory as an inferred place: no words of the sentence stand for it."""
    found = lexicon.lands().get(code)
    return PlaceMention(0, -1, found, found.name, why=why) if found else None


def theatre_mention(where: str) -> PlaceMention | None:
    """A mission's theatre: a country's code, or the name of a region or sea."""
    if where in lexicon.lands():
        return country_mention(where)
    found = lexicon.names().places.get(where)
    return PlaceMention(0, -1, found[0], found[0].name) if found else None
