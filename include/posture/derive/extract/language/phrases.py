"""Noun phrases around a name: the preposition before it, the military or speaker noun after it."""

from __future__ import annotations

from .classes import nouns, words
from .grammar import BEFORE_PLACE, PART_NOUNS, PART_NOUNS_AND, SPEAKER_MODIFIERS
from .text import Token
from .vocabulary import Vocabulary

LOCATIVE = frozenset(
    ("in at near inside within across throughout outside around over toward towards into onto off along").split()
)
ROLES = LOCATIVE | frozenset(
    ("from to on of for between against with by through via between among amongst leaving out").split()
)
#: "Is split between A and B": some are at the one and some at the other.
SPREAD = frozenset("split divided distributed scattered dispersed spread parcelled parceled shared".split())
OWN = frozenset("its their his her our your my".split())
DETERMINERS = frozenset(
    (
        "the these those this that such all some many most other remaining more additional foreign extra both any no"
    ).split()
)
#: "Troops from ten NATO countries".
_SEVERAL = frozenset("two three four five six seven eight nine ten eleven twelve several".split())
COMPASS = frozenset(
    (
        "northern southern eastern western central northeastern northwestern southeastern southwestern northeast "
        "northwest southeast southwest north-eastern north south east west upper lower coastal mainland rural"
    ).split()
)


def is_shared_out(prep: str, toks: tuple[Token, ...], first: int) -> bool:
    """ "Divided among Gao and Bamako": what is named behind it is where they are, no state."""
    return prep in {"among", "amongst", "between"} and any(t.key in SPREAD for t in toks[:first])


class NounPhrases:
    """Reads the words around a name; all indices are tokens of one sentence."""

    v: Vocabulary

    def _military_near(self, toks: tuple[Token, ...], first: int, last: int) -> bool:
        if last + 1 < len(toks) and toks[last + 1].key in nouns("post") | nouns("lair"):
            return True  # "an XYZ camp"
        window = toks[max(0, first - 3) : first] + toks[last + 1 : last + 4]
        if first and toks[first - 1].key == "the" and last + 1 < len(toks):
            window = toks[last + 1 : last + 4]
            return not any(t.key in self.v.classes["reporting_verbs"] or t.key == "according" for t in window[:2])
        if any(t.key in self.v.classes["reporting_verbs"] or t.key in {"according", "told", "("} for t in window):
            return False
        return any(t.key in self.v.classes["movers"] or t.key in {"the", "by"} for t in window)

    def _prep(self, toks: tuple[Token, ...], first: int) -> str:
        """The preposition before a noun phrase, past determiners, adjectives and numbers."""
        i = first - 1
        for _ in range(6):
            if i < 0:
                return ""
            key = toks[i].key
            if key in {"like", "as"} and (noun := _exemplified(toks, i)):
                return self._prep(toks, noun)  # "in countries such as X"
            if key in ROLES:
                if key == "of" and i and toks[i - 1].key == "out":
                    return "from"
                if key == "of" and i and toks[i - 1].key == "outside":
                    return "outside"
                if key == "of" and i and toks[i - 1].key in COMPASS | PART_NOUNS:
                    i -= 1
                    while i >= 0 and (
                        toks[i].key in COMPASS | PART_NOUNS_AND | BEFORE_PLACE
                        or toks[i].key not in ROLES
                        and toks[i].text[0].isupper()
                        and toks[i + 1].key not in {"and", "the"}
                    ):
                        i -= 1  # "in the Uzbek border town of X"
                    return toks[i].key if i >= 0 and toks[i].key in ROLES else "of"
                return key
            if not (
                key in COMPASS
                or key in DETERMINERS
                or key in OWN
                or key in self.v.classes["modifiers"]
                or key in BEFORE_PLACE
                or key in _SEVERAL
                or key.isdecimal()
                and not (len(key) == 4 and key[:2] in {"19", "20"})  # "in 2019 the US had": its preposition
            ):
                return ""
            i -= 1
        return ""

    def _noun_end(self, toks: tuple[Token, ...], last: int) -> int:
        """Last token of "<name> <modifiers> <military noun>", else `last`."""
        return self._military_noun(toks, last + 1) or last

    def _military_noun(self, toks: tuple[Token, ...], i: int) -> int | None:
        """Index of the last token of a military noun at i, past modifiers."""
        for step in range(6):
            at = i + step
            if at >= len(toks):
                return None
            for parts in self.v.multi.get(toks[at].key, ()):
                if (
                    tuple(t.key for t in toks[at : at + len(parts)]) == parts
                    and " ".join(parts).replace(" - ", "-") in self.v.classes["movers"]
                ):
                    return self._extend(toks, at + len(parts) - 1)
            if toks[at].key in self.v.classes["movers"]:
                return self._extend(toks, at)
            if toks[at].key not in self.v.classes["modifiers"] and not toks[at].key.isdecimal():
                return None
            after = toks[at + 1].key if at + 1 < len(toks) else ""
            if toks[at].key == "-" and toks[at - 1].end < toks[at].start and not after.isdecimal():
                return None  # "CHAD - Soldiers have …": a label
            if toks[at].key == "and" and toks[at - 1].text[:1].isupper() and not step:
                if after in self.v.classes["movers"]:
                    return None  # "from Germany and troops from France"
        return None

    def _site_noun(self, toks: tuple[Token, ...], i: int) -> bool:
        """A military site's noun stands at i, past modifiers: "US military base"."""
        for step in range(4):
            key = toks[i + step].key if i + step < len(toks) else ""
            if key in self.v.classes["sites"]:
                return True
            if key not in self.v.classes["modifiers"]:
                return False
        return False

    def _extend(self, toks: tuple[Token, ...], at: int) -> int:
        """ "army units", "air force jets": the last of several military nouns is the head."""
        while at + 1 < len(toks) and toks[at + 1].key in self.v.classes["movers"]:
            at += 1
        return at

    def _speaker(self, toks: tuple[Token, ...], i: int) -> int | None:
        for step in range(5):
            at = i + step
            if at >= len(toks):
                return None
            if toks[at].key in self.v.classes["speakers"]:
                return at
            if toks[at].key not in self.v.classes["modifiers"] and toks[at].key not in SPEAKER_MODIFIERS:
                return None
        return None


SPOTS = words("phrases.spots")


def _exemplified(toks: tuple[Token, ...], i: int) -> int:
    """The noun before "such as" or "like", where it is one for places; 0 for none."""
    at = i - 1 if toks[i].key == "like" else i - 2
    if at < 1 or toks[i].key == "as" and toks[i - 1].key != "such":
        return 0
    at -= toks[at].text == ","
    return at if toks[at].key in SPOTS else 0
