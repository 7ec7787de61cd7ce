"""A document before and after: its two texts, their differences and a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from faircopy.viewer.differences import Difference, between_versions, of_copy
from faircopy.viewer.line_ends import windows_line_ends, without_windows_line_ends
from faircopy.viewer.marked_text import MarkedLine, Marks, marked_lines
from faircopy.viewer.outcome import by_stage
from faircopy.viewer.unified import unified

if TYPE_CHECKING:
    from faircopy.cleaners.edits import FairCopy
    from faircopy.corpus.table.row import Row


@dataclass(frozen=True, slots=True)
class Comparison:
    """`old` became `new`; either is None if there was no text. `note` says what differences cannot show."""

    name: str
    old: str | None
    new: str | None
    differences: tuple[Difference, ...] = ()
    note: str = ""


def with_raw(row: Row) -> Comparison:
    """Compare a clean text with its raw text."""
    if row.text is None:
        return Comparison(row.doc_id, None, None, note=_absence(row))
    return of_fair_copy(row.fair_copy(), "held, an older text is still published" if row.stale else "")


def of_fair_copy(copy: FairCopy, note: str = "") -> Comparison:
    """Compare the clean text of a fair copy with its raw text."""
    return Comparison(copy.id, copy.raw, copy.text, tuple(of_copy(copy)), note)


def with_other_version(old: Row | None, new: Row | None) -> Comparison:
    """Compare a document's clean texts in two versions."""
    row = new or old
    assert row is not None
    if old is not None and new is not None and old.text is not None and new.text is not None:
        note = _absence(new) if new.status == "removed" else ""
        differences = () if note else tuple(between_versions(old.fair_copy(), new.fair_copy()))
        return Comparison(row.doc_id, old.text, None if note else new.text, differences, note)
    note = "added" if new is not None and new.text is not None else _absence(new) if new is not None else "removed"
    return Comparison(row.doc_id, old.text if old else None, new.text if new else None, note=note)


def heading(comparison: Comparison) -> Text:
    """The document's name, and the number of changes by stage."""
    rules = Counter(cause.rule.partition("/")[0] for found in comparison.differences for cause in found.causes)
    facts = [part for part in (comparison.note, by_stage(rules), _line_ends(comparison)) if part]
    return Text.assemble((comparison.name, "bold"), ("  " + "; ".join(facts) if facts else "", "dim"))


def lines(comparison: Comparison, marks: Marks) -> Iterator[MarkedLine]:
    """The changed lines, with their marks. Replaced Windows line ends are only counted, in the heading."""
    if comparison.old is not None and comparison.new is not None:
        old, differences = without_windows_line_ends(comparison.old, comparison.differences)
        yield from marked_lines(old, comparison.new, differences, marks)


def as_unified(comparison: Comparison, old_side: str, new_side: str) -> Iterator[RenderableType]:
    """The comparison as a unified diff, with /dev/null for a missing text."""
    old_name = "/dev/null" if comparison.old is None else f"{old_side}/{comparison.name}"
    new_name = "/dev/null" if comparison.new is None else f"{new_side}/{comparison.name}"
    yield from unified(comparison.old or "", comparison.new or "", old_name, new_name)


def that_differ(comparisons: Iterable[Comparison]) -> Iterator[Comparison]:
    """The comparisons that have something to show."""
    return (found for found in comparisons if found.differences or found.note)


def _line_ends(comparison: Comparison) -> str:
    found = windows_line_ends(comparison.old or "", comparison.differences)
    return f"{len(found)} Windows line end{'s' * (len(found) != 1)} replaced" if found else ""


def _absence(row: Row) -> str:
    if row.status == "removed":
        return "removed"
    return f"held back: {row.held_reason}"
