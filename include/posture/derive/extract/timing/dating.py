"""When a fact is: its own time, the day on which it was said, the day of the tale in which it stands, or publication.

What is planned, considered or denied has the date of the act or none. A time that leaves its year or week open ("in
May", "on Monday") lies ahead of what is planned and behind what is done. A past tense without a time of its own goes on
where the paragraph left off: "On 3 May they landed. A second company dug in at the port."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..clauses import View
from ..draft import Draft
from ..families import UNDONE
from ..language import cues
from ..language.tense import is_before, is_flashback, is_past, is_perfect
from ..mentions import PlaceMention
from ..quantity.changes import level_time
from ..reading import Reading
from .apart import told_apart
from .context import PRESENT, Time
from .governors import governor
from .sayings import is_bidden, saying_of
from .spans import month_span, shift
from .times import CLOSES, dates_of
from .when import nearest, time_of

Span = tuple[date | None, date | None]
_DONE = frozenset({"in_effect", "ongoing", "completed"})
_AHEAD = frozenset({"planned", "considered"})
_RESPECTIVELY = frozenset({"respectively"})
_GOES_ON = frozenset({"strike", "ground_operation", "exercise", "patrol", "attack_on_force"})


class Dating:
    """Dates the facts of one text, in order."""

    def __init__(self) -> None:
        self._told: Span | None = None
        self._block = -1
        #: Day of publication; below a dated heading or a time stamp, that day.
        self.published: date | None = None
        #: For which days what the text says of the present holds; the days that its title or a heading names.
        self.as_of: Span | None = None
        self.covered: Span | None = None
        self.headed: Span | None = None
        #: It is one line's own.
        self.is_line = False

    def date_act(self, draft: Draft, r: Reading) -> None:
        """The date of the fact that a frame states."""
        t = told_apart(r, time_of(r), self.published)
        t = self._in_line(draft, r, t) if self._is_past_line() else t
        if t is not None and draft.quantity is not None and draft.quantity_before is not None:
            t = level_time(r.view, r, t)
        if t is not None and r.code in _MADE_THEN and t.end_on is None and t.start_on is not None:
            t = replace(t, end_on=_end_of(t.start_on, t.precision))  # "the pact from 1998": it was made then
        if t is not None and draft.type_code == "mission_continuation" and _is_bound(r.view, t):
            t = _ahead(t, self.published)  # "was extended until the end of February": it lies ahead
        elif (
            t is not None
            and draft.type_code != "agreement"
            and self._is_before(draft, t)
            and is_bidden(r.view, t, r.first)
        ):
            t = None
        elif t is not None:
            t = _settled(r.view, t, r.first, draft.status, self.published)
        self._fill(draft, r.view, r.first, t)
        if draft.status == "completed" and draft.type_code in _GOES_ON and t is not None and t.lead == "since":
            if is_perfect(r.view.tree, r.first) and not _is_counted(r):
                draft.status = "ongoing"  # "have patrolled the strait since May"

    def _in_line(self, draft: Draft, r: Reading, t: Time | None) -> Time | None:
        """A line of a chronicle tells in the present what is past, and its months are counted from its own day."""
        if draft.status == "planned" and r.trigger.kind == "verb" and r.view.tree.tags[r.first] in {"VBZ", "VBP"}:
            draft.status = "completed"
        first = (t.end_on or t.start_on) if t is not None and t.floating == "year" else None
        if t is None or first is None or self.anchor is None:
            return t
        years = self.anchor.year - first.year + (first.month < self.anchor.month)
        return replace(_moved(t, years, "year"), floating="")

    def _is_past_line(self) -> bool:
        return self.is_line and self._is_past_day()

    @property
    def anchor(self) -> date | None:
        """The day from which "within a month" is counted: in a chronicle that which opens the line."""
        return self.headed[0] if self.headed and self.headed[0] and self._is_past_line() else self.published

    def undate(self, draft: Draft) -> None:
        """What has no time of its own is as old as the text."""
        draft.date_start = draft.date_end = self.published
        draft.date_basis, draft.date_precision = ("publication", "day") if self.published else ("unknown", "unknown")

    def date_count(self, draft: Draft, view: View, at: int) -> None:
        """The date of a strength whose counted noun stands at token `at`."""
        t = nearest(view, at, at, True) or _while_there(view, at)
        if t is not None:
            t = _settled(view, t, at, draft.status, self.published)
        self._fill(draft, view, at, t)

    def date_row(self, draft: Draft) -> None:
        """The date of what a table's row states, where the row gives none: that for which the text speaks."""
        if draft.date_start or draft.date_end or draft.status not in _DONE:
            return
        held = self.as_of if draft.status == "in_effect" else self.headed or self.covered
        day = self.published
        if held is not None:
            draft.date_start, draft.date_end, draft.date_basis, draft.date_precision = *held, "resolved", "range"
        elif day is not None:
            draft.date_start, draft.date_end, draft.date_basis, draft.date_precision = day, day, "publication", "day"

    def _fill(self, draft: Draft, view: View, at: int, t: Time | None) -> None:
        start, end, basis, precision = dates_of(t)
        if self._is_past_day() and draft.status == "ongoing" and view.tree.tags[at] in {"VBZ", "VBP"}:
            draft.status = "completed"  # a chronicle tells in the present what is past
        if start is None and end is None:
            basis = precision = "unknown"
            said = saying_of(view, at) if draft.status in _DONE else None
            if said is not None:
                start, end, basis, precision = dates_of(said)
            elif draft.status in _DONE:
                past = is_past(view.tree, at)
                if past and self._told is not None and self._block == view.sentence.block:
                    draft.told = self._told
                flashback = is_flashback(view, at) and (past or draft.status != "in_effect")
                if flashback and draft.told is not None:
                    draft.told = None, draft.told[1] or draft.told[0]
                held = self.headed or self.covered if draft.status == "completed" or past or self.is_line else None
                held = self.as_of if draft.status == "in_effect" and not (past or self._is_past_line()) else held
                if held is not None and not flashback:
                    start, end, basis, precision = *held, "resolved", "range"
                elif self.published is not None and not (flashback and not is_before(view, at)):
                    start, end = None if flashback else self.published, self.published
                    basis, precision = "publication", "day"
        draft.date_start, draft.date_end, draft.date_basis, draft.date_precision = start, end, basis, precision

    def _is_before(self, draft: Draft, t: Time) -> bool:
        """What is to come has a time that is over."""
        last = t.end_on or t.start_on
        is_over = last is not None and self.published is not None and last <= self.published
        return draft.status in _AHEAD and is_over and t.lead not in CLOSES

    def _is_past_day(self) -> bool:
        day = self.headed and (self.headed[1] or self.headed[0])
        return bool(day and self.published and day < self.published)

    def tell(self, view: View, drafts: list[Draft], is_read: bool) -> None:
        """What a sentence tells is where the next one of its paragraph may go on. `is_read`: facts were looked for."""
        if self._block != view.sentence.block:
            self._told, self._block = None, view.sentence.block
        for d in reversed(drafts):
            if d.date_basis in {"stated", "resolved"} and d.status in _DONE and is_past(view.tree, _token(view, d)):
                self._told = d.date_start, d.date_end
                return
        if not is_read:
            past = [t for t in view.times if t.end_on and t.start_on and not t.word and not t.floating]
            self._told = (past[0].start_on, past[0].end_on) if past else self._told
        if not view.times or not is_read:
            return
        root = view.tree.root
        t = nearest(view, root, root, False)
        asks = bool(drafts) and all(d.status in UNDONE for d in drafts)  # "asked for 300 men in June": yet to come
        if t is not None and t.is_resolved and is_past(view.tree, root) and not (asks and t.floating):
            self._told = t.start_on, t.end_on


