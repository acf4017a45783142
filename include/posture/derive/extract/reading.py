"""A trigger whose frame is tried: the ranges of its arguments in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clauses import View
from .facts.acts import Act
from .families import MOVES
from .language.vocabulary import Trigger
from .quantity.levelnouns import LEVEL_NOUNS, is_told_of


@dataclass
class Reading:
    """A trigger whose frame fits: the ranges of its arguments in the sentence."""

    view: View
    first: int
    last: int
    trigger: Trigger
    code: str
    type_code: str
    passive: bool = False
    reduced: bool = False
    #: A participle without a subject: "Handed over in May." below the base's name.
    elliptic: bool = False
    #: Ranges of parts that repeat the verb with a place of their own.
    gaps: tuple[tuple[int, int], ...] = ()
    subject: tuple[int, int] = (0, 0)
    object: tuple[int, int] = (0, 0)
    phrases: list[tuple[str, int, int]] = field(default_factory=list)
    fixed_status: str | None = None
    is_weak: bool = False
    #: The act in a clause that says how this one came about: "were killed when their post was shelled".
    through: Reading | None = None
    quantity_index: int | None = None
    #: Of an act of arms: who acts, what is hit, with what.
    act: Act | None = None
    status: str = ""
    #: No word says how far the act has come: it is only named.
    is_untold: bool = False
    #: Head nouns of subject and object, where the parser finds them.
    subject_head: int | None = None
    object_head: int | None = None
    #: Where the trigger stands of whose journey this is a further leg.
    leg: int | None = None

    @property
    def patient(self) -> tuple[int, int]:
        """What is acted upon: a passive's subject, an active verb's object."""
        return self.subject if self.passive else self.object


def noun_spans(r: Reading) -> list[tuple[int, int]]:
    """For a noun trigger: its premodifiers and its "of"/"by" phrases. For a verb: its patient."""
    if r.trigger.kind == "verb":
        spans = [r.patient]
        if not r.passive and r.object[1] - r.object[0] == 0:
            spans += [(s, e) for p, s, e in r.phrases if p in {"of"}]
        return spans
    return [
        r.object,
        *[(s, e) for p, s, e in r.phrases if p in {"of", "by", "for", "between", "from", "in", "to", "on"}][:3],
    ]


def content(view: View, start: int, end: int) -> bool:
    """A noun stands in the range, not only particles of the verb."""
    return any(
        view.key(k)
        not in {
            "out",
            "up",
            "back",
            "over",
            "down",
            "off",
            "away",
            "also",
            "home",
            ",",
            ":",
            "there",
            "the",
            "following",
            "these",
        }
        for k in range(start, end)
    )


def is_state(r: Reading) -> bool:
    """A participle of sending that says where troops are: "150 are left at the base", "soldiers posted in X"."""
    if r.trigger.kind == "verb" and r.code in {"deploy", "send"} and _is_left(r):
        return True
    if r.trigger.lemma.startswith("be back") and r.view.key(r.first) in {"is", "are"}:
        return True  # "warplanes are back at the field"
    if not r.passive or r.trigger.kind != "verb":
        return False
    if r.code == "leave" and "behind" in {r.view.key(c) for c in r.view.tree.of(r.first, "advmod", "prt", "prep")}:
        return True  # "have been left behind"
    _, group = r.view.group_before(r.first)
    if {"been", "being"} & set(group):
        return False
    be = bool({"is", "are", "were", "was", "remain", "remained"} & set(group))
    if r.trigger.lemma in {"concentrate", "place", "position"}:
        return be and r.status in _HOLDS and not _is_dated(r)
    if r.code == "leave":
        dated = bool(r.phrases) and any(r.phrases[0][1] <= at < r.phrases[0][2] for at, _ in r.view.timed)
        stays = bool(r.phrases) and r.phrases[0][0] in {"in", "at", "on", "with"}
        return r.trigger.words[0] == "left" and stays and not dated
    if r.code == "send":
        went = "to" in {p for p, _, _ in r.phrases} and not {"is", "are", "still", "already"} & set(group)
        stays = r.reduced or be and not went and r.status in _HOLDS
        return r.trigger.words[0] in {"posted", "assigned"} and stays
    if r.code == "deploy":
        after = [p for p, s, _ in r.phrases if s > r.last]
        goes = bool(after) and (after[0] in {"to", "into"} or after[0] == "from" and not {"in", "at"} & set(after))
        stays = r.reduced or be and r.status in _HOLDS
        then = {"was", "were"} & set(group) and (_is_first(r) or not r.reduced and _is_dated(r))
        return stays and not then and not (goes and not {"is", "are"} & set(group))
    return False


def _is_first(r: Reading) -> bool:
    """ "First", "the first of them": "were first deployed there in 2003"."""
    tree = r.view.tree
    words = [*tree.of(r.first, "advmod"), *([] if r.subject_head is None else [r.subject_head])]
    words += [] if r.subject_head is None else tree.of(r.subject_head, "amod", "advmod")
    return any(tree.keys[k] in {"first", "initially", "originally"} for k in words)


def _is_dated(r: Reading) -> bool:
    """ "was deployed in May": then it went; "since May" it is there."""
    spans = [(s, e) for p, s, e in r.phrases if s > r.last and p in {"in", "on", "at"}]
    return any(s <= at < e for s, e in spans for at, _ in r.view.timed)


def _is_left(r: Reading) -> bool:
    """ "remain deployed along the border"."""
    tree = r.view.tree
    above = tree.keys[tree.heads[r.first]][:6]
    if above == "contin" and tree.labels[r.first] == "xcomp":
        return r.passive  # "continue to be deployed"
    return tree.labels[r.first] in {"acomp", "xcomp", "oprd", "ccomp"} and above in {
        "remain",
        "stay",
        "stayed",
        "stays",
        "stand",
    }


def left_open(r: Reading) -> str | None:
    """ "How many will leave is not clear", "drive rather than be flown out": asked, or passed over. The reason."""
    v = r.view
    start = r.subject[0]
    asked = r.trigger.kind == "verb" and start < r.first and v.key(start) == "how"
    clause = v.tree.clause(r.first)
    is_topic = v.tree.labels[clause] == "pcomp"  # "few details, including how many will leave"
    if asked and v.key(start + 1) in {"many", "much"} and (clause < v.tree.root or is_topic):
        return "question"
    if _is_asked(r) or _is_unknown(r):
        return "question"
    if r.trigger.lemma == "be gone" and v.tree.labels[r.first] == "advcl" and _marks(r) & {"when", "until", "once"}:
        return "presupposed"  # "will end when they are gone"
    if (
        r.code in {"relieve", "reinforce"}
        and v.tree.labels[r.first] in {"advcl", "acl", "xcomp"}
        and v.key(r.first - 1) == "to"
    ):
        above = v.key(v.tree.heads[r.first])
        frames = {t.frame for t in v.vocabulary.by_first.get(above, ()) if t.lemma.split()[0] != "be"}
        goals = [p for p, s, e in v.tree.phrases(v.tree.heads[r.first]) if v.places_in(s, e) and p in {"to", "into"}]
        elsewhere = r.code == "reinforce" and goals  # "sent to Chad to reinforce the garrison at X"
        if not elsewhere and any(v.vocabulary.frames[f]["type"] in {"deployment", "reinforcement"} for f in frames):
            return "same_fact"  # "moved in to take their place"
    if _is_how(r):
        return "same_fact"
    if r.code == "deploy" and r.trigger.kind == "noun" and is_told_of(r.view, r.last):
        return "part_of_other_frame"
    if r.code == "deploy" and r.trigger.kind == "verb" and v.tree.labels[r.first] == "acl" and r.passive:
        noun = v.tree.heads[r.first]
        of = v.tree.heads[noun]
        if {v.key(noun), v.key(v.tree.heads[of]) if v.key(of) == "of" else ""} & LEVEL_NOUNS:
            return "presupposed"  # "a reduction of the personnel deployed to X"
    if r.code == "close_base" and r.trigger.kind == "verb" and v.tree.labels[r.first] == "acl" and r.passive:
        if v.tree.heads[r.first] == r.first - 1:
            return "presupposed"  # "to use the barracks vacated in X"
    if r.code == "promise" and r.trigger.kind == "verb" and v.tree.labels[r.first] == "relcl":
        if v.tree.subject(r.first) != v.tree.heads[r.first] and v.key(r.first)[:8] == "announce":
            return "presupposed"  # "the 2,500 troops that I announced"
    if _stays(r):
        return "not_left"
    if r.type_code.startswith("base_") and r.trigger.kind == "verb" and _is_summed_up(r):
        if all(p.place.kind_code in {"country", "theatre"} for p in v.places_in(*v.tree.span(r.first))):
            return "same_fact"  # "this was the fifth base handed over"
    if r.type_code in MOVES and (_is_summed_up(r) or _is_purpose(r)):
        return "same_fact" if r.trigger.kind == "noun" else "purpose"
    since = r.trigger.kind == "verb" and v.tree.labels[r.first] == "advcl"
    if r.type_code == "deployment" and since and any(v.key(m) == "since" for m in v.tree.of(r.first, "mark")):
        start, end = v.toks[v.tree.of(r.first, "mark")[0]].start, v.sentence.end
        if not any(start < t.start < end for t in v.times):
            return "presupposed"  # "since they first went in"
    if r.type_code == "agreement" and _is_awaited(r):
        return "deal_awaited"
    if r.type_code == "attack_on_force" and r.status in {"planned", "considered"}:
        return "attack_ahead"  # "retaliation against its soldiers is to be expected"
    begin, _ = v.group_before(r.first)
    before = [v.key(begin - 2), v.key(begin - 1)]
    return "passed_over" if before in (["rather", "than"], ["instead", "of"]) else None


def _is_how(r: Reading) -> bool:
    """ "The company drove home, its lorries crossing at X": how the move goes that the clause above tells."""
    v, tree = r.view, r.view.tree
    above = tree.heads[r.first]
    if r.trigger.kind != "verb" or tree.tags[r.first] != "VBG" or tree.labels[r.first] not in {"advcl", "dep", "acl"}:
        return False
    if r.subject_head is None or r.subject_head > r.first:
        return False
    own = any(v.key(c) in {"its", "their"} for c in tree.of(r.subject_head, "poss"))
    above = above if tree.is_verb(above) else tree.clause(above)
    return own and v.key(above) in v.vocabulary.classes["moving_verbs"] | {"go", "went", "gone", "going"}


_CAUSED = frozenset(
    "triggered prompted caused provoked criticised criticized welcomed condemned necessitated described seen".split()
)


def _marks(r: Reading) -> set[str]:
    tree = r.view.tree
    return {tree.keys[c] for c in tree.of(r.first, "mark", "advmod")}


def _is_asked(r: Reading) -> bool:
    """ "When the rest can follow it was too early to say": asked, and not answered."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or not any(tree.keys[c] in _ASKING for c in tree.of(r.first, "advmod", "mark")):
        return False
    if not any(tree.tags[c] == "MD" for c in tree.of(r.first, "aux")):
        return False
    words = v.words_in(0, len(v.toks))
    return tree.heads[r.first] != r.first and bool({"unclear", "undecided"} & words or {"too", "early"} <= words)


