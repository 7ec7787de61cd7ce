"""Worker processes that live as long as a run. A document that kills its worker costs no other document.

A batch whose worker died, ran out of time or raised is done again document by document; the documents that fail
again are held. `pebble` ends the guilty process alone and limits time by the clock; processor time and memory are
limited inside the worker (`faircopy.corpus.workers.limits`).
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from threading import Lock, Thread
from types import ModuleType

from pebble import ProcessExpired, ProcessPool

from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.staging.files import join_rows, single_documents
from faircopy.corpus.workers.jobs import Job
from faircopy.corpus.workers.limits import OutOfTime, clock_seconds, cpu_limit, limit_memory, limit_seconds

Done = Callable[[int], None]  # documents done just now
PRELOAD = [f"faircopy.corpus.workers.{module}" for module in ("cleaning", "line_keys", "pool")]
BASE = multiprocessing.get_context("forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn")
STARTING = Lock()  # held while a process starts: pools start theirs in threads of their own


class Workers:
    """A run's worker processes, started when first needed; with `settings.workers` 0 this process does the work."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._pool: ProcessPool | None = None
        self._processes = 0

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        self.stop(at_once=kind is not None)

    def stop(self, *, at_once: bool = False) -> None:
        """End the worker processes, `at_once` in the middle of their work. The next job starts new ones."""
        if self._pool is not None:
            if at_once:
                self._pool.stop()  # type: ignore[no-untyped-call]
            else:
                self._pool.close()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def do(
        self,
        job: Job,
        batches: Sequence[Batch],
        done: Done = lambda documents: None,
        *,
        in_this_process: bool = False,
    ) -> None:
        """Do a job on every batch; `done` receives the number of documents of each. A document that fails is held."""
        attempt = _here if in_this_process or self.settings.workers == 0 else self._in_pool
        failed = []
        for batch, failure in attempt(job, batches):
            if failure is None:
                done(batch.documents)
            else:
                failed.append(batch)
        for batch in failed:
            _one_by_one(job, batch, attempt)
            done(batch.documents)

    def _in_pool(self, job: Job, batches: Sequence[Batch]) -> Iterator[tuple[Batch, BaseException | None]]:
        """Do batches in worker processes; yield each when it is finished, with what went wrong."""
        pool = self._pool_for(len(batches))
        running: dict[Future[None], Batch] = {}
        for batch in batches:
            seconds = limit_seconds(self.settings.timeout_seconds, batch.bytes)
            running[pool.schedule(_work, (job, batch, seconds), timeout=clock_seconds(seconds))] = batch
        for future in as_completed(running):
            failure = future.exception()
            if isinstance(failure, BrokenProcessPool):
                self.stop(at_once=True)
            yield running[future], failure

    def _pool_for(self, batches: int) -> ProcessPool:
        """A pool with a process per batch, up to the number of workers: all are started at once."""
        wanted = min(batches, self.settings.workers)
        if self._pool is None or self._processes < wanted:
            self.stop()
            self._pool, self._processes = _start(wanted, self.settings.memory_mb), wanted
        return self._pool


Attempt = Callable[[Job, Sequence[Batch]], Iterator[tuple[Batch, BaseException | None]]]


def _here(job: Job, batches: Sequence[Batch]) -> Iterator[tuple[Batch, BaseException | None]]:
    """Do batches in this process; yield each with what went wrong."""
    for batch in batches:
        try:
            job.do(batch)
        except Exception as failure:
            yield batch, failure
        else:
            yield batch, None


def _one_by_one(job: Job, batch: Batch, attempt: Attempt) -> None:
    """Do a batch document by document; hold those that fail."""
    singles = list(single_documents(batch))
    for single in singles:
        began = time.monotonic()
        for _, failure in attempt(job, [single]):
            if failure is not None:
                job.hold(single, _reason(failure, time.monotonic() - began))
    join_rows(job.output(batch), [job.output(single) for single in singles])


def _reason(failure: BaseException, seconds: float) -> str:
    if isinstance(failure, OutOfTime):
        return f"{failure}; raise timeout_seconds, or split it"
    if isinstance(failure, MemoryError):
        return "takes more memory than memory_mb allows; raise it, or split the document"
    if isinstance(failure, TimeoutError):
        return f"did not finish within {seconds:.0f} s; raise timeout_seconds, or split it"
    if isinstance(failure, (ProcessExpired, BrokenProcessPool)):
        return f"its process died after {seconds:.0f} s: too much memory, or a fault in a library; split it"
    words = str(failure).split("\n", 1)[0][:200]
    return f"could not be cleaned ({type(failure).__name__}: {words}); please report this"


def _work(job: Job, batch: Batch, seconds: float) -> None:
    """Do a batch, inside a worker."""
    with cpu_limit(seconds):
        job.do(batch)


def _start(processes: int, memory_mb: int) -> ProcessPool:
    context = _Context()
    context.set_forkserver_preload(PRELOAD)
    return ProcessPool(processes, initializer=_begin, initargs=(memory_mb,), context=context)


class _Process(BASE.Process):  # type: ignore[name-defined, misc]
    """A process that does not import the caller's main module, which may start a run."""

    def start(self) -> None:
        with STARTING:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                super().start()
            finally:
                sys.modules["__main__"] = main


class _Context(type(BASE)):  # type: ignore[misc]
    Process = _Process


def _begin(memory_mb: int) -> None:
    """Prepare a worker before its first batch."""
    Thread(target=_end_with_parent, daemon=True).start()
    limit_memory(memory_mb)


def _end_with_parent() -> None:
    """End a worker whose parent was killed: it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
