from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from commands.main import app

Call = Callable[..., Result]


@pytest.fixture
def faircopy() -> Call:
    """Runs a command line whole, in this process: arguments in; exit code, standard output and error out."""

    def call(*arguments: str, stdin: str | bytes = b"") -> Result:
        return CliRunner().invoke(app, arguments, input=stdin, prog_name="faircopy", catch_exceptions=False)

    return call
