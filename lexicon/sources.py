"""The word lists and counts the lexicon is made of, read as they are distributed."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

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


def unigrams() -> dict[str, int]:
    """Lower-case words with their counts on the web."""
    counts = {word: int(count) for word, count in _rows("wordsegment", "unigrams.txt")}
    for word, count in _rows("symspellpy", "frequency_dictionary_en_82_765.txt"):
        counts.setdefault(word, int(count))
    return counts


def bigrams() -> dict[tuple[str, str], int]:
    """Pairs of lower-case words with their counts: on the web, and in books where the web list lacks them."""
    pairs: dict[tuple[str, str], int] = {}
    for first, second, count in _rows("symspellpy", "frequency_bigramdictionary_en_243_342.txt"):
        pairs[first, second] = int(count)
    for first, second, count in _rows("wordsegment", "bigrams.txt"):
        pairs[first, second] = max(int(count), pairs.get((first, second), 0))
    return pairs


def _rows(package: str, name: str) -> Iterator[list[str]]:
    for line in files(package).joinpath(name).read_text("utf-8-sig").splitlines():
        yield line.split()
