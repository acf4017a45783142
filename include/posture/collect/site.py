"""One run of one outlet: read its lists, fetch what is due, archive what is new.

A page that can't be had costs that page; a feed that can't be had costs that feed. Each ends as a
row in the captures table or in a count, and only when no list at all could be read does the run
fail, after it has written down why.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from collections.abc import Callable
from datetime import date, datetime, timedelta

from ..errors import FetchError
from ..settings import Settings
from . import archive, feeds
from .answer import Answer
from .batch import Batch
from .catalogue import Feed, Source
from .fetch import Fetcher
from .ledger import Known, Ledger, identity
from .listing import Entry, Listing
from .pace import DEFERRED
from .report import CollectReport
from .sitemaps import MAX_BYTES

#: What we will not ask for, as opposed to what could not be had.
REFUSED = frozenset({"robots", "private_address", "scheme"})
#: Days for which an archived article is looked at again: outlets correct them in their first week.
FRESH = timedelta(days=7)
#: What an article may be; the empty one is an answer that does not say.
PAGES = re.compile(r"text/.*|application/(xhtml\+xml|xml|pdf|x-pdf|octet-stream)|")


class SiteRun:
    """The state of one run; `collect_site` drives it."""

    def __init__(
        self,
        source: Source,
        day: date,
        settings: Settings,
        now: Callable[[], datetime],
        progress: Callable[[str], None],
    ) -> None:
        self.source, self.day, self.settings, self.now, self._progress = source, day, settings, now, progress
        self.ledger = Ledger(settings.archive_dir, source.code)
        self.fetcher = Fetcher(source, settings, now, self.ledger.not_before)
        self.tally: Counter[str] = Counter()
        self.warnings = list(self.ledger.warnings)
        self.list_errors: list[FetchError] = []
        self.lists_read = 0
        self.listed_urls: set[str] = set()

    def say(self, text: str) -> None:
        """A line of progress."""
        self._progress(f"{self.source.code}: {text}")

    def entries(self, batch: Batch) -> list[Entry]:
        """Everything that the source's feeds list, each article once."""
        found: dict[str, Entry] = {}
        waiting = deque(self.source.feeds)
        asked: set[str] = set()
        while waiting:
            feed = waiting.popleft()
            if feed.url in asked:
                continue
            asked.add(feed.url)
            self.listed_urls.add(feed.url)
            try:
                listing = self._listing(feed)
            except FetchError as error:
                self.list_errors.append(error)
                outcome = self.setback(batch, Entry(url=feed.url), error)
                self.warnings.append(f"{outcome}: {feed.url}: {error.reason}: {error.what}")
                continue
            self.lists_read += 1
            self.say(f"{len(listing.entries)} entries in {feed.url}")
            self.warnings += [f"{feed.url}: {note}" for note in listing.notes]
            # An index may name sitemaps, not further indexes: those need not end.
            if feed in self.source.feeds:
                # Not checked as the catalogue's are: the fetcher refuses what may not be asked for, and it is counted.
                waiting += [Feed.model_construct(url=url, format="news_sitemap") for url in listing.sitemaps]
            elif listing.sitemaps:
                self.warnings.append(f"{feed.url}: an index within an index was left out")
            for entry in listing.entries:
                if not self.source.drops(entry.url):
                    found.setdefault(identity(entry.url), entry)
        self.listed_urls |= {entry.url for entry in found.values()}
        return list(found.values())

    def _listing(self, feed: Feed) -> Listing:
        memory = self.ledger.remembered(feed.url)
        limit = MAX_BYTES if feed.format == "news_sitemap" else feeds.MAX_FEED_BYTES
        answer = self.fetcher.get(
            feed.url,
            # Without the list that they belong to, validators would get us a 304 about a list that we don't have.
            validators=memory.validators if memory.listing else None,
            limit=min(limit, self.settings.max_bytes),
        )
        sha256 = hashlib.sha256(answer.body).hexdigest()
        if memory.listing and (answer.is_unchanged or sha256 == memory.content_sha256):
            self.ledger.answered(feed.url, memory.validators, memory.content_sha256, memory.listing)
            return memory.listing
        listing = feeds.read(answer.body, feed.format, answer.url, answer.header("content-type"))
        self.ledger.answered(feed.url, answer.validators, sha256, listing)
        return listing

    def plan(self, entries: list[Entry]) -> list[Entry]:
        """What to ask for, in order: new articles, fresh ones again, earlier failures last.

        The order matters where a run ends early: what fails every day must not keep the rest waiting.
        """
        due = [entry for entry in entries if entry.listed_on is None or entry.listed_on <= self.day]
        if later := len(entries) - len(due):
            self.say(f"{later} entries are dated after {self.day} and wait for their day")
        ranked = []
        for entry in due:
            known = self.ledger.known(entry.url)
            if known and not self._is_worth_a_look(entry, known):
                self.tally["unchanged"] += 1
                continue
            rank = 2 if self.ledger.remembered(entry.url).failure else 1 if known else 0
            ranked.append((rank, -(entry.listed_on or self.day).toordinal(), entry.url, entry))
        return [entry for *_, entry in sorted(ranked, key=lambda item: item[:3])]

    def _is_worth_a_look(self, entry: Entry, known: Known) -> bool:
        if entry.modified_at is not None:
            if entry.modified_at > known.retrieved_at:
                return True
        elif entry.modified_on is not None and entry.modified_on > known.retrieved_at.date():
            return True
        return timedelta(0) <= self.day - (entry.listed_on or known.retrieved_at.date()) < FRESH

    def take(self, batch: Batch, entry: Entry) -> str:
        """Fetch one article and archive it if its bytes are new; its outcome."""
        known = self.ledger.known(entry.url)
        memory = self.ledger.remembered(entry.url)
        try:
            # Validators of an answer that the archive does not hold would get us a 304 about nothing.
            is_ours = known is not None and memory.content_sha256 == known.content_sha256
            answer = self.fetcher.get(entry.url, validators=memory.validators if is_ours else None, media=PAGES)
        except FetchError as error:
            return self.setback(batch, entry, error)
        if answer.is_unchanged:
            self.ledger.answered(entry.url, memory.validators, memory.content_sha256)
            return self._count("unchanged")
        sha256 = hashlib.sha256(answer.body).hexdigest()
        self.ledger.answered(entry.url, answer.validators, sha256)
        # Two listed addresses may lead to one page.
        if any(each and each.content_sha256 == sha256 for each in (known, self.ledger.known(answer.url))):
            return self._count("unchanged")
        self._archive(batch, entry, answer)
        self.ledger.archive(entry.url, answer.url, Known(sha256, answer.retrieved_at))
        return self._count("new")

    def leave(self, beyond: list[Entry]) -> None:
        """Count what is more than one run may ask for. An article that is archived is only not looked at again."""
        unseen = [entry for entry in beyond if not self.ledger.known(entry.url)]
        self.tally["unchanged"] += len(beyond) - len(unseen)
        self.tally["deferred"] += len(unseen)
        if unseen:
            self.warnings.append(f"{len(unseen)} articles wait for a later run: the most for one run were asked for")

    def _archive(self, batch: Batch, entry: Entry, answer: Answer) -> None:
        batch.add(
            self._row(entry)
            | {
                "url": answer.url,
                "retrieved_at": answer.retrieved_at,
                "outcome_code": "new",
                "http_status": answer.status,
                "media_type": answer.media_type,
                "charset": answer.charset,
            },
            answer.body,
            status_line=f"{answer.status} {answer.phrase}".strip(),
            headers=answer.headers,
        )

    def setback(self, batch: Batch, entry: Entry, error: FetchError) -> str:
        """Count what could not be fetched, and write it down unless the ledger already says so; its outcome."""
        if error.reason in DEFERRED:
            self.warnings.append(f"waits for a later run: {error.what}")
            return self._count("deferred")
        outcome = "refused" if error.reason in REFUSED else "failed"
        reason = f"{error.reason}: {error.what}"
        if not self.ledger.is_on_record(entry.url, reason):
            status = re.fullmatch(r"http_(\d{3})", error.reason)
            batch.add(
                self._row(entry)
                | {
                    "retrieved_at": self.now(),
                    "outcome_code": outcome,
                    "reason": reason,
                    "http_status": int(status[1]) if status else None,
                }
            )
        self.ledger.failed(entry.url, reason)
        return self._count(outcome)

    def _row(self, entry: Entry) -> dict[str, object]:
        return {
            "requested_url": entry.url,
            "listed_title": entry.title,
            "listed_on": entry.listed_on,
            "listed_at": entry.listed_at,
            "outlet": self.source.name,
        }

    def _count(self, outcome: str) -> str:
        self.tally[outcome] += 1
        return outcome


