"""`python -m newsroom`: serve the sample site until Ctrl-C."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence

from .desk import NewsroomError, load
from .outlets import OUTLETS
from .server import NewsroomServer, serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted. Exit status: 0 ended, 1 the port is taken, 2 a wrong argument."""
    parser = argparse.ArgumentParser(prog="newsroom", description="The sample site of the Posture Ledger, on loopback.")
    parser.add_argument("--port", type=int, default=8765, help="0 takes a free one (default: %(default)s)")
    parser.add_argument(
        "--break", dest="breaks", action="append", default=[], metavar="OUTLET=HOW",
        help=f"let a whole outlet fail; HOW is an HTTP status or 'hang'; repeatable. Outlets: {', '.join(OUTLETS)}",
    )  # fmt: skip
    parser.add_argument(
        "--attended", action="store_true", help="end when standard input is closed, as when whoever started this ends"
    )
    parser.add_argument("--verbose", action="store_true", help="log each request")
    given = parser.parse_args(arguments)
    try:
        server = serve(given.port, _pairs(given.breaks), verbose=given.verbose)
    except NewsroomError as error:
        print(f"newsroom: {error}", file=sys.stderr)
        return 2
    except (OSError, OverflowError) as error:
        print(f"newsroom: can't serve on port {given.port}: {error}. Give another --port.", file=sys.stderr)
        return 1
    # A supervisor ends us with SIGTERM; leave as on Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if given.attended:
        threading.Thread(target=_until_closed, args=(server,), daemon=True).start()
    with server:
        print(f"newsroom: {len(load())} articles of {len(OUTLETS)} outlets at {server.url}/ (Ctrl-C ends)", flush=True)
        try:
            server.wait()
        except KeyboardInterrupt:
            print("newsroom: ended", flush=True)
    return 0


def _until_closed(server: NewsroomServer) -> None:
    while sys.stdin.buffer.read(1):
        pass
    server.stop()


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for text in given:
        code, equals, how = text.partition("=")
        if not equals:
            raise NewsroomError(f"--break {text!r}: write OUTLET=HOW, e.g. harbour-wire=500.")
        pairs[code] = how
    return pairs


if __name__ == "__main__":
    raise SystemExit(main())
