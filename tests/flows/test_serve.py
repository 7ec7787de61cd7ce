"""Scheduled and manual runs on a server that `faircopy serve` starts, with nothing replaced."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from faircopy.corpus.table.reader import open_table

pytestmark = pytest.mark.server

PATIENCE = 300  # seconds; a cold start on a busy machine takes a minute
BIN = Path(sys.executable).parent


class Server:
    """A `faircopy serve` in a folder, and what its API answers."""

    def __init__(self, folder, *arguments):
        self.port = free_port()
        self.api = f"http://127.0.0.1:{self.port}/api"
        self.folder = folder
        self.output = folder / "serve.out"
        # Nothing of the tests' own server or home; and a runner that looks for work every 2 seconds.
        own = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
        self.environment = {**own, "PREFECT_RUNNER_POLL_FREQUENCY": "2"}
        command = [BIN / "faircopy", "serve", "--port", str(self.port), *arguments]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(command, cwd=folder, env=self.environment, stdout=output, stderr=output)
        self.until(lambda: "Ctrl-C stops the server" in self.said())

    def said(self):
        return self.output.read_text(errors="replace")

    def until(self, condition):
        """The result of a condition as soon as it is true; fails with the server's output if it never is."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if answer := condition():
                return answer
            if self.process.poll() is not None:
                break
            time.sleep(0.5)
        raise AssertionError(f"waited in vain; serve said:\n{self.said()[-5000:]}")

    def ask(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.api + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def deployment(self, name):
        return self.ask(f"/deployments/name/clean-corpus/{name}")

    def runs(self, deployment, *states):
        return self.ask(
            "/flow_runs/filter",
            {
                "deployments": {"id": {"any_": [self.deployment(deployment)["id"]]}},
                "flow_runs": {"state": {"type": {"any_": list(states)}}},
            },
        )

    def prefect(self, *arguments):
        environment = {**self.environment, "PREFECT_API_URL": self.api, "PREFECT_HOME": str(self.folder / "home")}
        command = [BIN / "prefect", "--no-prompt", *arguments]
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE, text=True
        )
        return done.returncode, " ".join(done.stdout.split())

    def stop(self, how):
        """Stop it as a terminal or a service manager does; returns the exit code."""
        self.process.send_signal(how)
        return self.process.wait(60)

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(tmp_path):
    servers = []

    def start(*arguments):
        servers.append(Server(tmp_path, *arguments))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            # Its own server ends when it does.
            server.process.kill()
            server.process.wait()


def test_by_the_clock_and_by_hand(serve, raw, tmp_path):
    server = serve("--cron", "* * * * *", "--timezone", "Europe/London")

    # By the clock: runs are planned ahead, and the one due within the minute cleans.
    assert server.until(lambda: server.runs("nightly", "SCHEDULED"))
    nightly = server.until(lambda: server.runs("nightly", "COMPLETED"))[0]
    assert nightly["auto_scheduled"]
    table = open_table(tmp_path / "clean")
    assert table.newest == 1
    assert "Kyiv" in table.row("harbour-post/ferry.txt").text

    # A schedule that is paused stays paused, also when the server comes up again.
    [schedule] = server.deployment("nightly")["schedules"]
    assert schedule["slug"] == "nightly"
    server.ask(
        f"/deployments/{server.deployment('nightly')['id']}/schedules/{schedule['id']}", {"active": False}, "PATCH"
    )
    server.until(lambda: not server.runs("nightly", "SCHEDULED", "PENDING", "RUNNING"))

    # By hand, with parameters.
    (raw / "harbour-post" / "storm.txt").write_text("Storm over Kiev\n\nThe storm took two roofs.\n")
    code, words = server.prefect(
        "deployment", "run", "clean-corpus/manual", "-p", "full=true", "-p", "style=ap", "--watch"
    )
    assert code == 0, words + server.said()
    [manual] = server.runs("manual", "COMPLETED")
    assert manual["state"]["message"].startswith("Version 2: 1 added")
    assert open_table(tmp_path / "clean").newest == 2
    assert {"clean-corpus-summary", "clean-corpus-edits", "clean-corpus-held", "clean-corpus-progress"} == {
        artifact["key"]
        for artifact in server.ask("/artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [manual["id"]]}}})
    }

    # A bad parameter is refused, and the message says which and why.
    code, words = server.prefect("deployment", "run", "clean-corpus/manual", "-p", "full=perhaps")
    assert code != 0
    assert re.search("full.*'perhaps' is not of type 'boolean'", words)
    code, words = server.prefect("deployment", "run", "clean-corpus/manual", "-p", "stile=ap")
    assert code != 0
    assert "'stile'" in words
    assert "'style'" in words

    # A second server of one project would share its database.
    second = subprocess.run(
        [BIN / "faircopy", "serve", "--port", str(free_port())],
        cwd=tmp_path, env=server.environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert second.returncode == 1
    assert "running already" in second.stderr

    assert server.stop(signal.SIGINT) == 0
    assert not server.answers()
    assert "Traceback" not in server.said()

    again = serve("--cron", "30 2 * * *")
    [schedule] = again.deployment("nightly")["schedules"]
    assert (schedule["active"], schedule["schedule"]["cron"]) == (False, "30 2 * * *")
    assert again.stop(signal.SIGTERM) == 0
    assert not again.answers()


def test_a_run_that_was_killed_does_not_stay_running(serve, raw):
    for number in range(3000):  # enough to be caught in the act
        (raw / "harbour-post" / f"{number}.txt").write_text(
            f"Notice {number}\n\nThe harbour office moves to pier {number}.\n"
        )
    server = serve()
    server.prefect("deployment", "run", "clean-corpus/manual")
    server.until(lambda: server.runs("manual", "RUNNING"))
    [run] = [pid for pid in children(server.process.pid) if "faircopy.flows.server.supervised" not in command_of(pid)]
    os.kill(run, signal.SIGSTOP)
    time.sleep(10)  # in which its first heartbeat is written down
    server.process.kill()
    os.kill(run, signal.SIGKILL)
    server.process.wait()

    # Nobody is left to stop the server of one that was killed: it ends by itself.
    deadline = time.monotonic() + 60
    while server.answers() and time.monotonic() < deadline:
        time.sleep(0.5)
    assert not server.answers()

    again = serve()
    [crashed] = again.until(lambda: again.runs("manual", "CRASHED"))
    assert "fell silent" in crashed["state"]["message"]
    assert again.stop(signal.SIGTERM) == 0


def children(parent):
    """The processes that a process has started, by id."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(pid) for pid in listed.stdout.split()]


def command_of(pid):
    return subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
