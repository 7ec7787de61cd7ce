"""Where the names of a table stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faircopy.cleaners.names.automaton import matches
from faircopy.cleaners.names.name_index import Entry, Protected, Surname, Table, Written

APOSTROPHES = "'’ʼ‘ʹ′`"
GAP = r"(?:[ \t\u00a0\u202f]+|[ \t\u00a0]?\r?\n[ \t\u00a0]?)"
_AFTER = re.compile(GAP)
_BEFORE = re.compile(GAP + r"\Z")
_PLAIN = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry of the table between `start` and `end` (code points) of a text."""

    start: int
    end: int
    entry: Entry


def sightings(text: str, table: Table) -> list[Sighting]:
    """Every entry that stands in the text as whole words, in text order; they may overlap."""
    if table.automaton is None:
        return []
    found: dict[tuple[int, int, int], Sighting] = {}
    for number, start, end in matches(table.automaton, text, overlapping=True):
        if (start and _joins(text[start - 1])) or (end < len(text) and _joins(text[end]) and text[end] not in "sS"):
            continue
        for entry in table.entries[number]:
            span = _whole_name(text, start, end, entry)
            if span and _ends_word(text, span[1], entry):
                found.setdefault((*span, id(entry)), Sighting(*span, entry))
    return sorted(found.values(), key=lambda s: (s.start, -s.end))


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


def _ends_word(text: str, end: int, entry: Entry) -> bool:
    """The name ends here, or in the plural s of people."""
    if end >= len(text) or not _joins(text[end]):
        return True
    plural = isinstance(entry, Surname) or (isinstance(entry, Written) and entry.entity.kind in ("people", "person"))
    return plural and text[end] in "sS" and (end + 1 == len(text) or not _joins(text[end + 1]))


def _whole_name(text: str, start: int, end: int, entry: Entry) -> tuple[int, int] | None:
    """Where the whole name lies, given where its key word was found."""
    if entry.key < 0 or len(entry.words) == 1:
        return start, end
    for word in reversed(entry.words[: entry.key]):
        gap = _BEFORE.search(text, max(0, start - 3), start)
        if not gap or not _same(text[max(0, gap.start() - len(word)) : gap.start()], word):
            return None
        start = gap.start() - len(word)
    for word in entry.words[entry.key + 1 :]:
        gap = _AFTER.match(text, end)
        if not gap or not _same(text[gap.end() : gap.end() + len(word)], word):
            return None
        end = gap.end() + len(word)
    if start and _joins(text[start - 1]):
        return None
    return start, end


def _same(found: str, word: str) -> bool:
    plain, wanted = found.translate(_PLAIN), word.translate(_PLAIN)
    return plain == wanted or plain == wanted.upper()


def without_overlaps(found: list[Sighting]) -> list[list[Sighting]]:
    """Sightings that do not overlap, in text order; those in one place together, people first.

    Protected phrases win over names and go themselves, then the longer wins, then people.
    """
    chosen: list[list[Sighting]] = []
    for cluster in _clusters(found):
        taken: dict[tuple[int, int], list[Sighting]] = {}
        for sighting in sorted(cluster, key=_rank):
            span = (sighting.start, sighting.end)
            if span in taken or not any(sighting.start < end and start < sighting.end for start, end in taken):
                taken.setdefault(span, []).append(sighting)
        chosen += (some for some in taken.values() if not isinstance(some[0].entry, Protected))
    return sorted(chosen, key=lambda some: some[0].start)


def _clusters(found: list[Sighting]) -> Iterator[list[Sighting]]:
    """Sightings in text order, those that overlap (directly or through others) together."""
    cluster: list[Sighting] = []
    reach = -1
    for sighting in found:
        if cluster and sighting.start >= reach:
            yield cluster
            cluster = []
        cluster.append(sighting)
        reach = max(reach, sighting.end)
    if cluster:
        yield cluster


def _rank(sighting: Sighting) -> tuple[int, int, int, int]:
    entry = sighting.entry
    person = isinstance(entry, Surname) or (isinstance(entry, Written) and entry.entity.kind == "person")
    return (0 if isinstance(entry, Protected) else 1, sighting.start - sighting.end, 0 if person else 1, sighting.start)
