"""Facts about single lines that the rules use: computed once per chunk, since no round changes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Ints
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.features.neighbours import PAGE_KINDS
from faircopy.cleaners.boilerplate.line_types import type_by_form
from faircopy.cleaners.boilerplate.lines.model import needs_rules
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.boilerplate.markers.marker import OWN_MARKER, Marker
from faircopy.cleaners.boilerplate.repeats import line_key
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document
from faircopy.cleaners.text.language import SAMPLE

MARKER_WORDS = 3  # a longer line can be a marker only if it holds a boilerplate phrase
# A text is English if this share of its words are English function words. In English articles about 0.35 are; texts in
# other languages share a few of them, such as "a" and "in": at most 0.1 of their words, if the text is long enough.
ENGLISH_SHARE = 0.2
ENOUGH_WORDS = 100


@dataclass(slots=True)
class Facts:
    """The lines of a chunk, numbered from 0, and what each is regardless of its context.

    `for_rules` marks the lines that the rules need to see: plain paragraphs are left out. `types` (by form alone)
    and `markers` hold only the lines that have one; `typed`, `marked` and `repeated` mark them.
    """

    lines: list[str]
    for_rules: NDArray[np.bool_]
    types: dict[int, str]
    markers: dict[int, Marker]
    typed: NDArray[np.bool_]
    marked: NDArray[np.bool_]
    repeated: NDArray[np.bool_]


def read_facts(documents: Sequence[Document], lines: Sequence[Sequence[str]], own: Columns, given: Resources) -> Facts:
    """The facts of the lines of some documents; `own` are the columns that do not depend on other lines."""
    flat = [line for of_document in lines for line in of_document]
    for_rules = needs_rules(own)
    types = {n: found for n in np.flatnonzero(for_rules).tolist() if (found := type_by_form(flat[n]))}
    markers = _markers(flat, for_rules, own, frozenset(marker.strip().lower() for marker in given.options.markers))
    repeated = np.zeros(len(flat), bool)
    if given.repeats:
        repeated[list(_repeated(documents, lines, given))] = True
    return Facts(flat, for_rules, types, markers, _mask(types, len(flat)), _mask(markers, len(flat)), repeated)


def _mask(chosen: Collection[int], size: int) -> NDArray[np.bool_]:
    mask = np.zeros(size, bool)
    mask[list(chosen)] = True
    return mask


def _markers(
    lines: Sequence[str], for_rules: NDArray[np.bool_], own: Columns, markers: frozenset[str]
) -> dict[int, Marker]:
    """The lines that are markers; `markers` are those set for this source, in lower case."""
    if markers:
        asked = np.flatnonzero(for_rules).tolist()
        own_or_known = ((n, OWN_MARKER if lines[n].lower() in markers else marker_of(lines[n])) for n in asked)
        return {n: marker for n, marker in own_or_known if marker}
    page = np.sum([own[kind] for kind in PAGE_KINDS], axis=0)
    asked = np.flatnonzero(for_rules & ((page > 0) | (own["words"] <= MARKER_WORDS))).tolist()
    return {n: marker for n in asked if (marker := marker_of(lines[n]))}


def _repeated(documents: Sequence[Document], lines: Sequence[Sequence[str]], given: Resources) -> Iterator[int]:
    """The numbers of the lines that repeat in the source of their document."""
    first = 0
    for document, of_document in zip(documents, lines, strict=True):
        if repeats := given.repeats.get(document.source or ""):
            yield from (first + n for n, line in enumerate(of_document) if line_key(line) in repeats)
        first += len(of_document)


def clearly_english(own: Columns, documents: Ints, count: int) -> list[bool]:
    """Which of `count` documents are certainly English, by the same sample of lines that `language_of` reads."""
    size = np.cumsum(own["characters"], dtype=np.int64)
    before = np.concatenate([np.zeros(1, np.int64), size])[np.searchsorted(documents, np.arange(count))]
    sampled = size - before[documents] <= SAMPLE
    function = np.bincount(documents, weights=own["function"] * sampled, minlength=count)
    words = np.bincount(documents, weights=own["words"] * sampled, minlength=count)
    english: list[bool] = ((words >= ENOUGH_WORDS) & (function >= ENGLISH_SHARE * words)).tolist()
    return english
