"""The sample site, served while a run without a scheduler reads it; under Airflow `posture.local` serves it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from .errors import PostureError
from .settings import Settings

#: The only host on which the site can be served from here.
_LOOPBACK = "127.0.0.1"
#: Seconds; it takes about one.
_PATIENCE = 30.0


@contextmanager
def served(settings: Settings, say: Callable[[str], None]) -> Iterator[None]:
    """Serve the sample site at `settings.newsroom_url` for a while, if it is the source and nobody serves it there.

    Its address is part of each article's, so no other port is taken where that one is not free.

    Raises:
        PostureError: it did not start; the message holds what it said.
    """
    at = urlsplit(settings.newsroom_url)
    is_ours = settings.sources == "newsroom" and settings.inbox is None and at.hostname == _LOOPBACK and at.port
    if not is_ours or _answers(at.port or 0):
        yield
        return
    # It ends when its standard input is closed: so also where this process is killed.
    command = [sys.executable, "-m", "newsroom", "--attended", "--port", str(at.port)]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as site:
        try:
            _wait(site, at.port or 0, settings)
            say(f"the sample site is served at {settings.newsroom_url} for this run")
            yield
        finally:
            site.terminate()


def _wait(site: subprocess.Popen[str], port: int, settings: Settings) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _answers(port):
        if site.poll() is not None or time.monotonic() > deadline:
            site.kill()
            said = site.stderr.read().strip() if site.stderr else ""
            raise PostureError(
                f"the sample site could not be served: {said or f'not up within {_PATIENCE:.0f} s'}",
                stage="collect",
                where=settings.newsroom_url,
                remedy="Name a free port (POSTURE_NEWSROOM_URL=http://127.0.0.1:8766), or other sources "
                "(POSTURE_INBOX, POSTURE_SOURCES).",
            )
        time.sleep(0.05)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((_LOOPBACK, port)) == 0
