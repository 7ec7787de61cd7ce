"""The check for regular expressions that backtrack exponentially, on patterns whose answer is known."""

from __future__ import annotations

import pytest

from lab.checks.ambiguity import ambiguous_loop


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(a*)*b",
        r"(a|a)*b",
        r"(?:ab|a|b)*c",
        r"(?:\w+\s?)*x",
        r"(?:x+x+)+y",
        r"(([a-z])+.)+[A-Z]([a-z])+",
        r"[a-z](?: ?[|] ?[^|]{2,25}){2,19}",  # bounded, and yet two readings for each of nineteen spaces
        r"(?i:[A-Z]\w*|de)(?: (?i:[A-Z]\w*|de))*!",
        r"(?>(?:a|a)*)b",
    ],
)
def test_ambiguous(pattern):
    assert ambiguous_loop(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a|b)*c",
        r"a*b*c",
        r"\w+\s+\w+",
        r"(?:\w+ )*x",
        r"(a++)+b",
        r"(?:,? [A-Z]\w*){1,7}",
        r"[a-z][^|]{0,24}(?:[|][^|]{2,25}){2,19}",
        r"(?:by )?(?:[A-Z]\w+ )*(?:and )?\d",
    ],
)
def test_unambiguous(pattern):
    assert ambiguous_loop(pattern) == ""
