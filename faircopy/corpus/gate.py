"""The gate before publishing: a run that would remove, hold or alter too much stops and says what it saw."""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.corpus.clean_folder import clean_folder
from faircopy.corpus.outcomes import Outcomes, read_outcomes
from faircopy.corpus.plan.plan import Plan
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import ChunkResult
from faircopy.corpus.summary import GateStop
from faircopy.corpus.table.index import Index, read_index
from faircopy.corpus.table.schema import HELD, PUBLISHED


def check_gate(plan: Plan, results: Sequence[ChunkResult], settings: Settings, yes: bool = False) -> None:
    """Raise `GateStop` when the run would change more than the settings' gate lets through; `yes` opens it."""
    if not yes and (seen := too_much(plan, results, settings)):
        raise GateStop(f"nothing was published: {'; '.join(seen)}. Look at raw/ and the settings; --yes publishes")


def too_much(plan: Plan, results: Sequence[ChunkResult], settings: Settings) -> list[str]:
    """What of the run's changes is more than the settings' gate lets through, a clause each.

    Shares are judged on the whole table, and only from `at_least` documents on, so that one removed
    of three goes through. That nothing at all is left in `raw/` is always too much.
    """
    if not (results or plan.gone):
        return []
    index = read_index(clean_folder(settings).delta(plan.base_version))
    return _what_it_saw(plan, index, read_outcomes(results), settings)


def _what_it_saw(plan: Plan, index: Index, outcomes: Outcomes, settings: Settings) -> list[str]:
    limits = settings.gate
    before = {row.doc_id: row for row in index.values() if row.is_present}
    fresh = {doc_id for doc_id in outcomes if doc_id not in before}
    seen = []

    def judge(what: str, count: int, of: int, share: float) -> None:
        if of and count > share * of and count >= limits.at_least:
            seen.append(f"{what} {count} of {of} documents ({count / of:.0%}, over {share:.0%})")

    if before and len(plan.gone) == len(before) and not plan.read:
        seen.append(f"raw/ ({settings.raw}) holds no document, the table {len(before)}")
    else:
        judge("it would remove", len(plan.gone), len(before), limits.removed)
    held = [o for o in outcomes.values() if o.status == HELD and not _was(before, o.doc_id, HELD)]
    judge("it would hold", len(held), len(before) + len(fresh), limits.held)
    same = [o for o in outcomes.values() if o.doc_id in before and before[o.doc_id].raw_sha256 == o.raw_sha256]
    altered = [o for o in same if o.status == PUBLISHED and before[o.doc_id].clean_sha256 not in (None, o.clean_sha256)]
    unchanged = len(before) - len(plan.gone) - (len(outcomes) - len(fresh) - len(same))
    judge("it would alter, though their raw bytes are the same,", len(altered), unchanged, limits.altered)
    return seen


def _was(before: Index, doc_id: str, status: str) -> bool:
    return doc_id in before and before[doc_id].status == status
