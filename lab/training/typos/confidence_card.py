"""The card of the confidence of the `typos` stage: how many proposals are right at each threshold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from faircopy.cleaners.typos.nonword.confidence import Confidence
from faircopy.cleaners.typos.nonword.propose import Proposal
from lab.training.stored_forest import StoredModel

THRESHOLDS = (0.5, 0.75, 0.9, 0.95)
CARD = """\
# Confidence of the typos stage

`{file}`: the probability that a proposal about a word in no list is right. A forest of boosted
trees for each kind of error, over up to {columns} features of a proposal. Format: `cleaners/forest.py`.

- Trees: {kinds}.
- Made on {made} by `make train-confidence DATA=FOLDER` (`lab/training/typos/fit.py`), in one thread, the seed fixed.
- Data (lab/data/README.md): `newsnoise` (news with errors put in), `neuspell_jfleg` (learners), `wikidump_realistic`
  (misspellings of Wikipedia), and `slips`, `slips-news`: other articles and news into which errors are put on purpose
  (`lab/training/typos/noise.py`). {examples:,} proposals. Only numbers are kept here, no words of the texts.
- Half of the texts, by a hash of their first three words, are held back from fitting (of `slips` none). In five folds
  by text the log-odds are calibrated on news (Platt scaling); the forest is then fitted on all that is not held back.
- Not for: other languages than English; texts without running sentences.

Right proposals of all, and right of those with at least such a confidence. A proposal that corrects a true error which
the published text itself has counts as wrong on held-back texts, so the figures for news are a little low.

| texts | kind | source | right | {thresholds} |
|---|---|---|---|{rule}
{rows}
"""


@dataclass(frozen=True)
class Example:
    """A proposal in a sample, and whether its edit is right; `document` is a hash of the text it is in."""

    source: str
    held_back: bool
    document: int
    proposal: Proposal
    right: bool
    around: str


@dataclass(frozen=True)
class Rated:
    """An example with its confidence."""

    example: Example
    confidence: float

    def record(self) -> list[object]:
        """The row that `lab.training.typos.plot` reads."""
        one, proposal = self.example, self.example.proposal
        edit = [proposal.before, proposal.after, one.around, proposal.features]
        return [one.source, one.held_back, proposal.kind, round(self.confidence, 3), one.right, *edit]


def with_confidence(examples: Sequence[Example], confidence: Confidence) -> Iterator[Rated]:
    """The examples kind by kind."""
    for kind in sorted({example.proposal.kind for example in examples}):
        some = [example for example in examples if example.proposal.kind == kind]
        yield from map(Rated, some, confidence.of(kind, [example.proposal.features for example in some]))


def model_card(model: StoredModel, path: Path, rated: Sequence[Rated]) -> str:
    """The card of a model that was written to `path`, in Markdown."""
    forests = model["forests"]
    return CARD.format(
        file=path.name,
        made=model["made"],
        kinds=", ".join(f"{len(forest['trees'])} for `{kind}`" for kind, forest in forests.items()),
        columns=max(len(forest["columns"]) for forest in forests.values()),
        examples=len(rated),
        thresholds=" | ".join(f"≥ {threshold}" for threshold in THRESHOLDS),
        rule="---|" * len(THRESHOLDS),
        rows="\n".join(_rows(rated)),
    )


def _rows(rated: Sequence[Rated]) -> Iterator[str]:
    cells: dict[tuple[str, str, str], list[Rated]] = defaultdict(list)
    for one in rated:
        half = "held back" if one.example.held_back else "fitted"
        cells[half, one.example.proposal.kind, one.example.source].append(one)
    for (half, kind, source), some in sorted(cells.items()):
        shares = [_share([one for one in some if one.confidence >= threshold]) for threshold in THRESHOLDS]
        yield f"| {half} | {kind} | {source} | {_share(some)} | {' | '.join(shares)} |"


def _share(rated: Sequence[Rated]) -> str:
    return f"{sum(one.example.right for one in rated)} of {len(rated)}"
