"""What a noun's own verb and clauses say of the act that it names: "the drills, which ended on Friday"."""

from __future__ import annotations

from ..clauses import RELATIVES
from ..families import FIGHTS
from ..language import cues
from ..language.verbgroup import mood
from .modality import weaker
from .underverbs import UnderVerbs


class NounClauses(UnderVerbs):
    """Reads how far an act has come from the verb whose subject or object its noun is, and from what hangs on it."""

    def _has_happened(self, noun: int) -> bool:
        """ "A planned exercise took place", "began a planned exercise": what was planned has come to pass."""
        t = self.tree
        verb = t.heads[noun]
        if t.labels[noun] not in {"nsubj", "nsubjpass", "dobj"} or not t.is_verb(verb):
            return False
        m, lemma = mood(t, verb), cues.lemmas().get(t.keys[verb], "")
        took = self._takes_place(verb, lemma)
        done = self._class(verb, lemma, "obj" if t.labels[noun] == "dobj" else "subj") in {
            "completed",
            "ongoing",
            "carried",
        } and lemma not in {"be", "have"}
        is_plain = not (m.modal or m.is_negative or m.is_infinitive) and t.tags[verb] in {"VBD", "VBN"}
        return is_plain and m.is_finite and (took or done)

    def _told_of(self, clause: int, s: str | None) -> str | None:
        """ "the withdrawal planned for May", "the drills, which ended on Friday"."""
        t = self.tree
        lemma = cues.lemmas().get(t.keys[clause], "")
        cls = self._class(clause, lemma, "obj" if t.tags[clause] == "VBN" else "subj")
        m = mood(t, clause)
        if t.labels[clause] == "relcl" and (awaited := self._awaited(clause)):
            return weaker(s, awaited)
        if t.tags[clause] == "VBN":
            if cls == "denied" and t.keys[clause - 1] == "," and self._is_back(clause):
                return s  # "the patrols, suspended in 2020, will start again"
            if cls in {"planned", "considered", "denied", "completed"} and lemma not in {"order", "approve", "agree"}:
                return self._apply(cls, s, m, m.is_negative)
            return s
        if t.labels[clause] == "relcl" and any(t.keys[c] in RELATIVES | {"that"} for c in t.of(clause, "nsubj")):
            if cls in {"ongoing", "completed"} and not t.of(clause, "dobj"):
                return self._apply(cls, s, m, m.is_negative)
            if m.modal and self.type_code not in FIGHTS:
                return weaker(s, self._modal(clause, m))
        return s

    def _is_back(self, clause: int) -> bool:
        t = self.tree
        over = t.heads[t.heads[clause]]
        return t.is_verb(over) and (t.keys[over][:3] == "res" or "again" in t.keys[over : over + 4])

    def _awaited(self, clause: int) -> str | None:
        """ "The drill, which is set to open in May", "which was due to begin": how far the beginning has come."""
        t = self.tree
        is_about = any(t.keys[c] in RELATIVES | {"that"} for c in t.of(clause, "nsubj", "nsubjpass"))
        below = (x for w in (clause, *t.of(clause, "acomp")) for x in t.of(w, "xcomp") if is_about)
        found = next((self.verb(x) for x in below if self._happens(x) and t.keys[x - 1] == "to"), None)
        return None if found in {"ongoing", "completed"} else found
