"""Whom the text names as saying so: from the article to the origin, nearest first (RECORDS.md §3).

"Reuters reported, quoting a US official" → ["Reuters", "US official (anonymous)"]. A sentence that names
nobody has no attribution, unless a word in it points back to one ("the official added") or it stands in a
quotation whose speaker was named before or is named at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..clauses import BE, HAVE, MODALS, PREPOSITIONS, View
from ..language.text import Sentence
from ..mentions import Spotted
from .sources import Phrases, Source, singular, speech

_PLANS = frozenset("plan plans agreement deal proposal accord timetable".split())
_REPORTS = frozenset(
    "report reports statement statements article interview dispatch investigation analysis study "
    "story briefing post programme".split()
)
_TOLD = frozenset("denied dismissed rejected confirmed announced reported disclosed revealed described claimed".split())
_HANDED = frozenset("given provided carried issued seen shared released".split())
_ACCOUNTS = frozenset("account count estimate figures tally reckoning numbers".split())
_PUTTING = frozenset("put puts give gives gave".split())
_ROUND = frozenset("some dozens hundreds thousands tens half two three four five six seven eight nine ten".split())
_FIGURES = frozenset("figure figures number numbers strength total toll estimate count tally".split())
_QUOTES = frozenset('"“”„«»')
_WE = frozenset("us me".split())
#: How far a quotation's end (characters) and a clause's bounds (tokens) are sought.
_LOOK_AHEAD = 700
_REACH = 200


@dataclass(frozen=True, slots=True)
class Saying:
    """One naming of a source: over which tokens it reaches, and its chain."""

    first: int
    last: int
    chain: tuple[str, ...]
    person: str = ""


@dataclass
class Attributions:
    """The chain of the sentence at hand and what short forms ("the official", "he") point back to."""

    outlets: frozenset[str]
    last: list[str] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    person: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    quoted: list[str] | None = None
    heard: list[View] = field(default_factory=list)
    latest: list[str] = field(default_factory=list)
    _block: int = -1
    _at: int = 0
    _open: bool = False

    def hear(self, view: View) -> None:
        """Takes the next sentence in; it is read when somebody asks who says something, here or later."""
        self.heard.append(view)

    def chain(self, text: str) -> list[str]:
        """Attribution of the sentence heard last; remembers those of all for short forms in the next ones."""
        for view in self.heard:
            self.latest = self._listen(view, text)
        self.heard.clear()
        return self.latest

    def _listen(self, view: View, text: str) -> list[str]:
        was_open = self._quote_before(view, text)
        self.sayings = self._read(view, text, was_open)
        found = _together(self.sayings)
        if not found:
            found = self._in_quote(view, text, was_open)
            if found:
                self.sayings = [Saying(0, len(view.toks), tuple(found))]
        opens = self._advance(view, text)
        if not opens:
            self.quoted = None
        elif found:
            self.quoted = found
        if found:
            self.last = found
        self._note_plan(view, found)
        self._note_people(view, text, bool(found))
        return found

    def at(self, i: int) -> list[str]:
        """Attribution of the clause of the current sentence in which token i stands."""
        return _together(s for s in self.sayings if s.first <= i < s.last)

    # ── quotations ──
    def _quote_before(self, view: View, text: str) -> bool:
        """Whether the sentence begins inside a quotation of its block (a line of the text)."""
        s = view.sentence
        if s.block != self._block:
            self._block, self._open, self._at = s.block, False, s.start
        self._open = _quote_state(text, self._at, s.start, self._open)
        self._at = s.start
        return self._open

    def _advance(self, view: View, text: str) -> bool:
        s = view.sentence
        self._open = _quote_state(text, self._at, s.end, self._open)
        self._at = s.end
        return self._open

    def _in_quote(self, view: View, text: str, was_open: bool) -> list[str]:
        """A sentence of a quotation: its speaker was named where it began, or is at its end."""
        first = view.toks[0].text if view.toks else ""
        if not was_open and first not in _QUOTES:
            return []
        if was_open and self.quoted:
            return list(self.quoted)
        ahead = self._ahead(view, text)
        if ahead:
            return ahead
        whole = view.toks[-1].text in _QUOTES or _quote_state(text, view.sentence.start, view.sentence.end, was_open)
        return list(self.last) if whole and first in _QUOTES and self.last else []

    def _ahead(self, view: View, text: str) -> list[str]:
        """The source named after the quotation that begins here and ends in a later sentence of the line."""
        start = view.sentence.end
        stop = text.find("\n", start, start + _LOOK_AHEAD)
        stop = min(start + _LOOK_AHEAD, len(text)) if stop < 0 else stop
        if not _quote_state(text, view.sentence.start, start, self._open):
            return []
        close = next((k for k in range(start, stop) if text[k] in '"”»'), -1)
        if close < 0:
            return []
        end = next((k for k in range(close + 1, stop) if text[k] in ".!?" and text[k + 1 : k + 2].isspace()), stop)
        rest = Sentence(close, end, text, view.sentence.block, "paragraph")
        if len(rest.tokens) < 3 or len(rest.tokens) > 40:
            return []
        inner = View(
            rest,
            view.number,
            Spotted(),
            [],
            [],
            view.vocabulary,
        )
        return _together(self._read(inner, text, True))

    # ── one sentence ──
    def _read(self, view: View, text: str, was_open: bool) -> list[Saying]:
        p = Phrases(view, text)
        doors = [i for i, t in enumerate(p.toks) if t.key in _doors()]
        if not doors:
            return self._pointing(p)
        quoted = _inside(p, was_open)
        made: list[Saying] = []
        cited: list[Saying] = []
        for i in doors:
            if quoted[i]:
                continue
            k = p.key(i)
            if k == "according" and p.key(i + 1) == "to" or k == "per" and p.key(i - 1) == "as":
                made += self._according(p, i)
            elif (
                k in _REPORTS and p.key(_past_time(p, i + 1)) in {"by", "from", "in", "with", "for"} or k == "by" and i
            ):
                found_by = self._by(p, i)
                is_near = (
                    k == "by" and self._passive(p, i)[0] not in _TOLD
                )  # "carried by X": nearer than who is carried
                made = [*found_by, *made] if is_near else [*made, *found_by]
            elif k in speech()["citing"] and k.endswith("ing"):
                found = p.after(i + 1)
                cited += [self._saying(p, [found], 0, len(p.toks))] if found else []
            elif k == "speaking" and p.key(i + 1) == "to":
                near = self._audience(p, i + 2)
                made[:0] = [self._saying(p, near, 0, len(p.toks))] if near else []
            elif k == "interview" and p.outlet(i - 1, i):
                made.append(Saying(0, len(p.toks), (p.outlet(i - 1, i),)))
            elif k == "from" and p.key(i - 1) == "it" and p.key(i - 2) in {"had", "has", "have"}:
                found = p.after(i + 1)
                cited += [self._saying(p, [found], 0, len(p.toks))] if found else []
            elif k in _ACCOUNTS and (counted := self._account(p, i)):
                made += counted
            elif k in _forms():
                made += self._said(p, i)
        made = [m for m in (*made, *cited) if m.chain]
        named = [m for m in made if m.chain[-1].lower() not in speech()["documents"]]
        return named or made or self._pointing(p)

    def _said(self, p: Phrases, i: int) -> list[Saying]:
        """A verb of saying at i, with its subject before or after it."""
        s, k = speech(), p.key(i)
        if k == "states" and p.key(i - 1) == "united" or p.raw(i)[:1].isupper() and i:
            return []
        g, group = _group(p, i)
        passive = any(w in BE for w in group) and not k.endswith("ing")
        if passive and not (k in {"quoted", "cited"} and p.key(i + 1) == "as"):
            return []
        if set(group) & (MODALS | {"to", "not", "never", "n't", "neither", "nor"}) and k not in s["refuse"]:
            if not (
                set(group) == {"to"}
                and p.key(g - 1) in {"went", "go", "goes"}
                or "to" in group
                and p.key(g) in {"likes", "likely"}
            ):
                return []
        if not self._is_speech(p, i, k):
            return []
        sources: list[Source] = []
        prior = p.raw(g - 1)
        if prior in _QUOTES or prior == ",":
            inverted = p.inverted(i + 1) if k not in {"told", "tell", "tells"} else None
            sources = [inverted] if inverted and (inverted.kind != "pronoun" or prior in _QUOTES) else []
        if not sources:
            sources = p.before(g)
        if not sources and g == 0 and i == 0:
            return []
        sources = [x for x in sources if self._may_speak(x, k)]
        if not sources:
            return []
        near: list[Source] = []
        if k in {"told", "tell", "tells"} or p.key(i + 1) == "to":
            near = self._audience(p, i + 1 + (p.key(i + 1) == "to"))
        lo, hi = self._reach(p, i, g, sources[0])
        return [self._saying(p, [*near, *sources], lo, hi)]

    def _is_speech(self, p: Phrases, i: int, k: str) -> bool:
        """The word at i tells here: what follows is a clause, a quote, a figure, or nothing."""
        s = speech()
        nxt, raw = p.key(i + 1), p.raw(i + 1)
        if k in s["refuse"]:
            return nxt == "to" and p.key(i + 2) in {"say", "specify", "confirm", "disclose", "give", "tell", "rule"}
        if nxt == "to" and p.key(i + 2) in {"have", "be"} and k in {"claimed", "claims", "claim"}:
            return True
        if k in s["free"]:
            if k in {"reports", "claims", "report", "claim", "write", "add", "adds"} and nxt in PREPOSITIONS:
                return False
            if nxt == "to":
                return p.raw(i + 2)[:1].isupper() or p.key(i + 2) in {
                    "reporters",
                    "journalists",
                    "lawmakers",
                    "the",
                    "a",
                }
            return nxt != "-"
        if k in s["about"]:
            return nxt == "of"
        if k in _PUTTING:
            return self._gives_a_figure(p, i, k)
        if k in s["figure"] and any(
            p.raw(x)[:1].isdigit() or p.key(x) in {"at", "sixty", "some", "dozens", "about"}
            for x in range(i + 1, min(i + 12, len(p.toks)))
        ):
            return True
        if k in s["seen"]:
            return True
        if k not in s["clause"]:
            return False
        if k in s["only_that"]:
            return nxt == "that" or raw in _QUOTES | {","}
        if nxt in {"on", "in", "at", "last", "late", "early", "this"}:
            return any(p.key(x) == "that" for x in range(i + 2, min(i + 10, len(p.toks))))
        if nxt == "of":
            return k in {"warned", "warns", "warn", "boasted"}
        if k in {"show", "shows", "showed", "believe", "believes", "estimate", "estimates", "fear", "expect"}:
            return nxt != "to" or k == "expect"
        plain = raw in _QUOTES | {":", ",", ".", ""} or raw[:1].isupper() or raw[:1].isdigit()
        return plain or nxt in s["after_clause"] or nxt in p.view.vocabulary.classes["modifiers"]

    def _gives_a_figure(self, p: Phrases, i: int, k: str) -> bool:
        """ "put the number at 1,800", "gave a figure of 300"; not "put 250 men on standby", "gave it 20 tanks"."""
        words = [p.key(x) for x in range(i + 1, min(i + 14, len(p.toks)))]
        if k.startswith("put"):
            after = [words[x + 1 : x + 4] for x, w in enumerate(words) if w == "at"]
            return any(w[:1].isdigit() or w in _ROUND for group in after for w in group)
        return bool(set(words[:5]) & _FIGURES)

    def _may_speak(self, x: Source, k: str) -> bool:
        """Whether such a one does what the verb says: pictures show, people see, both estimate."""
        s = speech()
        if k in s["seen"]:
            return x.kind == "role" and x.noun in s["people"] or x.kind == "person" and k in s["clause"]
        if k in {"show", "shows", "showed"}:
            return x.kind == "document"
        return True

    def _reach(self, p: Phrases, i: int, g: int, source: Source) -> tuple[int, int]:
        """Tokens that a saying covers: its own clause and what hangs on it; a quote before it too."""
        n = len(p.toks)
        first = min(source.start, g)
        lo = _clause_start(p, first)
        hi = next((x for x in range(i + 1, min(n, i + _REACH)) if p.raw(x) == ";"), n)
        if source.start > i or first == lo:
            return lo, hi
        # ", X said on Monday." hangs on what is before it; "and X said that …" does not reach back
        stop = next((x for x in range(i + 1, min(n, i + _REACH)) if p.is_mark(x) or p.raw(x) in {".", ","}), n)
        hangs = p.raw(first - 1) in _QUOTES | {","} and p.key(i + 1) != "that"
        if hangs and not any(p.is_verb(x) or p.key(x) == "that" for x in range(i + 1, stop)):
            return lo, hi
        if any(p.is_verb(x) for x in range(max(lo, first - _REACH), first)):
            lo = first
        return lo, hi

    def _audience(self, p: Phrases, i: int) -> list[Source]:
        """The outlet that was told: a name which is no assembly, state or force."""
        if p.key(i) in _WE:
            return []
        found = p.after(i)
        if (
            found is None
            or found.kind not in {"outlet", "name"}
            and not (found.kind == "body" and found.name.isupper())
        ):
            return []
        if found.kind != "outlet" and set(found.name.split()) & speech()["audiences"] or found.end - 1 in p.named:
            return []
        return [found]

    def _according(self, p: Phrases, i: int) -> list[Saying]:
        """ "according to X": the sentence, or the relative clause in which it stands."""
        n = len(p.toks)
        at = i + 2 if p.key(i) == "according" else i + 1
        lo, hi = _clause_start(p, i), n
        if p.key(i - 1) in {"which", "who"}:
            lo = i
            hi = next((x for x in range(at + 2, min(n, at + _REACH)) if p.raw(x) == ","), n)
        k = at
        while p.key(k) in {"the", "this", "that", "its", "their", "a", "an"}:
            k += 1
        if p.key(k) in _PLANS:
            return [Saying(lo, hi, tuple(self.plan or self.last))] if self.plan or self.last else []
        for m in range(k, k + 4):
            if p.key(m) in speech()["documents"] and p.key(m + 1) in {
                "by",
                "from",
                "of",
                "published",
                "compiled",
                "released",
                "issued",
            }:
                found = p.after(m + 2 + (p.key(m + 2) in {"by", "in"}))
                if found:
                    return [self._saying(p, [found], lo, hi)]
        found = p.after(at, True)
        return [self._saying(p, [found], lo, hi)] if found else []

    def _by(self, p: Phrases, i: int) -> list[Saying]:
        """ "a report by X", "denied by X", "seen by X"."""
        n = len(p.toks)
        k = p.key(i)
        at = i + 1 if k == "by" else _past_time(p, i + 1) + 1
        found = p.after(at)
        if found is None:
            return []
        if k == "by":
            verb, finite = self._passive(p, i)
            if verb in _TOLD and not (finite or found.kind == "outlet"):
                return []
            if verb in _HANDED and not self._of_words(p, i - 2) or found.kind in {"document", "pronoun"}:
                return []
            return [self._saying(p, [found], 0, n)] if verb else []
        if found.kind != "outlet" and not (found.kind in {"name", "body"} and p.key(at - 1) == "by"):
            return []
        return [self._saying(p, [found], 0, n)]

    def _passive(self, p: Phrases, i: int) -> tuple[str, bool]:
        """The participle to which "by" at i belongs, and whether a form of "be" carries it."""
        for k in range(i - 1, max(-1, i - 5), -1):
            if p.is_mark(k):
                break
            if p.key(k) in speech()["passive"] and (k == i - 1 or p.key(k) in _TOLD):
                return p.key(k), p.raw(k - 1) == "," or any(p.key(x) in BE for x in range(max(0, k - 3), k))
        return "", False

    def _of_words(self, p: Phrases, i: int) -> bool:
        """A noun of words or pictures stands just before: "estimates given by", "a note seen by"."""
        return any(
            p.key(x) in speech()["documents"] | {"video", "claims", "remarks"} for x in range(max(0, i - 3), i + 1)
        )

    def _account(self, p: Phrases, i: int) -> list[Saying]:
        """ "in his account", "by the count of X", "on the army's own figures"."""
        n = len(p.toks)
        if p.key(i + 1) == "of" and p.key(i - 1) in {"the", "a"} and p.key(i - 2) in {"by", "on", "in"}:
            found = p.after(i + 2)
            return [self._saying(p, [found], 0, n)] if found else []
        if p.key(i - 1) in {"his", "her"} and p.key(i - 2) in {"in", "by", "on"} and self.person:
            return [Saying(0, n, tuple(self.person))]
        if p.key(i - 1) in {"'s", "’s"} or p.key(i - 1) == "own" and p.key(i - 2) in {"'s", "’s"}:
            e = i - 1 if p.key(i - 1) != "own" else i - 2
            a = next((x for x in range(e - 1, max(-1, e - 8), -1) if p.key(x) in {"by", "on", "in"}), -1)
            found = p.read(a + 1, e) if a >= 0 else None
            return [self._saying(p, [found], 0, n)] if found and found.end >= e else []
        return []

    def _pointing(self, p: Phrases) -> list[Saying]:
        """ "Under the plan …", "The joint statement provided …": no verb of saying, but a word that points back."""
        n = len(p.toks)
        if p.key(0) in {"the", "that", "this", "its"}:
            for k in (1, 2):
                if (
                    p.key(k) in {"statement", "report", "note", "letter"}
                    and p.is_verb(k + 1)
                    and self.roles.get(p.key(k))
                ):
                    return [Saying(0, n, tuple(self.roles[p.key(k)]))]
        for i in range(n - 2):
            if (
                p.key(i) == "under"
                and p.key(i + 1) in {"the", "this", "that"}
                and p.key(i + 2) in _PLANS
                and p.key(i + 3) not in {"of", "signed", "with", "made", "between"}
            ):
                return [Saying(0, n, tuple(self.plan))] if self.plan else []
            if (
                p.key(i) == "by"
                and p.key(i + 1) == "the"
                and p.key(i + 2) in {"newspaper", "paper", "tank", "institute", "agency", "report"}
                and self.roles.get("newspaper")
            ):
                return [Saying(0, n, tuple(self.roles["newspaper"]))]
        return []

    # ── chains and what points back ──
    def _saying(self, p: Phrases, sources: Sequence[Source | None], lo: int, hi: int) -> Saying:
        near: list[str] = []
        root: list[str] = []
        learnt: list[tuple[Source, list[str]]] = []
        for x in sources:
            if x is None:
                continue
            chain = self._resolved(x)
            if (
                x.kind == "outlet"
                and not x.is_back
                or x is sources[0]
                and len(sources) > 1
                and x.kind in {"name", "body"}
                and x.start > 0
                and p.key(x.start - 1) in {"told", "tell", "tells"}
            ):
                near += chain
            else:
                root += chain
            learnt.append((x, chain))
        whole = list(dict.fromkeys([*near, *root]))
        for x, chain in learnt:
            self._learn(x, [*near, *chain] if chain != near else chain)
        return Saying(lo, hi, tuple(whole))

    def _resolved(self, x: Source) -> list[str]:
        """The source's name, or the chain that its words point back to."""
        if x.kind == "pronoun":
            if x.noun in {"he", "she"}:
                return list(self.person or self.last)
            if x.noun == "it":
                return list(self.body)
            return list(self.last)
        if x.is_back:
            known = self.roles.get(singular(x.noun))
            if known:
                return list(known)
        if x.kind in {"name", "person"} and x.noun in self.names and " " not in x.name:
            return [self.names[x.noun]]
        return [x.name]

    def _learn(self, x: Source, chain: list[str]) -> None:
        """Remembers the chain under every word that can point back to it."""
        if not chain:
            return
        for role in (*x.roles, *([x.noun] if x.kind in {"role", "body", "document", "outlet"} else [])):
            self.roles[singular(role)] = chain
        if x.kind == "outlet":
            for role in (
                "newspaper",
                "paper",
                "agency",
                "daily",
                "channel",
                "broadcaster",
                "network",
                "website",
                "report",
                "outlet",
                "magazine",
            ):
                self.roles[role] = chain
        if x.kind in {"person", "name"} and " " in x.name:
            self.names[x.noun] = x.name
        full = x.kind == "name" and " " in chain[-1]
        if x.kind == "person" or full or x.kind == "role" and not x.noun.endswith("s"):
            self.person = chain
        if x.kind in {"body", "outlet", "document"}:
            self.body = chain

    def _note_plan(self, view: View, found: list[str]) -> None:
        keys = {t.key for t in view.toks}
        if found and keys & (_PLANS | {"withdrawal", "transition", "drawdown"}):
            self.plan = found
        for word in ("statement", "report", "note", "letter", "interview"):
            if found and word in keys:
                self.roles[word] = found

    def _note_people(self, view: View, text: str, has_source: bool) -> None:
        """Persons named with a title are whom "he" and a bare surname mean later."""
        titles = view.vocabulary.classes["titles"] | speech()["people"]
        toks = view.toks
        p: Phrases | None = None
        i = 0
        while i < len(toks) - 1:
            if not toks[i].text[:1].isupper() and toks[i].key not in titles:
                i += 1
                continue
            e = i + 1
            while e < len(toks) and (
                toks[e].text[:1].isupper()
                or toks[e].text in {"-", "."}
                and e + 1 < len(toks)
                and toks[e + 1].text[:1].isupper()
                or toks[e].key in _PARTICLES
            ):
                e += 1
            if e - i > 1 and e - i < 10:
                p = p or Phrases(view, text)
                x = p.read(i, e)
                if x is not None and x.end == e and x.kind in {"person", "name"}:
                    if " " in x.name:
                        self.names[x.noun] = x.name
                    if x.kind == "person":
                        full = [self.names.get(x.noun, x.name)]
                        for role in x.roles:
                            self.roles.setdefault(singular(role), full)
                        if not has_source and (i < 7 or not self.person):
                            self.person = full
            i = e


