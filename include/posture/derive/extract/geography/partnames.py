"""Great towns of the gazetteer that are only the end of a longer, unknown name: "Buur Cali" is no town of Colombia."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ..language.grammar import set_of
from ..language.names import Hit
from ..language.vocabulary import Vocabulary

#: The word before a name, on its line and not the first of its sentence.
_WORD = re.compile(r"(?<=[\w,;] )([A-Z][a-z’']+) $")
#: So far back a word stands before a name; no headline is longer.
_BEFORE, _LONGEST = 40, 200
#: What else the name of a town can stand for.
_SEATS = frozenset({"capital", "metonym"})
#: What a line ends with that is no headline.
_CLOSING = frozenset('.:;,)]”"’')
#: Written with a capital, they are no part of the name of a town.
_NO_PARTS = set_of(
    "greater downtown central metropolitan old new inner outer occupied mayor governor president minister senator "
    "general monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december the in at from to near for of and on by with after over"
)


def without_parts(text: str, hits: Sequence[Hit], v: Vocabulary) -> list[Hit]:
    """Names without those of towns that a capitalised word stands before, where no other name is of their country."""
    named: dict[str, set[int]] = defaultdict(set)
    for hit in hits:
        codes = {p.country_code for p in v.places[hit.name][:1] if p.country_code}
        for code in codes | {f.code for f in v.forces[hit.name]}:
            named[code].add(hit.name)
    ends = {hit.end for hit in hits}
    return [hit for hit in hits if not _is_part(text, hit, v, ends, named)]


def _is_part(text: str, hit: Hit, v: Vocabulary, ends: set[int], named: dict[str, set[int]]) -> bool:
    places = v.places[hit.name]
    if not places or hit.start - 1 in ends or any(f.form not in _SEATS for f in v.forces[hit.name]):
        return False
    if any(p.kind_code not in {"city", "admin1"} or p.site_code for p in places):
        return False
    if any(len(named[p.country_code or ""]) > 1 for p in places):
        return False
    near = max(0, hit.start - _BEFORE)
    before = _WORD.search(text, max(text.rfind("\n", near, hit.start) + 1, near), hit.start)
    if before is None or before[1].lower() in _NO_PARTS:
        return False
    end = text.find("\n", hit.end, hit.end + _LONGEST)
    if end < 0 and len(text) > hit.end + _LONGEST:
        return True
    last = text[hit.end : end if end >= 0 else len(text)].rstrip()[-1:]
    return last in _CLOSING  # but "Rebels Attack Lima", a headline in capitals
