"""Footnoted reports: the notes found, their markers in the text joined to them, the sources that they cite.

The entries stay at the end of the article's text, set off from its body; the markers leave the text,
for a number glued to a sentence ("in 2044.9 The") reads as a count. Each leaves its position.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .citations import Source, sources

#: How a marker that the page's markup names stands in a page's text, until `join` takes it out.
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True)
class Citation:
    """One marker. `start` = `end` = where it stood in the cleaned text: right after what it vouches for."""

    number: int
    start: int
    end: int
    sources: tuple[Source, ...]

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who is cited, each once, in the note's order."""
        return tuple(dict.fromkeys(s.publisher for s in self.sources if s.publisher))


@dataclass(frozen=True)
class Noted:
    """A text without markers. `body_end`: where the notes begin, in characters; the text's length if there are none.

    `notes` and `works` are by the note's number: its words, and what it cites.
    """

    text: str
    body_end: int
    citations: tuple[Citation, ...]
    notes: dict[int, str]
    works: dict[int, tuple[Source, ...]]


def attribution(citations: Sequence[Citation], start: int, end: int, near: int | None = None) -> tuple[str, ...]:
    """Publishers of the markers inside or right after text[start:end].

    Args:
        citations: as `join` gave them, in the order of the text.
        start: of the sentence; `end` is exclusive.
        near: where the place or clause at hand ends; given several markers, the first after it counts.
    """
    inside = [c for c in citations if start < c.start <= end + 1 and c.publishers]
    if not inside:
        return ()
    if near is None:
        return tuple(dict.fromkeys(p for c in inside for p in c.publishers))
    at = next((c for c in inside if c.start >= near), inside[-1]).start
    return tuple(dict.fromkeys(p for c in inside if c.start == at for p in c.publishers))


_ALONE = re.compile(r"^\W{0,6}(\d{1,4})[\].)]?\s*$")
_ENTRY = re.compile(r"^\W{0,6}(?:⟦(\d{1,4})⟧|\[(\d{1,4})\]|(\d{1,4})[.)]?)\s+(\S.*)$")
_CITES = re.compile(
    (
        r"\burl\b|https?://|\bavailable at\b|\baccessed\b|\bibid\b|\bpp?\. ?\d|,\s[^,]{2,}.*\b"
        r"(?:19|20)\d{2}\b|^(?:see|for)\b"
    ),
    re.I,
)
_COMPLETE = re.compile(
    r"(?:\burl\b\W*(?:,? ?pp?\.\s*[\d–, -]+)?|(?:19|20)\d{2}|https?://\S+|pp?\.\s*[\d–, -]+)[\s.;>/u]*$", re.I
)
_TITLE = re.compile(r"^\W*(?:end ?notes|foot ?notes|notes|references|sources)\W*$", re.I)


def join(text: str) -> Noted:
    """Find notes and markers, take the markers out, join them. A text without notes comes back as it is."""
    lines = text.split("\n")
    start, notes = _notes(lines)
    body = "\n".join(lines[:start]).rstrip()
    if not notes:
        return _unmarked(text)
    found = _markers(body, notes)
    if not found:
        return _unmarked(text)
    works = _works(notes)
    cleaned, citations = _without(body, found, works)
    tail = "\n".join(f"{number} {entry}" for number, entry in sorted(notes.items()))
    return Noted(f"{cleaned}\n\n{tail}", len(cleaned), tuple(citations), notes, works)


def _unmarked(text: str) -> Noted:
    bare = re.sub(rf"\s?{OPEN}\d{{1,4}}{CLOSE}", "", text) if OPEN in text else text
    return Noted(bare, len(bare), (), {}, {})


# ── the notes ───────────────────────────────────────────────────────────────────────────────────


def _notes(lines: Sequence[str]) -> tuple[int, dict[int, str]]:
    """Line at which the notes begin, and the notes. They end the text; their numbers rise."""
    filled = [n for n, x in enumerate(lines) if x.strip()]
    marked = {int(x) for line in lines if OPEN in line for x in re.findall(rf"\S{OPEN}(\d+){CLOSE}", line)}
    best: tuple[int, dict[int, str]] = (len(lines), {})
    for k, n in enumerate(filled):
        if not (_ALONE.match(lines[n]) or _is_entry(lines[n], marked)):
            continue
        notes = _read(lines, filled[k:])
        if notes:
            start = filled[k - 1] if k and _TITLE.match(lines[filled[k - 1]]) else n
            best = (start, notes)
        break
    return best


