"""Write the lexicon into `cleaners/models`: `python -m lexicon [--scowl FOLDER]`."""

from __future__ import annotations

import argparse
from math import log2
from pathlib import Path

import numpy as np
import xxhash
import zstandard

from cleaners.typos.lexicon import (
    ABBREVIATION,
    AMERICAN_ONLY,
    BRITISH_ONLY,
    NAME,
    RARE_NAME,
    RARE_WORD,
    UNUSUAL_WORD,
    WORD,
)
from lexicon import sources

MODELS = Path(__file__).parent.parent / "cleaners" / "models"
STEPS_A_BIT = 7  # counts are kept as log2 in sevenths: 0..255 spans 1 .. 9e10


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    folder = parser.parse_args().scowl
    if not folder.is_dir():
        parser.error(
            f"no SCOWL lists in {folder}: install the Debian package `scowl`, or name their folder with --scowl"
        )
    write_words(sources.scowl(folder), sources.unigrams())
    write_bigrams(sources.bigrams())


def write_words(forms: dict[str, dict[tuple[str, str], int]], counts: dict[str, int]) -> None:
    """The forms in order, and beside them flags and frequency."""
    flags: dict[str, int] = {}
    for form, lists in forms.items():
        if any(c.isspace() or c == "/" for c in form):
            continue
        flags[form.lower()] = flags.get(form.lower(), 0) | flags_of(lists)
    for word in counts:
        if word.isalpha() and len(word) > 1:
            flags.setdefault(word, 0)
    words = sorted(flags)
    codes = np.array([flags[w] << 8 | step(counts.get(w, 0)) for w in words], "<u4")
    packed = zstandard.ZstdCompressor(level=19)
    (MODELS / "lexicon-words.zst").write_bytes(packed.compress("\n".join(words).encode()))
    (MODELS / "lexicon-codes.zst").write_bytes(packed.compress(codes.tobytes()))
    print(f"{len(words):,} words")


def flags_of(lists: dict[tuple[str, str], int]) -> int:
    """What the lists say of a form, as bits."""
    found = 0
    for (_, kind), size in lists.items():
        if kind in ("words", "contractions"):
            found |= WORD if size <= 60 else UNUSUAL_WORD if size <= 70 else RARE_WORD if size <= 80 else RARE_WORD << 1
        elif kind in ("upper", "proper-names"):
            found |= NAME if size <= 60 else RARE_NAME
        else:
            found |= ABBREVIATION
    dialects = {dialect for (dialect, kind), size in lists.items() if kind == "words" and size <= 60}
    if dialects and not dialects & {"english"}:
        american, british = bool(dialects & sources.AMERICAN), bool(dialects & sources.BRITISH)
        if american != british:
            found |= AMERICAN_ONLY if american else BRITISH_ONLY
    return found


def step(count: int) -> int:
    """A count as a logarithm that fits a byte."""
    return min(255, round(STEPS_A_BIT * log2(count))) if count else 0


def write_bigrams(pairs: dict[tuple[str, str], int]) -> None:
    """A sorted table of 32-bit hashes with log counts: one pair in ten thousand unlisted ones seems listed."""
    table = {xxhash.xxh32_intdigest(" ".join(pair).encode()): step(count) for pair, count in pairs.items()}
    keys = np.array(sorted(table), "<u4")
    np.savez(MODELS / "lexicon-bigrams.npz", keys=keys, steps=np.array([table[k] for k in keys.tolist()], "u1"))
    print(f"{len(keys):,} pairs")


if __name__ == "__main__":
    main()
