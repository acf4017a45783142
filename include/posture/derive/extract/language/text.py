"""Text as the engine sees it: sentences and tokens.

Every unit carries character offsets into the article's text, so that evidence can always be cut out
verbatim. `fold` maps a text to a matching key of the same length: offsets survive folding.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from .blocks import Block, blocks
from .labels import DATED, label_length

#: Kinds of block that are not the article's own text, and the reason that a mention there is given (RECORDS.md §1).
SILENT = {"teaser": "teaser", "note": "footnote"}
# Characters whose folded form is not what NFKD's first letter says.
_FOLDS = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "ʿ": "'",
    "ʾ": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "‐": "-",
    "−": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2007": " ",
    "\t": " ",
    "ı": "i",
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "ð": "d",
    "þ": "t",
}


class _FoldTable(dict[int, str]):
    """What `str.translate` asks: each character is folded once, when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = _FOLDS.get(char) or unicodedata.normalize("NFKD", char)[:1].lower()
        self[code] = made = base if len(base) == 1 else char
        return made


_FOLD_TABLE = _FoldTable({code: chr(code).lower() for code in range(128)} | {ord(c): f for c, f in _FOLDS.items()})


#: Runs of what folding does more to than to write it small; a word is done at once.
_ODD = re.compile("[^\x00-\x08\x0a-_a-\x7f]+")
_WORD = 40


def fold(text: str) -> str:
    """Lower-case, without diacritics, straight quotes and hyphens; exactly as long as `text`."""
    if text.isascii():
        return text.lower()
    if len(text) < _WORD:
        return text.translate(_FOLD_TABLE)
    return _ODD.sub(_folded, text).lower()


def _folded(m: re.Match[str]) -> str:
    return m.group().translate(_FOLD_TABLE)


class Token(NamedTuple):
    """One word or mark. `key` is folded; offsets are into the article's text."""

    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence of the text `source`, and the block that it stands in."""

    start: int
    end: int
    source: str = field(repr=False)
    block: int
    kind: str
    #: How many tokens of it are the label of an entry ("Fort Davis - closed in May"), the mark included.
    label: int = 0
    #: The label is a date ("3 May 2014 – …"): the line is a chronicle's.
    is_dated: bool = False

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks, cut when they are first asked for: most sentences are passed over unread."""
        return tokens(self.source, self.start, self.end)

    def reworded(self, words: tuple[Token, ...]) -> Sentence:
        """The same sentence, read as other words."""
        made = replace(self)
        made.__dict__["tokens"] = words
        return made


