"""The built wheel, installed in an empty folder, cleans a text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("cleaners", "flows", "faircopy", "pyproject.toml", "README.md", "LICENSE")

CLEAN = """
import faircopy
print(faircopy.__file__)
print(faircopy.clean("The adminstration in  Kiev said so.").text, end="")
"""


def test_the_wheel_cleans_a_text(tmp_path):
    tree, site, empty = tmp_path / "tree", tmp_path / "site", tmp_path / "empty"
    tree.mkdir()
    empty.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, symlinks=True)
        else:
            shutil.copy(ROOT / name, tree / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, tree], check=True)
    [wheel] = tmp_path.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", site, wheel], check=True)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, "-c", CLEAN], cwd=empty, env=environment, capture_output=True, text=True, check=True
    )
    where, text = done.stdout.splitlines()
    assert where.startswith(str(site))
    assert text == "The administration in Kyiv said so."
