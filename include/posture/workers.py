"""Derives documents in child processes that can be killed: bytes of strangers may hang or fell a parser.

Each document has limits of time and memory. Where a child dies or is late, that document ends `unreadable` with
the reason `killed: …`, and the rest goes on in a new child. Children are reused: one costs about a second to start.
"""

from __future__ import annotations

import atexit
import logging
import os
import pickle
import queue
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from .derive.capture import Capture

log = logging.getLogger(__name__)
Rows = dict[str, list[dict[str, Any]]]

HEADER = struct.Struct(">Q")
#: Children at once; documents that one takes before it makes room for a new one.
MOST_CHILDREN = 2
_DOCUMENTS_EACH = 2_000
#: A child that has not started by then never will.
_START_SECONDS = 60.0


@dataclass(frozen=True)
class Limits:
    """What one document may cost.

    `seconds` of the clock (a child may sleep) and `cpu_seconds`; `memory` in bytes of address space beyond what an idle
    child has; `document` in bytes of its own.
    """

    seconds: float = 60.0
    cpu_seconds: int = 30
    memory: int = 1 << 30
    document: int = 64 << 20


def derive(
    captures: Iterable[Capture], limits: Limits | None = None, rules: Mapping[str, Sequence[str]] | None = None
) -> dict[str, pa.Table]:
    """The tables of `derive_batch`, row for row, made in child processes.

    Args:
        captures: of one batch; read as they are needed, a few ahead.
        limits: what one document may cost.
        rules: source code → patterns of lines that are furniture with that source.
    """
    from .derive import batch

    return batch.tables(documents(captures, limits, rules))


def documents(
    captures: Iterable[Capture], limits: Limits | None = None, rules: Mapping[str, Sequence[str]] | None = None
) -> Iterator[Rows]:
    """Rows of each document, in the order of the captures."""
    bounds = limits or Limits()
    waiting: queue.SimpleQueue[Future[Rows]] = queue.SimpleQueue()
    with ThreadPoolExecutor(MOST_CHILDREN, thread_name_prefix="derive") as threads:
        for capture in captures:
            waiting.put(threads.submit(_one, capture, bounds, (rules or {}).get(capture.source_code, ())))
            if waiting.qsize() > 4 * MOST_CHILDREN:
                yield waiting.get().result()
        while not waiting.empty():
            yield waiting.get().result()


def _one(capture: Capture, limits: Limits, rules: Sequence[str]) -> Rows:
    from .derive import batch

    if capture.outcome != "new":
        return batch.derive_document(capture)
    if len(capture.body) > limits.document:
        return _killed(capture, f"size_limit: {len(capture.body)} bytes, and the limit is {limits.document}")
    child = _POOL.take(limits)
    try:
        answer = child.ask((capture, tuple(rules)), limits)
    except _Dead as error:
        child.end()
        log.warning("%s was given up: %s", capture.requested_url, error)
        return _killed(capture, str(error))
    if isinstance(answer, dict):
        _POOL.give(child)
        return answer
    if str(answer).startswith("crashed"):
        _POOL.give(child)
    else:
        # Out of memory or out of stack: it may be left in pieces.
        child.end()
    return _killed(capture, str(answer))


def _killed(capture: Capture, reason: str) -> Rows:
    from .derive import batch

    return batch.undone(capture, "unreadable", "clean", f"killed: {reason}")


# ── the parent's side ───────────────────────────────────────────────────────────────────────────


class _Dead(Exception):
    """A child ended, or had to be ended; the message says how."""


