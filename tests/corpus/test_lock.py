"""Locks between runs on one machine."""

from __future__ import annotations

import subprocess
import sys

from faircopy.corpus.lock import lock, try_lock


def test_a_lock_is_acquired_once_until_it_is_released(tmp_path):
    first = try_lock(tmp_path / "lock")
    assert first is not None
    assert try_lock(tmp_path / "lock") is None
    first.release()
    again = try_lock(tmp_path / "lock")
    assert again is not None
    again.release()


def test_a_block_holds_the_lock(tmp_path):
    with lock(tmp_path / "lock"):
        assert try_lock(tmp_path / "lock") is None
    assert try_lock(tmp_path / "lock") is not None


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    program = (
        "import sys, pathlib, time; from faircopy.corpus.lock import try_lock;"
        "lock = try_lock(pathlib.Path(sys.argv[1])); print(lock is not None, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "lock")], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"True\n"
        assert try_lock(tmp_path / "lock") is None
        process.kill()
        process.wait()
    assert try_lock(tmp_path / "lock") is not None
