"""The facts that a table's rows state: how many of whose forces are where, what became of sites, who is where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..draft import Draft
from ..geography.discourse import country_mention
from ..language.classes import words
from ..language.text import Sentence
from ..language.vocabulary import Vocabulary
from ..mentions import ForceMention, PlaceMention, Spotted
from ..timing.times import dates_of
from .cells import Cells, Read, party
from .columns import is_control, is_total, roles
from .grid import Row, Table

_OTHERS = words("other_table")
_OF_FORCES = words("force_table")
_GIVERS = frozenset("contributing contributors contributions contributor contingents".split())
_OF_PEOPLE = frozenset(
    "troops soldiers contingents contingent deployments peacekeepers forces missions bases camps".split()
)
_ACTS = {"opened": "base_opening", "closed": "base_closure", "given": "base_handover"}
_OWN = frozenset("army government military regime".split())
_PART = re.compile(r"[^\s,;][^,;]*(?<=[^\s,;])")
_PLANNED = re.compile(r"\bplanned|\btarget|\bfuture|\bproposed|\bintended", re.I)


@dataclass(frozen=True)
class Lead:
    """What the lines above a table say of all of it: whose forces, where; whether it is about forces at all."""

    codes: tuple[str, ...] = ()
    place: PlaceMention | None = None
    is_by_holder: bool = False
    is_of_forces: bool = False
    is_of_others: bool = False


def lead(lines: Sequence[tuple[Sentence, Spotted]], military: tuple[str, ...], hosting: str, v: Vocabulary) -> Lead:
    """What the lines say, the nearest first.

    Args:
        lines: sentences above the table, nearest first.
        military: whom "the troops" would mean there.
        hosting: the country in which the text plays, where it tells of those who have forces there.
    """
    codes: tuple[str, ...] = ()
    place: PlaceMention | None = None
    words: set[str] = set()
    nearest = lines[0][0].block if lines else -1
    is_of_others = False
    for sentence, spotted in lines:
        keys = {t.key for t in sentence.tokens}
        words |= keys
        is_of_others |= sentence.block == nearest and bool(keys & _OTHERS)
        if _is_section(sentence, spotted):
            place = place or next((p for p in spotted.places), None)
            continue  # a country as the heading over its sites
        inside = [p for p in spotted.places if p.prep and p.form != "owner" and p.place.kind_code not in {"theatre"}]
        forces = [f for f in spotted.forces if f.codes and not any(p.first <= f.first <= p.last for p in inside)]
        codes = codes or _chosen([f for f in forces if hosting not in f.codes])
        place = place or next((p for p in inside if p.place.country_code not in codes), None)
        theatre = next((f.theatre[0] for f in forces if len(f.theatre) == 1), None)
        place = place or (country_mention(theatre) if theatre else None)
    place = place or (country_mention(hosting) if hosting else None)
    known = v.classes["personnel"] | v.classes["units"] | v.classes["movers"] | _OF_FORCES
    # It says where, and of no state that its forces are meant: whose they are stands in the rows.
    is_by_holder = (
        place is not None
        and bool(words & _GIVERS)
        or place is not None
        and all(v.kinds.get(c, "state") != "state" for c in codes)
    )
    is_of_forces = bool(words & known) if codes or place is not None else bool(words & _OF_PEOPLE)
    return Lead(codes or military, place, is_by_holder, is_of_forces, is_of_others)


def _is_section(sentence: Sentence, spotted: Spotted) -> bool:
    """A heading that is a place's name: "3. Kosovo", "Kosovo:"."""
    names = {k for p in spotted.places for k in range(p.first, p.last + 1)}
    rest = [t for k, t in enumerate(sentence.tokens) if k not in names and t.text[0].isalpha() and t.key != "the"]
    return bool(names) and not rest


def _chosen(forces: Sequence[ForceMention]) -> tuple[str, ...]:
    states = [f for f in forces if f.form in {"name", "demonym", "capital", "metonym"}]
    return (states or list(forces))[0].codes if forces else ()