#: Rules of deals that are dated by their age.
_MADE_THEN = frozenset({"deal_noun", "deal_dates"})


def _end_of(day: date, precision: str) -> date:
    """The last day of the year or month that begins on a day."""
    if precision == "year":
        return date(day.year, 12, 31)
    return month_span(day.year, day.month)[1] if precision == "month" else day


def _while_there(view: View, at: int) -> Time | None:
    """ "Had 300 men stationed there in May", "has 300 stationed there as of May": when that was so; "300
    deployed in May are still there": when they went."""
    for clause in (c for n in (at, *view.tree.ancestors(at)) for c in view.tree.of(n, "acl") if c > at):
        t = nearest(view, clause, clause, False)
        k = next((k for k, other in view.timed if other is t), 0)
        if t is not None and (is_past(view.tree, at) or "as" in {view.key(n) for n in range(k - 3, k)}):
            return t
    return None


def times_at(view: View, places: Sequence[PlaceMention]) -> list[Time | None]:
    """The time of each of several places of one act: "in Iraq in May 2014 and in Syria in June 2015", "at A and B on 3
    and 5 May respectively"; None for a place that has none of its own."""
    own: list[Time | None] = [None] * len(places)
    if len(places) < 2:
        return own
    found = [(k, t) for k, t in view.timed if t.is_resolved and k > places[0].last]
    if len(found) == len(places) and found[0][0] > places[-1].last and view.words_in(0, len(view.toks)) & _RESPECTIVELY:
        return [t for _, t in found]
    ends = [p.first for p in places[1:]] + [len(view.toks)]
    between = [[(k, t) for k, t in found if p.last < k < end] for p, end in zip(places, ends, strict=True)]
    is_even = len(found) == len(places) and all(between)
    for at, (place, near) in enumerate(zip(places, between, strict=True)):
        if near and (is_even or near[0][0] - place.last <= 3):
            beside = [n for n in near if not any(place.last < verb < n[0] for verb in view.verbs)] or near
            own[at] = near[0][1] if is_even else beside[-1][1]  # "B in 2001, and six were sent in 2020": in 2001
    return own


