"""The two things workers do with a batch: find the lines its documents hold, and clean them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import Batch


class Job(Protocol):
    """What is done with each batch. `output` names the file it leaves; a job is sent to the workers."""

    def do(self, batch: Batch) -> None:
        """Work on a batch."""

    def hold(self, batch: Batch, reason: str) -> None:
        """Leave an output for a batch whose documents cannot be worked on."""

    def output(self, batch: Batch) -> Path:
        """The file that a batch's work leaves."""


@dataclass(frozen=True)
class CountLines:
    """The keys of the lines of every document that has a source."""

    def do(self, batch: Batch) -> None:
        """Write the batch's lines."""
        from faircopy.corpus.workers.line_keys import write_lines

        write_lines(batch)

    def hold(self, batch: Batch, reason: str) -> None:
        """Write that the batch's documents are held."""
        from faircopy.corpus.workers.line_keys import write_no_lines

        write_no_lines(batch, reason)

    def output(self, batch: Batch) -> Path:
        """The file of lines."""
        return Path(batch.lines)


@dataclass(frozen=True)
class CleanTexts:
    """The fair copies of a batch. `staging` is the run's folder."""

    settings: Settings
    staging: str

    def do(self, batch: Batch) -> None:
        """Clean a batch."""
        from faircopy.corpus.workers.cleaning import clean_staged

        clean_staged(batch, self.staging, self.settings)

    def hold(self, batch: Batch, reason: str) -> None:
        """Write that the batch's documents are held."""
        from faircopy.corpus.workers.cleaning import hold_staged

        hold_staged(batch, self.staging, reason)

    def output(self, batch: Batch) -> Path:
        """The file of outcomes."""
        return Path(batch.outcome)
