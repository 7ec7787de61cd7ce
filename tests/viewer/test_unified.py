import pytest

from faircopy.viewer.unified import unified


@pytest.mark.parametrize(
    ("old", "new", "body"),
    [
        ("one\ntwo\n", "one\nthree\n", ["@@ -1,2 +1,2 @@", " one", "-two", "+three"]),
        ("one", "one\n", ["@@ -1 +1 @@", "-one", "\\ No newline at end of file", "+one"]),
        ("", "one\n", ["@@ -0,0 +1 @@", "+one"]),
        ("one\u2028two\n", "one\u2028three\n", ["@@ -1 +1 @@", "-one\u2028two", "+one\u2028three"]),
    ],
)
def test_unified(old, new, body):
    shown = [line.plain for line in unified(old, new, "raw/a.txt", "clean/a.txt")]
    assert shown == ["--- raw/a.txt", "+++ clean/a.txt", *body]


def test_equal_texts_have_none():
    assert list(unified("one\n", "one\n", "raw/a.txt", "clean/a.txt")) == []
