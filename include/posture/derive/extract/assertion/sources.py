"""Who speaks: the noun phrase beside a verb of saying, made a clean name, or nothing at all.

A phrase counts only when every word of it is accounted for ("officials in Tokyo", "army commander Gen. X Y");
where a word is left over, there is no source: better none than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from .... import lexicon
from ..clauses import ADVERBS, BE, HAVE, MODALS, PREPOSITIONS, RELATIVES, View
from ..language.text import Token

_ARTICLES = frozenset("the a an this that these those its his her their our my both another same".split())
_NUMBERS = frozenset(
    "one more two three four five six seven eight nine ten several some many most few various "
    "multiple other others all".split()
)
_BACK = frozenset("the that this these those both same".split())
_PRONOUNS = frozenset("he she it they".split())
_OWN = frozenset("none we i us me you nobody no-one everyone someone somebody anyone nothing others who there".split())
_MARKS = frozenset(';:(),—–!?"“”[]…«»„')
_SUBORDINATE = frozenset(
    "that while whereas although though because when once if unless whether so as than and but or yet nor".split()
)
_CONNECT = frozenset("de del der den van von da di dos bin ibn ben al el ould abu a'l bint of".split())
_INITIALS = frozenset("gen lt col maj capt adm gov sen rep mr mrs ms dr st sgt brig cmdr rev prof hon cpl cdr".split())
_POST = frozenset("of for in at from within with inside to on near".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight week month year weekend".split()
)
_TRADE = frozenset("news the state independent local daily - run owned pro private public".split())
_UNLIKE = frozenset("day days earlier later ago now today yesterday hours weeks months years minutes".split())
_PLANS = frozenset("plan plans agreement deal proposal accord timetable schedule law".split())
_COMMON = frozenset(
    "state satellite commercial open local senior security independent former military witnesses "
    "residents intelligence foreign unnamed western official government defence defense analysts".split()
)
_LEAD = frozenset(
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
def _nouns() -> frozenset[str]:
    s = speech()
    return s["people"] | s["bodies"] | s["documents"]


@lru_cache(maxsize=1)
def _tellers() -> frozenset[str]:
    """Forms of saying that are nothing but verbs."""
    s = speech()
    forms = (s["free"] | s["about"] | s["clause"]) - _nouns() - s["after_name"]
    return frozenset(w for w in forms if w.endswith("ed") and w not in s["passive"]) | {
        "said",
        "says",
        "told",
        "tells",
        "wrote",
        "writes",
        "spoke",
        "speaks",
    }


@lru_cache(maxsize=1)
def _outlets() -> dict[str, tuple[tuple[str, ...], ...]]:
    made: dict[str, list[tuple[str, ...]]] = {}
    for name in lexicon.words()["outlets"]:
        words = tuple(re.findall(r"[^\W_]+|[^\w\s]", str(name)))
        made.setdefault(words[0], []).append(words)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in made.items()}


@dataclass(frozen=True, slots=True)
class Source:
    """One who says. `kind`: person, role, body, document, outlet, name, pronoun.

    `noun`: the head by which later sentences point back ("official"); `is_back`: the phrase itself points back.
    """

    name: str
    kind: str
    noun: str = ""
    is_back: bool = False
    roles: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def singular(noun: str) -> str:
    """One key for all forms of a role: officials → official, spokeswoman → spokes."""
    if noun.startswith("spokes"):
        return "spokes"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


class Phrases:
    """Reads the noun phrases of one sentence as sources."""

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
                self.key(a) in _NUMBERS | _COMMON
                or self.key(a) in _nouns()
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
        return word[:1].isupper() and self.key(i) not in _ARTICLES | _NUMBERS | _LEAD | PREPOSITIONS | _TIMES | _OWN

    def is_mark(self, i: int) -> bool:
        """A mark that ends a phrase; the stop of "Gen." or "J." does not."""
        word = self.raw(i)
        if word == ".":
            before = self.raw(i - 1)
            return not (self.key(i - 1) in _INITIALS or len(before) == 1 and before.isupper())
        return word in _MARKS

    def is_verb(self, i: int) -> bool:
        """Begins a predicate (participles in front of a noun do not)."""
        k = self.key(i)
        if k in BE | HAVE | MODALS | {"do", "does", "did"}:
            return True
        if k in _tellers() and self.raw(i).islower() and self.key(i - 1) not in _ARTICLES:
            return True
        if i not in self.view.verbs or self.raw(i - 1) == "-" or self.raw(i)[:1].isupper():
            return False
        if k in _nouns() and self.key(i + 1) not in _ARTICLES | {"that"}:
            return False
        return not (k.endswith(("ed", "ing")) and (self.key(i + 1) in _nouns() or self.key(i - 1) in _ARTICLES))

    def trim(self, e: int) -> int:
        """End of the phrase before e, without adverbs and times at its end."""
        while e > 0:
            k = self.key(e - 1)
            if k in ADVERBS | _LEAD or (k.endswith("ly") and len(k) > 5 and self.raw(e - 1).islower()):
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

    # ── left of a verb ──
    def before(self, i: int) -> list[Source]:
        """The sources whose phrase ends right before token i (where a verb group begins)."""
        e = self.trim(i)
        if self.raw(e - 1) == ",":
            found = self._over_comma(e - 1)
            return [found] if found else []
        made = self._ending(e)
        if made is None:
            return []
        found_all = [made]
        if self.key(made.start - 1) == "and" and made.kind not in {"pronoun"}:
            other = self._ending(made.start - 1)
            if other is not None and (other.start == 0 or self.is_mark(other.start - 1)) and other.kind != "pronoun":
                found_all.insert(0, other)
        return found_all

    def _ending(self, e: int) -> Source | None:
        """The source whose phrase fills the tokens up to e, back to a boundary."""
        edge, e = self._edge(e)
        if self.raw(e - 1) == "," and edge == e:
            return self._over_comma(e - 1)
        at = edge
        while at < e and self.key(at) in _LEAD:
            at += 1
        for p in range(max(at, e - 24), e):
            if p > at and not self._may_begin(p, at):
                continue
            found = self.read(p, e)
            if found is not None and found.end >= e:
                return found
        return None

    def _may_begin(self, p: int, edge: int) -> bool:
        """A new phrase may begin at p, what is before it being an adverbial ("in Moscow the ministry")."""
        before = self.key(p - 1)
        adverbial = self.key(edge) in PREPOSITIONS | {"just", "even", "only", "last", "this", "earlier"}
        if not adverbial or before in PREPOSITIONS | _ARTICLES or before in {"'s", "’s", "-", "and"}:
            return False
        here = self.key(p)
        return (
            here in _ARTICLES | _NUMBERS | _PRONOUNS
            or not self.is_name(p - 1)
            and (self.is_name(p) or here in _nouns())
        )

    def _edge(self, e: int) -> tuple[int, int]:
        """(first token of the phrase that ends before e, e itself, moved left over modifiers)."""
        k = e - 1
        low = max(-1, e - 40)
        while k > low:
            if self.is_mark(k) or self.key(k) in _SUBORDINATE | RELATIVES:
                break
            if k < e - 1 and self.is_verb(k) or k == e - 1 and self.is_verb(k) and self.key(k) not in _nouns():
                behind = self._modifier(k)
                if behind < 0:
                    break
                e, k = behind, behind - 1
                continue
            k -= 1
        return k + 1, e

    def _modifier(self, k: int) -> int:
        """Where the clause that modifies a noun begins, if the verb at k stands in one; -1 if in none.

        "a resident who keeps a shop … said", "officers interviewed for this paper said".
        """
        for m in range(k, max(0, k - 10), -1):
            if self.is_mark(m):
                return -1
            noun = self.key(m - 1) in _nouns() or self.is_name(m - 1)
            if noun and (self.key(m) in RELATIVES | {"that"} or self.key(m) in speech()["after_name"] and m >= k - 5):
                return m
        return -1

    def _over_comma(self, comma: int) -> Source | None:
        """ "X, who …, said", "X, the group's spokesman, said", "the spokesman, X, said"."""
        for _ in range(4):
            opening = next(
                (k for k in range(comma - 1, max(-1, comma - 40), -1) if self.raw(k) in {",", ";", "("}),
                -1,
            )
            if opening < 0 or self.raw(opening) != ",":
                return None
            first = self.key(opening + 1)
            aside = (
                first in RELATIVES | PREPOSITIONS | _LEAD | {"that", "himself", "herself", "itself", "too"}
                or first.endswith(("ing", "ed"))
                or opening + 2 >= comma
                and first in ADVERBS
                or first in {"speaking", "seen", "known", "whose", "not"}
            )
            inner = None if aside else self.read(opening + 1, comma)
            if inner is not None and inner.end < comma:
                inner = None
            if not aside and inner is None and first not in _ARTICLES:
                return None
            outer = self._ending(opening)
            if outer is not None:
                return _joined(outer, inner) if inner is not None else outer
            if self.raw(opening) == "," and aside:
                comma = opening
                continue
            return None
        return None

    # ── right of a verb ──
    def after(self, i: int, is_any: bool = False) -> Source | None:
        """The source whose phrase begins at i: "said X", "according to X", "citing X". `is_any`: whoever it is."""
        e = i
        while e < len(self.toks) and e - i < 24:
            k = self.key(e)
            if self.is_mark(e) or k in RELATIVES or k in _SUBORDINATE - {"and"} or e > i and self.is_verb(e):
                break
            if k in speech()["citing"] | {"saying"} and e > i:
                break
            if any(first == e for first in self.time_at.values()) and e > i:
                break
            e += 1
        while e > i and self.key(e - 1) in PREPOSITIONS | ADVERBS | {"and"}:
            e -= 1
        found = self.read(i, e)
        if found is None and is_any and e > i:
            j, _ = self._core(i + (self.key(i) in _ARTICLES), e)
            if (
                j > i + 1
                and self.raw(j - 1).isalpha()
                and self.raw(j - 1).islower()
                and self.key(j - 1) not in _TIMES | _UNLIKE | _PLANS
            ):
                return Source(
                    self.words(i + (self.key(i) in _ARTICLES), j), "document", self.key(j - 1), False, (), i, j
                )
        if found is None:
            return None
        if self.raw(found.end) == "," and found.end == e:
            stop = next(
                (k for k in range(e + 1, min(e + 20, len(self.toks))) if self.is_mark(k) or self.raw(k) == "."),
                len(self.toks),
            )
            inner = self.read(e + 1, stop)
            names = inner is not None and inner.kind == "person" and found.kind in {"role", "body"}
            tells = inner is not None and inner.kind == "role" and found.kind in {"person", "name"}
            if inner is not None and inner.end >= stop and (names or tells):
                return replace(_joined(found, inner), end=found.end)
        return found

    def inverted(self, i: int) -> Source | None:
        """The subject after its verb ("…, said X"): nothing of a clause may follow it."""
        found = self.after(i)
        if found is None or found.kind == "document":
            return None
        nxt = self.key(found.end)
        ends = self.is_mark(found.end) or nxt in PREPOSITIONS | _TIMES | RELATIVES | {
            ".",
            "",
            "last",
            "earlier",
            "this",
            "citing",
        }
        return found if ends else None

    # ── one phrase ──
    def read(self, a: int, e: int) -> Source | None:
        """The phrase that begins at a, within a..e, as a source; `end` says how far it was understood."""
        i, back = a, False
        while i < e and (self.key(i) in _ARTICLES | _NUMBERS or self.key(i) == "of" and i > a):
            back |= self.key(i) in _BACK
            i += 1
        if i >= e:
            alone = self.key(e - 1) in {"both", "one", "two", "others"} and e - a == 1
            return Source("", "pronoun", "they", True, (), a, e) if alone and e - a == 1 else None
        back |= i > a and self.key(a) == "one" and (i == a + 1 or self.key(a + 1) in {"of", "more"})
        if (self.key(i) in _PRONOUNS or self.key(i) == "them" and i > a) and i + 1 >= e:
            return Source("", "pronoun", self.key(i) if i == a else "they", True, (), a, e)
        if self.key(i) in _OWN | _PRONOUNS and self.raw(i) != "US":
            return None
        j, done = self._core(i, e)
        if j <= i:
            return None
        made = self._headed(a, i, j, back and i > a)
        if made is None:
            return None
        end = e if done else self._post(made, j, e)
        name = made.name
        if end > j and not done and made.kind in {"role", "body", "document"}:
            name = self.words(self._shown(a, i), end)
            made = replace(made, is_back=False)
        if made.kind == "role" and singular(made.noun) in _unnamed() and not name.endswith("(anonymous)"):
            name += " (anonymous)"
        if self.key(end) in speech()["after_name"]:
            end = e
        return replace(made, name=name, end=end)

    def _shown(self, a: int, i: int) -> int:
        """Where the name begins to be shown: numbers stay, articles go."""
        at = i
        while at > a and self.key(at - 1) in _NUMBERS - {"one", "more", "some", "other", "many", "most", "all"}:
            at -= 1
        return at

    def _core(self, i: int, e: int) -> tuple[int, bool]:
        """End of the phrase before its first preposition; whether all that follows modifies it."""
        j = i
        while j < e:
            k = self.key(j)
            if self.is_mark(j) or k in PREPOSITIONS | RELATIVES or k in _SUBORDINATE:
                if not (self.raw(j - 1) == "-" or self.raw(j + 1) == "-"):
                    break
            if j > i and k in speech()["after_name"] and (self.key(j - 1) in _nouns() or self.raw(j - 1)[:1].isupper()):
                return j, True
            if self.is_verb(j) or j > i and k in _ARTICLES and self.raw(j - 1) != "-":
                break
            j += 1
        return j, False

    def _headed(self, a: int, i: int, j: int, back: bool) -> Source | None:
        last = self.key(j - 1)
        s = speech()
        start = self._shown(a, i)
        if self.raw(j - 1)[:1].isupper() and last not in _TIMES:
            seq = self._capitals(i, j)
            whole = self.words(seq, j)
            outlet = self.outlet(seq, j) or self.outlet(max(seq, j - 1), j)
            if outlet:
                return (
                    Source(outlet, "outlet", "newspaper", False, (), a, j)
                    if seq == i or self._is_plain(i, seq)
                    else None
                )
            if last in s["people"] | s["bodies"] | s["documents"] and not (
                j - seq == 1 and seq > i and self.key(seq - 1) in s["people"]
            ):
                kind = "role" if last in s["people"] else "body" if last in s["bodies"] else "document"
                return Source(self.words(start, j), kind, last, back and j - i == 1, (last,), a, j)
            if self.raw(j - 1) in s["media"] and j - seq > 1:
                return (
                    Source(whole, "outlet", "newspaper", False, (), a, j)
                    if seq == i or self._is_plain(i, seq)
                    else None
                )
            return self._named(a, i, seq, j)
        if last not in _nouns() or last in {"'s", "’s"}:
            return None
        if any(self.key(k) in _TIMES | _UNLIKE for k in range(i, j)):
            return None
        owner = next((k for k in range(j - 2, i, -1) if self.key(k) in {"'s", "’s"}), 0)
        if last in s["documents"] and owner:
            made = self.read(a, owner)  # "the ministry's statement": the ministry
            return replace(made, end=j) if made is not None and made.end >= owner else None
        kind = "role" if last in s["people"] else "body" if last in s["bodies"] else "document"
        bare = j - i == 1 or j - i == 2 and self.key(i) in {"think", "senior", "same", "us", "joint", "two", "latter"}
        return Source(self.words(start, j), kind, last, back and bare, (last,), a, j)

    def _named(self, a: int, i: int, seq: int, j: int) -> Source | None:
        """A phrase that ends in a proper name: title and name, an organisation, a state, a surname."""
        titles = self.view.vocabulary.classes["titles"] | speech()["people"]
        p = next((k + 1 for k in range(j - 2, seq - 1, -1) if self.key(k) in titles | _INITIALS), seq)
        while p < j - 1 and self.raw(p) in {".", "-"}:
            p += 1
        before = [self.key(k) for k in range(i, p) if self.key(k) in titles]
        if seq > i and not before and not self._is_plain(i, seq):
            return None
        if before:
            roles = tuple(k for k in before if k in _nouns())
            return Source(self.words(p, j), "person", self.key(j - 1), False, roles, a, j)
        if self.named.get(j - 1, j) <= seq:
            return Source(self.words(seq, j), "body", self.key(j - 1), False, (), a, j)
        if j - seq >= 2:
            return Source(self.words(seq, j), "name", self.key(j - 1), False, (), a, j)
        word = self.raw(seq)
        if word.isupper() and len(word) > 1:
            return Source(word, "body", self.key(seq), False, (), a, j)
        if seq == 0 and self.key(seq) in _LEAD | _OWN:
            return None
        return Source(word, "name", self.key(seq), False, (), a, j)

    def _is_plain(self, i: int, seq: int) -> bool:
        """What stands before a name belongs to it: nouns of trade ("news agency Reuters"), not a clause."""
        return all(self.key(k) in _nouns() | _TRADE or self.raw(k)[:1].isupper() for k in range(i, seq))

    def _capitals(self, i: int, j: int) -> int:
        """Start of the run of capitalised words that ends at j."""
        at = j - 1
        while at > i:
            word = self.raw(at - 1)
            if (
                word[:1].isupper()
                and (self.is_name(at - 1) or at - 1 > 0)
                or word == "-"
                or word == "."
                and not self.is_mark(at - 1)
            ):
                at -= 1
            elif self.key(at - 1) in _CONNECT - {"of"} and at - 1 > i and self.raw(at - 2)[:1].isupper():
                at -= 1
            elif self.key(at - 1) in {"al", "el"} and self.raw(at) == "-":
                at -= 1
            else:
                break
        while at < j - 1 and (self.raw(at) in {"-", "."} or not self.is_name(at) and self.key(at) not in {"al", "el"}):
            at += 1
        return at

    def _post(self, made: Source, j: int, e: int) -> int:
        """End of the prepositional phrases that belong to the name: "of Borno", "for Ukraine's border service"."""
        if made.kind in {"person", "outlet", "pronoun"}:
            return j
        end = j
        while end < e and self.key(end) in (_POST if made.kind in {"role", "document"} else {"of", "in", "for", "at"}):
            k = end + 1
            while k < e and not (self.is_mark(k) or self.key(k) in PREPOSITIONS | RELATIVES or self.is_verb(k)):
                if self.key(k) in _SUBORDINATE - {"and"} or self.key(k) in speech()["after_name"]:
                    break
                k += 1
            inside = {self.key(x) for x in range(end + 1, k)}
            if (
                k == end + 1
                or inside & (speech()["occasions"] | _TIMES)
                or any(
                    self.raw(x).isdigit() and self.key(x + 1) not in {"st", "nd", "rd", "th"} for x in range(end + 1, k)
                )
            ):
                break
            if made.kind == "name" and self.key(end) != "of":
                break
            end = k
        return end

    def outlet(self, a: int, e: int) -> str:
        """The listed outlet that fills tokens a..e exactly; "" if none does."""
        for words in _outlets().get(self.raw(a), ()):
            if len(words) == e - a and all(self.raw(a + k) == w for k, w in enumerate(words)):
                return self.words(a, e)
        return ""


def _joined(outer: Source, inner: Source) -> Source:
    """A phrase and its apposition: the one that names stands, the other gives the roles."""
    is_named = inner.kind in {"person", "name"} or inner.kind == "body" and " " in inner.name and outer.kind == "role"
    if is_named and outer.kind in {"role", "body", "pronoun"}:
        return replace(inner, kind="person", roles=(*outer.roles, *inner.roles), is_back=False, start=outer.start)
    return replace(outer, roles=(*outer.roles, *inner.roles), is_back=False)


@lru_cache(maxsize=1)
def _unnamed() -> frozenset[str]:
    return frozenset(singular(w) for w in speech()["unnamed"])
