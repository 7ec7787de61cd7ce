"""The deletion index: what it finds, and that it is built again for another lexicon."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners import resources
from faircopy.cleaners.resources import DERIVED, deletion_index
from faircopy.cleaners.typos.lexicon import lexicon
from faircopy.cleaners.typos.lexicon.deletion_index import build_deletion_index
from faircopy.cleaners.typos.lexicon.lexicon import CANDIDATE_NAME, CANDIDATE_WORD, NAME, STEPS_A_BIT, WORD

WORDS = st.text("abc", min_size=1, max_size=6)


def edits(word: str) -> set[str]:
    """All that is one letter more, fewer or other than a word, or has two neighbours swapped."""
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {left + right[1:] for left, right in splits if right}
    other = {left + letter + right[1:] for left, right in splits if right for letter in "abc"}
    more = {left + letter + right for left, right in splits for letter in "abc"}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    return fewer | other | more | swapped


@given(forms=st.lists(WORDS, min_size=1, max_size=12, unique=True), word=WORDS)
def test_no_form_one_edit_away_is_missed(forms, word):
    found = {forms[row] for row in build_deletion_index(forms, range(len(forms))).near([word])}
    assert found >= edits(word) & set(forms)


def test_only_forms_that_share_a_deletion_are_found():
    forms = ["still", "stall", "style", "kilt", "till"]
    index = build_deletion_index(forms, [0, 1, 2, 4])
    assert {forms[row] for row in index.near(["stil"])} == {"still", "till"}  # till, stil: both til without a letter
    assert {forms[row] for row in index.near(["kil", "styl"])} == {"style"}  # kilt has no row in the index
    assert index.near([]) == set()


def test_its_hashes_are_sorted_and_the_rows_of_one_hash_too():
    index = build_deletion_index(["bat", "at", "cat"], range(3))
    pairs = list(zip(index.keys.tolist(), index.rows.tolist(), strict=True))
    assert pairs == sorted(pairs)
    assert len(pairs) == 4 + 3 + 4


@pytest.mark.parametrize(
    ("flags", "log2_count", "chosen"),
    [
        (WORD, CANDIDATE_WORD, True),
        (WORD, CANDIDATE_WORD - 1, False),
        (NAME, CANDIDATE_NAME, True),
        (NAME, CANDIDATE_NAME - 1, False),
        (lexicon.RARE_WORD, 30, False),
    ],
)
def test_candidates_are_common_words_and_names(flags, log2_count, chosen):
    codes = np.array([0, flags << 8 | log2_count * STEPS_A_BIT], "<u4")
    assert lexicon.candidate_rows(codes).tolist() == ([1] if chosen else [])


@pytest.fixture
def small_lexicon(tmp_path, monkeypatch):
    """Writes a lexicon of some words; the index is kept in its folder `derived`."""
    monkeypatch.setattr(resources, "MODELS", tmp_path)

    def write(*words: str) -> Path:
        codes = np.full(len(words), WORD << 8 | 255, "<u4")
        pack = zstandard.ZstdCompressor().compress
        (tmp_path / "lexicon-words.zst").write_bytes(pack("\n".join(words).encode()))
        (tmp_path / "lexicon-codes.zst").write_bytes(pack(codes.tobytes()))
        return tmp_path / "derived"

    return write


def never(*_):
    raise AssertionError("built again")


BUILD = "faircopy.cleaners.typos.lexicon.deletion_index.build_deletion_index"


def test_an_index_is_built_once_for_a_lexicon(small_lexicon, monkeypatch):
    folder = small_lexicon("bread", "road")
    first = deletion_index(folder)
    monkeypatch.setattr(BUILD, never)
    again = deletion_index(folder)
    assert (again.keys.tolist(), again.rows.tolist()) == (first.keys.tolist(), first.rows.tolist())


@pytest.mark.parametrize("words", [("bread", "rope"), ("road", "bread"), ("bread",)])
def test_another_lexicon_gets_another_index(small_lexicon, words):
    deletion_index(small_lexicon("bread", "road"))
    found = deletion_index(small_lexicon(*words))
    fresh = build_deletion_index(words, range(len(words)))
    assert (found.keys.tolist(), found.rows.tolist()) == (fresh.keys.tolist(), fresh.rows.tolist())


def test_other_candidates_get_another_index(small_lexicon, monkeypatch):
    folder = small_lexicon("bread", "road")
    assert len(deletion_index(folder).keys)
    monkeypatch.setattr(lexicon, "CANDIDATE_WORD", 99)
    assert len(deletion_index(folder).keys) == 0


# The build of a wheel may import what pyproject.toml requires for it, and nothing else that is installed.
BUILD_OF_A_WHEEL = """
import sys
import sysconfig
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import numpy, xxhash, zstandard

class Refuse:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and top not in ("faircopy", "numpy", "xxhash", "zstandard"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Refuse())
from faircopy.cleaners.resources import deletion_index
print(len(deletion_index(Path(sys.argv[2])).keys))
"""


def test_it_is_built_with_no_more_than_a_wheel_needs(tmp_path):
    root = Path(__file__).parents[4]
    command = [sys.executable, "-c", BUILD_OF_A_WHEEL, root, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100_000
    assert [file.name for file in tmp_path.iterdir()] == ["lexicon-deletions.npz"]


def test_it_is_kept_where_git_and_the_fingerprint_leave_it_out():
    assert DERIVED == resources.MODELS / "derived"
    ignored = (Path(__file__).parents[4] / ".gitignore").read_text().splitlines()
    assert "/cleaners/models/derived/" in ignored
