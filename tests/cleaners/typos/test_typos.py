"""What the stage corrects, and what it leaves."""

from __future__ import annotations

import pytest

from faircopy import clean


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The talks will not go on foreover, he said.", "The talks will not go on forever, he said."),
        ("It was a ddamaging defeat for the party.", "It was a damaging defeat for the party."),
        ("Some in the adminstration believed it.", "Some in the administration believed it."),
        ("They called forpeace talks.", "They called for peace talks."),
        ("The ship will arrive by by Friday.", "The ship will arrive by Friday."),
        ("An officer of the U.S .intelligence service spoke.", "An officer of the U.S. intelligence service spoke."),
        ("The army of the united States moved on.", "The army of the United States moved on."),
        ("They met , shook hands and left.", "They met, shook hands and left."),
        ("In Ukraine the harvest is in, but ukraine’s ports are shut.",
         "In Ukraine the harvest is in, but Ukraine’s ports are shut."),
    ],
)  # fmt: skip
def test_corrects(before: str, after: str) -> None:
    assert clean(before, only="typos").text == after
    assert clean(after, only="typos").text == after
