"""Run every typo rule over a batch of texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.typos.nonword.propose import propose, score
from faircopy.cleaners.typos.rule_api import TokenizedText, registered_detectors
from faircopy.cleaners.typos.speller import Speller

DETECTORS = registered_detectors()


def detect_typos(texts: Sequence[str], speller: Speller, accepted: Collection[str]) -> list[tuple[Edit, ...]]:
    """The proposed edits of each text; words in `accepted` are never corrected."""
    docs = speller.token_cache.read(texts, accepted)
    by_rules = [list(_run_rules(doc)) for doc in docs]
    proposals = [list(propose(doc, speller)) if doc.unlisted else [] for doc in docs]
    # The proposals of all texts are scored at once: calls to the model cost more than its arithmetic.
    by_model = score(proposals, speller.confidence)
    return [_merge(ruled, scored) for ruled, scored in zip(by_rules, by_model, strict=True)]


def _run_rules(doc: TokenizedText) -> Iterator[Edit]:
    """The edits of the rules that a text triggers."""
    for detector in DETECTORS:
        if doc.all_marks & detector.bits:
            yield from detector.find(doc)


def _merge(by_rules: list[Edit], by_model: list[Edit]) -> tuple[Edit, ...]:
    """All edits of a text; where a rule has one for a word, the model's are dropped."""
    answered = {(edit.start, edit.before) for edit in by_rules}
    return (*by_rules, *(edit for edit in by_model if (edit.start, edit.before) not in answered))
