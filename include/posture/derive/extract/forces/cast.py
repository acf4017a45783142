"""Who plays in a text as a whole: whose missions it reports on, and whose forces are guests in the country it is about.

Read off the names before the sentences are: a short form ("the Mission", "the Army") may stand before the full name, or
in a text that never gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..families import BODIES
from ..mentions import ForceMention

#: A report to the Security Council calls the UN's mission by its capital alone.
_OF_THE_UN = re.compile(r"\breports? of the Secretary-General\b|\bSecurity Council resolution\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=[a-z,] )the (?:Mission|Force)\b")
#: Words of such reports, in one of which no other mission is named.
_OF_A_REPORT = re.compile(
    r"\b(?:the period under review|the reporting period|the present report|my (?:last|previous) report"
    r"|my Special Representative|Secretary-General|resolution \d{4} \(\d{4}\)|team sites?|Force Commander"
    r"|contingents?|Blue Line|temporary operating bases?)\b",
    re.IGNORECASE,
)


#: A guest named no oftener, beside a host named so many times as often, is none.
_BY_THE_WAY, _MANY = 2, 3


@dataclass(frozen=True, slots=True)
class Cast:
    """id → share of the mentions of forces: missions and alliances; states, the host left out."""

    missions: Mapping[str, float] = field(default_factory=dict)
    guests: Mapping[str, float] = field(default_factory=dict)
    #: The state whose forces abroad are all that the text is about: its army is "the army", whatever the host.
    own: str = ""
    #: Whose mission a report to the Security Council calls "the Mission".
    reports: str = ""
    #: The guest whose forces are named again and again, while the host's never are: "the army" may well be its own.
    alone: str = ""
    #: The one state whose forces or bases abroad the title names: "Russian bases in Georgia".
    titled: str = ""
    #: Whoever the title names.
    in_title: frozenset[str] = frozenset()
    #: The host's own forces are named about as often as any guest's: "the Army" is no guest's.
    is_armed: bool = False

    @property
    def guest(self) -> str:
        """The guest of whom at least every other mention is."""
        return next((code for code, share in self.guests.items() if share >= 0.5), "")


def cast(
    text: str, named: Iterable[ForceMention], kinds: Mapping[str, str], home: str, title: Iterable[ForceMention] = ()
) -> Cast:
    """The cast of a text.

    Args:
        text: the article.
        named: every force that it names, in order.
        kinds: id of a force → its kind in the lexicon.
        home: the state in which the text plays.
        title: the forces that its title names.
    """
    missions: Counter[str] = Counter()
    guests: Counter[str] = Counter()
    states: Counter[str] = Counter()
    host = 0
    for f in named:
        if f.form == "proxy":
            continue
        for code in f.codes:
            kind = kinds.get(code)
            states[code] += kind == "state"
            host += code == home and f.is_military
            if kind in BODIES:
                missions[code] += 1
            elif kind == "state" and code != home and f.is_military:
                guests[code] += 2 if f.form == "unit" else 1
    is_report = _OF_THE_UN.search(text) or not missions and _OF_A_REPORT.search(text)
    reports = "UN" if is_report and _CAPITAL.search(text) else ""
    first = max(states, key=lambda c: (states[c], c), default="")
    own = first if states[first] >= 5 and guests[first] >= 3 and states[first] > 4 * states[home] else ""
    main, count = next(iter(guests.most_common(1)), ("", 0))
    alone = main if count >= 5 and not host and 2 * count > guests.total() else ""
    title = list(title)
    spoken = {c for f in title if f.is_military or f.form == "demonym" for c in f.codes}
    titled = spoken.pop() if len(spoken) == 1 else ""
    if kinds.get(titled) != "state" or titled == home:
        titled = ""
    allied = _shares(missions, missions.total() + guests.total())
    # A text about one state's own forces may name a foreigner's by the way: that makes it no guest.
    passing = {c for c, n in guests.items() if n <= _BY_THE_WAY and _MANY * n <= states[home]}
    present = {c: share for c, share in _shares(guests, guests.total()).items() if c not in passing}
    named_there = frozenset(c for f in title for c in f.codes)
    return Cast(allied, present, own, reports, alone, titled, named_there, 2 * host >= count)


def _shares(counts: Counter[str], total: int) -> dict[str, float]:
    return {code: n / total for code, n in sorted(counts.items())}
