"""From a clean text to posture records: spot, read frames, fill slots, merge. Pure and deterministic.

`extract` is the only door. mentions = records + rejections, always: a draft that loses to another or
repeats a record is a rejection with a reason, and so is a trigger whose frame lacks a need.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from ... import lexicon
from .arguments import Filler
from .assertion.attribution import Attributions
from .assertion.denials import denial, place_of_claim
from .assertion.spokenof import spoken_of
from .assertion.status import told_status
from .assertion.unmeant import unmeant
from .clauses import View
from .draft import Draft, Extraction, Rejection
from .facts import gapping, inventory, merge
from .facts.contest import contest
from .facts.entries import name_labels, standing
from .facts.frames import read
from .facts.movement import movement
from .facts.onefact import place_key
from .facts.presences import is_nowhere, is_over, is_presupposed, own_count, presumes
from .facts.triggers import find_triggers
from .forces.cast import cast
from .forces.referents import Referents
from .forces.shipnames import name_ships
from .geography import setting
from .geography.discourse import country_of
from .geography.heads import under
from .geography.journeys import journey, off_the_head, whence
from .geography.lands import settle
from .geography.legs import fold, tie
from .geography.placeless import drop_placeless
from .geography.sitelists import counts_whole
from .geography.spot import Spotter
from .geography.unlisted import may_hold, unlisted
from .geography.unsaid import is_vague
from .geography.whence import named, share
from .language.arms import nouns
from .language.domain import Domain, asides, domain_of
from .language.headlines import common_words, in_sentence_case
from .language.names import Hit, may_stand, scan
from .language.syntax import Tree, parse
from .language.text import Sentence, sentences
from .language.text import fold as fold_text
from .language.vocabulary import Vocabulary, vocabulary
from .memory import Memory
from .mentions import PlaceMention, Spotted
from .needs.leaving import is_within_reach
from .needs.nouns import STRONG_SITES
from .needs.spoken import speaks_of, themes_of
from .quantity import changes, listlines, numbers
from .quantity.losses import own_losses, told_after
from .quantity.quantities import Quantity, as_count, quantities
from .reading import Reading, is_state, left_open
from .timing.anchor import as_of, covered, dated_heading, dated_line, stamped
from .timing.dating import Dating, carry, times_at
from .timing.times import dates_of, times

#: Blocks that are not the article's own text (RECORDS.md §1).
_SILENT = {"teaser": "teaser", "note": "footnote"}
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
#: Who takes part in these is counted as being there: the records themselves hold no quantity.
_UNCOUNTED = frozenset({"exercise", "patrol", "mission_start", "mission_continuation", "agreement"})
#: Facts that an announcement can spread over a list of items.
_LISTED = frozenset({"deployment", "reinforcement", "withdrawal", "relocation"})
#: The slot of a type's main place.
_MAIN = {"withdrawal": "origin"} | dict.fromkeys(
    ("deployment", "reinforcement", "relocation", "detainee_transfer"), "destination"
)
#: Told once, however many places stand by: "the mission began with raids on A and B", "from two to ten in A and B".
_ONCE = frozenset({"mission_start", "mission_transition", "agreement", "strength_change"})
#: So many words for weapons make a text one of war.
_WAR = 3
#: Acts that another site can follow.
_ON_SITES = frozenset({"agree", "access", "lease"})
_SEQUELS = frozenset({"base_opening", "base_closure", "base_handover", "withdrawal", "deployment"})


def extract(text: str, published: date | None, outlet: str | None = None) -> Extraction:
    """Records and rejections of one article.

    Args:
        text: the cleaned text; evidence offsets point into it.
        published: day of publication, if known; relative words are resolved against it.
        outlet: who published it (its own name is never an attribution).
    """
    words = vocabulary()
    folded = fold_text(text)
    hits = scan(text, words, folded)
    domain = domain_of(folded, hits, words)
    if domain.civil == "unarmed":
        return Extraction()  # a mention needs a military word, and there is none
    reader = _Reader(text, published, outlet, hits, domain, folded)
    return reader.out if len(reader.aside) == len(reader.sentences) else reader.run()


def _is_own_land(draft: Draft, p: PlaceMention) -> bool:
    """A force does not leave the country that it comes from, unless it is said so."""
    return (
        p.place.kind_code == "country" and p.place.country_code in draft.actors and p.prep not in {"from", "in", "out"}
    )


def _not_of_givers(draft: Draft, r: Reading, slots: dict[str, list[PlaceMention]]) -> dict[str, list[PlaceMention]]:
    """ "Chad offered a company and Ghana two": in a pledge the name of a state is who gives, not where."""
    if not r.view.vocabulary.frames[r.trigger.frame].get("still"):
        return slots

    def gives(p: PlaceMention) -> bool:
        is_own = p.prep not in {"to", "into"} and _is_own_land(draft, p)
        return p.form == "bare" and p.place.kind_code == "country" or is_own

    return {slot: kept for slot, group in slots.items() if (kept := [p for p in group if not gives(p)])}


class _Reader:
    def __init__(
        self, text: str, published: date | None, outlet: str | None, hits: list[Hit], domain: Domain, folded: str
    ) -> None:
        self.text, self.published, self.outlet, self.hits, self.civil = text, published, outlet, hits, domain.civil
        self.v: Vocabulary = vocabulary()
        self.blocks, self.sentences = sentences(text)
        #: Sentences without a military word, in a text that hardly has any: no mention, and nothing is asked of them.
        self.aside = asides(folded, self.sentences, hits, self.v) if domain.is_aside else frozenset()
        self.out = Extraction()
        self.trees: dict[int, Tree] = {}
        self.spots: list[Spotted] = []
        self.place_names: set[str] = set()
        self.memory = Memory()
        self.dating = Dating()
        self.lead: Draft | None = None
        #: The last movement told, and in which sentence: "the others followed" tells it again of others.
        self.move: Draft | None = None
        self.move_at = 0
        self.spoken_of = ""
        self.acts_at = -9
        #: The text is full of weapons that are fired.
        weapons = nouns("weapon")
        self.is_of_war = len(may_stand(folded, weapons)) >= _WAR and (
            sum(t.key in weapons for s in self.sentences for t in s.tokens) >= _WAR
        )
        self.says = Attributions(frozenset(lexicon.words()["outlets"]))

    def run(self) -> Extraction:
        civil = self.civil
        countries = setting.countries(self.hits, self.v)
        placed = setting.grounds(self.text, self.hits, self.v)
        self.spotter = Spotter(self.text, self.v, countries, self.hits, frozenset(placed))
        about = setting.about(setting.stage(self.text, self.hits, self.v, placed), countries)
        self.memory.places.about, self.memory.places.weights = about, countries
        self.memory.places.heart = setting.heart(self.text, self.hits, self.v, about)
        self.memory.places.hosting = setting.hosting(about, self.blocks, self.hits, self.v)
        home = max(countries, key=lambda c: countries[c], default="")
        self.spots = [Spotted() if n in self.aside else self.spotter.spot(s) for n, s in enumerate(self.sentences)]
        name_labels(self.text, self.sentences, self.spots, self.v)
        name_ships(self.sentences, self.spots)
        self.place_names = {p.place.name for x in self.spots for p in x.places if p.place.kind_code != "country"}
        named = [f for s, x in zip(self.sentences, self.spots, strict=True) if s.kind not in _SILENT for f in x.forces]
        title = self.spots[0].forces if self.spots and self.sentences[0].kind == "heading" else ()
        players = cast(self.text, named, self.v.kinds, about or home, title)
        self.memory.forces = Referents(self.v.kinds, countries, home, about, players)
        if self.is_of_war:
            self.memory.feuds.rivals((f for f in named if f.is_military), countries)
        self.published = self.published or dated_line(self.text, self.blocks)
        metadata, block = self.published, -1
        self.dating.as_of = as_of(self.text, self.blocks, metadata)
        self.dating.covered = covered(self.text, self.blocks)
        for number, sentence in enumerate(self.sentences):
            if sentence.block != block:
                block = sentence.block
                is_entry, day = stamped(self.text, self.blocks[block], metadata)
                self.published = day or self.published if is_entry else self.published
                days = dated_heading(self.text, self.blocks[block], metadata)
                if days or self.blocks[block].kind == "heading":
                    self.dating.headed = days
            if civil or sentence.kind in _SILENT:
                self._silent(number, f"civil_{civil}" if civil else _SILENT[sentence.kind])
            elif number not in self.aside:
                self._sentence(number, sentence)
        merge.merge(self.out)
        drop_placeless(self.out)
        carry(self.out.drafts)
        settle(self.text, self.out.drafts, about)
        return self.out

    # ── one sentence ──
    def _is_military(self, sentence: Sentence, spotted: Spotted) -> bool:
        """Whether a fact can stand here: a force or a site is named, or one is spoken of and some word can mean it."""
        if spotted.forces or any(p.is_site for p in spotted.places):
            return True
        if self.memory.places.head is not None and self.memory.site_at >= 0:
            return True  # an entry of a list of bases
        telling = self.v.classes["telling"]
        return bool(
            self.memory.military and (spotted.places or spotted.named or any(t.key in telling for t in sentence.tokens))
        )

    def _view(self, number: int, sentence: Sentence) -> View:
        spotted = self.spots[number]
        people = frozenset(f.last for f in spotted.forces if f.noun == "people")
        known = self._is_military(sentence, spotted)
        before = "" if self.spoken_of == "civil" else self.memory.counted
        grammar = (lambda: self._tree(number)) if known else None
        counted = quantities(sentence.tokens, self.v, people, grammar, before, sentence.label)
        # Reading times costs most; where nothing can come of a sentence it is spared.
        timed = (
            times(self.text, sentence.start, sentence.end, self.published)
            if known or self.memory.military or counted and spotted.places
            else []
        )
        view = View(
            sentence, number, spotted, counted, timed, self.v, bool(self.memory.military), self.spoken_of == "civil"
        )
        view.site_before = number - self.memory.site_at <= 1
        view.spot_before = lambda is_topic: self.memory.places.spot(is_topic=is_topic)
        view.themes_before = self.memory.themes
        view.deal_before = self.memory.deal
        feuds = self.memory.feuds
        view.is_at_war = feuds.has_begun or self.is_of_war or any(t.key in nouns("weapon") for t in sentence.tokens)
        view.foes = feuds.states
        view.fired_before = number - feuds.fired_at <= 2
        view.drill_before = number - self.memory.drill_at <= 6
        view.grammar = lambda: self._tree(number)
        return view

    def _names(self, sentence: Sentence) -> Sequence[Hit]:
        """The names in a sentence."""
        first, last = (bisect_left(self.hits, at, key=lambda hit: hit.start) for at in (sentence.start, sentence.end))
        return self.hits[first:last]

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the running text writes small."""
        return common_words(self.sentences)

    def _tree(self, number: int) -> Tree:
        """A sentence's grammar. Parsing costs most of all: it is done for several sentences at once, and only for such
        as hold a word that can state a fact, and a name or a word for what it is about."""
        if number not in self.trees:
            words, telling = self.v.by_first, self.v.classes["telling"]
            ahead = [
                n
                for n, s in enumerate(self.sentences[number + 1 : number + 40], number + 1)
                if n not in self.trees
                and s.kind not in _SILENT
                and any(t.key in words for t in s.tokens)
                and n not in self.aside
                and (self._names(s) or any(t.key in telling for t in s.tokens))
            ]
            batch = [number, *ahead]
            plain = [in_sentence_case(self.sentences[n], lambda: self.common) for n in batch]
            self.trees.update(zip(batch, parse(plain), strict=True))
        return self.trees[number]

    def _sentence(self, number: int, sentence: Sentence) -> None:
        toks = sentence.tokens
        view = self._view(number, sentence)
        spotted = view.spotted
        is_military = self._is_military(sentence, spotted)
        self._unlisted(view, is_military)
        self._under(view, number, sentence)
        self.says.hear(view)
        filler = Filler(view, self.memory)
        headline = sentence.kind == "heading"
        readings: list[Reading] = []
        failed: dict[tuple[int, int], tuple[str, str, str]] = {}
        if is_military:
            read_at: set[int] = set()
            for first, last, trigger in find_triggers(view):
                if first in read_at:
                    continue
                reading, missing = read(view, first, last, trigger)
                frame = self.v.frames[trigger.frame]
                if reading is None:
                    if not frame.get("weak"):
                        failed.setdefault((first, last), (str(frame["code"]), str(frame["type"]), missing))
                    continue
                readings.append(reading)
                read_at.add(first)
            failed = {k: f for k, f in failed.items() if k[0] not in read_at}
        if toks and toks[-1].text == "?":
            # A question states nothing.
            for r in readings:
                self._lose(r, "question")
            readings = []
        drafts = self._after(view, self._drafts(view, self._contest(readings), filler, headline)) if is_military else []
        for (first, last), (code, type_code, reason) in sorted(failed.items()):
            self.out.rejections.append(
                Rejection(code, type_code, toks[first].start, toks[last].end, reason, sentence.start, sentence.end)
            )
        if self.lead is not None and sentence.kind == "list_item":
            drafts = listlines.below(view, self.lead, drafts, self.text, self._is_first(number))
            if drafts and drafts[0].rule in {"named_item", "list_item"} and self.lead.quantity is None:
                self.out.drafts = [d for d in self.out.drafts if d is not self.lead]  # the list is more exact
        elif toks and (toks[-1].text == ":" or headline):
            wanted = listlines.OF_SITES if headline else _LISTED | listlines.OF_SITES
            goes_on = self.move is not None and listlines.goes_on(sentence) and number - self.move_at <= 2
            self.lead = next((d for d in drafts if d.type_code in wanted), self.move if goes_on else None)
            if self.lead is not None and self.lead.type_code in _LISTED - {"withdrawal"} and not self.lead.quantity:
                drafts = [d for d in drafts if d is not self.lead]  # what it is about stands in the list
        elif sentence.kind != "list_item":
            self.lead = None
        for d in drafts:
            if d.status == "denied" and d.is_place_open:
                place_of_claim(d, self.out.drafts)
        drafts = drafts or self._stands(view, filler, is_military)
        for d in drafts:
            d.is_title = headline
        self.out.drafts += drafts
        self.dating.tell(view, drafts, is_military)
        self._remember(view, filler, drafts)
        self.spoken_of = speaks_of(view) or self.spoken_of

    def _unlisted(self, view: View, is_military: bool) -> None:
        """Names that grammar shows to be places join those that were spotted."""
        if is_military and view.sentence.kind != "heading" and may_hold(view, self.place_names):
            view.spotted.places += unlisted(view, self.place_names, self.spotter.known)
            view.spotted.places.sort(key=lambda p: p.first)

    def _is_first(self, number: int) -> bool:
        """The sentence opens its block."""
        return not number or self.sentences[number - 1].block != self.sentences[number].block

    def _under(self, view: View, number: int, sentence: Sentence) -> None:
        """An entry's or section's head names the place of what follows."""
        before = self.sentences[number - 1].block if number else sentence.block
        goes_on = number + 1 < len(self.sentences) and self.sentences[number + 1].block == sentence.block
        at = self.memory.places
        was = at.head
        under(view, at, sentence.kind, sentence.block != before, goes_on)
        at.head_at = at.head_at if at.head is was else number
        is_below = at.head_at < number and self.memory.site_at >= 0
        view.head = at.head if is_below or sentence.label and at.head_at == number else None

    def _chain(self) -> tuple[str, ...]:
        """Who says what the sentence in hand states."""
        return tuple(self.says.chain(self.text))

    def _stands(self, view: View, filler: Filler, is_military: bool) -> list[Draft]:
        """What a sentence states without a trigger: that a force is at an entry's place; that something is not so."""
        found = standing(view, filler, self.memory) if is_military else None
        if found is None:
            bare = denial(view, self.text, self.out.drafts, self._chain)
            return [bare] if bare else []
        found.attribution, found.date_start, found.date_end = self._chain(), self.published, self.published
        found.date_basis, found.date_precision = ("publication", "day") if self.published else ("unknown", "unknown")
        return [found]

    def _after(self, view: View, drafts: list[Draft]) -> list[Draft]:
        """ "Two soldiers were killed": the toll of the attack that the sentence before told, no attack of its own."""
        before = next((s for s in self.sentences[max(0, view.number - 2) :] if s.block == view.sentence.block), None)
        if before is None or before.start >= view.sentence.start:
            return drafts
        attack = told_after(view, drafts, self.out.drafts, before.start)
        if attack is None:
            return drafts
        for d in drafts:
            if d.type_code == "attack_on_force":
                self.out.rejections.append(
                    Rejection(d.rule, d.type_code, d.trigger_start, d.trigger_end, "repeats_record", d.start, d.end)
                )
        return [d for d in drafts if d.type_code != "attack_on_force"]

    def _drafts(self, view: View, kept: list[Reading], filler: Filler, headline: bool) -> list[Draft]:
        """What happens first, then how many are where; a presence only where nothing counts its troops."""
        for r in kept:
            self._settle(r, headline)
        changes = [r for r in kept if r.type_code == "strength_change"]
        for r in kept:
            if r.type_code == "deployment" and any(presumes(c, r) for c in changes):
                self._lose(r, "part_of_other_frame")  # "halve the number of troops that it has deployed in X"
                kept = [k for k in kept if k is not r]
        taken: set[int] = set()
        tie(kept)
        acts = [r for r in kept if r.type_code != "presence"]
        drafts: list[Draft] = []
        stays = [r for r in kept if r.type_code == "presence"]
        for r in acts:
            if r.code in {"follow_suit", "site_list"}:
                told = [*self.memory.acts, *drafts]
                before = [d for d in told if d.type_code in _SEQUELS or r.code == "site_list" and d.rule in _ON_SITES]
                drafts += self._sequel(r, filler, taken, inventory.model(r, filler, self.memory, before))
            else:
                drafts += self._fill(r, filler, taken)
        moving = frozenset(k for r in acts if r.type_code not in _UNCOUNTED for k in range(r.first, r.last + 1))
        counted = self._numbers(view, filler, taken, moving)
        drafts = [*fold(drafts, filler, self.out), *counted]
        for r in stays:
            if any(presumes(a, r) for a in acts):
                self._lose(r, "part_of_other_frame")
            else:
                drafts += self._presence(r, filler, taken, counted)
        return drafts

    def _sequel(self, r: Reading, filler: Filler, taken: set[int], before: Draft | None) -> list[Draft]:
        """ "The camp at B followed in June": what was last said of another site is said of this one."""
        if before is None:
            return self._lose(r, "nothing_followed")
        r.type_code = "base_opening" if before.type_code == "agreement" else before.type_code
        if r.code == "site_list":
            r.status = "planned" if before.type_code == "agreement" else before.status
        made = self._fill(r, filler, taken)
        for d in made:
            d.actors, d.counterparties, d.quantity = before.actors, before.counterparties, None
        return [d for d in made if d.main_place is not None and not d.is_place_open]

    def _silent(self, number: int, reason: str) -> None:
        """In a teaser, a footnote entry or a civil text, a trigger beside a force is a mention, rejected for it."""
        sentence = self.sentences[number]
        if not any(f.is_military for f in self.spots[number].forces):
            return
        for token in sentence.tokens:
            trigger = next((t for t in self.v.by_first.get(token.key, ()) if len(t.words) == 1), None)
            if trigger is None:
                continue
            frame = self.v.frames[trigger.frame]
            self.out.rejections.append(
                Rejection(
                    str(frame["code"]), str(frame["type"]), token.start, token.end, reason, sentence.start, sentence.end
                )
            )
            return

    # ── which readings stand ──
    def _contest(self, readings: list[Reading]) -> list[Reading]:
        """Two frames over the same words: the more telling one stands, the other is rejected."""
        lost = contest(readings)
        for at, reason in lost.items():
            r = readings[at]
            s = r.view.sentence
            self.out.rejections.append(
                Rejection(
                    r.code, r.type_code, r.view.toks[r.first].start, r.view.toks[r.last].end, reason, s.start, s.end
                )
            )
        return [r for at, r in enumerate(readings) if at not in lost]

    # ── slots ──
    def _settle(self, r: Reading, headline: bool) -> None:
        """Status of a reading; a participle of sending that says where troops are is a presence."""
        r.status, is_told = told_status(r.view, r.first, r.last, r.trigger, r.type_code, headline)
        r.is_untold = not is_told and not r.fixed_status
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

    def _presence(self, r: Reading, filler: Filler, taken: set[int], counted: Sequence[Draft]) -> list[Draft]:
        """A presence, unless its troops are counted: then the strength says it."""
        if is_presupposed(r):
            return self._lose(r, "presupposed")
        count = own_count(r)
        if count is not None and count.number in taken and r.status != "denied":
            made = self._fill(r, filler, taken)  # "24 men stay behind and will leave in May"
            for d in made:
                d.type_code, d.quantity = "strength", as_count(count)
            return made
        spans = [r.subject, r.object, *[(s, e) for p, s, e in r.phrases if p in {"of", "by", "with"}]]
        toks = r.view.toks
        near = [
            place_key(d.main_place)
            for d in counted
            if any(s < e and toks[s].start <= d.trigger_start < toks[e - 1].end for s, e in spans)
        ]
        heads = [toks[h].start for h in (r.subject_head, r.object_head) if h is not None]
        if any(d.trigger_start <= h < d.trigger_end for d in counted for h in heads):
            return self._lose(r, "part_of_other_record")
        made = self._fill(r, filler, taken)
        if is_nowhere(r, made):
            return self._lose(r, "no_place_named")
        if not near:
            return made
        made = [d for d in made if place_key(d.main_place) not in near]
        made = [d for d in made if not d.is_place_open]
        return made or self._lose(r, "part_of_other_record")

    def _fill(self, r: Reading, filler: Filler, taken: set[int]) -> list[Draft]:
        if (unsaid := left_open(r) or unmeant(r) or spoken_of(r, self.out.drafts)) is not None:
            return self._lose(r, unsaid)
        if r.code == "follow":
            is_same = self.move is not None and filler.actors(r)[0] == self.move.actors
            if self.move is None or not is_within_reach(r, r.view.number - self.move_at, is_same=is_same):
                return self._lose(r, "no_move_before")
            r.type_code = self.move.type_code
        view, type_code, status = r.view, r.type_code, r.status
        wanted = _WANTED.get(type_code, frozenset())
        q = (
            view.quantities[r.quantity_index]
            if r.quantity_index is not None
            else own_losses(view, r.first)
            if type_code == "attack_on_force"
            else filler.quantity(r, wanted, taken)
            if wanted
            else None
        )
        actors, actor = filler.actors(r)
        if not actors:
            return self._lose(r, "no_actor")
        draft = Draft(
            type_code,
            actors,
            filler.counterparties(r, actors, actor),
            status=status,
            is_untold=r.is_untold,
            attribution=self._chain(),
            start=view.sentence.start,
            end=view.sentence.end,
            trigger_start=view.toks[r.first].start,
            trigger_end=view.toks[r.last].end,
            rule=r.code,
            scope=tuple(s for f in ([actor] if actor else []) for s in f.scope),
            is_headline=view.sentence.kind == "heading",
            leg=r.leg,
            is_actor_open=actor is None,
        )
        draft.is_materiel = (
            type_code in _LISTED
            and view.has_class(*r.patient, "materiel")
            and not view.has_class(*r.patient, "personnel")
        )
        draft.part, draft.movers = (share(r), named(r)) if type_code in _LISTED else ("", frozenset())
        if type_code == "strength_change" and r.quantity_index is not None:
            changes.levels(view, r, draft, taken)
            if not (draft.quantity or draft.quantity_delta):
                return self._lose(r, "not_a_level")
        elif q is not None and type_code != "presence":
            draft.quantity = as_count(q)
            if type_code == "detainee_transfer":
                draft.quantity = replace(draft.quantity, unit="detainees")  # "150 captured soldiers"
            taken.add(q.number)
        self.dating.date_act(draft, r, self.published)
        found = gapping.parts(r, q) if type_code in _LISTED else []
        gapping.set_apart(r, draft, found, q)
        made = [] if found and gapping.replaces(r, found) else self._finish(draft, filler, r, q)
        for part in found:
            one = gapping.of_part(draft, part, status)
            taken.update({part.quantity.number} if part.quantity else ())
            more = self._finish(one, filler, r, part.quantity)
            for d in more[:1] if part.place else more:
                gapping.put(d, part)
                made.append(d)
        if gapping.each(r, q):
            made = [d for m in made for d in gapping.one_each(m)]
        for d in made:
            if d.type_code in _LISTED and d.status != "denied":
                self.move, self.move_at = d, view.number
        return made

    def _finish(self, draft: Draft, filler: Filler, r: Reading, q: Quantity | None) -> list[Draft]:
        """What lies ahead is not done; then where it is."""
        day = draft.date_start
        if day is None and draft.status == "completed" and draft.date_basis in {"stated", "resolved"}:
            day = draft.date_end  # "the rest departing by May"
        if self.published and day and day > self.published and draft.status in {"completed", "ongoing"}:
            draft.status = "planned"
        return self._place(draft, filler, r, q)

    def _place(self, draft: Draft, filler: Filler, r: Reading, q: Quantity | None) -> list[Draft]:
        slots = _not_of_givers(draft, r, filler.places(r)) if not (r.elliptic and r.view.head) else {}
        main = _MAIN.get(draft.type_code, "place")
        if r.code == "detainee_transfer" and main not in slots:
            main = "origin"
        for slot, group in slots.items():
            if slot != main:
                setattr(draft, slot, group[0])
        group = slots.get(main, [])
        group = [p for p in group if not any(a <= p.first < b for a, b in r.gaps)] or group
        group = group[:1] if draft.type_code in _ONCE else group
        if r.view.head is not None and all(p.place.kind_code == "theatre" for p in group):
            group = []  # "the only such base in Africa", below its name
        was_at = next((self.memory.places.by_force[a] for a in draft.actors if a in self.memory.places.by_force), None)
        if journey(draft, filler, r, slots, group, was_at):
            return [draft]
        if draft.type_code == "withdrawal" and all(_is_own_land(draft, p) for p in group):
            # "Spain's withdrawal", "the withdrawal of Spain from …": whose, not whence
            group = next((g for g in filler.grouped if g[0].prep == "from" and g[0].first > r.last and g != group), [])
        if not group and r.code == "follow" and self.move is not None:
            draft.origin, draft.destination = self.move.origin, self.move.destination
            draft.is_place_inferred = True
            return [draft]
        if not group:
            if any(getattr(draft, s) for s in ("origin", "destination", "place")):
                return [whence(draft, filler, was_at)]
            inferred = filler.implied(draft.actors, draft.type_code, draft.status)
            group = filler.beside(r, draft.actors) if inferred is None or is_vague(draft.type_code, inferred) else []
            inferred, group = (None, group) if group else (inferred, [inferred] if inferred is not None else [])
            if not group:
                draft.place_reason = "no_place_named"
            if inferred is not None or not group:
                setattr(draft, main, inferred)
                draft.is_place_inferred = inferred is not None
                return [draft]
        made = []
        times_of = times_at(r.view, group)
        for at, place in enumerate(group):
            one = draft if len(group) == 1 else draft.copy()
            setattr(one, main, place)
            one.is_place_inferred = place.form == "pointed" or place.why == "sentence"
            off_the_head(one, place, filler)
            if (own := times_of[at]) is not None:
                one.date_start, one.date_end, one.date_basis, one.date_precision = dates_of(own)
            if q is not None and counts_whole(draft.type_code, group, at):
                one.quantity = None
            made.append(one)
        return made

    def _lose(self, r: Reading, reason: str) -> list[Draft]:
        s = r.view.sentence
        self.out.rejections.append(
            Rejection(r.code, r.type_code, r.view.toks[r.first].start, r.view.toks[r.last].end, reason, s.start, s.end)
        )
        return []

    # ── numbers that no frame took ──
    def _numbers(self, view: View, filler: Filler, taken: set[int], moving: frozenset[int]) -> list[Draft]:
        made = []
        for found in numbers.strengths(view, filler, self.memory, taken, moving):
            if isinstance(found, Rejection):
                self.out.rejections.append(found)
                continue
            found.attribution = self._chain()
            if found.date_basis == "unknown":
                at = next((i for i, t in enumerate(view.toks) if t.start >= found.trigger_start), 0)
                self.dating.date_count(found, view, view.tree.noun_head(at), self.published)
            made.append(found)
        return made

    # ── what the next sentences can mean by "the troops" ──
    def _remember(self, view: View, filler: Filler, drafts: list[Draft]) -> None:
        m = self.memory
        filler.remember(drafts)
        m.counted = numbers.last_counted(view) or m.counted
        if codes := inventory.stock(view, filler, drafts):
            m.stock, m.stock_at = codes, view.number
        for f in view.spotted.forces:
            if f.theatre and f.codes:
                m.places.theatre[f.codes] = f.theatre
        m.places.name(filler.known())
        for d in drafts:
            if d.rule in {"mainly", "count_list"}:
                continue  # where a part is: the whole's place is what later words mean
            where = d.main_place if d.type_code != "withdrawal" else d.origin or d.place
            if d.type_code == "deployment" and d.destination is None:
                where = d.place  # where they come from is not where they are
            if where is None or d.is_place_open:
                continue
            is_undone = d.type_code == "deployment" and d.status in {"planned", "considered", "denied"}
            if is_undone and country_of(where) not in {None, *d.actors}:
                m.places.goal = where
            if d.status != "denied":
                m.places.state(d.actors, where)
        if any(d.type_code.startswith("base_") for d in drafts) or any(p.is_site for p in view.spotted.places):
            m.site_at = view.number
        elif any(t.key in STRONG_SITES for t in view.toks):
            m.site_at = view.number  # "the air base at X": a site, though X is a town
        elif view.sentence.label and m.places.head is not None and m.places.head_at == view.number:
            m.site_at = view.number  # "Green Island - signals station."
        m.themes = themes_of(view) if view.number in self.trees else frozenset()
        acts = [d for d in drafts if d.type_code in _SEQUELS or d.rule in _ON_SITES]
        m.acts = acts or m.acts * (self.acts_at >= view.number - 1)
        self.acts_at = view.number if acts else self.acts_at
        m.drill_at = view.number if any(d.type_code == "exercise" for d in drafts) else m.drill_at
        m.deal = m.deal or any(d.type_code == "agreement" for d in drafts)
        m.feuds.tell([d for d in drafts if d.status != "denied"], view.number)