def _is_unknown(r: Reading) -> bool:
    """ "Whether X, which has troops there, lost any is unconfirmed"."""
    tree = r.view.tree
    at = tree.clause(r.first)
    while tree.labels[at] == "relcl":
        at = tree.clause(tree.heads[at])
    asked = any(tree.keys[c] in {"whether", "if"} for c in tree.of(at, "mark"))
    above = tree.heads[at]
    return asked and above > at and any(tree.keys[c] in _UNKNOWN for c in tree.of(above, "acomp"))


_UNKNOWN = frozenset("unclear unconfirmed unknown uncertain open undecided".split())
_ASKING = frozenset("when whether where how".split())


def _is_summed_up(r: Reading) -> bool:
    """ "It was its first withdrawal from X", "this is the third deployment": one told before, and what it is."""
    tree = r.view.tree
    if r.trigger.kind == "noun" and r.code in {"reinforce", "deploy", "relocate", "withdraw"}:
        verb = tree.heads[r.last]
        bare = {tree.labels[c] for c in tree.children[r.last]} <= {"det"} and tree.of(r.last, "det")
        if bare and tree.labels[r.last] == "nsubjpass" and tree.keys[verb] in _CAUSED:
            return True  # "The deployment was triggered by a raid"
    is_relative = r.trigger.kind == "verb" and tree.labels[r.first] in {"relcl", "acl"}
    if r.trigger.kind == "noun" and tree.labels[r.last] == "pobj" and tree.keys[tree.heads[r.last]] == "as":
        return True  # "is regarded as its most dangerous deployment"
    at = tree.heads[r.first] if is_relative else r.last  # "the fourth rotation that it has sent"
    if r.trigger.kind != "noun" and not is_relative or tree.labels[at] != "attr" or tree.of(tree.heads[at], "neg"):
        return False
    told = tree.subject(tree.heads[at])
    return told is not None and tree.keys[told] in {"it", "this", "that", "move", "step", "these"}


