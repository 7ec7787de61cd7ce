"""Environment variables for Prefect: set before prefect is imported, and inherited by the processes it starts."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.lock import try_lock

if TYPE_CHECKING:
    from filelock import FileLock

    from faircopy.corpus.settings.model import Settings

# Defaults: what the user has set wins.
COMMON = {
    # A cold start on a busy machine takes longer than the 20 seconds Prefect allows.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    # On a busy disk a write to SQLite waits longer than the 10 seconds Prefect allows.
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    # A proxy must not be used for loopback.
    "NO_PROXY": "127.0.0.1,localhost",
    # Seconds; see faircopy.flows.server.heartbeat.
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
}
QUIET = {
    "PREFECT_LOGGING_LEVEL": "WARNING",
    # The command itself shows in one line what stopped a run.
    "PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_LOGGERS_PREFECT_TASK_RUNS_LEVEL": "CRITICAL",
}


def set_defaults(values: dict[str, str], environment: MutableMapping[str, str] = os.environ) -> None:
    """Set the variables that the user has not set."""
    for name, value in values.items():
        environment.setdefault(name, value)


def has_own_server(environment: MutableMapping[str, str] = os.environ) -> bool:
    """Whether the user names a Prefect server, which is then used with their profile."""
    return bool(environment.get("PREFECT_API_URL"))


def homes(settings: Settings) -> Iterator[Path]:
    """Folders for Prefect's database, the best first: inside the project, not in the user's home."""
    if settings.config_file is not None:
        yield Path(settings.config_file).parent / ".prefect"
    yield CleanFolder(settings.clean).state / "prefect"


@contextmanager
def server_named(api: str) -> Iterator[None]:
    """Point Prefect clients in this process and its children at `api` for the duration of the block."""
    with _set("PREFECT_API_URL", api):
        yield


@contextmanager
def prefect_home(settings: Settings, *, lasting: bool = False) -> Iterator[Path]:
    """A folder for Prefect's database that no other run uses, named in `PREFECT_HOME` during the block.

    A second run at the same time, or one that may not write there, gets a temporary folder: two servers that set up
    the same SQLite file disturb each other. With `lasting` this raises `BlockingIOError` instead.
    """
    if own := os.environ.get("PREFECT_HOME"):
        Path(own).mkdir(parents=True, exist_ok=True)
        yield Path(own)
        return
    for home in homes(settings):
        if lock := _try_lock(home):
            try:
                with _set("PREFECT_HOME", str(home.absolute())):
                    yield home
            finally:
                lock.release()
            return
    if lasting:
        raise BlockingIOError
    with tempfile.TemporaryDirectory(prefix="faircopy-prefect-", ignore_cleanup_errors=True) as temporary:
        home = Path(temporary)
        with _set("PREFECT_HOME", str(home.absolute())):
            yield home


def _try_lock(home: Path) -> FileLock | None:
    """The acquired lock of a home; None where it cannot be written or somebody uses it."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        return try_lock(home / "lock")
    except OSError:
        return None


@contextmanager
def _set(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before
