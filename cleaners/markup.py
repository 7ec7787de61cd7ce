"""HTML: the visible text in block order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text of a page, one block a line, and what the markup says about it (`found`, `blocks`)."""

    text: str
    notes: Mapping[str, object] = field(default_factory=dict)


def read_page(html: str) -> Page:
    """The visible text of a page in block order, entities decoded."""
    return Page(BeautifulSoup(html, "lxml").get_text("\n"))
