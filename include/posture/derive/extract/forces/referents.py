"""Which forces a text has named, for short forms to point back to: "the troops", "it", "the rebels", "the alliance".

Every mention leaves weight, more as a subject or as the actor of a record; the weight fades from sentence to sentence.
A short form picks the force with the most weight left among those that it can mean. What a text as a whole is about
weighs in too (`cast`): "the army" is that of the country where it plays unless another one's was spoken of just now,
"the Mission" the one of which it reports, and "the Army", with a capital, that of the guests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ..families import BODIES
from ..language.grammar import set_of
from ..mentions import ForceMention
from .bands import Sole
from .cast import Cast

Codes = tuple[str, ...]

#: Short form → nouns. What is not listed means troops of any force.
_FORMS: dict[str, frozenset[str]] = {
    "national": set_of(
        "army military navy police gendarmes gendarmerie infantry artillery coastguard airforce conscripts reservists"
    ),
    "ruling": set_of("junta regime government"),
    "group": set_of(
        "group groups fighters fighter militants rebels rebel gunmen insurgents insurgent movement militia militias "
        "militiamen jihadists jihadist faction factions guerrillas guerrilla separatists terrorists extremists "
        "mercenaries mercenary combatants snipers assailants attackers organisation organization"
    ),
    "mission": set_of("mission operation peacekeepers peacekeeper helmets force taskforce"),
    "office": set_of("ministry minister ministers presidency cabinet parliament authorities department"),
    "alliance": set_of("alliance bloc coalition"),
    "soldiers": set_of("soldier soldiers servicemen serviceman sailors airmen trooper troopers"),
    "unit": set_of("battalion brigade regiment squadron division"),
}
_ALIASES = {noun: form for form, nouns in _FORMS.items() for noun in nouns}
#: Short form → the kinds of the register that it can mean.
_KINDS = {
    "group": frozenset({"non_state", "pmc"}),
    "mission": BODIES,
    "alliance": frozenset({"state_alliance"}),
}
#: How much of a mention's weight is left a sentence later: a pronoun looks back less far than a noun.
_FADES = {
    "it": 0.35, "they": 0.4, "person": 0.5, "we": 0.7, "national": 0.5, "ruling": 0.3, "branch": 0.7, "foreign": 0.95,
    "mission": 0.9, "office": 0.5, "unit": 0.7, "numbered": 0.9, "states": 0.9, "sides": 0.9,
}  # fmt: skip
_FADE = 0.75
#: What a force weighs that was only understood: much for a pronoun, little for a noun.
_INFERRED = 0.3
#: How much of the weight is left when a section ends.
_SECTION = 0.5
#: The same when another item of a digest begins; how much a short form leans to the country in which it plays.
_ITEM = 0.1
_OF_SCENE = {"national": 1.3, "ruling": 1.3, "office": 1.0, "branch": 1.0, "unit": 0.7, "troops": 0.7, "soldiers": 0.7}
#: Short form → how much it leans to what the text as a whole is about.
_HOME = {"national": 0.9, "ruling": 1.3, "branch": 0.2, "office": 0.7, "unit": 0.5, "numbered": 0.2}
_GUEST, _MISSION, _TOPIC, _TITLED, _REPORTING = 1.5, 1.5, 1.5, 1.2, 1.0
#: What the subject of the sentence at hand weighs more; those whom the title names; a mission that the text is about.
_HERE, _IN_TITLE, _ABOUT = 3.0, 0.6, 0.8
#: What its own author weighs, where a text calls an army or a mission by no name.
_OWN = 2.5
#: Alliances, which have troops only by their members; share of the forces named from which a text is about a mission.
_STANDING = frozenset({"NATO", "EU", "OSCE"})
_MUCH = 0.3
#: What means the forces of the state that labels an entry.
_OF_ENTRY = frozenset({"troops", "soldiers", "unit", "numbered", "they", "it", "national", "office", "ruling"})
#: So many mentions back a short form looks: what is older has faded in any article, and lists of thousands stay linear.
_REACH = 400
#: What is weaker than this is not meant.
_LEAST = {"it": 0.12, "they": 0.12, "mission": 0.3}
#: "The troops" are seldom a militia's, "the soldiers" hardly ever.
_IRREGULAR = {"troops": 0.3, "planes": 0.1, "soldiers": 0.12, "unit": 0.5, "numbered": 0.1}
_ACTOR, _SUBJECT, _MILITARY, _NAMED, _SPEAKING, _WEAK = 1.6, 1.3, 1.0, 0.7, 0.4, 0.25


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
    #: Not named there, but understood.
    is_inferred: bool = False
    #: It opens its sentence, or stands there under no preposition.
    is_subject: bool = False


@dataclass
class Referents:
    """The forces that the text has named so far."""

    #: id of a group → its kind in the register.
    kinds: Mapping[str, str] = field(default_factory=dict)
    #: Share of each state in the names of the article, and where it plays.
    weights: Mapping[str, float] = field(default_factory=dict)
    home: str = ""
    about: str = ""
    cast: Cast = field(default_factory=Cast)
    #: The one armed group that the text names: "the rebels" of a sentence before it are its men.
    band: Sole = field(default_factory=Sole)
    #: States in which the groups named so far are at war: "the army" there is theirs.
    at_war: Counter[str] = field(default_factory=Counter)
    said: list[Said] = field(default_factory=list)
    #: Surname → the force or state that the person speaks for.
    people: dict[str, Codes] = field(default_factory=dict)
    #: "army", "military", "navy" → the states whose forces the text has called so.
    called: dict[str, set[str]] = field(default_factory=dict)
    speaker: Codes = ()
    #: Who the text itself is by, as its first "we" was understood.
    voice: Codes = ()
    #: Whose statement it is, by its title.
    issuer: Codes = ()
    spoke_at: int = -9
    #: What the section at hand is about, by its heading.
    topic: Codes = ()
    #: The state that labels the entry at hand, in a list of who serves in a country.
    entry: Codes = ()
    #: The country in which the item of a digest plays.
    scene: str = ""

    def enter(self, scene: str | None) -> None:
        """An item of a digest begins: what was said before it counts hardly any more."""
        if scene is not None and scene != self.scene:
            self.said = [replace(x, weight=x.weight * _ITEM) for x in self.said]
            self.scene = scene

    def section(self, topic: Collection[ForceMention]) -> None:
        """A heading: what was said before it weighs less, and what it names is what its section is about."""
        self.said = [replace(x, weight=x.weight * _SECTION) for x in self.said]
        named = {f.codes for f in topic if f.codes and f.form != "proxy" and (f.is_military or f.noun == "people")}
        self.topic = named.pop() if len(named) == 1 else ()

    def call(self, forces: Collection[ForceMention]) -> None:
        """Keep by which noun the text calls a state's forces, and where its groups are at war."""
        for f in forces:
            if len(f.theatre) == 1 and self.kind(f.codes[0]) == "non_state":
                self.at_war[f.theatre[0]] += 1
            if (
                f.is_military
                and len(f.codes) == 1
                and form_of(f.noun) == "national"
                and self.kind(f.codes[0]) == "state"
            ):
                self.called.setdefault(f.noun, set()).update(f.codes)

    def namesake(self, noun: str, without: Collection[str]) -> Codes:
        """ "The army" of a text that has told of the Lebanese army and of the Israeli military."""
        mine = self.called.get(noun, set())
        others = {c for n, codes in self.called.items() if n != noun for c in codes}
        return tuple(mine) if len(mine) == 1 and others - mine and not mine & (others | set(without)) else ()

    def kind(self, code: str) -> str:
        """state, or what the register of groups says."""
        return self.kinds.get(code) or "non_state"

    def pick(self, form: str, now: int, without: Collection[str] = (), here: Collection[Said] = ()) -> Codes:
        """The force that a short form of sentence `now` means; () if none has been named that it can mean.

        `without`: forces that it cannot be (the enemy, the host). `here`: mentions before it in its own sentence.
        """
        if self.entry and form in _OF_ENTRY and not set(self.entry) & set(without):
            return self.entry
        if form == "mission" and self.cast.reports and self.cast.reports not in without:
            return (self.cast.reports,)
        fade = _FADES.get(form, _FADE)
        total: dict[Codes, float] = {}
        for x in [*self.said[-_REACH:], *here]:
            acts = x.is_subject and x.sentence == now and form in {"troops", "soldiers", "unit", "numbered"}
            codes = () if set(x.codes) & set(without) else x.codes if acts else self._fit(form, x)
            if codes:
                weight = self._weight(form, x) * (_IRREGULAR.get(form, 1.0) if self._is_irregular(codes) else 1.0)
                weight *= _HERE if x.is_subject and x.sentence == now else 1.0
                total[codes] = total.get(codes, 0.0) + weight * fade ** (now - x.sentence)
        self._lean(total, form, without)
        if self.scene and form in _OF_SCENE and self.scene not in without:
            total[(self.scene,)] = total.get((self.scene,), 0.0) + _OF_SCENE[form]
        if (
            self.topic
            and not set(self.topic) & set(without)
            and self._fit(form, Said(self.topic, now, 1.0, True, True))
        ):
            total[self.topic] = total.get(self.topic, 0.0) + _TOPIC
        if not total:
            return ()
        best = max(total, key=lambda c: (total[c], c))
        return best if total[best] >= _LEAST.get(form, 0.0) else ()

    def _weight(self, form: str, x: Said) -> float:
        """What a mention weighs for a short form."""
        if form == "office" and x.is_military:
            return x.weight * 0.4  # an army named is not the ministry that speaks
        if form in {"states", "sides"}:  # the two that the text is about
            share = self.weights.get(x.codes[0], 0.0) if self.kind(x.codes[0]) == "state" else 0.2
            return x.weight * (0.1 + share)
        if x.is_inferred and form not in {"it", "they", "person", "we"}:
            return x.weight * _INFERRED
        return x.weight

    def _is_irregular(self, codes: Codes) -> bool:
        return all(self.kind(c) == "non_state" for c in codes)

    def _lean(self, total: dict[Codes, float], form: str, without: Collection[str]) -> None:
        """What the text as a whole is about speaks for some of its forces."""
        more: dict[str, float] = {}
        if self.scene:
            return  # of a digest no country is the home
        war = [c for c, _ in self.at_war.most_common(1)]
        if form in {"troops", "soldiers", "planes"}:  # so are soldiers where only rebels were named
            for home in dict.fromkeys([self.home, self.about, *war]):
                share = self.weights.get(home, 0.0) + (0.4 if home in war else 0.0)
                if share >= 0.2:
                    more[home] = share * 0.5
            for guest, share in self.cast.guests.items():
                if share >= 0.5:
                    more[guest] = share * 0.4
            for codes in total.keys() if self.cast.in_title else ():
                total[codes] += _IN_TITLE if self.cast.in_title & set(codes) else 0.0
            more |= {c: _ABOUT * n for c, n in self.cast.missions.items() if n >= _MUCH and c not in _STANDING}
            if self.cast.reports:  # in a mission's own report they are the mission's
                more[self.cast.reports] = _REPORTING
            if self.cast.titled:
                more[self.cast.titled] = more.get(self.cast.titled, 0.0) + _TITLED
        elif form in _HOME:
            for home in (
                [self.cast.own] if self.cast.own and form != "ruling" else dict.fromkeys([self.home, self.about, *war])
            ):
                share = self.weights.get(home, 0.0) + (0.3 if home in war else 0.0)
                if share >= 0.2 or home == self.cast.own:
                    more[home] = _HOME[form] * (0.5 + share) * (0.6 if home == self.about != self.home else 1.0)
            if form == "branch" and not self.cast.is_armed and max(self.cast.guests.values(), default=0.0) >= 0.5:
                for codes in total:  # the host's would be called "the Philippine Army"
                    total[codes] *= 0.4 if codes[0] in {self.home, self.about} and codes[0] != self.cast.own else 1.0
            if form == "national" and self.cast.alone:
                more[self.cast.alone] = more.get(self.cast.alone, 0.0) + _HOME[form]
            if form in {"branch", "unit", "numbered"}:
                for code, share in self.cast.guests.items():
                    is_host = form == "branch" and not self.cast.is_armed or form == "numbered" and self.cast.alone
                    more[code] = more.get(code, 0.0) + (_GUEST if is_host else 0.4) * share
        elif form == "foreign" and self.cast.guest and not total:
            more[self.cast.guest] = _GUEST
        elif form == "mission":
            known = {c for x in self.said for c in x.codes} | {c for c in self.cast.missions if c not in _STANDING}
            # an alliance to which the text only comes later is none of which it has spoken
            more = {c: _MISSION * n for c, n in self.cast.missions.items() if c in known}
        if form in {"national", "ruling", "office", "branch", "mission"} and len(self.issuer) == 1:
            more[self.issuer[0]] = more.get(self.issuer[0], 0.0) + _OWN
        for code, weight in more.items():
            if code and code not in without:
                total[(code,)] = total.get((code,), 0.0) + weight

    def _fit(self, form: str, x: Said) -> Codes:
        """Those forces of a mention that a short form can mean."""
        if form in _KINDS:
            return tuple(c for c in x.codes if self.kind(c) in _KINDS[form])
        kinds, count = {self.kind(c) for c in x.codes}, len(x.codes)
        match form:
            case "national" | "ruling" | "office":
                fits = kinds == {"state"} and count == 1
            case "states":
                fits = kinds == {"state"} and count < 3
            case "sides":
                fits = kinds <= {"state", "non_state"} and count < 3
            case "branch":
                fits = kinds == {"state"} and count == 1 and (x.is_military or x.weight >= _ACTOR)
            case "foreign":
                fits = self.home not in x.codes and "non_state" not in kinds
            case "they":
                fits = x.is_plural or x.is_military
            case "it":
                fits = count == 1
            case _:
                fits = x.is_military or x.weight >= _ACTOR
        return x.codes if fits else ()


def mention_weight(f: ForceMention, is_subject: bool) -> float:
    """What a mention leaves behind."""
    if f.is_weak and is_subject and not f.prep:
        return _SPEAKING
    if f.is_weak or f.prep in {"against", "targeting"}:
        return _WEAK
    return (_MILITARY if f.is_military else _NAMED) * (_SUBJECT if is_subject else 1.0)


def actor_weight() -> float:
    """What being the actor of a record leaves behind."""
    return _ACTOR
