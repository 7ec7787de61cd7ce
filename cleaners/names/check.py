"""A pack put to the test: its faults, its forms under every style, and its own tests."""

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
    """Every problem of a pack that was read, in the company of the packs before it; none means it may be used.

    `load_pack` of `faircopy.cleaners.resources` reads one (and raises PackError with `.problems` where a row is
    broken); `shared_contexts()` gives `shared`. The forms of all entities must stay as they are under
    their own style, whatever stands beside them: else one rule feeds or undoes another.
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
    """Tests under a style that neither the pack nor one before it has: nothing would run them."""
    for number, test in enumerate(pack.tests, 1):
        if test.style not in styles:
            message = f"no style {test.style!r}, choose one of {', '.join(sorted(styles))}"
            yield Problem("pack.toml", 0, f"tests {number}", message)


def _moved_forms(pack: Pack, style: str, index: NameIndex) -> Iterator[Problem]:
    """Forms that the style itself asks for and that some rule would still change."""
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
