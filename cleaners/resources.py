"""The only file here that opens files: packs, lexicon and models into frozen tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cleaners.options import Options

HERE = Path(__file__).parent
MODELS = HERE / "models"
PACKS = HERE / "packs"


@dataclass(frozen=True)
class Resources:
    """What the stages look things up in, read when first asked for.

    `repeats` maps a source to the lines that repeat across its documents, counted by the caller, as
    keys of `cleaners.boilerplate.repeats.line_key`.
    """

    options: Options = field(default_factory=Options)
    repeats: Mapping[str, frozenset[int]] = field(default_factory=dict)
