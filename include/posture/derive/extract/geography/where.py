"""Where a fact happens: which of a sentence's places fill place, origin and destination.

A place counts by what its phrase hangs on: the trigger, its object, the verb that governs it. What hangs on a speaker
("a source in London"), on a road ("the road to Gao") or on the people counted ("soldiers from Ghana") says something
else than where.
"""

from __future__ import annotations

from ..families import FIGHTS, JOURNEYS
from ..forces.composed import is_part
from ..language.classes import nouns, words
from ..language.grammar import AT_PLACES, BOUND_FOR, SPEAKERS
from ..mentions import PlaceMention
from ..reading import Reading
from .bearings import before_bearing, lies_by
from .dealplaces import deal_place, joiner
from .excepted import apart, is_home_of
from .goals import (
    comes_as_they,
    end_of_leaving,
    is_antecedent,
    is_back_on,
    is_errand,
    is_left_for,
    is_of_other_noun,
    is_of_time,
    is_on_way,
    is_passed_by,
    way_on,
)
from .grounds import GROUNDS
from .held import held, hosted, of_mission
from .hooks import Hook, hook, in_clause, is_inside, is_of_theme, is_of_town, is_where, led_by, opens, reach
from .houses import is_house
from .nested import named_within, width
from .otherclauses import is_compared, sends_others
from .placegroups import expanded
from .placekinds import KINDS
from .sitelists import items_of, named_by, sites_listed, sites_of
from .struck import ARMIES, lands_hit, of_another, of_answer, of_it, struck
from .unsaid import NOT_WHERE, SAYING, WIDEST, Unsaid
from .venues import is_spoken_at
from .whence import is_of_another, is_whence, sets_out

_WAYS = words("where.ways")
_BEARERS = words("where.bearers")
_PARTS = frozenset(
    "north south east west centre center part parts half rest interior coast waters shores border borders skies".split()
)
_GRANTING = words("where.granting")
_BROAD = frozenset({"region", "theatre", "territory"})
_OF_MISSIONS = frozenset({"mission_start", "mission_continuation", "mission_end"})
_SURE = 0.4  #: By how much what only "belongs" to an act must stand nearer than its goal, to be the goal.
#: No further than this lies what belongs to a trigger.
_LIMIT = 2.0