def _is_entry(line: str, marked: set[int]) -> bool:
    m = _ENTRY.match(line)
    return bool(m and (m[1] or m[2] or int(m[3]) in marked and not re.match(r"\s*\d+\.", line) or _CITES.search(m[4])))


def _read(lines: Sequence[str], at: Sequence[int]) -> dict[int, str]:
    """The lines from the first note on as notes; {} if too much among them is none."""
    notes: dict[int, str] = {}
    orphans: list[tuple[int, str]] = []
    number, strange = 0, 0
    is_open = False
    for n in at:
        line = lines[n]
        alone, entry = _ALONE.match(line), _ENTRY.match(line)
        if alone and int(alone[1]) > number:
            number, is_open = int(alone[1]), True
            continue
        given = int(entry[1] or entry[2] or entry[3]) if entry else 0
        if entry and (number < given <= number + 200 or not number):
            number = given
            notes[number], is_open = _bare(entry[4]), True
        elif is_open and number and (number not in notes or not _COMPLETE.search(notes[number])):
            notes[number] = (notes.get(number, "") + " " + _bare(line)).strip()
        elif _CITES.search(line):
            orphans.append((number, _bare(line)))
        else:
            strange += 1
    for after, entry_text in orphans:
        following = min((x for x in notes if x > after), default=after + 2)
        if after + 1 < following and after + 1 not in notes:
            notes[after + 1] = entry_text
        elif after in notes:
            notes[after] += "; " + entry_text
    cites = sum(bool(_CITES.search(x)) for x in notes.values())
    return notes if notes and cites >= 0.5 * len(notes) and strange <= 0.25 * len(notes) + 1 else {}


def _bare(line: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"</?u>|⟦\d+⟧|[\s^]*[↩↑][\ufe0e\ufe0f]?", "", line)).strip()


# ── the markers ─────────────────────────────────────────────────────────────────────────────────

