"""The stage as the benchmarks run it: in batches, as in a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faircopy.cleaners.boilerplate import drop_boilerplate
from faircopy.cleaners.boilerplate.line_types import type_by_form
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document, Findings

BATCH = 512  # documents


def find_in_texts(texts: Sequence[str]) -> list[Findings]:
    """The edits of the stage in plain texts."""
    resources = Resources()
    batches = _batches([Document(str(number), text) for number, text in enumerate(texts)])
    return [findings for batch in batches for findings in drop_boilerplate(batch, resources)]


def clean_pages(pages: Sequence[str]) -> list[str]:
    """What faircopy leaves of each page of HTML."""
    recipe, resources = NEWS.only(frozenset({"boilerplate"})), Resources()
    batches = _batches([Document(str(number), "", html=html) for number, html in enumerate(pages)])
    copies = [copy for batch in batches for copy in clean_batch(batch, recipe, resources)]
    return ["" if isinstance(copy, Held) else copy.text for copy in copies]


def load_models() -> None:
    """Read the models of lines and blocks, so that no measured run includes it."""
    find_in_texts(["Loads the model."])
    clean_pages(["<p>Loads the model.</p>"])


def forget_lines() -> None:
    """Forget the lines seen before, so that a second run over the same texts takes as long as the first."""
    marker_of.cache_clear()
    type_by_form.cache_clear()


def _batches(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    for start in range(0, len(documents), BATCH):
        yield documents[start : start + BATCH]
