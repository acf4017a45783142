"""What the parser is helped with: words that it would misread are given to it as plainer ones, and what it got wrong
in a known way is put right, before the tree is made.
"""

from __future__ import annotations

from collections.abc import Sequence

from .classes import words
from .designations import designations
from .framing import SHORT_MONTHS, for_the_time_being, joined_as_well
from .grammar import HAS, set_of
from .lonenumbers import is_homewards
from .ranges import is_range
from .text import Token

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " "})


def readable(toks: Sequence[Token]) -> list[str]:
    """The words as the parser is given them: the number of "a Y-12" or "four F-16s" as the noun that it stands for."""
    words = [_plain(toks, i) or t.text.translate(_STRAIGHT) for i, t in enumerate(toks)]
    words = ["NATO" if _is_acronym(toks, i) else w for i, w in enumerate(words)]  # "SFOR": a name like any other
    for d in designations(toks):
        words[d.mark] = d.noun
    for i in for_the_time_being(toks):
        words[i : i + 4] = ",", "for", "now", ","
    if len(toks) > 2 and toks[0].text == "IS" and not toks[1].text.isupper():
        words[0] = "ISIS"
    _bounds_plainly(toks, words)
    for i in range(len(toks) - 2):
        if toks[i].key in {"a", "p"} and toks[i + 1].text == "." and toks[i + 2].key == "m":
            if toks[i].end == toks[i + 1].start and toks[i + 1].end == toks[i + 2].start:
                words[i] = "o'clock"  # "8 p.m."
    spaced = [i for i in range(1, len(toks) - 1) if toks[i].text in {"-", "--"} and _is_spaced(toks, i)]
    for i in spaced if len(spaced) > 1 else ():
        words[i] = "–"  # "Chad - long a critic of Mali - sent": an aside
    for i in joined_as_well(toks):
        words[i + 2] = "and"
    for i in (i for i in range(len(toks)) if is_range(toks, i)):
        words[i], words[i + 2] = "between", "and"
    for i, t in enumerate(toks[:-1]):
        if t.text[:1].isupper() and toks[i + 1].text == "." and t.key in SHORT_MONTHS:
            words[i] = SHORT_MONTHS[t.key]
    for i in range(len(toks) - 1):
        if toks[i].text == "M" and toks[i + 1].text == "23" and toks[i].end == toks[i + 1].start:
            vowel = i and toks[i - 1].key == "an"  # a name like any other, and no 23
            words[i : i + 2] = ["Ansar", "Dine"] if vowel else ["Boko", "Haram"]
    for i, t in enumerate(toks):
        if t.key in _LAIRS and i and (t.key != "camp" or _is_named_camp(toks, i)):
            words[i] = "bases" if t.key.endswith("s") else "base"
        elif t.key in _FIRE and i > 1 and toks[i - 1].text[:1].isupper() and toks[i - 2].key in _BY:
            words[i] = "bombardment"  # "killed by Thai shelling"
        elif t.key == "cannot":
            words[i] = "can"  # the tagger takes it for a name; what it denies is read of the word itself
        elif t.key == "home" and is_homewards(toks, i):
            words[i] = "back"  # "ordered the contingent of 900 home on Monday"
        elif t.key in {"drill", "exercise"} and i and toks[i - 1].key == "and" and toks[i - 2].key == "patrol":
            words[i] = "operation"  # "a patrol and exercise"
    for i in range(len(toks) - 2):
        mark, dash, digits = toks[i : i + 3]
        is_type = dash.text in {"-", "–"} and digits.text.isdecimal() and mark.text[:1].isupper()
        is_joined = mark.end == dash.start and dash.end == digits.start
        if is_type and is_joined and mark.text.isalpha() and len(mark.text) <= 4 and len(digits.text) <= 3:
            words[i + 2] = "jet"
            if i + 3 < len(toks) and toks[i + 3].start == digits.end and toks[i + 3].text[-1] == "s":
                words[i + 3] = "jets"
    return words


