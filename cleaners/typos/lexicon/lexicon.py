"""What is a word, how common it is, which words follow each other, and which are a slip away."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

import numpy as np
import xxhash

from faircopy.cleaners.typos.lexicon.length_index import LengthIndex
from faircopy.cleaners.typos.lexicon.word_lists import names_listed, right_words

# What the word lists say of a form, as bits above its frequency.
WORD = 1  # in most dictionaries
UNUSUAL_WORD = 2  # in a large one
RARE_WORD = 4  # in one made for word games
OBSCURE_WORD = 8  # in a list of everything, misspellings among it
NAME = 16  # written with a capital
RARE_NAME = 32
ABBREVIATION = 64
AMERICAN_ONLY = 128
BRITISH_ONLY = 256

GOOD = WORD | UNUSUAL_WORD
LISTED = GOOD | RARE_WORD | NAME | RARE_NAME | ABBREVIATION
STEPS_A_BIT = 7
TOTAL_LOG2_COUNT = 40.0  # log2 of the words the counts were taken from
UNSEEN_PAIR_LOG2_COUNT = 16.0  # pairs rarer than this are not listed


class HashIndex:
    """Numbers by the hash of a form: small, quick to load, and wrong for one form in ten thousand that it lacks."""

    def __init__(self, keys: np.ndarray, *columns: np.ndarray) -> None:
        """`keys` are sorted; the columns hold bytes."""
        self._keys = array("I", keys.astype("=u4").tobytes())
        # Hashes are spread evenly: where those with the same first bits begin leaves few to search.
        begins = keys.searchsorted(np.arange(1 << 16, dtype="<u4") << 16)
        self._begins = array("I", [*begins.tolist(), len(keys)])
        self.columns = [column.tobytes() for column in columns]

    def row(self, form: str) -> int | None:
        """The row of a form, if it has one."""
        key = form_key(form)
        end = self._begins[(key >> 16) + 1]
        at = bisect_left(self._keys, key, self._begins[key >> 16], end)
        return at if at < end and self._keys[at] == key else None


@dataclass(frozen=True)
class Lexicon:
    """Forms in lower case with flags and frequency, the counts of pairs, and the index of slips.

    `codes` holds the forms that are both listed and written: `flags << 8 | step`, a step being a
    seventh of a bit of the count on the web; `forms` are its keys by row. `rare` are words no one
    writes much. `others` has flags and steps of all other forms, `pairs` the steps of pairs.
    `slip_keys` are sorted hashes of forms with one letter dropped or none, `slip_rows` their rows.
    `misspellings` has the right word for misspellings people make, in lower case; `always_capitalised` names that
    are no words, in lower case too.
    """

    codes: Mapping[str, int]
    forms: Sequence[str]
    rare: Sequence[str]
    others: HashIndex
    pairs: HashIndex
    slip_keys: np.ndarray
    slip_rows: np.ndarray
    misspellings: Mapping[str, str] = field(default_factory=dict)
    always_capitalised: frozenset[str] = frozenset()

    @cached_property
    def length_index(self) -> LengthIndex:
        """All that may stand for a mistyped word, by initial and length; made when first asked for."""
        meant = np.zeros(len(self.forms), bool)
        meant[self.slip_rows] = True
        return LengthIndex(list(compress(self.forms, meant.tolist())))

    def is_name_only(self, word: str) -> bool:
        """Whether lists have a lower-case form as a name and not as a word."""
        flags = self.flags(word)
        return bool(flags & NAME) and not flags & GOOD

    @cached_property
    def _capitalised_by_ends(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for name in sorted(self.always_capitalised):
            found.setdefault((name[0], name[-2:]), []).append(name)
        return found

    def capitalised_like(self, word: str) -> list[str]:
        """Names always written with a capital that begin and end as the lower-case word.

        The ending counts: other languages end the names of countries in their own way (Ukraini, Norvegia).
        """
        return self._capitalised_by_ends.get((word[0], word[-2:]), [])

    def flags(self, word: str) -> int:
        """The bits of a lower-case form; 0 when no list has it."""
        code = self.codes.get(word)
        if code is not None:
            return code >> 8
        row = self.others.row(word)
        return 0 if row is None else self.others.columns[0][row]

    def log2_count(self, word: str) -> float:
        """log2 of how often the web had the lower-case form; 0 when never."""
        code = self.codes.get(word)
        if code is not None:
            return (code & 255) / STEPS_A_BIT
        row = self.others.row(word)
        return 0.0 if row is None else self.others.columns[1][row] / STEPS_A_BIT

    def having(self, *groups: int) -> list[str]:
        """The forms in `codes` with one of the bits of every group."""
        flags = np.fromiter(self.codes.values(), "<u4", len(self.codes)) >> 8
        rows = np.flatnonzero(np.logical_and.reduce([(flags & group) != 0 for group in groups]))
        return list(map(self.forms.__getitem__, rows.tolist()))

    def pair_log2_count(self, first: str, second: str) -> float:
        """log2 of how often the second lower-case word followed the first; 0 when too rarely to be listed."""
        row = self.pairs.row(f"{first} {second}")
        return 0.0 if row is None else self.pairs.columns[0][row] / STEPS_A_BIT

    def pmi(self, first: str, second: str) -> float:
        """How many bits likelier the second word is after the first than anywhere (pointwise mutual information)."""
        chance = self.log2_count(first) + self.log2_count(second) - TOTAL_LOG2_COUNT
        listed = self.pair_log2_count(first, second)
        return (listed or min(UNSEEN_PAIR_LOG2_COUNT, chance - 1.0)) - chance

    def near(self, words: Iterable[str]) -> set[str]:
        """Candidates that share a deletion with one of the words: all one slip away, and some further."""
        keys = np.array(sorted({key for word in words for key in deletion_keys(word)}), "<u4")
        starts = self.slip_keys.searchsorted(keys, "left")
        ends = self.slip_keys.searchsorted(keys, "right")
        return {
            self.forms[row]
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            if start < end
            for row in self.slip_rows[start:end].tolist()
        }


def form_key(form: str) -> int:
    """The hash that stands for a form in the tables."""
    return xxhash.xxh32_intdigest(form.encode())


def deletion_keys(word: str) -> Iterator[int]:
    """Hashes of a word and of all it becomes when one letter is dropped; words a slip apart share one."""
    yield form_key(word)
    for i in range(len(word)):
        if not i or word[i] != word[i - 1]:
            yield form_key(word[:i] + word[i + 1 :])


def make_lexicon(
    words: bytes,
    codes: bytes,
    rare: bytes,
    others: HashIndex,
    pairs: HashIndex,
    slip_keys: np.ndarray,
    slip_rows: np.ndarray,
    misspellings: str = "",
    proper_names: str = "",
) -> Lexicon:
    """A lexicon from its tables as they are stored, unpacked."""
    forms = words.decode().split("\n")
    by_form = dict(zip(forms, np.frombuffer(codes, "<u4").tolist(), strict=True))
    return Lexicon(
        by_form, forms, rare.decode().split("\n"), others, pairs, slip_keys, slip_rows,
        right_words(misspellings), names_listed(proper_names),
    )  # fmt: skip
