"""The elements around the lines of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Elements:
    """The block-level elements that contain lines, in document order; one entry each in every tuple.

    `parents` are indices into the same tuples (-1 at the root). `words` are the element's class, id, role and similar
    attributes. An element contains the blocks from `first` up to, not including, `last`.
    """

    tags: tuple[str, ...]
    words: tuple[str, ...]
    parents: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The lines of a page that are not blank, in order; one entry each in every tuple.

    `element` is the innermost element of `elements` around the block, `linked` how many of its code points are in
    links, `inline` the class and id words of the elements inside the line. `title`, `summary` and `body` are the
    headline, the description and the text of the article as the page declares them for machines, or empty.
    """

    element: tuple[int, ...]
    linked: tuple[int, ...]
    inline: tuple[str, ...]
    elements: Elements
    title: str = ""
    summary: str = ""
    body: str = ""

    def __len__(self) -> int:
        return len(self.element)
