"""The versions of a table, and what the commit of each records about its run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from deltalake import DeltaTable

MOST_ITEMS = 8  # of a list whose items are named
# Keys of a commit's metadata; `LINES_COUNTED`: whether its run counted the lines of all documents of that version.
RUN_ID, SUMMARY, RECIPE = "faircopy.run_id", "faircopy.summary", "faircopy.recipe"
LINES_COUNTED = "faircopy.repeats-settled"


@dataclass(frozen=True)
class Version:
    """What one run committed. `recipe` is a short hash of its settings and rules.

    `documents` counts those published at that version, `edits` those applied in the documents that the run cleaned.
    `recipe_changes` describes the differences from the recipe of the run before, one phrase each.
    """

    number: int
    run_id: str
    made_at: datetime
    documents: int
    added: int
    changed: int
    removed: int
    held: int
    edits: int
    recipe: str
    recipe_changes: tuple[str, ...] = ()


def commit_metadata(
    run_id: str, counts: Mapping[str, object], published: int, recipes: bytes, lines_counted: bool
) -> dict[str, str]:
    """What a commit says of its run: the counts of its summary, the documents `published` in all, its recipes (JSON).

    `lines_counted` says that the run counted the repeating lines of all documents of that version.
    """
    return {
        RUN_ID: run_id,
        SUMMARY: orjson.dumps({**counts, "documents": published}).decode(),
        RECIPE: recipes.decode(),
        LINES_COUNTED: "yes" if lines_counted else "no",
    }


def list_versions(delta: DeltaTable) -> list[Version]:
    """The version of every run, oldest first, without those that maintenance made."""
    runs = [commit for commit in reversed(delta.history()) if RUN_ID in commit]
    versions = []
    before: dict[str, Any] = {}
    for commit in runs:
        recipe = orjson.loads(commit[RECIPE])
        versions.append(_version(commit, recipe, before))
        before = recipe
    return versions


def all_lines_counted(delta: DeltaTable) -> bool:
    """Whether the newest run counted the repeating lines of all documents; a limited run counts only its own."""
    newest = next((commit for commit in delta.history() if RUN_ID in commit), {})
    return bool(newest.get(LINES_COUNTED, "yes") == "yes")


def _version(commit: dict[str, Any], recipe: dict[str, Any], before: dict[str, Any]) -> Version:
    from hashlib import sha256

    counts = orjson.loads(commit[SUMMARY])
    return Version(
        number=commit["version"],
        run_id=commit[RUN_ID],
        made_at=datetime.fromtimestamp(commit["timestamp"] / 1000, UTC),
        **{name: counts[name] for name in ("documents", "added", "changed", "removed", "held", "edits")},
        recipe=sha256(commit[RECIPE].encode()).hexdigest()[:8],
        recipe_changes=tuple(_differences(before, recipe)) if before else (),
    )


def _differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The changes from one recipe to the next, as phrases."""
    found = []
    for source in sorted(before.keys() | after.keys()):
        old, new = before.get(source, before[""]), after.get(source, after[""])
        of = f" of {source}" if source else ""
        for key in sorted(old.keys() | new.keys()):
            if old.get(key) != new.get(key):
                change = f"{key}{of}: {_value_change(old.get(key), new.get(key))}"
                found.append("rules, packs or models" if key == "code" else change)
    return list(dict.fromkeys(found))


def _value_change(old: object, new: object) -> str:
    """A change of one value; for lists, the items added and removed."""
    if not isinstance(old, list) or not isinstance(new, list):
        return f"{old!r} -> {new!r}"
    signed = [f"+ {item}" for item in new if item not in old] + [f"- {item}" for item in old if item not in new]
    more = f" and {len(signed) - MOST_ITEMS} more" if len(signed) > MOST_ITEMS else ""
    return (", ".join(signed[:MOST_ITEMS]) or "another order") + more
