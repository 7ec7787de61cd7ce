"""Several scrapes of one growing story in one source: what they share is the story, not the source's furniture."""

from __future__ import annotations

import pytest

PARAGRAPHS = [
    "The harbour board closed the eastern basin on Monday after a barge struck the lock gate in thick fog.",
    "Nobody was hurt, but two fishing boats are shut in behind the gate and cannot leave before it is lifted.",
    "Divers found a crack of three metres below the water line when they went down on Monday afternoon.",
    "The board expects a floating crane from the south on Wednesday, provided that the wind has died down.",
    "Fish buyers said that the price of herring had gone up by a tenth since the boats were shut in.",
    "The owner of the barge, a firm from the next town, has offered to pay for the repair of the gate.",
]
HEADLINE = "Barge strikes lock gate in fog"
FURNITURE = "Share this article"
OTHERS = ["The school got a new roof.", "Bakers raise the price of bread.", "The choir sings on Sunday."]


def scrape(number: int) -> list[str]:
    """The story after `number` updates, newest paragraph last, with the site's furniture below."""
    return [HEADLINE, *PARAGRAPHS[:number], FURNITURE]


def page(lines: list[str]) -> str:
    body = "".join(f"<p>{line}</p>" for line in lines[1:-1])
    return f"<html><body><article><h1>{lines[0]}</h1>{body}</article><div class=c1>{lines[-1]}</div></body></html>"


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_a_growing_story_keeps_its_text(project, ending):
    for number in range(1, 7):
        lines = scrape(number)
        project.write(f"echo/{number}.{ending}", "\n\n".join(lines) if ending == "txt" else page(lines))
    summary = project.run(recipe="news")
    assert summary.held == 0
    for number in range(1, 7):
        text = project.rows()[f"echo/{number}.{ending}"].text
        assert text.split("\n\n")[-number:] == [*PARAGRAPHS[: number - 1], f"{PARAGRAPHS[number - 1]}\n"]
        assert FURNITURE not in text


def test_what_repeats_over_different_stories_is_removed(project):
    line = "The Harbour Echo, printed at the old mill"
    for number, story in enumerate(OTHERS * 2):
        project.write(f"echo/{number}.txt", f"{story} {PARAGRAPHS[number]}\n\n{line}\n\n{PARAGRAPHS[number - 1]}\n")
    project.run(recipe="news")
    assert all(line not in row.text for row in project.rows().values())
