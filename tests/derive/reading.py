"""Read a text with the engine and say what it stated in few words, for tables of sentences and facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from posture.derive.extract.draft import Count, Draft, Extraction
from posture.derive.extract.engine import extract
from posture.derive.extract.mentions import PlaceMention

#: A Thursday.
PUBLISHED = date(2025, 6, 12)
Fact = dict[str, Any]


class Where(str):
    """A place by its words in the text; `mention` says which place that is."""

    mention: PlaceMention

    @classmethod
    def of(cls, mention: PlaceMention) -> Where:
        made = cls(mention.words)
        made.mention = mention
        return made


def read(text: str, published: date | None = PUBLISHED) -> Extraction:
    return extract(text, published, "Test Wire")


def count(q: Count | None) -> tuple[Any, ...] | None:
    return None if q is None else (q.low, q.high, q.qualifier, q.unit)


def fact(d: Draft, extraction: Extraction) -> Fact:
    """Slots that hold something. Places by their words, dates as ISO text, `denies` as the type of the claim."""
    places = {s: Where.of(p) for s in ("place", "origin", "destination") if (p := getattr(d, s)) is not None}
    counts = {
        k: count(getattr(d, s))
        for k, s in (("n", "quantity"), ("before", "quantity_before"), ("delta", "quantity_delta"))
    }
    made: Fact = {"type": d.type_code, "actors": set(d.actors), "status": d.status, **places}
    made |= {k: v for k, v in counts.items() if v is not None}
    made["dates"] = (str(d.date_start or ""), str(d.date_end or ""))
    made["basis"] = d.date_basis
    made["said_by"] = list(d.attribution)
    made["against"] = set(d.counterparties)
    made["denies"] = None if d.denies is None else extraction.drafts[d.denies].type_code
    return made


def facts(text: str, published: date | None = PUBLISHED) -> list[Fact]:
    found = read(text, published)
    return [fact(d, found) for d in found.drafts]


def missing(wanted: list[Fact], found: list[Fact]) -> list[str]:
    """What is wrong: a wanted fact that none of the found ones holds, and found ones that nobody wanted."""
    left = list(found)
    wrong = []
    for w in wanted:
        k = next((k for k, f in enumerate(left) if all(_holds(slot, v, f.get(slot)) for slot, v in w.items())), None)
        if k is None:
            wrong.append(f"wanted {w}")
        else:
            left.pop(k)
    return wrong + [f"unwanted {f}" for f in left]


def _holds(slot: str, wanted: Any, found: Any) -> bool:
    """Equal; of a place's name the article and the common noun don't matter ("the Al-Tanf base")."""
    if slot in {"place", "origin", "destination"} and wanted and found:
        return str(wanted).lower() in str(found).lower()
    return bool(wanted == found)


def states(text: str, type_code: str, who: set[str] | None, where: str) -> bool:
    """Whether a text states a fact of the type, of these actors (None: of whomever) at that place ("": anywhere)."""
    found = [f for f in facts(text) if f["type"] == type_code]
    by_whom = who is None or any(f["actors"] == who for f in found)
    return bool(found) and by_whom and (not where or any(where in f["place"] for f in found))
