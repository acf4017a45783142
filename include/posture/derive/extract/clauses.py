"""A shallow reading of one sentence: where noun phrases, verb groups and clauses begin and end.

No parser with a model: barriers between tokens are added up instead, so that "the nearest force to the
left" means nearest in structure, not in letters. All ranges are token ranges, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from .grammar import NOUN_MARKS, PLAN_NOUNS, SUBJECTS
from .mentions import ForceMention, PlaceMention, Spotted
from .quantities import Quantity
from .text import Sentence, Token
from .times import Time
from .vocabulary import Vocabulary

BE = frozenset("is are was were be been being am 're 's get gets got getting".split()) - {"'s"}
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("will would shall should can could may might must 'll 'd".split())
AUX = BE | HAVE | MODALS | {"do", "does", "did", "to", "not", "never", "n't"}
PREPOSITIONS = frozenset(
    (
        "in at on from to into onto of for by with against near across inside outside within throughout over "
        "under toward towards between among around along through during after before since until despite amid "
        "behind beyond per via as off out about upon without alongside"
    ).split()
)
RELATIVES = frozenset("which who whose whom where".split())
SUBORDINATORS = frozenset(
    ("that while whereas although though because when once if unless whether so after before until since as").split()
)
REASONS = frozenset("as part of".split())
ADVERBS = frozenset(
    (
        "already also still now then soon yet just only even ever once again later earlier since recently "
        "currently fully completely gradually largely mostly partly initially eventually finally formally "
        "officially reportedly allegedly together instead jointly further effectively temporarily permanently "
        "quietly quickly slowly unilaterally voluntarily almost nearly all both up back steadily first therefore"
    ).split()
)
# Verbs that govern another verb: their meaning decides its status.
GOVERNORS = frozenset(
    (
        "begin begins began begun beginning start starts started starting plan plans planned planning intend "
        "intends intended agree agrees agreed agreeing decide decides decided vow vows vowed pledge pledges "
        "pledged promise promises promised want wants wanted refuse refuses refused continue continues continued "
        "continuing expect expects expected set due scheduled likely unlikely ready prepared prepare prepares "
        "preparing forced ordered authorised authorized supposed consider considers considered considering weigh "
        "weighs weighing weighed mull mulling propose proposes proposed proposing finish finished complete "
        "completed keep keeps kept help helps helped helping able hope hopes hoped hoping seek seeks sought "
        "seeking threaten threatens threatened going allowed asked told urged called obliged required meant "
        "designed aim aims aimed try tries tried trying stop stops stopped fail failed order orders ordering "
        "invited instructed needs need slated poised bound willing cease ceased resume resumes resumed approved "
        "mandated reject rejected opted opt demanded demand demands committed commit commits rule ruled deny "
        "denied contemplate contemplating discuss discussing tasked delay delayed postpone postponed suspend "
        "suspended avoid avoided attempt attempted"
    ).split()
)
#: "agreed with Iraq to leave": who agrees is who leaves.
SUBJECT_CONTROL = frozenset(
    (
        "agreed agrees agree agreeing decided decides decide plans planned plan planning vowed vows pledged "
        "pledges promised promises wants want wanted refused refuses intends intended threatened threatens sought "
        "seeks offered offers prepared preparing declined volunteered"
    ).split()
)
FINITE = frozenset(
    (
        "said says say told tells announced reported reports confirmed claimed added made makes took takes came "
        "became remains remain gave gives showed shows met called calls led leads helped killed killing supports "
        "support supported serves serve faced"
    ).split()
)
_HARD = {";": 3.0, ":": 1.5, "(": 1.5, ")": 1.0, "—": 1.5, "–": 1.0, '"': 0.5, "“": 0.5, "”": 0.5, ",": 0.4}


@dataclass
class View:
    """One sentence with all that was found in it."""

    sentence: Sentence
    number: int
    spotted: Spotted
    quantities: list[Quantity]
    times: list[Time]
    vocabulary: Vocabulary
    #: The text has named troops before: short forms can be believed.
    is_military: bool = False

    #: Spans are asked for once a frame; several frames share a trigger.
    _spans: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    _phrases: dict[int, list[tuple[str, int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.toks: tuple[Token, ...] = self.sentence.tokens
        self._keys = [t.key for t in self.toks]

    def key(self, i: int) -> str:
        """Folded word at i; "" outside the sentence."""
        return self._keys[i] if 0 <= i < len(self._keys) else ""

    @cached_property
    def timed(self) -> list[tuple[int, Time]]:
        """Times with the token at which each begins."""
        ends = [t.end for t in self.toks]
        return [(at, t) for t in self.times if (at := bisect_right(ends, t.start)) < len(ends)]

    @cached_property
    def verbs(self) -> frozenset[int]:
        """Tokens that are (probably) finite verbs or participles: where predicates begin."""
        made: set[int] = set()
        noun_before = NOUN_MARKS
        for i, t in enumerate(self.toks):
            k = t.key
            if k in BE or k in HAVE or k in MODALS or k in FINITE or k in {"do", "does", "did"}:
                made.add(i)
            elif k in self.vocabulary.classes["reporting_verbs"] and self.key(i - 1) not in noun_before:
                made.add(i)
            elif k in self.vocabulary.by_first and any(x.kind == "verb" for x in self.vocabulary.by_first[k]):
                if k in self.vocabulary.classes["nouny"] and self.key(i - 1) not in SUBJECTS:
                    continue
                if self.key(i - 1) not in noun_before and (
                    k.endswith(("ed", "ing"))
                    or not any(x.kind == "noun" for x in self.vocabulary.by_first[k])
                    or self.key(i - 1) in AUX
                ):
                    made.add(i)
            elif (
                len(k) > 4
                and k.endswith("ed")
                and t.text[0].islower()
                and self.key(i - 1) not in noun_before
                and i + 1 < len(self.toks)
                and self.key(i + 1) not in self.vocabulary.classes["movers"]
            ):
                made.add(i)
        return frozenset(made)

    @cached_property
    def _barriers(self) -> list[float]:
        """Prefix sums of what stands between two tokens."""
        sums = [0.0]
        for i, t in enumerate(self.toks):
            k = t.key
            w = _HARD.get(t.text, 0.0)
            if k in RELATIVES:
                w = 0.7
            elif k in SUBORDINATORS:
                w = (
                    0.3
                    if k == "as"
                    and self.key(i + 1) in {"part", "a", "an", "of", "well", "many"}
                    or k in {"after", "before", "since", "until"}
                    and self.key(i + 1).isdecimal()
                    else 1.3
                )
            elif k in {"but", "yet"}:
                w = 1.2
            elif k in {"and", "or"}:
                w = 0.9 if self.key(i - 1) == "," and self._new_clause(i) else 0.2
            elif k in PREPOSITIONS:
                w = 0.15
            elif i in self.verbs and k not in BE | HAVE | MODALS:
                w = 0.6
            sums.append(sums[-1] + w)
        return sums

    def _new_clause(self, i: int) -> bool:
        """ ", and <subject> <verb>": a verb follows within a few words, and not at once."""
        return any(k in self.verbs for k in range(i + 2, min(i + 9, len(self.toks)))) and i + 1 not in self.verbs

    def cost(self, a: int, b: int) -> float:
        """What stands between tokens a and b, either order; 0 for neighbours. Distance counts a little."""
        lo, hi = (a, b) if a < b else (b, a)
        if hi - lo <= 1:
            return 0.0
        return self._barriers[hi] - self._barriers[lo + 1] + 0.03 * (hi - lo - 1)

    def group_before(self, i: int) -> tuple[int, list[str]]:
        """Start of the verb group that ends at verb i, and its words before i ("has begun", "plans to")."""
        words: list[str] = []
        at = i - 1
        while at >= 0:
            k = self.key(at)
            if k == "may" and self.toks[at].text == "May":
                break  # the month
            if (
                k in AUX
                or k in ADVERBS
                or k in GOVERNORS
                or (k.endswith("ly") and len(k) > 4)
                or k in {"'", "’", "'t", "’t"}
                and at
            ):
                words.append(k)
                at -= 1
            elif k in PLAN_NOUNS and self.key(at + 1) in {"to", "of", "for"}:
                words.append(k)
                at -= 1
            elif k in {"of", "for", "from"} and self.key(at + 1).endswith("ing"):
                words.append(k)
                at -= 1
            else:
                break
        while at + 1 < i and self.key(at + 1) in {"all", "both", "of", "for", "from", "up", "back"}:
            at += 1
        return at + 1, words[::-1]

    def object_span(self, j: int) -> tuple[int, int]:
        """The noun phrase after a verb: from j to the next preposition (but "of"), verb, relative or mark."""
        found = self._spans.get(("object", j))
        if found is None:
            found = self._spans["object", j] = self._object_span(j)
        return found

    def _object_span(self, j: int) -> tuple[int, int]:
        end = j
        while end < len(self.toks):
            k, text = self.key(end), self.toks[end].text
            if (
                text in {";", ":", ".", "(", ")", "—", "–", "!", "?"}
                or k in RELATIVES
                or (k in SUBORDINATORS and k not in {"so"})
            ):
                break
            if (
                k in PREPOSITIONS
                and k not in {"of", "about", "around", "over", "near", "as", "between", "under", "up"}
                and end > j
            ):
                break
            if k in {"in", "at", "on", "from", "to", "into", "by", "with", "for", "against"}:
                break
            if end in self.verbs and end > j and not self._is_modifier(end):
                break
            if text == "," and not self._list_goes_on(end):
                break
            end += 1
        return j, end

    def _is_modifier(self, i: int) -> bool:
        """ "remaining troops", "armoured vehicles": a participle before a noun of the phrase."""
        return self.key(i + 1) in self.vocabulary.classes["nominal"] and self.key(i) not in BE | HAVE | MODALS

    def _list_goes_on(self, comma: int) -> bool:
        for k in range(comma + 1, min(comma + 9, len(self.toks))):
            if k in self.verbs or self.toks[k].text in {";", ".", "("} or self.key(k) in RELATIVES | SUBORDINATORS:
                return False
            if self.key(k) in {"and", "or", "&"}:
                return not (k + 1 in self.verbs or self.key(k + 1) in {"is", "has", "will", "that"})
        return False

    def phrases_after(self, j: int, reach: float = 2.2) -> list[tuple[str, int, int]]:
        """Prepositional phrases after j within reach: (preposition, start, end of its noun phrase)."""
        found = self._phrases.get(j)
        if found is None:
            found = self._phrases[j] = self._phrases_after(j, reach)
        return found

    def _phrases_after(self, j: int, reach: float) -> list[tuple[str, int, int]]:
        made = []
        i = j
        while i < len(self.toks) and self.cost(j - 1, i) <= reach:
            k = self.key(i)
            if k in PREPOSITIONS:
                prep = "from" if k == "of" and self.key(i - 1) == "out" else k
                _, end = self.object_span(i + 1)
                made.append((prep, i + 1, max(end, i + 1)))
                i += 1
                continue
            i += 1
        return made

    def subject_span(self, i: int) -> tuple[int, int]:
        """The noun phrases to the left of the verb group at i, back to the nearest boundary that leaves any."""
        found = self._spans.get(("subject", i))
        if found is None:
            found = self._spans["subject", i] = self._subject_span(i)
        return found

    def _subject_span(self, i: int) -> tuple[int, int]:
        start, words = self.group_before(i)
        shared = self._shared_subject(i, start, words)
        if shared is None and words[:1] == ["to"]:
            shared = next((k for k in range(start - 1, max(-1, start - 9), -1) if self.key(k) in SUBJECT_CONTROL), None)
        if shared is not None:
            return self.subject_span(shared)
        end = start
        at = self._past_aside(start) - 1
        seen = False
        while at >= 0:
            k, text = self.key(at), self.toks[at].text
            boundary = (
                text in {";", ":", "(", "—", '"', "“"}
                or k in SUBORDINATORS - {"as", "after", "before", "since"}
                or k in RELATIVES
            )
            if boundary and seen:
                break
            if text in {",", ")", "”"} and seen and self.cost(at, end) > 1.6:
                break
            if at in self.verbs and seen and not self._is_modifier(at):
                break
            if k.isalpha() and k not in AUX | ADVERBS | {"and", "or", "but"} and not boundary and at not in self.verbs:
                seen = True
            at -= 1
        return at + 1, end

    def _past_aside(self, start: int) -> int:
        """ "Israel, which says that …, keeps striking": the clause between commas is stepped over."""
        if self.key(start - 1) != ",":
            return start
        for k in range(start - 3, max(-1, start - 30), -1):
            if self.key(k) in RELATIVES and self.key(k - 1) == ",":
                return k - 1
            if self.toks[k].text in {";", ":"}:
                break
        return start

    def _shared_subject(self, i: int, start: int, words: list[str]) -> int | None:
        """The earlier verb whose subject this one shares: ", relocating to …", "… and handed it over"."""
        before = self.key(start - 1)
        bare = self.key(i).endswith("ing") and not words
        if not (before in {"and", "but", "or", "then"} or before == "," and bare):
            return None
        if before in {"and", "but", "or"} and start - 1 <= 0:
            return None
        for k in range(start - 2, -1, -1):
            if self.toks[k].text in {";", ":"}:
                return None
            if (
                k in self.verbs
                and not self._is_modifier(k)
                and self.key(k) not in self.vocabulary.classes["reporting_verbs"] | {"to"}
            ):
                first, _ = self.group_before(k)
                return k if first > 0 else None
        return None

    # ── what stands in a range ──
    def forces_in(self, start: int, end: int) -> list[ForceMention]:
        """Forces whose name begins or ends in the range."""
        return [f for f in self.spotted.forces if f.first < end and f.last >= start]

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """Places whose name begins in the range."""
        return [p for p in self.spotted.places if start <= p.first < end]

    def has_class(self, start: int, end: int, name: str) -> bool:
        """A noun of the class stands in the range."""
        words = self.vocabulary.classes[name]
        for i in range(max(start, 0), min(end, len(self.toks))):
            k = self.key(i)
            if (
                k == "military"
                and self.key(i + 1).isalpha()
                and self.key(i + 1) not in PREPOSITIONS | ADVERBS | AUX
                and i + 1 not in self.verbs
            ):
                continue  # "its military mission": an adjective
            if k in words:
                return True
            for parts in self.vocabulary.multi.get(k, ()):
                if (
                    tuple(t.key for t in self.toks[i : i + len(parts)]) == parts
                    and " ".join(parts).replace(" - ", "-") in words
                ):
                    return True
        return False

    def words_in(self, start: int, end: int) -> set[str]:
        """Folded words of the range."""
        return {t.key for t in self.toks[max(start, 0) : end]}