def _is_counted(r: Reading) -> bool:
    """ "have hit 15 boats since May": a sum, which is done."""
    tree = r.view.tree
    return any(tree.of(o, "nummod", "quantmod") for o in tree.of(tree.clause(r.first), "dobj", "nsubjpass"))


def carry(drafts: list[Draft]) -> None:
    """Facts that no other mention dates take the day of the tale in which they stand."""
    for d in drafts:
        if d.told is not None and d.date_basis in {"publication", "unknown"} and any(d.told):
            d.date_start, d.date_end = d.told
            d.date_basis, d.date_precision = "resolved", "range"


def _token(view: View, d: Draft) -> int:
    return next((i for i, t in enumerate(view.toks) if t.start >= d.trigger_start), 0)


def _settled(view: View, t: Time, at: int, status: str, published: date | None) -> Time | None:
    """The time in the year or week that the status asks for; None where it is not the act's."""
    last, first = t.end_on or t.start_on, t.start_on or t.end_on
    if published is None or last is None or first is None:
        return t
    step = {"year": (1, "year"), "week": (1, "week")}.get(t.floating)
    if status in _AHEAD and t.word in PRESENT:
        return None  # "will now be pulled out": no time of its own
    if status in UNDONE and last <= published:
        if not (t.lead in CLOSES or _is_own(view, t, at)):
            return None  # the day of the saying, not of the act
        if step == (1, "year") and t.precision == "day" and (published - last).days < _LATELY and status != "denied":
            return None  # "announced a decision to withdraw on December 19", ten days ago
        ahead = (published - last).days < 360
        moved = _moved(t, *step) if step else t
        is_soon = status in {"considered", "planned"} and t.floating == "year"
        start = moved.start_on or moved.end_on
        is_soon = is_soon and start is not None and 0 <= (start - published).days < _SOON
        if status != "denied" and step and ahead and (is_soon or not _is_told(view, at)):
            return moved
    elif status in {"in_effect", "ongoing"} and _is_bound(view, t) and not is_past(view.tree, view.tree.clause(at)):
        return _ahead(t, published)  # "it runs through May 9 with 900 men"
    elif status in _DONE and step and first > published and is_past(view.tree, at):
        return _moved(t, -step[0], step[1])
    return t


#: Days: a month that comes so soon is meant by who decides or asks ("urged Chad in June to send men in July").
_SOON = 100
#: A day so long ago is when the act was announced, rather than one of the year to come.
_LATELY = 60


def _is_bound(view: View, t: Time) -> bool:
    """ "Until March", "to the end of March"."""
    at = next((k for k, other in view.timed if other is t), 0)
    return t.lead in _UNTIL or bool(view.words_in(at - 1, at + 3) & {"end"} and view.words_in(at - 3, at + 1) & _UNTIL)


_UNTIL = frozenset({"until", "till", "to", "through", "up to"})


def _ahead(t: Time, published: date | None) -> Time:
    """A month or day without a year, after the day of publication."""
    last = t.end_on or t.start_on
    if published is None or last is None or t.floating != "year" or last >= published:
        return t
    return _moved(t, 1, "year")


def _is_told(view: View, at: int) -> bool:
    """ "were to leave by May", "planned to": seen from then, not from now."""
    tree = view.tree
    mine = tree.clause(at)
    if tree.labels[mine] == "xcomp" and cues.lemmas().get(tree.keys[tree.heads[mine]]) in _DECIDES:
        return False  # "agreed to leave in September": what was decided of late lies ahead
    if tree.labels[mine] == "acl" and tree.tags[mine] == "VB":
        return False  # "a plan to close the base in May was published on Monday"
    return is_past(tree, at) and tree.labels[mine] != "ccomp"


_DECIDES = frozenset(
    "agree decide vow pledge promise vote undertake urge order ask tell instruct commit offer threaten propose demand "
    "request direct resolve".split()
)


def _moved(t: Time, n: int, unit: str) -> Time:
    return replace(
        t,
        start_on=t.start_on and shift(t.start_on, n, unit),
        end_on=t.end_on and shift(t.end_on, n, unit),
    )


def _is_own(view: View, t: Time, at: int) -> bool:
    """The time hangs on the act itself or stands in its clause, not in one above it."""
    tree = view.tree
    k = next((k for k, other in view.timed if other is t), None)
    if k is None:
        return False
    over = governor(tree, k)
    if over == at:
        return True
    mine = tree.clause(at)
    if tree.tags[at][:2] == "NN" and tree.labels[at] == "dobj" and tree.tags[tree.heads[at]] == "VB":
        return tree.heads[at] in {over, tree.clause(over)}  # "to authorise the entry of 600 soldiers in June"
    return tree.is_verb(at) and (over == mine or tree.clause(over) == mine) and mine == at
