"""A run without a scheduler: what the Dags do, one step after the other."""

from __future__ import annotations

import sys

from . import sample, steps
from .errors import ConfigError, PostureError


def run(day: str | None) -> None:
    """Collect, derive, build, validate and publish; print what is published, and at the end what went wrong.

    A source that fails is warned of, as in `ingest`, and the others go on.

    Raises:
        PostureError: a step failed, or no source could be collected; the warnings are printed by then.
    """
    warnings: list[str] = []
    try:
        with sample.served(steps.settings(), _say):
            _collect(day, warnings)
        warnings += steps.derive_pending(_say)["warnings"]
        _say("building a candidate database")
        if path := steps.build_candidate():
            _say("validating it")
            steps.validate_candidate(path)
            steps.publish_candidate(path)
        else:
            _say("nothing new: the served version holds all that is in the lake")
        print(steps.report(), flush=True)
    finally:
        if warnings:
            _say("\nWarnings:")
        for warning in warnings:
            _say(f"  {warning}")


def _collect(day: str | None, warnings: list[str]) -> None:
    codes = steps.source_codes()
    unreached = 0
    for code in codes:
        try:
            report = steps.collect_source(code, day, _say)
        except ConfigError:
            raise  # of the run, not of the source
        except PostureError as error:
            unreached += 1
            _say(f"{code}: could not be collected: {error.what}")
            warnings.append(f"{code}: {error}")
        else:
            warnings += [f"{code}: {warning}" for warning in report["warnings"]]
    if codes and unreached == len(codes):
        raise PostureError(
            f"none of the {len(codes)} sources could be collected",
            stage="collect",
            where=steps.settings().inbox or steps.settings().sources,
            remedy="The warnings above say why, source by source; run again when that is mended. "
            "What was published before is still served.",
        )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
