"""Status of what stands after a preposition: "called for a withdrawal", "without leaving", "no part in the raid"."""

from __future__ import annotations

from ..clauses import BE
from ..families import STATES
from ..language import cues
from ..language.verbgroup import Mood, is_nobody, mood
from .modality import weaker
from .undernouns import UnderNouns
from .underverbs import CLAIMS

#: What somebody is, or comes, under.
_ENDURED = frozenset("attack attacks fire bombardment assault shelling".split())
#: "Any role in the shelling": who denies it denies that he did it.
_SHARE = frozenset("role part involvement responsibility hand complicity participation share".split())


_ABOUT = frozenset({"regarding", "concerning"})


class UnderPrepositions(UnderNouns):
    """Climbs from what a preposition leads to what the preposition hangs on."""

    def _after_preposition(self, at: int, prep: int, s: str | None) -> str | None:
        """ "called for a withdrawal", "a timetable for leaving", "without leaving"."""
        t = self.tree
        word = t.keys[prep]
        above = t.heads[prep]
        if any(t.keys[c] == "where" for c in t.of(at, "advmod")):
            return s  # "keeps 100 men at X, from where it will fly patrols"
        for share in (above, *(t.of(above, "dobj", "nsubjpass") if word in {"in", "for", "of"} else ())):
            if t.keys[share] in _SHARE and t.labels[share] in {"dobj", "nsubjpass"}:
                return self._noun_up(share, s)  # "denied any part in the raid"
        if word == "under" and t.keys[at] == "construction":
            return weaker(s, "ongoing")
        if word == "under" and t.is_verb(above) and t.keys[at] in _ENDURED:
            m = mood(t, above)  # "has never come under attack", "is not under fire"
            if t.keys[above] in BE and not m.is_negative and not m.modal:
                return "ongoing" if t.tags[above] in {"VBP", "VBZ"} else "completed"
            return self.verb(above)
        if word == "of" and prep and t.keys[prep - 1] == "instead":
            return "denied"
        governs = (cues.lemmas().get(t.keys[above], ""), word) in cues.verbs()
        if word in {"with", "by"} and t.is_verb(at) and t.is_verb(above) and not governs:
            # "with the rest leaving in May", "could answer by shelling the port": as the main clause
            held = self._own(above, mood(t, above)) if word == "with" else self.verb(above)
            return held if held in {"considered", "planned"} else s
        if word in {"with", "by"} and not t.is_verb(at) and t.is_verb(above) and mood(t, above).is_infinitive:
            held = self.verb(above)
            return weaker(s, held) if held in {"considered", "planned"} else s  # "vowed to answer with airstrikes"
        if (
            word == "of"
            and t.keys[above] in {"instead", "out", "ahead", "because"}
            and t.labels[prep] in {"prep", "pcomp"}
        ):
            word = t.keys[above] + " of"
            above = t.heads[above]
        if word == "of" and t.labels[above] == "pobj" and t.keys[t.heads[above]] == "within":
            held = self.verb(t.clause(above))  # "will leave within a month of the arrival of a battalion"
            return weaker(s, held) if held in {"considered", "planned"} else s
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
        if cls is None or word not in {"of", "for", "on", "about", "to", "over", "against", "in", "from", *_ABOUT}:
            return s
        if self.type_code in STATES and cls != "denied" and not (cls == "empty" and is_nobody(t, above)):
            if not t.is_verb(at) and not is_nobody(t, above):
                return s
        if cls == "open" and t.keys[above] not in {"decision", "decisions"}:
            return self._claim(above, s) if t.keys[above] in CLAIMS else s
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
        for noun in (*t.of(verb, "dobj"), *t.of(verb, "nsubjpass")):  # "no decision was made on a withdrawal"
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
