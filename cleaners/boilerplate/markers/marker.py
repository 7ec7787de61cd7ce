"""A kind of line that gives itself away: what it is called, why it goes, how it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """A kind of line: `opens` says whether what follows belongs to it.

    Where `hints` are given, the pattern is tried only on lines that hold one of them: a pattern that begins with
    anything at all is slow to fail. A `shouted` pattern matches the line as it stands: its capitals count.
    """

    rule: str
    reason: str
    pattern: re.Pattern[str]
    opens: bool = False
    hints: tuple[str, ...] = ()
    shouted: bool = False


def marker(
    rule: str, reason: str, *forms: str, opens: bool = False, hints: tuple[str, ...] = (), shouted: bool = False
) -> Marker:
    """A marker that has one of the forms, whatever dots, dashes or arrows follow."""
    pattern = re.compile(rf"(?:{'|'.join(forms)})\s*[:.!…»›>↓+-]*")
    return Marker(rule, reason, pattern, opens, hints, shouted)


OWN_MARKER = Marker("own-marker", "a marker set for this source", re.compile(""), opens=True)
