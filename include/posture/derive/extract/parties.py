"""Whom a noun phrase stands for: the force that it names or belongs to, or the one that a short form points back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from .clauses import View
from .grammar import set_of
from .memory import Memory
from .mentions import ForceMention
from .referents import Codes, Said, form_of

#: Pronoun → how it looks back.
PRONOUNS = {
    "it": "it", "its": "it", "itself": "it", "they": "they", "their": "they", "them": "they", "theirs": "they",
    "both": "they", "he": "person", "his": "person", "him": "person", "she": "person", "her": "person",
    "i": "person", "my": "person", "we": "we", "our": "we", "us": "we", "ours": "we",
}  # fmt: skip
#: Labels by which a noun's owner hangs on it.
_OWNING = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod", "quantmod"})
#: People and bodies that speak or decide for a state beside the lexicon's.
_OFFICES = set_of(
    "side party country state capital nation commander commanders president premier junta generals rulers ruler "
    "council assembly bundestag congress mps ministers government governments members allies partners republic"
)
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
#: Civilians and their things: a nationality before them makes no force.
CIVIL = set_of(
    "company companies firm firms civilian civilians resident residents citizen citizens villager villagers "
    "protester protesters demonstrators student students worker workers settler settlers refugee refugees tourist "
    "tourists businessman businessmen businesses farmer farmers fisherman fishermen patient patients doctor doctors "
    "journalist journalists hostage hostages migrants families family children women victims investors banks bank "
    "newspaper newspapers media analyst analysts expert experts researcher researchers activist activists police "
    "policemen lawyers passengers airline airlines trader traders"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who a phrase stands for. `kind`: force (troops or a group), state, office (who speaks for it), short (resolved)."""

    codes: Codes
    kind: str
    mention: ForceMention | None = None
    is_plural: bool = False

    @property
    def is_named(self) -> bool:
        """The sentence itself says who."""
        return self.kind != "short"


