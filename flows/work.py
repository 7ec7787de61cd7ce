"""A run of `corpus` between its tasks: what one step leaves for the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from faircopy.corpus.run import Progress, check_gate, clean_chunk, plan_run, publish, start_workers, summarise
from faircopy.corpus.settings.model import Settings, load_settings
from faircopy.corpus.staging.folder import leave_staging

if TYPE_CHECKING:
    from faircopy.corpus.plan.plan import Plan
    from faircopy.corpus.staging.chunks import ChunkResult
    from faircopy.corpus.summary import RunSummary
    from faircopy.corpus.workers.pool import Workers


@dataclass(frozen=True, slots=True)
class Choices:
    """What a run may be told beside its settings; see `faircopy.corpus.run.run`."""

    full: bool = False
    source: str | None = None
    documents: Sequence[str] = ()
    dry_run: bool = False
    yes: bool = False


class Work:
    """Settings, plan and results of one run. No dataclass: Prefect looks into those before every task."""

    def __init__(self, settings: Settings, choices: Choices, progress: Progress) -> None:
        self.settings = settings
        self.choices = choices
        self.progress = progress
        self.done = 0
        self.results: list[ChunkResult] = []
        self.version: int | None = None
        self._plan: Plan | None = None
        self._workers: Workers | None = None

    def __enter__(self) -> Work:
        return self

    def __exit__(self, *error: object) -> None:
        if self._plan is not None:
            # What a stopped run has cleaned is there for the next one.
            leave_staging(self._plan.staging)

    @property
    def planned(self) -> Plan:
        """The plan, once it is made."""
        assert self._plan is not None
        return self._plan

    def plan(self) -> None:
        """Decide what is to be cleaned."""
        asked = self.choices
        self._plan = plan_run(self.settings, full=asked.full, source=asked.source, documents=asked.documents)

    def parts(self) -> range:
        """The numbers of the chunks to clean: a task each."""
        return range(1, len(self.planned.chunks) + 1)

    @contextmanager
    def workers(self) -> Iterator[None]:
        """Worker processes for as long as the block lasts. They never import prefect."""
        with start_workers(self.settings) as self._workers:
            yield

    def clean(self, part: int) -> None:
        """Clean one chunk."""
        chunk = self.planned.chunks[part - 1]
        self.results.append(clean_chunk(chunk, self.settings, self._workers, self._count))

    def _count(self, documents: int) -> None:
        self.done += documents
        self.progress(self.done, self.planned.documents)

    def check_gate(self) -> None:
        """Raise `GateStop` where the run would change too much."""
        if not self.choices.dry_run:
            check_gate(self.planned, self.results, self.settings, self.choices.yes)

    def publish(self) -> None:
        """Commit the new version, if anything changed."""
        if not self.choices.dry_run:
            self.version = publish(self.planned, self.results, self.settings)

    def summary(self) -> RunSummary:
        """What was done."""
        return summarise(self.planned, self.results, self.version, self.settings, dry_run=self.choices.dry_run)


_handed: ContextVar[tuple[Settings, Progress | None] | None] = ContextVar("handed", default=None)


@contextmanager
def handed_over(settings: Settings, progress: Progress | None) -> Iterator[None]:
    """Give settings to the flow that is called inside, past its parameters."""
    token = _handed.set((settings, progress))
    try:
        yield
    finally:
        _handed.reset(token)


def settings_handed_over() -> tuple[Settings | None, Progress | None]:
    """What the caller in this process gave, if any did."""
    return _handed.get() or (None, None)


def settings_from(raw: str, clean: str, config: str, style: str, others: Mapping[str, Any]) -> Settings:
    """The settings that a flow's parameters stand for; an empty one names nothing."""
    return load_settings(raw or None, clean or None, config or None, **{"style": style or None, **others})
