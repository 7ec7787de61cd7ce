"""Which cleaners, in which order, for which kind of text."""

from __future__ import annotations

from dataclasses import dataclass

from faircopy.cleaners.boilerplate import drop_boilerplate
from faircopy.cleaners.encoding import repair_encoding
from faircopy.cleaners.layout import tidy_layout
from faircopy.cleaners.names import normalise_names
from faircopy.cleaners.stage import Stage
from faircopy.cleaners.typos import correct_typos


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named list of stages. A page of HTML passes `markup` first, whatever the recipe."""

    name: str
    stages: tuple[Stage, ...]

    def only(self, names: frozenset[str]) -> Recipe:
        """The recipe with just the stages named, in its own order."""
        return Recipe(self.name, tuple(stage for stage in self.stages if stage.name in names))


NEWS = Recipe(
    "news",
    (
        Stage("encoding", repair_encoding),
        Stage("boilerplate", drop_boilerplate),
        Stage("layout", tidy_layout),
        Stage("names", normalise_names, english_only=True),
        Stage("typos", correct_typos, english_only=True),
    ),
)

RECIPES = {recipe.name: recipe for recipe in (NEWS,)}
STAGE_NAMES = ("markup", *(stage.name for stage in NEWS.stages))
