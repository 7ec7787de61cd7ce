from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from faircopy.cli.main import app

Call = Callable[..., Result]


@pytest.fixture
def faircopy() -> Call:
    """Runs a complete command line in this process and returns its exit code, standard output and standard error."""

    def call(*arguments: str, stdin: str | bytes = b"") -> Result:
        return CliRunner().invoke(app, arguments, input=stdin, prog_name="faircopy", catch_exceptions=False)

    return call


RAW = {
    "echo/ferry.txt": "The ferry  left at noon.\n\n\n\n\nIt came back by by six.\n",
    "echo/library.txt": "The library  opened its doors.\n",
    "herald/market.txt": "The market was full of people on Sunday.\n",
}
LATER = {
    "echo/ferry.txt": "The ferry  left at one.\n\n\n\n\nIt came back by by six.\n",
    "herald/bridge.txt": "The bridge  was closed.\n",
}


def write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def two_versions(tmp_path_factory) -> Path:
    """A clean folder after two runs: ferry changed, bridge was added, library removed. Read only."""
    folder = tmp_path_factory.mktemp("two")
    for step in (RAW, LATER):
        write(folder / "raw", step)
        if step is LATER:
            (folder / "raw/echo/library.txt").unlink()
        arguments = ["run", str(folder / "raw"), str(folder / "clean"), "--no-prefect", "--workers", "0"]
        done = CliRunner().invoke(app, arguments, catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
    return folder / "clean"


@pytest.fixture
def look(faircopy, two_versions) -> Call:
    """Runs a command on the folder of two versions."""

    def call(*arguments: str) -> Result:
        return faircopy(*arguments, "--clean", str(two_versions))

    return call


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder to work in, with raw texts."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "raw", RAW)
    return tmp_path
