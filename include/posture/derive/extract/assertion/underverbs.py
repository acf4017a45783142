"""Status of a predicate under the verbs that govern it: "has begun to leave", "denied that they left"."""

from __future__ import annotations

from ..language import cues
from ..language.classes import words
from ..language.verbgroup import Mood, is_nobody, mood
from .modality import Modality, weaker

CLAIMS = words("underverbs.claims")
#: "The first to leave": who does it, has done it.
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest"})
_INFINITE = frozenset({"VB", "VBG", "VBN"})
_WHEN = frozenset("when once until till before after since while as although though because".split())
_DOUBTS = frozenset("doubt dispute question contest".split())
_PERCEIVED = frozenset("see hear watch observe spot witness notice film photograph".split())
_GIVING = frozenset("give gives gave given giving".split())
_TERMS = frozenset("day days week weeks month months year years hours hour time".split())
_RESOLVES = frozenset("decide vote agree approve resolve opt choose elect".split())


class UnderVerbs(Modality):
    """Climbs from a predicate over what governs its clause."""

    def verb(self, i: int) -> str | None:
        """Status of the predicate at i."""
        t = self.tree
        m = mood(t, i)
        if self._is_caused(i):
            own, finite = "denied" if m.is_negative else None, False
        else:
            own, finite = self._own(i, m), m.is_finite and not m.is_infinitive
        found = self._up(i, own, finite)
        if found is None and self.type_code == "presence" and (known := self._is_known(i)):
            return known
        if found is not None:
            return found
        return "planned" if t.tags[i] == "VB" and not self._beside_finite(i) or m.is_infinitive else None

    def _is_known(self, i: int) -> str:
        """ "Are believed to have a base", "seem to hold the town": how it is, as far as one knows."""
        t = self.tree
        above = t.heads[i]
        lemma = cues.lemmas().get(t.keys[above], "")
        told = lemma in cues.speech() and bool(t.of(above, "auxpass")) or t.keys[above][:4] in {"seem", "appe"}
        if t.labels[i] != "xcomp" or not told:
            return ""
        return "denied" if mood(t, above).is_negative else "in_effect"

    def _beside_finite(self, i: int) -> bool:
        """ "They have crossed the river and hold a bridgehead": a present that is tagged as an infinitive."""
        t = self.tree
        m = mood(t, t.heads[i])
        return t.labels[i] == "conj" and t.tags[t.heads[i]] in {"VBN", "VBD"} and not m.modal and not m.is_infinitive

    def _up(self, at: int, s: str | None, finite: bool) -> str | None:
        t = self.tree
        for _ in range(12):
            label, head = t.labels[at], t.heads[at]
            mark = self._mark(at)
            if mark == "if" and s == "denied":
                return "considered"  # "will act if they do not leave": nobody says that they won't
            if mark in {"if", "whether", "unless"} or t.keys[at] == "whether":
                return weaker(s, "considered")
            if head == at:
                return s
            if label in {"conj", "advcl"} and "than" in t.keys[head:at] and "rather" in t.keys[head:at]:
                return "denied"
            if label == "conj" and t.is_verb(head):
                s = self._shared(at, head, s)
                at = head
                continue
            if label == "ccomp" and mark in _WHEN:
                return self._adverbial(at, head, s, mark)
            if label in {"ccomp", "csubj", "csubjpass", "xcomp", "parataxis"} or label == "dep" and t.is_verb(head):
                if label == "parataxis" and finite:
                    return s
                if finite and label != "xcomp":
                    if label == "ccomp" and self._is_apart(at, head):
                        return s
                    return self._finite(at, head, s)
                stop, s = self._governed_by_verb(at, head, s)
                if stop:
                    return s
                at, finite = head, self._is_finite(head)
                continue
            if label == "acl" and t.tags[at] == "VBG" and self._is_content_of(head):
                return self._after_preposition(head, t.heads[head], s)  # "no question of the troops pulling out"
            if label in {"acl", "relcl", "appos"} and not t.is_verb(head):
                return self._modifies(at, head, s, finite)
            if label in {"pcomp", "pobj"}:
                return self._after_preposition(at, head, s)
            if label == "advcl":
                return self._adverbial(at, head, s, mark)
            return s
        return s

    def _is_content_of(self, noun: int) -> bool:
        """ "Talk of the army leaving": the noun below "of" is the subject of what is talked of."""
        t = self.tree
        prep = t.heads[noun]
        over = t.heads[prep]
        governs = cues.nouns().get(t.keys[over]) not in {None, "carried"} or is_nobody(t, over)
        return t.labels[noun] == "pobj" and t.keys[prep] in {"of", "about", "on"} and not t.is_verb(over) and governs

    def _is_apart(self, at: int, head: int) -> bool:
        """ "They would like to leave; the government has refused": beside it, not below it, as parsers have it."""
        t = self.tree
        between = t.keys[min(at, head) : max(at, head)]
        return (
            ";" in between or head > at and not self._mark(at) and cues.lemmas().get(t.keys[head]) not in cues.speech()
        )

    def _shared(self, at: int, head: int, s: str | None) -> str | None:
        """A verb shares the auxiliaries of the one that it is joined to, if it has none of its own."""
        t = self.tree
        m = mood(t, head)
        if t.tags[at] == "VBN" and self._is_to(head) and not t.of(at, "aux", "auxpass"):
            return weaker(s, "planned")  # "is to be closed and its men sent home"
        own = [c for c in t.of(at, "aux", "auxpass", "nsubj", "nsubjpass") if t.keys[c] != "be"]
        is_plain = t.tags[at] in _INFINITE or t.tags[at] == "VBP" and (m.modal or m.is_infinitive)
        if own or not is_plain:
            return s
        is_infinitive = any(t.keys[c] == "be" for c in t.of(at, "auxpass"))
        if t.tags[at] == "VBN" and t.tags[head] != "VBN" and not is_infinitive:
            return s
        if t.tags[at] == "VBG" and not m.is_progressive and t.tags[head] != "VBG":
            return s
        marked = self._modal(head, m)
        if marked:
            return weaker(s, marked)
        if m.is_negative and {"or", "nor"} & set(t.keys[head:at]):
            return "denied"
        if t.tags[at] == "VBG" and m.is_progressive:
            return weaker(s, "ongoing")
        if m.is_infinitive and t.tags[at] == "VBN":
            return None if s == "completed" else s
        return s

    def _finite(self, at: int, head: int, s: str | None) -> str | None:
        """A finite clause below a verb, adjective or noun: "denied that …", "it is unclear whether …"."""
        t = self.tree
        if not t.is_verb(head) or t.labels[head] in {"nsubj", "nsubjpass"} and t.keys[head] in CLAIMS:
            cls = cues.predicates().get(t.keys[head]) or cues.nouns().get(t.keys[head])
            if cls is None and t.keys[head] in CLAIMS and t.labels[head] == "dobj":
                return self._claim(head, s)
            if t.labels[head] in {"acomp", "attr"} or cls is None:
                return self._be(t.heads[head], s) if t.is_verb(t.heads[head]) else s
            return self._modifies(at, head, s, True)
        lemma = cues.lemmas().get(t.keys[head], "")
        m = mood(t, head)
        table = cues.verbs()
        named = table.get((lemma, "that"))
        negative = m.is_negative or self._nor(head)
        if lemma == "be" or t.of(head, "acomp", "attr", "oprd") and t.tags[head] != "VBG":
            return self._be(head, s)
        objects = [o for o in t.of(head, "dobj") if o < at]
        if named is None and lemma not in cues.speech():
            named = self._class(head, lemma, "")
        if named is None and objects and t.keys[objects[0]] in cues.nouns():
            return self._modifies(at, objects[0], s, True)  # "gave an order that …"
        if named in {None, "open", "carried", "ongoing", "completed"}:
            if negative or m.modal == "considered" and lemma in {"confirm", "verify", "say"} and "not" in t.keys:
                return weaker(s, "considered")
            if lemma == "warn" and s == "planned":
                return "considered"  # "warned that it would strike": a threat
            return self._spoken(head, s)
        if lemma in _DOUBTS and (negative or any(t.keys[n] == "few" for n in t.of(head, "nsubj"))):
            return s  # "nobody disputes that they entered", "few doubt that they did"
        return self._apply(named, s, m, negative)

    def _spoken(self, at: int, s: str | None) -> str | None:
        """Above a verb of saying a refusal to say counts, "declined to confirm that …", and what is said of the report
        that says so: "rejects a story alleging that …"."""
        t = self.tree
        for _ in range(4):
            head = t.heads[at]
            if t.labels[at] in {"acl", "relcl"} and t.keys[head] in CLAIMS:
                return self._claim(head, s)
            if head == at or t.labels[at] not in {"xcomp", "conj", "ccomp"}:
                return s
            if t.labels[at] == "xcomp":
                lemma = cues.lemmas().get(t.keys[head], "")
                if self._class(head, lemma, "to") == "denied" or mood(t, head).is_negative:
                    return weaker(s, "considered")
            at = head
        return s

    def _governed_by_verb(self, at: int, head: int, s: str | None) -> tuple[bool, str | None]:
        """An infinitive or gerund below a verb or adjective."""
        t = self.tree
        rel = "to" if any(t.keys[c] == "to" for c in t.of(at, "aux")) else ""
        if not t.is_verb(head):
            cls = cues.predicates().get(t.keys[head]) or cues.nouns().get(t.keys[head])
            above = t.heads[head]
            m = mood(t, above) if t.is_verb(above) else Mood()
            negative = m.is_negative or any(t.labels[c] == "neg" for c in t.children[head])
            if t.keys[head] == "able" and t.tags[above] == "VBD" and not (negative or m.modal) and rel == "to":
                return True, "completed"  # "were able to take the town"
            if t.is_verb(above):
                return False, self._apply(cls, s, m, negative) if cls else s
            return True, self._apply(cls, s, m, negative)
        lemma = cues.lemmas().get(t.keys[head], "")
        m = mood(t, head)
        negative = m.is_negative or self._nor(head)
        key = t.keys[head]
        if t.tags[at] == "VBG" and lemma in _PERCEIVED and t.of(head, "auxpass") and not negative:
            return True, s or "ongoing"  # "could be seen leaving": what is seen happens
        if rel == "to" and lemma == "be":
            perfect = any(t.keys[c] == "have" for c in t.of(at, "aux"))
            if perfect and key in {"was", "were"}:
                return True, "denied"  # "were to have been posted"
            of_be = self._complement(head)
            if of_be is not None and cues.nouns().get(of_be) not in {None, "carried"}:
                return False, self._apply(cues.nouns()[of_be], s, m, negative)
            return False, self._apply("planned", s, m, negative)
        if t.tags[head] == "MD":
            return False, self._apply("considered", s, m, negative)  # "ought to be"
        if rel == "to" and lemma == "have":
            if "yet" in t.keys[head:at]:
                return True, "denied"
            owned = t.of(head, "dobj")
            if owned:
                return self._by_noun(at, owned[0], s)
            return False, self._apply("carried" if key == "had" else "planned", s, m, negative)
        owned = [o for o in t.of(head, "dobj") if t.keys[o] in cues.nouns() and o < at]
        if owned and rel == "to":
            return self._by_noun(at, owned[-1], s)
        if rel == "to" and key in _GIVING and any(t.keys[o] in _TERMS for o in t.of(head, "dobj")):
            return False, self._apply("planned", s, m, negative)  # "gave them a month to leave"
        if lemma == "let" and not t.of(head, "nsubj"):  # "let them go home", but "agreed to let them go home"
            return (False, weaker(s, "planned")) if m.is_infinitive else (True, "considered")
        cls = self._class(head, lemma, rel)
        if cls in {None, "open"} or lemma in cues.speech() and cls not in {"considered", "planned", "denied"}:
            return False, "denied" if negative and lemma not in cues.speech() else s
        if cls == "considered" and lemma in cues.speech() and rel != "to" and s not in {None}:
            return False, s
        if self.type_code == "mission_continuation" and lemma in _RESOLVES and t.tags[head] in {"VBD", "VBN"}:
            if not (negative or m.modal or m.is_infinitive or s == "denied"):
                return False, "completed"  # who resolves to extend a mandate has extended it
        if cls == "ongoing" and m.is_infinitive and not negative and "carried" not in self._above_class(head):
            return False, weaker(s, "planned")  # "a deal for them to begin leaving": they have not begun
        return False, self._apply(cls, s, m, negative)

    def _above_class(self, at: int) -> str:
        """Class of the verb that governs the infinitive at `at` ("managed to …" is carried out)."""
        t = self.tree
        head = t.heads[at]
        if head == at or not t.is_verb(head):
            return ""
        return self._class(head, cues.lemmas().get(t.keys[head], ""), "to") or ""

    def _became_the_third(self, at: int, head: int) -> bool:
        """ "Became the third country to withdraw": where the parser hangs the clause on the verb."""
        t = self.tree
        what = [c for c in t.of(head, "attr") if c < at]
        nth = [c for w in what for c in (w, *t.of(w, "amod")) if t.keys[c] in ORDINALS]
        return bool(nth) and t.tags[head] in {"VBD", "VBN"} and not mood(t, head).modal

    def _is_present(self, at: int) -> bool:
        """The clause's first verb is a present: "have gone", "are gone", "go"."""
        t = self.tree
        first = next(iter(t.of(at, "aux", "auxpass")), at)
        return t.tags[first] in {"VBZ", "VBP"}

    def _by_noun(self, at: int, noun: int, s: str | None) -> tuple[bool, str | None]:
        return True, self._modifies(at, noun, s, False)

    def _adverbial(self, at: int, head: int, s: str | None, mark: str) -> str | None:
        """A clause of time, purpose or manner."""
        t = self.tree
        if not t.is_verb(head):
            return s
        m = mood(t, head)
        rel = "to" if any(t.keys[c] == "to" for c in t.of(at, "aux")) else ""
        if rel == "to" and s is None and self._became_the_third(at, head):
            return "completed"
        if rel == "to" and s is None:
            lemma = cues.lemmas().get(t.keys[head], "")
            cls = self._class(head, lemma, "to")
            owned = [o for o in t.of(head, "dobj", "nsubjpass") if t.keys[o] in cues.nouns() and o < at]
            if owned:
                return self._modifies(at, owned[-1], s, False)
            if cls in {"considered", "planned", "denied", "ongoing"}:
                return self._governed_by_verb(at, head, s)[1]
            above = self.verb(head)
            return weaker("planned", above) if above in {"considered", "denied"} else "planned"
        if rel == "to" and s in {"ongoing", "completed"}:
            above = self.verb(head)
            return weaker(s, above) if above in {"planned", "considered", "denied"} else s
        if s is None and t.tags[at] == "VBG":
            if mark in {"before", "after", "since", "while", "when"}:
                return s
            if "," not in t.keys[head:at]:
                cls = self._class(head, cues.lemmas().get(t.keys[head], ""), "")
                if cls in {"denied", "considered", "planned", "ongoing"}:
                    return self._governed_by_verb(at, head, s)[1]
            above = self._modal(head, m) or (self._up(head, None, False) if not self._is_finite(head) else "")
            return above if above in {"planned", "considered", "denied"} else s
        if mark in {"until", "till"} and s in {"ongoing", "completed"} and self._is_present(at):
            return "planned"  # "will wait until they have withdrawn"
        if mark in {"when", "once", "until", "before", "after", "as"} or t.keys[max(0, at - 1)] in {"when", "once"}:
            if (
                s in {"ongoing", "completed"}
                and t.tags[at] in {"VBZ", "VBP", "VBN"}
                and m.modal in {"planned", "would"}
            ):
                return "planned"
        return s
