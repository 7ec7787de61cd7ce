"""The public interface of the library: clean a text, open a table of cleaned texts.

Names are imported on first use, so that `import faircopy` and `faircopy --help` stay fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faircopy.api import Edit, FairCopy, HeldBack, clean, open_table

__all__ = ["Edit", "FairCopy", "HeldBack", "clean", "open_table"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from faircopy import api

    return getattr(api, name)
