from __future__ import annotations

import io

from posture.local.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_off_a_terminal_a_line_is_printed_when_its_words_change() -> None:
    out = io.StringIO()
    with Progress(out) as progress:
        for _ in range(5):
            progress.now("ingest", "collect_source 1 of 5")
        progress.now("ingest", "collect_source 2 of 5")
    lines = out.getvalue().splitlines()
    assert [line.split("s  ", 1)[1] for line in lines] == [
        "ingest   collect_source 1 of 5",
        "ingest   collect_source 2 of 5",
    ]
    assert "\x1b" not in out.getvalue()


def test_on_a_terminal_one_line_is_rewritten_and_cleared() -> None:
    out = Terminal()
    with Progress(out) as progress:
        progress.now("ingest", "collect_source 1 of 5")
        progress.now("ingest", "x" * 500)
        progress.line("harbour-wire: 9 new")
    shown = out.getvalue()
    assert shown.count("\n") == 1
    assert shown.endswith("harbour-wire: 9 new\n\r\x1b[2K")
    assert max(len(part) for part in shown.split("\r\x1b[2K")) < 500
