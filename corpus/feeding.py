"""An iterator run by a thread of its own.

The library that writes the table pulls its rows from inside its runtime, where its own readers refuse
to work ("Cannot start a runtime from within a runtime"): they get a thread outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar, cast

T = TypeVar("T")
END = object()


@contextmanager
def fed(items: Iterable[T], ahead: int = 4) -> Iterator[Iterator[T]]:
    """The items, made by another thread at most `ahead` before they are taken. What it raises is raised here."""
    queue: Queue[object] = Queue(maxsize=ahead)
    stopped = Event()

    def put(item: object) -> None:
        while not stopped.is_set():
            with suppress(Full):
                queue.put(item, timeout=0.2)
                break

    def make() -> None:
        try:
            for item in items:
                put(item)
                if stopped.is_set():
                    return
            put(END)
        except BaseException as error:  # carried over to who takes the items
            put(_Failure(error))

    thread = Thread(target=make, name="faircopy-rows", daemon=True)
    thread.start()
    try:
        yield _taken(queue)
    finally:
        stopped.set()
        thread.join()


class _Failure:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def _taken(queue: Queue[object]) -> Iterator[T]:
    while (item := queue.get()) is not END:
        if isinstance(item, _Failure):
            raise item.error
        yield cast(T, item)
