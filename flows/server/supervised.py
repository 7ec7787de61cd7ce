"""The server's process: `python -m faircopy.flows.server.supervised PARENT ARGUMENT…` runs `prefect ARGUMENT…` until
PARENT ends.

A parent that is killed cannot stop its server, which would block the port for ever.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time


def watch(parent: int) -> None:
    """Terminate this process when its parent is no longer `parent`."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=watch, args=(int(sys.argv[1]),), daemon=True).start()
    sys.argv[:2] = ["prefect"]
    runpy.run_module("prefect", run_name="__main__")
