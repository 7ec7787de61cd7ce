"""The stage `boilerplate`: removes what a page wraps around its article."""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.boilerplate.blocks.find import find_in_pages, has_blocks
from faircopy.cleaners.boilerplate.lines.find import find_in_texts
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings


def drop_boilerplate(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Propose to remove the boilerplate of each document. Documents with `blocks` in their notes are pages."""
    pages = [document for document in batch if has_blocks(document)]
    texts = [document for document in batch if not has_blocks(document)]
    of_pages = iter(find_in_pages(pages, resources) if pages else [])
    of_texts = iter(find_in_texts(texts, resources) if texts else [])
    return [next(of_pages if has_blocks(document) else of_texts) for document in batch]
