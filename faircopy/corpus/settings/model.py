"""The settings of runs as one frozen model; `faircopy.corpus.settings.toml_file` reads them from `faircopy.toml`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from faircopy.cleaners.options import Options, Quotations, Switch
from faircopy.errors import UsageError

Share = Annotated[float, Field(ge=0, le=1)]
Names = Annotated[tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]
# In TOML `typos = false` means off, `typos = true` apply.
SwitchValue = Annotated[Switch, BeforeValidator(lambda value: {True: "apply", False: "off"}.get(value, value))]


class SettingsError(UsageError, ValueError):
    """A setting is wrong. The message is one line: what, where, and what to do."""


class OwnStyle(BaseModel):
    """A house style of the user: a shipped style, and the forms that differ from it (`entity id = "form"`)."""

    model_config = ConfigDict(frozen=True, extra="allow")

    base: str = "default"

    @property
    def overrides(self) -> dict[str, str]:
        """Entity id -> form."""
        return {key: str(value) for key, value in (self.model_extra or {}).items()}


class SourceSettings(BaseModel):
    """Per-source overrides; unset fields inherit the global value."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    recipe: str | None = None
    style: str | None = None
    packs: Names | None = None
    quotations: Quotations | None = None
    switches: dict[str, SwitchValue] = Field(default_factory=dict)
    markers: Names = ()
    max_loss: Share | None = None


class Gate(BaseModel):
    """The shares above which a run stops before publishing; `at_least` is the fewest documents that can stop one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    removed: Share = 0.2
    held: Share = 0.2
    altered: Share = 0.3
    at_least: Annotated[int, Field(ge=1)] = 5


class Settings(BaseModel):
    """All settings; docs/settings.md describes each.

    `raw` and `clean` are folders or URLs. `workers` 0 cleans inside the calling process, without limits of time and
    memory. `timeout_seconds` is the processor time that a document may take, and as much again for each 4 MB of it;
    `memory_mb` is the memory of a worker beyond what it starts with. `storage` are options of deltalake for `clean`,
    `raw_storage` options of fsspec for `raw`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    raw: str = "raw"
    clean: str = "clean"
    recipe: str = "news"
    style: str = "default"
    styles: dict[str, OwnStyle] = Field(default_factory=dict)
    packs: Names = ("ukraine", "world")
    quotations: Quotations = "normalise"
    switches: dict[str, SwitchValue] = Field(default_factory=dict)
    words: str | None = None
    markers: Names = ()
    max_loss: Share = 0.9
    source: dict[str, SourceSettings] = Field(default_factory=dict)
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=0)
    mirror: bool = True
    timeout_seconds: float = Field(60.0, gt=0)
    memory_mb: int = Field(4096, ge=256)
    gate: Gate = Field(default_factory=Gate)
    storage: dict[str, str] = Field(default_factory=dict)
    raw_storage: dict[str, Any] = Field(default_factory=dict)
    config_file: Path | None = None

    def options_for(self, source: str | None) -> Options:
        """The options of the cleaners for the texts of a source."""
        own = self.source.get(source or "", SourceSettings())
        style = own.style or self.style
        named = self.styles.get(style, OwnStyle(base=style))
        return Options(
            style=named.base,
            style_overrides=named.overrides,
            packs=self.packs if own.packs is None else own.packs,
            quotations=own.quotations or self.quotations,
            switches={**self.switches, **own.switches},
            words=self.our_words(),
            markers=(*self.markers, *own.markers),
            max_loss=self.max_loss if own.max_loss is None else own.max_loss,
        )

    def recipe_for(self, source: str | None) -> str:
        """The name of the recipe for a source."""
        return self.source.get(source or "", SourceSettings()).recipe or self.recipe

    def our_words(self) -> frozenset[str]:
        """The words of the file `words`, one per line; `#` starts a comment."""
        if self.words is None:
            return frozenset()
        try:
            lines = Path(self.words).read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise SettingsError(f"words = {self.words!r} cannot be read ({error.strerror}); fix the path") from error
        return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def check_names(settings: Settings) -> None:
    """Raise `SettingsError` for a style or pack that does not exist or has errors. Reads the packs."""
    from faircopy.cleaners.resources import Resources

    for source in (None, *settings.source):
        try:
            _ = Resources(settings.options_for(source)).names
        except ValueError as error:
            of = f" of source {source!r}" if source else ""
            raise SettingsError(f"style or packs{of}: {error}") from error
