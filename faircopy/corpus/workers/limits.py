"""Limits inside a worker process: a text that takes too long or too much memory costs itself, not the run."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

MEGABYTE = 1 << 20
# How much longer than its processor time a batch may take by the clock: the machine may be busy.
CLOCK_FACTOR, CLOCK_EXTRA_SECONDS = 4, 5


class TookTooLong(BaseException):
    """A time limit ran out. Not an `Exception`: no library on the way may take it for its own."""


def limit_seconds(timeout_seconds: float, size: int) -> float:
    """The processor time that `size` bytes may take: the timeout for the first, as much again for each further 4 MB."""
    return timeout_seconds * (1 + size / (4 * MEGABYTE))


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TookTooLong` after so many seconds of processor time; so a busy machine changes no result.

    Where nothing can be raised, as code outside Python runs or all stands still, the process ends some time later.
    Only a process's main thread can be interrupted; elsewhere nothing is limited.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _interrupt)
    with Path(os.devnull).open("w") as nowhere:
        # This watch needs neither the interpreter nor its lock.
        faulthandler.dump_traceback_later(seconds * CLOCK_FACTOR + CLOCK_EXTRA_SECONDS, exit=True, file=nowhere)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            faulthandler.cancel_dump_traceback_later()
            signal.signal(signal.SIGPROF, before)


def limit_memory(megabytes: int) -> None:
    """Let this process take so much memory beyond what it has now; asking for more raises `MemoryError`."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
        if pages:
            most = pages * resource.getpagesize() + megabytes * MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    raise TookTooLong
