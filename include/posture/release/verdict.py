"""What a validation found. It is written beside the candidate and published with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from ..errors import ValidationFailed
from . import durable
from .candidate import VALIDATION

Severity = Literal["critical", "warning", "info"]
#: Offending keys kept per result; the count is kept whole.
MOST_KEYS = 20


@dataclass(frozen=True)
class Result:
    """One expectation or check on one table.

    Attributes:
        check: the expectation's type with its column, or the check's file name.
        because: what it stands for, in a sentence.
        observed: what was seen, as text; None where the keys say it.
        unexpected_count: offending rows, all of them.
        keys: keys of offending rows, at most MOST_KEYS.
        error: why it could not be evaluated; such a result never succeeds.
    """

    table: str
    check: str
    severity: Severity
    success: bool
    because: str = ""
    observed: str | None = None
    unexpected_count: int = 0
    keys: tuple[str, ...] = ()
    error: str | None = None

    def __str__(self) -> str:
        seen = self.error or self.observed or ""
        if self.unexpected_count:
            rest = " …" if self.unexpected_count > len(self.keys) else ""
            seen = f"{self.unexpected_count} rows: {', '.join(self.keys)}{rest}" if self.keys else f"{seen}"
        return (
            f"{self.table}: {self.check}"
            + (f": {seen}" if seen else "")
            + (f" ({self.because})" if self.because else "")
        )


@dataclass(frozen=True)
class Verdict:
    """All results on one candidate, bound to it by token and fingerprint.

    Attributes:
        is_empty: no article and no record: nothing is wrong, and there is nothing to publish.
    """

    token: int
    fingerprint: str
    is_empty: bool
    counts: Mapping[str, int]
    results: tuple[Result, ...]

    @property
    def success(self) -> bool:
        """Whether no critical result failed and anything was evaluated at all."""
        return bool(self.results) and not self.failed("critical")

    @property
    def warnings(self) -> tuple[str, ...]:
        """One line per failed result that does not stop the publish."""
        return tuple(str(r) for r in (*self.failed("warning"), *self.failed("info")))

    def failed(self, severity: Severity) -> tuple[Result, ...]:
        """Failed results of one severity."""
        return tuple(r for r in self.results if not r.success and r.severity == severity)

    def require(self) -> None:
        """Stop here unless the candidate may be published or is empty.

        Raises:
            ValidationFailed: a critical result failed; the message names the first ones.
        """
        failed = self.failed("critical")
        if self.success:
            return
        shown = "; ".join(str(r) for r in failed[:3]) + (f"; and {len(failed) - 3} more" if len(failed) > 3 else "")
        raise ValidationFailed(
            f"{len(failed)} critical expectations failed: {shown}" if failed else "nothing was evaluated",
            stage="validate",
            remedy=f"Read {VALIDATION} in the candidate's folder; mend the rule or reject the rows, then rederive.",
        )

    def as_dict(self) -> dict[str, Any]:
        """For validation.json: a summary first, then every result."""
        return {
            "success": self.success,
            "is_empty": self.is_empty,
            "token": self.token,
            "fingerprint": self.fingerprint,
            "counts": dict(self.counts),
            "evaluated": len(self.results),
            "failed": {s: len(self.failed(s)) for s in ("critical", "warning", "info")},
            "warnings": list(self.warnings),
            "results": [{**asdict(r), "keys": list(r.keys)} for r in self.results],
        }

    def save(self, folder: Path) -> Path:
        """Write validation.json into the candidate's folder; returns its path."""
        path = folder / VALIDATION
        durable.write(path, durable.as_json(self.as_dict()))
        return path

    @classmethod
    def load(cls, path: Path) -> Verdict:
        """Read validation.json back.

        Raises:
            ValidationFailed: it is missing or unreadable: an unproved candidate is a failed one.
        """
        try:
            read = json.loads(path.read_text("utf-8"))
            results = tuple(Result(**{**entry, "keys": tuple(entry["keys"])}) for entry in read["results"])
            return cls(
                int(read["token"]), str(read["fingerprint"]), bool(read["is_empty"]), dict(read["counts"]), results
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ValidationFailed(
                f"no verdict: {error}", where=path, stage="validate", remedy="Validate the candidate again."
            ) from error
