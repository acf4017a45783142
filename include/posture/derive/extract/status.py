"""How far a fact has come: in effect, completed, ongoing, planned, considered, denied (RECORDS.md §5).

The verb group decides first ("is considering ending"), then what governs the clause to the left
("announced plans for"), then for nouns what is said of them to the right ("the withdrawal will …").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ... import lexicon
from .clauses import BE, HAVE, MODALS, RELATIVES, SUBORDINATORS, View
from .vocabulary import Trigger

_STATES = frozenset({"strength", "presence"})


#: first word → the cues that begin with it
Cues = dict[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=1)
def _cues() -> dict[str, dict[str, Cues]]:
    """cues.yaml, compiled: status → where it is looked for → cues."""
    return {s: {w: _by_first(cs) for w, cs in where.items()} for s, where in lexicon.cues().items()}


def _by_first(cues: Iterable[str]) -> Cues:
    made: dict[str, list[tuple[str, ...]]] = {}
    for cue in cues:
        words = tuple(str(cue).split())
        made.setdefault(words[0], []).append(words)
    return {k: tuple(v) for k, v in made.items()}


def _find(words: list[str], cues: Cues) -> int:
    """Rightmost index at which a cue begins; -1 if none does."""
    for i in range(len(words) - 1, -1, -1):
        for cue in cues.get(words[i], ()):
            if tuple(words[i : i + len(cue)]) == cue:
                return i
    return -1


def _word(view: View, i: int) -> str:
    """The folded word at i; the month May is no verb."""
    return "" if view.toks[i].text == "May" else view.key(i)


def _group(view: View, i: int) -> tuple[int, list[str]]:
    """The verb group before i, without the month May."""
    start, words = view.group_before(i)
    if "may" in words and any(view.toks[k].text == "May" for k in range(max(0, start - 1), i)):
        words = words[len(words) - words[::-1].index("may") :]
        start = i - len(words)
    return start, words


def _clause_left(view: View, i: int, reach: float = 2.0) -> list[str]:
    """Words to the left of i within reach, up to a hard boundary."""
    words: list[str] = []
    at = i - 1
    while at >= 0 and view.cost(at, i) <= reach:
        if view.toks[at].text in {";", "(", ")"} or view.key(at) in {"but", "while", "whereas", "although", "though"}:
            break
        words.append(_word(view, at))
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
        words.append(_word(view, at))
    return words


def status_of(view: View, i: int, j: int, trigger: Trigger, type_code: str, headline: bool = False) -> str:
    """Status of the fact that the trigger at tokens i..j states."""
    default = "in_effect" if type_code in _STATES else "completed"
    if _neither(view, i):
        return "considered"
    if _refuted(view, i, j):
        return "denied"
    if trigger.kind == "verb":
        return _verb(view, i, trigger, type_code, default, headline)
    return _noun(view, i, j, type_code, default)


def _verb(view: View, i: int, trigger: Trigger, type_code: str, default: str, headline: bool) -> str:
    start, words = _group(view, i)
    left = _clause_left(view, start, 2.6)
    if _is_denied(view, i, start, words, left):
        return "denied"
    if _conditional(view, start) or words[:1] and _let(view, start):
        return "considered"
    ran = _run_of_group(view, start, words, trigger, type_code, default)
    if ran is not None:
        return ran
    shared = _shared(view, start, words, trigger)
    if shared:
        return shared
    if headline and trigger.form == "base" and words[-1:] == ["to"]:
        return "planned"
    if words and words[-1] == "to" and not set(words) & HAVE:
        return _infinitive(view, start, type_code, default)
    if trigger.form == "ing":
        return _participle(view, start, words, type_code, default)
    if trigger.form in {"base", "s"} and type_code not in _STATES and not headline and not words:
        return "ongoing"
    return default


def _is_denied(view: View, i: int, start: int, words: list[str], left: list[str]) -> bool:
    """The verb is negated, its subject is nobody, or its clause is what a verb of denying denies."""
    cues = _cues()["denied"]
    if _find(words, cues["group"]) >= 0 and not {"only", "yet"} & set(words):
        return not {"to", "intend", "intends", "plan", "plans"}.isdisjoint(words) or "long" not in words
    if "longer" in words and "no" in {view.key(start), view.key(start - 1), *words}:
        return True
    if view.key(start - 1) == "no" and words and words[0] in _PLAN_NOUNS:
        return True  # "have no plans to return"
    if words[-1:] == ["have"] or words[-2:] == ["have", "been"]:
        at = words.index("to") if "to" in words else -1
        if at > 0 and words[at - 1] in {"was", "were"}:
            return True  # "were to have been posted"
    if _nobody(view, start):
        return True
    at = _find(left, cues["left"])
    return (
        at >= 0 and bool({"that", "any", "having", "of", "whether"} & set(left[at:])) and not _is_new_clause(left, at)
    )


def _is_new_clause(left: list[str], at: int) -> bool:
    """Between the denying word and the verb another statement begins."""
    return bool({"said", "says", "but", "and"} & set(left[at + 1 :])) and "that" not in left[at + 1 :][-6:]


def _nobody(view: View, start: int) -> bool:
    """The subject is "no unit", "nobody", "none of them", "not one of them", "neither army"."""
    for at in range(start - 1, max(-1, start - 12), -1):
        k = view.key(at)
        if view.toks[at].text in {",", ";", ":", "—", '"', "“"} or k in SUBORDINATORS | RELATIVES or at in view.verbs:
            return False
        if k in {"nobody", "none", "neither", "nothing"}:
            return True
        if k == "no":
            return view.key(at + 1) not in {
                "longer",
                "fewer",
                "less",
                "more",
                "doubt",
                "later",
                "sooner",
                "matter",
                "one's",
            }
        if k == "not" and view.key(at + 1) in {"one", "a", "all", "any"}:
            return view.key(at + 1) != "all"
    return False


def _neither(view: View, i: int) -> bool:
    """ "has neither confirmed nor denied that …", "declined to say whether …": nothing is decided."""
    left: list[str] = []
    for at in range(i - 1, max(-1, i - 18), -1):
        if view.toks[at].text in {";", ":", "."}:
            break
        left.append(_word(view, at))
    left.reverse()
    if "neither" in left and "nor" in left and {"confirmed", "confirm", "confirms", "deny", "denies"} & set(left):
        return True
    at = _find(left, _cues()["considered"]["open"])
    return at >= 0 and bool({"if", "whether"} & set(left[at:]))


def _refuted(view: View, i: int, j: int) -> bool:
    """ "A report that X would keep drones there was denied by Y": the claim is the subject of its denial."""
    left = _clause_left(view, i, 3.0)
    at = max((k for k, w in enumerate(left) if w in _CLAIMS), default=-1)
    if at < 0 or not {"that", "of", "about"} & set(left[at + 1 : at + 3]):
        return False
    right = _clause_right(view, j, 3.4)
    return any(
        right[k] in _REFUTED and set(right[max(0, k - 3) : k]) & BE and "not" not in right[max(0, k - 3) : k]
        for k in range(len(right))
    )


def _let(view: View, start: int) -> bool:
    """ "Let no base be handed over": a wish."""
    return any(view.key(k) == "let" for k in range(max(0, start - 4), start))


def _run_of_group(
    view: View, start: int, words: list[str], trigger: Trigger, type_code: str, default: str
) -> str | None:
    """Status by the verb group alone: modals, governing verbs, progressive forms."""
    if not words and trigger.form not in {"base", "ing"}:
        return None
    cues = _cues()
    future = {"will", "would", "may", "could", "be"} & set(words)
    if (
        words
        and words[-1] == "to"
        and not future
        and ({"forced", "compelled", "obliged"} & set(words) or view.key(start - 1) in {"made", "had"})
    ):
        return default  # "were forced to leave", "had to leave"
    if "to" in words and words[words.index("to") - 1] in BE and words.index("to") > 0:
        return "planned"  # "is to be closed", "are to replace"
    if "being" in words and set(words) & BE - {"being"} and trigger.form in {"past", "pp"}:
        return default if type_code in _STATES else "ongoing"
    for status in ("considered", "planned"):
        if _find(words, cues[status]["group"]) < 0:
            continue
        if status == "planned" and {"began", "begun", "started"} & set(words) and not {"will", "would"} & set(words):
            return "ongoing"
        finite = trigger.form in {"past", "pp"} and not {"will", "would", "to", "can", "could", "might", "may"} & set(
            words
        )
        if type_code in _STATES and finite:
            continue
        return status
    if _find(words, cues["ongoing"]["group"]) >= 0:
        return default if type_code in _STATES else "ongoing"
    return None


def _shared(view: View, start: int, words: list[str], trigger: Trigger) -> str:
    """What a verb without auxiliaries shares with the one before it; "" if nothing.

    "would leave the base and reduce …", "will shift its focus, relocating …", "would see 300 men leave".
    """
    if any(not w.endswith("ly") for w in words) or trigger.form not in {"base", "ing"}:
        return ""
    joined = view.key(start - 1) in ({"and", "or", "then"} if trigger.form == "base" else {","})
    for at in range(start - 1, max(-1, start - 30), -1):
        k = _word(view, at)
        if view.toks[at].text in {";", ":", "“", '"'} or k in {"but", "while", "although"}:
            return ""
        if trigger.form == "base" and not joined and k not in {"see", "sees"}:
            if at in view.verbs and k in BE | HAVE | MODALS:
                return ""
            continue
        if trigger.form == "base" and not joined:
            joined = True
            continue
        if k in {"will", "would", "shall"}:
            return "planned"
        if k == "to" and trigger.form == "base" and at + 1 in view.verbs:
            made = {"forced", "compelled", "had"} & {view.key(at - 1), view.key(at - 2)}
            return "" if made else _infinitive(view, at, "", "")
        if k in {"could", "might", "may", "should"}:
            return "considered"
        if at in view.verbs and k in BE | HAVE | {"said", "says"}:
            return ""
    return ""


def _infinitive(view: View, start: int, type_code: str, default: str) -> str:
    """ "to close": by what governs it."""
    left = _clause_left(view, start)
    for status in ("denied", "considered", "planned", "ongoing"):
        if _find(left[-10:], _cues()[status]["left"]) >= 0:
            return status if type_code not in _STATES or status != "ongoing" else default
    return "planned"


def _participle(view: View, start: int, words: list[str], type_code: str, default: str) -> str:
    """ "is leaving", "considering withdrawing", ", relocating most of its forces"."""
    if words and any(w in {"is", "are", "'re", "am", "been", "being", "was", "were"} for w in words):
        return default if type_code in _STATES else "ongoing"
    cues = _cues()
    left = _clause_left(view, start, 2.4)
    if {"nobody", "neither", "nor"} & set(left[-8:]):
        return "denied"  # "nobody is talking about sending troops"
    hits = {s: _find(left, cues[s]["left"]) for s in ("denied", "considered", "planned", "ongoing")}
    best = max(hits, key=lambda s: hits[s])
    if hits[best] < 0:
        return default
    return default if best == "ongoing" and type_code in _STATES else best


def _conditional(view: View, start: int) -> bool:
    """Stands in an "if" clause of its own."""
    for at in range(start - 1, max(-1, start - 12), -1):
        k = view.key(at)
        if k in {"if", "unless", "whether"}:
            return True
        if view.toks[at].text in {",", ";"} or k in SUBORDINATORS | RELATIVES:
            return False
    return False


def _noun(view: View, i: int, j: int, type_code: str, default: str) -> str:
    cues = _cues()
    left = _clause_left(view, i, 1.9)
    right = _clause_right(view, j)
    if (
        _find(left[-7:], cues["denied"]["nominal"]) >= 0
        or _find(right, cues["denied"]["after"]) >= 0
        or _not_done(left)
    ) and not {"only", "longer"} & set(left[-4:]):
        return "denied"
    hits = {s: _find(left, cues[s]["left"]) for s in ("denied", "considered", "planned", "ongoing", "completed")}
    best = max(hits, key=lambda s: hits[s])
    if hits[best] >= 0 and len(left) - hits[best] < 12:
        if best == "completed":
            group = left[max(0, hits[best] - 4) : hits[best]]
            return "planned" if {"will", "to"} & set(group) else "completed"
        if best == "ongoing" and type_code in _STATES:
            return default
        if (
            best == "planned"
            and left[hits[best]] in {"announced", "ordered", "agreed", "approved"}
            and type_code == "agreement"
        ):
            return default
        return best
    for status in ("considered", "planned", "ongoing", "completed"):
        if 0 <= _find(right, cues[status].get("right", {})) <= 9:
            return default if status in {"ongoing", "completed"} and type_code in _STATES else status
    return default


def _not_done(left: list[str]) -> bool:
    """ "did not take part in the strikes": a negated verb that carries the noun."""
    for k, w in enumerate(left[-8:]):
        if w in {"not", "n't", "never"} and len(left[-8:]) > k + 1:
            nxt = left[-8:][k + 1]
            return nxt in _CARRIERS and not {"that", "said"} & set(left[-8:][k + 1 :])
    return False


_PLAN_NOUNS = frozenset("plans plan intention intentions decision reason need".split())
_CLAIMS = frozenset(
    "report reports claim claims rumours rumors rumour allegation allegations suggestion suggestions "
    "talk speculation".split()
)
_REFUTED = frozenset(
    "denied dismissed rejected refuted false untrue unfounded baseless erroneous wrong groundless".split()
)
_CARRIERS = frozenset(
    "take taken taking carry carried make made conduct conducted hold held launch launched join "
    "joined have had include included involve involved been mean support order ordered approve "
    "approved seek sought want request requested plan planned".split()
)


def status_at(view: View, first: int, last: int) -> str:
    """Status of a bare number at tokens first..last: "ought to be a thousand", "22,000 are to be called up"."""
    left: list[str] = []
    for at in range(first - 1, max(-1, first - 9), -1):
        if view.toks[at].text in {";", ":", ".", ","} or view.key(at) in RELATIVES | {"that", "but", "while"}:
            break
        left.append(_word(view, at))
    left.reverse()
    right: list[str] = []
    for at in range(last + 1, min(last + 10, len(view.toks))):
        if view.toks[at].text in {";", ":", ".", ","} or view.key(at) in RELATIVES | {"that", "but", "while", "and"}:
            break
        right.append(_word(view, at))
    if {"no", "not", "never"} & set(left[-3:]) and not {"only", "more", "fewer", "less"} & set(left[-2:]):
        return "denied"
    for words in (left, right):
        for k, w in enumerate(words):
            if w == "to" and k and words[k - 1] in BE:
                return "planned"
        if {
            "could",
            "may",
            "might",
            "should",
            "ought",
            "proposed",
            "proposal",
            "expects",
            "expect",
            "considering",
        } & set(words):
            return "considered"
        if {"will", "would", "shall", "planned", "plans", "meant", "due", "authorised", "authorized"} & set(words):
            return "planned"
    return "considered" if "expected" in left + right else "in_effect"
