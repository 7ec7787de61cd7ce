"""Prefect artifacts made from the summary of a run: counts and names only, never texts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faircopy.corpus.summary import RunSummary

# Larger artifacts make their page slow.
MOST_ROWS = 200
MOST_BYTES = 100_000
LISTED = 20

Rows = list[dict[str, object]]


def publish_artifacts(summary: RunSummary) -> None:
    """Create the artifacts of the current flow run."""
    from prefect.artifacts import create_markdown_artifact, create_table_artifact

    create_markdown_artifact(summary_page(summary), "clean-corpus-summary", "What the run did")
    create_table_artifact(edit_rows(summary.edits_by_rule), "clean-corpus-edits", "Edits by rule")
    create_table_artifact(held_rows(summary.held_documents), "clean-corpus-held", "Documents held back, and why")


def edit_rows(edits_by_rule: Mapping[str, int]) -> Rows:
    """One row per rule, the most frequent first."""
    counted = sorted(edits_by_rule.items(), key=lambda item: (-item[1], item[0]))
    rows: Rows = [{"stage": rule.partition("/")[0], "rule": rule, "edits": edits} for rule, edits in counted]
    return capped(rows or [{"stage": "", "rule": "no edits", "edits": 0}])


def held_rows(held: Sequence[tuple[str, str]]) -> Rows:
    """One row per document that is held. Never empty: Prefect would go on showing the table of an earlier run."""
    rows: Rows = [{"document": document, "reason": reason} for document, reason in held]
    return capped(rows or [{"document": "none", "reason": "no document was held back"}])


def capped(rows: Rows) -> Rows:
    """The rows that fit on a page; a last row says how many more there are."""
    sizes = accumulate(len(json.dumps(row)) + 2 for row in rows)
    fitting = sum(size <= MOST_BYTES for size in sizes)
    if fitting == len(rows) <= MOST_ROWS:
        return rows
    kept = rows[: min(fitting, MOST_ROWS - 1)]
    return [*kept, {**dict.fromkeys(rows[0], ""), next(iter(rows[0])): f"… and {len(rows) - len(kept):,} more"}]


def summary_page(summary: RunSummary) -> str:
    """The summary as Markdown."""
    counts = {
        "read": summary.read,
        "added": summary.added,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "held back": summary.held,
        "removed": summary.removed,
    }
    lines = [f"## {headline(summary)}", "", "| documents | |", "|---|---:|"]
    lines += [f"| {name} | {count:,} |" for name, count in counts.items()]
    lines += ["", f"| edits: {summary.edits:,} | |", "|---|---:|"]
    lines += [f"| {stage} | {count:,} |" for stage, count in summary.edits_by_stage.items()]
    lines += ["", f"Table: `{summary.table_path}`"]
    if summary.mirror_path:
        lines.append(f"\nTexts: `{summary.mirror_path}`")
    if summary.gate:
        lines += ["", "The gate would stop this run:", "", *_listed(summary.gate)]
    if summary.unused_sources:
        unused = [f"`{name}` {advice}".rstrip() for name, advice in summary.unused_sources]
        lines += ["", "Set for a source that no document has:", "", *_listed(unused)]
    if summary.kept_by_hand:
        lines += ["", "Edited by hand and left alone:", "", *_listed([f"`{name}`" for name in summary.kept_by_hand])]
    if summary.unreadable:
        lines += ["", "Could not be read:", "", *_listed([f"`{name}`: {why}" for name, why in summary.unreadable])]
    return "\n".join(lines) + "\n"


def headline(summary: RunSummary) -> str:
    """The outcome in one line."""
    if summary.dry_run:
        return f"Dry run: {summary.read:,} documents read, nothing published"
    if summary.version is None:
        return f"Nothing changed: {summary.read:,} documents read, no new version"
    counts = {"added": summary.added, "changed": summary.changed, "removed": summary.removed, "held back": summary.held}
    return f"Version {summary.version}: " + ", ".join(f"{count:,} {what}" for what, count in counts.items())


def _listed(items: Sequence[str]) -> list[str]:
    shown = [f"- {item}" for item in items[:LISTED]]
    return shown if len(items) <= LISTED else [*shown, f"- … and {len(items) - LISTED} more"]
