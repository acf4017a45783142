"""Headlines in title case or capitals, rewritten as a sentence for the parser, which takes a capital for a name.

Only the words that the parser sees change; tokens, offsets and names stay those of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from ..clauses import ADVERBS, AUX, PREPOSITIONS, RELATIVES, SUBORDINATORS
from . import cues
from .grammar import LONG_MONTHS
from .text import Sentence, Token
from .vocabulary import vocabulary

#: From this share of capitalised words on (short ones are not counted), case says nothing.
_TITLE = 0.6
_MONTHS = LONG_MONTHS
_SMALL = frozenset(
    (
        "a an the and or but nor its his her their our all no not more most new first last two three four five six "
        "seven eight nine ten hundreds thousands dozens amid after before over near this that these those some any"
    ).split()
)


def common_words(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that the running text writes small."""
    return frozenset(t.key for s in sentences if not _is_title(s) for t in s.tokens if t.text.islower())


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Words that are no names: what the lexicon states facts with, and the closed classes."""
    v = vocabulary()
    classes = ("personnel", "units", "materiel", "sites", "missions", "deals", "modifiers", "speakers")
    plain = {w for name in classes for x in v.classes[name] for w in x.split()} | set(v.by_first) | set(cues.lemmas())
    plain |= set(cues.nouns()) | set(cues.predicates())
    return frozenset(plain | PREPOSITIONS | AUX | ADVERBS | RELATIVES | SUBORDINATORS | _SMALL) - _MONTHS


def _is_title(sentence: Sentence) -> bool:
    words = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= _TITLE * len(words)


def in_sentence_case(sentence: Sentence, common: Callable[[], frozenset[str]]) -> Sentence:
    """The sentence with small letters where its capitals are mere style; any other sentence as it is.

    `common`: gives the words that the running text writes small; asked only for a headline.
    """
    if sentence.kind not in {"heading", "caption", "stamp"} or not _is_title(sentence):
        return sentence
    shouted = all(t.text.isupper() for t in sentence.tokens if t.text.isalpha() and len(t.text) > 3)
    small = common()
    return sentence.reworded(tuple(_cased(t, at, small, shouted) for at, t in enumerate(sentence.tokens)))


def _cased(token: Token, at: int, common: frozenset[str], shouted: bool) -> Token:
    word = token.text
    if not word.isalpha() or word.islower() or word.isupper() and not shouted:
        return token
    if token.key not in common and token.key not in _known() or token.key in _MONTHS:
        return token._replace(text=word.capitalize()) if shouted and len(word) > 3 else token
    return token._replace(text=word.capitalize() if at == 0 else word.lower())
