"""Texts with known errors, and which proposals correct them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from faircopy.cleaners.typos.nonword.propose import Proposal
from lab.training.typos.noise import noisy

Judge = Callable[[Proposal], bool]


@dataclass(frozen=True)
class Sample:
    """A text, whether a proposal in it is right, its source, and whether it is held back from fitting."""

    source: str
    text: str
    judge: Judge
    held_back: bool


def samples(folder: Path) -> Iterator[Sample]:
    """All texts to fit and to test on, from `typos/` and `boilerplate/` in a data folder."""
    for name in ("newsnoise", "neuspell_jfleg", "wikidump_realistic"):
        for row in rows(folder / "typos" / f"{name}.jsonl.gz"):
            if is_english(row["clean"]):
                yield Sample(name, row["noisy"], aligned(row["noisy"], row["clean"]), held_back(row["clean"]))
    listed = misspellings(folder / "typos" / "wikipedia_machine.tsv.gz")
    for name in ("wcxb_article", "fundus_eval", "fundus_tests"):
        for row in rows(folder / "boilerplate" / f"cling-{name}.jsonl.gz"):
            text = "\n\n".join(line["text"] for line in row["lines"] if line["keep"])
            if is_english(text):
                source = "slips" if name == "wcxb_article" else "slips-news"
                for seed in ("first", "second"):
                    wrong, corrections = noisy(text, random.Random(row["id"] + seed), 0.014, listed)
                    yield Sample(source, wrong, is_one_of(corrections), source == "slips-news" and held_back(text))


def misspellings(path: Path) -> dict[str, list[str]]:
    """Misspellings by their right word, from lines of a misspelling, a tab and the right word."""
    found: dict[str, list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            wrong, right = line.rstrip("\n").split("\t")
            found.setdefault(right, []).append(wrong)
    return found


def rows(path: Path) -> Iterator[dict]:
    """The records of a file of compressed JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def held_back(text: str) -> bool:
    """Whether a text is in the half that is held back: by its first words, so that near copies are in one half."""
    return sha256(" ".join(text.split()[:3]).encode()).digest()[0] % 2 == 1


COMMON = frozenset(
    ("the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "was", "as", "at", "by", "it", "from",
     "be", "are", "this", "have")
)  # fmt: skip


def is_english(text: str) -> bool:
    """Whether enough of the words are among the most frequent of English."""
    words = text.lower().split()
    return bool(words) and sum(word in COMMON for word in words) / len(words) > 0.15


def is_one_of(corrections: list[tuple[int, int, str]]) -> Judge:
    """A proposal is right if it is one of the corrections."""
    known = set(corrections)
    return lambda proposal: (proposal.start, proposal.start + len(proposal.before), proposal.after) in known


def aligned(wrong: str, right: str) -> Judge:
    """A proposal is right if it turns its tokens into those of the right text."""
    lines = wrong.split("\n"), right.split("\n")
    if len(lines[0]) != len(lines[1]):
        lines = [wrong], [right]
    starts = [0]
    for line in lines[0]:
        starts.append(starts[-1] + len(line) + 1)
    changes = [token_changes(x, y) for x, y in zip(*lines, strict=True)]

    def judge(proposal: Proposal) -> bool:
        n = max(i for i, start in enumerate(starts[:-1]) if start <= proposal.start)
        line = lines[0][n]
        start = proposal.start - starts[n]
        end = start + len(proposal.before)
        corrected = line[:start] + proposal.after + line[end:]
        return bool(made := token_changes(line, corrected)) and made <= changes[n]

    return judge


def token_changes(before: str, after: str) -> set[tuple[int, int, str]]:
    """The tokens between white space that differ: (first, end, right words)."""
    a, b, out = straight(before).split(), straight(after).split(), set()
    for op, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        if i2 - i1 == j2 - j1:
            out |= {(i1 + k, i1 + k + 1, b[j1 + k]) for k in range(i2 - i1)}
        else:
            out.add((i1, i2, " ".join(b[j1:j2])))
    return out


def straight(text: str) -> str:
    """The text with straight quotation marks and apostrophes."""
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
