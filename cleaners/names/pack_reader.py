"""Reads a pack from the bytes of its files and reports every problem with file, line and cell."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from faircopy.cleaners.names.pack import (
    KINDS,
    PARTS,
    POLICIES,
    VARIANT_KINDS,
    WHERE,
    ContextWords,
    Entity,
    Pack,
    PackError,
    PackTest,
    Problem,
    Style,
    StyleForm,
    Variant,
)
from faircopy.did_you_mean import did_you_mean

# The required columns of each file. Further ones (native forms, notes) are for people and are ignored.
COLUMNS = {
    "entities.csv": ("id", "kind", "canonical", "surname", "country"),
    "variants.csv": ("entity", "text", "part", "kind", "policy", "contexts"),
    "styles.csv": ("entity", "style", "form", "source", "checked"),
    "protected.csv": ("phrase", "why"),
}
FILES = frozenset({"pack.toml", *COLUMNS})
KEYS = frozenset({"name", "title", "language", "styles", "contexts", "tests"})
CONTEXT_KEYS = frozenset({"says", "weight", "where", "within", "words", "entities", "variants"})
STYLE_KEYS = frozenset({"title", "base", "people"})


@dataclass(slots=True)
class _Reader:
    """The files of one pack and the problems found in them so far."""

    files: Mapping[str, bytes]
    problems: list[Problem] = field(default_factory=list)

    def report(self, file: str, line: int, cell: str, message: str) -> None:
        self.problems.append(Problem(file, line, cell, message))

    def text(self, file: str) -> str:
        data = self.files.get(file, b"")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            row = data.split(b"\n")[line - 1].decode("latin-1").strip()
            self.report(file, line, row[:60], "is not UTF-8: save the file as CSV UTF-8")
            return ""

    def rows(self, file: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Each well-formed row with its line number; a missing column or a wrong number of cells is a problem."""
        text = self.text(file)
        if not text.strip():
            return
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = next(reader)
            if missing := [column for column in COLUMNS[file] if column not in header]:
                self.report(file, 1, missing[0], f"this column is missing; there must be {', '.join(COLUMNS[file])}")
                return
            for row in reader:
                if not any(row):
                    continue
                if len(row) != len(header):
                    self.report(file, reader.line_num, row[0], f"{len(row)} cells where the header has {len(header)}")
                    continue
                yield reader.line_num, {name: cell.strip() for name, cell in zip(header, row, strict=True)}
        except csv.Error as error:
            self.report(file, reader.line_num, "", f"not readable as CSV: {error}")

    def choice(self, file: str, line: int, cell: str, what: str, allowed: frozenset[str]) -> bool:
        if cell in allowed:
            return True
        near = did_you_mean(cell, sorted(allowed))
        choices = f"choose one of {', '.join(sorted(allowed))}{'; ' if near else ''}{near}"
        self.report(file, line, cell or "(empty)", f"unknown {what}, {choices}")
        return False


def read_pack(name: str, files: Mapping[str, bytes]) -> Pack:
    """Read a pack from its files (name -> bytes). Raises PackError with every problem."""
    reader = _Reader(files)
    if "pack.toml" not in files:
        raise PackError(name, [Problem("pack.toml", 0, "", "is missing: every pack folder has one")])
    for file in files:
        if file.endswith((".csv", ".toml")) and not file.startswith(
            "."
        ):  # notes and temporary files of editors are allowed
            reader.choice(file, 0, file, "file", FILES)
    settings = _settings(reader)
    pack = Pack(
        name=str(settings.get("name", name)),
        title=str(settings.get("title", "")),
        entities=tuple(_entities(reader)),
        variants=tuple(_variants(reader)),
        forms=tuple(_forms(reader)),
        styles=_styles(reader, settings),
        contexts=read_contexts(reader.problems, "pack.toml", _table(reader, settings, "contexts")),
        protected={row["phrase"]: row["why"] for _, row in reader.rows("protected.csv") if row["phrase"]},
        tests=tuple(_tests(reader, settings)),
    )
    if reader.problems:
        raise PackError(name, reader.problems)
    return pack


def _settings(reader: _Reader) -> dict[str, object]:
    try:
        settings = tomllib.loads(reader.text("pack.toml"))
    except tomllib.TOMLDecodeError as error:
        reader.report("pack.toml", 0, "", f"not readable as TOML: {error}")
        return {}
    for key in settings.keys() - KEYS:
        reader.choice("pack.toml", 0, key, "key", KEYS)
    return settings


