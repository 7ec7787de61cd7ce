"""The cleaners as `faircopy clean` calls them: no corpus, nothing loaded that is not needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS, RECIPES, STAGE_NAMES, Recipe
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document
from faircopy.cli.failures import WrongCall

CONFIG_NAME = "faircopy.toml"


def make_cleaner(
    only: str | None, style: str | None, packs: Sequence[str], config: Path | None, keys: Sequence[str]
) -> Callable[[Sequence[Document]], list[FairCopy | Held]]:
    """What turns a batch of documents into fair copies. Flags outrank the settings file.

    A document on which a cleaner breaks is held; the rest of its batch is cleaned all the same.
    """
    options, recipe = _configured(config, keys)
    options = replace(options, style=style or options.style, packs=(*options.packs, *packs))
    if only is not None:
        recipe = recipe.only(_stages(only))
    resources = Resources(options)
    if any(stage.name == "names" for stage in recipe.stages):
        _ = resources.names  # a wrong style or pack is a wrong call, not a reason to hold every document

    def clean(batch: Sequence[Document]) -> list[FairCopy | Held]:
        try:
            return clean_batch(batch, recipe, resources)
        except Exception as error:
            if len(batch) > 1:
                return [copy for document in batch for copy in clean([document])]
            [document] = batch
            return [Held(document.id, document.text, f"a cleaner broke: {type(error).__name__}: {error}")]

    return clean


def _stages(only: str) -> frozenset[str]:
    names = [name.strip() for name in only.split(",")]
    for name in names:
        if name not in STAGE_NAMES:
            near = get_close_matches(name, STAGE_NAMES, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(STAGE_NAMES)}"
            raise WrongCall(f"--only {only}: no stage {name!r}; {hint}")
    return frozenset(names)


def _configured(config: Path | None, keys: Sequence[str]) -> tuple[Options, Recipe]:
    """Options and recipe of the settings file, if there is one (its model takes time to import)."""
    folders = (Path.cwd(), *Path.cwd().parents)
    if config is None and not keys and not any((folder / CONFIG_NAME).is_file() for folder in folders):
        return Options(), NEWS
    from faircopy.corpus.settings.load import load_settings

    settings = load_settings(config=config, flags=keys)
    return settings.options_for(None), RECIPES[settings.recipe]
