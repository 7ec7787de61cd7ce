"""The word lists and counts the lexicon is made of, read as they are distributed."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from faircopy.cleaners.resources import WORD_LISTS
from faircopy.cleaners.typos.lexicon.word_lists import read_misspellings, read_names

# Dialects whose lists make a word right. SCOWL's variant_3 holds spellings few dictionaries list.
SCOWL_LISTS = [
    "english", "american", "british", "british_z", "canadian", "australian", "variant_1", "variant_2",
    "british_variant_1", "british_variant_2", "canadian_variant_1", "canadian_variant_2",
    "australian_variant_1", "australian_variant_2",
]  # fmt: skip
AMERICAN, BRITISH = {"american"}, {"british", "british_z", "british_variant_1"}


def scowl(folder: Path) -> dict[str, dict[tuple[str, str], int]]:
    """Each written form with the lists that hold it: (list, kind) -> smallest size (10 common .. 95 rare)."""
    forms: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for path in sorted(folder.iterdir()):
        name, _, size = path.name.rpartition(".")
        dialect, _, kind = name.partition("-")
        if dialect not in SCOWL_LISTS:
            continue
        for line in path.read_text("latin-1").splitlines():
            form = unicodedata.normalize("NFC", line.strip())
            if form.endswith("'s"):
                continue  # possessives are taken apart when a text is read
            for written in {form, plain(form)}:
                lists = forms[written]
                lists[dialect, kind] = min(int(size), lists.get((dialect, kind), 99))
    return forms


def plain(form: str) -> str:
    """A form without its accents: `cafe` for `café`."""
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


def modern() -> Iterator[str]:
    """Words the lists are too old for."""
    for line in (Path(__file__).parent / "modern.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def misspellings() -> dict[str, str]:
    """Common misspellings and their right words; a misspelling that a dictionary lists counts as no word."""
    return read_misspellings((WORD_LISTS / "misspellings.txt").read_text("utf-8"))


def proper_names() -> list[str]:
    """Names in lower case that are no words: `brazil`, `english`."""
    return sorted(read_names((WORD_LISTS / "proper-names.txt").read_text("utf-8")))


def unigrams() -> dict[str, int]:
    """Lower-case words with their counts on the web."""
    return {word: int(count) for word, count in _rows("unigrams.txt")}


def bigrams() -> dict[tuple[str, str], int]:
    """Pairs of lower-case words with their counts on the web."""
    return {(first.lower(), second.lower()): int(count) for first, second, count in _rows("bigrams.txt")}


def _rows(name: str) -> Iterator[list[str]]:
    for line in files("wordsegment").joinpath(name).read_text("utf-8").splitlines():
        yield line.split()
