"""Which cleaners, in which order, for which kind of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from faircopy.cleaners.boilerplate import drop_boilerplate
from faircopy.cleaners.encoding import repair_encoding
from faircopy.cleaners.layout import tidy_layout
from faircopy.cleaners.names import load_names, normalise_names
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Stage
from faircopy.cleaners.typos import correct_typos
from faircopy.did_you_mean import unknown_name
from faircopy.errors import UsageError


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named list of stages. A page of HTML passes `markup` first, whatever the recipe."""

    name: str
    stages: tuple[Stage, ...]

    def stage(self, name: str) -> Stage:
        """The stage of this name. Raises `LookupError` where there is none."""
        for stage in self.stages:
            if stage.name == name:
                return stage
        raise LookupError(f"the recipe {self.name!r} has no stage {name!r}")

    def only(self, names: frozenset[str]) -> Recipe:
        """The recipe with just the stages named, in its own order."""
        return Recipe(self.name, tuple(stage for stage in self.stages if stage.name in names))

    def prepare(self, resources: Resources) -> None:
        """Load what the stages need. Raises `UsageError` now for options that would fail on every document."""
        for stage in self.stages:
            if stage.prepare is not None:
                stage.prepare(resources)


# What these two stages repair is the same in every language, in a quotation and in an address.
ANY_TEXT: dict[str, Any] = {"english_only": False, "spares_protected": False, "respects_quotations": False}

NEWS = Recipe(
    "news",
    (
        Stage("encoding", repair_encoding, **ANY_TEXT, until_stable=False),
        Stage("boilerplate", drop_boilerplate, **ANY_TEXT, until_stable=False),
        Stage("layout", tidy_layout, english_only=False, respects_quotations=False),
        Stage("names", normalise_names, until_stable=False, prepare=load_names),
        Stage("typos", correct_typos, changes_style=False),
    ),
)

RECIPES = {recipe.name: recipe for recipe in (NEWS,)}
STAGE_NAMES = ("markup", *(stage.name for stage in NEWS.stages))


class UnknownStage(UsageError, ValueError):
    """No stage has this name; the message suggests one."""


def stages_named(names: str) -> frozenset[str]:
    """The names in a list such as `names,typos`. Raises `UnknownStage`."""
    stages = frozenset(name.strip() for name in names.split(","))
    if unknown := sorted(stages.difference(STAGE_NAMES)):
        raise UnknownStage(unknown_name("stage", unknown[0], STAGE_NAMES))
    return stages
