"""Whom a noun phrase stands for: the force that it names or belongs to, or the one that a short form points back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..language.classes import nouns, verbs, words
from ..language.grammar import set_of
from ..language.syntax import Tree
from ..mentions import ForceMention
from . import composed
from .coordination import Coordination
from .pronouns import PLURAL_TAGS, PRONOUNS, Party
from .referents import Codes
from .strangers import MEN, nation_behind

#: Labels by which a noun's owner hangs on it.
_OWNING = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod", "quantmod"})
#: People and bodies that speak or decide for a state beside the lexicon's.
_OFFICES = words("office_of_state")
#: Civilians and their things: a nationality before them makes no force.
CIVIL = nouns("civilian") | nouns("heard") | nouns("business") | {"police", "victims"}

_ARMS = words("parties.arms")
_UNDERTAKINGS = set_of("mission missions operation operations campaign mandate")
#: Nouns for a part or number of something: "half of the troops", "elements of the army".
_PARTS = set_of(
    "part parts half most some none neither both each all many "
    "number hundreds thousands dozens scores tens bulk majority rest remainder "
    "third quarter two three four five six seven eight nine ten one group groups members member elements units "
    "contribution share quota commitment strength size number numbers level levels manpower complement headcount "
    "column columns convoy convoys batch contingent fleet detachment company team wave tranche total last first"
)
#: "The Greek withdrawal and the Turkish deployment" are of one each.
_MOVES = nouns("own_move") | {"deployment", "deployments"}


class Parties(Coordination):
    """Reads the noun phrases of one sentence, with what was said before it."""

    # ── who a noun stands for ──
    def who(self, at: int | None, without: Collection[str] = ()) -> Party | None:
        """The party that the noun phrase headed by `at` names, owns or points back to; None if it is no force."""
        return None if at is None else self._who(at, frozenset(without), frozenset())

    def meant(self, at: int | None) -> Party | None:
        """Whom a relative pronoun behind the noun means: that noun alone, whatever is joined to it."""
        return None if at is None else self._antecedent(at, frozenset(), frozenset())

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
            if (
                f.form in {"demonym", "capital"}
                and f.noun != "people"
                and (owner := self._holds_abroad(at, f, without, seen))
            ):
                return owner
            return self._named(at, f, without, seen)
        if key in {"country", "nation"} and tree.labels[at] in {"nsubj", "dobj"} and (own := self._country_said(at)):
            return Party(own, "state") if not set(own) & without else None
        if (
            f is None
            and tree.labels[at] in {"nsubj", "pobj"}
            and (state := self._acting_state(at)) not in {"", *without}
        ):
            return Party((state,), "state")
        return self._by_owner(at, f, without, seen)

    def _holds_abroad(self, at: int, f: ForceMention, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """ "its German garrisons", "Russia's Syrian bases": whose they are, not where; of men their own."""
        tree = self.view.tree
        if f.noun in MEN:
            return None
        owners = [c for c in tree.of(at, "poss") if not f.first <= c <= f.last or tree.tags[c] == "PRP$"]
        found = self._who(owners[-1], without, seen) if owners else None
        if found is None or not found.codes or set(found.codes) == set(f.codes):
            return None
        return Party(found.codes, "force" if found.is_named else "short", f, tree.tags[at] in PLURAL_TAGS)

    def _acting_state(self, at: int) -> str:
        """ "Across the border Venezuela said": a state after a preposition of place that is the subject or agent."""
        tree = self.view.tree
        prep = tree.heads[at]
        if tree.labels[at] == "pobj" and tree.labels[prep] != "agent":
            if not any(tree.subject(c) == at for c in tree.of(tree.heads[prep], "xcomp", "advcl")):
                return ""  # but "called on Greece to withdraw"
        for p in self.view.spotted.places:
            if p.first <= at <= p.last and p.place.kind_code == "country":
                return p.place.country_code or ""
        return ""

    def _state_of_number(self, at: int) -> str:
        """ "Britain's 1,000": a state has so many."""
        for owner in self.view.tree.of(at, "poss"):
            for p in self.view.spotted.places:
                if p.first <= owner <= p.last and p.place.kind_code == "country":
                    return p.place.country_code or ""
        return ""

    def _country_said(self, at: int) -> Codes:
        """ "Kenya's president said that the country would send", "his country had": the state named before."""
        tree = self.view.tree
        own = {tree.keys[c] for c in tree.of(at, "det", "poss")} & {"the", "this", "his", "her"}
        if not own or tree.of(at, "prep", "relcl"):
            return ()
        before = (f for f in self.view.spotted.forces if f.last < at and f.codes and f.form in {"name", "demonym"})
        states = [f.codes for f in before if self.memory.forces.kind(f.codes[0]) == "state"]
        return states[-1] if states else ()

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
        plural = tree.tags[head] in PLURAL_TAGS and f.form != "name" or len(found) > 1 or f.form == "group"
        return Party(found, kind, f, plural or f.is_military) if found else None

    def _by_owner(self, at: int, f: ForceMention | None, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """A noun without a name of its own: whose it is says the adjective, the possessive or the "of" on it."""
        tree, v = self.view.tree, self.view
        key = tree.keys[at]
        if at and key in {"out", "back", "down"} and tree.keys[at - 1] == "-":
            key = "withdrawal"  # "the Dutch pull-out"
        if tree.keys[at] in v.vocabulary.classes["speakers"] | _OFFICES:
            kind = "office"
        elif self._is_branch(at, f):
            kind = "force"
        elif f is not None or key in v.vocabulary.classes["nouny"] or key in v.vocabulary.units or key in _PARTS:
            kind = "force"
        elif tree.tags[at][:3] == "NNP" and key in self.memory.forces.people:
            codes = tuple(c for c in self.memory.forces.people[key] if c not in without)
            return Party(codes, "office") if codes else None
        else:
            kind = ""
        if tree.tags[at] == "CD" and (state := self._state_of_number(at)) not in {"", *without}:
            return Party((state,), "force", is_plural=True)
        inside = range(f.first, f.last + 1) if f is not None else (at,)
        owners = [c for i in inside for c in tree.children[i] if c not in inside]
        owners = [c for c in owners if kind != "office" or key == "side" or tree.keys[c] != "military"]
        owners += [x for c in owners if tree.labels[c] == "compound" for x in tree.of(c, "amod")]  # "Dutch air force"
        owners += [i for i in inside if tree.tags[i] == "PRP$"]
        if any(tree.labels[c] == "poss" for c in owners):  # "its Mali mission": where it is
            owners = [c for c in owners if not self._is_scene(c)]
        made: list[Party] = []
        if not kind and tree.tags[at][:3] == "NN":  # "its old ally Kenya"
            beside = [c for c in tree.of(at, "appos") if tree.keys[tree.span(c)[0] - 1] != "not"]
            made = [p for c in beside if (p := self._who(c, without, seen)) and p.is_named]
            if made:
                return Party(tuple(dict.fromkeys(c for p in made for c in p.codes)), made[0].kind, made[0].mention)
        if not made and (seat := self._seat(at)) not in {"", *without}:
            return Party((seat,), "state")
        for c in owners:
            if tree.labels[c] in _OWNING:
                made += [p for x in (c, *tree.of(c, "conj")) if (p := self._owner(x, without, seen))]
        if not any(p.is_named for p in made):  # "the military mission of the Danes": a name says more than "military"
            made = _more(made, tree, owners, [p for i in inside for p in self._of(i, without, seen, key, kind)])
        if not any(p.is_named for p in made):  # "its last contingent, 100 Kenyans"
            made = [p for c in tree.of(at, "appos") if (p := self._who(c, without, seen)) and p.is_named] or made
        if not any(p.is_named for p in made):
            made = self._composed(at, without, seen) or made
        for c in tree.of(at, "conj"):
            other = self._who(c, without, seen) if not tree.is_verb(c) else None
            if other is not None and other.is_named and (made or kind) and key not in _MOVES:
                made.append(other)
        if key in CIVIL and not (f is not None and f.is_military):
            return None
        named = [p for p in made if p.is_named]
        if named or made:
            codes = tuple(dict.fromkeys(c for p in named or made for c in p.codes))
            best = (named or made)[0]
            what = best.kind if best.kind == "foreign" else kind or ("office" if tree.tags[at][:3] == "NNP" else "")
            if not what and key in _UNDERTAKINGS and (named or best.kind == "short"):
                what = "force"  # "the Danish observer mission"
            if not what and best.kind != "force" and not (best.kind == "short" and key in self._arms):
                return None
            return Party(
                codes, (what or "force") if named else "short", f or best.mention, tree.tags[at] in PLURAL_TAGS
            )
        if kind == "force" and (sender := self._sender(at, without, seen)) is not None:
            return sender
        return self._short(at, f, kind, without)

    def _sender(self, at: int, without: frozenset[str], seen: frozenset[int]) -> Party | None:
        """ "The 850 soldiers that Senegal sent to Mali", "a battalion contributed by Ghana": whose the clause says."""
        tree = self.view.tree
        for clause in tree.of(at, "relcl", "acl"):
            doer = tree.agent(clause) if tree.is_passive(clause) else tree.subject(clause)
            if tree.keys[clause] not in _SENDING or doer in {None, at} or tree.keys[clause - 1] == "to":
                continue
            party = self._who(doer, without, seen) if doer is not None else None
            if party is not None and party.is_named:
                return party
        return None

    def _is_scene(self, at: int) -> bool:
        """A country's bare name before a noun."""
        f = self._mention_at.get(at)
        return (
            self.view.tree.labels[at] in {"compound", "nmod"}
            and f is not None
            and f.form == "name"
            and not self.view.toks[at].text.isupper()
        )

    @property
    def _arms(self) -> frozenset[str]:
        """What a force fights with: "its air defences", "their guns"."""
        return _ARMS | self.view.vocabulary.classes["materiel"]

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
        if kind == "force":  # "5,000 troops under NATO command"
            yield from filter(None, map(self.who, composed.commands(tree, at)))
        for prep in tree.of(at, "prep"):
            word = tree.keys[prep]
            if word not in _OF_WHOM or word == "from" and kind not in {"force", "office"}:
                continue
            if word == "with" and key not in self.view.vocabulary.classes["materiel"]:
                continue  # "aircraft with Russian peacekeepers on board"
            for noun in tree.of(prep, "pobj"):
                if word == "from" and not (self._is_state(noun) if kind == "office" else self._is_origin(at, noun)):
                    continue
                party = self._who(noun, without, seen)
                of_army = key == "members" and party is not None and party.mention and party.mention.is_military
                if party is not None and (party.is_named or kind == "force" or key in _UNDERTAKINGS or of_army):
                    yield party  # "the mission of the coalition", of which the text has spoken

    def _composed(self, at: int, without: frozenset[str], seen: frozenset[int]) -> list[Party]:
        """ "A force of 500, most of them Kenyans", "a mission made up of soldiers from X": theirs, unless it is one
        that the text has named."""
        if (nation := nation_behind(self.view, at)) is not None:
            return [Party(nation.codes, "force", nation, True)]
        inside = list(composed.parts(self.view.tree, at))
        if not inside or self._is_definite(at) and self._pick("mission", at, without):
            return []
        return [p for n in inside if (p := self._who(n, without, seen)) and p.is_named]

    def _is_state(self, noun: int) -> bool:
        """ "Officials from X and Y": for whom they speak."""
        f = self._mention_at.get(noun)
        return f is not None and bool(f.codes) and all(self.memory.forces.kind(c) == "state" for c in f.codes)

    def _is_origin(self, at: int, noun: int) -> bool:
        """ "soldiers from Kenya" names whose they are, "withdrawal of soldiers from Kenya" where they were."""
        tree = self.view.tree
        f = self._mention_at.get(noun)
        v = self.view.vocabulary
        is_people = tree.keys[at] in v.classes["movers"] or v.units.get(tree.keys[at]) == "personnel"
        if f is None or tree.tags[at][:2] != "NN" or not is_people:
            return False
        if f.form in {"group", "unit"} or tree.labels[at] == "nsubj" and tree.is_predicate(tree.heads[at]):
            return True  # "soldiers from Chad left"
        if composed.is_part(tree, at):
            return True  # "a force with soldiers from Chad left"
        sender = self._mention_at.get(s) if (s := tree.subject(tree.clause(at))) is not None else None
        moves = tree.keys[tree.heads[at]] in v.classes["moving_verbs"]
        if tree.labels[at] == "dobj" and moves and sender is not None and set(sender.codes) - set(f.codes):
            if all(self.memory.forces.kind(c) == "state" for c in sender.codes):
                return False  # "France flew in soldiers from Gabon": its own
        if tree.keys[f.last + 1 : f.last + 2] == ("to",) and tree.labels[at] in {"pobj", "dobj"}:
            return False  # "the transfer of a company from X to Y"
        above = [tree.keys[a] for a in tree.ancestors(at)][:3]
        if tree.labels[at] in {"nsubj", "nsubjpass"} and noun < tree.heads[at]:
            return True  # "Troops from Kenya have pulled out of X"
        return not any(a.startswith(_LEAVING) for a in above)


def _more(before: list[Party], tree: Tree, owners: list[int], behind: list[Party]) -> list[Party]:
    """Those behind a noun where they are named, else those before it; "its" says enough."""
    if before and any(tree.labels[c] == "poss" for c in owners):
        return before
    return [p for p in behind if p.is_named] or before or behind


_SENDING = verbs("send_force")
_OF_WHOM = frozenset("of from including like with".split())
#: Beginnings of words of leaving, behind which "from" says whence.
_LEAVING = tuple("withdr pull leav left remov expel depart evac recall extract repatri homecoming exit".split())
