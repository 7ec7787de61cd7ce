"""The flow `clean-corpus`: `faircopy.corpus.run`, step by step, where Prefect can show, schedule and repeat it."""

from __future__ import annotations

from typing import Any

from prefect import flow
from prefect.states import Completed

from faircopy.corpus.summary import RunSummary
from faircopy.flows.artifacts import headline, publish_artifacts
from faircopy.flows.names import FLOW
from faircopy.flows.progress import ProgressArtifact
from faircopy.flows.steps import is_passing, readable, step
from faircopy.flows.work import Choices, Work, settings_from, settings_handed_over

NOTHING: dict[str, Any] = {}


@step("plan", retries=2, retry_delay_seconds=[5, 30], retry_condition_fn=is_passing)
def plan(work: Work) -> None:
    """List the raw texts and decide which have to be cleaned."""
    work.plan()


@step("clean", task_run_name="clean part {part}")
def clean_part(work: Work, part: int) -> None:
    """Clean the chunks of one part on the worker processes."""
    work.clean(part)


@step("gate")
def gate(work: Work) -> None:
    """Stop a run that would change suspiciously much."""
    work.check_gate()


@step("publish")
def publish(work: Work) -> None:
    """Commit the new version: one transaction, all or nothing."""
    work.publish()


@step("report")
def report(work: Work) -> RunSummary:
    """Say what was done, in artifacts and in the log."""
    summary = work.summary()
    publish_artifacts(summary)
    return summary


@flow(name=FLOW, flow_run_name="clean {raw}", persist_result=False)
@readable
def clean_corpus(
    raw: str = "",
    clean: str = "",
    config: str = "",
    style: str = "",
    source: str = "",
    documents: tuple[str, ...] = (),
    full: bool = False,
    dry_run: bool = False,
    yes: bool = False,
    settings: dict[str, Any] = NOTHING,
) -> RunSummary:
    """Clean a folder of scraped news texts and publish a new version, with a log of every change.

    Args:
        raw: Folder or URL of the raw texts. Empty: as faircopy.toml says.
        clean: Folder or URL for the clean texts. Empty: as faircopy.toml says.
        config: Path of the faircopy.toml to use. Empty: looked for upward from the raw folder.
        style: House style of names: default, ap, bbc, guardian or one of your own. Empty: as faircopy.toml says.
        source: Clean the documents of this source only. Empty: of all sources.
        documents: Clean these documents only, named by their ids (site/article.txt).
        full: Clean every document again, not just what is new or changed.
        dry_run: Say what would change, and publish nothing.
        yes: Publish even where the gate would stop the run.
        settings: Other keys of faircopy.toml, for this run only, such as {"quotations": "leave", "workers": 2}.
    """
    handed, progress = settings_handed_over()
    choices = Choices(full, source or None, documents, dry_run, yes)
    chosen = handed or settings_from(raw, clean, config, style, settings)
    with Work(chosen, choices, progress or ProgressArtifact()) as work:
        plan(work)
        with work.workers():
            for part in work.parts():
                clean_part(work, part)
        gate(work)
        publish(work)
        summary = report(work)
    return Completed(message=headline(summary), data=summary)  # type: ignore[return-value]
