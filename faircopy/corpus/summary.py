"""The summary of a run, and the errors that stop one."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from faircopy.errors import FaircopyError


class RunError(FaircopyError):
    """A run cannot continue. The message says what is wrong, where, and what to do."""


class GateStop(FaircopyError):
    """The gate stopped a run before it published; the message says which limits it exceeded."""

    exit_code = 3


@dataclass(frozen=True)
class RunSummary:
    """What a run did.

    `version` is None when nothing changed. `read` counts the documents seen in `raw/`; `added`, `changed`, `removed`
    and `unchanged` compare the version with the one before it. `edits` were applied in the `cleaned` documents.
    `held_documents` are all documents held now and `unreadable` the files or records that could not be read, each with
    the reason. `kept_by_hand` are mirror files that a person edited. `gate` lists the limits that a dry run exceeds.
    `unused_sources` have settings but no document, each with a similar name if there is one.
    """

    run_id: str
    version: int | None = None
    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    held: int = 0
    removed: int = 0
    cleaned: int = 0
    edits: int = 0
    edits_by_stage: dict[str, int] = field(default_factory=dict)
    edits_by_rule: dict[str, int] = field(default_factory=dict)
    held_documents: tuple[tuple[str, str], ...] = ()
    kept_by_hand: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()
    ignored: int = 0
    table_path: str = ""
    mirror_path: str | None = None
    seconds: float = 0.0
    dry_run: bool = False
    gate: tuple[str, ...] = ()
    unused_sources: tuple[tuple[str, str], ...] = ()

    def as_record(self) -> dict[str, object]:
        """The summary as `run --json` prints it."""
        return asdict(self)