#: Bounds that the parser takes for an adjective or a noun with a phrase of its own, and such as it reads well.
_BOUNDS = {
    ("close", "to"): ("more", "than"), ("upwards", "of"): ("more", "than"), ("upward", "of"): ("more", "than"),
    ("fewer", "than"): ("more", "than"), ("less", "than"): ("more", "than"), ("up", "to"): ("more", "than"),
    ("shy", "of"): ("less", "than"), ("short", "of"): ("less", "than"),
    ("as", "many", "as"): ("no", "more", "than"), ("as", "few", "as"): ("no", "less", "than"),
    ("as", "much", "as"): ("no", "more", "than"), ("as", "little", "as"): ("no", "less", "than"),
    ("in", "excess", "of"): ("no", "less", "than"), ("a", "maximum", "of"): ("no", "more", "than"),
    ("a", "minimum", "of"): ("no", "less", "than"),
}  # fmt: skip
_WITH_UP = words("misreadings.with_up")
#: Before "around 900" they show that it is an adverb.
_BEFORE_ADVERB = frozenset(
    "is are was were be been being at to by from of with than numbers numbered totals number total has have had hosts "
    "host hosted houses keeps kept maintains another and alongside".split()
)


def _bounds_plainly(toks: Sequence[Token], words: list[str]) -> None:
    """ "Is close to 900", "stands at upwards of 900": the bound is the number's, whatever it looks like."""
    for i in range(1, len(toks) - 1):
        if (
            toks[i].key in {"around", "about", "over"}
            and toks[i - 1].key in _BEFORE_ADVERB
            and toks[i + 1].key[0].isdecimal()
        ):
            words[i] = "nearly"
        for bound in (2, 3):
            number = i + bound
            if number >= len(toks) or not (toks[number].key[0].isdecimal() or toks[number].key in _SPELT):
                continue
            plain = _BOUNDS.get(tuple(t.key for t in toks[i:number]))
            if plain is not None and toks[i - 1].key not in _WITH_UP:
                words[i:number] = plain


_SPELT = frozenset("a two three four five six ten twelve twenty thirty forty fifty sixty hundreds thousands".split())
#: Nouns that the tagger takes for verbs behind a name.
_LAIRS = frozenset("stronghold strongholds hideout hideouts camp".split())
_FIRE, _BY = frozenset("shelling firing bombing".split()), frozenset("by in from under of after during amid".split())


def _is_named_camp(toks: Sequence[Token], i: int) -> bool:
    """ "A Boko Haram camp": an article stands before the name before it."""
    at = i - 1
    while at > 0 and i - at < 5 and toks[at].text[:1].isupper() | toks[at].text.isdecimal() | (toks[at].text == "-"):
        at -= 1
    if at == i - 1 or at < 0:
        return False
    goes_on = i + 1 < len(toks) and toks[i + 1].key in {"near", "in", "at", "outside", "from"}
    # "Army raids Boko Haram camp near X"
    return toks[at].key in {"a", "an", "the", "another", "one"} or goes_on and toks[at].text.islower()


_LIKE_NOUNS = words("misreadings.like_nouns")
_AUXILIARIES = HAS | frozenset("was were been being is are be".split())
#: "The camp was housing Malian troops", "Chad has concentrated forces around X".
_LIKE_ADJECTIVES = {"housing": "holding"} | dict.fromkeys(("concentrated", "positioned", "consolidated"), "deployed")
_PARTICIPLE = ("ed", "en", "un", "wn", "ght", "ne", "ft", "eld")
#: Acts of arms that look like a noun.
_LIKE_PLURALS = frozenset("shell mortar rocket bomb raid storm".split())
_TRANSITIVE = frozenset("man staff police crew garrison escort support help".split())
_TAKES = frozenset("the a an its their two three several".split())
_OPENS_PHRASE = _TAKES | frozenset(
    (
        "this that these those his our in on at near around across inside alongside along outside under with from "
        "there here as . ,"
    ).split()
)
_ABOUT_NUMBER = frozenset("about around some nearly almost over roughly only just at more fewer between".split())


def _is_acronym(toks: Sequence[Token], i: int) -> bool:
    """A name in capitals that stands alone among other words."""
    text = toks[i].text
    if not (text.isupper() and text.isalpha() and _SHORTEST <= len(text) <= _LONGEST):
        return False
    beside = [toks[k].text for k in (i - 1, i + 1) if 0 <= k < len(toks)]
    return not any(x.isupper() and len(x) > 1 or x in {"-", "/", "–"} for x in beside)


_SHORTEST, _LONGEST = 4, 9  # letters of an acronym: shorter ones are known, longer ones are shouted


def _is_spaced(toks: Sequence[Token], i: int) -> bool:
    return toks[i - 1].end < toks[i].start and toks[i].end < toks[i + 1].start


