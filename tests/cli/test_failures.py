"""The exit code and the line of a command that fails."""

import pytest
from typer import BadParameter

from faircopy.api import HeldBack
from faircopy.cleaners.names.pack import PackError
from faircopy.cleaners.names.styling import UnknownStyle
from faircopy.cli.framework.failures import Failed, exit_code_of, message_of
from faircopy.corpus.mirror.lookup import AmbiguousDocument, UnknownDocument
from faircopy.corpus.settings.model import SettingsError
from faircopy.corpus.summary import GateStop, RunError
from faircopy.corpus.table.reader import TableMissing
from faircopy.corpus.table.row import NoText
from faircopy.errors import FaircopyError, UsageError
from faircopy.flows.deployments import ScheduleError
from faircopy.flows.server.local_server import PortTaken, ServerError

EXIT_CODES = {
    1: [FaircopyError, Failed, HeldBack, NoText, RunError, ServerError, PortTaken],
    2: [UsageError, AmbiguousDocument, ScheduleError, SettingsError, TableMissing, UnknownDocument, UnknownStyle],
    3: [GateStop],
}


@pytest.mark.parametrize(("code", "kind"), [(code, kind) for code, kinds in EXIT_CODES.items() for kind in kinds])
def test_an_error_of_faircopys_own(code, kind):
    assert exit_code_of(kind("raw/ is empty")) == code
    assert message_of(kind("raw/ is\n  empty")) == "raw/ is empty"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PackError("ours", []), 2),
        (FileNotFoundError(2, "No such file or directory", "raw"), 1),
        (BadParameter("no"), 2),
        (ValueError("a bug"), None),
        (LookupError("a bug"), None),
    ],
)
def test_other_errors(error, code):
    assert exit_code_of(error) == code


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (HeldBack, ValueError),
        (PackError, ValueError),
        (ScheduleError, ValueError),
        (SettingsError, ValueError),
        (UnknownStyle, ValueError),
        (AmbiguousDocument, LookupError),
        (NoText, LookupError),
        (TableMissing, LookupError),
        (UnknownDocument, LookupError),
    ],
)
def test_callers_may_catch_the_builtin_error(kind, builtin):
    assert issubclass(kind, builtin)


def test_a_file_that_is_missing_is_named():
    assert message_of(FileNotFoundError(2, "No such file or directory", "raw")) == "raw: No such file or directory"
