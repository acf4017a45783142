"""Whom the text names as saying so: from the article to the origin, nearest first (RECORDS.md §3).

"Reuters reported, quoting a US official" → ["Reuters", "US official (anonymous)"]. A sentence that names
nobody has no attribution, unless a word in it points back to one ("the official added") or it stands in a
quotation whose speaker was named before or is named at its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..clauses import BE, RELATIVES, View
from ..language.classes import nouns
from ..language.grammar import MODALS
from ..language.text import Sentence
from ..mentions import Spotted
from .naming import Source
from .quotes import QUOTES, Quotation, inside, is_open_at
from .sources import Phrases
from .speakers import PLANS, Speakers
from .telling import (
    REACH,
    TOLD,
    Saying,
    audience,
    clause_start,
    group_at,
    in_relative,
    is_of_words,
    is_speech,
    may_speak,
    passive_of,
    past_time,
    reach,
    subject_before,
    together,
)
from .wording import speech

_REPORTS = nouns("report")
_HANDED = frozenset("given provided carried issued seen shared released".split())
_ACCOUNTS = frozenset("account count estimate figures tally reckoning numbers".split())
_MADE_BY = frozenset("by from of published compiled released issued".split())
_PAPERS = frozenset("statement report note letter".split())
_PRESS = frozenset("newspaper paper tank institute agency report".split())
#: How far a quotation's end (characters) is sought.
_LOOK_AHEAD = 700


@dataclass
class Attributions:
    """The chain of the sentence at hand and what short forms ("the official", "he") point back to."""

    outlets: frozenset[str]
    known: Speakers = field(default_factory=Speakers)
    quotation: Quotation = field(default_factory=Quotation)
    sayings: list[Saying] = field(default_factory=list)
    quoted: list[str] | None = None
    heard: list[View] = field(default_factory=list)
    latest: list[str] = field(default_factory=list)

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
        was_open = self.quotation.before(view.sentence, text)
        self.sayings = self._read(view, text, was_open)
        found = together(self.sayings)
        if not found:
            found = self._in_quote(view, text, was_open)
            if found:
                self.sayings = [Saying(0, len(view.toks), tuple(found))]
        opens = self.quotation.after(view.sentence, text)
        if not opens:
            self.quoted = None
        elif found:
            self.quoted = found
        if found:
            self.known.last = found
        self.known.note_plan(view, found)
        self.known.note_people(view, text, bool(found))
        return found

    def at(self, i: int) -> list[str]:
        """Attribution of the clause of the current sentence in which token i stands."""
        return together(s for s in self.sayings if s.first <= i < s.last)

    # ── quotations ──
    def _in_quote(self, view: View, text: str, was_open: bool) -> list[str]:
        """A sentence of a quotation: its speaker was named where it began, or is at its end."""
        first = view.toks[0].text if view.toks else ""
        if not was_open and first not in QUOTES:
            return []
        if was_open and self.quoted:
            return list(self.quoted)
        if ahead := self._ahead(view, text):
            return ahead
        whole = view.toks[-1].text in QUOTES or is_open_at(text, view.sentence.start, view.sentence.end, was_open)
        return list(self.known.last) if whole and first in QUOTES and self.known.last else []

    def _ahead(self, view: View, text: str) -> list[str]:
        """The source named after the quotation that begins here and ends in a later sentence of the line."""
        start = view.sentence.end
        stop = text.find("\n", start, start + _LOOK_AHEAD)
        stop = min(start + _LOOK_AHEAD, len(text)) if stop < 0 else stop
        if not is_open_at(text, view.sentence.start, start, self.quotation.is_open):
            return []
        close = next((k for k in range(start, stop) if text[k] in '"”»'), -1)
        if close < 0:
            return []
        end = next((k for k in range(close + 1, stop) if text[k] in ".!?" and text[k + 1 : k + 2].isspace()), stop)
        rest = Sentence(close, end, text, view.sentence.block, "paragraph")
        if len(rest.tokens) < 3 or len(rest.tokens) > 40:
            return []
        inner = View(rest, view.number, Spotted(), [], [], view.vocabulary)
        return together(self._read(inner, text, True))

    # ── one sentence ──
    def _read(self, view: View, text: str, was_open: bool) -> list[Saying]:
        p = Phrases(view, text)
        doors = [i for i, t in enumerate(p.toks) if t.key in _doors()]
        if not doors:
            return self._pointing(p)
        quoted = inside(p, was_open)
        made: list[Saying] = []
        cited: list[Saying] = []
        for i in doors:
            if quoted[i]:
                continue
            k = p.key(i)
            if k == "according" and p.key(i + 1) == "to" or k == "per" and p.key(i - 1) == "as":
                made += self._according(p, i)
            elif k in _REPORTS and p.key(past_time(p, i + 1)) in {"by", "from", "in", "with", "for"} or k == "by" and i:
                found_by = self._by(p, i)
                is_near = k == "by" and passive_of(p, i)[0] not in TOLD  # "carried by X": nearer than who is carried
                made = [*found_by, *made] if is_near else [*made, *found_by]
            elif k in speech()["citing"] and k.endswith("ing"):
                found = p.after(i + 1)
                cited += [self._saying(p, [found], 0, len(p.toks))] if found else []
            elif k == "speaking" and p.key(i + 1) == "to":
                near = audience(p, i + 2)
                made[:0] = [self._saying(p, near, 0, len(p.toks))] if near else []
            elif k == "interview" and p.outlet(i - 1, i):
                made.append(Saying(0, len(p.toks), (p.outlet(i - 1, i),)))
            elif k == "from" and p.key(i - 1) == "it" and p.key(i - 2) in {"had", "has", "have"}:
                found = p.after(i + 1)
                cited += [self._saying(p, [found], 0, len(p.toks))] if found else []
            elif k in _ACCOUNTS and (counted := self._account(p, i)):
                made += counted
            elif k in _forms():
                made += in_relative(p, i, self._said(p, i))
        made = [m for m in (*made, *cited) if m.chain]
        named = [m for m in made if m.chain[-1].lower() not in speech()["documents"]]
        return named or made or self._pointing(p)

    def _said(self, p: Phrases, i: int) -> list[Saying]:
        """A verb of saying at i, with its subject before or after it."""
        s, k = speech(), p.key(i)
        if k == "states" and p.key(i - 1) == "united" or p.raw(i)[:1].isupper() and i:
            return []
        g, group = group_at(p, i)
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
        if not is_speech(p, i, k):
            return []
        sources: list[Source] = []
        prior = p.raw(g - 1)
        if prior in QUOTES or prior == ",":
            inverted = p.inverted(i + 1) if k not in {"told", "tell", "tells"} else None
            sources = [inverted] if inverted and (inverted.kind != "pronoun" or prior in QUOTES) else []
            if sources and prior == "," and p.key(sources[0].end) in RELATIVES:
                sources = p.before(g) or sources  # "X, who leads it, said the men who were there had left"
        shared, least = subject_before(p, i, g)
        sources = sources or shared or p.before(g)
        sources = [x for x in sources if may_speak(x, k)]
        if not sources:
            return []
        near: list[Source] = []
        if k in {"told", "tell", "tells"} or p.key(i + 1) == "to":
            near = audience(p, i + 1 + (p.key(i + 1) == "to"))
        lo, hi = reach(p, i, g, sources[0])
        return [self._saying(p, [*near, *sources], max(lo, least), hi)]

    def _according(self, p: Phrases, i: int) -> list[Saying]:
        """ "according to X": the sentence, or the relative clause in which it stands."""
        n = len(p.toks)
        at = i + 2 if p.key(i) == "according" else i + 1
        lo, hi = clause_start(p, i), n
        if p.key(i - 1) in {"which", "who"}:
            lo = i
            hi = next((x for x in range(at + 2, min(n, at + REACH)) if p.raw(x) == ","), n)
        k = at
        while p.key(k) in {"the", "this", "that", "its", "their", "a", "an"}:
            k += 1
        if p.key(k) in PLANS:
            return (
                [Saying(lo, hi, tuple(self.known.plan or self.known.last))]
                if self.known.plan or self.known.last
                else []
            )
        for m in range(k, k + 4):
            if p.key(m) in speech()["documents"] and p.key(m + 1) in _MADE_BY:
                found = p.after(m + 2 + (p.key(m + 2) in {"by", "in"}))
                if found:
                    return [self._saying(p, [found], lo, hi)]
        found = p.after(at, True)
        return [self._saying(p, [found], lo, hi)] if found else []

    def _by(self, p: Phrases, i: int) -> list[Saying]:
        """ "a report by X", "denied by X", "seen by X"."""
        n = len(p.toks)
        k = p.key(i)
        at = i + 1 if k == "by" else past_time(p, i + 1) + 1
        found = p.after(at)
        if found is None:
            return []
        if k == "by":
            verb, finite = passive_of(p, i)
            if verb in TOLD and not (finite or found.kind == "outlet"):
                return []
            if verb in _HANDED and not is_of_words(p, i - 2) or found.kind in {"document", "pronoun"}:
                return []
            return [self._saying(p, [found], 0, n)] if verb else []
        if found.kind != "outlet" and not (found.kind in {"name", "body"} and p.key(at - 1) == "by"):
            return []
        return [self._saying(p, [found], 0, n)]

    def _account(self, p: Phrases, i: int) -> list[Saying]:
        """ "in his account", "by the count of X", "on the army's own figures"."""
        n = len(p.toks)
        if p.key(i + 1) == "of" and p.key(i - 1) in {"the", "a"} and p.key(i - 2) in {"by", "on", "in"}:
            found = p.after(i + 2)
            return [self._saying(p, [found], 0, n)] if found else []
        if p.key(i - 1) in {"his", "her"} and p.key(i - 2) in {"in", "by", "on"} and self.known.person:
            return [Saying(0, n, tuple(self.known.person))]
        if p.key(i - 1) in {"'s", "’s"} or p.key(i - 1) == "own" and p.key(i - 2) in {"'s", "’s"}:
            e = i - 1 if p.key(i - 1) != "own" else i - 2
            a = next((x for x in range(e - 1, max(-1, e - 8), -1) if p.key(x) in {"by", "on", "in"}), -1)
            found = p.read(a + 1, e) if a >= 0 else None
            return [self._saying(p, [found], 0, n)] if found and found.end >= e else []
        return []

    def _pointing(self, p: Phrases) -> list[Saying]:
        """ "Under the plan …", "The joint statement provided …": no verb of saying, but a word that points back."""
        n = len(p.toks)
        roles = self.known.roles
        if p.key(0) in {"the", "that", "this", "its"}:
            for k in (1, 2):
                if p.key(k) in _PAPERS and p.is_verb(k + 1) and roles.get(p.key(k)):
                    return [Saying(0, n, tuple(roles[p.key(k)]))]
        for i in range(n - 2):
            if (
                p.key(i) == "under"
                and p.key(i + 1) in {"the", "this", "that"}
                and p.key(i + 2) in PLANS
                and p.key(i + 3) not in {"of", "signed", "with", "made", "between"}
            ):
                return [Saying(0, n, tuple(self.known.plan))] if self.known.plan else []
            if p.key(i) == "by" and p.key(i + 1) == "the" and p.key(i + 2) in _PRESS and roles.get("newspaper"):
                return [Saying(0, n, tuple(roles["newspaper"]))]
        return []

    # ── chains and what points back ──
    def _saying(self, p: Phrases, sources: Sequence[Source | None], lo: int, hi: int) -> Saying:
        near: list[str] = []
        root: list[str] = []
        learnt: list[tuple[Source, list[str]]] = []
        for x in sources:
            if x is None:
                continue
            chain = self.known.resolved(x)
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
            self.known.learn(x, [*near, *chain] if chain != near else chain)
        return Saying(lo, hi, tuple(whole))


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    """Every form that may tell."""
    s = speech()
    return s["free"] | s["clause"] | s["figure"] | s["about"] | s["refuse"] | s["seen"]


@lru_cache(maxsize=1)
def _doors() -> frozenset[str]:
    """Every word at which a source may be named."""
    return _forms() | _REPORTS | _ACCOUNTS | speech()["citing"] | {"according", "per", "by", "interview", "from"}
