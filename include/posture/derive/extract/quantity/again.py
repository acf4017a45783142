"""A number that does what troops do counts those who were spoken of: "about 300 are still there", "there were 500".

Bare numbers are what parsers hang most wrongly ("over 1,100 have left" becomes a prepositional phrase); here the words
around one decide: where its clause begins, and what verb group follows or leads up to it.
"""

from __future__ import annotations

from ..language.classes import verbs
from ..language.grammar import BE_FORMS
from ..language.syntax import Tree
from ..language.text import Sentence, Token
from ..language.vocabulary import Vocabulary
from . import levels
from .bounds import ABOUT
from .numerals import claims, is_date, is_year, number, opens
from .said import Found, Said

#: Words between the beginning of a clause and a number that is its subject.
_BEFORE = frozenset("another a further the other remaining only just last first final now still all more".split())
_OPENS = frozenset(', ; : – — ( " “ and but while whereas that where although though because when if or yet'.split())
_IS = BE_FORMS | {"'s", "'re", "being"}
_HELPS = frozenset("have has had do did will would should could may might must can shall to not n't".split()) | _IS
#: "Are thought to be there", "are known to serve": how sure it is.
_HELD = frozenset(
    (
        "thought believed said reported known estimated supposed understood reckoned reportedly alleged to be now "
        "still currently already also only probably then once just perhaps today presently always"
    ).split()
)
#: Where those are who "are".
_AT = frozenset(
    "in at on near around aboard along inside outside across throughout under off north south east west".split()
)
_HERE = frozenset("there here ashore abroad present left behind home back ready".split())
_COMING = frozenset("expected due scheduled slated ordered awaited needed planned earmarked".split())
_BOUNDS = frozenset("than fewer less no least at most up to over under between and a an".split()) | ABOUT
_ROUND = frozenset(
    "dozens hundreds thousands scores tens several twenty thirty forty fifty sixty seventy eighty ninety".split()
)
#: Who a number is said of: "it has 300", "put the figure at 300", "joined by another 300".
_SAYS = frozenset("has have had keeps kept at by to number numbers numbered totals totalled numbering".split()) | _IS
_SUMS = frozenset("number numbers numbered numbering totals totalled totaled totalling totaling".split())
_LIVES = verbs("again.lives")
_PERSONS = frozenset({"men", "women"})
#: Fewer than this many may be posts, days or countries.
_MEN = 10


def may_count(sentence: Sentence) -> bool:
    """A sentence without a name can tell a level or a move of those spoken of before, by its words alone."""
    if opens(sentence) or claims(sentence):
        return True
    toks = sentence.tokens
    for i, t in enumerate(toks):
        if not t.key[0].isdecimal() and t.key not in _ROUND:
            continue
        read = number(toks, i)
        if read is None or read[0] < _MEN or is_year(toks, i) or is_date(toks, i):
            continue
        behind, k = _behind(toks, read[1]), i - 1
        if toks[min(behind, len(toks) - 1)].key in _PERSONS:
            return True  # "741 men and women are in the country"
        while k >= 0 and toks[k].key in _BOUNDS | _BEFORE and toks[k].key not in _SAYS:
            k -= 1
        is_alone = behind >= len(toks) or not toks[behind].text[0].isalpha() or toks[behind].key in _AT | _HERE
        if k >= 0 and toks[k].key in _SAYS and is_alone:
            return True
        if behind < len(toks) and toks[behind].key in _HELPS | levels.GOES | levels.STAYS:
            return True
    return False


def counted(n: Said, first: int) -> Found | None:
    """Of whom so many are said to be, stay, come or go; None if the words around the number don't tell.

    Args:
        n: the number.
        first: its first token, with its qualifier.
    """
    read = number(n.toks, n.i)
    if n.before not in levels.MOVING or read is None or read[0] < _MEN:
        return None
    if read[2] and n.tree.keys[n.end : n.end + 1] == ("of",) and levels.is_of_others(n.tree, n.v, n.i, n.i, n.end):
        return None  # "there were dozens of complaints"
    if first and n.toks[first - 1].key in _SUMS and _ends(n.toks, n.tree, n.end):
        return n.before, n.end - 1, "strong"  # "the contingent numbers no fewer than 400"
    if not first and n.toks[n.end : n.end + 1] and n.toks[n.end].text == "," and not _has_verb(n.tree):
        return n.before, n.end - 1, "strong"  # "How many are there? Around 900, by most estimates."
    acts = _leads(n.toks, n.tree, first) and _acts(n.toks, n.tree, n.v, _behind(n.toks, n.end))
    if acts or _there_are(n.toks, first) and _ends(n.toks, n.tree, n.end):
        return n.before, n.end - 1, "strong"
    return None


