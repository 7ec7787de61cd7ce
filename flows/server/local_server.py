"""A Prefect server of our own on loopback: started, waited for, stopped."""

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
    """The server did not start; the message says what to do."""


class PortTaken(ServerError):
    """Something else listens on the port."""


def address(port: int) -> str:
    """Where people find the server."""
    return f"http://{HOST}:{port}"


def api_address(port: int) -> str:
    """Where programs find the server."""
    return f"{address(port)}/api"


def refuse_taken_port(port: int) -> None:
    """Raise `PortTaken` where the server could not listen."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server does: a port whose last connections are fading is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"port {port} on {HOST} cannot be had ({error.strerror}): choose another with --port"
            raise PortTaken(message) from None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def starting_server(port: int, log: Path, *options: str) -> Iterator[Callable[[], None]]:
    """A server for as long as the block lasts; it writes to `log`.

    Starting takes ten seconds of a processor: what is given waits until the server answers, so that
    the caller can do something else before. It raises `ServerError`.
    """
    start = ["server", "start", "--host", HOST, "--port", str(port), "--log-level", "WARNING", *options]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "faircopy.flows.server.supervised", str(os.getpid()), *start],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PREFECT_API_URL": api_address(port)},
            # Ctrl-C reaches us alone: the server must outlive the runs that report to it.
            start_new_session=True,
        )
        try:
            yield lambda: await_answer(process, port, log)
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes], patience: float = STOP_SECONDS) -> None:
    """End a process, gently first; `patience` in seconds."""
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
    # No proxy of the environment stands between us and loopback.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
