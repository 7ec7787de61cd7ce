"""Why a page is held back instead of published, as a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_features import Column

NO_TEXT = "the page shows no text: it may be made by scripts alone"
NO_ARTICLE = "nothing on the page reads like an article"
LITTLE = 120  # code points: fewer, with no line of running text among them, are no article
ENOUGH = 400  # code points: as many are an article, however much was removed
MOSTLY_LINKS = 0.5


def hold_reason(
    lines: Sequence[str], prose: Column, linked: Column, stays: NDArray[np.bool_], headline: int, max_loss: float
) -> str:
    """Why a page is held, or nothing.

    `prose` marks running text, `linked` is the share of each line in links, `stays` marks the lines that are kept.
    Menus and links may be nearly all of a page, and readers' comments most of its paragraphs: that they are removed is
    no reason to hold it. Only where little is left, a page may lose no more than `max_loss` of its running text (a
    share).
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
