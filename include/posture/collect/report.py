"""What a run of one source came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

MAX_WARNINGS = 20
MAX_WARNING = 300


@dataclass(frozen=True)
class CollectReport:
    """Counts of one run. `listed == new + unchanged + failed + refused + deferred`.

    `listed` counts what the run had to account for: listed articles (or documents of the inbox) dated
    up to its day, and whatever else failed on the way there, such as a feed. `unchanged` are those
    that the archive already held; `deferred` wait for a later run.
    """

    source_code: str
    #: The batch that was written; None where nothing was new.
    batch_code: str | None
    listed: int = 0
    new: int = 0
    unchanged: int = 0
    failed: int = 0
    refused: int = 0
    deferred: int = 0
    #: One sentence each, for whoever watches the pipeline.
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, source_code: str, batch_code: str | None, tally: Counter[str], warnings: list[str]) -> CollectReport:
        """From a tally of outcomes. Of many warnings the first are kept: a report travels between tasks."""
        said = [warning[:MAX_WARNING] for warning in dict.fromkeys(warnings)]
        if beyond := max(0, len(said) - MAX_WARNINGS):
            said = [*said[:MAX_WARNINGS], f"and {beyond} more; the captures table holds every failure"]
        return cls(
            source_code=source_code,
            batch_code=batch_code,
            listed=tally.total(),
            new=tally["new"],
            unchanged=tally["unchanged"],
            failed=tally["failed"],
            refused=tally["refused"],
            deferred=tally["deferred"],
            warnings=tuple(said),
        )

    def __str__(self) -> str:
        parts = [f"{self.listed} listed", f"{self.new} new", f"{self.unchanged} unchanged"]
        parts += [f"{n} {name}" for name in ("failed", "refused", "deferred") if (n := getattr(self, name))]
        return f"{self.source_code}: " + ", ".join(parts)
