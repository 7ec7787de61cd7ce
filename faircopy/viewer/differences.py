"""Where two texts differ and which rules are the cause. Every view of a change starts from this."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from faircopy.cleaners.edits import FairCopy

WORD_OR_GAP = re.compile(r"\w+|\s+|[^\w\s]")
TOO_MANY_PAIRS = 4_000_000  # comparing tokens is quadratic at worst: a larger block is shown as replaced


@dataclass(frozen=True, slots=True)
class Cause:
    """A rule that changed the old text from `start` to `end` (code points). `blank`: it changed only white space."""

    rule: str
    start: int
    end: int
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """`old[old_start:old_end]` became `new[new_start:new_end]`. Differences are disjoint and in text order."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    causes: tuple[Cause, ...] = ()


def of_copy(copy: FairCopy) -> list[Difference]:
    """The differences between raw and clean text, each with the rules that caused it."""
    out = []
    for hunk in copy.hunks:
        if hunk.raw_start == hunk.raw_end and hunk.clean_start == hunk.clean_end:
            continue  # a change and its reversal
        edits = [copy.stages[stage][number] for stage, number in hunk.edits]
        causes = tuple(Cause(e.rule, e.raw_start, e.raw_end, not (e.before + e.after).strip()) for e in edits)
        out.append(Difference(hunk.raw_start, hunk.raw_end, hunk.clean_start, hunk.clean_end, causes))
    return out


def between(old: str, new: str) -> list[Difference]:
    """The differences between two texts without a change log: by line, then by word."""
    return list(_in_blocks(old.splitlines(keepends=True), new.splitlines(keepends=True)))


def between_versions(old: FairCopy, new: FairCopy) -> list[Difference]:
    """The differences between two versions of a clean text, with the rules whose edits are in only one of them."""
    kept = {edit.id for edit in old.edits} & {edit.id for edit in new.edits}
    old_only, new_only = (
        [(e.rule, e.clean_start, e.clean_end) for e in copy.edits if e.id not in kept and e.clean_start is not None]
        for copy in (old, new)
    )
    out = []
    for found in between(old.text, new.text):
        rules = [r for r, start, end in old_only if start <= found.old_end and found.old_start <= (end or 0)]
        rules += [r for r, start, end in new_only if start <= found.new_end and found.new_start <= (end or 0)]
        causes = tuple(Cause(rule, found.old_start, found.old_end) for rule in dict.fromkeys(rules))
        out.append(Difference(found.old_start, found.old_end, found.new_start, found.new_end, causes))
    return out


def _in_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    old_at, new_at = _offsets(old), _offsets(new)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            yield from _in_words("".join(old[a:b]), "".join(new[c:d]), old_at[a], new_at[c])
        elif tag != "equal":
            yield Difference(old_at[a], old_at[b], new_at[c], new_at[d])


def _in_words(old: str, new: str, old_base: int, new_base: int) -> Iterator[Difference]:
    old_words, new_words = WORD_OR_GAP.findall(old), WORD_OR_GAP.findall(new)
    if len(old_words) * len(new_words) > TOO_MANY_PAIRS:
        yield Difference(old_base, old_base + len(old), new_base, new_base + len(new))
        return
    old_at, new_at = _offsets(old_words), _offsets(new_words)
    for tag, a, b, c, d in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Difference(old_base + old_at[a], old_base + old_at[b], new_base + new_at[c], new_base + new_at[d])


def _offsets(parts: Iterable[str]) -> list[int]:
    """The start of each part, and the end of the last."""
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets
