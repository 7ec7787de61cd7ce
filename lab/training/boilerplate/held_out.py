"""The stage on plain texts of unseen sites: a model for each fold of sites, with the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.lines.find import find_in_texts
from faircopy.cleaners.boilerplate.lines.model import LineModel, read_model
from faircopy.cleaners.edits import APPLIED, apply
from faircopy.cleaners.resources import Resources, marker_phrase_rows
from faircopy.cleaners.stage import Document, Findings
from lab.training.boilerplate.line_data import LINE_FOLDS, Lines
from lab.training.stored_forest import StoredModel


class WithLineModel(Resources):
    """Resources with another model of lines than the shipped one."""

    def __init__(self, model: LineModel) -> None:
        super().__init__()
        object.__setattr__(self, "_model", model)

    @property
    def line_model(self) -> LineModel:
        """The model given."""
        return self._model  # type: ignore[attr-defined, no-any-return]


@dataclass
class HeldOut:
    """What the stage did: the lines it removed, documents that a second pass changed, documents held."""

    gone: NDArray[np.bool_]
    changed_again: int = 0
    held: list[str] = field(default_factory=list)


def run_stage(lines: Lines, models: Sequence[StoredModel]) -> HeldOut:
    """The stage over a file, each document with the model that has not seen its site; or all with the only one."""
    firsts = np.searchsorted(lines.document, np.arange(len(lines.texts)))
    folds = lines.fold[np.minimum(firsts, len(lines.fold) - 1)]
    result = HeldOut(np.zeros(len(lines.kept), bool))
    for fold, model in enumerate(models):
        chosen = [n for n in range(len(lines.texts)) if len(models) < LINE_FOLDS or folds[n] == fold]
        resources = WithLineModel(read_model(marker_phrase_rows(), model))
        documents = [Document(str(n), "\n".join(lines.texts[n])) for n in chosen]
        findings = find_in_texts(documents, resources)
        cleaned = []
        for document, found in zip(documents, findings, strict=True):
            number = int(document.id)
            for line in _removed(document, found):
                result.gone[firsts[number] + line] = True
            if found.held:
                result.held.append(document.id)
            cleaned.append(Document(document.id, apply(document.text, _applied(found))))
        result.changed_again += sum(bool(_applied(again)) for again in find_in_texts(cleaned, resources))
    return result


def _applied(found: Findings) -> list[object]:
    return [edit for edit in found.edits if edit.status == APPLIED]


def _removed(document: Document, found: Findings) -> Iterator[int]:
    """The numbers of the lines that the applied edits remove; no line of these documents is empty."""
    number_at, start = {}, 0
    for number, line in enumerate(document.text.split("\n")):
        number_at[start] = number
        start += len(line) + 1
    for edit in found.edits:
        if edit.status == APPLIED:
            yield number_at[edit.start]
