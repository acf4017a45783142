"""Whose troops a noun means: what its own words say, else who has, sends or is asked for them."""

from __future__ import annotations

from ..families import JOURNEYS
from ..geography.discourse import country_of
from ..language.classes import nouns, verbs, words
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..needs.sitenouns import is_site
from ..reading import Reading
from .composed import commands
from .missionsaid import MissionSaid
from .pronouns import Party
from .referents import form_of
from .roles import JUDGING
from .strikers import Strikers

#: Verbs by which one party speaks of, or acts on, another one's troops: their subject is not the owner.
_THIRD_PARTY = verbs("of_third_party") | JUDGING
#: Whose own object is another's troops, always.
_EXPELLING = inflected("expel evict oust")
#: Who does this speaks of others' troops as well as of his own.
_OF_OTHERS = verbs("of_others")
#: Who decides on a move of which no more is said ("ordered the withdrawal") decides on that of his own.
_DECIDING = verbs("decree")
#: Who gets reinforcements is the stronger by them.
_MORE, _GETTING = set_of("reinforcement reinforcements"), inflected("receive get await expect request call")
_OWN_MOVES = nouns("own_move")
_DEMANDED = set_of("demand demands call calls request deadline ultimatum")
#: Who refuses a call is who was called upon.
_REFUSING = verbs("turn_down")
_ASKED = set_of("demand demands call calls")
#: Bands that hold ground and have no other name.
_BANDS = frozenset("gangs gunmen tribesmen bandits warlords traffickers".split())

#: Verbs behind which "from" can say who gives the men.
_FROM_GIVERS = frozenset({"receive", "come", "set_out", "enter", "arrive"})


