"""Read `faircopy.toml`. An error in it is reported with its line and the most similar valid key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from faircopy.corpus.settings.model import Gate, Settings, SettingsError, SourceSettings
from faircopy.did_you_mean import unknown_name

MODELS: dict[str, type[BaseModel]] = {"source": SourceSettings, "gate": Gate}
PATH_KEYS = ("raw", "clean", "words")
DEFAULT_PATHS = {"raw": "raw", "clean": "clean"}


def read_config(file: Path) -> dict[str, Any]:
    """The values of a configuration file. Paths in it, and the default folders, are relative to it."""
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}); fix the path given to --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML: {error}{_two_styles(file)}") from error
    _spread_style(values)
    for key in PATH_KEYS:
        path = values.get(key, DEFAULT_PATHS.get(key))
        if isinstance(path, str):
            values[key] = _from(file.parent, path)
    for table in (values, *_tables(values.get("source"))):
        if isinstance(table.get("packs"), list):
            table["packs"] = [_pack(file.parent, name) for name in table["packs"]]
    return values


def make_settings(values: Mapping[str, Any], given: Mapping[str, Any], file: Path | None) -> Settings:
    """Settings from the values of a file, overridden by the caller's. Raises `SettingsError`."""
    if len(own := values.get("styles", {})) > 1 and "style" not in {**values, **given}:
        raise SettingsError(
            f'{file}: styles {", ".join(own)}: which one? Pick it with [style] use = "{next(iter(own))}"'
        )
    try:
        settings = Settings(**{**values, **given, "config_file": file})
    except ValidationError as error:
        raise SettingsError(_explain(error, values, given, file)) from None
    _check_names(settings, file)
    return settings


def _spread_style(values: dict[str, Any]) -> None:
    """Turn `[style.ours]` tables into `styles`; `[style] use = "ours"` picks one, and a single one is picked itself."""
    style = values.get("style")
    if not isinstance(style, dict):
        return
    own = {name: table for name, table in style.items() if isinstance(table, dict)}
    values["styles"] = own
    del values["style"]
    if use := style.get("use") or (next(iter(own)) if len(own) == 1 else None):
        values["style"] = use


def _two_styles(file: Path) -> str:
    """Advice for the most frequent TOML error: a key `style` beside a table of that name."""
    text = file.read_text(encoding="utf-8", errors="replace")
    if re.search(r"^\s*style\s*=", text, re.MULTILINE) and re.search(r"^\s*\[style\.", text, re.MULTILINE):
        return '; beside styles of your own, pick one with [style] use = "name" instead of style = "name"'
    return ""


def _tables(value: object) -> list[dict[str, Any]]:
    return [table for table in value.values() if isinstance(table, dict)] if isinstance(value, dict) else []


def _from(folder: Path, path: str) -> str:
    return path if "://" in path or folder == Path.cwd() else str(folder / path)


def _pack(folder: Path, name: object) -> object:
    """A pack is a folder if its name has a slash, or if there is one beside the file; else a shipped pack."""
    if isinstance(name, str) and ("/" in name or (folder / name / "pack.toml").is_file()):
        return str(folder / name)
    return name


def _check_names(settings: Settings, file: Path | None) -> None:
    """Raise `SettingsError` for a switch or recipe that does not exist, which would otherwise have no effect."""
    from faircopy.cleaners.catalogue import RULES
    from faircopy.cleaners.recipes import RECIPES, STAGE_NAMES

    tables: list[Settings | SourceSettings] = [settings, *settings.source.values()]
    for table in tables:
        if table.recipe is not None and table.recipe not in RECIPES:
            raise SettingsError(f"{_place(file, [table.recipe])}{unknown_name('recipe', table.recipe, list(RECIPES))}")
        for name in table.switches:
            if (stage := name.partition("/")[0]) not in STAGE_NAMES:
                raise SettingsError(f"{_place(file, ['switches', name])}{unknown_name('stage', stage, STAGE_NAMES)}")
            if "/" in name and name not in RULES:
                known = [rule for rule in RULES if rule.startswith(f"{stage}/")]
                raise SettingsError(f"{_place(file, ['switches', name])}{unknown_name('rule', name, known)}")


def _explain(error: ValidationError, values: Mapping[str, Any], given: Mapping[str, Any], file: Path | None) -> str:
    first = error.errors()[0]
    path = [str(part) for part in first["loc"]]
    place = _place(file, path) if path and path[0] in values and path[0] not in given else ""
    if first["type"] == "extra_forbidden":
        model = MODELS.get(path[0], Settings) if len(path) > 1 else Settings
        known = [name for name in model.model_fields if name not in ("config_file", "styles")]
        return place + unknown_name("key", path[-1], known)
    reason = first["msg"].removeprefix("Value error, ").replace("Input", "it", 1)
    return f"{place}{'.'.join(path)} = {first['input']!r} is not valid: {reason}"


def _place(file: Path | None, path: Sequence[str]) -> str:
    if file is None:
        return ""
    return f"{file}:{_line_of(file.read_text(encoding='utf-8'), path)}: "


def _line_of(text: str, path: Sequence[str]) -> int:
    """The line of a key (a guess): the first that sets it below the header that names its tables."""
    *tables, key = path
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        header = re.match(r"\s*\[+(.*?)\]+", line)
        if header and all(table in header[1] for table in tables):
            start = number
            if key in header[1]:
                return number + 1
            if tables:
                break
    wanted = re.compile(rf"""\s*(?:.*\.)?["']?{re.escape(key)}["']?\s*[=.]|.*["']{re.escape(key)}["']""")
    found = next((n for n, line in enumerate(lines) if n >= start and wanted.match(line)), start)
    return found + 1
