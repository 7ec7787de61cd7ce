"""Worker processes that live as long as a run; one that dies costs the document that killed it.

A batch during which a worker died, ran out of time or raised is done again, document by document, in
a process apart; the documents that fail there are held.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Lock, Thread
from types import ModuleType

from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.staging.files import join_rows, single_documents
from faircopy.corpus.workers.jobs import Job
from faircopy.corpus.workers.limits import TookTooLong, limit_memory, limit_seconds, time_limit

Done = Callable[[int], None]  # documents done just now
SAFE_PATH = "PYTHONSAFEPATH"  # set: Python does not look for modules in the current folder
PRELOAD = ["faircopy.corpus.workers.cleaning", "faircopy.corpus.workers.line_keys"]


class OutOfTime(Exception):
    """A batch took longer than it may."""


class Workers:
    """A run's worker processes, started when first needed. With `settings.workers` 0 all is done here."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        self.stop(at_once=kind is not None)

    def stop(self, *, at_once: bool = False) -> None:
        """End the worker processes; the next job starts new ones."""
        with self._lock:
            _end(self._pool, at_once=at_once)
            self._pool = None

    def do(
        self, job: Job, batches: Sequence[Batch], done: Done = lambda documents: None, *, in_this_process: bool = False
    ) -> None:
        """Do a job on every batch; `done` hears of progress. What cannot be done is held by the job."""
        here = in_this_process or self.settings.workers == 0
        suspects = self._here(job, batches, done) if here else self._there(job, batches, done)
        for batch in suspects:
            with self._apart() as attempt:
                _one_by_one(job, batch, attempt)
            done(batch.documents)

    def _here(self, job: Job, batches: Sequence[Batch], done: Done) -> list[Batch]:
        suspects = []
        for batch in batches:
            try:
                job.do(batch)
                done(batch.documents)
            except Exception:
                suspects.append(batch)
        return suspects

    def _there(self, job: Job, batches: Sequence[Batch], done: Done) -> list[Batch]:
        """Do the batches in worker processes, few at a time; those that failed or were under way when a worker died."""
        waiting, suspects = deque(batches), []
        running: dict[Future[None], Batch] = {}
        while waiting or running:
            pool = self._living()
            try:
                while waiting and len(running) <= self.settings.workers:
                    running[self._submit(pool, job, waiting[0])] = waiting[0]
                    waiting.popleft()
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    batch = running.pop(future)
                    failure = future.exception()
                    if failure is None:
                        done(batch.documents)
                    else:
                        suspects.append(batch)
                    if isinstance(failure, BrokenProcessPool):
                        raise failure
            except BrokenProcessPool:
                self._bury(pool)
                suspects += [batch for future, batch in running.items() if not _is_done(future, batch, done)]
                running.clear()
        return suspects

    @contextmanager
    def _apart(self) -> Iterator[Callable[[Job, Batch], None]]:
        """A way to do one batch in a process that nobody else uses (here, without workers)."""
        if self.settings.workers == 0:
            yield lambda job, batch: job.do(batch)
            return
        pools: list[ProcessPoolExecutor] = []

        def attempt(job: Job, batch: Batch) -> None:
            if not pools:
                pools.append(_start(1, self.settings))
            try:
                self._submit(pools[0], job, batch).result()
            except BrokenProcessPool:
                _end(pools.pop(), at_once=True)
                raise

        try:
            yield attempt
        finally:
            _end(pools[0] if pools else None, at_once=False)

    def _submit(self, pool: ProcessPoolExecutor, job: Job, batch: Batch) -> Future[None]:
        with _apart_from_caller():
            return pool.submit(_work, job, batch, limit_seconds(self.settings.timeout_seconds, batch.bytes))

    def _living(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = _start(self.settings.workers, self.settings)
            return self._pool

    def _bury(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        _end(pool, at_once=True)


def _one_by_one(job: Job, batch: Batch, attempt: Callable[[Job, Batch], None]) -> None:
    """Do a batch document by document; hold those that fail."""
    singles = list(single_documents(batch))
    for single in singles:
        began = time.monotonic()
        try:
            attempt(job, single)
        except Exception as failure:
            job.hold(single, _reason(failure, time.monotonic() - began))
    join_rows(job.output(batch), [job.output(single) for single in singles])


def _reason(failure: Exception, seconds: float) -> str:
    if isinstance(failure, OutOfTime):
        return f"{failure}; raise timeout_seconds, or split it"
    if isinstance(failure, MemoryError):
        return "takes more memory than memory_mb allows; raise it, or split the document"
    if isinstance(failure, BrokenProcessPool):
        return f"its process died after {seconds:.0f} s: too much memory or time, or a fault in a library; split it"
    words = str(failure).split("\n", 1)[0][:200]
    return f"could not be cleaned ({type(failure).__name__}: {words}); please report this"


def _is_done(future: Future[None], batch: Batch, done: Done) -> bool:
    if future.done() and not future.cancelled() and future.exception() is None:
        done(batch.documents)
        return True
    return False


def _work(job: Job, batch: Batch, seconds: float) -> None:
    """Runs in a worker."""
    try:
        with time_limit(seconds):
            job.do(batch)
    except TookTooLong:
        raise OutOfTime(f"takes more than {seconds:.3g} s of processor time") from None


def _start(count: int, settings: Settings) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if hasattr(context, "set_forkserver_preload"):
        context.set_forkserver_preload(PRELOAD)
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(settings.memory_mb,))


def _begin(memory_mb: int) -> None:
    """Runs in a worker before its first batch. An interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    limit_memory(memory_mb)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _end(pool: ProcessPoolExecutor | None, *, at_once: bool) -> None:
    if pool is None:
        return
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=not at_once, cancel_futures=True)
    for process in processes if at_once else ():
        process.terminate()


@contextmanager
def _apart_from_caller() -> Iterator[None]:
    """While processes start: hide the main module, which they would import, and with it what started the run; and the
    current folder, whose `cleaners` or `corpus` they would take for ours."""
    main, safe = sys.modules["__main__"], os.environ.get(SAFE_PATH)
    sys.modules["__main__"] = ModuleType("__main__")
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if safe is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = safe
