"""What the page wrapped around the article: each removal with its rule, its reason and how sure we are."""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.boilerplate.blocks.find import find_in_pages, has_blocks
from faircopy.cleaners.boilerplate.lines.find import find_in_texts
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings


def drop_boilerplate(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """The lines of each document that do not belong to its article, and what they say about it."""
    pages = [document for document in batch if has_blocks(document)]
    texts = [document for document in batch if not has_blocks(document)]
    of_pages = iter(find_in_pages(pages, resources) if pages else [])
    of_texts = iter(find_in_texts(texts, resources) if texts else [])
    return [next(of_pages if has_blocks(document) else of_texts) for document in batch]
