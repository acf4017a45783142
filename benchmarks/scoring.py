"""Count predicted records against gold ones, by the rules of docs/records.md (§6).

Records as JSON objects go in, as `posture extract` prints them; figures come out. A prediction meets a gold record
where type, evidence, main place and number agree; each gold record is met once, and slots are judged on what was met.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
Span = tuple[int, int]

SLOTS = ("actors", "status", "date", "qualifier", "attribution", "places")
PLACE_SLOTS = ("place", "origin", "destination")
#: The place that decides a match, where the gold fills it; every other type goes by `place`.
_DECISIVE = {
    "withdrawal": ("origin",),
    "deployment": ("destination",),
    "reinforcement": ("destination",),
    "relocation": ("destination", "origin"),
    "detainee_transfer": ("destination", "origin"),
}
_DONE = frozenset({"in_effect", "completed", "ongoing"})
#: Shorter quotes, and shorter overlaps, show nothing.
_LEAST_LETTERS = 8


# ── text ──


def letters(text: str) -> str:
    """A text's letters and digits, folded: quotes are looked for in these, so that marks and spaces don't matter."""
    return "".join(c for char in text for c in unicodedata.normalize("NFKD", char).casefold() if c.isalnum())


def find(flat: str, quote: str | None) -> list[Span]:
    """Every span of `flat` (made by `letters`) in which the quote stands; the likeliest one where it was repaired."""
    wanted = letters(quote or "")
    if len(wanted) < _LEAST_LETTERS:
        return []
    exact = [(m.start(), m.start() + len(wanted)) for m in re.finditer(f"(?={re.escape(wanted)})", flat)]
    return exact or _nearly(flat, wanted)


def _nearly(flat: str, wanted: str) -> list[Span]:
    """Where at least three fifths of a quote stand in runs of twelve letters, close to each other."""
    blocks = difflib.SequenceMatcher(None, flat, wanted, autojunk=False).get_matching_blocks()
    runs = [b for b in blocks if b.size >= 12]
    if not runs or sum(b.size for b in runs) < 0.6 * len(wanted):
        return []
    low, high = min(b.a for b in runs), max(b.a + b.size for b in runs)
    return [(low, high)] if high - low <= 1.6 * len(wanted) + 40 else []


def _share_text(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(min(x[1], y[1]) - max(x[0], y[0]) >= _LEAST_LETTERS for x in a for y in b)


# ── slots ──

_FILLERS = re.compile(
    r"^(the|al|ash?|at|ar|an|el)[\s-]+"
    r"|\b(air ?base|base|camp|garrison|gas field|oil ?field|field|governorate|province|region|district|area|city|town"
    r"|village)\b",
    re.IGNORECASE,
)


def place_key(name: str | None) -> str:
    """What makes two spellings of a place one: no articles, common nouns, diacritics or marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c))
    bare = re.sub("[’'`ʿʾ]", "", bare.casefold())
    for _ in range(3):  # "the city of Al-Tanf base": one filler uncovers the next
        bare = _FILLERS.sub(" ", bare.strip()).strip()
    return re.sub("[^a-z0-9]", "", bare)


def _is_place(gold: Record, given: Record, accepted: Mapping[str, Sequence[str]]) -> bool:
    if not given.get("name"):
        return False
    countries = {gold.get("country"), given.get("country")} - {None, ""}
    if len(countries) > 1:
        return False
    wanted = {place_key(n) for n in (gold["name"], *accepted.get(gold["name"], ()))}
    return not wanted.isdisjoint(place_key(n) for n in (given["name"], *(given.get("aliases") or ())))


def _meets_place(gold: Record, given: Record, slot: str) -> bool:
    """Whichever slot of the prediction holds the place; a place that the text only implies may be left out."""
    wanted = gold.get(slot)
    if not wanted:
        return True
    places = [given[s] for s in PLACE_SLOTS if given.get(s)]
    if not places:
        return bool(wanted.get("inferred"))
    return any(_is_place(wanted, p, gold.get("accept_places", {})) for p in places)


def _decisive(gold: Record) -> str | None:
    for slot in (*_DECISIVE.get(gold["type"], ("place",)), *PLACE_SLOTS):
        if gold.get(slot):
            return slot
    return None