_TOKEN = re.compile(
    r"\[(?:\.{3}|…|sic)\]|\d+(?:[.,]\d{3})+(?!\d)|(?<!\d)\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
    r"|(?:[A-Z]\.){2,}|[Cc]ounter-(?:attack|offensive|strike)[a-z]*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_"
)


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Words, numbers (with their thousands) and single marks of text[start:end]."""
    made = []
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()
        if len(word) > 2 and word[0] == "[":
            continue  # what is left out, or marked, by who quotes
        if "-" in word[1:]:
            made.append(Token(word, word.lower().replace("-", ""), *m.span()))
            continue
        if "'" not in word and "’" not in word:
            made.append(Token(word, word.lower() if word.isascii() else fold(word), *m.span()))
            continue
        # "Syria's" is Syria + 's: names must stand alone to be found.
        at = max(word.rfind("'"), word.rfind("’"))
        if at > 0 and word[at + 1 :].lower() in {"s", "re", "ll", "ve", "d"}:
            made.append(_token(word[:at], m.start()))
            made.append(_token(word[at:], m.start() + at))
        elif at > 1 and word[at - 1 :].lower() in {"n't", "n’t"}:
            # "didn't" is did + n't, as parsers and cues want it; "won't" and "can't" keep the verb that they are.
            verb = _token(word[: at - 1], m.start())
            made.append(verb._replace(key=_SHORT_MODALS.get(verb.key, verb.key)))
            made.append(_token(word[at - 1 :], m.start() + at - 1))
        else:
            made.append(_token(word, m.start()))
    return tuple(made)


_SHORT_MODALS = {"wo": "will", "ca": "can", "sha": "shall"}


def _token(word: str, start: int) -> Token:
    return Token(word, fold(word), start, start + len(word))


_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof gen lt col maj capt cmdr adm brig sgt cpl pvt rev hon sen rep gov pres st jr sr vs no "
        "nos vol jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n u.a.e e.g i.e etc approx est inc "
        "ltd co corp dept a.m p.m d.c fig pp p ret spc pfc vice-adm maj-gen lt-gen ft mt approx ca"
    ).split()
)
# Both patterns begin with what they look for, so that a search skips to it.
_BREAK = re.compile(
    r"[.!?…”\"](?:(?<=[.!?…])[.!?…]*[\"'”’)\]]*(?:\[\d{1,3}\]|\(\d{1,3}\))*(?=\s)|(?<=[.!?][”\"])(?=\s))"
)
# A marker glued to the full stop ("troops.12 The"): the sentence ends before the number; but "some 2.000 Georgians".
_GLUED = re.compile(
    r"\.(?<=[a-z)0-9’”\"]\.)(?!(?<=\d\.)(?<!\d{4}\.)\d{3}\s)\d{1,3}(?:\s*,\s*\d{1,3})*(?=\s+[A-Z“\"]|\s*$)"
)


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    ends = []
    for m in _BREAK.finditer(text, start, end):
        rest = text[m.end() : m.end() + 3].lstrip()
        if rest and not (rest[0].isupper() or rest[0].isdecimal() or rest[0] in "\"'“‘([~"):
            continue
        before = text[max(start, m.start() - 14) : m.start()]
        if before.endswith("[") and before[:-1].rstrip()[-1:] not in {".", "!", "?", ""}:
            continue  # "in [...] 2020": something is left out
        word = re.split(r"[\s(\"“]", before)[-1].lower()
        if m.group().startswith(".") and len(m.group()) == 1:
            if word in _ABBREVIATIONS and not (word in {"u.s", "u.k", "u.n", "a.m", "p.m"} and _opens(text, m.end())):
                continue
            if len(word) == 1 and word.isalpha():
                continue
            if word.isdecimal() and before.strip() == word and m.start() - start < 5:
                continue
        ends.append(m.end())
    ends += [m.end() for m in _GLUED.finditer(text, start, end)]
    # A footnote number that stands alone after the full stop belongs to the sentence before it.
    ends = [_take_marker(text, e, end) for e in ends]
    return sorted(set(ends))


_MARKER_AFTER = re.compile(
    # "… on Tuesday. 300 Kenyan soldiers left": a number before people and what they are counts them
    r"\s?\[?\d{1,3}\]?"
    r"(?!\s+(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]*(?:an|ish|ese|ch|i|k|ine|iss|ot|kh|ino)|U\.S\.|UN|US)\s+[a-z]+)"
    # "… on Tuesday. 120 Turks left", "20 Royal Marines", "12 F-16s"
    r"(?!\s+(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+(?:ans|nis|qis)|Turks|Poles|Danes|Finns|Swedes|Britons|Spaniards|Croats|"
    r"Serbs|Greeks|Czechs|Slovaks|Germans|Thais|Filipinos|Marines|Gurkhas|[A-Z][A-Za-z]{0,3}-\d+s?)\b)"
    r"(?=\s+[A-Z“\"(]|\s*$)"
)


def _take_marker(text: str, at: int, end: int) -> int:
    m = _MARKER_AFTER.match(text, at, end)
    return m.end() if m else at


_STARTERS = frozenset(
    ("the a an in on it he she they this that these those but however and according we at its as").split()
)


def _opens(text: str, at: int) -> bool:
    word = text[at : at + 14].split()
    return bool(word) and word[0].lower() in _STARTERS


#: No sentence is longer; what runs on is cut at a space, so that time stays linear in the text's length.
_LONGEST = 900


def _bounded(text: str, start: int, stop: int) -> int:
    if stop - start <= _LONGEST:
        return stop
    space = text.rfind(" ", start + 1, start + _LONGEST)
    return space if space > start else start + _LONGEST


def sentences(text: str) -> tuple[list[Block], list[Sentence]]:
    """Blocks and sentences of a text, in order. Time and memory are linear in its length."""
    all_blocks = blocks(text)
    made: list[Sentence] = []
    for number, block in enumerate(all_blocks):
        at = block.start
        for stop in [*_sentence_ends(text, block.start, block.end), block.end]:
            while at < stop:
                while at < stop and text[at].isspace():
                    at += 1
                end = _bounded(text, at, stop)
                if end - at >= 2:
                    made.append(Sentence(at, end, text, number, block.kind))
                at = max(at + 1, end)
    return all_blocks, _labelled(text, _dated(text, made))


def _dated(text: str, made: list[Sentence]) -> list[Sentence]:
    """Lines that open with a date, where several do."""
    found: dict[int, int] = {}
    for at, s in enumerate(made):
        is_first = not at or made[at - 1].block != s.block
        if (
            is_first
            and s.kind not in SILENT
            and (m := DATED.match(text, s.start, s.end)) is not None
            and m.end() < s.end
        ):
            found[at] = m.end()
    if len(found) > 1:
        for at, end in found.items():
            length = sum(t.end <= end for t in made[at].tokens)
            made[at] = replace(made[at], label=length, is_dated=True)
    return made


#: No label is without one of these.
_MARKED = re.compile(r"[:|]|\s[-–—]\s")


#: "Kant (Kyrgyzstan): 500 servicemen", a line without a full stop: one of a list, if its neighbour is so, too.
_ENTRY = re.compile(r"[^\W\d_][^:|;\t.()]{1,60}(?:\([^()]{2,40}\))?(?::|\s[-–—])\s.*\d")


def _itemise(text: str, made: list[Sentence]) -> None:
    """Lines that look like headings, and are entries of a list."""
    entries = {s.block: at for at, s in enumerate(made) if s.kind == "heading" and _ENTRY.match(text, s.start, s.end)}
    for block, at in entries.items():
        if {block - 1, block + 1} & entries.keys():
            made[at] = replace(made[at], kind="list_item")


def _labelled(text: str, made: list[Sentence]) -> list[Sentence]:
    """Entries of lists with the length of their labels: items, and lines beside others that have a label as well."""
    found: dict[int, tuple[int, int]] = {}
    _itemise(text, made)
    for at, s in enumerate(made):
        is_first = not at or made[at - 1].block != s.block
        if s.is_dated or not is_first or not _MARKED.search(text, s.start, s.end):
            continue
        in_table = s.kind == "heading" and any(t.text == "|" for t in s.tokens)
        if (in_table or s.kind in {"list_item", "paragraph"}) and len(s.tokens) > 2:
            gaps = [True, *(a.end < b.start for a, b in pairwise(s.tokens))]
            if length := label_length([t.text for t in s.tokens], gaps):
                found[s.block] = at, length
    for block, (at, length) in found.items():
        if made[at].kind == "list_item" or {block - 1, block + 1} & found.keys():
            made[at] = replace(
                made[at], label=length, kind="list_item" if made[at].kind == "heading" else made[at].kind
            )
    return made
