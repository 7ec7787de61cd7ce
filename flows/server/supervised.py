"""The server's process: `python -m faircopy.flows.server.supervised PARENT ARGUMENT…` runs `prefect ARGUMENT…` until
PARENT ends.

A parent that is killed cannot stop its server, which would keep the port for ever.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time


def watch(parent: int) -> None:
    """End this process, in an orderly way, when its parent is another than `parent`."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=watch, args=(int(sys.argv[1]),), daemon=True).start()
    sys.argv[:2] = ["prefect"]
    runpy.run_module("prefect", run_name="__main__")
