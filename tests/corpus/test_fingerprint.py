"""The hash of the cleaners covers every file except compiled and derived ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from faircopy import cleaners
from faircopy.cleaners.resources import DERIVED
from faircopy.corpus.plan import fingerprint


@pytest.fixture
def hash_after(tmp_path, monkeypatch):
    """Writes a file into a copy of the cleaners in small, then hashes them."""
    root = tmp_path / "cleaners"
    (root / "models").mkdir(parents=True)
    (root / "models" / "words.txt").write_text("bread")
    monkeypatch.setattr(cleaners, "__file__", str(root / "__init__.py"))
    monkeypatch.setattr(fingerprint, "DERIVED", root / "models" / "derived")

    def write(name: str | None = None) -> str:
        if name:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("road")
        return fingerprint.code_hash.__wrapped__()

    return write


@pytest.mark.parametrize("name", ["models/derived/index.npz", "models/derived/index.npz.1f", "rule.cpython-311.pyc"])
def test_what_is_derived_does_not_count(hash_after, name):
    assert hash_after(name) == hash_after()


@pytest.mark.parametrize("name", ["models/words.txt", "models/more.txt", "packs/derived/entities.csv", "rule.py"])
def test_every_other_file_counts(hash_after, name):
    assert hash_after() != hash_after(name)


def test_derived_files_lie_among_those_that_are_hashed():
    assert Path(cleaners.__file__).parent in DERIVED.parents
