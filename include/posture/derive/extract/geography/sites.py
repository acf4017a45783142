"""Sites that only the text names: "Camp Liberty", "FOB Sharana", "the Kossei base", "the Ader and Tiva camps".

A name beside a word for a site is that site; a name that only says what kind of site it is ("Forward Operating Base",
"Army camp") names none. Also places in more words than a name: "between A and B", "the road to C".
"""

from __future__ import annotations

from dataclasses import replace

from ....lexicon import Place
from ..language.classes import plurals, words
from ..language.grammar import set_of
from ..language.phrases import COMPASS, DETERMINERS, LOCATIVE, SPREAD, NounPhrases
from ..language.text import Token
from ..mentions import PlaceMention, Spotted
from .longnames import NUMBERED_SITES, hyphened, long_name

#: What a name can stand before; military ones are sites, the others places.
_SITES = words("named_site")
_GROUNDS = words("named_ground")
_ANY = frozenset({"a", "an", "another"})
#: Of several sites.
PLURAL = plurals("site") | {"locations", "airports"}
#: What stands before a name, longest first.
_HEADS = tuple(
    tuple(h.split())
    for h in (
        "forward operating base|forward operating site|main operating base|tactical operating base|"
        "temporary operating base|company operating base|contingency operating base|"
        "contingency operating location|cooperative security location|marine corps air station|"
        "marine corps base|naval support facility|naval support activity|naval air station|"
        "naval air facility|naval station|naval base|coast guard station|combat outpost|joint base|"
        "patrol base|military base|military camp|air force base|air force station|air base|air station|"
        "space force base|fire base|raaf base|raaf|raf|cfb|fob|cop|mcas|nas|pb|camp|fort|firebase|airbase|"
        "outpost|garrison|checkpoint|base aérienne|base aerienne|base aérea|base aerea|base naval|kaserne|"
        "mount|lake|île|isla"
    ).split("|")
)
_KINDS = words("sites.kinds")
#: What stands between a name and the site's noun: "the Bulo forward operating base".
_OF_SITES = frozenset("military air naval army gas oil training".split())
_BETWEEN = words("sites.between")
_PARTICLES = frozenset(
    "al el de da do del des du la le las los san santa as ad ar an ash ez az bin ibn abu umm".split()
)
_FEATURES = words("sites.features")
#: Air forces that name their stations so.
_AIR_FORCES = frozenset({"raf", "raaf", "rnas", "rnzaf"})
#: Behind a town's name they are a place of their own.
_BUILT = set_of("dam bridge refinery barracks palace prison airport")
_NO_STATION = words("no_station")
#: "Islamist positions": whose.
_PEOPLES = words("people_name")
_BORDERS = frozenset("border borders frontier boundary".split())
_WAYS = frozenset("road highway motorway".split())

_HEADS_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _head in _HEADS:
    _HEADS_BY_FIRST.setdefault(_head[0], []).append(_head)


def _head_at(toks: tuple[Token, ...], i: int) -> tuple[str, ...] | None:
    """The words at i that open a site's name ("Camp", "Naval Station"), the longest first."""
    for head in _HEADS_BY_FIRST.get(toks[i].key, ()):
        if all(i + k < len(toks) and toks[i + k].key == word for k, word in enumerate(head)):
            return head
    return None


