"""What short forms mean: "the troops", "it", "they", "we", "the alliance"; by grammar first, then by what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from ..geography.capitals import capitals
from ..language.classes import nouns, words
from ..language.inflection import inflected
from ..mentions import ForceMention
from .bands import men
from .ofobjects import is_of_object
from .polities import polity
from .pronouns import PLURAL_TAGS, Party, Pronouns
from .referents import Codes, Said, form_of, mention_weight

#: "the air force", "our armed forces", "the National Guard".
_BRANCHES = {
    "air": {"force"}, "armed": {"forces"}, "coast": {"guard"}, "national": {"guard"}, "border": {"guard", "guards"},
    "defence": {"force", "forces"}, "defense": {"force", "forces"}, "marine": {"corps"}, "general": {"staff"},
    "high": {"command"},
}  # fmt: skip
_SEATED = words("shortforms.seated")
_WITHIN = frozenset({"amod", "compound", "nmod", "poss", "pobj", "prep"})
_ORDERING = inflected("order command instruct direct authorise authorize")
_ARMIES = frozenset("army military staff headquarters officers".split())
#: Whose they are acts where they do.
_STATES = frozenset("countries nations states governments powers".split())
#: Before them: those that were spoken of, or the members of something.
_KNOWN_ONES = frozenset("the these those both neither its their our member contributing contributor".split())
#: What is the state's at home, where no other has been named.
_AT_HOME = frozenset({"national", "ruling", "branch", "planes"})
#: A squadron has no more planes.
_FLIGHT = 24


class ShortForms(Pronouns):
    """Resolves the short forms of one sentence."""

    def _short(self, at: int, f: ForceMention | None, kind: str, without: frozenset[str]) -> Party | None:
        """ "the troops", "the alliance", "the rebels": the last force that the noun can mean."""
        tree = self.view.tree
        key = tree.keys[at]
        if (pair := self._of_both(at, kind, without)) is not None:
            return pair
        if self._is_some_states(at):
            return Party((), "foreign", f, True)
        if kind == "office" and form_of(key) == "office":
            return self._office(at, without)
        words: set[str] = set()
        if kind != "force" or f is not None and f.form == "proxy" and not f.codes:
            form = "group" if f is not None and f.form == "proxy" else ""
            form = form_of(key) if form_of(key) in {"ruling", "alliance"} else form
            form = "mission" if key in {"mission", "taskforce"} and self._is_definite(at) else form
            if not form:
                return None
        else:
            form = form_of(f.noun if f is not None and form_of(f.noun) != "troops" else key)
            words = {tree.keys[c] for c in tree.children[at]} | set(
                self.view.words_in(f.first, f.last + 1) if f else ()
            )
            if words & {"government", "regime", "junta", "loyalist", "federal"}:
                form = "ruling"
            elif form == "group" and words & {"strike", "carrier", "battle", "amphibious", "ready", "naval"}:
                form = "branch"
            elif form == "national" and self._is_capital(at):
                form = "branch"
            elif words & {"army", "conscript", "security", "regular", "national"} and key != "guard":
                form = "national"
            elif self._is_branch(at, f):
                form = "branch" if f is not None and self._is_capital(f.last) else "national"
            elif words & {"foreign", "international", "allied"} and form in {"troops", "mission"} and key != "mission":
                form = "foreign"
            elif words & {"rebel", "insurgent", "jihadist", "militant", "separatist", "guerrilla"}:
                form = "group"
            elif form == "group" and any(q.unit == "aircraft" and q.last == at for q in self.view.quantities):
                form = "troops"  # "18 stealth fighters": planes
            elif key == "force" and tree.tags[at] == "NN" and "the" not in words:
                form = "troops"
            elif form == "group" and key in {"fighter", "fighters"} and (self._is_make(at) or self._is_flight(at)):
                form = "planes"  # "48 F-15 fighters": aircraft
        if form == "troops" and (above := self._described(at, without)):
            return above
        if form in {"national", "troops", "soldiers"} and (ordered := self._ordered(at, without)):
            return ordered
        if form == "troops" and "local" in words and (host := self._host()) not in {"", *without}:
            return Party((host,), "short", f, True)
        if form == "foreign" and "foreign" in words:
            return self._outsiders(at, f, without)
        codes = form == "ruling" and polity(self.view, at, without) or self._pick(form, at, without)
        if not codes and form in {"mission", "foreign", "alliance"}:
            if form == "mission" and key in {"peacekeepers", "peacekeeper", "helmets"}:
                guest = self.memory.forces.cast.guest
                codes = ("UN",) if not guest or "UN" in self.memory.forces.cast.missions else (guest,)
            elif form != "alliance":
                codes = self._troops(at, without)
        if not codes and form in _AT_HOME and self.memory.forces.home not in {"", *without}:
            codes = (self.memory.forces.home,)
        if not codes and form == "group":
            of_band = self.memory.forces.band.codes({key, *words}, without)
            return Party(of_band or men(words, key, tree.tags[at]), "short", f, tree.tags[at] in PLURAL_TAGS)
        return Party(codes, "short", f, tree.tags[at] in PLURAL_TAGS) if codes else None

    def _ordered(self, at: int, without: frozenset[str]) -> Party | None:
        """ "The Kenyan president has ordered the army to leave": whom somebody orders is his own."""
        tree = self.view.tree
        verb = tree.heads[at]
        is_told = tree.keys[verb] in _ORDERING and bool(tree.of(verb, "xcomp", "ccomp", "advcl"))
        if tree.labels[at] != "dobj" or not is_told:
            return None
        by = tree.subject(verb)
        one = self._who(by, without, frozenset({at})) if by is not None and by != at else None
        return Party(one.codes, "short", one.mention, True) if one is not None and len(one.codes) == 1 else None

    def _seat(self, at: int) -> str:
        """ "The government in Ankara", "the generals in Naypyidaw": the state whose capital it is, "" for none."""
        tree = self.view.tree
        says = tree.heads[at]  # "In Warsaw, the general staff announced"
        tells = tree.labels[at] == "nsubj" and tree.keys[says] in self.view.vocabulary.classes["reporting_verbs"]
        if tree.keys[at] not in _SEATED and not (tells and tree.keys[at] in _ARMIES):
            return ""
        hosts = (at, says) if tells else (at,)
        seats = [n for h in hosts for n in tree.under(h, {"in"})]
        seats += [at + 2] if tree.keys[at + 1 : at + 2] == ("in",) else []  # whatever the parser hung it on
        named = [p.place for p in self.view.spotted.places if any(p.first <= n <= p.last for n in seats)]
        return next((p.country_code or "" for p in named if p.name in capitals()), "")

    def _meant(self, form: str, at: int) -> str:
        """ "The government will bring them home": that whose they are; "the 4th Squadron": seldom the hosts'."""
        tree = self.view.tree
        numbers = [tree.keys[c] for c in tree.children[at] if tree.keys[c][:1].isdigit()]
        if form == "unit" and not self.memory.feuds.sides and any(k.isalnum() for k in numbers):
            return "numbered"
        return "troops" if form == "ruling" and {"them", "home"} <= set(tree.keys[at:]) else form

    def _is_make(self, at: int) -> bool:
        """ "F-35A Lightning fighters", "Rafale fighters": a make of aircraft stands before them."""
        before = self.view.tree.keys[max(0, at - 6) : at]
        is_craft = self.view.vocabulary.units.get(before[-1] if before else "") == "aircraft"
        return is_craft or any(a == "-" and b[:1].isdigit() or b == "-" and a == "f" for a, b in pairwise(before))

    def _is_flight(self, at: int) -> bool:
        """ "Four fighters stood in the hangar", where no group has been named: so few are planes."""
        few = any(q.last == at and (q.high or 0) <= _FLIGHT and q.high for q in self.view.quantities)
        return few and not self.memory.forces.pick("group", self.view.number, (), self.before(at))

    def _outsiders(self, at: int, f: ForceMention | None, without: frozenset[str]) -> Party:
        """ "The junta wants foreign troops to leave X": anybody's but the host's; nobody's where none were told of."""
        hosts = {p.place.country_code or "" for p in self.view.spotted.places}
        hosts |= {c for m in self.view.spotted.forces if not m.is_military for c in m.codes}
        hosts |= {self.memory.places.about or "", *without}
        now, before, forces = self.view.number, self.before(at), self.memory.forces
        codes = forces.pick("foreign", now, hosts, before) or forces.pick("troops", now, hosts, before)
        guest = forces.cast.guest
        codes = (guest,) if guest and guest not in hosts else codes
        return Party(codes, "foreign", f, True)

    def _is_some_states(self, at: int) -> bool:
        """ "Several countries have sent troops", "foreign powers": states of which no more is told."""
        tree = self.view.tree
        if tree.keys[at] not in _STATES or tree.labels[at] not in {"nsubj", "nsubjpass"} or self.view.quantities:
            return False
        if any(c in self._mention_at or tree.tags[c][:3] == "NNP" for c in (at, *tree.children[at])) or tree.of(
            at, "relcl", "acl", "appos", "nummod"
        ):
            return False
        return not {tree.keys[c] for c in tree.of(at, "det", "predet", "poss", "compound")} & _KNOWN_ONES

    def _is_definite(self, at: int) -> bool:
        """ "the mission", "the Mission's base": one that is known."""
        tree = self.view.tree
        return any(tree.keys[c] in {"the", "this", "its", "their"} for c in tree.of(at, "det", "poss"))

    def _is_capital(self, at: int) -> bool:
        """Written with a capital that neither the sentence's beginning nor a heading gives it."""
        toks = self.view.toks
        return bool(at) and toks[at].text[:1].isupper() and self.view.sentence.kind != "heading"

    def _is_branch(self, at: int, f: ForceMention | None) -> bool:
        """ "the air force", "the armed forces", "its coast guard": a name of several words for a state's force."""
        first = f.first if f is not None else max(0, at - 1)
        pair = self.view.tree.keys[first : at + 1][-2:]
        return len(pair) == 2 and pair[1] in _BRANCHES.get(pair[0], ())

    def _office(self, at: int, without: frozenset[str]) -> Party | None:
        """ "the defence ministry": that of the capital where it speaks, else of the state spoken of, else at home."""
        tree = self.view.tree
        if tree.keys[at] == "department" and not {"defence", "defense"} & self.view.words_in(at - 1, at + 3):
            return None
        for verb in (at, tree.clause(at)):
            for prep in tree.of(verb, "prep"):
                seats = [n for n in tree.of(prep, "pobj") if tree.keys[prep] in {"in", "at"}]
                for p in self.view.spotted.places:
                    here = p.place.kind_code in {"city", "country"} and any(p.first <= n <= p.last for n in seats)
                    state = p.place.country_code or ""
                    if here and state not in {"", *without} and self.memory.forces.weights.get(state, 0.0) >= 0.08:
                        return Party((state,), "short")
        m, now, before = self.memory.forces, self.view.number, self.before(at)
        codes = m.pick("office", now, without | self._goals(at), before) or m.pick("office", now, without, before)
        return Party(codes, "short") if codes else None

    def _pick(self, form: str, at: int, without: frozenset[str]) -> Codes:
        sent = self._goals(at) if form == "ruling" else self._unknown_yet(form, at)
        if form == "national" and (codes := self.memory.forces.namesake(self.view.tree.keys[at], without)):
            return codes
        return self.memory.forces.pick(self._meant(form, at), self.view.number, without | sent, self.before(at))

    def _goals(self, at: int) -> frozenset[str]:
        """ "The government would send troops to X": a government does not send them to its own country."""
        tree = self.view.tree
        verb = tree.clause(at)
        spans = [(s, e) for p, s, e in tree.phrases(verb) if p in {"to", "into"} and tree.labels[at] == "nsubj"]
        lands = [p.place for s, e in spans for p in self.view.places_in(s, e) if p.place.kind_code == "country"]
        return frozenset(p.country_code for p in lands if p.country_code)

    def _described(self, at: int, without: frozenset[str]) -> Party | None:
        """ "Israeli raids, in which two jets …": whose the raids are, the jets are too."""
        tree = self.view.tree
        for a in tree.ancestors(at):
            if tree.labels[a] == "relcl" and tree.tags[tree.heads[a]][:2] == "NN":
                f = self._mention_at.get(tree.heads[a])
                owners = [self._mention_at.get(c) for c in tree.of(tree.heads[a], "amod", "compound", "nmod", "poss")]
                for g in [f, *owners]:
                    if g is not None and g.codes and g.form != "proxy" and not set(g.codes) & without:
                        return Party(g.codes, "short", g)
        return None

    def before(self, at: int) -> list[Said]:
        """What the sentence itself has named before a word."""
        return [s for end, s in self._said if end < at][-20:]

    @cached_property
    def _said(self) -> list[tuple[int, Said]]:
        made = []
        for f in self.view.spotted.forces:
            if f.codes and f.form != "proxy":
                is_head = self._is_in_subject(f)
                is_first = f.first <= 2 or is_head or not f.prep and not f.is_weak and not is_of_object(self.view, f)
                codes = tuple(dict.fromkeys([*f.codes, *(c for g in self._near(f) for c in g.codes)]))
                weight = mention_weight(replace(f, is_weak=False) if is_head else f, is_first)
                military = f.is_military or is_head and not self._is_ruler(f)
                plural = (
                    military
                    or is_head
                    and self.view.key(f.last + 1) == "authorities"
                    or f.noun == "people"
                    or len(codes) > 1
                    or f.form == "group"
                )
                is_subject = is_first and (is_head or not f.is_weak) and not self._is_label(f)
                made.append((f.last, Said(codes, self.view.number, weight, plural, military, is_subject=is_subject)))
        return made

    def _is_in_subject(self, f: ForceMention) -> bool:
        """ "The army of Turkey has …", "men of the 3rd Kenya Rifles have …": whose the subject is."""
        tree = self.view.tree
        at = f.last
        for a in tree.ancestors(at):
            if tree.labels[at] in {"nsubj", "nsubjpass"}:
                v = self.view.vocabulary
                armed = tree.keys[at] in v.classes["movers"] or v.units.get(tree.keys[at]) == "personnel"
                rules = tree.keys[at] in nouns("ruler") and tree.keys[a] not in v.classes["reporting_verbs"]
                return at != f.last and tree.labels[a] == "ROOT" and (armed or rules)
            if tree.labels[at] == "prep" and tree.keys[at] not in {"of", "from"} or tree.labels[at] not in _WITHIN:
                return False
            at = a
        return False

    def _is_ruler(self, f: ForceMention) -> bool:
        tree = self.view.tree
        return any(tree.keys[a] in nouns("ruler") for a in list(tree.ancestors(f.last))[:2])

    def _is_label(self, f: ForceMention) -> bool:
        """ "Iraq: 5,200", a line of a list, a heading: where it is, and not who acts."""
        return self.view.sentence.kind in {"list_item", "heading"} or self.view.key(f.last + 1) in {":", "–", "-", "("}

    def _near(self, f: ForceMention) -> Iterator[ForceMention]:
        """Forces right beside a mention, joined by "and" (no grammar needed)."""
        for g in self.view.spotted.forces:
            if g is not f and g.codes and g.form != "proxy" and abs(g.first - f.first) < 12:
                lo, hi = (f, g) if f.first < g.first else (g, f)
                between = tuple(self.view.key(k) for k in range(lo.last + 1, hi.first))
                if between in {("and",), ("&",), ("and", "the")}:
                    yield g
