"""Limits inside a worker process: a document that takes too much time or memory costs itself, not the run."""

from __future__ import annotations

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


class OutOfTime(Exception):
    """A batch took more processor time than it may."""


class _Interrupt(BaseException):
    """Raised by the timer. Not an `Exception`: a library on the way must not catch it."""


def limit_seconds(timeout_seconds: float, size: int) -> float:
    """The processor time that `size` bytes may take: the timeout for the first, as much again for each further 4 MB."""
    return timeout_seconds * (1 + size / (4 * MEGABYTE))


def clock_seconds(limit: float) -> float:
    """The time by the clock after which a process is killed whose processor time is limited to `limit` seconds."""
    return limit * CLOCK_FACTOR + CLOCK_EXTRA_SECONDS


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTime` after so many seconds of processor time, which do not depend on how busy the machine is.

    Code outside Python is interrupted when it returns. Only the main thread of a process can be interrupted, and
    only on Unix; elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _interrupt)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    except _Interrupt:
        raise OutOfTime(f"takes more than {seconds:.3g} s of processor time") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limit_memory(megabytes: int) -> None:
    """Limit this process to the memory it has now plus `megabytes`; asking for more raises `MemoryError`."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
        if pages:
            most = pages * resource.getpagesize() + megabytes * MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    raise _Interrupt
