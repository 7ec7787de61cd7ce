"""The only file here that opens files: packs, lexicon and models into frozen tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cleaners.options import Options

if TYPE_CHECKING:
    from cleaners.typos.speller import Speller

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

    @property
    def speller(self) -> Speller:
        """The lexicon of the `typos` stage; read once, whoever asks."""
        return _speller()


@cache
def _speller() -> Speller:
    import io

    import numpy as np
    import zstandard

    from cleaners.typos.lexicon import make_lexicon
    from cleaners.typos.speller import Speller

    unpack = zstandard.ZstdDecompressor().decompress
    words, codes = (unpack((MODELS / f"lexicon-{name}.zst").read_bytes()) for name in ("words", "codes"))
    with np.load(io.BytesIO((MODELS / "lexicon-bigrams.npz").read_bytes())) as pairs:
        return Speller(make_lexicon(words, codes, pairs["keys"], pairs["steps"]))
