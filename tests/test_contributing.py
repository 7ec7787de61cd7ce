"""The worked examples of CONTRIBUTING.md, carried out on a copy of the project as a newcomer would, and tested there.

A block that begins with a path (`# tests/…`) is a file to write or, as a `diff`, a change
to a file that exists. The tests among them run in the copy, together with the tests of the catalogue.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n[ #]+((?:[\w.-]+/)+[\w.-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("cleaners", "faircopy", "flows", "lab", "tests", "docs", "raw", "pyproject.toml", "README.md")
LARGE = ("cleaners/models",)  # linked, not copied


@dataclass(frozen=True)
class Block:
    """A file of an example, or a change to one."""

    kind: str
    path: str
    body: str

    @property
    def is_change(self) -> bool:
        return self.kind == "diff"


BLOCKS = [Block(*match) for match in BLOCK.findall(GUIDE)]
TESTS = sorted({block.path for block in BLOCKS if block.path.startswith("tests/")})
# What checks an addition beside its own tests: that rules, kinds and stages are listed and documented.
CATALOGUE_TESTS = ["tests/test_rules.py", "tests/test_idea.py", "tests/cleaners/boilerplate/test_kinds.py"]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project with every example carried out."""
    root = tmp_path_factory.mktemp("project")
    skipped = shutil.ignore_patterns("__pycache__", *(Path(name).name for name in LARGE))
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, symlinks=True, ignore=skipped)
        else:
            shutil.copy(ROOT / name, root / name)
    for name in LARGE:
        (root / name).symlink_to(ROOT / name)
    for block in BLOCKS:
        carry_out(block, root / block.path)
    return root


def carry_out(block: Block, file: Path) -> None:
    if not block.is_change:
        assert not file.exists(), f"{block.path} is there already"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.body.lstrip("\n"), "utf-8")
        return
    lines = block.body.splitlines()
    before, after = ("\n".join(line[1:] for line in lines if line[:1] in ("", " ", sign)) for sign in "-+")
    text = file.read_text("utf-8")
    found = text.count(before)
    assert found == 1, f"{block.path} has this {found} times; change the example in CONTRIBUTING.md to match:\n{before}"
    file.write_text(text.replace(before, after), "utf-8")


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=project, capture_output=True, text=True, timeout=300)


def test_the_examples_pass_their_own_tests_and_those_of_the_catalogue(project):
    page = run(project, "-m", "faircopy.cleaners.catalogue")
    assert page.returncode == 0, page.stderr
    (project / "docs/rules.md").write_text(page.stdout, "utf-8")
    done = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CATALOGUE_TESTS, *TESTS)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_the_guide_has_an_example_for_every_kind_of_addition():
    tested = {str(Path(test).parent) for test in TESTS}
    assert {f"tests/cleaners/{stage}" for stage in ("layout", "typos/rules", "names", "boilerplate")} <= tested
    assert {"tests/cleaners", "tests/corpus/readers"} <= tested
