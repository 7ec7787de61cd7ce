"""The gate before publishing: whether a run would remove, hold or alter suspiciously many documents."""

from __future__ import annotations

from faircopy.corpus.outcomes import Outcomes
from faircopy.corpus.plan.plan import Plan
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.table.index import Index
from faircopy.corpus.table.schema import HELD, PUBLISHED


def exceeded_limits(plan: Plan, index: Index, outcomes: Outcomes, settings: Settings) -> list[str]:
    """Each limit of the settings' gate that the run exceeds, as a clause of a sentence.

    Shares refer to the whole table `index`, and count only from `at_least` documents on, so that removing one
    document of three passes. A `raw/` without any document always exceeds the limits.
    """
    limits = settings.gate
    before = {row.doc_id: row for row in index.values() if row.is_present}
    fresh = {doc_id for doc_id in outcomes if doc_id not in before}
    seen = []

    def judge(what: str, count: int, of: int, share: float) -> None:
        if of and count > share * of and count >= limits.at_least:
            seen.append(f"{what} {count} of {of} documents ({count / of:.0%}, over {share:.0%})")

    if before and len(plan.gone) == len(before) and not plan.read:
        seen.append(f"raw/ ({settings.raw}) contains no document, the table {len(before)}")
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
