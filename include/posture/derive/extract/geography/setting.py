"""Where a text plays, read off the names in it before its sentences are: which countries, which one most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ....lexicon import Place
from ..language.blocks import Block
from ..language.grammar import WHERE_MARKS
from ..language.names import Hit
from ..language.vocabulary import Vocabulary
from .placekinds import LANDS

#: Before the name of a capital these say that the city is meant.
_ABOUT = frozenset("in inside across over near around outside through into from".split())
#: Of towns of this size one mention is enough.
_TOWN = 100_000
#: A title is no longer; "deeper into X" in it counts for so many places in the text.
_TITLE, _TITLED = 120, 3
#: How often a text that is about a land, or a province, names it at the least.
_OWN_LAND, _PROVINCE = 2, 3


def _word_before(text: str, hit: Hit) -> str:
    """The word before a name, past its article: "in the Solomon Islands", not "at the U.S. embassy"."""
    before = text[max(0, hit.start - 16) : hit.start].lower().split()
    if len(before) > 1 and before[-1] == "the" and not text[hit.start : hit.start + 2].isupper():
        before.pop()
    return before[-1] if before else ""


#: "The accord signed in Doha", "the talks in Geneva": nothing plays there.
_VENUE = re.compile(
    r"\b(?:signed|initialled|initialed|concluded|reached|negotiated|brokered|talks|negotiations|summit|conference)"
    r"\s+(?:in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_venue(text: str, hit: Hit) -> bool:
    return _VENUE.search(text, max(0, hit.start - 30), hit.start) is not None


def countries(hits: Sequence[Hit], v: Vocabulary) -> dict[str, float]:
    """Share of each country in the names: the prior for names that several countries share."""
    counts: Counter[str] = Counter()
    for hit in hits:
        codes = {
            p.country_code
            for p in v.places[hit.name]
            if p.country_code and (p.site_code or p.population >= 500_000 or p.kind_code == "country")
        }
        codes |= {f.code for f in v.forces[hit.name] if f.form in {"name", "demonym"}}
        if len(codes) == 1:
            counts[codes.pop()] += 1
    total = sum(counts.values()) or 1
    return {c: n / total for c, n in sorted(counts.items())}


def grounds(text: str, hits: Sequence[Hit], v: Vocabulary) -> Counter[str]:
    """How often the text places something in each country: by a name below country level, or "in X". A country of which
    only forces are named is none of them."""
    counts: Counter[str] = Counter()
    towns: Counter[tuple[int, str]] = Counter()
    hits = [hit for hit in hits if not _is_venue(text, hit)]
    for hit in hits:
        codes = {
            p.country_code
            for p in v.places[hit.name]
            if p.country_code and (p.site_code or p.population >= 500_000) and p.kind_code != "country"
        }
        if len(codes) == 1 and not any(f.form == "capital" for f in v.forces[hit.name]):
            counts[str(codes.pop())] += 1
    for hit in hits:
        if _word_before(text, hit) in WHERE_MARKS:
            places = v.places[hit.name]
            for p in places[:1]:
                if p.kind_code == "country" and p.country_code:
                    counts[p.country_code] += 1
            if len({p.country_code for p in places}) == 1 and places[0].population < 500_000:
                towns[hit.name, str(places[0].country_code)] += 1 + (places[0].population >= _TOWN)
    for (_, code), n in towns.items() if not counts else ():
        counts[code] += n // 2  # a small town's name shows little: it counts where nothing else does
    return counts


def _of_somebody(text: str, start: int) -> bool:
    """ "A doctor who was trained in Cuba": where somebody has been."""
    return _WHO.search(text, max(0, start - 40), start) is not None


_WHO = re.compile(r" (?:official|doctor|nurse|teacher|man|woman|analyst|lawyer|priest|worker|student)s? who [^.,;]*$")


def stage(text: str, hits: Sequence[Hit], v: Vocabulary, placed: Counter[str]) -> Counter[str]:
    """How often the text plays in each country: beside what it places there, "over Colombo", though the name of a
    capital can stand for its state, and the movements that fight in one country alone."""
    counts = placed.copy()
    hits = [hit for hit in hits if not _is_venue(text, hit)]
    for hit in hits:
        if _word_before(text, hit) in _ABOUT and any(f.form == "capital" for f in v.forces[hit.name]):
            counts.update(p.country_code for p in v.places[hit.name][:1] if p.country_code and p.kind_code == "city")
    for hit in hits:
        is_titled = hit.end < _title_end(text) and not text[hit.start : hit.end].isupper()  # "to U.S. planes"
        is_where = _word_before(text, hit) in _ABOUT | {"to"} or _MISSION.match(text, hit.end)
        for p in v.places[hit.name][:1] if is_titled and is_where else ():
            if p.kind_code == "country" and p.country_code:
                counts[p.country_code] += _TITLED
    bands = {f.code: f.theatre for hit in hits for f in v.forces[hit.name] if f.form == "group" and len(f.theatre) == 1}
    counts.update(theatre[0] for theatre in bands.values())
    return counts


def _title_end(text: str) -> int:
    """Where a title ends: a first line that is short; 0 without one."""
    end = text.find("\n") + 1
    return end if end <= _TITLE else 0


#: "Its Haiti mission".
_MISSION = re.compile(r" (?:mission|operation|campaign|deployment|pullout|withdrawal)s?\b")


def about(placed: Counter[str], shares: Mapping[str, float]) -> str:
    """The country in which most named places lie: where the text plays."""
    # A name that two countries share ("Port Sudan" beside "South Sudan") does not outweigh the country named most.
    named = [c for c, _ in placed.most_common() if shares.get(c, 0.0) >= 0.1]
    return named[0] if named else placed.most_common(1)[0][0] if placed else ""


def heart(text: str, hits: Sequence[Hit], v: Vocabulary, country: str) -> Place | None:
    """The one land within a country that the text is about, rather than the whole: Nagorno-Karabakh, Gaza, Uruzgan.

    It is named more often than anything is placed in the country as such, and than any land beside it; a province,
    which is seldom a theatre of its own, far more often than the country is named at all."""
    counts: Counter[str] = Counter()
    found: dict[str, Place] = {}
    placed = named = 0
    for hit in hits:
        for p in v.places[hit.name][:1]:
            if p.country_code != country:
                continue
            if p.kind_code == "country":
                placed += _word_before(text, hit) in WHERE_MARKS | _ABOUT
                named += 1
            elif p.kind_code in LANDS | {"admin1", "island"}:
                counts[p.name] += 1
                found[p.name] = p
    if not counts:
        return None
    (name, most), *others = counts.most_common(2)
    beside = max((n for _, n in others), default=0)
    is_own = found[name].kind_code in LANDS and most >= _OWN_LAND and most > placed and most >= 1.5 * beside
    is_province = most >= _PROVINCE and most >= 2 * max(named, beside)
    return found[name] if is_own or is_province else None


def hosting(country: str, blocks: Sequence[Block], hits: Sequence[Hit], v: Vocabulary) -> str:
    """The country, if the text's first line is a title that names it or a place in it, and not whose forces the text is
    about ("British forces in Germany"); else ""."""
    if not country or not blocks or blocks[0].kind != "heading" and blocks[0].end > 120:
        return ""
    title = [hit for hit in hits if hit.start < blocks[0].end]
    is_titled = any(p.country_code == country for hit in title for p in v.places[hit.name][:1])
    is_whose = any(f.form == "demonym" and f.code != country for hit in title for f in v.forces[hit.name][:1])
    return country if is_titled and not is_whose else ""


#: A heading, or a line that ends with a colon, for a list of who has sent forces.
_CONTRIBUTORS = re.compile(
    r"(?im)^(?=[^\n.]{0,110}(?::|[^\n.:;,]{0,60})$)[^\n.]{0,70}\b(?:(?:troop|force|main|military) contributions"
    r"|contribut(?:ing|e|ed|ions by) (?:countries|nations|states)|contributors|(?:countries|nations|states|allies)"
    r" (?:that|which|who)? ?(?:have |are |is |will )?(?:contribut\w+|pledg\w+|send\w*|sent|offer\w+|provid\w+)"
    r"|who (?:is|are) sending|(?:troop|force) (?:pledges|offers|commitments)|(?:what|whom|how many) each"
    r"|national contingents|(?:contingents|pledges|contributions|troops) by (?:country|nation|state))\b[^\n.]{0,60}$"
)


#: A line that heads a list is no longer.
_HEAD = 200


def _heads(text: str) -> Iterator[tuple[int, int]]:
    """Lines that can head a list: short ones without a full stop. To look for its words costs more by far."""
    start = 0
    for line in text.split("\n"):
        if len(line) < _HEAD and "." not in line:
            yield start, start + len(line)
        start += len(line) + 1


def contributed(text: str, about: str, hits: Sequence[Hit], v: Vocabulary) -> str:
    """The country in which those serve of whom a list tells: "Troop contributing countries". The one that the
    line above it names, else the one that the text is about; "" where no line heads such a list."""
    line = next((m for start, end in _heads(text) if (m := _CONTRIBUTORS.match(text, start, end))), None)
    if line is None:
        return ""
    named = [v.places[h.name][0] for h in hits if line.start() <= h.start < line.end() and v.places[h.name]]
    return next((p.country_code for p in named if p.country_code), about)
