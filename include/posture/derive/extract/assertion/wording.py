"""The words of a sentence as parts of the phrase of one who speaks: names, marks that end it, verbs."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from .... import lexicon
from ..clauses import ADVERBS, BE, PREPOSITIONS, View
from ..language.classes import words
from ..language.grammar import HAVE, MODALS
from ..language.text import Token

ARTICLES = frozenset("the a an this that these those its his her their our my both another same".split())
NUMBERS = frozenset(
    "one more two three four five six seven eight nine ten several some many most few various "
    "multiple other others all".split()
)
PRONOUNS = frozenset("he she it they".split())
OWN = frozenset("none we i us me you nobody no-one everyone someone somebody anyone nothing others who there".split())
_MARKS = frozenset(';:(),—–!?"“”[]…«»„')
SUBORDINATE = frozenset(
    "that while whereas although though because when once if unless whether so as than and but or yet nor".split()
)
INITIALS = frozenset("gen lt col maj capt adm gov sen rep mr mrs ms dr st sgt brig cmdr rev prof hon cpl cdr".split())
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight week month year weekend".split()
)
UNLIKE = frozenset("day days earlier later ago now today yesterday hours weeks months years minutes".split())
_COMMON = words("wording.common")
LEAD = frozenset(
    "however meanwhile earlier later separately also but and still now then yet instead moreover nevertheless "
    "similarly officially today yesterday privately publicly indeed therefore though additionally furthermore "
    "finally initially recently likewise nonetheless".split()
)


@lru_cache(maxsize=1)
def speech() -> dict[str, frozenset[str]]:
    """speech.yaml: class → forms, folded; names keep their case."""
    loaded = lexicon.load("speech.yaml")
    return {k: frozenset(map(str, v)) for k, v in loaded.items()}


@lru_cache(maxsize=1)
def nouns() -> frozenset[str]:
    """Nouns that can head a source: people, bodies, documents."""
    s = speech()
    return s["people"] | s["bodies"] | s["documents"]


@lru_cache(maxsize=1)
def _tellers() -> frozenset[str]:
    """Forms of saying that are nothing but verbs."""
    s = speech()
    forms = (s["free"] | s["about"] | s["clause"]) - nouns() - s["after_name"]
    irregular = frozenset("said says told tells wrote writes spoke speaks".split())
    return irregular | frozenset(w for w in forms if w.endswith("ed") and w not in s["passive"])


class Wording:
    """The tokens of one sentence, as the words of phrases that name a source."""

    def __init__(self, view: View, text: str) -> None:
        self.view, self.text = view, text
        self.toks: tuple[Token, ...] = view.toks
        #: last token → first token of every force or place, and of every time
        self.named = {f.last: f.first for f in view.spotted.forces if f.form != "own"}
        for p in view.spotted.places:
            self.named.setdefault(p.last, p.first)
        self.time_at: dict[int, int] = {}
        starts = [k.start for k in self.toks] if view.times else []
        for t in view.times:
            first, end = bisect_left(starts, t.start), bisect_left(starts, t.end)
            if first < end:
                self.time_at[end - 1] = first

    # ── words ──
    def key(self, i: int) -> str:
        """Folded word at i; "" outside."""
        return self.toks[i].key if 0 <= i < len(self.toks) else ""

    def raw(self, i: int) -> str:
        """Word at i as written; "" outside."""
        return self.toks[i].text if 0 <= i < len(self.toks) else ""

    def words(self, a: int, e: int) -> str:
        """The text of tokens a..e, white space made single."""
        if a >= e:
            return ""
        # A dateline's dash may stand before the speaker.
        made = " ".join(self.text[self.toks[a].start : self.toks[e - 1].end].split()).lstrip("-–— ")
        if not made:
            return ""
        opens = a == 0 or self.raw(a - 1) in _MARKS
        if (
            opens
            and self.raw(a).istitle()
            and (
                self.key(a) in NUMBERS | _COMMON
                or self.key(a) in nouns()
                and self.key(a + 1) != "of"
                and not self.raw(a + 1)[:1].isupper()
            )
        ):
            return made[0].lower() + made[1:]
        return made

    def is_name(self, i: int) -> bool:
        """Capitalised, and not a word that merely opens a sentence."""
        word = self.raw(i)
        if word == "US":
            return True
        return word[:1].isupper() and self.key(i) not in ARTICLES | NUMBERS | LEAD | PREPOSITIONS | TIMES | OWN

    def is_mark(self, i: int) -> bool:
        """A mark that ends a phrase; the stop of "Gen." or "J." does not."""
        word = self.raw(i)
        if word == ".":
            before = self.raw(i - 1)
            return not (self.key(i - 1) in INITIALS or len(before) == 1 and before.isupper())
        return word in _MARKS or word.strip("-") == "" and self._is_spaced(i)

    def _is_spaced(self, i: int) -> bool:
        """ "NEW DELHI - India says": a hyphen between spaces is a dash."""
        if not 0 <= i < len(self.toks):
            return False
        t = self.toks[i]
        around = self.text[max(0, t.start - 1) : t.start] + self.text[t.end : t.end + 1]
        return len(around) == 2 and not around.strip(" \n-")

    def is_verb(self, i: int) -> bool:
        """Begins a predicate (participles in front of a noun do not)."""
        k = self.key(i)
        if k in BE | HAVE | MODALS | {"do", "does", "did"}:
            return True
        if k in _tellers() and self.raw(i).islower() and self.key(i - 1) not in ARTICLES:
            return True
        if i not in self.view.verbs or self.raw(i - 1) == "-" or self.raw(i)[:1].isupper():
            return False
        if k in nouns() and self.key(i + 1) not in ARTICLES | {"that"}:
            return False
        return not (k.endswith(("ed", "ing")) and (self.key(i + 1) in nouns() or self.key(i - 1) in ARTICLES))

    def trim(self, e: int) -> int:
        """End of the phrase before e, without adverbs and times at its end."""
        while e > 0:
            k = self.key(e - 1)
            if k in ADVERBS | LEAD or (k.endswith("ly") and len(k) > 5 and self.raw(e - 1).islower()):
                e -= 1
            elif (
                self.raw(e - 1) == ")"
                and (opening := next((x for x in range(e - 2, max(-1, e - 9), -1) if self.raw(x) == "("), -1)) > 0
            ):
                e = opening
            elif e - 1 in self.time_at and self.time_at[e - 1] > 0:
                e = self.time_at[e - 1]
                while self.key(e - 1) in {"on", "in", "at", "last", "this", "since", "late", "early", "the", "during"}:
                    e -= 1
            else:
                break
        return e
