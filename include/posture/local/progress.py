"""What a run shows while it waits: lines that stay, and one that says what is being done now.

On a terminal the last line is rewritten in place; elsewhere it is printed when its words change.
"""

from __future__ import annotations

import shutil
import time
from types import TracebackType
from typing import TextIO


class Progress:
    """Writes to `out`. Use as a context manager, so that the terminal's last line is closed."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._began = out, time.monotonic()
        self._rewrites = out.isatty()
        self._shown = ""

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._began

    def line(self, text: str = "") -> None:
        """Print a line that stays."""
        self._clear()
        print(text, file=self._out, flush=True)

    def now(self, stage: str, text: str) -> None:
        """Say what is being done."""
        words = f"{stage:<8} {text}"
        if self._rewrites:
            width = shutil.get_terminal_size().columns - 1
            self._out.write("\r\x1b[2K" + f"{self.seconds:4.0f} s  {words}"[:width])
            self._out.flush()
        elif words != self._shown:
            print(f"{self.seconds:4.0f} s  {words}", file=self._out, flush=True)
        self._shown = words

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def _clear(self) -> None:
        if self._rewrites and self._shown:
            self._out.write("\r\x1b[2K")
            self._out.flush()
