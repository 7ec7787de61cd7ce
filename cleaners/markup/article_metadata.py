"""Title, date, byline and section of the article, as the page declares them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

from faircopy.cleaners.markup.declared import Declared

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|WebPage)$")

# In order of trust: first the tags for sites that quote the article, then the rest.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "date": (
        "article:published_time",
        "datepublished",
        "dc.date",
        "date",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "section": ("article:section", "parsely-section", "section"),
}
_JSON_LD = {"title": "headline", "date": "datePublished", "byline": "author", "section": "articleSection"}


def articles_in(declared: Declared) -> list[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    return [node for text in declared.json_ld for node in _nodes(_parse(text)) if _is_article(node)]


def extract_metadata(declared: Declared, articles: list[dict[str, Any]]) -> dict[str, str]:
    """The declared title, date, byline and section of the article; keys without a value are left out."""
    found = {key: _first(declared, articles, key) for key in _META}
    found["title"] = found["title"] or declared.title
    found["date"] = found["date"] or next(iter(declared.times), "")
    return {key: value for key, value in found.items() if value}


def summary(declared: Declared) -> str:
    """The page's description, or nothing."""
    names = ("og:description", "description", "twitter:description")
    return next((plain(declared.meta_tags[name]) for name in names if declared.meta_tags.get(name)), "")


def article_body(articles: list[dict[str, Any]]) -> str:
    """The longest article text declared, or nothing."""
    bodies = (article.get("articleBody") for article in articles)
    return max((plain(body) for body in bodies if isinstance(body, str)), key=len, default="")


def plain(text: str) -> str:
    """A declared value as plain words: tags removed, entities decoded, white space folded."""
    if "<" in text or "&" in text:
        text = re.sub(r"<[^<>]{0,2000}>", " ", html.unescape(text))
    return " ".join(text.split())


def _first(declared: Declared, articles: list[dict[str, Any]], key: str) -> str:
    for article in articles:
        if value := ", ".join(_values(article.get(_JSON_LD[key]))):
            return value
    names = (declared.meta_tags.get(name, "") for name in _META[key])
    return next((plain(value) for value in names if value and not value.startswith(("http:", "https:"))), "")


def _values(value: object) -> Iterator[str]:
    """The strings in a JSON-LD value: a string, a thing with a name, or a list of them."""
    if isinstance(value, list):
        for item in value[:20]:
            yield from _values(item) if not isinstance(item, list) else ()
    elif isinstance(value, dict):
        yield from _values(value.get("name") if isinstance(value.get("name"), str) else None)
    elif isinstance(value, str) and (words := plain(value)):
        yield words


def _parse(text: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """The described objects: alone, in a list, in a `@graph`, or as the main entity of a page."""
    waiting = [value]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if isinstance(node.get(key), list | dict)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and _ARTICLE_TYPE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))
