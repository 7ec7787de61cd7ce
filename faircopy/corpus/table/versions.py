"""The runs that a table remembers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from deltalake import DeltaTable
MOST = 8  # items of a list that are named
# Said by a commit: whether its run counted the repeating lines of all documents as they stand in that version.
REPEATS_SETTLED = "faircopy.repeats-settled"


@dataclass(frozen=True)
class Version:
    """What one run committed. `recipe` is a short hash of the settings and rules it cleaned under.

    `documents` are those published at that version, `edits` those applied in the documents that the
    run cleaned, `recipe_changes` what differs from the run before, one sentence each.
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


def list_versions(delta: DeltaTable) -> list[Version]:
    """Every run's version, oldest first; versions that maintenance made are left out."""
    runs = [commit for commit in reversed(delta.history()) if "faircopy.run_id" in commit]
    versions = []
    before: dict[str, Any] = {}
    for commit in runs:
        recipe = orjson.loads(commit["faircopy.recipe"])
        versions.append(_version(commit, recipe, before))
        before = recipe
    return versions


def repeats_settled(delta: DeltaTable) -> bool:
    """Whether the newest run saw to the lines that repeat, of all documents: a limited run sees to its own only."""
    newest = next((commit for commit in delta.history() if "faircopy.run_id" in commit), {})
    return bool(newest.get(REPEATS_SETTLED, "yes") == "yes")


def _version(commit: dict[str, Any], recipe: dict[str, Any], before: dict[str, Any]) -> Version:
    from hashlib import sha256

    counts = orjson.loads(commit["faircopy.summary"])
    return Version(
        number=commit["version"],
        run_id=commit["faircopy.run_id"],
        made_at=datetime.fromtimestamp(commit["timestamp"] / 1000, UTC),
        **{name: counts[name] for name in ("documents", "added", "changed", "removed", "held", "edits")},
        recipe=sha256(commit["faircopy.recipe"].encode()).hexdigest()[:8],
        recipe_changes=tuple(_differences(before, recipe)) if before else (),
    )


def _differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What changed from one recipe to the next, in words."""
    found = []
    for source in sorted(before.keys() | after.keys()):
        old, new = before.get(source, before[""]), after.get(source, after[""])
        of = f" of {source}" if source else ""
        for key in sorted(old.keys() | new.keys()):
            if old.get(key) != new.get(key):
                found.append("rules or tables" if key == "code" else f"{key}{of}: {_turn(old.get(key), new.get(key))}")
    return list(dict.fromkeys(found))


def _turn(old: object, new: object) -> str:
    """From what to what; of lists, what came and went."""
    if not isinstance(old, list) or not isinstance(new, list):
        return f"{old!r} -> {new!r}"
    signed = [f"+ {item}" for item in new if item not in old] + [f"- {item}" for item in old if item not in new]
    more = f" and {len(signed) - MOST} more" if len(signed) > MOST else ""
    return (", ".join(signed[:MOST]) or "another order") + more
