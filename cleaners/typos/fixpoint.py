"""Finds made again in the mended texts, until they need no more: so that cleaning twice changes nothing more.

A word is judged by what stands around it. When a neighbour is mended, a word that was doubtful
before may be sure now; it is mended in the same run, not in the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from faircopy.cleaners.conflicts import settle
from faircopy.cleaners.edits import APPLIED, Edit, apply
from faircopy.cleaners.edits.compose import Shift
from faircopy.cleaners.options import Options

MOST_ROUNDS = 6

Finder = Callable[[Sequence[str]], Sequence[tuple[Edit, ...]]]


@dataclass(slots=True)
class _Course:
    """A text on its way: what was applied to it so far, what that made of it, and the doubts left there."""

    text: str
    mended: str
    applied: list[Edit] = field(default_factory=list)
    doubts: list[Edit] = field(default_factory=list)

    def mend(self, finds: tuple[Edit, ...], options: Options) -> bool:
        """Apply the finds in the mended text; whether there was anything to apply."""
        more, self.doubts = settle(self.mended, finds, options)
        if more:
            self.applied = rebased(self.text, self.applied, self.mended, more) if self.applied else more
            self.mended = apply(self.text, self.applied)
        return bool(more)

    def edits(self) -> tuple[Edit, ...]:
        """What was applied and the doubts that still stand, as edits of the text as it was."""
        shift, text = Shift(self.applied), self.text
        standing = [replace(doubt, start=shift.backward((doubt.start, doubt.end))[0]) for doubt in self.doubts]
        return (*self.applied, *(d for d in standing if text[d.start : d.end] == d.before and d.status != APPLIED))


def until_settled(texts: Sequence[str], find: Finder, options: Options) -> list[tuple[Edit, ...]]:
    """What `find` finds in each text and in what becomes of it, all as edits of the text as it is."""
    answers = list(find(texts))
    courses = {
        n: _Course(texts[n], texts[n]) for n, finds in enumerate(answers) if any(e.status == APPLIED for e in finds)
    }
    going = {n: course for n, course in courses.items() if course.mend(answers[n], options)}
    mended = dict(going)
    for _ in range(MOST_ROUNDS):
        again = find([course.mended for course in going.values()])
        going = {
            n: course for (n, course), finds in zip(going.items(), again, strict=True) if course.mend(finds, options)
        }
        if not going:
            break
    for n, course in mended.items():
        answers[n] = course.edits()
    return answers


def rebased(text: str, earlier: Sequence[Edit], mended: str, later: Sequence[Edit]) -> list[Edit]:
    """Edits of a text and later ones, made in what the earlier made of it; a later one swallows those it touches."""
    shift = Shift(earlier)
    moved = []
    for edit in later:
        start, end = shift.backward((edit.start, edit.end))
        left, right = shift.forward((start, end))
        after = mended[left : edit.start] + edit.after + mended[edit.end : right]
        moved.append(replace(edit, start=start, before=text[start:end], after=after))
    kept = [old for old in earlier if not any(new.start <= old.start and old.end <= new.end for new in moved)]
    return sorted([*kept, *moved], key=lambda edit: (edit.start, edit.end))
