"""Training the model of lines on a few made-up sites: nothing of a site helps to score that site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("lightgbm")

from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.lines.model import read_model
from faircopy.cleaners.resources import marker_phrase_rows
from lab.training.boilerplate import lines as boilerplate_lines
from lab.training.boilerplate.line_data import LINE_FOLDS, read_lines_file
from lab.training.boilerplate.lines import model_without, train
from lab.training.boilerplate.sloppy import sloppy_copy
from lab.training.boilerplate.training_lines import TrainingLines
from lab.training.boilerplate.word_weights import NO_COUNTS, grams_of, weights_from

SITES = 24
ARTICLE = (
    "The harbour of town {n} opened a second pier on Monday, and {n} boats came in before noon to try it.",
    "Ann Example, who keeps the lighthouse, said that nobody had counted on so many of them at once.",
    "A third pier will follow in the spring, if the council finds the money and the weather holds.",
)
AROUND = ("Share this article", "Subscribe to our newsletter", "Zebrafish daily {n}")
FEW_TREES = {"trees": 3, "min_data_in_leaf": 2}


def page(number: int) -> dict[str, object]:
    article = [{"text": line.format(n=number), "keep": True} for line in ARTICLE]
    around = [{"text": line.format(n=number), "keep": False} for line in AROUND]
    title = {"text": f"A second pier for town {number}", "keep": False, "title": True}
    url = f"https://www.site{number % SITES}.example/{number}"
    return {"id": str(number), "url": url, "lines": [title, *article, *around]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    for name in ("cling-scrapinghub", "cling-wcxb_article", "lines-scrapinghub"):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(page(number)) + "\n" for number in range(2 * SITES))
    return folder


@pytest.fixture(scope="module")
def data(folder: Path) -> TrainingLines:
    return TrainingLines(folder)


def test_no_site_stands_in_two_folds(data):
    for part in data.parts:
        folds = {(site, fold) for site, fold in zip(part.lines.site.tolist(), part.lines.fold.tolist(), strict=True)}
        assert len(folds) == len(set(part.lines.sites)) > 1
    assert {fold for part in data.parts for fold in part.lines.fold.tolist()} <= set(range(LINE_FOLDS))


def test_a_fold_is_not_trained_on(data, monkeypatch):
    [fold] = data.parts[0].lines.fold[:1].tolist()
    seen = []
    monkeypatch.setattr(boilerplate_lines, "fit", lambda rows, *_, **__: seen.append(len(rows)))
    train(data, fold)
    train(data, None)
    left_out = sum(int((part.lines.fold == fold).sum()) for part in data.parts)
    assert seen[1] - seen[0] == left_out > 0


def test_copies_keep_the_article_and_its_site(folder):
    lines = read_lines_file(folder / "lines-scrapinghub.jsonl.gz")
    copy = sloppy_copy(lines, 0)
    assert int(copy.kept.sum()) == int(lines.kept.sum())
    assert 0 < int((~copy.kept).sum()) < int((~lines.kept).sum())
    assert copy.sites == lines.sites
    assert sloppy_copy(lines, 0).texts == copy.texts != sloppy_copy(lines, 1).texts
    bare = sloppy_copy(lines, 0, (0.0,))
    assert not (~bare.kept & ~bare.title).any()


def test_weights_leave_out_the_own_site(folder):
    lines = read_lines_file(folder / "cling-scrapinghub.jsonl.gz")
    grams = grams_of(read_lines(lines.texts))
    mine = np.array([site == lines.sites[0] for site in lines.sites])[lines.document]
    everywhere, sites = np.ones(len(lines.kept), bool), dict[str, int]()
    weights = weights_from(NO_COUNTS.add(grams, lines, everywhere, sites), 50)
    without = weights.columns(grams, lines, sites, everywhere)
    # The same columns from counts that never saw the site at all.
    elsewhere = dict(sites)
    counts = weights_from(NO_COUNTS.add(grams, lines, ~mine, elsewhere), 10**6)
    expected = counts.columns(grams, lines, elsewhere, np.zeros(len(lines.kept), bool))
    share = np.array([text.startswith("Share") for texts in lines.texts for text in texts])
    assert (without["most_weight"][mine & share] > 0).all()
    np.testing.assert_array_equal(without["most_weight"][mine & share], expected["most_weight"][mine & share])


def test_a_word_of_one_site_weighs_nothing_there(folder):
    lines = read_lines_file(folder / "cling-scrapinghub.jsonl.gz")
    grams = grams_of(read_lines(lines.texts))
    mine = np.array([site in lines.sites[:5] for site in lines.sites])[lines.document]
    sites = dict[str, int]()
    weights = weights_from(NO_COUNTS.add(grams, lines, mine, sites))
    columns = [weights.columns(grams, lines, sites, np.full(len(mine), own)) for own in (False, True)]
    shipped, own_left_out = (column["most_weight"][mine & ~lines.kept & lines.scored] for column in columns)
    assert (shipped > own_left_out).any()


def test_the_stored_model_says_what_the_booster_says(data):
    booster, rows, _ = train(data, None, **FEW_TREES)
    model = json.loads(json.dumps(model_without(data, None, **FEW_TREES)))
    stored = read_model(marker_phrase_rows(), model).forest
    expected = booster.predict(np.stack(list(rows.values()), 1))
    assert len(set(np.round(expected, 3))) > 1
    np.testing.assert_allclose(stored.predict(rows), expected, atol=0.002)


def test_the_command_writes_model_card_and_plot(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(boilerplate_lines, "LINE_FOLDS", 2)
    monkeypatch.setattr("lab.training.boilerplate.boosting.TREES", 3)
    monkeypatch.setattr("lab.training.boilerplate.line_card.SCALES", (1.0,))
    out, plot = tmp_path / "model.json", tmp_path / "plot.svg"
    boilerplate_lines.main([str(folder), "--out", str(out), "--plot", str(plot)])
    model, card = json.loads(out.read_text("utf-8")), out.with_suffix(".md").read_text("utf-8")
    assert len(model["forest"]["trees"]) == 3
    assert f"{out.stat().st_size:,} bytes" in card
    assert "| cling-scrapinghub |" in card
    assert f"{2 * 2 * SITES} documents of {SITES} sites" in card
    assert plot.read_text("utf-8").startswith("<svg")
    assert card.strip() in capsys.readouterr().out
