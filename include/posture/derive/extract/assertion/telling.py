"""What names a source, and verbs of saying: whether one tells here, who may, to whom, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..clauses import BE, PREPOSITIONS
from ..language.classes import nouns, words
from ..language.grammar import HAVE, MODALS
from .naming import Source
from .quotes import QUOTES
from .sources import Phrases
from .wording import speech

TOLD = words("telling.told")
_PUTTING = frozenset("put puts give gives gave".split())
_ROUND = frozenset("some dozens hundreds thousands tens half two three four five six seven eight nine ten".split())
_FIGURES = nouns("figure")
_WE = frozenset("us me".split())
_HEARERS = frozenset("reporters journalists lawmakers the a".split())
#: Words of a verb group before its verb, and adverbs that stand among them.
_AUXILIARIES = (
    BE
    | HAVE
    | MODALS
    | frozenset(
        "to not never n't also neither nor did does do likes went then later reportedly earlier since already still "
        "now again confirmed once".split()
    )
)
#: How far (tokens) a clause's bounds are sought.
REACH = 200


@dataclass(frozen=True, slots=True)
class Saying:
    """One naming of a source: over which tokens it reaches, and its chain."""

    first: int
    last: int
    chain: tuple[str, ...]


def in_relative(p: Phrases, i: int, found: list[Saying]) -> list[Saying]:
    """ "Troops hold X, where, residents said, more were landed": they said no more than the clause in which they do."""
    tree = p.view.tree
    verb = tree.heads[i]
    if tree.labels[i] != "parataxis" or tree.labels[verb] != "relcl" or not tree.heads[verb] < i:
        return found
    first, last = tree.span(verb)
    return [Saying(first, last, s.chain) for s in found]


def together(sayings: Iterable[Saying]) -> list[str]:
    """One chain of all: those that quote before those quoted."""
    return list(dict.fromkeys(n for s in sayings for n in s.chain))[:4]


def is_speech(p: Phrases, i: int, k: str) -> bool:
    """The word at i tells here: what follows is a clause, a quote, a figure, or nothing."""
    s = speech()
    nxt, raw = p.key(i + 1), p.raw(i + 1)
    if k in s["refuse"]:
        return nxt == "to" and p.key(i + 2) in {"say", "specify", "confirm", "disclose", "give", "tell", "rule"}
    if nxt == "to" and p.key(i + 2) in {"have", "be"} and k in {"claimed", "claims", "claim"}:
        return True
    if k in s["free"]:
        if k in {"reports", "claims", "report", "claim", "write", "add", "adds"} and nxt in PREPOSITIONS:
            return False
        if nxt == "to":
            return p.raw(i + 2)[:1].isupper() or p.key(i + 2) in _HEARERS
        return nxt != "-"
    if k in s["about"]:
        return nxt == "of"
    if k in _PUTTING:
        return _gives_a_figure(p, i, k)
    if k in s["figure"] and any(
        p.raw(x)[:1].isdigit() or p.key(x) in {"at", "sixty", "some", "dozens", "about"}
        for x in range(i + 1, min(i + 12, len(p.toks)))
    ):
        return True
    if k in s["seen"]:
        return True
    if k not in s["clause"]:
        return False
    if k in s["only_that"]:
        return nxt == "that" or raw in QUOTES | {","} or _is_posted(p, i)
    if nxt in {"on", "in", "at", "last", "late", "early", "this"}:
        return any(p.key(x) == "that" for x in range(i + 2, min(i + 10, len(p.toks))))
    if nxt == "of":
        return k in {"warned", "warns", "warn", "boasted"}
    if k in {"show", "shows", "showed", "believe", "believes", "estimate", "estimates", "fear", "expect"}:
        return nxt != "to" or k == "expect"
    plain = raw in QUOTES | {":", ",", ".", ""} or raw[:1].isupper() or raw[:1].isdigit()
    return plain or nxt in s["after_clause"] or nxt in p.view.vocabulary.classes["modifiers"]


def _is_posted(p: Phrases, i: int) -> bool:
    """ "Posted on social media that …", "pledged in May that …"."""
    if p.key(i + 1) not in {"on", "in", "to", "at"}:
        return False
    end = next((x for x in range(i + 2, min(i + 9, len(p.toks))) if p.is_verb(x) or p.raw(x) in {",", "."}), i + 9)
    return any(p.key(x) == "that" for x in range(i + 2, end))


def _gives_a_figure(p: Phrases, i: int, k: str) -> bool:
    """ "put the number at 1,800", "gave a figure of 300"; not "put 250 men on standby", "gave it 20 tanks"."""
    words = [p.key(x) for x in range(i + 1, min(i + 14, len(p.toks)))]
    if k.startswith("put"):
        after = [words[x + 1 : x + 4] for x, w in enumerate(words) if w == "at"]
        return any(w[:1].isdigit() or w in _ROUND for group in after for w in group)
    return bool(set(words[:5]) & _FIGURES)


def subject_before(p: Phrases, i: int, g: int) -> tuple[list[Source], int]:
    """ "The minister welcomed the vote and said …": who speaks is the subject of the verb that the saying joins. And
    where what is said begins: what he did before is told by the article itself, unless that was of words, too."""
    tree = p.view.tree
    verb = tree.first_conjunct(i)
    is_joined = p.key(g - 1) in _JOINS and tree.labels[i] == "conj" and tree.is_verb(verb)
    if not is_joined or p.key(i) not in speech()["free"] or tree.of(i, "nsubj", "nsubjpass"):
        return [], 0
    found = [x for x in p.before(group_at(p, verb)[0]) if x.kind != "pronoun"] if tree.of(verb, "nsubj") else []
    is_of_words = any(p.key(verb) in speech()[c] for c in ("free", "clause", "about", "refuse"))
    return found, 0 if is_of_words or not found else g


_JOINS = frozenset({"and", "but", "yet"})


def may_speak(x: Source, k: str) -> bool:
    """Whether such a one does what the verb says: pictures show, people see, both estimate."""
    s = speech()
    if k in s["seen"]:
        return x.kind == "role" and x.noun in s["people"] or x.kind == "person" and k in s["clause"]
    if k in {"show", "shows", "showed"}:
        return x.kind == "document"
    return True


_TELLS_OF = frozenset({"which", "who", "whose", "where"})


def reach(p: Phrases, i: int, g: int, source: Source) -> tuple[int, int]:
    """Tokens that a saying covers: its own clause and what hangs on it; a quote before it too."""
    n = len(p.toks)
    first = min(source.start, g)
    lo = clause_start(p, first)
    hi = next((x for x in range(i + 1, min(n, i + REACH)) if p.raw(x) == ";"), n)
    if source.end < g and p.raw(source.end) == "," and p.key(source.end + 1) in _TELLS_OF:
        return g, hi  # "X, which has 300 soldiers there, said that …": that it has them, the article says itself
    if source.start > i or first == lo:
        return lo, hi
    # ", X said on Monday." hangs on what is before it; "and X said that …" does not reach back
    stop = next((x for x in range(i + 1, min(n, i + REACH)) if p.is_mark(x) or p.raw(x) in {".", ","}), n)
    hangs = p.raw(first - 1) in QUOTES | {","} and p.key(i + 1) != "that"
    if hangs and not any(p.is_verb(x) or p.key(x) == "that" for x in range(i + 1, stop)):
        return lo, hi
    if any(p.is_verb(x) for x in range(max(lo, first - REACH), first)):
        lo = first
    return lo, hi


def audience(p: Phrases, i: int) -> list[Source]:
    """The outlet that was told: a name which is no assembly, state or force."""
    if p.key(i) in _WE:
        return []
    found = p.after(i)
    if found is None or found.kind not in {"outlet", "name"} and not (found.kind == "body" and found.name.isupper()):
        return []
    if found.kind != "outlet" and set(found.name.split()) & speech()["audiences"] or found.end - 1 in p.named:
        return []
    return [found]


def passive_of(p: Phrases, i: int) -> tuple[str, bool]:
    """The participle to which "by" at i belongs, and whether a form of "be" carries it."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if p.is_mark(k):
            break
        if p.key(k) in speech()["passive"] and (k == i - 1 or p.key(k) in TOLD):
            return p.key(k), p.raw(k - 1) == "," or any(p.key(x) in BE for x in range(max(0, k - 3), k))
    return "", False


def is_of_words(p: Phrases, i: int) -> bool:
    """A noun of words or pictures stands just before: "estimates given by", "a note seen by"."""
    return any(p.key(x) in speech()["documents"] | {"video", "claims", "remarks"} for x in range(max(0, i - 3), i + 1))


def clause_start(p: Phrases, i: int) -> int:
    """The token after the semicolon before i, or the sentence's first."""
    return next((x + 1 for x in range(i - 1, max(-1, i - REACH), -1) if p.raw(x) == ";"), 0)


def past_time(p: Phrases, i: int) -> int:
    """i, or what follows the time that stands there ("a report last week by …")."""
    last = next((b for b, a in p.time_at.items() if a == i), None)
    return i if last is None else last + 1


def group_at(p: Phrases, i: int) -> tuple[int, list[str]]:
    """Start of the verb group before i and its auxiliaries."""
    words: list[str] = []
    at = i
    while at > 0:
        k = p.key(at - 1)
        if k in _AUXILIARIES or k.endswith("ly") and len(k) > 5 and p.raw(at - 1).islower():
            words.append(k)
            at -= 1
        else:
            break
    return at, words[::-1]