def facts(table: Table, cells: Cells, above: Lead) -> list[Draft] | None:
    """The facts of all rows, in order; None where the table is not one of forces."""
    rows = [[cells.read(a, b, r.blocks[0]) for a, b in r.cells] for r in table.rows]
    is_short = all(len(c.words.split()) < 7 for row in rows for c in row)
    if above.is_of_others or table.head and any(set(h.lower().split()) & _OTHERS for h in table.head):
        return [] if is_short else None  # figures, but not of forces
    columns = roles(table, rows, above.is_by_holder)
    is_said = any(any(w in cells.v.units for w in h.lower().split()) or is_control(h) for h in table.head)
    if not (above.is_of_forces or is_said or any(c.has_noun for row in rows for c in row)):
        return None
    made: list[Draft] = []
    told = 0
    section: Read | None = None
    holder: Read | None = None
    for row, read in zip(table.rows, rows, strict=True):
        full = [c for c in read if not c.is_empty]
        if is_total(read) or not full:
            told += 1
            continue
        if len(full) == 1 and len(columns) > 1 and (full[0].state or full[0].place):
            section, told = full[0], told + 1
            continue
        by = {
            role: [c for c, r in zip(read, columns, strict=False) if r == role and not c.is_empty]
            for role in set(columns)
        }
        holder = next(iter(by.get("holder", ())), holder)
        one = _Row(table, row, by, columns, read, cells, above, section, holder)
        drafts = one.facts()
        is_nobody = any(r == "count" and c.is_empty for c, r in zip(read, columns, strict=False))
        told += bool(drafts) or is_nobody
        made += drafts
    return made if 2 * told >= len(rows) and made else None


def _is_land(p: PlaceMention | None) -> bool:
    return p is not None and p.place.kind_code in {"country", "admin1", "region"}


