"""`faircopy run` whole, on the Prefect server it starts for itself."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from faircopy.corpus.table.reader import open_table

pytestmark = pytest.mark.server

FAIRCOPY = Path(sys.executable).with_name("faircopy")


@pytest.fixture
def project(raw, tmp_path):
    """A project folder with raw texts, and an environment without the tests' own server and home."""
    return tmp_path, {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}


def faircopy(project, *arguments):
    folder, environment = project
    return subprocess.run(
        [FAIRCOPY, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def test_a_run_makes_a_version_and_leaves_nothing_running(project, raw):
    folder, _ = project
    done = faircopy(project, "run")
    assert (done.returncode, done.stderr) == (0, "")
    assert open_table(folder / "clean").newest == 1
    assert [path.name for path in folder.iterdir() if path.name not in ("raw", "clean")] == []

    for file in (raw / "harbour-post").iterdir():
        file.unlink()
    stopped = faircopy(project, "run")
    assert stopped.returncode == 3
    assert stopped.stderr.count("\n") == 1
    assert "nothing was published" in stopped.stderr
    assert open_table(folder / "clean").newest == 1


def test_two_runs_at_once_do_not_share_a_server(project):
    folder, environment = project
    both = [
        subprocess.Popen([FAIRCOPY, "run", "raw", clean], cwd=folder, env=environment, stderr=subprocess.PIPE)
        for clean in ("clean", "clean")
    ]
    assert [process.communicate(timeout=300)[1] for process in both] == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]
    assert len(list(open_table(folder / "clean").rows())) == 3


def test_ctrl_c_ends_a_run_in_one_line(project):
    """The terminal sends it to every process of the run; the server must still hear how the run ended."""
    folder, environment = project
    for number in range(2000):
        (folder / "raw" / "harbour-post" / f"{number}.txt").write_text(f"Notice {number}\n\nThe pier is closed.\n")
    process = subprocess.Popen(
        [FAIRCOPY, "run"], cwd=folder, env=environment, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    deadline = time.monotonic() + 200
    while not list(folder.glob("clean/_state/staging/*/raw-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    words = process.communicate(timeout=100)[1]
    assert process.returncode == 130
    assert "Traceback" not in words
