"""The folder `clean/`: where its table, its mirror and its state lie, and the table made when there is none."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.corpus.summary import RunError

if TYPE_CHECKING:
    from deltalake import DeltaTable

    from faircopy.corpus.settings.model import Settings

# Versions last until `faircopy vacuum`: the library's own default drops them after 30 days.
PROPERTIES = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
}
ADVICE = "name another folder or mend its rights"


@dataclass(frozen=True)
class CleanFolder:
    """`clean/` at a local path or a URL (`s3://…`, which has a table and neither mirror nor state)."""

    url: str
    storage: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_local(self) -> bool:
        """Whether it lies on this machine's file system."""
        return "://" not in self.url or self.url.startswith("file://")

    @property
    def path(self) -> Path:
        """The local folder."""
        return Path(self.url.removeprefix("file://"))

    @property
    def table_url(self) -> str:
        """Where the table lies, as the library wants it."""
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
        """What can be rebuilt: stat cache, staging. Beside a remote table, a folder for this machine's user."""
        if self.is_local:
            return self.path / "_state"
        from hashlib import sha256

        return Path(tempfile.gettempdir()) / f"faircopy-{sha256(self.url.encode()).hexdigest()[:16]}"

    def delta(self, version: int | None = None) -> DeltaTable:
        """The table at a version (default: the newest)."""
        from deltalake import DeltaTable

        return DeltaTable(self.table_url, version=version, storage_options=dict(self.storage) or None)

    def has_table(self) -> bool:
        """Whether a table has been made."""
        from deltalake import DeltaTable

        return bool(DeltaTable.is_deltatable(self.table_url, dict(self.storage) or None))

    def prepare(self) -> None:
        """Make the folder and, as version 0, the empty table. Raises `RunError` where that is not allowed."""
        try:
            self.state.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=self.state).close()
        except OSError as error:
            raise RunError(
                f"{self.url} cannot be written ({error.strerror}); name another folder or mend its rights"
            ) from error
        if not self.has_table():
            self._create()

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
                description="Clean texts with their edits, one row a document",
                configuration=PROPERTIES,
                storage_options=dict(self.storage) or None,
                # No retry: with one, a second run would make the table again, as version 1.
                commit_properties=CommitProperties({"faircopy.format": json.dumps(1)}, max_commit_retries=0),
            )
        except DeltaError as error:
            if not self.has_table():  # unless another run made it this moment
                raise RunError(
                    f"{self.table_url} cannot be made ({error}); name another folder or mend its rights"
                ) from error


def clean_folder(settings: Settings) -> CleanFolder:
    """The folder that settings name."""
    return CleanFolder(settings.clean, settings.storage)