class _Child:
    """One child process. Frames on its pipes: length in eight bytes, then a pickle. No stranger writes there."""

    def __init__(self, memory: int) -> None:
        self.memory, self.served = memory, 0
        here = str(Path(__file__).resolve().parents[1])
        path = os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])
        # Threads of numerical libraries would only claim address space.
        environment = os.environ | {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "posture.workers", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )
        if self.process.stdin is None or self.process.stdout is None:
            raise _Dead("died: no pipes")
        self._pipes = (self.process.stdin, self.process.stdout)
        self.is_ready = False

    def ask(self, question: object, limits: Limits) -> Any:
        """The child's answer.

        Raises:
            _Dead: it died or was late; it has been killed then.
        """
        if not self.is_ready:
            self._read(_START_SECONDS, "start_limit")
            self.is_ready = True
        self.served += 1
        payload = pickle.dumps((question, limits.cpu_seconds), protocol=pickle.HIGHEST_PROTOCOL)
        try:
            write_frame(self._pipes[0], payload)
        except OSError as error:
            raise _Dead(self._how()) from error
        return pickle.loads(self._read(limits.seconds, "time_limit"))  # noqa: S301

    def _read(self, seconds: float, limit: str) -> bytes:
        pipe = self._pipes[1].fileno()
        deadline = time.monotonic() + seconds
        data, wanted = bytearray(), -1
        while wanted < 0 or len(data) < wanted:
            if wanted < 0 and len(data) >= HEADER.size:
                wanted = HEADER.unpack_from(data)[0] + HEADER.size
                continue
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                raise _Dead(f"{limit}: more than {seconds:g} s")
            piece = os.read(pipe, 1 << 20)
            if not piece:
                raise _Dead(self._how())
            data += piece
        return bytes(data[HEADER.size :])

    def _how(self) -> str:
        try:
            code = self.process.wait(5)
        except subprocess.TimeoutExpired:
            return "died: it closed its pipe"
        if code == -signal.SIGXCPU:
            return "cpu_limit: too much processor time"
        return f"died: {signal.Signals(-code).name}" if code < 0 else f"died: exit status {code}"

    @property
    def is_spent(self) -> bool:
        """Whether it has served its time, or is gone."""
        return self.served >= _DOCUMENTS_EACH or self.process.poll() is not None

    def end(self) -> None:
        """Kill it and close its pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in self._pipes:
            with suppress(OSError):  # what was left to flush has no reader
                pipe.close()


class _Pool:
    """Idle children, kept between batches until the program ends."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.idle: list[_Child] = []

    def take(self, limits: Limits) -> _Child:
        """An idle child with these limits of memory, or a new one."""
        with self.lock:
            fitting = next((c for c in self.idle if c.memory == limits.memory and not c.is_spent), None)
            if fitting is not None:
                self.idle.remove(fitting)
                return fitting
        return _Child(limits.memory)

    def give(self, child: _Child) -> None:
        """Back for the next document; a spent one ends, and if there are too many the longest idle."""
        surplus = child
        with self.lock:
            if not child.is_spent:
                self.idle.append(child)
                if len(self.idle) <= MOST_CHILDREN:
                    return
                surplus = self.idle.pop(0)
        surplus.end()

    def close(self) -> None:
        """End all idle children."""
        with self.lock:
            idle, self.idle = self.idle, []
        for child in idle:
            child.end()

    def forget(self) -> None:
        """After a fork: the children are the parent's, their pipes must not be shared."""
        self.lock, self.idle = threading.Lock(), []


_POOL = _Pool()
atexit.register(_POOL.close)
os.register_at_fork(after_in_child=_POOL.forget)


def close() -> None:
    """End the idle children; the next `derive` starts new ones."""
    _POOL.close()


# ── the child's side ────────────────────────────────────────────────────────────────────────────


def write_frame(pipe: IO[bytes], payload: bytes) -> None:
    """Send one frame: its length in eight bytes, then itself."""
    pipe.write(HEADER.pack(len(payload)))
    pipe.write(payload)
    pipe.flush()


def main(memory: int) -> int:
    """Serve until the pipe closes. Answers are rows, or a reason as text after which the child must not be reused."""
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not fall between the frames.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    source = sys.stdin.buffer
    from .derive.batch import derive_document

    logging.disable(logging.CRITICAL)
    # Lexicon and models load with the first document: at their own cost, not at a stranger's.
    derive_document(_SAMPLE)
    ceiling = _address_space() + memory
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    write_frame(pipe, b"ready")
    while header := source.read(HEADER.size):
        answer: Rows | str
        try:
            (capture, rules), cpu_seconds = pickle.loads(source.read(HEADER.unpack(header)[0]))  # noqa: S301
            used = resource.getrusage(resource.RUSAGE_SELF)
            until = int(used.ru_utime + used.ru_stime) + 1 + cpu_seconds
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
            answer = derive_document(capture, rules)
        except MemoryError:
            answer = f"memory_limit: more than {memory >> 20} MB"
        except RecursionError as error:
            answer = f"depth_limit: {error}"
        except Exception as error:  # the top of the child: an error about one document must not cost the others
            answer = f"crashed: {type(error).__name__}: {str(error)[:200]}"
        write_frame(pipe, pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))
    return 0


_TEXT = b"<html><body><article><p>The army said that 90 soldiers had left the base of Vale.</p></article>" * 3
_WHEN = datetime(2000, 1, 2, tzinfo=UTC)
_NO: Any = None
_SAMPLE = Capture("s", "s", "s", "s", _NO, _WHEN, "new", _NO, "text/html", *(_NO,) * 10, _TEXT)


def _address_space() -> int:
    """Bytes of address space that this process has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1])))
