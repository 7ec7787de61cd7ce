import doctest

import pytest

from faircopy import clean, did_you_mean

STAGES = ("layout", "names", "typos")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("typo", "did you mean 'typos'?"),
        ("nams", "did you mean 'names'?"),
        ("spelling", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_if_one_is_similar(name, says):
    assert did_you_mean.did_you_mean(name, STAGES) == says


def test_several_names():
    assert did_you_mean.did_you_mean("a/x.txt", ["a/y.txt", "a/z.txt", "b"], most=3) == (
        "did you mean 'a/z.txt' or 'a/y.txt'?"
    )


def test_the_examples_of_the_docstrings():
    assert doctest.testmod(did_you_mean) == (0, 2)


def test_python_callers_are_asked_too():
    with pytest.raises(ValueError, match="no stage 'typo'; did you mean 'typos'"):
        clean("A text.", only="layout, typo")
