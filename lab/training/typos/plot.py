"""Reliability plot: the share of right edits at each confidence. `python -m lab.training.typos.plot FILE SVG`.

FILE was written by `python -m lab.training.typos.fit DATA --proposals FILE`. Only texts held back from fitting count.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001)
SERIES = {
    "news": ({"newsnoise", "slips-news"}, "#1f5fa8"),
    "learners and OCR": ({"neuspell_jfleg", "wikidump_realistic"}, "#c4611a"),
}
SIZE, LEFT, TOP = 360, 60, 30


def main() -> None:
    """Read the proposals, print the figures, write the plot."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    cells: dict[tuple[str, int], list[tuple[float, bool]]] = defaultdict(list)
    for line in source.read_text("utf-8").splitlines():
        origin, held_back, _, sure, right = json.loads(line)[:5]
        for name, (origins, _) in SERIES.items():
            if held_back and origin in origins:
                cells[name, max(i for i, edge in enumerate(EDGES) if edge <= sure)].append((sure, right))
    points = {
        key: (sum(s for s, _ in some) / len(some), sum(r for _, r in some) / len(some), len(some))
        for key, some in sorted(cells.items())
    }
    for (name, _), (sure, right, count) in points.items():
        print(f"| {name} | {sure:.2f} | {right:.2f} | {count} |")
    target.write_text(svg(points), "utf-8")


def svg(points: dict[tuple[str, int], tuple[float, float, int]]) -> str:
    """The points with their diagonal; the area of a point grows with its number of proposals."""
    body = [f'<path d="M{x(0)} {y(0)} L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>']
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        body.append(f'<text x="{x(tick)}" y="{y(0) + 18}" text-anchor="middle">{tick}</text>')
        body.append(f'<text x="{x(0) - 8}" y="{y(tick) + 4}" text-anchor="end">{tick}</text>')
    for n, (name, (_, colour)) in enumerate(SERIES.items()):
        line = [(x(s), y(r)) for (series, _), (s, r, _) in points.items() if series == name]
        body.append(f'<polyline points="{" ".join(f"{a},{b}" for a, b in line)}" fill="none" stroke="{colour}"/>')
        body += [
            f'<circle cx="{x(s)}" cy="{y(r)}" r="{2 + min(8, count**0.5 / 8):.1f}" fill="{colour}" fill-opacity="0.6"/>'
            for (series, _), (s, r, count) in points.items()
            if series == name
        ]
        body.append(f'<text x="{x(0.04)}" y="{y(0.94 - 0.06 * n)}" fill="{colour}">{name}</text>')
    body.append(f'<text x="{x(0.5)}" y="{y(0) + 38}" text-anchor="middle">confidence in the log</text>')
    body.append(f'<text x="{x(0) - 30}" y="{y(1) - 10}" text-anchor="middle">right</text>')
    body.append(f'<rect x="{x(0)}" y="{y(1)}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#333"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE + 2 * LEFT}" height="{SIZE + TOP + 50}" '
        f'font-family="sans-serif" font-size="12">\n' + "\n".join(body) + "\n</svg>\n"
    )


def x(value: float) -> float:
    """A share as a place on the page."""
    return round(LEFT + value * SIZE, 1)


def y(value: float) -> float:
    """A share as a place on the page, upwards."""
    return round(TOP + (1 - value) * SIZE, 1)


if __name__ == "__main__":
    main()
