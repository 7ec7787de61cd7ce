"""Fixtures of the tests of `names`: the stage alone on a text, without the language check."""

import pytest

from faircopy.cleaners.conflicts import resolve_conflicts
from faircopy.cleaners.edits import apply, undo
from faircopy.cleaners.names import names_in
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources


@pytest.fixture(scope="session")
def edits_of():
    """(applied, suggestions) for a text in a style."""

    def find(text, style="default", **options):
        options = Options(style=style, **options)
        return resolve_conflicts(text, list(names_in(text, Resources(options).names)), NEWS.stage("names"), options)

    return find


@pytest.fixture(scope="session")
def normalised(edits_of):
    """The output of the stage for a text; undoing it and cleaning it again are checked on the way."""

    def normalise(text, style="default", **options):
        applied, _ = edits_of(text, style, **options)
        after = apply(text, applied)
        assert undo(after, applied) == text
        assert edits_of(after, style, **options)[0] == []
        return after

    return normalise
