"""Write the lexicon into `cleaners/models`: `python -m lab.training.lexicon [--scowl FOLDER]`."""

from __future__ import annotations

import argparse
from math import log2
from pathlib import Path

import numpy as np
import zstandard

from faircopy.cleaners.resources import MODELS
from faircopy.cleaners.typos.lexicon.deletion_index import form_key
from faircopy.cleaners.typos.lexicon.lexicon import (
    ABBREVIATION,
    AMERICAN_ONLY,
    BRITISH_ONLY,
    GOOD,
    NAME,
    OBSCURE_WORD,
    RARE_NAME,
    RARE_WORD,
    STEPS_A_BIT,
    UNUSUAL_WORD,
    WORD,
)
from lab.training.lexicon import sources


def main() -> None:
    """Write the files of the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    folder = parser.parse_args().scowl
    if not folder.is_dir():
        parser.error(
            f"no SCOWL lists in {folder}: install the Debian package `scowl`, or name their folder with --scowl"
        )
    codes = words(sources.scowl(folder), sources.unigrams())
    write_words(codes)
    write_pairs(sources.bigrams())


def words(forms: dict[str, dict[tuple[str, str], int]], counts: dict[str, int]) -> dict[str, int]:
    """Every form in lower case, sorted, with `flags << 8 | step`."""
    flags: dict[str, int] = {}
    for form, lists in forms.items():
        if not any(c.isspace() or c == "/" for c in form):
            flags[form.lower()] = flags.get(form.lower(), 0) | flags_of(lists)
    for form in sources.modern():
        flags[form.lower()] = flags.get(form.lower(), 0) | (WORD if form.islower() else NAME)
    for name in sources.proper_names():
        flags[name] = (flags.get(name, 0) | NAME) & ~ANY_WORD
    if words_too := sorted(wrong for wrong in sources.misspellings() if flags.get(wrong, 0) & WORD):
        raise ValueError(f"misspellings.txt: {', '.join(words_too)}: words in most dictionaries; take them out")
    for wrong in sources.misspellings():
        flags[wrong] = flags.get(wrong, 0) & ~ANY_WORD
    for word in counts:
        if word.isalpha() and len(word) > 1:
            flags.setdefault(word, 0)
    # A form that only the largest list has and that has no count is left out.
    return {w: f << 8 | step(counts.get(w, 0)) for w, f in sorted(flags.items()) if f != OBSCURE_WORD or w in counts}


def flags_of(lists: dict[tuple[str, str], int]) -> int:
    """The flags of a form, given the lists that hold it."""
    found = 0
    for (_, kind), size in lists.items():
        if kind in ("words", "contractions"):
            found |= next(bit for bit, most in SIZES.items() if size <= most)
        elif kind in ("upper", "proper-names"):
            found |= NAME if size <= 60 else RARE_NAME
        else:
            found |= ABBREVIATION
    dialects = {dialect for (dialect, kind), size in lists.items() if kind == "words" and size <= 60}
    if dialects and "english" not in dialects:
        american, british = bool(dialects & sources.AMERICAN), bool(dialects & sources.BRITISH)
        if american != british:
            found |= AMERICAN_ONLY if american else BRITISH_ONLY
    return found


ANY_WORD = GOOD | RARE_WORD | OBSCURE_WORD
SIZES = {WORD: 60, UNUSUAL_WORD: 70, RARE_WORD: 80, OBSCURE_WORD: 95}


def step(count: int) -> int:
    """A count as a logarithm that fits a byte: 0..255 spans 1 .. 9e10."""
    return min(255, round(STEPS_A_BIT * log2(count))) if count else 0


def write_words(codes: dict[str, int]) -> None:
    """The forms that are both listed and written, the rare words, and the hashes of all other forms.

    The first are looked up most, the rare ones are only known to be words; of the others nobody needs the letters. The
    deletion index is built from the first when it is needed (`faircopy.cleaners.resources.deletion_index`).
    """
    packed = zstandard.ZstdCompressor(level=19)
    common = {w: c for w, c in codes.items() if c >> 8 and c & 255}
    rare = [w for w, c in codes.items() if (c >> 8) & (GOOD | RARE_WORD) and not c & 255]
    (MODELS / "lexicon-words.zst").write_bytes(packed.compress("\n".join(common).encode()))
    (MODELS / "lexicon-codes.zst").write_bytes(packed.compress(np.array(list(common.values()), "<u4").tobytes()))
    (MODELS / "lexicon-rare.zst").write_bytes(packed.compress("\n".join(rare).encode()))
    others = {form_key(w): c for w, c in codes.items() if w not in common}
    keys = sorted(others)
    table = np.array([others[k] for k in keys], "<u4")
    np.savez(
        MODELS / "lexicon-others.npz",
        keys=np.array(keys, "<u4"),
        flags=((table >> 8) & 255).astype("u1"),
        steps=(table & 255).astype("u1"),
    )
    print(f"{len(common):,} common forms, {len(rare):,} rare words, {len(others):,} others")


def write_pairs(pairs: dict[tuple[str, str], int]) -> None:
    """Sorted 32-bit hashes of pairs with log counts; one in ten thousand unlisted pairs seems listed."""
    table = {form_key(" ".join(pair)): step(count) for pair, count in pairs.items()}
    keys = np.array(sorted(table), "<u4")
    np.savez(MODELS / "lexicon-pairs.npz", keys=keys, steps=np.array([table[k] for k in keys.tolist()], "u1"))
    print(f"{len(keys):,} pairs")


if __name__ == "__main__":
    main()