def _bounds(quantity: Record | None) -> tuple[int | None, int | None]:
    return ((quantity or {}).get("low"), (quantity or {}).get("high"))


def _is_type(gold: Record, given: Record) -> bool:
    return given.get("type") in {gold["type"], *gold.get("accept_types", ())}


def is_match(gold: Record, given: Record, gold_spans: Sequence[Span], given_spans: Sequence[Span]) -> bool:
    """Type, evidence, main place and number agree."""
    if not _is_type(gold, given) or not _share_text(gold_spans, given_spans):
        return False
    slot = _decisive(gold)
    if slot and not _meets_place(gold, given, slot):
        return False
    wanted = gold.get("quantity")
    return not wanted or _bounds(wanted) in {_bounds(given.get(s)) for s in ("quantity", "quantity_delta")}


def _is_date(gold: Record, given: Record) -> bool:
    """Overlapping intervals; one without a start may not outlast the gold's where that has a start."""
    if not (gold.get("date_start") or gold.get("date_end")):
        return True
    if not (given.get("date_start") or given.get("date_end")):
        return False
    first, last = gold.get("date_start") or "0000", gold.get("date_end") or "9999"
    start, end = given.get("date_start") or "0000", given.get("date_end") or "9999"
    vague = first != "0000" and start == "0000" and end > last
    return first <= end and start <= last and not vague


#: Words of a source's description that name nobody.
_NO_NAMES = frozenset({
    "anonymous", "department", "familiar", "military", "ministry", "official", "officials", "report", "senior",
    "several", "source", "sources", "spokesman", "spokesperson", "statement", "unnamed", "and", "the", "three", "two",
    "us",
})  # fmt: skip


def _names(source: str) -> set[str]:
    """The words of a source's name that tell it from others; all of them where none does."""
    words = set(re.findall("[a-z]+", source.casefold()))
    return {w for w in words if len(w) > 2 and w not in _NO_NAMES} or words


def _is_attributed(gold: Record, given: Record) -> bool:
    """The nearest or the root source of an accepted chain is named; nobody where the gold names nobody."""
    chain = given.get("attribution") or []
    words = {w for source in chain for w in re.findall("[a-z]+", source.casefold())}
    others = [[x] if isinstance(x, str) else x for x in gold.get("accept_attribution", ())]
    for wanted in (gold.get("attribution") or [], *others):
        if not wanted and not chain:
            return True
        if wanted and words & (_names(wanted[0]) | _names(wanted[-1])):
            return True
    return False


def _is_actors(gold: Record, given: Record) -> bool:
    """Equal sets; of a joint act one actor too many or too few is let pass."""
    wanted, found = set(gold.get("actors") or ()), set(given.get("actors") or ())
    return wanted == found or (len(wanted) > 1 and bool(wanted & found) and len(wanted ^ found) <= 1)


def right_slots(gold: Record, given: Record) -> dict[str, bool]:
    """For a matched pair: which slots are right."""
    found = given.get("quantity") or given.get("quantity_delta") or {}
    return {
        "actors": _is_actors(gold, given),
        "status": given.get("status") in {gold.get("status"), *gold.get("accept_status", ())},
        "date": _is_date(gold, given),
        "qualifier": not gold.get("quantity") or gold["quantity"].get("qualifier") == found.get("qualifier"),
        "attribution": _is_attributed(gold, given),
        "places": all(_meets_place(gold, given, s) for s in PLACE_SLOTS),
    }


# ── one document ──


@dataclass(frozen=True)
class Pair:
    """A gold record and the prediction that met it, by their numbers in the document; which slots are right."""

    gold: int
    given: int
    right: Mapping[str, bool]


@dataclass
class Score:
    """What was found in one document. `pairs` leaves out optional gold records, and so do the counts."""

    document: str
    gold: int = 0
    given: int = 0
    loose: int = 0
    loose_given: int = 0
    pairs: list[Pair] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    spurious: list[int] = field(default_factory=list)
    unfound: list[int] = field(default_factory=list)
    #: Predictions that met an optional gold record: nobody is punished for these.
    spare: list[int] = field(default_factory=list)
    denials: int = 0
    #: Gold denials that a prediction states as a fact.
    denied_as_done: list[int] = field(default_factory=list)


