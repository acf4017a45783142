"""What a word of a class makes of the status below it, and what a predicate's own words say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from ..clauses import BE
from ..families import STATES
from ..language import cues
from ..language.classes import nouns
from ..language.grammar import HAVE
from ..language.syntax import Tree
from ..language.verbgroup import Mood, is_nobody, mood

_RANK = {"denied": 0, "considered": 1, "planned": 2, "ongoing": 3, "completed": 4, "in_effect": 4}
_LAPSES = nouns("modality.lapses")
#: Verbs that take a bare infinitive or participle: "would see them leave".
CAUSES = frozenset("see let make have help watch".split())

#: What a deal does with what it provides for.
_STIPULATING = frozenset("call ask demand request require".split())
_PAPERS = nouns("pact") | {"timetable"}


def weaker(a: str | None, b: str) -> str:
    """The less certain of two statuses; None is open."""
    return b if a is None or _RANK[b] < _RANK[a] else a


@dataclass
class Modality(ABC):
    """A sentence's tree, asked for the status of a fact of one type."""

    tree: Tree
    type_code: str
    headline: bool

    def final(self, status: str | None) -> str:
        """What is open is done; a state that is neither denied nor to come is in effect."""
        if self.type_code in STATES and status in {"completed", "ongoing", None}:
            return "in_effect"
        return status or "completed"

    @abstractmethod
    def verb(self, i: int) -> str | None:
        """Status of the predicate at i."""

    @abstractmethod
    def _modifies(self, at: int, noun: int, s: str | None, finite: bool) -> str | None:
        """Status of a clause that hangs on a noun."""

    @abstractmethod
    def _claim(self, noun: int, s: str | None) -> str | None:
        """Status of what a report says."""

    @abstractmethod
    def _after_preposition(self, at: int, prep: int, s: str | None) -> str | None:
        """Status of what a preposition leads."""

    def _is_caused(self, i: int) -> bool:
        """ "would see the brigade leave", "let them stay": an infinitive without "to", however it is tagged."""
        t = self.tree
        is_had = t.keys[t.heads[i]] in {"have", "having"} and t.tags[i] in {"VBD", "VBN"}  # "would have troops sent"
        return (
            t.labels[i] in {"ccomp", "xcomp"}
            and (t.tags[i] in {"VB", "VBP"} or is_had)
            and not t.of(i, "aux", "mark")
            and cues.lemmas().get(t.keys[t.heads[i]]) in CAUSES
        )

    def _own(self, i: int, m: Mood) -> str | None:
        """What the verb's own words say; None where only its governor can tell."""
        t, tag = self.tree, self.tree.tags[i]
        if m.is_negative or self._nor(i):
            return "denied"
        marked = self._modal(i, m)
        if marked:
            return marked
        if m.is_progressive:
            return "ongoing"
        if m.is_perfect:
            return "completed"
        if m.is_infinitive:
            return None
        if tag in {"VBZ", "VBP"} and not m.is_infinitive and (provided := self._is_provided(i)):
            return provided
        is_clause = t.labels[i] != "conj" or bool(t.of(i, "nsubj", "nsubjpass"))  # "…, and 300 more are on their way"
        if tag in {"VBZ", "VBP"} and not m.is_infinitive and is_clause:
            is_question = any(t.keys[c] in {"do", "does", "did"} for c in t.of(i, "aux"))
            if self.type_code == "mission_end" and t.keys[i] in _LAPSES:
                return "planned"  # "its mandate expires in May": a timetable
            if self.type_code == "agreement":  # "the pact gives it the use of a port": as it was made
                is_over = t.keys[i] in _LAPSES - {"runs", "run"} and not t.of(i, "dobj")
                return "planned" if is_over or t.keys[i + 1 : i + 2] == ("out",) else "completed"
            if t.labels[i] == "conj" and self.type_code not in STATES and mood(t, t.heads[i]).modal == "planned":
                return "planned"  # "will be back by May, and a company takes their place"
            return "completed" if self.headline or is_question else "ongoing"
        if tag == "VBG" and t.keys[t.heads[i]] == "with" and t.of(i, "nsubj") and self.type_code == "deployment":
            return "ongoing"  # "with troops arriving in X"
        if tag in {"VB", "VBG"} and not any(t.keys[c] == "did" for c in t.of(i, "aux")):
            return None
        return "completed"

    def _modal(self, i: int, m: Mood) -> str:
        if m.modal == "would":
            if (
                m.is_perfect
                or self._is_proposed(i)
                or any(self._mark(c) in {"if", "unless"} for c in self.tree.of(i, "advcl"))
            ):
                return "considered"
            return "planned"
        if m.modal == "planned" and self._is_question(i):
            return "considered"
        return m.modal

    def _is_proposed(self, i: int) -> bool:
        """ "Under a proposal by X, the force would leave": weighed, where "under the plan" is decided."""
        t = self.tree
        under = [o for p in t.of(i, "prep") if t.keys[p] == "under" and p < i for o in t.of(p, "pobj")]
        return any(cues.nouns().get(t.keys[o]) == "considered" for o in under)

    def _is_provided(self, i: int) -> str | None:
        """ "Under the plan, 300 soldiers leave in May": a present that tells what a plan or deal provides for."""
        t = self.tree
        under = t.under(i, {"under"})
        found = {cues.nouns().get(t.keys[o]) for o in under}
        status = next((s for s in ("considered", "planned") if s in found), None)
        return status if self.type_code not in STATES else None

    def _is_question(self, i: int) -> bool:
        """ "Will they leave?" """
        t = self.tree
        first = min([i, *t.of(i, "aux", "nsubj", "nsubjpass")])
        return t.keys[-1] == "?" and t.labels[first] == "aux"

    def _nor(self, i: int) -> bool:
        t = self.tree
        return t.labels[i] == "conj" and "nor" in t.keys[t.heads[i] : i]

    def _mark(self, clause: int) -> str:
        t = self.tree
        return next((t.keys[c] for c in t.children[clause] if t.labels[c] == "mark" and c < clause), "")

    def _is_finite(self, verb: int) -> bool:
        m = mood(self.tree, verb)
        return m.is_finite and not m.is_infinitive

    def _is_to(self, be: int) -> bool:
        """ "is to leave", "are to be closed"."""
        t = self.tree
        return t.keys[be] in BE and any(t.keys[c] == "to" for x in t.of(be, "xcomp") for c in t.of(x, "aux"))

    def _class(self, verb: int, lemma: str, rel: str) -> str | None:
        """The class of a governing verb, by particle, then by the way it governs, then by itself."""
        t, table = self.tree, cues.verbs()
        for c in t.children[verb]:
            if (
                t.labels[c] in {"prt", "advmod", "prep"}
                and (lemma, t.keys[c]) in table
                and (t.labels[c] != "prep" or rel == t.keys[c] or t.keys[c] == "off" or self._is_stranded(verb, c))
            ):
                return table[lemma, t.keys[c]]
        found = table.get((lemma, rel)) or table.get((lemma, ""))
        if found == "considered" and lemma in _STIPULATING and self._is_of_paper(verb):
            return "planned"
        return found

    def _is_stranded(self, verb: int, prep: int) -> bool:
        """ "The withdrawal was called for by X": what the preposition leads to is the subject."""
        t = self.tree
        return t.tags[verb] == "VBN" and prep > verb and not t.of(prep, "pobj", "pcomp")

    def _is_of_paper(self, verb: int) -> bool:
        """ "The accord calls for all units to leave", "the plan, which asks that …": what two have agreed on is to
        come."""
        t = self.tree
        subject = t.subject(verb)
        if subject is not None and t.tags[subject] in {"WDT", "WP"} and t.labels[verb] == "relcl":
            subject = t.heads[verb]
        return subject is not None and t.keys[subject] in _PAPERS

    def _apply(self, cls: str | None, s: str | None, m: Mood, negative: bool) -> str | None:
        """The status of what a word of class `cls` governs."""
        is_state = self.type_code in STATES
        if cls == "denied":
            s = "considered" if negative or m.modal == "considered" else "denied"
        elif cls in {"considered", "weighed"}:
            s = "denied" if negative and cls == "considered" else weaker(s, "considered")
        elif cls == "planned":
            s = "denied" if negative else weaker(s, "planned")
        elif cls == "ongoing":
            s = "denied" if negative else weaker(s, "completed" if is_state else "ongoing")
        elif cls == "completed":
            s = "ongoing" if negative else weaker(s, "completed")
        elif cls == "open":
            s = weaker(s, "considered") if negative else s
        elif cls == "carried":
            s = "denied" if negative else weaker(s, "completed")
            if m.is_progressive and not is_state:
                s = weaker(s, "ongoing")
        elif negative:
            s = "denied"
        if s == "denied" and cls == "denied" and m.modal == "considered":
            s = "considered"  # "could refuse to sign": nobody has yet
        modal = "planned" if m.modal == "would" else m.modal
        if modal and cls != "denied":
            s = weaker(s, "considered" if modal == "considered" or m.modal == "would" and m.is_perfect else "planned")
        return s

    def _complement(self, be: int) -> str | None:
        t = self.tree
        return next((t.keys[c] for c in t.of(be, "nsubj") if t.keys[c] in cues.nouns()), None)

    def _be(self, be: int, s: str | None) -> str | None:
        """ "It is false that …", "the withdrawal is under way", "the closure is a possibility"."""
        t = self.tree
        m = mood(t, be)
        if self.type_code == "agreement" and any(t.keys[c] in {"close", "near"} for c in t.of(be, "acomp", "advmod")):
            return weaker(s, "considered")  # "a pact is near"
        cls: str | None = None
        for c in t.of(be, "acomp", "attr", "oprd", "advmod"):
            cls = cues.predicates().get(t.keys[c]) or (cues.nouns().get(t.keys[c]) if t.labels[c] == "attr" else None)
            if cls:
                break
        if cls is None:
            cls = next((self._among(p) for c in t.of(be, "attr") if t.keys[c] == "one" for p in t.of(c, "prep")), None)
        if cls is None:
            aside = (c for v in t.of(be, "parataxis") for c in t.of(v, "prep") if t.keys[c - 1] == ",")
            for c in (*t.of(be, "prep"), *aside):  # "was, he said, out of the question"
                words = t.keys[c : c + 4]
                cls = next((v for k, v in cues.prepositional().items() if words[: len(k)] == k), None)
                cls = cls or next((cues.predicates().get(t.keys[o]) for o in t.children[c] if t.keys[c] == "as"), None)
                cls = cls or self._among(c)
                if cls:
                    break
        if cls == "open" and m.is_negative:
            true = {"true", "correct", "accurate"} & set(t.keys[be : be + 5])
            return "denied" if true else weaker(s, "considered")
        if cls == "empty":
            return "denied" if m.is_negative or "no" in t.keys[be : be + 3] else s
        if cls is None:
            return self._apply("open", s, Mood(), m.is_negative) if self._is_it(be) else s
        return self._apply(cls, s, m, m.is_negative)

    def _takes_place(self, verb: int, lemma: str) -> bool:
        return lemma == "take" and any(self.tree.keys[o] == "place" for o in self.tree.of(verb, "dobj"))

    def _is_ruled_out(self, noun: int) -> bool:
        """ "It is out of the question that they leave": the last noun of a phrase that denies."""
        t = self.tree
        above = next((a for a in t.ancestors(noun) if t.is_verb(a)), noun)
        ends = (k for k, cls in cues.prepositional().items() if cls == "denied")
        return any(t.keys[: noun + 1][-len(k) :] == k for k in ends) and not mood(t, above).is_negative

    def _among(self, prep: int) -> str | None:
        """ "Is among the options", "is one of the possibilities"."""
        t = self.tree
        if t.keys[prep] not in {"among", "of"}:
            return None
        return next((cues.nouns().get(t.keys[o]) for o in t.of(prep, "pobj")), None)

    def _is_it(self, be: int) -> bool:
        return any(self.tree.keys[c] in {"it", "there"} for c in self.tree.of(be, "nsubj", "expl"))

    def _noun_governs(self, noun: int, cls: str | None, s: str | None) -> str | None:
        t = self.tree
        negative = is_nobody(t, noun)
        if cls == "open" or t.keys[noun] in {"decision", "decisions"} and negative:
            return weaker(s, "considered") if negative else s
        if cls in {"empty", "carried", None}:
            return "denied" if negative else s
        return self._apply(cls, s, Mood(), negative)

    def _under_negative_there(self, noun: int) -> bool:
        t = self.tree
        head = t.heads[noun]
        return t.labels[noun] in {"attr", "nsubj"} and bool(t.of(head, "expl")) and mood(t, head).is_negative

    def _below(self, verb: int) -> list[int]:
        """What a verb calls its object: "dismissed as false", "called the reports baseless"."""
        t = self.tree
        made = list(t.of(verb, "oprd", "acomp", "attr", "ccomp", "xcomp", "advcl"))
        for p in t.of(verb, "prep"):
            if t.keys[p] == "as":
                made += t.children[p]
        return made + [m for c in made for m in t.of(c, "amod", "acomp", "conj")]

    def _happens(self, verb: int) -> bool:
        """ "is to begin", "is to be completed": what comes to pass is the noun itself."""
        lemma = cues.lemmas().get(self.tree.keys[verb], "")
        known = cues.verbs().get((lemma, "subj")) or self._class(verb, lemma, "subj")
        return self.tree.is_passive(verb) or known in {"ongoing", "completed", "carried"} and lemma not in HAVE

    def _is_kept(self, noun: int) -> str | None:
        """ "The demand was met", "kept its promise": what was asked or planned has come to pass."""
        t = self.tree
        head, label = t.heads[noun], t.labels[noun]
        if label in {"dobj", "nsubjpass"} and t.is_verb(head):
            lemma, m = cues.lemmas().get(t.keys[head], ""), mood(t, head)
            if cues.verbs().get((lemma, "obj")) == "kept" and not (m.is_negative or m.modal or m.is_infinitive):
                return "completed"
        return None

    def _object_class(self, verb: int, lemma: str) -> str | None:
        cls = self._class(verb, lemma, "obj")
        return None if lemma in {"say", "tell", "know", "see"} else cls
