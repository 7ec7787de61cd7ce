"""Runs killed at any moment lose nothing and leave nothing half-written."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

import pytest

from faircopy.corpus.table.verify import verify

pytestmark = pytest.mark.fault

RUN = """
from faircopy.corpus.run import run
from faircopy.corpus.options import RunOptions
from faircopy.corpus.settings.model import Settings
run(Settings(raw={raw!r}, clean={clean!r}, workers=2, switches={switches!r}), RunOptions(yes=True))
"""
LIGHT = {"recipe": "news", "switches": {"names": "off", "typos": "off", "boilerplate": "off"}}


def test_killed_at_any_moment(project):
    dice = random.Random(20)
    for number in range(600):
        project.write(f"{number % 3}/{number}.txt", f"Text  number {number} , with a fault.\n" * 20)
    command = RUN.format(raw=str(project.raw), clean=str(project.clean), switches=LIGHT["switches"])
    killed = 0
    for round_ in range(12):
        for number in range(0, 600, 7):
            project.write(f"{number % 3}/{number}.txt", f"Text  {number} of round {round_} .\n" * 20)
        process = subprocess.Popen([sys.executable, "-c", command], stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.3, 4))
        process.kill()
        code = process.wait()
        assert code in (0, -signal.SIGKILL)
        killed += code != 0
        if (project.clean / "table" / "_delta_log").exists():
            assert verify(project.table()).broken == []
    assert killed
    project.run(**LIGHT)
    at_once = type(project)(project.root / "once")
    (project.root / "once").mkdir()
    at_once.raw.symlink_to(project.raw, target_is_directory=True)
    at_once.run(**LIGHT)
    assert project.contents() == at_once.contents()
    assert project.mirror() == at_once.mirror()
    assert project.mirror("changes") == at_once.mirror("changes")
    assert project.run(**LIGHT).version is None
    assert list((project.clean / "_state" / "staging").iterdir()) == []