def _is_purpose(r: Reading) -> bool:
    """ "A team that will help to extract troops", "keep 200 men to bring home equipment": what some are there for."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or tree.tags[r.first] != "VB" or r.type_code != "withdrawal":
        return False
    above = tree.heads[r.first]
    return tree.labels[r.first] in {"advcl", "xcomp", "ccomp"} and tree.keys[above] in _THERE_FOR


_THERE_FOR = frozenset("keep keeps kept help helps helped helping stay stays stayed remain remains remained".split())


def _stays(r: Reading) -> bool:
    """ "With 10,000 men left": who is left is there; "landed in May and never left": who came is there still."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or r.code not in {"leave", "withdraw"}:
        return False
    if v.key(r.first) == "left" and any(tree.keys[m] == "with" for m in tree.of(r.first, "mark", "prep")):
        return r.object_head is None
    came = v.key(tree.heads[r.first]) in v.vocabulary.classes["moving_verbs"] | _CAME
    return tree.labels[r.first] == "conj" and came and any(tree.keys[c] == "never" for c in tree.of(r.first, "neg"))


_CAME = frozenset("raided seized occupied took captured landed invaded stormed overran entered arrived came".split())


def _is_awaited(r: Reading) -> bool:
    """ "until a truce is reached", "if a deal were signed": a condition tells of no deal."""
    tree = r.view.tree
    at = r.first if r.trigger.kind == "verb" else tree.clause(r.last)
    if tree.labels[at] != "advcl":
        return False
    marks = {tree.keys[c] for c in tree.of(at, "mark", "advmod", "prep")}
    return bool(marks & {"until", "till", "unless", "if"})


_HOLDS = frozenset({"completed", "ongoing", "in_effect"})
