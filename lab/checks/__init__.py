"""Checks of the code that are no tests of behaviour; `make check` runs them."""
