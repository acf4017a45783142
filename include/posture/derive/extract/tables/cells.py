"""What stands in a cell: a number, a place, a state or group, a time, what became of a site."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ....lexicon import Place
from ..draft import Count
from ..geography.capitals import capital
from ..geography.discourse import country_mention
from ..language.grammar import LONG_MONTHS
from ..language.text import Sentence, Token, fold, tokens
from ..language.vocabulary import Vocabulary
from ..mentions import PlaceMention, Spotted
from ..quantity.numerals import number
from ..quantity.quantities import count_at
from ..timing.context import Time
from ..timing.times import times

_YEAR = re.compile(r"(?:19|20)\d\d")
#: "2013", "since May 2013", "2013-15".
YEARS = re.compile(r"(?:since |in |from )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:\s?[-–]\s?(?:\d\d|\d{4}|present|now)?)?$")
_EMPTY = re.compile(
    r"[-–—.?*/\s]*$|n/?a$|none$|unknown$|not known$|unspecified$|undisclosed$|classified$|nil$|nobody$|no one$", re.I
)
_UNSAID = re.compile(
    r"n/?\.?a\.?$|unknown$|not known$|unspecified$|undisclosed$|not disclosed$|classified$|secret$|\?+$",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:none|nobody|nil|no (?:one|troops|soldiers|men|longer)|gone|empty|vacant|unmanned|zero)\b", re.I
)
_ABOUT = re.compile(r"(?:~|≈|±|\b(?:c|ca|est|approx|avg)\.)\s?(?=\d)|(?:\(|\d )(?:est|approx|estimate)", re.I)
_BOUND = re.compile(r"([<>≤≥]|\bmax\.|\bmin\.)\s?(?=\d)", re.I)
#: "One battalion (900)", "2 companies (c. 240 men)": what the units are strong.
_OF_UNITS = re.compile(r"\(\D{0,12}\d[\d.,\s\u00a0]*(?:men|troops|soldiers|personnel|strong)?\)", re.I)
_AHEAD = re.compile(
    r"^to (?!the\b)|\b(?:to be|is to|are to|will|planned|plans?|due|scheduled|expected|proposed|under construction)\b",
    re.I,
)
_IN_USE = frozenset(
    "active open operational used occupied manned functioning permanent garrisoned held operating".split()
)
_DATING = LONG_MONTHS | frozenset("in since until by from of early mid late end".split())
_NOT = frozenset("not no never inactive non un".split())
#: What becomes of sites, in the words of lists, the more telling first.
_ACTS = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.I))
    for kind, words in (
        ("base_handover", r"hand(?:ed|ing)?[ -]?(?:over|back)"
                          r"|(?:hand(?:ed)?|turn(?:ed)?(?: over)?|giv(?:en|e)(?: back)?|pass(?:ed)?(?: on)?"
                          r"|transfer(?:red)?|return(?:ed)?|ceded?|deliver(?:ed)?|sold|surrender(?:ed)?|entrusted) to"
                          r"|transferr?ed|taken over by|now (?:held|used|run|occupied) by|passed (?:in)?to"),
        ("base_closure", r"clos(?:ed?|ing|ure)|shut(?:tered)?|dismantl(?:ed?|ing)|demolish(?:ed)?|taken down"
                         r"|torn down|pulled down|deactivat(?:ed?|ion)|decommission(?:ed)?|mothballed|removed|razed"
                         r"|bulldozed|disused|defunct|wound up"),
        ("withdrawal", r"evacuat(?:ed?|ion)|vacated?|abandon(?:ed)?|withdrawn|left|given up"
                       r"|troops (?:left|withdrawn|gone)|quit"),
        ("base_opening", r"open(?:ed|ing)|set up|established|built|inaugurated|under construction|reopened|founded"
                         r"|completed|construction"),
    )
)  # fmt: skip
#: Who takes a site over where the words don't name it.
_HOST = re.compile(
    r"\b(?:host|local|national) (?:government|nation|forces|army|authorities|country)"
    r"|\bthe (?:government|authorities)\b",
    re.I,
)
#: What a cell says in one breath; what is there no longer; how far before a place the noun for its site stands.
_CLAUSE = re.compile(r"[^;.]*\w[^;.]*")
_GONE = frozenset({"base_handover", "base_closure", "withdrawal"})
_FORMER = re.compile(r"\b(?:formerly|until \w+|no longer|planned|proposed)\b", re.I)
#: So many words may tell.
_PROSE = 4
_NEAR, _AT = 9, frozenset("in at near on outside inside by".split())
_SITED = frozenset("garrison garrisons compound compounds centre center radar headquarters battery squadron".split())


@dataclass(frozen=True)
class Read:
    """What a cell holds, of each kind what there is of it."""

    start: int
    end: int
    words: str
    count: Count | None = None
    has_noun: bool = False
    place: PlaceMention | None = None
    #: The place is a country, or the name is a state's.
    state: str = ""
    #: Any party that it names.
    codes: tuple[str, ...] = ()
    time: Time | None = None
    act: str = ""
    is_ahead: bool = False
    is_in_use: bool = False
    to: tuple[str, ...] = ()
    to_host: bool = False

    @property
    def code(self) -> str | None:
        """The country that it names."""
        return self.state or (self.place.place.country_code if self.place else None)

    @property
    def is_number(self) -> bool:
        """A count with hardly a word around it, and no year."""
        return self.count is not None and len(self.words.split()) < 7 and not YEARS.match(self.words)

    @property
    def is_unsaid(self) -> bool:
        """There is a number, but nobody gives it; or words stand for it that tell none ("a battalion")."""
        is_told = self.count is None and not self.is_empty and not self.act and not _NOBODY.search(self.words)
        return bool(_UNSAID.match(self.words)) or is_told

    @property
    def is_empty(self) -> bool:
        """Nothing, a dash, "n/a"."""
        return bool(_EMPTY.match(self.words))


class Cells:
    """Reads cells of one text."""

    def __init__(self, text: str, v: Vocabulary, spot: Callable[[Sentence], Spotted], published: date | None) -> None:
        self.text, self.v, self.spot, self.published = text, v, spot, published

    def read(self, start: int, end: int, block: int) -> Read:
        """What text[start:end] holds as a cell."""
        words = self.text[start:end]
        if _EMPTY.match(words):
            return Read(start, end, words)
        sentence = Sentence(start, end, self.text, block, "row")
        toks = sentence.tokens
        found = self.spot(sentence)
        counted, has_noun = self._count(toks, words)
        state = next((f.codes[0] for f in found.forces if f.form in {"name", "demonym"} and len(f.codes) == 1), "")
        at = _place(found)
        if at is not None and at.place.kind_code == "country":
            state = state or at.place.country_code or ""
        codes = tuple(dict.fromkeys(c for f in found.forces for c in f.codes if f.form != "capital")) or (
            (state,) if state else ()
        )
        act = _act(words)
        others = [f for f in found.forces if f.codes and f.first > 0]
        return Read(
            start, end, words, counted, has_noun, at, state, codes, self._time(start, end), act,
            bool(_AHEAD.search(words)), bool({t.key for t in toks} & _IN_USE and not {t.key for t in toks} & _NOT),
            others[-1].codes if others else (), bool(_HOST.search(words)),
        )  # fmt: skip

    def named(self, start: int, end: int, code: str | None) -> PlaceMention | None:
        """The name in a place's cell as a site, though no gazetteer knows it."""
        toks = tokens(self.text, start, end)
        last = next((k for k, t in enumerate(toks) if t.text in "(,;/:" and k), len(toks))
        toks = toks[:last]
        if not toks or not toks[0].text[0].isupper() or len(toks) > 7:
            return None
        words = self.text[toks[0].start : toks[-1].end]
        return PlaceMention(
            0, len(toks) - 1, Place(words, code, "site", None, None, "unresolved", "unregistered"), words, "", True
        )

    def sites(self, cell: Read, code: str | None) -> list[PlaceMention]:
        """The places at which the words of a cell say that there are sites now: "a base in X, a depot near Y"; () for
        one site alone, at which the whole row is.

        Args:
            cell: one of several words.
            code: the country in which they lie.
        """
        made: list[PlaceMention] = []
        clauses = list(_CLAUSE.finditer(cell.words)) if len(cell.words.split()) >= _PROSE else []
        for m in clauses:
            if _act(m[0]) in _GONE or _FORMER.search(m[0]):
                continue
            sentence = Sentence(cell.start + m.start(), cell.start + m.end(), self.text, 0, "row")
            found, toks = self.spot(sentence), sentence.tokens
            last = -9
            for p in found.places:
                near = {t.key for t in toks[max(0, p.first - _NEAR) : p.first]}
                joined = p.first - 2 == last and toks[p.first - 1].key == "and"
                inner = p.first - 2 == last and toks[p.first - 1].key == ","
                told = joined or not inner and p.prep in _AT and bool(near & (self.v.classes["sites"] | _SITED))
                if told and p.place.kind_code != "country" and p.place.country_code in {code, None}:
                    made.append(replace(p, form="place", place=p.place._replace(country_code=code)))
                    last = p.last
        return made if len(made) > 1 or len(clauses) > 1 else []

    def is_site(self, words: str) -> bool:
        """ "Camp Dwyer", "Fort Rock": the words begin with what the site is."""
        return fold(words.split(maxsplit=1)[0]) in self.v.classes["sites"]

    def _count(self, toks: tuple[Token, ...], words: str) -> tuple[Count | None, bool]:
        numbers = [k for k in range(len(toks)) if number(toks, k) is not None and not _is_year(toks, k)]
        at = next(iter(numbers), None)
        if len(numbers) > 1 and self.v.units.get(toks[numbers[0] + 1].key) == "units" and _OF_UNITS.search(words):
            at = numbers[1]
        counted = None if at is None else count_at(toks, at)
        if at is None or counted is None:
            return None, False
        _, last, count = counted
        if count.qualifier == "exact" and count.low is not None:
            if m := _BOUND.search(words):
                is_least = m[1].lower() in {">", "≥", "min."}
                count = replace(count, low=count.low if is_least else None, high=None if is_least else count.low)
                count = replace(count, qualifier="at_least" if is_least else "at_most")
            elif _ABOUT.search(words):
                count = replace(count, qualifier="about")
        unit = next((self.v.units[t.key] for t in toks[last + 1 : last + 4] if t.key in self.v.units), "")
        return (replace(count, unit=unit) if unit else count), bool(unit)

    def _time(self, start: int, end: int) -> Time | None:
        found = [t for t in times(self.text, start, end, self.published) if t.is_resolved]
        return found[-1] if found else self.when(self.text[start:end])

    def when(self, words: str) -> Time | None:
        """The month or year that words hold, with no "in" before it."""
        m = _YEAR.search(words)
        if m is None:
            return None
        made = [t for w in (words, f"in {m[0]}") for t in times(w, 0, len(w), self.published) if t.is_resolved]
        return made[0] if made else None


