"""How far a fact has come: in effect, completed, ongoing, planned, considered, denied (RECORDS.md §5).

The verb group decides first ("is considering ending"), then what governs the clause to the left
("announced plans for"), then for nouns what is said of them to the right ("the withdrawal will …").
"""

from __future__ import annotations

from functools import lru_cache

from ... import lexicon
from .clauses import BE, HAVE, RELATIVES, SUBORDINATORS, View
from .vocabulary import Trigger

_STATES = frozenset({"strength", "presence"})


@lru_cache(maxsize=1)
def _cues() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    return {
        s: {w: tuple(tuple(str(c).split()) for c in cs) for w, cs in where.items()}
        for s, where in lexicon.cues().items()
    }


def _find(words: list[str], cues: tuple[tuple[str, ...], ...]) -> int:
    """Rightmost index at which a cue begins; -1 if none does."""
    best = -1
    for cue in cues:
        n = len(cue)
        for i in range(len(words) - n, best, -1):
            if tuple(words[i : i + n]) == cue:
                best = i
                break
    return best


def _clause_left(view: View, i: int, reach: float = 2.0) -> list[str]:
    """Words to the left of i within reach, up to a hard boundary."""
    words: list[str] = []
    at = i - 1
    while at >= 0 and view.cost(at, i) <= reach:
        if view.toks[at].text in {";", "(", ")"} or view.key(at) in {"but", "while", "whereas", "although", "though"}:
            break
        words.append(view.key(at))
        at -= 1
    return words[::-1]


def _clause_right(view: View, j: int, reach: float = 1.6) -> list[str]:
    words: list[str] = []
    for at in range(j + 1, len(view.toks)):
        if (
            view.cost(j, at) > reach
            or view.toks[at].text in {";", "(", ".", ":"}
            or view.key(at) in RELATIVES | {"while", "but", "although"}
        ):
            break
        words.append(view.key(at))
    return words


def is_passive(view: View, i: int, trigger: Trigger) -> bool:
    """The trigger's verb is passive: a form of "be" before a participle, or a participle after its noun."""
    if trigger.kind != "verb" or trigger.form not in {"past", "pp", "base"}:
        return False
    start, words = view.group_before(i)
    if any(w in BE for w in words[-3:]) and trigger.form in {"past", "pp"}:
        last_be = max(k for k, w in enumerate(words) if w in BE)
        return not any(w.endswith("ing") for w in words[last_be + 1 :])
    return False


def is_reduced(view: View, i: int, trigger: Trigger) -> bool:
    """ "troops deployed in Syria", "the coalition formed in 2014": a participle that modifies the noun before it."""
    if trigger.kind != "verb" or trigger.form not in {"past", "pp"}:
        return False
    _, words = view.group_before(i)
    if words:
        return False
    before, after = view.key(i - 1), view.key(i + len(trigger.words))
    noun = (
        view.vocabulary.classes["movers"]
        | view.vocabulary.classes["missions"]
        | view.vocabulary.classes["sites"]
        | view.vocabulary.classes["deals"]
    )
    if before not in noun:
        return False
    later = any(k in view.verbs and view.cost(i, k) < 2.5 for k in range(i + 1, len(view.toks)))
    return after in {
        "in",
        "at",
        "by",
        "to",
        "on",
        "since",
        "near",
        "across",
        "from",
        "under",
        "there",
        "along",
        "over",
        "last",
        "throughout",
    } and (later or any(k in view.verbs and view.cost(k, i) < 2.5 for k in range(i)))


def status_of(view: View, i: int, j: int, trigger: Trigger, type_code: str, headline: bool = False) -> str:
    """Status of the fact that the trigger at tokens i..j states."""
    default = "in_effect" if type_code in _STATES else "completed"
    if trigger.kind == "verb":
        return _verb(view, i, trigger, type_code, default, headline)
    return _noun(view, i, j, type_code, default, headline)


