"""Which forces a text has named, for short forms to point back to: "the troops", "it", "the rebels", "the alliance".

Every mention leaves weight, more as a subject or as the actor of a record; the weight fades from sentence to sentence.
A short form picks the force with the most weight left among those that it can mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .grammar import set_of
from .mentions import ForceMention

Codes = tuple[str, ...]

#: Short form → nouns. What is not listed means troops of any force.
_FORMS: dict[str, frozenset[str]] = {
    "national": set_of(
        "army military navy police gendarmes gendarmerie infantry artillery junta regime government coastguard "
        "airforce conscripts reservists"
    ),
    "group": set_of(
        "group groups fighters fighter militants rebels rebel gunmen insurgents insurgent movement militia militias "
        "militiamen jihadists jihadist faction factions guerrillas guerrilla separatists terrorists extremists "
        "mercenaries mercenary snipers assailants attackers organisation organization"
    ),
    "mission": set_of("mission operation peacekeepers peacekeeper helmets force taskforce"),
    "alliance": set_of("alliance bloc coalition"),
}
_ALIASES = {noun: form for form, nouns in _FORMS.items() for noun in nouns}
#: Short form → the kinds of the register that it can mean.
_KINDS = {
    "group": frozenset({"non_state", "pmc"}),
    "mission": frozenset({"un_mission", "state_alliance", "joint_command"}),
    "alliance": frozenset({"state_alliance"}),
}
#: How much of a mention's weight is left a sentence later: a pronoun looks back less far than a noun.
_FADES = {"it": 0.45, "they": 0.45, "person": 0.5, "we": 0.7, "national": 0.97, "foreign": 0.95, "mission": 0.9}
#: "The soldiers" are seldom a militia's.
_IRREGULAR = 0.3
_ACTOR, _SUBJECT, _MILITARY, _NAMED, _WEAK = 1.6, 1.3, 1.0, 0.7, 0.25


def form_of(noun: str) -> str:
    """What kind of force a common noun can stand for."""
    return _ALIASES.get(noun, "troops")


@dataclass(frozen=True, slots=True)
class Said:
    """One mention of a force: where, how plainly, and in what number."""

    codes: Codes
    sentence: int
    weight: float
    is_plural: bool = False
    is_military: bool = False


@dataclass
class Referents:
    """The forces that the text has named so far."""

    #: id of a group → its kind in the register.
    kinds: Mapping[str, str] = field(default_factory=dict)
    #: Share of each state in the names of the article, and where it plays.
    weights: Mapping[str, float] = field(default_factory=dict)
    home: str = ""
    about: str = ""
    #: States in which the groups named so far are at war: "the army" there is theirs.
    at_war: Counter[str] = field(default_factory=Counter)
    said: list[Said] = field(default_factory=list)
    #: Surname → the force or state that the person speaks for.
    people: dict[str, Codes] = field(default_factory=dict)
    speaker: Codes = ()

    def kind(self, code: str) -> str:
        """state, or what the register of groups says."""
        return self.kinds.get(code) or "non_state"

    def pick(self, form: str, now: int, without: Collection[str] = (), here: Collection[Said] = ()) -> Codes:
        """The force that a short form of sentence `now` means; () if none has been named that it can mean.

        `without`: forces that it cannot be (the enemy, the host). `here`: mentions before it in its own sentence.
        """
        fade = _FADES.get(form, 0.8)
        total: dict[Codes, float] = {}
        for x in [*self.said, *here]:
            codes = () if set(x.codes) & set(without) else self._fit(form, x)
            if codes:
                weight = x.weight * (_IRREGULAR if form == "troops" and self._is_irregular(codes) else 1.0)
                total[codes] = total.get(codes, 0.0) + weight * fade ** (now - x.sentence)
        if form in {"national", "troops"}:
            self._lean(total, form, without)
        if not total:
            return ()
        best = max(total, key=lambda c: (total[c], c))
        return best if total[best] >= 0.12 or form not in {"it", "they"} else ()

    def _is_irregular(self, codes: Codes) -> bool:
        return all(self.kind(c) == "non_state" for c in codes)

    def _lean(self, total: dict[Codes, float], form: str, without: Collection[str]) -> None:
        """An army is likelier that of the state which the text is about; so are soldiers where only rebels were
        named."""
        war = [c for c, _ in self.at_war.most_common(1)]
        homes = dict.fromkeys([self.home, self.about, *war])
        for codes in total:
            if form == "national":
                total[codes] *= 0.3 + self.weights.get(codes[0], 0.0) + 0.3 * (codes[0] in {self.home, self.about})
                total[codes] *= 2.0 if codes[0] in war else 1.0
        for home in homes:
            share = self.weights.get(home, 0.0) + (0.4 if home in war else 0.0)
            if home and home not in without and share >= 0.2:
                total[(home,)] = total.get((home,), 0.0) + share * (0.5 if form == "troops" else 1.0)

    def _fit(self, form: str, x: Said) -> Codes:
        """Those forces of a mention that a short form can mean."""
        if form in _KINDS:
            return tuple(c for c in x.codes if self.kind(c) in _KINDS[form])
        kinds = {self.kind(c) for c in x.codes}
        fits = {
            "national": kinds == {"state"} and len(x.codes) == 1,
            "foreign": self.home not in x.codes and "non_state" not in kinds,
            "they": x.is_plural or x.is_military,
            "it": len(x.codes) == 1,
        }.get(form, x.is_military or x.weight >= _ACTOR)
        return x.codes if fits else ()


def mention_weight(f: ForceMention, is_subject: bool) -> float:
    """What a mention leaves behind."""
    if f.is_weak or f.prep in {"against", "targeting"}:
        return _WEAK
    return (_MILITARY if f.is_military else _NAMED) * (_SUBJECT if is_subject else 1.0)


def actor_weight() -> float:
    """What being the actor of a record leaves behind."""
    return _ACTOR
