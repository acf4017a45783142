"""In which country a place lies that no gazetteer knows: that of the places told in one breath with it, else the one in
which the article places nearly everything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ....lexicon import country_places
from ..draft import Draft
from ..mentions import PlaceMention
from .discourse import SENDERS, country_of

_SLOTS = ("place", "origin", "destination")
#: Kinds of which the words say nothing of the country.
_OPEN = frozenset({"unresolved", "site", "region"})
#: So many places must be known, and such a share of them lie in one country.
_LEAST, _SHARE = 4, 0.85
#: From this share of its names a text is about one country.
_MOST = 0.6
#: Where a force goes home to, or comes from, may be anywhere.
_AWAY = {"withdrawal": "destination", "deployment": "origin", "reinforcement": "origin"}
_EDGE = re.compile(r"\b(?:borders?|frontiers?|across)\b", re.I)


def settle(text: str, drafts: Sequence[Draft], about: str = "", share: float = 0.0) -> None:
    """Give unknown places their country, where the rest of the text leaves little doubt: of a force that is
    elsewhere in the theatre, too, and not in a sentence that speaks of a border.

    Args:
        text: the article.
        drafts: its facts.
        about: the country where the text plays.
        share: how much of what it names is there.
    """
    for d in drafts:
        _on_its_side(d, drafts, about)
    known = [(d, code) for d in drafts for s in _SLOTS if (p := getattr(d, s)) is not None and (code := country_of(p))]
    counts = Counter(code for _, code in known)
    top, most = counts.most_common(1)[0] if counts else ("", 0)
    theatre = top if most >= max(_LEAST, _SHARE * counts.total()) else ""
    if not theatre and share >= _MOST and set(counts) <= {about}:
        theatre = about  # few facts, but the text speaks of hardly any other country
    there = {a for d, code in known if code == theatre for a in d.actors} | {theatre}
    for d in drafts:
        is_inside = bool(there & set(d.actors)) and not _EDGE.search(text, d.start, d.end)
        beside = {code for o, code in known if o is not d and (o.start, o.type_code) == (d.start, d.type_code)}
        for slot in _SLOTS:
            at: PlaceMention | None = getattr(d, slot)
            if at is None or slot == _AWAY.get(d.type_code) or at.place.kind_code not in _OPEN or country_of(at):
                continue
            code = next(iter(beside)) if len(beside) == 1 else theatre if is_inside else ""
            if code:
                setattr(d, slot, replace(at, place=at.place._replace(country_code=code)))


def _on_its_side(d: Draft, drafts: Sequence[Draft], about: str) -> None:
    """ "Togo sent troops to the Burkinabe border": a state's force that the text has nowhere abroad stands on its own
    side of a border."""
    land = country_places().get(d.actors[0]) if len(d.actors) == 1 and d.type_code in _GUARDING else None
    if land is None or land.country_code in SENDERS and land.country_code != about:
        return
    for slot in _SLOTS:
        at: PlaceMention | None = getattr(d, slot)
        if at is None or not _BORDER.search(at.place.name) or country_of(at) == land.country_code:
            continue
        mine = (o.main_place for o in drafts if d.actors[0] in o.actors and o is not d)
        if not any(country_of(p) not in {None, land.country_code, country_of(at)} for p in mine if p is not None):
            names = (*at.place.aliases, land.name)
            setattr(d, slot, replace(at, place=at.place._replace(country_code=land.country_code, aliases=names)))


_GUARDING = frozenset({"deployment", "reinforcement", "strength", "presence", "patrol", "mission_start"})
_BORDER = re.compile(r"\b(?:borders?|frontiers?|boundary)$", re.I)