class Where(Unsaid):
    """The places of one sentence, and which of them a reading's slots take."""

    def places(self, r: Reading) -> dict[str, list[PlaceMention]]:
        """Slot → the coordinate places that fill it; a slot with several gives one record each."""
        kind = r.type_code
        if r.code == "join" and (home := joiner(r)) is not None:
            return {"place": [home]}
        if comes_as_they(r):
            return {}  # "they came in May": to where the text says that they are
        if kind == "agreement" and r.code != "join":
            about = deal_place(self.view, r, self.grouped)
            # A deal on several places is one deal: it is said of the country.
            return {"place": about} if len(about) == 1 else {}
        if r.code == "site_list":
            listed = sites_listed(self.view, r)
            return {"origin" if kind == "withdrawal" else "destination" if kind in JOURNEYS else "place": listed}
        if kind.startswith("base_") and len(sites := sites_of(self.view, r)) > 1:
            return {"place": sites}
        if hit := struck(self.view, r, [[p.first for p in g] for g in self.grouped]):
            return {"place": hit}
        if r.act is None and len(items := items_of(self.view, r)) > 1:
            return {"origin" if kind == "withdrawal" else "destination" if kind in JOURNEYS else "place": items}
        if had := held(r):
            return {"place": next((expanded(self.view, self.grouped, g) for g in self.grouped if had[0] in g), had)}
        if kind == "ground_operation" and (meant := of_it(self.view, r, self.memory.places.spot)) is not None:
            return {"place": [meant]}
        scene = (of_answer(self.view, r) or of_another(self.view, r, self.memory.feuds)) if kind == "strike" else None
        if scene is not None:
            return {"place": [scene]}
        if kind.startswith("base_") and (named := named_by(self.view, r)):
            return {"place": named}
        if kind in _OF_MISSIONS and (around := of_mission(r, self.grouped)):
            return {"place": around}
        best: dict[str, tuple[float, list[PlaceMention]]] = {}
        for group in apart(self.grouped, r.gaps):
            if r.code.endswith("_barely") and self.view.tree.clause(group[0].first) != r.first:
                continue  # "they came in 2006, when the rebels were in X": nothing more is told of it
            found = self._fit(r, group[0])
            if found is not None and (found[0] not in best or found[1] < best[found[0]][0]):
                best[found[0]] = (found[1], group)
        if r.through is not None:
            clause = self.view.tree.clause
            own = {
                s: b for s, b in best.items() if clause(b[1][0].first) == r.first and b[1][0].prep not in {"", "from"}
            }
            if not own:
                return self.places(r.through)
        if (host := hosted(r)) and not any(in_clause(r, group[0]) for _, group in best.values()):
            return host  # "X hosts a garrison and lends its port for patrols off Y"
        made = {slot: expanded(self.view, self.grouped, group) for slot, (_, group) in best.items()}
        if self.view.tree.labels[r.first] == "relcl":  # "A, where 400 were landed, and B": of A alone
            made = {slot: [p for p in g if p.first < r.first] or g for slot, g in made.items()}
        if kind == "strike" and "place" not in made and (lands := lands_hit(self.view, r)):
            return {"place": lands}
        if kind in JOURNEYS and "place" in made:
            main = "origin" if kind == "withdrawal" else "destination"
            where = made.pop("place")
            if main not in made or best["place"][0] + _SURE < best[main][0]:
                made[main] = where
        return made

    def _fit(self, r: Reading, p: PlaceMention) -> tuple[str, float] | None:
        """The slot that a place would fill and how far it stands from the trigger; None where it fills none."""
        if r.type_code in {"deployment", "reinforcement"} and is_where(self.view.tree, r.first, p):
            return "destination", 0.6  # what stands behind the verb itself says it more nearly
        if r.type_code in JOURNEYS and (led := led_by(self.view.tree, r.first, p, self.view.spotted.places)):
            return ("origin" if led == "from" else "destination"), 0.4
        if r.type_code not in JOURNEYS and is_where(self.view.tree, r.first, p):
            return "place", 1.0 if named_within(
                self.view.tree, p, r.first, self.grouped
            ) else 0.3 if p.form == "place" else 0.8
        if is_antecedent(r, p):
            main = "origin" if r.type_code == "withdrawal" else "destination" if r.type_code in JOURNEYS else "place"
            return main, 0.1
        if r.type_code.startswith("base_") and p.form != "bare" and is_of_theme(r, p):
            return "place", 0.1  # "closed the gates of Camp X"
        h = hook(self.view.tree, p, self.view.vocabulary.classes["housing" if r.type_code == "presence" else "sites"])
        prep = h.prep or ("" if p.prep == "of" else p.prep)  # "the town of X" is what X is
        slot = (r.type_code == "withdrawal" and end_of_leaving(r, h)) or self._slot(r, p, prep)
        if slot is None or self._is_elsewhere(r, p, h, prep):
            return None
        cost = self._distance(r, p, h) + self._doubt(r, p, h, prep)
        return (slot, cost) if cost <= (1.2 if r.type_code == "agreement" else _LIMIT) else None

    def _distance(self, r: Reading, p: PlaceMention, h: Hook) -> float:
        v = self.view
        trigger = r.first if r.trigger.kind == "verb" else r.last
        apart = max(p.first - r.last, r.first - p.last, 1) - 1
        cost = reach(v.tree, trigger, h.governor, opens(v, p, h.governor, r.type_code)) + 0.02 * apart
        lo, hi = (p.last + 1, r.first) if p.last < r.first else (r.last + 1, p.first)
        if r.last < p.first and not any(i in v.verbs or v.key(i) in {",", ";", ":", "("} for i in range(lo, hi)):
            cost = min(cost, 0.3 + 0.1 * apart)  # what directly follows belongs here, whatever the parser says
        return cost

    def _doubt(self, r: Reading, p: PlaceMention, h: Hook, prep: str) -> float:
        doubt = 0.0
        before = p.last < r.first
        in_object = r.object[0] <= p.first < r.object[1]
        if before and r.trigger.kind == "verb" and not r.passive and r.subject[0] <= p.first < r.subject[1]:
            doubt += 0.6  # "the base in Gao sent a patrol": the subject's own place
        doubt += (
            0.8 if prep == "'s" or prep == "across" and p.last < r.subject[0] else 0.0
        )  # "across the river, X has men"
        is_aim = not h.prep and is_errand(r, h.governor)  # "sent a company to secure the bridge at X"
        if not h.prep and not is_aim and self._is_object_of_another(r, h):
            doubt += 0.8  # "halted patrols and reinforced Camp X"
        if not h.prep and self._is_subject_of_another(r, h):
            doubt += 0.8  # "were flown to X, where the camp at Y is being built"
        between = range(p.last + 1, r.first) if before else range(r.last + 1, p.first)
        doubt += 1.0 if any(self.view.key(k) == ";" for k in between) else 0.0
        if prep in AT_PLACES and r.type_code in JOURNEYS:
            doubt += 0.1  # "from the division in X to Y"
        if prep == "of" and r.type_code not in JOURNEYS:
            doubt += 0.4
        doubt += 0.4 if not prep and in_object and is_passed_by(r) else 0.0
        if not prep and not p.is_site and not (is_aim or in_object or r.patient[0] <= p.first < r.patient[1]):
            doubt += 0.7
        if (
            r.type_code in JOURNEYS
            and prep in AT_PLACES
            and any(g[0].prep in BOUND_FOR and g[0].first > r.last for g in self.grouped)
        ):
            doubt += 0.6  # "ordered two battalions from the division in X to Y"
        if p.place.kind_code == "theatre" or p.form in {"pointed", "ground"}:
            doubt += 0.2  # "the base" yields to a name
        doubt += 0.2 if p.form == "ground" else 0.0
        if prep not in {"from", *BOUND_FOR} and not p.is_site:
            doubt += width(p)  # "in Mali, soldiers left the post at X": the most specific place is meant
        return doubt

    def _is_object_of_another(self, r: Reading, h: Hook) -> bool:
        tree = self.view.tree
        is_own = r.first <= h.governor <= r.last or tree.labels[h.governor] in {"xcomp", "acl", "relcl", "pcomp"}
        return tree.is_verb(h.governor) and not is_own and tree.labels[h.noun] == "dobj" and r.trigger.kind == "verb"

    def _is_subject_of_another(self, r: Reading, h: Hook) -> bool:
        tree = self.view.tree
        is_subject = tree.labels[h.noun] in {"nsubj", "nsubjpass"} and tree.is_verb(h.governor)
        return is_subject and not r.first <= h.governor <= r.last and not r.subject[0] <= h.noun < r.subject[1]

    def _is_elsewhere(self, r: Reading, p: PlaceMention, h: Hook, prep: str) -> bool:
        """A place that says where somebody speaks, whence somebody is or what something is about."""
        v, tree = self.view, self.view.tree
        kind, governor = r.type_code, v.key(h.governor)
        trigger = r.first if r.trigger.kind == "verb" else r.last
        in_object = r.object[0] <= p.first < r.object[1]
        patient = r.patient[0] <= p.first < r.patient[1]
        if p.form == "pointed" and p.place.kind_code == "country" and r.subject[0] <= p.first < r.subject[1]:
            return not r.passive  # "the country sent soldiers"
        if r.is_in_gap(p.first) or p.form == "place" and self._is_in_a_name(p, h):
            return True
        in_phrase = r.trigger.kind != "noun" and (patient or in_object)
        if p.form == "bare" and (not in_phrase or self._shares_noun(p) or p.words.replace(".", "").isupper()):
            return True  # "backed US plans for sites in X"
        clause = tree.clause(p.first)
        if kind in FIGHTS and clause != trigger and is_home_of(tree, clause):
            return True  # "drones based at X struck the convoy"
        if kind in FIGHTS and clause != tree.clause(trigger) and tree.labels[clause] == "advcl":
            if any(tree.keys[m] in {"as", "while"} for m in tree.of(clause, "mark", "advmod")):
                return True  # "shot down drones, as a missile hit the city": the other act's
        is_beyond = p.prep == "outside" and p.place.kind_code in WIDEST or prep == "opposite" and kind in FIGHTS
        spoken_at = kind != "agreement" and is_spoken_at(v, p, trigger)
        if governor == "according" or is_beyond or is_compared(v, p) or lies_by(v, p) or spoken_at:
            return True  # "outside the country", "under the plan agreed on in Accra": not there
        is_its = r.code == "fly_from" or h.governor == r.first or tree.is_verb(h.governor)  # "fly from X"
        whose = kind == "presence" or kind in _OF_MISSIONS and governor in v.vocabulary.classes["personnel"]
        if prep == "from" and whose and not is_its and before_bearing(v, p.first) is None:
            return True  # "detachments from X": whose they are; "a camp for refugees from X"
        if prep == "from" and kind not in JOURNEYS and tree.labels[clause] in {"relcl", "acl"} and clause != r.first:
            return tree.heads[clause] != trigger  # "a rock that can be shelled from X", "with troops brought from X"
        if prep == "from" and r.code == "advance" and v.key(h.governor) == v.key(r.first):
            return True  # "pushed on from X and took Y"
        if r.code == "is_base" and r.subject_head is not None and not r.subject[0] <= p.first < r.subject[1]:
            return any(r.subject[0] <= o.first < r.subject[1] for o in self.view.spotted.places)
        if prep == "'s" and kind != "agreement" and not in_object and not is_inside(tree, h) and not is_of_town(v, p):
            return True
        is_land = p.place.kind_code == "country"
        if prep == "of" and kind in {"exercise", "patrol"} and is_land and governor not in _PARTS:
            return True  # "the manoeuvres of Greece and Cyprus": whose
        if kind in {"deployment", "relocation"} and not prep and self._names_subject(r, p):
            return True  # "the X Military District has moved up two divisions", "the cruiser X was sent"
        if prep in NOT_WHERE and not (prep == "by" and p.is_site) or is_of_another(r, h.governor, p.first):
            return True
        bears = is_land and (governor in _BEARERS or self._is_mover(h.governor))
        bears |= governor in ARMIES and p.place.kind_code in _BROAD  # "the armies of the Sahel, Niger and Chad"
        if h.governor != trigger and prep == "of" and bears:
            return True
        is_of_men = prep == "from" and h.governor != trigger and self._is_mover(h.governor)
        if is_of_men and r.code != "fly_from" and not sets_out(r, p, h) or prep == "from" and is_part(tree, h.governor):
            return True  # "soldiers from Ghana", "a force made up of soldiers from Ghana"
        is_led = v.key(tree.heads[h.governor]) == "by" or "way" in r.trigger.lemma or tree.is_verb(h.governor)
        is_led |= way_on(r) == h.governor  # "crossed the X on their way to Y"
        if prep in BOUND_FOR and governor in _WAYS and not is_led or prep == "of" and governor == "way":
            return True
        if (
            prep == "to"
            and p.first < r.first
            and tree.tags[h.governor] == "NN"
            and not (h.governor == trigger or patient or self._is_mover(h.governor))
        ):
            return True  # "as a deterrent to Iran"
        others = is_on_way(r, p) or is_of_other_noun(r, h) or sends_others(r, h.governor)
        if kind in JOURNEYS and others or is_of_time(r, p):
            return True
        if kind in JOURNEYS and prep == "to" and tree.is_verb(h.governor) and governor in _GRANTING:
            return h.governor != r.first and not (r.trigger.kind == "noun" and tree.object(h.governor) == r.last)
        speaks = governor in SPEAKERS or governor in v.vocabulary.classes["speakers"]
        speaks = speaks and not (kind == "detainee_transfer" and tree.keys[tree.heads[h.governor]] in {"to", "over"})
        says = h.governor != r.first and governor in SAYING and tree.is_verb(h.governor)
        says = says and not (tree.is_passive(h.governor) and tree.subject(h.governor) == r.last)  # "was reported in X"
        says = says and not (r.last < p.first and r.last in tree.of(h.governor, "dobj"))  # "denied its presence in X"
        if says or prep in AT_PLACES and speaks and not patient and not is_house(v, h.governor):
            return True
        return kind == "agreement" and not p.is_site and prep not in AT_PLACES

    def _shares_noun(self, p: PlaceMention) -> bool:
        """ "US and German troops": a name that stands before the same noun as another's."""
        tree = self.view.tree
        named = {tree.first_conjunct(p.last), *tree.of(p.last, "conj")}
        return any(
            f.is_military and not f.is_weak and named & set(range(f.first, f.last)) for f in self.view.spotted.forces
        ) or (tree.labels[p.last] in {"amod", "compound", "nmod"} and self._is_mover(tree.heads[p.last]))

    def _is_in_a_name(self, p: PlaceMention, h: Hook) -> bool:
        """ "the Istanbul agreement", "Xinjiang Military District": a place lends its name to something else."""
        tree, key = self.view.tree, self.view.key(h.noun)
        if not p.last < h.noun or p.is_site or tree.labels[p.last] not in {"compound", "nmod", "amod"}:
            return False
        classes = self.view.vocabulary.classes
        is_name = tree.tags[h.noun].startswith("NNP") and key not in classes["sites"] | GROUNDS | KINDS
        return is_name or key in classes["deals"] | classes["speakers"] | nouns("vehicle") | nouns("conveyance")

    def _names_subject(self, r: Reading, p: PlaceMention) -> bool:
        acts = r.trigger.kind == "verb" and (not r.passive or r.code in {"send", "deploy"})
        return acts and p.form == "place" and r.subject[0] <= p.first < r.subject[1]

    def _is_mover(self, i: int) -> bool:
        return self.view.key(i) in self.view.vocabulary.classes["movers"]

    def _slot(self, r: Reading, p: PlaceMention, prep: str) -> str | None:
        kind, before = r.type_code, p.last < r.first
        if kind not in JOURNEYS:
            if prep == "to" and kind == "base_handover":
                return None  # to whom, not where
            if prep == "from" and is_whence(r, p) or prep in {"for", "between"} and kind == "agreement":
                return None
            return "place"
        direct = r.object[0] <= p.first < r.object[1] and prep not in BOUND_FOR
        if kind == "withdrawal" or r.code == "detainees_leave":
            if prep in {"through", "via", "across", "over"}:
                return None  # by which way they leave
            back = prep in {"on", "behind"} and is_back_on(r.view, r.first, p.first, prep)
            ahead = not before and not r.trigger.lemma.endswith(("goodbye", "farewell"))
            return "destination" if ahead and (prep in BOUND_FOR or back) else "origin"
        if prep in BOUND_FOR or prep in AT_PLACES or direct and prep != "from":
            is_left = prep in AT_PLACES and (kind == "relocation" and before or is_left_for(r, p, self.grouped))
            return "origin" if is_left else "destination"
        return "origin" if prep == "from" else "place"