class SiteSpotter(NounPhrases):
    """Finds sites by the words beside their names."""

    text: str

    def _named_sites(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        known = {k for p in found.places for k in range(p.first, p.last + 1)} | found.taken
        for i, token in enumerate(toks):
            is_station = token.key in _AIR_FORCES and self._is_station(toks, i, known)
            if i in known and not is_station:
                continue
            if (name := long_name(toks, i)) is not None and not known & set(range(name[0], name[1] + 1)):
                self._site(found, toks, *name, name[1], name[1] > i and token.key in NUMBERED_SITES)
                known |= set(range(name[0], name[1] + 1))
                continue
            head = _head_at(toks, i) if token.text[0].isupper() else None
            if is_station:
                for f in found.forces:
                    if f.first == i:  # whose station it is, not who acts
                        f.is_military, f.is_weak, f.form = False, True, "demonym"
            if head is not None:
                at = i + len(head) - 1
                inner = next((p for p in found.places if p.first == at + 1), None)
                if inner is not None and inner.is_site:  # "Camp Baledogle", where the gazetteer has the name alone
                    found.places[found.places.index(inner)] = replace(inner, first=i)
                    continue
                after = self._name_after(toks, at if inner is None else inner.last, known)
                last = after if inner is None else after or inner.last
                if last is not None:
                    self._site(found, toks, i, last, last, head[-1] not in {"mount", "lake", "île", "isla"})
                    known |= set(range(i, last + 1))
                    continue
            if token.key in _BUILT and i and (inner := next((p for p in found.places if p.last == i - 1), None)):
                self._built(found, toks, inner, i)
                continue
            is_feature = token.key in _FEATURES and token.text[0].isupper()
            if (token.key in _SITES or token.key in _GROUNDS or token.key in PLURAL or is_feature) and i:
                for first, last in self._names_before(toks, i, known):
                    if first and toks[first - 1].key in _ANY and token.key in _SITES:
                        continue  # "an XYZ camp": one of somebody's, and no name
                    self._site(found, toks, first, last, i, token.key in _SITES | PLURAL)
                    known |= set(range(first, last + 1))

    def _built(self, found: Spotted, toks: tuple[Token, ...], town: PlaceMention, last: int) -> None:
        """ "The Mosul dam" is no town: the place is what was built there."""
        if town.place.kind_code not in {"city", "town", "sea"} or town.form != "place" or town.is_site:
            return
        words = self.text[toks[town.first].start : toks[last].end]
        aliases = (town.words, town.place.name, *town.place.aliases)
        place = town.place._replace(name=words, kind_code="site", site_code="unregistered", aliases=aliases)
        found.taken.add(last)
        found.places[found.places.index(town)] = replace(town, last=last, place=place, words=words, is_site=True)

    def _is_station(self, toks: tuple[Token, ...], i: int, known: set[int]) -> bool:
        """ "RAF Brawdy": a station; before a unit or an aircraft it is the service."""
        if i + 1 >= len(toks) or not is_name(toks[i + 1]) or i + 1 in known:
            return False
        classes, at = self.v.classes, i + 1
        while at < len(toks) and is_name(toks[at]):
            if toks[at].key in _NO_STATION or any(
                toks[at].key in classes[c] for c in ("materiel", "units", "personnel")
            ):
                return False
            at += 1
        return True

    def _name_after(self, toks: tuple[Token, ...], head: int, known: set[int]) -> int | None:
        """Last token of the name that begins after `head`; None where none does."""
        at = head
        while at + 1 < len(toks) and at + 1 not in known and toks[at + 1].start - toks[at].end <= 1:
            nxt = toks[at + 1]
            if is_name(nxt) or nxt.key.isdecimal() and at == head:
                at += 1
            elif far := hyphened(toks, at):
                at = far
            elif nxt.text == "-" and nxt.start > toks[at].end:
                break  # "Fort Rock - U.S. Army"
            elif nxt.text in {"-", "'", "’"} or nxt.key in _PARTICLES:
                if at + 2 >= len(toks) or not (toks[at + 2].text[0].isupper()) or nxt.key in {"as", "do", "an"}:
                    break
                at += 2
            else:
                break
        return at if at > head else None

    def _names_before(self, toks: tuple[Token, ...], head: int, known: set[int]) -> list[tuple[int, int]]:
        """The name before a site's noun; of a plural noun all of its joined names."""
        made: list[tuple[int, int]] = []
        last = head - 1
        while last and (toks[last].text in _BETWEEN or toks[last].key in _OF_SITES):
            last -= 1
        while last >= 0:
            first = _name_start(toks, last, known)
            if first is None:
                break
            made.append((first, last))
            joint = first - 1
            if toks[head].key not in PLURAL or joint < 1 or toks[joint].key not in {"and", ","}:
                break
            last = joint - 1
        return [(first, head if k == 0 else last) for k, (first, last) in enumerate(made)]

    def _site(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int, head: int, is_site: bool) -> None:
        words = self.text[toks[first].start : toks[last].end]
        bare = self.text[toks[first].start : toks[last - 1].end] if last == head and last > first else words
        aliases = (bare,) if bare != words and len(bare) > 2 else ()
        kind = "site" if is_site else "unresolved"
        place = Place(words, None, kind, None, None, "unresolved", "unregistered" if is_site else None, aliases)
        found.taken.update(range(first, last + 1))
        inside = [p for p in found.places if first <= p.first <= last]
        if inside:  # "Camp Arak": the country of the town that it is named after
            place = place._replace(country_code=inside[-1].place.country_code)
            found.places[:] = [p for p in found.places if p not in inside]
        found.places.append(PlaceMention(first, last, place, words, self._prep(toks, first), is_site))

    # ── places in more words than a name ──
    def _in_words(self, found: Spotted, toks: tuple[Token, ...]) -> None:
        """ "between A and B", "on the road (from A) to B": one place, not its ends."""
        for i, token in enumerate(toks):
            if token.key == "between" and _key(toks, i - 1) not in SPREAD:
                a = _at(found, i + 1, toks)
                b = _at(found, a.last + 2, toks) if a is not None and _key(toks, a.last + 1) == "and" else None
                if a is not None and b is not None:
                    self._compose(found, toks, i, i, (a, b), "at")
            elif token.key in _BORDERS and _key(toks, i + 1) == "with":
                name = i + 3 if _key(toks, i + 2) == "the" else i + 2
                ends = [p.last for p in found.places if p.first == name]
                ends += [f.last for f in found.forces if f.first == name]
                if ends:
                    self._border(found, toks, i, max(ends))
            elif token.key in _WAYS and self._prep(toks, i) in LOCATIVE | {"on", "along"}:
                a = _at(found, i + 2, toks) if _key(toks, i + 1) in {"from", "between"} else None
                to = a.last + 1 if a is not None else i + 1
                b = _at(found, to + 1, toks) if _key(toks, to) in {"to", "towards", "toward", "and"} else None
                if b is not None:
                    self._compose(found, toks, i, i, (a, b) if a is not None else (b,), self._prep(toks, i))

    def _border(self, found: Spotted, toks: tuple[Token, ...], first: int, last: int) -> None:
        """ "the border with X": on this side of it, so that its country is not X."""
        words = self.text[toks[first].start : toks[last].end]
        found.places[:] = [p for p in found.places if not first <= p.first <= last]
        place = Place(words, None, "border_area", None, None, "unresolved")
        found.places.append(PlaceMention(first, last, place, words, self._prep(toks, first)))

    def _compose(
        self, found: Spotted, toks: tuple[Token, ...], first: int, start: int, ends: tuple[PlaceMention, ...], prep: str
    ) -> None:
        last = ends[-1].last
        words = self.text[toks[start].start : toks[last].end]
        codes = {p.place.country_code for p in ends if p.place.kind_code != "country"}
        code = codes.pop() if len(codes) == 1 else None
        aliases = tuple(dict.fromkeys(p.place.name for p in ends)) if len(ends) > 1 else ()
        found.places[:] = [p for p in found.places if not first <= p.first <= last]
        place = Place(words, code, "region", None, None, "unresolved", aliases=aliases)
        found.places.append(PlaceMention(first, last, place, words, prep))


def _name_start(toks: tuple[Token, ...], last: int, known: set[int]) -> int | None:
    """First token of the name that ends at `last`; None where it is no name or only a kind of site."""
    if last < 0 or last in known or not is_name(toks[last]):
        return None
    first = last
    while first and first - 1 not in known:
        before = toks[first - 1]
        if before.text == "-" and before.end == toks[first].start and first > 1 and before.start == toks[first - 2].end:
            first -= 2
        elif first > 2 and toks[first - 2].text == "-" and _is_one_word(toks[first - 3 : first]):
            first -= 3  # "the Dol-ana Camp"
        elif is_name(before) or before.key in _PARTICLES and before.text[0].isupper() and first > 1:
            first -= 1
        else:
            break
    while first < last and (toks[first].key in DETERMINERS | COMPASS or toks[first].text == "-"):
        first += 1
    names = [t.key for t in toks[first : last + 1] if t.text != "-"]
    if first == 0 and len(names) == 1 and names[0] in _OPENING:
        return None  # the capital of a sentence's first word
    if all(n in _KINDS or n in COMPASS or n in _PEOPLES for n in names) or any(n in _ORGANS for n in names):
        return None
    return first


def _is_one_word(parts: tuple[Token, ...]) -> bool:
    """ "Dol-ana": a name in two parts, the second in small letters."""
    return parts[0].text[0].isupper() and parts[0].end == parts[1].start and parts[1].end == parts[2].start


#: Words that say what sites they are, or how many.
_OPENING = frozenset(
    "another other each every no any one only both first second third fourth fifth last next "
    "refugee displaced army rebel training temporary military new old several many some most both all other foreign "
    "smaller larger remote former abandoned disused empty makeshift tent observation guard sentry border frontier "
    "police coastal river mountain hilltop hillside enemy government two three four five six seven eight nine ten "
    "eleven twelve twenty dozens scores neither permanent forward main more fewer further additional similar such "
    "underground floating prison detention transit holiday summer youth scout polling petrol gas railway train bus "
    "metro power radio television".split()
)
_ORGANS = words("sites.organs")


def _at(found: Spotted, first: int, toks: tuple[Token, ...]) -> PlaceMention | None:
    """The place that begins here, past an article."""
    if _key(toks, first) == "the":
        first += 1
    return next(
        (p for p in found.places if p.first in {first, first - 1} and p.form == "place" and p.last >= first), None
    )


def _key(toks: tuple[Token, ...], i: int) -> str:
    return toks[i].key if 0 <= i < len(toks) else ""


def is_name(t: Token) -> bool:
    """A capital word that can be a name, or begin one."""
    return t.text[0].isupper() and t.text.isalpha() and len(t.text) > 2 and t.key not in DETERMINERS