def _has_verb(tree: Tree) -> bool:
    return any(tag[:2] in {"VB", "MD"} and tag != "VBG" for tag in tree.tags)


def _behind(toks: tuple[Token, ...], end: int) -> int:
    """The token behind a number and what belongs to it: "300 more", "300 of them", "300 in all"."""
    while end < len(toks) and toks[end].key in {"more", "others"}:
        end += 1
    if end + 1 < len(toks) and (toks[end].key, toks[end + 1].key) in {
        ("of", "them"), ("of", "these"), ("of", "those"), ("in", "all"), ("in", "total"),
    }:  # fmt: skip
        end += 2
    return end


def _leads(toks: tuple[Token, ...], tree: Tree, first: int) -> bool:
    """The number opens its clause, or what opens it is a phrase of place or time: "in Mali 300 …"."""
    k = first - 1
    while k >= 0 and toks[k].key in _BEFORE:
        k -= 1
    if k < 0 or toks[k].key in _OPENS:
        return True
    start = k
    while start >= 0 and toks[start].key not in _OPENS and tree.tags[start][:2] not in {"VB", "MD"}:
        start -= 1
    opens = tree.tags[start + 1] in {"IN", "RB"} and toks[start + 1].key not in levels.ROUGHLY | {"of", "than"}
    closed = start < 0 or toks[start].key in _OPENS
    return closed and opens and (tree.tags[k][:2] in {"NN", "RB", "CD"} and toks[k].key not in {"$", "than", "of"})


def _acts(toks: tuple[Token, ...], tree: Tree, v: Vocabulary, at: int) -> bool:
    """A verb group stands there that says of men that they are, stay, come or go."""
    main, k = -1, at
    while k < len(toks) and (tree.tags[k][:2] in {"VB", "MD", "RB", "TO"} or toks[k].key in _HELPS | _HELD):
        if tree.tags[k][:2] in {"VB", "MD"} or toks[k].key in _HELPS:
            main = k
            if toks[k].key not in _HELPS | _HELD and k > at:
                break
        if toks[k].key in _HERE and main >= 0:
            return toks[main].key in _IS or _is_known(v, toks[main].key)
        k += 1
    if main < 0 or not (tree.tags[at] in {"MD", "VBZ", "VBP", "VBD", "RB", "VBN"} or toks[at].key in _HELPS):
        return False
    if toks[main].key in _COMING:
        return True
    if toks[main].key in _IS:
        return k < len(toks) and toks[k].key in _AT | _HERE
    return _is_known(v, toks[main].key)


def _is_known(v: Vocabulary, key: str) -> bool:
    classes = v.classes
    if key in _LIVES:
        return False
    return key in levels.STAYS or key in levels.GOES or any(
        key in classes[c] for c in ("being_verbs", "placing_verbs", "moving_verbs")
    )  # fmt: skip


def _there_are(toks: tuple[Token, ...], first: int) -> bool:
    """ "There are believed to be", "there were then" lead up to the number."""
    k, is_said = first - 1, False
    while k >= 0 and toks[k].key in _HELPS | _HELD | {"remain", "remained", "remains", "left"} | _BEFORE:
        is_said = is_said or toks[k].key in _IS | {"remain", "remained"}
        k -= 1
    return is_said and k >= 0 and toks[k].key == "there"


def _ends(toks: tuple[Token, ...], tree: Tree, end: int) -> bool:
    """No noun follows that would be what is counted."""
    at = _behind(toks, end)
    return at >= len(toks) or tree.tags[at][:2] not in {"NN", "JJ", "CD", "VB", "$"} or toks[at].key in _HERE