def _plain(toks: Sequence[Token], i: int) -> str | None:
    """A verb that is no noun, for the parser to read in place of one that it would take for a noun."""
    if not 0 < i < len(toks) - 1:
        return None
    at = _before(toks, i)
    before, after = toks[at].key, toks[i + 1].key
    if toks[i].text == "IS" and not toks[i + 1].text.isupper() and not toks[i - 1].text.isupper():
        return "ISIS"
    if toks[i].key == "fighting" and after.rstrip("s") in {"position", "vehicle", "hole"}:
        return "defensive"
    if toks[i].key in _LIKE_ADJECTIVES and before in (HAS if toks[i].key.endswith("ed") else _AUXILIARIES):
        return _LIKE_ADJECTIVES[toks[i].key]
    is_many = toks[at].text.istitle() or before.endswith("s")  # "the forces in X total 900"
    if is_many and toks[i].key in {"number", "total"} and _opens_number(toks, i + 1):
        return "exceed"
    if toks[i].key in _LIKE_HOUSES and toks[i].text.islower() and before.isalpha() and before not in _NO_SUBJECT:
        return _LIKE_HOUSES[toks[i].key] if _opens_number(toks, i + 1) else None
    if toks[i].key == "land" and before in _LANDING and after in {"in", "at", "on", "near"}:
        return "arrive"  # "Marines land in X"
    if toks[i].key[-7:] in {"thwards", "stwards"}:
        return toks[i].key[:-1]  # "retreated southwards"
    if toks[i].key in {"servicemen", "servicewomen", "airmen"}:
        return "soldiers"
    if toks[i].key == "overran" or toks[i].key == "overrun" and (before in _AUXILIARIES or after == "by"):
        return "captured"
    if toks[i].key == "since" and toks[i - 1].key in HAS and after.endswith(_PARTICIPLE):
        return "already"  # "have since captured X"
    if toks[i].key == "rebel" and before in {"to", "by"} and after[-1:] == "s":
        return "hostile"  # "lost the town to rebel fighters"
    if toks[i].key in _LIKE_PLURALS and (before[-1:] == "s" or before == "they") and _is_whom(toks, i + 1):
        return "destroy"  # "the rebels shell X"
    if toks[i].key in {"man", "staff", "crew"} and after in _TAKES and (before[-1:] == "s" or before == "police"):
        return "defend"  # "marines man the posts"
    if toks[i].key not in _LIKE_NOUNS or after not in _OPENS_PHRASE or not _is_many(before):
        return None
    if at and toks[at - 1].end == toks[at].start and toks[at - 1].text[-1].isalpha():
        return None  # "an M23 camp": a name
    if after in _TAKES:
        return "defend"
    is_other = toks[i].key in _TRANSITIVE or after in {".", ","} and toks[i].key not in {"remain", "stay"}
    return None if is_other else "operate"  # "500 police, among them"


def _opens_number(toks: Sequence[Token], i: int) -> bool:
    """A number stands there, or what bounds one: "about", "an estimated", "upwards of"."""
    key, after = toks[i].key, toks[i + 1].key if i + 1 < len(toks) else ""
    if key in _ABOUT_NUMBER and not (after[:1].isdecimal() or after in _SPELT | {"than", "least"}):
        return False
    if key[0].isdecimal() or key in _ABOUT_NUMBER | _SPELT - {"a"} | {"roughly", "approximately", "hundreds", "dozens"}:
        return True
    if key in {"a", "an"} and i + 2 < len(toks):
        return toks[i + 1].key in {"estimated", "total", "hundred", "thousand", "dozen", "few", "mere", "record"}
    return any(tuple(t.key for t in toks[i : i + len(b)]) == b for b in _BOUNDS)


#: Verbs that look like a plural, before a number: "X houses 300 men", "the force numbers 900".
_LIKE_HOUSES = {
    "houses": "contains", "hosts": "contains", "numbers": "exceeds", "stations": "keeps", "bases": "keeps",
    "totals": "exceeds", "fields": "keeps", "garrisons": "keeps", "counts": "has",
}  # fmt: skip
_LANDING = words("misreadings.landing")
_NO_SUBJECT = frozenset(
    "the a an of in at on its their his our and or with by to for from these those other all many some".split()
)


def _is_whom(toks: Sequence[Token], i: int) -> bool:
    """A name or a pronoun stands there, or a noun with its article."""
    return toks[i].text[:1].isupper() or toks[i].key in _TAKES


def _before(toks: Sequence[Token], i: int) -> int:
    """The token before a verb, past an adverb: "250 still guard the gate"."""
    return i - 2 if i > 1 and toks[i - 1].key in {"still", "now", "also", "already", "currently", "mostly"} else i - 1


