"""What to say about a name that does not exist: the nearest one that does, or all of them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SIMILAR = 0.5  # the least similarity (0 to 1, difflib's ratio) of a name that is worth suggesting


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "", *, most: int = 1) -> str:
    """A question with the nearest known names, at most `most` of them; `otherwise` if none is similar.

    >>> did_you_mean("typo", ["layout", "typos"])
    "did you mean 'typos'?"
    """
    near = get_close_matches(name, list(known), n=most, cutoff=SIMILAR)
    return f"did you mean {' or '.join(map(repr, near))}?" if near else otherwise


def unknown_name(kind: str, name: str, known: Iterable[str]) -> str:
    """A message about an unknown name, with the nearest known name, else with all of them.

    >>> unknown_name("stage", "spelling", ["layout", "names"])
    "no stage 'spelling'; there are layout, names"
    """
    known = list(known)
    return f"no {kind} {name!r}; " + did_you_mean(name, known, f"there are {', '.join(known)}")
