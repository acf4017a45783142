"""Status of an act under the nouns that name or govern it: "a plan for a withdrawal", "reports that they left"."""

from __future__ import annotations

from ..families import FIGHTS, MOVES, STATES
from ..language import classes, cues
from ..language.classes import nouns, verbs, words
from ..language.grammar import HAVE, SUBJECT
from ..language.subjects import TIMES
from ..language.verbgroup import is_nobody, mood
from .modality import CAUSES, weaker
from .nounclauses import NounClauses
from .underverbs import CLAIMS, ORDINALS

#: Acts that are over as they are told: "the strikes could widen the war" does not put the strikes in doubt.
_ACTS = frozenset({"strike", "ground_operation", "attack_on_force", "exercise", "patrol", "detainee_transfer"})
_NOUNS_OF_PLANS = words("undernouns.nouns_of_plans")
_TRUTH = frozenset("truth substance foundation basis merit".split())
#: Who does so to a report denies it.
_DISPUTES = frozenset({"dispute", "contest"})
_GRANTS = words("undernouns.grants")
#: Papers of a council or parliament, and what has come to pass as they are adopted.
_RULINGS = frozenset("resolution resolutions bill law decree motion".split())
_ADOPTING = verbs("undernouns.adopting")
_DECREED = frozenset({"mission_continuation", "mission_start", "mission_transition", "agreement"})
#: What is decided stays so, whoever is for or against it.
_DECIDED = frozenset("decision decisions order orders".split())
_STANCES = words("undernouns.stances")
_DOUBTS = nouns("undernouns.doubts")


_TO_COME = frozenset("next tomorrow coming later".split())


