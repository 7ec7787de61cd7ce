"""The flow `clean-corpus`: each step of a `faircopy.corpus.run.Run` as a task that Prefect shows and schedules."""

from __future__ import annotations

from typing import Any

from prefect import flow
from prefect.states import Completed

from faircopy.corpus.options import RunOptions
from faircopy.corpus.run import Run
from faircopy.corpus.settings.load import load_settings
from faircopy.corpus.summary import RunSummary
from faircopy.flows.artifacts import headline, publish_artifacts
from faircopy.flows.handover import handed_over
from faircopy.flows.names import FLOW
from faircopy.flows.progress import ProgressArtifact
from faircopy.flows.steps import is_temporary, readable, step

NOTHING: dict[str, Any] = {}


@step("plan", retries=2, retry_delay_seconds=[5, 30], retry_condition_fn=is_temporary)
def plan(run: Run) -> None:
    """Read the raw texts that changed and decide which have to be cleaned."""
    run.plan()


@step("clean", task_run_name="clean part {part}")
def clean_part(run: Run, part: int) -> None:
    """Clean the documents of one part on the worker processes."""
    run.clean(part)


@step("gate")
def gate(run: Run) -> None:
    """Stop a run that would change suspiciously much."""
    run.check_gate()


@step("publish")
def publish(run: Run) -> None:
    """Commit the new version: one transaction, all or nothing."""
    run.publish()


@step("report")
def report(run: Run) -> RunSummary:
    """Show what was done in artifacts."""
    summary = run.summary()
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
    given, progress = handed_over()
    chosen = given or load_settings(raw or None, clean or None, config or None, style=style or None, **settings)
    options = RunOptions(full, source or None, frozenset(documents), dry_run, yes)
    with Run(chosen, options, progress or ProgressArtifact()) as run:
        plan(run)
        for part in run.parts:
            clean_part(run, part)
        gate(run)
        publish(run)
        summary = report(run)
    return Completed(message=headline(summary), data=summary)  # type: ignore[return-value]
