"""The folder `clean/`: the paths of its table, mirror and state; creates the table where there is none."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.corpus.durable import sync_folder
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.log_entries import set_torn_entry_aside, sync_log, torn_entry

if TYPE_CHECKING:
    from deltalake import DeltaTable

    from faircopy.corpus.settings.model import Settings

# Versions are kept for good; by default the library drops them after 30 days.
PROPERTIES = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
}
ADVICE = "name another folder or change its permissions"


@dataclass(frozen=True)
class CleanFolder:
    """`clean/` at a local path or a URL; a URL such as `s3://…` has a table, but neither mirror nor state."""

    url: str
    storage: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine's file system."""
        return "://" not in self.url or self.url.startswith("file://")

    @property
    def path(self) -> Path:
        """The local folder."""
        return Path(self.url.removeprefix("file://"))

    @property
    def table_url(self) -> str:
        """The path or URL of the table, in the form that deltalake takes."""
        return str((self.path / "table").absolute()) if self.is_local else f"{self.url.rstrip('/')}/table"

    @property
    def text(self) -> Path:
        """The mirror's clean texts."""
        return self.path / "text"

    @property
    def changes(self) -> Path:
        """The mirror's change logs."""
        return self.path / "changes"

    @property
    def state(self) -> Path:
        """The folder of what can be rebuilt: cache, staging. For a remote table, a temporary folder of this machine."""
        if self.is_local:
            return self.path / "_state"
        from hashlib import sha256

        return Path(tempfile.gettempdir()) / f"faircopy-{sha256(self.url.encode()).hexdigest()[:16]}"

    def delta(self, version: int | None = None) -> DeltaTable:
        """The table at a version (default: the newest)."""
        from deltalake import DeltaTable
        from deltalake.exceptions import DeltaError

        try:
            return DeltaTable(self.table_url, version=version, storage_options=dict(self.storage) or None)
        except DeltaError as error:
            if self.is_local and (entry := torn_entry(Path(self.table_url))) is not None:
                advice = "its version was never reported; `faircopy run` sets it aside and continues"
                raise RunError(f"{entry} is incomplete, as a power cut leaves it: {advice}") from error
            raise

    def has_table(self) -> bool:
        """Whether there is a table."""
        from deltalake import DeltaTable

        return bool(DeltaTable.is_deltatable(self.table_url, dict(self.storage) or None))

    def prepare(self) -> None:
        """Create the folder and, as version 0, the empty table where missing. Raises `RunError` if that fails."""
        try:
            self.state.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=self.state).close()
        except OSError as error:
            raise RunError(f"{self.url} cannot be written ({error.strerror}); {ADVICE}") from error
        if self.is_local:
            set_torn_entry_aside(Path(self.table_url))
        if not self.has_table():
            began = time.time_ns()
            self._create()
            self.sync_log(began)
            if self.is_local:
                sync_folder(self.path.absolute().parent)

    def sync_log(self, since: int) -> None:
        """Wait until what the log says since a time (nanoseconds since 1970) is on disk, if the table is local."""
        if self.is_local:
            sync_log(Path(self.table_url), since)

    def _create(self) -> None:
        from deltalake import CommitProperties, DeltaTable
        from deltalake.exceptions import DeltaError

        from faircopy.corpus.table.schema import TABLE

        try:
            DeltaTable.create(
                self.table_url,
                schema=TABLE,
                partition_by=["part"],
                name="faircopy",
                description="Clean texts with their edits, one row per document",
                configuration=PROPERTIES,
                storage_options=dict(self.storage) or None,
                # No retry: a second run at the same time would create the table again, as version 1.
                commit_properties=CommitProperties({"faircopy.format": json.dumps(1)}, max_commit_retries=0),
            )
        except DeltaError as error:
            if not self.has_table():  # unless another run has just created it
                raise RunError(f"{self.table_url} cannot be created ({error}); {ADVICE}") from error


def clean_folder(settings: Settings) -> CleanFolder:
    """The clean folder of the settings."""
    return CleanFolder(settings.clean, settings.storage)
