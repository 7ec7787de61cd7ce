"""Pages: which blocks belong to the article, decided from the markup around them and the words in them."""

from __future__ import annotations

from cleaners.boilerplate.blocks_tree import BITS, Tree, read_tree
from cleaners.boilerplate.lines import Verdict, placed_lines, removal
from cleaners.document import Document, Findings
from cleaners.markup import Blocks

NOTHING_LEFT = "nothing on the page reads like an article"
RULES = (
    ("navigation", ("<nav>", "navigation")),
    ("footer", ("<footer>", "footer")),
    ("comments", ("comments",)),
    ("related-links", ("related", "<aside>")),
    ("share-bar", ("share",)),
    ("newsletter", ("newsletter", "<form>")),
    ("caption", ("<figure>", "caption")),
)


def find_in_page(document: Document, blocks: Blocks) -> Findings:
    """The blocks of one page that are no part of its article."""
    lines = list(placed_lines(document.text))
    tree = read_tree(blocks)
    verdicts = [_verdict(number, blocks, tree, line.text) for number, line in enumerate(lines)]
    edits = [removal(document.text, line, v) for line, v in zip(lines, verdicts, strict=True) if v]
    held = "" if len(edits) < len(lines) else NOTHING_LEFT
    return Findings(tuple(edits), held=held)


def _verdict(number: int, blocks: Blocks, tree: Tree, text: str) -> Verdict | None:
    """A plain rule: out goes what the markup names as something else, and what is mostly links."""
    own, above = int(tree.own[tree.around[number]]), int(tree.above[tree.around[number]])
    for rule, signs in RULES:
        if any((above if sign[0] == "<" else own) & BITS[sign] for sign in signs):
            return Verdict(number, rule, f"inside an element for {rule.replace('-', ' ')}", 0.7)
    if blocks.linked[number] * 2 > len(text):
        return Verdict(number, "links", "most of the block is a link", 0.7)
    return None
