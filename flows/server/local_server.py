"""Start and stop a Prefect server on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from faircopy.errors import FaircopyError

HOST = "127.0.0.1"
START_SECONDS = 180.0
STOP_SECONDS = 15.0


class ServerError(FaircopyError):
    """A Prefect server did not start or answer; the message says what to do."""


class PortTaken(ServerError):
    """Another program listens on the port."""


def address(port: int) -> str:
    """The address of the web page."""
    return f"http://{HOST}:{port}"


def api_address(port: int) -> str:
    """The address of the API."""
    return f"{address(port)}/api"


def refuse_taken_port(port: int) -> None:
    """Raise `PortTaken` if the server could not listen on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server does: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"port {port} on {HOST} is not available ({error.strerror}): choose another with --port"
            raise PortTaken(message) from None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def starting_server(port: int, log: Path, *options: str) -> Iterator[Callable[[], None]]:
    """Run a server during the block; it writes to `log`. Yields a function that waits until the server answers.

    Starting takes ten seconds of processor time, during which the caller can do something else. The function raises
    `ServerError`.
    """
    start = ["server", "start", "--host", HOST, "--port", str(port), "--log-level", "WARNING", *options]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "faircopy.flows.server.supervised", str(os.getpid()), *start],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PREFECT_API_URL": api_address(port)},
            # Ctrl-C must not reach the server, which has to outlive the runs that report to it.
            start_new_session=True,
        )
        try:
            yield lambda: await_answer(process, port, log)
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes], patience: float = STOP_SECONDS) -> None:
    """Terminate a process; kill it after `patience` seconds."""
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def await_answer(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server answers. Raises `ServerError` when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        if _answers(f"{api_address(port)}/health"):
            return
        time.sleep(0.2)
    state = "did not answer in time" if process.poll() is None else f"ended with code {process.returncode}"
    tail = log.read_text(errors="replace").strip().splitlines()[-5:]
    raise ServerError("\n".join([f"the Prefect server {state}; the end of its log, {log}:", *tail]))


def _answers(url: str) -> bool:
    # Ignore proxies of the environment for loopback.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