def _table(reader: _Reader, settings: Mapping[str, object], key: str) -> dict[str, dict[str, object]]:
    table = settings.get(key, {})
    if isinstance(table, dict) and all(isinstance(value, dict) for value in table.values()):
        return table
    reader.report("pack.toml", 0, key, "must be a table of tables")
    return {}


def _entities(reader: _Reader) -> Iterator[Entity]:
    for line, row in reader.rows("entities.csv"):
        if not row["id"] or not row["canonical"]:
            reader.report("entities.csv", line, row["id"] or row["canonical"], "id and canonical must be filled")
        elif row["surname"] and not row["canonical"].endswith(row["surname"]):
            reader.report("entities.csv", line, row["surname"], f"is not the end of {row['canonical']!r}")
        elif reader.choice("entities.csv", line, row["kind"], "kind", KINDS):
            yield Entity(row["id"], row["kind"], row["canonical"], row["surname"], row["country"], line)


def _variants(reader: _Reader) -> Iterator[Variant]:
    file = "variants.csv"
    for line, row in reader.rows(file):
        part = row["part"] or "whole"
        if not row["text"]:
            reader.report(file, line, row["entity"], "text is empty")
            continue
        checks = ((row["policy"], "policy", POLICIES), (row["kind"], "kind", VARIANT_KINDS), (part, "part", PARTS))
        right = [reader.choice(file, line, cell, what, allowed) for cell, what, allowed in checks]
        if all(right):
            contexts = tuple(row["contexts"].replace(";", " ").split())
            yield Variant(row["entity"], row["text"], part, row["kind"], row["policy"], contexts, line)


def _forms(reader: _Reader) -> Iterator[StyleForm]:
    for line, row in reader.rows("styles.csv"):
        if row["entity"] and row["style"] and row["form"]:
            yield StyleForm(row["entity"], row["style"], row["form"], row["source"], row["checked"], line)
        else:
            reader.report("styles.csv", line, row["entity"], "entity, style and form must be filled")


def _styles(reader: _Reader, settings: Mapping[str, object]) -> dict[str, Style]:
    styles = {"default": Style("default")}
    for name, table in _table(reader, settings, "styles").items():
        for key in table.keys() - STYLE_KEYS:
            reader.choice("pack.toml", 0, key, f"key of the style {name}", STYLE_KEYS)
        people = str(table.get("people", "keep"))
        if reader.choice("pack.toml", 0, people, "way with people", frozenset({"keep", "normalise"})):
            styles[name] = Style(name, str(table.get("title", "")), str(table.get("base", "")), people)
    return styles


def read_contexts(
    problems: list[Problem], file: str, tables: Mapping[str, Mapping[str, object]]
) -> tuple[ContextWords, ...]:
    """Read the contexts in the tables of a TOML file; problems are appended to `problems`."""
    reader = _Reader({}, problems)
    out = []
    for name, table in tables.items():
        for key in table.keys() - CONTEXT_KEYS:
            reader.choice(file, 0, key, f"key of the context {name}", CONTEXT_KEYS)
        weight, within, words = table.get("weight"), table.get("within", 1), table.get("words", [])
        where = str(table.get("where", "sentence"))
        if not isinstance(weight, int | float) or not isinstance(within, int) or not isinstance(words, list):
            reader.report(file, 0, name, "a context needs weight (a number) and words (a list)")
        elif reader.choice(file, 0, where, f"place of the context {name}", WHERE):
            lowered = [str(word).lower() for word in words]
            out.append(
                ContextWords(
                    name,
                    str(table.get("says", name)),
                    float(weight),
                    where,
                    within,
                    frozenset(word for word in lowered if " " not in word),
                    tuple(word for word in lowered if " " in word),
                    _names(table.get("entities")),
                    _names(table.get("variants")),
                )
            )
    return tuple(out)


def _names(value: object) -> frozenset[str]:
    return frozenset(str(item) for item in value) if isinstance(value, list) else frozenset()


def _tests(reader: _Reader, settings: Mapping[str, object]) -> Iterator[PackTest]:
    tests = settings.get("tests", [])
    for number, test in enumerate(tests if isinstance(tests, list) else [], 1):
        if not isinstance(test, dict) or "before" not in test:
            reader.report("pack.toml", 0, f"tests {number}", "a test needs `before`, and `after` where it changes")
            continue
        before = str(test["before"])
        yield PackTest(before, str(test.get("after", before)), str(test.get("style", "default")))