def collect_site(
    source: Source,
    day: date,
    settings: Settings,
    now: Callable[[], datetime],
    progress: Callable[[str], None],
) -> CollectReport:
    """Collect one outlet for one day. The caller holds the source's lock.

    Raises:
        FetchError: no list of the source could be read; the failure is in the ledger by then.
        ArchiveError: the archive can't be read or written.
    """
    run = SiteRun(source, day, settings, now, progress)
    most = source.max_articles or settings.max_articles
    try:
        with archive.write_batch(settings.archive_dir, source.code, day) as batch:
            plan = run.plan(run.entries(batch))
            for number, entry in enumerate(plan[:most], start=1):
                outcome = run.take(batch, entry)
                run.say(f"{number}/{min(len(plan), most)} {outcome} {entry.url[:200]}")
            run.leave(plan[most:])
            batch_code = batch.code if len(batch) else None
    finally:
        run.fetcher.close()
    run.ledger.ask_to_wait(run.fetcher.pace.not_before)
    run.ledger.save(None if run.list_errors else run.listed_urls, now())
    failures = [error for error in run.list_errors if error.reason not in DEFERRED]
    if failures and not run.lists_read and len(failures) == len(run.list_errors):
        raise _unreachable(source, failures)
    return CollectReport.of(source.code, batch_code, run.tally, run.warnings)


def _unreachable(source: Source, failures: list[FetchError]) -> FetchError:
    first = failures[0]
    others = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    return FetchError(
        f"{source.name} could not be reached: {first.reason}: {first.what}{others}",
        reason=first.reason,
        source=source.code,
        where=first.where,
        stage="collect",
        remedy="If the outlet is well in a browser, correct its feeds in the catalogue; "
        "else wait: the next run asks again, and the other sources go on.",
    )
