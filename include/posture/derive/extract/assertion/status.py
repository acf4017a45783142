"""How far a fact has come: in effect, completed, ongoing, planned, considered, denied (RECORDS.md §5).

A predicate's own auxiliaries speak first; then the status climbs the tree, past each word that governs it ("has begun
to", "a plan for", "denied that"): what governs can make a fact less certain, never more.
"""

from __future__ import annotations

from ..clauses import HAVE, RELATIVES, View
from ..language import cues
from ..language.syntax import SUBJECT, TIMES, Tree
from ..language.verbgroup import Mood, is_nobody, mood
from ..language.vocabulary import Trigger
from .modality import CAUSES, FIGHTS, STATES, Modality, weaker

#: Acts that are over as they are told: "the strikes could widen the war" does not put the strikes in doubt.
_ACTS = frozenset({"strike", "ground_operation", "attack_on_force", "exercise", "patrol", "detainee_transfer"})
#: "Any role in the shelling": who denies it denies that he did it.
_SHARE = frozenset("role part involvement responsibility hand complicity participation share".split())
_NOUNS_OF_PLANS = frozenset(
    "plan plans proposal proposals deadline timetable schedule deal agreement request threat talks order option "
    "options bid decision announcement process pledge commitment negotiations".split()
)
_CLAIMS = frozenset(
    "report reports claim claims rumour rumours rumor rumors allegation allegations assertion assertions suggestion "
    "suggestions story stories article speculation idea notion accusation accusations news".split()
)
_INFINITE = frozenset({"VB", "VBG", "VBN"})
_WHEN = frozenset("when once until till before after since while as although though because".split())


def status_of(view: View, i: int, j: int, trigger: Trigger, type_code: str, headline: bool = False) -> str:
    """Status of the fact that the trigger at tokens i..j states."""
    return told_status(view, i, j, trigger, type_code, headline)[0]


def told_status(
    view: View, i: int, j: int, trigger: Trigger, type_code: str, headline: bool = False
) -> tuple[str, bool]:
    """Status of the fact that the trigger at tokens i..j states, and whether any word tells it: a noun alone ("the
    deployment irked Moscow") names an act without saying how far it has come."""
    climber = _Climber(view.tree, type_code, headline)
    tree = view.tree
    if trigger.kind == "verb" and tree.is_verb(i):
        at = tree.heads[i] if tree.labels[i] in {"aux", "auxpass"} else i
        found = climber.verb(at)
        if found not in {"denied", "considered"} and _is_disowned(tree, at):
            return "denied", True
        if cues.lemmas().get(tree.keys[at]) == "order" and found in {None, "completed", "ongoing"}:
            return "planned", True  # who is ordered somewhere has not gone yet
        return climber.final(found), True
    found = climber.noun(i if trigger.kind == "verb" else j)
    return climber.final(found), found is not None


_DISOWNS = frozenset("denies denied deny disputes disputed rejects rejected".split())


def _is_disowned(tree: Tree, at: int) -> bool:
    """ "It sent 300 tanks, which Minsk denies": the clause at the end takes back what stands before it."""
    return any(
        key in _DISOWNS
        and k > at
        and tree.labels[k] in {"relcl", "advcl", "ccomp"}
        and tree.of(k, "nsubj")
        and any(tree.keys[c] == "which" and tree.keys[c - 1] == "," for c in tree.of(k, "dobj"))
        and at in tree.ancestors(k)
        for k, key in enumerate(tree.keys)
    )


_ORDINALS = frozenset({"first", "second", "third", "last"})
_PERCEIVED = frozenset("see hear watch observe spot witness notice film photograph".split())
_RESOLVES = frozenset("decide vote agree approve resolve opt choose elect".split())


