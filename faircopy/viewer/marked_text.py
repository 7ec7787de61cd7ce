"""A text with its changes marked in place: removed words, added words, and the rule behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.text import Text

from faircopy.viewer.differences import Difference
from faircopy.viewer.pieces import Piece, changed_lines
from faircopy.viewer.visible import printable, with_signs
from faircopy.viewer.widening import widen

Marks = Literal["colours", "signs"]

STYLES = {"same": "", "removed": "red strike", "added": "green", "rule": "dim"}
SIGNS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}", "rule": "‹{}›"}
# Unchanged text up to WHOLE code points is shown in full; of longer text, only CONTEXT code points next to a change.
WHOLE, CONTEXT = 500, 160
WHOLE_OF_BLANK, CONTEXT_OF_BLANK = 80, 40  # if only white space changed
CLOSE = 16  # code points: of two changes by one rule this close, only the second names it


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A changed line. `number` is its number in the new text, None for a removed line."""

    number: int | None
    text: Text


def marked_lines(old: str, new: str, differences: Sequence[Difference], marks: Marks) -> Iterator[MarkedLine]:
    """The changed lines of the new text and the removed lines, in order."""
    for number, pieces in changed_lines(old, new, widen(old, new, differences)):
        yield MarkedLine(number, render(_shortened(_without_repeats(pieces)), marks))


def render(pieces: Iterable[Piece], marks: Marks) -> Text:
    """Join pieces into one text, marked by colours or by signs."""
    text = Text()
    for piece in pieces:
        shown = with_signs(piece.text) if piece.kind in ("removed", "added") else printable(piece.text)
        sign = SIGNS[piece.kind] if marks == "signs" or piece.kind == "rule" else "{}"
        text.append(sign.format(shown), STYLES[piece.kind])
    return text


def _without_repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """Of several changes by one rule close together, only the last names the rule."""
    out: list[Piece] = []
    last_rule: int | None = None
    apart = 0
    for piece in pieces:
        if piece.kind == "rule":
            if last_rule is not None and out[last_rule] == piece and apart <= CLOSE:
                del out[last_rule]
            last_rule, apart = len(out), 0
        elif piece.kind == "same":
            apart += len(piece.text)
        out.append(piece)
    return out


def _shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Cut the unchanged text of a long paragraph down to what is next to its changes."""
    blank = all(not piece.text.strip() for piece in pieces if piece.kind in ("removed", "added"))
    whole, context = (WHOLE_OF_BLANK, CONTEXT_OF_BLANK) if blank else (WHOLE, CONTEXT)
    for n, piece in enumerate(pieces):
        if piece.kind != "same" or len(piece.text) <= whole:
            yield piece
            continue
        head = piece.text[:context].rpartition(" ")[0] + " …" if n else "…"
        tail = piece.text[-context:].partition(" ")[2] if n + 1 < len(pieces) else ""
        yield Piece("same", f"{head} {tail}" if tail else head)
