"""Reads the tables of one text where the engine comes to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ..assertion.attribution import Attributions
from ..draft import Extraction, Rejection
from ..language.blocks import Block
from ..language.text import SILENT, Sentence
from ..language.vocabulary import Vocabulary
from ..memory import Memory
from ..mentions import Spotted
from ..timing.context import Time
from ..timing.dating import Dating
from ..timing.times import dates_of, times
from .cells import Cells
from .grid import Table, tables
from .rows import Lead, facts, lead

#: So many lines above a table can say what it is about.
_ABOVE = 3


class TableReader:
    """The tables of one text; each is read once, as a whole, at its first line."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        sentences: Sequence[Sentence],
        spots: Sequence[Spotted],
        spot: Callable[[Sentence], Spotted],
        v: Vocabulary,
    ) -> None:
        self.text, self.blocks, self.sentences, self.spots, self.spot, self.v = text, blocks, sentences, spots, spot, v
        found = tables(text, blocks)
        self.of = {n: t for t in found for n in (*(b for r in t.rows for b in r.blocks), t.head_block) if n >= 0}
        self.claimed: dict[int, bool] = {}

    def read(self, number: int, memory: Memory, dating: Dating, out: Extraction, says: Attributions) -> bool:
        """Take the facts of the table in which this sentence stands. False: it is to be read as a sentence."""
        table = self.of.get(self.sentences[number].block)
        if table is None or self.sentences[number].kind in SILENT:
            return False
        key = table.rows[0].start
        if key not in self.claimed:
            made = facts(table, Cells(self.text, self.v, self.spot, dating.published), self._lead(table, memory))
            self.claimed[key] = made is not None
            if made:
                self._said_by_rows(table, out)
            held = self._held(table, dating.published) if made else None
            for d in made or ():
                if held is not None and d.status == "in_effect" and not d.date_start and not d.date_end:
                    d.date_start, d.date_end, d.date_basis, d.date_precision = dates_of(held)
                dating.date_row(d)
                d.attribution = tuple(says.chain(self.text)) if self._is_led(table) else ()
                out.drafts.append(d)
        return self.claimed[key]

    def _first(self, table: Table) -> int:
        return min(b for b in (table.head_block, table.rows[0].blocks[0]) if b >= 0)

    def _held(self, table: Table, published: date | None) -> Time | None:
        """The day, month or year that the title of a table gives to its rows: "Garrisons in the north, March 2024"."""
        first = self._first(table)
        above = self.blocks[first - 1] if first else None
        if above is None or self._ends(first - 1, "."):
            return None
        found = [t for t in times(self.text, above.start, above.end, published) if t.is_resolved]
        is_one = len(found) == 1 and found[0].precision in {"day", "month", "year"}
        return found[0] if is_one and found[0].start_on and found[0].end_on else None

    def _is_led(self, table: Table) -> bool:
        first = self._first(table)
        return first > 0 and self._ends(first - 1, ":")

    def _ends(self, block: int, mark: str) -> bool:
        return self.text[self.blocks[block].start : self.blocks[block].end].rstrip().endswith(mark)

    def _said_by_rows(self, table: Table, out: Extraction) -> None:
        """ "The troops are here:" says less than the rows below it."""
        first = self._first(table)
        if not first:
            return
        above = self.blocks[first - 1]
        for d in [d for d in out.drafts if above.start <= d.start < above.end]:
            if d.type_code in {"presence", "deployment"} and d.quantity is None and d.status != "denied":
                out.drafts.remove(d)
                out.rejections.append(
                    Rejection(
                        d.rule, d.type_code, d.trigger_start, d.trigger_end, "part_of_other_record", d.start, d.end
                    )
                )

    def _lead(self, table: Table, memory: Memory) -> Lead:
        """The lines above, the headings over them, the title."""
        first = self._first(table)
        # The table's own lines may be items of a longer list: what a sibling tells in full is no lead.
        passed = {*SILENT, *(["list_item"] if self.blocks[first].kind == "list_item" else [])}
        near = [n for n in range(first - 1, -1, -1) if n not in self.of and self.blocks[n].kind not in passed][:_ABOVE]
        near += [0] if 0 not in near and 0 not in self.of else []
        # What heads a table says more of it than what was told before.
        near.sort(key=lambda n: self.blocks[n].kind != "heading" and not self._ends(n, ":") and n > 0)
        lines = [(s, x) for b in near for s, x in reversed(self._sentences(b))]
        return lead(lines, memory.military, memory.places.hosting, self.v)

    def _sentences(self, block: int) -> list[tuple[Sentence, Spotted]]:
        return [(s, x) for s, x in zip(self.sentences, self.spots, strict=True) if s.block == block]
