"""Correctors as functions from texts to texts: each with its own defaults, taking its first suggestion."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def faircopy(texts: list[str]) -> list[str]:
    from faircopy.cleaners.recipes import NEWS
    from faircopy.cleaners.resources import Resources
    from faircopy.cleaners.runner import clean_batch
    from faircopy.cleaners.stage import Document

    recipe = NEWS.only(frozenset(["typos"]))
    batch = [Document(str(n), text) for n, text in enumerate(texts)]
    return [copy.text for copy in clean_batch(batch, recipe, Resources())]


def typos(texts: list[str]) -> list[str]:
    command = Path(sys.executable).with_name("typos")  # where pip puts it
    return _in_files(texts, [str(command), "--write-changes", "--isolated", "."])


def codespell(texts: list[str]) -> list[str]:
    return _in_files(texts, [sys.executable, "-m", "codespell_lib", "--write-changes", "--quiet-level", "7", "."])


def pyspellchecker(texts: list[str]) -> list[str]:
    from spellchecker import SpellChecker

    checker = SpellChecker()

    @cache
    def correct(word: str) -> str | None:
        return word if word in checker else checker.correction(word)

    return [_by_word(text, correct) for text in texts]


def symspellpy(texts: list[str]) -> list[str]:
    from symspellpy import SymSpell, Verbosity

    checker = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    checker.load_dictionary(str(files("symspellpy") / "frequency_dictionary_en_82_765.txt"), 0, 1)

    @cache
    def correct(word: str) -> str:
        found = checker.lookup(word, Verbosity.TOP, max_edit_distance=2, include_unknown=True)
        return found[0].term if found else word

    return [_by_word(text, correct) for text in texts]


CORRECTORS: dict[str, Callable[[list[str]], list[str]]] = {
    "faircopy": faircopy,
    "typos": typos,
    "codespell": codespell,
    "pyspellchecker": pyspellchecker,
    "symspellpy": symspellpy,
}


def _in_files(texts: list[str], command: list[str]) -> list[str]:
    """Run a tool that corrects files in place. Its exit status is not checked: it is not 0 after a correction."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.txt" for n in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8", newline="")
        subprocess.run(command, cwd=folder, check=False, capture_output=True)
        return [path.read_bytes().decode() for path in paths]


def _by_word(text: str, correct: Callable[[str], str | None]) -> str:
    def corrected(match: re.Match[str]) -> str:
        word = match[0]
        right = correct(word.lower()) or word
        if right == word.lower():
            return word
        return right.capitalize() if word[0].isupper() else right

    return WORD.sub(corrected, text)