class Parties:
    """Reads the noun phrases of one sentence, with what was said before it."""

    view: View
    memory: Memory

    @cached_property
    def _mention_at(self) -> dict[int, ForceMention]:
        return {i: f for f in reversed(self.view.spotted.forces) for i in range(f.first, f.last + 1)}

    def head(self, f: ForceMention) -> int:
        """The noun that governs a mention."""
        tree = self.view.tree
        out = [i for i in range(f.first, f.last + 1) if not f.first <= tree.heads[i] <= f.last or tree.heads[i] == i]
        nouns = [i for i in out if tree.tags[i][:2] in {"NN", "JJ", "CD", "PR"}]
        return (nouns or out or [f.last])[-1]

    # ── who a noun stands for ──
    def who(self, at: int | None, without: Collection[str] = ()) -> Party | None:
        """The party that the noun phrase headed by `at` names, owns or points back to; None if it is no force."""
        return None if at is None else self._who(at, frozenset(without), frozenset())

    def _who(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        if at in seen or len(seen) > 12:
            return None
        seen |= {at}
        tree = self.view.tree
        key = tree.keys[at]
        if tree.tags[at] in {"WDT", "WP", "WP$"} or key == "that" and tree.labels[at] in {"nsubj", "nsubjpass", "dobj"}:
            clause = tree.clause(at)
            return self._antecedent(tree.heads[clause], without, seen) if tree.labels[clause] == "relcl" else None
        if key in PRONOUNS and tree.tags[at] in {"PRP", "PRP$", "DT"}:
            return self._pronoun(at, without, seen)
        f = self._mention_at.get(at)
        if f is not None and f.codes and f.form != "proxy":
            return self._named(at, f, without, seen)
        return self._by_owner(at, f, without, seen)

    def _antecedent(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """Whom a relative pronoun means: "the A, which …, and the B, which …" are two."""
        f = self._mention_at.get(at)
        if f is not None and f.codes and f.form in {"group", "name", "unit"} and not set(f.codes) & without:
            return Party(f.codes, "force" if f.is_military else "state", f, f.form == "group")
        return self._who(at, without, seen)

    def _named(self, at: int, f: ForceMention, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        tree = self.view.tree
        joined = sorted([f, *self._joined_to(f)], key=lambda g: g.first)
        codes = list(dict.fromkeys(c for g in joined for c in g.codes))
        head = self.head(f)
        kind = "force" if f.is_military or f.noun == "people" else "state" if not f.is_weak else "office"
        if f.form == "demonym" and not f.is_military and f.noun != "people" and tree.heads[head] != head:
            # an adjective alone: its noun decides what it is ("the British and the American")
            kind = "state" if tree.labels[head] not in _OWNING else "office"
        elif f.form in {"name", "capital", "metonym", "group"} and not f.is_military:
            kind = "state"
        found = tuple(c for c in codes if c not in without)
        plural = tree.tags[head] in _PLURAL_TAGS and f.form != "name" or len(found) > 1 or f.form == "group"
        return Party(found, kind, f, plural or f.is_military) if found else None

    def _joined_to(self, f: ForceMention) -> Iterator[ForceMention]:
        """Forces coordinated with a mention: "US and Iraqi forces", "Russia, Uzbekistan and Tajikistan"."""
        for g in self.view.spotted.forces:
            if g is f or not g.codes or g.form == "proxy":
                continue
            lo, hi = (f, g) if f.first < g.first else (g, f)
            if self._are_coordinate(lo, hi):
                yield g

    def _are_coordinate(self, a: ForceMention, b: ForceMention) -> bool:
        """A chain of "and" joins the two, by the parser or by the words between them."""
        tree = self.view.tree
        path = tree.path(self.head(a), self.head(b))
        steps = [y if tree.heads[y] == x else x for x, y in zip(path, path[1:], strict=False)]
        labels = {tree.labels[s] for s in steps}
        if "conj" in labels and labels <= {"conj", "amod", "compound", "nmod", "appos", "poss"}:
            return not any(tree.is_verb(s) for s in steps)
        between = tree.keys[a.last + 1 : b.first]
        return between in {("and",), ("&",), ("and", "the")} and not labels & {"nsubj", "nsubjpass", "ccomp", "advcl"}

    def _by_owner(
        self, at: int, f: ForceMention | None, without: frozenset[str], seen: frozenset[int]
    ) -> Party | None:
        """A noun without a name of its own: whose it is says the adjective, the possessive or the "of" on it."""
        tree, v = self.view.tree, self.view
        key = tree.keys[at]
        if tree.keys[at] in v.vocabulary.classes["speakers"] | _OFFICES:
            kind = "office"
        elif f is not None or key in v.vocabulary.classes["nouny"] or key in v.vocabulary.units or key in _PARTS:
            kind = "force"
        elif tree.tags[at][:3] == "NNP" and key in self.memory.forces.people:
            codes = tuple(c for c in self.memory.forces.people[key] if c not in without)
            return Party(codes, "office") if codes else None
        else:
            kind = ""
        inside = range(f.first, f.last + 1) if f is not None else (at,)
        owners = [c for i in inside for c in tree.children[i] if c not in inside]
        owners += [i for i in inside if tree.tags[i] == "PRP$"]
        made: list[Party] = []
        for c in owners:
            if tree.labels[c] in _OWNING:
                made += [p for x in (c, *tree.of(c, "conj")) if (p := self._owner(x, without, seen))]
        if not made:
            made = [p for i in inside for p in self._of(i, without, seen, key, kind)]
        if not made:
            made = [p for c in tree.of(at, "appos") if (p := self._who(c, without, seen)) and p.is_named]
        for c in tree.of(at, "conj"):
            other = self._who(c, without, seen) if not tree.is_verb(c) else None
            if other is not None and other.is_named and (made or kind):
                made.append(other)
        if key in CIVIL and not (f is not None and f.is_military):
            return None
        named = [p for p in made if p.is_named]
        if named or made:
            codes = tuple(dict.fromkeys(c for p in named or made for c in p.codes))
            best = (named or made)[0]
            what = kind or ("office" if tree.tags[at][:3] == "NNP" else "")
            if not what and best.kind != "force":
                return None
            return Party(codes, (what or "force") if named else "short", f or best.mention, tree.tags[at] in _PLURAL_TAGS)
        return self._short(at, f, kind, without)

    def _owner(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """A modifier that says whose: a name, a demonym, a possessive; "junta jets" too."""
        tree = self.view.tree
        key = tree.keys[at]
        if (
            tree.labels[at] == "poss"
            or tree.tags[at] == "PRP$"
            or at in self._mention_at
            or key in self.view.vocabulary.classes["speakers"] | _OFFICES
        ):
            return self._who(at, without, seen)
        if tree.keys[at] in {"government", "regime", "junta", "army", "rebel", "militia"}:
            return self._short(at, None, "force", without)
        return None

    def _of(self, at: int, without: frozenset[str], seen: frozenset[int], key: str, kind: str) -> Iterator[Party]:
        """ "soldiers of the 1st Division", "a contingent from Kenya"; "from" only where the noun itself has moved."""
        tree = self.view.tree
        for prep in tree.of(at, "prep"):
            word = tree.keys[prep]
            if word not in {"of", "from", "including", "like"} or word == "from" and kind != "force":
                continue
            for noun in tree.of(prep, "pobj"):
                if word == "from" and not self._is_origin(at, noun):
                    continue
                party = self._who(noun, without, seen)
                if party is not None and (party.is_named or key in _PARTS):
                    yield party

    def _is_origin(self, at: int, noun: int) -> bool:
        """ "soldiers from Kenya" names whose they are, "withdrawal of soldiers from Kenya" where they were."""
        tree = self.view.tree
        f = self._mention_at.get(noun)
        if f is None or tree.tags[at][:2] != "NN" or tree.keys[at] not in self.view.vocabulary.classes["movers"]:
            return False
        if f.form in {"group", "unit"}:
            return True
        above = [tree.keys[a] for a in tree.ancestors(at)][:3]
        return not any(a.startswith(("withdr", "pull", "leav", "left", "remov", "expel", "depart", "evac")) for a in above)

    # ── short forms ──
    def _short(self, at: int, f: ForceMention | None, kind: str, without: frozenset[str]) -> Party | None:
        """ "the troops", "the alliance", "the rebels": the last force that the noun can mean."""
        tree = self.view.tree
        key = tree.keys[at]
        if kind != "force" or f is not None and f.form == "proxy" and not f.codes:
            form = "group" if f is not None and f.form == "proxy" else ""
            form = "national" if key in {"junta", "regime", "government"} else form
            form = "alliance" if key in {"alliance", "bloc", "coalition"} else form
            if not form:
                return None
        else:
            form = form_of(f.noun if f is not None and form_of(f.noun) != "troops" else key)
            words = {tree.keys[c] for c in tree.children[at]} | set(self.view.words_in(f.first, f.last + 1) if f else ())
            if words & {"government", "regime", "junta", "loyalist", "federal", "army", "conscript"}:
                form = "national"
            elif words & {"foreign", "international", "allied"} and form == "troops":
                form = "foreign"
            elif words & {"rebel", "insurgent", "jihadist", "militant", "separatist", "guerrilla"}:
                form = "group"
            elif key == "force" and tree.tags[at] == "NN" and "the" not in words:
                form = "troops"
        codes = self.memory.forces.pick(form, self.view.number, without, self.before(at))
        if not codes and form in {"mission", "foreign", "alliance"}:
            if form == "mission" and key in {"peacekeepers", "peacekeeper", "helmets"}:
                codes = ("UN",)
            elif form != "alliance":
                codes = self.memory.forces.pick("troops", self.view.number, without, self.before(at))
        if not codes and form == "national" and self.memory.forces.home not in {"", *without}:
            codes = (self.memory.forces.home,)
        return Party(codes, "short", f, tree.tags[at] in _PLURAL_TAGS) if codes else None

    def before(self, at: int) -> list[Said]:
        """What the sentence itself has named before a word."""
        return [s for end, s in self._said if end < at]

    @cached_property
    def _said(self) -> list[tuple[int, Said]]:
        from .referents import mention_weight

        made = []
        for f in self.view.spotted.forces:
            if f.codes and f.form != "proxy":
                is_first = f.first <= 2 or not f.prep and not f.is_weak
                codes = tuple(dict.fromkeys([*f.codes, *(c for g in self._near(f) for c in g.codes)]))
                weight = mention_weight(f, is_first)
                plural = f.is_military or f.noun == "people" or len(codes) > 1 or f.form == "group"
                made.append((f.last, Said(codes, self.view.number, weight, plural, f.is_military)))
        return made

    def _near(self, f: ForceMention) -> Iterator[ForceMention]:
        """Forces right beside a mention, joined by "and" (no grammar needed)."""
        for g in self.view.spotted.forces:
            if g is not f and g.codes and g.form != "proxy":
                lo, hi = (f, g) if f.first < g.first else (g, f)
                between = tuple(self.view.key(k) for k in range(lo.last + 1, hi.first))
                if between in {("and",), ("&",), ("and", "the")}:
                    yield g

    def _pronoun(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """A pronoun: the subject of a clause above its own, or of the one before, that agrees with it; else from
        the sentences before."""
        tree = self.view.tree
        form = PRONOUNS[tree.keys[at]]
        if form == "we":
            return self._speaker(at, without, seen)
        for subject in self._antecedents(at):
            party = self._who(subject, without, seen)
            if party is None:
                if form == "they" and tree.tags[subject] in _PLURAL_TAGS:
                    return None  # "residents said they had left"
                continue
            if _agree(form, party, tree.tags[subject]):
                return Party(party.codes, "force" if party.is_named else "short", party.mention, form == "they")
        codes = self.memory.forces.pick(form, self.view.number, without, () if form == "person" else self.before(at))
        return Party(codes, "short", None, form == "they") if codes else None

    def _antecedents(self, at: int) -> Iterator[int]:
        """Subjects that a pronoun can point back to, the nearest clause first."""
        tree = self.view.tree
        clause = tree.clause(at)
        inside_subject = False
        for a in [at, *tree.ancestors(at)]:
            if tree.labels[a] in {"nsubj", "nsubjpass"}:
                inside_subject = True
            if a == clause:
                break
        if not inside_subject and (own := tree.subject(clause)) is not None and own != at:
            yield own
        for a in tree.ancestors(clause):
            if not tree.is_predicate(a):
                continue
            own = tree.subject(a)
            if own is not None and own != at and (own < at or tree.labels[clause] == "advcl"):
                yield own

    def _speaker(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """ "we": who speaks in this sentence, else the last one who spoke, else the state at home."""
        tree = self.view.tree
        for a in tree.ancestors(at):
            if tree.is_predicate(a) and tree.keys[a] in self.view.vocabulary.classes["reporting_verbs"]:
                party = self._who(s, without, seen) if (s := tree.subject(a)) is not None and s != at else None
                if party is not None:
                    return Party(party.codes, "short", None, True)
        m = self.memory.forces
        codes = m.speaker or m.pick("national", self.view.number, without)
        return Party(codes, "short", None, True) if codes else None


#: Nouns for a part or number of something: "half of the troops", "elements of the army".
_PARTS = set_of(
    "part parts half most some none all many number hundreds thousands dozens scores tens bulk majority rest remainder "
    "third quarter two three four five six seven eight nine ten one group groups members member elements units "
    "column columns convoy convoys batch contingent fleet detachment company team wave tranche total last first"
)


def _agree(form: str, party: Party, tag: str) -> bool:
    if form == "they":
        return party.is_plural or tag in _PLURAL_TAGS
    if form == "it":
        return not party.is_plural or party.kind in {"state"} or tag in {"NN", "NNP"}
    return True
