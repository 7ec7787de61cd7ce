"""Training the model of pages: aligning lines with the article, figures, the whole command."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

pytest.importorskip("lightgbm")

from faircopy.cleaners.boilerplate.blocks.model import read_model
from faircopy.cleaners.resources import marker_phrase_rows
from lab.training.boilerplate import blocks as boilerplate_blocks
from lab.training.boilerplate.gold_text import match
from lab.training.boilerplate.held_out_pages import stage_figures
from lab.training.boilerplate.pages import read_pages, score
from lab.training.boilerplate.training_pages import TrainingPages

SENTENCE = (
    "On day {n} of the week the {town} ferry carried {n} hundred people over the river, and nobody was late for work."
)


def record(number):
    town = f"town{number % 9}"
    article = [SENTENCE.format(n=n + 2, town=town) for n in range(number % 5, number % 5 + 8)]
    menu = "".join(f"<li><a href=/{n}>Part {n} of {town}</a>" for n in range(12))
    body = "".join(f"<p>{line}" for line in article)
    html = f"<title>Ferries</title><nav class=menu><ul>{menu}</ul></nav><h1>Ferries</h1><div class=text>{body}</div>"
    return {"url": f"https://{town}.example/{number}", "html": html, "gold_text": "\n".join(article)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    with gzip.open(folder / "pages-made.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record(number)) + "\n" for number in range(36))
    return folder


def test_lines_are_laid_along_the_article_in_order():
    lines = ["Home", "It rained on the town all night.", "It rained on the town all night.", "By dawn it was over."]
    found = match(lines, "It rained on the town all night. By dawn it was over.")
    assert (found.in_order > 0).sum() == 2  # one of the copies is left without a place
    assert (found.in_order > 0)[[0, 3]].tolist() == [False, True]
    assert found.anywhere.tolist() == [0, 7, 7, 5]


def test_a_headline_counts_neither_way(folder):
    [page, *_] = read_pages(folder / "pages-made.jsonl.gz")
    article = page.text(page.kept)
    assert score([page], [article]).f1 == 1 == score([page], [f"Ferries\n{article}"]).f1
    assert score([page], [f"Part of the town\n{article}"]).f1 < 1


def test_no_page_is_learned_from_that_is_for_measuring_only(tmp_path, folder):
    for name in ("pages-made", "pages-daniel-English"):
        (tmp_path / f"{name}.jsonl.gz").write_bytes((folder / "pages-made.jsonl.gz").read_bytes())
    assert {page.name for page in TrainingPages(tmp_path).pages} == {"pages-made"}


def test_the_command_writes_a_model_and_its_card(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("lab.training.boilerplate.bagging.TREES", 3)
    monkeypatch.setattr("sys.argv", ["boilerplate_blocks", str(folder), "--out", str(tmp_path / "model.json")])
    boilerplate_blocks.main()
    model = json.loads((tmp_path / "model.json").read_text("utf-8"))
    card = (tmp_path / "model.md").read_text("utf-8")
    assert "pages-made (36 pages)" in card
    assert "pages-made  F1 1.0000" in card
    assert card.strip() in capsys.readouterr().out
    pages = read_pages(folder / "pages-made.jsonl.gz")
    [scores] = read_model(marker_phrase_rows(), model).score_pages([(pages[0].lines, pages[0].blocks)])
    assert ((scores.probabilities > np.median(scores.probabilities)) <= pages[0].kept).all()
    assert stage_figures(pages, [model] * 5) == ["pages-made  F1 1.0000  precision 1.0000  recall 1.0000  held 0"]
