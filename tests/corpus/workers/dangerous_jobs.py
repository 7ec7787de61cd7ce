"""A job that does what a text says, to see what becomes of the others. Its module is imported by the workers."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.staging.files import read_rows, write_rows

ANSWER = pa.schema([("doc_id", pa.string()), ("answer", pa.string())])


@dataclass(frozen=True)
class DangerousJob:
    def do(self, batch: Batch) -> None:
        rows = read_rows(batch.raw, ["doc_id", "text"]).to_pylist()
        for row in rows:
            obey(row["text"])
        self._answer(batch, "done")

    def hold(self, batch: Batch, reason: str) -> None:
        self._answer(batch, reason)

    def output(self, batch: Batch) -> Path:
        return Path(batch.outcome)

    def _answer(self, batch: Batch, answer: str) -> None:
        rows = read_rows(batch.raw, ["doc_id"]).to_pylist()
        write_rows(self.output(batch), [{**row, "answer": answer} for row in rows], ANSWER)


def obey(text: str) -> None:
    if text == "die":
        os._exit(7)
    if text == "spin":
        while True:
            pass
    if text == "sleep":
        time.sleep(600)
    if text == "grow":
        bytearray(1 << 40)
    if text == "raise":
        raise ValueError("a fault\nwith details")
