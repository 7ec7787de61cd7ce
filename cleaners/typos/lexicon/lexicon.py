"""What is a word, how frequent words and pairs of words are, and which words are an edit away."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

import numpy as np

from faircopy.cleaners.typos.lexicon.deletion_index import DeletionIndex, form_key
from faircopy.cleaners.typos.lexicon.length_index import LengthIndex
from faircopy.cleaners.typos.lexicon.word_lists import read_misspellings, read_names

# What the word lists say about a form (a spelling, in lower case), as bits above its frequency.
WORD = 1  # in most dictionaries
UNUSUAL_WORD = 2  # in a large one
RARE_WORD = 4  # in one made for word games
OBSCURE_WORD = 8  # in the largest list, which has misspellings too
NAME = 16  # written with a capital
RARE_NAME = 32
ABBREVIATION = 64
AMERICAN_ONLY = 128
BRITISH_ONLY = 256

GOOD = WORD | UNUSUAL_WORD
LISTED = GOOD | RARE_WORD | NAME | RARE_NAME | ABBREVIATION
STEPS_A_BIT = 7  # frequencies are stored as log2 of the count, in sevenths of a bit
TOTAL_LOG2_COUNT = 40.0  # of all words that were counted
UNSEEN_PAIR_LOG2_COUNT = 16.0  # rarer pairs are not listed
# How frequent a form must be to be a candidate for a mistyped word, as log2 of its count.
CANDIDATE_WORD, CANDIDATE_NAME = 14, 16


class HashIndex:
    """Columns of numbers by the hash of a form.

    Small and quick to load; one unlisted form in ten thousand shares its hash with a listed one and seems listed.
    """

    def __init__(self, keys: np.ndarray, *columns: np.ndarray) -> None:
        """`keys` are sorted 32-bit hashes; the columns hold bytes, a row per key."""
        self._keys = array("I", keys.astype("=u4").tobytes())
        # Hashes are spread evenly: where each value of the upper 16 bits begins leaves few keys to search.
        begins = keys.searchsorted(np.arange(1 << 16, dtype="<u4") << 16)
        self._begins = array("I", [*begins.tolist(), len(keys)])
        self.columns = [column.tobytes() for column in columns]

    def row(self, form: str) -> int | None:
        """The row of a form, or None."""
        key = form_key(form)
        end = self._begins[(key >> 16) + 1]
        at = bisect_left(self._keys, key, self._begins[key >> 16], end)
        return at if at < end and self._keys[at] == key else None


@dataclass(frozen=True)
class Lexicon:
    """Forms in lower case with their flags and frequencies, the frequencies of pairs, and an index of deletions.

    - `codes`: forms that lists have and people write, each as `flags << 8 | step` (frequency in sevenths of a bit);
      `forms`: the same forms by row.
    - `rare`: words that lists have and hardly anybody writes.
    - `others`: flags and steps of all other forms; `pairs`: steps of pairs of words.
    - `deletions`: the index that finds the candidates for a mistyped word.
    - `misspellings`: frequent misspellings and the word meant, in lower case.
    - `always_capitalised`: names that are not words, in lower case.
    """

    codes: Mapping[str, int]
    forms: Sequence[str]
    rare: Sequence[str]
    others: HashIndex
    pairs: HashIndex
    deletions: DeletionIndex
    misspellings: Mapping[str, str] = field(default_factory=dict)
    always_capitalised: frozenset[str] = frozenset()

    @cached_property
    def length_index(self) -> LengthIndex:
        """All words that may be meant by a mistyped one, by initial and length; built on first use."""
        candidates = np.zeros(len(self.forms), bool)
        candidates[self.deletions.rows] = True
        return LengthIndex(list(compress(self.forms, candidates.tolist())))

    def is_name_only(self, word: str) -> bool:
        """Whether lists have a form as a name and not as a word."""
        flags = self.flags(word)
        return bool(flags & NAME) and not flags & GOOD

    @cached_property
    def _capitalised_by_ends(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for name in sorted(self.always_capitalised):
            found.setdefault((name[0], name[-2:]), []).append(name)
        return found

    def capitalised_like(self, word: str) -> list[str]:
        """Names in `always_capitalised` with the word's initial and its last two letters.

        The ending counts, since other languages end the names of countries in their own way (Ukraini, Norvegia).
        """
        return self._capitalised_by_ends.get((word[0], word[-2:]), [])

    def flags(self, word: str) -> int:
        """What the lists say about a form, as bits; 0 if no list has it."""
        code = self.codes.get(word)
        if code is not None:
            return code >> 8
        row = self.others.row(word)
        return 0 if row is None else self.others.columns[0][row]

    def log2_count(self, word: str) -> float:
        """log2 of how often a form occurs on the web; 0 if it was never counted."""
        code = self.codes.get(word)
        if code is not None:
            return (code & 255) / STEPS_A_BIT
        row = self.others.row(word)
        return 0.0 if row is None else self.others.columns[1][row] / STEPS_A_BIT

    def forms_with(self, *groups: int) -> list[str]:
        """The forms in `codes` that have at least one bit of every group."""
        flags = np.fromiter(self.codes.values(), "<u4", len(self.codes)) >> 8
        rows = np.flatnonzero(np.logical_and.reduce([(flags & group) != 0 for group in groups]))
        return list(map(self.forms.__getitem__, rows.tolist()))

    def pair_log2_count(self, first: str, second: str) -> float:
        """log2 of how often the second form follows the first on the web; 0 if too rarely to be listed."""
        row = self.pairs.row(f"{first} {second}")
        return 0.0 if row is None else self.pairs.columns[0][row] / STEPS_A_BIT

    def pmi(self, first: str, second: str) -> float:
        """Pointwise mutual information, in bits: how much likelier the second form is after the first than anywhere."""
        expected = self.log2_count(first) + self.log2_count(second) - TOTAL_LOG2_COUNT
        listed = self.pair_log2_count(first, second)
        return (listed or min(UNSEEN_PAIR_LOG2_COUNT, expected - 1.0)) - expected

    def near(self, words: Iterable[str]) -> set[str]:
        """Candidates that share a deletion with one of the words: all those one edit away, and some further."""
        return {self.forms[row] for row in self.deletions.near(words)}


def candidate_rows(codes: np.ndarray) -> np.ndarray:
    """The rows of the forms that may be meant by a mistyped word, given all `codes`: common words and names."""
    flags, log2_counts = codes >> 8, (codes & 255) / STEPS_A_BIT
    words = (flags & GOOD != 0) & (log2_counts >= CANDIDATE_WORD)
    names = (flags & NAME != 0) & (log2_counts >= CANDIDATE_NAME)
    return np.flatnonzero(words | names)


def make_lexicon(
    words: bytes,
    codes: bytes,
    rare: bytes,
    others: HashIndex,
    pairs: HashIndex,
    deletions: DeletionIndex,
    misspellings: str = "",
    proper_names: str = "",
) -> Lexicon:
    """Build a lexicon from its files, decompressed."""
    forms = words.decode().split("\n")
    by_form = dict(zip(forms, np.frombuffer(codes, "<u4").tolist(), strict=True))
    return Lexicon(
        by_form, forms, rare.decode().split("\n"), others, pairs, deletions,
        read_misspellings(misspellings), read_names(proper_names),
    )  # fmt: skip
