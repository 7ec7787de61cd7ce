"""Arrays that are computed from shipped files and kept on disk, so that not every process computes them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]
KEY = "key"


def load_or_compute(path: Path, key: str, compute: Callable[[], Arrays]) -> Arrays:
    """The arrays in a file, or computed where it is missing, broken or made for another `key`.

    `key` is a hash of all that the arrays depend on. What was computed is written to the file if its folder can be
    written to. Several processes may do so at once: each replaces the file as a whole.
    """
    found = _read(path, key)
    if found is None:
        found = compute()
        with suppress(OSError):
            _write(path, key, found)
    return found


def _read(path: Path, key: str) -> Arrays | None:
    try:
        with np.load(path) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
    return arrays if str(arrays.pop(KEY, "")) == key else None


def _write(path: Path, key: str, arrays: Arrays) -> None:
    path.parent.mkdir(exist_ok=True)
    draft = path.with_name(f"{path.name}.{token_hex(8)}")
    try:
        with draft.open("xb") as file:
            np.savez(file, allow_pickle=False, **{KEY: np.array(key), **arrays})
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
