"""Peers on plain text: each a function from lines to whether each is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from html import escape

from lab.benchmarks.boilerplate.peers import PEERS, installed

Keep = Callable[[Sequence[str]], list[bool]]

SPACE = re.compile(r"\s+")
FEWEST_WORDS = 5
NOT_ARTICLE = (
    "javascript",
    "lorem ipsum",
    "privacy policy",
    "terms of use",
    "cookie policy",
    "uses cookies",
    "use of cookies",
)


def c4_filter(lines: Sequence[str]) -> list[bool]:
    """The line rules of the C4 corpus (Raffel et al., 2020): final punctuation, five words, none of its phrases."""
    return [
        line.rstrip().endswith((".", "!", "?", '"', "”"))
        and len(line.split()) >= FEWEST_WORDS
        and not any(phrase in line.lower() for phrase in NOT_ARTICLE)
        for line in lines
    ]


def _through_html(extract: Callable[[str], str]) -> Keep:
    """A tool for pages, given a page with one paragraph per line; a line is kept if it is in the result."""

    def keep(lines: Sequence[str]) -> list[bool]:
        body = "".join(f"<p>{escape(line)}</p>" for line in lines)
        try:
            text = extract(f"<html><head><title></title></head><body><article>{body}</article></body></html>")
        except Exception:
            text = ""
        out = SPACE.sub(" ", text)
        return [SPACE.sub(" ", line).strip() in out for line in lines]

    return keep


def line_peers(names: Collection[str] = tuple(PEERS)) -> dict[str, Keep]:
    """The C4-style filter, and the peers of these names that are installed."""
    return {"C4-style filter": c4_filter} | {name: _through_html(run) for name, run in installed(names).items()}
