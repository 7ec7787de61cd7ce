"""What the caller in this process hands to the flow past its parameters, which Prefect writes into its database.

Settings may contain the secrets of a storage, and a progress callback is no parameter at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faircopy.corpus.run import Progress
    from faircopy.corpus.settings.model import Settings

_handed_over: ContextVar[tuple[Settings | None, Progress | None]] = ContextVar("handed_over", default=(None, None))


@contextmanager
def hand_over(settings: Settings, progress: Progress | None) -> Iterator[None]:
    """Give settings and a progress callback to the flow that is called inside the block."""
    token = _handed_over.set((settings, progress))
    try:
        yield
    finally:
        _handed_over.reset(token)


def handed_over() -> tuple[Settings | None, Progress | None]:
    """The settings and the progress callback that the caller gave, if any."""
    return _handed_over.get()
