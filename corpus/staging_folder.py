"""The folder a run stages its documents in; what a run that was killed left there is cleared away."""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus.clean_folder import CleanFolder


def begin_staging(clean: CleanFolder, run_id: str) -> Path:
    """A staging folder for a run."""
    folder = clean.state / "staging" / run_id
    folder.mkdir(parents=True)
    return folder


def end_staging(folder: str) -> None:
    """Remove a run's staging folder."""
    shutil.rmtree(folder, ignore_errors=True)
