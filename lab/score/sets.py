"""The development sets of a data folder, and how the scorer is called on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The kind of the scorer, and the files it scores. `unlabelled-*` has no gold, `wikipedia_machine` is no text.
PATTERNS = (
    ("lines", "data/boilerplate/cling-*.jsonl.gz"),
    ("lines", "data/boilerplate/lines-*.jsonl.gz"),
    ("dumps", "data/dumps/dumps-*.jsonl.gz"),
    ("pages", "data/boilerplate/pages-*.jsonl.gz"),
    ("typos", "data/typos/newsnoise.jsonl.gz"),
    ("typos", "data/typos/neuspell_jfleg.jsonl.gz"),
    ("typos", "data/typos/wikidump_realistic.jsonl.gz"),
    ("clean", "data/typos/cleannews.jsonl.gz"),
    ("names", "data/names/names_dev.jsonl"),
    ("edited", "data/typos/cweb-dev.jsonl.gz"),
    ("judged", "data/typos/edited-dev.jsonl.gz"),
    ("cases", "cases/words-and-names.jsonl"),
    ("cases", "cases/pages-and-texts.jsonl"),
    ("twice", "cases/cleaned-twice.jsonl"),
    ("metadata", "data/metadata/*.jsonl.gz"),
)
VERDICTS = "edited-dev-judged.jsonl"  # beside `edited-dev`: what a reader said of each change


@dataclass(frozen=True)
class DevelopmentSet:
    """One file, scored by one kind of the scorer."""

    kind: str
    path: Path

    @property
    def name(self) -> str:
        """The file's name without its endings."""
        return self.path.name.partition(".jsonl")[0]

    def arguments(self) -> list[str]:
        """The scorer's arguments."""
        verdicts = ["--judged", str(self.path.with_name(VERDICTS))] if self.kind == "judged" else []
        return [self.kind, str(self.path), *verdicts]


def development_sets(data: Path, only: frozenset[str] = frozenset()) -> Iterator[DevelopmentSet]:
    """The sets of a data folder; with `only`, those whose name or kind is among them."""
    for kind, pattern in PATTERNS:
        for path in sorted(data.glob(pattern)):
            found = DevelopmentSet(kind, path)
            if not only or {found.name, found.kind} & only:
                yield found