def _is_many(key: str) -> bool:
    return key[0].isdecimal() and key != "1" or key in {"dozen", "hundred", "thousand", "hundreds", "dozens"}


def verbs_again(toks: Sequence[Token], heads: tuple[int, ...], labels: list[str], tags: list[str]) -> tuple[int, ...]:
    """ "… and 300 live in X": the number before such a verb is its subject, whatever the parser says."""
    likely = [i for i in range(1, len(toks)) if toks[i].key in _LIKE_NOUNS and _plain(toks, i) is not None]
    if not likely:
        return heads
    made = list(heads)
    for i in likely:
        noun = at = _before(toks, i)
        if noun != i - 1:
            made[i - 1], labels[i - 1] = i, "advmod"
        while at and tags[at - 1] in {"DT", "JJ", "VBG", "RB", "IN", "JJR", "NN", "CD"} and made[at - 1] in (i, noun):
            at -= 1
            made[at] = noun if made[at] == i else made[at]
        if at > 1 and toks[at - 1].key == "of" and tags[at - 2] in {"NN", "CD"}:
            made[noun], labels[noun] = at - 1, "pobj"
            made[at - 1], labels[at - 1] = at - 2, "prep"
            noun = at - 2
        if made[i] in (noun, i - 1):
            made[i] = made[noun]
            labels[i] = labels[noun]
        if labels[i] not in {"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"} or tags[i][:2] != "VB":
            above, seen = i, 0
            while made[above] != above and (above == i or tags[above][:2] != "VB") and seen < 40:
                above, seen = made[above], seen + 1
            made[i], labels[i] = (above, "conj") if above != i else (i, "ROOT")
        if labels[noun] == "ROOT":
            made[i], labels[i] = i, "ROOT"
        made[noun], labels[noun] = i, "nsubj"
        tags[i] = "VBP"
    return tuple(made) if _is_tree(made) else heads


def _is_tree(heads: Sequence[int]) -> bool:
    """Every word leads to one that is its own head."""
    for i in range(len(heads)):
        at = i
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return True


#: Verbs that take a noun and never a clause.
_TAKERS = set_of(
    "hold holds held holding conduct conducts conducted conducting stage staged stages staging host hosts hosted "
    "hosting launch launched launches launching carry carried carries carrying resume resumed resumes wrap wrapped "
    "wraps mount mounted complete completed conclude concluded join joined joins"
)


def nouns_again(keys: tuple[str, ...], heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "held its Iron Spear drills": a plural taken for a verb becomes an object again, its subject a modifier; and in
    "jets and attack helicopters" the verb before a noun is a modifier."""
    for i, label in enumerate(labels):
        if label in {"ccomp", "advcl"} and tags[i] in {"NN", "NNS"}:
            roles = {labels[k] for k, h in enumerate(heads) if h == i}
            roles |= {"mark"} if keys[heads[i]] in {"let", "lets"} else set()
            if {"nsubj", "mark"} <= roles and not roles & {"det", "poss", "cop", "case"}:
                tags[i] = "VB"  # "recommends that the troops return", "let the fleet stay"
        noun = i + 1
        if label != "conj" or tags[i] not in {"VB", "VBP"} or tags[heads[i]][:2] != "NN" or noun == len(keys):
            continue
        if heads[noun] == i and labels[noun] == "dobj" and not any(h == i and k < i for k, h in enumerate(heads)):
            heads[noun], labels[noun] = heads[i], "conj"
            heads[i], labels[i], tags[i] = noun, "compound", "NN"
            for k, h in enumerate(heads):
                if h == i and k > noun:
                    heads[k] = noun
    for i, label in enumerate(labels):
        if tags[i] == "VBZ" and label in {"dobj", "pobj"}:
            if not {labels[k] for k, h in enumerate(heads) if h == i} & {"nsubj", "aux", "mark", "dobj", "neg"}:
                tags[i] = "NNS"  # "rejects reports that …"
        if tags[i] != "VBZ" or label not in {"ccomp", "dobj"} or keys[heads[i]] not in _TAKERS:
            continue
        own = [k for k, h in enumerate(heads) if h == i and k != i]
        if any(labels[k] in {"aux", "mark", "dobj"} for k in own):
            continue
        tags[i], labels[i] = "NNS", "dobj"
        for k in own:
            if k < i and labels[k] == "nsubj":
                labels[k] = "compound"
