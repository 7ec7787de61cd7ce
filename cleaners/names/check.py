"""Checks a pack: its rows, its forms under every style, and its own tests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from faircopy.cleaners.edits import APPLIED, apply
from faircopy.cleaners.names import names_in
from faircopy.cleaners.names.compiling import compile_index
from faircopy.cleaners.names.name_index import NameIndex
from faircopy.cleaners.names.pack import ContextWords, Pack, Problem
from faircopy.cleaners.names.styling import StyleChoice
from faircopy.cleaners.names.validation import find_problems


def check_pack(pack: Pack, earlier: Sequence[Pack] = (), shared: Sequence[ContextWords] = ()) -> list[Problem]:
    """Every problem of a pack that builds on the earlier packs; an empty list means it can be used.

    `load_pack` of `faircopy.cleaners.resources` reads a pack (and raises PackError with `.problems` for a
    malformed row); `shared_contexts()` gives `shared`. Under every style the forms of that style must stay
    unchanged, or one row would undo another or trigger it.
    """
    if problems := find_problems(pack, earlier, shared):
        return problems
    styles = {"default", *(name for one in (*earlier, pack) for name in one.styles)}
    problems = list(_tests_without_style(pack, styles))
    for style in sorted(styles):
        index = compile_index([*earlier, pack], StyleChoice(style), shared)
        problems += _moved_forms(pack, style, index)
        problems += _failed_tests(pack, style, index)
    return problems


def _tests_without_style(pack: Pack, styles: Collection[str]) -> Iterator[Problem]:
    """Tests under a style that neither the pack nor an earlier one has, which would never run."""
    for number, test in enumerate(pack.tests, 1):
        if test.style not in styles:
            message = f"no style {test.style!r}, choose one of {', '.join(sorted(styles))}"
            yield Problem("pack.toml", 0, f"tests {number}", message)


def _moved_forms(pack: Pack, style: str, index: NameIndex) -> Iterator[Problem]:
    """Forms of the style that another row would change again."""
    for entity in pack.entities:
        form = index.forms[entity.id]
        for text in (form, f"It was said in {form} on Monday.", form.upper()):
            for edit in names_in(text, index):
                if edit.status == APPLIED:
                    message = f"under style {style} this form is changed again: {edit.before} -> {edit.after}"
                    yield Problem("entities.csv", entity.line, form, message)


def _failed_tests(pack: Pack, style: str, index: NameIndex) -> Iterator[Problem]:
    for number, test in enumerate(pack.tests, 1):
        if test.style != style:
            continue
        got = apply(test.before, [edit for edit in names_in(test.before, index) if edit.status == APPLIED])
        if got != test.after:
            yield Problem("pack.toml", 0, f"tests {number}", f"{test.before!r} became {got!r}, not {test.after!r}")
