"""Several passes of one stage over a text, folded into edits of the text the stage was given.

One correction may make another possible: a corrected neighbour gives a word the context that it lacked.
The runner therefore runs a stage again on its own output until it proposes nothing new. The log has one
pass per stage, so the passes are folded into one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from faircopy.cleaners.edits import Edit, apply
from faircopy.cleaners.edits.compose import Hunk, Shift, fold


@dataclass(slots=True)
class Passes:
    """A text on its way through one stage.

    `text` is the stage's input, `current` the output of the passes so far. `applied` has the edits of
    each pass that changed something, in coordinates of that pass's input. `suggested` are the suggestions
    of the latest pass, in coordinates of its input.
    """

    text: str
    current: str = ""
    applied: list[list[Edit]] = field(default_factory=list)
    suggested: list[Edit] = field(default_factory=list)
    _earlier: int = 0  # how many of `applied` came before the suggestions

    def __post_init__(self) -> None:
        self.current = self.text

    def add(self, applied: list[Edit], suggested: list[Edit]) -> None:
        """Add the edits and suggestions of a pass over `current`."""
        self.suggested, self._earlier = suggested, len(self.applied)
        if applied:
            self.current = apply(self.current, applied)
            self.applied.append(applied)

    def edits(self) -> list[Edit]:
        """The applied edits of all passes as edits of `text`, disjoint and in text order."""
        if len(self.applied) < 2:
            return self.applied[0] if self.applied else []
        return [edit for hunk in fold(self.applied) for edit in self._edits_of(hunk)]

    def suggestions(self) -> list[Edit]:
        """The latest suggestions as edits of `text`, without those whose words an earlier pass changed."""
        suggested = self.suggested
        for earlier in reversed(self.applied[: self._earlier]):
            shift = Shift(earlier)
            suggested = [replace(e, start=shift.backward((e.start, e.end))[0]) for e in suggested]
        return [e for e in suggested if not self._earlier or self.text[e.start : e.end] == e.before]

    def _edits_of(self, hunk: Hunk) -> Iterator[Edit]:
        """The edits of a hunk: its own where one pass made them all, else one with the last edit's rule and reason."""
        members = [self.applied[number][place] for number, place in hunk.edits]
        if hunk.edits[0][0] == hunk.edits[-1][0]:
            moved = hunk.raw_start - members[0].start
            yield from (replace(edit, start=edit.start + moved) if moved else edit for edit in members)
            return
        before, after = self.text[hunk.raw_start : hunk.raw_end], self.current[hunk.clean_start : hunk.clean_end]
        if before != after:
            yield replace(members[-1], start=hunk.raw_start, before=before, after=after)
