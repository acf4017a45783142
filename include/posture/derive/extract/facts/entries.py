"""What an entry of a list states without a verb: "Camp Arena, Herat. Headquarters of the Italian brigade."."""

from __future__ import annotations

from collections.abc import Sequence

from ....lexicon import Place
from ..arguments import Filler
from ..clauses import View
from ..draft import Draft
from ..language.classes import words
from ..language.grammar import FINITE
from ..language.text import Sentence
from ..language.vocabulary import Vocabulary
from ..memory import Memory
from ..mentions import PlaceMention, Spotted

_GONE = frozenset("out gone left empty closed former formerly withdrawn no none never not until".split())
_AT = frozenset("in at on near".split())


#: Frames of what is done with sites.
_OF_SITES = frozenset({"base_opening", "base_closure", "base_handover"})
#: What ends a label's name.
_ENDS = frozenset("(,/|:–—")
_COLUMNS = words("entries.columns")


def name_labels(text: str, sentences: Sequence[Sentence], spots: Sequence[Spotted], v: Vocabulary) -> None:
    """In a list of sites what a label names is a site, also one that no gazetteer knows ("Croft - shut in May")."""
    labelled = [(s, x) for s, x in zip(sentences, spots, strict=True) if s.label and not s.is_dated]
    if not any(_tells_of_site(s, v) or _names_site(s, x) for s, x in labelled):
        return
    for s, x in labelled:
        opens = max((i + 1 for i in range(1, s.label - 1) if _is_dash(s, i)), default=0)
        start = next((i for i, t in enumerate(s.tokens) if i >= opens and t.text[0].isupper()), s.label)
        end = next((i for i in range(start + 1, s.label) if s.tokens[i].text in _ENDS), s.label - 1)
        is_named = any(start <= p.first < end for p in x.places)
        is_named = is_named or any(f.codes and start <= f.first < end for f in x.forces)
        keys = {t.key for t in s.tokens[start:end]}
        is_force = any(keys & v.classes[c] for c in ("personnel", "units", "materiel"))
        if end > start and not is_named and not is_force and not keys <= _COLUMNS:
            words = text[s.tokens[start].start : s.tokens[end - 1].end]
            place = Place(words, None, "site", None, None, "unresolved", "unregistered")
            x.places.append(PlaceMention(start, end - 1, place, words, "", True))
            x.places.sort(key=lambda p: p.first)


def _is_dash(s: Sentence, i: int) -> bool:
    """ "Bermuda - Kindley Field:": a dash between spaces; what follows lies in what stands before."""
    return s.tokens[i].text in "-–—" and s.tokens[i].start > s.tokens[i - 1].end


def _tells_of_site(s: Sentence, v: Vocabulary) -> bool:
    """A participle of opening, closing or handing over stands right behind the label."""
    skipped = {"to", "still", "now", "since", "|", "due", "later"}
    first = next((t.key for t in s.tokens[s.label :] if t.key not in skipped and not t.key.isdecimal()), "")
    found = v.by_first.get(first, ())
    return any(t.kind == "verb" and t.form in {"pp", "past", "base"} and _is_of_site(t.frame, v) for t in found)


def _is_of_site(frame: int, v: Vocabulary) -> bool:
    return str(v.frames[frame]["type"]) in _OF_SITES


def _names_site(s: Sentence, spotted: Spotted) -> bool:
    return any(p.is_site and p.first < s.label for p in spotted.places)


def standing(view: View, filler: Filler, memory: Memory) -> Draft | None:
    """The presence that an entry's sentence without a verb states: "The coalition's headquarters."."""
    head = memory.places.head
    if head is None or head.first < 0 or view.sentence.kind == "heading":
        return None
    own_line = memory.places.head_at == view.number
    if own_line and view.key(head.last + 1) != ":" or not own_line and not head.is_site:
        return None
    start, tree = head.last + 2 if own_line else 0, view.tree
    until = next((k for k in range(start, len(view.toks)) if view.key(k) in {";", "."}), len(view.toks))
    words = range(start, until)
    if not words or any(tree.tags[k] in FINITE or tree.keys[k] in _GONE for k in words):
        return None
    noun, classes = tree.top(start, until), view.vocabulary.classes
    if tree.keys[noun] not in classes["sites"] | classes["movers"] | classes["units"] | {"headquarters"}:
        return None
    party = filler.holder(noun)
    if party is None or not party.codes or party.codes == (head.place.country_code,):
        return None
    own = [p for p in filler.named() if p.first >= start and p.prep in _AT]
    return Draft(
        "presence",
        party.codes,
        place=own[0] if own else head,
        status="in_effect",
        start=view.sentence.start,
        end=view.sentence.end,
        trigger_start=view.toks[noun].start,
        trigger_end=view.toks[noun].end,
        rule="entry",
        is_place_inferred=not own,
    )
