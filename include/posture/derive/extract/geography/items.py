"""The item of a digest ("PERU - …", below a heading "Peru"): where it plays, and what "there" means in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..mentions import PlaceMention
from .theatre import Known

#: A name behind these is where something is.
WHERE = frozenset("in at on near outside inside around".split())


@dataclass
class Item:
    """The country of the item at hand, "" outside of a digest, and the sentence that names it."""

    code: str = ""
    at: int = -1

    def enter(self, code: str | None, at: int) -> None:
        """An item begins."""
        if code is not None:
            self.code, self.at = code, at

    def is_elsewhere(self, country: str | None) -> bool:
        """It does not play in that country."""
        return bool(self.code) and country not in {None, self.code}

    def told(self, seen: Sequence[Known]) -> PlaceMention | None:
        """Where, in its country, the item said last that something is."""
        own = (k.mention for k in reversed(seen) if k.sentence >= self.at and k.mention.prep in WHERE)
        return next((p for p in own if p.place.kind_code != "country" and p.place.country_code == self.code), None)
