"""The measures of the benchmarks, on made-up data."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from lab.benchmarks.boilerplate import speed
from lab.benchmarks.boilerplate.line_peers import c4_filter
from lab.training.boilerplate.line_data import read_lines_file, score

LEAD = "The council agreed on Tuesday to repair the bridge over the river before the winter, its chair said."
MORE = "Work is due to start in the second week of October, and the road will stay open at night throughout."
LINES = [
    {"text": "Council Agrees To Repair The Bridge", "keep": True, "title": True},
    {"text": LEAD, "keep": True},
    {"text": "Share this article", "keep": False},
    {"text": MORE, "keep": True},
    {"text": "More stories", "keep": False},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "cling-made_up.jsonl.gz", [{"id": "a", "url": "https://a.example/1", "lines": LINES}] * 2)
    write(tmp_path / "news.jsonl.gz", [{"id": "b", "text": f"{LEAD}\n\n{MORE}"}])
    write(tmp_path / "pages-made_up.jsonl.gz", [{"id": "c", "html": f"<p>{LEAD}</p>", "gold_text": LEAD}])
    return tmp_path


def write(path: Path, records: list[dict[str, object]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


def test_lines_are_scored_but_for_headlines(folder):
    lines = read_lines_file(folder / "cling-made_up.jsonl.gz")
    gone = np.array([True, False, True, True, False] * 2)  # a headline, a share bar, and half of the article
    figures = score(lines, gone)
    assert (figures.precision, figures.recall, figures.f1) == (0.5, 0.5, 0.5)
    assert figures.loss == pytest.approx(len(MORE.split()) / len(f"{LEAD} {MORE}".split()))
    assert figures.documents_losing == 1


def test_lines_without_a_final_mark_or_five_words_go():
    assert c4_filter([LEAD, "Share this article", "More stories.", f"{MORE} We use cookies"]) == [
        True,
        False,
        False,
        False,
    ]


def test_speed_reads_lines_and_texts(folder):
    whole = "\n".join(str(line["text"]) for line in LINES)
    assert list(speed.texts_of(speed.read(folder / "cling-made_up.jsonl.gz"))) == [whole] * 2
    assert list(speed.texts_of(speed.read(folder / "news.jsonl.gz"))) == [f"{LEAD}\n\n{MORE}"]
    assert list(speed.texts_of(speed.read(folder / "pages-made_up.jsonl.gz"))) == []


def test_speed_prints_a_figure_for_each_file_and_tool(folder, capsys, monkeypatch):
    monkeypatch.setattr(speed, "TEXT_PEERS", ())
    monkeypatch.setattr(speed, "PAGE_PEERS", ())
    clock = iter(range(100))  # every run takes a second
    monkeypatch.setattr(speed, "process_time", lambda: next(clock))
    speed.main([str(folder)])
    figures = [line.split() for line in capsys.readouterr().out.splitlines()]
    titles = ["cling: 2 texts, 0.00 MB", "news: 1 texts, 0.00 MB", "pages: 1 pages, 0.00 MB"]
    assert [" ".join(line) for line in figures if line[-1] == "MB"] == titles
    assert [line[0] for line in figures if "MB/s" in line] == ["faircopy"] * 3
    assert [line[-4] for line in figures if line[-1] == "fast"] == ["1.00", "1.00"]


@pytest.mark.parametrize(
    ("module", "name", "peers"),
    [("justext", "jusText", speed.text_peers), ("trafilatura", "trafilatura", speed.page_peers)],
)
def test_peers_run(module, name, peers):
    pytest.importorskip(module)
    assert len(peers()[name]([LEAD, MORE])) == 2
