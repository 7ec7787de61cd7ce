"""Texts that make careless code slow, at any size, and how long each stage takes over them.

`python -m lab.checks.hostile [--sizes 4000,8000,16000] [--only NAME]` prints what grows faster than its text, or takes
longer than `LIMIT`: the processor seconds of each stage at each size (code points).
"""

from __future__ import annotations

import argparse
import itertools
import signal
import time
from collections.abc import Callable, Iterator

from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

Make = Callable[[int], str]


def repeated(unit: str) -> Make:
    """A text that repeats one string."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def counted(unit: str) -> Make:
    """A text that repeats one string with a number in it: no two alike."""

    def make(size: int) -> str:
        parts: list[str] = []
        length = 0
        for number in itertools.count():
            parts.append(unit.replace("#", _letters(number)))
            length += len(parts[-1])
            if length >= size:
                return "".join(parts)[:size]
        raise AssertionError

    return make


def _letters(number: int) -> str:
    """A number in letters: a, b, … z, ba, bb, …"""
    out = ""
    while True:
        number, digit = divmod(number, 26)
        out = chr(ord("a") + digit) + out
        if not number:
            return out


PROSE = "The council said on Tuesday that the old bridge would be closed until the spring of next year. "
TEXTS: dict[str, Make] = {
    "one long word": repeated("abcdefghij"),
    "long words": repeated("abcdefghij" * 100 + " "),
    "one long capitalised word": lambda size: "A" + "bcdefghij" * (size // 9),
    "distinct words": counted("the zq#x and "),
    "distinct names": counted("Zor#in met "),
    "one line of prose": repeated(PROSE),
    "names in prose": counted(PROSE.replace("Tuesday", "Tu#day")),
    "paragraphs": repeated(PROSE * 3 + "\n\n"),
    "lines": repeated("A short line of words\n"),
    "distinct lines": counted("A short line of words zq#x\n"),
    "wrapped lines": repeated(
        "The council said on Tuesday that the old bridge would be closed\nuntil the spring, and "
    ),
    "repeated quotations": repeated("“We will close the old bridge until the spring of next year,” he said. "),
    "distinct quotations": counted("“We will close the old bridge until zq#x,” he said. "),
    "open quotations": repeated("“We "),
    "straight quotes": repeated('"'),
    "doubled words": repeated("the the "),
    "misspelt words": repeated("the goverment recieved it "),
    "spaces": repeated(" "),
    "newlines": repeated("\n"),
    "spaces and newlines": repeated(" \n"),
    "gaps": repeated("a   b"),
    "columns": repeated("a    b    c\n"),
    "no-break spaces": repeated("\N{NO-BREAK SPACE}a"),
    "mojibake": repeated("the ministerâ€™s "),
    "mojibake without spaces": repeated("â€™"),
    "entities": repeated("&amp;"),
    "control characters": repeated("\x00a"),
    "soft hyphens": repeated("a\N{SOFT HYPHEN}"),
    "combining marks": repeated("e\N{COMBINING ACUTE ACCENT}"),
    "full stops": repeated("."),
    "commas": repeated("a,"),
    "hyphens": repeated("a-"),
    "apostrophes": repeated("a’"),
    "rows of links": repeated("News | "),
    "rows of links on lines": repeated("News | Sport | Weather |\n"),
    "addresses": repeated("https://example.org/a?b=c "),
    "one address": lambda size: "https://example.org/" + "a/" * (size // 2),
    "at signs": repeated("@a"),
    "brackets": repeated("(["),
    "by-lines": repeated("By Anna de la Cruz, and Ben van den Berg, "),
    "places": repeated("Kiev, Lvov, Odessa, "),
    "surnames": repeated("Vladimir Zelensky and Zelensky "),
    "emoji": repeated("\N{GRINNING FACE}"),
    "Chinese": repeated("桥梁将关闭到明年春天。"),
    "related posts": repeated("Related posts\nTen Cats Who Vote\n\n"),
}


def page_of(text: str) -> str:
    """The text as a page: its paragraphs, in an article."""
    return (
        "<html><body><article>" + "".join(f"<p>{line}</p>" for line in text.split("\n\n")) + "</article></body></html>"
    )


PAGES: dict[str, Make] = {
    "nested divisions": lambda size: "<div>" * (size // 11) + "text" + "</div>" * (size // 11),
    "open divisions": repeated("<div>a"),
    "spans": repeated("<span>a</span>"),
    "paragraphs of a page": lambda size: page_of(repeated(PROSE + "\n\n")(size)),
    "links": repeated("<a href='/a'>News</a> "),
    "a menu": lambda size: "<ul>" + repeated("<li><a href='/a'>News</a></li>")(size) + "</ul>" + page_of(PROSE * 5),
    "a row of links": lambda size: f"<p><a href='/a'>{repeated('News | ')(size)}</a></p>" + page_of(PROSE * 5),
    "cells": lambda size: "<table>" + repeated("<tr><td>1</td><td>2</td></tr>")(size) + "</table>",
    "attributes": lambda size: "<div " + repeated("a='b' ")(size) + ">text</div>",
    "classes": lambda size: f"<div class='{repeated('related-posts ')(size)}'>text</div>" + page_of(PROSE * 5),
    "scripts": repeated("<script>a</script>"),
    "comments": repeated("<!-- a -->"),
}


def seconds(make: Make, size: int, stage: str, *, html: bool = False) -> float:
    """Processor seconds that a stage takes over a text of this size (code points); `LIMIT` where it takes longer."""
    text = make(size)
    document = Document("hostile", "" if html else text, html=text if html else None, notes={"language": "en"})
    recipe = NEWS if stage == "all" else NEWS.only(frozenset([stage]))
    began = time.process_time()
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        clean_batch([document], recipe, RESOURCES)
    except TimeoutError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def _give_up(*_: object) -> None:
    raise TimeoutError


RESOURCES = Resources()
LIMIT = 10.0  # processor seconds


def rows(sizes: list[int], only: str = "") -> Iterator[tuple[str, str, list[float]]]:
    """Text, stage, and the seconds at each size."""
    warm = Document("warm", PROSE)
    clean_batch([warm], NEWS, RESOURCES)
    stages = [stage.name for stage in NEWS.stages]
    for html, texts in ((False, TEXTS), (True, PAGES)):
        for name, make in texts.items():
            if only in name:
                for stage in ["boilerplate"] if html else stages:
                    yield name, stage, list(_growing(make, sizes, stage, html))


def _growing(make: Make, sizes: list[int], stage: str, html: bool) -> Iterator[float]:
    taken = 0.0
    for size in sizes:
        taken = LIMIT if taken >= LIMIT else seconds(make, size, stage, html=html)
        yield taken


def main() -> None:
    """Print what is slow or grows faster than its text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="4000,8000,16000")
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    sizes = [int(size) for size in args.sizes.split(",")]
    for name, stage, taken in rows(sizes, args.only):
        growth = taken[-1] / max(taken[-2], 1e-6)
        if taken[-1] >= LIMIT or (taken[-1] > 0.05 and growth > 1.3 * sizes[-1] / sizes[-2]):
            print(f"{name:28} {stage:12} " + " ".join(f"{s:8.3f}" for s in taken) + f"   x{growth:.1f}", flush=True)


if __name__ == "__main__":
    main()
