"""What one run is asked to do, beside its settings."""

from __future__ import annotations

from dataclasses import dataclass

from faircopy.corpus.readers.document import source_of
from faircopy.corpus.readers.folder import RawFile
from faircopy.corpus.readers.formats import is_container


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Options of a single run; the defaults clean and publish whatever changed.

    `full` cleans every selected document again. `source` and `documents` (ids) limit the run to some documents.
    `dry_run` publishes nothing. `yes` publishes even where the gate would stop the run.
    """

    full: bool = False
    source: str | None = None
    documents: frozenset[str] = frozenset()
    dry_run: bool = False
    yes: bool = False

    @property
    def selects_all(self) -> bool:
        """Whether the run is limited to no source and no documents."""
        return self.source is None and not self.documents

    def selects(self, document_id: str, source: str | None) -> bool:
        """Whether a document belongs to the run."""
        if self.documents and document_id not in self.documents:
            return False
        return self.source is None or source == self.source

    def may_select_from(self, file: RawFile) -> bool:
        """Whether a raw file may contain a selected document. The host of a record's URL shows only on reading it."""
        if self.source is not None and "/" in file.id and source_of(file.id) != self.source:
            return False
        if not self.documents or file.id in self.documents:
            return True
        return is_container(file.path) and any(name.startswith(file.id + "/") for name in self.documents)
