"""Adds to a wheel what is not kept in git: the deletion index of the lexicon. All else is in pyproject.toml."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
if not (ROOT / "faircopy" / "cleaners" / "__init__.py").exists():
    raise SystemExit(
        "faircopy/cleaners and faircopy/flows are symbolic links, which this checkout lacks: run "
        "`git config core.symlinks true`, then `git checkout -- faircopy` (on Windows with developer mode on)"
    )
DERIVED = "faircopy/cleaners/models/derived"


class BuildWithIndex(build_py):
    """Copies the packages, then builds the index beside their models; an editable install builds it on first use."""

    def run(self) -> None:
        """Build the packages."""
        super().run()
        if not self.editable_mode:
            sys.path.insert(0, str(ROOT))
            from faircopy.cleaners.resources import deletion_index

            deletion_index(Path(self.build_lib, DERIVED))


setup(cmdclass={"build_py": BuildWithIndex})