def party(words: str) -> tuple[str, ...]:
    """A party that no register knows, by its name in capitals, or by the short form in its bracket: "Front of the
    Lakes (FL)"; () for a description ("local militia", "various")."""
    if short := _SHORT.search(words):
        return (short[1],)
    name = words.partition("(")[0].strip(" .,;*")
    is_name = all(w[:1].isupper() or w in _INNER for w in name.split()) and not any(c.isdigit() for c in name)
    return (name.upper(),) if name and is_name and len(name.split()) <= _LONGEST_NAME else ()


_SHORT = re.compile(r"\(([A-Z][A-Z0-9-]{1,9})\)")
_INNER = frozenset("of the for and al el de du la des".split())
_LONGEST_NAME = 6


def _is_year(toks: tuple[Token, ...], at: int) -> bool:
    """ "Withdrawn May 2023", "since 2014": no number of anything."""
    before = toks[at - 1] if at else None
    return before is not None and bool(_YEAR.fullmatch(toks[at].text)) and before.key in _DATING


def _act(words: str) -> str:
    """The type of what became of a site."""
    return next(
        (kind for kind, pattern in _ACTS if (m := pattern.search(words)) and not _denied(words[: m.start()])), ""
    )


def _denied(before: str) -> bool:
    return bool(_NOT & set(before.lower().split()[-2:]))


def _place(found: Spotted) -> PlaceMention | None:
    """The first place that it names, rather a place in a country than the country; of several in one, the country."""
    named = [p for p in found.places if p.first >= 0 and p.place.kind_code not in {"theatre"}]
    inner = [p for p in named if p.place.kind_code != "country"]
    seats = [c for f in found.forces if f.form == "capital" and f.codes and (c := capital(f.codes[0])) is not None]
    sites = [*inner, *seats]  # "Riga, Latvia": in running text a capital's name can stand for a government
    lands = {p.place.country_code for p in sites}
    if len(sites) > 1 and len(lands) == 1 and not any(p.container for p in sites):
        is_nested = any(a.place.kind_code in _WIDE for a in inner)
        whole = next((p for p in named if p.place.kind_code == "country"), None) or country_mention(lands.pop() or "")
        return sites[0] if is_nested or whole is None else replace(whole, form="place", prep="")
    return (
        replace(sites[0], form="place", prep="")
        if sites
        else replace(named[0], form="place", prep="")
        if named
        else None
    )


_WIDE = frozenset({"admin1", "admin2", "region", "area", "territory", "sea", "island"})
