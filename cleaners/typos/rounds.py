"""Finds made again in the mended text, until it needs no more: so that cleaning twice changes nothing more.

A word is judged by what stands around it. When a neighbour is mended, a word that was doubtful
before may be sure now; it is mended in the same run, not in the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cleaners.edits import APPLIED, Edit, apply
from cleaners.edits.compose import Shift
from cleaners.options import Options
from cleaners.settle import settle

MOST_ROUNDS = 6

Finder = Callable[[str], Iterable[Edit]]


def until_settled(text: str, find: Finder, options: Options) -> tuple[Edit, ...]:
    """What `find` finds in a text and in what becomes of it, all as edits of the text as it is."""
    finds = tuple(find(text))
    if all(edit.status != APPLIED for edit in finds):
        return finds
    applied, doubts = settle(text, finds, options)
    if not applied:
        return finds
    mended = apply(text, applied)
    for _ in range(MOST_ROUNDS):
        more, doubts = settle(mended, tuple(find(mended)), options)
        if not more:
            break
        applied = rebased(text, applied, mended, more)
        mended = apply(text, applied)
    shift = Shift(applied)
    standing = [replace(doubt, start=shift.backward((doubt.start, doubt.end))[0]) for doubt in doubts]
    return (*applied, *(d for d in standing if text[d.start : d.end] == d.before and d.status != APPLIED))


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
