"""Runs of short lines between two paragraphs go or stay as a whole: half a list is worse than all of it or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from faircopy.cleaners.boilerplate.kinds import RELATED_LINKS
from faircopy.cleaners.boilerplate.line_types import KEPT
from faircopy.cleaners.boilerplate.lines.reasons import phrase_kind
from faircopy.cleaners.boilerplate.lines.rules import FOLLOWS_CONFIDENCE
from faircopy.cleaners.boilerplate.lines.scoring import Doubt
from faircopy.cleaners.boilerplate.short_line_runs import runs
from faircopy.cleaners.boilerplate.text_lines import Text, Verdict

STAY = KEPT | {"list item"}
MOST_LINES = 10  # of a run that is a list of the article rather than part of a page
UNTELLING = frozenset(("", "date", "clock"))  # kinds of phrases: months and minutes stand in tables and recipes too
Doubts = Mapping[int, tuple[Doubt, bool]]


def below_headings(text: Text, doubts: Doubts, types: Mapping[int, str]) -> Iterator[Verdict]:
    """All lines of a run right below a heading of links, where the table doubts most of them."""
    headings = {number for number, marker in text.marked if marker.kind is RELATED_LINKS and marker.opens}
    for run in runs(text) if headings else ():
        doubted = sum(number in doubts for number in run)
        if run.start - 1 in headings and 1 < len(run) < 2 * doubted and STAY.isdisjoint(map(types.get, run)):
            reason = f"stands with others right below “{text.lines[run.start - 1]}”"
            yield from (Verdict(number, RELATED_LINKS, reason, FOLLOWS_CONFIDENCE) for number in run)


def fewer_of_runs(text: Text, doubts: Doubts, settled: Set[int]) -> Iterator[int]:
    """Lines that the table would take out of a run while most of its lines stay.

    Those that a phrase names do not count, nor those that are `settled` by a rule or a type.
    """
    named = {number for number, (doubt, _) in doubts.items() if phrase_kind(doubt.code) not in UNTELLING}
    going = {number for number, (_, sure) in doubts.items() if sure} - named - settled
    for run in runs(text) if going else ():
        asked = set(run) - named - settled
        gone = asked & going
        if len(run) <= MOST_LINES and 2 * len(gone) < len(asked):
            yield from gone
