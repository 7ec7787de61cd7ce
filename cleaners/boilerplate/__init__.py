"""What the page wrapped around the article: found line by line, each removal with its rule and its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cleaners.boilerplate.found import found_in
from cleaners.boilerplate.line_rules import MARKER_CONFIDENCE, line_verdicts
from cleaners.boilerplate.line_types import line_types
from cleaners.boilerplate.lines import Verdict, ink_lines, placed_lines, removal
from cleaners.document import Document, Findings
from cleaners.edits import Edit
from cleaners.options import Options
from cleaners.resources import Resources

KEPT_TYPES = frozenset({"headline", "dateline", "subheading"})


def drop_boilerplate(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """The lines of each document that do not belong to its article, and what they say about it."""
    return [_read_text(document, resources) for document in batch]


def _read_text(document: Document, resources: Resources) -> Findings:
    options = resources.options
    repeats = resources.repeats.get(document.source or "", frozenset())
    lines = ink_lines(document.text)
    kept = list(range(len(lines)))
    verdicts: dict[int, Verdict] = {}
    types: dict[int, str] = {}
    while True:  # what is left once lines are gone may show more; it ends, for every round takes a line
        left = [lines[number] for number in kept]
        left_types = line_types(left)
        if not types:
            types = left_types
        new = {kept[v.line]: v for v in _best(line_verdicts(left, left_types, options.markers, repeats), left_types)}
        verdicts |= {number: verdict for number, verdict in new.items() if number not in verdicts or verdict.sure}
        gone = {number for number, verdict in new.items() if verdict.sure}
        if not gone:
            break
        kept = [number for number in kept if number not in gone]
    found = found_in(lines, types)
    notes = {"line_types": types, "found": found} if found else {"line_types": types}
    return Findings(_edits(document.text, verdicts), notes, _too_much(lines, kept, options))


def _best(verdicts: Iterable[Verdict], types: Mapping[int, str]) -> list[Verdict]:
    """The surest verdict on each line that its type does not protect."""
    best: dict[int, Verdict] = {}
    for verdict in verdicts:
        kind = types.get(verdict.line)
        if kind in KEPT_TYPES and not (kind == "subheading" and verdict.confidence >= MARKER_CONFIDENCE):
            continue
        if verdict.line not in best or verdict.confidence > best[verdict.line].confidence:
            best[verdict.line] = verdict
    return list(best.values())


def _edits(text: str, verdicts: dict[int, Verdict]) -> tuple[Edit, ...]:
    if not verdicts:
        return ()
    return tuple(removal(text, line, verdicts[n]) for n, line in enumerate(placed_lines(text)) if n in verdicts)


def _too_much(lines: Sequence[str], kept: Sequence[int], options: Options) -> str:
    """Why the document must be held: too many of its words would go."""
    total = sum(line.count(" ") + 1 for line in lines)
    lost = total - sum(lines[number].count(" ") + 1 for number in kept)
    if not total or lost <= options.max_loss * total:
        return ""
    return f"{lost} of its {total} words look like boilerplate, more than the {options.max_loss:.0%} that may go"
