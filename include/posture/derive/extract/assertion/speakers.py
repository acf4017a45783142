"""Who was named as saying so, for what points back to them: "the official", "he", a bare surname, "the plan"."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..clauses import View
from ..language.classes import words
from .naming import Source, singular
from .sources import Phrases
from .wording import speech

PLANS = frozenset("plan plans agreement deal proposal accord timetable".split())
_OUTLETS = words("speakers.outlets")
_PARTICLES = frozenset("al el bin ibn de del der van von da di dos".split())


@dataclass
class Speakers:
    """The chains of an article so far, under each word that can point back to one."""

    last: list[str] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    #: Full names by surname and title: "President Ouattara" is not the general of that name.
    titled: dict[tuple[str, str], str] = field(default_factory=dict)
    person: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def resolved(self, x: Source) -> list[str]:
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
        if x.kind == "person" and " " not in x.name:
            found = next((self.titled[x.noun, r] for r in x.roles if (x.noun, r) in self.titled), "")
            if found:
                return [found]
        if x.kind in {"name", "person"} and x.noun in self.names and " " not in x.name:
            return [self.names[x.noun]]
        return [x.name]

    def learn(self, x: Source, chain: list[str]) -> None:
        """Remembers the chain under every word that can point back to it."""
        if not chain:
            return
        for role in (*x.roles, *([x.noun] if x.kind in {"role", "body", "document", "outlet"} else [])):
            self.roles[singular(role)] = chain
        if x.kind == "outlet":
            for role in _OUTLETS:
                self.roles[role] = chain
        if x.kind in {"person", "name"} and " " in x.name:
            self.names[x.noun] = x.name
            self.titled |= {(x.noun, role): x.name for role in x.roles}
        full = x.kind == "name" and " " in chain[-1]
        if x.kind == "person" or full or x.kind == "role" and not x.noun.endswith("s"):
            self.person = chain
        if x.kind in {"body", "outlet", "document"}:
            self.body = chain

    def note_plan(self, view: View, found: list[str]) -> None:
        """Remembers who told of a plan, a statement, a report …: the word alone points back to them."""
        keys = {t.key for t in view.toks}
        if found and keys & (PLANS | {"withdrawal", "transition", "drawdown"}):
            self.plan = found
        for word in ("statement", "report", "note", "letter", "interview"):
            if found and word in keys:
                self.roles[word] = found

    def note_people(self, view: View, text: str, has_source: bool) -> None:
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
                        self.titled |= {(x.noun, role): x.name for role in x.roles}
                    if x.kind == "person":
                        full = [self.names.get(x.noun, x.name)]
                        for role in x.roles:
                            self.roles.setdefault(singular(role), full)
                        if not has_source and (i < 7 or not self.person):
                            self.person = full
            i = e