class _Climber(Modality):
    """Climbs from a predicate to what governs it."""

    def verb(self, i: int) -> str | None:
        """Status of the predicate at i."""
        t = self.tree
        m = mood(t, i)
        if self._is_caused(i):
            own, finite = "denied" if m.is_negative else None, False
        else:
            own, finite = self._own(i, m), m.is_finite and not m.is_infinitive
        found = self._up(i, own, finite)
        if found is not None:
            return found
        return "planned" if t.tags[i] == "VB" and not self._beside_finite(i) or m.is_infinitive else None

    def _beside_finite(self, i: int) -> bool:
        """ "They have crossed the river and hold a bridgehead": a present that is tagged as an infinitive."""
        t = self.tree
        m = mood(t, t.heads[i])
        return t.labels[i] == "conj" and t.tags[t.heads[i]] == "VBN" and not m.modal and not m.is_infinitive

    def _up(self, at: int, s: str | None, finite: bool) -> str | None:
        t = self.tree
        for _ in range(12):
            label, head = t.labels[at], t.heads[at]
            mark = self._mark(at)
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
        if not t.is_verb(head) or t.labels[head] in {"nsubj", "nsubjpass"} and t.keys[head] in _CLAIMS:
            cls = cues.predicates().get(t.keys[head]) or cues.nouns().get(t.keys[head])
            if cls is None and t.keys[head] in _CLAIMS and t.labels[head] == "dobj":
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
        return self._apply(named, s, m, negative)

    def _spoken(self, at: int, s: str | None) -> str | None:
        """Above a verb of saying only a refusal to say counts: "declined to confirm that …"."""
        t = self.tree
        for _ in range(4):
            head = t.heads[at]
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
        if lemma == "let" and not t.of(head, "nsubj"):
            return True, "considered"
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

    def _by_noun(self, at: int, noun: int, s: str | None) -> tuple[bool, str | None]:
        return True, self._modifies(at, noun, s, False)

    def _adverbial(self, at: int, head: int, s: str | None, mark: str) -> str | None:
        """A clause of time, purpose or manner."""
        t = self.tree
        if not t.is_verb(head):
            return s
        m = mood(t, head)
        rel = "to" if any(t.keys[c] == "to" for c in t.of(at, "aux")) else ""
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
        if s is None and t.tags[at] == "VBG":
            if mark in {"before", "after", "since", "while", "when"}:
                return s
            if "," not in t.keys[head:at]:
                cls = self._class(head, cues.lemmas().get(t.keys[head], ""), "")
                if cls in {"denied", "considered", "planned", "ongoing"}:
                    return self._governed_by_verb(at, head, s)[1]
            above = self._modal(head, m) or (self._up(head, None, False) if not self._is_finite(head) else "")
            return above if above in {"planned", "considered", "denied"} else s
        if mark in {"when", "once", "until", "before", "after", "as"} or t.keys[max(0, at - 1)] in {"when", "once"}:
            if (
                s in {"ongoing", "completed"}
                and t.tags[at] in {"VBZ", "VBP", "VBN"}
                and m.modal in {"planned", "would"}
            ):
                return "planned"
        return s

    def _modifies(self, at: int, noun: int, s: str | None, finite: bool) -> str | None:
        """A clause that hangs on a noun: "a plan to …", "reports that …", "troops stationed in …"."""
        t = self.tree
        key = t.keys[noun]
        # "the claim to have sunk it" tells as "the claim that it was sunk" does.
        is_perfect = t.tags[at] == "VBN" and any(t.keys[c] == "to" for c in t.of(at, "aux"))
        is_content = (
            t.tags[at] == "VB"
            or is_perfect
            or finite
            and key in _CLAIMS
            and "according" in t.keys[noun:at]
            or self._mark(at) == "that"
            or (
                finite
                and any(t.keys[c] == "that" and t.labels[c] not in SUBJECT | {"dobj"} for c in t.children[at])
                and key in _CLAIMS | set(cues.nouns())
            )
        )
        if t.tags[at] == "VB" and key in TIMES and t.labels[noun] == "dobj":
            return weaker(s, "planned")  # "gave them a month to go"
        over = t.heads[t.heads[noun]] if t.labels[noun] == "pobj" else noun
        if key == "time" and finite and t.is_verb(over):
            return self._finite(at, over, s)  # "denied at the time that …"
        if (
            s != "denied"
            and t.tags[at] in {"VB", "VBN"}
            and self._is_ordinal(noun)
            and t.tags[t.clause(noun)] in {"VBD", "VBN"}
        ):
            return "completed"  # "the first base to be handed over was …"
        if not is_content:
            if is_nobody(t, noun) or self._under_negative_there(noun):
                return "denied"
            return self._seen(at, noun, s)
        cls = cues.nouns().get(key)
        if (finite or is_perfect) and key in _CLAIMS:
            if key in {
                "claim",
                "claims",
                "rumour",
                "rumor",
                "speculation",
                "rumours",
                "rumors",
                "suggestion",
                "suggestions",
                "idea",
            }:
                s = weaker(s, "considered")
            return self._claim(noun, s)
        return self._is_kept(noun) or self._noun_up(noun, self._noun_governs(noun, cls, s))

    def _seen(self, at: int, noun: int, s: str | None) -> str | None:
        """ "The plan will see two battalions sent to the border": as far as the seeing is."""
        t = self.tree
        see = t.heads[noun]
        if t.tags[at] != "VBN" or t.labels[noun] != "dobj" or cues.lemmas().get(t.keys[see]) not in CAUSES:
            return s
        above = self.verb(see)
        return weaker(s, above) if above in {"planned", "considered", "denied"} else s

    def _claim(self, noun: int, s: str | None) -> str | None:
        """A report is told, denied or called false; else it stands as it says."""
        t = self.tree
        at = t.first_conjunct(noun)
        head, label = t.heads[at], t.labels[at]
        if label == "pobj":
            at, head, label = head, t.heads[head], "prep"
            if not t.is_verb(head):
                return "denied" if t.keys[head] in {"truth", "substance"} and is_nobody(t, head) else s
        if not t.is_verb(head):
            return self._claim(head, s) if label == "appos" else s
        lemma = cues.lemmas().get(t.keys[head], "")
        m = mood(t, head)
        negative = m.is_negative or self._nor(head)
        if label in {"nsubj"} and (lemma == "be" or t.of(head, "acomp", "attr")):
            return "denied" if self._be(head, s) == "denied" else s
        cls = self._class(head, lemma, "obj")
        if label in {"dobj", "nsubjpass", "prep", "oprd", "ccomp", "nsubj"}:
            if (
                cls == "denied"
                and label != "nsubj"
                or any(cues.predicates().get(t.keys[c]) == "denied" for c in self._below(head))
            ):
                return weaker(s, "considered") if negative else "denied"
            if negative and lemma in {"confirm", "verify", "deny"}:
                return weaker(s, "considered")
            if lemma in {"confirm", "verify"} and label == "dobj" and mood(t, head).is_infinitive:
                return self._spoken(head, s)
        return s

    def noun(self, j: int) -> str | None:
        """Status of the act that the noun at j names."""
        t = self.tree
        if is_nobody(t, j) or any(t.keys[c] == "not" for c in t.of(j, "neg")):
            return "denied"
        s: str | None = None
        happened = self._has_happened(j)
        for c in t.children[j]:
            cls = cues.adjectives().get(t.keys[c]) if t.labels[c] in {"amod", "compound", "advmod"} and c < j else None
            if cls is not None and not (happened and cls == "planned"):
                s = weaker(s, cls)
        above = self._noun_up(j, s)
        if above not in {None, "completed"}:
            return above
        for c in t.children[j]:
            if c > j and t.labels[c] in {"acl", "relcl"} and t.is_verb(c):
                above = self._told_of(c, above)
        return above

    def _has_happened(self, noun: int) -> bool:
        """ "A planned exercise took place": what was planned has come to pass."""
        t = self.tree
        verb = t.heads[noun]
        if t.labels[noun] not in {"nsubj", "nsubjpass"} or not t.is_verb(verb):
            return False
        m, lemma = mood(t, verb), cues.lemmas().get(t.keys[verb], "")
        took = self._takes_place(verb, lemma)
        done = self._class(verb, lemma, "subj") in {"completed", "ongoing", "carried"} and lemma not in {"be", "have"}
        is_plain = not (m.modal or m.is_negative or m.is_infinitive) and t.tags[verb] in {"VBD", "VBN"}
        return is_plain and m.is_finite and (took or done)

    def _takes_place(self, verb: int, lemma: str) -> bool:
        return lemma == "take" and any(self.tree.keys[o] == "place" for o in self.tree.of(verb, "dobj"))

    def _told_of(self, clause: int, s: str | None) -> str | None:
        """ "the withdrawal planned for May", "the drills, which ended on Friday"."""
        t = self.tree
        lemma = cues.lemmas().get(t.keys[clause], "")
        cls = self._class(clause, lemma, "obj" if t.tags[clause] == "VBN" else "subj")
        m = mood(t, clause)
        if t.tags[clause] == "VBN":
            if cls in {"planned", "considered", "denied", "completed"} and lemma not in {"order", "approve", "agree"}:
                return self._apply(cls, s, m, m.is_negative)
            return s
        if t.labels[clause] == "relcl" and any(t.keys[c] in RELATIVES | {"that"} for c in t.of(clause, "nsubj")):
            if cls in {"ongoing", "completed"} and not t.of(clause, "dobj"):
                return self._apply(cls, s, m, m.is_negative)
            if m.modal and self.type_code not in FIGHTS:
                return weaker(s, self._modal(clause, m))
        return s

    def _is_ordinal(self, noun: int) -> bool:
        return any(self.tree.keys[c] in _ORDINALS for c in (noun, *self.tree.of(noun, "amod")))

    def _noun_up(self, at: int, s: str | None) -> str | None:
        """From a noun to what governs it."""
        t = self.tree
        for _ in range(8):
            label, head = t.labels[at], t.heads[at]
            if head == at:
                return s
            if label == "conj":
                at = head
                if t.is_verb(head):
                    return s
                continue
            if label in {"compound", "nmod"}:
                if t.keys[head] not in _NOUNS_OF_PLANS:
                    return s if t.labels[head] not in {"compound"} else self._noun_up(head, s)
                s = self._noun_governs(head, cues.nouns().get(t.keys[head]), s)
                at = head
                continue
            if label == "pobj":
                return self._after_preposition(at, head, s)
            if t.is_verb(head):
                if label == "nsubj" and self._is_bound(head):
                    return weaker(s, "planned")
                return self._role(at, head, label, s)
            return s
        return s

    def _is_bound(self, have: int) -> bool:
        """ "The pull-out has to begin before May"."""
        t = self.tree
        below = t.of(have, "xcomp") if t.keys[have] in {"has", "have"} else []
        return any(t.keys[a] == "to" for c in below for a in t.of(c, "aux")) and not mood(t, have).is_negative

    def _role(self, at: int, head: int, label: str, s: str | None) -> str | None:
        """The noun is subject or object of a verb."""
        t = self.tree
        lemma = cues.lemmas().get(t.keys[head], "")
        m = mood(t, head)
        negative = m.is_negative or self._nor(head)
        if label in {"nsubj", "nsubjpass"} and not t.is_passive(head):
            if lemma == "be" or t.of(head, "acomp"):
                found = self._be(head, s)
                turn = next((x for x in t.of(head, "xcomp") if any(t.keys[c] == "to" for c in t.of(x, "aux"))), None)
                if turn is not None and self._happens(turn):
                    found = self._apply("planned", found, m, negative)
                if m.modal and self.type_code not in FIGHTS:
                    found = weaker(found, self._modal(head, m))
                if found == s and negative and t.of(head, "advmod") and not t.of(head, "attr", "acomp"):
                    return "denied"
                return found
            cls = cues.verbs().get((lemma, "subj")) or self._class(head, lemma, "subj")
            if self._takes_place(head, lemma):
                return self._up(head, self._apply("carried", s, m, negative), self._is_finite(head))
            if self.type_code == "mission_start" and cls == "ongoing":
                cls = "completed"  # its beginning is the act
            if cls in {"ongoing", "completed", "carried", "denied"} and not t.of(head, "dobj") and lemma not in HAVE:
                s = self._apply(cls, s, m, negative)
                return self._up(head, s, self._is_finite(head))
            if m.modal and self.type_code not in _ACTS:
                is_any = any(t.keys[c] in {"a", "an", "any", "such"} for c in t.of(at, "det", "predet", "amod"))
                s = weaker(s, "considered" if is_any else self._modal(head, m))
            return s
        if label == "attr" or label == "nsubj" and t.of(head, "expl"):
            negative = negative and not is_nobody(t, at)  # "there is no plan to": the noun has spoken
            for clause in t.of(head, "csubj"):  # "what they plan is a withdrawal"
                cls = self._class(clause, cues.lemmas().get(t.keys[clause], ""), "obj")
                if cls in {"considered", "planned", "denied"}:
                    s = self._apply(cls, s, mood(t, clause), mood(t, clause).is_negative)
            s = self._apply("carried" if lemma == "be" else None, s, m, negative)
            return self._up(head, s, self._is_finite(head))
        if label not in {"dobj", "nsubjpass", "oprd", "dep", "appos", "ccomp", "nsubj"}:
            return s
        cls = self._object_class(head, lemma)
        if cls is None:
            if m.modal and self.type_code not in _ACTS:
                s = weaker(s, self._modal(head, m))
            return s
        if cls == "open":
            return weaker(s, "considered") if negative else s
        if cls == "weighed" and self.type_code in STATES:
            return s
        if (
            cls == "planned"
            and self.type_code in FIGHTS | {"agreement"}
            and lemma in {"announce", "order", "approve", "agree"}
        ):
            cls = "carried"
        s = self._apply(cls, s, m, negative)
        return self._up(head, s, self._is_finite(head))

    def _after_preposition(self, at: int, prep: int, s: str | None) -> str | None:
        """ "called for a withdrawal", "a timetable for leaving", "without leaving"."""
        t = self.tree
        word = t.keys[prep]
        above = t.heads[prep]
        for share in (above, *(t.of(above, "dobj", "nsubjpass") if word in {"in", "for", "of"} else ())):
            if t.keys[share] in _SHARE and t.labels[share] in {"dobj", "nsubjpass"}:
                return self._noun_up(share, s)  # "denied any part in the raid"
        if word == "under" and t.keys[at] == "construction":
            return weaker(s, "ongoing")
        if word == "of" and prep and t.keys[prep - 1] == "instead":
            return "denied"
        if word in {"with", "by"} and t.is_verb(at) and t.is_verb(above):
            # "with the rest leaving in May", "could answer by shelling the port": as the main clause
            held = self._own(above, mood(t, above)) if word == "with" else self.verb(above)
            return held if held in {"considered", "planned"} else s
        if (
            word == "of"
            and t.keys[above] in {"instead", "out", "ahead", "because"}
            and t.labels[prep] in {"prep", "pcomp"}
        ):
            word = t.keys[above] + " of"
            above = t.heads[above]
        if word == "of" and prep and t.keys[prep - 1] == "short":
            return "denied"  # "stopped short of sending"
        if word == "from" and "far" in t.keys[max(0, prep - 1) : prep]:
            return "denied"
        if word in {"without", "instead of"} or word == "than" and "rather" in t.keys[max(0, prep - 2) : prep]:
            return "denied"
        if word in {"ahead of", "pending"}:
            return weaker(s, "planned")
        if word == "if" or word == "in" and t.keys[at] in {"case", "event"}:
            return weaker(s, "considered")
        if t.labels[prep] == "prep" and t.keys[above] in {"between", "from", "to"} and not t.is_verb(above):
            above = t.heads[above]
        if t.is_verb(above):
            return self._by_verb_and_preposition(at, word, above, s)
        if t.tags[above].startswith("J") or t.keys[above] in cues.predicates():
            cls = cues.predicates().get(t.keys[above])
            be = t.heads[above]
            m = mood(t, be) if t.is_verb(be) else Mood()
            return self._apply(cls, s, m, m.is_negative) if cls in {"considered", "planned", "denied"} else s
        cls = cues.nouns().get(t.keys[above])
        if cls is None or word not in {"of", "for", "on", "about", "to", "over", "against", "in", "from"}:
            return s
        if self.type_code in STATES and cls != "denied" and not (cls == "empty" and is_nobody(t, above)):
            if not t.is_verb(at) and not is_nobody(t, above):
                return s
        if cls == "open" and t.keys[above] not in {"decision", "decisions"}:
            return self._claim(above, s) if t.keys[above] in _CLAIMS else s
        return self._noun_up(above, self._noun_governs(above, cls, s))

    def _by_verb_and_preposition(self, at: int, word: str, verb: int, s: str | None) -> str | None:
        t = self.tree
        lemma = cues.lemmas().get(t.keys[verb], "")
        m = mood(t, verb)
        negative = m.is_negative or self._nor(verb)
        if lemma == "take" and "part" in t.keys[verb:at]:
            s = self._apply("carried", s, m, negative)
            return self._up(verb, s, self._is_finite(verb))
        cls = cues.verbs().get((lemma, word))
        if cls is None and word in {"on", "for", "about", "to", "of"}:
            plain = cues.verbs().get((lemma, ""))
            cls = plain if plain in {"considered", "planned"} else None
        if cls is None and word in {"from", "against"}:
            plain = cues.verbs().get((lemma, ""))
            cls = plain if plain == "denied" else None
        for noun in t.of(verb, "dobj"):
            if (
                cls is None
                and noun < at
                and t.keys[noun] in cues.nouns()
                and word in {"for", "to", "on", "of", "against", "from"}
            ):
                return self._noun_up(noun, self._noun_governs(noun, cues.nouns()[t.keys[noun]], s))
        if cls is None:
            return s
        if cls == "weighed" and self.type_code in STATES:
            return s
        return self._up(verb, self._apply(cls, s, m, negative), self._is_finite(verb))

    def number(self, n: int) -> str:
        """Status of a strength whose number stands at n: that of the clause in which it is subject or object."""
        t = self.tree
        while t.heads[n] != n and (
            t.labels[n] in {"nummod", "quantmod", "compound", "amod", "det"}
            or t.labels[n] == "advmod"
            and t.tags[t.heads[n]] == "CD"  # "about 500"
        ):
            n = t.heads[n]
        if is_nobody(t, n) or any(t.keys[c] == "not" and t.labels[c] == "neg" for c in t.of(n, "neg")):
            return "denied"
        at, is_phrase = t.first_conjunct(n), False
        while t.labels[at] in {"pobj", "prep", "appos", "npadvmod"} and t.heads[at] != at:
            is_phrase |= t.labels[at] == "prep"
            at = t.first_conjunct(t.heads[at])
        if t.labels[at] in {"nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative"}:
            at = t.heads[at]
            if t.keys[at] in {"is", "are", "was", "were", "be"}:
                at = t.infinitive(at)  # "are to stay"
        if self._is_to(at):
            return "planned"
        if not t.is_verb(at):
            return "in_effect"
        m = mood(t, at)
        # "500 men had no tanks" does not deny the men
        negative = (
            m.is_negative
            and not is_phrase
            and not (
                t.labels[n] == "nsubj" and any(t.keys[d] == "no" for o in t.of(at, "dobj") for d in t.of(o, "det"))
            )
        )
        s = "denied" if negative else self._modal(at, m) or None
        found = self._up(at, s, self._is_finite(at))
        return found if found in {"denied", "considered", "planned"} else "in_effect"


def status_at(view: View, first: int, last: int) -> str:
    """Status of a bare number at tokens first..last: "ought to be a thousand", "22,000 are to be called up"."""
    # "80 will stay, not around 100": the number is denied by the word before it, whatever the clause says.
    if view.key(first - 1) == "not" and view.key(first) not in _NO_DENIAL:
        return "denied"
    return _Climber(view.tree, "strength", False).number(first)


_NO_DENIAL = frozenset("only just more less fewer even all quite far yet many".split())
