"""Arrays kept on disk: computed once, never taken from a stale, broken or half-written file, and not needed on disk."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from faircopy.cleaners.derived import load_or_compute


def numbers(*values: int):
    return lambda: {"keys": np.array(values, "<u4")}


def never():
    raise AssertionError("computed again")


def keys_of(arrays) -> list[int]:
    return arrays["keys"].tolist()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "derived" / "numbers.npz"


def files_beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_it_is_computed_once(path):
    assert keys_of(load_or_compute(path, "a", numbers(1, 2))) == [1, 2]
    assert keys_of(load_or_compute(path, "a", never)) == [1, 2]
    assert files_beside(path) == ["numbers.npz"]


def test_a_stale_file_is_replaced(path):
    load_or_compute(path, "a", numbers(1, 2))
    assert keys_of(load_or_compute(path, "b", numbers(3))) == [3]
    assert keys_of(load_or_compute(path, "b", never)) == [3]
    assert files_beside(path) == ["numbers.npz"]


def without_its_end(written: bytes) -> bytes:
    return written[: len(written) // 2]


@pytest.mark.parametrize("breaks", [without_its_end, lambda _: b"", lambda _: b"no archive", lambda _: b"PK\3\4"])
def test_a_broken_file_is_replaced(path, breaks):
    load_or_compute(path, "a", numbers(1, 2))
    path.write_bytes(breaks(path.read_bytes()))
    assert keys_of(load_or_compute(path, "a", numbers(1, 2))) == [1, 2]
    assert keys_of(load_or_compute(path, "a", never)) == [1, 2]


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path):
    (tmp_path / "derived").write_text("a file where the folder belongs")
    assert keys_of(load_or_compute(tmp_path / "derived" / "numbers.npz", "a", numbers(1))) == [1]


@pytest.mark.parametrize("fault", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_file_that_cannot_be_written_is_done_without(path, monkeypatch, fault):
    def refuse(*_, **__):
        raise OSError(fault, "no")

    monkeypatch.setattr(np, "savez", refuse)
    assert keys_of(load_or_compute(path, "a", numbers(1))) == [1]
    assert files_beside(path) == []


# Two programs that each want other arrays under one name, so that both write all the time.
RACE = """
import sys
from pathlib import Path
import numpy as np
from faircopy.cleaners.derived import load_or_compute
path, mine = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(100):
    found = load_or_compute(path, str(mine), lambda: {"keys": np.full(50_000, mine)})["keys"]
    assert len(found) == 50_000 and (found == mine).all()
"""


def test_processes_that_write_at_once_do_not_meet_half_a_file(path):
    racing = [subprocess.Popen([sys.executable, "-c", RACE, path, str(number)]) for number in (1, 2)]
    assert [process.wait(120) for process in racing] == [0, 0]
    assert files_beside(path) == ["numbers.npz"]
