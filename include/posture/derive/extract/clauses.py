"""One sentence with all that was found in it, and questions about it: how near, which verb group, what stands there.

Grammar comes from `language.parsing`. All ranges are token ranges, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from .language import parsing
from .language.designations import designations
from .language.grammar import HAVE, MODALS, PLAN_NOUNS
from .language.syntax import Tree
from .language.text import Sentence, Token
from .language.vocabulary import Vocabulary
from .mentions import ForceMention, PlaceMention, Spotted
from .quantity.quantities import Quantity
from .timing.context import Time

BE = frozenset("is are was were be been being am 're 's get gets got getting".split()) - {"'s"}
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
    #: The people last spoken of are civilians: "they" are no troops.
    is_of_civilians: bool = False
    #: The sentence before speaks of a site; the text before, of a deal: "it" and "the deal" can mean them.
    site_before: bool = False
    #: What the sentence before says something of (`needs.spoken`): "it" can mean a unit, "they" troops.
    themes_before: frozenset[str] = frozenset()
    deal_before: bool = False
    #: How many sentences ago a deal was spoken of; what type of fact the sentence before told last.
    deal_since: int = 99
    told_before: str = ""
    #: The sentence before speaks of a mission: "it" can mean that.
    mission_before: bool = False
    #: The text has told an act of arms; the sentences just before, of something fired: "another hit the port".
    is_at_war: bool = False
    fired_before: bool = False
    #: The two states that are at war in the text: what one's base is hit by, without a word of whom, is the other.
    foes: frozenset[str] = frozenset()
    #: An exercise was told of a few sentences before: "next year's" can mean it.
    drill_before: bool = False
    #: The place that the heading or entry's head names, under which the sentence stands.
    head: PlaceMention | None = None

    #: The place that the sentences before were about, or (not asked for as a topic) where they were.
    spot_before: Callable[[bool], PlaceMention | None] = lambda is_topic: None
    #: Gives the sentence's tree from what the caller parsed already; without it the sentence is parsed alone.
    grammar: Callable[[], Tree] | None = None

    def __post_init__(self) -> None:
        self.toks: tuple[Token, ...] = self.sentence.tokens
        self._keys = [t.key for t in self.toks]
        for d in designations(self.toks):
            self._keys[d.mark] = d.noun  # "an F-16" is a jet

    @cached_property
    def tree(self) -> Tree:
        """The sentence's grammar."""
        return self.grammar() if self.grammar else parsing.parse([self.sentence])[0]

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
        """Tokens that are verbs or auxiliaries: where predicates begin."""
        tree = self.tree
        return frozenset(
            i for i in range(len(self.toks)) if tree.is_verb(i) and tree.labels[i] not in {"amod", "compound"}
        )

    def cost(self, a: int, b: int) -> float:
        """What stands between tokens a and b, either order; 0 for neighbours. Structure counts, distance a little."""
        lo, hi = (a, b) if a < b else (b, a)
        if hi - lo <= 1 or lo < 0 or hi >= len(self.toks):
            return 0.0
        return 0.7 * self.tree.distance(lo, hi) + 0.03 * (hi - lo - 1)

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

    def text(self, first: int, last: int) -> str:
        """The words of a range as they are written, with single spaces."""
        toks = self.toks
        spaced = ("" if k == first or toks[k].start == toks[k - 1].end else " " for k in range(first, last + 1))
        return "".join(gap + toks[k].text for k, gap in enumerate(spaced, first))

    def words_in(self, start: int, end: int) -> set[str]:
        """Folded words of the range."""
        return set(self._keys[max(start, 0) : end])
