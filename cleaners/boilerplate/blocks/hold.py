"""Whether what is left of a page can be published: why a page is held back, as a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_features import Column

NO_TEXT = "the page shows no text: it may be made by scripts alone"
NO_ARTICLE = "nothing on the page reads like an article"
LITTLE = 120  # code points: with no line of running text among them, no article
ENOUGH = 400  # code points: an article, whatever else was on the page
MOSTLY_LINKS = 0.5


def hold_reason(
    lines: Sequence[str], prose: Column, linked: Column, stays: NDArray[np.bool_], headline: int, max_loss: float
) -> str:
    """Why a page is held, or nothing. `prose` says which lines are running text, `linked` how much of each is links.

    Menus and lists of links may be nearly all of a page, and readers' comments most of its paragraphs: nothing is wrong
    when they go and an article is left. Where little is left, `max_loss` is the share of its running text that a page
    may lose.
    """
    body = stays & (np.arange(len(lines)) != headline)
    size = np.array([len(line) for line in lines])
    left = int(size[body].sum())
    if left < LITTLE and not (body & (prose > 0)).any():
        return NO_ARTICLE
    text = size * (prose > 0) * (linked <= MOSTLY_LINKS)
    lost, total = int(text[~stays].sum()), int(text.sum())
    if left >= ENOUGH or lost <= max_loss * total:
        return ""
    share = f"{lost / total:.0%} of its running text looks like boilerplate"
    return f"{share}, more than the {max_loss:.0%} that may be removed"
