import socket
import subprocess
import sys

import pytest

from faircopy.flows.server.local_server import HOST, PortTaken, ServerError, await_answer, refuse_taken_port, stop


def test_a_port_in_use_is_refused_with_what_to_do():
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"port {port} on 127.0.0.1 .* --port"):
            refuse_taken_port(port)
    refuse_taken_port(port)


def test_a_server_that_ends_at_once_shows_the_end_of_its_log(tmp_path):
    log = tmp_path / "server.log"
    log.write_text("".join(f"line {n}\n" for n in range(20)) + "TypeError: no such keyword\n")
    process = subprocess.Popen([sys.executable, "-c", "raise SystemExit(7)"])
    with pytest.raises(ServerError) as raised:
        await_answer(process, 1, log)
    assert "ended with code 7" in str(raised.value)
    assert str(raised.value).endswith("TypeError: no such keyword")
    assert "line 3" not in str(raised.value)


def test_a_process_that_ignores_the_signal_is_ended_all_the_same():
    program = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        process.stdout.readline()
        stop(process, patience=0.2)
    assert process.returncode is not None
