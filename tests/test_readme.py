"""The examples of the README do what it says."""

from __future__ import annotations

import re
from pathlib import Path

from faircopy import clean

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_before_becomes_after():
    before, after = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    assert clean(before).text == after


def test_the_line_of_python_says_what_it_gives():
    [source, result] = re.search(r"faircopy\.clean\((\".*?\")\)\.text +# ('.*?')\n", README).groups()
    assert clean(eval(source)).text == eval(result)
