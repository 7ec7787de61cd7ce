"""What there is to say about a table of lines: its card, and the curve of what each threshold gains and costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from faircopy.cleaners.boilerplate.lines import model as line_model
from faircopy.cleaners.boilerplate.lines.model_format import read_words
from lab.training.boilerplate.held_out import HeldOut, run_stage
from lab.training.boilerplate.line_data import LINE_FOLDS, Lines, score

if TYPE_CHECKING:
    from lab.training.boilerplate.lines import Data

CARD = """\
# Boilerplate lines of plain text

`boilerplate_lines.json`: {trees} boosted trees over {columns} columns of a line and its surroundings, and the
weights of {words} words and pairs of words; {size:,} bytes. Made on {today} by
`python -m lab.training.boilerplate.lines FOLDER`, seeds fixed. `boilerplate/phrases.csv`: the marker phrases,
written by hand; they are columns of the table and are named in its reasons.

Data: {documents} documents of {sites} sites, plain text lines with gold, from four public benchmarks of article
extraction (three of news; one of mixed articles whose gold was drafted by a model, where a line counts {noisy} of
another). Of the news, also the whole pages, texts cleaned by gold, and copies of the pages with part of what stands
around and in the article, as a sloppy scrape leaves it; a copy is trained on where its site is. None of it is in this
repository.

Figures for sites not seen: {folds} tables, each trained without the sites of one fold (a site's fold is a function of
its name) and run on them, with the rules, as the stage runs. The shipped table was then trained on all sites. Ten
folds, for each table then sees nearly as many sites as the shipped one. Columns: line F1,
precision, recall, article words lost, documents that lost over 5%, headlines lost (they count neither way in the
others), documents that a second pass changed, documents held.

| file | F1 | precision | recall | lost | over 5% | headlines | again | held |
|---|---|---|---|---|---|---|---|---|
{rows}
"""
WIDTH, HEIGHT, MARGIN = 640, 400, 60
SCALES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)  # of the odds that the stage asks for


def model_card(data: Data, table: Mapping[str, Any], size: int, results: Mapping[str, HeldOut]) -> str:
    """The card, in Markdown."""
    files = [lines for name, lines in data.files.items() if name.startswith("cling")]
    return CARD.format(
        trees=len(table["trees"]),
        columns=len(table["columns"]),
        words=len(read_words(table["words"])),
        size=size,
        today=date.today().isoformat(),
        documents=sum(len(lines.texts) for lines in files),
        sites=len({site for lines in files for site in lines.sites}),
        noisy=data.noisy,
        folds=LINE_FOLDS,
        rows="\n".join(_row(name, data.files[name], result) for name, result in results.items()),
    )


def _row(name: str, lines: Lines, result: HeldOut) -> str:
    f = score(lines, result.gone)
    headlines = f"{int((result.gone & lines.title).sum())} of {int(lines.title.sum())}"
    figures = f"{f.f1:.3f} | {f.precision:.3f} | {f.recall:.3f} | {f.loss:.2%} | {f.documents_losing:.1%}"
    return f"| {name} | {figures} | {headlines} | {result.changed_again} | {len(result.held)} |"


def sweep(files: Mapping[str, Lines], tables: Sequence[Mapping[str, object]]) -> list[tuple[float, float]]:
    """(content loss, line F1), means over the files, with the odds that the stage asks for lowered or raised."""
    usual = line_model.ODDS, line_model.ODDS_PER_WORD
    points = []
    for scale in SCALES:
        line_model.ODDS, line_model.ODDS_PER_WORD = (part * scale for part in usual)
        found = [score(lines, run_stage(lines, tables).gone) for lines in files.values()]
        points.append((float(np.mean([f.loss for f in found])), float(np.mean([f.f1 for f in found]))))
    line_model.ODDS, line_model.ODDS_PER_WORD = usual
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
