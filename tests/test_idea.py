"""docs/idea.md describes what is there: the stages of the recipe, the folders of the repository."""

import re
from pathlib import Path

from faircopy.cleaners.recipes import STAGE_NAMES

ROOT = Path(__file__).parents[1]
IDEA = (ROOT / "docs/idea.md").read_text(encoding="utf-8")


def first_cells(title: str) -> list[str]:
    """The first cell of every row of the table with this title cell, without its code marks."""
    table = re.search(rf"^\| {title} \|.*\n\|---.*\n((?:\|.*\n)+)", IDEA, re.MULTILINE)
    return re.findall(r"^\| `(.+?)` \|", table[1], re.MULTILINE)


def test_the_table_of_stages_is_the_recipe_in_its_order():
    assert first_cells("stage") == list(STAGE_NAMES)


def test_the_folders_exist():
    folders = first_cells("folder")
    assert "faircopy/cli/" in folders
    assert [folder for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []
