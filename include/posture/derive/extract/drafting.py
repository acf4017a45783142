"""From the readings of a sentence to drafts of records: status, who, how many, when, where; which of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .arguments import Filler
from .assertion.attribution import Attributions
from .assertion.leftopen import left_open
from .assertion.settled import is_past, may_lie_ahead, settled
from .assertion.spokenof import spoken_of
from .assertion.status import BEGINNING, told_status
from .assertion.unmeant import unmeant
from .clauses import View
from .draft import Draft, Extraction, Rejection
from .facts import gapping, inventory
from .facts.contest import contest
from .facts.gapped import parted
from .facts.movement import movement, none_left, shifts
from .facts.oneact import struck_at
from .facts.onefact import place_key
from .facts.presences import (
    UNCOUNTED,
    counted_at,
    craft_count,
    is_counted,
    is_nowhere,
    is_of_movers,
    is_over,
    is_presupposed,
    own_count,
    presumes,
    prolonged,
    says_as_much,
)
from .families import MOVES
from .geography.legs import fold, tie
from .geography.whence import named, share
from .lasttold import followed, sets_out
from .memory import Memory
from .placing import place
from .quantity import changes, numbers
from .quantity.losses import fallen, own_losses
from .quantity.quantities import Quantity, as_count
from .quantity.rounds import rounds
from .quantity.sharing import level, respectively, share_out, shared_by, shares, told_in_list
from .reading import Reading, is_state
from .remembering import ON_SITES, SEQUELS
from .timing.dating import Dating

#: Units that a type of fact can count.
_WANTED: dict[str, frozenset[str]] = {
    "strength": frozenset({"personnel", "ships", "aircraft", "units", "vehicles", "bases"}),
    "presence": frozenset({"personnel", "ships", "aircraft", "units"}),
    "strength_change": frozenset({"personnel", "ships", "aircraft", "units", "bases", "vehicles"}),
    "deployment": frozenset({"personnel", "ships", "aircraft", "units", "vehicles"}),
    "reinforcement": frozenset({"personnel", "ships", "aircraft", "units", "vehicles"}),
    "withdrawal": frozenset({"personnel", "ships", "aircraft", "units", "vehicles"}),
    "relocation": frozenset({"personnel", "ships", "aircraft", "units", "vehicles"}),
    "base_opening": frozenset({"bases"}),
    "base_closure": frozenset({"bases"}),
    "base_handover": frozenset({"bases"}),
    "strike": frozenset({"strikes"}),
    "attack_on_force": frozenset({"killed", "wounded"}),
    "detainee_transfer": frozenset({"detainees", "personnel"}),
}


class Drafter:
    """Makes drafts of what sentences state, in the order of the text."""

    def __init__(self, text: str, out: Extraction, memory: Memory, dating: Dating, says: Attributions) -> None:
        self.text, self.out, self.memory, self.dating, self.says = text, out, memory, dating, says

    def drafts(self, view: View, readings: list[Reading], filler: Filler) -> list[Draft]:
        """What happens first, then how many are where; a presence only where nothing counts its troops."""
        kept = self._contest(readings)
        for r in kept:
            self._settle(r)
        changes = [r for r in kept if r.type_code == "strength_change"]
        for r in kept:
            if r.type_code == "deployment" and any(presumes(c, r) for c in changes):
                self.lose(r, "part_of_other_frame")  # "halve the number of troops that it has deployed in X"
                kept = [k for k in kept if k is not r]
        taken: set[int] = set()
        shared = self._shared(view, kept, filler, taken)
        tie(kept)
        acts = [r for r in kept if r.type_code != "presence"]
        drafts: list[Draft] = []
        stays = [r for r in kept if r.type_code == "presence"]
        for r in acts:
            if r.code in {"follow_suit", "site_list"}:
                told = [*self.memory.acts, *drafts]
                before = [d for d in told if d.type_code in SEQUELS or r.code == "site_list" and d.rule in ON_SITES]
                drafts += self._sequel(r, filler, taken, inventory.model(r, filler, self.memory, before))
            else:
                drafts += self._fill(r, filler, taken)
        for q in struck_at(view, acts, taken):
            taken.add(q.number)
            self.out.rejections.append(numbers.rejected(view, q, "part_of_other_record"))
        moving = frozenset(k for r in acts if r.type_code not in UNCOUNTED for k in range(r.first, r.last + 1))
        counted = self._numbers(view, filler, taken, moving)
        drafts = respectively(view, [*fold(drafts, filler, self.out), *counted, *shared])
        stays = [] if len(drafts) > 1 and any(t.key == "respectively" for t in view.toks) else stays
        for r in stays:
            if any(presumes(a, r) for a in acts):
                self.lose(r, "part_of_other_frame")
            else:
                drafts += self._presence(r, filler, taken, counted)
        return drafts

    def _shared(self, view: View, kept: list[Reading], filler: Filler, taken: set[int]) -> list[Draft]:
        """The facts that a list shares out among its members, in place of the one that announces it."""
        if not (found := shares(view)):
            return []
        r = shared_by(kept, found)
        model = next(iter(self._fill(r, filler, taken)), None) if r is not None else None
        if r is None and all(k.type_code in {"presence", "reinforcement"} for k in kept):
            if (model := level(view, found, filler, self.memory.military)) is not None:
                model.attribution = self.chain()
                self.dating.date_count(model, view, view.tree.root)
        if model is None:
            return []
        taken.update(k for s in found for k in range(s.first, s.last + 1))
        for other in told_in_list(kept, found, r):
            self.lose(other, "part_of_other_record")
            kept.remove(other)
        kept[:] = [k for k in kept if k is not r]
        return share_out(model, found, view)

    def _sequel(self, r: Reading, filler: Filler, taken: set[int], before: Draft | None) -> list[Draft]:
        """ "The camp at B followed in June": what was last said of another site is said of this one."""
        if before is None:
            return self.lose(r, "nothing_followed")
        r.type_code = "base_opening" if before.type_code == "agreement" else before.type_code
        if r.code == "site_list":
            r.status = "planned" if before.type_code == "agreement" else before.status
        made = self._fill(r, filler, taken)
        for d in made:
            d.actors, d.counterparties, d.quantity = before.actors, before.counterparties, None
        return [d for d in made if d.main_place is not None and not d.is_place_open]

    def _contest(self, readings: list[Reading]) -> list[Reading]:
        """Two frames over the same words: the more telling one stands, the other is rejected."""
        lost = contest(readings)
        for at, reason in lost.items():
            self.lose(readings[at], reason)
        return [r for at, r in enumerate(readings) if at not in lost]

    def _settle(self, r: Reading) -> None:
        """Status of a reading; a participle of sending that says where troops are is a presence."""
        at, last, trigger = r.first, r.last, r.trigger
        if r.code == "in_hands" and r.view.tree.is_verb(said := r.view.tree.clause(r.last)):
            at, last, trigger = said, said, replace(trigger, kind="verb")  # "is in their hands": it is that tells it
        r.status, is_told = told_status(r.view, at, last, trigger, r.type_code, r.view.sentence.kind == "heading")
        r.status = settled(r)
        r.is_untold = not is_told and not r.fixed_status
        if r.code == "open_base" and r.status == "completed" and r.trigger.lemma.startswith(BEGINNING):
            r.status = "ongoing"  # "broke ground on a base"
        if r.trigger.lemma == "find" and r.status in {"planned", "considered"}:
            r.status = "in_effect"  # "can be found in X", "are to be found there"
        if r.fixed_status and r.status != "denied":
            r.status = r.fixed_status
        r.type_code = movement(r)
        if r.type_code != "presence" and r.status == "in_effect":
            r.status = "completed"
        if is_state(r):
            r.type_code, r.status = "presence", r.status if r.status == "denied" else "in_effect"
        if r.type_code == "presence" and r.status in {"completed", "ongoing"}:
            r.status = "in_effect"
        if r.type_code == "presence" and r.trigger.kind == "verb" and is_over(r):
            r.status = "denied"
        if r.type_code == "presence" and (gone := none_left(r)):
            r.type_code, r.status = "withdrawal", gone

    def _presence(self, r: Reading, filler: Filler, taken: set[int], counted: Sequence[Draft]) -> list[Draft]:
        """A presence, unless its troops are counted: then the strength says it."""
        if r.code == "stay_on":
            return prolonged(self._fill(r, filler, taken))
        if is_presupposed(r):
            return self.lose(r, "presupposed")
        if is_of_movers(r, taken):
            return self.lose(r, "part_of_other_record")
        count = own_count(r)
        if count is not None and count.number in taken and r.status != "denied":
            made = self._fill(r, filler, taken)  # "24 men stay behind and will leave in May"
            for d in made if len(made) == 1 else ():  # of several places it does not say how many are at each
                d.type_code, d.quantity = "strength", as_count(count)
            return made
        near = counted_at(r, counted)
        if is_counted(r, counted):
            return self.lose(r, "part_of_other_record")
        made = self._fill(r, filler, taken)
        if is_nowhere(r, made):
            return self.lose(r, "no_place_named")
        made = [d for d in made if not any(says_as_much(c, d) for c in counted)]
        if near:
            made = [d for d in made if place_key(d.main_place) not in near and not d.is_place_open]
        return made or self.lose(r, "part_of_other_record")

    def _fill(self, r: Reading, filler: Filler, taken: set[int]) -> list[Draft]:
        if (unsaid := left_open(r) or unmeant(r) or spoken_of(r, self.out.drafts)) is not None:
            return self.lose(r, unsaid)
        if r.code == "follow" and not followed(r, filler, self.memory):
            return self.lose(r, "no_move_before")
        r.type_code = "deployment" if sets_out(r, self.memory) else r.type_code
        actors, actor = filler.actors(r)
        view, type_code, status = r.view, r.type_code, r.status
        q = (
            view.quantities[r.quantity_index]
            if r.quantity_index is not None
            else own_losses(view, r.first, actors)
            if type_code == "attack_on_force"
            else craft_count(r)
            if type_code == "patrol"
            else filler.quantity(r, _WANTED.get(type_code, frozenset()), taken)
        )
        actors = fallen(view, q, actors) if type_code == "attack_on_force" and q is not None else actors
        if not actors:
            return self.lose(r, "no_actor")
        draft = Draft(
            type_code,
            actors,
            filler.counterparties(r, actors, actor),
            status=status,
            is_untold=r.is_untold,
            attribution=self.chain(r.first),
            start=view.sentence.start,
            end=view.sentence.end,
            trigger_start=view.toks[r.first].start,
            trigger_end=view.toks[r.last].end,
            rule=r.code,
            is_likely=r.chance is not None,
            scope=tuple(s for f in ([actor] if actor else []) for s in f.scope),
            is_headline=view.sentence.kind == "heading",
            leg=r.leg,
            is_actor_open=actor is None,
        )
        draft.is_materiel = (
            type_code in MOVES
            and view.has_class(*r.patient, "materiel")
            and not view.has_class(*r.patient, "personnel")
        )
        draft.is_shift = type_code == "relocation" and shifts(r)
        draft.part, draft.movers = (share(r), named(r)) if type_code in MOVES else ("", frozenset())
        if type_code == "strength_change" and r.quantity_index is not None:
            changes.levels(view, r, draft, taken)
            if not (draft.quantity or draft.quantity_delta or draft.quantity_before and changes.by_share(view, r)):
                return self.lose(r, "not_a_level")
        elif q is not None and type_code != "presence":
            draft.quantity = as_count(q)
            if type_code == "detainee_transfer":
                draft.quantity = replace(draft.quantity, unit="detainees")  # "150 captured soldiers"
            taken.add(q.number)
        self.dating.date_act(draft, r)
        found = parted(r, q)
        gapping.set_apart(r, draft, found, q)
        made = [] if found and gapping.replaces(r, found) else self._finish(draft, filler, r, q)
        made += changes.further(view, r, made[0], taken) if type_code == "strength_change" and made else []
        for part in found:
            one = gapping.of_part(draft, part, status)
            taken.update({part.quantity.number} if part.quantity else ())
            more = self._finish(one, filler, r, part.quantity)
            for d in more[:1] if part.place else more:
                gapping.put(d, part)
                made += gapping.one_each(d) if gapping.is_apiece(view, part) else [d]
        if type_code == "strike" and len(made) == 1 and not found:
            made[0].tally = rounds(r)  # of several places it does not say how many at each
        if filler.is_anybodys(r, made):
            return self.lose(r, "no_actor")
        if gapping.each(r, q):
            made = [d for m in made for d in gapping.one_each(m)]
        for d in made:
            if d.type_code in MOVES and d.status != "denied":
                self.memory.move, self.memory.move_at = d, view.number
        return made

    def _finish(self, draft: Draft, filler: Filler, r: Reading, q: Quantity | None) -> list[Draft]:
        """What lies ahead is not done; then where it is."""
        day = draft.date_start
        is_extended = draft.type_code == "mission_continuation" and not r.is_untold  # "was extended until May"
        if is_extended and day is not None and self.dating.published and day > self.dating.published:
            draft.date_start, day = None, None
        if day is None and not is_extended and may_lie_ahead(draft, r):
            day = draft.date_end  # "the rest departing by May"
        if draft.type_code in MOVES and r.trigger.kind == "noun" and day and day == self.dating.published:
            day = draft.date_end  # "a pullout of engineers over the coming weeks"
        if self.dating.published and day and day > self.dating.published and draft.status in {"completed", "ongoing"}:
            if is_past(draft, r):
                self.dating.undate(draft)  # "signed a deal on leaving by May": when that is to be
            else:
                draft.status = "planned"
        return place(draft, filler, r, q, self.memory)

    def lose(self, r: Reading, reason: str) -> list[Draft]:
        """Reject a reading, for a reason; no draft is made of it."""
        s = r.view.sentence
        self.out.rejections.append(
            Rejection(r.code, r.type_code, r.view.toks[r.first].start, r.view.toks[r.last].end, reason, s.start, s.end)
        )
        return []

    def _numbers(self, view: View, filler: Filler, taken: set[int], moving: frozenset[int]) -> list[Draft]:
        made = []
        for found in numbers.strengths(view, filler, self.memory, taken, moving):
            if isinstance(found, Rejection):
                self.out.rejections.append(found)
                continue
            at = next((i for i, t in enumerate(view.toks) if t.start >= found.trigger_start), 0)
            found.attribution = self.chain(at)
            if found.date_basis == "unknown":
                self.dating.date_count(found, view, view.tree.noun_head(at))
            made.append(found)
        return made

    def chain(self, at: int | None = None) -> tuple[str, ...]:
        """Who says what the sentence in hand states, or its clause around token `at`."""
        whole = self.says.chain(self.text)
        return tuple(whole if at is None else self.says.at(at))
