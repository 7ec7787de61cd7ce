from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases" / "must_not_change" / "names.txt"
SENTENCES = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("style", ["default", "bbc"])
def test_leaves_alone(normalised, text, style):
    assert normalised(text, style) == text
