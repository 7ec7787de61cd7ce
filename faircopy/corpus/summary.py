"""What a run did, as a value; and the ways it can stop."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from faircopy.errors import FaircopyError


class RunError(FaircopyError):
    """A run cannot go on. The message says what, where, and what to do."""


class GateStop(FaircopyError):
    """A run stopped before publishing; the message says what it saw."""

    exit_code = 3


@dataclass(frozen=True)
class RunSummary:
    """What a run did.

    `version` is None when nothing changed. `edits` counts those applied in the documents that this
    run cleaned. `held` and `held_documents` are all that are held now, `kept_by_hand` the mirror files
    that somebody edited, `unreadable` what could not be read, each with the reason. `gate` says of
    a dry run what would stop one that publishes. `unused_sources` are sources with settings of their own
    that no document has, each with the nearest one that there is.
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
        """The summary as JSON knows it (`run --json`)."""
        return asdict(self)
