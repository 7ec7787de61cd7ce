"""All columns of the lines of a batch, as the trained table reads them."""

from __future__ import annotations

from faircopy.cleaners.boilerplate.features.line_arrays import Ints, LineWords
from faircopy.cleaners.boilerplate.features.line_features import Columns, line_columns
from faircopy.cleaners.boilerplate.features.neighbours import context_columns
from faircopy.cleaners.boilerplate.features.similarity import article_share, copies, odd_apostrophes
from faircopy.cleaners.boilerplate.markers.phrases import Phrases


def line_table(lines: LineWords, phrases: Phrases) -> Columns:
    """The columns of each line: its own, how it compares with its document, and where it stands."""
    return with_surroundings(lines, line_columns(lines, phrases))


def with_surroundings(lines: LineWords, own: Columns) -> Columns:
    """The columns of lines as they stand now, from those that each has wherever it stands."""
    return with_neighbours(own | likeness(lines, own), lines.documents)


def likeness(lines: LineWords, own: Columns) -> Columns:
    """The columns that compare the words of each line with the rest of its document."""
    return {"article": article_share(lines, own["prose"]), **copies(lines)}


def with_neighbours(columns: Columns, documents: Ints) -> Columns:
    """The columns with those that follow from them for each line's neighbours and document."""
    columns = {**columns, "odd_apostrophes": odd_apostrophes(columns, documents)}
    return columns | context_columns(columns, documents)
