"""Texts that are all article: lists, tables, verse, questions and answers, recipes, scores, dialogue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faircopy import clean
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

RAW = Path(__file__).parents[3] / "raw" / "wire" / "feed.jsonl"
RECIPE = NEWS.only(frozenset(("boilerplate",)))

OPENING = """\
The town library opened its new reading room on Saturday, and some two hundred people came to look at it.

The room took three years to build, and the council paid for it with the money from the sale of the old mill."""
CLOSING = """\
The library's head, Ann Example, said that the shelves would be full by the end of the summer, if all goes well.

Visitors can come on any day but Monday, and the first hour is kept for schools, she told the meeting."""

INSIDE = {
    "a list with bullets": "- Chairs for forty readers\n- A map table\n- Two rooms for children",
    "a numbered list": "1. Sign for a card at the desk\n2. Choose a book\n3. Bring it back in three weeks",
    "a list without marks": "Chairs\nA map table\nTwo rooms for children\nA lift to the roof",
    "a table as text": "Year\tVisitors\tLoans\n2021\t12,400\t30,110\n2022\t15,900\t41,200\n2023\t18,050\t44,870",
    "a block quote": "“We had hoped for a room with light from both sides, and that is what we have been given.”",
    "code": "def loans(books):\n    return sum(book.out for book in books)",
    "verse": "The river turned its face to town\nand carried all our paper down,\nthe lists and\nlibrary books",
    "questions and answers": "Q: Why now?\n\nA: The roof would not have lasted.\n\nQ: The cost?\n\nA: We kept to it.",
    "a recipe": "Ingredients\n\n2 eggs\n200 g flour\na pinch of salt\n\nMethod\n\nBeat the eggs and add the flour.",
    "scores": "Northtown 2, Southtown 1\nEastham 0, Westham 0\nMillbridge 3, Ferryhill 3",
    "dialogue": "“No.”\n\n“Why not?”\n\n“Because it rains.”\n\n“It always rains.”",
    "a dateline": "MILLBRIDGE, England (Example News) — The mayor cut the ribbon at noon before the whole council.",
    "subheadings": "A Room With Two Windows",
    "a question as subheading": "What comes next?",
    "a line of asterisks": "* * *",
    "an editor's note": "Editor's note: An earlier version gave the wrong year for the sale of the mill.",
    "a correction": "This article was amended on Monday to correct the number of chairs.",
    "initials": "THE ROOM ITSELF",
    "a sentence on newsletters": "The council sends a newsletter to every house, and it is to print the new hours.",
    "a sentence on comments": "Readers left comments in a book at the door, and a few of them were about chairs.",
    "a sentence on cookies": "There were cookies and tea for all who came, baked by the class that asked for a map.",
}


@pytest.mark.parametrize("inside", INSIDE.values(), ids=INSIDE)
def test_inside_an_article(inside):
    text = f"{OPENING}\n\n{inside}\n\n{CLOSING}\n"
    assert [edit.before for edit in clean(text, only="boilerplate").edits] == []


@pytest.mark.parametrize("alone", INSIDE.values(), ids=INSIDE)
def test_alone(alone):
    assert [edit.before for edit in clean(alone, only="boilerplate").edits] == []


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING}\n\n{CLOSING}\n",
        f"Library Opens Its Reading Room\n\n{OPENING}\n\nWhat It Cost\n\n{CLOSING}\n",
        OPENING.replace(", ", ",\n").replace(" of ", "\nof "),
        "",
        "\n\n",
        "One line.",
        "Ten words that stand alone without an end to them",
    ],
)
def test_all_article(text):
    assert clean(text, only="boilerplate").text == text


def test_the_title_that_came_with_a_text_is_its_headline():
    title = "Share of the market for words of the year"
    text = f"Reel 118, item 4\n\n{title}\n\n{OPENING}\n\n{CLOSING}\n"
    [copy] = clean_batch([Document("d", text, record={"title": title})], RECIPE, Resources())
    assert title in copy.text


def test_a_line_that_repeats_on_purpose():
    meal = "Lentil soup with two slices of rye bread, half a cucumber and one tablespoon of plain yoghurt (see page 4)"
    days = "\n\n".join(f"Day {day}\n\n{meal}" for day in ("one", "two", "three"))
    text = f"{OPENING}\n\n{days}\n\n{CLOSING}\n"
    assert clean(text, only="boilerplate").text == text


HALL = [line for line in RAW.read_text("utf-8").split("\n") if '"halle-0605"' in line]


def test_the_model_only_suggests_in_other_languages(monkeypatch):
    [text] = [json.loads(line)["text"] for line in HALL]
    gone = {edit.before for edit in clean(text, only="boilerplate").edits}
    monkeypatch.setattr("faircopy.cleaners.boilerplate.lines.find.language_of", lambda text: "en")
    assert gone < {edit.before for edit in clean(text, only="boilerplate").edits}