class UnderNouns(NounClauses):
    """Climbs from a noun, or a clause that hangs on one, to what governs it."""

    def _modifies(self, at: int, noun: int, s: str | None, finite: bool) -> str | None:
        """A clause that hangs on a noun: "a plan to …", "reports that …", "troops stationed in …"."""
        t = self.tree
        key = t.keys[noun]
        is_ruling = key in _RULINGS and (t.tags[at] != "VB" or self.type_code in _DECREED | {"mission_end"})
        if is_ruling and (ruled := self._ruled(noun)) is not None:
            ruled = ruled if ruled != "completed" or self.type_code in _DECREED else "planned"
            return weaker(s, ruled) if s in {"considered", "denied"} else ruled
        # "the claim to have sunk it" tells as "the claim that it was sunk" does.
        is_perfect = t.tags[at] == "VBN" and any(t.keys[c] == "to" for c in t.of(at, "aux"))
        below = t.of(at, "xcomp")  # "the news that they had begun leaving": the verb has an object already
        is_content = (
            t.tags[at] == "VB"
            or is_perfect
            or finite
            and key in CLAIMS
            and ("according" in t.keys[noun:at] or t.labels[at] == "ccomp")
            or self._mark(at) == "that"
            or (
                finite
                and any(
                    t.keys[c] == "that" and (t.labels[c] not in SUBJECT | {"dobj"} or t.labels[c] == "dobj" and below)
                    for c in t.children[at]
                )
                and key in CLAIMS | set(cues.nouns())
            )
        )
        if t.tags[at] == "VB" and key in TIMES and t.labels[noun] == "dobj":
            return weaker(s, "planned")  # "gave them a month to go"
        over = t.heads[t.heads[noun]] if t.labels[noun] == "pobj" else noun
        if key == "time" and finite and t.is_verb(over):
            return self._finite(at, over, s)  # "denied at the time that …"
        if (
            s in {None, "completed", "ongoing"}
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
        if self._is_ruled_out(noun):
            return "denied"
        if (finite or is_perfect) and key in CLAIMS:
            if key in _DOUBTS:
                s = weaker(s, "considered")
            return self._claim(noun, s)
        return self._is_kept(noun) or self._noun_up(noun, self._noun_governs(noun, cls, s))

    def _ruled(self, noun: int) -> str | None:
        """ "Adopted a resolution extending the mission", "vetoed a bill that would end it": as far as the paper has
        come; None where nothing tells."""
        t = self.tree
        head, label = t.heads[noun], t.labels[noun]
        if any(t.keys[c] in {"draft", "proposed"} for c in t.of(noun, "amod", "compound", "nmod")):
            return "considered"
        voted = t.heads[head] if label == "pobj" else head
        if label == "pobj" and cues.lemmas().get(t.keys[voted]) == "vote":
            return "considered" if t.keys[head] in {"against", "on"} else self.verb(voted)
        if label not in {"dobj", "nsubjpass"} or not t.is_verb(head):
            return None
        if t.keys[head] not in _ADOPTING:
            cls = self._class(head, cues.lemmas().get(t.keys[head], ""), "obj")
            return self._apply(cls, None, mood(t, head), mood(t, head).is_negative)
        held = self.verb(head)
        return "completed" if held in {None, "ongoing"} else held

    def _seen(self, at: int, noun: int, s: str | None) -> str | None:
        """ "The plan will see two battalions sent to the border": as far as the seeing is."""
        t = self.tree
        see = t.heads[noun]
        if t.tags[at] == "VBG" and self.type_code in MOVES and mood(t, t.clause(noun)).modal in {"planned", "would"}:
            return weaker(s, "planned")  # "the marines leaving the port will be paid off"
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
            over = t.of(head, "attr", "nsubj") if t.is_verb(head) else [head]  # "there is no truth to the report"
            if any(t.keys[n] in _TRUTH and is_nobody(t, n) or cues.nouns().get(t.keys[n]) == "denied" for n in over):
                return "denied"
            if not t.is_verb(head):
                return s
        if not t.is_verb(head):
            return self._claim(head, s) if label == "appos" else s
        lemma = cues.lemmas().get(t.keys[head], "")
        m = mood(t, head)
        negative = m.is_negative or self._nor(head)
        if label in {"nsubj"} and (lemma == "be" or t.of(head, "acomp", "attr")):
            return "denied" if self._be(head, s) == "denied" else s
        if label == "nsubj" and any(t.keys[o] in _TRUTH and is_nobody(t, o) for o in t.of(head, "dobj")):
            return "denied"  # "the reports had no basis"
        cls = self._class(head, lemma, "obj")
        if label in {"dobj", "nsubjpass", "prep", "oprd", "ccomp", "nsubj"}:
            if (
                (cls == "denied" or lemma in _DISPUTES)
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
            if happened and t.tags[c] == "VBN":
                continue  # "the closure, announced in May, was completed"
            if c > j and t.labels[c] in {"acl", "relcl"} and t.is_verb(c):
                above = self._told_of(c, above)
        return above

    def _is_course_announced(self, noun: int, verb: int) -> bool:
        """ "Announced the start of the drill", "the completion of the withdrawal": it has begun or is over, unless that
        is to come."""
        t = self.tree
        is_course = cues.nouns().get(t.keys[noun]) in {"ongoing", "completed"} and bool(t.under(noun, {"of"}))
        announced = cues.lemmas().get(t.keys[verb]) == "announce" and t.tags[verb] in {"VBD", "VBZ", "VBN"}
        return is_course and announced and not _TO_COME & set(t.keys[verb:])

    def _is_ordinal(self, noun: int) -> bool:
        return any(self.tree.keys[c] in ORDINALS for c in (noun, *self.tree.of(noun, "amod")))

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
                if self._is_course_announced(at, head):
                    return weaker(s, cues.nouns()[t.keys[at]])
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
        if t.keys[at] in {"decision", "decisions"} and is_nobody(t, at):
            return weaker(s, "considered")  # "no decision to leave has been made": it is open
        if self.type_code == "mission_continuation" and lemma in _GRANTS and t.tags[head] in {"VBD", "VBN"}:
            if label in {"dobj", "nsubjpass"} and not (negative or m.modal or m.is_infinitive or s == "denied"):
                return "completed"  # "parliament approved the extension of the mandate"
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
                is_yet_to = negative and cls == "ongoing" and cues.nouns().get(t.keys[at]) == "planned"
                s = "planned" if is_yet_to else self._apply(cls, s, m, negative)  # "the plan to leave has not begun"
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
        if cls in {"considered", "weighed"} and t.keys[at] in _DECIDED and lemma in _STANCES:
            return s  # "parliament backed the decision to leave": it is decided
        if cls is None and self.type_code in _ACTS and t.keys[head] in classes.verbs("do"):
            cls = "carried"  # "laid an ambush", "flew sorties"
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
