from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases"


def sentences(kind):
    lines = (CASES / kind / "names.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", sentences("must_not_change"))
@pytest.mark.parametrize("style", ["default", "bbc"])
def test_leaves_alone(normalised, text, style):
    assert normalised(text, style) == text


@pytest.mark.xfail(strict=True, reason="nothing in the sentence tells")
@pytest.mark.parametrize("text", sentences("known_failures"))
def test_should_leave_alone(normalised, text):
    assert normalised(text) == text
