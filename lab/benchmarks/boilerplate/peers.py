"""Peers on pages, tools that extract the article: each a function from HTML to text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from importlib.util import find_spec

Extract = Callable[[str], str]

BLOCK_END = re.compile(r"(?i)</(?:p|div|li|h[1-6]|tr|blockquote|pre)>|<br\s*/?>")
TAG = re.compile(r"<[^>]*>")


def _trafilatura(precise: bool) -> Extract:
    from trafilatura import extract

    def run(html: str) -> str:
        return extract(html, favor_precision=precise, include_comments=False) or ""

    return run


def _readability() -> Extract:
    from html import unescape

    from readability import Document

    def run(html: str) -> str:
        summary = Document(html).summary(html_partial=True)
        return unescape(TAG.sub(" ", BLOCK_END.sub("\n", summary)))

    return run


def _justext() -> Extract:
    import justext

    words = justext.get_stoplist("English")

    def run(html: str) -> str:
        paragraphs = justext.justext(html.encode(), words, encoding="utf-8")
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)

    return run


def _newspaper() -> Extract:
    from newspaper import Article

    def run(html: str) -> str:
        article = Article("https://example.org/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return article.text or ""

    return run


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text

    def run(html: str) -> str:
        return extract_plain_text(html, main_content=True, alt_texts=False, preserve_formatting=True)

    return run


PEERS: dict[str, tuple[str, Callable[[], Extract]]] = {
    "trafilatura": ("trafilatura", lambda: _trafilatura(False)),
    "trafilatura, precision mode": ("trafilatura", lambda: _trafilatura(True)),
    "readability-lxml": ("readability", _readability),
    "jusText": ("justext", _justext),
    "newspaper4k": ("newspaper", _newspaper),
    "resiliparse": ("resiliparse", _resiliparse),
}


def installed(names: Collection[str] = tuple(PEERS)) -> dict[str, Extract]:
    """The peers of these names that can be imported."""
    return {name: make() for name, (module, make) in PEERS.items() if name in names and find_spec(module)}
