"""Find the document that a name means."""

from __future__ import annotations

from collections.abc import Mapping

from faircopy.did_you_mean import did_you_mean
from faircopy.errors import UsageError


class UnknownDocument(UsageError, LookupError):
    """No document has this name; the message lists similar ones."""


class AmbiguousDocument(UsageError, LookupError):
    """Several documents end in this name; the message lists some."""


def find_document(name: str, paths: Mapping[str, str | None], *, endings: bool = False) -> str:
    """The id of the document that a name means: an id, or a mirror path (also with `clean/text/` before it).

    `paths` maps every id to its mirror path. `endings` also accepts the end of an id or path, if it is unique.
    Raises `UnknownDocument` or `AmbiguousDocument`.
    """
    if name in paths:
        return name
    meant = _mirror_paths(name)
    exact = [doc_id for doc_id, path in paths.items() if path in meant]
    if len(exact) == 1:
        return exact[0]
    if endings and not exact:
        exact = [doc_id for doc_id, path in paths.items() if doc_id.endswith(name) or (path or "").endswith(name)]
        if len(exact) == 1:
            return exact[0]
    if exact:
        some = ", ".join(sorted(exact)[:5])
        raise AmbiguousDocument(f"{len(exact)} documents end in {name!r}: {some}; write the whole id")
    advice = did_you_mean(name, paths, "faircopy changed --since 0 lists the ids", most=3)
    raise UnknownDocument(f"there is no document {name!r}; {advice}")


def _mirror_paths(name: str) -> set[str]:
    """The mirror paths that a name may mean: the name itself, and the part after each folder `text` in it.

    Any of those folders may be the mirror's own `text`: a source can have that name too.
    """
    parts = name.removeprefix("./").split("/")
    return {"/".join(parts[start:]) for start in range(len(parts)) if start == 0 or parts[start - 1] == "text"}
