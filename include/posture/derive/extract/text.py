"""Text as the engine sees it: blocks (paragraph, heading, list item, teaser …), sentences, tokens.

Every unit carries character offsets into the article's text, so that evidence can always be cut out
verbatim. `fold` maps a text to a matching key of the same length: offsets survive folding.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from .labels import label_length

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


def fold(text: str) -> str:
    """Lower-case, without diacritics, straight quotes and hyphens; exactly as long as `text`."""
    return text.lower() if text.isascii() else text.translate(_FOLD_TABLE)


class Token(NamedTuple):
    """One word or mark. `key` is folded; offsets are into the article's text."""

    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text. `kind`: paragraph, heading, list_item, caption, teaser, note, stamp."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, with its tokens and the block that it stands in."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    block: int
    kind: str
    #: How many tokens of it are the label of an entry ("Fort Davis - closed in May"), the mark included.
    label: int = 0


_TOKEN = re.compile(
    r"\d+(?:[.,]\d{3})+(?!\d)|\d+(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
    r"|(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_"
)


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Words, numbers (with their thousands) and single marks of text[start:end]."""
    made = []
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()
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
        "ltd co corp dept a.m p.m d.c fig pp p ret spc pfc vice-adm maj-gen lt-gen ft mt"
    ).split()
)
_BREAK = re.compile(r"[.!?…]+[\"'”’)\]]*(?:\[\d{1,3}\]|\(\d{1,3}\))*(?=\s)|(?<=[.!?])[”\"](?=\s)")
# A marker glued to the full stop ("troops.12 The"): the sentence ends before the number.
_GLUED = re.compile(r"(?<=[a-z)0-9’”\"])\.\d{1,3}(?:\s*,\s*\d{1,3})*(?=\s+[A-Z“\"]|\s*$)")


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    ends = []
    for m in _BREAK.finditer(text, start, end):
        rest = text[m.end() : m.end() + 3].lstrip()
        if rest and not (rest[0].isupper() or rest[0].isdecimal() or rest[0] in "\"'“‘(["):
            continue
        before = text[max(start, m.start() - 14) : m.start()]
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


_MARKER_AFTER = re.compile(r"\s?\[?\d{1,3}\]?(?=\s+[A-Z“\"(]|\s*$)")


def _take_marker(text: str, at: int, end: int) -> int:
    m = _MARKER_AFTER.match(text, at, end)
    return m.end() if m else at


_STARTERS = frozenset(
    ("the a an in on it he she they this that these those but however and according we at its as").split()
)


def _opens(text: str, at: int) -> bool:
    word = text[at : at + 14].split()
    return bool(word) and word[0].lower() in _STARTERS


_TEASER = re.compile(
    r"^\W*(?:read(?: also| more| next)?|related(?: articles| stories| news)?|see also|watch"
    r"|more on this|also read|listen"
    r"|don'?t miss|recommended)\s*(?:[:|>–-]|$)|^\W*read more (?:on|about|at|from)\b"
    r"|^\W*the post .{5,200} appeared first on\b|^\W*from .{2,60} https?://|^\W*via ifttt\b"
    r"|^\W*(?:share|tweet|subscribe"
    r"|advertisement|sign up|newsletter|comments?|print|tt|clear|copyright|all rights reserved|©)\s*$|^\W*©"
    r"|^\W*(?:sign up|subscribe) (?:for|to) ",
    re.I,
)
_CAPTION = re.compile(
    r"^(?:photo|picture|image|caption|file|video|map)s?\s*:|\((?:[^()]*\b)?(?:file photo|photo by|photo|getty|handout"
    r"|reuters/[^)]*|ap photo|afp file photo)[^()]*\)"
    r"|\[[^\[\]]*(?:/(?:anadolu agency|getty images|afp|ap|reuters|epa))[^\[\]]*\]"
    r"|\bphoto (?:made available|courtesy|credit)\b",
    re.I,
)
_LIST_ITEM = re.compile(r"^\s*(?:[•*·‣▪◦–—-]|\(?\d{1,3}[.)])\s+")
_NOTE = re.compile(
    r"^\s*#*\s*\[?\d{1,4}[\].]?\s*$"
    r"|(?:,\s*|\b)(?:<u>)?url(?:</u>)?\s*(?:,\s*pp?\.\s*[\d–-]+)?\s*;?\s*$"
    # "[62] Philippine Star, Title, 10 July 2000, p. 3": the date stands by itself at the end, in no sentence.
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s+[^.]{3,90},\s.{0,300}[,(;]\s*\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\b\)?"
    r"(?:[.,;]?\s*(?:pp?\.|paras?\b|available|archived|last|retrieved|\[|\(|\d).{0,160})?[.;]?\s*$"
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s+[^.,]{3,90},\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}[.;]?\s*$"
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s.{5,300}\b(?:accessed|https?://|ibid)\b",
    re.I,
)
_STAMP = re.compile(
    r"^\W*(?:\d{1,2}[:.]\d{2}\s*(?:am|pm|gmt|utc|cet|eet|local time)?|updated?\b.{0,40}\d|posted\b.{0,40}\d)", re.I
)


def blocks(text: str) -> list[Block]:
    """The lines of a text, each with its kind. Empty lines only separate."""
    made: list[Block] = []
    notes_seen = 0
    for m in re.finditer(r"[^\n]+", text):
        line = m.group()
        if not line.strip():
            continue
        kind = _kind(line)
        notes_seen += kind == "note"
        made.append(Block(kind, m.start(), m.end()))
    return made


#: What tells a line's kind stands at its beginning or its end; the patterns below never see more of it.
_MOST_SEEN = 1_500


def _seen(line: str) -> str:
    """A line's beginning and end, with single spaces: whatever it is made of, a pattern's work on it is bounded."""
    bare = line.strip()
    if len(bare) > 2 * _MOST_SEEN:
        bare = f"{bare[:_MOST_SEEN]} {bare[-_MOST_SEEN:]}"
    return " ".join(bare.split()) if "  " in bare else bare


def _kind(line: str) -> str:
    bare = _seen(line)
    if _TEASER.search(bare):
        return "teaser"
    if _NOTE.search(bare):
        return "note"
    if _CAPTION.search(bare):
        return "caption"
    if _LIST_ITEM.match(bare):
        return "list_item"
    words = len(bare.split())
    if words <= 16 and bare[-1] not in ".!?:;,\"”)’'" and not (_STAMP.match(bare) and words > 9):
        return "heading"
    return "paragraph"


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
                    made.append(Sentence(at, end, tokens(text, at, end), number, block.kind))
                at = max(at + 1, end)
    return all_blocks, _labelled(made)


def _labelled(made: list[Sentence]) -> list[Sentence]:
    """Entries of lists with the length of their labels: items, and lines beside others that have a label as well."""
    found: dict[int, tuple[int, int]] = {}
    for at, s in enumerate(made):
        is_first = not at or made[at - 1].block != s.block
        in_table = s.kind == "heading" and any(t.text == "|" for t in s.tokens)
        if is_first and (in_table or s.kind in {"list_item", "paragraph"}) and len(s.tokens) > 2:
            gaps = [True, *(a.end < b.start for a, b in pairwise(s.tokens))]
            if length := label_length([t.text for t in s.tokens], gaps):
                found[s.block] = at, length
    for block, (at, length) in found.items():
        if made[at].kind == "list_item" or {block - 1, block + 1} & found.keys():
            made[at] = replace(
                made[at], label=length, kind="list_item" if made[at].kind == "heading" else made[at].kind
            )
    return made
