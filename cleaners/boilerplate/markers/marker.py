"""A marker: a line that shows by its words alone which kind of boilerplate it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from faircopy.cleaners.boilerplate import kinds
from faircopy.cleaners.boilerplate.kinds import Kind


@dataclass(frozen=True, slots=True)
class Marker:
    """A pattern that a whole line must match, and what such a line is.

    `opens`: the lines below belong to the marker too, as links do to the heading above them. Where `hints` are given,
    the pattern is tried only on lines that hold one of them: a pattern that begins with `.{0,250}` is slow to fail. The
    pattern is matched against the line in lower case, or, if `case_sensitive`, as written.
    """

    kind: Kind
    reason: str
    pattern: re.Pattern[str]
    opens: bool = False
    hints: tuple[str, ...] = ()
    case_sensitive: bool = False


def marker(
    kind: Kind,
    *forms: str,
    reason: str = "",
    opens: bool = False,
    hints: tuple[str, ...] = (),
    case_sensitive: bool = False,
) -> Marker:
    """A marker for lines in one of the forms, with any dots, dashes or arrows after it.

    `reason` is the log's noun phrase or short sentence, by default the kind's.
    """
    pattern = re.compile(rf"(?:{'|'.join(forms)})\s*[:.!…»›>↓+-]*")
    return Marker(kind, reason or kind.reason, pattern, opens, hints, case_sensitive)


OWN_MARKER = Marker(kinds.OWN_MARKER, kinds.OWN_MARKER.reason, re.compile(""), opens=True)