@dataclass
class _Row:
    table: Table
    row: Row
    by: dict[str, list[Read]]
    columns: list[str]
    read: list[Read]
    cells: Cells
    above: Lead
    section: Read | None
    holder: Read | None

    def facts(self) -> list[Draft]:
        """What this row states."""
        actors, place = self._actors(), self._place()
        if not actors or place is None:
            return []
        self.actors, self.place = actors, place
        acts = self._acts()
        counts = (
            [] if any(d.type_code in {"base_closure", "base_handover", "withdrawal"} for d in acts) else self._counts()
        )
        made = [*(self._at_several(counts) if counts else ()), *acts]
        is_unsaid = any(r == "count" and c.is_unsaid for c, r in zip(self.read, self.columns, strict=False))
        is_bare = is_unsaid or not {"count", "year", "status", "closed", "given"} & set(self.columns)
        is_held = any(r == "holder" and is_control(h) for r, h in zip(self.columns, self.table.head, strict=False))
        is_of_forces = self.above.is_of_forces or is_held
        if not made and (is_bare and is_of_forces or is_held and "count" not in self.columns):
            made = self._moves() or [self._draft("presence", "in_effect", self.read[0])]
            self._date(made[0], "since")
        return made

    def _actors(self) -> tuple[str, ...]:
        if "holder" in self.columns:
            return (
                () if self.holder is None else self.holder.codes or self._own(self.holder) or party(self.holder.words)
            )
        return self.above.codes or (self.section.codes if self.section is not None else ())

    def _own(self, holder: Read) -> tuple[str, ...]:
        """ "Army" and "government" are those of the land of which the table tells."""
        land = self.above.place.place.country_code if self.above.place is not None else None
        return (land,) if land and set(holder.words.lower().split()) & _OWN else ()

    def _host(self) -> Read | None:
        """The cell of the country in which all of the row lies."""
        host = next((c for c in self.by.get("host", ()) if c.state or c.place), None)
        if host is None and self.section is not None and self.section.place is not None:
            host = self.section
        return host

    def _place(self) -> PlaceMention | None:
        """The most specific place that the row names, within the country that it or the lead names."""
        host = self._host()
        for cell in [*self.by.get("place", ()), *self.by.get("from", ()), *self.by.get("to", ())]:
            if (found := self._placed(cell)) is not None:
                return found
        if host is not None:
            return host.place or country_mention(host.state)
        return self.above.place if {"holder", "unit"} & set(self.columns) else None

    def _placed(self, cell: Read) -> PlaceMention | None:
        """Where a cell is, within the country that the row or the lead names."""
        host = self._host()
        code = host.code if host else self.above.place.place.country_code if self.above.place is not None else None
        found = cell.place
        if found is not None and found.first > 0 and self.cells.is_site(cell.words):
            found = self.cells.named(cell.start, cell.end, found.place.country_code)  # "Camp Juno" near a town Juno
        if found is not None and code and found.place.country_code is None:
            found = replace(found, place=found.place._replace(country_code=code))
        if found is not None and code and found.place.country_code != code:
            found = next((replace(found, place=p) for p in found.candidates if p.country_code == code), None)
        if found is None or found.place.kind_code == "country" and host is not None:
            found = self.cells.named(cell.start, cell.end, code)
        return found

    def _at_several(self, counts: list[Draft]) -> list[Draft]:
        """A number beside several sites is the country's; the sites are held: "Iraq | 2,500 | Al Asad, Erbil"."""
        host = self._host()
        cells = [c for role in ("place", "unit", "role") for c in self.by.get(role, ())]
        if host is None or len(cells) != 1:
            return counts
        whole = host.place or country_mention(host.state)
        if told := self.cells.sites(cells[0], host.code):  # "a base in Gyumri; an air base at Erebuni"
            held = [replace(self._draft("presence", "in_effect", cells[0]), place=p) for p in told]
            return [*(replace(d, place=whole) for d in counts), *held]
        start = cells[0].start
        parts = [(start + m.start(), start + m.end()) for m in _PART.finditer(cells[0].words)]
        read = [self.cells.read(a, b, self.row.blocks[0]) for a, b in parts]
        is_list = len(read) > 1 and cells == self.by.get("place")
        if not is_list or any(c.state or not c.words[:1].isupper() or _is_land(c.place) for c in read):
            return counts  # "Al Udeid, Qatar"
        held = [replace(self._draft("presence", "in_effect", c), place=self._placed(c)) for c in read]
        return [*(replace(d, place=whole) for d in counts), *(d for d in held if d.place is not None)]

    def _counts(self) -> list[Draft]:
        made = []
        numbers = [(k, c) for k, c in enumerate(self.read) if k < len(self.columns) and c.count is not None]
        own = [(k, c) for k, c in numbers if self.columns[k] == "count"]
        heads = self.table.head
        if len(own) > 1:  # a total beside its parts
            own = [(k, c) for k, c in own if not (k < len(heads) and "total" in heads[k].lower())] or own[:1]
        for k, cell in own:
            head = heads[k] if k < len(heads) else ""
            status = "planned" if _PLANNED.search(head) else "in_effect"
            made.append(self._counted(cell, self._unit(head, cell), status))
            if any(c.time is not None for c in self.by.get("until", ())):
                self._date(made[-1], "since")
                self._date(made[-1], "until")
        for k, cell in numbers:
            if self.columns[k] == "year":
                made.append(self._counted(cell, "personnel", "in_effect"))
                self._at(made[-1], heads[k])
        return made

    def _unit(self, head: str, cell: Read) -> str:
        if cell.has_noun and cell.count is not None:
            return cell.count.unit
        return next((self.cells.v.units[w] for w in head.lower().split() if w in self.cells.v.units), "personnel")

    def _counted(self, cell: Read, unit: str, status: str) -> Draft:
        made = self._draft("strength", status, cell)
        made.quantity = None if cell.count is None else replace(cell.count, unit=unit)
        return made

    def _acts(self) -> list[Draft]:
        """What became of a site: by a column of dates, or by words."""
        made = []
        for role, kind in _ACTS.items():
            for cell in self.by.get(role, ()):
                if cell.time is not None:
                    made.append(self._act(kind, cell))
        instead = [c for c in self.by.get("count", ()) if c.count is None]  # "withdrawn" where others have a number
        for cell in [*self.by.get("status", ()), *instead]:
            if cell.act and all(d.type_code != cell.act for d in made):
                made.append(self._act(cell.act, cell))
            elif cell.is_in_use and "count" not in self.columns:
                made.append(self._draft("presence", "in_effect", cell))
                self._date(made[-1], "since")
        return made

    def _act(self, kind: str, cell: Read) -> Draft:
        made = self._draft(kind, "planned" if cell.is_ahead else "completed", cell)
        made.date_start, made.date_end, made.date_basis, made.date_precision = dates_of(cell.time)
        if kind == "withdrawal":
            made.place, made.origin = None, made.place
        if kind == "base_handover":
            host = self.place.place.country_code or ""
            to = tuple(c for c in cell.to if c not in self.actors)
            made.counterparties = to or ((host,) if host and host not in self.actors else ())
        return made

    def _moves(self) -> list[Draft]:
        """From one place to another."""
        start, goal = self._end("from"), self._end("to")
        if start is None and goal is None:
            return []
        made = self._draft(
            "relocation" if start and goal else "deployment" if goal else "withdrawal", "completed", self.read[0]
        )
        made.place, made.origin, made.destination = None, start, goal
        return [made]

    def _end(self, role: str) -> PlaceMention | None:
        cell = next(iter(self.by.get(role, ())), None)
        return None if cell is None else cell.place or self.cells.named(cell.start, cell.end, None)

    def _date(self, draft: Draft, role: str) -> None:
        for cell in self.by.get(role, ()):
            if cell.time is None:
                continue
            start, end, draft.date_basis, draft.date_precision = dates_of(cell.time)
            if role == "until":
                draft.date_end = end
            else:
                draft.date_start = start

    def _at(self, draft: Draft, head: str) -> None:
        """The date that stands over a column of numbers."""
        found = self.cells.when(head)
        if found is not None:
            draft.date_start, draft.date_end, draft.date_basis, draft.date_precision = dates_of(found)

    def _draft(self, kind: str, status: str, cell: Read) -> Draft:
        return Draft(
            kind, self.actors, place=self.place, status=status, start=self.row.start, end=self.row.end,
            trigger_start=cell.start, trigger_end=cell.end, rule="table_row",
        )  # fmt: skip