def _verb(view: View, i: int, trigger: Trigger, type_code: str, default: str, headline: bool) -> str:
    cues = _cues()
    start, words = view.group_before(i)
    if trigger.form in {"base", "ing"} or words:
        if _find(words, cues["denied"]["group"]) >= 0 and not {"only", "yet", "long"} & set(words):
            return "denied"
        if (
            words
            and words[-1] == "to"
            and ({"forced", "compelled", "obliged"} & set(words) or view.key(start - 1) in {"made", "had"})
            and not {"will", "would", "may", "could", "be"} & set(words)
        ):
            return default  # "were forced to leave", "had to leave"
        for status in ("considered", "planned"):
            if _find(words, cues[status]["group"]) >= 0:
                if (
                    status == "planned"
                    and {"began", "begun", "started"} & set(words)
                    and not {"will", "would"} & set(words)
                ):
                    return "ongoing"
                if type_code in _STATES and trigger.form in {"past", "pp"} and not {"will", "would", "to"} & set(words):
                    continue
                return status
        if _find(words, cues["ongoing"]["group"]) >= 0:
            return default if type_code in _STATES else "ongoing"
    if headline and trigger.form == "base" and words[-1:] == ["to"]:
        return "planned"
    if words and words[-1] == "to" and not set(words) & HAVE:
        first = view.key(start - 1)
        if any(w in BE for w in words):
            return "planned"  # "is to leave", "are to be handed over"
        left = _clause_left(view, start)
        for status in ("denied", "considered", "planned", "ongoing"):
            if _find(left[-10:], cues[status]["left"]) >= 0:
                return status if type_code not in _STATES or status != "ongoing" else default
        return "planned" if first not in {"order", "order's"} and type_code not in _STATES else "planned"
    if trigger.form == "ing" and words and any(w in {"is", "are", "'re", "am", "been", "being"} for w in words):
        return default if type_code in _STATES else "ongoing"
    if trigger.form == "ing":
        left = _clause_left(view, start, 2.4)
        hits = {s: _find(left, cues[s]["left"]) for s in ("denied", "considered", "planned", "ongoing")}
        best = max(hits, key=lambda s: hits[s])
        if hits[best] >= 0:
            return default if best == "ongoing" and type_code in _STATES else best
        return default
    left = _clause_left(view, start, 2.6)
    if _find(left, cues["denied"]["left"]) >= 0 and _that_between(view, start):
        return "denied"
    if _conditional(view, start):
        return "considered"
    if trigger.form in {"base", "s"} and type_code not in _STATES and not headline and not words:
        return "ongoing"
    return default


def _that_between(view: View, start: int) -> bool:
    return "that" in _clause_left(view, start, 2.6)[-12:]


def _conditional(view: View, start: int) -> bool:
    """Stands in an "if" clause of its own."""
    for at in range(start - 1, max(-1, start - 12), -1):
        k = view.key(at)
        if k in {"if", "unless", "whether"}:
            return True
        if view.toks[at].text in {",", ";"} or k in SUBORDINATORS | RELATIVES:
            return False
    return False


def _noun(view: View, i: int, j: int, type_code: str, default: str, headline: bool) -> str:
    cues = _cues()
    left = _clause_left(view, i, 1.9)
    right = _clause_right(view, j)
    if _find(left[-7:], cues["denied"]["nominal"]) >= 0 or _find(right, cues["denied"]["after"]) >= 0:
        if not {"only", "longer"} & set(left[-4:]):
            return "denied"
    hits = {s: _find(left, cues[s]["left"]) for s in ("denied", "considered", "planned", "ongoing", "completed")}
    best = max(hits, key=lambda s: hits[s])
    if hits[best] >= 0 and len(left) - hits[best] < 12:
        if best == "completed":
            group = left[max(0, hits[best] - 4) : hits[best]]
            best = "planned" if {"will", "to"} & set(group) else "completed"
        elif best == "ongoing" and type_code in _STATES:
            best = default
        elif (
            best == "planned"
            and left[hits[best]] in {"announced", "ordered", "agreed", "approved"}
            and type_code in {"agreement"}
        ):
            best = default
        return best
    for status in ("considered", "planned", "ongoing", "completed"):
        if 0 <= _find(right, cues[status].get("right", ())) <= 9:
            return default if status in {"ongoing", "completed"} and type_code in _STATES else status
    return default
