"""`faircopy diff`: show the words removed and added, with the rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from faircopy.cli.framework.parameters import AnyDocument, CleanInput, Config

if TYPE_CHECKING:
    from faircopy.corpus.table.reader import Table
    from faircopy.viewer.comparison import Comparison

EXAMPLES = (
    "faircopy diff",
    "faircopy diff harbour-herald/regatta.txt",
    "faircopy diff --from 1 --to 2",
    "faircopy diff harbour-herald/regatta.txt --unified > regatta.patch",
)
DOCUMENTS_AT_ONCE = 100


def diff(
    doc: AnyDocument = None,
    from_version: Annotated[
        int | None, typer.Option("--from", metavar="V", help="The old version. Unset: the raw text.")
    ] = None,
    to_version: Annotated[
        int | None, typer.Option("--to", metavar="V", help="The new version. Unset: the newest.")
    ] = None,
    unified: Annotated[bool, typer.Option("--unified", help="Print a unified diff, for `patch` and editors.")] = False,
    clean: CleanInput = None,
    config: Config = None,
) -> None:
    """Show the words removed and added, each with its rule.

    Removed words are red and struck through, added words green; without colours they are put in [-brackets-] and
    {+braces+}. Changed white space is shown as · (space), ↵ (line end) and ⍽ (no-break space).
    """
    import sys

    from faircopy.cli.framework.selection import check_version, table_at
    from faircopy.cli.output.screen import paged
    from faircopy.viewer.comparison import as_unified, heading, lines, that_differ

    table = table_at(clean, config)
    for version in (from_version, to_version):
        check_version(table, version)
    doc_id = None if doc is None else table.resolve(doc, endings=sys.stdin.isatty())
    found = that_differ(_comparisons(table, doc_id, from_version, to_version))
    with paged() as screen:
        count = 0
        for count, comparison in enumerate(found, 1):
            if unified:
                for line in as_unified(comparison, "raw" if from_version is None else f"v{from_version}", "clean"):
                    screen.show(line)
                continue
            if count > 1:
                screen.show()
            screen.show(heading(comparison))
            screen.lines(lines(comparison, screen.marks))
        if not count:
            screen.say("No differences.")


def _comparisons(table: Table, doc_id: str | None, old: int | None, new: int | None) -> Iterator[Comparison]:
    from faircopy.cli.framework.selection import rows_in_order
    from faircopy.viewer.comparison import with_other_version, with_raw

    ids = None if doc_id is None else [doc_id]
    if old is None:
        for row in rows_in_order(table, new, ids):
            yield with_raw(row)
        return
    differing = iter(_differing(table, ids, old, new))
    while some := list(islice(differing, DOCUMENTS_AT_ONCE)):
        before = {row.doc_id: row for row in table.rows(old, some)}
        after = {row.doc_id: row for row in table.rows(new, some)}
        for name in some:
            yield with_other_version(before.get(name), after.get(name))


def _differing(table: Table, ids: list[str] | None, old: int, new: int | None) -> list[str]:
    """The ids of the documents whose clean text or status differs between the versions."""
    columns = ["doc_id", "status", "clean_sha256"]
    before = {row.doc_id: (row.status, row.clean_sha256) for row in table.rows(old, ids, columns)}
    after = {row.doc_id: (row.status, row.clean_sha256) for row in table.rows(new, ids, columns)}
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
