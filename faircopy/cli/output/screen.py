"""Standard output: a terminal with colours and a pager, or a pipe with neither."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from textwrap import indent
from typing import IO, TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from faircopy.viewer.marked_text import MarkedLine, Marks

NARROWEST = 40  # columns


class Screen:
    """Prints texts and tables: wrapped and coloured on a terminal, as plain lines in a pipe."""

    def __init__(self, stream: IO[str], is_terminal: bool) -> None:
        self.stream = stream
        self.is_terminal = is_terminal
        width = max(NARROWEST, shutil.get_terminal_size().columns)
        self.console = Console(
            file=stream, force_terminal=is_terminal, width=width, highlight=False, emoji=False, markup=False
        )

    @property
    def marks(self) -> Marks:
        """How changes are marked on this screen."""
        return "colours" if self.console.color_system and not self.console.no_color else "signs"

    def show(self, text: RenderableType = "") -> None:
        """Print a text or a table."""
        if self.is_terminal:
            self.console.print(text)
        elif isinstance(text, Table):
            self._plain_table(text)
        elif isinstance(text, Padding):
            self.stream.write(indent(_plain(text.renderable), " " * text.left) + "\n")
        else:
            self.stream.write(_plain(text) + "\n")

    def say(self, message: str) -> None:
        """Print a message for a person: on a terminal between the results, otherwise on standard error."""
        if self.is_terminal:
            self.console.print(Text(message, "dim"))
        else:
            print(message, file=sys.stderr)

    def lines(self, lines: Iterable[MarkedLine]) -> None:
        """Print numbered lines, wrapped to the right of the number."""
        for line in lines:
            number = "" if line.number is None else str(line.number)
            if not self.is_terminal:
                self.stream.write(f"{number:>4}  {line.text.plain}\n")
                continue
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(width=4, justify="right", style="dim", no_wrap=True)
            grid.add_column()
            grid.add_row(number, line.text)
            self.console.print(grid)

    def _plain_table(self, table: Table) -> None:
        """One line per row, cells separated by tabs, for `cut` and `awk`."""
        rows = zip(*(column.cells for column in table.columns), strict=True)
        for row in rows:
            cells = (_plain(cell).replace("\t", " ").replace("\n", "↵") for cell in row)
            self.stream.write("\t".join(cells) + "\n")


def _plain(text: RenderableType) -> str:
    return text.plain if isinstance(text, Text) else str(text)


def standard_output() -> Screen:
    """A screen on standard output."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return Screen(sys.stdout, sys.stdout.isatty())


@contextmanager
def paged() -> Iterator[Screen]:
    """A screen on standard output. On a terminal it uses the pager, which prints short output directly."""
    if not sys.stdout.isatty() or not sys.stdin.isatty() or not (pager := _pager()):
        yield standard_output()
        return
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    with subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8") as process:
        assert process.stdin is not None
        try:
            yield Screen(process.stdin, is_terminal=True)
        except (BrokenPipeError, KeyboardInterrupt):
            pass  # the user has quit the pager
        finally:
            with suppress(BrokenPipeError):
                process.stdin.close()


def _pager() -> list[str] | None:
    command = shlex.split(os.environ.get("PAGER", "less"))
    return command if command and command[0] != "cat" and shutil.which(command[0]) else None
