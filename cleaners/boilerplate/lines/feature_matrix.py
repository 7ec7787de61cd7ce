"""All features of the lines of a batch, as the model reads them: one column per feature, one row per line."""

from __future__ import annotations

from faircopy.cleaners.boilerplate.features.line_arrays import Ints, LineWords
from faircopy.cleaners.boilerplate.features.line_features import Columns, line_columns
from faircopy.cleaners.boilerplate.features.neighbours import context_columns
from faircopy.cleaners.boilerplate.features.similarity import article_share, copies, odd_apostrophes
from faircopy.cleaners.boilerplate.markers.phrases import Phrases


def feature_matrix(lines: LineWords, phrases: Phrases) -> Columns:
    """The columns of each line: of the line itself, its similarity to the document, and its context."""
    return with_context(lines, line_columns(lines, phrases))


def with_context(lines: LineWords, own: Columns) -> Columns:
    """All columns, from those of the lines themselves."""
    return with_neighbours(own | similarity_columns(lines, own), lines.documents)


def similarity_columns(lines: LineWords, own: Columns) -> Columns:
    """The columns that compare the words of each line with the rest of its document."""
    return {"article": article_share(lines, own["prose"]), **copies(lines)}


def with_neighbours(columns: Columns, documents: Ints) -> Columns:
    """The columns and those that follow from them for each line's neighbours and document."""
    columns = {**columns, "odd_apostrophes": odd_apostrophes(columns, documents)}
    return columns | context_columns(columns, documents)
