"""What each column of a table holds: by the words over it, else by what is in it; whether a column of states says whose
the forces are or where they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .cells import YEARS, Read
from .grid import Table
from .heads import role_of

Rows = Sequence[Sequence[Read]]
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b|sum\b|overall\b|all countries|combined\b|together\b", re.I)


_CONTROL = re.compile(r"\b(?:control\w*|held by|holds|occupied by|in (?:the )?hands of)\b", re.I)


def is_control(head: str) -> bool:
    """The words over a column say that forces hold what the rows name."""
    return bool(_CONTROL.search(head))


def is_total(row: Sequence[Read]) -> bool:
    """A row that sums up the others."""
    return any(_TOTAL.match(c.words.strip(" *:")) for c in row[:2])


def roles(table: Table, rows: Rows, is_by_holder: bool) -> list[str]:
    """The role of each column.

    Args:
        table: its head is asked first.
        rows: its cells, read.
        is_by_holder: what stands above says where, not whose: "Foreign troops in Djibouti".
    """
    wide = max((len(r) for r in rows), default=0)
    made = [role_of(h) for h in table.head] + [""] * max(0, wide - len(table.head))
    body = [r for r in rows if not is_total(r)]
    columns = [[r[k] for r in body if k < len(r) and not r[k].is_empty] for k in range(wide)]
    made = [_settled(role, column) for role, column in zip(made, columns, strict=False)]
    made = _told_apart(_of_parties(made, columns), body, is_by_holder)
    if "count" not in made and "year" not in made and (total := _column(table, "total")) is not None:
        made[total] = "count"
    return made


def _column(table: Table, word: str) -> int | None:
    return next((k for k, h in enumerate(table.head) if word in h.lower()), None)


def _settled(role: str, column: Sequence[Read]) -> str:
    """What the words say, where the cells agree; else what the cells say."""
    if not column:
        return role or "role"
    most = len(column) / 2
    counts = sum(c.is_number and not c.act for c in column)
    dates = sum(c.time is not None for c in column)
    states = sum(bool(c.state) and len(c.words.split()) < 6 for c in column)
    places = sum(c.place is not None and len(c.words.split()) < 9 for c in column)
    acts = sum(bool(c.act) or c.is_in_use for c in column)
    if role == "count" and counts < most and acts >= most:
        return "status"
    if role == "count" and 3 * counts >= len(column) and all(c.is_number or c.is_unsaid or c.act for c in column):
        return "count"  # a number in some, words for it in the others
    if role in {"count", "year"} and counts < most:
        # "Forces" can stand over names of units, "Total" over anything.
        return "unit" if role == "count" and not dates else "role"
    if role in {"since", "until", "opened", "closed", "given"} and dates < most:
        return "status" if acts >= most else "role"
    if role == "status" and not acts and counts > most and all(len(c.words.split()) < 4 for c in column):
        return "count"
    if role in {"place", "unit"} and counts > most and all(c.words[0].isdecimal() for c in column):
        return "count" if all(len(c.words) < 8 for c in column) else role
    if role in {"from", "to"} and dates >= most > places:
        return "since" if role == "from" else "until"
    if role == "host" and 2 * states < len(column):
        return "place"  # "Deployed to: Zinder"
    if (
        role == "place"
        and states == len(column)
        and all(c.place and c.place.place.kind_code == "country" for c in column)
    ):
        return "host"
    if role:
        return role
    if states > most:
        return "country"
    if acts >= most and acts:
        return "status"
    if all(YEARS.match(c.words) for c in column):
        return "since"
    if counts == len(column) and all(len(c.words.split()) < 6 for c in column):
        return "count"
    return "place" if places >= most and places else "role"


def _of_parties(made: list[str], columns: Rows) -> list[str]:
    """A column of whose words nothing is known, and in each of whose cells a force stands, of several parties: theirs
    are the forces, where no other column says whose they are. Of a state's name that is so only beside a column of the
    states where they are."""
    if "holder" in made:
        return made
    is_hosted = bool({"country", "host"} & set(made))
    for k, (role, column) in enumerate(zip(made, columns, strict=False)):
        parties = {c.codes for c in column if c.codes}
        if role not in {"role", "unit"} or len(parties) < 2 or not all(c.codes for c in column):
            continue
        named = [c.place for c in column if c.place is not None]
        if not named and not is_hosted or is_hosted and all(p.place.kind_code == "country" for p in named):
            return [*made[:k], "holder", *made[k + 1 :]]
    return made


def _told_apart(made: list[str], body: Rows, is_by_holder: bool) -> list[str]:
    """A column of states is of holders or of hosts; of two, one each."""
    of_states = [k for k, r in enumerate(made) if r == "country"]
    if not of_states:
        return made
    if "holder" in made or "host" in made:
        own = "host" if "holder" in made else "holder"
        return [own if k == of_states[0] else r for k, r in enumerate(made)]
    votes = [_votes(made, body, k) for k in of_states]
    if len(of_states) > 1:
        # Without a place that is known the first one is where they are, unless what stands above says that, too.
        first = 1 if is_by_holder else 0
        host = max(range(2), key=lambda k: (votes[k]["host"] - votes[k]["holder"], k == first))
        told = {of_states[host]: "host", of_states[1 - host]: "holder"}
        return [told.get(k, "role" if k in of_states else r) for k, r in enumerate(made)]
    said = votes[0].most_common(1)[0][0] if votes[0] else "holder" if is_by_holder else "host"
    return [said if k == of_states[0] else r for k, r in enumerate(made)]


def _votes(made: Sequence[str], body: Rows, at: int) -> Counter[str]:
    """How many rows have their place in the state of a column ("host"), and how many elsewhere ("holder")."""
    votes: Counter[str] = Counter()
    for row in body:
        inner = [
            c.place.place.country_code for c, r in zip(row, made, strict=False) if r == "place" and c.place is not None
        ]
        if inner and at < len(row) and row[at].state and inner[0]:
            votes["host" if inner[0] == row[at].state else "holder"] += 1
    return votes
