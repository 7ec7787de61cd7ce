"""The state of a clean folder: its counts, the documents held back, the result of a verification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from faircopy.viewer.outcome import counts, listed, pairs

if TYPE_CHECKING:
    from faircopy.corpus.settings.model import Settings
    from faircopy.corpus.table.row import Row
    from faircopy.corpus.table.verify import Verification
    from faircopy.corpus.table.versions import Version

DAY_SECONDS = 86_400


@dataclass(frozen=True)
class State:
    """Counts of the newest version. `stale` counts held documents whose older clean text is still published."""

    version: int | None
    made_at: datetime | None
    documents: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    held_documents: tuple[tuple[str, str], ...] = ()
    stale: int = 0


def state_of(versions: Sequence[Version], rows: Iterable[Row]) -> State:
    """Count the rows of the newest version."""
    statuses: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    held: list[tuple[str, str]] = []
    stale = 0
    for row in rows:
        statuses[row.status] += 1
        if row.status == "removed":
            continue
        sources[row.source or "(none)"] += 1
        languages[row.language or "und"] += 1
        if row.status == "held":
            held.append((row.doc_id, row.held_reason or ""))
            stale += bool(row.stale)
    newest = versions[-1] if versions else None
    return State(
        newest.number if newest else None,
        newest.made_at if newest else None,
        dict(statuses),
        dict(sources.most_common()),
        dict(languages.most_common()),
        tuple(sorted(held)),
        stale,
    )


def state_page(state: State, settings: Settings) -> Iterator[RenderableType]:
    """The state as a page of text."""
    if state.version is None or state.made_at is None:
        yield Text("No run has published anything yet; `faircopy run` publishes version 1.")
        return
    yield Text.assemble((f"Version {state.version}", "bold"), (f", made {ago(state.made_at)}", "dim"))
    yield ""
    yield counts([(name, state.documents.get(name, 0)) for name in ("published", "held", "removed")])
    yield ""
    yield pairs(
        [
            ("Sources", _listing(state.sources)),
            ("Languages", _listing(state.languages)),
            ("Raw texts", settings.raw),
            ("Clean texts", settings.clean),
            ("Settings", str(settings.config_file or "none, defaults are used")),
        ]
    )
    yield from listed("Held back:", state.held_documents, len(state.held_documents))
    if state.stale:
        yield ""
        yield Text(f"{state.stale:,} of them still have an older clean text.", "dim")


def verdict(version: int, result: Verification) -> Iterator[RenderableType]:
    """The result of a verification."""
    documents = f"{result.documents:,} {'document' if result.documents == 1 else 'documents'}"
    if not result.broken:
        yield Text(f"Version {version}: {documents}, all replay and undo exactly, every hash matches.")
        return
    yield Text(f"Version {version}: {len(result.broken):,} of {documents} broken", "bold red")
    yield from listed("Broken:", result.broken, len(result.broken))


def ago(moment: datetime) -> str:
    """How long ago a moment was, with its local date."""
    seconds = max(0, int((datetime.now(UTC) - moment).total_seconds()))
    date = moment.astimezone().strftime("%Y-%m-%d %H:%M")
    if seconds < 60:
        return f"just now ({date})"
    for length, name in ((DAY_SECONDS, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= length:
            number = seconds // length
            return f"{number} {name}{'s' * (number > 1)} ago ({date})"
    return date


def _listing(numbers: dict[str, int], most: int = 6) -> str:
    shown = [f"{name} {number:,}" for name, number in list(numbers.items())[:most]]
    return " · ".join([*shown, f"… and {len(numbers) - most:,} more"] if len(numbers) > most else shown)