def score_document(document: str, text: str, gold: Sequence[Record], given: Sequence[Record]) -> Score:
    """Match the predictions of one document with its gold records. `text` is what the gold quotes are cut from."""
    flat = letters(text)
    wanted = [[s for q in (g["evidence"]["quote"], *g.get("mentions", ())) for s in find(flat, q)] for g in gold]
    found = [find(flat, (p.get("evidence") or {}).get("quote")) for p in given]
    strict: dict[int, list[tuple[int, int]]] = {}
    loose: dict[int, list[tuple[int, int]]] = {}
    for i, g in enumerate(gold):
        near = [j for j, p in enumerate(given) if _is_type(g, p) and _share_text(wanted[i], found[j])]
        loose[i] = [(0, j) for j in near]
        strict[i] = [
            (sum(right_slots(g, given[j]).values()), j) for j in near if is_match(g, given[j], wanted[i], found[j])
        ]
    met, met_loosely = _pair_off(strict), _pair_off(loose)
    optional = {i for i, g in enumerate(gold) if g.get("optional")}
    taken = set(met.values())
    made = Score(document, len(gold) - len(optional), len(given))
    made.pairs = [Pair(i, j, right_slots(gold[i], given[j])) for i, j in met.items() if i not in optional]
    made.spare = [j for i, j in met.items() if i in optional]
    made.given -= len(made.spare)
    made.loose = len(met_loosely.keys() - optional)
    made.loose_given = len(given) - len(met_loosely.keys() & optional)
    made.missed = [i for i in range(len(gold)) if i not in met and i not in optional]
    made.spurious = [j for j in range(len(given)) if j not in taken]
    made.unfound = [i for i, spans in enumerate(wanted) if not spans]
    done = {j for i, j in met.items() if gold[i].get("status") != "denied"}
    for i, g in enumerate(gold):
        if g.get("status") == "denied":
            made.denials += 1
            # "They stay" says as well that they don't leave, where the gold takes it for that.
            as_done = {"completed", "ongoing", "in_effect"} - set(g.get("accept_status", ()))
            if any(given[j].get("status") in as_done for _, j in loose[i] if j not in done):
                made.denied_as_done.append(i)
    return made


def _pair_off(candidates: Mapping[int, Sequence[tuple[int, int]]]) -> dict[int, int]:
    """A largest one-to-one pairing (Kuhn's algorithm): the gold with the fewest choices first, better slots first."""
    choices = {i: [j for _, j in sorted(c, reverse=True)] for i, c in candidates.items()}
    holder: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in choices[i]:
            if j in tried:
                continue
            tried.add(j)
            if j not in holder or place(holder[j], tried):
                holder[j] = i
                return True
        return False

    for i in sorted(choices, key=lambda i: len(choices[i])):
        place(i, set())
    return {i: j for j, i in holder.items()}


# ── figures ──


@dataclass(frozen=True)
class Figures:
    """What a set scores; every share is rounded to four places."""

    documents: int
    gold: int
    predicted: int
    matched: int
    precision: float
    recall: float
    f1: float
    loose_f1: float
    all_slots: float
    slots: Mapping[str, float]

    def flat(self) -> dict[str, float]:
        """One level of keys, in the order in which they are printed."""
        made = {k: v for k, v in vars(self).items() if k != "slots"}
        return {**made, **self.slots}


def shares(matched: int, given: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1. Where nothing was to be found and nothing was given, all are 1."""
    precision = matched / given if given else float(not gold)
    recall = matched / gold if gold else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(scores: Iterable[Score]) -> Figures:
    """Figures over documents: every record weighs the same, wherever it stands."""
    scores = list(scores)
    gold, given = sum(s.gold for s in scores), sum(s.given for s in scores)
    pairs = [p for s in scores for p in s.pairs]
    precision, recall, f1 = shares(len(pairs), given, gold)
    loose = shares(sum(s.loose for s in scores), sum(s.loose_given for s in scores), gold)[2]
    right = Counter(slot for p in pairs for slot, is_right in p.right.items() if is_right)
    of = len(pairs) or 1
    return Figures(
        len(scores), gold, given, len(pairs), round(precision, 4), round(recall, 4), round(f1, 4), round(loose, 4),
        round(sum(all(p.right.values()) for p in pairs) / of, 4), {s: round(right[s] / of, 4) for s in SLOTS},
    )  # fmt: skip
