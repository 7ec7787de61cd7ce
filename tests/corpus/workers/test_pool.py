"""A document that crashes or stalls a worker costs no other document."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from faircopy.corpus.readers.document import RawDocument
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.files import BatchWriter, read_rows
from faircopy.corpus.workers import limits
from faircopy.corpus.workers.pool import Workers


@pytest.fixture
def job(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import dangerous_jobs

    yield dangerous_jobs.DangerousJob()
    del sys.modules["dangerous_jobs"]


def stage(folder, batches):
    writer = BatchWriter(folder)
    for number, texts in enumerate(batches):
        for place, text in enumerate(texts):
            writer.add(RawDocument(f"{number}/{place}", None, "", text, size=len(text)))
        writer.flush()
    return writer.batches


def answers(job, batches):
    tables = [read_rows(str(job.output(batch))).to_pylist() for batch in batches]
    return [[row["answer"] for row in table] for table in tables]


FATES = [
    ("die", "its process died"),
    ("spin", "takes more than 1.5 s of processor time; raise timeout_seconds, or split it"),
    ("grow", "takes more memory than memory_mb allows"),
    ("raise", "could not be cleaned (ValueError: a fault); please report this"),
]


@pytest.mark.parametrize(("text", "reason"), FATES)
def test_the_guilty_document_alone_is_held(tmp_path, job, text, reason):
    batches = stage(tmp_path, [["a", "b"], ["c", text, "d"], ["e"], ["f"]])
    done = []
    with Workers(Settings(workers=2, timeout_seconds=1.5)) as workers:
        workers.do(job, batches, done.append)
    [first, [c, held, d], *others] = answers(job, batches)
    assert (first, c, d, others) == (["done", "done"], "done", "done", [["done"], ["done"]])
    assert held.startswith(reason)
    assert sum(done) == 7


def test_several_bad_ones(tmp_path, job):
    batches = stage(tmp_path, [["die", "a"], ["b", "die"], ["raise"], ["die"], ["c"]])
    with Workers(Settings(workers=2)) as workers:
        workers.do(job, batches, lambda documents: None)
    found = [[answer == "done" for answer in batch] for batch in answers(job, batches)]
    assert found == [[False, True], [True, False], [False], [False], [True]]


def test_without_workers_a_fault_costs_the_document_too(tmp_path, job):
    batches = stage(tmp_path, [["a", "raise", "b"]])
    with Workers(Settings(workers=0)) as workers:
        workers.do(job, batches, lambda documents: None)
    [[a, held, b]] = answers(job, batches)
    assert (a, held[:20], b) == ("done", "could not be cleaned", "done")


@pytest.mark.fault
def test_a_process_that_hangs_is_ended(tmp_path, job):
    batches = stage(tmp_path, [["a", "sleep"], ["b"]])
    with Workers(Settings(workers=1, timeout_seconds=1.5)) as workers:
        workers.do(job, batches, lambda documents: None)
    [[a, held], [b]] = answers(job, batches)
    assert (a, b) == ("done", "done")
    assert "did not finish within" in held


def test_a_larger_text_may_take_longer():
    assert limits.limit_seconds(60, 0) == 60
    assert limits.limit_seconds(60, 20 << 20) == 360
