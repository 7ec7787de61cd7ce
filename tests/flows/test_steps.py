import pytest
from prefect.states import Failed

from faircopy.corpus.summary import GateStop, RunError
from faircopy.flows.names import STOPPED
from faircopy.flows.steps import is_temporary, readable


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "passing"),
    [
        (ConnectionResetError("reset by peer"), True),
        (TimeoutError(), True),
        (caused(RunError("s3://news/raw cannot be listed"), caused(OSError("endpoint"), ConnectionError())), True),
        (caused(RunError("raw: no such folder"), FileNotFoundError()), False),
        (RunError("raw: no such folder"), False),
        (PermissionError(), False),
        (ValueError(), False),
        (None, False),
    ],
)
def test_only_what_may_pass_is_tried_again(error, passing):
    assert is_temporary(None, None, Failed(data=error)) is passing


@pytest.mark.parametrize(
    ("error", "name"), [(GateStop("it would remove 9 of 10"), STOPPED), (RunError("raw: no such folder"), "Failed")]
)
def test_an_expected_failure_becomes_a_state_with_its_message(error, name):
    @readable
    def stops():
        raise error

    state = stops()
    assert (state.name, state.message, state.data) == (name, str(error), error)


def test_a_defect_keeps_its_traceback():
    @readable
    def breaks():
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        breaks()
