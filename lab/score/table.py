"""The rows of a scoring as one table in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lab.score.scorer import Figures, Row

HEADER = ("kind", "set", "figures", "seconds")


def table(rows: Sequence[Row], before: Mapping[str, Figures]) -> str:
    """One line per row, columns aligned; with the figures of an earlier scoring, `old → new` where they differ."""
    cells = [HEADER, *((row.kind, row.name, _figures(row, before), f"{row.seconds:.1f}") for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [_line(line, widths) for line in cells]
    rule = "|".join("-" * (width + 2) for width in widths[:-1])
    return "\n".join([lines[0], f"|{rule}|{'-' * (widths[-1] + 1)}:|", *lines[1:]])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    *left, seconds = cells
    padded = [cell.ljust(width) for cell, width in zip(left, widths, strict=False)]
    return f"| {' | '.join(padded)} | {seconds.rjust(widths[-1])} |"


def _figures(row: Row, before: Mapping[str, Figures]) -> str:
    if row.problem:
        return row.problem
    old = before.get(row.name, {})
    return ", ".join(f"{name} {_change(old.get(name), value)}" for name, value in row.figures.items())


def _change(old: float | str | None, new: float | str) -> str:
    return shown(new) if old is None or shown(old) == shown(new) else f"{shown(old)} → {shown(new)}"


def shown(value: float | str) -> str:
    """A figure with four decimals; counts and words as they are."""
    return f"{value:.4f}" if isinstance(value, float) else str(value)
