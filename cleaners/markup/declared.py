"""Declarations about the article outside its text: meta tags, JSON-LD, times."""

from __future__ import annotations

from collections.abc import Mapping


class Declared:
    """Collects declarations while the page is read. `meta` maps a lower-case name to its first content."""

    def __init__(self) -> None:
        self.meta_tags: dict[str, str] = {}
        self.times: list[str] = []
        self.title = ""
        self.json_ld: list[str] = []
        self._reading = ""
        self._parts: list[str] = []

    def meta(self, attributes: Mapping[str, str]) -> None:
        """A `<meta>` tag."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and "content" in attributes:
            self.meta_tags.setdefault(name.lower(), " ".join(attributes["content"].split()))

    def time(self, attributes: Mapping[str, str]) -> None:
        """A `<time>` tag."""
        if "datetime" in attributes:
            self.times.append(attributes["datetime"].strip())

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element that is not shown opens: a title and JSON-LD are read nevertheless."""
        if tag == "title":
            self._reading = tag
        elif tag == "script" and "ld+json" in attributes.get("type", ""):
            self._reading = "json-ld"

    def data(self, text: str) -> None:
        """Text inside an element that is not shown."""
        if self._reading:
            self._parts.append(text)

    def close(self) -> None:
        """The element that is not shown closes."""
        if not self._reading:
            return
        text = "".join(self._parts)
        if self._reading == "json-ld":
            self.json_ld.append(text)
        elif not self.title:
            self.title = " ".join(text.split())
        self._reading = ""
        self._parts = []