class Holders(Strikers):
    """Finds the owner of troops from the clauses around their noun."""

    def _is_of_those(self, r: Reading) -> bool:
        """ "Some 100 have come to train with the Danes": so many of those spoken of before the sentence."""
        if r.trigger.kind != "verb" or r.type_code not in JOURNEYS:
            return False
        at = self._patient(r)
        at = r.subject_head if at is None else at
        if at is None or self.view.tree.tags[at] != "CD" or self.view.tree.of(at, "prep", "nmod"):
            return False
        sender = self.doer(r) if at == self._patient(r) and not r.passive else None
        is_sent = sender is not None and sender.is_named
        return not is_sent and not any(f.codes and f.last < r.first for f in self.view.spotted.forces)

    def speakers_own(self, r: Reading) -> Party | None:
        """ "The prime minister said that the troops would leave Somalia": his, unless that land is his."""
        tree = self.view.tree
        said = tree.heads[r.first]
        if not self._is_told(r.first) or (speaker := tree.subject(said)) is None:
            return None
        party = self.who(speaker)
        if party is None or not party.is_named or party.kind not in {"office", "state"} or len(party.codes) != 1:
            return None
        lands = {p.place.country_code for p in self.view.spotted.places} | {self.memory.places.about}
        is_state = self.memory.forces.kind(party.codes[0]) == "state"
        return party if is_state and party.codes[0] not in lands else None

    def _of_mission_noun(self, r: Reading, said: MissionSaid | None) -> Party | None:
        """ "The extension of the mission": whose it is by name, else whose was said, else who decides on it."""
        held = self.holder(r.last)
        if held is not None and held.is_named:
            return held
        at = self._governor(r.last)
        doer = self.who(at) if at is not None else None
        return Party(said.codes, "short") if said else doer if doer is not None and doer.is_named else held

    def sent_by(self, at: int) -> Party | None:
        """ "The launcher that the US Army brought to X is still there": the army's."""
        tree = self.view.tree
        for verb in tree.of(at, "relcl"):
            moved = all(tree.keys[o] in {"that", "which", "whom"} for o in tree.of(verb, "dobj"))
            sender = tree.subject(verb) if moved and not tree.is_passive(verb) else None
            party = self.who(sender) if sender is not None and sender != at else None
            if (
                party is not None
                and party.is_named
                and tree.keys[verb] in words("sent") | verbs("send_force") | {"brought"}
            ):
                return party
        return None

    def under_command(self, at: int) -> Party | None:
        """ "Some 900 men were sent to X under Greek command": under whose."""
        return next(filter(None, map(self.who, commands(self.view.tree, at))), None)

    def holder(self, at: int, verb: int | None = None) -> Party | None:
        """Whose troops a noun means: by its nationality, else by what it is part of, else by who has or sends them."""
        tree = self.view.tree
        found = self.who(at)
        if found is not None and (found.is_named or found.kind == "foreign" or tree.keys[at] == "hands"):
            return found  # "X in Libya is in rebel hands"
        spoken: Party | None = None
        own: Party | None = None
        without: set[str] = set()
        is_first = True
        step = at
        for above in list(tree.ancestors(at))[:8]:
            label = tree.labels[step]
            if tree.is_predicate(above):
                told = label == "attr" and form_of(tree.keys[at]) == "group" and tree.of(above, "expl")
                subject = None if told else tree.subject(above)  # "the general said there were rebels in the hills"
                thing = tree.object(above)
                if tree.tags[at] == "CD" and label == "prep" and thing is not None and thing != at:
                    counted = self.who(thing)  # "put the garrison at 1,800"
                    if counted is not None and counted.is_named:
                        return counted
                doer = self._agent_of(above) or (subject if subject is not None and subject != step else None)
                party = self.of_clause(above, doer) if doer is not None and doer != at else None
                reports = tree.keys[above] in self.view.vocabulary.classes["reporting_verbs"]
                announces = tree.keys[above] not in _OF_OTHERS
                third = tree.keys[above] in (_EXPELLING if above == verb else _THIRD_PARTY) or self._is_demanded(step)
                third = third and not self._is_of_own(at, step, above) and not self._is_own_site(doer, party)
                if party is not None and party.is_named:
                    if third:
                        spoken = spoken or party
                        without |= set(party.codes)
                    elif label not in {"ccomp", "ROOT"} or not reports:
                        return party
                    else:
                        spoken = spoken or party
                        own = own or (party if announces and party.kind in {"office", "force", "state"} else None)
                elif party is not None and (found is None or is_first and not third and not reports):
                    return party
                elif party is not None and doer is not None and form_of(tree.keys[doer]) == "office" and not third:
                    return party  # "the minister announced the dispatch of two battalions"
                elif party is not None and doer is not None and reports and not third:
                    speaks = form_of(tree.keys[doer]) in {"national", "ruling"} or tree.keys[doer] in {"he", "she"}
                    own = own or (party if speaks else None)
                is_first = False
            elif (
                tree.tags[above][:2] == "NN"
                and label in {"prep", "acl", "relcl", "appos"}
                or tree.labels[step] == "pobj"
            ):
                party = self.who(above) if tree.tags[above][:2] == "NN" else None
                if party is not None and label == "appos" and party.kind != "force":
                    party = None  # "Ivory Coast: a battalion"
                if party is not None and party.is_named and party.kind != "office" and above != at:
                    return party
            step = above
        self._askers = frozenset(without)
        if found is not None and set(found.codes) & without:
            found = None
        if without:
            foreign = self.memory.forces.pick("foreign", self.view.number, without, self.before(at))
            if foreign:
                return Party(foreign, "short", self._mention_at.get(at))
        if own is not None and not without and any(self._is_new(n) for n in (at, *self._whereof(at))):
            return own  # "its defence minister said that 20,000 soldiers were being called up"
        return found or (spoken if not without else None)

    def _is_carrier(self, at: int | None) -> bool:
        """ "Were flown out by British helicopters": whose craft it is, not whose men."""
        key, v = self.view.tree.keys[at] if at is not None else "", self.view.vocabulary
        return key in v.classes["materiel"] or v.units.get(key) in {"aircraft", "ships"}

    def _agent_of(self, verb: int) -> int | None:
        """Who does a passive; of "were flown out by British helicopters" nobody: those are whose craft they are."""
        by = self.view.tree.agent(verb)
        return None if self._is_carrier(by) else by

    def _given(self, r: Reading) -> Party | None:
        """ "The mission received 850 peacekeepers from Rwanda", "600 soldiers came from Ghana and Nepal": whose they
        are stands behind "from"; of one state alone it may say whence they come."""
        if r.code not in _FROM_GIVERS or r.trigger.kind != "verb":
            return None
        goes = self.who(r.subject_head) if r.code != "receive" and r.subject_head is not None else None
        if goes is not None and goes.is_named:
            return None  # "US troops arrived from Iraq and Kuwait"
        starts = [s for p, s, e in r.phrases if p == "from" and (r.code == "receive" or self._are_states(s, e))]
        named = next((f for s in starts for f in self.view.spotted.forces if s <= f.first <= s + 1 and f.codes), None)
        return self.who(self.head(named)) if named is not None else None

    def _are_states(self, start: int, end: int) -> bool:
        """Several, and nothing within them."""
        places = [p for p in self.view.spotted.places if start <= p.first < end]
        return len({p.place.country_code for p in places if p.place.kind_code == "country"}) == len(places) > 1

    def _come_from(self, r: Reading) -> Party | None:
        """ "The airlift of troops from Chad to X", "the deployment to X of 300 from Chad": whose they are who come."""
        tree = self.view.tree
        if r.type_code not in {"deployment", "reinforcement"}:
            return None
        for prep in tree.of(r.last, "prep"):
            of = next(iter(tree.under(r.last, {"of"})), None)
            if tree.keys[prep] != "from" or of is None or tree.span(of)[1] != prep:
                continue
            named = [self._mention_at.get(n) for n in tree.of(prep, "pobj")]
            told = self.who(of)
            if named and named[0] is not None and named[0].codes and not (told is not None and told.is_named):
                return self.who(self.head(named[0]))
        return None

    def _whereof(self, at: int) -> list[int]:
        """ "The transfer of a battalion": what a movement is of."""
        return [n for p, n in self.view.tree.prepositions(at) if p == "of"][:1]

    def _is_new(self, at: int) -> bool:
        """ "20,000 soldiers", "a battalion": of whom nothing has been said."""
        tree = self.view.tree
        known = {tree.keys[c] for c in tree.of(at, "det", "poss", "predet")} - {"a", "an", "some", "another"}
        counted = any(q.number <= at <= q.last for q in self.view.quantities)
        is_troops = tree.keys[at] in self.view.vocabulary.classes["movers"] and form_of(tree.keys[at]) != "group"
        return is_troops and not known and (counted or bool(tree.of(at, "det")))

    def _keepers(self, r: Reading) -> frozenset[str]:
        """ "The town, which the army has held since May, was shelled": who holds a place does not hit it."""
        if r.type_code != "strike" or not r.passive or self._doer(r) is not None or r.subject_head is None:
            return frozenset()
        tree = self.view.tree
        inside = [f for f in self.view.spotted.forces if r.subject_head in tree.ancestors(f.last)]
        return frozenset(c for f in inside if tree.clause(f.last) != r.first for c in f.codes)

    def of_land(self, r: Reading, party: Party | None) -> Party | None:
        """ "The mission in Mali has left. Nine soldiers were killed near Sokoto": no mission's, but that land's own; so
        is "an army post" there, whoever else has been spoken of."""
        where = self._place_near(r)
        land = country_of(where) if where is not None else None
        if party is None or party.is_named or land is None:
            return party
        if land not in party.codes and r.act is not None and any(map(self._is_of_army, r.act.targets)):
            return Party((land,), "short", party.mention, party.is_plural)
        if party.mention is None:
            return party
        kinds = {self.memory.forces.kind(c) for c in party.codes}
        theatre = self.memory.places.theatre.get(party.codes, ())
        is_new = self._is_new(self.head(party.mention)) and form_of(party.mention.noun) == "soldiers"
        is_away = bool(theatre) and land not in theatre and not kinds & {"state", "non_state"}
        return Party((land,), "short", party.mention, True) if is_new and is_away else party

    def _strangers(self, r: Reading) -> Party | None:
        """ "Gangs control the capital": no name, but others than those told of before."""
        at = r.subject_head if r.code == "hold" and r.trigger.kind == "verb" and not r.passive else None
        tree = self.view.tree
        if at is None or tree.keys[at] not in _BANDS or tree.of(at, "det", "poss"):
            return None
        return Party((tree.keys[at].upper(),), "group", None, True)

    def _is_of_army(self, at: int) -> bool:
        """ "An army convoy", "a military base": of whom nothing has been said."""
        tree = self.view.tree
        is_one = any(tree.keys[c] in {"a", "an", "another"} for c in tree.of(at, "det"))
        return is_one and any(tree.keys[c] in {"army", "military"} for c in tree.of(at, "compound", "amod", "nmod"))

    def _is_of_own(self, at: int, step: int, verb: int) -> bool:
        """Ordered, received or refused by its own: "ordered a withdrawal", "gets reinforcements", "rejects calls"."""
        key, above = self.view.tree.keys[at], self.view.tree.keys[verb]
        if key in _MORE and above in _GETTING or above in _REFUSING and self.view.tree.keys[step] in _ASKED:
            return True
        return step == at and self._is_own_move(at, verb)

    def _is_own_move(self, at: int, verb: int) -> bool:
        tree = self.view.tree
        return tree.keys[at] in _OWN_MOVES and tree.keys[verb] in _DECIDING and tree.labels[at] in {"dobj", "nsubjpass"}

    def _is_own_site(self, at: int | None, owner: Party | None) -> bool:
        """ "Turkey, whose base in Mogadishu houses 300": its own base, where it is a guest, holds its own troops."""
        tree = self.view.tree
        if at is None or owner is None or not owner.is_named or not is_site(self.view, at):
            return False
        inside = {*range(at + 1, tree.span(at)[1])}
        lands = {country_of(p) for p in self.view.spotted.places if p.first in inside} - {None}
        return not (lands or {self.memory.places.about}) & set(owner.codes)

    def _is_told(self, verb: int) -> bool:
        tree = self.view.tree
        above = tree.keys[tree.heads[verb]]
        return tree.labels[verb] == "ccomp" and above in self.view.vocabulary.classes["reporting_verbs"]

    def _not_of_host(self, r: Reading, party: Party | None) -> Party | None:
        """ "The Afghan drawdown": a country that hosts others' troops names whence they go, not whose they are."""
        tree, host = self.view.tree, self.memory.places.about
        if r.type_code != "withdrawal" or party is None or party.codes != (host,) or party.mention is None:
            return party
        owner = party.mention.last
        beside = owner in tree.of(r.last, "amod", "compound", "nmod") and not party.mention.is_military
        guests = {c for c in self.memory.forces.cast.guests if c != host}
        if not beside or not guests:
            return party
        self._askers = frozenset({host})
        return None

    def _is_demanded(self, at: int) -> bool:
        return self.view.tree.keys[at] in _DEMANDED
