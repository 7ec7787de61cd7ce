"""Mentions: where a text has a name of the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faircopy.cleaners.names.automaton import matches
from faircopy.cleaners.names.name_index import Entry, NameIndex, ProtectedPhrase, Surname, WholeName

APOSTROPHES = "'’ʼ‘ʹ′`"
GAP = r"(?:[ \t\u00a0\u202f]+|[ \t\u00a0]?\r?\n[ \t\u00a0]?)"
_AFTER = re.compile(GAP)
_BEFORE = re.compile(GAP + r"\Z")
_PLAIN = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry of the index found at [start, end) (code points) of a text."""

    start: int
    end: int
    entry: Entry


def find_mentions(text: str, index: NameIndex) -> list[Mention]:
    """Every entry that the text has as whole words, in text order; mentions may overlap."""
    if index.automaton is None:
        return []
    found: dict[tuple[int, int, int], Mention] = {}
    for number, start, end in matches(index.automaton, text, overlapping=True):
        if (start and _joins(text[start - 1])) or (end < len(text) and _joins(text[end]) and text[end] not in "sS"):
            continue
        for entry in index.entries[number]:
            span = _whole_name(text, start, end, entry)
            if span and _ends_word(text, span[1], entry):
                found.setdefault((*span, id(entry)), Mention(*span, entry))
    return sorted(found.values(), key=lambda s: (s.start, -s.end))


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


def _ends_word(text: str, end: int, entry: Entry) -> bool:
    """Whether the name ends here, or in the plural s of people and peoples (the Zelenskys)."""
    if end >= len(text) or not _joins(text[end]):
        return True
    plural = isinstance(entry, Surname) or (isinstance(entry, WholeName) and entry.entity.kind in ("people", "person"))
    return plural and text[end] in "sS" and (end + 1 == len(text) or not _joins(text[end + 1]))


def _whole_name(text: str, start: int, end: int, entry: Entry) -> tuple[int, int] | None:
    """The span of the whole name, given the span of its key word; None if its other words are not there."""
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


def without_overlaps(found: list[Mention]) -> list[list[Mention]]:
    """Groups of mentions with the same span, in text order; mentions of different groups do not overlap.

    Of overlapping mentions protected phrases win and are dropped, then the longer one wins, then people.
    """
    chosen: list[list[Mention]] = []
    for cluster in _clusters(found):
        taken: dict[tuple[int, int], list[Mention]] = {}
        for mention in sorted(cluster, key=_rank):
            span = (mention.start, mention.end)
            if span in taken or not any(mention.start < end and start < mention.end for start, end in taken):
                taken.setdefault(span, []).append(mention)
        chosen += (some for some in taken.values() if not isinstance(some[0].entry, ProtectedPhrase))
    return sorted(chosen, key=lambda some: some[0].start)


def _clusters(found: list[Mention]) -> Iterator[list[Mention]]:
    """Clusters of mentions, given in text order, that overlap directly or through others."""
    cluster: list[Mention] = []
    reach = -1
    for mention in found:
        if cluster and mention.start >= reach:
            yield cluster
            cluster = []
        cluster.append(mention)
        reach = max(reach, mention.end)
    if cluster:
        yield cluster


def _rank(mention: Mention) -> tuple[bool, int, bool, int]:
    entry = mention.entry
    person = isinstance(entry, Surname) or (isinstance(entry, WholeName) and entry.entity.kind == "person")
    is_name = not isinstance(entry, ProtectedPhrase)
    return is_name, mention.start - mention.end, not person, mention.start
