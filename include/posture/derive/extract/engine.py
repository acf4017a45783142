"""From a clean text to posture records: spot, read frames, fill slots, merge. Pure and deterministic.

`extract` is the only door. mentions = records + rejections, always: a draft that loses to another or
repeats a record is a rejection with a reason, and so is a trigger whose frame lacks a need.
"""

from __future__ import annotations

from datetime import date

from ... import lexicon
from .arguments import Filler
from .assertion.attribution import Attributions
from .assertion.denials import denial, place_of_claim
from .clauses import View
from .draft import Draft, Extraction, Rejection
from .drafting import Drafter
from .facts import merge
from .facts.entries import name_labels, standing
from .facts.stated import stated
from .families import MOVES
from .forces.bands import sole
from .forces.cast import cast
from .forces.contributors import labelled
from .forces.polities import armed, issuer, leaders
from .forces.referents import Referents
from .forces.scenes import scenes
from .forces.shipnames import name_ships
from .geography import setting
from .geography.entryheads import under
from .geography.lands import settle
from .geography.partnames import without_parts
from .geography.placeless import drop_placeless
from .geography.spot import Spotter
from .geography.unlisted import may_hold, unlisted
from .language.classes import nouns
from .language.domain import Domain, asides, domain_of
from .language.names import Hit, may_stand, scan
from .language.text import SILENT, Sentence, sentences
from .language.text import fold as fold_text
from .language.vocabulary import Vocabulary, vocabulary
from .learnt.likeness import Likeness, Witness
from .memory import Memory
from .mentions import Spotted
from .needs.spoken import speaks_of
from .parsed import Parsed
from .quantity import listlines
from .quantity.again import may_count
from .quantity.losses import told_after
from .quantity.quantities import quantities
from .remembering import remember
from .tables.reader import TableReader
from .timing.anchor import Chronicle, as_of, covered, dated_line, stamped
from .timing.dating import Dating, carry
from .timing.times import times

#: So many words for weapons make a text one of war.
_WAR = 3


def extract(text: str, published: date | None, outlet: str | None = None, witness: Witness | None = None) -> Extraction:
    """Records and rejections of one article.

    Args:
        text: the cleaned text; evidence offsets point into it.
        published: day of publication, if known; relative words are resolved against it.
        outlet: who published it (its own name is never an attribution).
        witness: who learns from the article: sees what the rules alone read; see `learnt`.
    """
    words = vocabulary()
    folded = fold_text(text)
    hits = without_parts(text, scan(text, words, folded), words)
    domain = domain_of(folded, hits, words)
    if domain.civil == "unarmed":
        return Extraction()  # a mention needs a military word, and there is none
    reader = _Reader(text, published, outlet, hits, domain, folded)
    reader.witness = witness
    return reader.out if len(reader.aside) == len(reader.sentences) else reader.run()


