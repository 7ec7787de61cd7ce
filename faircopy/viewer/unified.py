"""A unified diff for `patch` and `git apply`."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from rich.text import Text

STYLES = {"---": "bold", "+++": "bold", "@@": "cyan", "-": "red", "+": "green"}
NO_NEWLINE = "\\ No newline at end of file\n"


def unified(old: str, new: str, old_name: str, new_name: str) -> Iterator[Text]:
    """The lines of the diff, without line ends."""
    for line in unified_diff(_lines(old), _lines(new), old_name, new_name):
        for part in line.removesuffix("\n").split("\n"):
            yield Text(part, next((style for mark, style in STYLES.items() if part.startswith(mark)), ""))


def _lines(text: str) -> list[str]:
    """Lines with their line feeds; a last line without one is marked, as `diff` does."""
    lines = text.split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([f"{last}\n{NO_NEWLINE}"] if last else [])
