"""Which document a name means."""

from __future__ import annotations

import pytest

from faircopy.corpus.mirror.lookup import AmbiguousDocument, UnknownDocument, find_document
from faircopy.corpus.mirror.paths import assign_paths

IDS = ["site/a.txt", "site/b.html", "other/a.txt", "c.html", "fulltext/c.html", "text/d.html", "text/e.html", "e.html"]
PATHS = assign_paths(IDS)


@pytest.mark.parametrize(
    ("name", "endings", "meant"),
    [
        ("site/a.txt", False, "site/a.txt"),
        ("site/b.html.txt", False, "site/b.html"),
        ("clean/text/site/b.html.txt", False, "site/b.html"),
        ("b.html", True, "site/b.html"),
        ("clean/text/fulltext/c.html.txt", False, "fulltext/c.html"),
        ("clean/text/c.html.txt", False, "c.html"),
        ("fulltext/c.html.txt", False, "fulltext/c.html"),
        ("clean/text/text/d.html.txt", False, "text/d.html"),
        ("text/d.html", False, "text/d.html"),
    ],
)
def test_which_document_a_name_means(name, endings, meant):
    assert find_document(name, PATHS, endings=endings) == meant


def test_names_that_mean_none_or_several():
    with pytest.raises(UnknownDocument, match=r"there is no document 'b.html'; did you mean .*'site/b.html'"):
        find_document("b.html", PATHS)
    with pytest.raises(AmbiguousDocument, match=r"2 documents end in 'a.txt': other/a.txt, site/a.txt"):
        find_document("a.txt", PATHS, endings=True)
    with pytest.raises(AmbiguousDocument, match=r"e.html, text/e.html; write the whole id"):
        find_document("clean/text/text/e.html.txt", PATHS)
    with pytest.raises(UnknownDocument):
        find_document("clean/context/c.html.txt", PATHS)
