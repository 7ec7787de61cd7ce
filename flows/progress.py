"""The progress of a run as a Prefect artifact."""

from __future__ import annotations

import time
from typing import cast
from uuid import UUID

# Every update is a request to the server.
PAUSE_SECONDS = 2.0


class ProgressArtifact:
    """A progress callback (documents cleaned, documents to clean) that updates an artifact of the flow run."""

    def __init__(self) -> None:
        self._artifact: UUID | None = None
        self._shown = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Update the artifact, at most every `PAUSE_SECONDS` and at the end."""
        if done < total and time.monotonic() - self._shown < PAUSE_SECONDS:
            return
        from prefect.artifacts import create_progress_artifact, update_progress_artifact

        percent = 100.0 * done / total if total else 100.0
        words = f"{done:,} of {total:,} documents cleaned"
        if self._artifact is None:
            self._artifact = cast(UUID, create_progress_artifact(percent, "clean-corpus-progress", words))
        else:
            update_progress_artifact(self._artifact, percent, words)
        self._shown = time.monotonic()
