"""`faircopy log`: show the change log, filtered or counted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated

import typer

from faircopy.cli.framework.parameters import AnyDocument, AsJson, CleanInput, Config, Version

if TYPE_CHECKING:
    from faircopy.cleaners.edits import LoggedEdit
    from faircopy.cli.output.screen import Screen
    from faircopy.corpus.table.row import Row

EXAMPLES = (
    "faircopy log harbour-herald/regatta.txt",
    "faircopy log --distinct",
    "faircopy log --stage typos --status suggested",
    "faircopy log --rule 'names/*' --json | jq -r .after",
)


class Status(StrEnum):
    """The statuses of an edit."""

    APPLIED = "applied"
    SUGGESTED = "suggested"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Filter:
    """The edits that the flags select."""

    rule: str | None
    stage: str | None
    status: Status | None

    def __call__(self, edit: LoggedEdit) -> bool:
        """Whether an edit is one of them."""
        return (
            (self.rule is None or fnmatchcase(edit.rule, self.rule))
            and (self.stage is None or edit.stage == self.stage)
            and (self.status is None or edit.status == self.status)
        )


def log(
    doc: AnyDocument = None,
    rule: Annotated[str | None, typer.Option(metavar="RULE", help="This rule only; * matches anything.")] = None,
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help="This stage only.")] = None,
    status: Annotated[Status | None, typer.Option(help="Edits with this status only.")] = None,
    distinct: Annotated[bool, typer.Option("--distinct", help="Count equal changes over all documents.")] = False,
    version: Version = None,
    as_json: AsJson = False,
    clean: CleanInput = None,
    config: Config = None,
) -> None:
    """Show every edit and suggestion, with its rule and, if the screen is wide enough, its reason.

    The first column is the line in the clean text. --distinct lists the rarest changes first, because mistakes of a
    rule are among them.
    """
    from faircopy.cli.framework.selection import check_version, rows_in_order, table_at
    from faircopy.cli.output.screen import paged

    table = table_at(clean, config)
    check_version(table, version)
    wanted = Filter(rule, _checked(stage), status)
    ids = None if doc is None else [table.resolve(doc, endings=sys.stdin.isatty())]
    rows = rows_in_order(table, version, ids, ["doc_id", "text", "edits", "suggestions"])
    if as_json:
        _print(rows, wanted, distinct)
        return
    with paged() as screen:
        found = _show_distinct(rows, wanted, screen) if distinct else _show_entries(rows, wanted, screen)
        if not found:
            screen.say(f"No such edits.{_hint_for(rule)}")


def _hint_for(rule: str | None) -> str:
    """A hint for an unknown rule. It is no error: the table may have edits by rules of another version of faircopy."""
    from faircopy.cleaners.catalogue import RULES
    from faircopy.did_you_mean import did_you_mean

    if rule is None or any(fnmatchcase(known, rule) for known in RULES):
        return ""
    return f" There is no rule {rule!r}; {did_you_mean(rule, RULES, 'docs/rules.md lists them.')}"


def _checked(stage: str | None) -> str | None:
    from faircopy.cleaners.recipes import STAGE_NAMES
    from faircopy.did_you_mean import unknown_name
    from faircopy.errors import UsageError

    if stage is None or stage in STAGE_NAMES or stage == "hand":
        return stage
    raise UsageError(f"--stage {stage}: {unknown_name('stage', stage, STAGE_NAMES)}")


def _edits(row: Row, wanted: Filter) -> list[LoggedEdit]:
    return [edit for edit in (*(row.edits or ()), *(row.suggestions or ())) if wanted(edit)]


def _counted(rows: Iterable[Row], wanted: Filter) -> Counter[tuple[str, str, str, str]]:
    return Counter((e.before, e.after, e.rule, e.status) for row in rows for e in _edits(row, wanted))


def _print(rows: Iterable[Row], wanted: Filter, distinct: bool) -> None:
    from faircopy.cli.output.records import print_records
    from faircopy.viewer.entries import rarest_first

    if not distinct:
        print_records({"doc_id": row.doc_id, **edit.as_record()} for row in rows for edit in _edits(row, wanted))
        return
    names = ("before", "after", "rule", "status")
    counted = rarest_first(_counted(rows, wanted))
    print_records({"count": count, **dict(zip(names, change, strict=True))} for change, count in counted)


def _show_distinct(rows: Iterable[Row], wanted: Filter, screen: Screen) -> bool:
    from faircopy.viewer.entries import distinct

    counts = _counted(rows, wanted)
    screen.show(distinct(counts, in_full=not screen.is_terminal))
    return bool(counts)


def _show_entries(rows: Iterable[Row], wanted: Filter, screen: Screen) -> bool:
    from rich.text import Text

    from faircopy.viewer.entries import entries, in_text_order

    found = False
    for row in rows:
        edits = list(in_text_order(_edits(row, wanted)))
        if not edits:
            continue
        if screen.is_terminal:
            screen.show(Text.assemble("\n" if found else "", (row.doc_id, "bold")))
        screen.show(entries(row.doc_id, edits, row.text or "", screen.console.width if screen.is_terminal else None))
        found = True
    return found