_NAMED = re.compile(rf"(\s?){OPEN}(\d{{1,4}}){CLOSE}")
_BRACKETED = re.compile(r"(\s?)\[(\d{1,4})\]")
_LOOSE = re.compile(r"(?P<space>\s?)(?<![\d.,:/$€£#-])(?<![A-Z]-)(?P<digits>\d{1,8})(?![\d%]|[.,:/-]\d| \d{3}\b)")
_GLUED_AFTER = re.compile(r"(?:[a-z)\]”’\"']|\d{4}|[^\W\d_]{2})[.,;:!?”’\")]*$|[.,;:!?”’\")\]]$")
_FUNCTION = re.compile(
    r"\s+(?:and|but|or|while|which|that|to|in|as|with|who|where|was|were|is|are|of|on|at"
    r"|by|for|from|after|before|since|although)\b"
)
_COUNTING = re.compile(
    (
        r"\b(?:no|nos|number|page|pp?|section|chapter|article|art|resolution|paragraph|para"
        r"|unit|tower|about|around|some|than|least|to|from|and|of|the|on|in|by|nearly|over)\.?$"
    ),
    re.I,
)
_MONTHS = re.compile(r"\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)


def _markers(body: str, notes: dict[int, str]) -> list[tuple[int, int, tuple[int, ...]]]:
    """(start, end, numbers) of each marker in the body, in its order."""
    for pattern in (_NAMED, _BRACKETED):
        named: list[tuple[int, int, tuple[int, ...]]] = [
            (m.start(), m.end(), (int(m[2]),))
            for m in pattern.finditer(body)
            if int(m[2]) in notes or pattern is _NAMED
        ]
        if named:
            return named
    candidates: list[tuple[int, int, tuple[int, ...], bool]] = []
    for m in _LOOSE.finditer(body):
        numbers = _numbers(m["digits"], notes)
        # A number of digits glued to a full stop is no decimal: the group before it ends the sentence.
        before, after = body[max(0, m.start() - 24) : m.start()], body[m.end() : m.end() + 14]
        if not numbers or not before.strip():
            continue
        glued = not m["space"]
        closes = bool(re.search(r"[.,;:!?”’\")\]]$", before)) and (
            bool(re.match(r"\s+[A-Z“\"(]|\s*$|[),;.]", after)) or bool(_FUNCTION.match(after))
        )
        if glued and not _GLUED_AFTER.search(before) or _MONTHS.match(after) and not (glued or closes):
            continue
        if (
            not glued
            and not closes
            and (_COUNTING.search(before) or not (re.match(r"[),;.]|\s*$|\s+\(", after) or _FUNCTION.match(after)))
        ):
            continue
        # Small numbers count things, too: standing apart they have to be the next in the row.
        candidates.append((m.start(), m.end(), numbers, glued or (closes and numbers[0] >= 100)))
    candidates += _after_year(body, notes)
    return _in_sequence(sorted(set(candidates)), notes)


_AFTER_STOP = re.compile(r"(?<=[\w)”’\"])[.,](\d{1,4})(?=\s+[A-Z“\"(]|\s*$|\s+[a-z])", re.M)


def _after_year(body: str, notes: dict[int, str]) -> list[tuple[int, int, tuple[int, ...], bool]]:
    """Markers glued to a full stop that follows a digit ("in 2044.9 The"): a sentence begins after it."""
    made = []
    for m in _AFTER_STOP.finditer(body):
        numbers = _numbers(m[1], notes)
        if numbers and (m.group()[0] == "." or not body[m.start() - 1].isdigit()):
            made.append((m.start() + 1, m.end(), numbers, True))
    return made


def _numbers(digits: str, notes: dict[int, str]) -> tuple[int, ...]:
    """The notes that a run of digits names: one, or two or three that stand without a gap ("4849")."""
    if digits.startswith("0"):
        return ()
    if len(digits) <= 4 and int(digits) in notes:
        return (int(digits),)
    for cut in range(1, len(digits)):
        left, right = digits[:cut], digits[cut:]
        if (
            right[0] != "0"
            and int(left) in notes
            and int(right) in notes
            and 0 < int(right) - int(left) <= 3
            and len(right) <= 4
            and len(digits) >= 3
        ):
            return (int(left), int(right))
    return ()


def _in_sequence(
    candidates: list[tuple[int, int, tuple[int, ...], bool]], notes: dict[int, str]
) -> list[tuple[int, int, tuple[int, ...]]]:
    """Markers whose first occurrences rise one after the other; a later repeat has to be glued or after a mark."""
    taken: list[tuple[int, int, tuple[int, ...]]] = []
    order = sorted(notes)
    reached = -1
    for at, (start, end, numbers, is_sure) in enumerate(candidates):
        place = order.index(numbers[0])
        ahead = {c[2][0] for c in candidates[at + 1 :]}
        skipped = [x for x in order[reached + 1 : place] if x in ahead]
        is_new = place > reached
        if is_new and (skipped or (place > reached + 3 and not is_sure)):
            continue
        if not is_new and not is_sure:
            continue
        taken.append((start, end, numbers))
        reached = max(reached, order.index(numbers[-1]))
    return taken if len({n for _, _, x in taken for n in x}) >= 0.5 * len(notes) else []


def _works(notes: dict[int, str]) -> dict[int, tuple[Source, ...]]:
    cited: dict[int, tuple[Source, ...]] = {}
    previous: tuple[Source, ...] = ()
    for number in sorted(notes):
        cited[number] = previous = sources(notes[number], previous)
    return cited


def _without(
    body: str, found: Sequence[tuple[int, int, tuple[int, ...]]], works: dict[int, tuple[Source, ...]]
) -> tuple[str, list[Citation]]:
    out: list[str] = []
    citations: list[Citation] = []
    at = length = 0
    for start, end, numbers in found:
        piece = body[at:start]
        out.append(piece)
        length += len(piece)
        at = end
        citations += [Citation(n, length, length, works[n]) for n in numbers if n in works]
    out.append(body[at:])
    cleaned = "".join(out)
    stripped = cleaned.rstrip()
    return stripped, [replace(c, start=min(c.start, len(stripped)), end=min(c.end, len(stripped))) for c in citations]
