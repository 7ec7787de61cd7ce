"""The documents that differ between two versions, for tools that read `clean/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from faircopy.corpus.table.reader import Table
from faircopy.corpus.table.row import Row
from faircopy.corpus.table.schema import HELD, PUBLISHED, REMOVED

COMPARED = ("status", "clean_sha256", "run_id")


@dataclass(frozen=True)
class Change:
    """A document that changed. `kind` is added, text, edits-only, held or removed."""

    id: str
    kind: str
    old_sha256: str | None
    new_sha256: str | None

    def as_record(self) -> dict[str, object]:
        """The change as `faircopy changed --json` prints it."""
        return {"id": self.id, "kind": self.kind, "old_sha256": self.old_sha256, "new_sha256": self.new_sha256}


def changed_since(table: Table, version: int, until: int | None = None) -> list[Change]:
    """The documents that differ between two versions (`until`: the newest), in order of id."""
    before = {row.doc_id: row for row in table.rows(version, columns=COMPARED)}
    after = {row.doc_id: row for row in table.rows(until, columns=COMPARED)}
    pairs = {name: (before.get(name), row) for name, row in after.items()}
    kinds = {name: kind for name, (old, new) in pairs.items() if (kind := _kind(old, new))}
    unclear = [name for name, kind in kinds.items() if kind == "?"]
    then, now = _edits(table, version, unclear), _edits(table, until, unclear)
    for name in unclear:
        if then[name] == now[name]:
            del kinds[name]
        else:
            kinds[name] = "edits-only"
    return [_change(name, kinds[name], *pairs[name]) for name in sorted(kinds)]


def _kind(old: Row | None, new: Row) -> str:
    """What happened to a document: a kind, `?` where its edits have to be compared, or nothing."""
    if old is not None and old.run_id == new.run_id:
        return ""
    was = old.status if old is not None else REMOVED
    if new.status != PUBLISHED:
        return new.status if new.status != was else ""
    if old is None or was == REMOVED or old.clean_sha256 is None:
        return "added"
    if old.clean_sha256 != new.clean_sha256:
        return "text"
    return "edits-only" if was == HELD else "?"


def _edits(table: Table, version: int | None, names: Iterable[str]) -> dict[str, tuple[object, object]]:
    wanted = list(names)
    if not wanted:
        return {}
    rows = table.rows(version, wanted, ("edits", "suggestions"))
    return {row.doc_id: (row.edits, row.suggestions) for row in rows}


def _change(name: str, kind: str, old: Row | None, new: Row) -> Change:
    return Change(name, kind, old.clean_sha256 if old else None, None if kind == REMOVED else new.clean_sha256)