class _Reader:
    def __init__(
        self, text: str, published: date | None, outlet: str | None, hits: list[Hit], domain: Domain, folded: str
    ) -> None:
        self.text, self.outlet, self.hits, self.civil = text, outlet, hits, domain.civil
        self.v: Vocabulary = vocabulary()
        self.blocks, self.sentences = sentences(text)
        #: Sentences without a military word, in a text that hardly has any: no mention, and nothing is asked of them.
        self.aside = asides(folded, self.sentences, hits, self.v) if domain.is_aside else frozenset()
        self.out = Extraction()
        self.trees = Parsed(self.sentences, hits, self.aside)
        self.witness: Witness | None = None
        self.spots: list[Spotted] = []
        self.place_names: set[str] = set()
        self.memory = Memory()
        self.dating = Dating()
        self.dating.published = published
        #: What the lines of a list are items of.
        self.lead: Draft | None = None
        self.spoken_of = ""
        #: What the sentence before asks.
        self.asked: list[Draft] = []
        #: The text is full of weapons that are fired.
        weapons = nouns("weapon")
        self.is_of_war = len(may_stand(folded, weapons)) >= _WAR and (
            sum(t.key in weapons for s in self.sentences for t in s.tokens) >= _WAR
        )
        self.says = Attributions(frozenset(lexicon.words()["outlets"]))
        self.drafter = Drafter(text, self.out, self.memory, self.dating, self.says)

    def run(self) -> Extraction:
        countries = setting.countries(self.hits, self.v)
        placed = setting.grounds(self.text, self.hits, self.v)
        self.spotter = Spotter(self.text, self.v, countries, self.hits, frozenset(placed))
        about = setting.about(setting.stage(self.text, self.hits, self.v, placed), countries)
        self.memory.places.about, self.memory.places.weights = about, countries
        self.memory.places.heart = setting.heart(self.text, self.hits, self.v, about)
        hosting = setting.hosting(about, self.blocks, self.hits, self.v)
        self.memory.places.hosting = hosting or setting.contributed(self.text, about, self.hits, self.v)
        home = max(countries, key=lambda c: countries[c], default="")
        self.spots = [Spotted() if n in self.aside else self.spotter.spot(s) for n, s in enumerate(self.sentences)]
        name_labels(self.text, self.sentences, self.spots, self.v)
        name_ships(self.sentences, self.spots)
        self.place_names = {p.place.name for x in self.spots for p in x.places if p.place.kind_code != "country"}
        named = [f for s, x in zip(self.sentences, self.spots, strict=True) if s.kind not in SILENT for f in x.forces]
        title = self.spots[0].forces if self.spots and self.sentences[0].kind == "heading" else ()
        band = sole(self.sentences, self.spots, self.v.kinds, self.spotter.sorts)
        players = cast(self.text, named, self.v.kinds, about or home, title)
        heads = self.memory.places.leaders = leaders(countries)
        self.scenes = {} if self.memory.places.hosting else scenes(self.sentences, self.spots)
        self.memory.forces = Referents(self.v.kinds, *armed(countries, home, about), players, band, people=heads)
        by = issuer(self.sentences[:3], self.spots[:3], self.v.classes["reporting_verbs"])
        self.memory.forces.issuer = self.memory.forces.voice = by
        if self.is_of_war:
            self.memory.feuds.rivals((f for f in named if f.is_military), countries)
        metadata, block = self.dating.published or dated_line(self.text, self.blocks), -1
        self.dating.published = metadata
        self.dating.as_of = as_of(self.text, self.blocks, metadata)
        self.dating.covered = covered(self.text, self.blocks)
        chronicle = Chronicle(self.text, metadata)
        rows = TableReader(self.text, self.blocks, self.sentences, self.spots, self.spotter.spot, self.v)
        for number, sentence in enumerate(self.sentences):
            if not self.civil and rows.read(number, self.memory, self.dating, self.out, self.says):
                continue
            if sentence.block != block:
                block = sentence.block
                is_entry, day = stamped(self.text, self.blocks[block], metadata)
                self.dating.published = day or self.dating.published if is_entry else self.dating.published
                days = chronicle.days(self.blocks[block], sentence)
                if days or self.dating.is_line or self.blocks[block].kind == "heading":
                    self.dating.headed, self.dating.is_line = days or chronicle.year, sentence.is_dated
            if self.civil or sentence.kind in SILENT:
                self._silent(number, f"civil_{self.civil}" if self.civil else SILENT[sentence.kind])
            elif number not in self.aside:
                self._sentence(number, sentence)
        merge.merge(self.out)
        drop_placeless(self.out)
        carry(self.out.drafts)
        settle(self.text, self.out.drafts, about, countries.get(about, 0.0))
        return self.out

    # ── one sentence ──
    def _is_military(self, sentence: Sentence, spotted: Spotted) -> bool:
        """Whether a fact can stand here: a force or a site is named, or one is spoken of and some word can mean it."""
        if spotted.forces or any(p.is_site for p in spotted.places):
            return True
        if self.memory.places.head is not None and self.memory.site_at >= 0:
            return True  # an entry of a list of bases
        telling = any(t.key in self.v.classes["telling"] for t in sentence.tokens)
        return bool(self.memory.is_military and (spotted.places or spotted.named or telling or may_count(sentence)))

    def _view(self, number: int, sentence: Sentence, *, is_military: bool) -> View:
        spotted = self.spots[number]
        people = frozenset(f.last for f in spotted.forces if f.noun == "people")
        has_troops = bool(self.memory.military)
        before = "" if self.spoken_of == "civil" else self.memory.counted
        grammar = (lambda: self.trees[number]) if is_military else None
        counted = quantities(sentence.tokens, self.v, people, grammar, before, sentence.label)
        # Reading times costs most; where nothing can come of a sentence it is spared.
        timed = (
            times(self.text, sentence.start, sentence.end, self.dating.anchor)
            if is_military or has_troops or counted and spotted.places
            else []
        )
        view = View(sentence, number, spotted, counted, timed, self.v, has_troops, self.spoken_of == "civil")
        view.site_before = number - self.memory.site_at <= 1
        view.spot_before = lambda is_topic: self.memory.places.spot(is_topic=is_topic)
        view.themes_before = self.memory.themes_for(number)
        view.deal_before, view.deal_since, view.told_before = self.memory.dealt(number)
        view.mission_before = self.memory.mission is not None and number - self.memory.mission.sentence <= 1
        feuds = self.memory.feuds
        view.is_at_war = feuds.has_begun or self.is_of_war or any(t.key in nouns("weapon") for t in sentence.tokens)
        view.foes = feuds.states
        view.fired_before = number - feuds.fired_at <= 2
        view.drill_before = number - self.memory.drill_at <= 6
        view.grammar = lambda: self.trees[number]
        return view

    def _sentence(self, number: int, sentence: Sentence) -> None:
        toks = sentence.tokens
        is_military = self._is_military(sentence, self.spots[number])
        view = self._view(number, sentence, is_military=is_military)
        self._unlisted(view, is_military)
        self._under(view, number, sentence)
        self.says.hear(view)
        likeness = Likeness(view, self.witness)
        filler = Filler(view, self.memory, likeness)
        readings, failed = stated(view, likeness) if is_military else ([], [])
        asked, self.asked = self.asked, []
        if toks and toks[-1].text == "?":
            for r in readings:
                self.drafter.lose(r, "question")
            self.asked = Drafter(self.text, Extraction(), self.memory, self.dating, self.says).drafts(
                view, readings, filler
            )
            readings = []  # a question states nothing, but its answer may deny what it asks
        drafts = self._after(view, self.drafter.drafts(view, readings, filler)) if is_military else []
        self.out.rejections += failed
        drafts = self._listed(view, drafts)
        for d in drafts:
            if d.status == "denied" and d.is_place_open:
                place_of_claim(d, self.out.drafts)
        drafts = drafts or self._stands(view, filler, is_military, asked)
        for d in drafts:
            d.is_title = sentence.kind == "heading"
        self.out.drafts += drafts
        self.dating.tell(view, drafts, is_military)
        remember(self.memory, view, filler, drafts, is_parsed=number in self.trees)
        self.spoken_of = speaks_of(view) or self.spoken_of

    def _listed(self, view: View, drafts: list[Draft]) -> list[Draft]:
        """A line of a list is an item of what the line above it announced."""
        sentence, number, toks, move = view.sentence, view.number, view.toks, self.memory.move
        is_heading = sentence.kind == "heading"
        if self.lead is not None and sentence.kind == "list_item":
            drafts = listlines.below(view, self.lead, drafts, self.text, self._is_first(number))
            if drafts and drafts[0].rule in {"named_item", "list_item"} and self.lead.quantity is None:
                self.out.drafts = [d for d in self.out.drafts if d is not self.lead]  # the list is more exact
        elif toks and (toks[-1].text == ":" or is_heading):
            wanted = listlines.OF_SITES if is_heading else MOVES | listlines.OF_SITES
            goes_on = move is not None and listlines.goes_on(sentence) and number - self.memory.move_at <= 2
            self.lead = next((d for d in drafts if d.type_code in wanted), move if goes_on else None)
            if self.lead is not None and self.lead.type_code in MOVES - {"withdrawal"} and not self.lead.quantity:
                drafts = [d for d in drafts if d is not self.lead]  # what it is about stands in the list
        elif sentence.kind != "list_item":
            self.lead = None
        return drafts

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
        before = self.sentences[number - 1].block if number else -1
        goes_on = number + 1 < len(self.sentences) and self.sentences[number + 1].block == sentence.block
        at = self.memory.places
        was = at.head
        under(view, at, sentence.kind, bool(number) and sentence.block != before, goes_on)
        if sentence.block != before:
            self.memory.forces.entry = labelled(view, at.hosting)
            self.memory.forces.enter(self.scenes.get(number))
            at.item.enter(self.scenes.get(number), at.at)
        at.head_at = at.head_at if at.head is was else number
        is_below = at.head_at < number and self.memory.site_at >= 0
        view.head = at.head if is_below or sentence.label and at.head_at == number else None

    def _stands(self, view: View, filler: Filler, is_military: bool, asked: list[Draft]) -> list[Draft]:
        """What a sentence states without a trigger: that a force is at an entry's place; that something is not so."""
        found = standing(view, filler, self.memory) if is_military else None
        if found is None:
            since = self.sentences[view.number - 1].start if view.number else 0
            before = [d for d in self.out.drafts[-8:] if d.start >= since]
            bare = denial(view, self.text, before, asked, self.drafter.chain)
            return [bare] if bare else []
        day = self.dating.published
        found.attribution, found.date_start, found.date_end = self.drafter.chain(), day, day
        found.date_basis, found.date_precision = ("publication", "day") if day else ("unknown", "unknown")
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
                self.out.rejections.append(d.rejected("repeats_record"))
        return [d for d in drafts if d.type_code != "attack_on_force"]

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
