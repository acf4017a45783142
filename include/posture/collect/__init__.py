"""The first room: from the network and the inbox into the archive, bytes as they came.

It may touch network and disk. It may not read what the articles say: that is `derive`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from ..settings import Settings
from .catalogue import Catalogue, Source, load
from .inbox import collect_inbox
from .locks import source_lock
from .report import CollectReport
from .site import collect_site

__all__ = ["Catalogue", "CollectReport", "Source", "collect", "load"]


def collect(
    source: Source,
    day: date,
    settings: Settings,
    now: Callable[[], datetime],
    progress: Callable[[str], None],
) -> CollectReport:
    """Bring one source's new documents into the archive, as one batch or none.

    Takes what is listed up to `day` and not archived yet, so that runs over several days cascade. A
    second run that finds nothing new changes no file.

    Args:
        source: from the catalogue.
        day: the run's partition key.
        settings: where the archive lies, how politely to fetch.
        now: the clock, with a zone.
        progress: called with short lines while it works.

    Raises:
        FetchError: the source as a whole could not be reached; the failure is in the ledger by then.
        ArchiveError: the archive can't be read or written; nothing of the batch is left.
        LockHeld: another run is collecting this source.
    """
    with source_lock(settings.archive_dir, source.code):
        run = collect_inbox if source.kind == "inbox" else collect_site
        report = run(source, day, settings, now, progress)
    progress(str(report))
    return report
