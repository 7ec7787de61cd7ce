"""Cleaning without a corpus, for `faircopy clean`. Heavy imports happen only when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS, RECIPES, Recipe, UnknownStage, stages_named
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document
from faircopy.corpus.settings.search import find_config
from faircopy.errors import UsageError


def make_cleaner(
    only: str | None, style: str | None, packs: Sequence[str], config: Path | None, keys: Sequence[str]
) -> Callable[[Sequence[Document]], list[FairCopy | Held]]:
    """Make the function that cleans a batch of documents. Flags override the settings file.

    A document on which a cleaner raises is held; the rest of its batch is still cleaned.
    """
    options, recipe = _configured(config, keys)
    options = replace(options, style=style or options.style, packs=(*options.packs, *packs))
    if only is not None:
        recipe = recipe.only(_stages(only))
    resources = Resources(options)
    recipe.prepare(resources)

    def clean(batch: Sequence[Document]) -> list[FairCopy | Held]:
        try:
            return clean_batch(batch, recipe, resources)
        except Exception as error:
            if len(batch) > 1:
                return [copy for document in batch for copy in clean([document])]
            [document] = batch
            return [Held(document.id, document.text, f"a cleaner failed: {type(error).__name__}: {error}")]

    return clean


def _stages(only: str) -> frozenset[str]:
    try:
        return stages_named(only)
    except UnknownStage as error:
        raise UsageError(f"--only {only}: {error}") from None


def _configured(config: Path | None, keys: Sequence[str]) -> tuple[Options, Recipe]:
    """The options and recipe of the settings file. Without one, its model, which is slow to import, is not loaded."""
    if config is None and not keys and find_config() is None:
        return Options(), NEWS
    from faircopy.corpus.settings.load import load_settings

    settings = load_settings(config=config, flags=keys)
    return settings.options_for(None), RECIPES[settings.recipe]
