"""Runs of short lines between two paragraphs are removed or kept as a whole: half a list is worse than all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from faircopy.cleaners.boilerplate.kinds import RELATED_LINKS
from faircopy.cleaners.boilerplate.line_types import KEPT, LIST_ITEM
from faircopy.cleaners.boilerplate.lines.reasons import phrase_kind
from faircopy.cleaners.boilerplate.lines.rules import FOLLOWS_CONFIDENCE
from faircopy.cleaners.boilerplate.lines.scoring import Candidates
from faircopy.cleaners.boilerplate.short_line_runs import runs
from faircopy.cleaners.boilerplate.text_lines import Proposal, TextLines

OF_ARTICLE = KEPT | {LIST_ITEM}
MOST_LINES = 10  # of a run that is a list of the article rather than part of a page
IN_TABLES = frozenset(("", "date", "clock"))  # kinds of phrases that tables and recipes often hold; "": no phrase


def below_headings(text: TextLines, candidates: Candidates, types: Mapping[int, str]) -> Iterator[Proposal]:
    """Propose all lines of a run right below a heading of links, if most of them are candidates of the model."""
    headings = {number for number, marker in text.marked if marker.kind is RELATED_LINKS and marker.opens}
    for run in runs(text) if headings else ():
        proposed = sum(number in candidates for number in run)
        if run.start - 1 in headings and 1 < len(run) < 2 * proposed and OF_ARTICLE.isdisjoint(map(types.get, run)):
            reason = f"in a list right below “{text.lines[run.start - 1]}”"
            yield from (Proposal(number, RELATED_LINKS, reason, FOLLOWS_CONFIDENCE) for number in run)


def minorities_of_runs(text: TextLines, candidates: Candidates, decided: Set[int]) -> Iterator[int]:
    """Candidates to keep, because the model would remove less than half of the run that holds them.

    Lines named by a phrase do not count, nor do those `decided` by a rule or a type.
    """
    named = {number for number, (candidate, _) in candidates.items() if phrase_kind(candidate.code) not in IN_TABLES}
    others = named | decided
    above_threshold = {number for number, (_, above) in candidates.items() if above} - others
    for run in runs(text) if above_threshold else ():
        undecided = set(run) - others
        removed = undecided & above_threshold
        if len(run) <= MOST_LINES and 2 * len(removed) < len(undecided):
            yield from removed
