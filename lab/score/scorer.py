"""Run the scorer of a data folder on one development set, within a time limit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from lab.score.sets import DevelopmentSet

Figures = dict[str, float | int | str]


@dataclass(frozen=True)
class Row:
    """A row of the table: the figures of a set, or why there are none. `seconds` is wall time."""

    kind: str
    name: str
    seconds: float
    figures: Figures = field(default_factory=dict)
    problem: str = ""
    failed: bool = False


def score(data: Path, development_set: DevelopmentSet, faircopy: str, limit: float) -> Row:
    """The figures of a set as `DATA/score/score.py` prints them; `limit` is in seconds of wall time."""
    command = [sys.executable, str(data / "score" / "score.py"), *development_set.arguments()]
    started = perf_counter()
    try:
        out = run([*command, "--faircopy", faircopy, "--json"], limit)
        figures, problem, failed = json.loads(out.splitlines()[-1]), "", False
    except subprocess.TimeoutExpired:
        figures, problem, failed = {}, f"did not end within {limit:g} s", False
    except (subprocess.CalledProcessError, ValueError, IndexError) as error:
        figures, problem, failed = {}, f"failed: {_last_line(error)}", True
    # The scorer's own time leaves out reading the gold and comparing; where it is missing, all there was.
    seconds = float(figures.pop("seconds", perf_counter() - started))
    return Row(development_set.kind, development_set.name, seconds, figures, problem, failed)


def run(command: Sequence[str], limit: float) -> str:
    """What a command prints. Raises CalledProcessError, or TimeoutExpired after ending it and all it started."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    )
    try:
        out, error = process.communicate(timeout=limit)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)  # its group: the scorer waits for a `faircopy clean` of its own
        process.communicate()
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, out, error)
    return out


def _last_line(error: Exception) -> str:
    printed = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
    return (printed.strip().splitlines() or [f"exit status {getattr(error, 'returncode', 'unknown')}"])[-1][:100]
