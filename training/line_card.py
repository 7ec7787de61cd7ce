"""What there is to say about a table of lines: its card, and the curve of what each threshold gains and costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from cleaners.boilerplate import line_model
from training.held_out import HeldOut, run_stage
from training.lines import Figures, score

if TYPE_CHECKING:
    from training.boilerplate_lines import Data

CARD = """\
# Boilerplate lines of plain text

`boilerplate_lines.json`: {trees} boosted trees over {columns} columns of a line and its surroundings, and the
weights of {weights} words and pairs of words; {size:,} bytes. Made on {today} by
`python -m training.boilerplate_lines FOLDER`, seeds fixed. `boilerplate_lines.phrases.csv`: the marker phrases,
written by hand; they are columns of the table and are named in its reasons.

Data: {documents} documents of {sites} sites, plain text lines with gold, from four public benchmarks of article
extraction (three of news; one of mixed articles whose gold was drafted by a model, where a line counts {noisy} of
another). None of it is in this repository.

Figures for sites not seen: five tables, each trained without a fifth of the sites and run on them, with the rules,
as the stage runs. The shipped table was then trained on all sites. Columns: line F1, precision, recall, article
words lost, documents that lost over 5%, documents that a second pass changed, documents held.

| file | F1 | precision | recall | lost | over 5% | again | held |
|---|---|---|---|---|---|---|---|
{rows}
"""
WIDTH, HEIGHT, MARGIN = 640, 400, 60
SCALES = (0.5, 0.75, 1.0, 1.25, 1.6, 2.2)  # of every threshold of the stage


def model_card(data: Data, table: Mapping[str, Any], size: int, figures: Mapping[str, tuple[Figures, HeldOut]]) -> str:
    """The card, in Markdown."""
    rows = [
        f"| {name} | {f.f1:.3f} | {f.precision:.3f} | {f.recall:.3f} | {f.loss:.2%} | {f.documents_losing:.1%} "
        f"| {result.changed_again} | {len(result.held)} |"
        for name, (f, result) in figures.items()
    ]
    parts = [part.lines for part in data.parts.values()]
    return CARD.format(
        trees=len(table["trees"]),
        columns=len(table["columns"]),
        weights=f"{len(table['weights']):,}",
        size=size,
        today=date.today().isoformat(),
        documents=sum(len(lines.texts) for lines in parts),
        sites=len({site for lines in parts for site in lines.sites}),
        noisy=min(part.weight for part in data.parts.values()),
        rows="\n".join(rows),
    )


def sweep(data: Data, tables: Sequence[Mapping[str, object]], names: Sequence[str]) -> list[tuple[float, float]]:
    """(content loss, line F1), means over the files, with all thresholds of the stage lowered or raised together."""
    usual = line_model.THRESHOLDS
    points = []
    for scale in SCALES:
        line_model.THRESHOLDS = tuple((most, min(chance * scale, 0.99)) for most, chance in usual)  # type: ignore[assignment]
        found = [score(data.files[name], run_stage(data.files[name], tables).gone) for name in names]
        points.append((float(np.mean([f.loss for f in found])), float(np.mean([f.f1 for f in found]))))
    line_model.THRESHOLDS = usual
    return sorted(points)


def plot(points: Sequence[tuple[float, float]]) -> str:
    """The curve as SVG."""
    most = max(max(loss for loss, _ in points) * 1.1, 0.004)
    low, high = 0.7, 1.0

    def place(loss: float, f1: float) -> tuple[float, float]:
        x = MARGIN + (WIDTH - 2 * MARGIN) * loss / most
        return x, HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (f1 - low) / (high - low)

    def text(x: float, y: float, words: str, anchor: str = "middle") -> str:
        return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{words}</text>'

    curve = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in points))
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in (place(*point) for point in points)]
    left, bottom = place(0, low)
    right, top = place(most, high)
    marks = [text(left - 8, place(0, f1)[1] + 4, f"{f1:.2f}", "end") for f1 in (0.7, 0.8, 0.9, 1.0)]
    marks += [text(place(loss, low)[0], bottom + 18, f"{loss:.1%}") for loss in np.linspace(0, most, 5)]
    goal_x, goal_y = place(0.003, 0.9)
    view = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {view}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<g fill="none" stroke="black"><path d="M{left:.0f} {top:.0f}V{bottom:.0f}H{right:.0f}"/>',
        f'<path d="M{left:.0f} {goal_y:.0f}H{goal_x:.0f}V{top:.0f}" stroke-dasharray="4"/>',
        f'<polyline points="{curve}" stroke="#06c" stroke-width="2"/></g>',
        *dots,
        *marks,
        text(WIDTH / 2, HEIGHT - 16, "article words lost"),
        text(MARGIN, MARGIN - 16, "line F1 on sites not seen; dashed: the goal", "start"),
    ]
    return "\n".join(lines) + "\n</svg>\n"