_PARTICLES = frozenset("al el bin ibn de del der van von da di dos".split())


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    """Every form that may tell."""
    s = speech()
    return s["free"] | s["clause"] | s["figure"] | s["about"] | s["refuse"] | s["seen"]


@lru_cache(maxsize=1)
def _doors() -> frozenset[str]:
    """Every word at which a source may be named."""
    return _forms() | _REPORTS | _ACCOUNTS | speech()["citing"] | {"according", "per", "by", "interview", "from"}


def _clause_start(p: Phrases, i: int) -> int:
    """The token after the semicolon before i, or the sentence's first."""
    return next((x + 1 for x in range(i - 1, max(-1, i - _REACH), -1) if p.raw(x) == ";"), 0)


def _past_time(p: Phrases, i: int) -> int:
    """i, or what follows the time that stands there ("a report last week by …")."""
    last = next((b for b, a in p.time_at.items() if a == i), None)
    return i if last is None else last + 1


def _group(p: Phrases, i: int) -> tuple[int, list[str]]:
    """Start of the verb group before i and its auxiliaries."""
    words: list[str] = []
    at = i
    while at > 0:
        k = p.key(at - 1)
        if (
            k
            in BE
            | HAVE
            | MODALS
            | {
                "to",
                "not",
                "never",
                "n't",
                "also",
                "neither",
                "nor",
                "did",
                "does",
                "do",
                "likes",
                "went",
                "then",
                "later",
                "reportedly",
                "earlier",
                "since",
                "already",
                "still",
                "now",
                "again",
                "confirmed",
                "once",
            }
            or k.endswith("ly")
            and len(k) > 5
            and p.raw(at - 1).islower()
        ):
            words.append(k)
            at -= 1
        else:
            break
    return at, words[::-1]


def _inside(p: Phrases, is_open: bool) -> list[bool]:
    """For each token whether it stands inside a quotation of five words or more."""
    made = [False] * len(p.toks)
    start = 0 if is_open else -1
    for i, t in enumerate(p.toks):
        if t.text not in _QUOTES:
            continue
        if start >= 0 and t.text not in {"“", "„", "«"}:
            if i - start > 4 or is_open and start == 0:
                made[start:i] = [True] * (i - start)
            start = -1
        elif start < 0 and t.text not in {"”", "»"}:
            start = i
    if start >= 0:
        made[start:] = [True] * (len(made) - start)
    return made


_MARK = re.compile(r'[“„«”»"]')


def _quote_state(text: str, a: int, b: int, is_open: bool) -> bool:
    """Whether a quotation is open at b, when it was (or was not) at a."""
    for m in _MARK.finditer(text, a, b):
        is_open = not is_open if m.group() == '"' else m.group() in "“„«"
    return is_open


def _together(sayings: Iterable[Saying]) -> list[str]:
    """One chain of all: those that quote before those quoted."""
    return list(dict.fromkeys(n for s in sayings for n in s.chain))[:4]
