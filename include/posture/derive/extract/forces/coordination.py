"""Which forces of a sentence stand side by side: "US and Iraqi forces", "the army as well as the navy"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..language.classes import verbs
from ..language.grammar import SUBJECT, set_of
from ..language.inflection import inflected
from ..mentions import ForceMention
from .shortforms import ShortForms

#: What stands between the adjectives of a list.
_LINKS = {(",",), ("and",), (",", "and"), ("&",)}
#: Links of those who act alike, and what may stand between one and the name: "as well as soldiers of the".
_JOINING = tuple(
    tuple(x.split())
    for x in ("as well as", "together with", "along with", "jointly with", "alongside", "plus", "and also", "and")
)
_BETWEEN = set_of("the of from its their a an")
_SENDING = verbs("send_force")
#: The object of these is the enemy, however the parser hangs what follows.
_FIGHTING = inflected("fight battle combat attack engage confront")


class Coordination(ShortForms):
    """Joins the mentions of one sentence that are on a par."""

    def head(self, f: ForceMention) -> int:
        """The noun that governs a mention."""
        tree = self.view.tree
        out = [i for i in range(f.first, f.last + 1) if not f.first <= tree.heads[i] <= f.last or tree.heads[i] == i]
        nouns = [i for i in out if tree.tags[i][:2] in {"NN", "JJ", "CD", "PR"}]
        return (nouns or out or [f.last])[-1]

    def _joined_to(self, f: ForceMention) -> Iterator[ForceMention]:
        """Forces coordinated with a mention: "US and Iraqi forces", "Russia, Uzbekistan and Tajikistan"."""
        for g in self.view.spotted.forces:
            if g is f or not g.codes or g.form == "proxy" or abs(g.first - f.first) > 40:
                continue
            lo, hi = (f, g) if f.first < g.first else (g, f)
            if self._are_coordinate(lo, hi):
                yield self._called(g)

    def _called(self, g: ForceMention) -> ForceMention:
        """ "Soldiers and fighters of the Russian company Wagner": the group that a demonym leads to."""
        after = {g.last + 1, g.last + 2 if self.view.key(g.last + 1) in _BANDS else -1}
        named = (h for h in self.view.spotted.forces if h.form == "group" and h.codes and h.first in after)
        return next(named, g) if g.form == "demonym" else g

    def _are_coordinate(self, a: ForceMention, b: ForceMention) -> bool:
        """A chain of "and" joins the two, by the parser or by the words between them."""
        tree = self.view.tree
        if self._are_of_two(a, b):
            return False
        top = tree.common(self.head(a), self.head(b))
        ends = (self.head(a), self.head(b))
        steps = [i for end in ends for i in takewhile(lambda i: i != top, (end, *tree.ancestors(end)))]
        labels = {tree.labels[s] for s in steps}
        if top is not None and "conj" in labels and labels <= {"conj", "amod", "compound", "nmod", "appos", "poss"}:
            return not any(tree.is_verb(s) for s in steps)
        between = tree.keys[a.last + 1 : b.first]
        if between == ("-",) and {a.form, b.form} == {"demonym"}:
            return True  # "the joint Danish-Norwegian force"
        if between in {("and",), ("&",), ("and", "the")}:
            return not labels & {"nsubj", "nsubjpass", "ccomp", "advcl"}
        return self._are_listed(a, b) or not self._is_fought(a, b) and self._are_joined(between, labels)

    def _is_fought(self, a: ForceMention, b: ForceMention) -> bool:
        """ "fought M23 alongside the army": the second stands by the subject, not by the object."""
        tree, fought = self.view.tree, self.head(a)
        verb = tree.heads[fought]
        links = [i for i in range(a.last + 1, b.first) if tree.keys[i] in {"alongside", "with"}]
        of_verb = any(verb in tree.ancestors(i) and fought not in tree.ancestors(i) for i in links)
        of_verb = of_verb or bool(links) and tree.keys[verb] in _FIGHTING
        return tree.labels[fought] == "dobj" and of_verb and tree.keys[verb] not in _SENDING

    def _are_of_two(self, a: ForceMention, b: ForceMention) -> bool:
        """ "The Greek withdrawal and the Turkish advance": adjectives of two nouns of which neither is men."""
        tree, ends = self.view.tree, (self.head(a), self.head(b))
        nouns = [tree.heads[e] for e in ends if tree.labels[e] in {"amod", "compound", "nmod", "poss"}]
        if len(nouns) < 2 or nouns[0] == nouns[1] or tree.heads[nouns[1]] != nouns[0]:
            return False
        plain = self.view.vocabulary.classes["speakers"] | self.view.vocabulary.classes["movers"]
        return tree.labels[nouns[1]] == "conj" and not {tree.keys[n] for n in nouns} & plain

    def _are_joined(self, between: tuple[str, ...], labels: set[str]) -> bool:
        """ "The army as well as the navy", "troops from Mali and soldiers from Chad": a link, and nothing else but what
        is said of both."""
        words = [k for k in between if k != ","]
        link = next((x for x in _JOINING if tuple(words[: len(x)]) == x), None)
        if link is None or labels & {"ccomp", "advcl", "relcl"} or link == ("and",) and labels & SUBJECT:
            return False
        plain = self.view.vocabulary.classes["movers"] | _BETWEEN
        return all(k in plain for k in words[len(link) :])

    def _are_listed(self, a: ForceMention, b: ForceMention) -> bool:
        """ "Dutch, Danish and Finnish troops": adjectives with one noun, whatever the parser makes of the first."""
        keys = self.view.tree.keys
        chain: list[ForceMention] = []
        for f in self.view.spotted.forces:
            link = keys[chain[-1].last + 1 : f.first] if chain else ()
            if chain and (chain[-1].is_military or chain[-1].noun or link not in _LINKS):
                if chain[-1] is b:
                    break
                chain = []
            chain += [f] if f.form == "demonym" else []
        return len(chain) > 2 and a in chain and chain[-1] is b


#: What a group is called before its name.
_BANDS = frozenset("group company outfit firm contractor movement militia organisation organization".split())
