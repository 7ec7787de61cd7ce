"""The two jobs of workers: count the lines of a batch's documents, and clean them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import Batch


class Job(Protocol):
    """A job that is pickled and done on each batch."""

    def do(self, batch: Batch) -> None:
        """Do the job on a batch and write its output."""

    def hold(self, batch: Batch, reason: str) -> None:
        """Write an output that holds every document of the batch for a reason."""

    def output(self, batch: Batch) -> Path:
        """The file that `do` or `hold` writes."""


@dataclass(frozen=True)
class CountLines:
    """Write the line keys of every document that has a source."""

    def do(self, batch: Batch) -> None:
        """Write the line keys of a batch."""
        from faircopy.corpus.workers.line_keys import write_lines

        write_lines(batch)

    def hold(self, batch: Batch, reason: str) -> None:
        """Hold the documents of a batch."""
        from faircopy.corpus.workers.line_keys import write_no_lines

        write_no_lines(batch, reason)

    def output(self, batch: Batch) -> Path:
        """The file of line keys."""
        return Path(batch.lines)


@dataclass(frozen=True)
class CleanTexts:
    """Clean the documents of a batch. `staging` is the run's folder."""

    settings: Settings
    staging: str

    def do(self, batch: Batch) -> None:
        """Clean a batch."""
        from faircopy.corpus.workers.cleaning import clean_staged

        clean_staged(batch, self.staging, self.settings)

    def hold(self, batch: Batch, reason: str) -> None:
        """Hold the documents of a batch."""
        from faircopy.corpus.workers.cleaning import hold_staged

        hold_staged(batch, self.staging, reason)

    def output(self, batch: Batch) -> Path:
        """The file of outcomes."""
        return Path(batch.outcome)
