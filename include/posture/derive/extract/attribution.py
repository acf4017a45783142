"""Whom the text names as saying so: from the article to the origin, nearest first (RECORDS.md §3).

"Reuters reported, quoting a US official" → ["Reuters", "US official (anonymous)"]. A sentence that names
nobody has no attribution, unless a word in it points back to one ("the official added").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ... import lexicon
from .clauses import View

_SAY = (
    r"(?:said|says|say|saying|told|tells|announced|announces|confirmed|confirms|stated|states|added|adds|wrote|writes|reported|reports|claimed|claims|revealed|reveals|disclosed|acknowledged|"
    r"acknowledges|noted|notes|stressed|insisted|warned|explained|declared|maintained|estimates|estimated|believes?|argued|argues|alleged|denied|denies|admitted|indicated|suggested|suggests|repeated|posted|tweeted|showed|shows|described|called|dismissed|rejected|put|recalled|quoted|observed|documented|assessed|assesses|ordered|pledged|vowed)"
)
_NAME = r"(?:[A-Z][\w.’'\-]*|al-[A-Z]\w+|el-[A-Z]\w+)"
_TITLE = r"(?:[Pp]resident|[Pp]rime [Mm]inister|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior) [Mm]inister|[Ss]ecretary(?: of (?:Defense|State|War))?|[Ss]pokes(?:man|woman|person)|[Gg]eneral|Gen\.|Lt\.? Gen\.|Maj\.? Gen\.|Lt\.? Col\.|[Cc]olonel|Col\.|[Mm]ajor|[Cc]aptain|Capt\.|[Aa]dmiral|Adm\.|[Bb]rigadier|[Cc]ommander|[Cc]hief|[Aa]mbassador|[Ss]enator|[Cc]hancellor|[Gg]overnor)"
_NOUN = (
    r"(?:officials?|sources?|spokes(?:man|woman|person|people)|ministry|department|statement|minister|president|commander|general|colonel|officers?|command|agency|report|newspaper|daily|channel|broadcaster|monitor|observatory|correspondent|journalists?|residents?|activists?|witness(?:es)?|"
    r"diplomats?|analysts?|aide|authorities|government|army|military|navy|air force|headquarters|office|institute|group|embassy|governor|mayor|politician|adviser|envoy|experts?|chairman|director|researchers?|media|secretary|parliament|staff|document|memo|letter|administration|Pentagon|Kremlin|palace|council|force|mission|alliance|coalition|lawmakers?|elders?|leaders?|study|survey|briefing|bulletin|communiqu[eé]|chief|chiefs|contractor|company|operator|think tank|watchdog|junta|cabinet|delegation|negotiators?)"
)
# A noun phrase that speaks: up to eight words ending in a speaker noun or a proper name.
_PHRASE = rf"(?:[Tt]he |[Aa] |[Aa]n |[Oo]ne |[Tt]wo |[Tt]hree |[Ff]our |[Ff]ive |[Ss]everal |[Ss]ome |[Aa]nother |[Ss]enior |[Ii]ts |[Hh]is )*(?:[\w.’'\-]+ ){{0,6}}?{_NOUN}(?: (?:of|in|at|for|from|within|with|to) (?:the )?(?:[\w.’'\-]+ ?){{1,5}})?"

_ACCORDING = re.compile(
    r"(?:[Aa]ccording to|as per|[Cc]iting|quoting|in the words of|with reference to) (?P<who>[^,;()\n]{2,110})"
)
_REPORT_BY = re.compile(
    r"(?:report|statement|article|interview|investigation|study|analysis|dispatch) (?P<when>last \w+ |this \w+ |yesterday |on \w+ )?(?:by|from|in|with|published by|published in|carried by) (?P<who>(?:the |The )?[A-Z][^,;()\n]{1,60})"
)
_TOLD = re.compile(
    r"(?P<who>[^;\n]{3,120}?),? (?:has |have |had |also |later |then )*(?:told|speaking to|tells|said to|confirmed to) (?:the |The )?(?P<to>[A-Z][\w\-’'./ ]{1,40}?)(?= (?:on|in|that|at|last|this|yesterday|news|newspaper|agency|after|during|by|by phone|under|of)\b|[,.:;“\"]|$)"
)
_SAID_BY = re.compile(rf"[”\",]\s*(?:{_SAY}) (?P<who>[^,;.()\n]{{3,90}})")
_PROPER = rf"(?:{_TITLE} )*{_NAME}(?: (?:{_NAME}|of|the|bin|al|van|von|de|for)){{0,5}}"


@dataclass
class Attributions:
    """The chain of the sentence at hand and what short forms ("the official", "he") point back to."""

    outlets: frozenset[str]
    last: list[str] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=dict)
    quote_open: bool = False

    def chain(self, view: View, text: str) -> list[str]:
        """Attribution of a sentence; remembers it for short forms in the next ones."""
        sentence = text[view.sentence.start : view.sentence.end]
        found = self._read(sentence, view)
        opened = sentence.count("“") + sentence[:1].count('"')
        if not found and self.quote_open:
            found = list(self.last)
        self.quote_open = opened > sentence.count("”") and opened > 0
        if found:
            self.last = found
            root = found[-1].lower()
            for noun in (
                "official",
                "officials",
                "source",
                "sources",
                "spokesperson",
                "spokesman",
                "spokeswoman",
                "ministry",
                "statement",
                "report",
                "minister",
                "president",
                "commander",
                "officer",
                "general",
                "command",
                "department",
                "newspaper",
                "monitor",
                "observatory",
                "army",
                "military",
                "politician",
                "diplomat",
                "mission",
                "agency",
            ):
                if (
                    noun in root
                    or (noun == "report" and "report" in sentence)
                    or (noun == "statement" and "statement" in sentence)
                ):
                    self.people[noun] = found
        return found

    def _read(self, sentence: str, view: View) -> list[str]:
        near: list[str] = []
        root: list[str] = []
        for m in _ACCORDING.finditer(sentence):
            who = m["who"]
            if _is_plan(who):
                back = self._back("report" if "report" in who else "")
                root += back
                continue
            target = self._points_back(who) or self._clean(who)
            (near if self._is_outlet(target) else root).extend(target)
        for m in _REPORT_BY.finditer(sentence):
            near += self._clean(m["who"])
        told = _TOLD.search(sentence)
        if told:
            to = self._clean(told["to"])
            if (
                self._is_outlet(to)
                or to
                and re.search(r"news|agency|times|post|tv|radio|journal|daily|press|channel|awsat", to[0], re.I)
            ):
                near += to
            root += self._points_back(told["who"]) or self._subject(told["who"])
        if not told:
            root += self._sayer(sentence, view)
        if not near and not root:
            interview = re.search(rf"\bIn an? (?P<o>{_NAME}(?: {_NAME})*) interview\b", sentence)
            if interview:
                near = [interview["o"]]
        if not near and not root:
            m = re.search(
                r"\b(?:[Uu]nder|[Aa]ccording to) (?:the|this|that) (?P<what>plan|agreement|deal|proposal|accord)\b",
                sentence,
            )
            if m and self.last:
                return list(self.last)
        named = [o for o in self._outlets_in(sentence) if o not in near and o not in root]
        if named and (
            root
            or near
            or re.search(
                rf"\b(?:{'|'.join(map(re.escape, named))})(?:'s| has| had)? (?:{_SAY}|quoted|cited|reported)", sentence
            )
        ):
            quoting = re.search(
                rf"(?:{'|'.join(map(re.escape, named))}).{{0,40}}?\b(?:quoted|quoting|citing|cited|reported|said)",
                sentence,
            )
            near = [*named, *near] if quoting else [*near, *named]
        chain = list(dict.fromkeys([*near, *root]))
        return chain[:4]

    def _outlets_in(self, sentence: str) -> list[str]:
        return [m.group() for m in _outlet_pattern().finditer(sentence)]

    def _is_outlet(self, names: list[str]) -> bool:
        return bool(names) and (names[0] in self.outlets or "The " + names[0] in self.outlets)

    def _sayer(self, sentence: str, view: View) -> list[str]:
        """The subject of a verb of saying, before it ("X said") or after a quote ("…," said X)."""
        after = _SAID_BY.search(sentence)
        if after:
            return self._points_back(after["who"]) or self._subject(after["who"])
        for m in re.finditer(rf"(?<![\w’'-]){_SAY}\b(?P<rest>.{{0,12}})", sentence):
            before = sentence[: m.start()].rstrip()
            if (
                before.endswith((" was", " were", " be", " been", " is", " are"))
                or re.search(r"\b(?:to|will|would|could|should|not|the|a|of|in|that|it|which)$", before)
                and not before.endswith("that it")
            ):
                continue
            verb = m.group().split()[0].lower()
            if verb in {
                "ordered",
                "put",
                "shows",
                "showed",
                "reports",
                "called",
                "described",
                "claims",
                "states",
                "estimates",
                "rejected",
                "dismissed",
                "vowed",
                "pledged",
                "maintained",
                "quoted",
            } and not re.match(r"\s*(?:that|the|on|in|as|it|a|reports|they|he|she)", sentence[m.start() + len(verb) :]):
                continue
            who = _last_phrase(before)
            if not who:
                continue
            found = self._points_back(who) or self._subject(who)
            if found:
                return found
        return []

    def _subject(self, words: str) -> list[str]:
        words = _last_phrase(words.strip()) or words.strip()
        if re.search(_NOUN, words) or re.search(rf"{_NAME}", words):
            cleaned = self._clean(words)
            if cleaned and (re.search(_NOUN, cleaned[0], re.I) or re.search(r"[A-Z]", cleaned[0])):
                return cleaned
        return []

    def _points_back(self, words: str) -> list[str]:
        """ "he", "the official", "the report": the chain of whom it was last said."""
        w = words.strip().rstrip(",").lower()
        tail = w.split()[-1] if w.split() else ""
        if tail in {"he", "she", "they"} or w in {"it", "he also", "she also"}:
            return list(self.last)
        m = re.search(
            rf"(?:^|\b)(?:the|that|this|its|his|the same|both|the senior|of the|two of the|one of the|one of)\s+(?:\w+ )?(?P<n>{_NOUN})$",
            w,
        )
        if m and len(w.split()) <= 5:
            noun = m["n"]
            if noun in self.people:
                return list(self.people[noun])
            if self.last and noun.rstrip("s") in self.last[-1].lower():
                return list(self.last)
        if w in {"one of them", "one of the two", "the latter"}:
            return list(self.last)
        m = re.fullmatch(r"(?:the )?(?P<name>[a-z\-’']{3,})", w)
        if m and self.last and m["name"] in self.last[-1].lower():
            return list(self.last)
        for chain in self.people.values():
            if m and m["name"] in chain[-1].lower():
                return list(chain)
        return []

    def _back(self, noun: str) -> list[str]:
        return list(self.people.get(noun) or self.last)

    def _clean(self, who: str) -> list[str]:
        """A source's words made a name: no article, no clause behind it, anonymity kept."""
        who = re.split(
            r"\b(?:who|which|that|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last|this week|in (?:a|an|late|early)|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|as saying|as of|published|dated|after|earlier)\b",
            who,
        )[0]
        who = re.sub(
            r"^(?:the|a|an|its|his|her|one|another|now|also|separately|meanwhile|earlier|however|but|and)\s+",
            "",
            who.strip(" ,.“”\"'’"),
            flags=re.I,
        ).strip(" ,.“”\"'’")
        if not who or len(who) < 2:
            return []
        parts = re.split(r",? (?:quoting|citing|quoted|cited) (?:by )?", who)
        made = []
        for part in parts:
            words = part.split()
            anonymous = any(w.lower().rstrip("s,") in _ANONYMOUS for w in words) and not re.search(
                r"(?:official|officer|commander|source|diplomat|aide|spokes\w+|adviser|politician|lawmaker|resident)s? [A-Z][a-z]+",
                part,
            )
            if anonymous and re.search(r"spokes", part):
                anonymous = False
            made.append(part.strip() + (" (anonymous)" if anonymous else ""))
        return [p for p in made if p]


