"""Find the triggers of a sentence, and tell a verb from the noun that looks like it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from ..clauses import ADVERBS, BE, View
from ..language.classes import nouns
from ..language.grammar import HAVE, MODALS
from ..language.vocabulary import Trigger

#: Words of a particle beyond which it holds verbs of its own.
_LONG = 3
_AWAY = frozenset("out back home away from".split())
#: No particle stands further behind its verb.
_REACH = 14
#: What opens a time takes no "in".
_WITHOUT_IN = frozenset("on at by last next this yesterday today overnight from since after before during".split())
_ALIKE = frozenset("set cut hit put shut quit split thrust".split())


def find_triggers(view: View) -> list[tuple[int, int, Trigger]]:
    """All triggers of a sentence as (first token, last token, trigger); several frames may share a word."""
    toks, v = view.toks, view.vocabulary
    made = _named(view)
    inner: set[int] = set()
    keys = tuple(t.key for t in toks)
    for i, t in enumerate(toks):
        for trigger in v.by_first.get(t.key, ()):
            n = len(trigger.words)
            last = i + n - 1 + (_adverbs(keys, i, trigger.words[1]) if n > 1 and t.key in BE else 0)
            if n > 1 and keys[last - n + 2 : last + 1] != trigger.words[1:]:
                continue
            if n > 1 and trigger.words[-1] == "to" and view.tree.labels[last] == "aux":
                continue  # "came to see"
            if n > 1 and trigger.words[-1] == "on" and view.key(last + 1) == "to" and _is_gerund(view, last + 2):
                continue  # "moved on to building"
            if n > 1 and trigger.words[-1] in {"on", "in"} and _is_of_time(view, last):
                continue  # "moving on Monday"
            if trigger.particles:
                matched = _particle(view, last + 1, trigger.particles)
                if not matched:
                    continue
                inner.update(matched if len(matched) > _LONG else ())
            if t.key == "deals" and i + 1 < len(toks) and toks[i + 1].key == "with":
                continue  # "the study deals with bases"
            if trigger.lemma == "come up" and view.key(last + 1) in {"for", "with", "against", "to", "short"}:
                continue  # "the base came up for discussion"
            if t.key == "found" and trigger.lemma == "found" and view.tree.tags[i] not in {"VB", "VBP"}:
                continue  # "the mission found that …"
            if (
                t.key in {"fire", "fired", "fires", "firing"}
                and n == 2
                and view.key(i + 2) in {"least", "most", "once"}
            ):
                continue  # "fired at least three rockets"
            if trigger.kind == "verb" and not any(_can_be_verb(view, k) for k in range(i, last + 1)):
                continue
            phrase = trigger.lemma in v.frames[trigger.frame].get("phrases", ())
            if trigger.kind == "noun" and not phrase and not _can_be_noun(view, i, last):
                continue
            made.append((i, last, _as_used(view, i, trigger)))
    return [m for m in made if m[0] not in inner]  # "put on prepare-to-deploy orders" deploys nobody


def _adverbs(keys: tuple[str, ...], at: int, until: str) -> int:
    """ "Is now fully operational": how many adverbs stand behind a word, before the one looked for."""
    return sum(1 for _ in takewhile(lambda k: k in ADVERBS and k != until, keys[at + 1 :]))


def _is_of_time(view: View, last: int) -> bool:
    """ "Moving on Monday": the particle opens the time; but "moved in on Monday", "flew in last week"."""
    if view.key(last) == "in" and view.key(last + 1) in _WITHOUT_IN:
        return False
    return any(at in {last, last + 1} for at, _ in view.timed)


def _is_gerund(view: View, i: int) -> bool:
    return i < len(view.toks) and view.tree.tags[i] == "VBG"


def _named(view: View) -> list[tuple[int, int, Trigger]]:
    """Exercises by the names that the text gives them."""
    drills = [(first, last) for first, last, kind in view.spotted.named if kind == "exercise"]
    frame = next(i for i, f in enumerate(view.vocabulary.frames) if f["code"] == "known_exercise") if drills else 0
    return [
        (first, last, Trigger(frame, "noun", tuple(view.key(k) for k in range(first, last + 1)), "", (), "exercise"))
        for first, last in drills
    ]


def _as_used(view: View, i: int, trigger: Trigger) -> Trigger:
    """ "set", "cut", "shut": base, past and participle look alike; the words before it decide."""
    if trigger.kind != "verb" or trigger.form != "base" or view.key(i) not in _ALIKE:
        return trigger
    _, words = view.group_before(i)
    if any(w in BE | HAVE for w in words):
        return replace(trigger, form="pp")
    return (
        trigger
        if words and (words[-1] == "to" or set(words) & (MODALS | {"do", "does", "did"}))
        else replace(trigger, form="past")
    )


def _particle(view: View, start: int, particles: tuple[str, ...]) -> range:
    """The tokens of the particle that follows; none if none does."""
    wanted = [p.split() for p in particles]
    for at in range(start, min(start + _REACH, len(view.toks))):
        key = view.toks[at].key
        for words in wanted:
            if key != words[0] or any(view.key(at + k) != words[k] for k in range(1, len(words))):
                continue
            if _is_particle(view, start - 1, at, words):
                return range(at, at + len(words))
        if view.toks[at].text in {".", ";", ":"} or (at in view.verbs and at > start):
            break
    return range(0)


def _is_particle(view: View, verb: int, at: int, words: list[str]) -> bool:
    """ "brought troops in", not "brought troops in March"; "to" before a place, not before a verb."""
    tree = view.tree
    label = tree.labels[at]
    behind = words[0] in _AWAY and tree.clause(at) == verb  # "took the last of its forces home"
    if at - verb > 4 and not behind and verb not in (tree.heads[at], tree.heads[tree.heads[at]]):
        return False  # "ordered the ministers to send the money back"
    if words == ["over"] and view.key(at + 1) == "to" and verb in (tree.heads[at], tree.heads[tree.heads[at]]):
        return True  # "sign the base in X over to the army"
    if words[-1] == "home" and view.key(at + len(words)) in _OF_HOME and view.key(verb) in BE:
        return False  # "was the gate to their home port"
    if words in (["in"], ["over"]):
        return label in {"prt", "advmod"}
    if words == ["up"] and view.key(at + 1) == "to":
        return False
    if words[:2] == ["out", "of"] and view.key(at - 1) == ",":
        return False  # "10,500 are there, out of an approved 12,500"
    if words[0] in {"down", "up"} and view.key(at - 1) == "," and view.key(at + 1) in {"by", "from"}:
        return False  # "stands at 900, down from 1,100"
    return not (words[-1] == "to" and tree.labels[at + len(words) - 1] == "aux")


_OF_HOME = nouns("triggers.of_home")


def _is_auxiliary(view: View, i: int) -> bool:
    """ "have left", "has also been": a participle follows, so "have" is not the verb."""
    at = i + 1
    while view.key(at) in ADVERBS or view.key(at) in {"not", "n't"}:
        at += 1
    key = view.key(at)
    forms = {t.form for t in view.vocabulary.by_first.get(key, ()) if t.kind == "verb"}
    return key in {"been", "had", "to"} or bool(forms & {"past", "pp"}) or key.endswith("ed") and at in view.verbs


def _can_be_verb(view: View, i: int) -> bool:
    tree = view.tree
    if view.key(i) in HAVE and _is_auxiliary(view, i):
        return False
    return tree.is_predicate(i)


def _is_title(view: View, at: int) -> bool:
    """A deal's name in capitals goes on behind the word."""
    k = at + 1
    while k < min(at + 6, len(view.toks)) and (view.toks[k].text.istitle() or view.key(k) in {"of", "and", "the"}):
        if view.key(k) in _TITLES:
            return True
        k += 1
    return False


_TITLES = frozenset("agreement accord accords treaty protocol pact convention".split())


def _can_be_noun(view: View, i: int, last: int) -> bool:
    tree = view.tree
    if any(last + 1 == first for first, _, _ in view.spotted.named):
        return True  # "Exercise Blue Lion"
    if i and view.sentence.kind != "heading" and view.toks[i].text.istitle() and _is_title(view, last):
        return False  # "the 1974 Disengagement of Forces Agreement"
    if tree.tags[last] == "NNP" and tree.labels[last] == "compound" and tree.tags[tree.heads[last]] == "NNP":
        if view.sentence.kind != "heading" and i:
            return False  # "the Rapid Deployment Force": a name
    return tree.is_noun(last)
