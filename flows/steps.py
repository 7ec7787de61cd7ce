"""Tasks of the flow. Expected failures end in a state with one readable sentence instead of a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from prefect import State, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Failed

from faircopy.corpus.settings.model import SettingsError
from faircopy.corpus.summary import GateStop, RunError
from faircopy.flows.names import STOPPED

P = ParamSpec("P")
R = TypeVar("R")

EXPECTED = (GateStop, RunError, SettingsError)


def step(name: str, **options: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a task of the flow. Prefect stores no result: the table keeps what has to last."""
    options = {"task_run_name": name, "cache_policy": NO_CACHE, "persist_result": False, **options}

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        made = task(name=name, **options)(readable(function))

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> Any:
            return made(*args, return_state=True, **kwargs).result()

        return call

    return decorate


def readable(function: Callable[P, R]) -> Callable[P, R]:
    """Make an expected failure of a task or flow a failed state whose message says what happened and what to do.

    A caller who asks for the result gets the exception itself.
    """

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return function(*args, **kwargs)
        except GateStop as stop:
            return Failed(name=STOPPED, message=str(stop), data=stop)
        except EXPECTED as error:
            return Failed(message=str(error), data=error)

    return guarded


def is_temporary(_task: object, _run: object, state: State[Any]) -> bool:
    """Whether a retry may help: after a failed connection, not after a missing file or a wrong setting."""
    error = state.data if isinstance(state.data, BaseException) else None
    while error is not None:
        if isinstance(error, (ConnectionError, TimeoutError)):
            return True
        error = error.__cause__
    return False


class WithoutTraceback(logging.Filter):
    """Removes the traceback of expected failures from Prefect's log: the sentence is enough."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass."""
        if record.exc_info and isinstance(record.exc_info[1], (*EXPECTED, type(None))):
            record.exc_info = None
        return True


for logger in ("prefect.engine", "prefect.flow_runs", "prefect.task_runs"):
    logging.getLogger(logger).addFilter(WithoutTraceback())