_ANONYMOUS = frozenset(
    "official officer source diplomat aide resident witness commander politician adviser soldier lawmaker".split()
)


@lru_cache(maxsize=1)
def _outlet_pattern() -> re.Pattern[str]:
    names = sorted(lexicon.words()["outlets"], key=len, reverse=True)
    return re.compile(r"(?<![\w/-])(?:" + "|".join(re.escape(n) for n in names if len(n) > 2) + r")(?![\w-])")


def _is_plan(who: str) -> bool:
    return bool(re.match(r"(?:the|this|that|its) (?:plan|report|agreement|statement|deal)\b", who.strip(), re.I))


def _last_phrase(before: str) -> str:
    """The noun phrase that ends `before`: back to a clause boundary."""
    before = re.sub(r",\s*(?:who|which)[^,]{3,80},?$", "", before.rstrip(" ,"))
    before = (
        re.sub(r",\s*(?:the |a |an )?[^,]{3,70},?$", "", before)
        if re.search(rf"{_NAME},\s[^,]{{3,70}}$", before)
        and re.search(
            _NAME + r",\s(?:a|an|the|spokes\w+|commander|chief|director|head|\w+ (?:spokes\w+|minister))\b", before
        )
        else before
    )
    piece = re.split(
        r"[;:“”\"()\n]|,\s|\b(?:that|while|but|although|when|as|because|after|since|and then|where|than)\s", before
    )[-1].strip()
    words = piece.split()
    if len(words) > 14:
        words = words[-14:]
    out = " ".join(words)
    return re.sub(
        r"\b(?:has|have|had|also|later|then|earlier|separately|meanwhile|reportedly|publicly|and)$", "", out
    ).strip(" ,")
