"""Forces that a text introduces itself: "the Movement for X (MX)", "the Y Defence Force (YDF)".

A name of capitalised words with its short form in brackets is a force where its words say so: an army, front,
movement, brigade … The short form then means that force in the whole text, whatever it means elsewhere: a group bears
it as its id; a state's army is the state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..language.classes import nouns, words
from ..language.grammar import set_of

#: Words that make a name an armed group's by themselves.
_ARMED = nouns("armed_name")
_POLITICAL = words("introduced.political")
_FREEDOM = words("cause_in_name")
_CIVIL = words("civil_name")
_CUES = re.compile(
    r"\b(armed|rebel|rebels|militant|militants|insurgents?|guerrillas?|separatists?|jihadists?|militias?|paramilitary|"
    r"extremists?|fighters|gunmen|rebellion|insurgency|faction|warlord)\b",
    re.IGNORECASE,
)
#: A state's name with one of these is the state's own force.
_REGULAR = re.compile(
    r"\b(armed forces|defen[cs]e forces?|self-defen[cs]e forces?|air force|navy|coast guard|army|military|"
    r"national guard|border guards?|republican guard|marine corps)\b",
    re.IGNORECASE,
)
_IRREGULAR = re.compile(r"\b(free|liberation|resistance|democratic|revolutionary)\b", re.IGNORECASE)
_SHORT = re.compile(r"[(\[]\s*[\"'“‘]?([A-Z][A-Za-z]?[A-Z0-9][A-Z0-9/-]{0,7}|[A-Z]\d{1,2})[\"'”’]?\s*[)\],;]")
_WORD = re.compile(r"[^\W_][\w'’.-]*|[,;:.()]", re.UNICODE)
_JOINING = set_of("of for the and de du des la le les al in to on a - e i der und")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A place in the text where a force stands that the text has introduced: offsets, id, name."""

    start: int
    end: int
    code: str
    name: str


def introduced(text: str, state_of: Callable[[int, int], str], known: Callable[[int, int], str]) -> list[Introduced]:
    """Every mention of the forces that a text introduces by a name and a short form in brackets.

    Args:
        text: the article.
        state_of: the state that a name between these offsets names ("Somali …" → SOM), or "".
        known: the id that the lexicon gives to the name at these offsets, or "".
    """
    meant: dict[str, str] = {}
    for found in _SHORT.finditer(text):
        short = found[1]
        start = _name_before(text, found.start(), short)
        if start is None or short in meant:
            continue
        name = text[start : found.start()].strip()
        end = start + len(name)
        code = known(start, end) or _kind(text, start, name, short, state_of(start, end))
        if code and known(found.start(1), found.end(1)) != code:
            meant[short] = code
            if not known(start, end):
                meant[name] = code
    made = [
        Introduced(m.start(), m.end(), code, name)
        for name, code in meant.items()
        for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)
    ]
    made.sort(key=lambda x: (x.start, -x.end))
    kept: list[Introduced] = []
    for x in made:
        if not kept or x.start >= kept[-1].end:
            kept.append(x)
    return kept


def _name_before(text: str, at: int, short: str) -> int | None:
    """Where the name begins that stands before a bracket: capitalised words whose initials make the short form."""
    words = list(_WORD.finditer(text, max(0, at - 110), at))
    letters = re.sub(r"[^A-Z]", "", short.upper())
    start = None
    initials = ""
    for w in reversed(words):
        token = w.group()
        if token in {",", ";", ":", ".", "(", ")"}:
            break
        if token[0].isupper() or token[0].isdigit():
            initials = "".join(p[0] for p in re.split(r"[-’']", token) if p and p[0].isalnum()).upper() + initials
            start = w.start()
            if sorted(initials) == sorted(letters) or initials[:1] == letters[:1] and _is_inside(letters, initials):
                return start
        elif token.lower() not in _JOINING:
            break
    # A name in another tongue than its short form: two words at least.
    return start if start is not None and len(initials) >= 2 else None


def _is_inside(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(c in rest for c in letters)


def _kind(text: str, start: int, name: str, short: str, state: str) -> str:
    """The id of what a name means: a state's code for its army, the short form for a group, "" for anything else."""
    words = re.findall(r"[\w'’]+", name.lower().replace("’", "'"))
    head = next((words[i - 1] for i, w in enumerate(words) if i and w in {"of", "for", "in", "de"}), words[-1])
    if _CIVIL & set(words) or head not in _ARMED | _POLITICAL:
        return ""
    if state and _REGULAR.search(name) and not _IRREGULAR.search(name):
        return state
    around = text[max(0, start - 60) : start] + text[start + len(name) : start + len(name) + len(short) + 40]
    fighting = _ARMED & set(words) or head in {"front", "movement"} and _FREEDOM & set(words) or _CUES.search(around)
    return short.upper() if fighting else ""
