"""The settings of a run: `faircopy.toml`, with what the caller names on top."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from faircopy.corpus.settings.model import Settings, SettingsError
from faircopy.corpus.settings.search import find_config
from faircopy.corpus.settings.toml_file import make_settings, read_config


def load_settings(
    raw: str | Path | None = None,
    clean: str | Path | None = None,
    config: str | Path | None = None,
    flags: Sequence[str] = (),
    **overrides: Any,
) -> Settings:
    """The settings of `faircopy.toml`, overridden by what the caller names; None means "not named".

    The file is `config`, else the nearest `faircopy.toml` upward from `raw`, else upward from the
    current folder. Paths in it are relative to it. `flags` are keys with values, `switches.typos=off`.
    Raises `SettingsError`.
    """
    file = Path(config) if config is not None else find_config(raw)
    values = read_config(file) if file is not None else {}
    named = {"raw": raw, "clean": clean, **overrides}
    given = with_flags(values, flags) | {key: value for key, value in named.items() if value is not None}
    given |= {key: str(given[key]) for key in ("raw", "clean", "words") if key in given}
    return make_settings(values, given, file)


def with_flags(values: Mapping[str, Any], flags: Sequence[str]) -> dict[str, Any]:
    """The values of flags `key=value`; a dotted key (`switches.typos=off`) adds to the file's table of that name.

    A value is parsed as TOML; one that is not TOML is a string. Raises `SettingsError` for a flag without `=`.
    """
    given: dict[str, Any] = {}
    for flag in flags:
        key, equals, value = flag.partition("=")
        if not equals:
            raise SettingsError(f"--set {flag}: not of the form KEY=VALUE, as in quotations=leave")
        *tables, last = key.strip().split(".")
        here: Any = given
        there: Any = values
        for table in tables:
            there = there.get(table, {}) if isinstance(there, dict) else {}
            here = here.setdefault(table, dict(there) if isinstance(there, dict) else {})
        here[last] = _value(value.strip())
    return given


def _value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
