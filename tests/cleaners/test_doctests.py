"""The examples in the docstrings of the cleaners run as they are printed."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from faircopy import cleaners

MODULES = [module.name for module in pkgutil.walk_packages(cleaners.__path__, "faircopy.cleaners.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(import_module(name)).failed == 0


def test_some_module_has_examples():
    assert "faircopy.cleaners.text.spans" in MODULES
    assert doctest.testmod(import_module("faircopy.cleaners.text.spans")).attempted > 0
