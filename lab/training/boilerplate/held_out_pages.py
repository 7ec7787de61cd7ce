"""The stage on pages of unseen sites: a model for each fold of sites, with the rules."""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.boilerplate.blocks.find import find_in_pages
from faircopy.cleaners.boilerplate.blocks.model import BlockModel, read_model
from faircopy.cleaners.edits import APPLIED, apply
from faircopy.cleaners.resources import Resources, marker_phrase_rows
from faircopy.cleaners.stage import Document
from lab.training.boilerplate.line_data import FOLDS
from lab.training.boilerplate.pages import GoldPage, score
from lab.training.stored_forest import StoredModel


class WithBlockModel(Resources):
    """Resources with another model of blocks than the shipped one."""

    def __init__(self, model: StoredModel) -> None:
        super().__init__()
        object.__setattr__(self, "_blocks", read_model(marker_phrase_rows(), model))

    @property
    def block_model(self) -> BlockModel:
        """The model given."""
        return self._blocks  # type: ignore[attr-defined, no-any-return]


def stage_figures(pages: Sequence[GoldPage], models: Sequence[StoredModel]) -> list[str]:
    """The figures of each file, and how many of its pages are held."""
    texts: dict[int, str] = {}
    for fold in range(FOLDS):
        mine = [page for page in pages if page.fold == fold]
        documents = [Document(page.site, "\n\n".join(page.lines), notes={"blocks": page.blocks}) for page in mine]
        found = find_in_pages(documents, WithBlockModel(models[fold])) if documents else []
        for page, document, findings in zip(mine, documents, found, strict=True):
            gone = [edit for edit in findings.edits if edit.status == APPLIED]
            texts[id(page)] = "" if findings.held else apply(document.text, gone)
    out = []
    for name in sorted({page.name for page in pages}):
        of_file = [page for page in pages if page.name == name]
        held = sum(not texts[id(page)] for page in of_file)
        out.append(f"{name}  {score(of_file, [texts[id(page)] for page in of_file])}  held {held}")
    return out
